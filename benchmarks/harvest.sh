#!/bin/sh
# The pass beside a naive loop, with the collector that the launcher gives to `pinakes harvest`: benchmarks/harvest.sh [files] [rounds]. Prints a table.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
(cd "$home" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package >&2)
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
exec "$java_home/bin/java" -Xmx3g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Dpinakes.home="$home" \
  -cp "$home/benchmarks/target/classes:$home/catalogue-server/target/pinakes-catalogue-server.jar:$home/catalogue-server/target/lib/*" \
  org.pinakes.benchmarks.HarvestBenchmark "$@" 2>/dev/null

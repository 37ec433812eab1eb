#!/bin/sh
# Values that the harmoniser reads in a second on one core, and how long the ontology takes: benchmarks/harmonising.sh [seconds].
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
(cd "$home" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package >&2)
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
exec "$java_home/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -Dpinakes.home="$home" \
  -cp "$home/benchmarks/target/classes:$home/catalogue-server/target/pinakes-catalogue-server.jar:$home/catalogue-server/target/lib/*" \
  org.pinakes.benchmarks.HarmonisingBenchmark "$@" 2>/dev/null

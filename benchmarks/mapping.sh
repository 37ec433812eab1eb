#!/bin/sh
# CARML and ours on the same CSV and JSON in one run: benchmarks/mapping.sh [rows] [rounds]. Prints a table.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
(cd "$home" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package dependency:build-classpath \
  -Dmdep.outputFile="$home/benchmarks/target/classpath.txt" >&2)
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
exec "$java_home/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED -Dpinakes.home="$home" \
  -cp "$home/benchmarks/target/classes:$(cat "$home/benchmarks/target/classpath.txt")" \
  org.pinakes.benchmarks.MappingBenchmark "$@" 2>/dev/null

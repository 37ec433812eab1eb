#!/bin/sh
# From start to the first answer on the demo data: Pinakes (/health/ready) without and with the AOT cache, and stock Fuseki (a query)
# over the same TDB2 database: benchmarks/start.sh [rounds]. Needs Maven Central.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
rounds=${1:-5}
work=$(mktemp -d)
data=$work/data
port=18931
measure() { # address that answers, then the command; prints milliseconds
  address=$1
  shift
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  pid=$!
  # Asking takes time from what is measured, so not all the time.
  until curl -sf -o /dev/null "$address"; do sleep 0.1; done
  end=$(date +%s%N)
  kill $pid
  wait $pid 2>/dev/null || true
  echo $(((end - begin) / 1000000))
}
pinakes() {
  PINAKES_AOT=$1 measure "http://127.0.0.1:$port/health/ready" "$home/pinakes" demo --port $port --data "$data"
}
fuseki() {
  measure "http://127.0.0.1:$port/ds/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D" \
    "$java_home/bin/java" -cp "$work/fuseki:$work/lib/*" Fuseki "$work/tdb2" $port
}
pinakes yes >/dev/null # builds, harvests
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
cp -r "$data/tdb2" "$work/tdb2"
rm -f "$work/tdb2/tdb.lock" "$work"/tdb2/*/tdb.lock
cat >"$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>
<version>1</version><dependencies><dependency><groupId>org.apache.jena</groupId><artifactId>jena-fuseki-main</artifactId>
<version>5.6.0</version></dependency></dependencies></project>
POM
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/lib" >&2
"$java_home/bin/javac" -cp "$work/lib/*" -d "$work/fuseki" "$home/benchmarks/start/Fuseki.java"
median() { tr ' ' '\n' | grep . | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
no=""
yes=""
stock=""
for i in $(seq "$rounds"); do
  no="$no $(pinakes no)"
  yes="$yes $(pinakes yes)"
  stock="$stock $(fuseki)"
done
echo "Pinakes without the AOT cache: $(echo "$no" | median) ms (median of$no)"
echo "Pinakes with the AOT cache: $(echo "$yes" | median) ms (median of$yes)"
echo "Fuseki 5.6.0: $(echo "$stock" | median) ms (median of$stock)"
rm -rf "$work"

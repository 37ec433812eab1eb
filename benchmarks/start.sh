#!/bin/sh
# From start to the first answer on the demo data: Pinakes (/health/ready, and a page of search results) without and with the AOT
# cache, and stock Fuseki (a query) over the same TDB2 database, also with an AOT cache of its own: benchmarks/start.sh [rounds].
# Needs Maven Central and a JDK 25.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
rounds=${1:-5}
work=$(mktemp -d)
data=$work/data
port=18931
query="http://127.0.0.1:$port/ds/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"
measure() { # address that answers, then the command; prints milliseconds
  "$java_home/bin/java" -XX:TieredStopAtLevel=1 -cp "$work/classes" Measure "$@"
}
pinakes() { # with the AOT cache or without, path
  PINAKES_AOT=$1 measure "http://127.0.0.1:$port$2" "$home/pinakes" demo --port $port --data "$data"
}
fuseki() { # more for the JVM
  # shellcheck disable=SC2086 # words
  measure "$query" "$java_home/bin/java" $1 -cp "$classes" Fuseki "$work/tdb2" $port
}
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
"$java_home/bin/javac" -d "$work/classes" "$home/benchmarks/start/Measure.java"
pinakes yes /health/ready >/dev/null # builds, harvests
cp -r "$data/tdb2" "$work/tdb2"
rm -f "$work/tdb2/tdb.lock" "$work"/tdb2/*/tdb.lock
cat >"$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>
<version>1</version><dependencies><dependency><groupId>org.apache.jena</groupId><artifactId>jena-fuseki-main</artifactId>
<version>5.6.0</version></dependency></dependencies></project>
POM
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/lib" >&2
mkdir "$work/fuseki"
"$java_home/bin/javac" -cp "$work/lib/*" -d "$work/fuseki" "$home/benchmarks/start/Fuseki.java"
(cd "$work/fuseki" && "$java_home/bin/jar" cf "$work/lib/a-start.jar" ./*.class) # a cache wants jars only
classes=$(printf '%s:' "$work"/lib/*.jar)
fuseki "-XX:AOTCacheOutput=$work/fuseki.aot" >/dev/null
median() { tr ' ' '\n' | grep . | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
no=""
yes=""
page=""
stock=""
cached=""
for i in $(seq "$rounds"); do
  no="$no $(pinakes no /health/ready)"
  yes="$yes $(pinakes yes /health/ready)"
  page="$page $(pinakes yes '/datasets?q=brain')"
  stock="$stock $(fuseki "")"
  cached="$cached $(fuseki "-XX:AOTCache=$work/fuseki.aot -Xlog:disable")"
done
echo "Pinakes ready, without an AOT cache: $(echo "$no" | median) ms (median of$no)"
echo "Pinakes ready, with the AOT cache: $(echo "$yes" | median) ms (median of$yes)"
echo "Pinakes, a page of search results, with the AOT cache: $(echo "$page" | median) ms (median of$page)"
echo "Fuseki 5.6.0, without an AOT cache: $(echo "$stock" | median) ms (median of$stock)"
echo "Fuseki 5.6.0, with an AOT cache: $(echo "$cached" | median) ms (median of$cached)"
rm -rf "$work"

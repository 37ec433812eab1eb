#!/bin/sh
# Parse + judge one-dataset files, here and by three other engines, with the same shapes on the same files:
# benchmarks/judging.sh [files] [seconds] [profile] [base.ttl]. Each engine runs for so many seconds, and its best round counts.
# Prints a table and how the results differ. Needs Maven Central and npm.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
count=${1:-400}
seconds=${2:-40}
profile=${3:-healthdcat-ap-8-restricted}
base=${4:-$home/shapes/tests/$profile/complete.test.ttl}
work=$(mktemp -d)
(cd "$home" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package >&2)
java_home=$(PINAKES_PRINT_JAVA=yes "$home/pinakes")
java="$java_home/bin/java -Xmx2g -XX:+UseParallelGC"
own="$home/benchmarks/target/classes:$home/catalogue-server/target/pinakes-catalogue-server.jar:$home/catalogue-server/target/lib/*"

# Each engine has a class path of its own: TopBraid 1.4.4 needs Jena 5.2.0.
fetch() { # name, then Maven coordinates
  name=$1
  shift
  {
    printf '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>x</groupId>'
    printf '<artifactId>%s</artifactId><version>1</version><dependencies>' "$name"
    for c in "$@"; do
      printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' $(echo "$c" | tr : ' ')
    done
    printf '</dependencies></project>'
  } >"$work/$name.xml"
  mvn -q -B -f "$work/$name.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/$name" >&2
}

$java -Dpinakes.home="$home" -cp "$own" org.pinakes.benchmarks.JudgingBenchmark prepare "$work" "$profile" "$base" "$count"
ours() { # before the others and after them: a machine that others use too changes its pace
  for threads in 1 2; do
    $java -Dpinakes.home="$home" -cp "$own" org.pinakes.benchmarks.JudgingBenchmark run "$work" "$profile" $threads "$seconds" 2>/dev/null
  done
}
ours
fetch topbraid org.topbraid:shacl:1.4.4
$java -cp "$work/topbraid/*" "$home/benchmarks/judging/TopBraid.java" "$work" "$seconds" 2>/dev/null || echo "TopBraid: does not accept these shapes"
fetch rdf4j org.eclipse.rdf4j:rdf4j-shacl:5.2.2 org.eclipse.rdf4j:rdf4j-sail-memory:5.2.2 \
  org.eclipse.rdf4j:rdf4j-repository-sail:5.2.2 org.eclipse.rdf4j:rdf4j-rio-turtle:5.2.2
$java -cp "$work/rdf4j/*" "$home/benchmarks/judging/Rdf4j.java" "$work" "$seconds" 2>/dev/null || echo "RDF4J: does not accept these shapes"
mkdir "$work/js"
(cd "$work/js" && npm init -y >/dev/null && npm install --silent shacl-engine@1.1.2 rdf-ext n3 >&2 &&
  node "$home/benchmarks/judging/shacl-engine.mjs" "$work" "$seconds" 2>/dev/null) || echo "shacl-engine: does not accept these shapes"
ours
sort "$work/pinakes-1.results" >"$work/ours"
for other in topbraid rdf4j shacl-engine; do
  if [ -f "$work/$other.results" ]; then
    sort "$work/$other.results" >"$work/theirs"
    echo "$other: $(comm -23 "$work/ours" "$work/theirs" | wc -l) violations only here, $(comm -13 "$work/ours" "$work/theirs" | wc -l) only there"
  fi
done
echo "files, shapes and results: $work"

#!/bin/sh
# From start to the first answer of /health/ready on the demo data, without and with the AOT cache: benchmarks/start.sh [rounds].
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
rounds=${1:-5}
data=$(mktemp -d)/data
port=18931
measure() { # prints milliseconds
  begin=$(date +%s%N)
  PINAKES_AOT=$1 "$home/pinakes" demo --port $port --data "$data" >/dev/null 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do sleep 0.01; done
  end=$(date +%s%N)
  kill $pid
  wait $pid 2>/dev/null || true
  echo $(((end - begin) / 1000000))
}
measure yes >/dev/null # builds, harvests
for aot in no yes; do
  list=""
  for i in $(seq "$rounds"); do list="$list $(measure $aot)"; done
  echo "AOT cache $aot: $(echo $list | tr ' ' '\n' | sort -n | sed -n "$(((rounds + 1) / 2))p") ms (median of$list)"
done

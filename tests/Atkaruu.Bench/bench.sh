#!/usr/bin/env bash
# Measures and writes docs/performance.md: readers, pages under load beside a bare application, start, memory.
# Everything runs on this machine, in one go, the load beside the server on the same cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

SECONDS_EACH=${BENCH_SECONDS:-6} RUNS=${BENCH_RUNS:-3}
work=$(mktemp -d /tmp/atkaruu-bench-XXXXXX); pids=()
trap 'for p in "${pids[@]:-}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT
port=5380 bare_port=5381
bench() { dotnet artifacts/bin/Atkaruu.Bench/release/Atkaruu.Bench.dll "$@"; }
median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }

say "building"
dotnet build tests/Atkaruu.Bench -c Release -v quiet --tl:off -clp:NoSummary
dotnet build tests/Atkaruu.Tests -c Release -v quiet --tl:off -clp:NoSummary

say "readers"
mkdir -p "$work/files" "$work/readers"
ATKARUU_WRITE_FILES="$work/files" dotnet artifacts/bin/Atkaruu.Tests/release/Atkaruu.Tests.dll -noLogo -noColor -method "*The_plan_is_read_from_every_kind_of_file" >/dev/null
for f in txt docx xlsx pdf; do # whole process, cold: what a person at the command line waits for
  for _ in 1 2 3; do
    /usr/bin/env bash -c "TIMEFORMAT=%R; time dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll plan read '$work/files/plan.$f' --json >/dev/null" 2>&1
  done | median > "$work/cold.$f"
done
BENCH_FILES="$work/files" BENCH_OUT="$work/readers" bench readers >"$work/readers.log" 2>&1 || { tail -20 "$work/readers.log" >&2; exit 1; }

say "start to first page, database in place"
export ATKARUU_DATA="$work/data"
wait_for() { for _ in $(seq 600); do curl -sf -o /dev/null "$1" && return 0; sleep 0.01; done; return 1; }
start() { dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll serve --urls "http://127.0.0.1:$port" >"$work/app.log" 2>&1 & pids+=($!); app_pid=$!; wait_for "http://127.0.0.1:$port/"; }
start; kill "$app_pid"; wait "$app_pid" 2>/dev/null || true
for _ in 1 2 3 4 5; do
  from=$(date +%s%N); start; to=$(date +%s%N)
  echo $(((to - from) / 1000000)); kill "$app_pid"; wait "$app_pid" 2>/dev/null || true
done | median > "$work/start"

say "pages"
start
idle=$(awk '/VmRSS/ {print int($2/1024)}' "/proc/$app_pid/status")
declare -A pages=([home]=/ [register]=/register [measure]=/measures/CA-060)
bare_args=()
for name in home register measure; do
  curl -s -H 'Accept-Encoding: br' "http://127.0.0.1:$port${pages[$name]}" -o "$work/$name.br"
  bare_args+=("${pages[$name]}" "$work/$name.br")
done
bench bare "http://127.0.0.1:$bare_port" "${bare_args[@]}" >/dev/null 2>&1 & pids+=($!)
wait_for "http://127.0.0.1:$bare_port/"

# load URL CONNECTIONS [HEADERS] → "requests/s p50 p99" (median run by requests/s)
load() {
  local url=$1 together=$2; shift 2
  for _ in $(seq "$RUNS"); do
    wrk -t1 -c"$together" -d"${SECONDS_EACH}s" --latency -H 'Accept-Encoding: br' "$@" "$url" |
      awk '/Requests\/sec/ {r=$2} $1=="50%" {a=$2} $1=="99%" {b=$2} /Non-2xx/ {bad=$NF} END {printf "%d %s %s %s\n", r, a, b, bad}'
  done | sort -n | sed -n "$(((RUNS + 1) / 2))p"
}
for name in home register measure; do
  for side in app bare; do # in turn, so that the machine's mood falls on both
    p=$([[ $side == app ]] && echo $port || echo $bare_port)
    load "http://127.0.0.1:$p${pages[$name]}" 64 > "$work/$name.$side"
  done
done

say "memory after 10,000 pages"
seq 10000 | awk '{print "url = \"http://127.0.0.1:'$port'/register?q=" $1 % 997 "\"\noutput = /dev/null"}' > "$work/urls"
curl -s --no-progress-meter --parallel --parallel-max 4 -H 'Accept-Encoding: br' -K "$work/urls"
after=$(awk '/VmRSS/ {print int($2/1024)}' "/proc/$app_pid/status")
peak=$(awk '/VmHWM/ {print int($2/1024)}' "/proc/$app_pid/status")

say "signed-in pages"
stop() { kill "$app_pid" 2>/dev/null || true; wait "$app_pid" 2>/dev/null || true; }
stop
# Only the pages: the worker and the timetable would find evidence without files here, and say so for each.
export ASPNETCORE_ENVIRONMENT=Testing
export ATKARUU_DATA="$work/signed-data"
bench scene "$work/signed" 0 >"$work/scene.log" 2>&1 || { tail -20 "$work/scene.log" >&2; exit 1; }
start
declare -A staff=([matrix]="/matrix/2026-Q4?periods=4" [signed-register]=/register [signed-measure]=/measures/CA-013 [work]=/work)
for name in matrix signed-register signed-measure work; do
  cookie=$(head -1 "$work/signed/$([[ $name == matrix ]] && echo coordinator || echo cookies)")
  curl -s -o "$work/$name.br" -H 'Accept-Encoding: br' -H 'X-Forwarded-Proto: https' -H "Cookie: $cookie" "http://127.0.0.1:$port${staff[$name]}"
  for _ in 1 2; do wrk -t1 -c16 -d3s -H 'Accept-Encoding: br' -H "Cookie: $cookie" "http://127.0.0.1:$port${staff[$name]}" >/dev/null; done # warm
  bench bare "http://127.0.0.1:$((bare_port + 1))" / "$work/$name.br" >/dev/null 2>&1 & pids+=($!); same=$!
  wait_for "http://127.0.0.1:$((bare_port + 1))/"
  load "http://127.0.0.1:$port${staff[$name]}" 16 -H "Cookie: $cookie" > "$work/$name.app"
  load "http://127.0.0.1:$((bare_port + 1))/" 16 > "$work/$name.bare"
  kill "$same"; wait "$same" 2>/dev/null || true
done
stop

# fsync SECONDS: how long one fdatasync of 4 KB takes here (median of 200, in µs)
fsync_time() { python3 -c 'import os,sys,time
f=os.open(sys.argv[1],os.O_CREAT|os.O_WRONLY); t=[]
for i in range(200):
    os.pwrite(f,b"x"*4096,i*4096); a=time.perf_counter(); os.fdatasync(f); t.append((time.perf_counter()-a)*1e6)
print(int(sorted(t)[100]))' "$work/fsync"; }
fsync_time > "$work/fsync-time"

# sending ENGINE: RETURNS returns by 32 people, a warm run first, then RUNS runs; each return is sent once.
RETURNS=${BENCH_RETURNS:-2000} WARM=${BENCH_WARM:-3}
sending() {
  say "sending returns on $1"
  bench scene "$work/$1" $((RETURNS * (RUNS + WARM))) >"$work/scene.log" 2>&1 || { tail -20 "$work/scene.log" >&2; exit 1; }
  start
  for run in $(seq 0 $((RUNS + WARM - 1))); do
    bench send "127.0.0.1:$port" "$work/$1" $((run * RETURNS)) "$RETURNS" 32
  done | tail -"$RUNS" | sort -n | sed -n "$(((RUNS + 1) / 2))p" > "$work/send.$1"
  stop
}
export ATKARUU_DATA="$work/sqlite-data"
sending sqlite
if [[ -n "${BENCH_PG:-}" ]]; then
  export ATKARUU_DATA="$work/postgres-data" ATKARUU_DB="$BENCH_PG"
  sending postgres
  unset ATKARUU_DB
else
  echo "- - - -" > "$work/send.postgres"
fi

say "writing docs/performance.md"
tests/Atkaruu.Bench/report.sh "$work" "$idle" "$after" "$peak" > docs/performance.md
cat docs/performance.md

#!/usr/bin/env bash
# The screens over the invented history, for a signed-in coordinator at 16 connections. Writes docs/performance-screens.md.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/history.sh"
SECONDS_EACH=${BENCH_SECONDS:-5} RUNS=3
port=5396
bench coordinators "$work" 1
cookie=$(cat "$work/cookies")
dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll serve --urls "http://127.0.0.1:$port" >"$work/app" 2>&1 & app=$!; pids+=("$app")
wait_for "http://127.0.0.1:$port/healthz/ready"

some() { curl -s -H "Cookie: $cookie" "http://127.0.0.1:$port$1" | grep -o "href=\"$1/[^\"#?]*\"" | sed -n "$2p" | cut -d'"' -f2; }
pages=(/head /control /signals /matrix /orders /works /money /meetings "$(some /bodies 1)" "$(some /places 3)")
beside=(/ /register /timeline /places /bodies)

cat > "$work/load.lua" <<'LUA'
done = function(summary, latency)
  io.write(string.format("%.1f %.1f %.1f %d %d %d\n", latency:percentile(50)/1000, latency:percentile(95)/1000, latency:percentile(99)/1000,
    summary.requests / (summary.duration / 1000000), summary.requests, summary.errors.status))
end
LUA
load() { wrk -t1 -c16 -d"${2}s" -s "$work/load.lua" -H "Cookie: $cookie" "http://127.0.0.1:$port$1" | tail -1; }
ticks() { awk '{print $14 + $15}' "/proc/$app/stat"; }

say "warming up"
for _ in 1 2; do for page in "${pages[@]}" "${beside[@]}"; do load "$page" 3 >/dev/null; done; done
say "measuring"
for _ in $(seq "$RUNS"); do
  for page in "${pages[@]}" "${beside[@]}"; do
    before=$(ticks); measured=$(load "$page" "$SECONDS_EACH"); after=$(ticks)
    echo "$page $measured $(curl -s -H "Cookie: $cookie" "http://127.0.0.1:$port$page" | wc -c) $((after - before))" >> "$work/figures"
  done
done

rows() {
  local page
  for page in "$@"; do
    grep "^$page " "$work/figures" | sort -k4n | awk -v runs="$RUNS" '{all = all (NR > 1 ? ", " : "") $4; cpu += $9 * 10; n += $6; errors += $7; if (NR == int((runs + 1) / 2)) line = sprintf("| %s | %d | %s | %s | **%s** |", $1, $8 / 1024, $2, $3, $4)}
      END {printf "%s %s | %.1f |%s\n", line, all, cpu / n, (errors ? " errors: " errors : "")}'
  done
}
say "writing docs/performance-screens.md"
{
  echo "# Screens"
  echo
  echo "Made by \`./dev bench screens\` on $(date -u +%d.%m.%Y): Release, SQLite, the invented history of 80 measures, one signed-in coordinator, 16 connections, pages not compressed; $(nproc) cores, and"
  echo "what asks stands on the same cores. After a warm-up $RUNS runs of $SECONDS_EACH s a page, in turn; the middle run by its p99, and all three. Budget: screens p99 ≤ 50 ms."
  echo
  echo "| screen | KB | p50 ms | p95 | p99 | p99 of each run | processor time a page, ms |"
  echo "| --- | --- | --- | --- | --- | --- | --- |"
  rows "${pages[@]}"
  echo
  echo "Beside them, public pages for the same person (visitors are given kept pages, see performance.md):"
  echo
  echo "| page | KB | p50 ms | p95 | p99 | p99 of each run | processor time a page, ms |"
  echo "| --- | --- | --- | --- | --- | --- | --- |"
  rows "${beside[@]}"
} > docs/performance-screens.md
cat docs/performance-screens.md

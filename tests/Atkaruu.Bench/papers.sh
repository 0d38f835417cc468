#!/usr/bin/env bash
# Papers over the invented history: how long each takes by itself, and what pages feel of ten who ask at once. Writes docs/performance-papers.md.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/history.sh"
SECONDS_EACH=${BENCH_SECONDS:-10}
port=5395
say "papers by themselves"
bench papers > "$work/alone"

say "pages while ten ask for papers"
bench coordinators "$work" 11
dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll serve --urls "http://127.0.0.1:$port" >"$work/app" 2>&1 & pids+=($!)
wait_for "http://127.0.0.1:$port/healthz/ready"
mapfile -t cookies < "$work/cookies"
pages() { wrk -t1 -c4 -d"${SECONDS_EACH}s" --latency -H "Cookie: ${cookies[0]}" "http://127.0.0.1:$port/register" | awk '/Requests\/sec/ {r=$2} $1=="50%" {a=$2} $1=="99%" {b=$2} END {printf "%d | %s | %s\n", r, a, b}'; }
pages >/dev/null # warm
pages > "$work/quiet"
# Each of ten asks for one paper after another, none of which has been made.
ask() {
  for format in pdf docx xlsx; do for lang in ky ru; do for period in 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3; do
    curl -s -o /dev/null -w '%{http_code}\n' -H "Cookie: ${cookies[$1]}" "http://127.0.0.1:$port/papers/execution.$format?period=$period&lang=$lang&audience=staff" >> "$work/asked"
  done; done; done
}
for person in $(seq 10); do ask "$person" & pids+=($!); done
pages > "$work/busy"

say "writing docs/performance-papers.md"
{
  echo "# Papers"
  echo
  echo "Made by \`./dev bench papers\` on $(date -u +%d.%m.%Y): Release, SQLite, the invented history of 80 measures; $(nproc) cores, load average $(cut -d' ' -f1 /proc/loadavg) at the end. Budgets: the execution report ≤ 500 ms in"
  echo "each format; a review with 200 photographs ≤ 5,000 ms and ≤ 150 MB more memory; while ten ask at once, pages p99 ≤ 300 ms."
  echo
  echo "| execution report, composed and written | the first, ms | median, ms | worst, ms |"
  echo "| --- | --- | --- | --- |"
  awk -F'\t' '/^execution/ {printf "| %s | %s | **%s** | %s |\n", substr($1, 11), $2, $3, $4}' "$work/alone"
  echo
  echo "| review, the first | composed, ms | composed and written, ms | more memory, MB |"
  echo "| --- | --- | --- | --- |"
  awk -F'\t' '/^review/ {printf "| %s | %s | **%s** | %s |\n", substr($1, 8), $2, $3, $4}' "$work/alone"
  echo
  echo "| the register, signed in, 4 connections | requests/s | p50 | p99 |"
  echo "| --- | --- | --- | --- |"
  echo "| no papers | $(cat "$work/quiet") |"
  echo "| ten ask for papers without a break | $(cat "$work/busy") |"
  echo
  echo "Papers answered in that time, by status: $(sort "$work/asked" 2>/dev/null | uniq -c | awk '{printf "%s × %s  ", $1, $2}')"
} > docs/performance-papers.md
cat docs/performance-papers.md

#!/usr/bin/env bash
# Turns the figures of bench.sh into docs/performance.md. Arguments: folder with the figures, RSS idle, after, peak (MB).
set -euo pipefail
work=$1 idle=$2 after=$3 peak=$4
cpu=$(awk -F: '/model name/ {print $2; exit}' /proc/cpuinfo | xargs)
row() {
  read -r rps p50 p99 _ < "$work/$1.app"; read -r bare bp50 bp99 _ < "$work/$1.bare"
  printf '| %s | %s | %s | %s | %s | %s | **%s** |\n' "$2" "$(stat -c %s "$work/$1.br")" "$rps" "$p99" "$bare" "$bp99" "$(awk "BEGIN {printf \"%.2f\", $rps/$bare}")"
}
send_row() { read -r rate p50 p99 wrong < "$work/send.$1"; printf '| %s | %s | %s | %s | %s | %s |\n' "$2" "$rate" "$p50" "$p99" "$wrong" "$3"; }
cat <<HEAD
# Performance

Written by \`./dev bench\` on $(date -u +%d.%m.%Y). Figures of one run on one machine; compare the ratios, not the figures of another day.

Machine: $(nproc) cores ($cpu), $(awk '/MemTotal/ {printf "%d", $2/1048576}' /proc/meminfo) GB, $(. /etc/os-release; echo "$PRETTY_NAME"), .NET $(dotnet --version) SDK;
wrk runs beside the server on the same cores. Medians.

## Public pages, kept and compressed (64 connections)

The bare application gives the very same compressed bytes from memory and does nothing else. Budget: register ≥ 0.5 × bare.

| page | bytes (brotli) | requests/s | p99 | bare, requests/s | bare, p99 | ratio |
| --- | --- | --- | --- | --- | --- | --- |
$(row home 'home')
$(row register 'register of 80 measures')
$(row measure 'a measure')

## Signed in (16 connections)

Each request asks about the session and the person, makes the page and compresses it. Budget: ≥ 2,000 requests/s and p99 ≤ 50 ms; the matrix p99 ≤ 50 ms.

| page | bytes (brotli) | requests/s | p99 | bare, requests/s | bare, p99 | ratio |
| --- | --- | --- | --- | --- | --- | --- |
$(row matrix 'matrix of 80 measures × 4 periods')
$(row signed-register 'register of 80 measures')
$(row signed-measure 'a measure')
$(row work 'my work')

## Sending returns (32 people at once)

A return with two values and the row of one photograph, posted by the form of its page; durable: answered after the commit. One fdatasync takes $(cat "$work/fsync-time") µs here;
compare no commits/s of a machine where it takes another time. The file of the photograph is aside: its row was there when the form was sent.

| engine | returns/s | p50 | p99 | not taken | budget |
| --- | --- | --- | --- | --- | --- |
$(send_row sqlite SQLite '≥ 2000/s')
$(send_row postgres PostgreSQL '≥ 1000/s')

## Start and memory

| what | measured | budget |
| --- | --- | --- |
| start to first page, database in place (median of 5) | $(cat "$work/start") ms | ≤ 1000 ms |
| memory (RSS) when idle | $idle MB | |
| memory (RSS) after the load above and 10,000 register pages (997 different searches) | $after MB (peak $peak MB) | ≤ 250 MB |

## Reading the plan of 80 measures

From the bytes of a file to a draft with its meaning, warm (BenchmarkDotNet); and the whole command \`plan read FILE --json\`,
cold, with the start of the program. Budget: each file ≤ 1 s.

| file | whole command, cold |
| --- | --- |
| txt | $(cat "$work/cold.txt") s |
| docx | $(cat "$work/cold.docx") s |
| xlsx | $(cat "$work/cold.xlsx") s |
| pdf | $(cat "$work/cold.pdf") s |

$(grep '^|' "$work"/readers/results/*-report-github.md)
HEAD

#!/usr/bin/env bash
# A country beside one district, on SQLite and PostgreSQL: the same pages, signed in, at 16 connections. Writes docs/performance-country.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

SECONDS_EACH=${BENCH_SECONDS:-5} MANY=${BENCH_DISTRICTS:-50}
work=$(mktemp -d /tmp/atkaruu-country-XXXXXX); pids=()
trap 'for p in "${pids[@]:-}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT
port=5390
bench() { dotnet artifacts/bin/Atkaruu.Bench/release/Atkaruu.Bench.dll "$@"; }
wait_for() { for _ in $(seq 600); do curl -sf -o /dev/null "$1" && return 0; sleep 0.05; done; return 1; }

say "building"
dotnet build tests/Atkaruu.Bench -c Release -v quiet --tl:off -clp:NoSummary
dotnet build src/Atkaruu -c Release -v quiet --tl:off -clp:NoSummary
export ASPNETCORE_ENVIRONMENT=Testing

pages=(/head /control /signals /matrix /orders /works /money /register /measures/B%s-001 /timeline /places /bodies /)

# measure ENGINE DISTRICTS: makes the database, computes, loads every page; one line a page: path p50 p95 p99 requests/s
measure() {
  local engine=$1 districts=$2 to="$work/$1-$2"
  say "$engine, $districts district(s)"
  export ATKARUU_DATA="$work/data-$engine-$districts"
  bench country "$to" "$districts" 2>"$to.log" || { tail -20 "$to.log" >&2; exit 1; }
  bench country-compute | tail -1 > "$to.compute"
  dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll serve --urls "http://127.0.0.1:$port" >"$to.app" 2>&1 & local app=$!; pids+=("$app")
  wait_for "http://127.0.0.1:$port/healthz/ready"
  local cookie; cookie=$(cat "$to/coordinator")
  cat > "$work/p95.lua" <<'LUA'
done = function(summary, latency)
  io.write(string.format("%.1f %.1f %.1f %d %d\n", latency:percentile(50)/1000, latency:percentile(95)/1000, latency:percentile(99)/1000,
    summary.requests / (summary.duration / 1000000), summary.errors.status))
end
LUA
  local path page
  # shellcheck disable=SC2059
  path_of() { printf "$1" "$(printf %02d "$districts")"; }
  for _ in 1 2; do for page in "${pages[@]}"; do wrk -t1 -c16 -d2s -H "Cookie: $cookie" "http://127.0.0.1:$port$(path_of "$page")" >/dev/null; done; done
  for page in "${pages[@]}"; do
    path=$(path_of "$page")
    echo "${page/\%s/NN} $(wrk -t1 -c16 -d"${SECONDS_EACH}s" -s "$work/p95.lua" -H "Cookie: $cookie" "http://127.0.0.1:$port$path" | tail -1)" >> "$to.pages"
  done
  kill "$app"; wait "$app" 2>/dev/null || true
}

measure sqlite 1
measure sqlite "$MANY"
if [[ -n "${BENCH_PG:-}" ]]; then
  for n in 1 "$MANY"; do
    at=$(tr ';' ' ' <<<"$BENCH_PG" | sed 's/Host=/host=/; s/Port=/port=/; s/Username=/user=/; s/Database=/dbname=/')
    "$(compgen -G '/usr/lib/postgresql/*/bin/psql' | sort -V | tail -1)" -q "$at" -c "create database country_$n"
    ATKARUU_DB="${BENCH_PG/Database=postgres/Database=country_$n}" measure postgres "$n"
  done
fi

say "writing docs/performance-country.md"
{
  echo "# A country in one database"
  echo
  echo "Made by \`./dev bench country\`: $MANY districts (90 measures, ten indicators each, 22 published quarters: $((MANY * 90)) measures, $((MANY * 1980)) returns, $((MANY * 19800)) observations)"
  echo "beside one district, on one machine ($(nproc) cores, load beside the server), pages of a signed-in coordinator at 16 connections, $(date +%Y-%m-%d)."
  echo
  for engine in sqlite postgres; do
    [[ -f "$work/$engine-1.pages" ]] || continue
    read -r full median p95 _ < "$work/$engine-$MANY.compute"
    echo "## $engine"
    echo
    echo "Progress of all districts computed anew: **$full s** (budget 60). After one return: median **$median ms**, p95 $p95 ms (budget 10)."
    echo
    echo "| page | one: p50 | p95 | p99 ms | req/s | country: p50 | p95 | p99 ms | req/s | p95 ratio (budget 2) |"
    echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    paste -d' ' "$work/$engine-1.pages" "$work/$engine-$MANY.pages" | awk '{printf "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %.2f |%s\n", $1, $2, $3, $4, $5, $8, $9, $10, $11, ($3>0 ? $9/$3 : 0), ($6+$12>0 ? " errors: " $6 "+" $12 : "")}'
    echo
  done
} > docs/performance-country.md
cat docs/performance-country.md

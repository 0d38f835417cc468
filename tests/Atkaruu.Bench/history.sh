# Sourced by the benches over the invented history: builds, makes the history in a folder of its own, and takes everything away at the end.
# Gives: say, wait_for, bench, $work, pids (killed at the end).
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
wait_for() { for _ in $(seq 600); do curl -sf -o /dev/null "$1" && return 0; sleep 0.05; done; return 1; }
bench() { dotnet artifacts/bin/Atkaruu.Bench/release/Atkaruu.Bench.dll "$@"; }

work=$(mktemp -d /tmp/atkaruu-history-XXXXXX); pids=()
trap 'for p in "${pids[@]:-}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT
export ATKARUU_DATA="$work/data" ASPNETCORE_ENVIRONMENT=Testing

say "building"
dotnet build tests/Atkaruu.Bench -c Release -v quiet --tl:off -clp:NoSummary
dotnet build src/Atkaruu -c Release -v quiet --tl:off -clp:NoSummary
say "the invented history"
dotnet artifacts/bin/Atkaruu/release/Atkaruu.dll demo >/dev/null

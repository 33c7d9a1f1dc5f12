#!/usr/bin/env bash
# Runs every finding, or those named, keeping the packages until the end; says which behave otherwise than stated.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

TMPDIR=$(mktemp -d)
export TMPDIR KEEP=1
trap 'rm -rf "$TMPDIR"' EXIT

otherwise=()
[ $# -gt 0 ] || set -- [a-z]*.sh
for finding in "$@"; do
    case "$finding" in lib.sh | all.sh) continue ;; esac
    echo "== ${finding%.sh}"
    bash "$finding" || otherwise+=("$finding")
done
[ ${#otherwise[@]} -eq 0 ] && { echo "All as stated."; exit 0; }
echo "Not as stated: ${otherwise[*]}" >&2
exit 1

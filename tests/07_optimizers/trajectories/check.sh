#!/usr/bin/env bash
# The checked-in trajectories are what the script gives. Without python3 it is skipped (77).
set -euo pipefail
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
exec env PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "$0")/make_trajectories.py" --check

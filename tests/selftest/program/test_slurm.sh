#!/usr/bin/env bash
# Grades a small class through docs/grading/class.slurm on a real Slurm of one node, which is
# started here, and compares the merged gradebook with that of a run without Slurm.
#
#   test_slurm.sh ROOT BUILD
#
# Exit status 77 (skipped) where Slurm cannot be started.
set -uo pipefail
root=$1 build=$2
export WORKBOOK_BUILD=$build PATH=$PATH:/usr/sbin CI=true

skip() { echo "skipped: $*"; exit 77; }
fail() { echo "FAILED: $*"; exit 1; }

for program in munged slurmctld slurmd sbatch squeue scontrol; do
    command -v $program >/dev/null || skip "$program is not there (apt-get install slurm-wlm)"
done
[[ $(id -u) -eq 0 ]] || skip "only root can start a Slurm of its own"

work=$(mktemp -d)
pids=()
cleanup() {
    [[ ${#pids[@]} -eq 0 ]] || kill "${pids[@]}" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT
chmod 755 "$work"

host=$(hostname -s)
cores=$(nproc)
# A key and a socket of our own: a Slurm that this machine may have is left in peace.
mkdir -m 700 "$work/munge"
head -c 1024 /dev/urandom >"$work/munge/key"
chmod 600 "$work/munge/key"
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge.socket" \
    --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed" \
    --num-threads=2 >/dev/null 2>&1 &
pids+=($!)

mkdir "$work/state" "$work/spool"
cat >"$work/slurm.conf" <<CONF
ClusterName=workbook
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CryptoType=crypto/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
MpiDefault=none
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
slurmctld -D >/dev/null 2>&1 &
pids+=($!)
slurmd -D -N "$host" >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 60); do
    state=$(sinfo --noheader --format=%t 2>/dev/null)
    [[ $state == idle ]] && break
    sleep 0.5
done
[[ ${state:-} == idle ]] || skip "Slurm did not start: $(tail -n 3 "$work"/slurm*.log 2>/dev/null)"

# A class of six: two right, two not begun, two wrong.
class=$work/class
for student in ada bea cho dan eun fay; do
    mkdir -p "$class/$student"
done
cp "$root/solutions/01_perceptron/perceptron.cpp" "$class/ada/"
cp "$root/solutions/01_perceptron/perceptron.cpp" "$class/dan/"
cp "$root/labs/01_perceptron/perceptron.cpp" "$class/bea/"
cp "$root/labs/01_perceptron/perceptron.cpp" "$class/eun/"
sed 's/ > 0\.0/ >= 0.0/' "$root/solutions/01_perceptron/perceptron.cpp" >"$class/cho/perceptron.cpp"
echo 'int main() { return 0; }' >"$class/fay/perceptron.cpp"
workbook=$build/tests/program/workbook
grade() { "$workbook" --root "$root" --build "$build" grade "$@"; }
grade "$class" --out "$work/alone" --chapters 1 --seed 5 >"$work/said" 2>&1 ||
    fail "grade without Slurm: $(cat "$work/said")"

cd "$root" || exit 1
export SUBMISSIONS=$class OUT=$work/graded SEED=5 GRADE_OPTIONS="--chapters 1"
mkdir -p "$OUT"
job=$(sbatch --parsable --array=1-3 --cpus-per-task=1 --mem=0 --output="$work/task-%a.log" \
    docs/grading/class.slurm) || fail "sbatch did not take the script"
for _ in $(seq 240); do
    [[ -z $(squeue --noheader --jobs="$job" 2>/dev/null) ]] && break
    sleep 0.5
done
[[ -z $(squeue --noheader --jobs="$job" 2>/dev/null) ]] || fail "the array did not end"
grade --merge "$OUT/part-1,$OUT/part-2,$OUT/part-3" --out "$OUT/class" >"$work/said" 2>&1 ||
    fail "merge: $(cat "$work/said") $(cat "$work"/task-*.log)"
# How long a step took is another time in every run.
sed -i 's/ time="[0-9.]*"//' "$work/alone/junit.xml" "$OUT/class/junit.xml"
for file in gradebook.csv moodle.csv canvas.csv statistics.csv junit.xml summary.html; do
    cmp -s "$work/alone/$file" "$OUT/class/$file" ||
        fail "$file differs: $(diff "$work/alone/$file" "$OUT/class/$file" | head -n 5)"
done
echo "three tasks graded $(wc -l <"$class/../alone/gradebook.csv") lines of gradebook as one run does"

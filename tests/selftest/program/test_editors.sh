#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# What editors call and read: a place in a file stands for its step, VS Code's tasks and matchers fit
# what ./workbook says, its debugger finds its files, and continuous integration and the container
# take their packages from the one list.
#
#   test_editors.sh ROOT BUILD
#
# Exit status 77 (skipped) without Python.
set -uo pipefail
root=$1 build=$2
command -v python3 >/dev/null || { echo "skipped: no python3 here"; exit 77; }
source "$(dirname "$0")/or_fail.sh"

# The workbook with a lab of one's own, and a build folder that has what is built.
tree=$work/course
with_own_labs "$tree"
mkdir "$work/build"
lab=$tree/labs/01_perceptron/perceptron.cpp
workbook() { "$build/tests/program/workbook" --root "$tree" --build "$build" "$@"; }
line_of() { grep -n -m 1 -F -- "$1" "$lab" | cut -d : -f 1; }

# --- a place in a file ---------------------------------------------------------------------------

cd "$tree" || exit 1
cp "$root/solutions/01_perceptron/perceptron.cpp" "$lab"
places() { # LINE STEP: exactly that step is judged there
    local out
    out=$(workbook check "$lab:$1" 2>&1)
    [[ $(grep -oE '[✓✗·] [0-9]+\.[0-9]+' <<<"$out" | cut -d ' ' -f 2 | tr '\n' ' ') == "$2" ]] ||
        fail "line $1 is not step $2: $out"
}
places "$(line_of 'double weighted_sum(')" "1.1 "
places "$(($(line_of '! [1.2') + 1))" "1.2 "
places "$(($(line_of 'double classify(') - 1))" "1.3 " # the comment above it
places 99999 "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 "
out=$(workbook hint labs/01_perceptron/perceptron.cpp:"$(line_of 'double step_activation(')" 2>&1)
[[ $out == *1.2* ]] || fail "hint: $out"
out=$(workbook check README.md:3 2>&1) && fail "README.md is no chapter's"
[[ $out == *"belongs to no chapter"* ]] || fail "README.md: $out"

# --- what VS Code makes of verdicts ---------------------------------------------------------------

sed 's/return dot(x, w) + b;\|return dot(w, x) + b;/return dot(x, w) − b;/' \
    "$root/solutions/01_perceptron/perceptron.cpp" >"$lab"
grep -q − "$lab" || fail "the solution of 1.1 is written otherwise now"
workbook check "$lab:$(line_of −)" >"$work/copied" 2>&1
sed -i 's/−/-/' "$lab"
workbook check "$lab:$(line_of 'dot(x, w) - b')" >"$work/wrong" 2>&1
python3 - "$root/.vscode" "$work" "$(line_of 'dot(x, w) - b')" <<'END' || exit 1
import json, pathlib, re, sys
folder, work, line = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
tasks = {task["label"]: task for task in json.loads((folder / "tasks.json").read_text())["tasks"]}
found = {}
for name, matcher in zip(("copied", "wrong"), tasks["check this step"]["problemMatcher"]):
    pattern = matcher["pattern"]
    for text in (work / name).read_text().splitlines():
        if match := re.search(pattern["regexp"], text):
            found.setdefault(name, (match[pattern["file"]], match[pattern["line"]],
                                    match[pattern["message"]]))
for name in ("copied", "wrong"):
    said = (work / name).read_text()
    assert name in found, f"the matcher finds nothing in:\n{said}"
    file, at, message = found[name]
    assert file.endswith("labs/01_perceptron/perceptron.cpp"), file
    assert name == "copied" and at == line or name == "wrong" and int(at) <= int(line), (name, at)
assert "U+2212" in found["copied"][2], found
launch = json.loads((folder / "launch.json").read_text())["configurations"][0]
assert launch["preLaunchTask"] in tasks
watch = tasks["watch this chapter"]["problemMatcher"][0]["background"]
source = (folder.parent / "tests/program/verbs/watch.cpp").read_text()
assert watch["beginsPattern"] in source and watch["endsPattern"] in source
for name in ("settings.json", "extensions.json"):
    json.loads((folder / name).read_text())
container = json.loads((folder.parent / ".devcontainer/devcontainer.json").read_text())
dockerfile = (folder.parent / ".devcontainer" / container["build"]["dockerfile"]).read_text()
assert f" AS {container['build']['target']}\n" in dockerfile
END

# --- what its debugger is started with -------------------------------------------------------------

if command -v gdb >/dev/null; then
    workbook debug --prepare "$lab:$(line_of 'dot(x, w) - b')" >"$work/said" 2>&1 ||
        fail "debug --prepare: $(cat "$work/said")"
    grep -q "break -source perceptron.cpp -function perceptron::weighted_sum" "$build/debug/setup.gdb" ||
        fail "setup.gdb: $(cat "$build/debug/setup.gdb")"
    if gdb -nx -batch -ex run --args true >/dev/null 2>&1; then
        # As launch.json has it.
        gdb -nx -batch -ex "source $build/debug/setup.gdb" -ex run -ex "info args" \
            --args "$build/debug/host" "$build/debug/lab.so" "$build/debug/wrong.call" \
            >"$work/said" 2>&1
        grep -q "^b = " "$work/said" || fail "gdb does not stop: $(cat "$work/said")"
    fi
    cp "$root/solutions/01_perceptron/perceptron.cpp" "$lab"
    ! workbook debug --prepare 1.1 >/dev/null 2>&1 || fail "a right step is debugged"
fi

# --- clangd -----------------------------------------------------------------------------------------

if command -v clang++ >/dev/null; then
    python3 - "$root" "$build" >"$work/command" <<'END' || fail "compile_commands.json has no lab"
import json, pathlib, re, shlex, sys
root, build = sys.argv[1:]
settings = pathlib.Path(root, ".clangd").read_text()
removed, added = (re.findall(r"-[-\w=*]+", re.search(rf"{key}: \[(.*)\]", settings)[1])
                  for key in ("Remove", "Add"))
entry = next(e for e in json.loads(pathlib.Path(build, "compile_commands.json").read_text())
             if e["file"].endswith("/labs/01_perceptron/perceptron.cpp"))
words = [w for w in shlex.split(entry["command"])
         if not any(w == r or r.endswith("*") and w.startswith(r[:-1]) for r in removed)]
words = words[next(i for i, w in enumerate(words) if "++" in w) + 1:]
print(shlex.join(["cd", entry["directory"]]) + " && clang++ -fsyntax-only " + shlex.join(words + added))
END
    bash "$work/command" >"$work/said" 2>&1 ||
        fail "clang does not read a lab as clangd would: $(cat "$work/said")"
    ! grep -q "unknown\|not used" "$work/said" || fail "clangd would warn: $(cat "$work/said")"
fi

# --- CI and the container -----------------------------------------------------------------------------

mkdir -p "$work/student" "$work/instructor/tests/selftest"
for each in student instructor; do
    mkdir "$work/$each/.ci"
    cp "$root/.ci/run" "$work/$each/.ci/"
    printf '#!/bin/sh\necho "CI=$CI $*"\n' >"$work/$each/workbook"
    chmod +x "$work/$each/workbook"
done
[[ $(env -u CI "$work/student/.ci/run") == "CI=true check" ]] || fail ".ci/run, a student's"
[[ $(env -u CI "$work/instructor/.ci/run") == "CI=true test" ]] || fail ".ci/run, an instructor's"
for each in .gitlab-ci.yml .github/workflows/workbook.yml; do
    grep -q "\.ci/run" "$root/$each" || fail "$each runs something else"
done

# The Dockerfile's commands, as sh reads them; the packages are those of the list that there are.
python3 - "$root/.devcontainer/Dockerfile" "$work" <<'END' || exit 1
import pathlib, re, subprocess, sys
text = re.sub(r"\\\n", " ", pathlib.Path(sys.argv[1]).read_text())
commands = re.findall(r"^RUN (.*)$", text, re.M)
assert len(commands) == 4, commands
for command in commands:
    subprocess.run(["sh", "-n", "-c", command], check=True)
pathlib.Path(sys.argv[2], "run").write_text(commands[0])
END
mkdir "$work/list" "$work/bin"
cp "$root"/tests/program/course/packages.{sh,txt} "$work/list/"
printf '#!/bin/sh\n[ "$1" = update ] || echo "$@" >%q\n' "$work/installed" >"$work/bin/apt-get"
printf '#!/bin/sh\n[ "$2" != gdb ]\n' >"$work/bin/apt-cache"
printf '#!/bin/sh\n' >"$work/bin/rm"
chmod +x "$work/bin/"*
(cd "$work/list" && PACKAGE_GROUPS="core figures debug" PATH=$work/bin:$PATH \
    sh -c "$(cat "$work/run")") || fail "the container's packages"
for package in g++ libxtensor-dev gnuplot-nox; do
    grep -qw -- "$package" "$work/installed" || fail "$package is not installed: $(cat "$work/installed")"
done
! grep -qw gdb "$work/installed" || fail "what this Debian does not have is asked for"
echo "editors, containers and CI read what ./workbook says"

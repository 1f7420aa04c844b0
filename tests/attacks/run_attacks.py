#!/usr/bin/env python3
"""Grades a class in which every second student is hostile, and looks what came of it.

    run_attacks.py ROOT BUILD [--what files|archives|all] [--only REGEX] [--seed N] [--jobs N]
                              [--keep] [--no-honest]

Needs python3 (Debian: package python3) and nothing but its standard library, the built workbook
in BUILD, and bubblewrap. Exit status 1, and a list, when anything is not as it should be.

perceptron/NAME.cpp is a submission of chapter 1. Its first lines say what must come of it:
    // verdict: 1.1=wrong|crashed others=todo      each step's status, or those that are allowed
    // rest: skeleton | solution | none            where functions that it lacks are taken from
    // seconds: 60                                 how long it may hold the grader; else 45
    // whole: TEXT                                 what is handed in instead of this file
and in it stand for something else
    @ROOT@ @CLASS@ @OUT@ @HOME@ @SECRET@           places that it must not reach
    @CANARIES@                                     files that it must not write, in quotes
    @PORT@ @SOCKET@                                where somebody listens
    @REPEAT(N,TEXT)@  @BYTES(HEX)@                 a text N times; bytes
A line "ESCAPED: ..." that it prints says that it could do what must be impossible. After each comes
an honest student, with the worked solution or the skeleton by turns.

archives/make_archives.py makes hostile archives and folders; see there.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from class_check import Grading, Traps, Verdict, grade_class

HERE = Path(__file__).resolve().parent
FUNCTION = re.compile(r"^(?:[\w:]+) (?:perceptron::)?(\w+)\((?:[^;{]*?)\)\n?\s*\{", re.MULTILINE)


def functions_of(text):
    """The definitions at the margin of a lab or solution, by name."""
    found = {}
    for match in FUNCTION.finditer(text):
        end = text.index("\n}\n", match.start())
        found[match[1]] = text[match.start():end + 3]
    return found


def with_the_rest(text, whole):
    """The functions that `text` does not define, from `whole`."""
    rest = [code for name, code in functions_of(whole).items()
            if not re.search(rf"^[\w:<> ]+ (?:perceptron::)?{name}\(", text, re.MULTILINE)]
    head = "\n#include <algorithm>\n#include <cmath>\n#include <stdexcept>\nnamespace perceptron {\n"
    # The functions call each other: those in the file are declared in the interface.
    return text + (head + "\n".join(rest) + "}\n" if rest else "")


def filled_in(text, places):
    """The submission as bytes, with everything that stands for something else put in."""
    for name, value in places.items():
        text = text.replace(f"@{name}@", value)
    repeat = re.compile(r"@REPEAT\((\d+),((?:(?!@REPEAT\().)*?)\)@", re.DOTALL)
    while repeat.search(text):
        text = repeat.sub(lambda match: match[2] * int(match[1]), text)
    parts = re.split(r"@BYTES\(([0-9a-f]+)\)@", text)
    return b"".join(bytes.fromhex(part) if place % 2 else part.encode()
                    for place, part in enumerate(parts))


def directive(text, name, otherwise):
    found = re.search(rf"^// {name}: (.*)$", text, re.MULTILINE)
    return found[1] if found else otherwise


class Failures(list):
    def add(self, who, what):
        self.append(f"{who}: {what}")


def hostile_files(args, folder, traps, failures):
    """Grades the class of perceptron/."""
    solution = (args.root / "solutions/01_perceptron/perceptron.cpp").read_text()
    skeleton = (args.root / "labs/01_perceptron/perceptron.cpp").read_text()
    grading = Grading(args.root, args.build, folder, args.seed, args.jobs, traps.token)
    places = {"ROOT": str(args.root), "CLASS": str(grading.class_folder), "OUT": str(grading.out),
              "HOME": str(Path.home()), "SECRET": str(traps.secret), "PORT": str(traps.port),
              "SOCKET": traps.local_path,
              "CANARIES": ", ".join(f'"{c}"' for c in traps.canaries(args.root, grading.out))}
    expected, limits, where = {}, {}, {}

    def hand_in(key, data, verdict, limit):
        where[key] = grading.class_folder / key
        file = where[key] / "01_perceptron" / "perceptron.cpp"
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        expected[key] = Verdict(verdict)
        limits[key] = limit

    attacks = sorted(p for p in (HERE / "perceptron").glob("*.cpp") if args.only.search(p.stem)
                     and not (args.quick and "\n// seconds: 1" in p.read_text(encoding="utf-8")))
    for number, path in enumerate(attacks):
        text = path.read_text(encoding="utf-8")
        rest = directive(text, "rest", "skeleton")
        whole = directive(text, "whole", None)
        if whole is not None:
            text = whole
        elif rest != "none":
            text = with_the_rest(text, solution if rest == "solution" else skeleton)
        source = path.read_text(encoding="utf-8")
        hand_in(f"{number:03}a_{path.stem}", filled_in(text, places),
                directive(source, "verdict", ""), float(directive(source, "seconds", "45")))
        if args.honest:
            honest, verdict = ((solution, "all=right"), (skeleton, "all=todo"))[number % 2]
            # Each a little different, so that none is known from the one before.
            hand_in(f"{number:03}b_honest", f"// student {number}\n{honest}".encode(), verdict, 45)

    students, seconds, found = grade_class(grading, traps, args.root, sorted(where), limits, where)
    for what in found:
        failures.add("files", what)
    statuses = {}
    for key in sorted(where):
        if key not in students:
            failures.add(key, "has no line in the journal")
            continue
        steps = students[key]["chapters"][0]["steps"]
        statuses[key] = sorted({step["status"] for step in steps})
        for what in expected[key].differences(steps):
            failures.add(key, what)
        if seconds.get(key, 0) > limits[key]:
            failures.add(key, f"took {seconds[key]:.0f} s, more than {limits[key]:.0f} s")
    slowest = sorted(seconds.items(), key=lambda item: -item[1])[:12]
    print(f"{len(attacks)} hostile files, {len(where) - len(attacks)} honest ones; slowest: "
          + ", ".join(f"{key} {took:.0f} s" for key, took in slowest))
    return grading


def hostile_archives(args, folder, traps, failures):
    """Grades the class that make_archives.py makes."""
    grading = Grading(args.root, args.build, folder, args.seed, args.jobs, traps.token)
    grading.class_folder.mkdir(parents=True)
    made = folder / "expectations.json"
    subprocess.run([sys.executable, str(HERE / "archives/make_archives.py"), str(args.root),
                    str(grading.class_folder), str(made), str(traps.secret),
                    "canary_" + traps.token[-12:]], check=True)
    expectations = json.loads(made.read_text())
    for entry in list(expectations):
        if not args.only.search(entry["what"]):
            path = os.path.join(os.fsencode(grading.class_folder), bytes.fromhex(entry["entry"]))
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            else:
                os.remove(path)
            expectations.remove(entry)
    order = {entry["token"]: grading.class_folder / os.fsdecode(bytes.fromhex(entry["entry"]))
             for entry in expectations}
    keys = sorted(order)
    students, seconds, found = grade_class(grading, traps, args.root, keys,
                                           {key: 60 for key in keys}, order)
    for what in found:
        failures.add("archives", what)
    by_token = {}
    for student in students.values():
        for token in re.findall(r"q\d\d\d", student["name"] + student["key"]):
            by_token.setdefault(token, {})[student["key"]] = student
    for entry in expectations:
        who = f"{entry['token']} ({entry['what']})"
        mine = list(by_token.get(entry["token"], {}).values())
        if entry["verdict"] is None:
            if mine:
                failures.add(who, "was graded, and should have been passed over")
            continue
        if len(mine) != entry["lines"]:
            failures.add(who, f"has {len(mine)} lines in the journal, not {entry['lines']}")
            continue
        student = mine[0]
        for what in Verdict(entry["verdict"]).differences(student["chapters"][0]["steps"]):
            failures.add(who, what)
        notes = "\n".join(student["notes"] + student["chapters"][0]["notes"])
        if entry["note"] and not re.search(entry["note"], notes):
            failures.add(who, f"no note says {entry['note']!r}; the notes: {notes[:200]!r}")
        if len(notes) > 20000:
            failures.add(who, f"has {len(notes) >> 10} kB of notes")
    for base, folders, files in os.walk(folder):
        for name in folders + files:
            if "canary_" + traps.token[-12:] in name and "class" not in Path(base).relative_to(folder).parts:
                failures.add("archives", f"{os.path.join(base, name)!r} was unpacked")
    print(f"{len(expectations)} hostile archives and folders")
    return grading


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=lambda text: Path(text).resolve())
    parser.add_argument("build", type=lambda text: Path(text).resolve())
    parser.add_argument("--what", choices=["files", "archives", "all"], default="all")
    parser.add_argument("--only", type=re.compile, default=re.compile(""))
    parser.add_argument("--quick", action="store_true", help="without those that are slow by design")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", action="store_true", help="leave class and results where they are")
    parser.add_argument("--no-honest", dest="honest", action="store_false")
    args = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    start = time.monotonic()
    work = Path(tempfile.mkdtemp(prefix="attacks."))
    failures = Failures()
    try:
        for what, test in (("files", hostile_files), ("archives", hostile_archives)):
            if args.what not in (what, "all"):
                continue
            folder = work / what
            folder.mkdir()
            traps = Traps(folder)
            try:
                test(args, folder, traps, failures)
            finally:
                traps.close()
    finally:
        if args.keep:
            print(f"kept in {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    print(f"seed {args.seed}, {time.monotonic() - start:.0f} s, {len(failures)} things are not as they should be")
    for failure in failures:
        print(" ", failure.encode("utf-8", "replace").decode())
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Grades one class of everything, and looks what came of it: solutions, skeletons, right answers
written differently, mistakes, hostile files, and hostile archives and folders.

    whole_class.py ROOT BUILD [--what known,files,archives] [--only REGEX] [--quick] [--every N]
                              [--hostile N] [--chapters 1,2] [--kill N] [--share N] [--seed N] [--jobs N] [--keep]

With --kill N a second class, every --share-th submission of the first, is graded by a grader that
is killed N times at random and goes on with --resume. What comes of a student must be the same,
byte for byte, as in the first.

Needs python3 (Debian: package python3) and nothing but its standard library, the built workbook
in BUILD, and bubblewrap. Exit status 1, and a list, when anything is not as it should be.
"""

import argparse
import csv
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import submissions
from class_check import Grading, Traps, grade_class


def hand_in(args, class_folder, out, scratch, traps):
    """Fills the class's folder. Returns the submissions that --only leaves."""
    class_folder.mkdir()
    handed_in = []
    if "files" in args.what:
        handed_in += submissions.hostile_files(args.root, class_folder, out, traps, args.quick,
                                                 args.hostile)
    if "archives" in args.what:
        handed_in += submissions.hostile_archives(args.root, class_folder, scratch, traps)
    if "known" in args.what:
        handed_in += submissions.known_students(args.root, args.build, class_folder, scratch,
                                                args.every, args.chapters, len(handed_in) or 1)
    chosen = []
    for one in handed_in:
        if args.only.search(one.what):
            chosen.append(one)
        elif os.path.isdir(one.place) and not os.path.islink(one.place):
            shutil.rmtree(one.place)
        else:
            os.remove(one.place)
    return chosen


def of_token(records, token):
    """The keys of the students who have it."""
    return [key for key, record in records.items()
            if token in record["student"]["name"] + " " + key]


def differences(one, records):
    """What is otherwise than it must be with a submission."""
    mine = of_token(records, one.token)
    if one.verdict is None:
        return ["was graded, and should have been passed over"] if mine else []
    if len(mine) != one.lines:
        return [f"has {len(mine)} lines in the journal, not {one.lines}"]
    record = records[mine[0]]
    student = record["student"]
    chapter = next(c for c in student["chapters"] if c["folder"] == one.chapter)
    found = one.verdict.differences(chapter["steps"])
    if one.mistake and not any(mistake["id"] == one.mistake for step in chapter["steps"]
                               for mistake in step["mistakes"]):
        found.append(f"{one.mistake} is not named")
    notes = "\n".join(student["notes"] + chapter["notes"])
    if one.note and not re.search(one.note, notes):
        found.append(f"no note says {one.note!r}; the notes: {notes[:200]!r}")
    if len(notes) > 20000:
        found.append(f"has {len(notes) >> 10} kB of notes")
    if record["seconds"] > one.seconds:
        found.append(f"took {record['seconds']:.0f} s, more than {one.seconds:.0f} s")
    return found


def rows_by_cell(out):
    """The rows of the tables in which something stands."""
    rows = {}
    for table in ("gradebook.csv", "moodle.csv", "canvas.csv"):
        with open(out / table, encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                for cell in set(row):
                    rows.setdefault(cell, []).append((table, row))
    return rows


def outputs_of(out, rows, key):
    """All that a student gets, by name."""
    files = {path.name: path.read_bytes() for path in (out / "students" / key).iterdir()}
    return {**files, "rows": rows.get(key, [])}


def compare(first, second, records, handed_in):
    """What is otherwise in the second class than in the first, of those whose code does not do
    something else in every run."""
    found = []
    keys = [key for one in handed_in if not one.hostile for key in of_token(records, one.token)]
    rows_before, rows_after = rows_by_cell(first), rows_by_cell(second)
    for key in keys:
        before = outputs_of(first, rows_before, key)
        after = outputs_of(second, rows_after, key)
        found += [f"{key}: {name} is not the same in both classes"
                  for name in before.keys() | after.keys()
                  if before.get(name) != after.get(name)]
    print(f"{len(keys)} students compared between the undisturbed class and the killed one")
    return found


def report_times(records, seconds):
    slowest = sorted(records.values(), key=lambda record: -record["seconds"])[:12]
    print(f"{len(records)} students in {seconds:.0f} s; slowest: "
          + ", ".join(f"{r['student']['key'][:30]} {r['seconds']:.0f} s" for r in slowest),
          flush=True)


def grade_all(args, work, traps):
    """Returns what is wrong."""
    first, out = work / "class", work / "out"
    handed_in = hand_in(args, first, out, work, traps)
    quiet = 60 + max((one.seconds for one in handed_in), default=0)

    def graded(class_folder, results, expected, kill_at=()):
        grading = Grading(args.root, args.build, class_folder, results, args.seed, args.jobs,
                          traps.token, args.chapters)
        start = time.monotonic()
        records, found = grade_class(grading, traps, args.root, quiet, kill_at)
        report_times(records, time.monotonic() - start)
        for one in expected:
            found += [f"{one.token} ({one.what}): {what}" for what in differences(one, records)]
        return records, found

    records, found = graded(first, out, handed_in)
    for path in work.rglob(traps.canary + "*"):
        if first not in path.parents:
            found.append(f"{path} was unpacked")
    if args.kill and not found:
        second, tokens = work / "class_again", sorted({one.token for one in handed_in})
        again = set(tokens[random.randrange(args.share)::args.share])
        second.mkdir()
        for one in handed_in:
            if one.token in again:
                os.rename(one.place, os.path.join(os.fsencode(second), os.path.basename(one.place)))
        handed_in = [one for one in handed_in if one.token in again]
        kill_at = sorted(random.randrange(len(again)) for _ in range(args.kill))
        print(f"killed at {kill_at} lines of the journal")
        _, more = graded(second, work / "out_again", handed_in, kill_at)
        found += [f"after being killed: {what}" for what in more]
        found += compare(out, work / "out_again", records, handed_in)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=lambda text: Path(text).resolve())
    parser.add_argument("build", type=lambda text: Path(text).resolve())
    parser.add_argument("--what", type=lambda text: text.split(","),
                        default=["known", "files", "archives"])
    parser.add_argument("--only", type=re.compile, default=re.compile(""))
    parser.add_argument("--quick", action="store_true", help="without those that are slow by design")
    parser.add_argument("--every", type=int, default=1, help="takes every N-th mistake")
    parser.add_argument("--hostile", type=int, default=1,
                        help="takes every N-th hostile file, from a random one on")
    parser.add_argument("--chapters", default="", help="of the known students; default: all")
    parser.add_argument("--kill", type=int, default=0)
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    # Twice as many as cores: several files do nothing but wait until their time is over.
    parser.add_argument("--jobs", type=int, default=2 * len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", action="store_true", help="leave class and results where they are")
    args = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    random.seed(args.seed)
    start = time.monotonic()
    work = Path(tempfile.mkdtemp(prefix="class."))
    traps = Traps(work)
    try:
        failures = grade_all(args, work, traps)
    finally:
        traps.close()
        if args.keep:
            print(f"kept in {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    print(f"seed {args.seed}, {time.monotonic() - start:.0f} s, {len(failures)} things are not as "
          "they should be")
    for failure in failures:
        print(" ", failure.encode("utf-8", "replace").decode())
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

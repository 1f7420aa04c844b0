"""The submissions of the class that the grader is tried with, and what must come of each.

Needs python3 (Debian: package python3), nothing but its standard library, and the built workbook.

perceptron/NAME.cpp is a submission of chapter 1. Its first lines say what must come of it:
    // verdict: 1.1=wrong|crashed others=todo      each step's status, or those that are allowed
    // rest: skeleton | solution | none            where functions that it lacks are taken from
    // seconds: 60                                 how long it may hold the grader; else 120
    // whole: TEXT                                 what is handed in instead of this file
and in it stand for something else
    @ROOT@ @CLASS@ @OUT@ @HOME@ @SECRET@           places that it must not reach
    @CANARIES@                                     files that it must not write, in quotes
    @PORT@ @SOCKET@                                where somebody listens
    @REPEAT(N,TEXT)@  @BYTES(HEX)@                 a text N times; bytes
A line "ESCAPED: ..." that it prints says that it could do what must be impossible.

archives/make_archives.py makes hostile archives and folders; see there. known_class.cpp makes the
students of whom all is known: solutions, skeletons, right answers, mistakes.
"""

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from class_check import Verdict

HERE = Path(__file__).resolve().parent
FUNCTION = re.compile(r"^(?:[\w:]+) (?:perceptron::)?(\w+)\((?:[^;{]*?)\)\n?\s*\{", re.MULTILINE)


@dataclass
class Submission:
    """What is handed in, and what must come of it."""
    token: str            # in the student's name or key, and in nobody else's
    place: bytes          # its path
    what: str             # for messages
    verdict: Verdict      # None: it is passed over
    chapter: str = "01_perceptron"
    mistake: str = ""     # that must be named
    note: str = ""        # a pattern that a note must fit
    lines: int = 1        # students in the journal that have the token
    seconds: float = 120  # how long it may hold the grader
    hostile: bool = True  # what it prints may be different in every run


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


def hostile_files(root, class_folder, out, traps, quick, every):
    """Hands in the files of perceptron/, only every so many, from a random one on."""
    solution = (root / "solutions/01_perceptron/perceptron.cpp").read_text()
    skeleton = (root / "labs/01_perceptron/perceptron.cpp").read_text()
    places = {"ROOT": str(root), "CLASS": str(class_folder), "OUT": str(out),
              "HOME": str(Path.home()), "SECRET": str(traps.secret), "PORT": str(traps.port),
              "SOCKET": traps.local_path,
              "CANARIES": ", ".join(f'"{c}"' for c in traps.canaries(root, out))}
    handed_in = []
    files = list(enumerate(sorted((HERE / "perceptron").glob("*.cpp"))))
    for number, path in files[random.randrange(every)::every]:
        source = path.read_text(encoding="utf-8")
        seconds = float(directive(source, "seconds", "120"))
        if quick and seconds > 120:
            continue
        text = directive(source, "whole", None)
        rest = directive(source, "rest", "skeleton")
        if text is None:
            text = source if rest == "none" else \
                with_the_rest(source, solution if rest == "solution" else skeleton)
        place = class_folder / f"{number:03}a_f{number:03}_{path.stem}"
        file = place / "01_perceptron" / "perceptron.cpp"
        file.parent.mkdir(parents=True)
        file.write_bytes(filled_in(text, places))
        handed_in.append(Submission(f"f{number:03}_", os.fsencode(place), path.stem,
                                    Verdict(directive(source, "verdict", "")), seconds=seconds))
    return handed_in


def hostile_archives(root, class_folder, scratch, traps):
    """Hands in what make_archives.py makes."""
    made = scratch / "archives.json"
    subprocess.run([sys.executable, str(HERE / "archives/make_archives.py"), str(root),
                    str(class_folder), str(made), str(traps.secret), traps.canary], check=True)
    return [Submission(entry["token"],
                       os.path.join(os.fsencode(class_folder), bytes.fromhex(entry["entry"])),
                       entry["what"], Verdict(entry["verdict"]) if entry["verdict"] else None,
                       note=entry["note"] or "", lines=entry["lines"])
            for entry in json.loads(made.read_text())]


def known_students(root, build, class_folder, scratch, every, chapters, places):
    """Hands in what known_class makes, spread over so many places between the hostile files."""
    made = scratch / "known.json"
    folder = scratch / "known"
    subprocess.run([str(build / "tests/selftest/attacks/known_class"), "--root", str(root), "--build",
                    str(build), "--every", str(every)]
                   + (["--chapters", chapters] if chapters else [])
                   + [str(folder), str(made)], check=True)
    known = json.loads(made.read_text())
    handed_in = []
    for number, (name, expected) in enumerate(known.items()):
        token = f"k{number:04}_"
        place = class_folder / f"{number * places // len(known):03}b_{token}{name}"
        (folder / name).rename(place)
        handed_in.append(Submission(token, os.fsencode(place), name, Verdict(expected["verdict"]),
                                    chapter=expected["chapter"], mistake=expected["mistake"],
                                    hostile=False))
    return handed_in

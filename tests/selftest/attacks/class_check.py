"""What the tests of the grader share: a class is graded, and what came of it is looked through.

Needs python3 (Debian: package python3) and nothing but its standard library.
"""

import csv
import json
import os
import random
import re
import secrets
import socket
import subprocess
import threading
import time
import xml.etree.ElementTree
from pathlib import Path

STATUSES = {"right", "wrong", "todo", "crashed", "timeout", "not_built"}


class Verdict:
    """'1.1=wrong|crashed others=todo': the statuses that each step may have."""

    def __init__(self, text):
        self.text = text
        self.steps = {}
        for word in text.split():
            step, _, allowed = word.partition("=")
            self.steps[step] = set(allowed.split("|"))
            if not allowed or not self.steps[step] <= STATUSES:
                raise ValueError(f"no verdict: {word!r}")

    def allowed(self, step):
        for name in (step, "others", "all"):
            if name in self.steps:
                return self.steps[name]
        raise ValueError(f"{self.text!r} says nothing of step {step}")

    def differences(self, steps):
        """What is otherwise in the journal's list of steps."""
        found = [f"{s['number']} is {s['status']}, not {'|'.join(sorted(self.allowed(s['number'])))}"
                 f" ({s.get('message', '')[:150]!r})"
                 for s in steps if s["status"] not in self.allowed(s["number"])]
        missing = set(self.steps) - {s["number"] for s in steps} - {"all", "others"}
        return found + [f"{step} was not judged" for step in sorted(missing)]


class Traps:
    """Files and sockets that nobody may touch, and a secret that nobody may learn."""

    def __init__(self, folder):
        self.token = "secret" + secrets.token_hex(12)
        self.canary = "canary_" + self.token[-12:]
        self.folder = folder
        self.secret = folder / "secret.txt"
        self.secret.write_text(f"{self.token} is what nobody may read\n")
        self.callers = []
        self.network = socket.create_server(("127.0.0.1", 0))
        self.port = self.network.getsockname()[1]
        self.local = socket.socket(socket.AF_UNIX)
        self.local_path = f"/tmp/{self.token[:20]}.socket"
        self.local.bind(self.local_path)
        self.local.listen()
        for listener in (self.network, self.local):
            threading.Thread(target=self._listen, args=(listener,), daemon=True).start()

    def _listen(self, listener):
        while True:
            try:
                caller, address = listener.accept()
            except OSError:
                return
            self.callers.append(str(address))
            caller.close()

    def canaries(self, root, out):
        places = [self.folder, out, root, root / "build", Path.home(), Path("/tmp"),
                  Path("/dev/shm"), Path("/var/tmp"), Path.cwd()]
        return [place / self.canary for place in places]

    def close(self):
        self.network.close()
        self.local.close()
        Path(self.local_path).unlink(missing_ok=True)


class Grading:
    """Runs the grader on a class; goes on with --resume where there is a journal."""

    def __init__(self, root, build, class_folder, out, seed, jobs, token, chapters=""):
        self.command = [str(build / "tests/program/workbook"), "--root", str(root), "--build",
                        str(build), "grade", str(class_folder), "--out", str(out), "--seed",
                        str(seed), "--jobs", str(jobs)]
        self.command += ["--chapters", chapters] if chapters else []
        self.build_lock = os.path.realpath(build / ".lock")
        self.class_folder = class_folder
        self.out = out
        self.environment = {**os.environ, "NOBODY_MAY_SEE": token, "NO_COLOR": "1"}
        self.said = b""

    def records(self):
        """The journal's records about students so far, in the order in which they were done."""
        try:
            text = (self.out / "journal.jsonl").read_bytes()
        except FileNotFoundError:
            return []
        records = [json.loads(line) for line in text.split(b"\n")[:-1]]
        return [record for record in records if "student" in record]

    def _lines(self):
        """How many lines the journal has so far, without a look at what stands in them."""
        try:
            return (self.out / "journal.jsonl").read_bytes().count(b"\n")
        except FileNotFoundError:
            return 0

    def _is_building(self, process):
        """Whether the grader waits for the parts of the workbook itself: that is no hang."""
        try:
            folder = f"/proc/{process}/fd"
            return any(os.path.realpath(f"{folder}/{name}") == self.build_lock
                       for name in os.listdir(folder))
        except OSError:
            return False

    def _follow(self, grader, quiet_seconds, kill_at):
        """Waits until the grader ends, is quiet for too long, or has written `kill_at` lines."""
        size = -1
        last = time.monotonic()
        while True:
            ended = grader.poll() is not None
            try:
                new_size = (self.out / "journal.jsonl").stat().st_size
            except FileNotFoundError:
                new_size = -1
            if new_size != size:
                size = new_size
                last = time.monotonic()
                if kill_at is not None and self._lines() > kill_at:
                    time.sleep(random.uniform(0, 1))
                    return None
            if ended:
                return grader.returncode
            if self._is_building(grader.pid):
                last = time.monotonic()
            if time.monotonic() - last > quiet_seconds:
                return None
            time.sleep(0.1)

    def run(self, quiet_seconds, kill_at=None):
        """One run. Returns its status; None when it wrote nothing for `quiet_seconds`, or had
        written `kill_at` lines, and was killed."""
        command = self.command + (["--resume"] if (self.out / "journal.jsonl").exists() else [])
        log = self.out.with_suffix(".log")
        with open(log, "wb") as stream:
            grader = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream,
                                      stderr=subprocess.STDOUT, env=self.environment,
                                      start_new_session=True)
        status = None
        try:
            status = self._follow(grader, quiet_seconds, kill_at)
        finally:
            if grader.poll() is None:
                grader.kill()  # it alone, as a lack of memory would: the rest must end by itself
                grader.wait()
        self.said += log.read_bytes()
        return status

    def left_over(self):
        """Processes that still run a submission's program, or were told of the results' folder."""
        programs = set()
        for path in (self.out / "work").rglob("*") if (self.out / "work").exists() else []:
            try:
                status = path.stat()
                programs.add((status.st_dev, status.st_ino))
            except OSError:
                pass
        found = []
        for process in Path("/proc").iterdir():
            if not process.name.isdigit() or int(process.name) == os.getpid():
                continue
            try:
                words = (process / "cmdline").read_bytes()
                status = os.stat(process / "exe")
            except OSError:
                continue
            if (status.st_dev, status.st_ino) in programs or str(self.out).encode() in words:
                found.append(f"process {process.name}: {words[:200]!r}")
        return found


def snapshot(folder):
    """Every name below a folder, with size and time."""
    found = {}
    for base, folders, files in os.walk(os.fsencode(folder)):
        for name in folders + files:
            status = os.lstat(os.path.join(base, name))
            found[os.path.join(base, name)] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


HOSTILE_MARKUP = re.compile(rb"<script>\s*alert|<img src=x|<svg onload|=.?\s*javascript:", re.I)
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
FORMULA = re.compile(r"^[\s\x00]*[=+@\-\t\r]")
NUMBER = re.compile(r"^-?[0-9.]+$")


def look_through(out, token, said):
    """What must not be in the results."""
    found = []
    most = (8 << 20) + 30_000 * len(list((out / "students").glob("*")))
    size = 0
    for path in sorted(p for p in out.rglob("*") if p.is_file() and not p.is_symlink()):
        size += path.stat().st_size
        place = path.relative_to(out)
        if "work" in place.parts[:1]:
            if path.stat().st_size < 1 << 26 and token.encode() in path.read_bytes():
                found.append(f"the secret is in {place}")
            continue
        data = path.read_bytes()
        if token.encode() in data:
            found.append(f"the secret is in {place}")
        if place.parts[0] == "students" and str(out / "work").encode() in data:
            found.append(f"the grader's folder is in {place}")
        if len(data) > most:
            found.append(f"{place} has {len(data) >> 20} MB")
        if path.suffix in {".html", ".csv", ".xml", ".json", ".jsonl"}:
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                found.append(f"{place} is not UTF-8: {error}")
                continue
            if CONTROLS.search(data):
                found.append(f"{place} holds control characters: "
                             f"{data[max(0, CONTROLS.search(data).start() - 40):][:60]!r}")
        if path.suffix == ".html" and HOSTILE_MARKUP.search(data):
            found.append(f"{place} holds a student's markup: "
                         f"{data[HOSTILE_MARKUP.search(data).start():][:60]!r}")
        if path.suffix == ".csv":
            for row in csv.reader(text.splitlines(keepends=True)):
                for cell in row:
                    if FORMULA.match(cell) and not NUMBER.match(cell):
                        found.append(f"{place} holds a formula: {cell[:60]!r}")
        if path.suffix == ".xml":
            try:
                xml.etree.ElementTree.fromstring(data)
            except xml.etree.ElementTree.ParseError as error:
                found.append(f"{place} is not XML: {error}")
        if path.suffix == ".json":
            try:
                json.loads(text)
            except ValueError as error:
                found.append(f"{place} is not JSON: {error}")
    if size > 1 << 30:
        found.append(f"the results take {size >> 20} MB")
    if token.encode() in said:
        found.append("the grader itself says the secret")
    if CONTROLS.search(said.replace(b"\r", b"")):
        found.append("the grader prints control characters: "
                     f"{said[max(0, CONTROLS.search(said.replace(bytes([13]), b'')).start() - 40):][:80]!r}")
    for name in ("gradebook.csv", "summary.html", "junit.xml", "moodle.csv", "canvas.csv"):
        if not (out / name).is_file():
            found.append(f"there is no {name}")
    return found


def grade_class(grading, traps, root, quiet_seconds, kill_at=()):
    """Grades a class, killed when the journal has `kill_at` lines. Returns (the journal's records
    by key, what is wrong)."""
    found = []
    before = snapshot(grading.class_folder)
    for lines in kill_at:
        grading.run(quiet_seconds, lines)
    status = grading.run(quiet_seconds)
    if status != 0:
        how = "hung" if status is None else f"ended with status {status}"
        said = grading.said.decode("utf-8", "replace").strip().splitlines()
        done = {record["student"]["name"] for record in grading.records()}
        left = sorted(set(os.listdir(grading.class_folder)) - done)
        found.append(f"THE GRADER {how}: {' / '.join(said[-2:])[:400]}; not done, the first of "
                     f"them: {left[:6]}")
    records = {record["student"]["key"]: record for record in grading.records()}

    time.sleep(0.5)
    found += [f"still there: {process}" for process in grading.left_over()]
    for canary in traps.canaries(root, grading.out):
        if os.path.lexists(canary):
            found.append(f"a submission wrote {canary}")
            canary.unlink()
    found += [f"a submission reached {caller}" for caller in traps.callers]
    if snapshot(grading.class_folder) != before:
        found.append("grading changed the submissions")
    found += look_through(grading.out, traps.token, grading.said)
    for key, record in records.items():
        for chapter in record["student"]["chapters"]:
            for step in chapter["steps"]:
                for line in step.get("printed", "").splitlines():
                    if "ESCAPED:" in line:
                        found.append(f"{key}, step {step['number']}: {line[:160]}")
        if len(json.dumps(record)) > 1 << 20:
            found.append(f"the journal's line of {key} has {len(json.dumps(record)) >> 10} kB")
    return records, found

#!/usr/bin/env python3
"""Makes a class of hostile archives and folders, and writes down what must come of each.

    make_archives.py ROOT CLASS EXPECTATIONS SECRET CANARY

ROOT is the repository, CLASS the folder to fill, EXPECTATIONS the JSON file to write, SECRET a file
that no submission may reach, CANARY a name that must never appear outside of CLASS. Needs python3
(Debian: package python3) and nothing but its standard library.

EXPECTATIONS is a list of {"token": "q001", in the name of the student and so in the journal;
"entry": the name in CLASS as hexadecimal bytes; "what": ...; "verdict": as in class_check.py, or
null when it is to be passed over; "lines": how many students of the journal have the token;
"note": a pattern that one of the student's notes must fit, or null}.
"""

import gzip
import io
import json
import lzma
import os
import socket
import stat
import struct
import sys
import tarfile
import uuid
import warnings
import zipfile
from pathlib import Path

ROOT, CLASS, EXPECTATIONS, SECRET = map(Path, sys.argv[1:5])
CANARY = sys.argv[5]
RIGHT = (ROOT / "solutions/01_perceptron/perceptron.cpp").read_bytes()
SKELETON = (ROOT / "labs/01_perceptron/perceptron.cpp").read_bytes()
STEALING = b'#include "perceptron.hpp"\n#include "stolen.hpp"\n' + SKELETON
PLACE = "01_perceptron/perceptron.cpp"
EVIL = b'#error evil\n'
UNREAD = "link|device|cannot be read"

warnings.simplefilter("ignore")
expectations = []


def expect(what, entry, verdict, note=None, lines=1, token=None):
    entry = entry if isinstance(entry, bytes) else os.fsencode(entry)
    token = token or f"q{len(expectations):03}"
    entry = entry.replace(b"TOKEN", token.encode())
    expectations.append({"token": token, "entry": entry.hex(), "what": what, "verdict": verdict,
                         "note": note, "lines": lines})
    return os.path.join(os.fsencode(CLASS), entry)


def put(what, data, verdict, note=None, entry="TOKEN.zip"):
    """An archive of these bytes."""
    with open(expect(what, entry, verdict, note), "wb") as stream:
        stream.write(data)


def zipped(entries, level=9):
    """A zip of (name or ZipInfo, bytes)."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return memory.getvalue()


def zip_link(name, target):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, str(target).encode()


def tarred(entries, mode="w:gz", form=tarfile.GNU_FORMAT):
    """A tar of (name, bytes) or (TarInfo, bytes or None)."""
    memory = io.BytesIO()
    with tarfile.open(fileobj=memory, mode=mode, format=form) as archive:
        for name, data in entries:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            if data is not None:
                info.size = len(data)
            archive.addfile(info, io.BytesIO(data) if data is not None else None)
    return memory.getvalue()


def special(name, kind, target="", **more):
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = str(target)
    for key, value in more.items():
        setattr(info, key, value)
    return info, None


def folder(what, entry, verdict, note=None, **more):
    path = Path(os.fsdecode(expect(what, entry, verdict, note, **more)))
    path.mkdir()
    return path


def with_file(path, data=RIGHT, place=PLACE):
    file = path / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path


def zips():
    right = (PLACE, RIGHT)
    put("a harmless zip", zipped([right]), "all=right")
    put("paths that lead out", zipped([(f"../{CANARY}.cpp", EVIL), (f"../../../../../../tmp/{CANARY}.cpp", EVIL),
                                       (f"a/../../{CANARY}.hpp", EVIL), right]), "all=right")
    put("the lab by a path that leads out", zipped([("../../../" + PLACE, RIGHT)]), "all=right|todo")
    put("absolute paths", zipped([(f"/tmp/{CANARY}.cpp", EVIL), (f"{ROOT}/{CANARY}.cpp", EVIL), right]), "all=right")
    put("the lab by an absolute path", zipped([(f"{ROOT}/solutions/{PLACE}", SKELETON)]), "all=todo")
    put("paths of another system", zipped([(f"..\\..\\{CANARY}.cpp", EVIL), (f"C:\\{CANARY}.cpp", EVIL), right]), "all=right")
    put("a link to the solutions, and a file through it",
        zipped([zip_link("01_perceptron", ROOT / "solutions/01_perceptron"), (PLACE, SKELETON)]), "all=todo")
    put("a link to /tmp, and a file through it",
        zipped([zip_link("out", "/tmp"), (f"out/{CANARY}.cpp", EVIL), right]), "all=right")
    put("the lab is a link to the solution", zipped([zip_link(PLACE, ROOT / "solutions" / PLACE)]), "all=todo", UNREAD)
    put("a header is a link to a secret",
        zipped([(PLACE, STEALING), zip_link("01_perceptron/stolen.hpp", SECRET)]), "all=not_built", UNREAD)
    put("a bomb of one gigabyte", zipped([(f"bomb{i}.cpp", bytes(100 << 20)) for i in range(10)] + [right]),
        "all=right|todo", "MB")
    put("a bomb that is just within the limit", zipped([("bomb.cpp", bytes(200 << 20)), right]), "all=right", "1 MB")
    inner = zipped([("bomb.cpp", bytes(100 << 20))])
    put("bombs in bombs", zipped([(f"{i}.zip", inner) for i in range(50)] + [right]), "all=right")
    one = zipped([("bomb.cpp", bytes(10 << 20))])
    directory = one[one.index(b"PK\x01\x02"):one.index(b"PK\x05\x06")]
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 2000, 2000, 2000 * len(directory),
                      one.index(b"PK\x01\x02"), 0)
    put("two thousand entries that are one and the same", one[:one.index(b"PK\x01\x02")] + directory * 2000 + end, "all=todo")
    put("a hundred thousand entries", zipped([(f"{i}.cpp", b"") for i in range(100_000)] + [right], 1),
        "all=todo|right", "entries")
    whole = zipped([(PLACE, RIGHT), ("more.bin", os.urandom(10000))])
    put("cut off", whole[:len(whole) // 2], "all=todo|right")
    put("cut off in the first file", whole[:200], "all=todo", "unpack")
    put("cut off before its list", whole[:whole.index(b"PK\x01\x02")], "all=todo|right")
    locked = bytearray(zipped([right]))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    put("encrypted", bytes(locked), "all=todo", "encrypted|unpack")
    lying = bytearray(zipped([right]))
    at = lying.index(b"PK\x01\x02")
    lying[24 - 2:26] = lying[at + 24:at + 28] = struct.pack("<I", 0xFFFFFFF0)
    put("a file that says it has four gigabytes", bytes(lying), "all=todo|right")
    put("an honest one with a folder in Korean", zipped([("박민지 과제/" + PLACE, RIGHT)]), "all=right")
    put("empty list of files", zipped([]), "all=todo")
    put("no byte at all", b"", "all=todo")
    put("text that claims to be a zip", b"I am a zip, really.\n" * 100, "all=todo", "unpack")
    put("random bytes that claim to be a zip", b"PK\x03\x04" + os.urandom(5000), "all=todo")
    put("a zip behind another file", b"MZ" + os.urandom(3000) + zipped([right]), "all=right|todo")
    put("a tar that claims to be a zip", tarred([right], "w"), "all=right|todo")
    put("names for a gradebook", zipped([("=cmd|' /C calc'!A0/01_perceptron/perceptron.cpp", RIGHT)]), "all=right")
    put("names with markup", zipped([("<script>alert(1)<x>/<img src=x onerror=alert(1)>/01_perceptron/perceptron.cpp", RIGHT)]), "all=right")
    put("names with lines, colours and turned text",
        zipped([("a\nb\r\x1b[2J\x07\u202e/01_perceptron/perceptron.cpp", RIGHT)]), "all=right")
    raw = zipfile.ZipInfo("01_perceptron/XXXX.hpp")
    put("a header's name that is no text",
        zipped([(raw, b"\n"), right]).replace(b"XXXX.hpp", b"\xff\xfe\x80\xc0.hpp"), "all=right")
    put("a name with a zero in it",
        zipped([("01_perceptron/perceptron.cppX.txt", RIGHT)]).replace(b"cppX.txt", b"cpp\0.txt"), "all=todo|right")
    put("a name of thirty thousand letters", zipped([("n" * 30000 + ".cpp", EVIL), right]), "all=right")
    put("a header's name of three hundred letters", zipped([("01_perceptron/" + "h" * 300 + ".hpp", b"\n"), right]), "all=right")
    put("a header's name of 250 letters", zipped([("01_perceptron/" + "h" * 246 + ".hpp", b"\n"), right]), "all=right")
    put("headers called by lines and dots",
        zipped([("01_perceptron/a\nb.hpp", b"\n"), ("01_perceptron/...hpp", b"\n"), ("01_perceptron/.hpp", b"\n"),
                ("01_perceptron/-o.h", b"\n"), ("01_perceptron/$(touch x).h", b"\n"), right]), "all=right")
    put("its own interface beside the file",
        zipped([("01_perceptron/perceptron.hpp", EVIL), ("01_perceptron/common/math/linalg.hpp", EVIL),
                ("common/math/tensor.hpp", EVIL), ("chapters/01_perceptron/perceptron.hpp", EVIL), right]), "all=right")
    put("a header that the file uses",
        zipped([(PLACE, b'#include "mine.hpp"\n' + RIGHT), ("01_perceptron/mine.hpp", b"#pragma once\n")]), "all=right")
    put("headers with the names of what is built",
        zipped([("01_perceptron/object.o.h", b"\x7fELF"), ("01_perceptron/program.h", b"\x7fELF"), right]), "all=right")
    put("two hundred headers of a megabyte",
        zipped([(f"01_perceptron/{i}.hpp", b"/*" + bytes([65 + i % 26]) * 1_000_000 + b"*/") for i in range(200)] + [right]),
        "all=right|todo")
    put("the same file twice, the right one last", zipped([(PLACE, SKELETON), right]), "all=right")
    put("the right one and a Mac's shadow of it", zipped([right, ("__MACOSX/01_perceptron/._perceptron.cpp", b"\0\5\26\7")]), "all=right")
    put("a folder with the file's name", zipped([(PLACE + "/", b"")]), "all=todo")
    put("a thousand folders deep", zipped([("d/" * 1000 + PLACE, RIGHT)]), "all=right|todo")
    put("a file of two megabytes", zipped([(PLACE, RIGHT + b"\n" * (2 << 20))]), "all=todo|not_built", "1 MB")
    put("a date in the year 2107", zipped([(zipfile.ZipInfo(PLACE, (2107, 12, 31, 23, 59, 58)), RIGHT)]), "all=right")


def tars():
    right = (PLACE, RIGHT)
    name = "TOKEN.tar.gz"
    put("a harmless tar", tarred([right]), "all=right", entry=name)
    put("tar: paths that lead out", tarred([(f"../{CANARY}.cpp", EVIL), (f"/tmp/{CANARY}.cpp", EVIL), right]), "all=right", entry=name)
    put("tar: a link to the solutions, and a file through it",
        tarred([special("01_perceptron", tarfile.SYMTYPE, ROOT / "solutions/01_perceptron"), (PLACE, SKELETON)]), "all=todo", entry=name)
    put("tar: the lab is a link", tarred([special(PLACE, tarfile.SYMTYPE, ROOT / "solutions" / PLACE)]), "all=todo", UNREAD, name)
    put("tar: the lab is a hard link to the solution", tarred([special(PLACE, tarfile.LNKTYPE, ROOT / "solutions" / PLACE)]), "all=todo", UNREAD, name)
    put("tar: a hard link inside of it", tarred([("a.cpp", RIGHT), special(PLACE, tarfile.LNKTYPE, "a.cpp")]), "all=todo|right", entry=name)
    for kind, word in ((tarfile.FIFOTYPE, "a pipe"), (tarfile.CHRTYPE, "a device"), (tarfile.BLKTYPE, "a disk")):
        put(f"tar: the lab is {word}", tarred([special(PLACE, kind, devmajor=1, devminor=5)]), "all=todo", UNREAD, name)
    put("tar: and a device beside the right one", tarred([special("zero.cpp", tarfile.CHRTYPE, devmajor=1, devminor=5), right]), "all=right", UNREAD, name)
    put("tar: cut off", tarred([right])[:-300], "all=todo", "unpack", name)
    put("tar: a bomb", gzip.compress(tarred([right], "w") + bytes(600 << 20)), "all=todo|right|not_built", entry=name)
    put("tar: a bomb in one file", tarred([("bomb.cpp", bytes(600 << 20)), right]), "all=todo|right", "more than .* MB", name)
    put("tar: a bomb of another kind", lzma.compress(tarred([("bomb.cpp", bytes(600 << 20)), right], "w"), preset=0), "all=todo|right", "more than .* MB",
        "TOKEN.tar.xz")
    put("tar: a zip that claims to be one", zipped([right]), "all=right|todo", entry=name)
    sparse = bytearray(tarfile.TarInfo("holes.cpp").tobuf(tarfile.GNU_FORMAT))
    sparse[156:157] = b"S"
    sparse[386:398] = b"00000000000\0"
    sparse[398:410] = b"00000000000\0"
    sparse[483:495] = b"\x80" + (8 << 40).to_bytes(11, "big")
    sparse[148:156] = b" " * 8
    sparse[148:156] = b"%06o\0 " % sum(sparse)
    put("tar: a file of eight terabytes that are holes", gzip.compress(bytes(sparse) + tarred([right], "w")), "all=todo|right", entry=name)
    for what, when in (("at the end of time", 1 << 62), ("before the beginning", -1), ("in a billion years", 1 << 55)):
        info = tarfile.TarInfo(PLACE)
        info.mtime = when
        put(f"tar: a date {what}", tarred([(info, RIGHT)]), "all=right", entry=name)
    info = tarfile.TarInfo(PLACE)
    info.pax_headers = {"mtime": "99999999999999999999999999", "path": PLACE, "comment": "x" * (30 << 20)}
    put("tar: a comment of thirty megabytes", tarred([(info, RIGHT)], form=tarfile.PAX_FORMAT), "all=todo|right", entry=name)
    put("tar: nineteen thousand links with long names",
        tarred([special(f"{i}" + "n" * 1000 + ".cpp", tarfile.SYMTYPE, "/etc/passwd") for i in range(19000)] + [right]), "all=right", entry=name)
    info = tarfile.TarInfo("/".join(["e"] * 20) + "/" + "\udcff\udcfe" + "/" + PLACE)
    put("tar: names that are no text", tarred([(info, RIGHT)]), "all=right", entry=name)


def names():
    """Names of students. A name cannot hold a slash or a zero byte, and that is all."""
    for what, name in (
            ("a spreadsheet's formula", b"=cmd|' C calc'!A0 TOKEN"), ("another formula", b"@SUM(1+1) TOKEN"),
            ("one with a plus", b"+1+1 TOKEN"), ("one with a minus", b"-1+1 TOKEN"), ("one behind a tab", b"\t=1+1 TOKEN"),
            ("one behind a line", b"\n=1+1 TOKEN"), ("one behind a return", b"\r=1+1 TOKEN"),
            ("one behind a quote", b"\",=1+1,\" TOKEN"), ("one behind a semicolon", b"a;=1+1 TOKEN"),
            ("a wide formula", "\uff1d1+1 TOKEN".encode()),
            ("markup", b"<img src=x onerror=alert(1)> TOKEN"), ("markup that ends an attribute", b"\"'><svg onload=alert(1)> TOKEN"),
            ("an entity", b"&#x3c;&lt;&amp; TOKEN"), ("a line in the middle", b"two\nlines TOKEN"),
            ("colours", b"\x1b[31m\x1b]0;x\x07 TOKEN"), ("bytes that are no text", b"\xff\xfe\xc0\x80 TOKEN"),
            ("turned text", "\u202eTOKEN\u2066 abc".encode()), ("a command", b"$(touch canary);`touch canary`|touch canary TOKEN"),
            ("options", b"--out=TOKEN"), ("format letters", b"%s%n%x{}{0}{:d} TOKEN"), ("a backslash", b"a\\..\\..\\TOKEN"),
            ("250 letters", b"TOKEN" + b"n" * 245), ("spaces alone around it", b"  TOKEN  "), ("a CDATA end", b"]]> TOKEN"),
            ("JSON", b"\"},{\"key\":\"x TOKEN"), ("Markdown", b"[a](javascript:alert(1)) TOKEN"),
            ("a platform's name", b"=1+1 TOKEN_123_assignsubmission_file"), ("names in other letters", "박민지 TOKEN é".encode())):
        with_file(Path(os.fsdecode(expect("a student called by " + what, name, "all=right"))))
    first = "Ann Lee TOKEN".replace("TOKEN", f"q{len(expectations):03}")
    token = first.split()[-1]
    with_file(folder("a name, and one that is made to have the same key", first, "all=right|todo", lines=2, token=token))
    key = first.replace(" ", "_") + "-" + uuid.uuid5(uuid.NAMESPACE_OID, first).hex[:8]
    with_file(folder("that other one", key, "all=right|todo", lines=2, token=token), SKELETON)
    token = f"q{len(expectations):03}"
    with_file(folder("two names that differ in capitals", f"{token} bob", "all=right|todo", lines=2, token=token))
    with_file(folder("the other one", f"{token} BOB", "all=right|todo", lines=2, token=token), SKELETON)
    with_file(folder("a hidden folder", ".TOKEN", None))


def folders():
    with_file(folder("a harmless folder", "TOKEN", "all=right"))
    base = folder("the lab is a link to the system's passwords", "TOKEN", "all=todo", UNREAD)
    (base / "perceptron.cpp").symlink_to("/etc/passwd")
    base = folder("the lab is a link to the solution", "TOKEN", "all=todo", UNREAD)
    (base / "perceptron.cpp").symlink_to(ROOT / "solutions" / PLACE)
    honest = with_file(folder("an honest neighbour", "TOKEN", "all=right"))
    base = folder("the lab is a link to the neighbour's", "TOKEN", "all=todo", UNREAD)
    (base / "perceptron.cpp").symlink_to(honest / PLACE)
    base = folder("its folder is a link to the neighbour's", "TOKEN", "all=todo")
    (base / "01_perceptron").symlink_to(honest / "01_perceptron")
    base = folder("its folder is a link to the solutions", "TOKEN", "all=todo")
    (base / "01_perceptron").symlink_to(ROOT / "solutions/01_perceptron")
    base = with_file(folder("a header is a link to a secret", "TOKEN", "all=not_built", UNREAD), STEALING)
    (base / "01_perceptron/stolen.hpp").symlink_to(SECRET)
    base = folder("the lab is a pipe", "TOKEN", "all=todo", UNREAD)
    os.mkfifo(base / "perceptron.cpp")
    base = with_file(folder("a header is a pipe", "TOKEN", "all=right", UNREAD))
    os.mkfifo(base / "01_perceptron/pipe.hpp")
    base = folder("the lab is a socket", "TOKEN", "all=todo", UNREAD)
    here = os.getcwd()
    os.chdir(base)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("perceptron.cpp")
    os.chdir(here)
    base = folder("the lab is a folder", "TOKEN", "all=todo|right")
    with_file(base, place="perceptron.cpp/perceptron.cpp")
    base = with_file(folder("links in a circle", "TOKEN", "all=right"))
    (base / "circle").symlink_to(".")
    (base / "a").symlink_to("b")
    (base / "b").symlink_to("a")
    (base / "up.cpp").symlink_to("up.cpp")
    (base / "01_perceptron/parent").symlink_to("..")
    base = with_file(folder("a file called by two lines", "TOKEN", "all=right"))
    (base / "two\nlines.cpp").write_bytes(EVIL)
    (base / "=1+1.cpp").write_bytes(EVIL)
    (base / "\udcff\udcfe.cpp").write_bytes(EVIL)
    base = with_file(folder("a file that may not be read", "TOKEN", "all=right" if os.getuid() == 0 else "all=todo"))
    (base / PLACE).chmod(0)
    base = with_file(folder("a folder that may not be read", "TOKEN", "all=right|todo"))
    (base / "closed").mkdir(mode=0)
    base = folder("a file of ten gigabytes that are holes", "TOKEN", "all=todo", "MB")
    with open(base / "perceptron.cpp", "wb") as stream:
        stream.truncate(10 << 30)
    base = folder("an archive of a hundred gigabytes that are holes", "TOKEN", "all=todo", "MB")
    with open(base / "all.zip", "wb") as stream:
        stream.truncate(100 << 30)
    base = with_file(folder("thirty bombs", "TOKEN", "all=right"))
    bomb = zipped([("bomb.bin", bytes(255 << 20))])
    for i in range(30):
        (base / f"{i}.zip").write_bytes(bomb)
    base = with_file(folder("twenty-five thousand files", "TOKEN", "all=right|todo", "too many"))
    for i in range(25000):
        (base / f"{i}.txt").touch()
    base = with_file(folder("three thousand links", "TOKEN", "all=right"))
    for i in range(3000):
        (base / f"{'n' * 200}{i}.cpp").symlink_to("/etc/passwd")
    with_file(folder("forty folders deep", "TOKEN", "all=right|todo"), place="d/" * 40 + PLACE)
    with_file(folder("only in a hidden history", "TOKEN", "all=todo"), place=".git/" + PLACE)
    base = with_file(folder("many files that fit", "TOKEN", "all=right|todo"), place=PLACE)
    for i in range(1, 200):
        with_file(base, SKELETON, f"{i}/perceptron-{i}.cpp")
    path = expect("a link in place of a student", "TOKEN", None)
    os.symlink(honest, path)
    path = expect("a link in place of an archive", "TOKEN.zip", None)
    os.symlink(SECRET, path)
    os.mkfifo(expect("a pipe in place of an archive", "TOKEN.zip", "all=todo", UNREAD))
    os.mkfifo(expect("a pipe in place of a file", "TOKEN.cpp", "all=todo"))


zips()
tars()
names()
folders()
EXPECTATIONS.write_text(json.dumps(expectations, indent=1))

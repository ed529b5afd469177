"""Questionnaires that somebody made to break the program, each a change of a small valid one."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

Files = dict[str, bytes]

BASE = {file.name: file.read_bytes() for file in sorted((Path(__file__).parent / "base").glob("*.yaml"))}
PATH = BASE["path.yaml"]

ITEM = "      - {id: q%d, type: agree, audience: all, text: %r}\n"


def with_file(name: str, content: bytes | str) -> Files:
    return {**BASE, name: content.encode() if isinstance(content, str) else content}


def in_alpha(old: str, new: str) -> Files:
    text = BASE["alpha.yaml"].decode()
    assert old in text, old
    return with_file("alpha.yaml", text.replace(old, new, 1))


def texts() -> Iterator[tuple[str, Files]]:
    """Yield bombs, tags, cycles, traps and mixed encodings, by name."""
    yield from _shortcuts()
    yield from _tags()
    yield from _sizes()
    yield from _signs()
    yield from _words()
    yield from _structures()
    yield from _method()


def _shortcuts() -> Iterator[tuple[str, Files]]:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    yield "billion laughs", with_file("sources.yaml", laughs)
    yield "alias of itself", with_file("sources.yaml", "sources: &s [*s]\n")
    yield "anchor on a scalar", with_file("sources.yaml", "sources: &s []\n")
    yield "alias to nothing", with_file("sources.yaml", "sources: *nowhere\n")
    yield "alias as a key", with_file("sources.yaml", "&a x: 1\n*a : 2\n")
    yield "merge key", with_file("sources.yaml", "<<: {sources: []}\n")
    yield "merge list", with_file("sources.yaml", "x: &x {a: 1}\n<<: [*x, *x]\nsources: []\n")
    yield "many anchors", with_file("sources.yaml", "".join(f"k{n}: &a{n} 1\n" for n in range(20_000)))


def _tags() -> Iterator[tuple[str, Files]]:
    for tag in (
        "!!python/object/apply:os.system", "!!python/name:os.system", "!!python/module:os", "!!python/object/new:type",
        "!!binary", "!!timestamp", "!!set", "!!omap", "!!float", "!!str", "!!merge", "!", "!include", "!ENV",
        "!<tag:yaml.org,2002:python/tuple>",
    ):  # fmt: skip
        value = "{x: null}" if tag in ("!!set",) else '["id"]' if "apply" in tag else '"path.yaml"'
        yield f"tag {tag}", with_file("sources.yaml", f"sources: {tag} {value}\n")
    yield "tag directive", with_file("sources.yaml", "%TAG ! tag:x,2000:\n---\nsources: !y []\n")


def _sizes() -> Iterator[tuple[str, Files]]:
    yield "20,000 questions", in_alpha("items:\n", "items:\n" + "".join(ITEM % (n, "Is it?") for n in range(20_000)))
    yield "4,000 questions", in_alpha("items:\n", "items:\n" + "".join(ITEM % (n, "Is it?") for n in range(4000)))
    yield "a megabyte of spaces", with_file("sources.yaml", "sources: []" + " " * 1_100_000)
    yield "a megabyte of text", with_file("sources.yaml", f'sources: "{"x" * 1_100_000}"\n')
    yield "half a megabyte in one question", in_alpha("text:", f'text: "{"x" * 500_000}"\n        nothing:')
    yield "a long key", with_file("sources.yaml", f"sources: []\n{'k' * 2000}: 1\n")
    yield "a very long key", with_file("sources.yaml", f"? {'k' * 400_000}\n: 1\n")
    yield "a long id", in_alpha("id: alpha", f"id: {'a' * 100_000}")
    yield "many keys", with_file("sources.yaml", "sources: []\n" + "".join(f"k{n}: 1\n" for n in range(19_000)))
    yield "many errors", with_file("sources.yaml", "sources:\n" + "  - {id: S1}\n" * 6000)
    yield "a list of a hundred thousand", with_file("sources.yaml", "sources: [" + "1, " * 100_000 + "1]\n")
    yield "many documents", with_file("sources.yaml", "--- {}\n" * 50_000)
    yield "a hundred thousand comments", with_file("sources.yaml", "#\n" * 100_000)
    yield "empty", with_file("sources.yaml", "")
    yield "only a comment", with_file("sources.yaml", "# nothing\n")
    yield "hundreds of files", {**BASE, **{f"extra{n}.yaml": b"a: 1\n" for n in range(400)}}


def _signs() -> Iterator[tuple[str, Files]]:
    yield "NUL", with_file("sources.yaml", b"sources: []\0\n")
    yield "NUL in a text", in_alpha("text:", 'text: "a\\0b"\n        nothing:')
    yield "escape codes", with_file("sources.yaml", "sources: [] # \x1b[31m\n")
    yield "right-to-left override", in_alpha("id: alpha", "id: \u202ealpha")
    yield "byte order mark inside", with_file("sources.yaml", "sources: []\n\ufeff")
    yield "UTF-16", with_file("sources.yaml", "sources: []\n".encode("utf-16"))
    yield "UTF-32", with_file("sources.yaml", "sources: []\n".encode("utf-32"))
    yield "Latin-1", with_file("sources.yaml", "# é\nsources: []\n".encode("latin-1"))
    yield "UTF-8 and Latin-1", with_file("sources.yaml", "# é\n".encode() + "# é\nsources: []\n".encode("latin-1"))
    yield "half a letter", with_file("sources.yaml", b"sources: []\n# \xf0\x9f\x98")
    yield "overlong letter", with_file("sources.yaml", b"sources: []\n# \xc0\xaf")
    yield "surrogate", with_file("sources.yaml", b"sources: []\n# \xed\xa0\x80")
    yield "surrogate escape", in_alpha("text:", 'text: "\\ud800"\n        nothing:')
    yield "delete sign", with_file("sources.yaml", b"sources: []\n# \x7f")
    yield "vertical tab", with_file("sources.yaml", b"sources: []\n\x0b")
    yield "tabs", with_file("sources.yaml", "sources:\n\t- {}\n")
    yield "no-character", with_file("sources.yaml", "sources: []\n# \ufffe")
    yield "gzip", with_file("sources.yaml", b"\x1f\x8b\x08\0\0\0\0\0\0\3")
    yield "PDF", with_file("sources.yaml", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    yield "zip instead of a file", with_file("sources.yaml", b"PK\x03\x04\x14\0\0\0")


def _words() -> Iterator[tuple[str, Files]]:
    for word in ("yes", "no", "on", "off", "True", "NULL", "1:30", "3_10", "010", "0x1F", "1e3", ".inf", ".nan", "+5"):
        yield f"id {word}", in_alpha("id: alpha", f"id: {word}")
    for name, id_ in (
        ("Cyrillic letter", "\u0430lpha"), ("full-width letters", "\uff41lpha"), ("combining accent", "alpha\u0301"),
        ("zero-width space", "al\u200bpha"), ("soft hyphen", "al\u00adpha"), ("Greek letter", "\u03b1lpha"),
        ("capital", "Alpha"), ("space", '"al pha"'), ("path", "../alpha"), ("absolute path", "/alpha"),
        ("home", "~/alpha"), ("attribute", "__class__"), ("dotted", "alpha.beta"), ("formula", '"=1+1"'),
        ("markup", '"<script>alert(1)</script>"'), ("format", '"{alpha.__class__}"'), ("percent", '"%s%n"'),
        ("statement", "\"x'; DROP TABLE draft; --\""), ("number", "1"), ("list", "[a]"), ("group", "{a: b}"),
        ("nothing", "null"),
    ):  # fmt: skip
        yield f"id with {name}", in_alpha("id: alpha", f"id: {id_}")


def _structures() -> Iterator[tuple[str, Files]]:
    yield "a thousand open brackets", with_file("sources.yaml", "sources: " + "[" * 1000)
    yield "deep brackets", with_file("sources.yaml", "sources: " + "[" * 5000 + "]" * 5000)
    yield "deep groups", with_file("sources.yaml", "sources: " + "{a: " * 5000 + "1" + "}" * 5000)
    yield "deep indentation", with_file("sources.yaml", "".join(" " * n + "a:\n" for n in range(1300)))
    yield "deep dashes", with_file("sources.yaml", "- " * 5000 + "x\n")
    yield "a group as key", with_file("sources.yaml", "{a: b}: c\n")
    yield "a list as key", with_file("sources.yaml", "[a, b]: c\n")
    yield "a double key", with_file("sources.yaml", "sources: []\nsources: []\n")
    yield "a double key in quotes", with_file("sources.yaml", 'sources: []\n"sources": []\n')
    yield "a list as file", with_file("sources.yaml", "- 1\n")
    yield "a word as file", with_file("sources.yaml", "hello\n")
    yield "an open quote", with_file("sources.yaml", 'sources: "\n')
    yield "an open group", with_file("sources.yaml", "sources: {a: [b\n")
    yield "a directive", with_file("sources.yaml", "%YAML 9.9\n---\nsources: []\n")
    yield "an unknown key", with_file("sources.yaml", "sources: []\n__proto__: {}\n")
    yield "a method's name as key", with_file("sources.yaml", "sources: []\nmodel_config: {extra: allow}\n")


def _method() -> Iterator[tuple[str, Files]]:
    path = PATH.decode()
    for pillar in ("../alpha", "/etc/passwd", "alpha/../beta", "path", "con", "a" * 300, "alpha.yaml", "al\\\\pha"):
        yield f"pillar {pillar[:20]}", with_file("path.yaml", path.replace("[alpha", f'["{pillar}"', 1))
    yield (
        "pillars a thousand times",
        with_file("path.yaml", path.replace("[alpha", "[" + "alpha, " * 1000 + "alpha", 1)),
    )
    yield "minimum beyond all numbers", with_file("path.yaml", path.replace("minimum: ", "minimum: 9" + "9" * 400, 1))
    yield "minimum of many digits", with_file("path.yaml", path.replace("minimum: ", "minimum: 0." + "1" * 400, 1))
    yield "negative minimum", with_file("path.yaml", path.replace("minimum: ", "minimum: -", 1))
    for name, rule in (
        ("import", "__import__('os').system('x')"), ("attribute", "p.__class__ == 1"), ("lambda", "(lambda: 1)()"),
        ("comprehension", "[x for x in p]"), ("power", "9**9**9 > 1"), ("long", " or ".join(["p > 1"] * 5000)),
        ("deep", "(" * 3000 + "p > 1" + ")" * 3000), ("nots", "not " * 5000 + "quick"), ("string", "'" + "x" * 100_000),
        ("semicolon", "p > 1; quit()"), ("f-string", "f'{p}'"), ("walrus", "(p := 1) > 0"),
        ("unary", "-" * 5000 + "1 > 0"),
        ("chain", " < ".join(["p"] * 3000)), ("call", "max(" * 500 + "p" + ")" * 500 + " > 1"),
    ):  # fmt: skip
        text = path.replace("minimum:", f'only_if: "{rule}"\n        minimum:', 1)
        yield f"rule {name}", with_file("path.yaml", text)


def zips() -> Iterator[tuple[str, bytes]]:
    """Yield packed folders with path tricks, bombs, links and lies, by name."""
    for name in (
        "../evil.yaml", "/etc/evil.yaml", "tiny/../../evil.yaml", "tiny\\..\\evil.yaml", "C:\\evil.yaml", "C:evil.yaml",
        "tiny/examples/../../evil.yaml", "tiny/.hidden.yaml", "tiny/evil.py", "tiny/evil.yaml.exe",
        "tiny/a/b/c/evil.yaml",
        "tiny/\u202eevil.yaml", "tiny/" + "x" * 300 + ".yaml", "tiny/ev\til.yaml", "tiny/-rf.yaml", "tiny/examples",
        "tiny/base/../../x.yaml", "//server/share.yaml", "tiny/~root.yaml", "tiny/sym link.yaml",
    ):  # fmt: skip
        yield f"name {name[:30]!a}", packed({**folder(), name: b"a: 1\n"})
    yield "no zip", b"hello"
    yield "empty file", b""
    yield "empty zip", packed({})
    yield "no path.yaml", packed({"tiny/alpha.yaml": b"a: 1\n"})
    yield "two folders", packed({"one/path.yaml": PATH, "two/path.yaml": PATH})
    yield "a bomb of spaces", packed({**folder(), "tiny/big.yaml": b" " * 50_000_000})
    yield "many small bombs", packed({**folder(), **{f"tiny/f{n}.yaml": b" " * 900_000 for n in range(60)}})
    yield "many entries", packed({f"tiny/f{n}.yaml": b"" for n in range(3000)})
    yield "too many files", packed({**folder(), **{f"tiny/f{n}.yaml": b"a: 1\n" for n in range(300)}})
    yield "too large", b"PK\x03\x04" + b"\0" * 3_000_000
    yield "a link", linked()
    yield "a locked entry", flagged(packed(folder()), 0x1)
    yield "an unusual packing", packed(folder(), zipfile.ZIP_LZMA)
    yield "an unusual packing as well", packed(folder(), zipfile.ZIP_BZIP2)
    yield "a cut zip", packed(folder())[:-200]
    yield "a zip cut in the middle", packed(folder())[:3000] + packed(folder())[-400:]
    yield "a damaged file", damaged()
    yield "two of one name", packed_twice("tiny/path.yaml", "tiny/path.yaml")
    yield "two that differ in capitals", packed_twice("tiny/alpha.yaml", "tiny/Alpha.yaml")
    yield "a zip in a zip", packed({**folder(), "tiny/inner.zip": packed(folder())})
    yield "a file that is no text", packed({**folder(), "tiny/alpha.yaml": b"\xff\xfe\0"})
    yield "a lie about size", lying()
    yield "a spreadsheet", packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})


def folder() -> dict[str, bytes]:
    return {f"tiny/{name}": content for name, content in BASE.items()}


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, content in entries.items():
            made.writestr(_entry(name, method), content)
    return stream.getvalue()


def _entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("x")
    entry.filename, entry.compress_type = name, method  # ZipInfo(name) would tidy it
    return entry


def packed_twice(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in folder().items():
            if name not in names:
                made.writestr(_entry(name), content)
        for name in names:
            made.start_dir = made.fp.tell()  # type: ignore[union-attr]
            made.NameToInfo.pop(name, None)
            made.writestr(_entry(name), BASE[name.removeprefix("tiny/").lower()])
    return stream.getvalue()


def linked() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in folder().items():
            made.writestr(_entry(name), content)
        link = _entry("tiny/passwords.yaml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    return stream.getvalue()


def flagged(content: bytes, flag: int) -> bytes:
    """Set a flag in the first entry of the list of contents."""
    start = content.index(b"PK\x01\x02") + 8
    return content[:start] + struct.pack("<H", flag) + content[start + 2 :]


def damaged() -> bytes:
    content = bytearray(packed(folder()))
    for offset in range(60, 90):
        content[offset] ^= 0xFF
    return bytes(content)


def lying() -> bytes:
    """Say in the list of contents that a large file is small."""
    content = packed({**folder(), "tiny/big.yaml": b" " * 3_000_000})
    entry = content.rindex(b"PK\x01\x02")
    return content[: entry + 24] + struct.pack("<I", 10) + content[entry + 28 :]

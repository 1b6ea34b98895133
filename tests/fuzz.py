"""Feeds a reader with files that were changed until something new happens: python tests/fuzz.py KIND [--minutes 10]

Atheris (the group "fuzz") changes sound files by what of the code they reach. Only a refusal, or a lack of memory,
may come out of a reader. What else does, takes longer than 20 seconds or ends the process, is saved in the folder
of the kind below --folder, where the files that reached something new are kept for the next run as well.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
KINDS = ("docx", "docx-parts", "doc", "rtf", "odt", "odt-parts", "pdf", "html", "mht", "text")
SLOW, MEMORY, LONGEST = 20, 2_000, 60_000
PART = b"\x00\x00part\x00\x00"
PARTS = {
    "docx": (
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/footnotes.xml",
        "word/header1.xml",
    ),
    "odt": ("content.xml", "styles.xml", "META-INF/manifest.xml"),
}
WORDS = {
    "docx": ["<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:gridSpan w:val='9'/>", "<w:vMerge/>", "<w:ilvl w:val='8'/>"],
    "odt": ["<text:p>", "<table:table>", "<text:list>", "table:number-columns-repeated='9'", "<text:s text:c='9'/>"],
    "pdf": ["/FlateDecode", "/Contents", "/Kids", " 0 R", "Tj", "BT", "ET", "/XObject", "/Encrypt", "endstream"],
    "rtf": ["\\bin9 ", "\\u-9 ?", "\\uc9", "\\trowd", "\\cellx99", "\\cell", "\\row", "{\\*", "\\'e1"],
    "html": ["<table>", "colspan=9", "rowspan=9", "<ol start=9>", "<li value=9>", "<pre>", "&#768;"],
    "mht": ["--b", "Content-Type: text/html", "boundary=", "base64", "quoted-printable", "charset=", "multipart/"],
    "text": ["Điều 1. ", "PHỤ LỤC", "Nơi nhận:", "| a | b |", "**", "\u0316\u0300", "- Thời gian:", "\n|\n"],
}  # fmt: skip


def main() -> int:
    """Run until the time is over, or the fuzzer itself fails; returns 1 where a reader failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz")
    options, more = parser.parse_known_args()
    folder: Path = options.folder / options.kind
    if more[:1] == ["--inside"]:
        inside(options.kind, folder, int(more[1]))
    end = time.monotonic() + options.minutes * 60
    prepare(options.kind, folder)
    before: list[Path] | None = None
    while (left := int(end - time.monotonic())) > 0 and (faults := saved(folder)) != before:
        before = faults
        command = [
            sys.executable,
            __file__,
            options.kind,
            "--folder",
            str(options.folder),
            "--inside",
            str(left),
        ]
        done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
        if done.returncode == 0:
            break
    print(f"{options.kind}: {len(saved(folder))} faults in {folder / 'faults'}")
    return int(bool(saved(folder)))


def saved(folder: Path) -> list[Path]:
    """The files over which the reader failed."""
    return sorted((folder / "faults").iterdir())


def prepare(kind: str, folder: Path) -> None:
    """Put the sound files, and the words that its files are made of, where the fuzzer finds them."""
    for name in ("seeds", "faults"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(kind)):
        (folder / "seeds" / f"sound-{number}").write_bytes(seed)
    words = WORDS.get(kind.removesuffix("-parts"), [])
    lines = ["".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words]
    (folder / "words").write_text("".join(f'"{line}"\n' for line in lines))


def seeds(kind: str) -> Iterator[bytes]:
    """Sound files; of a package its parts, so that what is changed is not what holds them together."""
    from hostile import torn
    from soundfiles import sound

    plain = kind.removesuffix("-parts")
    for data in (sound()[plain], torn.whole()[plain]):
        if plain == kind:
            yield data
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            yield PART.join(package.read(name) if name in names else b"" for name in PARTS[plain])


def package_of(data: bytes, kind: str) -> bytes:
    """A package of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        if kind == "odt":
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, part in zip(PARTS[kind], data.split(PART), strict=False):
            if part:
                package.writestr(name, part)
    return stream.getvalue()


def inside(kind: str, folder: Path, seconds: int) -> None:
    """Feed the reader in this process; it ends where the reader fails."""
    import atheris

    with atheris.instrument_imports(include=["vanban"]):
        read = reader(kind)
        from vanban.errors import Refused

    def one(data: bytes) -> None:
        with suppress(Refused, MemoryError):
            read(data)

    flags = [
        f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST}",
        f"-artifact_prefix={folder / 'faults'}/", "-print_final_stats=1",
    ]  # fmt: skip
    if WORDS.get(kind.removesuffix("-parts")):
        flags.append(f"-dict={folder / 'words'}")
    atheris.Setup([sys.argv[0], *flags, str(folder / "seeds")], one)
    atheris.Fuzz()


def reader(kind: str) -> Callable[[bytes], object]:
    """From bytes to a reading, all in this process."""
    from vanban.files import guard, parse
    from vanban.reading import read_content
    from vanban.secrecy import refuse_secret

    plain = kind.removesuffix("-parts")

    def read(data: bytes) -> object:
        file = data if plain == kind else package_of(data, plain)
        guard.check(file, kind=plain)
        content = parse(file, kind=plain)
        refuse_secret(content)
        return read_content(content)

    return read


if __name__ == "__main__":
    sys.exit(main())

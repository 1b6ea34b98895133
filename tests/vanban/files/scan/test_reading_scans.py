"""Scans from the file to the reading: every kind, every way a page can lie, what is kept, what is refused."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdfium2 import PdfDocument

import vanban
from scanfiles import needs_recognition, photograph, pictures, plan_pages, scan
from vanban.errors import NotInstalled, SecretStamp
from vanban.files import load
from vanban.files.scan import Folder, crew, picture, shapes


@pytest.fixture(autouse=True, scope="module")
def recognition() -> None:
    needs_recognition()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    made = io.BytesIO()
    image.save(made, form, **options)
    return made.getvalue()


def tiff(pages: list[Image.Image]) -> bytes:
    first, *others = pages
    return saved(
        first, "TIFF", save_all=True, append_images=others, compression="tiff_deflate", dpi=(150, 150)
    )


def facts(reading: vanban.Document) -> tuple[object, ...]:
    header = reading.header
    return header.code, header.date, header.type, len(reading.tasks), len(reading.citations)


@pytest.mark.parametrize(
    "made",
    [
        lambda: scan(*plan_pages()),
        lambda: tiff(pictures(*plan_pages())),
        lambda: tiff([page.convert("1") for page in pictures(*plan_pages())]),
    ],
    ids=["pdf", "tiff", "fax"],
)
def test_a_scan_says_what_its_text_says(made):
    text = vanban.read_text("\n".join(plan_pages()))
    reading = vanban.read(made())
    assert facts(reading) == facts(text)
    assert len(reading.pages) == 2
    assert all(0.85 < page.confidence < 1 for page in reading.pages)
    assert "scan" in {remark.code for remark in reading.warnings}


@pytest.mark.parametrize(
    ("form", "turn"), [("PNG", 0), ("PNG", 90), ("PNG", 180), ("PNG", 270), ("JPEG", 0), ("TIFF", 0)]
)
def test_a_page_is_read_however_it_lies(form, turn, monkeypatch):
    monkeypatch.setattr("vanban.doubts.UNSURE", 1.0)
    page = pictures(plan_pages()[0])[0].rotate(turn, expand=True)
    reading = vanban.read(saved(page, form))
    assert reading.header.code == vanban.read_text(plan_pages()[0]).header.code
    start = reading.header.spans["code"][0]
    left, top, right, bottom = next(one.box for one in reading.doubts if one.span[0] == start)
    middle = (left + right) / 2 - 0.5, (top + bottom) / 2 - 0.5
    for _ in range(turn // 90):  # back to how it was before it was turned
        middle = -middle[1], middle[0]
    assert middle[1] < -0.25  # the number stands in the head of the page


@pytest.fixture(scope="module")
def kept_plan(tmp_path_factory) -> tuple[bytes, vanban.Document, Path]:
    """A scan of the plan, its reading, and the folder with the two pages that were kept."""
    data, folder = scan(*plan_pages()), tmp_path_factory.mktemp("kept")
    return data, vanban.read(data, keep=Folder(folder)), folder


def test_what_is_kept_is_not_recognised_again(tmp_path, kept_plan):
    data, first, folder = kept_plan
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    assert (tmp_path / "total").read_text() == "2"
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.json")}
    assert set(times) == {"0001.json", "0002.json"}
    (tmp_path / "0002.json").unlink()
    assert vanban.read(data, keep=Folder(tmp_path)) == first
    assert (tmp_path / "0001.json").stat().st_mtime_ns == times["0001.json"]
    assert (tmp_path / "0002.json").exists()


@pytest.fixture(scope="module")
def once_kept(tmp_path_factory) -> tuple[bytes, vanban.Document, Path]:
    """A scan of one page, its reading, and the folder with the page that was kept."""
    data = scan("Trồng tre ven suối Bãi Lau, giữ bờ suối không sạt lở.")
    folder = tmp_path_factory.mktemp("kept")
    return data, vanban.read(data, keep=Folder(folder)), folder


@pytest.mark.parametrize("spoiled", [b"", b"{", b"[]", b'{"form": 0}', b'{"form": 1, "page": [1]}'])
def test_a_kept_page_that_is_spoiled_is_recognised_again(tmp_path, once_kept, spoiled):
    data, first, folder = once_kept
    assert first.text
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "0001.json").write_bytes(spoiled)
    assert vanban.read(data, keep=Folder(tmp_path)) == first
    assert (tmp_path / "0001.json").read_bytes() == (folder / "0001.json").read_bytes()


def test_a_page_over_which_the_recogniser_dies_does_not_end_the_others(monkeypatch):
    ask = crew.Child.ask

    def dies(self: crew.Child, data: bytes) -> bytes | None:
        if data == b"P1":
            self.process.kill()
        return ask(self, data)

    monkeypatch.setattr(crew.Child, "ask", dies)
    reading = vanban.read(scan(*plan_pages()))
    assert [page.confidence > 0 for page in reading.pages] == [False, True]
    assert [remark.text for remark in reading.warnings if remark.code == "unread-page"] == [
        "Không nhận dạng được trang 1. Hãy quét lại trang này."
    ]


def test_pages_of_text_are_not_recognised():

    said = "Phát triển tủ sách ở thôn bản. " * 9
    text = typst.compile(f'#set page(paper: "a4")\n#text("{said}")'.encode())
    both = PdfDocument.new()
    both.import_pages(PdfDocument(bytes(text)))
    both.import_pages(PdfDocument(scan(plan_pages()[0])))
    made = io.BytesIO()
    both.save(made)
    content = load(made.getvalue())
    assert [bool(sheet.words) for sheet in content.sheets] == [False, True]
    assert content.sheets[0].sure == 1.0


@pytest.mark.parametrize("page", [1, 2])
def test_a_stamp_of_secrecy_is_refused_on_any_page(page):
    with pytest.raises(SecretStamp):
        vanban.read(scan(*plan_pages(), stamped=page))


def test_the_first_page_alone_may_be_looked_at():
    assert len(load(scan(*plan_pages()), pages=1).sheets) == 1


def test_without_the_parts_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("vanban.files.scan.data._FOLDERS", ("/nowhere/*",))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    with pytest.raises(NotInstalled, match="apt-get install tesseract-ocr-vie"):
        vanban.read(scan(plan_pages()[0]))
    monkeypatch.setattr(crew, "find_spec", lambda name: None)
    with pytest.raises(NotInstalled, match="pip install"):
        vanban.read(photograph(plan_pages()[0]))


def test_a_repaired_or_doubtful_word_is_found_on_its_page(tmp_path, kept_plan):
    data, _, folder = kept_plan
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    kept = tmp_path / "0001.json"
    leaf = shapes.unpack(kept.read_bytes())
    assert leaf is not None
    at = next(i for i, line in enumerate(leaf.lines) if any("KH-UBND" in word.text for word in line))
    leaf.lines[at] = [word._replace(text=word.text.replace("KH-UBND", "KH-ƯBND")) for word in leaf.lines[at]]
    kept.write_bytes(shapes.pack(leaf))
    reading = vanban.read(data, keep=Folder(tmp_path))
    doubt = next(one for one in reading.doubts if one.was and "ƯBND" in one.was)
    assert reading.text[slice(*doubt.span)].endswith("KH-UBND")
    assert doubt.page == 1
    left, top, right, bottom = doubt.box
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom < 0.3
    path = tmp_path / "scan.pdf"
    path.write_bytes(data)
    cut = Image.open(io.BytesIO(picture(path, page=1, box=doubt.box, width=400)))
    assert cut.format == "JPEG"
    assert cut.width <= 400
    assert Image.open(io.BytesIO(picture(Path(path), page=2))).width == 1000

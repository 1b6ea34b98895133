"""What a file is, by its content; what is said where its name says otherwise or where it cannot be read yet."""

from __future__ import annotations

import pytest

from compound import compound
from docfiles import doc
from docfiles import p as p_doc
from odtfiles import odt
from pdffiles import pdf
from vanban.errors import Encrypted, Refused, UnknownKind
from vanban.files import load
from vanban.files.kinds import kind_of
from wordfiles import p, package, word

PAGE = b"<html><body><p>S\xe1\xbb\xada c\xe1\xba\xa7u</p></body></html>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word(p("Sửa cầu")), "docx"),
        (doc(p_doc("Sửa cầu")), "doc"),
        (pdf(), "pdf"),
        (PAGE, "html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "html"),
        ("<html><p>Sửa cầu".encode("utf-16"), "html"),
        ("<html><p>Sửa cầu".encode("utf-16-le"), "html"),
        (b"{\\rtf1 x}", "rtf"),
        (odt(""), "odt"),
        (b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>", "mht"),
        ("Sửa cầu, x < y".encode(), "text"),
        ("Sửa cầu".encode("utf-16"), "text"),
        (b"# K\xe1\xba\xbf ho\xe1\xba\xa1ch", "text"),
    ],
)
def test_kinds(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "refusal", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnknownKind, ".docx"),
        (package({"xl/workbook.xml": ""}), UnknownKind, ".docx"),
        (compound({"Workbook": "WordDocument".encode("utf-16-le")}), UnknownKind, ".docx"),
        (compound({"EncryptedPackage": b""}), Encrypted, "mật khẩu"),
        (b"\x7fELF" + bytes(600), UnknownKind, ".docx"),
    ],
)
def test_what_is_no_document_is_refused_with_advice(data, refusal, advice):
    with pytest.raises(refusal, match=advice):
        load(data)


@pytest.mark.parametrize(
    ("data", "name", "wrong"),
    [
        (word(p("Sửa cầu")), "ke-hoach.docx", False),
        (word(p("Sửa cầu")), "ke-hoach.DOCM", False),
        (word(p("Sửa cầu")), "ke-hoach.doc", True),
        (PAGE, "ke-hoach.doc", True),
        (PAGE, "ke-hoach.htm", False),
        (PAGE, "ke-hoach", False),
        (PAGE, "ke-hoach.ban-1", False),
        (b"{\\rtf1 x}", "ke-hoach.doc", True),
        (odt("<text:p>x</text:p>"), "ke-hoach.ott", False),
        (b"x", "ke-hoach.md", False),
        (b"x", "ke-hoach.pdf", True),
    ],
)
def test_a_name_that_says_otherwise_is_remarked_on(data, name, wrong):
    assert (load(data, name=name).remarks == ("wrong-extension",)) is wrong


def test_a_file_is_named_by_its_path(tmp_path):
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes("Sửa cầu".encode())
    assert load(path).remarks == ("wrong-extension",)
    with pytest.raises(OSError, match="khong-co"):
        load(tmp_path / "khong-co.txt")


@pytest.mark.parametrize("refusal", Refused.__subclasses__())
def test_refusals_have_a_code_and_a_sentence(refusal):
    assert refusal.code != Refused.code
    assert str(refusal()).endswith(".")

"""What tests of the system are set up with: people, files, documents that were taken in and read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from caytre.core.models import User
from caytre.documents.actions import reader, reading
from caytre.documents.models import Document
from caytre.units.models import Role, Unit
from caytre.units.queries.standing import acting
from caytre.web.intake import Outcome, places, take_in
from countries import post, unit

AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
OFFICE = "90001"
STAMPED = "UBND TỈNH BẾN MÂY\nMẬT\nSố: 9/KH-UBND\nKẾ HOẠCH\nGiữ kín chuyện cây ngô đồng\n"
SECRET = (
    "Tài liệu có dấu độ mật, không được đưa vào hệ thống này. Chưa có gì được lưu. "
    "Hãy xử lý trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
)
PLAN = """ỦY BAN NHÂN DÂN
XÃ SUỐI TRÚC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 41/KH-UBND

Suối Trúc, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Trồng tre ven suối năm 2031

Thực hiện Kế hoạch số 118/KH-UBND ngày 14 tháng 02 năm 2031 của Ủy ban nhân dân tỉnh Bến Mây;

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

Giữ bờ suối không sạt lở trong mùa mưa.

II. NHIỆM VỤ

1. Chuẩn bị giống

a) Chọn giống tre bản địa ở vườn ươm của xã.

- Đơn vị chủ trì: Phòng Kinh tế.

- Thời gian hoàn thành: Trước ngày 30/4/2031.

b) Đào hố, lót phân chuồng dọc hai bờ suối.

- Đơn vị chủ trì: Ban quản lý thôn Bãi Lau.

- Đơn vị phối hợp: Hội Nông dân xã.

- Thời gian thực hiện: Tháng 5/2031.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

a) Hướng dẫn kỹ thuật trồng và chăm sóc.

b) Định kỳ hằng quý báo cáo Ủy ban nhân dân xã.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Thị Thí Dụ
"""


def person(name: str = "canbo", *, is_superuser: bool = False) -> User:
    """Somebody with an account and the password "cây tre trăm đốt", and no post."""
    user = User(username=name, is_superuser=is_superuser, date_joined=AT)
    user.set_password("cây tre trăm đốt")
    user.save()
    return user


def office() -> Unit:
    """The small office in which the stories happen."""
    known = Unit.objects.filter(code=OFFICE).first()
    return known or unit("Xã Suối Trúc", kind="xã", level="commune", code=OFFICE)


def colleague(name: str = "canbo", *, role: str = Role.CLERK) -> User:
    """Somebody with a post in the office, as a door has loaded them."""
    user = person(name)
    post(user, at=office(), role=role)
    return acting(user, on=AT.date())


def write(folder: Path, text: str = PLAN, *, name: str = "ke-hoach.txt") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def taken(folder: Path, text: str = PLAN, *, by: User, name: str = "ke-hoach.txt") -> Outcome:
    """What became of a file with this text that came in."""
    acting(by, on=AT.date())
    return take_in(write(folder, text, name=name), name=name, unit=place(by), by=by, at=AT)


def place(by: User) -> UUID | None:
    """The unit for which somebody brings files in."""
    return next(iter(places(by)), None)


def entered(folder: Path, text: str = PLAN, *, by: User, name: str = "ke-hoach.txt") -> Document:
    """A document in the register that waits to be read."""
    document = taken(folder, text, by=by, name=name).document
    assert document is not None
    return document


_READINGS: dict[bytes, str] = {}


def run_once(path: Path, *, key: UUID, clock: reader.Clock, wanted: reader.Wanted) -> reader.Outcome:
    """Have a text read by a process of its own, or say again what came of it when the same bytes were read before."""
    content = path.read_bytes()
    if content not in _READINGS:
        outcome = reader.run(path, key=key, clock=clock, wanted=wanted)
        if outcome.content is None:
            return outcome
        _READINGS[content] = json.dumps(outcome.content)
    return reader.Outcome(content=json.loads(_READINGS[content]))


def read(folder: Path, text: str = PLAN, *, by: User, name: str = "ke-hoach.txt") -> Document:
    """A document that was read. What the reader says of the same text is asked for once."""
    document = entered(folder, text, by=by, name=name)
    assert reading.read(document.pk, clock=lambda: AT, run=run_once)
    document.refresh_from_db()
    return document


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path_factory):
    """Files, uploads and static files of one test, apart from any installation."""
    folder = tmp_path_factory.mktemp("caytre")
    settings.DATA = folder
    settings.STATIC_ROOT = folder / "static"
    settings.STATIC_ROOT.mkdir()
    settings.MEDIA_ROOT = folder / "files"
    settings.PAGES_ROOT = folder / "pages"
    settings.FILE_UPLOAD_TEMP_DIR = folder / "incoming"
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.SECOND_STEP_REQUIRED = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return folder


@pytest.fixture
def officer(db) -> User:
    """The clerk of the office."""
    return colleague()


def stored(folder: Path) -> list[Path]:
    """The files that an installation keeps."""
    return [path for path in (folder / "files").rglob("*") if path.is_file()]

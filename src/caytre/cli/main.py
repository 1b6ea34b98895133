"""The command ``caytre``. It can be imported where Django is not installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec

COMMANDS = {
    "setup": "chuẩn bị dữ liệu, tài khoản quản trị và ví dụ; chạy lại bao nhiêu lần cũng được",
    "serve": "chạy trang web và tiến trình đọc, đến khi bấm Ctrl-C",
    "worker": "chỉ chạy tiến trình đọc",
    "nightly": "làm các việc hằng ngày ngay bây giờ; tiến trình đọc cũng tự làm mỗi ngày một lần",
    "import": "đưa tệp vào sổ văn bản",
    "user": "tạo tài khoản, đặt lại mật khẩu, giao hoặc kết thúc chức vụ",
    "units": "tra cứu đơn vị theo ngày, lập cơ cấu của một cơ quan",
    "verify": "kiểm tra nhật ký có bị sửa, xóa, chèn hay không",
    "backup": "sao lưu mọi dữ liệu vào một tệp, trong khi hệ thống vẫn chạy",
    "restore": "khôi phục dữ liệu từ một tệp sao lưu",
}
NO_DATABASE = "Chưa dùng được cơ sở dữ liệu. Hãy chạy caytre setup trước, hoặc xem lại DATABASE_URL."
MISSING = 'Lệnh caytre cần phần mở rộng "system"; cài bằng: pip install "caytre[system]".'


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 failed, 2 usage or set-up, 3 refused for secrecy."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if find_spec("django") is None:
        print(MISSING, file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_help())
        return 0
    if arguments[0] == "--version":
        from vanban import __version__

        print(f"caytre {__version__}")
        return 0
    if arguments[0] not in COMMANDS:
        print(f"caytre: không có lệnh {arguments[0]!r}.\n{_help()}", file=sys.stderr)
        return 2
    if arguments[0] == "serve":
        from caytre.cli.serving import serve

        return serve(arguments[1:])
    return _run(arguments)


def _help() -> str:
    lines = [f"  {name:<8} {what}" for name, what in COMMANDS.items()]
    return "Cách dùng: caytre LỆNH [LỰA CHỌN]   (caytre LỆNH --help nói thêm)\n\n" + "\n".join(lines)


def _run(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caytre.settings")
    from django.core.management import ManagementUtility
    from django.db import OperationalError, ProgrammingError

    from caytre.core.refusals import Refused

    try:
        ManagementUtility(["caytre", *arguments]).execute()
    except (OperationalError, ProgrammingError) as error:
        print(f"{NO_DATABASE} ({error})", file=sys.stderr)
        return 2
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The command ``vanban``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

READ, FAILED, USAGE, REFUSED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 read, 1 some files failed, 2 usage, 3 refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    if options.version:
        import vanban

        print(f"vanban {vanban.__version__}")
        return READ
    if not options.command:
        parser.print_usage(sys.stderr)
        return USAGE
    return _cover(options) if options.command == "cover" else _read(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description="Đọc văn bản hành chính thành dữ kiện gắn với từng chữ."
    )
    parser.add_argument("--version", action="store_true", help="in phiên bản rồi thôi")
    commands = parser.add_subparsers(dest="command", metavar="LỆNH")
    read = commands.add_parser(
        "read",
        help="đọc một hay nhiều tệp",
        description="Đọc tệp .docx, .doc, .rtf, .odt, .pdf, .html, .mht, .txt, .md và ảnh; dấu - là đầu vào chuẩn.",
    )
    read.add_argument("files", nargs="+", metavar="TỆP")
    read.add_argument(
        "--format", choices=("json", "table", "html"), help="mặc định: table cho một tệp, json cho nhiều tệp"
    )
    read.add_argument(
        "--jobs", type=_positive, default=1, metavar="N", help="số tiến trình đọc cùng lúc (mặc định 1)"
    )
    read.add_argument("--pages", type=Path, metavar="THƯ_MỤC", help="giữ từng trang đã nhận dạng ở đây")
    read.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="THƯ_MỤC",
        help="ghi mỗi tệp thành TÊN.json hoặc TÊN.html trong thư mục này",
    )
    _add_cover(commands)
    return parser


def _add_cover(commands: Any) -> None:
    cover = commands.add_parser(
        "cover",
        help="xem kế hoạch đã làm được gì trong văn bản trên",
        description="Đối chiếu từng yêu cầu của văn bản trên với nhiệm vụ của kế hoạch; "
        "nhiều hơn hai tệp là một chuỗi từ trên xuống.",
    )
    cover.add_argument("upper", metavar="VĂN_BẢN_TRÊN")
    cover.add_argument("plans", nargs="+", metavar="KẾ_HOẠCH")
    cover.add_argument("--format", choices=("text", "json", "html"), default="text", help="mặc định: text")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _read(options: argparse.Namespace) -> int:
    from vanban import batch

    if _is_twice(options.files):
        return USAGE
    if options.output is not None:
        try:
            options.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            print(f"vanban: không tạo được thư mục {options.output}: {error.strerror}.", file=sys.stderr)
            return USAGE
    return _ended(
        lambda: batch.run(
            options.files, form=options.format, jobs=options.jobs, folder=options.output, pages=options.pages
        )
    )


def _cover(options: argparse.Namespace) -> int:
    from vanban import batch

    names = [options.upper, *options.plans]
    return USAGE if _is_twice(names) else _ended(lambda: batch.compare(names, form=options.format))


def _is_twice(names: Sequence[str]) -> bool:
    if names.count("-") > 1:
        print("vanban: chỉ được dùng dấu - một lần.", file=sys.stderr)
        return True
    return False


def _ended(work: Callable[[], int]) -> int:
    """The exit code of the work, also where it was broken off."""
    try:
        return work()
    except KeyboardInterrupt:
        print("vanban: đã dừng theo yêu cầu; các tệp đã đọc xong vẫn được giữ.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


if __name__ == "__main__":
    sys.exit(main())

"""The command ``vanban``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

READ, FAILED, USAGE, REFUSED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 read or nothing found, 1 some files failed or something was found,
    2 usage, 3 refused."""
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
    return {"read": _read, "check": _check, "cover": _cover, "rule": _rule}[options.command](options)


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
    _add_check(commands)
    _add_cover(commands)
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="rà soát một hay nhiều tệp",
        description="Nêu những chỗ người rà soát kỹ sẽ đánh dấu; không sửa gì trong tệp. Dấu - là đầu vào chuẩn.",
    )
    check.add_argument("files", nargs="+", metavar="TỆP")
    check.add_argument("--format", choices=("text", "json", "html"), default="text", help="mặc định: text")
    check.add_argument(
        "--select", type=_words, default=(), metavar="MÃ,…", help="chỉ xét các mã hay họ mã này"
    )
    check.add_argument(
        "--ignore", type=_words, default=(), metavar="MÃ,…", help="bỏ qua các mã hay họ mã này"
    )
    check.add_argument(
        "--today",
        type=_day,
        metavar="NGÀY",
        help="xét cả những gì đã hết hiệu lực đến ngày này",
    )
    check.add_argument(
        "--jobs", type=_positive, default=1, metavar="N", help="số tiến trình rà soát cùng lúc (mặc định 1)"
    )
    rule = commands.add_parser("rule", help="giải thích một mã, hoặc liệt kê các mã")
    rule.add_argument("code", nargs="?", metavar="MÃ")


def _add_cover(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    cover = commands.add_parser(
        "cover",
        help="xem kế hoạch đã làm được gì trong văn bản trên",
        description="Đối chiếu từng yêu cầu của văn bản trên với nhiệm vụ của kế hoạch; "
        "nhiều hơn hai tệp là một chuỗi từ trên xuống.",
    )
    cover.add_argument("upper", metavar="VĂN_BẢN_TRÊN")
    cover.add_argument("plans", nargs="+", metavar="KẾ_HOẠCH")
    cover.add_argument("--format", choices=("text", "json", "html"), default="text", help="mặc định: text")


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("ngày viết theo năm-tháng-ngày, ví dụ 2026-11-26") from error


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _twice(files: list[str]) -> bool:
    if files.count("-") > 1:
        print("vanban: chỉ được dùng dấu - một lần.", file=sys.stderr)
    return files.count("-") > 1


def _check(options: argparse.Namespace) -> int:
    from vanban import review
    from vanban.review.settings import WrongSettings, settings_for

    if _twice(options.files):
        return USAGE
    try:
        settings = settings_for(Path.cwd(), select=options.select, ignore=options.ignore)
    except WrongSettings as error:
        print(f"vanban: {error}", file=sys.stderr)
        return USAGE
    return _guarded(
        lambda: review.run(
            options.files, form=options.format, jobs=options.jobs, today=options.today, settings=settings
        )
    )


def _rule(options: argparse.Namespace) -> int:
    from vanban.checks import pages
    from vanban.review.rulepages import listed, shown

    page = pages().get(options.code.upper()) if options.code else None
    if options.code and page is None:
        print(f"vanban: không có mã {options.code}. Gõ “vanban rule” để xem các mã.", file=sys.stderr)
        return USAGE
    return _guarded(lambda: print(shown(page) if page else listed(), flush=True) or READ)


def _read(options: argparse.Namespace) -> int:
    from vanban import batch

    if _twice(options.files):
        return USAGE
    if options.output is not None:
        try:
            options.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            print(f"vanban: không tạo được thư mục {options.output}: {error.strerror}.", file=sys.stderr)
            return USAGE
    return _guarded(
        lambda: batch.run(
            options.files, form=options.format, jobs=options.jobs, folder=options.output, pages=options.pages
        )
    )


def _cover(options: argparse.Namespace) -> int:
    from vanban import batch

    names = [options.upper, *options.plans]
    return USAGE if _twice(names) else _guarded(lambda: batch.compare(names, form=options.format))


def _guarded(run: Callable[[], int]) -> int:
    """A run that a person or a closed pipe may stop."""
    try:
        return run()
    except KeyboardInterrupt:
        print("vanban: đã dừng theo yêu cầu; các tệp đã đọc xong vẫn được giữ.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


if __name__ == "__main__":
    sys.exit(main())

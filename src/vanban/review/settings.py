"""What is asked of which file: the options, and the settings file that is found upward from where the command runs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from vanban.checks import pages

_KEYS = {"select", "ignore", "per-file"}


class WrongSettings(ValueError):
    """A settings file or an option that cannot be followed; the sentence is for the officer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Codes or beginnings of codes. ``per_file``: what is ignored in files whose name fits a pattern ("nháp/*.docx"),
    seen from ``folder``, where the settings file lies."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: Path = Path()

    def ignored(self, name: str) -> tuple[str, ...]:
        """What is ignored in a file."""
        path = Path(name).absolute()
        inside = path.relative_to(self.folder) if path.is_relative_to(self.folder) else path
        fits = [
            codes
            for pattern, codes in self.per_file.items()
            if fnmatch(inside.as_posix(), pattern) or fnmatch(path.name, pattern)
        ]
        return (*self.ignore, *(code for codes in fits for code in codes))


def settings_for(folder: Path, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Settings:
    """The settings for a run in a folder: the first ``vanban.toml``, or ``pyproject.toml`` with
    ``[tool.vanban.check]``, from there upward. ``select`` and ``ignore`` stand in place of those of the file.

    Raises WrongSettings for an unknown key or code, and for a file that is no TOML.
    """
    given, where = _found(folder.absolute())
    unknown = set(given) - _KEYS
    if unknown:
        raise WrongSettings(
            f"{where}: không có mục “{sorted(unknown)[0]}”. Các mục: {', '.join(sorted(_KEYS))}."
        )
    per_file = given.get("per-file", {})
    if not isinstance(per_file, dict):
        raise WrongSettings(f'{where}: “per-file” phải là một bảng, mỗi dòng: "tên tệp" = ["mã"].')
    return Settings(
        select=_codes(tuple(select) or given.get("select", ()), where),
        ignore=_codes(tuple(ignore) or given.get("ignore", ()), where),
        per_file={pattern: _codes(codes, where) for pattern, codes in per_file.items()},
        folder=where.parent if where else folder.absolute(),
    )


def _found(folder: Path) -> tuple[dict[str, Any], Path | None]:
    for place in (folder, *folder.parents):
        for name, keys in (("vanban.toml", ("check",)), ("pyproject.toml", ("tool", "vanban", "check"))):
            path = place / name
            if path.is_file():
                value: Any = _parsed(path)
                for key in keys:
                    value = value.get(key) if isinstance(value, dict) else None
                if isinstance(value, dict):
                    return value, path
    return {}, None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongSettings(f"{path}: không đọc được tệp thiết lập: {error}.") from error


def _codes(value: Any, where: Path | None) -> tuple[str, ...]:
    """Codes that exist, or beginnings of such."""
    before = f"{where}: " if where else ""
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise WrongSettings(f'{before}mã phải viết thành danh sách, ví dụ ["F", "S101"].')
    for one in value:
        if not one or not any(code.startswith(one) for code in pages()):
            raise WrongSettings(
                f"{before}không có mã nào bắt đầu bằng “{one}”. Gõ “vanban rule” để xem các mã."
            )
    return tuple(value)

"""Checks the form of a .docx, whoever made it, against a style: what can be recognised, and nothing else."""

from __future__ import annotations

from vanban.writing.checking.judging import check as check
from vanban.writing.checking.said import Finding as Finding
from vanban.writing.checking.said import name_of as name_of

__all__ = ["Finding", "check", "name_of"]

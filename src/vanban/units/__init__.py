"""Agencies and administrative units over time: who existed when, what they were called, who took over.

The law, the lists and the words are data; nothing is read but the shipped files, and nobody asks what day it is.
"""

from __future__ import annotations

from functools import cache

from vanban.units import agencies, places
from vanban.units.directory import Directory
from vanban.units.resolving import resolve

__all__ = ["Directory", "national", "resolve"]


@cache
def national() -> Directory:
    """The shipped national set: places, central bodies and the usual agencies of every place."""
    return Directory(
        (*places.records(), *agencies.central()), places.successions(), agencies.templates().values()
    )

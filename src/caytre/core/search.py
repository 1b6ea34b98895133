"""The search port: FTS5 on SQLite, tsvector on PostgreSQL, both fed with the same folded words.

A query finds the same entries with and without tone marks; those where the words stand
together come first, then those that hold them as typed.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from caytre.core.models import SearchEntry
from caytre.core.words import exact, folded
from caytre.prepared import Prepared

_WORD = re.compile(r"\w+")
# Ranking every hit of a common syllable is slow: only the newest are ranked and returned.
LIMIT = 500
# PostgreSQL refuses a vector of more than a megabyte: what a longer text says after this is not found.
INDEXED = 400_000
_ENTRY = Prepared(lambda kind, key: SearchEntry.objects.filter(kind=kind, key=key))
_PUT = {
    "sqlite": "INSERT INTO core_search (rowid, exact, folded) VALUES (%s, %s, %s)",
    "postgresql": "INSERT INTO core_search VALUES (%s, to_tsvector('simple', %s), to_tsvector('simple', %s))",
}
_DELETE = {
    "sqlite": "DELETE FROM core_search WHERE rowid = %s",
    "postgresql": "DELETE FROM core_search WHERE id = %s",
}
_FIND_SQLITE = """
WITH hit AS MATERIALIZED (
  SELECT s.rowid AS id, e.key FROM core_search s JOIN core_searchentry e ON e.id = s.rowid
  WHERE s.core_search MATCH %s AND e.kind = %s {among} ORDER BY s.rowid DESC LIMIT %s),
typed AS (SELECT rowid AS id FROM core_search WHERE core_search MATCH %s AND rowid >= (SELECT min(id) FROM hit)),
together AS (SELECT rowid AS id FROM core_search WHERE core_search MATCH %s AND rowid >= (SELECT min(id) FROM hit))
SELECT key FROM hit ORDER BY id NOT IN (SELECT id FROM together), id NOT IN (SELECT id FROM typed), id DESC
"""
_FIND_POSTGRES = """
WITH hit AS (
  SELECT s.id, s.exact, s.folded, e.key FROM core_search s JOIN core_searchentry e ON e.id = s.id
  WHERE s.folded @@ to_tsquery('simple', %s) AND e.kind = %s {among} ORDER BY s.id DESC LIMIT %s)
SELECT key FROM hit ORDER BY NOT folded @@ to_tsquery('simple', %s), NOT exact @@ to_tsquery('simple', %s), id DESC
"""


def put(key: object, *, kind: str, text: str) -> None:
    """Make ``text`` findable as the object ``key``; what was there for it is replaced."""
    known = _ENTRY.first(kind=kind, key=str(key))
    entry = known or SearchEntry.objects.create(kind=kind, key=str(key))
    with connection.cursor() as cursor:
        if known:
            cursor.execute(_DELETE[connection.vendor], [entry.pk])
        cursor.execute(_PUT[connection.vendor], [entry.pk, _words(exact(text)), _words(folded(text))])


def wipe(key: object, *, kind: str) -> None:
    """Forget the object, and take its words out of the pages of the index."""
    for entry in SearchEntry.objects.filter(kind=kind, key=str(key)):
        with connection.cursor() as cursor:
            cursor.execute(_DELETE[connection.vendor], [entry.pk])
            if connection.vendor == "sqlite":
                # FTS5 only notes that a row is gone; its words stay until the index is merged.
                cursor.execute("INSERT INTO core_search (core_search) VALUES ('optimize')")
        entry.delete()


def find(query: str, *, kind: str, among: QuerySet[Any], one_by_one: bool = False) -> list[str]:
    """The keys of those rows ``among`` the given that hold all words of the query, the best first.

    At most LIMIT of the newest of them: rows that the person may not see push nothing out. A query without words
    finds nothing. ``one_by_one`` asks of each hit whether it is among the rows, instead of listing them all first.
    """
    plain, typed = _WORD.findall(folded(query)), _WORD.findall(exact(query))
    if not plain:
        return []
    try:
        within, keys = _among(among, one_by_one=one_by_one)
    except EmptyResultSet:
        return []
    values: list[Any]
    if connection.vendor == "sqlite":
        sql = _FIND_SQLITE
        words = (f"folded : ({_all(plain)})", f"exact : ({_all(typed)})", f'folded : "{" ".join(plain)}"')
        values = [words[0], kind, *keys, LIMIT, *words[1:]]
    else:
        sql = _FIND_POSTGRES
        values = [" & ".join(plain), kind, *keys, LIMIT, " <-> ".join(plain), " & ".join(typed)]
    with connection.cursor() as cursor:
        cursor.execute(sql.format(among=within), values)
        return [row[0] for row in cursor.fetchall()]


def _among(rows: QuerySet[Any], *, one_by_one: bool) -> tuple[str, tuple[Any, ...]]:
    """The condition that an entry is one of these rows, with its values. Raises EmptyResultSet."""
    if not rows.query.where:
        return "", ()
    # SQLite stores a UUID without dashes.
    key = "replace(e.key, '-', '')" if connection.vendor == "sqlite" else "e.key"
    if one_by_one:
        cast = key if connection.vendor == "sqlite" else f"CASE WHEN length({key}) = 36 THEN {key}::uuid END"
        sql, values = rows.order_by().filter(pk=RawSQL(cast, ())).values("pk").query.sql_with_params()
        return f"AND EXISTS ({sql})", values
    keys = rows.order_by().values_list(Cast("pk", CharField()))
    sql, values = keys.query.sql_with_params()
    return f"AND {key} IN ({sql})", values


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text[:INDEXED]))


def _all(words: list[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words)

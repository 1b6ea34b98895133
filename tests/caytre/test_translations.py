"""Every sentence has its English, and what is compiled is what was written."""

import gettext
import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command

import caytre
from caytre.web import library, wording
from vanban import data, errors

LOCALE = Path(caytre.__file__).parent / "locale" / "en" / "LC_MESSAGES"


def written() -> dict[str, str]:
    """The sentences of the .po file and their (first) English; a context stands before its sentence."""
    entry = re.compile(
        r'^(?:msgctxt "(.+)"\n)?msgid "(.+)"\n(?:msgid_plural ".*"\n)?msgstr(?:\[0\])? "(.*)"$', re.M
    )
    entries = entry.findall((LOCALE / "django.po").read_text("utf-8"))
    return {
        (f"{context}\4" if context else "") + key.replace('\\"', '"'): value.replace('\\"', '"')
        for context, key, value in entries
    }


def test_every_sentence_has_its_english():
    assert len(written()) > 150
    assert [key for key, value in written().items() if not value] == []


def test_places_for_values_are_the_same_in_english():
    places = re.compile(r"%\((\w+)\)s")
    assert [
        key for key, value in written().items() if set(places.findall(key)) != set(places.findall(value))
    ] == []


def test_what_is_compiled_is_what_was_written():
    with open(LOCALE / "django.mo", "rb") as file:
        catalog = gettext.GNUTranslations(file)
    plural = re.findall(r'^msgid "(.+)"\nmsgid_plural', (LOCALE / "django.po").read_text("utf-8"), re.M)
    compiled = {
        key: catalog.ngettext(key, key, 1) if key in plural else catalog.gettext(key) for key in written()
    }
    assert compiled == written()


def test_the_sentences_of_the_library_are_the_library_s():
    refusals = {
        kind.message
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.Refused)
    }
    assert refusals <= set(library.REFUSALS)
    remarks = tomllib.loads((Path(next(iter(data.__path__))) / "remarks.toml").read_text("utf-8"))
    fixed = {remark["text"] for remark in remarks.values() if "{" not in remark["text"]}
    assert fixed <= set(library.REMARKS)


@pytest.mark.parametrize(
    "words",
    [
        wording.STATES,
        wording.ROLES,
        wording.KINDS,
        wording.EVERY,
        wording.FIELDS,
        wording.PARTS,
        wording.EVENTS,
    ],
)
def test_words_for_values_are_translated(words):
    assert {str(word) for word in words.values()} <= set(written())


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

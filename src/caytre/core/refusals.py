"""The root of every error that says no to a person."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Marks a Vietnamese sentence for translation where it is written; doors translate it."""
    return sentence


class Refused(Exception):
    """``sentence`` says what was refused, why, and what to do; ``values`` fill its %(name)s places.

    ``status`` is the HTTP status with which a door answers, ``heading`` what stands above the sentence.
    """

    status = 422
    heading = gettext_noop("Không làm được")
    sentence = gettext_noop("Không làm được việc này.")

    def __init__(self, sentence: str = "", **values: object) -> None:
        self.sentence = sentence or self.sentence
        self.values = values
        super().__init__(self.sentence % values if values else self.sentence)

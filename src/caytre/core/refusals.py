"""The root of every error that says no to a person."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Marks a Vietnamese sentence for translation where it is written; doors translate it."""
    return sentence


class Refused(Exception):
    """``sentence`` says what was refused, why, and what to do; ``values`` fill its %(name)s places.

    ``status`` is the HTTP status with which a door answers, ``heading`` what stands above the sentence. Where it makes
    sense to try again, ``retry_after`` says after how many seconds.
    """

    status = 422
    retry_after = 0
    heading = gettext_noop("Không làm được")
    sentence = gettext_noop("Không làm được việc này.")

    def __init__(self, sentence: str = "", **values: object) -> None:
        self.sentence = sentence or self.sentence
        self.values = values
        super().__init__(self.sentence % values if values else self.sentence)


class Answer:
    """What a ``can_…`` says: yes, or no with a refusal that the person can read.

    >>> bool(YES), bool(no(Refused()))
    (True, False)
    """

    __slots__ = ("refusal",)

    def __init__(self, refusal: Refused | None = None) -> None:
        self.refusal = refusal

    def __bool__(self) -> bool:
        return self.refusal is None

    def or_raise(self) -> None:
        """Raise the refusal, if it is one."""
        if self.refusal is not None:
            raise self.refusal


YES = Answer()


def no(refusal: Refused) -> Answer:
    """No, for this reason."""
    return Answer(refusal)

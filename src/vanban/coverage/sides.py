"""One of the two documents that are compared."""

from __future__ import annotations

from vanban.coverage.model import Passage
from vanban.coverage.words import Words, is_telling, words_of
from vanban.model import Document, Task


class Side:
    """One document: its subject, its tasks, their words, the headings above them and the acts they cite."""

    def __init__(self, document: Document) -> None:
        self.text, self.tasks = document.text, document.tasks
        self.words = [self._words(task) for task in self.tasks]
        self.headings = _headings(document)
        self.acts = _acts(document)
        self.subject = frozenset(words_of(document.header.title or "").forms)

    def _words(self, task: Task) -> Words:
        """The words that a task stands on; its own where a person wrote others."""
        read = self.text[slice(*task.span)]
        if "".join(task.text.split()) in "".join(read.split()):
            return words_of(read, at=task.span[0])
        return words_of(task.text, at=None)

    def passage(self, place: int) -> Passage:
        """A task as a passage."""
        return Passage(self.tasks[place].text, self.tasks[place].span, place)


def _headings(document: Document) -> list[str]:
    """The titles above each task, the highest first; such as stand in every plan ("Tổ chức thực hiện") tell nothing."""
    titles = {
        section.label: section.title
        for section in document.outline
        if is_telling(words_of(section.title).forms)
    }
    found = []
    for task in document.tasks:
        parts = task.section.split(".")
        above = (".".join(parts[: level + 1]) for level in range(len(parts)))
        found.append(" ".join(titles[label] for label in above if label in titles))
    return found


def _acts(document: Document) -> list[frozenset[str]]:
    """The numbers of the acts that each task cites."""
    places = sorted(
        (span, cited.number)
        for cited in document.citations
        if cited.number
        for span in (cited.mentions or (cited.span,))
    )
    return [
        frozenset(number for span, number in places if task.span[0] <= span[0] and span[1] <= task.span[1])
        for task in document.tasks
    ]

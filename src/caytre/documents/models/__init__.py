"""What the room of documents keeps."""

from caytre.documents.models.citing import Act, Choice, Citation, Link, Status
from caytre.documents.models.duties import Apart, Duty, Sketch, Twin
from caytre.documents.models.papers import (
    Basis,
    Correction,
    Document,
    DocumentQuerySet,
    Judgement,
    Reading,
    Removal,
    Share,
    State,
    stored_name,
)
from caytre.documents.models.verdicts import Verdict

__all__ = [
    "Act", "Apart", "Basis", "Choice", "Citation", "Correction", "Document", "DocumentQuerySet", "Duty", "Judgement",
    "Link", "Reading", "Removal", "Share", "Sketch", "State", "Status", "Twin", "Verdict",
    "stored_name",
]  # fmt: skip

"""Evidence comes in with a form, and is taken away as a file."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.core.refusals import Refused
from caytre.web.documents.files import attached
from caytre.web.session import person
from caytre.web.wording import said
from caytre.web.workbooks.reading import sheets_of
from caytre.work.actions.evidence import Checked, EvidenceRefused, examine
from caytre.work.queries.occurrence import evidence_of, fetched


class FilesRefused(Refused):
    """Some of the files are not taken, and nothing of the form was stored: ``problems`` says why, file by file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__()
        self.problems = problems


@require_safe
def show(request: HttpRequest, *, key: UUID, evidence: UUID) -> FileResponse:
    """One file, only ever as an attachment of no type. Raises NotFound."""
    occurrence = fetched(key, by=person(request))
    found = evidence_of(occurrence).filter(pk=evidence).first()
    if found is None:
        raise NotFound
    response = FileResponse(found.file.open("rb"), content_type="application/octet-stream")
    return attached(response, name=found.name)


def files_of(request: HttpRequest) -> list[Checked]:
    """The files of a form, each looked at; they go with the request. Raises :class:`FilesRefused`."""
    taken, problems = [], []
    for file in request.FILES.getlist("files"):
        assert isinstance(file, TemporaryUploadedFile)
        try:
            taken.append(examine(Path(file.temporary_file_path()), name=file.name or "", cells=sheets_of))
        except Refused as refusal:
            is_secret = isinstance(refusal, EvidenceRefused) and refusal.secret
            problems.append(said(refusal) if is_secret else f"{file.name}: {said(refusal)}")
    limit = settings.UPLOAD_LIMIT // (1024 * 1024)
    for name in getattr(request, "too_large", ()):
        problems.append(f"{name}: " + _("Tệp lớn hơn %(limit)s MB nên không nhận.") % {"limit": limit})
    if problems:
        raise FilesRefused(problems)
    return taken

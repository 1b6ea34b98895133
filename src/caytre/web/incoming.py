"""An upload is spooled to a private file that goes with the request, never held in memory or stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler


class PrivateSpool(TemporaryFileUploadHandler):
    """Files only their owner may read, in a folder only the system may enter; too long a file is cut off.

    The names of those that were too long are left in ``request.too_large``.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        Path(settings.FILE_UPLOAD_TEMP_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.received = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_LIMIT:
            self.file.close()
            names = getattr(self.request, "too_large", [])
            self.request.too_large = [*names, self.file_name]  # type: ignore[union-attr]
            raise SkipFile
        super().receive_data_chunk(raw_data, start)

"""Binary Word files: paragraphs with the numbers that Word shows, tables, notes, margins; never macros.

After [MS-DOC], Word (.doc) Binary File Format. Its words: a *story* is the body, the notes, the margins or the text
boxes; a *place* is an offset in the file; ``at`` counts signs from the start of all stories.
"""

from vanban.files.doc.reader import read_doc

__all__ = ["read_doc"]

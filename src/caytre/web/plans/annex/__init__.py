"""The annex of a plan: as a document, as a workbook, and the workbook that comes back."""

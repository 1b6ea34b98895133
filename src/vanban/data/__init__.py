"""Dated data: lexicons, forms and word lists with their sources."""

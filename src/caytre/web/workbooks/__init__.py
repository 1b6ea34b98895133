"""Workbooks that people fill in and send back."""

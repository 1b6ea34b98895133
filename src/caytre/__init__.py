"""Cây Tre: from a plan to work that gets done."""

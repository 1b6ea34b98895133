"""Family C: acts that a document cites, their numbers and dates, and whether they were there."""

from vanban.checks.citations import dates as dates
from vanban.checks.citations import numbers as numbers
from vanban.checks.citations import register as register

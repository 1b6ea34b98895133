"""Family T: days that cannot be, days that do not fit together, and the chain of reports from tier to tier."""

from vanban.checks.times import days as days
from vanban.checks.times import deadlines as deadlines
from vanban.checks.times import reports as reports

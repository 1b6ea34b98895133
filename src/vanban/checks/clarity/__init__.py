"""Family R: which of the six clear things ("6 rõ") a task of a plan lacks.

The system measures the same six task by task when a plan is confirmed; here a finding speaks of a whole section where
all of it lacks the same.
"""

from vanban.checks.clarity import leads as leads
from vanban.checks.clarity import products as products
from vanban.checks.clarity import times as times

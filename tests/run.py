"""Every test, in the order in which a failure says most: all on SQLite, then what stores on PostgreSQL.

With arguments it is pytest on two processes with those arguments. Where PostgreSQL or Chromium is missing, it
says what was left out; with CAYTRE_REQUIRE=1 it fails instead.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from pathlib import Path

import postgres

ROOT = Path(__file__).resolve().parent.parent
# What these prove does not differ by database: files are read in processes of their own, sheets and forms are
# refused, answers have their headers, questions are counted, pictures and passwords are made, commands read their
# words. SQLite has them all. (The units of the country are loaded in caytre/units/test_national.py, set up everywhere.)
ANY_DATABASE = (
    "access/test_every_address.py::test_a_part_of_a_page_tells_no_more",
    "caytre/test_guessable_passwords.py",
    "caytre/test_hashing.py",
    "caytre/test_reading_scans.py",
    "caytre/test_refused_files.py",
    "caytre/test_scans_go_on.py",
    "caytre/test_workbooks.py",
    "flows/test_annex.py::test_a_long_annex_takes_as_many_queries_as_a_short_one",
    "flows/test_annex.py::test_the_document_is_in_the_national_form",
    "flows/test_annex.py::test_what_is_no_annex_of_this_plan_is_refused",
    "flows/test_annex.py::test_what_is_wrong_is_said_by_cell",
    "flows/test_command.py",
    "flows/test_forms.py",
    "flows/test_guessing.py::test_ten_thousand_guesses_through_fifty_addresses_are_bounded",
    "flows/test_headers.py",
    "flows/test_hostile_uploads.py",
    "flows/test_https.py",
    "flows/test_killed_worker.py::test_a_scan_goes_on_from_the_pages_that_a_killed_worker_had_done",
    "flows/test_kinds_of_files.py",
    "flows/test_links_and_forms.py",
    "flows/test_passwords_for_one_time.py::test_accounts_of_the_command_line",
    "flows/test_people_sheet_cells.py",
    "flows/test_people_sheet_files.py",
    "flows/test_posts_by_command.py",
    "flows/test_processes.py::test_a_colleague_gets_an_account",
    "flows/test_processes.py::test_import_and_its_exit_codes",
    "flows/test_processes.py::test_set_up_wipes_what_a_killed_server_had_spooled",
    "flows/test_same_queries.py",
    "flows/test_scan_pages.py",
    "flows/test_scan_stamped.py::test_a_colleague_is_not_told_and_cannot_say_so_for_them",
    "flows/test_scan_stamped.py::test_a_page_that_waits_for_it_is_loaded_anew",
    "flows/test_scan_stamped.py::test_whoever_brought_it_in_is_told_until_they_say_that_they_know",
    "flows/test_shipped_units.py",
    "flows/test_units_command.py",
    "flows/test_what_leaves.py",
)
STORING = [folder for folder in ("tests/access", "tests/caytre", "tests/flows") if (ROOT / folder).is_dir()]


def main(arguments: list[str]) -> int:
    """Run the tests; returns the exit code of the first run that failed."""
    if arguments:
        return pytest(*arguments)
    environment = os.environ.copy()
    environment.pop("DATABASE_URL", None)
    # The tests start hundreds of processes; where Python may not keep what it compiled, each would compile anew.
    compileall.compile_dir(ROOT / "src", quiet=1)
    print("== SQLite", flush=True)
    code = pytest("tests", environment=environment)
    return code or (_on_postgres(environment) if STORING else 0)


def _on_postgres(environment: dict[str, str]) -> int:
    print("== PostgreSQL", flush=True)
    if postgres.binaries() is None:
        print("SKIPPED: PostgreSQL is not installed (Debian: apt-get install postgresql).")
        return int(os.environ.get("CAYTRE_REQUIRE") == "1")
    with postgres.cluster() as url:
        left_out = [f"--deselect=tests/{name}" for name in ANY_DATABASE]
        return pytest(*STORING, *left_out, environment=environment | {"DATABASE_URL": url})


def pytest(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """pytest on two processes, with the reasons of what was skipped."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-q", "-rs", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The command explains itself, with data and without, with Django and without."""

import subprocess

import pytest

from factories import write


def test_without_data_a_command_says_what_to_do(machine, tmp_path):
    assert "caytre setup" in machine.run("import", str(write(tmp_path)), code=2)


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 0), (["--help"], 0), (["--version"], 0), (["nonsense"], 2)]
)
def test_the_command_explains_itself(machine, arguments, code):
    printed = machine.run(*arguments, code=code)
    assert "caytre" in printed and "Traceback" not in printed


def test_without_django_the_command_says_so(machine):
    program = "import sys; sys.modules['django'] = None; import importlib.util as u; f = u.find_spec; "
    program += "import caytre.cli.main as m; m.find_spec = lambda name: None; sys.exit(m.main(['setup']))"
    ran = subprocess.run(
        [machine.command()[0], "-c", program],
        env=machine.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert (
        ran.stderr.strip() == 'Lệnh caytre cần phần mở rộng "system"; cài bằng: pip install "caytre[system]".'
    )

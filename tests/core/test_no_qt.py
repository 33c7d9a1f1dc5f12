"""Core and store need no Qt: the plugin `tests.no_qt` keeps it out, and everything there still works."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

IMPORTS_QT = """
import importlib
import pytest

@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "shiboken6"])
def test_import(name):
    importlib.import_module(name)
"""

IMPORTS_CORE_AND_STORE = """
import importlib, pkgutil, sys
import tests.no_qt
tests.no_qt.block()
import coach.core, coach.store, coach.cli
for package in (coach.core, coach.store):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
        print(module.name)
coach.cli.schema_text()
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def run_tests(file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    file.write_text(IMPORTS_QT, "utf-8")
    fixed = ("-m", "pytest", "-p", "no:cacheprovider", "-c", "pyproject.toml")
    return python(*fixed, *options, str(file))


def test_with_the_plugin_every_import_of_qt_fails(tmp_path: Path) -> None:
    done = run_tests(tmp_path / "test_qt.py", "-p", "no:pytest-qt", "-p", "tests.no_qt")

    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout
    assert "3 failed" in done.stdout
    for name in ("PySide6", "shiboken6"):
        assert f"ModuleNotFoundError: {name} is walled off in this run" in done.stdout


def test_without_the_plugin_the_same_imports_work() -> None:
    """Otherwise the test above would also pass where Qt is missing altogether."""
    done = python("-c", "import PySide6, PySide6.QtCore, shiboken6")

    assert (done.returncode, done.stderr) == (0, "")


def test_the_plugin_refuses_to_come_too_late() -> None:
    done = python("-c", "import PySide6, tests.no_qt; tests.no_qt.block()")

    assert done.returncode == 1
    assert "UsageError: PySide6 is imported already" in done.stderr


def test_core_and_store_and_the_commands_can_be_imported_without_qt() -> None:
    done = python("-c", IMPORTS_CORE_AND_STORE)

    assert (done.returncode, done.stderr) == (0, "")
    assert {"coach.core.session", "coach.core.routine", "coach.store.routines.library"} <= set(done.stdout.split())


def test_qt_is_out_of_reach_in_this_run_if_the_plugin_is_active(request: pytest.FixtureRequest) -> None:
    active = request.config.pluginmanager.has_plugin("tests.no_qt")
    loaded = [name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6"}]

    assert not (active and loaded)
    if active:
        with pytest.raises(ModuleNotFoundError, match="walled off"):
            __import__("PySide6")

"""A pytest plugin that makes every import of Qt fail.

Run with it, the tests of core and store prove that these two need no Qt:

    python -m pytest -p no:pytest-qt -p tests.no_qt tests/core tests/store
"""

from __future__ import annotations

import importlib.abc
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

QT = ("PySide6", "shiboken6")


class _Wall(importlib.abc.MetaPathFinder):
    """Finds nothing, and refuses whatever belongs to Qt."""

    def find_spec(self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        """Raise for a module of Qt; leave every other one to the finders that follow."""
        if fullname.partition(".")[0] in QT:
            message = f"{fullname} is walled off in this run"
            raise ModuleNotFoundError(message, name=fullname)


def block() -> None:
    """Make every later import of Qt fail; raises UsageError if Qt is here already."""
    here = sorted(name for name in sys.modules if name.partition(".")[0] in QT)
    if here:
        message = f"{here[0]} is imported already: load this plugin with -p, and switch off pytest-qt"
        raise pytest.UsageError(message)
    sys.meta_path.insert(0, _Wall())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the setting of pytest-qt in pyproject.toml, which is strict about settings that nobody knows."""
    parser.addini("qt_api", "read by pytest-qt only")


def pytest_load_initial_conftests() -> None:
    """Raise the wall before any conftest or test is imported."""
    block()

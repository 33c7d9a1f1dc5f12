"""A record on disk, open as often as a test wants."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from coach.store.record.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Open = Callable[[], Journal]


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture(name="opened")
def _opened(file: Path) -> Iterator[Open]:
    """Return what opens the record once more; all that was opened is closed in the end."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(contextlib.closing(Journal(file)))


@pytest.fixture(name="journal")
def _journal(opened: Open) -> Journal:
    return opened()

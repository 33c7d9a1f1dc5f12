"""What several of the tests of keys begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMenu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.stage import Stage


@pytest.fixture(name="menu")
def _menu(running: Stage) -> Iterator[QMenu]:
    """Return the menu Session, open."""
    menu = running.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(running.window.mapToGlobal(running.window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    yield menu
    menu.close()

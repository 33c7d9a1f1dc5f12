"""What the tests of the figure begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


@pytest.fixture(name="drawn")
def _drawn(stage: Stage, qtbot: QtBot) -> Stage:
    """Return the program 1 s into the first gap, with the figures read."""
    qtbot.waitUntil(lambda: stage.pictures.knows("cat-cow"))
    stage.start()
    stage.advance(1_000)
    QApplication.processEvents()
    return stage

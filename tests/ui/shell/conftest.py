"""What the tests of the window begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from tests.ui.shell.wrong_places import (
    CASES,
    Case,
    settle,
)

if TYPE_CHECKING:
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="sized", params=CASES, ids=str)
def _sized(request: pytest.FixtureRequest, open_program: Opener) -> Stage:
    """Return the program on its start page, at one size after the other."""
    case: Case = request.param
    stage = open_program(text_scale=case.text_scale)
    stage.window.resize(case.width, case.height)
    settle()
    assert stage.window.size() == QSize(case.width, case.height), "the window cannot be made that small"
    return stage

"""A routine of one exercise on the start page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cases import document, exercise

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener


def test_one_exercise_alone_does_not_fill_the_page_of_today(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(document(exercise("a"))), "utf-8")
    stage = open_program(routine_file=file, size=(1200, 760))
    strip = stage.start_page.parts.strip

    assert strip is not None
    assert strip.tiles[0].width() <= 300 < strip.width()

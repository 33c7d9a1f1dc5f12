"""The name of a drawing says which picture of the program belongs beside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from tools import page_scenes
from tools.page_sheets import GAP, Wanted, lay_beside, wanted_of


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("closing_worse_light", Wanted("closing_worse", "Light", 100, (1200, 760))),
        ("home_two_weeks_dark", Wanted("start_two_weeks", "Dark", 100, (1200, 760))),
        ("settings_voice_1000x640", Wanted("settings_voice", "Light", 100, (1000, 640))),
        ("home_text200_light", Wanted("start", "Light", 200, (1200, 760))),
        ("floor_dark_1920x1080", Wanted("floor", "Dark", 100, (1920, 1080))),
        ("stopped", Wanted("stopped", "Light", 100, (1200, 760))),
        ("a_page_that_nobody_built_light", None),
    ],
)
def test_a_name_says_page_look_size_and_text(name: str, wanted: Wanted | None) -> None:
    assert wanted_of(name) == wanted
    assert wanted is None or wanted.scene in page_scenes.SCENES


def test_the_drawing_is_at_the_left_and_the_page_at_the_right() -> None:
    drawing, page = QImage(40, 30, QImage.Format.Format_RGB32), QImage(50, 20, QImage.Format.Format_RGB32)
    drawing.fill(QColor("#ff0000"))
    page.fill(QColor("#0000ff"))

    both = lay_beside(drawing, page)

    assert (both.width(), both.height()) == (90 + 3 * GAP, 30 + 2 * GAP)
    assert both.pixelColor(GAP, GAP).name() == "#ff0000"
    assert both.pixelColor(40 + 2 * GAP, GAP).name() == "#0000ff"

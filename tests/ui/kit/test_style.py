"""Whatever Qt paints by itself can be seen in every theme, and so can the focus."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSlider, QApplication, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import CheckBox, LineField, Slider, frame_as_field
from coach.ui.kit.style import KNOB, Style
from coach.ui.kit.theme import Theme, palette
from tests.ui.kit.test_theme import THEMES, contrast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

LOOKS = {name: tokens for name, tokens in THEMES.items() if name != "stopped"}


@pytest.fixture(name="theme", params=LOOKS.values(), ids=list(LOOKS))
def _theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    theme = Theme(qapp)
    theme.tokens = request.param
    qapp.setPalette(palette(theme.tokens))
    qapp.setStyle(Style(theme))
    yield theme
    qapp.setStyle("Fusion")
    qapp.setPalette(before)


def _drop_down(theme: Theme) -> QWidget:
    made = DropDown(theme)
    made.addItem("Short")
    return made


def _slider(theme: Theme) -> QWidget:
    made = Slider(theme)
    made.setValue(50)
    return made


def _note(_theme: Theme) -> QWidget:
    made = QPlainTextEdit("Words")
    frame_as_field(made)
    return made


MAKERS = {
    "drop-down": _drop_down,
    "field": lambda theme: LineField(theme, "Words", 20),
    "check box": lambda theme: CheckBox(theme, "Voice"),
    "slider": _slider,
    "note": _note,
}


def _shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    """Show the widget in a window in which something else has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    other = QWidget(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(widget)
    window.setFixedSize(300, 200)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    return window


def _picture(widget: QWidget, window: QWidget) -> QImage:
    whole = window.grab().toImage()
    ratio = whole.devicePixelRatio()
    at = widget.mapTo(window, QPoint(0, 0)) * ratio
    return whole.copy(at.x(), at.y(), round(widget.width() * ratio), round(widget.height() * ratio))


@pytest.mark.parametrize("make", MAKERS.values(), ids=list(MAKERS))
def test_the_focus_can_be_seen(theme: Theme, make: Callable[[Theme], QWidget], qtbot: QtBot) -> None:
    window = _shown(widget := make(theme), qtbot)
    before = _picture(widget, window)

    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    image = _picture(widget, window)

    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    new = [at for at in places if image.pixelColor(*at) != before.pixelColor(*at)]
    ring = [at for at in new if image.pixelColor(*at) == theme.tokens.focus]
    assert len(ring) > 100
    assert contrast(theme.tokens.focus, theme.tokens.paper) >= 3


def test_the_handle_and_the_groove_of_a_slider_can_be_seen(theme: Theme, qtbot: QtBot) -> None:
    window = _shown(slider := _slider(theme), qtbot)
    image = _picture(slider, window)
    middle = image.height() // 2

    edge = image.width() // 2 - theme.px(KNOB) // 2 + 1
    assert contrast(image.pixelColor(edge, middle), theme.tokens.paper) >= 3
    for x in (image.width() // 4, image.width() * 3 // 4):
        assert contrast(image.pixelColor(x, middle), theme.tokens.paper) >= 3


@pytest.mark.usefixtures("theme")
def test_the_handle_of_a_scroll_bar_can_be_seen(qtbot: QtBot) -> None:
    area = QScrollArea()
    inside = QWidget()
    inside.setFixedSize(50, 400)
    area.setWidget(inside)
    window = _shown(area, qtbot)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    image = _picture(bar, window)
    x = image.width() // 2

    colours = Counter(image.pixelColor(x, y).name() for y in range(image.height()))
    groove, handle = (QColor(name) for name, _count in colours.most_common(2))
    assert contrast(groove, handle) >= 3


@pytest.mark.parametrize("value", [0, 100])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_ring_of_a_slider_is_not_cut_at_its_ends(
    theme: Theme, value: int, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    slider = _slider(theme)
    assert isinstance(slider, QAbstractSlider)
    slider.setRange(0, 100)
    slider.setValue(value)
    slider.setLayoutDirection(direction)
    window = _shown(slider, qtbot)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(slider.hasFocus)
    image = _picture(slider, window)

    ring = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == theme.tokens.focus for y in range(image.height()))
    ]
    at_left = (value == 0) == (direction is Qt.LayoutDirection.LeftToRight)
    assert max(ring) - min(ring) >= 24
    assert min(ring) <= 2 if at_left else max(ring) >= image.width() - 3

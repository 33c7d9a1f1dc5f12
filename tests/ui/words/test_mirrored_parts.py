"""What is painted, and the keys, where words run from right to left: what turns, and what never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coach.session.places import Place
from coach.ui.history.report_pdf import pdf
from coach.ui.kit.painting import RIM
from coach.ui.kit.segmented import Segmented
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.live.place_panel import PlacePanel
from coach.words import catalogue, pseudo
from tests.ui.history.test_report_pdf import report
from tests.ui.stage import KEY
from tests.ui.words.test_right_to_left import open_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(autouse=True)
def _mirrored() -> Iterator[None]:
    QApplication.setLayoutDirection(RTL)
    yield
    catalogue.use_english()
    QApplication.setLayoutDirection(LTR)


def colours_of(part: QWidget) -> tuple[str, str]:
    """Return the colours near both ends of a bar, the left one first."""
    QApplication.processEvents()
    image = part.grab().toImage()
    return image.pixelColor(4, 5).name(), image.pixelColor(image.width() - 5, 5).name()


def test_the_bars_fill_and_empty_from_where_reading_begins(running: Stage) -> None:
    running.skip_to(2)
    running.advance(46_000)
    t = running.theme.tokens
    assert colours_of(running.session_page.bar.strip) == (t.line.name(), t.brand.name())

    running.press(KEY.Key_F11)
    track, rest = colours_of(running.floor_page.bar)

    assert track == t.line.name()
    assert rest in {t.brand.name(), t.prepare.name()}


def test_back_is_at_the_left_of_skip_as_their_keys_are(running: Stage) -> None:
    bar = running.session_page.bar
    assert bar.back.x() < bar.go.x() < bar.skip.x()
    assert bar.pain.geometry().right() < bar.back.x(), "Pain — stop is alone at the other end"

    before = running.shot.index
    running.press(KEY.Key_Right)

    assert running.shot.index > before


def test_the_persons_own_left_stays_at_the_left(running: Stage) -> None:
    running.skip_to(4)
    panel = running.session_page.findChild(PlacePanel)
    assert panel is not None
    shown = sorted((each.x(), each.text().lower()) for each in panel.findChildren(QLabel) if each.isVisible())
    sides = [words for _x, words in shown if "side" in words or words in {"left", "right"}]

    assert len(sides) == 2
    assert sides[0].startswith("left"), shown


def ring_and_figure(stage: Stage) -> tuple[QImage, QImage]:
    """Return how the ring and the figure of a session look."""
    stage.start()
    stage.skip_to(4)
    stage.advance(12_000)
    QApplication.processEvents()
    page = stage.session_page
    return page.ring.grab().toImage(), page.picture.grab().toImage()


def test_ring_and_figure_look_as_ever(open_program: Opener, tmp_path: Path) -> None:
    looks = []
    for direction in (RTL, LTR):
        QApplication.setLayoutDirection(direction)
        stage = open_with(open_program, tmp_path / "data", with_record=False)
        looks.append(ring_and_figure(stage))
        stage.window.force_close()

    assert [one == other for one, other in zip(*looks, strict=True)] == [True, True]


def test_arrow_keys_go_where_they_point(stage: Stage, qtbot: QtBot) -> None:
    control = Segmented(stage.theme, "View", ["Month", "Year"])
    qtbot.addWidget(control)
    control.show()
    qtbot.waitUntil(control.isActiveWindow)
    month, year = control.parts
    assert year.x() < month.x()
    month.setFocus()

    QTest.keyClick(month, KEY.Key_Left)

    assert (control.place, year.hasFocus()) == (1, True)


def test_an_arrow_key_on_the_scale_goes_where_it_points(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    stage.answer("None of these")
    stage.answer("None of these")
    scale = stage.check_page.scale
    assert scale is not None
    assert scale.numbers[10].x() < scale.numbers[0].x(), "0 is where reading begins"
    scale.numbers[3].setFocus()

    stage.press(KEY.Key_Left)

    assert scale.numbers[4].hasFocus()


def test_a_menu_begins_where_its_button_does(stage: Stage, qtbot: QtBot) -> None:
    stage.visit(Place.ROUTINES)
    page = stage.page()
    assert isinstance(page, RoutinesPage)
    more = page.tiles[0].more
    stage.click(more)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()

    assert menu is not None
    end = more.mapToGlobal(more.rect().topRight()).x() - RIM
    assert abs(menu.geometry().right() - end) <= 2
    menu.close()


def test_words_of_the_report_are_at_the_same_side_whichever_way_the_program_runs() -> None:
    """The sheet follows its own language, not the window's direction."""
    pseudo.use_mirrored()
    made = report()
    in_mirrored = pdf(made, {})
    QApplication.setLayoutDirection(LTR)

    assert drawn(pdf(made, {})) == drawn(in_mirrored)


def drawn(data: bytes) -> bytes:
    """Return the first page of a document as a picture."""
    with PdfDocument(data) as document:
        return bytes(document[0].render().buffer)

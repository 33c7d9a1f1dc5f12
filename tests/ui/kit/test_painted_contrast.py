"""In high contrast everything that is painted on a page stands out: words 7 to 1, edges of controls 3 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from coach.core.desktop_wishes import Wishes
from coach.ui.home.exercise_page import ExercisePage
from coach.ui.kit.contrast import ratio
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.painting import RIM
from coach.ui.kit.states import State, pose
from coach.ui.live.countdown_ring import CountdownRing
from tests.ui.kit.painted import short_of
from tests.ui.kit.shown import components
from tests.ui.kit.test_theme import HIGHLIGHT
from tests.ui.pages import settle, walk, walk_editor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="of_desktop")
def _of_desktop(open_program: Opener, qapp: QApplication) -> Iterator[Stage]:
    """Return the program on a desktop whose highlight is that of Fusion, with large letters.

    Small ones have hardly a pixel that is all ink.
    """
    before, of_desktop = qapp.palette(), QPalette(qapp.palette())
    of_desktop.setColor(QPalette.ColorRole.Highlight, HIGHLIGHT)
    qapp.setPalette(of_desktop)
    yield open_program(text_scale=2.0, size=(1366, 740))
    qapp.setPalette(before)


@pytest.fixture(name="in_contrast", params=["light", "dark"])
def _in_contrast(request: pytest.FixtureRequest, of_desktop: Stage) -> Stage:
    """Return the program in high contrast."""
    of_desktop.theme.follow(Wishes(contrast=True, dark=request.param == "dark"))
    settle()
    return of_desktop


@pytest.mark.parametrize("go", [pytest.param(walk, marks=pytest.mark.long), walk_editor])
def test_nothing_on_a_page_falls_short(of_desktop: Stage, go: Callable[[Stage], Iterator[str]]) -> None:
    wrong = {}
    for name in go(of_desktop):
        for look in ("light", "dark"):
            of_desktop.theme.follow(Wishes(contrast=True, dark=look == "dark"))
            settle()
            if found := short_of(of_desktop.window, words=7, edges=3):
                wrong[f"{name}, {look}"] = found

    assert wrong == {}


@pytest.mark.parametrize("look", ["high contrast light", "high contrast dark"])
def test_every_state_of_a_button_can_be_told_from_rest(qapp: QApplication, look: str) -> None:
    with components(qapp, look) as page:
        for button in page.sections["states of buttons"].findChildren(KeyButton):
            if not button.isEnabled():
                continue
            button.resize(button.sizeHint())
            pose(button, State.REST)
            rest = button.grab().toImage()
            for state in (State.HOVER, State.PRESSED, State.FOCUS):
                pose(button, state)
                assert differs(rest, button.grab().toImage()), (button.text(), state)
            pose(button, State.REST)


def differs(one: QImage, other: QImage) -> bool:
    """Tell whether enough pixels of two pictures stand out from each other by 3 to 1: those of a line across."""
    apart = 0
    for y in range(one.height()):
        for x in range(0, one.width(), 3):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            apart += a != b and ratio(a, b) >= 3
    return apart >= one.width() // 3


def test_the_room_of_the_figure_is_as_pure_as_the_page(in_contrast: Stage, qtbot: QtBot) -> None:
    """In the hero of the start page, before there is a picture and with one, and beside an exercise."""
    hero, paper = in_contrast.start_page.hero, in_contrast.theme.tokens.paper
    qtbot.waitUntil(lambda: in_contrast.start_page.film is not None)
    qtbot.waitUntil(lambda: bool(in_contrast.pictures.variants))
    settle()
    film = in_contrast.start_page.film
    assert film is not None
    assert film.picture() is not None
    scenes: list[QWidget] = [hero]
    in_contrast.start_page.exercise_wanted.emit(0)
    settle()
    page = in_contrast.page()
    assert isinstance(page, ExercisePage)
    scenes.append(page.movement.view)
    for scene in scenes:
        picture = scene.grab().toImage()
        inside = picture.rect().adjusted(30, 30, -30, -30)
        for at in (inside.topRight(), inside.bottomRight()):
            assert picture.pixelColor(at).rgb() == paper.rgb(), type(scene).__name__


def test_the_rest_of_the_ring_is_quieter_than_its_arc(in_contrast: Stage) -> None:
    """Both stand out from the ground; of the rest there is much less."""
    in_contrast.start()
    in_contrast.advance(1_000)
    in_contrast.advance(in_contrast.shot.duration_ms // 2)
    ring = in_contrast.window.page.findChild(CountdownRing)
    assert ring is not None
    settle()
    picture, t = ring.grab().toImage(), in_contrast.theme.tokens
    # Along a line from the middle to the left, where the arc still is, and to the right, where it is gone.
    side = min(ring.width(), ring.height()) // 2
    left, right = (
        [picture.pixelColor(ring.width() // 2 + way * step, ring.height() // 2) for step in range(side * 3 // 4, side)]
        for way in (-1, 1)
    )
    arc, rest = (sum(ratio(colour, t.paper) >= 3 for colour in line) for line in (left, right))
    assert 0 < rest < arc / 3


# The check can fail


def test_pale_words_and_edges_are_found(qapp: QApplication) -> None:
    window = QWidget()
    palette = QPalette(QColor("white"))
    palette.setColor(QPalette.ColorRole.Window, QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#777777"))
    window.setPalette(palette)
    words = QLabel("Some words", window)
    font = words.font()
    font.setPixelSize(32)
    words.setFont(font)
    window.resize(300, 60)
    window.show()
    qapp.processEvents()

    assert [line.split(":")[1] for line in short_of(window, words=7, edges=3)] == [" words 4.5"]


class _Outlined(QLineEdit):
    """A field with an edge that stands out, and words that do not."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(QColor("#777777"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setPen(QPen(QColor("black"), 2))
        painter.drawRect(self.rect().adjusted(RIM, RIM, -RIM, -RIM))


def test_pale_words_within_an_edge_that_stands_out_are_found(qapp: QApplication) -> None:
    window = QWidget()
    window.setPalette(QPalette(QColor("white")))
    field = _Outlined("Some words", window)
    font = field.font()
    font.setPixelSize(32)
    field.setFont(font)
    field.resize(300, 70)
    window.resize(300, 70)
    window.show()
    qapp.processEvents()

    assert [line.split(":")[1] for line in short_of(window, words=7, edges=3)] == [" words 4.5"]

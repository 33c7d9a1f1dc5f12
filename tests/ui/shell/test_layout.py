"""Nothing is cut, nothing overlaps, nothing moves: at every size of the window, and with large text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.history.history_page import HistoryPage
from coach.ui.home.strip import Strip
from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.navigation import NavigationItem
from coach.ui.kit.painting import RIM
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.sign import Sign
from coach.ui.live.feel_notes import FeelNotes
from coach.ui.live.session_page import SessionPage
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.shell.left_side import FOLDS_BELOW
from tests.ui.pages import wait_until
from tests.ui.stage import CTRL, KEY
from tools import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

LARGE = 1.5
_LIES_OVER = Qt.WidgetAttribute.WA_TransparentForMouseEvents
"""A flash round a page covers nothing that can be pressed."""


@dataclass(frozen=True)
class Case:
    """A size of the window and of the text."""

    width: int
    height: int
    text_scale: float = 1

    def __str__(self) -> str:
        return f"{self.width}x{self.height}, text {self.text_scale:.0%}"


CASES = [
    Case(1200, 800),
    Case(1000, 700),
    Case(800, 600),
    Case(1920, 1080),
    Case(1200, 800, LARGE),
    Case(800, 600, LARGE),
    Case(1920, 1080, LARGE),
]


@pytest.fixture(name="sized", params=CASES, ids=str)
def _sized(request: pytest.FixtureRequest, open_program: Opener) -> Stage:
    """Return the program on its start page, at one size after the other."""
    case: Case = request.param
    stage = open_program(text_scale=case.text_scale)
    stage.window.resize(case.width, case.height)
    _settle()
    assert stage.window.size() == QSize(case.width, case.height), "the window cannot be made that small"
    return stage


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


# What is wrong in a window


def _visible(inside: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.isVisible() and widget.objectName() != "news" and not widget.testAttribute(_LIES_OVER)
    ]


def _place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget) -> bool:
    """Tell whether a widget is what a scroll area moves: that may stick out."""
    viewport = widget.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QScrollArea)


def _scrolls_sideways(widget: QWidget) -> bool:
    """Tell whether a widget is what the strip of exercises moves from side to side: nothing else may."""
    viewport = widget.parentWidget()
    area = None if viewport is None else viewport.parentWidget()
    return area is not None and isinstance(area.parentWidget(), Strip) and _scrolls(widget)


def _sticking_out(window: QWidget) -> Iterator[str]:
    for widget in _visible(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow():
            continue
        inside, place = parent.rect(), widget.geometry()
        if _scrolls_sideways(widget):
            inside, place = QRect(0, 0, 1, inside.height()), QRect(0, place.y(), 1, place.height())
        elif _scrolls(widget):
            # Up and down only.
            inside, place = QRect(0, 0, inside.width(), 1), QRect(place.x(), 0, place.width(), 1)
        if not inside.contains(place):
            yield f"{_name(widget)} at {widget.geometry()} sticks out of {_name(parent)} {parent.rect()}"


def _cut(window: QWidget) -> Iterator[str]:
    for widget in _visible(window):
        if isinstance(widget, RotatedText | FeelNotes):
            if widget.is_cut:
                yield f"{_name(widget)} has {widget.size()}"
            continue
        if not getattr(widget, "shows_words", True):
            continue
        if isinstance(widget, QLabel) and widget.text():
            room = widget.contentsRect()
            if widget.wordWrap():
                if widget.height() < widget.heightForWidth(widget.width()):
                    yield f"{_name(widget)} is {widget.height()} high and needs {widget.heightForWidth(widget.width())}"
                continue
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            height = widget.fontMetrics().height()
        elif isinstance(widget, QAbstractButton) and widget.text():
            room = widget.rect()
            factor = widget.factor if isinstance(widget, KeyButton) else 1
            needed = round(factor * widget.fontMetrics().horizontalAdvance(widget.text()))
            height = round(factor * widget.fontMetrics().height())
        else:
            continue
        if room.width() < needed or room.height() < height:
            yield f"{_name(widget)} has {room.size()} and needs {needed} × {height}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Tell which neighbours cover each other."""
    families: dict[QWidget, list[QWidget]] = {}
    for widget in _visible(window):
        parent = widget.parentWidget()
        if parent is not None and not widget.isWindow():
            families.setdefault(parent, []).append(widget)
    for parent, children in families.items():
        for number, one in enumerate(children):
            for other in children[number + 1 :]:
                if is_hint_over_figure(parent, one, other):
                    continue  # it finds no room beside a long name: test_page_notes
                if _body(one).intersects(_body(other)):
                    yield f"{_name(one)} {one.geometry()} covers {_name(other)} {other.geometry()}"


def is_hint_over_figure(page: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether these are the figure of a session and the hint that may lie over it."""
    return isinstance(page, SessionPage) and {one, other} == {page.notes.hint, page.picture}


def _body(widget: QWidget) -> QRect:
    """Return what a widget fills; the rooms for the rings of two places of the navigation may share pixels."""
    place = widget.geometry()
    return place.adjusted(0, RIM, 0, -RIM) if isinstance(widget, NavigationItem) else place


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{text[:30]}”" if text else type(widget).__name__


def wrong_in(window: QWidget) -> list[str]:
    return [*_sticking_out(window), *_cut(window), *_overlapping(window)]


def test_what_is_wrong_is_found(running: Stage) -> None:
    """The tests below would be worth nothing if this found nothing."""
    _settle()
    assert wrong_in(running.window) == []
    session = running.session_page
    running.pain.resize(60, running.pain.height())
    session.hint.setText("x")
    session.more.move(session.easier.pos())
    session.ring.move(-5, 0)

    wrong = "\n".join(wrong_in(running.window))

    assert "Pain — stop" in wrong
    assert "KeyButton “+15 s” " in wrong
    assert "CountdownRing at" in wrong


# Every phase of a session


def _waiting(stage: Stage) -> None:
    stage.wait_for_me()


def test_nothing_is_cut_in_any_block(sized: Stage) -> None:
    sized.start()
    wrong = {}

    while sized.phase() is Phase.RUNNING:
        sized.advance(500)
        _settle()
        block = sized.shot.block
        if found := wrong_in(sized.window):
            wrong[f"{block.kind} {block.exercise} {block.side}"] = found
        sized.press(KEY.Key_Right)

    assert wrong == {}


@pytest.mark.parametrize("index", [3, 4, 15], ids=["hold", "change", "no sides"])
def test_nothing_is_cut_in_any_phase(sized: Stage, index: int) -> None:
    sized.start()
    sized.skip_to(index)
    wrong = {}

    def look(phase: str) -> None:
        _settle()
        if found := wrong_in(sized.window):
            wrong[phase] = found

    sized.advance(1_000)
    sized.press(KEY.Key_Space)
    look("paused")
    sized.press(KEY.Key_Space)
    look("lead-in")
    sized.press(KEY.Key_E)
    sized.advance(4_000)
    look("easier version")
    sized.press(KEY.Key_Plus)
    sized.press(KEY.Key_Plus)
    look("time added")
    sized.press(KEY.Key_Q, CTRL)
    look("question")

    assert wrong == {}


def test_nothing_is_cut_while_waiting(sized: Stage) -> None:
    _waiting(sized)
    sized.start(lies_down=False)
    wrong = {}

    for index in (0, 1, 3, 5, 33):
        sized.skip_to(index)
        _settle()
        if found := wrong_in(sized.window):
            wrong[index] = found

    assert wrong == {}


# Every other page


def _start(_stage: Stage) -> None:
    pass


def _keys(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


def _about(stage: Stage) -> None:
    stage.actions["about"].trigger()


def _routines(stage: Stage) -> None:
    stage.visit(Place.ROUTINES)


def _help(stage: Stage) -> None:
    stage.visit(Place.HELP)


def _clicker(stage: Stage) -> None:
    stage.actions["clicker"].trigger()
    page = stage.page()
    assert isinstance(page, ClickerPage)
    page.listener.heard.emit("Volume Mute", "")


def _stopped(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)


def _all_signs(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.signs.more)


def _mistake(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.mistake)


def _closing(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)


# One program goes through as many pages as it can: to open one takes longer than to look at a page.
TELLING = [_start, _routines, _help, _keys, _about, _clicker]
STOPPED = [_stopped, lambda stage: stage.click(stage.stopped_page.signs.more)]


@pytest.mark.parametrize(
    "pages", [TELLING, STOPPED, [_mistake], [_closing]], ids=["telling", "stopped", "mistake", "closing"]
)
def test_nothing_is_cut_on_any_page(sized: Stage, pages: list[Callable[[Stage], None]]) -> None:
    wrong = {}
    for number, go_there in enumerate(pages):
        go_there(sized)
        _settle()
        if found := wrong_in(sized.window):
            wrong[number] = found

    assert wrong == {}


# In line


def _column(stage: Stage) -> QScrollArea:
    column = stage.page().findChild(QScrollArea)
    assert column is not None
    return column


@pytest.mark.parametrize("go_there", [_clicker, _all_signs, _mistake], ids=lambda each: each.__name__.strip("_"))
def test_the_first_button_of_a_row_begins_where_words_begin(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    _settle()
    column = _column(stage)
    shown = {each: _place(each, column) for each in _visible(column)}
    words = {each: place for each, place in shown.items() if isinstance(each, QLabel | QComboBox | Sign)}
    begins = {place.left() + each.contentsMargins().left() + getattr(each, "inset", 0) for each, place in words.items()}
    buttons = {each: place for each, place in shown.items() if isinstance(each, KeyButton)}
    firsts = 0

    for button, place in buttons.items():
        middle = QRect(0, place.center().y(), place.left(), 1)
        if not any(middle.intersects(other) for other in [*buttons.values(), *words.values()]):
            firsts += 1
            assert place.left() + button.inset in begins, button.text()
    assert firsts


def test_the_last_control_of_the_head_ends_where_cards_end(open_program: Opener, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    sample_record.write(tmp_path / "data")
    stage = open_program(wall=lambda: sample_record.NOW)
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    wait_until(page.columns.isVisible)
    _settle()
    column = _column(stage)
    cards = [_place(each, column) for each in _visible(column) if isinstance(each, Card)]

    assert _place(page.report, column).right() - page.report.inset == max(place.right() for place in cards)


# The same place, always


def test_the_buttons_never_move(sized: Stage) -> None:
    sized.start()
    bar = sized.session_page.bar
    places: dict[str, set[tuple[int, int, int, int]]] = {}

    def note() -> None:
        _settle()
        for button in (bar.back, bar.go, bar.skip, bar.pain):
            place = _place(button, sized.window)
            name = "pause" if button is bar.go else button.text()
            places.setdefault(name, set()).add(place.getRect())  # type: ignore[arg-type]  # four ints

    while sized.phase() is Phase.RUNNING:
        note()
        sized.press(KEY.Key_Space)
        note()
        sized.press(KEY.Key_Space)
        note()
        sized.press(KEY.Key_Right)

    assert {name: len(found) for name, found in places.items()} == {"Back": 1, "pause": 1, "Skip": 1, "Pain — stop": 1}


def test_the_buttons_do_not_move_for_a_question_or_a_page_of_text(sized: Stage) -> None:
    sized.start()
    _settle()
    place = _place(sized.pain, sized.window)

    for key, modifiers in ((KEY.Key_F1, Qt.KeyboardModifier.NoModifier), (KEY.Key_Q, CTRL)):
        sized.press(key, modifiers)
        _settle()
        assert _place(sized.pain, sized.window) == place
        assert sized.pain.isVisible()


def test_pain_stop_is_at_the_same_place_while_waiting(sized: Stage) -> None:
    sized.start()
    _settle()
    place = _place(sized.pain, sized.window)
    sized.press(KEY.Key_E, CTRL)
    sized.press(KEY.Key_Return)
    _waiting(sized)
    sized.start(lies_down=False)

    for index in (0, 3):
        sized.skip_to(index)
        assert sized.shot.waiting
        _settle()
        assert _place(sized.pain, sized.window) == place
        sized.press(KEY.Key_Space)
        assert not sized.shot.waiting
        _settle()
        assert _place(sized.pain, sized.window) == place


# The list folds


@pytest.mark.parametrize("text_scale", [1, LARGE])
def test_the_list_folds_on_narrow_windows(open_program: Opener, text_scale: float) -> None:
    stage = open_program(text_scale=text_scale)
    assert not stage.window.sidebar.isVisible()
    stage.start()
    edge = round(FOLDS_BELOW * text_scale)

    for width, shown in ((edge, True), (edge - 1, False), (edge, True), (edge - 200, False), (edge + 200, True)):
        stage.window.resize(width, 800)
        _settle()
        assert stage.window.width() == width
        assert stage.window.sidebar.isVisible() == shown


def test_the_list_can_be_shown_in_a_narrow_window_and_hidden_in_a_wide_one(running: Stage) -> None:
    stage = running
    for width, shown in ((900, True), (1200, False)):
        stage.window.resize(width, 800)
        _settle()
        assert stage.window.sidebar.isVisible() != shown
        stage.press(KEY.Key_L, CTRL)
        _settle()
        assert stage.window.sidebar.isVisible() == shown


def test_large_text_is_large(large: Stage, open_program: Opener) -> None:
    usual = open_program()
    # With as much room for the large letters: where it is short, they give way.
    for stage in (large, usual):
        stage.window.resize(round(1200 * LARGE), round(800 * LARGE))
        stage.start()
        _settle()

    assert (large.theme.scale, usual.theme.scale) == (LARGE, 1)
    titles = [stage.session_page.title.font().pixelSize() for stage in (large, usual)]
    assert titles[0] == pytest.approx(titles[1] * LARGE, abs=1)  # whole px
    assert large.pain.font().pixelSize() == usual.pain.font().pixelSize() * LARGE


@pytest.fixture(name="large")
def _large(open_program: Opener) -> Stage:
    """Return the program with large text."""
    return open_program(text_scale=LARGE)

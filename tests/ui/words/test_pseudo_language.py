"""Everything that a person sees or hears comes through the door of words: in the pseudo-language it has brackets.

Each place is looked at as a person does, and as a screen reader does; what is painted is seen as it is painted. The
texts are longer by 40 % there, as translations are, and nothing is cut off or covered for it.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from coach.core.events import Phase
from coach.session import describe
from coach.ui.settings.clicker_page import ClickerPage
from coach.words import catalogue
from tests.ui.shell.test_layout import wrong_in
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

NAMES = {"coach"}
KEY_NAMES = frozenset(
    ("S", "B", "M", "E", "R", "T", "H", "L", "Q", "Esc", "Space", "Ctrl", "Shift", "Page", "Up", "Down")
)
"""What Qt calls keys: it has a language of its own."""


@pytest.fixture(autouse=True)
def _pseudo() -> Iterator[None]:
    catalogue.use_pseudo()
    yield
    catalogue.use_english()


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    """Let Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(name="told")
def _told(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect what is painted as text, and what a screen reader is told as news."""
    told: set[str] = set()
    paint, show = QPainter.drawText, QLabel.setText

    def watch_painter(painter: QPainter, *given: object) -> object:
        told.update(each for each in given if isinstance(each, str))
        return paint(painter, *given)  # type: ignore[call-overload]

    def watch_label(label: QLabel, text: str) -> None:
        told.add(text)
        show(label, text)

    monkeypatch.setattr(QPainter, "drawText", watch_painter)
    monkeypatch.setattr(QLabel, "setText", watch_label)
    return told


def outside(text: str) -> str:
    """Return what of a text stands in no brackets; a text whose beginning was left out may end in one."""
    depth = max(0, text.count("]") - text.count("["))
    found = ""
    for letter in text:
        depth += (letter == "[") - (letter == "]")
        if depth <= 0 and letter != "]":
            found += letter
    return found


def untranslated(texts: set[str]) -> dict[str, list[str]]:
    """Return the texts with words that did not come through the door, and those words."""
    found = {text: _words(outside(text.replace("&", ""))) for text in sorted(texts)}
    return {text: words for text, words in found.items() if words}


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{2,}|\b[^\W\d_]\b", text) if word not in KEY_NAMES | NAMES]


# What there is to be seen, hidden widgets included


def seen(window: QWidget) -> set[str]:
    """Return every text of a window."""
    QApplication.processEvents()
    window.grab()
    widgets = [window, *window.findChildren(QWidget)]
    return {window.windowTitle(), *chain.from_iterable(map(_texts, widgets))}


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    elif isinstance(widget, QMenu):
        yield from _actions(widget.actions())
    told = QAccessible.queryAccessibleInterface(widget)
    if told is not None:
        yield from (told.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
        if told.role() != QAccessible.Role.EditableText:
            yield told.text(QAccessible.Text.Value)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        for column in range(columns):
            if columns > 1:
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            yield from (str(model.index(row, column).data(role) or "") for row in range(model.rowCount(QModelIndex())))


def _actions(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text(), action.toolTip(), action.statusTip())


# The places


def begin(stage: Stage, pain: int = 2) -> None:
    """Begin a session: the first answer to each question is that all is well."""
    stage.click(stage.program.start_page.start)
    answer_all(stage, pain)
    assert stage.phase() is Phase.RUNNING


def answer_all(stage: Stage, pain: int, look: Callable[[], object] = list) -> None:
    """Give the first answer to each question of the check, and look at each."""
    stage.wait_for_check()
    page = stage.check_page
    while stage.check.question is not None or (stage.page() is page and page.buttons):
        look()
        stage.click(page.scale.numbers[pain] if page.scale is not None else page.buttons[0])
        QApplication.processEvents()


def _start(stage: Stage) -> None:
    assert stage.page() is stage.program.start_page


def _helps(stage: Stage) -> None:
    stage.program.start_page.ask_helps()


def _exercise(stage: Stage) -> None:
    stage.window.sidebar.exercises.setFocus()
    stage.press(KEY.Key_Down)
    stage.press(KEY.Key_Return)


def _clicker(stage: Stage) -> None:
    stage.trigger("clicker")
    page = stage.page()
    assert isinstance(page, ClickerPage)
    page.listener.heard.emit("F6", "")  # brings the buttons that give the key away


def _session(stage: Stage) -> None:
    begin(stage)
    stage.skip_to(3)


def _easier(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_E)


def _paused(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Space)


def _question(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Q, CTRL)


def _because(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Right)


def _waiting(stage: Stage) -> None:
    stage.program.start_page.pace.setFocus()
    stage.press(KEY.Key_End)
    begin(stage)


def _floor(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_F11)


def _stopped(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Escape)


def _mistake(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.mistake)


def _closing(stage: Stage) -> None:
    _session(stage)
    stage.advance(5_000)
    stage.press(KEY.Key_E, CTRL)


def _worse(stage: Stage) -> None:
    _closing(stage)
    stage.click(stage.closing_page.after.scale.numbers[8])


def _action(action_id: str) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        stage.trigger(action_id)

    go_there.__name__ = action_id
    return go_there


PLACES = [
    _start, _helps, _exercise, _clicker, _session, _easier, _paused, _question, _because, _waiting, _floor, _stopped,
    _mistake, _closing, _worse, *map(_action, ("settings", "keys", "signs", "about", "history")),
]  # fmt: skip
every_place = pytest.mark.parametrize("go_there", PLACES, ids=lambda each: each.__name__.strip("_"))


@every_place
def test_every_text_comes_through_the_door(
    open_program: Opener, told: set[str], go_there: Callable[[Stage], None]
) -> None:
    stage = open_program()
    go_there(stage)

    assert untranslated(seen(stage.window) | told) == {}


@pytest.mark.parametrize("size", [(1200, 800), (800, 600)], ids=str)
@every_place
def test_longer_words_are_neither_cut_nor_covered(
    open_program: Opener, go_there: Callable[[Stage], None], size: tuple[int, int]
) -> None:
    stage = open_program(size=size)
    go_there(stage)
    for _turn in range(3):
        QApplication.processEvents()

    assert wrong_in(stage.window) == []


@pytest.mark.parametrize("pain", [0, 4])
def test_every_question_of_the_check_comes_through_the_door(open_program: Opener, told: set[str], pain: int) -> None:
    stage = open_program()
    stage.click(stage.program.start_page.start)
    texts: set[str] = set()
    answer_all(stage, pain, lambda: texts.update(seen(stage.window)))

    assert len(texts) > 50
    assert untranslated(texts | told) == {}


def test_every_block_comes_through_the_door(open_program: Opener, told: set[str]) -> None:
    stage = open_program()
    begin(stage)
    texts: set[str] = set()
    while stage.phase() is Phase.RUNNING:
        texts |= seen(stage.window) | set(describe.block_in_words(stage.shot.block, stage.live_now.routine))
        stage.press(KEY.Key_Right)

    assert len(texts) > 50
    assert untranslated(texts | told) == {}


def test_what_does_not_come_through_the_door_is_found(stage: Stage, told: set[str]) -> None:
    """The tests above would be worth nothing if this found nothing."""
    assert untranslated({"[Hold ~~], 3 s", "[[A ~] · [B ~] ~~]", "[&Session ~~~]", "Esc", "1:30"}) == {
        "[Hold ~~], 3 s": ["s"]
    }
    stage.window.sidebar.setAccessibleName("The list")
    stage.program.start_page.start.setToolTip("Begins")

    assert set(untranslated(seen(stage.window) | told)) == {"The list", "Begins"}

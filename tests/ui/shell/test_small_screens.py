"""A session on small screens and with large text: everything lies on the screen, can be hit, and stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from coach.core.events import Phase
from coach.core.instructions import instructions
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.painting import RIM
from coach.ui.kit.rotation import Rotation
from tests.ui.live.floor.floor_view import CHANGE, HOLD, WITHOUT_SIDES, floor_page, resize, settle, turn
from tests.ui.shell.wrong_places import Case
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import Qt

    from coach.ui.live.floor.floor_page import FloorPage
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

TARGET = 44


CASES = [
    Case(640, 360),
    Case(640, 360, 2),
    Case(683, 384),
    Case(1366, 768, 2),
    Case(1280, 720, 2),
    Case(1280, 720, 1.5),
    Case(1000, 640, 1.5),
    Case(1280, 680),
]
every_case = pytest.mark.parametrize("case", CASES, ids=str)


def begin(open_program: Opener, case: Case, *, lies_down: bool = True) -> Stage:
    """Return the program in a session, in a window of that size."""
    stage = open_program(text_scale=case.text_scale)
    stage.start(lies_down=lies_down)
    stage.window.setMinimumSize(0, 0)
    stage.window.resize(case.width, case.height)
    settle()
    assert (stage.window.width(), stage.window.height()) == (case.width, case.height)
    return stage


def place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def wrong(parts: Sequence[QWidget], inside: QWidget) -> list[str]:
    """Return which parts are not there, not wholly inside, too small for a finger, or over another."""
    found = [f"{part} is not there" for part in parts if not part.isVisible()]
    places = [place(part, inside) for part in parts]
    for part, where in zip(parts, places, strict=True):
        if not inside.rect().contains(where):
            found.append(f"{part} sticks out: {where}")
        if isinstance(part, KeyButton) and min(where.width(), where.height()) - 2 * RIM * part.factor < TARGET - 1:
            found.append(f"{part.text()} is too small: {where}")
    for number, one in enumerate(places):
        found += [
            f"{parts[number]} {one} covers {part} {where}"
            for part, where in zip(parts[number + 1 :], places[number + 1 :], strict=True)
            if one.intersects(where)
        ]
    return found


def controls(stage: Stage) -> list[QWidget]:
    """Return what a session cannot do without."""
    page = stage.session_page
    bar = page.bar
    needed: list[QWidget] = [bar.back, bar.go, bar.skip, bar.pain, page.more, page.easier, page.floor]
    return [*needed, page.title, page.ring, page.place, page.steps, bar.strip]


@every_case
def test_all_of_a_session_lies_on_the_screen(open_program: Opener, case: Case) -> None:
    stage = begin(open_program, case)
    page, found = stage.session_page, {}

    for index in (2, HOLD, CHANGE, WITHOUT_SIDES):
        stage.skip_to(index)
        stage.advance(500)
        for key in (KEY.Key_E, KEY.Key_Space, KEY.Key_Space, KEY.Key_E):
            assert page.because.isVisible()
            settle()
            if problems := wrong([*controls(stage), page.because], stage.window):
                found[index, key] = problems
            assert not page.title.is_cut
            stage.press(key)

    assert found == {}


@every_case
def test_a_question_covers_nothing_and_lies_on_the_screen_itself(open_program: Opener, case: Case) -> None:
    stage = begin(open_program, case)
    bar, page, question = stage.session_page.bar, stage.session_page, stage.window.question
    stage.press(KEY.Key_Q, CTRL)
    settle()
    settle()

    parts = [bar.back, bar.go, bar.skip, bar.pain, question.yes, question.no, page.title, page.ring, page.steps]
    parts += [part for part in (page.more, page.easier) if part.isVisible()]
    assert wrong(parts, stage.window) == []
    words = next(each for each in question.findChildren(QLabel) if each.text())
    assert words.height() >= words.heightForWidth(words.width())
    assert question.rect().contains(words.geometry())
    stage.press(KEY.Key_Escape)
    assert stage.is_stopped


@every_case
def test_all_of_the_floor_view_lies_on_the_screen(open_program: Opener, case: Case) -> None:
    stage = begin(open_program, case)
    stage.press(KEY.Key_F11)
    resize(stage, case.width, case.height)
    page, found = floor_page(stage), {}
    stage.narrator.lose("The sound server is gone.")
    stage.live.sound.telling.timeout.emit()

    for index in (HOLD, CHANGE, WITHOUT_SIDES):
        stage.skip_to(index)
        for phase in (Phase.RUNNING, Phase.PAUSED):
            assert stage.phase() is phase
            for turned in Rotation:
                turn(stage, turned)
                settle()
                if problems := wrong_on_floor(page):
                    found[turned, index, phase] = problems
            stage.press(KEY.Key_Space)
        stage.advance(3_000)

    assert found == {}


def wrong_on_floor(page: FloorPage) -> list[str]:
    """Return what is not there, too small, covered or cut in the floor view."""
    parts = [page.go, page.pain, page.name, page.phase, page.number, page.bar, page.then, page.picture]
    lesser = [*parts, page.leave, page.because, page.sound_sign]
    problems = [*wrong(parts, page), *(each for each in wrong(lesser, page) if "too small" not in each)]
    return problems + [f"{text.text()} is cut" for text in (page.name, page.phase, page.then) if text.is_cut]


# Steps


def labels(inside: QWidget) -> list[QLabel]:
    shown = [each for each in inside.findChildren(QLabel) if each.isVisibleTo(inside) and each.text()]
    return sorted(shown, key=lambda each: each.mapTo(inside, QPoint(0, 0)).y())


def in_view(label: QLabel) -> bool:
    """Tell whether a whole line can be seen."""
    return label.visibleRegion().boundingRect() == label.rect()


def presses(stage: Stage, key: Qt.Key) -> Iterator[int]:
    """Scroll the steps with a key until it leads no further; look before the first time and after each."""
    bar = stage.session_page.steps.list.verticalScrollBar()
    yield bar.value()
    for _press in range(60):
        before = bar.value()
        stage.press(key)
        if bar.value() == before:
            return
        yield bar.value()


@pytest.mark.parametrize("case", [Case(640, 360), Case(640, 360, 2), Case(1280, 720), Case(1000, 640, 1.5)], ids=str)
def test_no_step_is_dropped_and_what_is_to_be_done_is_in_view(open_program: Opener, case: Case) -> None:
    stage = begin(open_program, case, lies_down=False)
    panel = stage.session_page.steps
    routine, timeline = stage.routine, stage.timeline
    assert timeline is not None

    for index in (0, 1, 2, 3, HOLD, CHANGE, 15, WITHOUT_SIDES, len(timeline.blocks) - 1):
        stage.skip_to(index)
        told = instructions(routine, timeline, index)
        share = None if timeline.blocks[index].kind.is_work else 0.0
        while stage.shot.index == index and (share is None or share < 1):
            settle()
            shown = labels(panel.list)
            assert [label.text() for label in shown] == [step.text for step in told.steps]
            lit = shown[told.lit(share).start] if share is not None else shown[told.done]
            assert not lit.visibleRegion().isEmpty()
            assert place(lit, panel.list).top() >= 0
            if share is None:
                break
            stage.advance(1_000)
            share = stage.shot.spent_ms / stage.shot.duration_ms
        if stage.shot.index != index:
            continue
        seen: set[str] = set()
        for _press in presses(stage, KEY.Key_Down):
            seen |= {label.text() for label in labels(panel.list) if in_view(label) or label.height() > panel.height()}
        assert in_view(labels(panel.list)[-1]) or panel.list.viewport().height() < labels(panel.list)[-1].height()
        for _press in presses(stage, KEY.Key_Up):
            seen |= {label.text() for label in labels(panel.list) if in_view(label)}
        if case.text_scale == 1:
            assert seen == {step.text for step in told.steps}


# The same place, always


@pytest.mark.parametrize("case", [Case(1200, 760), Case(1000, 640), *CASES], ids=str)
def test_no_button_moves_for_a_question_or_for_an_easier_way(open_program: Opener, case: Case) -> None:
    stage = begin(open_program, case)
    page = stage.session_page
    buttons = (*(each for each in controls(stage) if isinstance(each, KeyButton)), page.because)
    before: list[QRect] = []

    def look() -> None:
        settle()
        now = [place(button, stage.window) for button in buttons]
        assert now == (before or now)
        before[:] = now
        assert page.floor.isVisible()
        assert page.easier.isVisible()

    look()
    stage.press(KEY.Key_Right)
    assert page.because.isVisible()
    look()
    stage.press(KEY.Key_E)
    assert page.steps.heading.isVisible()
    look()
    stage.advance(12_000)
    assert not page.because.isVisible()
    look()
    stage.press(KEY.Key_E)
    look()
    stage.press(KEY.Key_Right, CTRL)
    look()
    stage.press(KEY.Key_Space)
    look()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("width", "height"), [(640, 360), (683, 384), (800, 600), (1200, 760)])
def test_what_can_be_done_after_a_stop_lies_on_the_screen(
    open_program: Opener, width: int, height: int, scale: float
) -> None:
    stage = open_program(text_scale=scale)
    stage.preferences.change(contact_name="Riverside Physiotherapy", contact_phone="0161 496 0000")
    stage.window.resize(width, height)
    stage.start()
    stage.advance(1_000)
    stage.press(KEY.Key_Escape)
    settle()
    stopped = stage.stopped_page
    room = stopped.rect()
    top = stopped.title.mapTo(stopped, stopped.title.rect().topLeft())

    assert room.contains(top)
    for button in (stopped.close_button, stopped.contact, stopped.note.open_button, stopped.mistake):
        at = QRect(button.mapTo(stopped, button.rect().topLeft()), button.size())
        assert room.contains(at), f"{button.text()} at {at}"
        assert button.width() >= min(button.sizeHint().width(), room.width() - 60)
    if scale == 1 and width >= 1200:
        assert stopped.signs.visibleRegion().boundingRect().height() == stopped.signs.height()

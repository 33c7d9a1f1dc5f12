"""All pages and their states, one after the other in one program: the walk of the tests that look at every page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.core.findings import Finding, Report
from coach.core.safety import Answers
from coach.session.reminders import WORKS
from coach.store.paths import shipped
from coach.ui.check.gently_sheet import GentleChoice
from coach.ui.editor.editor_page import EditorPage
from coach.ui.help.listen_page import ListenPage
from coach.ui.help.works_page import WorksPage
from coach.ui.history.history_page import YEAR, HistoryPage
from coach.ui.library.incoming_page import IncomingPage
from coach.ui.library.unfit_page import UnfitPage
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from coach.ui.sharing.code_page import CodePage
from coach.ui.sharing.hand_out_page import HandOutPage
from coach.ui.shell.navigation_pane import PLACES
from coach.words.catalogue import tr
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms
from tools import sample_routine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.stage import Stage

HOLD = 4
"""A block in which the figure holds a pose."""


def walk(stage: Stage) -> Iterator[str]:
    """Go through all pages and states, and name each where it shows."""
    yield from walk_pages(stage)
    yield from walk_check(stage)
    yield from walk_session(stage)


def walk_pages(stage: Stage) -> Iterator[str]:
    """Go through all that is there beside a session."""
    wait_until(lambda: stage.pictures.variants)  # they come from the disk
    yield "start"
    remind(stage)
    yield "reminder"
    stage.preferences.change(remind=False)
    stage.start_page.ask_helps()
    yield "helps"
    stage.read_exercise(1)
    yield "exercise"
    for place in PLACES:
        stage.visit(place)
        page = stage.page()
        if isinstance(page, SettingsPage):
            wait_until(page.record.sessions.text)  # the record answers in its own time
        yield place.name
        if isinstance(page, SettingsPage):
            for number, pane in enumerate(page.panes[1:], 1):
                page.show_pane(pane)
                yield f"settings {number}"
    yield from walk_incoming(stage)
    stage.program.examine = _what_was_found
    for action in ("keys", "signs", "about", "works", "clicker", "listen"):
        stage.trigger(action)
        page = stage.page()
        if isinstance(page, WorksPage):
            wait_until(partial(getattr, page, "report"))
        if isinstance(page, ListenPage):
            wait_until(partial(getattr, page.script, "rows"))
        if isinstance(page, ClickerPage):
            page.listener.heard.emit("F6", "")  # brings the buttons that give the key away
        yield action
    yield from walk_sharing(stage)


def remind(stage: Stage) -> None:
    """Switch reminders on, and wait until Today tells when the next one comes, where they come."""
    stage.preferences.change(remind=True)
    stage.program.reminders.ask(stage.program.recorder)
    parts = stage.start_page.parts
    if WORKS:
        wait_until(lambda: parts.reminder is not None and parts.reminder.isVisible())


def _what_was_found() -> Report:
    """Return a report in three parts, the same on every machine and each time."""
    remedy = tr("Start PipeWire or PulseAudio; most desktops do so when you log in.")
    return Report(
        (
            Finding(tr("Sound server"), works=False, words=tr("None answers."), remedy=remedy),
            Finding(tr("Session bus"), works=False, words=tr("There is none."), is_needed=False),
            Finding(tr("Settings"), works=True, words=tr("They can be read.")),
        )
    )


def walk_sharing(stage: Stage) -> Iterator[str]:
    """Go through the pages by which a routine is given away and taken in."""
    routines = stage.flow.rooms.side_pages.routines
    routines.print_wanted.emit("lower-back")
    page = stage.page()
    assert isinstance(page, HandOutPage)
    wait_until(partial(getattr, page, "sheets"))
    yield "hand-out"
    routines.code_wanted.emit("lower-back")
    page = stage.page()
    assert isinstance(page, CodePage)
    wait_until(partial(getattr, page, "code"))
    yield "code"
    routines.read_code_wanted.emit()
    yield "read code"


def walk_editor(stage: Stage) -> Iterator[str]:
    """Go through all that is asked of a routine of one's own; it stays one, so it is no part of the other walks."""
    routines = stage.program.routines
    wait_until(lambda: routines.is_read)
    routines.save(sample_routine.document())
    wait_until(lambda: routines.find(sample_routine.ID))
    stage.side_pages.editor.edit(sample_routine.ID)
    wait_until(lambda: isinstance(stage.page(), EditorPage))
    page = stage.page()
    assert isinstance(page, EditorPage)
    page.pane.rows.chosen.emit(2)
    page.form.change.field.setValue(3)  # too short for its words
    wait_until(lambda: page.head.saved.text() == tr("Saved"))
    yield "editor"
    page.form.more.click()
    wait_until(lambda: page.head.saved.text() == tr("Saved"))
    yield "editor more"
    page.pane.routine.click()
    if page.routine is not None:
        page.routine.plan.more.click()
        wait_until(lambda: page.head.saved.text() == tr("Saved"))
        yield "editor routine"
        page.routine.make.click()
        wait_until(lambda: page.head.saved.text() == tr("Saved"))
        yield "editor circuit"
    page.pane.add.click()
    wait_until(lambda: page.adding is not None and page.adding.buttons)
    wait_until(lambda: page.head.saved.text() == tr("Saved"))
    yield "editor add"


def walk_incoming(stage: Stage) -> Iterator[str]:
    """Look at a file with a routine that comes in, and at one that does not fit yet; nothing is kept."""
    file = stage.program.paths.data / "12"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(shipped("routines.json").read_bytes())
    # No word of a file is translated: so their names have none, and what does not fit is that one is not there.
    for name, kind, path in (("incoming", IncomingPage, file), ("unfit", UnfitPage, file.with_name("13"))):
        stage.program.routines.bring(path)
        wait_until(partial(_shows, stage, kind))
        page = stage.page()
        if isinstance(page, IncomingPage):
            wait_until(partial(getattr, page, "is_complete"))
        yield name


def _shows(stage: Stage, kind: type[QWidget]) -> bool:
    return isinstance(stage.page(), kind)


def walk_check(stage: Stage) -> Iterator[str]:
    """Go through the pages of a check that is not passed as usual."""
    ask(stage)
    yield "check"
    check_answer(stage, 1)
    yield "check urgent"
    check_answer(stage, 0)
    yield "check closed"
    stage.show_start()
    ask(stage)
    check_answer(stage, 1)
    check_answer(stage, 1)
    yield "check today"
    check_answer(stage, 0)
    check_answer(stage, 0)
    scale = stage.check_page.scale
    assert scale is not None
    stage.click(scale.numbers[5])
    yield "check gently"


def walk_session(stage: Stage) -> Iterator[str]:
    """Go through a first check, a session and what comes after it, and begin the next, which waits for the person."""
    stage.show_start()
    ask(stage)
    yield from walk_questions(stage)
    exercises = stage.window.sidebar.exercises
    wait_until(lambda: exercises.is_complete or not exercises.isVisible())
    yield "way down"
    stage.skip_to(HOLD)
    yield "session"
    stage.press(KEY.Key_Space)
    yield "paused"
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_E)
    yield "easier"
    stage.press(KEY.Key_I)
    yield "feel"
    stage.press(KEY.Key_F11)
    yield "floor feel"
    stage.press(KEY.Key_I)
    yield "floor"
    stage.press(KEY.Key_F11)
    stage.press(KEY.Key_Q, CTRL)
    yield "question"
    stage.window.question.drop()
    stage.press(KEY.Key_Right)
    yield "because"
    stage.press(KEY.Key_Escape)
    yield "stopped"
    stage.click(stage.stopped_page.mistake)
    yield "mistake"
    stage.click(stage.stopped_page.no)
    stage.advance(6_000)
    stage.press(KEY.Key_E, CTRL)
    yield "closing"
    stage.click(stage.closing_page.after.scale.numbers[8])
    yield "worse"
    stage.click(stage.closing_page.done)
    stage.wait_for_me()
    ask(stage)
    yield "check again"
    stage.check.passed.emit(Answers(signs=False, ask_first=False, pain=2), GentleChoice())
    wait_ms(1)  # what is new in a layout is shown in the next turn
    yield "waiting"


def walk_questions(stage: Stage, pain: int = 2) -> Iterator[str]:
    """Give the first answer to each question of the check, to which all is well, and this number."""
    page = stage.check_page
    while stage.check.question is not None or (stage.page() is page and page.buttons):
        yield f"check {stage.check.question}"
        answer_well(stage, pain)
    assert stage.phase() is Phase.RUNNING


def walk_history(stage: Stage) -> Iterator[str]:
    """Look at what was done before, with its charts."""
    wait_until(lambda: not stage.start_page.words.isHidden())
    yield "start"
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    wait_until(page.columns.isVisible)
    yield "month"
    stage.click(page.day.links[0])
    wait_until(lambda: bool(page.day.detail))
    yield "all that was done"
    page.view.parts[YEAR].click()
    wait_until(page.year.isVisible)
    yield "year"


# Steps


def ask(stage: Stage) -> None:
    """Begin the check."""
    wait_until(stage.start_page.start.isEnabled)
    stage.click(stage.start_page.start)
    stage.wait_for_check()


def answer_well(stage: Stage, pain: int) -> None:
    """Give the first answer to the question that shows, or this number where it asks for one."""
    scale = stage.check_page.scale
    if scale is None:
        check_answer(stage, 0)
    else:
        stage.click(scale.numbers[pain])
        QApplication.processEvents()


def check_answer(stage: Stage, number: int) -> None:
    """Give an answer of the check by its place."""
    page = stage.check_page
    before = page.sheet
    while page.sheet is before and stage.page() is page:  # a long list is read to its end first
        stage.click(page.buttons[number])
        QApplication.processEvents()


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for what comes from the disk."""
    for _try in range(5_000):
        if is_so():
            return
        wait_ms(1)
    pytest.fail("it does not come")


def settle() -> None:
    """Let layouts take their places."""
    for _turn in range(8):
        wait_ms(1)

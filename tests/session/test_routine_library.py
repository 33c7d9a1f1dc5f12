"""The thread of the routine library: who hears of what it did, and what it does at the start."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from coach.core.pacing import Preset
from coach.session.routine_library import RoutineLibrary
from coach.session.selection import Selection
from tests.cases import ROUTINES
from tests.core.draft.drafts import OWN_ID, small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Waiting:
    def __init__(self) -> None:
        self.answers: list[object] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[RoutineLibrary]:  # noqa: ARG001 - Qt runs
    made = RoutineLibrary(tmp_path, ROUTINES, Selection(Preset.DEFAULT))
    yield made
    made.finish()


def test_its_thread_does_not_know_who_asked_once_it_has_answered(library: RoutineLibrary, qtbot: QtBot) -> None:
    """Else it could be the last to know a page, and would destroy it."""
    waits = Waiting()
    gone, answers = weakref.ref(waits), waits.answers
    library.ask_draft(OWN_ID, waits.take)
    qtbot.waitUntil(lambda: bool(answers))
    del waits

    def is_gone() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(is_gone)


def test_after_the_end_nobody_hears_of_it(library: RoutineLibrary) -> None:
    waits = Waiting()
    library.save(small("a").document, waits.take)
    library.finish()
    QCoreApplication.processEvents()

    assert library.store.own(OWN_ID).routine is not None
    assert waits.answers == []


def test_what_was_deleted_before_this_start_is_gone_for_good(library: RoutineLibrary, qtbot: QtBot) -> None:
    library.store.save(small("a").document)
    library.store.delete(OWN_ID)

    library.start()
    qtbot.waitUntil(lambda: library.is_read)

    assert not library.store.was_deleted(OWN_ID)

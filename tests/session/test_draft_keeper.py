"""A draft is kept by itself, the latest one, and becomes the routine when it is done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from coach.core.draft import edits
from coach.core.pacing import Preset
from coach.session.draft_keeper import DraftKeeper
from coach.session.recorder import Recorder
from coach.session.routine_library import RoutineLibrary
from coach.session.selection import Selection
from tests.cases import ROUTINES
from tests.core.draft.drafts import OWN_ID, row, small
from tests.store.record.journals import at, stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[RoutineLibrary]:  # noqa: ARG001 - Qt runs
    made = RoutineLibrary(tmp_path, ROUTINES, Selection(Preset.DEFAULT))
    yield made
    made.finish()


def answer(qtbot: QtBot, ask: Callable[[Callable[[Any], None]], None]) -> Any:
    told: list[Any] = []
    ask(told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_what_is_typed_is_kept_once_in_a_pause(
    library: RoutineLibrary, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, save, written = DraftKeeper(library), library.store.save_draft, []

    def count(own_id: str, document: Mapping[str, Any]) -> None:
        written.append(own_id)
        save(own_id, document)

    monkeypatch.setattr(library.store, "save_draft", count)
    draft = small("a")
    for name in ("H", "He", ""):
        draft = edits.rename(draft, row(0), name).draft
        keeper.keep(draft)
    assert not keeper.is_kept
    with qtbot.waitSignal(keeper.kept):
        pass
    assert keeper.is_kept
    assert written == [OWN_ID]
    (file,) = (tmp_path / "routines" / "drafts").iterdir()
    assert json.loads(file.read_text("utf-8")) == draft.document
    assert answer(qtbot, lambda then: DraftKeeper(library).find(OWN_ID, then)) == draft


def test_a_draft_that_is_done_is_the_routine_and_the_one_before_is_kept(library: RoutineLibrary, qtbot: QtBot) -> None:
    keeper, draft = DraftKeeper(library), small("a")
    assert answer(qtbot, lambda then: keeper.finish(draft, then)).routine.name == "Evening"
    changed = edits.rename_routine(draft, "Morning").draft
    keeper.keep(changed)
    own = answer(qtbot, lambda then: keeper.finish(changed, then))
    assert (own.id, own.name) == (OWN_ID, "Morning")
    assert answer(qtbot, lambda then: library.ask_draft(OWN_ID, then)) is None
    assert (library.store.before(OWN_ID) or {})["routines"][0]["name"] == "Evening"
    assert answer(qtbot, lambda then: keeper.find(OWN_ID, then)).name == "Morning"


def test_a_draft_that_does_not_fit_stays_one(library: RoutineLibrary, qtbot: QtBot) -> None:
    keeper = DraftKeeper(library)
    answer(qtbot, lambda then: keeper.finish(small("a"), then))
    broken = edits.rename_routine(small("a"), "").draft
    own = answer(qtbot, lambda then: keeper.finish(broken, then))
    assert own is None or own.routine is None
    assert library.store.own(OWN_ID).name == "Evening"
    assert answer(qtbot, lambda then: keeper.find(OWN_ID, then)) == broken
    keeper.drop(broken)
    assert answer(qtbot, lambda then: keeper.find(OWN_ID, then)).name == "Evening"


def test_what_the_disk_refuses_is_told_and_tried_again(library: RoutineLibrary, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("no folder")
    keeper, draft = DraftKeeper(library), small("a")
    keeper.keep(draft)
    with qtbot.waitSignals([keeper.failed, library.failed]):
        keeper.flush()
    assert not keeper.is_kept
    (tmp_path / "routines").unlink()
    with qtbot.waitSignal(keeper.kept):
        keeper.flush()
    assert library.store.drafts() == (OWN_ID,)


def test_a_draft_that_comes_after_its_routine_was_deleted_shows_none(library: RoutineLibrary, qtbot: QtBot) -> None:
    answer(qtbot, lambda then: library.save(small("a").document, then))
    answer(qtbot, lambda then: library.delete(OWN_ID, then))
    keeper = DraftKeeper(library)
    keeper.keep(small("a"))
    keeper.flush()
    answer(qtbot, lambda then: library.ask_draft(OWN_ID, then))  # all that came before it is done
    assert library.own == ()


def test_an_editor_that_is_gone_when_its_draft_is_written_disturbs_nobody(
    library: RoutineLibrary, qtbot: QtBot
) -> None:
    parent = QObject()
    keeper = DraftKeeper(library, parent)
    keeper.keep(small("a"))
    keeper.flush()
    del keeper
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    assert answer(qtbot, lambda then: library.ask_draft(OWN_ID, then)) is not None


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {"exercises": 1, "routines": []},
        {"exercises": [1], "routines": [{"id": OWN_ID, "exercises": []}]},
        {"exercises": [{"id": "a", "steps": {"work": [1]}}], "routines": [{"id": OWN_ID, "exercises": []}]},
        {"exercises": [], "routines": [{"id": OWN_ID, "exercises": [{"exercise": "gone"}]}]},
        {"exercises": [], "routines": [{"id": OWN_ID, "exercises": [{"repeat": 2, "exercises": 4}]}]},
        {"exercises": [], "routines": [{"id": OWN_ID, "exercises": [], "plan": [{"doses": [{}]}]}]},
        {"exercises": [], "routines": [{"id": "other-0a1b2c3d", "exercises": []}]},
    ],
)
def test_what_somebody_made_of_a_draft_is_left_alone(
    library: RoutineLibrary, qtbot: QtBot, tmp_path: Path, broken: object
) -> None:
    folder = tmp_path / "routines" / "drafts"
    folder.mkdir(parents=True)
    (folder / f"{OWN_ID}.coach.json").write_text(json.dumps(broken))
    answer(qtbot, lambda then: library.save(small("a").document, then))
    assert answer(qtbot, lambda then: DraftKeeper(library).find(OWN_ID, then)).name == "Evening"


def test_nothing_of_either_is_none(library: RoutineLibrary, qtbot: QtBot) -> None:
    assert answer(qtbot, lambda then: DraftKeeper(library).find(OWN_ID, then)) is None


def test_the_record_tells_in_which_exercises_the_person_stopped_for_pain(tmp_path: Path, qtbot: QtBot) -> None:
    now = at("2026-03-02T08:00")
    recorder = Recorder(tmp_path, lambda: now)
    recorder.start()
    recorder.do(lambda journal: stopped(journal, now, 3))
    recorder.do(lambda journal: stopped(journal, at("2025-11-02T08:00"), 1))
    try:
        assert answer(qtbot, recorder.ask_stopped) == {"knee"}
    finally:
        recorder.stop()

"""Undo and redo over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.draft import edits
from coach.ui.editor.history import History
from tests.core.draft.drafts import names, row, small

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_step_goes_back_and_forth_and_says_what_it_is(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt runs
    draft = small("a", "b")
    history = History(draft)
    told: list[object] = []
    history.changed.connect(lambda now, shown: told.append((names(now), shown)))
    history.show_row(row(0))
    assert (history.undo_words, history.redo_words) == ("Undo", "Redo")
    history.do(edits.move(history.draft, row(0), 1))
    assert (history.undo_words, names(history.draft), history.row) == ("Undo: Move A", ["b", "a"], row(1))
    history.undo()
    assert (history.draft, history.row, history.redo_words) == (draft, row(0), "Redo: Move A")
    history.redo()
    assert told == [(["b", "a"], row(1)), (["a", "b"], row(0)), (["b", "a"], row(1))]
    history.redo()  # nothing is left
    history.undo()
    history.undo()
    assert history.draft is draft


def test_typing_in_one_field_is_one_step(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt runs
    history = History(small("a", "b"))
    for name in ("H", "He", "Hee", "Heel"):
        history.do(edits.rename(history.draft, row(0), name))
    history.do(edits.rename(history.draft, row(1), "Toe"))
    history.show_row(row(1))  # the person went there once more
    history.do(edits.rename(history.draft, row(1), "Toes"))
    shown = []
    while history.stack.canUndo():
        shown.append([each["name"] for each in history.draft.exercises])
        history.undo()
    assert shown == [["Heel", "Toes"], ["Heel", "Toe"], ["Heel", "B"]]
    assert [each["name"] for each in history.draft.exercises] == ["A", "B"]


def test_what_changes_nothing_is_no_step(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt runs
    history = History(small("a"))
    history.do(edits.move(history.draft, row(0), 1))
    assert not history.stack.canUndo()
    history.do(edits.rename(history.draft, row(0), "Ab"))
    history.do(edits.rename(history.draft, row(0), "A"))
    assert not history.stack.canUndo()

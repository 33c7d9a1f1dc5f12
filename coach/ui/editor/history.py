"""Undo and redo over everything that is done to a draft, and the draft as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place


class History(QObject):
    """What was done to a draft, in order. Each command keeps the draft before and after it: nothing is worked out back.

    Commands have no children: PySide drops those, and the program ends at the next undo.
    """

    changed = Signal(object, object)
    """The draft as it is now, and the row of the list to show with it: a place, or None for the routine."""

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._row: Place | None = None
        self._run = 0
        self.stack = QUndoStack(self)
        """For its signals, such as `canUndoChanged`; what is done goes through this object."""

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._draft

    @property
    def row(self) -> Place | None:
        """The row that is shown: undo comes back to it."""
        return self._row

    def show_row(self, row: Place | None) -> None:
        """Take the row that the person chose. What they type from now on is undone by itself."""
        self._row = row
        self._run += 1

    # Doing and undoing

    def do(self, edit: Edit) -> None:
        """Do an edit, made of the draft as it is now; one that changes nothing is not kept."""
        if edit.draft.document == self._draft.document:
            return
        self.stack.push(_Command(self, edit, self._run))

    def undo(self) -> None:
        """Take the last step back, where there is one."""
        self._run += 1
        self.stack.undo()

    def redo(self) -> None:
        """Do again what was taken back last, where there is something."""
        self._run += 1
        self.stack.redo()

    @property
    def undo_words(self) -> str:
        """What undo would take back, as in “Undo: Move Trunk rotation”."""
        # Note: a button, with the words of what it takes back
        return tr("Undo: {what}", what=self.stack.undoText()) if self.stack.canUndo() else tr("Undo")

    @property
    def redo_words(self) -> str:
        """What redo would do again."""
        # Note: a button, with the words of what it does again
        return tr("Redo: {what}", what=self.stack.redoText()) if self.stack.canRedo() else tr("Redo")

    def take(self, draft: Draft, row: Place | None) -> None:
        """Take a draft and a row from a command."""
        self._draft, self._row = draft, row
        self.changed.emit(draft, row)


class _Command(QUndoCommand):
    """One step: the draft before and after it."""

    def __init__(self, history: History, edit: Edit, run: int) -> None:
        super().__init__(edit.says)
        self._history, self.merges = history, (run, edit.merges) if edit.merges is not None else None
        self._before, self._row_before = history.draft, history.row
        self.after, self.row_after = edit.draft, edit.row

    def redo(self) -> None:
        self._history.take(self.after, self.row_after)

    def undo(self) -> None:
        self._history.take(self._before, self._row_before)

    def id(self) -> int:
        """Return what commands that may be merged have in common; -1 for one that stands alone."""
        return -1 if self.merges is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take over what was typed right after this in the same field."""
        if not isinstance(other, _Command) or other.merges != self.merges:
            return False
        self.after, self.row_after = other.after, other.row_after
        self.setObsolete(self.after.document == self._before.document)
        return True

"""Keeps a draft by itself: a moment after each change, and at once when the editor is left.

What is not finished is kept as a draft beside the routine, which stays as it was: nobody starts a routine that is half
changed. The thread of the routine library writes; a kill leaves the draft of the last pause in typing.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.core.draft.new import draft_of, is_shaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.draft.draft import Draft
    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines.own_routines import Own

AFTER_MS = 300
"""A draft is written so long after the last change, in ms: in the pauses of typing, not at each key."""


class DraftKeeper(QObject):
    """Writes the latest draft of one routine; what the disk refuses is tried again with the next change."""

    kept = Signal()
    """All that was changed is on the disk."""
    failed = Signal()
    """The last write came to nothing; the library's own signal `failed` tells why."""

    def __init__(self, library: RoutineLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._latest: Draft | None = None
        self._being_written: Draft | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._write)

    @property
    def is_kept(self) -> bool:
        """Whether all that was changed is on the disk."""
        return self._latest is None and self._being_written is None

    def find(self, routine_id: str, then: Callable[[Draft | None], None]) -> None:
        """Find what is to be edited: the draft that was left of a routine, or else the routine; None without either."""

        def found(document: object) -> None:
            draft = _read(document, routine_id)
            if draft is not None:
                then(draft)
            else:
                self._library.document(routine_id, lambda whole: then(_read(whole, routine_id)))

        self._library.ask_draft(routine_id, found)

    def keep(self, draft: Draft) -> None:
        """Take a draft that was changed."""
        self._latest = draft
        self._timer.start()

    def flush(self) -> None:
        """Hand to the library at once what is not written yet, as when the program ends."""
        self._timer.stop()
        self._write()

    def finish(self, draft: Draft, then: Callable[[Own | None], None] | None = None) -> None:
        """Make a draft without errors the routine; where that cannot be, it stays a draft.

        `then` gets what the library says: the routine, one with problems, or None where the disk refused.
        """
        self._latest = draft
        self.flush()

        def saved(own: Own | None) -> None:
            if own is not None and own.routine is not None:
                self._library.drop_draft(draft.id)
            if then is not None:
                then(own)

        self._library.save(draft.document, saved)

    def drop(self, draft: Draft) -> None:
        """Forget a draft: the routine stays as it was before it."""
        self._timer.stop()
        self._latest = None
        self._library.drop_draft(draft.id)

    def _write(self) -> None:
        draft, self._latest = self._latest, None
        if draft is None:
            return
        self._being_written = draft
        self._library.save_draft(draft.id, draft.document, lambda worked: self._on_written(draft, worked is True))

    def _on_written(self, draft: Draft, worked: bool) -> None:  # noqa: FBT001 - what was answered
        # The editor may be left by now, and this object gone; what it had handed over is written all the same.
        with contextlib.suppress(RuntimeError):
            self._tell(draft, worked=worked)

    def _tell(self, draft: Draft, *, worked: bool) -> None:
        if self._being_written is not draft:
            return  # a later one is on its way
        self._being_written = None
        if not worked:
            self._latest = self._latest or draft
            self.failed.emit()
        elif self._latest is None:
            self.kept.emit()


def _read(document: object, routine_id: str) -> Draft | None:
    """Return the draft that a document of the disk is, None where somebody made something else of it."""
    return draft_of(document, routine_id) if is_shaped(document, routine_id) else None

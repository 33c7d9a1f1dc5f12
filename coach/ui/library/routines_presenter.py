"""Fills the page of all routines, does what the person wants of one of them, and tells what others do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QMetaMethod, QObject, Signal
from shiboken6 import isValid

from coach.store.paths import in_words
from coach.ui.library.cards import Cards
from coach.ui.library.incoming_presenter import IncomingPresenter
from coach.ui.library.wishes import Wish
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from weakref import ReferenceType

    from PySide6.QtCore import SignalInstance

    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines import one_routine
    from coach.store.routines.own_routines import Own
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
    from coach.ui.library import file_dialogs, routines_page
    from coach.ui.library.routines_page import RoutinesPage
else:
    file_dialogs, routines_page = later("coach.ui.library.file_dialogs"), later("coach.ui.library.routines_page")
    one_routine = later("coach.store.routines.one_routine")

MOST_OF_NAME = 70
"""So much of a name is taken for its copy, in characters: a name may have 80."""


class RoutinesPresenter(QObject):
    """Makes a new page each time one is asked for. What nobody is connected to is not offered.

    A QObject: of any other object that pages are connected to PySide keeps a trace.
    """

    # Each carries the id of a routine
    start_wanted = Signal(str)
    today_wanted = Signal(str)
    listen_wanted = Signal(str)
    edit_wanted = Signal(str)
    print_wanted = Signal(str)
    code_wanted = Signal(str)
    new_wanted = Signal()
    """A routine is to be made."""
    read_code_wanted = Signal()
    """A QR code is to be read, which brings a routine in: `incoming.show` shows it."""

    def __init__(self, theme: Theme, pictures: PictureCache, library: RoutineLibrary, announcer: Announcer) -> None:
        super().__init__()
        self._theme, self._pictures, self._announcer = theme, pictures, announcer
        self._library, self._selection = library, library.selection
        self._page: ReferenceType[RoutinesPage] | None = None
        self._cards = Cards(library, self._is_offered)
        self._undo: Callable[[], None] | None = None
        self.incoming = IncomingPresenter(theme, pictures, library)
        self.incoming.other_wanted.connect(self._on_import)
        self.incoming.kept.connect(self._on_kept)
        self.incoming.said.connect(announcer.say)
        library.changed.connect(self.refresh)
        library.failed.connect(self._on_failed)
        self._told = {
            Wish.START: self.start_wanted,
            Wish.TODAY: self.today_wanted,
            Wish.LISTEN: self.listen_wanted,
            Wish.EDIT: self.edit_wanted,
            Wish.PRINT: self.print_wanted,
            Wish.CODE: self.code_wanted,
        }
        self._done_here: dict[Wish, Callable[[str], None]] = {
            Wish.DUPLICATE: self._duplicate,
            Wish.SAVE: self._save,
            Wish.DELETE: self._delete,
            Wish.AGAIN: self.incoming.show_own,
        }

    # The page

    def page(self) -> RoutinesPage:
        """Return a page with all routines there are."""
        page = routines_page.RoutinesPage(self._theme, self._pictures)
        self._page = ref(page)
        page.new.setVisible(self._is_done(self.new_wanted))
        page.sheet.read_code.setVisible(self._is_done(self.read_code_wanted))
        page.wanted.connect(self._on_wanted)
        page.new_wanted.connect(self.new_wanted)
        page.read_code_wanted.connect(self.read_code_wanted)
        page.import_wanted.connect(self._on_import)
        page.undo_wanted.connect(self._on_undo)
        page.toast.told.connect(self._announcer.say)
        self.refresh()
        return page

    @property
    def _shown_page(self) -> RoutinesPage | None:
        page = None if self._page is None else self._page()
        return page if page is not None and isValid(page) else None

    def refresh(self) -> None:
        """Show the routines as they are now, where their page is there."""
        if (page := self._shown_page) is not None:
            page.show_routines(self._cards.ids(), self._cards.shown)

    def _on_wanted(self, wish: Wish, name: str) -> None:
        if wish in self._done_here:
            self._done_here[wish](name)
            return
        self._told[wish].emit(name)
        if wish is Wish.TODAY:
            self.refresh()

    def _is_offered(self, wish: Wish) -> bool:
        return wish in self._done_here or self._is_done(self._told[wish])

    def _is_done(self, signal: SignalInstance) -> bool:
        """Tell whether somebody does what a signal asks for."""
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    def _tell(self, words: str, undo: Callable[[], None] | None = None, on: str = "") -> None:
        """Tell what was done on the page, with the focus on the card with this id, and how it is undone."""
        self._undo = undo
        page = self._shown_page
        if page is None:
            self._announcer.say(words)
            return
        if on:
            page.focus_on(on)
        page.tell(words, "" if undo is None else tr("Undo"))

    # What is done here

    def _duplicate(self, name: str) -> None:
        def copied(own: Own | None) -> None:
            if own is not None:
                self._tell(tr("“{name}” is among your routines now.", name=own.name), on=own.id)

        self._library.duplicate(name, self._copy_name(self._cards.name(name)), copied)

    def _copy_name(self, name: str) -> str:
        """Return a name for a copy that no other routine has."""
        taken, name = {own.name for own in self._library.own}, name[:MOST_OF_NAME]
        # Note: the name of the copy of a routine
        copy, number = tr("{name}, copy", name=name), 1
        while copy in taken:
            number += 1
            copy = tr("{name}, copy {number}", name=name, number=number)
        return copy

    def _save(self, name: str) -> None:
        page = self._shown_page
        if page is not None:
            proposed = one_routine.file_name(self._cards.name(name))
            file_dialogs.choose_place(page, proposed, lambda path: self._library.export(name, path, self._on_saved))

    def _on_saved(self, path: Path | None) -> None:
        if path is not None:
            self._tell(tr("Saved as {file}", file=in_words(path)))

    def _delete(self, name: str) -> None:
        words, was_on_today = self._cards.name(name), self._cards.is_on_today(name)

        def deleted(gone: str | None) -> None:
            if gone is not None:
                self._tell(tr("“{name}” deleted", name=words), lambda: self._restore(name, was_on_today=was_on_today))

        self._library.delete(name, deleted)

    def _restore(self, name: str, *, was_on_today: bool) -> None:
        def restored(own: Own | None) -> None:
            if own is None:
                return
            if was_on_today:
                self.today_wanted.emit(name)
                self.refresh()
            self._tell(tr("“{name}” is back.", name=own.name), on=name)

        self._library.restore(name, restored)

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _on_import(self) -> None:
        page = self._shown_page
        if page is not None:
            file_dialogs.choose_file(page.window(), self.incoming.look_at)

    def tell_written(self, own: Own) -> None:
        """Tell that a routine is as it was written now, and lead to its card unless the focus is on that already."""
        page = self._shown_page
        is_away = page is not None and page.isVisible() and not page.has_focus_on(own.id)
        self._tell(tr("“{name}” is saved.", name=own.name), on=own.id if is_away else "")

    def _on_kept(self, ids: list[str], words: str) -> None:
        self._tell(words, on=ids[0])

    def _on_failed(self, why: str) -> None:
        self._tell(tr("That could not be done: {reason}", reason=why))

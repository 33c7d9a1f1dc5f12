"""Fills the page of all routines, and tells what the person wants of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QMetaMethod, QObject, Signal
from shiboken6 import isValid

from coach.core.pacing import pacing_of
from coach.core.shown_routine import figures_of, in_language
from coach.core.timeline import plan
from coach.session.routine_words import routine_facts
from coach.ui.library.shown import ShownRoutine
from coach.ui.library.wishes import MENU, OF_OWN_ALONE, Wish
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from weakref import ReferenceType

    from PySide6.QtCore import SignalInstance

    from coach.core.routine import Routine
    from coach.session.selection import Selection
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library import routines_page
    from coach.ui.library.routines_page import RoutinesPage
    from coach.ui.library.shown import ShownProblem
else:
    routines_page = later("coach.ui.library.routines_page")


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
    """A picture code is to be read, which brings a routine in."""

    def __init__(self, theme: Theme, pictures: PictureCache, selection: Selection) -> None:
        super().__init__()
        self._theme, self._pictures, self._selection = theme, pictures, selection
        self._page: ReferenceType[RoutinesPage] | None = None
        self._signals = {
            Wish.START: self.start_wanted,
            Wish.TODAY: self.today_wanted,
            Wish.LISTEN: self.listen_wanted,
            Wish.EDIT: self.edit_wanted,
            Wish.PRINT: self.print_wanted,
            Wish.CODE: self.code_wanted,
        }

    def page(self) -> RoutinesPage:
        """Return a page with all routines there are."""
        page = routines_page.RoutinesPage(self._theme, self._pictures)
        self._page = ref(page)
        page.import_.hide()
        page.new.setVisible(self._is_done(self.new_wanted))
        page.sheet.read_code.setVisible(self._is_done(self.read_code_wanted))
        page.wanted.connect(self._on_wanted)
        page.new_wanted.connect(self.new_wanted)
        page.read_code_wanted.connect(self.read_code_wanted)
        self.refresh()
        return page

    def refresh(self) -> None:
        """Show the routines as they are now, where their page is there."""
        page = None if self._page is None else self._page()
        if page is not None and isValid(page):
            page.show_routines([routine.id for routine in self._selection.routines], self.shown)

    def shown(self, name: str) -> ShownRoutine | ShownProblem:
        """Return what the card of the routine with this id shows."""
        return self._shown(next(each for each in self._selection.routines if each.id == name))

    def _on_wanted(self, wish: Wish, name: str) -> None:
        self._signals[wish].emit(name)
        if wish is Wish.TODAY:
            self.refresh()

    def _is_done(self, signal: SignalInstance) -> bool:
        """Tell whether somebody does what a signal asks for."""
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    def _shown(self, routine: Routine) -> ShownRoutine:
        selection, shown = self._selection, in_language(routine)
        timeline = plan(shown, pacing_of(selection.preset, selection.way_down))
        chosen = selection.routine is not None and selection.routine.id == routine.id
        source = selection.source
        return ShownRoutine(
            id=routine.id,
            name=shown.name,
            facts=routine_facts(shown, timeline),
            origin=tr("From a file · {name}", name=source) if source else tr("Comes with coach"),
            holds=figures_of(routine),
            is_on_today=chosen,
            wishes=self._wishes(is_own=False),
        )

    def _wishes(self, *, is_own: bool) -> tuple[Wish, ...]:
        return tuple(
            wish
            for wish in MENU
            if wish in self._signals and self._is_done(self._signals[wish]) and (is_own or wish not in OF_OWN_ALONE)
        )

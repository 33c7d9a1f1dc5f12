"""Fills the page of all routines, and tells what the person wants of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.pacing import pacing_of
from coach.core.shown_routine import figures_of, in_language
from coach.core.timeline import plan
from coach.session.routine_words import routine_facts
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.routine import Routine
    from coach.session.selection import Selection
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library import routine_tile, routines_page
    from coach.ui.library.routine_tile import ShownRoutine
    from coach.ui.library.routines_page import RoutinesPage
else:
    routine_tile, routines_page = later("coach.ui.library.routine_tile"), later("coach.ui.library.routines_page")


class RoutinesPresenter(QObject):
    """Makes a new page each time one is asked for. Each signal but the last carries the id of a routine.

    A QObject: of any other object that pages are connected to PySide keeps a trace.
    """

    start_wanted = Signal(str)
    today_wanted = Signal(str)
    listen_wanted = Signal(str)

    def __init__(self, theme: Theme, pictures: PictureCache, selection: Selection) -> None:
        super().__init__()
        self._theme, self._pictures, self._selection = theme, pictures, selection

    def page(self) -> RoutinesPage:
        """Return a page with all routines there are."""
        page = routines_page.RoutinesPage(self._theme, self._pictures)
        page.show_routines(self.shown())
        page.start_wanted.connect(self.start_wanted)
        page.listen_wanted.connect(self.listen_wanted)
        page.today_wanted.connect(self.today_wanted)
        page.today_wanted.connect(lambda _routine: page.show_routines(self.shown()))
        return page

    def shown(self) -> list[ShownRoutine]:
        """Return what the cards show, in the order of the file."""
        return [self._shown(routine) for routine in self._selection.routines]

    def _shown(self, routine: Routine) -> ShownRoutine:
        selection, shown = self._selection, in_language(routine)
        timeline = plan(shown, pacing_of(selection.preset, selection.way_down))
        chosen = selection.routine is not None and selection.routine.id == routine.id
        source = selection.source
        return routine_tile.ShownRoutine(
            id=routine.id,
            name=shown.name,
            facts=routine_facts(shown, timeline),
            origin=tr("From a file · {name}", name=source) if source else tr("Comes with coach"),
            holds=figures_of(routine),
            is_on_today=chosen,
        )

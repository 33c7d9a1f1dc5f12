"""Shows on the start page what there is to start: the routine that is chosen, and the others. Needs no session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.own_pictures import drawing_of
from coach.core.pacing import pacing_of
from coach.core.shown_routine import figures_of, in_language
from coach.core.timeline import plan
from coach.session.routine_words import dose, routine_facts, when_words
from coach.ui.home.tile import RoutineChoice, TileWords
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Timeline
    from coach.session.selection import Selection
    from coach.store.routines.own_routines import Own
    from coach.ui.home.start_page import StartPage


MOST = 3
"""Most routines beside the chosen one: the start page has no more cards, and to plan one takes a moment."""


class OfferedRoutines:
    """The routines to choose from, on the start page."""

    def __init__(self, page: StartPage, selection: Selection) -> None:
        self._page = page
        self.selection = selection

    def take(self, routines: Sequence[Routine], source: str = "", own: Sequence[Own] = (), today: str = "") -> bool:
        """Take and show the routines of a file, at least one, the name of that file, and own ones.

        The one with the id `today` is chosen, else the first of the file; return whether there was such an id.
        """
        self.selection.take(routines)
        self.selection.take_own(own)
        self.selection.source = source
        is_there = self.selection.choose(today)
        chosen = self.selection.routine or routines[0]
        self.show(in_language(chosen), plan(chosen, pacing_of(self.selection.preset, self.selection.way_down)))
        return is_there

    def show(self, shown: Routine, timeline: Timeline) -> None:
        """Show the routine that is chosen, in the person's language and as it is planned, and the others."""
        self._page.show_routine(shown.name, routine_facts(shown, timeline), tuple(map(_tile, shown.exercises)))
        self._page.show_plan(when_words(shown.when), [week.name for week in shown.plan], shown.week or 0)
        others = self.selection.others(MOST)
        full = short = ""
        if len(others) == 1:
            ((other, planned),) = others
            minutes = -(-planned.total_ms // 60_000)
            full = tr("{name} · {minutes} min", name=other.name, minutes=minutes)
            # Note: a shorter version of a routine, on a button with little room
            short = tr("Short · {minutes} min", minutes=minutes) if planned.total_ms < timeline.total_ms else full
        self._page.show_others([_choice(*other) for other in others], full, short)


def _tile(exercise: Exercise) -> TileWords:
    """Return an exercise as the strip shows it."""
    side = exercise.sides[0] if exercise.sides else None
    return TileWords(exercise.name, dose(exercise), drawing_of(exercise), side)


def _choice(routine: Routine, timeline: Timeline) -> RoutineChoice:
    """Return a routine as its card shows it."""
    return RoutineChoice(routine.id, routine.name, routine_facts(routine, timeline), figures_of(routine))

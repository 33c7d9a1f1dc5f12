"""From choosing a routine to its first second: what is chosen, what the check grants, and what stands ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.events import Input
from coach.core.pacing import Preset, WayDown
from coach.session.places import BROWSED, Place
from coach.session.run import Run
from coach.store.options import Weeks
from coach.store.record.values import DoneBefore

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.core.routine import Routine
    from coach.session.gate import Permission
    from coach.store.settings import Settings
    from coach.ui.home.offered_routines import OfferedRoutines
    from coach.ui.shell.services import Services

FREE = BROWSED | {Place.CHECK}
"""The places at which no session is still to be spoken of."""
TRIAL_SPEED = 20
"""How many times as fast as real time a routine is tried out."""


class Starting(QObject):
    """Keeps what is chosen, and has the player stand ready; no session begins but by a Permission.

    What is tried out in the editor is none: nobody does it.
    """

    stood_ready = Signal(object)
    """A Run stands ready: the one chosen, or the one that is about to begin."""
    hearing_wanted = Signal()
    """It has to be asked first whether coach can be heard."""
    check_wanted = Signal(object)
    """The check has to be passed for this routine, as it is shown."""

    def __init__(self, services: Services, offered: OfferedRoutines) -> None:
        super().__init__()
        self._services, self._player, self._start = services, services.player, services.start
        self._offered, self.selection = offered, offered.selection
        self.run: Run | None = None
        """What stands ready, is being done or was done last; None before there is a routine."""
        self._start.start_wanted.connect(self.want)
        self._start.routine_start_wanted.connect(self.start)
        self._start.week_wanted.connect(self.choose_week)
        services.preferences.changed.connect(self._on_preferences)
        services.routines.changed.connect(self._on_routines)

    # Choosing

    def choose(self, routine: str) -> None:
        """Choose a routine by its id and stand ready at its start; does nothing while a session is live."""
        if self._player.is_live or not self.selection.choose(routine):
            return
        self.choose_again()

    def put_on_today(self, routine: str) -> None:
        """Do the same for good: the next start of coach begins with it, unless it is of a file that was asked for."""
        if self._player.is_live or not self.selection.choose(routine):
            return
        self.choose_again()
        if self.selection.is_own(routine) or not self.selection.source:
            self._services.preferences.change(today=routine)

    def choose_week(self, week: int) -> None:
        """Do the chosen routine in another week of its plan, from 0, from now on; does nothing in a session."""
        routine = self.selection.routine
        if self._player.is_live or routine is None:
            return
        weeks = self.selection.weeks
        weeks.pop(routine.id, None)  # what was chosen last stands last
        weeks[routine.id] = week
        self._services.preferences.change(weeks=tuple(weeks.items())[-Weeks().most :])
        self.choose_again()

    def _on_routines(self) -> None:
        """Show what the own routines are now; what is live, or was stopped, stays as it is until one has left it."""
        is_granted = self.run is not None and self.run.permission is not None
        if self._services.navigator.base in FREE and not is_granted:
            self.choose_again()

    def choose_again(self) -> None:
        """Stand ready at the start of the chosen routine again; does nothing while a session is live."""
        self.stand_ready()
        if not self._player.is_live and self.run is not None:
            self._offered.show(self.run.shown, self.run.timeline)

    def stand_ready(self) -> None:
        """Do the same with what the start page shows already."""
        selection = self.selection
        if not self._player.is_live and selection.routine is not None:
            self._stand_ready(Run(selection.routine, selection.preset, way_down=selection.way_down))

    def _on_preferences(self, now: Settings) -> None:
        """Take another pacing or way down for the next session; a live one keeps its own."""
        selection = self.selection
        if (now.pacing, now.way_down) != (selection.preset.value, selection.way_down):
            selection.preset, selection.way_down = Preset(now.pacing), now.way_down
            self.choose_again()

    def start(self, routine: str) -> None:
        """Choose a routine by its id, and begin as with Start on its page."""
        self.choose(routine)
        self.want()

    def _stand_ready(self, run: Run, first: int = 0, done: Collection[int] = ()) -> None:
        self.run = run
        gently = run.permission is not None and run.permission.gently
        speed = TRIAL_SPEED if run.is_trial else 0
        self._services.recorder.is_aside = run.is_trial
        self._services.live.load(run.shown, run.timeline, first, done, gently=gently, speed=speed)
        self.stood_ready.emit(run)

    # Starting

    def want(self) -> None:
        """Begin the check, or ask first whether coach can be heard; does nothing while a session is live."""
        if self._player.is_live or self.run is None:
            return
        if self._services.preferences.now.heard or not self._services.narrator.can_ask:
            self.check_wanted.emit(self.run.shown)
        else:
            self.hearing_wanted.emit()

    def begin(self, permission: Permission) -> None:
        """Begin a session, or continue one, once the check has passed."""
        unfinished = permission.unfinished
        if unfinished is not None:
            self.selection.choose(unfinished.routine)
        routine = self.selection.routine
        if permission.short and routine is not None and unfinished is None:
            routine = self.selection.short_version(routine.id) or routine
        if self._player.is_live or routine is None:
            return
        selection, load = self.selection, self._services.narrator.load
        run = Run.granted(routine, selection.preset, permission, load, selection.way_down)
        self._stand_ready(run)
        if unfinished is not None:
            self._services.recorder.ask_done(unfinished.session, self._on_done_before)
        else:
            self._player.send(Input.START)

    def try_out(self, routine: Routine) -> None:
        """Run through a routine as fast as can be followed, without a check; does nothing while a session is live.

        Nobody exercises meanwhile, so no gap waits for somebody, and nothing of it is stored.
        """
        if self._player.is_live:
            return
        preset, way_down = self.selection.preset, self.selection.way_down
        preset = Preset.DEFAULT if preset is Preset.WAIT_FOR_ME else preset
        way_down = WayDown.SHORT if way_down is WayDown.UNTIL_READY else way_down
        self._stand_ready(Run(routine, preset, None, self._services.narrator.load, way_down, is_trial=True))
        self._player.send(Input.START)

    def _on_done_before(self, done: DoneBefore | None) -> None:
        """Continue a session that was cut off, with what was done before."""
        run = self.run
        if self._player.is_live or run is None or run.unfinished is None:
            return
        before = done or DoneBefore([], 0)
        self._stand_ready(run, run.unfinished.block, [part.block for part in before.blocks if part.was_done])
        run.add_done(before)
        for part in before.blocks:
            self._services.narrator.add_done(part.block, part.spent_ms, done=part.was_done)
        self._player.send(Input.START)

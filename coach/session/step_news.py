"""Tells a screen reader which step is the one to do now, where no voice says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import Phase
from coach.core.instructions import instructions
from coach.core.speech.amount import Amount
from coach.core.timeline import BlockKind
from coach.session import describe
from coach.words import basics
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.events import Snapshot
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.session.live import Live
    from coach.session.services import SessionServices


class StepNews(QObject):
    """A view of a session that shows nothing: it tells each step as it is lit."""

    told = Signal(str)
    """A step that has just been lit."""

    def __init__(self, services: SessionServices, is_read: Callable[[], bool]) -> None:
        """`is_read` tells whether a screen reader runs: for nobody else is the program woken."""
        super().__init__(services.player)  # its timer ends with the session's own
        self._services, self._is_read = services, is_read
        self._told: tuple[Timeline, int, range] | None = None
        self._live: Live | None = None
        self._next = single_shot(self, self._on_next, precise=True)
        """Ends when the next step is lit: while nobody sees the session the player does not look."""

    @property
    def is_heard(self) -> bool:
        """Whether a voice says what to do, so that a screen reader need not."""
        now, narrator = self._services.preferences.now, self._services.narrator
        return narrator.has_sound and now.voice and now.amount is not Amount.TONES

    def show_live(self, live: Live) -> None:
        """Tell a step that is lit later than its block began: the first is told with the block."""
        snapshot, before = live.snapshot, self._told
        is_way = snapshot.block.kind is BlockKind.WAY  # all of it is told at its beginning
        self._next.stop()
        if snapshot.phase is not Phase.RUNNING or snapshot.lead_in_ms or is_way:
            return
        if self.is_heard:
            self._told = None
            return
        steps = instructions(live.routine, live.timeline, snapshot.index)
        lit = steps.lit(share_of(snapshot))
        self._told = (live.timeline, snapshot.index, lit)
        is_more = not snapshot.block.kind.is_work and lit.stop < len(steps.steps)
        if snapshot.runs and is_more and self._is_read():
            next_ms = -(-snapshot.duration_ms * lit.stop // len(steps.steps)) - snapshot.spent_ms
            self._live = live
            self._next.start(max(1, -(-next_ms // self._services.player.speed)))
        if before is None or before[1:] == self._told[1:]:
            return
        if before[0] is live.timeline and before[1] == snapshot.index:
            self.told.emit(lit_words(live.routine, live.timeline, snapshot))

    def _on_next(self) -> None:
        player = self._services.player
        player.catch_up_after_sleep()
        snapshot = player.snapshot()
        if snapshot is not None and self._live is not None:
            self.show_live(self._live.at(snapshot))

    def at_start(self, routine: Routine, timeline: Timeline, snapshot: Snapshot) -> str:
        """Return the step that is lit at the start of a block, where no voice says it.

        Those of a hold are in the name of its block; those of the way down are told with it.
        """
        is_told = self.is_heard or snapshot.block.kind in {BlockKind.WAY, BlockKind.HOLD}
        return "" if is_told else lit_words(routine, timeline, snapshot)

    def again(self, live: Live) -> str:
        """Return how many seconds are left, and where no voice says it before that what to do."""
        snapshot = live.snapshot
        steps = "" if self.is_heard else live.easier or lit_words(live.routine, live.timeline, snapshot)
        if snapshot.waiting:
            return sentences([steps, describe.ready_words(snapshot.block)])
        return sentences([steps, basics.seconds_left(describe.phase_word(snapshot), snapshot.seconds)])


def share_of(snapshot: Snapshot) -> float | None:
    """Return which share of a gap is over, as the steps are lit by; None in work, where they are lit together."""
    block = snapshot.block
    if block.kind.is_work or (block.waits and block.kind is BlockKind.WAY):
        return None
    return snapshot.spent_ms / snapshot.duration_ms if snapshot.duration_ms else 0.0


def lit_words(routine: Routine, timeline: Timeline, snapshot: Snapshot) -> str:
    """Return the steps that are lit at an instant, as one text."""
    told = instructions(routine, timeline, snapshot.index)
    return sentences([told.steps[place].text for place in told.lit(share_of(snapshot))])

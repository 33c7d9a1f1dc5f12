"""All that a view of a session shows, as one frozen value, and the object that holds it.

A view is a page or the desktop's media control. It is shown one `Live` after another, keeps nothing of the session
itself and knows no other view: a new view only has to subscribe. What a stop for pain says and silences never depends
on this; it follows the session's own events.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from coach.core.dataclass import dataclass
from coach.core.events import BlockStarted, CueDue, Input, MistakeTaken, PainStopped, Phase, Resumed, Started
from coach.core.instructions import wording
from coach.core.timeline import BlockKind, CueKind
from coach.session.sound_notice import SoundNotice
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.core.events import Event, Snapshot
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Timeline
    from coach.session.narrator import Narrator
    from coach.session.player import Player
    from coach.session.preferences import Preferences

BETWEEN_FLASHES_MS = 1_000
"""Least real time between two flashes."""


@dataclass(frozen=True, slots=True)
class Live:
    """A session at one instant, with everything else that its views show. A text is empty where there is none."""

    routine: Routine
    timeline: Timeline
    """The timeline of the session."""
    snapshot: Snapshot
    notice: str = ""
    """Why the session is paused, where the person did not ask for it."""
    elsewhere: bool = False
    """Whether another window has the keyboard."""
    sound_words: str = ""
    """News of sound and voice, in words."""
    sound_sign: str = ""
    """The words of the small sign that stands for lost sound, once they were shown in full."""
    still: bool = False
    """Whether nothing should move more often than once a second."""
    tells_feel: bool = False
    """Whether the person wants to read what to feel and when to stop."""
    flashes: int = 0
    """Count of changes that a person who does not hear should see: when it grows, the view flashes."""

    @property
    def is_live(self) -> bool:
        """Whether the session has begun and is not over."""
        return self.snapshot.phase.is_live

    @property
    def asks_because(self) -> bool:
        """Whether the person can say now that the last skip was because of pain."""
        return Input.BECAUSE_OF_PAIN in self.snapshot.allowed

    @property
    def exercise(self) -> Exercise:
        """The exercise that the snapshot is in."""
        return self.routine.exercises[self.snapshot.block.position]

    @property
    def easier(self) -> str:
        """The easier way in which the exercise is done now, in words; empty for the usual one."""
        snapshot, ways = self.snapshot, self.exercise.say.easier
        if snapshot.easier is None or not snapshot.has_easier:
            return ""
        return wording(ways[snapshot.easier].line, snapshot.block.side)

    @property
    def is_way(self) -> bool:
        """Whether the person is on the way down to the floor."""
        return self.snapshot.block.kind is BlockKind.WAY

    def at(self, snapshot: Snapshot) -> Live:
        """Return the Live of a later instant of the same session. The notice stays until the session goes on."""
        return replace(self, snapshot=snapshot, notice=self.notice if snapshot.phase is Phase.PAUSED else "")


class LiveView(Protocol):
    """A view of a session."""

    def show_live(self, live: Live) -> None:
        """Show this instant, and nothing of an earlier one."""


class LiveSession(QObject):
    """Holds the present Live and shows it to all subscribers, after every tick and every change."""

    changed = Signal(object)
    """The Live."""

    def __init__(
        self, player: Player, narrator: Narrator, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._preferences = player, preferences
        self.now: Live | None = None
        """None until a routine is loaded."""
        self._routine: tuple[Routine, Timeline] | None = None
        self._elsewhere = self._tells_feel = False
        self._flashes = 0
        self._flashed_ms: float | None = None
        self._seen: set[object] = set()
        self.sound = SoundNotice(self)
        self.sound.changed.connect(self._show)
        narrator.lost.connect(self._on_sound_lost)
        narrator.found.connect(self._on_sound_found)
        player.happened.connect(self._on_event)
        player.slept.connect(self._on_slept)
        player.ticked.connect(self._on_tick)
        preferences.still_changed.connect(self._on_still_changed)

    # Who shows it

    def subscribe(self, view: LiveView) -> None:
        """Show the session on this view too, from now on."""
        self.changed.connect(view.show_live)
        if self.now is not None:
            view.show_live(self.now)

    def note_seen(self, view: object) -> None:
        """Note that a view can be seen now."""
        self._seen.add(view)
        self.sound.set_seen(seen=True)

    def note_unseen(self, view: object) -> None:
        """Note that a view can no longer be seen."""
        self._seen.discard(view)
        self.sound.set_seen(seen=self.is_seen)

    @property
    def is_seen(self) -> bool:
        """Whether any view can be seen."""
        return bool(self._seen)

    # What is around the session

    def load(
        self,
        routine: Routine,
        timeline: Timeline,
        first: int = 0,
        done: Collection[int] = (),
        *,
        gently: bool = False,
        speed: int = 0,
    ) -> None:
        """Have the player stand ready for this routine, and show its session from then on.

        `first` and `done` are as for the player, which refuses while a session is live. `gently` lets each exercise
        begin in its first easier way. `speed` is that of this session alone, 0 for the usual one.
        """
        if not self._player.is_live:
            self._routine, self.now = (routine, timeline), None
            self.sound.begin()
        self._player.load(timeline, first, done, gently=gently, speed=speed)

    def set_elsewhere(self, *, elsewhere: bool) -> None:
        """Note whether another window has the keyboard."""
        self._elsewhere = elsewhere
        self._show()

    def toggle_feel(self) -> None:
        """Show what to feel and when to stop, or hide it; it goes by itself when the session goes on elsewhere."""
        self._tells_feel = not self._tells_feel
        self._show()

    # What the session and the voice tell

    def _on_tick(self, snapshot: Snapshot) -> None:
        if self._routine is None:
            return
        routine, timeline = self._routine
        if self.now is not None:
            self._show(self.now.at(snapshot))
            return
        self._show(Live(routine, timeline, snapshot))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Started | Resumed | PainStopped | MistakeTaken) or self._is_elsewhere(event):
            self._tells_feel = False
        match event:
            case Started() | MistakeTaken():
                self._flashed_ms = None
            case BlockStarted(index=index) | CueDue(index=index, cue=CueKind.HALF_WAY) if self._is_here(index):
                self._flash()
            case _:
                pass

    def _is_elsewhere(self, event: Event) -> bool:
        """Tell whether an event leads to another exercise than the one that was shown last."""
        if not isinstance(event, BlockStarted) or self.now is None:
            return False
        return event.block.position != self.now.snapshot.block.position

    def _is_here(self, index: int) -> bool:
        """Tell whether the session is in that block now; a late wake-up may have passed it by."""
        snapshot = self._player.snapshot()
        return snapshot is not None and snapshot.index == index

    def _flash(self) -> None:
        """Flash at the next tick, unless there was a flash just now."""
        now_ms = self._player.now_ms() / self._player.speed
        is_early = self._flashed_ms is not None and now_ms - self._flashed_ms < BETWEEN_FLASHES_MS
        if self._preferences.now.flash and self.is_seen and not is_early:
            self._flashed_ms = now_ms
            self._flashes += 1

    def _on_still_changed(self, _still: bool) -> None:  # noqa: FBT001 - a signal's value
        self._show()

    def _on_slept(self) -> None:
        if self.now is not None:
            self.now = replace(self.now, notice=tr("The computer was asleep."))  # the tick follows

    def _on_sound_lost(self, _why: str) -> None:
        self.sound.take(tr("There is no sound now. Everything is on the screen."))

    def _on_sound_found(self) -> None:
        self.sound.take("")

    def _show(self, live: Live | None = None) -> None:
        """Show a Live, by default the present one, with the present state of sound, keyboard and settings."""
        live = self.now if live is None else live
        if live is None:
            return
        self.now = live = replace(
            live,
            elsewhere=self._elsewhere,
            sound_words=self.sound.words,
            sound_sign=self.sound.sign,
            still=self._preferences.is_still,
            tells_feel=self._tells_feel,
            flashes=self._flashes,
        )
        self.changed.emit(live)

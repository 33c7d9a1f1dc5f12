"""All that a view of a session shows, as one frozen value, and who holds it.

A view is a page, the desktop's media control, or whatever comes later. It is shown one `Live` after another, keeps
nothing of the session itself and knows no other view: a new one subscribes, and nobody else changes. What a stop for
pain says and silences never comes through here; it hangs on the session's own events.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from coach.core.events import BlockStarted, CueDue, Input, MistakeTaken, Phase, Started
from coach.core.timeline import CueKind
from coach.session.sound_notice import SoundNotice
from coach.words.catalogue import tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.core.events import Event, Snapshot
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Timeline
    from coach.session.narrator import Narrator
    from coach.session.player import Player
    from coach.session.preferences import Preferences

BETWEEN_FLASHES_MS = 1_000
"""No more than one flash in so much of the person's time."""


@dataclass(frozen=True, slots=True)
class Live:
    """A session at one instant, with all around it that a person should see. Texts are empty where there is none."""

    routine: Routine
    timeline: Timeline
    """What the snapshot is one of."""
    snapshot: Snapshot
    notice: str = ""
    """Why the session is paused, where nobody asked for it."""
    easier: bool = False
    """Whether the easier versions of the exercise are wanted."""
    elsewhere: bool = False
    """Whether another window has the keyboard."""
    sound_words: str = ""
    """News of sound and voice, in words."""
    sound_sign: str = ""
    """What a small sign stands for, once its words were told."""
    still: bool = False
    """Whether nothing should move but once a second."""
    flashes: int = 0
    """How often something has changed that those who do not hear should see: one more is a flash."""

    @property
    def is_live(self) -> bool:
        """Whether the session has begun and is not over."""
        return self.snapshot.phase.is_live

    @property
    def asks_because(self) -> bool:
        """Whether it can be said now that the last skip was because of pain."""
        return Input.BECAUSE_OF_PAIN in self.snapshot.allowed

    @property
    def exercise(self) -> Exercise:
        """The exercise that the snapshot is in."""
        return self.routine.exercises[self.snapshot.block.position]

    @property
    def versions(self) -> tuple[str, ...]:
        """The easier versions to be shown now."""
        return self.exercise.easier if self.easier else ()

    def at(self, snapshot: Snapshot, *, gently: bool) -> Live:
        """Return what is shown at a later instant of the same session.

        Each exercise begins without its easier versions, or `gently` with them where it has any. Why the session was
        paused is told until it goes on.
        """
        found = replace(self, snapshot=snapshot, notice=self.notice if snapshot.phase is Phase.PAUSED else "")
        if snapshot.block.position == self.snapshot.block.position:
            return found
        return replace(found, easier=gently and bool(found.exercise.easier))


class LiveView(Protocol):
    """Whatever shows a session."""

    def show_live(self, live: Live) -> None:
        """Show this instant, and nothing that was shown before."""


class LiveSession(QObject):
    """Holds the Live of now and shows it to whoever subscribed, after every tick and whenever it reads differently."""

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
        self._gently = self._elsewhere = False
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
        """Show it on this view too, from now on."""
        self.changed.connect(view.show_live)
        if self.now is not None:
            view.show_live(self.now)

    def note_seen(self, view: object) -> None:
        """Take that a view has come before the person's eyes."""
        self._seen.add(view)
        self.sound.set_seen(seen=True)

    def note_unseen(self, view: object) -> None:
        """Take that a view is gone from there."""
        self._seen.discard(view)
        self.sound.set_seen(seen=self.is_seen)

    @property
    def is_seen(self) -> bool:
        """Whether any view is before the person's eyes."""
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
    ) -> None:
        """Have the player stand ready for this routine, and show its session from then on.

        `first` and `done` are as for the player, which refuses while a session is live. `gently` lets each exercise
        begin with its easier versions.
        """
        if not self._player.is_live:
            self._routine, self._gently, self.now = (routine, timeline), gently, None
            self.sound.begin()
        self._player.load(timeline, first, done)

    def toggle_easier(self) -> str:
        """Show the easier versions, or take them away again; return what is to be said aloud."""
        now = self.now
        if now is None or not now.exercise.easier:
            return ""
        self._show(replace(now, easier=not now.easier))
        if now.easier:
            return tr("The easier version is hidden.")
        return sentences([tr("Easier version"), *now.exercise.easier])

    def set_elsewhere(self, *, elsewhere: bool) -> None:
        """Tell that another window has the keyboard, or that it is back."""
        self._elsewhere = elsewhere
        self._show()

    # What the session and the voice tell

    def _on_tick(self, snapshot: Snapshot) -> None:
        if self._routine is None:
            return
        routine, timeline = self._routine
        if self.now is not None:
            self._show(self.now.at(snapshot, gently=self._gently))
            return
        live = Live(routine, timeline, snapshot)
        self._show(replace(live, easier=self._gently and bool(live.exercise.easier)))

    def _on_event(self, event: Event) -> None:
        match event:
            case Started() | MistakeTaken():
                self._flashed_ms = None
            case BlockStarted(index=index) | CueDue(index=index, cue=CueKind.HALF_WAY) if self._is_here(index):
                self._flash()
            case _:
                pass

    def _is_here(self, index: int) -> bool:
        """Tell whether that is news: what a late wake-up passed over is not."""
        snapshot = self._player.snapshot()
        return snapshot is not None and snapshot.index == index

    def _flash(self) -> None:
        """Flash at the tick that follows, unless it flashed just now."""
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
        """Show this, or what is shown already, with all that is around it now."""
        live = self.now if live is None else live
        if live is None:
            return
        self.now = live = replace(
            live,
            elsewhere=self._elsewhere,
            sound_words=self.sound.words,
            sound_sign=self.sound.sign,
            still=self._preferences.is_still,
            flashes=self._flashes,
        )
        self.changed.emit(live)

"""Leads from page to page as the session goes: the pages know nothing of each other, this knows them all.

It reads the player's events and snapshots, shows them, and sends the player what the person wants. What a session
is shown on is made when the start page stands, or when it is needed, whichever comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from coach.core import messages
from coach.core.events import (
    BlockStarted,
    Ended,
    Event,
    Finished,
    Input,
    MistakeTaken,
    PainStopped,
    Phase,
    Snapshot,
    Started,
)
from coach.core.instructions import wording as in_words
from coach.core.ledger import Ledger
from coach.core.timeline import PACINGS, Preset, Timeline, plan
from coach.ui import wording
from coach.ui.aside import Aside
from coach.ui.pages.start_page import PAIR
from coach.ui.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.routine import Routine
    from coach.player import Player
    from coach.ui.actions import Actions
    from coach.ui.announcer import Announcer
    from coach.ui.keys import KeyRouter
    from coach.ui.pages.closing_page import ClosingPage
    from coach.ui.pages.session_page import SessionPage
    from coach.ui.pages.start_page import StartPage
    from coach.ui.pages.stopped_page import StoppedPage
    from coach.ui.pages.text_pages import TextPage
    from coach.ui.scenes import Scenes
    from coach.ui.studio import Studio
    from coach.ui.theme import Theme
    from coach.ui.window import Window


@dataclass(frozen=True, slots=True)
class Parts:
    """What the first frame already needed, and who says what changes."""

    window: Window
    start: StartPage
    theme: Theme
    player: Player
    announcer: Announcer
    studio: Studio


class Coaching(QObject):
    """The thread through a session, from the start page to the closing page."""

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self._app, self._parts = app, parts
        self._window, self._start = parts.window, parts.start
        self._theme, self._player, self._announcer = parts.theme, parts.player, parts.announcer
        self._routines: tuple[Routine, ...] = ()
        self._chosen = 0
        self._preset = Preset.DEFAULT
        self._timeline: Timeline | None = None
        self._ledger: Ledger | None = None
        self._made: Scenes | None = None
        self._aside = Aside(self._window, self._on_aside_left)
        self._connect()

    def _connect(self) -> None:
        self._start.start_wanted.connect(lambda: self._player.send(Input.START))
        self._start.routine_wanted.connect(self.choose)
        self._start.routine_start_wanted.connect(self._on_start_other)
        self._start.pace_wanted.connect(self._on_pace)
        self._window.sidebar.exercises.wanted.connect(self._on_exercise)
        self._window.close_asked.connect(self._ask_to_quit)
        self._window.question.asked.connect(self._announcer.say)
        self._player.happened.connect(self._on_event)
        self._player.ticked.connect(self._on_tick)
        self._player.slept.connect(self._on_slept)

    # What a session is shown on

    @property
    def scenes(self) -> Scenes:
        """The pages of a session, its actions and keys; made by the first who asks for them."""
        if self._made is None:
            from coach.ui.scenes import Scenes  # noqa: PLC0415 - the start page does not wait for it

            self._made = made = Scenes(self._app, self._parts, self)
            made.actions.wanted.connect(self._on_action)
            made.stopped.close_wanted.connect(self.show_start)
            made.closing.close_wanted.connect(self.show_start)
            made.follow_the_desktop()
            if self._timeline is not None:
                made.session.show_routine(self._routines[self._chosen], self._timeline)
        return self._made

    @property
    def session(self) -> SessionPage:
        """The session page."""
        return self.scenes.session

    @property
    def stopped(self) -> StoppedPage:
        """The stopped page."""
        return self.scenes.stopped

    @property
    def closing(self) -> ClosingPage:
        """The closing page."""
        return self.scenes.closing

    @property
    def actions(self) -> Actions:
        """What keys and menus can do."""
        return self.scenes.actions

    @property
    def keys(self) -> KeyRouter:
        """The keys that reach a session wherever the focus is."""
        return self.scenes.keys

    # The routine

    def show_routines(self, routines: tuple[Routine, ...]) -> None:
        """Take the routines to choose from; the first is chosen. Never empty."""
        self._routines = routines
        self.choose(0)

    def choose(self, place: int) -> None:
        """Choose a routine by its place and stand ready at its start."""
        self._chosen = place
        routine = self._routines[place]
        pacing = PACINGS[self._preset]
        self._timeline = plan(routine, pacing)
        other_total_ms = 0
        if len(self._routines) == PAIR:
            other_total_ms = plan(self._routines[1 - place], pacing).total_ms
        self._player.load(self._timeline)
        self._ledger = Ledger(self._timeline)
        if self._made is not None:
            self._made.session.show_routine(routine, self._timeline)
        self._start.show_routines([each.name for each in self._routines], place, other_total_ms)
        self._start.show_routine(routine, self._timeline)
        snapshot = self._player.snapshot()
        if snapshot is not None:
            self._show_list(snapshot)

    def _on_pace(self, preset: object) -> None:
        self._preset = Preset(str(preset))
        self.choose(self._chosen)

    def _on_start_other(self, place: int) -> None:
        self.choose(place)
        self._player.send(Input.START)

    # Pages

    def show_start(self) -> None:
        """Go back to the start page, ready for a new session."""
        self.choose(self._chosen)
        self._window.show_page(self._start, self._start.bar)
        self._start.start.setFocus()

    def _show_aside(self, page: TextPage) -> None:
        if self._window.page is self.stopped:
            page.deleteLater()
            return
        self._aside.show(page)

    def _on_aside_left(self) -> None:
        (self.session.bar.go if self._player.is_live else self._start.start).setFocus()

    # What the person wants

    def _on_action(self, wanted: str) -> None:
        from coach.ui.actions import input_of  # noqa: PLC0415 - made with the scenes
        from coach.ui.pages.text_pages import AboutPage, KeysPage  # noqa: PLC0415 - rarely needed

        own: dict[str, Callable[[], object]] = {
            "quit": self._window.close,
            "list": self._window.toggle_list,
            "easier": self.session.toggle_easier,
            "still": lambda: self.session.set_still(still=self.actions.by_id["still"].isChecked()),
            "figure": self._parts.studio.use_next_variant,
            "keys": lambda: self._show_aside(KeysPage(self._theme)),
            "about": lambda: self._show_aside(AboutPage(self._theme)),
        }
        if wanted in own:
            own[wanted]()
            return
        snapshot = self._player.snapshot()
        if snapshot is not None and snapshot.phase.is_live:
            asked = input_of(wanted, snapshot)
            if asked is not None:
                self._player.send(asked)
        elif wanted == "go":
            self._go()

    def _go(self) -> None:
        """Space outside a session: press the button that has the focus, else do what the page does."""
        focus = self._app.focusWidget()
        if self._app.activePopupWidget() is not None:
            return
        if isinstance(focus, QComboBox):
            focus.showPopup()
        elif isinstance(focus, QAbstractButton) and focus.isEnabled() and focus is not self._start.start:
            focus.click()
        elif self._window.page is self._start:
            self._start.go()

    def _on_exercise(self, place: int) -> None:
        routine = self._routines[self._chosen]
        name = routine.exercises[place].name
        if not self._player.is_live:
            if self._window.page is not self.closing:
                from coach.ui.pages.text_pages import ExercisePage  # noqa: PLC0415 - rarely needed

                self._show_aside(ExercisePage(self._theme, routine.exercises[place]))
            return
        self._window.question.ask(
            self.tr("Go to {exercise} now?").format(exercise=name),
            self.tr("Go there"),
            self.tr("Stay here"),
            lambda: self._player.send(Input.JUMP, place),
        )

    def _ask_to_quit(self) -> None:
        self._window.question.ask(
            self.tr("End the session and quit?"),
            self.tr("End and quit"),
            self.tr("Stay here"),
            self._window.force_close,
        )

    # What the session tells

    def _on_event(self, event: Event) -> None:
        if self._ledger is not None:
            self._ledger.take((event,))
        routine = self._routines[self._chosen]
        match event:
            case Started() | MistakeTaken():
                self._enter_session()
            case PainStopped(block=block):
                release = in_words(routine.exercises[block.position].say.pain_stop, block.side)
                self._stop(release if block.kind.is_work else wording.message(messages.STOPPING_IN_A_GAP))
            case Finished() | Ended():
                self._close(finished=isinstance(event, Finished))
            case BlockStarted(index=index) if not self._is_here(index):
                return  # passed over by a late wake-up: old news
            case _:
                pass
        self._announcer.say(wording.announcement(event, routine))

    def _on_slept(self) -> None:
        self.session.show_note(self.tr("The computer was asleep."))
        self._announcer.say(self.tr("Paused. The computer was asleep. Take your time."))

    def _is_here(self, index: int) -> bool:
        snapshot = self._player.snapshot()
        return snapshot is not None and snapshot.index == index

    def _enter_session(self) -> None:
        self._set_live(live=True)
        self._window.show_page(self.session, self.session.bar)
        self.session.bar.go.setFocus()

    def _set_live(self, *, live: bool) -> None:
        self._aside.drop()
        self._window.question.drop()
        self._window.set_asks_before_closing(asks=live)
        self.keys.set_live(live=live)

    def _stop(self, release: str) -> None:
        self.keys.close_menus()
        self._set_live(live=False)
        said = self.stopped.show_stop(release)
        self._window.show_cover(self.stopped)
        self.stopped.settle()
        self._announcer.say(said, urgent=True)

    def _close(self, *, finished: bool) -> None:
        if self._ledger is None:
            return
        self._set_live(live=False)
        title = self.closing.show_result(self._routines[self._chosen], self._ledger.rows(), finished=finished)
        self._window.show_page(self.closing, self.closing.bar)
        self.closing.done.setFocus()
        self._announcer.say(f"{title}. {wording.message(messages.M_DONE)}")

    def _on_tick(self, snapshot: Snapshot) -> None:
        if self._made is not None:
            self._made.actions.show_snapshot(snapshot if snapshot.phase.is_live else None)
        if snapshot.phase.is_live:
            self.session.show_snapshot(snapshot)
        if snapshot.phase is not Phase.READY and self._routines:
            self._show_list(snapshot)

    def _show_list(self, snapshot: Snapshot) -> None:
        routine = self._routines[self._chosen]
        if self._timeline is None:
            return
        facts = wording.routine_facts(routine, self._timeline)
        self._window.sidebar.show_routine(routine.name, facts, rows_of(routine, self._timeline, snapshot))

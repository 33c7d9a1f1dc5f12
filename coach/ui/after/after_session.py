"""What happens after a session: the stopped page, the closing page, and what the person adds there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import Input, Started
from coach.core.safety import Pain, pain_word
from coach.core.shown_routine import stopping_words
from coach.core.speech.safety_lines import advice_lines
from coach.session import describe
from coach.session.failsafe import do_all
from coach.ui.after.closing_page import ClosingPage
from coach.ui.after.done import Done
from coach.ui.after.stopped_page import StoppedPage
from coach.words import safety_messages
from coach.words.catalogue import translated
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.events import Event, PainStopped
    from coach.core.routine import Routine
    from coach.session.run import Run
    from coach.session.services import SessionServices
    from coach.store.record.moments import Instant
    from coach.store.record.values import Ending as HowEnded
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
    from coach.ui.kit.way import Way

REST_MS = 60_000
"""Delay after a pain stop before the pain number is asked."""


class Ends(NamedTuple):
    """The ways to the pages after a session."""

    stop: Way
    close: Way
    close_again: Way
    """Back to the closing page, from a stop there that was a mistake."""


class AfterSession(QObject):
    """Shows how a session ended and stores what the person says about it."""

    hurt = Signal(bool, object)
    """Whether the session hurt, and the id of the exercise, or None."""

    def __init__(
        self,
        services: SessionServices,
        ways: Ends,
        *,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        show_words: Callable[[str], None],
    ) -> None:
        """`show_words` shows plain words over everything, for when a page cannot be shown."""
        super().__init__()
        self._services, self._ways, self._announcer, self._show_words = services, ways, announcer, show_words
        self._recorder = services.recorder
        self.stopped, self.closing = stopped, closing = (
            StoppedPage(theme, pictures, services.player.now_ms),
            ClosingPage(theme, pictures),
        )
        self._routine: Routine | None = None
        """The routine of the session whose closing page shows, as it is shown."""
        self._closed: tuple[HowEnded, Instant] | None = None
        """How and when the session of the closing page ended, None while that page does not show."""
        self._rest = single_shot(self, self.rest_is_over, REST_MS)
        closing.after.given.connect(self._recorder.set_after)
        closing.after.given.connect(lambda _pain, _compared: self.hurt.emit(closing.after.is_worse, None))
        closing.after.advised.connect(lambda text: self._announcer.say(text, urgent=True))
        closing.after.advised.connect(self._say_advice)
        self.is_trial = False
        """Whether the session is tried out alone: nothing is asked about it."""
        self._note = ""
        """The note about this session: written on one page, it shows on the other as well."""
        for note in (closing.note, stopped.note):
            note.saved.connect(self._on_note)
            note.told.connect(self._announcer.say)
        stopped.figure.set_still(still=services.preferences.is_still)
        services.preferences.still_changed.connect(lambda still: stopped.figure.set_still(still=still))
        services.player.happened.connect(self._on_event)
        stopped.scale.chosen.connect(self._recorder.set_stop_pain)
        stopped.contact_wanted.connect(services.preferences.open_contact)
        closing.after.contact_wanted.connect(services.preferences.open_contact)
        closing.because.clicked.connect(self.stop_afterwards)
        stopped.mistake_wanted.connect(self._on_mistake)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Started):
            self._note = ""

    def _on_note(self, words: str) -> None:
        self._note = words
        self._recorder.set_note(words)

    def _say_advice(self) -> None:
        after = self.closing.after
        severe = after.scale.value is not None and pain_word(after.scale.value) is Pain.SEVERE
        self._services.narrator.tell(*advice_lines(worse=after.is_worse, severe=severe))

    def stop(self, event: PainStopped, routine: Routine) -> None:
        """Show the stopped page, with how to come out of the block that hurt."""
        self._closed = None
        block, body = event.block, self._services.narrator.body_of(event)
        exercise = block.exercise if block.kind.is_work else None
        do_all(
            lambda: self._show_stop(stopping_words(routine, body)),
            lambda: None if self.is_trial else self.hurt.emit(True, exercise),  # noqa: FBT003
        )

    def _show_stop(self, release: str) -> None:
        """Show the stopped page, or where that fails its words on a plain one."""
        preferences = self._services.preferences
        spoken_text = describe.stopped_words(release)
        try:
            spoken_text = self.stopped.show_stop(release, preferences.contact, preferences.now.emergency_number)
            self._ways.stop.take()
            self.stopped.note.clear(self._note)  # only now: the page before saves its note when it is hidden
            self.stopped.note.open_button.setVisible(not self.is_trial)
        except Exception:
            do_all(self._be_stopped, lambda: self._show_words(spoken_text))
            raise
        finally:
            do_all(
                self.stopped.settle,
                lambda: self._announcer.say(spoken_text, urgent=True),
                self._rest.start,
            )

    def _be_stopped(self) -> None:
        """Take the way of a stop even where its page fails: no other page may then show instead."""
        if not self._ways.stop.is_there:
            self._ways.stop.take()

    def rest_is_over(self) -> None:
        """Ask for the pain number, if the stopped page still shows."""
        if self._ways.stop.is_there and not self.is_trial:
            self.stopped.ask_number()
            self._announcer.say(translated(safety_messages.ASK_PAIN_AFTER))

    def close(self, run: Run, *, finished: bool) -> None:
        """Show the closing page; `finished` means that the last block was reached.

        It asks “because of pain?” after an end by the person, right after a skip, and where less than half of the work
        was done.
        """
        enough = run.ledger.is_finished
        last = self._services.player.snapshot()
        asks = not finished or not enough or (last is not None and last.because_until_ms is not None)
        self._closed = "finished" if finished else "ended", self._recorder.now()
        self._routine = run.shown
        try:
            title = self._show_result(run, finished=finished)
        finally:  # a page with a fault still has to show the way on
            self.closing.because.setVisible(asks)
            self._ways.close.take()
            self.closing.note.clear(self._note)
            self.closing.settle()
        self._announcer.say(sentences([title, translated(safety_messages.M_DONE)]))

    def _show_result(self, run: Run, *, finished: bool) -> str:
        """Fill the closing page; return its title."""
        last, preferences = self._services.player.snapshot(), self._services.preferences
        routine, ledger = run.shown, run.ledger
        reached = len(routine.exercises) if finished or last is None else last.block.position
        done = [
            Done(routine.exercises[row.position], row, ledger.rounds(row.position), row.position < reached)
            for row in ledger.rows()
        ]
        return self.closing.show_result(
            done,
            finished=finished,
            enough=ledger.is_finished,
            before=run.pain_before,
            length_ms=run.length_ms,
            contact=preferences.contact,
            emergency=preferences.now.emergency_number,
        )

    def rise(self) -> bool:
        """Begin the way up, where the person rests on the floor still; false where nobody does."""
        return self._services.narrator.rise()

    def stop_afterwards(self) -> None:
        """Count a session that is over as stopped for pain: the person says so on its closing page.

        Where the body has not come out of the last stretch yet, that comes first.
        """
        narrator, body, routine = self._services.narrator, self._services.narrator.body_after(), self._routine
        words = translated(safety_messages.STOPPING_ON_A_WAY)
        if body is not None and routine is not None:
            words = stopping_words(routine, body)
        do_all(
            narrator.stop_after_the_end,
            lambda: self._show_stop(words),
            lambda: self._recorder.end_as("stopped for pain", self._recorder.now()),
            lambda: self.hurt.emit(True, None),  # noqa: FBT003
        )

    def _on_mistake(self) -> None:
        """Take a stop back: go on with a pause, or, where the session was over already, to its closing page."""
        if not self.is_trial:
            self.hurt.emit(self._closed is not None and self.closing.after.is_worse, None)
        if self._closed is None:
            self._services.player.send(Input.MISTAKE)
            return
        self._recorder.end_as(*self._closed)
        self._services.narrator.stop_was_a_mistake()
        self._ways.close_again.take()  # the page before is gone by now, and what was written on it is kept
        self.closing.note.clear(self._note)
        self.closing.settle()

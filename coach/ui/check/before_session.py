"""What happens before a session: the record is read, a session that was cut off is offered, and the check is made.

A session begins through the signal `ready` alone, so nothing leads past the check.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.safety import Answers, goes_gently, is_cleared
from coach.core.safety_rules import Restart, Verdict
from coach.session.gate import REMEMBERED, PainfulSession, Permission, asks_helps, known_of, remembered
from coach.ui.check.check import Check
from coach.ui.check.check_page import CheckPage
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import Today
from coach.ui.check.record_trouble import record_words
from coach.words import safety_messages
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.core.routine import Routine
    from coach.session.clock import Clock
    from coach.session.cut_off import CutOff
    from coach.session.services import SessionServices
    from coach.store.record.moments import Instant
    from coach.store.record.opening import Opened
    from coach.store.record.values import EarlierSessions, Unfinished
    from coach.ui.check.gently_sheet import GentleChoice
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.start_page import StartPage
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.question_bar import Asking
    from coach.ui.kit.theme import Theme
    from coach.ui.kit.way import Way


PATIENCE_MS = 5_000
"""Longest wait of a start for the record; after it only the sessions of this run are known."""


class BeforeSession(QObject):
    """Makes the check before every session."""

    ready = Signal(object)
    """A Permission."""
    left = Signal()
    """The person went back."""

    def __init__(
        self,
        services: SessionServices,
        way: Way,
        *,
        theme: Theme,
        start: StartPage,
        announcer: Announcer,
        asking: Asking,
        pictures: PictureCache,
        hand: Clock,
    ) -> None:
        """Make it; `way` leads to the page of the check."""
        super().__init__()
        self._recorder, self._narrator = services.recorder, services.narrator
        self._start, self._announcer, self._asking = start, announcer, asking
        self.page = page = CheckPage(theme, pictures, hand)
        self.check = Check(page, way, announcer)
        self._past: EarlierSessions | None = None
        self._here: deque[PainfulSession | None] = deque(maxlen=REMEMBERED)
        """The sessions since the record was last read; None for one that did not hurt."""
        self._told: EarlierSessions | None = None
        """What the record said when it was last read."""
        self._unfinished: Unfinished | None = None
        self._goes_on = False
        self._wanted = False
        self._asked = 0
        """Counts the questions to the record, so that a late answer to an earlier one is ignored."""
        self._copy: Path | None = None
        """The copy of the record that has not been offered yet."""
        self._patience = single_shot(self, lambda: self._on_known(None), PATIENCE_MS)
        self._routine: Routine | None = None
        self.short_version: Callable[[str], str] = lambda _routine: ""
        """Returns how the short version of a routine is, in words; empty where there is none."""
        self.cut_off_of: Callable[[Unfinished, Instant], CutOff | None] = lambda _unfinished, _now: None
        """Returns what to offer of a session that was cut off; None where its routine is gone or has changed."""
        self.when_routines_are_read: Callable[[Callable[[], None]], None] = lambda then: then()
        """Calls what it gets once all routines are there."""
        self._preferences = services.preferences
        page.contact_wanted.connect(services.preferences.open_contact)
        self._recorder.opened.connect(self._on_opened)
        self._recorder.failed.connect(self._on_failed)
        self._recorder.lost.connect(self._on_lost)
        self._player = services.player
        services.preferences.failed.connect(self._on_choices_failed)
        self.check.spoken.connect(lambda lines: services.narrator.tell(*lines))
        self._start.helps_answered.connect(
            lambda answer: services.narrator.tell(*(() if answer == "yes" else (safety_messages.M_BOOK,)))
        )
        self.check.passed.connect(self._on_passed)
        self.check.closed.connect(self._on_closed)
        self.check.left.connect(self.left)
        self._start.go_on_wanted.connect(self._on_go_on)
        self._start.again_wanted.connect(self._on_again)
        self._start.leave_wanted.connect(self._on_leave)
        self._start.helps_answered.connect(lambda answer: self._recorder.answer("helps", answer))

    # What is wrong with the record: told once, calmly; coaching goes on

    def _on_opened(self, opened: Opened) -> None:
        if opened.trouble is None:
            return
        words = record_words(opened.trouble.value, self._recorder.folder, opened.aside)
        self._announcer.say(self._start.show_notice(words))
        self._copy = opened.copy
        self._offer_copy()

    def _offer_copy(self) -> None:
        """Ask whether to use the copy, but never during a session, when the person is on the floor."""
        copy = self._copy
        if copy is None or self._player.is_live:
            return
        self._copy = None
        self._asking.question.ask(
            tr("There is a copy of your record: {name}. Use it?", name=copy.name),
            tr("Use the copy"),
            tr("Begin anew"),
            lambda: self._recorder.use_copy(copy, lambda _done: self.refresh()),
        )

    def _on_lost(self, why: str) -> None:
        words = tr("Something could not be kept in your record: a fault in coach. All else is kept as ever.")
        self._announcer.say(self._start.show_notice(f"{words}\n{why}".rstrip()))

    def _on_failed(self, why: str) -> None:
        words = tr("Your record cannot be written now. It is tried again; coaching goes on.")
        self._announcer.say(self._start.show_notice(f"{words}\n{why}"))

    def _on_choices_failed(self, why: str) -> None:
        words = tr("Your settings cannot be saved now.")
        self._announcer.say(self._start.show_notice(f"{words}\n{why}"))

    # What the record tells

    def refresh(self) -> None:
        """Ask the record what the check needs; until it answers, no session can begin."""
        self._past = None
        self._asked += 1
        number = self._asked
        self._recorder.ask_past(lambda answer: self._on_answer(number, answer))
        self._offer_copy()

    def _on_answer(self, number: int, answer: tuple[EarlierSessions, Unfinished | None] | None) -> None:
        """Take an answer of the record; a session that was cut off may be one of a routine that is still being read."""

        def take() -> None:
            if number == self._asked:
                self._on_known(answer)

        if answer is None or answer[1] is None:
            take()
        else:
            self.when_routines_are_read(take)

    def _on_known(self, answer: tuple[EarlierSessions, Unfinished | None] | None) -> None:
        """Take what the check needs and the session that can be continued; a start that waits goes on now."""
        self._asked += 1
        self._patience.stop()
        # Without a record only this run is known: then everything is asked, as at first use, and after pain the rest.
        # A record that cannot be written may not be readable either: then its last answer counts.
        past, unfinished = (remembered(self._here, self._told), None) if answer is None else answer
        now = self._recorder.now()
        try:
            known_of(past, now)
            helps = asks_helps(past, now)
            self._start.show_past(past, now, is_known=answer is not None)
        except (TypeError, ValueError, AttributeError, OverflowError):  # values that no check has replaced
            past, helps = remembered(self._here), False
        else:
            if answer is not None:
                self._told = past
                self._here.clear()
        self._past = past
        if helps:
            self._start.ask_helps()
        was_wanted, self._wanted = self._wanted, False
        offered = self._offer_to_go_on(unfinished)
        if offered and was_wanted:  # the person pressed Start without knowing of it
            self._announcer.say(offered)
        elif was_wanted and self._routine is not None:
            self.want(self._routine)

    def _offer_to_go_on(self, unfinished: Unfinished | None) -> str:
        """Offer to continue a session that was cut off; return the words, empty where it cannot be continued."""
        if unfinished is None or self._player.is_live:
            return ""
        now = self._recorder.now()
        cut_off = self.cut_off_of(unfinished, now) if unfinished.may_go_on(now) else None
        if cut_off is None:
            self._recorder.close_unfinished()
            return ""
        self._unfinished = unfinished
        self._start.show_unfinished(cut_off)
        return cut_off.spoken

    def note_hurt(self, hurt: bool, exercise: str | None) -> None:  # noqa: FBT001 - a signal's argument
        """Remember whether the last session hurt, in case the record cannot be read."""
        if self._here:
            self._here[-1] = PainfulSession(self._recorder.now(), exercise) if hurt else None

    # What the person wants

    def want(self, routine: Routine) -> None:
        """Begin the check for a session of this routine."""
        self._routine = routine
        self._wanted = self._past is None
        if self._past is None:
            self._patience.start()
            return
        self._narrator.wake()
        known = known_of(self._past, self._recorder.now())
        people = People(self._preferences.contact, self._preferences.now.emergency_number)
        self.check.begin(known, self._today(routine, self._past.hurt_exercise), people)

    def _today(self, routine: Routine, hurt: str | None) -> Today:
        """Return what there is to choose if this routine is to be done gently; a continued session is as it was."""
        if self._goes_on:
            return Today()
        names = [exercise.name for exercise in routine.exercises if exercise.id == hurt]
        alone = len(routine.exercises) == 1
        return Today(names[0] if names and not alone else "", self.short_version(routine.id))

    def _on_go_on(self) -> None:
        self._goes_on = True
        self._start.start_wanted.emit()

    def _on_again(self) -> None:
        self._leave()
        self._start.start_wanted.emit()

    def _on_leave(self) -> None:
        self._leave()
        self.refresh()

    def _leave(self) -> None:
        self._goes_on = False
        self._unfinished = None
        self._recorder.close_unfinished()
        self._start.show_unfinished(None)

    # What came of it

    def _on_passed(self, answers: Answers, choice: GentleChoice) -> None:
        self._tell_record(answers, "passed")
        unfinished = self._unfinished if self._goes_on else None
        if not self._goes_on and self._unfinished is not None:
            self._recorder.close_unfinished()
        self._goes_on, self._unfinished = False, None
        self._start.show_unfinished(None)
        hurt = self._past.hurt_exercise if self._past is not None else None
        hurts = bool(answers.after_last) or answers.restart is not None
        self._past = None  # it does not know this session
        self._here.append(None)
        without = hurt if hurts and not choice.with_hurt else None
        gently = choice.easier and (hurts or goes_gently(answers))
        self.ready.emit(Permission(answers, without, unfinished, gently=gently, short=choice.short))

    def _on_closed(self, verdict: Verdict) -> None:
        answers = self.check.answers
        self._tell_record(answers, "closed")
        if verdict is Verdict.NOT_NOW:
            self._goes_on = False

    def _tell_record(self, answers: Answers, result: str) -> None:
        """Store that the check passed or closed, never why, and how the back was after the last session.

        Of a sign that a professional has looked at only the day is stored.
        """
        self._recorder.answer("check", result)
        if result == "passed" and is_cleared(answers):
            self._recorder.answer("professional", "said yes")
        if answers.restart is Restart.NOT_NOW:
            self._recorder.answer("restart", answers.restart.value)
        if self._past is not None and self._past.last is not None and answers.after_last is not None:
            self._recorder.set_next_day(self._past.last, worse=answers.after_last)

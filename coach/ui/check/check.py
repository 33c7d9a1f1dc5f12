"""Leads through the check before a session: asks the questions of core/safety.py and shows the verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.safety import Answers, Question, asks_looked_at, next_question, outcome, questions
from coach.core.safety_rules import Verdict
from coach.core.speech.safety_lines import check_lines
from coach.core.usual_day import given_together, is_usual_day, waits_for_the_other
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import GentleChoice, Today
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.safety import Known
    from coach.ui.check.check_page import CheckPage
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.way import Way


class Check(QObject):
    """Makes one check after another; nothing is carried over from the one before."""

    passed = Signal(object, object)
    """The Answers of a check that has passed, and a GentleChoice."""
    closed = Signal(object)
    """The Verdict of a check that has closed."""
    spoken = Signal(object)
    """The lines to speak at this question or verdict; most have none."""
    left = Signal()
    """The person left the check."""

    def __init__(self, page: CheckPage, way: Way, announcer: Announcer) -> None:
        super().__init__()
        self._page, self._way, self._announcer = page, way, announcer
        self._known: Known | None = None
        self._steps: list[Answers] = []
        self._has_passed = False
        self._today = Today()
        page.answered.connect(self._on_answer)
        page.back_wanted.connect(self._on_back)
        page.close_wanted.connect(self._on_close)
        page.start_wanted.connect(self._on_start)
        page.told.connect(announcer.say)

    def begin(self, known: Known, today: Today | None = None, people: People | None = None) -> None:
        """Begin a check, if its page may show; `today` is what there is to choose if it is to be done gently."""
        if not self._way.is_open:
            return
        self._known = known
        self._today = today or Today()
        self._page.people = people or People()
        self._has_passed = False
        self._steps = [Answers()]
        self._way.take()
        self._show()

    @property
    def question(self) -> Question | None:
        """The present question, None when there is none left."""
        return None if self._known is None or not self._steps else next_question(self._known, self._steps[-1])

    @property
    def answers(self) -> Answers:
        """What the person said so far."""
        return self._steps[-1] if self._steps else Answers()

    def _show(self) -> None:
        known, answers, question = self._known, self._steps[-1], self.question
        if known is None:
            return
        if len(self._steps) == 1 and is_usual_day(known):
            spoken_text = self._page.ask_usual_day(known)
        elif question is not None:
            number = len(self._steps)
            count = number - 1 + len(list(questions(known, answers)))
            spoken_text = self._page.ask(question, known, answers, (number, count))
        else:
            verdict = outcome(known, answers)
            if verdict is Verdict.START:
                self._pass(GentleChoice())
                return
            spoken_text = self._page.tell(verdict, answers, self._today)
            if verdict.is_closed:
                self._close(verdict)
        self.spoken.emit(check_lines(known, answers))
        self._page.settle(question)
        self._announcer.say(spoken_text)

    def _close(self, verdict: Verdict) -> None:
        """Tell that the check is closed; not again where a question below the advice is answered with a no."""
        previous = self._steps[-2] if len(self._steps) > 1 else Answers()
        if not asks_looked_at(previous):
            self.closed.emit(verdict)

    def _on_answer(self, changes: dict[str, object]) -> None:
        if not self._way.is_there or self._has_passed:
            return
        if len(self._steps) == 1 and self._known is not None and is_usual_day(self._known):
            self._answer_usual_day(self._known, given_together(self._steps[0], changes))
            return
        self._steps.append(replace(self._steps[-1], **changes))  # type: ignore[arg-type]  # fields of Answers by name
        self._show()

    def _answer_usual_day(self, known: Known, given: Answers) -> None:
        """Wait for the other of the two answers, or go on with what was said; back begins with both of them anew."""
        if not waits_for_the_other(known, given):
            self._steps = [Answers(), given]
            self._show()
            return
        self._steps = [given]
        self._page.show_given(given)
        self._announcer.say(tr("Now the other question."))

    def _on_close(self) -> None:
        if not self._has_passed:
            self.left.emit()

    def _on_back(self) -> None:
        if self._has_passed:
            return
        if len(self._steps) > 1:
            self._steps.pop()
            self._show()
        else:
            self.left.emit()

    def _on_start(self, choice: GentleChoice) -> None:
        if self._way.is_there:
            self._pass(choice)

    def _pass(self, choice: GentleChoice) -> None:
        """Pass, but only once: a second press may come while the session to continue is still being read."""
        if not self._has_passed:
            self._has_passed = True
            self.passed.emit(self._steps[-1], choice)

"""Leads through the check before a session: asks the questions of core/safety.py and shows the verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.safety import Answers, Question, asks_looked_at, next_question, outcome, questions
from coach.core.safety_rules import Verdict
from coach.core.speech.safety_lines import check_lines

if TYPE_CHECKING:
    from coach.core.safety import Known
    from coach.ui.check.check_page import CheckPage
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.way import Way


class Check(QObject):
    """Makes one check after another; nothing is carried over from the one before."""

    passed = Signal(object, bool)
    """The Answers of a check that has passed, and whether the exercise that hurt is to be done too."""
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
        self._hurt_exercise = ""
        self.contact = self.emergency = ""
        """Contact and emergency number of the person in words, empty where none was written down."""
        page.answered.connect(self._on_answer)
        page.back_wanted.connect(self._on_back)
        page.start_wanted.connect(self._on_start)

    def begin(self, known: Known, hurt_exercise: str = "") -> None:
        """Begin a check, if its page may show; `hurt_exercise` is the name of the exercise that hurt last time."""
        if not self._way.is_open:
            return
        self._known = known
        self._hurt_exercise = hurt_exercise
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
        if question is not None:
            number = len(self._steps)
            count = number - 1 + len(list(questions(known, answers)))
            spoken_text = self._page.ask(question, known, answers, (number, count))
        else:
            verdict = outcome(known, answers)
            if verdict is Verdict.START:
                self._pass(with_hurt=True)
                return
            spoken_text = self._page.tell(verdict, answers, (self.contact, self.emergency), self._hurt_exercise)
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
        self._steps.append(replace(self._steps[-1], **changes))  # type: ignore[arg-type]  # fields of Answers by name
        self._show()

    def _on_back(self) -> None:
        if self._has_passed:
            return
        if len(self._steps) > 1:
            self._steps.pop()
            self._show()
        else:
            self.left.emit()

    def _on_start(self, with_hurt: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._way.is_there:
            self._pass(with_hurt=with_hurt)

    def _pass(self, *, with_hurt: bool) -> None:
        """Pass, but only once: a second press may come while the session to continue is still being read."""
        if not self._has_passed:
            self._has_passed = True
            self.passed.emit(self._steps[-1], with_hurt)

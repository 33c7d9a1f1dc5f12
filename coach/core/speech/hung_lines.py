"""The lines of a block, hung on its clock: each gets its instant anew whenever that clock or the way changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.answer import start_before
from coach.core.speech.fitted_lines import fitted_lines
from coach.core.speech.vocabulary import BEFORE_GO_MS, PAUSE_MS, TIGHT_MS, TONE_MS, Prompt, PromptKind, Tone

if TYPE_CHECKING:
    from coach.core.events import Snapshot
    from coach.core.speech.agenda import Agenda
    from coach.core.speech.answer import Answer
    from coach.core.speech.situation import Situation
    from coach.core.speech.vocabulary import Script


class HungLines:
    """Puts the lines of one block after the other on an agenda."""

    def __init__(self, script: Script, agenda: Agenda) -> None:
        self._script, self._agenda = script, agenda
        self.is_fresh = False
        """A block began, or begins anew, and its lines have no instants yet."""
        self.is_another_way = False
        """Whether another way was chosen, so that the lines of the block are others from here on."""
        self.was_done = False
        """Whether the block before was work that was done to its end."""
        self.is_ready = False
        """Whether the person just said go in a gap that waits: the lead-in brings them into the stretch."""
        self._laid: list[Prompt] = []
        """The lines of the block, as they fit to what was before it."""
        self._hung: tuple[int, int, int] | None = None
        """The block, the zero of its clock and its length that the agenda hangs on."""

    def use(self, script: Script) -> None:
        """Take another script of the same blocks."""
        self._script = script

    def forget(self) -> None:
        """Note that nothing hangs on the agenda any more."""
        self._hung = None

    def must_be_hung(self, snapshot: Snapshot) -> bool:
        """Tell whether the lines need other instants now."""
        is_changed = self.is_another_way and not stands_still(snapshot)
        return self.is_fresh or is_changed or _clock(snapshot) != self._hung

    def hang(self, snapshot: Snapshot, situation: Situation, answer: Answer | None, *, is_ruled: bool) -> None:
        """Give each line of the block its instant; what lies before the place in the block is over.

        `answer` is what answers the input that led here, None where nobody asked for anything.
        """
        now_ms = snapshot.now_ms
        zero_ms = now_ms if stands_still(snapshot) else now_ms + snapshot.lead_in_ms - snapshot.spent_ms
        self._agenda.unhang()
        if answer is not None:  # it has its turn before the lines of the block
            self._say_answer(snapshot, situation, answer)
        is_answered = answer is not None
        free_ms = self._agenda.said_ms
        if self.is_fresh or self.is_another_way:
            begins_ms = max(free_ms + PAUSE_MS - zero_ms, TONE_MS) if is_answered else 0
            prompts = self._script.in_situation(snapshot.index, situation)
            length_of, was_done = self._script.length_of, self.was_done
            self._laid = fitted_lines(prompts, snapshot, length_of, begins_ms, is_ruled=is_ruled, was_done=was_done)
        self._add_laid(snapshot, zero_ms, free_ms, is_answered=is_answered)
        if snapshot.lead_in_ms:
            begin_ms = max(free_ms + PAUSE_MS, now_ms + TIGHT_MS) if is_answered else now_ms
            self._lead_in(snapshot, situation, begin_ms)
        self._hung, self.is_fresh, self.is_another_way = _clock(snapshot), False, False

    def _add_laid(self, snapshot: Snapshot, zero_ms: int, free_ms: int, *, is_answered: bool) -> None:
        spent_ms = 0 if self.is_fresh else snapshot.spent_ms
        goes_late = is_answered and snapshot.block.kind.is_work and not snapshot.lead_in_ms
        for prompt in self._laid:
            offset_ms = prompt.at(snapshot.duration_ms)
            at_ms = zero_ms + offset_ms
            if goes_late and prompt.kind is PromptKind.GO:
                at_ms = max(free_ms + BEFORE_GO_MS, at_ms + TONE_MS)
            if offset_ms >= spent_ms and (prompt.text is None or at_ms >= free_ms):
                self._agenda.add(at_ms, prompt, hangs=True)

    def _say_answer(self, snapshot: Snapshot, situation: Situation, answer: Answer) -> None:
        starts, length_of = self._script.starts(snapshot.index, situation), self._script.length_of
        if snapshot.lead_in_ms:
            prompts = answer.prompts_before(starts, snapshot.lead_in_ms, length_of)
        else:  # the work runs already: into it at once
            prompts = answer.prompts(length_of, starts[:1] if snapshot.block.kind.is_work else ())
        self._agenda.add_all(snapshot.now_ms, prompts)

    def _lead_in(self, snapshot: Snapshot, situation: Situation, free_ms: int) -> None:
        """Say which side again, to end as the work goes on, and let the go be heard then."""
        go_ms = snapshot.now_ms + snapshot.lead_in_ms
        for prompt in self._leading_in(snapshot, situation, go_ms, free_ms):
            self._agenda.add(go_ms - prompt.offset_ms, prompt, hangs=True)
        if not self._agenda.has(PromptKind.GO):
            self._agenda.add(go_ms, Prompt(PromptKind.GO, 0, TONE_MS, tone=Tone.GO), hangs=True)

    def _leading_in(self, snapshot: Snapshot, situation: Situation, go_ms: int, free_ms: int) -> tuple[Prompt, ...]:
        """Return what is said before the go: all that leads into the stretch, or after a pause the start line alone."""
        if self.is_ready and snapshot.spent_ms == 0:
            prompts = self._script.lead_ins(snapshot.index - 1, situation)
            return tuple(prompt for prompt in prompts if go_ms - prompt.offset_ms >= snapshot.now_ms)
        start = start_before(self._script.starts(snapshot.index, situation), go_ms - free_ms, self._script.length_of)
        return () if start is None else (start,)


def stands_still(snapshot: Snapshot) -> bool:
    """Tell whether no clock runs because a gap waits for the person; in work that they end theirs runs on."""
    return snapshot.waiting and not snapshot.block.kind.is_work


def _clock(snapshot: Snapshot) -> tuple[int, int, int]:
    """Return the block, the zero of its clock, which a block that waits has not, and its length."""
    zero_ms = 0 if stands_still(snapshot) else snapshot.now_ms + snapshot.lead_in_ms - snapshot.spent_ms
    return snapshot.index, zero_ms, snapshot.duration_ms

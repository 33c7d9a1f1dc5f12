"""What is audible now: a script, followed through a session as it really goes.

Like the session it knows no clock: `advance(now)` returns what is due, `deadline()` says when to ask again. It
follows snapshots, so that pauses, lead-ins, added time and jumps need no rules of their own: the lines of a block
hang on the block's clock. What is more than 400 ms late is left out, and the newest sentence takes the place of
older ones: nothing stale is ever said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.events import (
    BlockEnded,
    BlockStarted,
    Ended,
    Event,
    Finished,
    Leaving,
    MistakeTaken,
    PainStopped,
    Paused,
    Phase,
    Resumed,
    Snapshot,
    TimeAdded,
)
from coach.core.ledger import Ledger
from coach.core.speech.agenda import Agenda
from coach.core.speech.compiler import HEAD_MS, QUIET_MS, half_of
from coach.core.speech.gap_lines import closing_lines
from coach.core.speech.vocabulary import BEFORE_GO_MS, PAUSE_MS, TONE_MS, Prompt, PromptKind, Tone
from coach.core.timeline import BlockKind
from coach.words import safety_messages, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.speech.vocabulary import Script

REST_MS = 10_000
"""So long it is quiet after a pain stop before the advice is said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Something to be heard now; `at_ms` is the instant at which it was due."""

    at_ms: int
    text: str | None = None
    tone: Tone | None = None


def silences(event: Event) -> bool:
    """Tell whether an event cuts what is being said."""
    if isinstance(event, BlockEnded):
        # Who says on the way down that they are ready is told no more about it.
        return event.why is not Leaving.DONE or event.block.kind is BlockKind.WAY
    return isinstance(event, Paused | PainStopped | MistakeTaken | Ended)


class Narration:
    """Follows one session; all instants are in ms of the session's clock."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.ledger = Ledger(script.timeline)
        """What was done, for what is said at the end; whoever goes on with a session adds what was done before."""
        self._agenda = Agenda(script.length_of, speaks=script.speaks)
        self._fresh = False
        """A block began, and its lines have no instants yet."""
        self._left: BlockEnded | None = None
        """The work that was left last, while its release line is still to be said."""
        self._hung: tuple[int, int, int] | None = None
        """The block, the zero of its clock and its length that the agenda hangs on."""
        self._where: int | None = None
        self._ruled_at: int | None = None
        self._told_in_pause = -1
        self._mistaken = False

    # What happens

    def take(self, event: Event, now_ms: int) -> None:
        """Note an event, before the snapshot that follows it."""
        self.ledger.take((event,))
        match event:
            case BlockEnded():
                self._note_left(event, now_ms)
            case BlockStarted(index=index):
                self._begin_block(index, now_ms)
            case MistakeTaken():
                self._interrupt(now_ms)
                self._mistaken = True
            case Paused():
                self._interrupt(now_ms)
                self._agenda.chain(now_ms, [spoken_phrases.PAUSED], tone=Tone.PAUSE)
            case Resumed(lead_in_ms=0):
                self._agenda.drop()
                self._agenda.chain(now_ms, [spoken_phrases.GOING_ON])
            case Resumed():
                self._agenda.drop()
            case TimeAdded():
                self._agenda.add(
                    now_ms, Prompt(PromptKind.STEP, 0, self._length(spoken_phrases.MORE_TIME), spoken_phrases.MORE_TIME)
                )
            case Finished() if self.ledger.is_finished:
                self._end(now_ms, Tone.ALL_DONE, closing_lines(self._script.way_up))
            case Finished() | Ended():
                # With most of it skipped nobody is told that all was done; who still lies there is told the way up.
                way_up = self._script.way_up if isinstance(event, Finished) and self._was_done() else ()
                self._end(now_ms, Tone.END_EXERCISE, (spoken_phrases.ENDED, *way_up, safety_messages.M_DONE))
            case _:
                pass

    def _note_left(self, event: BlockEnded, now_ms: int) -> None:
        self._left = event if event.block.kind.is_work else None
        if event.block.kind is BlockKind.WAY:
            self._forget_cut_rule(now_ms)

    def _begin_block(self, index: int, now_ms: int) -> None:
        self._fresh, self._where, self._hung = True, index, None
        self._agenda.drop()
        if self._mistaken:
            # The stop was a mistake: the same block stands ready, and that it is paused is all there is to say.
            self._mistaken, self._told_in_pause, self._left = False, index, None
            self._agenda.chain(now_ms, [spoken_phrases.PAUSED], tone=Tone.PAUSE)

    def stop(self, release: str, now_ms: int) -> None:
        """Say how to come out, that we have stopped, and after ten seconds of quiet what to do now."""
        self._interrupt(now_ms)
        self._hung, self._fresh = None, False
        self._agenda.chain(
            now_ms, [release, spoken_phrases.STOPPED, safety_messages.M_STOP_FIRST], tone=Tone.STOP, never_stale=True
        )
        self._agenda.chain(self._agenda.ends_ms + REST_MS, spoken_phrases.AFTER_STOP, never_stale=True)

    def quiet(self) -> None:
        """Say nothing of what was to come; a stop is said all the same."""
        self._agenda.clear()
        self._hung = None

    def again(self, now_ms: int) -> None:
        """Say again where the person is."""
        if self._where is not None:
            self._agenda.insert(now_ms, self._script.wheres[self._where])

    def follow(self, snapshot: Snapshot) -> None:
        """Hang the lines of the block on its clock."""
        if snapshot.phase is Phase.PAUSED and self._fresh and self._told_in_pause != snapshot.index:
            self._told_in_pause = snapshot.index
            self._agenda.chain(snapshot.now_ms, [*self._release(), *self._script.wheres[snapshot.index]])
            self._left = None
        if snapshot.phase is not Phase.RUNNING:
            return
        if snapshot.waiting:
            self._follow_waiting(snapshot)
            return
        zero_ms = snapshot.now_ms + snapshot.lead_in_ms - snapshot.spent_ms
        hung = (snapshot.index, zero_ms, snapshot.duration_ms)
        if hung != self._hung or self._fresh:
            self._hang(snapshot, zero_ms)
            self._hung, self._fresh, self._left, self._told_in_pause = hung, False, None, -1

    # The agenda

    def deadline(self) -> int | None:
        """Return the instant of the next thing to be heard, in ms, or None."""
        return self._agenda.deadline()

    def advance(self, now_ms: int) -> tuple[Saying, ...]:
        """Return what is due, the newest sentence and the newest tone alone; what is stale is dropped."""
        heard = self._agenda.advance(now_ms)
        for due in heard:
            if due.prompt.kind is PromptKind.RULE:
                self._ruled_at = due.at_ms
        return tuple(Saying(due.at_ms, due.prompt.text, due.prompt.tone) for due in heard)

    def _length(self, text: str) -> int:
        return self._script.length_of(text)

    def _interrupt(self, now_ms: int) -> None:
        """Drop what was to be said; a rule that was cut is still owed."""
        self._agenda.clear()
        self._hung = None
        self._forget_cut_rule(now_ms)

    def _forget_cut_rule(self, now_ms: int) -> None:
        if self._ruled_at is not None and now_ms < self._ruled_at + self._length(spoken_phrases.RULE):
            self._ruled_at = None

    def _release(self) -> tuple[str, ...]:
        return () if self._left is None else (self._script.releases[self._left.index],)

    def _end(self, now_ms: int, tone: Tone, lines: Iterable[str]) -> None:
        self._interrupt(now_ms)
        self._fresh = False
        self._agenda.chain(now_ms, [*self._release(), *lines], tone=tone)

    # The lines of a block

    def _follow_waiting(self, snapshot: Snapshot) -> None:
        if not self._fresh:
            if self._hung is None:
                self._agenda.chain(snapshot.now_ms, [spoken_phrases.WAITING])
            self._hung = (snapshot.index, 0, 0)
            return
        for prompt in self._lines(snapshot):
            self._agenda.add(snapshot.now_ms + prompt.offset_ms, prompt, hangs=True)
        self._hung, self._fresh, self._left = (snapshot.index, 0, 0), False, None

    def _hang(self, snapshot: Snapshot, zero_ms: int) -> None:
        """Give each line of the block its instant; what lies before the place in the block is over."""
        spent_ms = 0 if self._fresh else snapshot.spent_ms
        self._agenda.unhang()
        # What was said at once, as “We are going on”, has its turn before the lines of the block.
        free_ms = self._agenda.said_ms
        for prompt in self._lines(snapshot):
            offset_ms = prompt.at(snapshot.duration_ms)
            at_ms = zero_ms + offset_ms
            if offset_ms >= spent_ms and (prompt.text is None or at_ms >= free_ms):
                self._agenda.add(at_ms, prompt, hangs=True)
        if snapshot.lead_in_ms:
            self._lead_in(snapshot)

    def _lead_in(self, snapshot: Snapshot) -> None:
        """Say which side again, to end as the work goes on, and let the go be heard then."""
        go_ms = snapshot.now_ms + snapshot.lead_in_ms
        for line in self._script.starts[snapshot.index]:
            length_ms = self._length(line)
            if length_ms + BEFORE_GO_MS <= snapshot.lead_in_ms:
                self._agenda.add(
                    go_ms - length_ms - BEFORE_GO_MS, Prompt(PromptKind.START, 0, length_ms, line), hangs=True
                )
                break
        if not self._agenda.has(PromptKind.GO):
            self._agenda.add(go_ms, Prompt(PromptKind.GO, 0, TONE_MS, tone=Tone.GO), hangs=True)

    def _lines(self, snapshot: Snapshot) -> list[Prompt]:
        """Return the lines of the block as they fit to what was before it."""
        found: list[Prompt] = []
        for prompt in self._script.prompts[snapshot.index]:
            if prompt.kind is PromptKind.RULE and self._ruled_at is not None:
                continue
            if prompt.kind is PromptKind.RELEASE:
                # After a jump it is the release of what was really left; where nothing was held there is none.
                found += [self._retold(prompt, line) for line in self._release()]
            elif prompt.kind is not PromptKind.END or prompt.tone is Tone.READY or self._was_done():
                found.append(prompt)
        return self._with_owed_rule(snapshot, _in_turn(found, snapshot.duration_ms))

    def _retold(self, prompt: Prompt, line: str) -> Prompt:
        return Prompt(prompt.kind, prompt.offset_ms, self._length(line), line)

    def _was_done(self) -> bool:
        return self._left is not None and self._left.why is Leaving.DONE

    def _with_owed_rule(self, snapshot: Snapshot, lines: list[Prompt]) -> list[Prompt]:
        """Add the rule where it should have been said before: the first work was skipped, or the rule was cut."""
        owed = self._ruled_at is None and snapshot.block.kind.is_work
        if not owed or any(each.kind is PromptKind.RULE for each in lines):
            return lines
        half_ms = half_of(snapshot.block)
        kept = [each for each in lines if each.kind is not PromptKind.REMINDER]
        early = [each for each in kept if each.text is not None and each.at(snapshot.duration_ms) < half_ms]
        at_ms = max([HEAD_MS, *(each.offset_ms + each.length_ms + PAUSE_MS for each in early)])
        length_ms = self._length(spoken_phrases.RULE)
        if at_ms + length_ms + QUIET_MS > half_ms:
            return lines
        return [*kept, Prompt(PromptKind.RULE, at_ms, length_ms, spoken_phrases.RULE)]


def _in_turn(lines: list[Prompt], duration_ms: int) -> list[Prompt]:
    """Let lines wait for a release that takes longer than the one that was planned; what has no room then is left out.

    After a jump the release is of what was really left. The lines that end at the go keep their places.
    """
    go_lines = [each.at(duration_ms) for each in lines if each.from_end and each.text is not None]
    end_ms = min(go_lines, default=duration_ms)
    free_ms, kept = 0, []
    for each in lines:
        if each.text is None or each.from_end or each.kind is PromptKind.RULE:
            kept.append(each)
            continue
        begins_ms = max(each.offset_ms, free_ms)
        if begins_ms > each.offset_ms and begins_ms + each.length_ms > end_ms:
            continue
        free_ms = max(free_ms, begins_ms + each.length_ms) if each.kind is PromptKind.RELEASE else free_ms
        if begins_ms > each.offset_ms:
            free_ms = begins_ms + each.length_ms + PAUSE_MS
        kept.append(replace(each, offset_ms=begins_ms))
    return kept

"""What is audible now: a script, followed through a session as it really goes.

Like the session it knows no clock: `advance(now)` returns what is due, `deadline()` says when to ask again. It
follows snapshots, so that pauses, lead-ins, added time and jumps need no rules of their own: the lines of a block
hang on the block's clock. What is more than 400 ms late is left out, and the newest sentence takes the place of
older ones: nothing stale is ever said. Whatever the person does is answered at once, by a tone or in words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.body import Posture
from coach.core.events import (
    BlockEnded,
    BlockStarted,
    EasierChosen,
    Ended,
    Event,
    Finished,
    Leaving,
    MistakeTaken,
    Paused,
    Phase,
    Resumed,
    Snapshot,
    TimeAdded,
)
from coach.core.ledger import Ledger
from coach.core.speech.agenda import Agenda
from coach.core.speech.answer import VOICE, Answer
from coach.core.speech.fitted_lines import AGAIN_MS
from coach.core.speech.hung_lines import HungLines
from coach.core.speech.posture import Whereabouts
from coach.core.speech.rest import Rest
from coach.core.speech.saying import Saying, silences
from coach.core.speech.situation import Situation
from coach.core.speech.stop_lines import chain_stop, stop_lines
from coach.core.speech.vocabulary import Prompt, PromptKind, Tone
from coach.core.timeline import BlockKind
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.speech.vocabulary import Script

_PASSING = frozenset({PromptKind.RULE, PromptKind.REMINDER, PromptKind.HALF, PromptKind.LAST_FIVE, PromptKind.WORK})
"""What holds for a moment only."""


class Narration:
    """Follows one session; all instants are in ms of the session's clock."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.ledger = Ledger(script.timeline)
        """What was done, for what is said at the end; whoever goes on with a session adds what was done before."""
        self.body = Whereabouts(script)
        """Where the body is: whoever stops is told how to come out of that."""
        self._agenda = Agenda(script.length_of, speaks=script.speaks)
        self.rest = Rest(script, self._agenda)
        """What is heard after the end."""
        self._shot: Snapshot | None = None
        self._lines = HungLines(script, self._agenda)
        self._answer: Answer | None = None
        """What answers the input that led here, until it is said."""
        self._where: int | None = None
        self._ruled_at: int | None = None
        self._told_in_pause = -1
        self._released_ms: int | None = None
        """In a pause: the instant at which it has been said how to come out."""
        self._held: str | None = None
        """What was said last in this gap and still holds."""
        self._mistaken = False
        self._told_easier: set[int] = set()
        """The exercises, by position, of which an easier way was said as it was chosen."""
        self._is_guided = True
        """Whether the whole way down to the floor was heard."""

    def use(self, script: Script) -> None:
        """Follow another script of the same blocks from now on: words that cannot be said are others in it."""
        self._script, self._lines.is_another_way = script, True
        for follower in (self.body, self.rest, self._lines):
            follower.use(script)

    # What happens

    def take(self, event: Event, now_ms: int) -> None:
        """Note an event, before the snapshot that follows it."""
        self.ledger.take((event,))
        self.body.take(event)
        match event:
            case BlockEnded():
                self._leave(event, now_ms)
            case BlockStarted(index=index):
                self._begin_block(index, now_ms)
            case MistakeTaken():
                self._interrupt(now_ms)
                self._mistaken = True
            case Paused():
                self._pause(now_ms)
            case Resumed():
                self._go_on()
            case TimeAdded():
                self._put_in(now_ms, [spoken_phrases.MORE_TIME])
            case EasierChosen():
                self._tell_way(event, now_ms)
            case Finished() | Ended():
                self._end(event, now_ms)
            case _:
                pass

    def _tell_way(self, event: EasierChosen, now_ms: int) -> None:
        self._told_easier.add(event.block.position)
        self._lines.is_another_way = True
        self._put_in(now_ms, [self._script.easier(event.index, event.way)])

    def _leave(self, event: BlockEnded, now_ms: int) -> None:
        self._lines.was_done = event.block.kind.is_work and event.why is Leaving.DONE
        self._lines.is_ready = event.block.waits and event.why is Leaving.DONE
        if event.block.kind is BlockKind.WAY:
            self._note_cut_rule(now_ms)
            self._is_guided = self._ruled_at is not None
        release = self._release(now_ms)
        match event.why:
            case Leaving.DONE if silences(event):
                self._answer = Answer(Tone.READY)
            case Leaving.SKIPPED | Leaving.JUMPED:
                self._answer = Answer(Tone.SKIP, release)
            case Leaving.BACK:
                is_in = self.body.before.posture is Posture.IN
                self._answer = Answer(Tone.BACK, release if is_in else (), (spoken_phrases.BACK_ONE,))
            case _:
                self._answer = None

    def _release(self, now_ms: int) -> tuple[str, ...]:
        """Return how to come out of where the body was; in a pause that is said once."""
        before = self.body.before
        is_said = self._released_ms is not None and now_ms >= self._released_ms
        return (self._script.releases[before.index],) if before.is_bound and not is_said else ()

    def _begin_block(self, index: int, now_ms: int) -> None:
        if self._answer is not None:
            self._note_cut_rule(now_ms)
            before = self.body.before
            leads_on = before.posture is Posture.IN and not before.block.kind.is_work and index == before.index + 1
            if leads_on:  # the gap was skipped, and the body is on its way into what comes
                self._answer = replace(self._answer, release=())
        self._where, self._held, self._lines.is_fresh = index, None, True
        self._lines.forget()
        self._agenda.drop()
        if self._mistaken:
            # The stop was a mistake: the same block stands ready, and that it is paused is all there is to say.
            self._mistaken, self._told_in_pause, self._answer = False, index, None
            self._tell_pause(now_ms, ())

    def _pause(self, now_ms: int) -> None:
        self._interrupt(now_ms)
        body = self.body.now(now_ms)
        # Between two presses of the pelvic tilt the back rests already.
        comes_out = body.is_bound and body.block.kind is not BlockKind.REPS
        self._tell_pause(now_ms, (self._script.releases[body.index],) if comes_out else ())

    def _tell_pause(self, now_ms: int, release: tuple[str, ...]) -> None:
        self._say(now_ms, Answer(Tone.PAUSE, release).prompts(self._length, (spoken_phrases.PAUSED,)), release)
        self._agenda.chain(now_ms + AGAIN_MS, [spoken_phrases.PAUSED])

    def _say(self, now_ms: int, prompts: tuple[Prompt, ...], release: tuple[str, ...]) -> None:
        self._agenda.add_all(now_ms, prompts)
        for prompt in prompts:
            if prompt.text in release:
                self._released_ms = now_ms + prompt.offset_ms + prompt.length_ms

    def _go_on(self) -> None:
        self._agenda.drop()
        self._answer, self._released_ms = Answer(Tone.GO_ON, (), (spoken_phrases.GOING_ON,)), None
        if self._where is not None and not self._script.timeline.blocks[self._where].kind.is_work:
            self._lines.is_fresh = True  # a gap begins anew

    # Stops and ends

    def stop(self, release: str, now_ms: int, first: int = 0) -> None:
        """Say what is said after a stop, from the line at the place `first` on: those before it were heard already."""
        self._interrupt(now_ms)
        self._lines.is_fresh, self._answer = False, None
        self.rest.forget()
        chain_stop(self._agenda, stop_lines(release), now_ms, first)

    def quiet(self) -> None:
        """Say nothing of what was to come; a stop is said all the same."""
        self._agenda.clear()
        self._lines.forget()
        self.rest.forget()

    def _end(self, event: Finished | Ended, now_ms: int) -> None:
        self._interrupt(now_ms)
        self._lines.is_fresh, self._answer = False, None
        release, before = self._release(now_ms), self.body.before
        if isinstance(event, Finished) and self.ledger.is_finished:
            self.rest.begin_after_all(now_ms, release)
        else:
            # With most of it skipped nobody is told that all was done; whoever was on the floor is told the way up.
            self.rest.begin(now_ms, release, before.index if self.body.has_worked else None)

    # What is asked beside the session

    def again(self, now_ms: int) -> None:
        """Say again what was said last and still holds, with the voice off too."""
        if self._where is not None:
            self._put_in(now_ms, self._still_true(self._where), always=True)

    def _still_true(self, index: int) -> tuple[str, ...]:
        if self._shot is not None and self._shot.phase is Phase.PAUSED and not self._lines.is_fresh:
            return (spoken_phrases.PAUSED,)
        if self._script.timeline.blocks[index].kind.is_work:
            return self._script.again(index, self._situation(self._shot))
        return (self._held,) if self._held is not None else self._script.wheres[index]

    def tell_voice(self, now_ms: int, *, on: bool) -> None:
        """Tell that the voice is on now, or off; what is said after a stop goes before it."""
        tone, line = VOICE[on]
        if self._agenda.is_urgent:
            self._agenda.chain(now_ms, (), tone=tone)
        else:
            self._put_in(now_ms, [line], tone=tone, always=True)

    # The agenda

    def follow(self, snapshot: Snapshot) -> None:
        """Hang the lines of the block on its clock."""
        self._shot = snapshot
        if snapshot.phase is Phase.PAUSED and self._lines.is_fresh and self._told_in_pause != snapshot.index:
            self._told_in_pause = snapshot.index
            answer, self._answer = self._answer or Answer(Tone.PAUSE), None
            told = answer.prompts(self._length, self._script.wheres[snapshot.index])
            self._say(snapshot.now_ms, told, answer.release)
        if snapshot.phase is not Phase.RUNNING:
            return
        if self._lines.must_be_hung(snapshot):
            asked, self._answer = self._answer, None
            is_ruled = self._ruled_at is not None
            self._lines.hang(snapshot, self._situation(snapshot), asked, is_ruled=is_ruled)
            self._told_in_pause = -1

    def deadline(self) -> int | None:
        """Return the instant of the next thing to be heard, in ms, or None."""
        return self._agenda.deadline()

    def advance(self, now_ms: int) -> tuple[Saying, ...]:
        """Return what is due, the newest sentence and the newest tone alone; what is stale is dropped."""
        heard = self._agenda.advance(now_ms)
        for due in heard:
            if due.prompt.kind is PromptKind.RULE:
                self._ruled_at = due.at_ms
            elif due.hangs and due.prompt.text is not None and due.prompt.kind not in _PASSING:
                self._held = due.prompt.text
            self.rest.note_heard(due.prompt.text)
        return tuple(Saying(due.at_ms, due.prompt.text, due.prompt.tone, due.always) for due in heard)

    def _length(self, text: str) -> int:
        return self._script.length_of(text)

    def _put_in(self, now_ms: int, lines: Iterable[str], *, tone: Tone | None = None, always: bool = False) -> None:
        """Say these lines at once; a rule that they cut is still owed."""
        self._note_cut_rule(now_ms)
        self._agenda.insert(now_ms, lines, tone=tone, always=always)

    def _interrupt(self, now_ms: int) -> None:
        """Drop what was to be said; a rule that was cut is still owed."""
        self._agenda.clear()
        self._lines.forget()
        self._note_cut_rule(now_ms)

    def _note_cut_rule(self, now_ms: int) -> None:
        if self._ruled_at is not None and now_ms < self._ruled_at + self._length(spoken_phrases.RULE):
            self._ruled_at = None

    def _situation(self, snapshot: Snapshot | None) -> Situation:
        """Return how this session differs from what is written."""
        if snapshot is None:
            return Situation(guided=self._is_guided)
        is_told = snapshot.block.position in self._told_easier
        return Situation(snapshot.easier, easier_told=is_told, guided=self._is_guided)

"""Compiles the cue script of a timeline: which lines a block needs, which it may have, and where they fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.core import spoken
from coach.core.instructions import wording
from coach.core.prompts import BEFORE_GO_MS, MOST_PAUSE_MS, PAUSE_MS, TONE_MS, Amount, Kind, Prompt, Script, Tone, moved
from coach.core.routine import BySide
from coach.core.timeline import BlockKind, CueKind, family

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Block, Timeline

HEAD_MS = 900
"""In the work, words begin so long after the go."""
THEN_MS = 3_500
"""One breath: a line that follows the start begins so long after the one before (ours)."""
REMINDER_MS = 7_000
"""The reminder comes so long after the start of the first hold (ours)."""
QUIET_MS = 1_000
"""Before the half-way line nothing is said for so long."""
TICKS_MS = (3_000, 2_000, 1_000)
"""The last seconds that are ticked, before the end."""
FIVE_MS = 5_000

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line that a gap may have; a lower rank is more needed, rank 0 is never left out."""

    kind: Kind
    text: str
    rank: int


NEEDED, RANK_WAY, RANK_SETUP, RANK_CHANGE, RANK_ROUND, RANK_STEP = range(6)


def starts_of(line: str) -> tuple[str, ...]:
    """Return a start line as it may be said: whole, and where it has three sentences or more, its last two."""
    sentences = _SENTENCE.split(line)
    return (line, " ".join(sentences[-2:])) if len(sentences) > 2 else (line,)  # noqa: PLR2004 - two are left


def compile_script(
    routine: Routine, timeline: Timeline, length_of: Callable[[str], int], amount: Amount = Amount.ALL
) -> Script:
    """Return the script of a timeline of this routine, with sentences as long as `length_of` says."""
    maker = _Maker(routine, timeline, length_of, amount)
    blocks = timeline.blocks
    gaps = [maker.grown_ms(index) for index in range(len(blocks))]
    grown = moved(timeline, tuple(gaps))
    maker.timeline = grown
    return Script(
        timeline=grown,
        prompts=tuple(maker.prompts(index) for index in range(len(blocks))),
        starts=tuple(starts_of(maker.start_line(block)) for block in blocks),
        releases=tuple(maker.release_line(block) for block in blocks),
        pain_stops=tuple(maker.pain_stop_line(block) for block in blocks),
        wheres=tuple(tuple(piece.text for piece in maker.where(block)) for block in blocks),
        grown=tuple(gaps),
        way_up=maker.way_up(),
        length_of=length_of,
    )


def all_lines(routine: Routine, timeline: Timeline) -> Iterator[str]:
    """Give every line that this timeline may need, whether there is time for it or not."""
    maker = _Maker(routine, timeline, len, Amount.ALL)
    for index, block in enumerate(timeline.blocks):
        say = maker.exercise(block).say
        if block.kind.is_work:
            yield from starts_of(maker.start_line(block))
            yield from say.then
            yield from (wording(line, block.side) for line in (say.half, say.last5, say.release, say.pain_stop))
            if block.round > 1:
                yield spoken.round_line(block.round, block.rounds)
        else:
            yield from (piece.text for piece in maker.pieces(index))
    yield from maker.way_up()


class _Maker:
    """Works out one block after the other."""

    def __init__(self, routine: Routine, timeline: Timeline, length_of: Callable[[str], int], amount: Amount) -> None:
        self.routine, self.timeline = routine, timeline
        self._length_of, self._amount = length_of, amount

    # The lines of a block

    def exercise(self, block: Block) -> Exercise:
        return self.routine.exercises[block.position]

    def start_line(self, block: Block) -> str:
        return wording(self.exercise(block).say.start, block.side)

    def release_line(self, block: Block) -> str:
        return wording(self.exercise(block).say.release, block.side)

    def pain_stop_line(self, block: Block) -> str:
        return wording(self.exercise(block).say.pain_stop, block.side)

    def way_up(self) -> tuple[str, ...]:
        """Return how to get up after the last exercise, none where the person stands."""
        return self.routine.way(family(self.routine.exercises[-1]), "standing")

    def where(self, block: Block) -> list[_Piece]:
        """Return what tells a person where they are: the exercise, the side, the round."""
        exercise = self.exercise(block)
        name = spoken.place_line(exercise.name, block.position + 1, len(self.routine.exercises))
        pieces = [_Piece(Kind.NAME, name, NEEDED)]
        if block.kind.is_work:
            return [_Piece(Kind.START, starts_of(self.start_line(block))[0], NEEDED)]
        if block.kind is BlockKind.CHANGE:
            return self._changing(block, exercise)
        return [*pieces, _Piece(Kind.SETUP, wording(exercise.say.setup, block.side), RANK_SETUP)]

    def _changing(self, block: Block, exercise: Exercise) -> list[_Piece]:
        """Return the lines that lead to the next side or round of the same exercise."""
        say, pieces = exercise.say, []
        if say.change is not None and block.new_side:
            # A start line that names its side says it again; one that does not makes this line needed.
            rank = RANK_CHANGE if isinstance(say.start, BySide) else NEEDED
            pieces.append(_Piece(Kind.CHANGE, wording(say.change, block.side), rank))
        if self._new_round(block):
            if say.next_round and not block.new_side:
                line = say.next_round[min(block.round - 2, len(say.next_round) - 1)]
            else:
                line = spoken.round_line(block.round, block.rounds)
            pieces.append(_Piece(Kind.ROUND, line, RANK_ROUND))
        return pieces

    def _new_round(self, block: Block) -> bool:
        sides = self.exercise(block).sides
        return block.round > 1 and (len(sides) < 2 or block.side == sides[0])  # noqa: PLR2004 - a pair

    def pieces(self, index: int) -> list[_Piece]:
        """Return the lines of a gap in the order in which they are said, without the start line."""
        block = self.timeline.blocks[index]
        exercise = self.exercise(block)
        pieces: list[_Piece] = []
        if index > 0:
            before = self.timeline.blocks[index - 1]
            pieces.append(_Piece(Kind.RELEASE, self.release_line(before), NEEDED))
        if block.kind is BlockKind.CHANGE:
            return [*pieces, *self._changing(block, exercise)]
        name, setup = self.where(block)
        pieces.append(name)
        if block.new_position and index > 0:
            left = family(self.exercise(self.timeline.blocks[index - 1]))
            pieces += [_Piece(Kind.WAY, step, RANK_WAY) for step in self.routine.way(left, family(exercise))]
        pieces.append(setup)
        if self._amount is Amount.ALL:
            pieces += [_Piece(Kind.STEP, wording(step, block.side), RANK_STEP) for step in exercise.steps.enter]
        return pieces

    # The places of the lines

    def _needed_ms(self, pieces: Sequence[_Piece], start: str) -> int:
        said = sum(self._length_of(piece.text) + PAUSE_MS for piece in pieces)
        return TONE_MS + said + self._length_of(start) + BEFORE_GO_MS

    def _shortest(self, block: Block) -> str:
        return min(starts_of(self.start_line(block)), key=self._length_of)

    def grown_ms(self, index: int) -> int:
        """Return by how much the gap is too short for what is needed, in ms."""
        block = self.timeline.blocks[index]
        if block.kind.is_work or block.waits or self._amount is Amount.TONES:
            return 0
        needed = [piece for piece in self.pieces(index) if piece.rank == NEEDED]
        return max(0, self._needed_ms(needed, self._shortest(block)) - block.duration_ms)

    def prompts(self, index: int) -> tuple[Prompt, ...]:
        """Return what is audible in a block, in order."""
        block = self.timeline.blocks[index]
        made = self._work(index, block) if block.kind.is_work else self._gap(index, block)
        if self._amount is Amount.TONES:
            made = [prompt for prompt in made if prompt.tone is not None]
        return tuple(sorted(made, key=lambda prompt: prompt.at(block.duration_ms)))

    def _fitting(self, index: int, block: Block) -> tuple[list[_Piece], str]:
        """Return the lines that fit, in order, and the start line that fits with them."""
        pieces = self.pieces(index)
        if block.waits:
            return pieces, ""
        start = self.start_line(block)
        chosen = [piece for piece in pieces if piece.rank == NEEDED]
        if self._needed_ms(chosen, start) > block.duration_ms:
            start = self._shortest(block)
        full: set[int] = set()
        for piece in sorted((each for each in pieces if each.rank != NEEDED), key=lambda each: each.rank):
            # Steps are said in order: after one that does not fit, none of its kind follows.
            if piece.rank in full or self._needed_ms([*chosen, piece], start) > block.duration_ms:
                full.add(piece.rank)
            else:
                chosen.append(piece)
        return [piece for piece in pieces if piece in chosen], start

    def _gap(self, index: int, block: Block) -> list[Prompt]:
        pieces, start = self._fitting(index, block)
        made = [self._opening(index)]
        spare_ms = block.duration_ms - self._needed_ms(pieces, start) if start else 0
        more_ms = min(MOST_PAUSE_MS - PAUSE_MS, max(0, spare_ms) // (len(pieces) or 1))
        if block.waits:
            more_ms = MOST_PAUSE_MS - PAUSE_MS
        at_ms = TONE_MS
        for piece in pieces:
            length_ms = self._length_of(piece.text)
            made.append(Prompt(piece.kind, at_ms, length_ms, piece.text))
            # A release is followed at once: the person is waiting for what comes.
            at_ms += length_ms + PAUSE_MS + (0 if piece.kind is Kind.RELEASE else more_ms)
        if start:
            length_ms = self._length_of(start)
            made.append(Prompt(Kind.START, length_ms + BEFORE_GO_MS, length_ms, start, from_end=True))
        elif block.waits:
            made.append(Prompt(Kind.STEP, at_ms, self._length_of(spoken.WAITING), spoken.WAITING))
        return made

    def _opening(self, index: int) -> Prompt:
        """Return the tone that begins a gap: what ended is told apart."""
        block = self.timeline.blocks[index]
        if index == 0:
            return Prompt(Kind.END, 0, TONE_MS, tone=Tone.READY)
        return Prompt(Kind.END, 0, TONE_MS, tone=Tone.END_SIDE if block.kind is BlockKind.CHANGE else Tone.END_EXERCISE)

    def _work(self, index: int, block: Block) -> list[Prompt]:
        made = [Prompt(Kind.GO, 0, TONE_MS, tone=Tone.GO)]
        made += self._early(index, block)
        say = self.exercise(block).say
        for cue in block.cues:
            if cue.kind is CueKind.HALF_WAY:
                made.append(Prompt(Kind.HALF, cue.offset_ms, TONE_MS, tone=Tone.HALF))
                if self._amount is Amount.ALL:
                    line = wording(say.half, block.side)
                    made.append(Prompt(Kind.HALF, cue.offset_ms + TONE_MS, self._length_of(line), line))
            else:
                line = wording(say.last5, block.side)
                made.append(Prompt(Kind.LAST_FIVE, FIVE_MS, self._length_of(line), line, from_end=True))
        talks_ms = max((p.length_ms for p in made if p.kind is Kind.LAST_FIVE), default=0)
        # Numbers give way to words: a tick that would fall into the line is left out.
        ticks = [each for each in TICKS_MS if each < min(FIVE_MS - talks_ms, block.duration_ms - TONE_MS)]
        made += [Prompt(Kind.TICK, each, 0, tone=Tone.LAST, from_end=True) for each in ticks]
        return made

    def _early(self, index: int, block: Block) -> list[Prompt]:
        """Return what is said between the go and the half-way line: no cue may fall into it."""
        exercise = self.exercise(block)
        half_ms = min((cue.at(block.duration_ms) for cue in block.cues), default=block.duration_ms - FIVE_MS)
        made: list[Prompt] = []
        free_ms = HEAD_MS

        def add(kind: Kind, text: str, at_ms: int) -> None:
            nonlocal free_ms
            at_ms, length_ms = max(at_ms, free_ms), self._length_of(text)
            if at_ms + length_ms + QUIET_MS <= half_ms:
                made.append(Prompt(kind, at_ms, length_ms, text))
                free_ms = at_ms + length_ms + PAUSE_MS

        for number, line in enumerate(exercise.say.then, 1):
            add(Kind.THEN, line, number * THEN_MS)
        gap, _start = self._fitting(index - 1, self.timeline.blocks[index - 1])
        if any(each.kind is Kind.ROUND and each not in gap for each in self.pieces(index - 1)):
            add(Kind.ROUND, spoken.round_line(block.round, block.rounds), HEAD_MS)
        if block.round == 1 and block.side in {None, *exercise.sides[:1]}:
            add(Kind.RULE, spoken.RULE, HEAD_MS)
            if self._amount is Amount.ALL and block.kind is BlockKind.HOLD:
                add(Kind.REMINDER, spoken.REMINDER, REMINDER_MS)
        return made

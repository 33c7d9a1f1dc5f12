"""Compiles the cue script of a timeline: where the lines fit, and what each block sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.instructions import wording
from coach.core.speech.amount import Amount
from coach.core.speech.ending import all_done, way_up, way_up_at_an_end
from coach.core.speech.gap_lines import NEEDED, GapLines, Piece, starts_of
from coach.core.speech.vocabulary import (
    BEFORE_GO_MS,
    MOST_PAUSE_MS,
    PAUSE_MS,
    TIGHT_MS,
    TONE_MS,
    Prompt,
    PromptKind,
    Script,
    Tone,
    moved,
)
from coach.core.timeline import BlockKind, CueKind, family
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coach.core.routine import Routine
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


def half_of(block: Block) -> int:
    """Return the offset of the first cue of a work block, in ms; where it has none, of its last five seconds."""
    return min((cue.at(block.duration_ms) for cue in block.cues), default=block.duration_ms - FIVE_MS)


def compile_script(
    routine: Routine,
    timeline: Timeline,
    length_of: Callable[[str], int],
    amount: Amount = Amount.ALL,
    *,
    grows: bool = True,
) -> Script:
    """Return the script of a timeline of this routine, with sentences as long as `length_of` says.

    Without `grows` every gap stays as long as it is; then a line may cut the one before.
    """
    maker = _Maker(routine, timeline, length_of, amount)
    blocks = timeline.blocks
    gaps = [maker.grown_ms(index) if grows else 0 for index in range(len(blocks))]
    grown = moved(timeline, tuple(gaps))
    maker.timeline = grown
    return Script(
        timeline=grown,
        prompts=tuple(maker.prompts(index) for index in range(len(blocks))),
        starts=tuple(starts_of(maker.lines.start_line(block)) for block in blocks),
        releases=tuple(maker.lines.release_line(block) for block in blocks),
        wheres=tuple(tuple(piece.text for piece in maker.lines.where(block)) for block in blocks),
        bases=tuple(maker.lines.exercise(block).base for block in blocks),
        ways_up=tuple(way_up_at_an_end(routine, family(maker.lines.exercise(block))) for block in blocks),
        grown=tuple(gaps),
        way_up=maker.way_up(),
        after=maker.after(),
        speaks=amount is not Amount.TONES,
        length_of=length_of,
    )


def all_lines(routine: Routine, timeline: Timeline) -> Iterator[str]:
    """Give every line that this timeline may need, whether there is time for it or not."""
    lines = GapLines(routine, timeline, in_full=True)
    for index, block in enumerate(timeline.blocks):
        say = lines.exercise(block).say
        if block.kind.is_work:
            yield from starts_of(lines.start_line(block))
            yield from say.then
            yield from (wording(line, block.side) for line in (say.half, say.last5, say.release, say.pain_stop))
            if block.round > 1:
                yield spoken_phrases.round_line(block.round, block.rounds)
        else:
            yield from (piece.text for piece in lines.pieces(index))
    for exercise in routine.exercises:
        yield from way_up(routine, family(exercise))
    yield from way_up(routine, "lying")


class _Maker:
    """Works out one block after the other."""

    def __init__(self, routine: Routine, timeline: Timeline, length_of: Callable[[str], int], amount: Amount) -> None:
        self._routine = routine
        self.timeline, self.lines = timeline, GapLines(routine, timeline, in_full=amount is Amount.ALL)
        self._length_of, self._amount = length_of, amount

    def pieces(self, index: int) -> list[Piece]:
        """Return the lines of a gap in the order in which they are said, without the start line."""
        rule = [Piece(PromptKind.RULE, spoken_phrases.RULE, NEEDED)] if index == 0 and self._rule_comes_first() else []
        return [*rule, *self.lines.pieces(index)]

    # What is needed

    def _rule_comes_first(self) -> bool:
        """Tell whether the rule is said before the first work: where there is time, or where the work has none."""
        gap, work = self.timeline.blocks[:2]
        if gap.kind is BlockKind.WAY:
            return True
        rule_ms = self._length_of(spoken_phrases.RULE)
        if gap.waits or HEAD_MS + rule_ms + QUIET_MS > half_of(work):
            return True
        lines = [*self.lines.where(gap), Piece(PromptKind.RULE, spoken_phrases.RULE, NEEDED)]
        return self._needed_ms(lines, self.lines.start_line(gap)) <= gap.duration_ms

    def way_up(self) -> tuple[str, ...]:
        """Return how to get up when all is done: whoever stands already does not lie down first."""
        stands = family(self.lines.exercise(self.timeline.blocks[-1])) == "standing"
        return () if stands else way_up(self._routine, "lying")

    def after(self) -> tuple[Prompt, ...]:
        """Return what is heard when all is done."""
        release = self.lines.release_line(self.timeline.blocks[-1])
        made = all_done((release,), self.way_up(), self._length_of)
        return made if self._amount is not Amount.TONES else made[:1]

    # The places of the lines

    def _needed_ms(self, pieces: Sequence[Piece], start: str, lead_ms: int = TONE_MS) -> int:
        said = sum(self._length_of(piece.text) + PAUSE_MS for piece in pieces)
        return lead_ms + said + self._length_of(start) + BEFORE_GO_MS

    def _shortest(self, block: Block) -> str:
        return min(self.lines.starts(block), key=self._length_of)

    def _lead_ms(self, index: int, block: Block) -> int:
        """Return how long after the tone the first word of a gap begins."""
        needed = [piece for piece in self.pieces(index) if piece.rank == NEEDED]
        fits = block.waits or self._needed_ms(needed, self._shortest(block)) <= block.duration_ms
        return TONE_MS if fits else TIGHT_MS

    def grown_ms(self, index: int) -> int:
        """Return by how much the gap is too short for what is needed, in ms."""
        block = self.timeline.blocks[index]
        if block.kind.is_work or block.kind is BlockKind.WAY or block.waits or self._amount is Amount.TONES:
            return 0
        needed = [piece for piece in self.pieces(index) if piece.rank == NEEDED]
        return max(0, self._needed_ms(needed, self._shortest(block), TIGHT_MS) - block.duration_ms)

    def prompts(self, index: int) -> tuple[Prompt, ...]:
        """Return what is audible in a block, in order."""
        block = self.timeline.blocks[index]
        made = self._work(index, block) if block.kind.is_work else self._gap(index, block)
        if self._amount is Amount.TONES:
            made = [prompt for prompt in made if prompt.tone is not None]
        return tuple(sorted(made, key=lambda prompt: prompt.at(block.duration_ms)))

    def _fitting(self, index: int, block: Block) -> tuple[list[Piece], str]:
        """Return the lines that fit, in order, and the start line that fits with them."""
        pieces = self.pieces(index)
        if block.waits or block.kind is BlockKind.WAY:
            return pieces, ""
        start = self.lines.start_line(block)
        chosen = [piece for piece in pieces if piece.rank == NEEDED]
        if self._needed_ms(chosen, start) > block.duration_ms:
            start = self._shortest(block)
        lead_ms = self._lead_ms(index, block)
        full: set[int] = set()
        for piece in sorted((each for each in pieces if each.rank != NEEDED), key=lambda each: each.rank):
            # Steps are said in order: after one that does not fit, none of its kind follows.
            if piece.rank in full or self._needed_ms([*chosen, piece], start, lead_ms) > block.duration_ms:
                full.add(piece.rank)
            else:
                chosen.append(piece)
        return [piece for piece in pieces if piece in chosen], start

    def _gap(self, index: int, block: Block) -> list[Prompt]:
        pieces, start = self._fitting(index, block)
        made = [self._opening(index)]
        lead_ms = self._lead_ms(index, block)
        spare_ms = block.duration_ms - self._needed_ms(pieces, start, lead_ms) if start else 0
        more_ms = min(MOST_PAUSE_MS - PAUSE_MS, max(0, spare_ms) // (len(pieces) or 1))
        if block.waits:
            more_ms = MOST_PAUSE_MS - PAUSE_MS
        at_ms = lead_ms
        for piece in pieces:
            length_ms = self._length_of(piece.text)
            made.append(Prompt(piece.kind, at_ms, length_ms, piece.text))
            # A release is followed at once: the person is waiting for what comes.
            at_ms += length_ms + PAUSE_MS + (0 if piece.kind is PromptKind.RELEASE else more_ms)
        if start:
            length_ms = self._length_of(start)
            made.append(Prompt(PromptKind.START, length_ms + BEFORE_GO_MS, length_ms, start, from_end=True))
        elif block.waits:
            made.append(Prompt(PromptKind.STEP, at_ms, self._length_of(spoken_phrases.WAITING), spoken_phrases.WAITING))
        return made

    def _opening(self, index: int) -> Prompt:
        """Return the tone that begins a gap: what ended is told apart."""
        block = self.timeline.blocks[index]
        if block.kind in {BlockKind.WAY, BlockKind.GET_READY}:
            return Prompt(PromptKind.END, 0, TONE_MS, tone=Tone.READY)
        return Prompt(
            PromptKind.END, 0, TONE_MS, tone=Tone.END_SIDE if block.kind is BlockKind.CHANGE else Tone.END_EXERCISE
        )

    def _work(self, index: int, block: Block) -> list[Prompt]:
        made = [Prompt(PromptKind.GO, 0, TONE_MS, tone=Tone.GO)]
        made += self._early(index, block)
        say = self.lines.exercise(block).say
        five = wording(say.last5, block.side)
        five_ms = self._length_of(five)
        talks_ms = five_ms if block.cues and five_ms + PAUSE_MS <= FIVE_MS else 0
        for cue in block.cues:
            if cue.kind is CueKind.HALF_WAY:
                made += self._half(block, cue.offset_ms, wording(say.half, block.side))
            elif talks_ms:
                made.append(Prompt(PromptKind.LAST_FIVE, FIVE_MS, five_ms, five, from_end=True))
        # Numbers give way to words: a tick that would fall into the line is left out.
        ticks = [each for each in TICKS_MS if each < min(FIVE_MS - talks_ms, block.duration_ms - TONE_MS)]
        made += [Prompt(PromptKind.TICK, each, 0, tone=Tone.LAST, from_end=True) for each in ticks]
        return made

    def _half(self, block: Block, at_ms: int, line: str) -> list[Prompt]:
        tone = Prompt(PromptKind.HALF, at_ms, TONE_MS, tone=Tone.HALF)
        said = Prompt(PromptKind.HALF, at_ms + TONE_MS, self._length_of(line), line)
        fits = said.offset_ms + said.length_ms + PAUSE_MS <= block.duration_ms - FIVE_MS
        return [tone, said] if fits and self._amount is Amount.ALL else [tone]

    def _early(self, index: int, block: Block) -> list[Prompt]:
        """Return what is said between the go and the half-way line: no cue may fall into it."""
        exercise = self.lines.exercise(block)
        half_ms = half_of(block)
        made: list[Prompt] = []
        free_ms = HEAD_MS

        def add(kind: PromptKind, text: str, at_ms: int) -> None:
            nonlocal free_ms
            at_ms, length_ms = max(at_ms, free_ms), self._length_of(text)
            if at_ms + length_ms + QUIET_MS <= half_ms:
                made.append(Prompt(kind, at_ms, length_ms, text))
                free_ms = at_ms + length_ms + PAUSE_MS

        for number, line in enumerate(exercise.say.then, 1):
            add(PromptKind.THEN, line, number * THEN_MS)
        gap, _start = self._fitting(index - 1, self.timeline.blocks[index - 1])
        if any(each.kind is PromptKind.ROUND and each not in gap for each in self.pieces(index - 1)):
            add(PromptKind.ROUND, spoken_phrases.round_line(block.round, block.rounds), HEAD_MS)
        if index == 1 and not self._rule_comes_first():
            add(PromptKind.RULE, spoken_phrases.RULE, HEAD_MS)
        first = block.round == 1 and block.side in {None, *exercise.sides[:1]}
        if first and self._amount is Amount.ALL and block.kind is BlockKind.HOLD:
            add(PromptKind.REMINDER, spoken_phrases.REMINDER, REMINDER_MS)
        return made

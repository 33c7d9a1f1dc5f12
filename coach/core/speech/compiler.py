"""Compiles the cue script of a timeline: what each block sounds like, and how long its gaps have to be for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.speech.amount import Amount
from coach.core.speech.block_lines import BlockLines
from coach.core.speech.counted_layout import counted_prompts
from coach.core.speech.ending import all_done, way_up, way_up_at_an_end
from coach.core.speech.gap_layout import GapLayout, Layout, lead_in, lead_in_ms, waiting_prompts
from coach.core.speech.piece import DOSE_RANK, Piece
from coach.core.speech.situation import AS_WRITTEN, Situation
from coach.core.speech.stand_ins import can_say_all, is_wordless, with_sayable_ways
from coach.core.speech.vocabulary import TONE_MS, Prompt, PromptKind, Script, Tone, moved
from coach.core.speech.way_down import way_down_pieces, way_down_prompts
from coach.core.speech.work_layout import HEAD_MS, free_place, half_of, work_prompts
from coach.core.timeline import BlockKind, family
from coach.words import counted_phrases, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.core.routine import Routine
    from coach.core.timeline import Block, Timeline

_CHANGES = {PromptKind.CHANGE, PromptKind.ROUND, PromptKind.ENTER}


def compile_script(
    routine: Routine,
    timeline: Timeline,
    length_of: Callable[[str], int],
    amount: Amount = Amount.ALL,
    *,
    grows: bool = True,
    can_say: Callable[[str], bool] = can_say_all,
) -> Script:
    """Return the script of a timeline of this routine, with sentences as long as `length_of` says.

    Without `grows` every gap stays as long as it is; then a line may cut the one before. What `can_say` refuses has no
    recording and nobody to speak it: recorded lines stand in for it.
    """
    routine = with_sayable_ways(routine, can_say)
    composer = _Composer(routine, timeline, length_of, amount, can_say)
    blocks = timeline.blocks
    gaps = tuple(composer.grown_ms(index) if grows else 0 for index in range(len(blocks)))
    grown = composer.take(composer.with_lead_ins(moved(timeline, gaps)))
    return Script(
        timeline=grown,
        prompts=tuple(composer.prompts(index, AS_WRITTEN) for index in range(len(blocks))),
        in_situation=composer.prompts,
        lead_ins=composer.lead_in,
        again=composer.again,
        starts=lambda index, situation: composer.lines.starts_again(blocks[index], situation),
        easier=lambda index, way: composer.lines.easier_line(blocks[index], way),
        stands_in=is_wordless(routine, can_say),
        releases=tuple(composer.lines.release(block) for block in blocks),
        stops=tuple(composer.lines.stopping(block) for block in blocks),
        wheres=tuple(composer.where(index) for index in range(len(blocks))),
        bases=tuple(composer.lines.exercise(block).base for block in blocks),
        ways_up=tuple(way_up_at_an_end(routine, family(composer.lines.exercise(block))) for block in blocks),
        grown=gaps,
        way_up=composer.way_up(),
        after=composer.after(),
        speaks=amount is not Amount.TONES,
        length_of=length_of,
    )


def all_lines(routine: Routine, timeline: Timeline, can_say: Callable[[str], bool] = can_say_all) -> Iterator[str]:
    """Give every line that this timeline may need, whether there is time for it or not."""
    routine = with_sayable_ways(routine, can_say)
    lines = BlockLines(routine, timeline, can_say=can_say)
    for index, block in enumerate(timeline.blocks):
        say = routine.exercises[block.position].say
        chosen = (None, *range(len(say.easier)))
        for situation in (Situation(easier, guided=guided) for easier in chosen for guided in (True, False)):
            yield from _lines_of_block(lines, index, block, situation)
        if block.kind is BlockKind.WAY:
            yield from (piece.text for piece in way_down_pieces(routine, block))
    for exercise in routine.exercises:
        yield from way_up(routine, family(exercise))
    yield from way_up(routine, "lying")


def _lines_of_block(lines: BlockLines, index: int, block: Block, situation: Situation) -> Iterator[str]:
    if block.kind is BlockKind.WAY:
        return
    if not block.kind.is_work:
        yield from (piece.text for piece in lines.pieces(index, situation))
        return
    yield from lines.starts(block, situation)
    yield from lines.of_dose(index, block)
    yield from lines.starts_again(block, situation)
    yield from (str(line.line) for line in lines.work(block, situation))
    yield lines.release(block)
    yield lines.stopping(block)
    yield from lines.easier_lines(block)


class _Composer:
    """Works out what is audible in one block after the other."""

    def __init__(
        self,
        routine: Routine,
        timeline: Timeline,
        length_of: Callable[[str], int],
        amount: Amount,
        can_say: Callable[[str], bool],
    ) -> None:
        self._routine, self._length_of, self._amount, self._can_say = routine, length_of, amount, can_say
        self.take(timeline)

    def take(self, timeline: Timeline) -> Timeline:
        """Take the timeline whose blocks are meant from now on."""
        self._blocks = timeline.blocks
        self.lines = BlockLines(self._routine, timeline, self._amount, self._can_say)
        return timeline

    # Gaps

    def _pieces(self, index: int, situation: Situation) -> list[Piece]:
        says_rule = index == 0 and self._blocks[0].kind is not BlockKind.WAY and self._rule_in_gap()
        rule = [Piece(PromptKind.RULE, spoken_phrases.RULE)] if says_rule else []
        return [*rule, *self.lines.pieces(index, situation)]

    def _rule_in_gap(self) -> bool:
        """Tell whether the rule is said before the first work: where there is time, or where the work has none.

        That is for who stands already: on the way down to the floor it is said in any case.
        """
        gap, work = self._blocks[:2]
        if gap.waits:
            return True
        prompts = self._lines_of_work(1, work, AS_WRITTEN)
        rule_ms = self._length_of(spoken_phrases.RULE)
        if free_place(prompts, work, rule_ms, HEAD_MS, half_of(work)) is None:
            return True
        needed = [each for each in self.lines.pieces(0) if each.rank == 0]
        with_rule = [Piece(PromptKind.RULE, spoken_phrases.RULE), *needed]
        layout = GapLayout(with_rule, self.lines.starts(work)[:1], gap.duration_ms, self._length_of).layout()
        return layout.needs_ms + TONE_MS <= gap.duration_ms

    def _layout(self, index: int, pieces: list[Piece], situation: Situation) -> Layout:
        """Return the layout of a gap; where it is too short for its numbers, one word stands for them and the start."""
        starts = self.lines.starts(self._blocks[index + 1], situation)
        duration_ms = self._blocks[index].duration_ms
        layout = GapLayout(pieces, starts, duration_ms, self._length_of).layout()
        words = () if layout.needs_ms <= duration_ms or not starts else self.lines.dose.shortest(index)
        if not words:
            return layout
        kept = [piece for piece in pieces if piece.rank == 0 and not piece.enters]
        more = [Piece(PromptKind.ENTER, word, DOSE_RANK) for word in words[:-1]]
        short = GapLayout([*kept, *more], words[-1:], duration_ms, self._length_of).layout()
        return short if short.needs_ms < layout.needs_ms else layout

    def grown_ms(self, index: int) -> int:
        """Return by how much the gap is too short for what is needed, in ms."""
        block = self._blocks[index]
        if block.kind.is_work or block.waits or self._amount is Amount.TONES:
            return 0
        if block.kind is BlockKind.WAY:
            return max(0, way_down_prompts(self._routine, block, self._length_of)[1] - block.duration_ms)
        return max(0, self._layout(index, self._pieces(index, AS_WRITTEN), AS_WRITTEN).needs_ms - block.duration_ms)

    def _gap(self, index: int, block: Block, situation: Situation) -> list[Prompt]:
        if block.kind is BlockKind.WAY:
            return way_down_prompts(self._routine, block, self._length_of)[0]
        if block.waits:
            question = spoken_phrases.WAITING_AGAIN if block.kind is BlockKind.CHANGE else spoken_phrases.WAITING
            return waiting_prompts(self._pieces(index, situation), question, self._length_of)
        return list(self._layout(index, self._pieces(index, situation), situation).prompts)

    def _opening(self, index: int) -> Prompt:
        """Return the tone that begins a gap: what ended is told apart."""
        tone = Tone.END_SIDE if self._blocks[index].kind is BlockKind.CHANGE else Tone.END_EXERCISE
        if index == 0 or not self._blocks[index - 1].kind.is_work:
            tone = Tone.READY
        return Prompt(PromptKind.END, 0, TONE_MS, tone=tone)

    # After the person said go

    def lead_in(self, index: int, situation: Situation) -> tuple[Prompt, ...]:
        """Return what is said between the person's go in a gap that waits and that of the work; none for others."""
        block = self._blocks[index]
        if not block.waits or block.kind is BlockKind.WAY or block.kind.is_work:
            return ()
        starts = self.lines.starts(self._blocks[index + 1], situation)
        return lead_in(self.lines.pieces(index, situation), starts, self._length_of)

    def with_lead_ins(self, timeline: Timeline) -> Timeline:
        """Return the timeline with lead-ins long enough for what is said in them."""
        if self._amount is Amount.TONES or not any(block.waits for block in timeline.blocks):
            return timeline
        blocks = (
            replace(block, lead_in_ms=self._longest_lead_in_ms(index))
            if block.waits and not block.kind.is_work
            else block
            for index, block in enumerate(timeline.blocks)
        )
        return replace(timeline, blocks=tuple(blocks))

    def _longest_lead_in_ms(self, index: int) -> int:
        """Return how long the lead-in is where the easier way comes first and where it does not, the longer of them."""
        both = (self.lead_in(index, situation) for situation in (AS_WRITTEN, Situation(easier=0)))
        return max(lead_in_ms(prompts) for prompts in both)

    def again(self, index: int, situation: Situation) -> tuple[str, ...]:
        """Return what tells a person in work where they are: the set and the hold, the start, and what ends it."""
        block = self._blocks[index]
        ends = (counted_phrases.WHEN_DONE,) if block.waits and block.kind.is_work else ()
        return (*self.lines.dose.where(block), *self.lines.starts_again(block, situation)[:1], *ends)

    def where(self, index: int) -> tuple[str, ...]:
        """Return what tells a person where they are in a block."""
        block = self._blocks[index]
        if block.kind.is_work:
            return self.again(index, AS_WRITTEN)
        changes = [piece.text for piece in self.lines.pieces(index) if piece.kind in _CHANGES]
        is_change = block.kind is BlockKind.CHANGE and changes
        return (changes[0],) if is_change else (self.lines.name(block)[-1].text,)

    # Work, and all of it

    def _lines_of_work(self, index: int, block: Block, situation: Situation) -> list[Prompt]:
        before = self._blocks[index - 1]
        pieces = self.lines.pieces(index - 1, situation)
        if before.waits:
            told = {prompt.text for prompt in self.lead_in(index - 1, situation)}
            pieces = [piece for piece in pieces if not piece.enters or piece.text in told]
        else:
            pieces = list(self._layout(index - 1, pieces, situation).pieces)
        owed = self.lines.dose.side_in_work(index) or self.lines.owed(block, situation, pieces)
        lines = self.lines.work(block, situation)
        if not block.reps:
            return work_prompts(block, lines, owed, self._length_of)
        counts = self.lines.exercise(block).dose.count_aloud
        return counted_prompts(block, lines, owed, counts=counts, can_say=self._can_say, length_of=self._length_of)

    def _work(self, index: int, block: Block, situation: Situation) -> list[Prompt]:
        prompts = self._lines_of_work(index, block, situation)
        if index == 1 and not self._rule_in_gap():
            prompts = with_rule(prompts, block, self._length_of(spoken_phrases.RULE))
        return prompts

    def prompts(self, index: int, situation: Situation) -> tuple[Prompt, ...]:
        """Return what is audible in a block, in order."""
        block = self._blocks[index]
        if block.kind.is_work:
            prompts = self._work(index, block, situation)
        else:
            prompts = [self._opening(index), *self._gap(index, block, situation)]
        if self._amount is Amount.TONES:
            prompts = [prompt for prompt in prompts if prompt.tone is not None]
        return tuple(sorted(prompts, key=lambda prompt: prompt.at(block.duration_ms)))

    def way_up(self) -> tuple[str, ...]:
        """Return how to get up when all is done: whoever stands already does not lie down first."""
        stands = family(self.lines.exercise(self._blocks[-1])) == "standing"
        return () if stands else way_up(self._routine, "lying")

    def after(self) -> tuple[Prompt, ...]:
        """Return what is heard when all is done."""
        last = self._blocks[-1]
        release = () if "release" in self.lines.exercise(last).silent else (self.lines.release(last),)
        prompts = all_done(release, self.way_up(), self._length_of)
        return prompts if self._amount is not Amount.TONES else prompts[:1]


class OneBlock(_Composer):
    """What `compile_script` makes, for single blocks: for whoever knows the others already."""

    def __init__(
        self, routine: Routine, timeline: Timeline, length_of: Callable[[str], int], can_say: Callable[[str], bool]
    ) -> None:
        super().__init__(with_sayable_ways(routine, can_say), timeline, length_of, Amount.ALL, can_say)


def with_rule(prompts: list[Prompt], block: Block, length_ms: int) -> list[Prompt]:
    """Return what is audible in a block of work with the rule about pain in it, where it has room before half-way.

    A reminder to ease off gives way: the rule says it too.
    """
    kept = [prompt for prompt in prompts if prompt.kind is not PromptKind.REMINDER]
    place = free_place(kept, block, length_ms, HEAD_MS, half_of(block))
    return prompts if place is None else [*kept, Prompt(PromptKind.RULE, place, length_ms, spoken_phrases.RULE)]

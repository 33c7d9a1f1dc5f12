"""The rows of the page Listen: a heading for each part of a script, and its lines with their times, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.speech.transcript import Topic
from coach.core.speech.vocabulary import Tone
from coach.core.timeline import BlockKind
from coach.session.describe import block_word, place_words, title_words
from coach.words.basics import clock, dotted, duration, listed
from coach.words.catalogue import plural, tr, translatable, translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.core.routine import Routine
    from coach.core.speech.transcript import Part, TranscriptLine
    from coach.core.timeline import Block

TONES = {
    Tone.READY: translatable("tone: get ready"),
    Tone.GO: translatable("tone: go"),
    Tone.HALF: translatable("tone: half-way"),
    Tone.LAST: translatable("tone: a last second"),
    Tone.END_SIDE: translatable("tone: end of a side or round"),
    Tone.END_EXERCISE: translatable("tone: end of an exercise"),
    Tone.ALL_DONE: translatable("tone: all done"),
    Tone.PAUSE: translatable("tone: pause"),
    Tone.GO_ON: translatable("tone: going on"),
    Tone.SKIP: translatable("tone: skipped"),
    Tone.BACK: translatable("tone: back"),
    Tone.VOICE_OFF: translatable("tone: voice off"),
    Tone.VOICE_ON: translatable("tone: voice on"),
    Tone.STOP: translatable("tone: stop"),
}


class ScriptRow(NamedTuple):
    """One row; `line` is what can be heard of it, None for a heading, and `time` is empty where it has no instant."""

    words: str
    spoken: str
    """What a screen reader says."""
    time: str = ""
    line: TranscriptLine | None = None

    @property
    def text(self) -> str:
        """The row as plain text."""
        return f"{self.time}  {self.words}" if self.time else self.words


def rows_of(parts: Sequence[Part], routine: Routine) -> tuple[ScriptRow, ...]:
    """Return the rows of these parts; `routine` is the one that they are of, in the person's language."""
    return tuple(row for part in parts for row in _rows(part, routine))


def rest_as_text(parts: Sequence[Part], rows: Sequence[ScriptRow]) -> list[str]:
    """Return the parts that belong to no instant of a script as plain text; `rows` are those of all parts."""
    timed = {Topic.BLOCK, Topic.AFTER_GO, Topic.ALL_DONE}
    before = sum(1 + len(part.lines) for part in parts if part.topic in timed)
    return [row.words if row.line is None else f"{'':>15}{row.words}" for row in rows[before:]]


def _rows(part: Part, routine: Routine) -> Iterator[ScriptRow]:
    facts = _facts(part, routine)
    yield ScriptRow(dotted(facts), listed(facts))
    for line in part.lines:
        words = line_words(line)
        if line.at_ms is None:
            yield ScriptRow(words, words, line=line)
        elif part.topic is Topic.AFTER_GO:
            time = clock(line.at_ms)
            # Note: so long after the person pressed a key, as in +0:02
            shown = tr("+{time}", time=time)
            after = plural("{number} second after", "{number} seconds after", line.at_ms // 1000)
            yield ScriptRow(words, listed((after, words)), shown, line)
        else:
            time = clock(line.at_ms)
            yield ScriptRow(words, listed((time, words)), time, line)


def line_words(line: TranscriptLine) -> str:
    """Return what is heard: the sentence as it is spoken, or which tone it is."""
    if line.text is not None:
        return line.text
    return "" if line.tone is None else translated(TONES[line.tone])


def _facts(part: Part, routine: Routine) -> tuple[str, ...]:
    """Return what a heading says, piece by piece."""
    if part.topic is Topic.BLOCK and part.block is not None:
        return _block_facts(part.block, routine)
    if part.exercise is not None:
        names = {exercise.id: exercise.name for exercise in routine.exercises}
        name = names[part.exercise.id]
        return (tr("Easier ways"), name) if part.topic is Topic.EASIER else (tr("At Pain — stop"), name)
    return (
        {
            Topic.AFTER_GO: tr("After you press"),
            Topic.ALL_DONE: tr("When all is done"),
            Topic.PAIN_STOP: tr("At Pain — stop, between two exercises"),
            Topic.AFTER_PAIN_STOP: tr("After each Pain — stop"),
            Topic.PAUSE: tr("At a pause"),
            Topic.END: tr("At End for now"),
        }.get(part.topic, tr("At other keys")),
    )


def _block_facts(block: Block, routine: Routine) -> tuple[str, ...]:
    length = tr("until you press") if block.waits else duration(block.duration_ms)
    kind = "" if block.kind is BlockKind.WAY else block_word(block)
    return tuple(filter(None, (title_words(block, routine), place_words(block), kind, length)))

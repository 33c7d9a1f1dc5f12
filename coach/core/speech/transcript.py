"""The whole script as it is read: block by block, and what is said only when something happens, in parts with lines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.speech.block_lines import BlockLines
from coach.core.speech.situation import AS_WRITTEN, Situation
from coach.core.speech.vocabulary import Tone
from coach.words import safety_messages, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.core.routine import Exercise, Routine
    from coach.core.speech.vocabulary import Prompt, Script
    from coach.core.timeline import Block


class Topic(StrEnum):
    """What a part of the script is about."""

    BLOCK = "block"
    AFTER_GO = "after go"
    ALL_DONE = "all done"
    EASIER = "easier ways"
    PAIN_STOP = "pain stop"
    AFTER_PAIN_STOP = "after a pain stop"
    PAUSE = "pause"
    END = "end for now"
    OTHER = "other keys"


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """A sentence or a tone; `at_ms` counts from the start of the script, after a go from that go, None: no instant."""

    text: str | None = None
    tone: Tone | None = None
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together; `block` or `exercise` where they belong to one."""

    topic: Topic
    lines: tuple[TranscriptLine, ...]
    block: Block | None = None
    exercise: Exercise | None = None


def transcript(routine: Routine, script: Script) -> tuple[Part, ...]:
    """Return all that may be heard in a routine by its script: the blocks in order, then what has no instant."""
    return (*_blocks(script), _all_done(script), *_by_exercise(routine, script), *_whenever(script))


def _blocks(script: Script) -> Iterator[Part]:
    for index, (block, prompts) in enumerate(zip(script.timeline.blocks, script.prompts, strict=True)):
        yield Part(Topic.BLOCK, _at(prompts, block.start_ms, block.duration_ms), block)
        if after_go := script.lead_ins(index, AS_WRITTEN):
            yield Part(Topic.AFTER_GO, _at(after_go, 0, block.lead_in_ms), block)


def _at(prompts: Iterable[Prompt], from_ms: int, duration_ms: int) -> tuple[TranscriptLine, ...]:
    return tuple(TranscriptLine(each.text, each.tone, from_ms + each.at(duration_ms)) for each in prompts)


def _all_done(script: Script) -> Part:
    return Part(Topic.ALL_DONE, _at(script.after, script.timeline.total_ms, 0))


def _by_exercise(routine: Routine, script: Script) -> Iterator[Part]:
    lines = BlockLines(routine, script.timeline)
    of_exercise: dict[int, list[Block]] = {}
    for block in script.timeline.blocks:
        if block.kind.is_work:
            of_exercise.setdefault(block.position, []).append(block)
    for position, work in of_exercise.items():
        told = (line for block in work for line in lines.easier_lines(block))
        if easier := _said(*told, *_with_easier(routine, script, position)):
            yield Part(Topic.EASIER, easier, exercise=routine.exercises[position])
    for position, work in of_exercise.items():
        yield Part(Topic.PAIN_STOP, _said(*map(lines.stopping, work)), exercise=routine.exercises[position])


def _with_easier(routine: Routine, script: Script, position: int) -> Iterator[str]:
    """Give what is said with an easier way of an exercise, and not without."""
    usual = {prompt.text for prompts in script.prompts for prompt in prompts}
    for index, block in enumerate(script.timeline.blocks):
        if block.position == position:
            for easier in range(len(routine.exercises[position].say.easier)):
                prompts = script.in_situation(index, Situation(easier))
                yield from (prompt.text for prompt in prompts if prompt.text is not None and prompt.text not in usual)


def _whenever(script: Script) -> Iterator[Part]:
    between = (safety_messages.STOPPING_IN_A_GAP, safety_messages.STOPPING_ON_A_WAY)
    yield Part(Topic.PAIN_STOP, _said(*between))
    told = (spoken_phrases.STOPPED, safety_messages.M_STOP_FIRST, *spoken_phrases.AFTER_STOP)
    yield Part(Topic.AFTER_PAIN_STOP, _said(Tone.STOP, *told))
    works = [index for index, block in enumerate(script.timeline.blocks) if block.kind.is_work]
    again = (script.starts(index, AS_WRITTEN)[0] for index in works)
    releases = (script.releases[index] for index in works)
    pause = (Tone.PAUSE, *releases, spoken_phrases.PAUSED, Tone.GO_ON, spoken_phrases.GOING_ON, *again)
    yield Part(Topic.PAUSE, _said(*pause))
    ways_up = (step for way in script.ways_up for step in way)
    yield Part(Topic.END, _said(Tone.END_EXERCISE, spoken_phrases.ENDED, spoken_phrases.LATER, *ways_up))
    voice = (Tone.VOICE_OFF, spoken_phrases.VOICE_OFF, Tone.VOICE_ON, spoken_phrases.VOICE_ON)
    easier = (safety_messages.M_EASIER_FIRST, spoken_phrases.USUAL_WAY)
    back = (Tone.SKIP, Tone.BACK, spoken_phrases.BACK_ONE, spoken_phrases.MORE_TIME)
    yield Part(Topic.OTHER, _said(*back, *voice, *easier, spoken_phrases.NO_KEYS))


def _said(*said: str | Tone) -> tuple[TranscriptLine, ...]:
    """Return lines without an instant, each once."""
    return tuple(
        TranscriptLine(tone=each) if isinstance(each, Tone) else TranscriptLine(str(each))
        for each in dict.fromkeys(said)
    )

"""The script as plain text, always in English: blocks with their times, and what is heard in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.situation import AS_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.speech.vocabulary import Prompt, Script
    from coach.core.timeline import Block


def printed(script: Script, names: Mapping[str, str]) -> list[str]:
    """Return the lines of a script; `names` are those of the exercises by id.

    What is said between the person's go and that of the work counts from the first, with a plus: `+0:02.1`.
    """
    lines = []
    timeline = script.timeline
    for index, (block, prompts) in enumerate(zip(timeline.blocks, script.prompts, strict=True)):
        length = "waits" if block.waits else f"{block.duration_ms / 1000:g} s"
        times = f"{clock(block.start_ms):>6} {clock(block.end_ms):>6} {length:>6}"
        round_text = _round(block)
        words = f"{block.kind.value:<9} {names[block.exercise]:<24} {round_text:<12} {block.side or ''}"
        lines.append(f"{times}  {words}".rstrip())
        lines += [_cue_line(block.start_ms + prompt.at(block.duration_ms), prompt) for prompt in prompts]
        after_go = script.lead_ins(index, AS_WRITTEN)
        lines += [_cue_line(prompt.at(block.lead_in_ms), prompt, sign="+") for prompt in after_go]
    lines += [_cue_line(timeline.total_ms + prompt.offset_ms, prompt) for prompt in script.after]
    lines.append(f"{_duration(timeline.total_ms)} in all, {_duration(timeline.work_ms)} of it exercise")
    return lines


def _round(block: Block) -> str:
    of_set = f"set {block.set} of {block.sets} " if block.sets > 1 else ""
    return of_set + (f"round {block.round} of {block.rounds}" if block.rounds > 1 else "")


def sound(prompt: Prompt) -> str:
    """Return what is heard: a sentence in quotation marks, a tone in brackets."""
    return f"“{prompt.text}”" if prompt.text is not None else f"[{prompt.tone}]"


def _cue_line(at_ms: int, prompt: Prompt, sign: str = "") -> str:
    minutes, milliseconds = divmod(at_ms, 60_000)
    return f"{'':>8}{f'{sign}{minutes}':>4}:{milliseconds / 1000:04.1f}  {sound(prompt)}"


def _duration(time_ms: int) -> str:
    minutes, seconds = divmod(time_ms // 1000, 60)
    parts = ([f"{minutes} min"] if minutes else []) + ([f"{seconds} s"] if seconds or not minutes else [])
    return " ".join(parts)


def clock(time_ms: int) -> str:
    """Return a time as minutes and seconds, as in 19:13."""
    minutes, seconds = divmod(time_ms // 1000, 60)
    return f"{minutes}:{seconds:02}"

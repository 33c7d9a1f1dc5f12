"""Scripts of exercises with a dose, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.speech.compiler import compile_script
from coach.core.timeline import BlockKind, plan
from tests.cases import count_words, document, exercise, judged

if TYPE_CHECKING:
    from coach.core.speech.vocabulary import Prompt, Script
    from tests.cases import Object


def length_ms(text: str) -> int:
    """About as long as a calm recorded voice takes."""
    return 300 + 330 * count_words(text)


def of(told: Object, preset: Preset = Preset.DEFAULT) -> Script:
    routine = resolve(judged(json.dumps(told)))
    return compile_script(routine, plan(routine, PACINGS[preset]), length_ms)


def dosed(name: str = "lift", *, without: str = "", **dose: object) -> Object:
    """Return a file of format 2 with one exercise, which is done standing."""
    sides = dose.pop("sides", ())
    told = {**exercise(name, sides=sides), **dose}  # type: ignore[arg-type]
    if without:
        del told[without]
    return {**document(told), "format": 2}  # type: ignore[arg-type]


def text(prompts: tuple[Prompt, ...]) -> str:
    return "".join(f" {prompt.text}" for prompt in prompts if prompt.text is not None)


def heard(script: Script) -> list[str]:
    """Return what is said, a block a line, from getting ready on."""
    return [
        f"{block.kind} {block.duration_ms // 1000} s{f' {block.side}' if block.side else ''}:{text(prompts)}"
        for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True)
        if block.kind is not BlockKind.WAY
    ]

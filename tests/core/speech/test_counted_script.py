"""Counted work, heard: its numbers, what ends it, and what takes the place of a number that is not recorded."""

from __future__ import annotations

import json

from coach.core.routine import resolve
from coach.core.speech.compiler import compile_script
from coach.core.speech.vocabulary import Tone
from coach.core.timeline import plan
from coach.words import counted_phrases
from tests.cases import judged
from tests.core.speech.dosed import dosed, length_ms, of, text


def test_counted_work_that_the_person_ends_has_no_ticks_and_no_half() -> None:
    script = of(dosed(kind="counted", reps=12, without="work_s"))
    work = next(prompts for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True) if block.reps)

    assert [prompt.tone for prompt in work if prompt.tone] == [Tone.GO]
    asked = [prompt for prompt in work if prompt.text == "Press space or play when you are done."]
    assert [each.offset_ms for each in asked] == [900, 48_000 - length_ms(asked[0].text or "") - 250]


def test_each_number_that_is_counted_aloud_comes_with_its_repetition() -> None:
    script = of(dosed(kind="counted", reps=60, rep_s=2, count_aloud=True, without="work_s"))
    work = next(prompts for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True) if block.reps)
    numbers = {prompt.text: prompt.offset_ms for prompt in work if prompt.text}

    assert [numbers[f"{word}."] for word in ("One", "Two", "Number fifty")] == [350, 2_350, 98_350]
    assert numbers["Press space or play when you are done."] > numbers["Sixty."]


def test_a_number_that_takes_longer_than_its_repetition_is_a_tick() -> None:
    script = of(dosed(kind="counted", reps=30, rep_s=1, count_aloud=True, ends="estimate", without="work_s"))
    work = next(prompts for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True) if block.reps)

    assert "Twenty." in text(work)
    ticks = [prompt for prompt in work if prompt.tone is Tone.LAST]
    assert len(ticks) + sum(prompt.text is not None for prompt in work) == 30
    assert len({prompt.offset_ms % 1_000 for prompt in work if prompt.tone is not Tone.GO}) == 1


def test_a_number_of_repetitions_that_is_not_recorded_is_on_the_screen() -> None:
    told = resolve(judged(json.dumps(dosed(kind="counted", reps=137, without="work_s"))))
    script = compile_script(told, plan(told), length_ms, can_say=set(counted_phrases.counted_lines()).__contains__)

    assert "As many as are on the screen." in text(script.prompts[0])


def test_what_ends_it_is_said_as_it_begins_where_it_is_long_and_the_first_time_alone() -> None:
    def at_ms(reps: int) -> list[list[int]]:
        script = of(dosed(kind="counted", reps=reps, rounds=2, without="work_s"))
        works = [
            prompts for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True) if block.kind.is_work
        ]
        return [[each.offset_ms for each in work if each.text == counted_phrases.WHEN_DONE] for work in works]

    end_ms = length_ms(counted_phrases.WHEN_DONE) + 250
    assert at_ms(5) == [[900, 20_000 - end_ms], [20_000 - end_ms]]
    assert at_ms(4) == [[16_000 - end_ms]] * 2

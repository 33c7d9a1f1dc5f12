"""The contract of the cue script: whoever hears it alone knows what to do, and no line runs into the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.pacing import PACINGS, Preset
from coach.core.speech.all_lines import lines_of
from coach.core.speech.amount import Amount
from coach.core.speech.compiler import compile_script
from coach.core.speech.situation import AS_WRITTEN
from coach.core.speech.vocabulary import PromptKind, Tone, estimate_ms
from coach.core.timeline import BlockKind, plan
from coach.store.voices import shipped_folder, voices
from coach.words import counted_phrases, spoken_phrases
from tests.cases import Object, count_words, exercise, routine, shipped, shipped_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.routine import Routine
    from coach.core.speech.vocabulary import Prompt, Script
    from coach.store.voices import VoicePack


def natural_ms(text: str) -> int:
    """About as long as a calm recorded voice takes."""
    return 300 + 330 * count_words(text)


def recorded(pack: VoicePack) -> Callable[[str], int]:
    return lambda text: pack.clips[text].ms if text in pack.clips else estimate_ms(text)


PACKS = voices(shipped_folder())
LENGTHS: dict[str, Callable[[str], int]] = {"natural": natural_ms, "live": estimate_ms}
LENGTHS |= {pack.id: recorded(pack) for pack in PACKS}


@dataclass(frozen=True)
class Case:
    routine: Routine
    preset: Preset
    length_of: Callable[[str], int] = natural_ms
    amount: Amount = Amount.ALL

    def script(self) -> Script:
        return compile_script(self.routine, plan(self.routine, PACINGS[self.preset]), self.length_of, self.amount)


SHIPPED = [
    pytest.param(Case(shipped(name), preset, length_of, amount), id=f"{name}, {preset.value}, {voice}, {amount.value}")
    for name in ("lower-back", "lower-back-short")
    for preset in Preset
    for voice, length_of in LENGTHS.items()
    for amount in Amount
]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    told = []
    for number in range(draw(st.integers(1, 3))):
        sides = draw(st.sampled_from([[], ["right"], ["right", "left"]]))
        one = exercise(
            f"exercise {number}".replace(" ", "-"),
            kind=draw(st.sampled_from(["hold", "flow-by-breath"])),
            base=draw(st.sampled_from(["supine", "seated", "all-fours", "standing"])),
            sides=sides,
            rounds=draw(st.integers(1, 3)),
            work_s=draw(st.one_of(st.integers(1, 20), st.sampled_from([30, 45]))),
        )
        say = one["say"]
        assert isinstance(say, dict)
        words = draw(st.integers(1, 12))
        say["release"] = " ".join(["Lower"] * words) + "."
        say["half"] = " ".join(["Half"] * draw(st.integers(1, 12))) + "."
        say["last5"] = " ".join(["Five"] * draw(st.integers(1, 12))) + "."
        if len(sides) > 1 and draw(st.booleans()):
            say["start"] = {"right": "Now right. And hold.", "left": "Now left. And hold."}
        told.append(one)
    gaps: Object = {name: draw(st.integers(0, 12)) for name in ("get_ready", "change", "near", "new_position")}
    preset = draw(st.sampled_from(list(Preset)))
    length_of = draw(st.sampled_from(list(LENGTHS.values())))
    return Case(routine(*told, gaps=gaps), preset, length_of, draw(st.sampled_from(list(Amount))))


# What must hold of any script


def said(script: Script) -> list[tuple[int, Prompt]]:
    return [(at_ms, prompt) for at_ms, prompt in script.cues() if prompt.text is not None]


def check_no_line_runs_into_the_next(script: Script) -> None:
    for (at_ms, prompt), (next_ms, following) in pairwise(said(script)):
        assert at_ms + prompt.length_ms < next_ms, f"“{prompt.text}” runs into “{following.text}”"


def check_lines_stay_in_their_block(script: Script) -> None:
    for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
        for prompt in prompts:
            if prompt.text is not None and not block.waits:
                offset_ms = prompt.at(block.duration_ms)
                assert offset_ms >= 0
                assert offset_ms + prompt.length_ms <= block.duration_ms, prompt.text


def check_every_change_is_audible(script: Script) -> None:
    """Each block begins with a tone at its instant; which one tells what begins."""
    for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
        first = prompts[0]
        assert first.at(block.duration_ms) == 0
        if block.kind.is_work:
            assert first.tone is Tone.GO
        elif block.kind in {BlockKind.WAY, BlockKind.GET_READY}:
            assert first.tone is Tone.READY
        else:
            assert first.tone is (Tone.END_SIDE if block.kind is BlockKind.CHANGE else Tone.END_EXERCISE)
    assert script.after[0].tone is Tone.ALL_DONE


def check_words_tell_what_matters(script: Script, of: Routine) -> None:
    """Before each work its exercise, its side and its start are said; after it how to come out."""
    for index, block in enumerate(script.timeline.blocks):
        if not block.kind.is_work:
            continue
        gap, before = script.prompts[index - 1], script.timeline.blocks[index - 1]
        if not before.waits:
            assert [prompt.kind for prompt in gap if prompt.text][-1] is PromptKind.START
            assert gap[-1].at(before.duration_ms) + gap[-1].length_ms == before.duration_ms - 50
        if before.kind is not BlockKind.CHANGE:
            name = of.exercises[block.position].name
            assert any(prompt.text and name in prompt.text for prompt in gap)
        elif before.new_side:
            kinds = {prompt.kind for prompt in (*gap, *script.lead_ins(index - 1, AS_WRITTEN))}
            by_side = not isinstance(of.exercises[block.position].say.start, str)
            assert kinds & {PromptKind.CHANGE, PromptKind.ENTER} or by_side, "the side is not said"
        release = of.exercises[block.position].say.release
        after = script.prompts[index + 1] if index + 1 < len(script.prompts) else script.after
        texts = [prompt.text for prompt in after if prompt.text]
        assert texts[0] == (release if isinstance(release, str) else getattr(release, block.side or "right"))


def check_the_rule_is_said_once_and_early(script: Script) -> None:
    rules = [index for index, prompts in enumerate(script.prompts) for p in prompts if p.text == spoken_phrases.RULE]
    assert len(rules) == 1
    assert rules[0] <= next(index for index, block in enumerate(script.timeline.blocks) if block.kind.is_work)


def check_quiet_from_half_way_to_the_last_five(script: Script) -> None:
    for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
        if block.kind is not BlockKind.HOLD:
            continue  # who moves is told something now and then
        halves = [p for p in prompts if p.kind is PromptKind.HALF and p.text]
        for half in halves:
            until_ms = block.duration_ms - 5_000
            assert half.offset_ms + half.length_ms < until_ms
            ends_ms = half.offset_ms + half.length_ms
            assert not [p for p in prompts if ends_ms < p.at(block.duration_ms) < until_ms]


def check_all(case: Case) -> None:
    script = case.script()
    check_every_change_is_audible(script)
    if case.amount is Amount.TONES:
        assert not said(script)
        return
    check_lines_stay_in_their_block(script)
    check_words_tell_what_matters(script, case.routine)
    check_the_rule_is_said_once_and_early(script)
    check_quiet_from_half_way_to_the_last_five(script)
    if case.preset is not Preset.WAIT_FOR_ME:
        check_no_line_runs_into_the_next(script)


@pytest.mark.parametrize("case", SHIPPED)
def test_the_shipped_routines_keep_the_contract(case: Case) -> None:
    check_all(case)


@settings(max_examples=150, deadline=None)
@given(case=cases())
def test_any_routine_keeps_the_contract(case: Case) -> None:
    check_all(case)


# The shipped routine in particular


@pytest.mark.parametrize("pack", PACKS, ids=[pack.id for pack in PACKS])
@pytest.mark.parametrize("preset", [Preset.QUICK, Preset.DEFAULT, Preset.ROOMY])
def test_with_the_recorded_voices_no_gap_of_the_shipped_routine_grows(pack: VoicePack, preset: Preset) -> None:
    script = Case(shipped(), preset, recorded(pack)).script()

    assert script.timeline == plan(shipped(), PACINGS[preset])


def test_there_are_two_recorded_voices() -> None:
    assert len(PACKS) == 2


def test_where_a_gap_grows_all_that_follows_comes_later_by_as_much() -> None:
    planned = plan(shipped(), PACINGS[Preset.QUICK])
    script = Case(shipped(), Preset.QUICK, estimate_ms).script()

    assert any(script.grown)
    later_ms = 0
    for block, grown, more_ms in zip(planned.blocks, script.timeline.blocks, script.grown, strict=True):
        assert grown == replace(block, start_ms=block.start_ms + later_ms, duration_ms=block.duration_ms + more_ms)
        later_ms += more_ms


def test_without_growing_the_timeline_stays_as_it_is() -> None:
    planned = plan(shipped(), PACINGS[Preset.QUICK])

    assert compile_script(shipped(), planned, estimate_ms, grows=False).timeline == planned


def texts_of(script: Script, index: int) -> list[str]:
    return [prompt.text for prompt in script.prompts[index] if prompt.text is not None]


# Lines in brief, as most routine files have them


def brief(**more: object) -> Routine:
    told = exercise("sit", sides=["right", "left"], rounds=3)
    told["steps"] = {"start": ["Sit."], "enter": ["Lift your arm."], "work": ["Breathe."]}
    say = told["say"]
    assert isinstance(say, dict)
    say |= {"setup": "Sit down.", "start": "Hold it.", "change": "Now the other.", "release": "Let it go.", **more}  # type: ignore[dict-item]
    return routine(told, exercise("lie", base="supine"))


def test_the_first_time_an_exercise_is_led_into_in_full_and_later_in_short() -> None:
    of = brief()
    script = compile_script(of, plan(of, PACINGS[Preset.ROOMY]), natural_ms)
    blocks = enumerate(script.timeline.blocks)
    gaps = [texts_of(script, index) for index, block in blocks if block.exercise == "sit" and not block.kind.is_work]

    assert gaps[-6:] == [
        [spoken_phrases.RULE, "One of two: Sit.", "Sit down.", "Lift your arm.", "Hold it."],
        ["Let it go.", "Now the other.", "Hold it."],
        ["Let it go.", "Round two of three.", "Now the other.", "Hold it."],
        ["Let it go.", "Now the other.", "Hold it."],
        ["Let it go.", "This is the last round.", "Now the other.", "Hold it."],
        ["Let it go.", "Now the other.", "Hold it."],
    ]


def test_each_exercise_that_is_held_has_one_reminder_at_the_most() -> None:
    flow = exercise("three", kind="flow-by-breath")
    of = routine(exercise("one", rounds=2), exercise("two", sides=["right", "left"]), flow)
    script = compile_script(of, plan(of), natural_ms)
    reminders = [
        block.exercise
        for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True)
        if any(prompt.kind is PromptKind.REMINDER for prompt in prompts)
    ]

    assert reminders == ["one", "two"]


def test_little_is_said_when_little_is_wanted() -> None:
    of = brief()
    short = said(compile_script(of, plan(of), natural_ms, Amount.SHORT))
    kinds = {prompt.kind for _at_ms, prompt in short}

    assert not kinds & {PromptKind.HALF, PromptKind.REMINDER, PromptKind.ROUND}
    assert {PromptKind.NAME, PromptKind.START, PromptKind.RELEASE, PromptKind.RULE, PromptKind.LAST_FIVE} <= kinds


def test_a_tick_gives_way_to_words() -> None:
    told = exercise("sit")
    say = told["say"]
    assert isinstance(say, dict)
    say["last5"] = "Five seconds. Then let it go."
    script = compile_script(routine(told), plan(routine(told)), natural_ms)

    assert [p.offset_ms for p in script.prompts[-1] if p.kind is PromptKind.TICK] == [2_000, 1_000]


def test_work_too_short_for_words_still_has_its_tones() -> None:
    short = routine(exercise("quick", work_s=1))
    script = compile_script(short, plan(short), natural_ms)

    assert [prompt.tone for prompt in script.prompts[-1]] == [Tone.GO]


# The lines to record


def test_every_line_of_a_script_is_among_the_lines_to_record() -> None:
    known = set(lines_of(shipped_file()))
    for case in SHIPPED:
        (param,) = case.values
        assert isinstance(param, Case)
        for _at_ms, prompt in said(param.script()):
            assert prompt.text in known


def test_the_lines_to_record_also_hold_for_a_routine_without_the_exercise_that_hurt() -> None:
    known = set(lines_of(shipped_file()))
    whole = shipped()
    for left_out in whole.exercises:
        kept = replace(whole, exercises=tuple(each for each in whole.exercises if each is not left_out))
        for preset in Preset:
            texts = {prompt.text for _at_ms, prompt in said(Case(kept, preset).script())}
            assert texts <= known


def test_no_line_is_to_be_recorded_twice_and_none_is_a_lone_word_but_numbers() -> None:
    lines = lines_of(shipped_file())
    numbers = {counted_phrases.number_line(number) for number in range(1, 101)}

    assert len(set(lines)) == len(lines)
    assert all(count_words(line) > 1 or line in {"Half-way.", *numbers} for line in lines)
    assert all(count_words(part) <= 15 for line in lines for part in line.replace(":", ".").split("."))


def test_an_estimate_is_rather_too_long_than_too_short() -> None:
    assert estimate_ms("Half-way. Keep breathing.") == 400 + 3 * 500
    assert all(estimate_ms(line) > natural_ms(line) for line in lines_of(shipped_file()))


@pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.WAIT_FOR_ME])
def test_counted_work_at_the_very_end_waits_and_nothing_follows_it(preset: Preset) -> None:
    counted = {key: value for key, value in exercise("lift", kind="counted").items() if key != "work_s"}
    counting = routine({**counted, "reps": 12})

    script = compile_script(counting, plan(counting, PACINGS[preset]), estimate_ms)

    last = len(script.timeline.blocks) - 1
    assert script.timeline.blocks[last].waits
    assert script.lead_ins(last, AS_WRITTEN) == ()

"""The shipped routines, heard: somebody with closed eyes does each movement as it is meant, at every pace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coach.core.pacing import PACINGS, Preset
from coach.core.speech.amount import Amount
from coach.core.speech.compiler import compile_script
from coach.core.speech.situation import AS_WRITTEN, Situation
from coach.core.speech.vocabulary import PromptKind, Tone, estimate_ms
from coach.core.timeline import BlockKind, plan
from coach.store.voices import shipped_folder, voices
from tests.cases import count_words, sentences, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.core.routine import Routine
    from coach.core.speech.vocabulary import Prompt, Script
    from coach.core.timeline import Block

PACKS = {pack.id: pack for pack in voices(shipped_folder())}
MOVING = {BlockKind.REPS, BlockKind.FLOW}
CALL = "Breathe in, back to flat."
"""With the flatter cat-cow the call of each breath."""
TIMED = [Preset.QUICK, Preset.DEFAULT, Preset.ROOMY]


@dataclass(frozen=True)
class Heard:
    """What is heard of one block: its lines with their offsets from its start, and the lead-in to the work after it."""

    block: Block
    prompts: tuple[Prompt, ...]
    lead_in: tuple[Prompt, ...]

    def said(self) -> list[tuple[int, Prompt]]:
        return [(p.at(self.block.duration_ms), p) for p in self.prompts if p.text is not None]

    def texts(self) -> list[str]:
        return [p.text for p in (*self.prompts, *self.lead_in) if p.text is not None]


@dataclass(frozen=True)
class Case:
    routine: Routine
    preset: Preset
    length_of: Callable[[str], int]
    situation: Situation = AS_WRITTEN

    def script(self) -> Script:
        return compile_script(self.routine, plan(self.routine, PACINGS[self.preset]), self.length_of)

    def heard(self) -> list[Heard]:
        script = self.script()
        return [
            Heard(block, script.in_situation(index, self.situation), script.lead_ins(index, self.situation))
            for index, block in enumerate(script.timeline.blocks)
        ]


def length_in(voice: str) -> Callable[[str], int]:
    clips = PACKS[voice].clips
    return lambda text: clips[text].ms if text in clips else estimate_ms(text)


CASES = [
    pytest.param(
        Case(shipped(name), preset, length_in(voice), Situation(easier, easier_told=bool(easier), guided=guided)),
        id=f"{name}, {preset.value}, {voice}, {'usual' if easier is None else f'easier {easier + 1}'}, {guided=}",
    )
    for name in ("lower-back", "lower-back-short")
    for preset in Preset
    for voice in PACKS
    for easier in (None, 0, 1)
    for guided in (True, False)
]


def whole(preset: Preset = Preset.DEFAULT, situation: Situation = AS_WRITTEN, name: str = "lower-back") -> list[Heard]:
    return Case(shipped(name), preset, length_in("am_michael"), situation).heard()


def of(heard: list[Heard], exercise: str, number: int, side: str | None, *, work: bool) -> Heard:
    return next(
        each
        for each in heard
        if (each.block.exercise, each.block.round, each.block.side) == (exercise, number, side)
        and each.block.kind.is_work is work
        and each.block.kind is not BlockKind.WAY
        and (work or each.block.kind is not BlockKind.GET_READY or exercise == "pelvic-tilt")
    )


# What holds at each moment


@pytest.mark.parametrize("case", CASES)
def test_between_two_lines_is_a_pause_and_none_leaves_its_block(case: Case) -> None:
    for each in case.heard():
        for (at_ms, prompt), (next_ms, following) in pairwise(each.said()):
            assert at_ms + prompt.length_ms + 250 <= next_ms, (prompt.text, following.text)
        for at_ms, prompt in each.said():
            assert at_ms >= 0
            assert each.block.waits or at_ms + prompt.length_ms <= each.block.duration_ms, prompt.text


@pytest.mark.parametrize("case", CASES)
def test_what_leads_into_a_stretch_is_said_just_before_the_go(case: Case) -> None:
    leads = 0
    for each in case.heard():
        prompts = each.lead_in or tuple(p for p in each.prompts if p.text is not None)
        entering = [p for p in prompts if p.kind in {PromptKind.ENTER, PromptKind.START}]
        if each.block.kind.is_work or each.block.kind is BlockKind.WAY:
            assert not entering
            continue
        assert all(p.from_end for p in entering)
        assert entering[0].offset_ms <= 8_000, entering[0].text
        assert entering[-1].offset_ms <= 3_000
        assert entering[-1].offset_ms - entering[-1].length_ms == 50
        leads += 1
    assert leads >= 10


@pytest.mark.parametrize("case", CASES)
def test_a_gap_that_waits_is_spent_in_the_base_position(case: Case) -> None:
    """Nothing that lifts a limb is said before the key: both hands may hold the knee after it."""
    for each in case.heard():
        if each.block.waits and each.block.kind is not BlockKind.WAY:
            assert not [p for p in each.prompts if p.kind in {PromptKind.ENTER, PromptKind.START}]
            assert each.prompts[-1].kind is PromptKind.QUESTION
            assert 3_000 <= each.block.lead_in_ms <= 7_950
            assert each.lead_in[0].offset_ms <= each.block.lead_in_ms


def silences(each: Heard) -> Iterator[int]:
    ends_ms = 0
    for at_ms, prompt in each.said():
        yield at_ms - ends_ms
        ends_ms = at_ms + prompt.length_ms
    yield each.block.duration_ms - ends_ms


@pytest.mark.parametrize("case", CASES)
def test_who_moves_is_never_left_alone_for_more_than_12_seconds(case: Case) -> None:
    moving = [each for each in case.heard() if each.block.kind in MOVING]

    assert len(moving) >= 2
    for each in moving:
        assert max(silences(each)) <= 12_000, each.texts()


@pytest.mark.parametrize("case", CASES)
def test_it_is_quiet_before_half_way_and_from_there_to_the_last_seconds(case: Case) -> None:
    for each in case.heard():
        halves = [p.offset_ms for p in each.prompts if p.tone is Tone.HALF]
        for half_ms in halves:
            for at_ms, prompt in each.said():
                assert at_ms >= half_ms or at_ms + prompt.length_ms + 900 <= half_ms, prompt.text
                if each.block.kind is BlockKind.HOLD and at_ms > half_ms + 350:
                    assert at_ms >= each.block.duration_ms - 5_000, prompt.text


@pytest.mark.parametrize("case", [each for each in CASES if "wait-for-me" not in str(each.id)])
def test_no_sentence_comes_twice_within_20_seconds(case: Case) -> None:
    before: dict[str, int] = {}
    for each in case.heard():
        for at_ms, prompt in each.said():
            for sentence in sentences(prompt.text or ""):
                now_ms = each.block.start_ms + at_ms
                if sentence not in {"Hold.", "Go.", "Half-way.", "Rest.", "Breathe out.", CALL}:
                    assert now_ms - before.get(sentence, -20_000) >= 20_000, sentence
                before[sentence] = now_ms


@pytest.mark.parametrize("case", CASES)
def test_each_line_is_short(case: Case) -> None:
    for each in case.heard():
        for text in each.texts():
            assert 3 <= count_words(text) <= 14 or text in {"Five seconds.", "Sit up tall."}, text
            assert all(count_words(sentence) <= 12 for sentence in sentences(text)), text


def side_words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\b(right|left)\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("case", CASES)
def test_the_start_names_the_side_that_comes_and_so_does_each_line_about_it(case: Case) -> None:
    named = 0
    for each in case.heard():
        side = each.block.side
        if side is None or each.block.kind.is_work:
            continue
        prompts = [p for p in (*each.prompts, *each.lead_in) if p.text is not None]
        start = next(p for p in prompts if p.kind is PromptKind.START)
        assert side_words(start.text or "")[0] == side
        for prompt in prompts:
            if prompt.kind is PromptKind.ENTER and prompt.text and prompt.text.startswith(("Now ", "Round", "Last")):
                assert side_words(prompt.text) in ([side], []), prompt.text
        named += 1
    assert named == sum(len(e.sides) * e.rounds for e in case.routine.exercises)


@pytest.mark.parametrize("case", CASES)
def test_what_must_be_said_is_said(case: Case) -> None:
    """A release after each work, a start before it, and each line of the work that is marked as needed."""
    heard = case.heard()
    by_id = {exercise.id: exercise for exercise in case.routine.exercises}
    for each, following in pairwise(heard):
        if each.block.kind.is_work:
            assert following.said()[0][1].kind is PromptKind.RELEASE
        if following.block.kind.is_work:
            say = by_id[following.block.exercise].say
            lines = say.of_round(following.block.round, following.block.rounds).work
            spoken = len(
                [
                    p
                    for _at_ms, p in following.said()
                    if p.kind in {PromptKind.WORK, PromptKind.HALF, PromptKind.REMINDER}
                ]
            )
            first = following.block.side in {None, *by_id[following.block.exercise].sides[:1]}
            needed = [
                line
                for line in lines
                if line.rank == 0
                and line.moment != "last-five"
                and line.turn in {None, "first" if first else "second"}
                and line.rounds in {None, following.block.rounds}
            ]
            assert spoken >= len(needed) - (1 if case.situation.easier is not None else 0)


def test_nothing_that_is_needed_makes_a_gap_longer() -> None:
    for case in (param.values[0] for param in CASES):
        assert isinstance(case, Case)
        assert not any(case.script().grown), case


# Every instruction of the leaflet is heard

INSTRUCTIONS = {
    "PT-1 feet on the floor": "Feet stay flat. Hips stay down.",
    "PT-2 small of the back to the floor": "Press your lower back down. Go.",
    "PT-3 one second": "Breathe out and press. One second.",
    "PT-3 then relax": "Breathe in and let go.",
    "PT-4 own pace, 45 s": "Again and again, your own speed, forty-five seconds.",
    "SK-1 other foot on the floor": "Half-way. Other foot stays flat.",
    "SK-2 right knee close": "Lift your right knee towards your chest.",
    "SK-2 with the arms": "Use your arms. Right knee in. Hold.",
    "SK-2 left knee": "Left knee in. Hold.",
    "SK-3 30 s, three times each side": "Thirty seconds. Sides take turns, three each.",
    "DK-2 both knees": "Lift your right knee, then your left.",
    "DK-2 with the arms": "Use your arms. Knees in. Hold.",
    "DK-3 30 s, three times": "Three holds of thirty seconds.",
    "TR-1 TR-2 lie, ankles and knees together": "Feet flat, knees and ankles together.",
    "TR-3 tip to the right": "Knees to the right. Hold.",
    "TR-3 hip may lift": "Your left hip may lift.",
    "TR-4 both shoulders down": "Half-way. Both shoulders down.",
    "TR-5 then left": "Knees to the left. Hold.",
    "QL-1 sit cross-legged": "Sit with your legs crossed.",
    "QL-2 right hand by the right hip": "Right palm down, by your hip.",
    "QL-3 left arm up and over": "Left arm up, and over to the right.",
    "QL-3 lean": "Lean gently to the right. Hold.",
    "QL-4 pelvis to the left": "Press your pelvis to the left.",
    "QL-4 left sit bone down": "Press your left sit bone down.",
    "QL-4 the other way round": "Half-way. Right sit bone stays down.",
    "CP-1 kneel": "Come onto your knees.",
    "CP-1 CP-2 on the heels, toes back": "Toes point behind you. Sit back on your heels.",
    "CP-3 bow, body to the thighs": "Fold forward, chest towards your thighs.",
    "CP-4 forehead down": "Let your forehead rest on the mat.",
    "CP-5 arms forward": "Slide your hands forward. Hold.",
    "CP-6 pelvis back": "Let your hips sink back.",
    "CP-7 several deep breaths": "Several deep breaths, your own speed.",
    "CP-8 30 s, three times": "Three holds of thirty seconds.",
    "CC-2 knees under hips, hands under shoulders": "Hands under shoulders, knees under hips.",
    "CC-3 round up": "Breathe out and round up. Go.",
    "CC-4 forehead and pelvis closer, breathing out": "Breathe out, forehead and pelvis come closer.",
    "CC-5 breathe in, belly down": "Breathe in, let your belly sink.",
    "CC-5 head up": "Breathe in, lift your head gently.",
    "CC-6 the breath leads": "Follow your own breath.",
    "CC-7 30 s again": "Each round is thirty seconds.",
    "G-1 no more pain": "A gentle pull is fine. More pain is not. Press stop if it hurts.",
}


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("instruction", INSTRUCTIONS)
def test_every_instruction_of_the_leaflet_is_heard(instruction: str, preset: Preset) -> None:
    heard = {text for each in whole(preset) for text in each.texts()}

    assert INSTRUCTIONS[instruction] in heard


# Words by round

HALF_WAY = {
    "pelvic-tilt": ["Half-way. Keep it small."],
    "single-knee-to-chest": [
        "Half-way. Other foot stays flat.",
        "Half-way. Head and shoulders rest.",
        "Half-way. A mild pull is fine.",
        "Half-way. Slow, easy breaths.",
        "",
        "",
    ],
    "double-knee-to-chest": ["Half-way. Head and shoulders rest.", "Half-way. A mild pull, easy breaths.", ""],
    "trunk-rotation": [
        "Half-way. Both shoulders down.",
        "Half-way. Knees together, shoulders down.",
        "Half-way. Both shoulders down.",
        "Half-way. Shoulders heavy, easy breaths.",
        "Both shoulders stay down.",
        "Both shoulders stay down.",
    ],
    "ql-stretch": [
        "Half-way. Chest stays facing forward.",
        "Half-way. Right sit bone stays down.",
        "Half-way. Breathe into your left side.",
        "Half-way. A mild pull is fine.",
        "",
        "",
    ],
    "childs-pose": ["Half-way. Only as far as feels easy.", "Half-way. Breathe wide into your back.", ""],
    "cat-cow": ["Half-way. Breathe out, round up.", "Half-way. Your own breath leads.", "Half-way. Smooth and easy."],
}


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("exercise", HALF_WAY)
def test_each_round_has_words_of_its_own_and_the_last_one_is_quiet(exercise: str, preset: Preset) -> None:
    works = [each for each in whole(preset) if each.block.exercise == exercise and each.block.kind.is_work]
    lines = [[p.text for p in each.prompts if p.kind is PromptKind.HALF and p.text] for each in works]

    assert ["".join(filter(None, each)) for each in lines] == HALF_WAY[exercise]


def test_five_seconds_is_said_in_the_first_hold_of_each_exercise_and_ticked_in_all() -> None:
    works = [each for each in whole() if each.block.kind.is_work]
    told = [each.block.exercise for each in works if any("Five seconds." in text for text in each.texts())]

    assert told == [exercise.id for exercise in shipped().exercises]
    for each in works:
        ticks = [p.offset_ms for p in each.prompts if p.tone is Tone.LAST]
        if "Five seconds. Finish this breath." in each.texts():
            assert ticks == [2_000, 1_000]
        else:
            assert ticks == [3_000, 2_000, 1_000]


def test_the_short_version_says_no_dose_that_it_does_not_have() -> None:
    texts = [text for each in whole(name="lower-back-short") for text in each.texts()]

    assert not [text for text in texts if "three each" in text or "Three holds" in text or "last round" in text]
    assert "Again and again, your own speed, forty-five seconds." in texts


def test_a_dose_is_said_only_where_it_is_the_one_of_the_routine() -> None:
    for exercise in shipped().exercises:
        assert exercise.say.of_round(1, 1).work, exercise.id
    short = whole(name="lower-back-short")
    tilt = next(each for each in short if each.block.kind is BlockKind.REPS)

    assert "Again and again, your own speed, forty-five seconds." in tilt.texts()


# The ways


@pytest.mark.parametrize(("first", "last", "least_s"), [("Roll onto your side.", "Right palm down, by your hip.", 11)])
def test_there_is_time_to_get_from_lying_to_sitting(first: str, last: str, least_s: int) -> None:
    move = next(each for each in whole() if each.block.exercise == "ql-stretch")
    said = {prompt.text: (at_ms, at_ms + prompt.length_ms) for at_ms, prompt in move.said()}
    between = [span for span in said.values() if said[first][0] <= span[0] <= said[last][0]]

    quiet_ms = sum(begin - end for (_, end), (begin, _) in pairwise(between))
    assert quiet_ms >= least_s * 1000


def test_a_cushion_is_offered_where_there_is_time_to_fetch_it() -> None:
    for preset, expected in ((Preset.ROOMY, True), (Preset.DEFAULT, False), (Preset.QUICK, False)):
        texts = [text for each in whole(preset) for text in each.texts()]
        assert ("Sit on a cushion if you like." in texts) is expected
        assert ("A cushion below your knees is fine." in texts) is expected


# Easier ways, and who came down alone


@pytest.mark.parametrize("preset", TIMED)
def test_the_easier_way_is_said_once_in_each_exercise(preset: Preset) -> None:
    heard = whole(preset, Situation(easier=0))
    said = [text for each in heard for text in each.texts() if text.startswith("Easier:")]

    assert said == [
        "Easier: press with half the effort.",
        "Easier: hold behind your thigh.",
        "Easier: hold behind your thighs.",
        "Easier: roll only part of the way.",
        "Easier: left hand on your hip.",
        "Easier: set your knees wider.",
        "Easier: make the movement small.",
    ]


def test_an_easier_way_takes_the_place_of_the_line_that_it_contradicts() -> None:
    heard = whole(situation=Situation(easier=0))

    assert "Both hands on your shin, below the knee." not in [text for each in heard for text in each.texts()]
    side = of(heard, "ql-stretch", 2, "right", work=False)
    assert side.texts()[-1] == "Right hand down, lean over. Hold."


def test_with_less_of_the_arch_each_breath_in_ends_flat() -> None:
    heard = whole(situation=Situation(easier=1, easier_told=True))
    calls = [text for each in heard if each.block.exercise == "cat-cow" for text in each.texts() if "reathe in" in text]

    assert set(calls) == {"Breathe in, back to flat."}
    assert len(calls) >= 5


def test_who_did_not_hear_the_whole_way_down_is_told_how_to_lie() -> None:
    guided, alone = whole(), whole(situation=Situation(guided=False))

    assert "On your back, knees bent, feet flat." not in of(guided, "pelvic-tilt", 1, None, work=False).texts()
    assert "On your back, knees bent, feet flat." in of(alone, "pelvic-tilt", 1, None, work=False).texts()
    assert "Feet hip-width apart." not in of(alone, "pelvic-tilt", 1, None, work=False).texts()


# Less of it


def test_what_is_needed_stays_where_little_is_wanted() -> None:
    routine = shipped()
    full = whole()
    short = compile_script(routine, plan(routine), length_in("am_michael"), Amount.SHORT)
    texts = {p.text for prompts in short.prompts for p in prompts if p.text is not None}
    everything = {text for each in full for text in each.texts()}

    assert texts < everything
    assert {"Breathe out and press. One second.", "Half-way. Both shoulders down.", "Knees to the left. Hold."} <= texts
    assert not {"Half-way. Keep it small.", "Now the left knee.", "Arms out wide."} & texts

"""A routine and a pacing become a flat row of blocks; the shipped one has the times of the exercise facts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.pacing import PACINGS, Gaps, Preset, WayDown, pacing_of
from coach.core.timeline import Block, BlockKind, CueKind, Timeline, plan
from tests.cases import TIMELINES, Object, TimelineCase, exercise, routine, shipped, shipped_plan

WORK = {BlockKind.HOLD, BlockKind.REPS, BlockKind.FLOW}


def in_words(block: Block) -> str:
    assert block.duration_ms % 1000 == 0
    return f"{block.kind.value} {block.exercise} {block.round} {block.side or '-'} {block.duration_ms // 1000}"


def cue_offsets(block: Block, duration_ms: int) -> list[tuple[CueKind, int]]:
    return [(cue.kind, cue.at(duration_ms)) for cue in block.cues]


@pytest.mark.parametrize("case", TIMELINES, ids=lambda case: case.name)
def test_blocks_of_a_small_routine(case: TimelineCase) -> None:
    blocks = plan(case.routine, PACINGS[case.preset]).blocks

    assert tuple(in_words(block) for block in blocks) == case.blocks
    starts = [sum(block.duration_ms for block in blocks[:index]) for index in range(len(blocks))]
    assert [block.start_ms for block in blocks] == starts


def test_only_gaps_wait_and_only_when_asked_to() -> None:
    small = routine(exercise("a", rounds=2), exercise("b"))

    waiting = plan(small, PACINGS[Preset.WAIT_FOR_ME]).blocks

    assert [block.waits for block in waiting] == [True, False] * 3
    for preset in (Preset.QUICK, Preset.DEFAULT, Preset.ROOMY):
        assert not any(block.waits for block in plan(small, PACINGS[preset]).blocks)


def test_a_gap_tells_what_is_new() -> None:
    blocks = plan(
        routine(
            exercise("lying", base="supine", sides=["right", "left"]),
            exercise("also-lying", base="prone", rounds=2),
            exercise("sitting", base="seated", sides=["right"], rounds=2),
        )
    ).blocks

    told = [(block.kind.value, block.new_position, block.new_side) for block in blocks if block.kind not in WORK]

    assert told == [
        ("way", False, False),
        ("get-ready", False, False),
        ("change", False, True),
        ("move", False, False),
        ("change", False, False),
        ("move", True, False),
        ("change", False, False),
    ]
    assert not any(block.new_position or block.new_side for block in blocks if block.kind in WORK)


@pytest.mark.parametrize(
    ("work_s", "expected"),
    [
        (14, []),
        (15, [(CueKind.HALF_WAY, 7_000), (CueKind.LAST_FIVE, 10_000)]),
        (30, [(CueKind.HALF_WAY, 15_000), (CueKind.LAST_FIVE, 25_000)]),
        (45, [(CueKind.HALF_WAY, 22_000), (CueKind.LAST_FIVE, 40_000)]),
    ],
)
def test_cues_of_a_work_block(work_s: int, expected: list[tuple[CueKind, int]]) -> None:
    gap, work = plan(routine(exercise("a", work_s=work_s))).blocks

    assert cue_offsets(work, work_s * 1000) == expected
    assert gap.cues == ()


def test_gaps_that_nobody_gave_are_those_of_the_sheet() -> None:
    assert Gaps() == Gaps(get_ready_ms=10_000, change_ms=8_000, near_ms=15_000, new_position_ms=30_000)


def test_added_time_moves_last_five_and_leaves_half_way() -> None:
    _gap, work = plan(routine(exercise("a", work_s=30))).blocks

    assert cue_offsets(work, 45_000) == [(CueKind.HALF_WAY, 15_000), (CueKind.LAST_FIVE, 40_000)]


def test_first_of_an_exercise_is_the_gap_before_it() -> None:
    timeline = plan(routine(exercise("a", rounds=2), exercise("b"), order=["a", "b", "a"]))

    assert [timeline.first_of(position) for position in range(3)] == [0, 4, 6]
    assert shipped_plan().first_of(0) == 1  # nobody gets down to the floor twice
    with pytest.raises(ValueError, match="place 3"):
        timeline.first_of(3)


# The way down to the floor


BASES_ON_THE_FLOOR = ("supine", "prone", "side-lying", "seated", "kneeling", "all-fours")


@pytest.mark.parametrize("preset", [Preset.QUICK, Preset.DEFAULT, Preset.ROOMY])
@pytest.mark.parametrize("base", BASES_ON_THE_FLOOR)
def test_the_way_down_comes_first_where_the_first_exercise_is_not_done_standing(base: str, preset: Preset) -> None:
    small = routine(exercise("a", base=base, sides=["left", "right"], rounds=2), exercise("b"))

    first, second, *others = plan(small, PACINGS[preset]).blocks

    assert in_words(first) == "way a 1 left 30"
    assert (first.position, first.rounds, first.start_ms, first.waits, first.cues) == (0, 2, 0, False, ())
    assert (second.kind, second.start_ms) == (BlockKind.GET_READY, 30_000)
    assert not first.kind.is_work
    assert all(block.kind is not BlockKind.WAY for block in others)


def test_who_stands_for_the_first_exercise_has_no_way_down() -> None:
    blocks = plan(routine(exercise("a", base="standing"), exercise("b", base="supine"))).blocks

    assert [block.kind.value for block in blocks] == ["get-ready", "hold", "move", "hold"]


@pytest.mark.parametrize(("chosen", "time_ms"), [("30", 30_000), ("45", 45_000), ("60", 60_000)])
def test_the_way_down_takes_as_long_as_the_person_chose(chosen: str, time_ms: int) -> None:
    for preset in (Preset.QUICK, Preset.DEFAULT, Preset.ROOMY):
        timeline = plan(shipped(), pacing_of(preset, WayDown(chosen)))
        usual = plan(shipped(), PACINGS[preset])

        assert timeline.blocks[0].duration_ms == time_ms
        assert timeline.total_ms == usual.total_ms + time_ms - 30_000
        assert timeline.work_ms == usual.work_ms


def test_until_i_press_the_way_down_waits_and_nothing_else_does() -> None:
    blocks = plan(shipped(), pacing_of(Preset.DEFAULT, WayDown.UNTIL_READY)).blocks

    assert [block.waits for block in blocks] == [True] + [False] * 56
    assert (blocks[0].duration_ms, blocks[1].start_ms, blocks[1].duration_ms) == (0, 0, 10_000)


def test_who_waits_everywhere_is_asked_once_before_the_first_exercise() -> None:
    for way_down in WayDown:
        blocks = plan(shipped(), pacing_of(Preset.WAIT_FOR_ME, way_down)).blocks
        gaps = [block for block in blocks if block.kind not in WORK]

        assert (gaps[0].kind, gaps[0].waits) == (BlockKind.WAY, True)
        assert (gaps[1].kind, gaps[1].waits, gaps[1].duration_ms) == (BlockKind.GET_READY, False, 10_000)
        assert all(block.waits for block in gaps[2:])


@pytest.mark.parametrize(("preset", "change_s"), [(Preset.QUICK, 8), (Preset.DEFAULT, 8), (Preset.ROOMY, 12)])
def test_a_change_is_never_shorter_than_the_body_needs(preset: Preset, change_s: int) -> None:
    slow, other = exercise("slow", rounds=2), exercise("other", rounds=2)
    slow["least_change_s"] = 8

    changes = [b for b in plan(routine(slow, other), PACINGS[preset]).blocks if b.kind is BlockKind.CHANGE]

    usual_ms = (PACINGS[preset].gaps or Gaps()).change_ms
    assert [block.duration_ms for block in changes] == [change_s * 1000, usual_ms]


def test_the_mark_of_what_is_prescribed_tells_that_there_is_a_way_down_but_not_how_long() -> None:
    usual = shipped_plan()
    before = replace(usual, blocks=usual.blocks[1:])  # as it was before there was one
    longer = plan(shipped(), pacing_of(Preset.DEFAULT, WayDown.LONG))

    assert usual.version != before.version
    assert usual.version == longer.version


# The shipped routines, against the facts in the sections “at a glance” and “time arithmetic”


def test_the_shipped_routine_has_28_blocks_of_work() -> None:
    blocks = shipped_plan().blocks
    work = [block for block in blocks if block.kind in WORK]

    assert len(blocks) == 57
    assert len(work) == 28
    assert sorted(block.duration_ms for block in work) == [30_000] * 27 + [45_000]
    assert sum(block.duration_ms for block in work if block.kind is BlockKind.HOLD) == 720_000


def test_the_shipped_routine_has_these_gaps() -> None:
    gaps = [block for block in shipped_plan().blocks if block.kind not in WORK]
    assert [block.duration_ms for block in gaps if block.kind is BlockKind.WAY] == [30_000]
    moves = [block for block in gaps if block.kind is BlockKind.MOVE]

    assert [block.duration_ms for block in gaps if block.kind is BlockKind.GET_READY] == [10_000]
    assert [block.duration_ms for block in gaps if block.kind is BlockKind.CHANGE] == [8_000] * 21
    assert [block.duration_ms for block in moves] == [15_000, 15_000, 15_000, 30_000, 30_000, 15_000]
    assert [block.new_position for block in moves] == [False, False, False, True, True, False]


RUN_OF_THE_CLOCK = [
    ("pelvic-tilt", "0:40", "1:25"),
    ("single-knee-to-chest", "1:40", "5:20"),
    ("double-knee-to-chest", "5:35", "7:21"),
    ("trunk-rotation", "7:36", "11:16"),
    ("ql-stretch", "11:46", "15:26"),
    ("childs-pose", "15:56", "17:42"),
    ("cat-cow", "17:57", "19:43"),
]


@pytest.mark.parametrize(("name", "starts", "ends"), RUN_OF_THE_CLOCK)
def test_run_of_the_clock(name: str, starts: str, ends: str) -> None:
    work = [block for block in shipped_plan().blocks if block.exercise == name and block.kind in WORK]

    assert (work[0].start_ms, work[-1].end_ms) == (in_ms(starts), in_ms(ends))


def in_ms(text: str) -> int:
    minutes, seconds = text.split(":")
    return (int(minutes) * 60 + int(seconds)) * 1000


TOTALS = [
    ("lower-back", Preset.QUICK, 855, 1102),
    ("lower-back", Preset.DEFAULT, 855, 1183),
    ("lower-back", Preset.ROOMY, 855, 1342),
    ("lower-back", Preset.WAIT_FOR_ME, 855, 865),  # the time to get ready does not wait
    ("lower-back-short", Preset.DEFAULT, 315, 499),
    ("lower-back-short", Preset.WAIT_FOR_ME, 315, 325),
]


@pytest.mark.parametrize(("routine_id", "preset", "work_s", "total_s"), TOTALS)
def test_totals_of_the_pacings(routine_id: str, preset: Preset, work_s: int, total_s: int) -> None:
    timeline = plan(shipped(routine_id), PACINGS[preset])

    assert (timeline.work_ms, timeline.total_ms) == (work_s * 1000, total_s * 1000)


def test_the_shipped_routine_takes_the_sides_in_turn_right_first() -> None:
    for name in ("single-knee-to-chest", "trunk-rotation", "ql-stretch"):
        work = [block for block in shipped_plan().blocks if block.exercise == name and block.kind in WORK]
        turns = [(block.round, block.side) for block in work]
        assert turns == [(1, "right"), (1, "left"), (2, "right"), (2, "left"), (3, "right"), (3, "left")]


# Any routine


@st.composite
def exercises(draw: st.DrawFn) -> list[Object]:
    sides = st.sampled_from([[], ["right"], ["left"], ["right", "left"], ["left", "right"]])
    kinds = st.sampled_from(["hold", "reps-own-pace", "flow-by-breath"])
    bases = st.sampled_from(["supine", "prone", "side-lying", "seated", "kneeling", "all-fours", "standing"])
    return [
        exercise(
            f"e{number}",
            kind=draw(kinds),
            base=draw(bases),
            sides=draw(sides),
            rounds=draw(st.integers(1, 20)),
            work_s=draw(st.integers(1, 600)),
        )
        for number in range(draw(st.integers(1, 5)))
    ]


GAPS = st.fixed_dictionaries({name: st.integers(0, 600) for name in ("get_ready", "change", "near", "new_position")})


@given(told=exercises(), gaps=GAPS, preset=st.sampled_from(Preset))
@settings(max_examples=60, deadline=None)
def test_any_routine_becomes_gaps_and_work_in_turn(told: list[Object], gaps: dict[str, int], preset: Preset) -> None:
    prescribed = routine(*told, gaps=dict(gaps))
    timeline = plan(prescribed, PACINGS[preset])

    assert_row(timeline)
    expected_s = sum(each.work_s * each.rounds * max(1, len(each.sides)) for each in prescribed.exercises)
    assert timeline.work_ms == expected_s * 1000
    gaps_ms = sum(block.duration_ms for block in timeline.blocks if block.kind not in WORK)
    assert timeline.total_ms == timeline.work_ms + gaps_ms


def assert_row(timeline: Timeline) -> None:
    clock_ms = 0
    for block in timeline.blocks:
        assert block.start_ms == clock_ms
        clock_ms = block.end_ms
    blocks = timeline.blocks
    if blocks[0].kind is BlockKind.WAY:
        assert (blocks[0].exercise, blocks[0].position, blocks[0].round) == (blocks[1].exercise, 0, 1)
        blocks = blocks[1:]
    assert not any(block.kind is BlockKind.WAY for block in blocks)
    pairs = list(zip(blocks[::2], blocks[1::2], strict=True))
    for gap, work in pairs:
        assert gap.kind not in WORK
        assert work.kind in WORK
        leads_to = (gap.exercise, gap.position, gap.round, gap.rounds, gap.side)
        assert leads_to == (work.exercise, work.position, work.round, work.rounds, work.side)
    positions = [work.position for _gap, work in pairs]
    assert positions == sorted(positions)

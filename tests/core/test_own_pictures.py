"""Which picture of one's own stands for an exercise, and which shows in a block of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.own_pictures import drawing_of, picture_at, picture_of, pictures_in_order, seen
from coach.core.routine import Picture
from coach.core.timeline import BlockKind, plan
from tests.cases import exercise, routine

if TYPE_CHECKING:
    from coach.core.routine import Routine, Stage

ALL: tuple[Stage, ...] = ("start", "work", "leave")


def pictures(*stages: Stage) -> tuple[tuple[Stage, Picture], ...]:
    return tuple((stage, Picture(f"It is {stage}.", file=f"{stage}.png")) for stage in stages)


def two(*stages: Stage, of_next: tuple[Stage, ...] = (), base: str = "standing") -> Routine:
    """Return two exercises with pictures for these stages; there are two steps out of the first."""
    planned = routine(exercise("knee", sides=["right", "left"], base=base), exercise("arm"))
    knee, arm = planned.exercises
    leaves = replace(knee.steps, leave=("Let go.", "Stretch out."), change=("Turn.",))
    knee = replace(knee, pictures=pictures(*reversed(stages)), steps=leaves)
    return replace(planned, exercises=(knee, replace(arm, pictures=pictures(*of_next))))


def shown(of: Routine, kind: BlockKind, share: float | None) -> str | None:
    """Return the stage whose picture shows in the first block of this kind."""
    timeline = plan(of)
    index = next(index for index, block in enumerate(timeline.blocks) if block.kind is kind)
    picture = picture_at(of, timeline, index, share)
    return None if picture is None else picture.file.removesuffix(".png")


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        (ALL, ("start", "work", "leave")),
        (("start", "leave"), ("start", "start", "leave")),
        (("work",), ("work", "work", "work")),
        (("leave",), ("leave", "leave", "leave")),
        (("start", "work"), ("start", "work", "work")),
        (("work", "leave"), ("work", "work", "leave")),
    ],
)
def test_a_stage_without_a_picture_has_the_nearest(given: tuple[Stage, ...], nearest: tuple[Stage, ...]) -> None:
    knee = two(*given).exercises[0]

    assert [picture_of(knee, stage) for stage in ALL] == [dict(pictures(*ALL))[stage] for stage in nearest]
    assert pictures_in_order(knee) == (
        tuple(picture for _stage, picture in pictures(*given)),
        given.index(nearest[1]),
    )


def test_a_picture_of_ones_own_goes_before_the_figure() -> None:
    knee = replace(two("start").exercises[0], figure="cat-cow")

    assert drawing_of(knee) == dict(pictures("start"))["start"]
    assert drawing_of(replace(knee, pictures=())) == "cat-cow"
    assert drawing_of(replace(knee, pictures=(), figure=None)) is None


def test_while_the_steps_lead_out_it_is_the_picture_of_that() -> None:
    for base in ("standing", "supine"):  # with a way down before it too
        assert shown(two(*ALL, base=base), BlockKind.GET_READY, 0) == "start"
    assert shown(two(*ALL), BlockKind.HOLD, None) == "work"
    assert [shown(two(*ALL), BlockKind.CHANGE, share) for share in (0, 1)] == ["leave", "start"]
    assert [shown(two(*ALL, of_next=("start",)), BlockKind.MOVE, share) for share in (0, 1)] == ["leave", "start"]


def test_of_another_exercise_only_the_picture_for_leaving_shows() -> None:
    for kind, first in ((BlockKind.CHANGE, "work"), (BlockKind.MOVE, None)):
        assert shown(two("start", "work"), kind, 0) == first
    assert shown(two("work", of_next=("start",)), BlockKind.MOVE, 0) == "start"


def test_two_pictures_that_differ_in_their_words_alone_are_one() -> None:
    one, other = Picture("A knee.", file="a.png"), Picture("Two knees.", file="a.png")

    assert seen(one) == seen(other) != seen(replace(one, file="b.png"))

"""Whatever the judges let pass can be drawn: nobody in the frame, a frame like a pinhole, directions that are none."""

from __future__ import annotations

import copy
import itertools
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.figure import motion
from coach.figure.paint.painter import FigurePainter
from coach.store import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from pytestqt.logging import _QtMessageCapture

    from coach.figure.poses import Body, Movement

    Place = tuple[str | int, ...]

FIGURES = figures.load(figures.known())
SIZE = (120, 80)


def _nowhere(movement: Movement) -> Movement:
    return replace(movement, frame=(8.0, 8.0, 9.0, 9.0))


def _pinhole(movement: Movement) -> Movement:
    return replace(movement, frame=(0.0, 0.0, 1e-7, 1e-7))


def _from_straight_above(movement: Movement) -> Movement:
    return replace(movement, camera=replace(movement.camera, pitch=90.0))


def _without_directions(movement: Movement) -> Movement:
    limp = {}
    for name, pose in movement.poses.items():
        nowhere = (0.0, 0.0, 0.0)
        legs = {side: replace(leg, pole=nowhere, toe=nowhere, sole=nowhere) for side, leg in pose.legs.items()}
        arms = {side: replace(arm, pole=nowhere, hand=nowhere, palm=nowhere) for side, arm in pose.arms.items()}
        limp[name] = replace(pose, legs=legs, arms=arms)
    return replace(movement, poses=limp)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("strange", [_nowhere, _pinhole, _from_straight_above, _without_directions])
@pytest.mark.parametrize("figure", ["pelvic-tilt", "ql-stretch"])
def test_it_is_drawn_and_qt_has_nothing_to_say(
    qtlog: _QtMessageCapture, strange: Callable[[Movement], Movement], figure: str
) -> None:
    movement = strange(FIGURES.movements[figure])
    painter = FigurePainter(FIGURES.body, movement, "light", "a")

    for number, flipped in itertools.product(range(4), (False, True)):
        drawn = painter.picture(SIZE, motion.moment(movement, number * 1.0).place, flipped=flipped)
        assert (drawn.width(), drawn.height()) == SIZE
    assert not painter.close_up(SIZE, motion.held(movement)).isNull()
    assert [record.message for record in qtlog.records] == []


# Files that were changed at one place


GONE = object()
ALIKE = 1
"""Of places that differ in an index alone, as the rows of a table, so many are changed, from the first on."""
PROFILE, FRONT = "pelvic-tilt", "ql-stretch"
BODY_PARTS = ("format", "skeleton", "radii", "discs", "head", "palette", "variants")


def places(document: Any, place: Place = ()) -> Iterator[Place]:
    """Yield every place in a document."""
    items = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, value in items:
        yield (*place, key)
        yield from places(value, (*place, key))


def found(document: Any, place: Place) -> Any:
    for key in place:
        document = document[key]
    return document


def others(value: Any) -> list[Any]:
    """Return what may stand in place of a value: bounds, other kinds, more and less of it."""
    if isinstance(value, bool):
        return [not value, 0]
    if isinstance(value, int | float):
        return [0, 1e-9, -1, 1, -10, 10, 360, "#112233"]
    if isinstance(value, str):
        return ["", "other", 0.5]
    if isinstance(value, list):
        return [[], value[:1], value[:2], [*value, *value[-1:]], value[::-1]]
    return [{}]


def changed(document: Any, only: str = "") -> Iterator[tuple[Place, Any]]:
    """Yield documents that differ at one place, which is inside the key `only` where one is given."""
    alike: Counter[Place] = Counter()
    for place in places(document):
        shape = tuple("" if isinstance(key, int) else key for key in place)
        alike[shape] += 1
        if alike[shape] > ALIKE or (only and place[0] != only):
            continue
        for other in (*others(found(document, place)), GONE):
            made = copy.deepcopy(document)
            parent = found(made, place[:-1])
            if other is GONE:
                del parent[place[-1]]
            else:
                parent[place[-1]] = other
            yield place, made


def draw(body: Body, movement: Movement) -> None:
    painter = FigurePainter(body, movement, "dark", next(reversed(body.variants)))
    painter.picture((48, 32), motion.moment(movement, 1.0).place)
    painter.close_up((48, 32), motion.held(movement), flipped=True)
    motion.preview_s(movement, 1.0, 10.0)


@pytest.mark.slow_cases
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("part", BODY_PARTS)
def test_a_body_that_is_accepted_is_drawn(part: str, tmp_path: Path, qtlog: _QtMessageCapture) -> None:
    file = tmp_path / "body.json"
    movements = [FIGURES.movements[name] for name in (PROFILE, FRONT)]
    refused = []
    for place, told in changed(json.loads((figures.folder() / "body.json").read_text("utf-8")), part):
        file.write_text(json.dumps(told), "utf-8")
        try:
            body = figures.read_body(file)
        except figures.FigureError as error:
            refused.append(str(error))
            continue
        front = part == "head" and "front" in str(place)
        for movement in movements[1:] if front else movements[:1]:
            draw(body, movement)
    assert [record.message for record in qtlog.records] == []
    assert refused
    assert all(words.endswith("; see docs/figures.md") and "\n" not in words for words in refused)


@pytest.mark.slow_cases
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("nth", "figure"), list(enumerate(figures.known())))
def test_a_movement_that_is_accepted_is_drawn(nth: int, figure: str, tmp_path: Path, qtlog: _QtMessageCapture) -> None:
    """Of each file another share of its changes: all together they change every kind of place."""
    file = tmp_path / f"{figure}.json"
    drawn = 0
    document = json.loads((figures.folder() / f"{figure}.json").read_text("utf-8"))
    for _place, told in itertools.islice(changed(document), nth, None, 4 * len(figures.known())):
        file.write_text(json.dumps(told), "utf-8")
        try:
            movement = figures.read_movement(file)
        except figures.FigureError:
            continue
        draw(FIGURES.body, movement)
        drawn += 1
    assert drawn > 10
    assert [record.message for record in qtlog.records] == []

"""How clear each arrow and dot is at a place of the loop: an arrow shows only while the figure goes its way."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from coach.figure.rig import hold_step

if TYPE_CHECKING:
    from coach.figure.poses import Cue, Movement
    from coach.figure.rig import Between

FADE = 0.1
"""Share of a way over which an arrow comes and goes where the figure sets out or comes to rest."""


def clarity(movement: Movement, cue: Cue, place: Between) -> float:
    """Return how clear a cue is (0 to 1) at a place: an arrow is not there while the figure is still."""
    told = 1.0 if cue.show is None else place.mix(cue.show)
    return told if cue.kind == "anchor" else told * _on_its_way(movement, cue, place)


def way_in(movement: Movement) -> tuple[str, ...]:
    """Return the poses from the first of the loop to the one that is held: the way of an arrow that names none."""
    steps = movement.loop
    hold = steps.index(hold_step(movement))
    there = steps[: hold + 1] if hold else (*steps[1:], steps[0])
    return tuple(dict.fromkeys(step.pose for step in there))


def _on_its_way(movement: Movement, cue: Cue, place: Between) -> float:
    way, steps = cue.way or way_in(movement), movement.loop
    if place.a == place.b:
        here = steps[place.step]
        if here.pose != place.a or here.hold_s > 0:
            return 0.0
        # A pose that is passed without a stay is a picture of the way: an arrow that leads on through it stays.
        through = (steps[place.step - 1].pose, place.a, steps[(place.step + 1) % len(steps)].pose)
        return float(all(_leads(way, a, b) for a, b in itertools.pairwise(through)))
    if not _leads(way, place.a, place.b):
        return 0.0
    stays_before, stays_after = _stays(movement, place)
    clear = 1.0
    if stays_before or place.a == way[0]:
        clear = min(clear, place.share / FADE)
    if stays_after or place.b == way[-1]:
        clear = min(clear, (1 - place.share) / FADE)
    return clear


def _leads(way: tuple[str, ...], a: str, b: str) -> bool:
    return a in way and b in way and way.index(a) < way.index(b)


def _stays(movement: Movement, place: Between) -> tuple[bool, bool]:
    """Tell whether the figure rests before this way and after it."""
    ways = [(before, step) for before, step in zip((movement.loop[-1], *movement.loop), movement.loop, strict=False)]
    same = [(a, b) for a, b in (ways[place.step], *ways) if (a.pose, b.pose) == (place.a, place.b)]
    return (same[0][0].hold_s > 0, same[0][1].hold_s > 0) if same else (False, False)

"""Eleven prescriptions as professionals write them, each as a routine file of one routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cases import document, exercise

if TYPE_CHECKING:
    from tests.cases import Json, Object

BOTH = ("right", "left")


def _dosed(name: str, *, kind: str = "hold", base: str = "supine", sides: tuple[str, ...] = (), **dose: Json) -> Object:
    told = exercise(name, kind=kind, base=base, sides=sides)
    if kind == "counted":
        del told["work_s"]
    return {**told, **dose}


def _of(*exercises: Object, **routine: Json) -> Object:
    told = document(*exercises)
    entry = told["routines"][0]  # type: ignore[index]  # JSON
    entry.update(routine)  # type: ignore[union-attr]  # as above
    return told


def _circuit() -> Object:
    names = ("bridge", "dog", "plank", "crunch", "clam")
    rests = (5, 10, 5, 10, None)
    items: list[Json] = [
        {"exercise": name} if rest is None else {"exercise": name, "then_rest_s": rest}
        for name, rest in zip(names, rests, strict=True)
    ]
    circuit: Object = {"repeat": 2, "rest_s": 30, "exercises": items}
    return _of(*(_dosed(name, base="all-fours", work_s=20) for name in names), exercises=[circuit])


def _head() -> Object:
    head = _dosed("head", base="seated", sides=BOTH, rounds=4, work_s=3, rest_s=0)
    return _of({**head, "silent": ["setup", "start", "change", "round", "release"]})


def _press_up() -> Object:
    when: Object = {"text": "Every two hours while you are awake.", "times": ["08:00", "10:00", "12:00"]}
    return _of(_dosed("face-down", base="prone", work_s=900), when=when)


def _weeks() -> Object:
    weeks: list[Json] = [
        {"name": f"Week {number}", "doses": [{"exercise": "hold", "work_s": seconds}]}
        for number, seconds in ((1, 5), (2, 10))
    ]
    return _of(_dosed("hold", rounds=10, work_s=5), when={"days_a_week": 3}, plan=weeks)


def _drawn() -> Object:
    drawing: Object = {"data": PNG, "describes": "A stick figure lies on its back."}
    held: Object = {"data": PNG, "describes": "The stick figure holds one knee."}
    return _of(_dosed("drawn", pictures={"start": drawing, "work": held}))


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
"""Four points, red."""


def prescriptions() -> dict[str, Object]:
    """Return all of them by what was written down."""
    five = _dosed("bridge", sets=2, rounds=5, work_s=5, rest_s=10, set_rest_s=15)
    uneven: Object = {"right": 1, "left": 3}
    pyramid: list[Json] = [5, 4, 3]
    return {
        "2 sets of 5 holds of 5 s, 10 s between holds, 15 s between sets": _of(five),
        "10 holds of 5 s, 3 s between": _of(_dosed("squeeze", rounds=10, work_s=5, rest_s=3)),
        "12 at the own pace, then 25, counted aloud": _of(
            _dosed("lift", kind="counted", rounds=1, reps=12),
            _dosed("tap", kind="counted", rounds=1, reps=25, rep_s=2, count_aloud=True, ends="estimate"),
        ),
        "left 3 × 30 s, right once": _of(_dosed("knee", sides=BOTH, rounds=uneven, work_s=30)),
        "first all left, then all right; the side first that is stiff": _of(
            _dosed("roll", sides=BOTH, rounds=2, work_s=20, order="one-then-other", first="left")
        ),
        "5-4-3 holds of 10 s each side, 3 s between": _of(
            _dosed("dog", base="all-fours", sides=BOTH, rounds=pyramid, work_s=10, rest_s=3)
        ),
        "five exercises twice, 5 and 10 s between, 30 s between the rounds": _circuit(),
        "lying face down for 15 min, every two hours": _press_up(),
        "head 3 s right, 3 s left, four times, no rest": _head(),
        "with a drawing of one's own for each stage": _drawn(),
        "three days a week; a week of 5 s, then 10 s": _weeks(),
    }

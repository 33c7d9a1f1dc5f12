"""Where a routine leaves too little time for its words."""

from __future__ import annotations

import re

from coach.core.speech.tight_places import Tight, tight_places
from tests.cases import exercise, routine, shipped

ROOM = re.compile(r"write (\d+) as (\w+) in gaps")


def length_ms(text: str) -> int:
    return 1_000 * len(text.split())


def test_a_routine_with_time_enough_has_no_tight_place() -> None:
    assert tight_places(shipped(), lambda _text: 1_000) == ()


def test_a_gap_that_is_too_short_is_told_with_what_it_lacks() -> None:
    tight = routine(exercise("sit", rounds=3), gaps={"change": 2})

    # “Rest.” and “Hold.” with the tone before and the silence between: 0.08 + 1 + 0.25 + 1 + 0.05 s.
    right = "write 3 as change in gaps, or as least_change_s of the exercise, or say it in fewer words"
    assert Tight("sit", "the time to change side or round", 380, right) in tight_places(tight, length_ms)


def test_the_length_that_is_named_is_enough() -> None:
    told = exercise("sit", rounds=3), exercise("lie", base="supine"), exercise("roll", base="prone")
    short = {"get_ready": 0, "change": 1, "new_position": 0, "near": 0}
    found = tight_places(routine(*told, gaps=dict(short)), length_ms)
    named = {key: int(seconds) for place in found for seconds, key in ROOM.findall(place.right)}

    assert named.keys() == short.keys()
    again = tight_places(routine(*told, gaps=dict(named)), length_ms)
    assert [place.right for place in again if ROOM.search(place.right)] == []
    less = {key: seconds - 1 for key, seconds in named.items()}
    shown = tight_places(routine(*told, gaps=dict(less)), length_ms)
    assert {key for place in shown for _seconds, key in ROOM.findall(place.right)} == named.keys()


def test_the_same_place_is_told_once_by_its_worst() -> None:
    tight = routine(exercise("sit", rounds=3), exercise("lie", base="supine"), gaps={"change": 1, "new_position": 0})
    places = tight_places(tight, length_ms)

    assert len({(place.exercise, place.what) for place in places}) == len(places)


def test_lines_that_do_not_fit_into_the_work_are_told() -> None:
    told = exercise("sit", work_s=16)
    say = told["say"]
    assert isinstance(say, dict)
    say["half"], say["last5"] = "One two three four.", "One two three four five."
    places = tight_places(routine(told), length_ms)

    assert Tight("sit", "the half-way line") in places
    assert Tight("sit", "the line for the last five seconds") in places

"""What there is to choose from, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.pacing import Preset
from coach.session.selection import Selection
from coach.store.routines.own_routines import Own
from tests.cases import exercise, routine


@pytest.mark.parametrize(("sets", "words"), [(1, "One round of each. 1 min."), (2, "2 min.")])
def test_the_short_version_is_of_one_round_only_where_it_is_of_one_set(sets: int, words: str) -> None:
    whole, short = (
        replace(routine(exercise("a", rounds=rounds, work_s=40)), id=name)
        for name, rounds in (("whole", 5), ("short", 1))
    )
    (once,) = short.exercises
    short = replace(short, exercises=(replace(once, dose=replace(once.dose, sets=sets)),))
    selection = Selection(Preset.DEFAULT)
    selection.take([whole, short])

    assert selection.short_version_words("whole") == words


def test_the_short_version_of_a_routine_of_a_file_is_none_of_the_own_ones() -> None:
    whole, short = (
        replace(routine(exercise("a", rounds=rounds, work_s=40)), id=name)
        for name, rounds in (("whole", 5), ("mine-00000000", 1))
    )
    selection = Selection(Preset.DEFAULT)
    selection.take([whole])
    selection.take_own([Own(short.id, short.name, short)])

    assert selection.short_version("whole") is None

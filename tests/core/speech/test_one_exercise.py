"""What is said of one exercise alone."""

from __future__ import annotations

import re

import pytest

from coach.core.routine import resolve
from coach.core.speech.one_exercise import lines_of
from coach.core.speech.vocabulary import estimate_ms
from coach.store.paths import shipped
from coach.store.routines import library
from coach.store.voices import shipped_folder, voices

ROUTINE = resolve(library.read(shipped("routines.json")))


@pytest.mark.parametrize("exercise", ROUTINE.exercises, ids=lambda each: each.id)
def test_it_leads_into_the_exercise_on_one_side_in_recorded_sentences(exercise: object) -> None:
    told = next(each for each in ROUTINE.exercises if each is exercise)
    recorded = set.intersection(*(set(pack.clips) for pack in voices(shipped_folder())))

    for side in told.sides or (None,):
        texts = [str(line.text) for line in lines_of(told, side, estimate_ms)]

        assert len(texts) == len(set(texts))
        assert set(texts) <= recorded
        assert len(texts) >= 3
        begins = [re.findall("right|left", text.lower()) for text in texts if text.endswith("Hold.")]
        assert [named[:1] for named in begins] == ([[side]] if side else [[]] * len(begins)), (
            "it is told on its own side"
        )
        assert not any(text.startswith(("Half-way", "Five seconds")) for text in texts)

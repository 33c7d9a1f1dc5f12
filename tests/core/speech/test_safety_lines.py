"""What is said of a warning sign: the advice of its list, and before a start that somebody has said yes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.safety import Answers, Known
from coach.core.speech.safety_lines import check_lines
from coach.words import safety_messages, spoken_phrases

FIRST = Known()
MORE = Answers(signs=True)
TODAY = replace(MORE, urgent=False)
LOOKED_AT = replace(TODAY, looked_at=True)
READY = replace(LOOKED_AT, ask_first=False)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (MORE, ()),
        (replace(MORE, urgent=True), (spoken_phrases.FLAG,)),
        (TODAY, (spoken_phrases.FLAG_TODAY,)),
        (replace(TODAY, looked_at=False), (spoken_phrases.FLAG_TODAY,)),
        (LOOKED_AT, ()),
        (replace(READY, pain=2), (safety_messages.M_CLEARED, safety_messages.M_EASIER_FIRST, spoken_phrases.RULE)),
        (replace(READY, pain=5), (safety_messages.M_CLEARED, safety_messages.M_GENTLE, spoken_phrases.RULE)),
        (replace(READY, pain=7), (spoken_phrases.SEVERE,)),
    ],
)
def test_what_is_said_at_each_place_after_a_sign(answers: Answers, said: tuple[str, ...]) -> None:
    assert check_lines(FIRST, answers) == said

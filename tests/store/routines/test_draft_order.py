"""What a draft is advised on the order of its exercises, and on the sides of one that is told round by round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.draft import edits
from coach.core.draft.problems import mended
from coach.core.speech.vocabulary import estimate_ms
from coach.store import figures
from coach.store.routines.draft_check import Checked, DraftCheck
from tests.core.draft.drafts import names, row, shipped, small

if TYPE_CHECKING:
    from coach.core.draft.draft import Draft


def check(draft: Draft) -> Checked:
    return DraftCheck(estimate_ms, figures.known()).check(draft)


def in_positions(*bases: str) -> Draft:
    """Return a draft of exercises a, b, c and so on in these positions."""
    draft = small(*"abcdef"[: len(bases)])
    for number, base in enumerate(bases):
        draft = edits.set_field(draft, row(number), ("base",), base).draft
    return draft


def in_better_order(draft: Draft) -> list[str]:
    (problem,) = (each for each in check(draft).problems if each.message.startswith("You change position"))
    return names(mended(draft, problem).draft)


def test_what_warms_up_goes_first() -> None:
    draft = in_positions("supine", "standing", "supine", "standing")
    assert in_better_order(draft) == ["a", "c", "b", "d"]
    warm = edits.set_field(draft, row(1), ("warm_up",), value=True).draft
    assert in_better_order(warm) == ["b", "a", "c", "d"]


def test_a_circuit_stays_in_its_order_and_goes_by_its_first_exercise() -> None:
    draft = edits.group(in_positions("standing", "supine", "standing", "supine"), row(2), 2).draft
    assert in_better_order(draft) == ["a", "c", "d", "b"]


def test_an_exercise_that_is_told_round_by_round_can_have_sides() -> None:
    draft = edits.set_sides(shipped(), row(0), ["right", "left"]).draft
    assert "rounds" in draft.exercise(row(0))["say"]
    assert check(draft).errors == ()

"""What does not fit in a routine file, as sentences to be read on a page: `coach check` has them on one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.library.shown import ShownFault
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.store.routines.library import Problem


def faults_of(problems: Iterable[Problem]) -> tuple[ShownFault, ...]:
    """Return each problem with its place as a heading, what is wrong, and what would be right."""
    return tuple(ShownFault(_begun(problem.place), _sentences(problem)) for problem in problems)


def _sentences(problem: Problem) -> str:
    # Note: what is wrong at a place of a file and what would be right, as in “It is missing. Add it.”
    return tr("It {wrong}. {right}.", wrong=problem.message, right=_begun(problem.remedy))


def _begun(words: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]

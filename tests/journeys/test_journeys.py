"""Walks by chance through the real window, on desktops of all kinds: after each step every rule of rules.py holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.process import Asked, walk
from tests.journeys.screens import DESKS

if TYPE_CHECKING:
    from tests.journeys.screens import Desk


@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.name)
def test_every_rule_holds_after_every_step(desk: Desk, request: pytest.FixtureRequest) -> None:
    options = request.config.option

    result = walk(
        desk,
        Asked(
            seed=options.journey_seed,
            walks=options.journey_walks,
            steps=options.journey_steps,
            seconds=options.journey_seconds,
        ),
    )

    assert result.is_good, result.report()
    assert result.steps > options.journey_steps

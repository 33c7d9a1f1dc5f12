"""What the tests of words need: English again after each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    catalogue.use_english()

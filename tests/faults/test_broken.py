"""The same seed breaks a file in the same way, whatever was broken before it."""

from __future__ import annotations

import json
import random

from tests.faults.broken import some_json

FILE = json.dumps({"list": [1, [2, 3], {"id": "a"}], "inside": {"more": {"list": [], "word": "x"}}}).encode()


def test_a_seed_breaks_a_file_in_the_same_way_after_thousands_of_others() -> None:
    def broken() -> list[bytes]:
        return [some_json(FILE, random.Random(seed)) for seed in range(2_000)]  # noqa: S311 - not secrets

    assert broken() == broken()

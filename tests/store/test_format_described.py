"""Every key of the file format is described for those who write files, and tried by a file of the tests."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.cases import ROOT
from tests.store.bad_files import whole_of_2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cases import Json


def objects(value: Json) -> Iterator[dict[str, Json]]:
    """Give every object in a JSON value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def keys() -> set[str]:
    schema = json.loads((ROOT / "assets" / "routine.schema.json").read_text("utf-8"))
    held = (each.get("properties") for each in objects(schema))
    return {key for properties in held if isinstance(properties, dict) for key in properties}


def test_every_key_is_described() -> None:
    described = (ROOT / "docs" / "routine-format.md").read_text("utf-8")
    code = " ".join(re.findall(r"`([^`\n]+)`", described))

    assert [key for key in sorted(keys()) if not re.search(rf"(?<![\w$]){re.escape(key)}(?!\w)", code)] == []


def test_every_key_is_used_by_the_whole_file_or_by_the_shipped_one() -> None:
    shipped = json.loads((ROOT / "routines.json").read_text("utf-8"))

    assert keys() - {key for each in (*objects(whole_of_2()), *objects(shipped)) for key in each} == set()

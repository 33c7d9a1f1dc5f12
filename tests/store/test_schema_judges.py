"""Other judges than coach's own read the published schemas: what they refuse coach refuses, and no word is unknown."""

from __future__ import annotations

import copy
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.cases import ROOT, ROUTINES
from tests.store.bad_files import (
    GONE,
    LEFT_OUT,
    SPOKEN_IN_FULL,
    UNKNOWN_KEYS,
    WRONG_TYPES,
    WRONG_VALUES,
    as_bytes,
    put,
    whole,
    whole_of_2,
)
from tests.store.picture_files import png
from tests.store.reading import read

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

    from tests.cases import Json

SCHEMAS = ("routine", "record")
WORDS = {
    "string": {"minLength", "maxLength", "pattern"},
    "integer": {"minimum", "maximum"},
    "number": {"minimum", "maximum"},
    "array": {"items", "minItems", "maxItems", "uniqueItems"},
    "object": {"properties", "required", "additionalProperties"},
    "boolean": set(),
    "null": set(),
}
"""The words that say something of a value of one type; Ajv's strict mode wants the type beside them."""
ANY = {"$ref", "anyOf", "oneOf", "not", "enum", "const", "title", "description", "default", "deprecated", "examples"}
MUTATIONS = 500
OTHERS: list[Json] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2,
        20,
        30,
        30.5,
        601,
        10**9,
        "",
        " ",
        "\u3000",
        "\u2028",
        "a\nb",
        "a\x7f",
        "x\u0085",
    ),
    *("right", "left", "hold", "reps-own-pace", "seated", "👍", "x" * 80, "x" * 81, "x" * 501, "Cat", "cat", "-"),
    *json.loads('[[], ["right"], ["left", "left"], {}, {"right": "R", "left": "L"}, {"right": "R"}, {"line": "Go."}]'),
    ["a"] * 21,
]
BEYOND = (
    *("is used twice", "refers to the unknown exercise", "names the unknown figure", "has a meaning only where there"),
    *("has a wording for each side", "is missing; say which side comes", "has a number for each side"),
    *("is for work that lasts a time", "is for exercises that are counted", "stands beside a list of rounds"),
    *("has a meaning only where there are two sides", "has no picture or two", "exercises and", "is of format 2"),
    *("pictures, start, file", "pictures, start, data", "pictures, work, file", "pictures, work, data"),
)
"""What no schema can say: it looks at one place at a time, and knows no figures and no pictures."""


def document(name: str) -> Any:
    return json.loads((ROOT / "assets" / f"{name}.schema.json").read_text("utf-8"))


def judge(name: str) -> Any:
    """Return the judge of a schema; a test that needs one is left out where it is not installed."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is in the extra dev")
    schema = document(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(schema: dict[str, Any], outer: str = "") -> Iterator[str]:
    """Give what a judge in strict mode finds in a schema: unknown words, words without their type, loose names."""
    kind = schema.get("type", outer)
    for word, value in schema.items():
        if word not in ANY | {"type"} | WORDS.get(kind, set()):
            yield f"{word} beside the type {kind!r}"
        if word in {"anyOf", "oneOf"}:
            for each in value:
                yield from faults(each, kind)
        elif word in {"items", "not"}:
            yield from faults(value, kind if word == "not" else "")
        elif word == "properties":
            for each in value.values():
                yield from faults(each)
    yield from (f"required {name}" for name in schema.get("required", ()) if name not in schema["properties"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_judge_in_strict_mode_finds_no_fault_in_a_schema(name: str) -> None:
    schema = document(name)
    parts = schema.pop("$defs")
    assert schema.pop("$schema").endswith("2020-12/schema")

    assert {name: list(faults(part)) for name, part in (*parts.items(), ("file", schema))} == {
        name: [] for name in (*parts, "file")
    }


def test_a_fault_of_each_kind_would_be_found() -> None:
    assert list(faults({"oneOf": [], "discriminator": {"mapping": {}}})) == ["discriminator beside the type ''"]
    assert list(faults({"items": {"prefixItems": []}, "type": "array"})) == ["prefixItems beside the type ''"]
    assert list(faults({"pattern": "a"})) == ["pattern beside the type ''"]
    assert list(faults({"type": "object", "properties": {}, "required": ["a"]})) == ["required a"]


@pytest.mark.parametrize(
    "value", [json.loads(ROUTINES.read_bytes()), whole(), whole_of_2()], ids=["shipped", "whole", "whole of 2"]
)
def test_the_schema_accepts_a_file_that_coach_accepts(value: Json) -> None:
    assert [error.message for error in judge("routine").iter_errors(value)] == []


def test_the_schema_refuses_each_bad_file_whose_fault_is_at_one_place() -> None:
    judged, accepted = judge("routine"), []
    for change in (*UNKNOWN_KEYS, *LEFT_OUT, *WRONG_TYPES, *WRONG_VALUES, *SPOKEN_IN_FULL):
        told = whole()
        put(told, change.path, change.value)
        if judged.is_valid(told):
            accepted.append(change.name)

    assert set(accepted) == {
        *("change of two sides", "no side", "an unknown figure", "felt on no side"),
        *("30.0 for a number", "1.0 in an entry", "1.0 for the format"),  # for JSON Schema they are whole numbers
        *("an id twice", "a routine's id twice", "an unknown exercise"),
        *("a step for each of no sides", "a wording for each of no sides"),
    }


def places(value: Json, here: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give each place of a document."""
    if here:
        yield here
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*here, key))


def mutations() -> Iterator[Json]:
    """Give documents with one value changed, left out or added: always the same ones."""
    chance = random.Random(16)  # noqa: S311 - always the same
    all_places = list(places(whole_of_2()))
    for _number in range(MUTATIONS):
        told, place = whole_of_2(), chance.choice(all_places)
        what = chance.random()
        if what < 0.2:
            put(told, place, GONE)
        elif what < 0.3 and isinstance(place[-1], str):
            put(told, (*place[:-1], f"{place[-1]}-x"), 1)
        else:
            put(told, place, copy.deepcopy(chance.choice(OTHERS)))
        yield told


def test_what_the_schema_refuses_coach_refuses(tmp_path: pathlib.Path) -> None:
    judged, file = judge("routine"), tmp_path / "mine.json"
    (tmp_path / "lift.png").write_bytes(png())
    refused, fine = 0, 0
    for told in mutations():
        file.write_bytes(as_bytes(told))
        found = read(file)
        if not isinstance(found, tuple):
            assert judged.is_valid(told), told
            fine += 1
        elif judged.is_valid(told):
            assert [str(each) for each in found if not any(words in str(each) for words in BEYOND)] == []
        else:
            refused += 1

    assert refused > MUTATIONS // 2
    assert fine > MUTATIONS // 20

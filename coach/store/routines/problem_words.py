"""Puts what pydantic found wrong into words: where it is, what is wrong, what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
from coach.store.untrusted_file import clean

_LINE_TAGS = {"text", "right and left"}
_KINDS = {"hold", "reps-own-pace", "flow-by-breath"}
_THINGS = {
    "exercises": "exercise",
    "routines": "routine",
    "position_changes": "position change",
    "easier": "easier version",
    "mistakes": "mistake",
}


def place_in_words(location: tuple[int | str, ...], document: object) -> str:
    """Name a place in the file, as in “exercise 4 (trunk-rotation), work_s”; items count from 1."""
    words: list[str] = []
    here = document
    parts = list(location)
    while parts:
        part = parts.pop(0)
        if isinstance(part, str) and part in _LINE_TAGS and not (isinstance(here, dict) and part in here):
            continue
        here = _inside(here, part)
        if isinstance(part, int):
            words.append(str(part + 1))
        elif parts and isinstance(parts[0], int) and isinstance(here, list):
            number = parts.pop(0)
            here = _inside(here, number)
            thing = _THINGS.get(part, clean(part))
            words.append(f"{thing} {int(number) + 1}{_id_of(here)}")
            if part == "exercises" and len(words) == 1 and parts and str(parts[0]) in _KINDS:
                parts.pop(0)  # pydantic names the kind it chose; the person does not need it
        else:
            words.append(clean(part))
    return ", ".join(words) or "file"


def _inside(here: object, part: int | str) -> object:
    if isinstance(here, dict):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
        return here[part]
    return None


def _id_of(thing: object) -> str:
    known = thing.get("id", thing.get("exercise")) if isinstance(thing, dict) else None
    return f" ({clean(known, 40)})" if isinstance(known, str) else ""


_SIMPLE: dict[str, tuple[str, str]] = {
    "missing": ("is missing", "add it"),
    "extra_forbidden": ("is an unknown key", "check its spelling, or leave it out"),
    "int_type": ("is not a whole number", "write a whole number without quotes"),
    "int_from_float": ("is not a whole number", "write a whole number without quotes"),
    "string_type": ("is not a text", "write it in double quotes"),
    "string_unicode": ("holds characters that no text can have", "remove the half of a surrogate pair"),
    "bool_type": ("is neither true nor false", "write true or false without quotes"),
    "tuple_type": ("is not a list", "write it in square brackets"),
    "model_type": ("is not an object", "write it in curly brackets"),
    "model_attributes_type": ("is not an object", "write it in curly brackets"),
    "dict_type": ("is not an object", "write it in curly brackets"),
    "control_character": ("holds a control character", "remove it; use plain text on one line"),
    "blank_text": ("is blank", "write a text, or leave the key out"),
    "json_invalid": ("is not JSON", "look for a missing comma, quote or bracket"),
}


_RANGES: dict[str, tuple[str, str]] = {
    "greater_than_equal": ("is {given}, which is too small", "use {ge} or more"),
    "less_than_equal": ("is {given}, which is too large", "use {le} or less"),
    "string_too_long": ("is too long", "use at most {max_length} characters"),
    "string_too_short": ("is empty", "write a text, or leave the key out"),
    "too_long": ("has too many entries", "use at most {max_length}"),
    "too_short": ("has too few entries", "use at least {min_length}"),
    "string_pattern_mismatch": ("is “{given}”", "use small letters, digits and single hyphens, as in cat-cow"),
    "literal_error": ("is “{given}”", "use {expected}"),
    "union_tag_invalid": ("has the unknown kind “{tag}”", "use {expected_tags}"),
    "union_tag_not_found": ("has no kind", "use hold, reps-own-pace or flow-by-breath"),
}


def remedy_for(detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and what would be right for one finding of pydantic."""
    kind = detail["type"]
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind not in _RANGES:
        return clean(detail["msg"], 160), "see docs/routine-format.md"
    values = {name: clean(value, 200) for name, value in detail.get("ctx", {}).items()}
    values["given"] = clean(detail["input"])
    wrong, right = _RANGES[kind]
    return wrong.format_map(values), right.format_map(values)

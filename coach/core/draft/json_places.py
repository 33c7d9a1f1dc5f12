"""Places in a document of JSON values, and documents that differ from another one at one place.

Nothing is changed in place: what lies on the way to the place is made anew, all else is shared. So what is the same
object is the same text, and whoever keeps something for a part of a document knows at once whether it still holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Place: TypeAlias = tuple[str | int, ...]
"""The keys and numbers that lead to a value, from the whole document on; numbers count from 0."""


def value_at(document: Any, place: Place, default: Any = None) -> Any:
    """Return the value at a place, `default` where the document has none there."""
    here = document
    for part in place:
        is_there = part in here if isinstance(here, dict) else _is_entry(here, part)
        if not is_there:
            return default
        here = here[part]
    return here


def _is_entry(here: Any, part: str | int) -> bool:
    return isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here)


def with_value(document: Any, place: Place, value: Any) -> Any:
    """Return the document with another value at a place; None leaves the key out. Missing keys are made on the way."""
    if not place:
        return value
    part, rest = place[0], place[1:]
    if isinstance(part, int):
        entries = list(document)
        entries[part] = with_value(entries[part], rest, value)
        return entries
    keys = dict(document) if isinstance(document, dict) else {}
    inner = with_value(keys.get(part), rest, value)
    if inner is None:
        keys.pop(part, None)
    else:
        keys[part] = inner
    return keys


def with_values(document: Any, values: Mapping[Place, Any]) -> Any:
    """Return the document with other values at several places; None leaves a key out, and what is out stays out."""
    for place, value in values.items():
        if value is not None or value_at(document, place) is not None:
            document = with_value(document, place, value)
    return document


def with_entry(document: Any, place: Place, entry: Any) -> Any:
    """Return the document with an entry more in a list; the last part of the place is where it stands then."""
    entries = list(value_at(document, place[:-1], []))
    entries.insert(int(place[-1]), entry)
    return with_value(document, place[:-1], entries)


def without_entry(document: Any, place: Place) -> Any:
    """Return the document without an entry of a list."""
    entries = list(value_at(document, place[:-1]))
    del entries[int(place[-1])]
    return with_value(document, place[:-1], entries)

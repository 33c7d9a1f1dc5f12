"""One routine as a document of its own: what belongs to it, in the newest format, under an id that stays."""

from __future__ import annotations

import json
import re
import secrets
import unicodedata
import zlib
from typing import TYPE_CHECKING, Any

from coach.core.routine_document import FORMAT
from coach.store.routines.library import ENDING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OURS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-[0-9a-f]{8}")
_SLUG = 40


def slug(name: str) -> str:
    """Return a name in small letters, digits and single hyphens, with 40 of them at most; never empty."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG].strip("-") or "routine"


def new_id(name: str) -> str:
    """Return an id that no other routine has."""
    return f"{slug(name)}-{secrets.token_hex(4)}"


def id_of_incoming(routine_id: str, name: str) -> str:
    """Return the id under which a routine of a file is kept: the same each time that file comes."""
    if _OURS.fullmatch(routine_id):
        return routine_id
    return f"{slug(name)}-{zlib.crc32(routine_id.encode()):08x}"


def mark(own_id: str) -> str:
    """Return the part of an id that stays when the routine gets another name."""
    return own_id.rpartition("-")[2]


def file_name(name: str) -> str:
    """Return the name to propose for a file with this routine."""
    return slug(name) + ENDING


def alone(document: Mapping[str, Any], place: int, own_id: str) -> dict[str, Any]:
    """Return a document with one routine of another, by its place there, under this id.

    The document was checked before. It has the exercises that this routine uses, and is of the newest format.
    """
    entry = {**document["routines"][place], "id": own_id}
    used = set(exercises_in(entry))
    return {
        "format": FORMAT,
        "exercises": [exercise for exercise in document["exercises"] if exercise["id"] in used],
        **{key: document[key] for key in ("position_changes",) if document.get(key)},
        "routines": [entry],
    }


def exercises_in(value: object) -> list[str]:
    """Return the ids of all exercises that a routine names, in groups and plans too, however deep in them."""
    found: list[str] = []
    open_ends = [value]
    while open_ends:
        each = open_ends.pop()
        if isinstance(each, list):
            open_ends += each
        elif isinstance(each, dict):
            if isinstance(each.get("exercise"), str):
                found.append(each["exercise"])
            open_ends += each.values()
    return found


def written(document: Mapping[str, Any]) -> bytes:
    """Return a document as it stands in its file."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()

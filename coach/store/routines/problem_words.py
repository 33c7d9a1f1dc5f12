"""The findings of pydantic in words: where it is, what is wrong, what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.untrusted_file import clean
from coach.words.basics import listed
from coach.words.catalogue import plural, tr, tr_in, translatable, translated

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from coach.words.catalogue import Translatable

_LINE_TAGS = {"text", "right and left", "in brief", "in full", "with its time", "seconds", "a moment"}
_DOSE_TAGS = {"a number", "set by set", "a group", "an exercise"}
_KINDS = ("hold", "reps-own-pace", "flow-by-breath", "counted")


def whole_file() -> str:
    """Return the words for the file as a whole, as a place."""
    return tr_in("the place where a file is wrong: all of it", "file")


def place_in_words(location: tuple[int | str, ...], document: object) -> str:
    """Name a place in the file, as in “exercise 4 (trunk-rotation), work_s”; items count from 1."""
    words: list[str] = []
    here = document
    parts = list(location)
    while parts:
        part = parts.pop(0)
        if isinstance(part, str) and part in _LINE_TAGS | _DOSE_TAGS and not (isinstance(here, dict) and part in here):
            continue
        here = _inside(here, part)
        if isinstance(part, int):
            words[-1:] = [f"{words[-1]} {part + 1}" if words else str(part + 1)]
        elif parts and isinstance(parts[0], int) and isinstance(here, list):
            number = parts.pop(0)
            here = _inside(here, number)
            words.append(_named(part, int(number) + 1, _id_of(here)))
            if part == "exercises" and len(words) == 1 and parts and str(parts[0]) in _KINDS:
                parts.pop(0)  # pydantic names the kind it chose; the person does not need it
        else:
            words.append(clean(part))
    return listed(words) or whole_file()


def _named(part: str, number: int, known: str | None) -> str:
    """Return the words for one item of a list; `known` is its id, if it has one."""
    item_words = {
        "exercises": tr("exercise {place}", place=number),
        "routines": tr("routine {place}", place=number),
        "position_changes": tr("position change {place}", place=number),
        "easier": tr("easier version {place}", place=number),
        "mistakes": tr("mistake {place}", place=number),
    }
    words = item_words.get(part, f"{clean(part)} {number}")
    return words if known is None else tr("{thing} ({id})", thing=words, id=known)


def _inside(here: object, part: int | str) -> object:
    if isinstance(here, dict):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and 0 <= part < len(here):
        return here[part]
    return None


def _id_of(item: object) -> str | None:
    known = item.get("id", item.get("exercise")) if isinstance(item, dict) else None
    return clean(known, 40) if isinstance(known, str) else None


_SIMPLE: dict[str, tuple[Translatable, Translatable]] = {
    "missing": (translatable("is missing"), translatable("add it")),
    "extra_forbidden": (translatable("is an unknown key"), translatable("check its spelling, or leave it out")),
    "int_type": (translatable("is not a whole number"), translatable("write a whole number without quotes")),
    "int_from_float": (translatable("is not a whole number"), translatable("write a whole number without quotes")),
    "float_type": (translatable("is not a number"), translatable("write a number without quotes")),
    "string_type": (translatable("is not a text"), translatable("write it in double quotes")),
    "string_unicode": (
        translatable("holds characters that no text can have"),
        translatable("remove the half of a surrogate pair"),
    ),
    "bool_type": (translatable("is neither true nor false"), translatable("write true or false without quotes")),
    "tuple_type": (translatable("is not a list"), translatable("write it in square brackets")),
    "model_type": (translatable("is not an object"), translatable("write it in curly brackets")),
    "model_attributes_type": (translatable("is not an object"), translatable("write it in curly brackets")),
    "dict_type": (translatable("is not an object"), translatable("write it in curly brackets")),
    "control_character": (
        translatable("holds a control character"),
        translatable("remove it; use plain text on one line"),
    ),
    "blank_text": (translatable("is blank"), translatable("write a text, or leave the key out")),
    "json_invalid": (translatable("is not JSON"), translatable("look for a missing comma, quote or bracket")),
}


_RANGES: dict[str, tuple[Translatable, Translatable]] = {
    "greater_than_equal": (translatable("is {given}, which is too small"), translatable("use {ge} or more")),
    "less_than_equal": (translatable("is {given}, which is too large"), translatable("use {le} or less")),
    "string_too_short": (translatable("is empty"), translatable("write a text, or leave the key out")),
    "too_long": (translatable("has too many entries"), translatable("use at most {max_length}")),
    "too_short": (translatable("has too few entries"), translatable("use at least {min_length}")),
    "string_pattern_mismatch": (
        translatable("is “{given}”"),
        translatable("use small letters, digits and single hyphens, as in cat-cow"),
    ),
    "literal_error": (translatable("is “{given}”"), translatable("use {expected}")),
    "union_tag_invalid": (translatable("has the unknown kind “{tag}”"), translatable("use {expected_tags}")),
    "union_tag_not_found": (
        translatable("has no kind"),
        translatable("use {kinds}"),
    ),
}


def remedy_for(detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and what would be right for one finding of pydantic."""
    kind = detail["type"]
    if kind in _SIMPLE:
        return _translated(_SIMPLE[kind], {})
    if kind == "string_too_long":
        most = int(detail["ctx"]["max_length"])
        return tr("is too long"), plural("use at most {number} character", "use at most {number} characters", most)
    if kind not in _RANGES:
        return clean(detail["msg"], 160), tr("see {document}", document="docs/routine-format.md")
    values = {name: clean(value, 60 if name == "tag" else 200) for name, value in detail.get("ctx", {}).items()}
    values["given"], values["kinds"] = clean(detail["input"]), listed(list(_KINDS))
    return _translated(_RANGES[kind], values)


def _translated(texts: tuple[Translatable, Translatable], values: dict[str, str]) -> tuple[str, str]:
    wrong, right = texts
    return translated(wrong, **values), translated(right, **values)


def place_of(location: tuple[int | str, ...], document: object) -> tuple[str | int, ...]:
    """Return the place in the document that pydantic means: without the names of the kinds that it chose on its way."""
    place: list[str | int] = []
    here = document
    for part in location:
        is_choice = isinstance(part, str) and (part in _LINE_TAGS | _DOSE_TAGS or part in _KINDS)
        if is_choice and not (isinstance(here, dict) and part in here):
            continue
        place.append(part)
        here = _inside(here, part)
    return tuple(place)

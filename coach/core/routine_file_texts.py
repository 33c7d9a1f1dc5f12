"""The texts that a routine file may have: their length and their characters, and sentences for each side."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, JsonValue, StringConstraints, Tag
from pydantic_core import PydanticCustomError

MAX_TEXT = 500
MAX_NAME = 80
MAX_LINES = 20


class Strict(BaseModel):
    """A part of the file: unknown keys and wrong types are refused, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def _printable(text: str) -> str:
    """Refuse control characters: they have no place in a label and can steer a terminal."""
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
            kind = "control_character"
            raise PydanticCustomError(kind, "holds the control character U+{code}", {"code": f"{ord(character):04X}"})
    if not text.strip():
        kind = "blank_text"
        raise PydanticCustomError(kind, "is blank")
    return text


_NO_CONTROL: dict[str, JsonValue] = {"not": {"pattern": r"[\u0000-\u001f\u007f-\u009f\u2028\u2029]"}}
_AS_SCHEMA = Field(
    json_schema_extra={
        "pattern": r"[^\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
        **_NO_CONTROL,
    }
)
"""What `_printable` refuses, for the schema: a text has a character that is not blank, and none that controls.

Halves of surrogate pairs are not named: without its flag for Unicode the language of these patterns, that of
ECMAScript, would find them in every whole character beyond the first 65,536.
"""

Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT), AfterValidator(_printable), _AS_SCHEMA]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME), AfterValidator(_printable), _AS_SCHEMA]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(json_schema_extra=_NO_CONTROL),  # to some judges a line may break behind the end of a pattern
]


class BySide(Strict):
    """One wording for each side, where the words differ."""

    right: Text
    left: Text


def _text_or_sides(value: object) -> str:
    return "right and left" if isinstance(value, dict | BySide) else "text"


Line = Annotated[Annotated[Text, Tag("text")] | Annotated[BySide, Tag("right and left")], Discriminator(_text_or_sides)]
"""A sentence: the same for both sides, or one for the right and one for the left."""

Texts = Annotated[tuple[Text, ...], Field(max_length=MAX_LINES)]
Lines = Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)]

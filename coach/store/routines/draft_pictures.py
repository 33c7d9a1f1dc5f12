"""Judges the pictures of a draft, each once: millions of letters are not read again at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.store.routines import pictures
from coach.store.routines.picture_words import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.core.draft.json_places import Place

_STAND_IN = "AAAA"
"""Base64 that fits wherever a picture does."""


class PictureFinding(NamedTuple):
    """A picture that cannot be used: its place in the draft, what is wrong and what would be right."""

    place: Place
    wrong: str
    right: str


class _Judged(NamedTuple):
    size: int
    wrong: str = ""
    right: str = ""


def without_data(exercise: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an exercise with a few letters in the place of each picture in it."""
    written = exercise.get("pictures")
    if not isinstance(written, dict):
        return exercise
    short = {
        stage: {**each, "data": _STAND_IN} if isinstance(each, dict) and isinstance(each.get("data"), str) else each
        for stage, each in written.items()
    }
    return {**exercise, "pictures": short}


class PictureJudge:
    """Remembers what it found for as long as a draft has the picture."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[str, _Judged]] = {}

    def findings(self, document: Mapping[str, Any]) -> Iterator[PictureFinding]:
        """Give the pictures of a draft that cannot be used."""
        kept: dict[int, tuple[str, _Judged]] = {}
        size, told = 0, False
        for place, data in _pictures(document):
            judged = self._judged(data, kept)
            size += judged.size
            if judged.wrong:
                yield PictureFinding(place, judged.wrong, judged.right)
            elif size > pictures.MAX_ALL and not told:
                told, why = True, pictures.too_many_together()
                yield PictureFinding(place, why.wrong, why.right)
        self._known = kept

    def _judged(self, data: str, kept: dict[int, tuple[str, _Judged]]) -> _Judged:
        known = kept.get(id(data)) or self._known.get(id(data))
        if known is None or known[0] is not data:
            known = (data, _judge(data))
        kept[id(data)] = known
        return known[1]


def _pictures(document: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for number, exercise in enumerate(document["exercises"]):
        written = exercise.get("pictures")
        for stage, each in written.items() if isinstance(written, dict) else ():
            if isinstance(each, dict) and isinstance(each.get("data"), str):
                yield ("exercises", number, "pictures", stage, "data"), each["data"]


def _judge(data: str) -> _Judged:
    try:
        return _Judged(len(pictures.judged(pictures.from_text(data)).data))
    except RefusedError as error:
        return _Judged(0, error.wrong, error.right)

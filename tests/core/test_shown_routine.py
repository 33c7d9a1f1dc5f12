"""What is shown of a routine is in the person's language; what is spoken and kept is as written."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from coach.core.routine_document import contents
from coach.core.say import BySide
from coach.core.shown_routine import in_language, texts
from tests.cases import ROUTINES, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_SHOWN = {
    *(
        "id",
        "kind",
        "pace",
        "figure",
        "base",
        "sides",
        "stretches",
        "exercise",
        "before",
        "after",
        "shows",
        "gaps",
        "dose",
        "say",
    )
}


def every_text(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a routine with the name of its field, but the names of things and what is only spoken."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for each in value:
            yield from every_text(each, name)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in NOT_SHOWN:
                yield from every_text(getattr(value, each.name), each.name)


def test_every_text_that_is_shown_is_translated() -> None:
    marked = in_language(shipped(), lambda _context, text: f"[{text}]")

    assert len(list(every_text(marked))) > 200
    assert [(name, text) for name, text in every_text(marked) if text and not text.startswith("[")] == []


def test_what_is_spoken_stays_but_for_the_line_that_is_shown_too() -> None:
    routine = shipped()
    marked = in_language(routine, lambda _context, text: f"[{text}]")

    for before, after in zip(routine.exercises, marked.exercises, strict=True):
        assert (after.say.start, after.say.base, after.say.rounds, after.say.release) == (
            before.say.start, before.say.base, before.say.rounds, before.say.release
        )  # fmt: skip
        line = after.say.pain_stop
        assert (line.right if isinstance(line, BySide) else line).startswith("[")


def test_english_is_the_routine_itself() -> None:
    assert in_language(shipped()) == shipped()


def test_the_translators_are_given_each_text_with_its_exercise_and_field() -> None:
    found = texts(contents(json.loads(ROUTINES.read_text("utf-8"))))

    assert ("pelvic-tilt: name", "Pelvic tilt") in found
    assert ("single-knee-to-chest: steps.leave", "Lower your left foot.") in found
    assert ("routine lower-back: name", "Lower back stretches") in found
    assert len(found) == len(set(found))


def test_what_is_asked_for_is_what_the_translators_are_given() -> None:
    asked: set[tuple[str, str]] = set()

    def ask(context: str, text: str) -> str:
        asked.add((context, text))
        return text

    in_language(shipped(), ask)

    assert asked <= set(texts(contents(json.loads(ROUTINES.read_text("utf-8")))))

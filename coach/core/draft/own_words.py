"""What an exercise says where its author said nothing: texts that follow from its name, kind, sides and steps.

Whoever writes down what a professional prescribed has a name, a dose and some steps. The file wants more than that: how
each part begins and ends is spoken. Such a text is put in, and is put in anew when what it follows from changes, for as
long as nobody wrote another one.

What is spoken is in the language of the recorded voices and not translated, as in coach/words/spoken_phrases.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft.json_places import Place, value_at, with_value
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Exercise = Mapping[str, Any]

_SETUP = {
    "supine": "Lie on your back.",
    "prone": "Lie on your front.",
    "side-lying": "Lie on your side.",
    "seated": "Sit up tall.",
    "kneeling": "Kneel on the mat.",
    "all-fours": "Come onto your hands and knees.",
    "standing": "Stand with both feet flat.",
}
_START = {
    "hold": ("Now hold still.", "{Side} side. Hold."),
    "reps-own-pace": ("At your own pace. Go.", "{Side} side. Go."),
    "flow-by-breath": ("With your own breath. Go.", "{Side} side. Go."),
    "counted": ("At your own pace. Go.", "{Side} side. Go."),
}
_HALF = "Half-way. Keep breathing."
_LAST_FIVE = "Five seconds."
_RELEASE = "Let go slowly. Rest."
_PAIN_STOP = "Stopping. Let go slowly. Rest."
CHANGE = {"right": "Next, the right.", "left": "Next, the left."}


def _base(exercise: Exercise) -> str:
    known = exercise.get("base")
    return known if isinstance(known, str) and known in _SETUP else "supine"


def _has_sides(exercise: Exercise) -> bool:
    return bool(exercise.get("sides"))


def _position(exercise: Exercise) -> str:
    return {
        "supine": tr("You lie on your back."),
        "prone": tr("You lie on your front."),
        "side-lying": tr("You lie on your side."),
        "seated": tr("You sit."),
        "kneeling": tr("You kneel."),
        "all-fours": tr("You are on hands and knees."),
        "standing": tr("You stand."),
    }[_base(exercise)]


def _start(exercise: Exercise) -> str | dict[str, str]:
    plain, by_side = _START.get(str(exercise.get("kind")), _START["hold"])
    if not _has_sides(exercise):
        return plain
    return {side: by_side.replace("{Side}", side.capitalize()) for side in ("right", "left")}


def _change(exercise: Exercise) -> dict[str, str] | None:
    return dict(CHANGE) if _has_sides(exercise) else None


def _setup(exercise: Exercise) -> str:
    return _SETUP[_base(exercise)]


_SHOWN: dict[Place, Callable[[Exercise], Any]] = {
    ("region",): lambda _exercise: tr("Your own exercise"),
    ("start",): _position,
    ("movement",): lambda _exercise: tr("As your steps say."),
    ("end",): lambda _exercise: tr("You come back slowly."),
    ("breath",): lambda _exercise: tr("Breathe slowly and easily."),
    ("feel",): lambda _exercise: tr("A gentle pull at most. No pain."),
}
_SPOKEN: dict[Place, Callable[[Exercise], Any]] = {
    ("say", "setup"): _setup,
    ("say", "start"): _start,
    ("say", "change"): _change,
    ("say", "half"): lambda _exercise: _HALF,
    ("say", "last5"): lambda _exercise: _LAST_FIVE,
    ("say", "release"): lambda _exercise: _RELEASE,
    ("say", "pain_stop"): lambda _exercise: _PAIN_STOP,
}
"""The lines of an exercise that is written in brief; one that says its lines round by round keeps its own."""


def _texts(exercise: Exercise) -> dict[Place, Callable[[Exercise], Any]]:
    in_full = "rounds" in (exercise.get("say") or {})
    return _SHOWN if in_full else {**_SHOWN, **_SPOKEN}


def proposed(exercise: Exercise, place: Place) -> Any:
    """Return the text that follows from the rest of an exercise at a place inside it, None where none does."""
    text = _SHOWN.get(place) or _SPOKEN.get(place)
    return None if text is None else text(exercise)


def filled(exercise: Exercise) -> Exercise:
    """Return an exercise with a text wherever it has none and one follows."""
    for place, text in _texts(exercise).items():
        if value_at(exercise, place) is None and (words := text(exercise)) is not None:
            exercise = with_value(exercise, place, words)
    return exercise


def followed(before: Exercise, after: Exercise) -> Exercise:
    """Return the exercise after a change, with the texts that followed from it before following from it now."""
    for place, text in _texts(after).items():
        was, words = text(before), text(after)
        if was != words and value_at(after, place) == value_at(before, place) == was:
            after = with_value(after, place, words)
    return after

"""Finds, reads and checks routine files; what is wrong with one is described so that a person can correct it.

Routine files are untrusted: only regular files are read, at most 1 MiB of them, and every problem is reported with its
place and what would be right.
"""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import field
from typing import TYPE_CHECKING, Any, NoReturn

from coach.core import routine_document
from coach.core.dataclass import dataclass
from coach.store import known_good
from coach.store.paths import shipped
from coach.store.routines import json_slips
from coach.store.routines.problem_words import place_in_words, remedy_for, whole_file
from coach.store.untrusted_file import clean, read_regular
from coach.waves import later
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from pathlib import Path

    import pydantic
    from pydantic_core import ErrorDetails

    from coach.core import routine_file, routine_file_mistakes
    from coach.core.routine import Contents
    from coach.core.routine_file_mistakes import Mistake
    from coach.store import figures
    from coach.store.routines import pictures
else:
    pydantic, routine_file = later("pydantic"), later("coach.core.routine_file")
    routine_file_mistakes = later("coach.core.routine_file_mistakes")
    figures, pictures = later("coach.store.figures"), later("coach.store.routines.pictures")

ENDING = ".coach.json"
"""How the name of a file ends that coach writes."""
MAX_BYTES = 1 << 20
"""Largest routine file, without the pictures in it."""
MAX_WITH_PICTURES = 16 << 20
"""Largest with them: some forty, of up to 400 KB each. More would be slow to check, and too much for a mail."""
_PICTURE = rb'"[A-Za-z0-9+/=\\]{1000,}"'
MAX_DEPTH = 32
MAX_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a file: where, what, and what would be right. Safe to print on one line."""

    file: str
    place: str
    message: str
    remedy: str

    def __str__(self) -> str:
        # Note: what is wrong with a file, as in “my.json: exercise 4, work_s: is too long; use at most 90”
        return tr(
            "{file}: {place}: {wrong}; {remedy}",
            file=self.file,
            place=self.place,
            wrong=self.message,
            remedy=self.remedy,
        )


class RoutineError(Exception):
    """A routine file cannot be used; `problems` says why and is never empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Library:
    """The routines to choose from, the file they came from, and the problems of the file that was asked for."""

    contents: Contents
    source: Path
    problems: tuple[Problem, ...] = field(default=())

    @property
    def own_name(self) -> str:
        """The name of the person's own file, safe to show; empty where the routines came with coach."""
        return "" if self.source == shipped("routines.json") else clean(self.source.name, 100)


def load(asked_for: Path | None) -> Library:
    """Read the routine file that was asked for; with any problem in it, the shipped one instead.

    Raises RoutineError only if the shipped file itself cannot be used, which means a broken installation.
    """
    own = shipped("routines.json")
    if asked_for is None:
        return Library(_shipped(own), own)
    try:
        return Library(read(asked_for), asked_for)
    except RoutineError as error:
        problems = error.problems
    except Exception as error:  # noqa: BLE001 - no untrusted file keeps a person from the shipped routine
        problems = (unusable(asked_for, error),)
    return Library(_shipped(own), own, problems)


def _shipped(own: Path) -> Contents:
    with contextlib.suppress(OSError):
        data = read_regular(own, MAX_BYTES)
        if known_good.is_tested(own.name, data):
            return routine_document.contents(json.loads(data))
    return read(own)


def read(path: Path) -> Contents:
    """Read and check one routine file; raises RoutineError with all its problems."""
    return checked(path, data_of(path))[1]


def unusable(path: Path | str, error: Exception) -> Problem:
    """Return what is told of a file whose judges met what they did not reckon with."""
    why = tr("cannot be used ({reason})", reason=f"{type(error).__name__}: {clean(error, 200)}")
    return Problem(clean(path, 200), whole_file(), why, tr("use another one"))


def data_of(path: Path) -> bytes:
    """Return the bytes of a routine file; raises RoutineError."""
    try:
        data = read_regular(path, MAX_WITH_PICTURES + 1)
    except FileNotFoundError:
        _fail(path, whole_file(), tr("is not there"), tr("check the name and the folder"))
    except IsADirectoryError:
        _fail(path, whole_file(), tr("is a folder"), tr("name a routine file inside it"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        _fail(path, whole_file(), tr("cannot be read ({reason})", reason=clean(reason)), tr("check its permissions"))
    if len(data) > MAX_WITH_PICTURES:
        _fail(path, whole_file(), tr("is larger than 16 MiB"), tr("use fewer pictures, or smaller ones"))
    if len(data) > MAX_BYTES and len(re.sub(_PICTURE, b"", data)) > MAX_BYTES:
        right = tr("a routine file has some 10 to 100 KiB: use a smaller one")
        _fail(path, whole_file(), tr("is larger than 1 MiB"), right)
    return data


def checked(path: Path, data: bytes) -> tuple[dict[str, Any], Contents]:
    """Return the document in the bytes of a routine file, and its values; raises RoutineError with all its problems.

    `path` is for the words of the problems, and its folder has the pictures that the file names: nothing else is read.
    They are in the document and in the values then, without their metadata.
    """
    text = _text(path, data)
    document = _of_known_format(path, _document(path, text))
    return _validated(path, text, document)


def trusted(data: bytes) -> tuple[dict[str, Any], Contents]:
    """Return the same of bytes that were checked before; any others may raise anything."""
    document = json.loads(data)
    return document, routine_document.contents(document)


def _fail(path: Path, place: str, message: str, remedy: str) -> NoReturn:
    raise RoutineError((Problem(clean(path, 200), place, message, remedy),))


def _text(path: Path, data: bytes) -> str:
    if (slip := json_slips.of_bytes(data)) is not None:
        _fail(path, tr("byte {place}", place=slip.at + 1), slip.wrong, slip.right)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(
            path,
            tr("byte {place}", place=error.start + 1),
            tr("is not UTF-8 text"),
            tr("save the file with the encoding UTF-8"),
        )


class _RefusedError(ValueError):
    """Something that the JSON reader accepts but a routine file must not hold."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            message = tr("the key “{key}” stands twice in one place", key=clean(key, 40))
            raise _RefusedError(message, tr("keep one of the two"))
        values[key] = value
    return values


def _no_constant(name: str) -> NoReturn:
    raise _RefusedError(tr("{given} is not a number of JSON", given=name), tr("use a whole number"))


def _document(path: Path, text: str) -> object:
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        slip = json_slips.of_text(text, error)
        _fail(path, json_slips.line_and_column(text, slip.at), slip.wrong, slip.right)
    except _RefusedError as error:
        _fail(path, whole_file(), error.message, error.remedy)
    except RecursionError:
        _too_deep(path)
    except ValueError:  # a whole number with thousands of digits
        _fail(
            path, whole_file(), tr("holds a number that is far too long"), tr("use whole numbers in the ranges given")
        )
    if _depth(document) > MAX_DEPTH:
        _too_deep(path)
    if (half := _half_character(document)) is not None:
        _fail(
            path, place_in_words(half, document), tr("holds half of a surrogate pair"), tr("write the whole character")
        )
    return document


def _too_deep(path: Path) -> NoReturn:
    _fail(
        path,
        whole_file(),
        tr("is nested too deep"),
        plural("use at most {number} level of brackets", "use at most {number} levels of brackets", MAX_DEPTH),
    )


def _depth(document: object) -> int:
    depth, level = 0, [document]
    while level and depth <= MAX_DEPTH:
        depth += 1
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
        level = below
    return depth


def _echo(detail: ErrorDetails) -> bool:
    """Tell whether a list is reported as too short only because its entries are wrong, which is reported already."""
    entries = detail["input"]
    return detail["type"] == "too_short" and isinstance(entries, list) and len(entries) > 0


def _half_character(document: object) -> tuple[str | int, ...] | None:
    """Return the place of a text with half of a surrogate pair, which an escape in JSON can make; None without any."""
    open_ends: list[tuple[tuple[str | int, ...], object]] = [((), document)]
    while open_ends:
        place, value = open_ends.pop()
        if isinstance(value, str) and not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            return place
        if isinstance(value, dict):
            for key, inner in value.items():
                open_ends += [((*place, clean(key)), inner), ((*place, clean(key)), key)]
        elif isinstance(value, list):
            open_ends += [((*place, number), inner) for number, inner in enumerate(value)]
    return None


def _of_known_format(path: Path, document: object) -> dict[str, Any]:
    known = routine_document.FORMAT
    if not isinstance(document, dict):
        _fail(
            path, whole_file(), tr("does not hold an object"), tr("begin it with {example}", example='{"format": 1, …}')
        )
    written = document.get("format", known)
    given = clean(json.dumps(written, ensure_ascii=False), 20)
    if type(written) is not int:
        _fail(path, "format", tr("is {given}, not a whole number", given=given), tr("use {right}", right=known))
    if written > known:
        _fail(
            path,
            "format",
            tr("{given} is newer than this program, which reads {known}", given=given, known=known),
            tr("use a newer coach, or a file of format {known}", known=known),
        )
    return document


def _unknown_figures(contents: Contents) -> list[Mistake]:
    return [
        routine_file_mistakes.Mistake(
            ("exercises", number, "figure"),
            tr("names the unknown figure “{figure}”", figure=exercise.figure),
            tr("use one of: {names}", names=", ".join(figures.known())),
        )
        for number, exercise in enumerate(contents.exercises)
        if exercise.figure is not None and exercise.figure not in figures.known()
    ]


def _validated(path: Path, text: str, document: dict[str, Any]) -> tuple[dict[str, Any], Contents]:
    file_name = clean(path, 200)
    try:
        routine_file.RoutineFile.model_validate_json(text.removeprefix("\ufeff"))
    except pydantic.ValidationError as error:
        problems = [
            Problem(file_name, place_in_words(detail["loc"], document), *remedy_for(detail))
            for detail in error.errors(include_url=False)
            if not _echo(detail)
        ]
    else:
        contents = routine_document.contents(document)
        mistakes = [*routine_file_mistakes.mistakes(contents, document), *_unknown_figures(contents)]
        if any(exercise.pictures for exercise in contents.exercises) and not mistakes:
            contents, refused = pictures.taken_in(contents, path.parent)
            mistakes = [routine_file_mistakes.Mistake(*each) for each in refused]
            document = document if mistakes else pictures.document_taken_in(document, contents)
        problems = [
            Problem(file_name, place_in_words(mistake.place, document), mistake.message, mistake.remedy)
            for mistake in mistakes
        ]
        if not problems:
            return document, contents
    more = len(problems) - MAX_PROBLEMS
    if more > 0:
        rest = Problem(
            file_name,
            whole_file(),
            plural("has {number} more problem", "has {number} more problems", more),
            tr("mend these first"),
        )
        problems = [*problems[:MAX_PROBLEMS], rest]
    raise RoutineError(tuple(problems))

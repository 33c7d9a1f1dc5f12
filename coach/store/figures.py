"""Find and read the shipped figures: the body that all share, and one movement for each exercise that has one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from coach.core.dataclass import dataclass
from coach.figure import poses
from coach.store import known_good
from coach.store.paths import shipped
from coach.store.untrusted_file import clean, read_regular
from coach.waves import later

if TYPE_CHECKING:
    from pathlib import Path

    import pydantic

    from coach.figure import body_file, figure_file
    from coach.figure.poses import Body, Movement
else:
    pydantic = later("pydantic")
    body_file, figure_file = later("coach.figure.body_file"), later("coach.figure.figure_file")

MAX_BYTES = 1 << 20
Model = Literal["Body", "Movement"]


class FigureError(Exception):
    """A figure cannot be used; the message says which file and why, on one line."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The body and the movements by id. A figure that cannot be used is left out, and `problems` says why."""

    body: Body
    movements: dict[str, Movement]
    problems: tuple[str, ...] = ()


def folder() -> Path:
    """Return the folder of the shipped figures."""
    return shipped("assets") / "figures"


def known() -> tuple[str, ...]:
    """Return the ids of the shipped figures, in order of the alphabet."""
    return tuple(sorted(path.stem for path in folder().glob("*.json") if path.stem != "body"))


def load(ids: tuple[str, ...]) -> Figures:
    """Read the body and these movements; raises FigureError when the body itself cannot be used."""
    body = poses.body(_document(folder() / "body.json", "Body"))
    movements: dict[str, Movement] = {}
    problems: list[str] = []
    for figure in dict.fromkeys(ids):
        try:
            movement = poses.movement(_document(folder() / f"{figure}.json", "Movement"))
            if movement.id != figure:
                message = f"{figure}.json: id: is “{movement.id}”; give it the name of the file"
                raise FigureError(message)
            movements[figure] = movement
        except FigureError as error:
            problems.append(str(error))
        except Exception as error:  # noqa: BLE001 - one picture takes no other along
            problems.append(f"{figure}.json: file: cannot be used ({type(error).__name__}: {clean(error, 160)})")
    return Figures(body, movements, tuple(problems))


def read_movement(path: Path) -> Movement:
    """Read and check one movement from any file; raises FigureError."""
    return poses.movement(_checked(path, _bytes(path), "Movement"))


def read_body(path: Path) -> Body:
    """Read and check a body from any file; raises FigureError."""
    return poses.body(_checked(path, _bytes(path), "Body"))


def _document(path: Path, model: Model) -> dict[str, Any]:
    """Return the document of a shipped file, checked now unless the tests have checked it before."""
    data = _bytes(path)
    if known_good.is_tested(path.name, data):
        document: dict[str, Any] = json.loads(data)
        return document
    return _checked(path, data, model)


def _bytes(path: Path) -> bytes:
    name = clean(path.name, 80)
    try:
        data = read_regular(path, MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or "not a file"
        message = f"{name}: file: cannot be read ({clean(reason)}); check that it is there"
        raise FigureError(message) from None
    if len(data) > MAX_BYTES:
        message = f"{name}: file: is larger than 1 MiB; use a smaller one"
        raise FigureError(message)
    return data


def _checked(path: Path, data: bytes, model: Model) -> dict[str, Any]:
    try:
        (body_file.Body if model == "Body" else figure_file.Movement).model_validate_json(data)
    except pydantic.ValidationError as error:
        detail = error.errors(include_url=False)[0]
        place = ", ".join(clean(part) for part in detail["loc"]) or "file"
        message = f"{clean(path.name, 80)}: {place}: {clean(detail['msg'], 160)}; see docs/figures.md"
        raise FigureError(message) from None
    document: dict[str, Any] = json.loads(data)
    return document

"""What leads to the pictures of the page of routines: own ones, a file that comes in, and one that does not fit yet."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.store.paths import shipped
from coach.store.routines import incoming
from coach.ui.library.incoming_page import IncomingPage
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.library.unfit_page import UnfitPage
from coach.ui.library.wishes import Wish
from tools.studio import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.studio import Studio


def _document(name: str, places: tuple[int, ...]) -> dict[str, Any]:
    """Return the shipped file with one routine: of the first one, what stands at these places."""
    document: dict[str, Any] = json.loads(shipped("routines.json").read_text("utf-8"))
    first = document["routines"][0]
    exercises = [first["exercises"][place] for place in places]
    document["routines"] = [{"id": "physio", "name": name, "exercises": exercises}]
    return document


def _file(document: dict[str, Any]) -> Path:
    path = Path(tempfile.mkdtemp()) / "physio.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def _look_at(pictures: Studio, document: dict[str, Any]) -> None:
    pictures.program.routines.bring(_file(document))


def show(pictures: Studio) -> None:
    """Show all routines: those that come with coach, one that was made, and one that came in."""
    library = pictures.program.routines
    wait_until(pictures, lambda: library.is_read)
    if not library.own:
        library.store.duplicate(_document("Evening", (0, 1, 3, 4, 5)), "Evening, ten minutes")
        physio = _file(_document("From my physiotherapist", (0, 2, 4, 6)))
        incoming.keep(incoming.look_at(physio, library.store), library.store)
        library.look_again()
        wait_until(pictures, lambda: len(library.own) > 1)
    pictures.parts.actions["routines"].trigger()
    page = pictures.program.window.page
    if isinstance(page, RoutinesPage):
        pictures.app.processEvents()
        wait_until(pictures, lambda: page.is_complete)


def _deleted(pictures: Studio) -> None:
    page, library = pictures.program.window.page, pictures.program.routines
    if isinstance(page, RoutinesPage):
        evening = next(own.id for own in library.own if own.name == "Evening, ten minutes")
        page.wanted.emit(Wish.DELETE, evening)
        wait_until(pictures, page.toast.isVisible)


def _incoming(pictures: Studio) -> None:
    page, library = pictures.program.window.page, pictures.program.routines
    if isinstance(page, RoutinesPage):
        page.undo_wanted.emit()
        wait_until(pictures, lambda: len(library.own) > 1)
    show(pictures)
    document = _document("From my physiotherapist", (0, 3, 4, 5))
    document["exercises"][4]["work_s"] += 5
    _look_at(pictures, document)
    wait_until(pictures, lambda: isinstance(pictures.program.window.page, IncomingPage))
    page = pictures.program.window.page
    if isinstance(page, IncomingPage):
        pictures.app.processEvents()
        wait_until(pictures, lambda: page.is_complete)


def _unfit(pictures: Studio) -> None:
    document = _document("From my physiotherapist", (0, 2, 4, 6))
    document["exercises"][1]["work_s"] = 0
    document["exercises"][2]["steps"]["work"] = []
    document["exercises"][3]["round"] = 3
    _look_at(pictures, document)
    wait_until(pictures, lambda: isinstance(pictures.program.window.page, UnfitPage))


SCENES: dict[str, Callable[[Studio], object]] = {
    "routines": show,
    "routines_deleted": _deleted,
    "routines_incoming": _incoming,
    "routines_unfit": _unfit,
}
"""In the order in which one program can show them."""

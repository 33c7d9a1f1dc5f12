"""What leads to the pictures of the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.editor.editor_page import EditorPage
from tools import sample_routine
from tools.studio import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.studio import Studio


def _page(pictures: Studio) -> EditorPage:
    page = pictures.program.window.page
    if not isinstance(page, EditorPage):
        msg = f"the editor does not show, but {page}"
        raise TypeError(msg)
    return page


def _editor(pictures: Studio) -> None:
    """Open a routine of five exercises, with a time to change side that is too short."""
    routines = pictures.program.routines
    wait_until(pictures, lambda: routines.is_read)
    routines.save(sample_routine.document())
    wait_until(pictures, lambda: routines.find(sample_routine.ID) is not None)
    pictures.parts.side_pages.editor.edit(sample_routine.ID)
    wait_until(pictures, lambda: isinstance(pictures.program.window.page, EditorPage))
    page = _page(pictures)
    page.pane.rows.chosen.emit(2)
    page.form.change.field.setValue(3)
    wait_until(pictures, lambda: page.pane.rows.is_complete)


def _add(pictures: Studio) -> None:
    page = _page(pictures)
    page.pane.add.click()
    wait_until(pictures, lambda: page.adding is not None and bool(page.adding.buttons))


def _more(pictures: Studio) -> None:
    _page(pictures).form.more.click()


def _more_end(pictures: Studio) -> None:
    bar = _page(pictures).area.verticalScrollBar()
    pictures.app.processEvents()
    bar.setValue(bar.maximum())


def _routine(pictures: Studio) -> None:
    page = _page(pictures)
    page.hide_adding()
    page.form.more.open(on=False)
    page.pane.routine.click()
    page.area.to_top()


def _week(pictures: Studio) -> None:
    page = _page(pictures)
    if page.routine is not None:
        page.routine.plan.more.click()
    _more_end(pictures)


SCENES: dict[str, Callable[[Studio], object]] = {
    "editor": _editor,
    "editor_more": _more,
    "editor_more_end": _more_end,
    "editor_add": _add,
    "editor_routine": _routine,
    "editor_week": _week,
}
"""In the order in which one program can show them."""

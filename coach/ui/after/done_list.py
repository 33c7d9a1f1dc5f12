"""The list of what was really done of each exercise, read row by row, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.after.done_row import DoneRow
from coach.ui.figure.slices import Slices
from coach.ui.kit.line_list import Lines
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.ui.after.done import Done
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class DoneList(Lines):
    """One row for each exercise, read one by one with the arrow keys."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme, tr("What you did"))
        self._pictures = pictures
        self._rows: list[DoneRow] = []
        self._is_low = False
        self._slice = Slices(self, pictures, self._draw_one)

    def show_done(self, exercises: Iterable[Done]) -> None:
        """Show these exercises in place of the ones before."""
        for old in self.lines:
            old.deleteLater()
            self._column.removeWidget(old)
        self.lines.clear()
        self._rows = [DoneRow(self._theme, self, self._pictures, done) for done in exercises]
        for row in self._rows:
            row.set_low(low=self._is_low)
            self.take(row, row.done.in_words, 16, 600)
        self._slice.start()

    def set_low(self, *, low: bool) -> None:
        """Make the rows lower, or not."""
        self._is_low = low
        for row in self._rows:
            row.set_low(low=low)

    def _draw_one(self) -> bool:
        for row in self._rows:
            view = row.view
            if view is not None and not self._pictures.has_close_up(view):
                self._pictures.close_up(view)
                row.update()
                return True
        return False

"""The person on the way down to the floor: kneeling, on hands and knees, sitting, lying, as the steps are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect

from coach.core.instructions import shown_on_way
from coach.session.step_news import share_of
from coach.ui.figure.still import LYING, POSES, Still

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from coach.core.instructions import Instructions
    from coach.session.live import Live
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.figure.view import FigureView
    from coach.ui.kit.theme import Theme


class WayFigure(Still):
    """Lies over the figure of the first exercise while one gets down to it, wherever the routine says what it shows."""

    def __init__(self, theme: Theme, pictures: PictureCache, figure: FigureView) -> None:
        super().__init__(theme, pictures, LYING)
        self._figure = figure
        self.setParent(figure)
        self.hide()
        figure.installEventFilter(self)

    def show_way(self, live: Live, told: Instructions) -> None:
        """Show what belongs to the step that is lit, or nothing outside the way down."""
        shown = shown_on_way(live.routine, live.snapshot.block, told.lit(share_of(live.snapshot)))
        if shown is not None:
            self.take(POSES[shown])
        self.setVisible(shown is not None and self.is_known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the figure."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(QRect(QPoint(0, 0), self._figure.size()))
        return super().eventFilter(watched, event)

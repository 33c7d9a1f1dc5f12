"""Makes the page of one exercise, and has its lines heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.session.reading_aloud import ReadingAloud
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.pacing import Side
    from coach.core.routine import Exercise
    from coach.core.speech import one_exercise
    from coach.core.speech.transcript import TranscriptLine
    from coach.session.services import SessionServices
    from coach.ui.figure import loop_view
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home import exercise_page
    from coach.ui.kit.theme import Theme
else:
    exercise_page = later("coach.ui.home.exercise_page")
    loop_view = later("coach.ui.figure.loop_view")
    one_exercise = later("coach.core.speech.one_exercise")


class ExercisePresenter(QObject):
    """Makes a new page each time one is asked for."""

    silence_changed = Signal(str)
    """Why no line can be heard now, in words; empty where it can."""

    def __init__(
        self, services: SessionServices, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int]
    ) -> None:
        """`now_ms` is real time, however fast a session runs."""
        super().__init__()
        self._services, self._theme, self._pictures, self._now_ms = services, theme, pictures, now_ms
        self._page: exercise_page.ExercisePage | None = None
        services.narrator.lost.connect(self._on_sound)
        services.narrator.found.connect(self._on_sound)

    def page(self, exercises: Sequence[Exercise], place: int) -> exercise_page.ExercisePage:
        """Return the page of the exercise at that place of a routine."""
        view = loop_view.LoopView(self._theme, self._pictures, self._now_ms)
        reading = ReadingAloud(self._services.narrator)
        page = exercise_page.ExercisePage(self._theme, exercises, place, view, reading, self._lines)
        self.silence_changed.connect(page.show_silence)
        page.show_silence(self._why_silent())
        self._services.preferences.still_changed.connect(page.set_still)
        page.set_still(self._services.preferences.is_still)
        return page

    def _lines(self, exercise: Exercise, side: Side | None) -> tuple[TranscriptLine, ...]:
        voice = self._services.narrator.voice
        return one_exercise.lines_of(exercise, side, voice.length_ms, voice.can_say)

    def _on_sound(self, _why: str = "") -> None:
        self.silence_changed.emit(self._why_silent())

    def _why_silent(self) -> str:
        narrator = self._services.narrator
        return "" if narrator.has_sound else narrator.trouble or tr("There is no sound.")

"""One exercise in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.instructions import STAGES
from coach.core.instructions import wording as step_wording
from coach.session import describe
from coach.ui.kit.line_list import ABOVE
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.routine import Exercise
    from coach.ui.kit.theme import Theme


class ExercisePage(TextPage):
    """One exercise in full, to read before a session."""

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme, exercise.name)
        self._line(sentences([describe.base_words(exercise.base), describe.dose(exercise)]))
        self._heading(tr("Steps"))
        lines = [
            step_wording(line, exercise.sides[0] if exercise.sides else None)
            for stage in STAGES
            for line in (getattr(exercise.steps, stage) if not (stage == "change" and exercise.sides) else ())
        ]
        self._lines(tr("Steps"), [f"{number}.  {text}" for number, text in enumerate(lines, 1)])
        for part, texts in self._parts(exercise):
            if texts:
                self._heading(part)
                self._lines(part, texts)
        self._column.addSpacing(ABOVE)  # for the ring of the last line
        self._column.addStretch()

    def _parts(self, exercise: Exercise) -> list[tuple[str, Sequence[str]]]:
        return [
            (tr("Breathing"), [exercise.breath]),
            (tr("What you may feel"), [exercise.feel]),
            (tr("Easier versions"), exercise.easier),
            (tr("Often goes wrong"), exercise.mistakes),
            (tr("Stop also if"), exercise.stop_also),
            (tr("Ask a health professional first"), exercise.ask_first),
        ]

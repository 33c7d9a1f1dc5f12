"""The question of the editor about pictures of one's own, and what an answer does to the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft import edits
from coach.ui.editor.asked import Asked
from coach.ui.editor.form_parts import About
from coach.ui.editor.pictures_field import PicturesField
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class PicturesAsked(Asked):
    """Pictures for the stages of an exercise. An answer is a place inside `pictures`, and its value."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        self.field = PicturesField(theme, pictures)
        below = tr("PNG or JPEG. They stand in the place of the figure.")
        super().__init__(theme, tr("Pictures of your own"), self.field, below)
        self.field.changed.connect(self.changed)

    def _fill(self) -> None:
        """Say what is taken before it is chosen."""
        self.column.addWidget(self.words)
        self.column.addWidget(self.below)
        self.column.addSpacing(8)
        self.column.addWidget(self.control)
        self.column.addWidget(self.wrong)

    def show_value(self, value: Any) -> None:
        """Show the pictures of an exercise: its id, and what it has."""
        self.field.show_pictures(*value)

    def show_problem(self, problem: DraftProblem | None) -> None:
        """Show what is wrong; that words are missing stands at their field already."""
        is_told = problem is not None and problem.place[-1] == "describes"
        super().show_problem(None if is_told else problem)

    def focus_control(self) -> None:
        """Give the keyboard to what is missing."""
        self.field.focus_first()


def about_pictures() -> About:
    """Return what the question is about."""
    return About(
        lambda draft, row: (*draft.exercise_place(row), "pictures"),
        lambda draft, row: (draft.exercise(row)["id"], draft.exercise(row).get("pictures")),
        _set,
    )


def _set(draft: Draft, row: Place, answer: tuple[Place, Any]) -> Edit:
    inner, value = answer
    given = draft.exercise(row).get("pictures") or {}
    is_last = value is None and not any(each for stage, each in given.items() if stage != inner[0])
    says = tr("Change the pictures")
    return edits.set_field(draft, row, ("pictures",) if is_last else ("pictures", *inner), value, says=says)

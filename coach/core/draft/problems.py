"""What is to be looked at in a draft: where, in whole sentences, and what a press mends."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from coach.core.dataclass import dataclass
from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.edits import Edit
from coach.core.draft.json_places import Place, with_values
from coach.words.catalogue import tr


class Weight(StrEnum):
    """How much a problem weighs. With an error the routine cannot be done yet; a warning keeps nobody from anything."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What mends a problem: the words on its button, and the values that it sets, each at its place.

    None leaves a key out.
    """

    label: str
    values: tuple[tuple[Place, Any], ...]


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One thing to look at. `place` is its field in the document, `row` the row of the list that it belongs to.

    `message` is a whole sentence for beside the field; `told` the same for where the field is not in sight, with the
    name of its exercise and its field.
    """

    place: Place
    message: str
    told: str
    weight: Weight = Weight.ERROR
    row: Place | None = None
    remedy: Remedy | None = None

    @property
    def asked_in(self) -> Place | None:
        """The row whose form asks for the field, which may be another than it concerns; None for the whole routine."""
        if self.place[: len(ROUTINE)] != ROUTINE:
            return self.row
        length = len(LIST) + 1
        while self.place[length : length + 1] == ("exercises",) and len(self.place) > length + 1:
            length += 2  # into a group
        return self.place[:length] if self.place[: len(LIST)] == LIST and len(self.place) >= length else None

    @property
    def is_error(self) -> bool:
        """Whether the routine cannot be done before this is mended."""
        return self.weight is Weight.ERROR


def told_of(draft: Draft, row: Place | None, message: str) -> str:
    """Return a message for where its field is not in sight: with the name of the exercise or the group of its row."""
    if row is None:
        return message
    if draft.value((*row, "exercises")) is not None:
        return tr("{exercise}: {message}", exercise=tr("Group"), message=message)
    name = draft.exercise(row).get("name")
    shown = name if isinstance(name, str) and name.strip() else tr("New exercise")
    return tr("{exercise}: {message}", exercise=shown, message=message)


def mended(draft: Draft, problem: DraftProblem) -> Edit:
    """Return the edit that the remedy of a problem is; raises ValueError where it has none."""
    if problem.remedy is None:
        raise ValueError(problem.message)
    document = with_values(draft.document, dict(problem.remedy.values))
    # Note: what is undone, with the words of the button that did it, as in “Mend: Use 8 s”
    says = tr("Mend: {what}", what=problem.remedy.label)
    return Edit(Draft(document), says, None, problem.row)

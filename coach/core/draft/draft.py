"""A draft: the document of one routine in the routine file's format 2, whole or not yet, and where things stand in it.

What is a row of its list, an exercise or a group of them, is known by its place in the document; what is done with an
exercise by its id.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.core.draft.json_places import Place, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROUTINE: Place = ("routines", 0)
"""Where the one routine of a draft stands."""
LIST: Place = (*ROUTINE, "exercises")
"""Where its list of exercises and groups stands."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the list: an exercise by its id, or a group, which has none. `depth` is 0 outside of any group."""

    place: Place
    exercise: str | None
    depth: int = 0

    @property
    def is_group(self) -> bool:
        """Whether it is a group; its own rows follow it, one deeper."""
        return self.exercise is None


@dataclass(frozen=True, slots=True)
class Draft:
    """The document of one routine as plain JSON values, which are never changed in place."""

    document: Mapping[str, Any]

    @property
    def routine(self) -> Mapping[str, Any]:
        """The routine: its id, name, note, gaps, list, advice and plan."""
        return self.document["routines"][0]  # type: ignore[no-any-return]  # JSON

    @property
    def id(self) -> str:
        """The id by which the library knows the routine."""
        return str(self.routine["id"])

    @property
    def name(self) -> str:
        """The routine's name; it may be blank in a draft."""
        return str(self.routine.get("name", ""))

    @property
    def exercises(self) -> Sequence[Mapping[str, Any]]:
        """The exercises that its list refers to, each once, in no order."""
        return self.document["exercises"]  # type: ignore[no-any-return]  # JSON

    def value(self, place: Place, default: Any = None) -> Any:
        """Return the value at a place, `default` where there is none."""
        return value_at(self.document, place, default)

    # The list

    def rows(self) -> tuple[ListRow, ...]:
        """Return the rows of the list as they are read; the rows of a group follow it."""
        return tuple(_rows(LIST, self.routine.get("exercises", ()), 0))

    def exercise_rows(self) -> tuple[ListRow, ...]:
        """Return the rows that are exercises, as they are read."""
        return tuple(row for row in self.rows() if not row.is_group)

    def exercise_place(self, row: Place) -> Place:
        """Return where the exercise of a row of the list stands; raises KeyError where it refers to none."""
        known = self.value((*row, "exercise"))
        for number, exercise in enumerate(self.exercises):
            if exercise.get("id") == known:
                return ("exercises", number)
        raise KeyError(known)

    def exercise(self, row: Place) -> Mapping[str, Any]:
        """Return the exercise that a row of the list refers to."""
        return self.value(self.exercise_place(row))  # type: ignore[no-any-return]  # JSON

    # What one row says of its dose

    def dose_entries(self, exercise: Place) -> Iterator[Place]:
        """Give the rows of the list and the doses of the weeks that are about an exercise, by where that stands."""
        known = self.value((*exercise, "id"))
        yield from (row.place for row in self.exercise_rows() if row.exercise == known)
        for week, entry in enumerate(self.routine.get("plan", ())):
            for number, dose in enumerate(entry.get("doses", ())):
                if dose.get("exercise") == known:
                    yield (*ROUTINE, "plan", week, "doses", number)

    def dose_place(self, row: Place, key: str) -> Place:
        """Return where one of `DOSE_KEYS` is written for a row: in the row itself, or with its exercise.

        It is the row where that says it already, or where other rows have the same exercise, which keep theirs.
        """
        shared = Counter(each.exercise for each in self.exercise_rows())[self.value((*row, "exercise"))] > 1
        if key == "then_rest_s" or shared or self.value((*row, key)) is not None:
            return (*row, key)
        return (*self.exercise_place(row), key)

    def dose(self, row: Place, key: str, default: Any = None) -> Any:
        """Return what one of `DOSE_KEYS` is for a row, its own before that of its exercise."""
        own = self.value((*row, key))
        return self.exercise(row).get(key, default) if own is None else own


def _rows(place: Place, entries: Sequence[Mapping[str, Any]], depth: int) -> Iterator[ListRow]:
    for number, entry in enumerate(entries):
        here = (*place, number)
        if "exercises" in entry:
            yield ListRow(here, None, depth)
            yield from _rows((*here, "exercises"), entry["exercises"], depth + 1)
        else:
            yield ListRow(here, str(entry.get("exercise", "")), depth)

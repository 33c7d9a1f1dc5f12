"""Looks at a draft at every key: what is wrong, what could be better, and how long all of it is.

No file is read. What did not change since the last look is not judged again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.core.draft.advice import advice
from coach.core.draft.live_figures import NOTHING, FigureMaker, LiveFigures
from coach.core.draft.step_lines import names_side
from coach.core.routine import Contents, resolve
from coach.core.routine_document import contents
from coach.core.speech.one_exercise import lines_of
from coach.core.speech.stand_ins import can_say_all
from coach.store.routines.draft_parts import Finding, JudgedExercise, judged_exercise, judged_routine
from coach.store.routines.draft_pictures import PictureJudge
from coach.store.routines.draft_words import problem, tight_problem
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from coach.core.draft.draft import Draft, ListRow
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.core.draft.tight import Tight
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, PositionChange, Routine
    from coach.core.speech.transcript import TranscriptLine


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is to be said of a draft. `routine` is what would be done now, None without an exercise.

    Where something is wrong, what fits stands in its place in `routine` and in `figures`.
    """

    problems: tuple[DraftProblem, ...]
    figures: LiveFigures
    routine: Routine | None

    @property
    def errors(self) -> tuple[DraftProblem, ...]:
        """What has to be mended before the routine can be done."""
        return tuple(each for each in self.problems if each.is_error)

    def at(self, place: Place) -> tuple[DraftProblem, ...]:
        """Return what is to be said of a field, and of what is in it."""
        return tuple(each for each in self.problems if each.place[: len(place)] == place)

    def of_row(self, row: Place) -> tuple[DraftProblem, ...]:
        """Return what is to be said of a row of the list, and of the rows of a group."""
        return tuple(each for each in self.problems if each.row is not None and each.row[: len(row)] == row)


class DraftCheck:
    """Checks one draft after the other.

    `length_of` says how long a sentence takes, in ms, and `can_say` whether it can be said: recorded lines stand in for
    others. `figures` are the ids of the shipped figures; `warm_ups` the exercises that advice may offer to begin with.
    """

    def __init__(
        self,
        length_of: Callable[[str], int],
        figures: Collection[str] = (),
        warm_ups: Sequence[Mapping[str, Any]] = (),
        can_say: Callable[[str], bool] = can_say_all,
    ) -> None:
        self._length_of, self._figure_ids, self._warm_ups = length_of, figures, warm_ups
        self._maker = FigureMaker(length_of, can_say)
        self._judged: dict[int, tuple[Mapping[str, Any], JudgedExercise]] = {}
        self._pictures = PictureJudge()
        self._changes: tuple[object, tuple[PositionChange, ...]] = (None, ())

    def check(self, draft: Draft, hurt: Collection[str] = ()) -> Checked:
        """Look at a draft. `hurt` has the ids of exercises in which the person stopped for pain."""
        judged = self._exercises(draft)
        by_id = {str(each["id"]): one.value for each, one in zip(draft.exercises, judged, strict=True)}
        values = [one.value for one in judged]
        entry = judged_routine(draft.routine, values)
        found = [*self._of_exercises(draft, judged), *_of_routine(draft, entry.findings)]
        is_too_much = any(finding.kind == "mistake" and finding.place == ("exercises",) for finding in entry.findings)
        if is_too_much or not draft.exercise_rows():
            return Checked(tuple(found), NOTHING, None)
        whole = Contents(tuple(values), (entry.value,), self._position_changes(draft))
        routine = resolve(whole)
        rows = tuple(_as_done(draft))
        written = {each["id"]: each for each in draft.exercises}
        figures, tight = self._maker.figures(routine, rows, [written[each.id] for each in routine.exercises])
        found += _tight(draft, rows, tight)
        found += advice(draft, by_id, hurt, self._warm_ups)
        return Checked(tuple(found), figures, routine)

    def lines(self, draft: Draft, row: Place, side: Side | None) -> tuple[TranscriptLine, ...]:
        """Return what is said of the exercise of a row on one side, for who wants to hear it."""
        return lines_of(judged_exercise(draft.exercise(row)).value, side, self._length_of)

    # Exercises

    def _exercises(self, draft: Draft) -> list[JudgedExercise]:
        judged = []
        kept: dict[int, tuple[Mapping[str, Any], JudgedExercise]] = {}
        for document in draft.exercises:
            known = self._judged.get(id(document))
            one = known[1] if known is not None and known[0] is document else self._judge(document)
            kept[id(document)] = (document, one)
            judged.append(one)
        self._judged = kept
        return judged

    def _judge(self, document: Mapping[str, Any]) -> JudgedExercise:
        one = judged_exercise(document)
        return one._replace(findings=(*one.findings, *self._own(document, one.value)))

    def _of_exercises(self, draft: Draft, judged: Sequence[JudgedExercise]) -> Iterator[DraftProblem]:
        rows: dict[str | None, Place] = {}
        for row in draft.exercise_rows():
            rows.setdefault(row.exercise, row.place)
        for number, (document, one) in enumerate(zip(draft.exercises, judged, strict=True)):
            row_place = rows.get(str(document["id"]))
            for finding in one.findings:
                yield problem(draft, ("exercises", number, *finding.place), row_place, finding)
        for picture in self._pictures.findings(draft.document):
            row_place = rows.get(str(draft.value((*picture.place[:2], "id"))))
            yield problem(draft, picture.place, row_place, Finding((), "picture", picture.wrong, picture.right))

    def _own(self, document: Mapping[str, Any], value: Exercise) -> Iterator[Finding]:
        """Give what only an author does wrong: {side} without sides, a figure that is not there."""
        if value.figure is not None and self._figure_ids and value.figure not in self._figure_ids:
            wrong = tr("names the unknown figure “{figure}”", figure=value.figure)
            yield Finding(("figure",), "mistake", wrong, tr("choose another one"))
        typed = (line for lines in document.get("steps", {}).values() for line in lines)
        if not value.sides and any(isinstance(line, str) and names_side(line) for line in typed):
            wrong = tr("names a side, but the exercise has no sides")
            yield Finding(("steps",), "no_sides", wrong, tr("choose the sides, or leave {mark} out", mark="{side}"))

    def _position_changes(self, draft: Draft) -> tuple[PositionChange, ...]:
        written = draft.document.get("position_changes", ())
        if self._changes[0] is not written:
            whole = {"exercises": [], "routines": [], "position_changes": written}
            self._changes = (written, contents(whole).position_changes)
        return self._changes[1]


def _of_routine(draft: Draft, findings: Sequence[Finding]) -> Iterator[DraftProblem]:
    for finding in findings:
        place: Place = ("routines", 0, *finding.place)
        row = max((row.place for row in draft.rows() if place[: len(row.place)] == row.place), key=len, default=None)
        yield problem(draft, place, row, finding)


def _as_done(draft: Draft) -> Iterator[Place]:
    """Give the row of each exercise as it is done: those of a group once for each time through."""
    yield from _laps(draft, tuple(draft.rows()), 0)


def _laps(draft: Draft, rows: Sequence[ListRow], depth: int) -> Iterator[Place]:
    number = 0
    while number < len(rows):
        row = rows[number]
        number += 1
        if not row.is_group:
            yield row.place
            continue
        inside = [each for each in rows[number:] if each.place[: len(row.place)] == row.place]
        number += len(inside)
        repeat = draft.value((*row.place, "repeat"))
        for _ in range(repeat if _is_count(repeat) else 2):
            yield from _laps(draft, inside, depth + 1)


def _is_count(repeat: object) -> bool:
    return isinstance(repeat, int) and not isinstance(repeat, bool) and 2 <= repeat <= 20  # noqa: PLR2004 - as the file


def _tight(draft: Draft, rows: Sequence[Place], tight: Sequence[Sequence[Tight]]) -> Iterator[DraftProblem]:
    worst: dict[tuple[Place, Place | None, str, str], tuple[Place, Place | None, Tight]] = {}
    before: Place | None = None
    for row, found in zip(rows, tight, strict=True):
        for each in found:
            leads_in = each.where in {"near", "new-position"}
            key = (row, before if leads_in else None, each.where, each.words if each.where == "work" else "")
            if key not in worst or worst[key][2].needs_ms < each.needs_ms:
                worst[key] = (row, before, each)
        before = row
    for row, previous, each in worst.values():
        yield tight_problem(draft, row, previous, each)

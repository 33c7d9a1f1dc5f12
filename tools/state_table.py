"""A table of what leads from state to state as a picture and as Markdown, between two markers of a document."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

State = TypeVar("State", bound=Enum)
Cause = TypeVar("Cause", bound=Enum)

NOTHING = "–"
WIDTH = 30
"""Characters in a line of an arrow's label at most, unless one name alone is longer."""


class MarkerError(Exception):
    """The document does not have each of the two markers once, on a line of its own, in this order."""


class Marked(NamedTuple):
    """The part of a document between two lines: it is made, all around it is written."""

    begin: str
    end: str

    def replaced(self, document: str, part: str) -> str:
        """Return the document with a fresh part; raises MarkerError if it has no place for it."""
        lines = document.split("\n")
        once = lines.count(self.begin) == 1 and lines.count(self.end) == 1
        if not once or lines.index(self.begin) > lines.index(self.end):
            message = f"needs the lines {self.begin} and {self.end}, each once and in this order"
            raise MarkerError(message)
        before, after = lines[: lines.index(self.begin) + 1], lines[lines.index(self.end) :]
        return "\n".join([*before, "", part, *after])

    def main(self, module: str, argv: list[str], part: str) -> int:
        """Bring the named documents up to date; 0 if all are, 1 if one cannot be, 2 if none is named."""
        if not argv:
            print(f"usage: python -m {module} DOCUMENT…", file=sys.stderr)
            return 2
        return max(self._update(Path(name), part) for name in argv)

    def _update(self, path: Path, part: str) -> int:
        """Bring one document up to date, and write it only if that changes it."""
        try:
            document = path.read_text(encoding="utf-8")
            fresh = self.replaced(document, part)
            if fresh != document:
                path.write_text(fresh, encoding="utf-8", newline="\n")
        except (OSError, UnicodeDecodeError, MarkerError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 1
        return 0


# The diagram


def diagram_of(
    rows: Collection[tuple[State, Cause, State]],
    states: Sequence[State],
    begins: Collection[State],
    ends: Collection[State],
) -> str:
    """Return a mermaid state diagram with one arrow for each pair of states that a row leads between."""
    shown = [state for state in states if any(state in {before, to} for before, _cause, to in rows)]
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        *(f'    state "{state.value}" as {state.name}' for state in shown),
        *(f"    [*] --> {state.name}" for state in begins),
        *_arrows(rows),
        *(f"    {state.name} --> [*]" for state in ends),
        "```",
    ]
    return "\n".join(lines)


def _arrows(rows: Iterable[tuple[State, Cause, State]]) -> Iterator[str]:
    """Yield the arrows in the order in which the rows first have them."""
    names: dict[tuple[State, State], list[str]] = {}
    for state, cause, to in rows:
        names.setdefault((state, to), []).append(cause.name)
    for (state, to), causes in names.items():
        yield f"    {state.name} --> {to.name} : {_wrapped(causes)}"


def _wrapped(names: Iterable[str]) -> str:
    """Join names to lines that are not too wide for a diagram."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < WIDTH:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    return ",<br/>".join(lines)


# The table


def markdown_of(
    corner: str,
    table: Mapping[tuple[State, Cause], State],
    states: Sequence[State],
    causes: Sequence[Cause],
    more: Mapping[tuple[State, Cause], str] | None = None,
) -> str:
    """Return a Markdown table: a row for each state, a column for each cause; `more` are cells in other words."""
    said = {} if more is None else more

    def cell(state: State, cause: Cause) -> str:
        to = table.get((state, cause))
        return said.get((state, cause), NOTHING) if to is None else str(to.value)

    rows = [
        [corner, *(f"`{cause.name}`" for cause in causes)],
        ["---"] * (len(causes) + 1),
        *([str(state.value), *(cell(state, cause) for cause in causes)] for state in states),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)

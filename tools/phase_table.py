"""Writes the picture and the table of the phases into the architecture document.

    python -m tools.phase_table docs/architecture.md

Both are made from the table in coach.core.session; only the part between the two markers is replaced.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from coach.core.events import Input, Phase
from coach.core.session import TABLE, Inner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Table: TypeAlias = Mapping[tuple[Phase, Input | Inner], Phase]

BEGIN = '<!-- phases: made by "make phases" -->'
END = "<!-- end of phases -->"
NOTHING = "–"
WIDTH = 30
"""Characters in a line of an arrow's label at most, unless one name alone is longer."""


class MarkerError(Exception):
    """The document does not have each of the two markers once, on a line of its own, in this order."""


def rendered(table: Table = TABLE) -> str:
    """Return the generated part: the diagram and below it the table."""
    return f"{_diagram(table)}\n\n{_markdown(table)}\n"


def replaced(document: str, table: Table = TABLE) -> str:
    """Return the document with a fresh generated part; raises MarkerError if it has no place for it."""
    lines = document.split("\n")
    if lines.count(BEGIN) != 1 or lines.count(END) != 1 or lines.index(BEGIN) > lines.index(END):
        message = f"needs the lines {BEGIN} and {END}, each once and in this order"
        raise MarkerError(message)
    before, after = lines[: lines.index(BEGIN) + 1], lines[lines.index(END) :]
    return "\n".join([*before, "", rendered(table), *after])


def main(argv: list[str]) -> int:
    """Bring the named documents up to date; 0 if all are, 1 if one cannot be, 2 if none is named."""
    if not argv:
        print("usage: python -m tools.phase_table DOCUMENT…", file=sys.stderr)
        return 2
    return max(_update(Path(name)) for name in argv)


def _update(path: Path) -> int:
    """Bring one document up to date, and write it only if that changes it."""
    try:
        document = path.read_text(encoding="utf-8")
        fresh = replaced(document)
        if fresh != document:
            path.write_text(fresh, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError, MarkerError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1
    return 0


# The diagram


def _diagram(table: Table) -> str:
    """Return a mermaid state diagram with one arrow for each pair of phases that a row leads between."""
    phases = [phase for phase in Phase if any(phase in {key[0], to} for key, to in table.items())]
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        *(f'    state "{phase.value}" as {phase.name}' for phase in phases),
        *(f"    [*] --> {phase.name}" for phase in phases if phase not in table.values()),
        *_arrows(table),
        *(f"    {phase.name} --> [*]" for phase in phases if not any(key[0] is phase for key in table)),
        "```",
    ]
    return "\n".join(lines)


def _arrows(table: Table) -> Iterator[str]:
    """Yield the arrows in the order in which the table first has them."""
    names: dict[tuple[Phase, Phase], list[str]] = {}
    for (phase, cause), to in table.items():
        names.setdefault((phase, to), []).append(cause.name)
    for (phase, to), causes in names.items():
        yield f"    {phase.name} --> {to.name} : {_wrapped(causes)}"


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


def _markdown(table: Table) -> str:
    """Return a Markdown table: a row for each phase, a column for each input."""
    causes: tuple[Input | Inner, ...] = (*Input, *Inner)
    rows = [
        ["phase", *(f"`{cause.name}`" for cause in causes)],
        ["---"] * (len(causes) + 1),
        *([phase.value, *(_cell(table, phase, cause) for cause in causes)] for phase in Phase),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _cell(table: Table, phase: Phase, cause: Input | Inner) -> str:
    """Return the phase that the pair leads to, or a dash where it has no meaning."""
    to = table.get((phase, cause))
    return NOTHING if to is None else to.value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

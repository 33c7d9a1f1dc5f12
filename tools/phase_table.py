"""Writes the picture and the table of the phases into the architecture document.

    python -m tools.phase_table docs/architecture.md

Both are made from the table in coach.core.phases; only the part between the two markers is replaced.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeAlias

from coach.core.events import Input, Phase
from coach.core.phases import TABLE, Inner
from tools.state_table import NOTHING, Marked, MarkerError, diagram_of, markdown_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    Table: TypeAlias = Mapping[tuple[Phase, Input | Inner], Phase]

BEGIN = '<!-- phases: made by "make phases" -->'
END = "<!-- end of phases -->"
__all__ = ["BEGIN", "END", "NOTHING", "MarkerError", "main", "rendered", "replaced"]


def rendered(table: Table = TABLE) -> str:
    """Return the generated part: the diagram and below it the table."""
    begins = [phase for phase in Phase if any(phase is key[0] for key in table) and phase not in table.values()]
    ends = [phase for phase in Phase if phase in table.values() and not any(phase is key[0] for key in table)]
    causes: tuple[Input | Inner, ...] = (*Input, *Inner)
    rows = [(*pair, to) for pair, to in table.items()]
    return f"{diagram_of(rows, tuple(Phase), begins, ends)}\n\n{markdown_of('phase', table, tuple(Phase), causes)}\n"


def replaced(document: str, table: Table = TABLE) -> str:
    """Return the document with a fresh generated part; raises MarkerError if it has no place for it."""
    return Marked(BEGIN, END).replaced(document, rendered(table))


def main(argv: list[str]) -> int:
    """Bring the named documents up to date; 0 if all are, 1 if one cannot be, 2 if none is named."""
    return Marked(BEGIN, END).main("tools.phase_table", argv, rendered())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

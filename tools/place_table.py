"""Writes the picture and the table of the places into the architecture document.

    python -m tools.place_table docs/architecture.md

Both are made from the table in coach.ui.shell.navigator; only the part between the two markers is replaced.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeAlias

from coach.session.places import Place
from coach.ui.shell.navigator import TABLE, Cause
from tools.state_table import Marked, diagram_of, markdown_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    Table: TypeAlias = Mapping[tuple[Place, Cause], Place]

BEGIN = '<!-- places: made by "make places" -->'
END = "<!-- end of places -->"
BELOW, AS_BELOW = "what lies below", "as below"


def rendered(table: Table = TABLE) -> str:
    """Return the generated part: the diagram, the table, and what each cause is."""
    side = {
        (Place.SIDE, cause): BELOW if cause is Cause.FROM_SIDE else AS_BELOW
        for cause in Cause
        if (Place.SIDE, cause) not in table
    }
    rows = [(*pair, to) for pair, to in table.items()]
    rows += [(Place.SIDE, Cause.FROM_SIDE, place) for place, cause in table if _is_way_in(place, cause)]
    picture = diagram_of(rows, tuple(Place), (Place.START,), ())
    causes = "\n".join(f"- `{cause.name}`: {cause.value}" for cause in Cause)
    return f"{picture}\n\n{markdown_of('place', table, tuple(Place), tuple(Cause), side)}\n\n{causes}\n"


def _is_way_in(place: Place, cause: Cause) -> bool:
    return cause is Cause.TO_SIDE and place is not Place.SIDE


def replaced(document: str, table: Table = TABLE) -> str:
    """Return the document with a fresh generated part; raises MarkerError if it has no place for it."""
    return Marked(BEGIN, END).replaced(document, rendered(table))


def main(argv: list[str]) -> int:
    """Bring the named documents up to date; 0 if all are, 1 if one cannot be, 2 if none is named."""
    return Marked(BEGIN, END).main("tools.place_table", argv, rendered())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

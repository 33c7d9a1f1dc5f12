"""The strict models that check the body file: bones, outlines and colours.

Whatever they accept can be drawn with any movement. Like those of figure_file.py they only check, and need pydantic.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from coach.figure.figure_file import MAX_ITEMS, Colour, Name, Number, Share, Strict, wrong
from coach.figure.poses import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Length = Annotated[float, Field(ge=0.001, le=1, allow_inf_nan=False)]
Offset = Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False)]
APART = 0.001
"""Least distance along a part between two rows of its profile."""


class Skeleton(Strict):
    """Bone lengths and offsets of the one body."""

    spine: dict[Literal["pelvis", "lumbar", "thorax", "chest", "neck"], Length]
    hip_side: Offset
    hip_down: Offset
    thigh: Length
    shin: Length
    shoulder_side: Offset
    shoulder_down: Offset
    upper_arm: Length
    forearm: Length
    head_height: Length
    head_offset: tuple[Offset, Offset, Offset]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if set(self.spine) != set(SEGMENTS) - {"head"}:
            message = f"spine needs a length for each of {', '.join(SEGMENTS[:-1])}"
            raise wrong(message)
        return self


class Shape(NamedTuple):
    """How many rows a table has (least and most), how many numbers a row, and which columns are radii from 0 to 1."""

    least: int
    most: int
    columns: int
    radii: tuple[int, ...] = ()
    rises: bool = False
    """Whether the first number of each row is a place along the part, so that they must rise."""


_PROFILE = Shape(2, MAX_ITEMS, 4, (1, 2, 3), rises=True)
_DISC = Shape(1, 1, 2, (0,))
RADII = {
    **dict.fromkeys(("torso", "thigh", "shin", "upper_arm", "sleeve", "forearm"), _PROFILE),
    **dict.fromkeys(("elbow", "knee", "neck"), _DISC),
    "cuff": Shape(1, 1, 3),
    "yoke": Shape(1, 1, 3, (1, 2)),
    "neckline": Shape(1, 1, 3, (0,)),
}
DISCS = {
    "glute": Shape(1, 1, 3, (2,)),
    "foot": Shape(7, 7, 4, (3,)),
    "foot_up": Shape(1, 1, 4, (3,)),
    "hand": Shape(9, 9, 4, (3,)),
}
HEAD = {f"{view}_{part}": Shape(3, MAX_ITEMS, 2) for view in ("profile", "front") for part in ("face", "hair", "bun")}
_CHEEK, _LINE, _CURVE = Shape(2, 2, 2), Shape(3, 3, 2), Shape(3, MAX_ITEMS, 2)

COLOURS = frozenset(
    (
        *("background", "backdrop", "mat", "mat_edge", "floor", "floor_shadow", "light", "contact", "lens_ring"),
        *("pants_near", "pants_far", "pants_low", "top_near", "top_far", "skin_near", "skin_far"),
        *("hair", "hair_dark", "cheek", "line", "glow", "glow_core", "cue", "anchor", "anchor_dot"),
    )
)
AMOUNTS = frozenset(
    ("floor_alpha", "shade_amount", "light_amount", "contact_alpha", "glow_alpha", "core_alpha", "halo_alpha")
)

Rows = dict[str, tuple[tuple[Number, ...], ...]]


class Body(Strict):
    """What all movements share: bones, outlines, colours of both themes, and the variants of skin and hair."""

    format: Literal[1]
    skeleton: Skeleton
    radii: Rows
    discs: Rows
    head: Rows
    palette: dict[Literal["light", "dark"], dict[str, Colour | Share]]
    variants: Annotated[dict[Name, dict[str, Colour]], Field(min_length=1)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        # The first fault alone: each check relies on the ones before it.
        for message in chain(self._table_faults(), self._colour_faults()):
            raise wrong(message)
        return self

    def _table_faults(self) -> Iterator[str]:
        for name, table, shapes in (
            ("radii", self.radii, RADII),
            ("discs", self.discs, DISCS),
            ("head", self.head, HEAD),
        ):
            if missing := sorted(shapes.keys() - table):
                yield f"{name} lacks {', '.join(missing)}"
            for key, rows in table.items():
                shape = _head_shape(key) if name == "head" else shapes.get(key)
                fault = "is unknown" if shape is None else _fault(rows, shape)
                if fault:
                    yield f"{name}: {key} {fault}"
        for key, rows in self.head.items():
            if _head_shape(key) is _CHEEK and rows[1][0] <= 0:
                yield f"head: {key} needs a radius above 0"

    def _colour_faults(self) -> Iterator[str]:
        if set(self.palette) != {"light", "dark"} or set(self.palette["light"]) != set(self.palette["dark"]):
            yield "palette needs light and dark with the same keys"
            return
        for theme, values in self.palette.items():
            if missing := sorted((COLOURS | AMOUNTS) - values.keys()):
                yield f"palette: {theme} lacks {', '.join(missing)}"
            for key, value in values.items():
                if key in COLOURS and not isinstance(value, str):
                    yield f"palette: {theme}: {key} needs a colour"
                if key in AMOUNTS and isinstance(value, str):
                    yield f"palette: {theme}: {key} needs a number from 0 to 1"


def _head_shape(key: str) -> Shape:
    part = key.partition("_")[2]
    if part.startswith("cheek"):
        return _CHEEK
    return _LINE if part.startswith("line") else _CURVE


def _fault(rows: Sequence[Sequence[float]], shape: Shape) -> str:
    """Return what is wrong with a table, or an empty text."""
    if not shape.least <= len(rows) <= shape.most:
        count = str(shape.least) if shape.least == shape.most else f"{shape.least} to {shape.most}"
        return f"needs {count} {'row' if shape.most == 1 else 'rows'}"
    if any(len(row) != shape.columns for row in rows):
        return f"needs {shape.columns} numbers in each row"
    if any(not 0 <= row[column] <= 1 for row in rows for column in shape.radii):
        return "needs radii from 0 to 1"
    if shape.rises and any(after[0] - before[0] < APART for before, after in pairwise(rows)):
        return f"needs rows in order, each {APART} or more after the one before"
    return ""

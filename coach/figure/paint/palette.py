"""The colours of the figure in one theme and variant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from coach.figure.poses import Body

CLEAR = QColor(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Colours:
    """The palette of one theme and variant: colours by key, and the amounts (0 to 1) that mix them."""

    colours: dict[str, QColor]
    amounts: dict[str, float]

    @classmethod
    def of(cls, body: Body, theme: str, variant: str) -> Colours:
        """Return the colours of a theme (light or dark) with a variant's skin and hair; KeyError if unknown."""
        own = body.palette["dark" if theme == "dark" else "light"]
        colours = {key: QColor(value) for key, value in own.items() if isinstance(value, str)}
        colours |= {key: QColor(value) for key, value in body.variants[variant].items()}
        return cls(colours, {key: float(value) for key, value in own.items() if not isinstance(value, str)})

    def faded(self, key: str, alpha: float) -> QColor:
        """Return a colour with an opacity of 0 to 1."""
        colour = QColor(self.colours[key])
        colour.setAlphaF(min(1.0, max(0.0, alpha)))
        return colour

    def low(self, key: str) -> QColor:
        """Return the colour at the bottom of a gradient: its own far shade, or a little darker."""
        if key.endswith("_near"):
            return self.colours[key.replace("_near", "_far")]
        return blended(self.colours[key], QColor(0, 0, 0), 0.12)


def blended(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour at a share (0 to 1) of the way from a to b."""
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )

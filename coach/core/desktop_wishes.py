"""What a person has asked of the whole desktop: dark, contrast, less motion, larger text.

Settings of the desktop go in, `Wishes` come out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

APPEARANCE = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"
GNOME_ACCESS = "org.gnome.desktop.a11y.interface"
KDE = "org.kde.kdeglobals.KDE"
NAMESPACES = (APPEARANCE, GNOME, GNOME_ACCESS, KDE)
"""The namespaces of the settings portal that are read."""
DARK, LIGHT, MORE, REDUCED = 1, 2, 1, 1
LARGEST_TEXT = 3.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the desktop asks for.

    `dark` is None where it does not say; `still` is less motion; `text` is the factor of the size of text, 1 to 3.
    """

    dark: bool | None = None
    contrast: bool = False
    still: bool = False
    text: float = 1.0


def wishes(settings: Mapping[tuple[str, str], object]) -> Wishes:
    """Return what these settings, by namespace and key, ask for; a value of an unexpected type is ignored."""
    theme = settings.get((GNOME, "gtk-theme"))
    words = re.split(r"[^a-z]+", theme.lower()) if isinstance(theme, str) else []
    scheme = _number(settings.get((APPEARANCE, "color-scheme")))
    dark = scheme == DARK if scheme in {DARK, LIGHT} else None
    if dark is None and ("dark" in words or "highcontrastinverse" in words):
        dark = True  # desktops that have no such choice, but dark themes
    return Wishes(
        dark=dark,
        contrast=_number(settings.get((APPEARANCE, "contrast"))) == MORE
        or settings.get((GNOME_ACCESS, "high-contrast")) is True
        or any(word.startswith("highcontrast") for word in words),
        still=_number(settings.get((APPEARANCE, "reduced-motion"))) == REDUCED
        or settings.get((GNOME, "enable-animations")) is False
        # KDE hands on the text of its settings file, so the number comes as a string.
        or settings.get((KDE, "AnimationDurationFactor")) == "0",
        text=_text(settings.get((GNOME, "text-scaling-factor"))),
    )


def _number(value: object) -> float:
    # A bool is an int in Python: True would count as 1, which means dark, more contrast or less motion.
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0


def _text(value: object) -> float:
    factor = _number(value)
    return factor if 1.0 <= factor <= LARGEST_TEXT else 1.0

"""What the settings of a desktop ask for."""

from __future__ import annotations

import math

import pytest

from coach.core.desktop_wishes import APPEARANCE, GNOME, GNOME_ACCESS, KDE, Wishes, wishes


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({}, Wishes()),
        ({(APPEARANCE, "color-scheme"): 0}, Wishes()),
        ({(APPEARANCE, "color-scheme"): 1}, Wishes(dark=True)),
        ({(APPEARANCE, "color-scheme"): 2}, Wishes(dark=False)),
        ({(APPEARANCE, "color-scheme"): 2, (GNOME, "gtk-theme"): "Adwaita-dark"}, Wishes(dark=False)),
        ({(APPEARANCE, "color-scheme"): 0, (GNOME, "gtk-theme"): "Adwaita-dark"}, Wishes(dark=True)),
        ({(GNOME, "gtk-theme"): "Mint-Y-Dark-Aqua"}, Wishes(dark=True)),
        ({(GNOME, "gtk-theme"): "Arc-Darker"}, Wishes()),  # light with dark title bars
        ({(GNOME, "gtk-theme"): "HighContrast"}, Wishes(contrast=True)),
        ({(GNOME, "gtk-theme"): "HighContrastInverse"}, Wishes(dark=True, contrast=True)),
        ({(APPEARANCE, "contrast"): 1}, Wishes(contrast=True)),
        ({(GNOME_ACCESS, "high-contrast"): True}, Wishes(contrast=True)),
        ({(APPEARANCE, "reduced-motion"): 1}, Wishes(still=True)),
        ({(APPEARANCE, "reduced-motion"): 0, (GNOME, "enable-animations"): True}, Wishes()),
        ({(GNOME, "enable-animations"): False}, Wishes(still=True)),
        ({(KDE, "AnimationDurationFactor"): "0"}, Wishes(still=True)),
        ({(KDE, "AnimationDurationFactor"): "1"}, Wishes()),
        ({(GNOME, "text-scaling-factor"): 1.25}, Wishes(text=1.25)),
        ({(GNOME, "text-scaling-factor"): 0.8}, Wishes()),  # never smaller than it is drawn
    ],
)
def test_what_is_asked_for(settings: dict[tuple[str, str], object], wanted: Wishes) -> None:
    assert wishes(settings) == wanted


STRANGE = ["1", b"1", True, None, [1], {}, -1, 3, 2**63, 1.5, math.nan, math.inf, ""]


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_a_value_of_another_type_asks_for_nothing(value: object) -> None:
    for key in ("color-scheme", "contrast", "reduced-motion"):
        found = wishes({(APPEARANCE, key): value})
        assert found in {Wishes(), Wishes(dark=True)}
        assert not found.contrast
        assert not found.still
    assert not wishes({(GNOME, "enable-animations"): 0}).still
    assert not wishes({(GNOME_ACCESS, "high-contrast"): 1}).contrast
    assert wishes({(GNOME, "gtk-theme"): value}) == Wishes()
    assert 1.0 <= wishes({(GNOME, "text-scaling-factor"): value}).text <= 3.0

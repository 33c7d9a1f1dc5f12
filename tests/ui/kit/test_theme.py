"""The look: enough contrast in every theme, and the system's wish for more."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from coach.ui.kit.theme import DARK, LIGHT, STOPPED, Tokens, high_contrast, palette

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "stopped": STOPPED,
    "high contrast light": high_contrast(LIGHT, QColor("#0000C0"), QColor("#FFFFFF"), dark=False),
    "high contrast dark": high_contrast(DARK, QColor("#FFFF00"), QColor("#000000"), dark=True),
}


def luminance(colour: QColor) -> float:
    """WCAG 2.2's relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES.keys())
def test_text_has_a_contrast_of_4_5_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    for ground in (tokens.paper, tokens.surface, tokens.sunk, tokens.brand_soft):
        assert contrast(tokens.ink, ground) >= 4.5
    for ground in (tokens.paper, tokens.surface, tokens.sunk):
        assert contrast(tokens.muted, ground) >= 4.5
    assert contrast(tokens.on_brand, tokens.brand) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_its_words_and_the_stop_button_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.brand, tokens.paper) >= 4.5
    assert contrast(tokens.prepare, tokens.paper) >= 4.5
    assert contrast(QColor("white"), tokens.danger) >= 4.5
    assert contrast(tokens.focus, tokens.surface) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_pure_ink_on_a_pure_ground_with_thick_borders(dark: bool) -> None:  # noqa: FBT001
    tokens = high_contrast(DARK if dark else LIGHT, QColor("#123456"), QColor("#FEDCBA"), dark=dark)

    ground, ink = (QColor("black"), QColor("white")) if dark else (QColor("white"), QColor("black"))
    assert (tokens.paper, tokens.surface, tokens.ink, tokens.line) == (ground, ground, ink, ink)
    assert (tokens.brand, tokens.on_brand) == (QColor("#123456"), QColor("#FEDCBA"))
    assert tokens.border_px == 2


def test_native_widgets_get_the_tokens_by_the_palette() -> None:
    made = palette(DARK)

    assert made.color(QPalette.ColorRole.Window) == DARK.paper
    assert made.color(QPalette.ColorRole.WindowText) == DARK.ink
    assert made.color(QPalette.ColorRole.PlaceholderText) == DARK.muted
    assert made.color(QPalette.ColorRole.Highlight) == DARK.brand

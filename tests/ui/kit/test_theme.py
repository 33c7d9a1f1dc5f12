"""The look: enough contrast in every theme, and the system's wish for more."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from coach.ui.kit.button_looks import Look, paint_of
from coach.ui.kit.contrast import high_contrast, ratio
from coach.ui.kit.theme import DARK, LIGHT, STOPPED, STOPPED_RELEASE, Tokens, blend, palette

HIGHLIGHT = QColor("#308CC6")
"""That of Fusion and of many desktops: white on it has 3.7 to 1."""
THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "stopped": STOPPED,
    "high contrast light": high_contrast(LIGHT, QColor("#0000C0"), dark=False),
    "high contrast dark": high_contrast(DARK, QColor("#FFFF00"), dark=True),
}
HIGH = {
    f"{name} {highlight}": high_contrast(tokens, QColor(highlight), dark=dark)
    for name, tokens, dark in (("light", LIGHT, False), ("dark", DARK, True))
    for highlight in ("#308CC6", "#3584E4", "#F0F0F0", "#101010", "#FFFF00", "#0000C0", "#808080")
}
WORDS = (
    *(("ink", ground) for ground in ("paper", "surface", "sunk", "hover", "brand_soft", "prepare_soft")),
    *(("muted", ground) for ground in ("paper", "surface", "sunk", "hover")),
    *(("brand", ground) for ground in ("paper", "surface", "brand_soft")),
    *(("prepare", ground) for ground in ("paper", "surface", "prepare_soft")),
    ("on_brand", "brand"),
    ("white", "danger"),
    ("brand_soft", "ink"),
)
"""What is written on what; the last is the button of a toast."""
EDGES = (
    *((edge, ground) for edge in ("edge", "focus", "brand", "prepare") for ground in ("paper", "surface", "sunk")),
    ("surface", "edge"),
)
"""What has to be seen beside what; the last is the knob of a switch that is off."""


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    return ratio(one, other)


def too_close(tokens: Tokens, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    """Return the pairs that fall short."""
    colours = {**tokens._asdict(), "white": QColor("white")}
    found = {pair: ratio(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return [f"{one} on {other}: {told:.2f}" for (one, other), told in found.items() if told < least]


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor("white"), HIGHLIGHT) == pytest.approx(3.7, abs=0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_have_4_5_and_edges_3_on_every_ground_they_stand_on(tokens: Tokens) -> None:
    assert too_close(tokens, WORDS, 4.5) == []
    assert too_close(tokens, EDGES, 3) == []


@pytest.mark.parametrize("tokens", HIGH.values(), ids=HIGH.keys())
def test_in_high_contrast_words_have_7_and_edges_3_whatever_the_desktops_highlight(tokens: Tokens) -> None:
    assert too_close(tokens, WORDS, 7) == []
    assert too_close(tokens, EDGES, 3) == []
    assert too_close(tokens, (("line", "paper"),), 3) == []


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("tokens", [HIGH["light #308CC6"], HIGH["dark #308CC6"]], ids=["light", "dark"])
def test_in_high_contrast_a_button_can_be_read_in_every_state(tokens: Tokens, look: Look) -> None:
    paint = paint_of(look, tokens)
    for ground in (paint.ground, paint.hovered, paint.pressed):
        behind = ground if ground.alpha() else STOPPED.paper if look is Look.STOPPED_LINK else tokens.paper
        if look is Look.TOAST and not ground.alpha():
            behind = tokens.ink
        assert ratio(paint.ink, behind) >= 7, look
    page = STOPPED.paper if "stopped" in look.value else tokens.ink if look is Look.TOAST else tokens.paper
    if paint.border.alpha():
        assert max(ratio(paint.border, page), ratio(paint.ground, page)) >= 3
    assert ratio(paint.focus, page) >= 3


def test_the_stopped_page_has_as_much_as_high_contrast_asks() -> None:
    assert too_close(STOPPED, tuple((ink, on) for ink in ("ink", "muted") for on in ("paper", "surface")), 7) == []
    assert ratio(STOPPED_RELEASE, STOPPED.paper) >= 7
    assert too_close(STOPPED, tuple((edge, "paper") for edge in ("edge", "line", "focus", "ink")), 3) == []


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_pure_ink_on_a_pure_ground_with_thick_borders(dark: bool) -> None:  # noqa: FBT001
    wanted = QColor("#FFFF00" if dark else "#000080")
    tokens = high_contrast(DARK if dark else LIGHT, wanted, dark=dark)

    ground, ink = (QColor("black"), QColor("white")) if dark else (QColor("white"), QColor("black"))
    assert (tokens.paper, tokens.surface, tokens.ink, tokens.line) == (ground, ground, ink, ink)
    assert (tokens.brand.rgb(), tokens.on_brand) == (wanted.rgb(), ground), "a highlight that is enough stays as it is"
    assert tokens.border_px == 2
    assert {tokens.wall.rgb(), tokens.floor.rgb(), tokens.sun.rgb()} == {ground.rgb()}


def test_native_widgets_get_the_tokens_by_the_palette() -> None:
    made = palette(DARK)

    assert made.color(QPalette.ColorRole.Window) == DARK.paper
    assert made.color(QPalette.ColorRole.WindowText) == DARK.ink
    assert made.color(QPalette.ColorRole.PlaceholderText) == DARK.muted
    assert made.color(QPalette.ColorRole.Highlight) == DARK.brand


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", ["brand", "prepare"])
def test_the_time_that_is_left_can_be_told_from_its_track_in_a_pause(tokens: Tokens, colour: str) -> None:
    rests = blend(tokens.line, getattr(tokens, colour), tokens.paled)

    assert ratio(rests, tokens.line) >= 3

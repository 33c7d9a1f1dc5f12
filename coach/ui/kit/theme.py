"""The look: colour tokens, sizes and fonts, and the palette made from them.

One `Theme` is handed to every page and widget. Native widgets follow through the palette; painted ones read the
tokens when they paint and listen to `changed` if they keep pictures. Sizes are in px at 100 % text size.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from coach.core.desktop_wishes import Wishes
from coach.store.paths import shipped

FAMILY = "Inter"
_FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class Tokens(NamedTuple):
    """The colours, named by their use."""

    paper: QColor
    surface: QColor
    sunk: QColor
    line: QColor
    ink: QColor
    muted: QColor
    brand: QColor
    on_brand: QColor
    brand_soft: QColor
    prepare: QColor
    danger: QColor
    focus: QColor
    edge: QColor
    """Outlines of controls, which have to be seen: `line` is for what only divides."""
    hover: QColor
    """Ground of what lies under the pointer."""
    prepare_soft: QColor
    """Ground of what is to be noticed."""
    wall: QColor
    floor: QColor
    sun: QColor
    """The room that the figure is in."""
    border_px: int = 1

    @property
    def is_high_contrast(self) -> bool:
        """Whether grounds are all alike, so that edges have to tell what they would."""
        return self.border_px > 1


def _tokens(**values: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in values.items()})  # type: ignore[arg-type]  # none is border_px


STOPPED = _tokens(
    paper="#14252B",
    surface="#232F35",
    sunk="#232F35",
    line="#6E7E85",
    ink="#FFFFFF",
    muted="#C9D3D6",
    brand="#FF8A65",
    on_brand="#14252B",
    brand_soft="#34434A",
    prepare="#FF8A65",
    danger="#D93A30",
    focus="#A9C4FF",
    edge="#97A5AB",
    hover="#34434A",
    prepare_soft="#232F35",
    wall="#14252B",
    floor="#182A31",
    sun="#232F35",
)
"""The stopped page is dark and quiet in every theme."""

STOPPED_RELEASE = QColor("#FFB59B")
"""Colour of the way out of the position, which is read first on that page; contrast 9.3 to 1."""

LIGHT = _tokens(
    paper="#F5F3EE",
    surface="#FFFFFF",
    sunk="#ECE9E1",
    line="#DDD8CC",
    ink="#1C2B2D",
    muted="#55666A",
    brand="#1B6F64",
    on_brand="#FFFFFF",
    brand_soft="#D9EBE6",
    prepare="#8F4D00",
    danger="#B3261E",
    focus="#1B4FD6",
    edge="#6F7D7F",
    hover="#EFECE5",
    prepare_soft="#FBEFDC",
    wall="#F7F3EC",
    floor="#F1EADF",
    sun="#F0DFCB",
)
DARK = _tokens(
    paper="#11181A",
    surface="#1A2427",
    sunk="#0D1315",
    line="#2C3A3E",
    ink="#EDF3F2",
    muted="#A6B6B5",
    brand="#5FCDB9",
    on_brand="#08211D",
    brand_soft="#1E3D39",
    prepare="#F2B04C",
    danger="#D93A30",
    focus="#A9C4FF",
    edge="#7A8C90",
    hover="#222E32",
    prepare_soft="#33281A",
    wall="#161B21",
    floor="#1B222A",
    sun="#263340",
)


def high_contrast(tokens: Tokens, highlight: QColor, on_highlight: QColor, *, dark: bool) -> Tokens:
    """Return the tokens for high contrast: black and white, thick borders, and the highlight colours as brand."""
    ground, ink = (Qt.GlobalColor.black, Qt.GlobalColor.white) if dark else (Qt.GlobalColor.white, Qt.GlobalColor.black)
    return tokens._replace(
        paper=QColor(ground),
        surface=QColor(ground),
        sunk=QColor(ground),
        line=QColor(ink),
        ink=QColor(ink),
        muted=QColor(ink),
        brand=highlight,
        on_brand=on_highlight,
        brand_soft=QColor(ground),
        edge=QColor(ink),
        hover=QColor(ground),
        prepare_soft=QColor(ground),
        border_px=2,
    )


class Theme(QObject):
    """The look in force: follows the desktop unless colours are chosen.

    The settings portal of the desktop comes first, then what Qt knows of it.
    """

    changed = Signal()
    """The colours have changed."""
    motion_changed = Signal()
    """Whether the desktop asks for less motion has changed."""

    def __init__(
        self,
        app: QGuiApplication,
        wanted: Qt.ColorScheme = Qt.ColorScheme.Unknown,
        text_scale: float = 1.0,
        asked: Wishes = Wishes(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self._app, self._asked = app, asked
        # A copy from before coach sets its own palette: high contrast takes the desktop's highlight from it.
        self._system = QPalette(app.palette())
        self._wanted = wanted
        self.tokens = LIGHT
        # Where the desktop's own scaling goes into the pixel ratio, as on X11, the density stays at 96.
        dense = app.primaryScreen().logicalDotsPerInch() / (72 if sys.platform == "darwin" else 96)
        # A text size of the desktop is part of the density on X11, and a setting of its own on Wayland.
        self.scale = text_scale * max(dense, asked.text)
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(shipped("assets") / "fonts" / name))
        app.setFont(self.font(16))
        # References to both: once Python drops the first, PySide takes the second for deleted.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._wishes.contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    @property
    def is_dark(self) -> bool:
        """Whether dark colours are in force."""
        if self._wanted != Qt.ColorScheme.Unknown:
            return self._wanted == Qt.ColorScheme.Dark
        if self._asked.dark is not None:
            return self._asked.dark
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    @property
    def is_still_asked_for(self) -> bool:
        """Whether the desktop asks for less motion."""
        return self._asked.still or QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0

    def follow(self, asked: Wishes) -> None:
        """Take over what the desktop asks for now. The text size stays until the next start: pages keep their fonts."""
        before, still = self._asked, self.is_still_asked_for
        self._asked = asked
        if (asked.dark, asked.contrast) != (before.dark, before.contrast):
            self._refresh()
        if still != self.is_still_asked_for:
            self.motion_changed.emit()

    def use(self, scheme: Qt.ColorScheme) -> None:
        """Use light or dark colours; Unknown follows the system."""
        self._wanted = scheme
        self._refresh()

    def use_named(self, name: str) -> None:
        """Use the colours named “light” or “dark”; any other name follows the system."""
        named = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        scheme = named.get(name, Qt.ColorScheme.Unknown)
        if scheme != self._wanted:
            self.use(scheme)

    def px(self, size: float) -> int:
        """Return a length of `size` px at 100 % in the text size in force."""
        return round(size * self.scale)

    def font(self, size: float, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return the interface font of `size` px at 100 %; `tabular` gives all digits one width."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _refresh(self) -> None:
        tokens = DARK if self.is_dark else LIGHT
        contrast = self._wishes.contrastPreference()
        if self._asked.contrast or contrast == Qt.ContrastPreference.HighContrast:
            highlight = self._system.color(QPalette.ColorRole.Highlight)
            on_highlight = self._system.color(QPalette.ColorRole.HighlightedText)
            tokens = high_contrast(tokens, highlight, on_highlight, dark=self.is_dark)
        self.tokens = tokens
        self._app.setPalette(palette(tokens))
        self.changed.emit()


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for native widgets; muted text is the placeholder role, borders are Mid."""
    new_palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.paper),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunk),
        (role.Text, tokens.ink),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Highlight, tokens.brand),
        (role.HighlightedText, tokens.on_brand),
        (role.Accent, tokens.brand),
        (role.Link, tokens.brand),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
        (role.Mid, tokens.line),
        (role.Midlight, tokens.line),
        (role.Light, tokens.surface),
        (role.Dark, tokens.line),
        (role.Shadow, tokens.line),
    ):
        new_palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        new_palette.setColor(QPalette.ColorGroup.Disabled, where, blend(tokens.ink, tokens.paper, 0.55))
    return new_palette


def blend(colour: QColor, other: QColor, share: float) -> QColor:
    """Return the mix with `share` (0 to 1) of the other colour."""
    return QColor(
        *(
            round(a + (b - a) * share)
            for a, b in zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )

"""The look in force: the colour tokens, sizes and fonts, and the palette made from them.

One `Theme` is handed to every page and widget. Native widgets follow through the palette; painted ones read the
tokens when they paint and listen to `changed` if they keep pictures. Sizes are in px at 100 % text size.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QStyle, QWidget

from coach.core.desktop_wishes import Wishes
from coach.store.paths import shipped
from coach.ui.kit.given import LENGTHS, LETTERS
from coach.ui.kit.tokens import DARK, LIGHT, STOPPED, STOPPED_RELEASE, Tokens, blend
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.ui.kit import contrast, text_size
else:
    contrast, text_size = later("coach.ui.kit.contrast"), later("coach.ui.kit.text_size")

__all__ = ["DARK", "LIGHT", "STOPPED", "STOPPED_RELEASE", "Theme", "Tokens", "blend", "palette"]

FAMILY = "Inter"
LENGTHS_OF: Mapping[str, Callable[[Any, int], None]] = {
    "spacing": QBoxLayout.setSpacing,
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
}
_FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class Theme(QObject):
    """The look in force: follows the desktop unless colours are chosen.

    The settings portal of the desktop comes first, then what Qt knows of it.
    """

    changed = Signal()
    """The colours or the text size have changed: whoever keeps pictures makes them anew."""
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
        self._text_scale, self._dense, self._percent = text_scale, dense, 0  # 0 is as the desktop has it
        self.scale = self.desktop_scale
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
        """Take over what the desktop asks for now."""
        before, still = self._asked, self.is_still_asked_for
        self._asked = asked
        self._rescale()
        if (asked.dark, asked.contrast) != (before.dark, before.contrast):
            self._refresh()
        if still != self.is_still_asked_for:
            self.motion_changed.emit()

    @property
    def desktop_scale(self) -> float:
        """The text size that the desktop asks for; 1 is 100 %."""
        return self._text_scale * max(self._dense, self._asked.text)

    def use_text_size(self, percent: int) -> None:
        """Use this text size in percent; 0 is that of the desktop."""
        self._percent = percent
        self._rescale()

    def _rescale(self) -> None:
        """Have everything that is there follow the text size; at the start of the program nothing is."""
        before, self.scale = self.scale, self._percent / 100 if self._percent else self.desktop_scale
        if self.scale != before:
            self._app.setFont(self.font(16))
            if QApplication.topLevelWidgets():
                text_size.follow(self, before)
                self.changed.emit()

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

    def dress(self, widget: QWidget, size: float, weight: int = 400, *, tabular: bool = False) -> None:
        """Give a widget letters of `size` px at 100 %, which follow the text size."""
        widget.setFont(self.font(size, weight, tabular=tabular))
        widget.setProperty(LETTERS, [size, weight, tabular])

    def give(self, given: QWidget | QBoxLayout, **lengths: float) -> None:
        """Give a widget or a row lengths in px at 100 %, which follow the text size, by their names in `LENGTHS_OF`."""
        before: Mapping[str, float] = given.property(LENGTHS) or {}
        if lengths:
            given.setProperty(LENGTHS, {**before, **lengths})
        for name, length in (lengths or before).items():
            LENGTHS_OF[name](given, self.px(length))

    def _refresh(self) -> None:
        tokens = DARK if self.is_dark else LIGHT
        wish = self._wishes.contrastPreference()
        if self._asked.contrast or wish == Qt.ContrastPreference.HighContrast:
            highlight = self._system.color(QPalette.ColorRole.Highlight)
            tokens = contrast.high_contrast(tokens, highlight, dark=self.is_dark)
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

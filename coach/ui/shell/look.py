"""Has theme and pictures follow the preferences, and the preferences the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class Look(QObject):
    """Passes choices on; they are stored in the preferences alone."""

    def __init__(self, theme: Theme, pictures: PictureCache, preferences: Preferences) -> None:
        super().__init__()
        self._theme, self._pictures, self._preferences = theme, pictures, preferences
        preferences.changed.connect(self._show)
        theme.motion_changed.connect(self._follow_motion)
        self._show(preferences.now)
        self._follow_motion()

    def _show(self, now: Settings) -> None:
        self._theme.use_named(now.theme)
        self._theme.use_text_size(now.text_size)
        self._pictures.use_variant(now.figure)

    def _follow_motion(self) -> None:
        self._preferences.follow_desktop(still=self._theme.is_still_asked_for)

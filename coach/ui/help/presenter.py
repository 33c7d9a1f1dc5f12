"""Makes the pages of help: all keys, the signs that need help, and what coach is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.keys.clicker import rows_with
from coach.waves import later

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.ui.help import about_page, keys_page, signs_page
    from coach.ui.kit.theme import Theme
else:
    about_page = later("coach.ui.help.about_page")
    keys_page = later("coach.ui.help.keys_page")
    signs_page = later("coach.ui.help.signs_page")


class HelpPresenter:
    """Makes a new page each time one is asked for."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        self._theme, self._preferences = theme, preferences

    def keys(self) -> keys_page.KeysPage:
        """Return the page of all keys, with the person's own clicker."""
        return keys_page.KeysPage(self._theme, rows_with(self._preferences.now.clicker))

    def about(self) -> about_page.AboutPage:
        """Return the page about the program."""
        return about_page.AboutPage(self._theme)

    def signs(self) -> signs_page.SignsPage:
        """Return both lists of warning signs."""
        page = signs_page.SignsPage(self._theme, self._preferences.contact, self._preferences.now.emergency_number)
        page.contact_wanted.connect(self._preferences.open_contact)
        return page

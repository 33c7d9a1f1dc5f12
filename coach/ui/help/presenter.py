"""Makes the pages of help: all keys, the signs that need help, and what coach is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.keys.clicker import rows_with

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.ui.help.about_page import AboutPage
    from coach.ui.help.keys_page import KeysPage
    from coach.ui.help.signs_page import SignsPage
    from coach.ui.kit.theme import Theme


class HelpPresenter:
    """Makes a page each time one is wanted."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        self._theme, self._preferences = theme, preferences

    def keys(self) -> KeysPage:
        """Return the page of all keys, with the person's own clicker."""
        from coach.ui.help.keys_page import KeysPage  # noqa: PLC0415 - most sessions need none

        return KeysPage(self._theme, rows_with(self._preferences.now.clicker))

    def about(self) -> AboutPage:
        """Return the page about the program."""
        from coach.ui.help.about_page import AboutPage  # noqa: PLC0415 - most sessions need none

        return AboutPage(self._theme)

    def signs(self) -> SignsPage:
        """Return both lists of warning signs."""
        from coach.ui.help.signs_page import SignsPage  # noqa: PLC0415 - most sessions need none

        page = SignsPage(self._theme, self._preferences.contact, self._preferences.now.emergency_number)
        page.contact_wanted.connect(self._preferences.open_contact)
        return page

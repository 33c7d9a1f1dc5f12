"""Says once, on the start page and to a screen reader, what coach has to do without; a session goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.home.start_page import StartPage
    from coach.ui.kit.announcer import Announcer


class MissingParts(QObject):
    """Shows one sentence for each part of the program that has failed in the background."""

    def __init__(self, start: StartPage, announcer: Announcer) -> None:
        super().__init__()
        self._start, self._announcer = start, announcer
        self._told: set[str] = set()

    def _tell(self, text: str, why: str = "") -> None:
        if text not in self._told:
            self._told.add(text)
            self._announcer.say(self._start.show_notice(f"{text}\n{why}" if why else text))

    def tell_pictures(self, why: str) -> None:
        """Tell that some pictures, or all, cannot be drawn."""
        self._announcer.say(self._start.show_missing_pictures(why))

    def tell_settings(self, name: str, of_all: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Tell that some settings, or all, did not fit; `name` is the new name of the file, empty where it got none."""
        if of_all and name:
            text = tr(
                "Your settings could not be read. They were kept as {name}; the usual ones are in use.", name=name
            )
        elif of_all:
            text = tr("Your settings could not be read. The usual ones are in use.")
        elif name:
            text = tr("Some of your settings are not known here and are as usual. All were kept as {name}.", name=name)
        else:
            text = tr("Some of your settings are not known here and are as usual.")
        self._tell(text)

    def tell_language(self, why: str) -> None:
        """Tell that the words of the person's language cannot be read; nothing where they can."""
        if why:
            self._tell(tr("The words of your language cannot be read. They are in English."), why)

    def tell_dims(self) -> None:
        """Tell that the screen cannot be kept on."""
        self._tell(tr("coach cannot keep the screen on here. It may go dark during a session."))

    def tell_media(self, why: str) -> None:
        """Tell that the desktop's media control cannot be used."""
        self._tell(tr("Media keys and headset buttons cannot be used now. The keyboard can."), why)

    def tell_wishes(self, why: str) -> None:
        """Tell that the wishes of the desktop cannot be followed."""
        self._tell(tr("coach cannot follow the colours of your desktop now. You can choose them in the settings."), why)

    def tell_speech(self, why: str) -> None:
        """Tell that some sentences cannot be said; `why` has all the words."""
        self._tell(why)

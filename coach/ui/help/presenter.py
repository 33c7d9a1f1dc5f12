"""Makes the pages of help: all keys, all that is said, the signs that need help, what works here, and what coach is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.errands import Errands
from coach.core.findings import Finding, Report
from coach.session.reading_aloud import ReadingAloud
from coach.ui.keys.clicker import rows_with
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.session.selection import Selection
    from coach.session.services import SessionServices
    from coach.ui.help import about_page, help_page, keys_page, listen_page, script_maker, signs_page, works_page
    from coach.ui.help.script_maker import ScriptMaker, Wanted
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
else:
    about_page = later("coach.ui.help.about_page")
    help_page = later("coach.ui.help.help_page")
    keys_page = later("coach.ui.help.keys_page")
    listen_page = later("coach.ui.help.listen_page")
    script_maker = later("coach.ui.help.script_maker")
    signs_page = later("coach.ui.help.signs_page")
    works_page = later("coach.ui.help.works_page")


class HelpPresenter(QObject):
    """Makes a new page each time one is asked for.

    A QObject: of any other object that pages are connected to PySide keeps a trace.
    """

    wanted = Signal(str)
    """The id of a command that shows a page of help."""
    silence_changed = Signal(str)
    """Why no line can be played now, in words; empty where it can."""
    _examined = Signal(object)
    """A Report of what works here."""

    def __init__(self, services: SessionServices, selection: Selection, theme: Theme, announcer: Announcer) -> None:
        super().__init__()
        self._services, self._selection = services, selection
        self._theme, self._announcer = theme, announcer
        self._preferences = services.preferences
        self._maker: ScriptMaker | None = None
        self._errands = Errands()
        self._is_looking = False
        services.narrator.lost.connect(self._on_sound)
        services.narrator.found.connect(self._on_sound)

    def overview(self) -> help_page.HelpPage:
        """Return the page that leads to all others."""
        page = help_page.HelpPage(self._theme)
        page.wanted.connect(self.wanted)
        return page

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

    def works(self) -> works_page.WorksPage:
        """Return the page of what works here; it is filled once all of it was looked at."""
        page = works_page.WorksPage(self._theme)
        page.wanted.connect(self._examine)
        page.said.connect(self._announcer.say)
        self._examined.connect(page.show_report)
        self._examine()
        return page

    def _examine(self) -> None:
        """Look beside the window, unless somebody looks already: what is found is told to the page that shows then."""
        if self._is_looking:
            return
        self._is_looking = True
        unknown = Report((Finding(tr("What works here"), works=False, words=tr("It could not be looked at.")),))
        # What went wrong may hold a name: it is in the log without.
        self._errands.do(self._services.examine, self._on_found, lambda _why: self._on_found(unknown), "what works")

    def _on_found(self, report: Report) -> None:
        self._is_looking = False
        self._examined.emit(report)

    def listen(self, routine: str = "") -> listen_page.ListenPage:
        """Return the page with the script of a routine, by its id, or of the chosen one.

        It is filled once the script is compiled.
        """
        narrator, selection = self._services.narrator, self._selection
        chosen = routine or ("" if selection.routine is None else selection.routine.id)
        first = script_maker.Wanted(chosen, selection.preset)
        page = listen_page.ListenPage(self._theme, ReadingAloud(narrator), selection.choices(), first)
        if self._maker is None:
            self._maker = script_maker.ScriptMaker()
        self._maker.made.connect(page.show_script)
        self._maker.failed.connect(page.show_failure)
        page.script_wanted.connect(self._make)
        page.copied.connect(self._announcer.say)
        self.silence_changed.connect(page.show_trouble)
        page.show_trouble(self._why_silent())
        self._make(first)
        return page

    def _make(self, wanted: Wanted) -> None:
        narrator, selection = self._services.narrator, self._selection
        routine = selection.find(wanted.routine)
        if routine is not None and self._maker is not None:
            voice = narrator.voice
            self._maker.make(routine, wanted.preset, selection.way_down, voice.length_ms, voice.can_say)

    def _on_sound(self, _why: str = "") -> None:
        self.silence_changed.emit(self._why_silent())

    def _why_silent(self) -> str:
        """Return why no line can be played, in words; empty where it can."""
        if self._services.player.is_live:
            return tr("During a session no line is played here.")
        narrator = self._services.narrator
        return "" if narrator.has_sound else narrator.trouble or tr("There is no sound.")

    def finish(self) -> None:
        """Wait for a script that is being made, and for nobody who still looks what works."""
        self._errands.finish()
        if self._maker is not None:
            self._maker.finish()

"""What a running program is made of. Tests know it from here alone, so that it can be made of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QAction

    from coach.app import Program
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.session.live import Live, LiveSession
    from coach.session.narrator import Narrator
    from coach.session.player import Player
    from coach.session.preferences import Preferences
    from coach.session.recorder import Recorder
    from coach.ui.after.after_session import AfterSession
    from coach.ui.after.closing_page import ClosingPage
    from coach.ui.after.stopped_page import StoppedPage
    from coach.ui.check.before_session import BeforeSession
    from coach.ui.check.check import Check
    from coach.ui.check.check_page import CheckPage
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.missing_parts import MissingParts
    from coach.ui.home.start_page import StartPage
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.text_page import TextPage
    from coach.ui.kit.theme import Theme
    from coach.ui.live.floor.floor import Floor
    from coach.ui.live.floor.floor_page import FloorPage
    from coach.ui.live.session_page import SessionPage
    from coach.ui.shell.flow import Flow
    from coach.ui.shell.focus_watch import FocusWatch
    from coach.ui.shell.side_pages import SidePages


class Parts:
    """A running program, and its pages and parts by name."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window

    @property
    def player(self) -> Player:
        """The player; there once the first frame was."""
        return self.program.player

    @property
    def flow(self) -> Flow:
        """The part that leads from page to page."""
        assert self.program.flow is not None
        return self.program.flow

    @property
    def data(self) -> Path:
        """Where the program keeps what it writes."""
        return self.program.paths.data

    @property
    def theme(self) -> Theme:
        """The look."""
        return self.program.theme

    @property
    def pictures(self) -> PictureCache:
        """The pictures of the figure."""
        return self.program.pictures

    @property
    def preferences(self) -> Preferences:
        """The settings in force."""
        return self.program.preferences

    @property
    def recorder(self) -> Recorder:
        """What writes the record."""
        return self.program.recorder

    @property
    def narrator(self) -> Narrator:
        """What speaks."""
        return self.program.narrator

    @property
    def live(self) -> LiveSession:
        """What all views of a session show."""
        return self.program.live

    @property
    def live_now(self) -> Live:
        """What they show at this instant."""
        assert self.live.now is not None
        return self.live.now

    @property
    def announcer(self) -> Announcer:
        """What tells a screen reader."""
        return self.program.announcer

    @property
    def start_page(self) -> StartPage:
        """The start page."""
        return self.program.start_page

    @property
    def check(self) -> Check:
        """What is asked before a session."""
        return self.before_session.check

    @property
    def check_page(self) -> CheckPage:
        """The page on which it is asked."""
        return self.flow.rooms.before_session.page

    @property
    def before_session(self) -> BeforeSession:
        """What leads from wanting to start to the first second."""
        return self.flow.rooms.before_session

    @property
    def after_session(self) -> AfterSession:
        """What leads on from the last second."""
        return self.flow.rooms.after_session

    @property
    def session_page(self) -> SessionPage:
        """The session page."""
        return self.flow.rooms.live.session

    @property
    def floor(self) -> Floor:
        """What shows the floor view."""
        return self.flow.rooms.live.floor

    @property
    def floor_page(self) -> FloorPage:
        """The floor view."""
        return self.floor.page

    @property
    def stopped_page(self) -> StoppedPage:
        """The stopped page."""
        return self.flow.rooms.after_session.stopped

    @property
    def closing_page(self) -> ClosingPage:
        """The closing page."""
        return self.flow.rooms.after_session.closing

    @property
    def side_pages(self) -> SidePages:
        """What makes the pages that are shown for a while."""
        return self.flow.rooms.side_pages

    @property
    def focus_watch(self) -> FocusWatch:
        """What tells that another window has the keyboard."""
        return self.flow.rooms.focus_watch

    @property
    def actions(self) -> dict[str, QAction]:
        """What keys and menus can do, by id."""
        return self.flow.rooms.actions.by_id

    @property
    def routines(self) -> tuple[Routine, ...]:
        """The routines to choose from."""
        return self.flow.starting.selection.routines

    @property
    def routine(self) -> Routine:
        """The routine that is chosen, or being done."""
        run = self.flow.starting.run
        assert run is not None
        return run.routine

    @property
    def timeline(self) -> Timeline:
        """What happens when."""
        run = self.flow.starting.run
        assert run is not None
        return run.timeline

    @property
    def missing_parts(self) -> MissingParts:
        """What tells once what has to be done without."""
        return self.program.missing

    def show_start(self) -> None:
        """Go back to the start page."""
        self.flow.show_start()

    @property
    def voice_told(self) -> QTimer:
        """How long it is shown that the voice was switched off, or on."""
        return self.live.sound.voice_told

    def choose(self, place: int) -> None:
        """Choose a routine by its place in the file."""
        self.choose_by_id(self.routines[place].id)

    def choose_by_id(self, routine: str) -> None:
        """Choose a routine by its id."""
        self.flow.starting.choose(routine)

    def show_side_page(self, page: TextPage) -> None:
        """Show a page of text for a while."""
        self.flow.show_side_page(page)

    def add_desktop(self, media: MediaControl, awake: Awake) -> None:
        """Give the program what a desktop has."""
        self.program.add_desktop(media, awake)

"""The parts of a program that its pages and their helpers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.session.services import SessionServices

if TYPE_CHECKING:
    from coach.session.clock import Clock
    from coach.session.routine_library import RoutineLibrary
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.start_page import StartPage
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
    from coach.ui.shell.navigator import Navigator
    from coach.ui.shell.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Services(SessionServices):
    """What the first frame already needed, and who says what changes."""

    window: Window
    navigator: Navigator
    start: StartPage
    theme: Theme
    announcer: Announcer
    pictures: PictureCache
    routines: RoutineLibrary
    hand: Clock
    """Real time, by which a person's hand is measured, however fast a session runs."""

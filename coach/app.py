"""Composition root: makes the parts, hands them to each other, and starts the event loop."""

from __future__ import annotations

import contextlib
import functools
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach import equipment, waves
from coach.background.fault_hooks import log_what_nobody_catches
from coach.background.garbage import Collector
from coach.background.loader import Loader
from coach.background.threads import FINISH_S, run_beside
from coach.background.threads import in_words as in_words_of
from coach.core.pacing import Preset
from coach.qt_application import make_application, use_icon, use_words_of_qt
from coach.session.clock import SystemClock, wall_now
from coach.session.places import Place
from coach.session.preferences import Preferences
from coach.single_instance import SingleInstance, come_forward
from coach.store import settings, window_place
from coach.store.paths import Paths
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.home.start_page import StartPage
from coach.ui.kit.style import Style
from coach.ui.kit.theme import Theme
from coach.ui.shell.look import Look
from coach.ui.shell.navigator import Navigator
from coach.ui.shell.screen_readers import serve_screen_readers
from coach.ui.shell.window import Window
from coach.waves import later
from coach.words import catalogue
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach import second_start
    from coach.background import log
    from coach.background.compiled_code import CompiledCode
    from coach.core import routine
    from coach.core.findings import Report
    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.devices.portal import SettingsPortal
    from coach.devices.voice import Voice
    from coach.doctor import examination, versions
    from coach.session import desktop_control, live, narrator, player, recorder, reminders, routine_library, selection
    from coach.session.clock import Clock
    from coach.session.desktop_control import Desktop
    from coach.session.live import LiveSession
    from coach.session.narrator import Narrator
    from coach.session.player import Player
    from coach.session.recorder import Recorder
    from coach.session.reminders import Reminders
    from coach.session.routine_library import RoutineLibrary
    from coach.store.record.moments import Instant
    from coach.store.routines import own_routines
    from coach.store.routines.library import Library
    from coach.store.routines.own_routines import Own
    from coach.ui.figure import preview
    from coach.ui.help import components_page
    from coach.ui.home import missing_parts, offered_routines
    from coach.ui.home.offered_routines import OfferedRoutines
    from coach.ui.kit import announcer
    from coach.ui.shell import flow, services
    from coach.ui.shell.flow import Flow
else:
    # The start page
    routine, selection = later("coach.core.routine"), later("coach.session.selection")
    offered_routines = later("coach.ui.home.offered_routines")
    own_routines = later("coach.store.routines.own_routines")
    # The flow
    live, narrator = later("coach.session.live"), later("coach.session.narrator")
    player, recorder = later("coach.session.player"), later("coach.session.recorder")
    routine_library, reminders = later("coach.session.routine_library"), later("coach.session.reminders")
    announcer, missing_parts = later("coach.ui.kit.announcer"), later("coach.ui.home.missing_parts")
    flow, services = later("coach.ui.shell.flow"), later("coach.ui.shell.services")
    desktop_control = later("coach.session.desktop_control")
    # On demand
    log, versions = later("coach.background.log"), later("coach.doctor.versions")
    examination = later("coach.doctor.examination")
    second_start = later("coach.second_start")
    preview = later("coach.ui.figure.preview")
    components_page = later("coach.ui.help.components_page")


class Program(QObject):
    """All parts of the running program."""

    player: Player
    narrator: Narrator
    live: LiveSession
    recorder: Recorder
    routines: RoutineLibrary
    reminders: Reminders
    """These come once Start can be pressed, or with the first press."""
    usable = Signal()
    """The list is filled and Start can be pressed."""
    ready = Signal()
    """Everything that a session needs is made."""

    def __init__(  # noqa: PLR0917 - the composition root takes what the command line gives
        self,
        app: QApplication,
        theme: Theme,
        clock: Clock,
        routine_file: Path | None,
        paths: Paths,
        speed: int,
        wall: Callable[[], Instant] = wall_now,
        hand: Clock | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self.paths = paths
        self.preferences = Preferences(paths.data, settings.load(paths.data), wall)
        self.theme = theme
        app.setStyle(Style(theme))
        self._clock, self._speed, self._wall = clock, speed, wall
        self._hand = clock if hand is None else hand
        self.pictures = PictureCache(self.theme)
        self.look = Look(theme, self.pictures, self.preferences)
        # Before there is a widget: what a screen reader has asked for once keeps the role that it had then.
        serve_screen_readers(app)
        self.window = Window(self.theme, self.pictures)
        self.window.placement.open_at(window_place.load(paths.data))
        is_first = not self.preferences.now.heard
        self.start_page = StartPage(self.theme, self.pictures, wall, is_first=is_first)
        self.window.add_page(Place.START, self.start_page)
        self.navigator = Navigator(self.window.show_place)
        self.window.show_place(self.navigator.place)
        self.loader = Loader(routine_file, paths.data, self.preferences.now.today)
        self.offered: OfferedRoutines | None = None
        self._source = Path()
        """The file of the routines that are not the person's own."""
        self._news = ""
        """What a screen reader has to be told as soon as it can be."""
        self._is_closed = False
        self.flow: Flow | None = None
        self.desktop: Desktop | None = None
        self.voice: Voice | None = None
        self.examine: Callable[[], Report] = lambda: examination.examine_disk(paths)
        """Looks what works here: at the disk alone, until there are devices."""
        app.screenRemoved.connect(self.window.fit_screens)
        self.window.painted.connect(self._on_painted)
        self.window.closed.connect(self._on_closed)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.drawn.connect(self.pictures.set_figures)
        self.loader.failed.connect(self.start_page.show_fault)
        self.loader.failed.connect(self._follow_focus)

    def _on_painted(self) -> None:
        self.collector = Collector(self)
        self.loader.start()
        waves.load(waves.START_PAGE)  # while the routine is being read
        page = self.start_page
        page.start_wanted.connect(lambda: self._at_once(lambda flow: flow.starting.want()))
        page.routine_start_wanted.connect(lambda wanted: self._at_once(lambda flow: flow.starting.start(wanted)))
        page.exercise_wanted.connect(lambda place: self._at_once(lambda flow: flow.show_exercise(place)))
        page.all_wanted.connect(lambda: self._at_once(lambda flow: flow.browsing.visit(Place.ROUTINES)))

    def _on_loaded(self, found: Library) -> None:
        contents, wanted = found.contents, self.preferences.now
        routines = tuple(routine.resolve(contents, entry.id) for entry in contents.routines)
        chosen = selection.Selection(Preset(wanted.pacing), wanted.way_down)
        chosen.weeks, chosen.day = dict(wanted.weeks), lambda: self._wall().day
        self._source = found.source
        self.offered = offered_routines.OfferedRoutines(self.start_page, chosen)
        today = "" if found.own_name else wanted.today  # a file that was asked for comes first
        is_there = self.offered.take(routines, found.own_name, self.loader.own, today)
        self.start_page.settle()  # until now something else had the focus, perhaps below the fold
        self._news = self.start_page.show_problems(found.problems) if found.problems else ""
        if today and not is_there:
            self._tell_lost(today, self.loader.own)
        self.usable.emit()
        QTimer.singleShot(0, self, self.complete)

    def _tell_lost(self, today: str, own: Sequence[Own]) -> None:
        """Tell that what was put on Today cannot be, once; nothing where the person deleted it."""
        problems = [str(problem) for each in own if each.id == today for problem in each.problems]
        if problems:
            told = tr("Your routine on Today cannot be used now. One that came with coach is here instead.")
            self._news = self.start_page.show_notice("\n".join([told, *problems[:1]]))
            return
        if not own_routines.OwnRoutines(self.paths.data).was_deleted(today):
            told = tr("Your routine on Today is not there any more. One that came with coach is here instead.")
            self._news = self.start_page.show_notice(told)
        self.preferences.change(today="")

    def _at_once(self, do: Callable[[Flow], object]) -> None:
        """Do what was pressed before there was somebody to hear of it: it waits for the rest, and for nothing else."""
        if self.flow is None:
            self.complete()
            if self.flow is not None:
                do(self.flow)

    def complete(self) -> None:
        """Make all that a session needs: once the start page stands, or when it is wanted. Does nothing twice."""
        if self.flow is not None or self.offered is None or self._is_closed:
            return
        self._follow_focus()
        waves.load(waves.FLOW)
        self.flow = self._make_flow(self.offered)
        self.flow.starting.stand_ready()
        if self._news:
            self.announcer.say(self._news)
        waves.load(waves.SESSION)
        before_session = self.flow.rooms.before_session  # made first: it hears what is wrong with the record
        self.recorder.start()
        self.preferences.settle()
        before_session.refresh()
        self._play()
        self.ready.emit()
        self.routines.start()
        self.loader.draw()  # last: a thread that reads takes its share from whatever else is made

    def bring(self, file: Path) -> None:
        """Show what is in a file with routines, so that the person can keep it; in a session once that is over."""
        if self.flow is not None:
            self.routines.bring(file)

    def _make_flow(self, offered: OfferedRoutines) -> Flow:
        self.player = player.Player(self._clock, self._speed, self)
        # Before the pages: at a pain stop it has to be silent before they have it say how to come out.
        self.narrator = narrator.Narrator(self.player, self.preferences.now, self)
        self.live = live.LiveSession(self.player, self.narrator, self.preferences, self)
        self.recorder = recorder.Recorder(self.paths.data, self._wall)
        self.routines = routine_library.RoutineLibrary(self.paths.data, self._source, offered.selection)
        self.reminders = reminders.Reminders(self.preferences, self._wall)
        self.announcer = announcer.Announcer(self.window)
        self.missing = missing_parts.MissingParts(self.start_page, self.announcer)
        self.preferences.set_aside.connect(self.missing.tell_settings)
        self.loader.undrawn.connect(self.missing.tell_pictures)
        parts = services.Services(
            window=self.window,
            navigator=self.navigator,
            start=self.start_page,
            theme=self.theme,
            player=self.player,
            announcer=self.announcer,
            pictures=self.pictures,
            routines=self.routines,
            recorder=self.recorder,
            preferences=self.preferences,
            narrator=self.narrator,
            live=self.live,
            reminders=self.reminders,
            hand=self._hand,
            examine=lambda: self.examine(),  # noqa: PLW0108 - it changes when there are devices
        )
        return flow.Flow(self._app, parts, offered)

    def _on_closed(self) -> None:
        """Write what is left to write before the program goes, and give back what the desktop lent."""
        self._is_closed = True
        with contextlib.suppress(OSError):  # a place that is not kept is no loss, and there is nobody left to tell
            window_place.save(self.paths.data, self.window.placement.place)
        desktop, self.desktop = self.desktop, None
        if desktop is not None:
            desktop.leave()
        voice, self.voice = self.voice, None
        if voice is not None:
            voice.close()
        if self.flow is not None:
            self.recorder.stop()
            self.routines.finish()
            self.reminders.finish()
        self.preferences.finish()

    def _play(self) -> None:
        """Have the figure move on the start page, unless less motion is wanted."""
        self.start_page.play(self._clock.now_ms, still=self.preferences.is_still)
        self.preferences.still_changed.connect(self.start_page.set_still)
        self._app.focusWindowChanged.connect(self.start_page.look_whether_to_move)

    def _follow_focus(self) -> None:
        """Bring what gets the focus into sight; not before the start page stands, where the focus is at the top.

        The first question for the parent of a widget has PySide make the enumerations of all widgets there are, which
        takes 10 ms.
        """
        self._app.focusChanged.connect(self.window.show_focus)

    def add_desktop(self, media: MediaControl, awake: Awake) -> None:
        """Let the desktop's media control steer what is live, and keep the screen on meanwhile; once it is ready."""
        if self.flow is None:
            return
        self.desktop = desktop = desktop_control.Desktop(self.live, self._clock, media, awake)
        desktop.wanted.connect(self.flow.commands.do)
        desktop.raised.connect(self.window.come_forward)
        desktop.dims.connect(self.missing.tell_dims)
        media.failed.connect(self.missing.tell_media)

    def add_voice(self, voice: Voice, names: Mapping[str, str]) -> None:
        """Let coach be heard; `names` are those it can speak as, by id."""
        self.voice = voice
        voice.failed.connect(self.narrator.lose)
        voice.recovered.connect(self.narrator.find)
        voice.ready_changed.connect(self.narrator.note_sound)
        voice.speechless.connect(self.narrator.lose_words)
        self.narrator.wordless.connect(self.missing.tell_speech)
        self.narrator.use(voice, names)
        # A window may be closed before its voice comes; nothing is left running then either.
        self._app.aboutToQuit.connect(voice.close)


def run(
    routine_file: Path | None,
    data_dir: Path | None,
    speed: int,
    code: CompiledCode | None = None,
    to_open: Path | None = None,
) -> int:
    """Open the window and run until it is closed; returns the exit status, 2 without a display.

    `to_open` is a file with routines that the person wants to bring in; a coach that runs already gets it. `code` was
    compiled on the way here, and is saved once everything is there.
    """
    app = make_application()
    log_what_nobody_catches()
    use_words_of_qt(app)
    paths = Paths.choose(data_dir)
    single = SingleInstance(paths.data)
    portal = equipment.make_portal()
    theme = functools.cache(lambda: _theme(app, portal))
    if not single.is_first() and (status := second_start.wait_for_first(single, theme, to_open)) is not None:
        return status
    program = Program(app, theme(), SystemClock(), routine_file, paths, speed)
    single.raised.connect(lambda leave: _come_forward(program.window, leave))
    single.opened.connect(program.bring)
    program.ready.connect(single.listen)
    program.ready.connect(lambda: use_icon(app))
    program.loader.failed.connect(single.listen)
    program.ready.connect(lambda: equip(program))
    program.ready.connect(lambda: equipment.have_reminders(program.reminders, paths.data, data_dir))
    program.ready.connect(lambda: program.missing.tell_language(catalogue.take_trouble()))
    program.ready.connect(lambda: portal.tell_faults(program.missing.tell_wishes))
    program.ready.connect(lambda: run_beside(lambda: _begin_log(program), _take_calmly, "log"))
    if to_open is not None:
        program.ready.connect(lambda: program.bring(to_open.absolute()))
    if code is not None:
        program.ready.connect(lambda: run_beside(code.save, _take_calmly, "compiled code"))
    program.window.show()
    status = app.exec()
    program.loader.finish()
    program.pictures.finish()
    log.note("end")
    log.finish(paths.state, FINISH_S)
    return status


def _begin_log(program: Program) -> None:
    """Begin to write the log, once a session could begin: until now it was kept in memory."""
    log.open_file(program.paths.state)
    log.note(f"start: {versions.versions()}")


def _take_calmly(_why: str) -> None:
    """Do without a file that cannot be written: the next start takes a little longer, and nobody need be told."""


def _theme(app: QApplication, portal: SettingsPortal) -> Theme:
    """Return the look that the desktop asks for, which is followed from now on."""
    portal.wait()
    theme = Theme(app, asked=portal.now)
    portal.changed.connect(theme.follow)
    return theme


def _come_forward(window: Window, leave: str) -> None:
    """Show the window in front with the leave of a second start; without one, at least have the desktop point at it."""
    come_forward(window, leave)
    if not leave:
        QApplication.alert(window)


def equip(program: Program) -> None:
    """Give the program what a real desktop has, once everything that a session needs is made.

    What cannot be had is told, and takes nothing else along.
    """
    program.examine = lambda: examination.examine(program.paths)
    try:
        program.add_desktop(*equipment.make_desktop())
    except Exception as error:  # noqa: BLE001 - whatever a library of the desktop raises
        log.failed("desktop", error)
        program.missing.tell_media(in_words_of(error))
    try:
        program.add_voice(*equipment.make_voice(program))
    except Exception as error:  # noqa: BLE001 - the same with sound
        log.failed("sound", error)
        program.narrator.lose(in_words_of(error))


def show_figure(file: Path) -> int:
    """Show the movement of a figure file until its window is closed; 2 without a display."""
    app = make_application()
    use_icon(app)
    return preview.run(_theme(app, equipment.make_portal()), file)


def tell_screens() -> int:
    """Print the platform of Qt and the size of each screen as JSON, without a window; 2 without a display."""
    app = make_application()
    sizes = [(screen.geometry().width(), screen.geometry().height()) for screen in app.screens()]
    sys.stdout.write(json.dumps([app.platformName(), sizes]) + "\n")
    return 0


def show_components() -> int:
    """Show what all pages are built of until the window is closed; 2 without a display."""
    app = make_application()
    use_icon(app)
    theme = _theme(app, equipment.make_portal())
    app.setStyle(Style(theme))
    serve_screen_readers(app)
    return components_page.run(theme)

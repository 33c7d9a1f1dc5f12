"""Leads from page to page as the session goes on: the pages do not know each other, this knows them all.

It shows the player's events and snapshots, and sends it the inputs of the person. The rooms of a session are made once
the start page stands, or when they are first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.core.events import (
    BlockEnded,
    BlockStarted,
    Ended,
    Event,
    Finished,
    Leaving,
    MistakeTaken,
    PainStopped,
    Paused,
    Phase,
    Snapshot,
    Started,
)
from coach.session import describe
from coach.session.bookkeeping import keep
from coach.session.commands import Commands
from coach.session.failsafe import do_all
from coach.session.places import Place
from coach.session.routine_words import routine_facts
from coach.ui.shell.browsing import Browsing
from coach.ui.shell.command_handlers import CommandHandlers
from coach.ui.shell.incoming_files import IncomingFiles
from coach.ui.shell.navigator import VISITS, Cause
from coach.ui.shell.questions import Questions
from coach.ui.shell.side_page import focus_again
from coach.ui.shell.starting import Starting
from coach.ui.shell.trial import Trial
from coach.waves import later
from coach.words import safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from coach.core.routine import Routine
    from coach.session.gate import Permission
    from coach.session.run import Run
    from coach.ui.home import exercise_rows
    from coach.ui.home.offered_routines import OfferedRoutines
    from coach.ui.kit.passing_page import PassingPage
    from coach.ui.shell import rooms
    from coach.ui.shell.rooms import Rooms
    from coach.ui.shell.services import Services
else:
    rooms = later("coach.ui.shell.rooms")
    exercise_rows = later("coach.ui.home.exercise_rows")

LATE_MS = 1_500
"""Time after the last second in which a press may still have been meant for the session."""


class Flow(QObject):
    """Leads through a session, from the start page to the closing page."""

    def __init__(self, app: QApplication, services: Services, offered: OfferedRoutines) -> None:
        super().__init__()
        self._app, self._services = app, services
        self._window, self._navigator, self._start = services.window, services.navigator, services.start
        self._player, self._announcer = services.player, services.announcer
        self.starting = Starting(services, offered)
        self._questions = Questions(self._window, self._player)
        self._recorder = services.recorder
        self._over_ms = -LATE_MS
        self._listed: object = None
        """What the list shows: it is the same from block to block."""
        self._trial: Trial | None = None
        """What tries out the routine that is written, once there are rooms."""
        self._asked = ""
        """A question that has only been shown; it is added to the next announcement."""
        self._made: Rooms | None = None
        self._from: QWidget | None = None
        """What had the focus before the check."""
        self.browsing = Browsing(services, lambda: self.rooms, self.show_start)
        handlers = CommandHandlers(app, services, lambda: self.rooms, self.browsing)
        self.commands = Commands(
            self._player,
            lambda: self._navigator.place,
            handlers.by_id(),
            services.hand.now_ms,
            lambda: self._navigator.below,
        )
        self._connect()

    def _connect(self) -> None:
        self.starting.stood_ready.connect(self._on_stood_ready)
        self.starting.hearing_wanted.connect(self._on_hearing_wanted)
        self.starting.check_wanted.connect(self._on_check_wanted)
        self._window.place_shown.connect(self._show_actions)
        self._start.exercise_wanted.connect(self.show_exercise)
        self._start.all_wanted.connect(lambda: self.browsing.visit(Place.ROUTINES))
        self._window.close_asked.connect(self._ask_to_quit)
        self._services.preferences.changed.connect(self._services.narrator.apply)
        self._player.happened.connect(self._on_event)
        self._player.ticked.connect(self._on_tick)
        self._player.lasted.connect(self._recorder.mark)
        self._player.slept.connect(self._on_slept)

    # What a session is shown on

    @property
    def rooms(self) -> Rooms:
        """The rooms that a session leads through, with their actions and keys; made on first use."""
        if self._made is None:
            self._made = new_rooms = rooms.Rooms(
                self._app, self._services, self.commands, self, self.starting.selection
            )
            self._show_actions()
            self._on_stood_ready()
            self._window.sidebar.exercises.wanted.connect(self.show_exercise)
            self._window.question.asked.connect(self._announcer.say)
            new_rooms.after_session.stopped.close_wanted.connect(self.show_start)
            new_rooms.after_session.closing.close_wanted.connect(self._on_done)
            new_rooms.after_session.closing.signs_wanted.connect(lambda: self.commands.do("signs"))
            self._connect_routines(new_rooms)
            new_rooms.side_pages.routine_wanted.connect(self.starting.put_on_today)
            new_rooms.before_session.ready.connect(self._on_ready)
            new_rooms.before_session.left.connect(self._on_check_left)
        return self._made

    def _connect_routines(self, new_rooms: Rooms) -> None:
        pages = new_rooms.side_pages
        pages.routines.start_wanted.connect(self.starting.start)
        pages.routines.today_wanted.connect(self.starting.put_on_today)
        pages.editor.ready.connect(self.show_side_page)
        self._trial = trial = Trial(self._services, self.starting, new_rooms, self.browsing)
        pages.editor.try_wanted.connect(trial.begin)
        self._window.back_wanted.connect(trial.stop)
        pages.routines.listen_wanted.connect(lambda routine: self.show_side_page(pages.listen(routine)))
        self._files = IncomingFiles(self._services, pages.routines.incoming, self.browsing, self.commands)
        pages.routines.print_wanted.connect(lambda routine: self.show_side_page(pages.hand_outs.page(routine)))
        pages.routines.code_wanted.connect(lambda routine: self.show_side_page(pages.codes.page(routine)))
        pages.routines.read_code_wanted.connect(lambda: self.show_side_page(pages.codes.read_page()))
        pages.codes.came.connect(pages.routines.incoming.show)

    # Choosing and starting

    def _on_stood_ready(self, _run: Run | None = None) -> None:
        """Show the exercises of what stands ready, once there is a list for them: nobody sees it before a session."""
        snapshot = self._player.snapshot()
        if snapshot is not None and self._made is not None:
            self._show_list(snapshot)

    def _on_hearing_wanted(self) -> None:
        page = self.rooms.side_pages.hear()
        page.answered.connect(self._on_heard)
        self.show_side_page(page)

    def _on_heard(self, _heard: str) -> None:
        """Go on to the check, now that the person has said what they hear."""
        self._navigator.go(Cause.FROM_SIDE)
        self.starting.want()

    def _on_check_left(self) -> None:
        """Go back to the start page, with the keyboard where it was before the check."""
        self.show_start()
        focus_again(self._from)

    def _on_check_wanted(self, routine: Routine) -> None:
        self._from = self._app.focusWidget()
        self.rooms.before_session.want(routine)

    def _on_ready(self, permission: Permission) -> None:
        """Begin the session once the check has passed."""
        if not self._player.is_live:
            self.starting.begin(permission)

    # Pages

    def show_start(self) -> None:
        """Go back to the start page, ready for a new session; does nothing while a session is live."""
        if self._player.is_live or not self._navigator.allows(Cause.TO_START):
            return
        if self._is_trial:
            self._leave_trial()
            return
        self._services.narrator.hush()
        self.starting.choose_again()
        self.rooms.before_session.refresh()
        self._navigator.go(Cause.TO_START)
        self._show_actions()
        self._start.settle()
        self._services.routines.show_brought()

    def _leave_trial(self) -> None:
        """Go back to the routine that is written, once it was tried out."""
        if self._trial is not None:
            self._trial.come_back()
            self._show_actions()

    @property
    def _is_trial(self) -> bool:
        return self.starting.run is not None and self.starting.run.is_trial

    def _on_done(self) -> None:
        """Leave the closing page, unless the press may have been meant for the last second of the session."""
        if self._player.now_ms() - self._over_ms >= LATE_MS:
            self.show_start()

    def show_side_page(self, page: PassingPage) -> None:
        """Show a side page in the window; not over a stop."""
        self.browsing.read(page)

    # What the person wants

    def show_exercise(self, place: int) -> None:
        """Show the exercise at this position of the routine in full; in a session, ask whether to go to it."""
        if self.starting.run is None:
            return
        exercises = self.starting.run.shown.exercises
        if self._player.is_live:
            self._questions.ask_to_jump(exercises[place].name, place)
        elif self._navigator.base in VISITS:
            self.show_side_page(self.rooms.side_pages.exercise(exercises, place))

    def _ask_to_quit(self) -> None:
        self.rooms.live.floor.leave()  # questions are asked in the window
        self._questions.ask_to_quit()

    # What the session tells

    def _on_event(self, event: Event) -> None:
        """Store an event and show it; where one of the two fails, the other is done all the same."""
        run = self.starting.run
        if run is not None:
            do_all(lambda: keep(event, run, self._recorder), lambda: self._show_event(event, run))

    def _show_stop(self, event: PainStopped, run: Run) -> None:
        do_all(
            self.rooms.keys.close_menus,
            lambda: self._set_live(live=False),
            lambda: self.rooms.after_session.stop(event, run.shown),
        )

    def _show_event(self, event: Event, run: Run) -> None:
        match event:
            case PainStopped():
                self._show_stop(event, run)
            case Started():
                self._enter_session(Cause.SESSION_BEGAN)
            case MistakeTaken():
                self._enter_session(Cause.MISTAKE_TAKEN)
            case Paused():
                self._focus_resume()
            case Finished() | Ended():
                self._close(run, finished=isinstance(event, Finished))
            case BlockEnded(why=Leaving.SKIPPED):  # the pages ask as long as the snapshot allows the answer
                self._asked = translated(safety_messages.ASK_BECAUSE)
            case BlockStarted(index=index) if not self._is_here(index):
                return  # a late wake-up has passed it by
            case _:
                pass
        snapshot = self._player.snapshot()
        news = "" if snapshot is None else describe.announcement(event, run.shown, snapshot)
        if isinstance(event, BlockStarted):  # of two announcements in a row a screen reader would drop the first
            first = "" if snapshot is None else self.rooms.live.step_news.at_start(run.shown, run.timeline, snapshot)
            news, self._asked = sentences([news, first, self._asked]), ""
        self._announcer.say(news)

    def _on_slept(self) -> None:
        self._announcer.say(tr("Paused. The computer was asleep. Take your time."))

    def _is_here(self, index: int) -> bool:
        snapshot = self._player.snapshot()
        return snapshot is not None and snapshot.index == index

    def _enter_session(self, cause: Cause) -> None:
        self._asked = ""
        do_all(
            lambda: self._set_live(live=True),
            lambda: self._navigator.go(cause),
            self.rooms.live.session.bar.go.setFocus,
        )
        if not self._window.isActiveWindow():
            self._window.come_forward()

    def _focus_resume(self) -> None:
        """Have Space and Return go on with a paused session, wherever the focus was; a question keeps it."""
        if self._navigator.place in {Place.LIVE, Place.FLOOR} and not self._window.question.is_asking:
            self.rooms.live.focus_go()

    def _set_live(self, *, live: bool) -> None:
        self._window.question.drop()
        self._window.set_asks_before_closing(asks=live and not self._is_trial)
        self._window.set_lasting_bar(self.rooms.live.session.bar if live else None)
        self.rooms.keys.set_live(live=live)

    def _close(self, run: Run, *, finished: bool) -> None:
        self._over_ms = self._player.now_ms() if finished and not run.is_trial else -LATE_MS
        if run.is_trial:
            do_all(lambda: self._set_live(live=False), self._leave_trial)
            return
        do_all(
            lambda: self._set_live(live=False),
            lambda: self.rooms.after_session.close(run, finished=finished),
        )

    def _on_tick(self, snapshot: Snapshot) -> None:
        if snapshot.phase.is_live:
            do_all(lambda: self._recorder.mark(snapshot), lambda: self._show_tick(snapshot))
        else:
            self._show_tick(snapshot)

    def _show_tick(self, snapshot: Snapshot) -> None:
        if self._window.isMinimized():  # when it is back the player ticks
            return
        self._show_actions()
        if snapshot.phase is not Phase.READY:
            self._show_list(snapshot)

    def _show_actions(self) -> None:
        """Enable the actions that mean something now."""
        if self._made is not None:
            self._made.actions.show(self.commands.situation())

    def _show_list(self, snapshot: Snapshot) -> None:
        run = self.starting.run
        listed = run, snapshot.phase, snapshot.index, snapshot.outcomes
        if run is None or listed == self._listed:
            return
        self._listed = listed
        facts = routine_facts(run.shown, run.timeline)
        self._window.sidebar.show_routine(
            run.shown.name, facts, exercise_rows.rows_of(run.shown, run.timeline, snapshot)
        )

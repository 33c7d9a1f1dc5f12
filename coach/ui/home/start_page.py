"""The start page, called Today: one routine in the figure's own room, one Start, and a strip of its exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coach.session import today
from coach.ui.home.focus_order import order_focus
from coach.ui.home.start_layout import StartLayout
from coach.ui.kit.label import label
from coach.ui.kit.scroll_page import column_of
from coach.waves import later
from coach.words import safety_messages
from coach.words.catalogue import plural, tr, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.session.cut_off import CutOff
    from coach.store.record.moments import Instant
    from coach.store.record.values import EarlierSessions
    from coach.store.routines.library import Problem
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home import film, helps, offer, own_routines, strip
    from coach.ui.home.film import Film
    from coach.ui.home.tile import RoutineChoice, TileWords
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.theme import Theme
else:
    film, strip = later("coach.ui.home.film"), later("coach.ui.home.strip")
    helps, offer = later("coach.ui.home.helps"), later("coach.ui.home.offer")
    own_routines = later("coach.ui.home.own_routines")

MOST_PROBLEMS = 4


class StartPage(QWidget):
    """Shows one routine and starts it. What takes time to make comes after the first frame, in a place kept for it."""

    start_wanted = Signal()
    routine_start_wanted = Signal(str)
    """The id of a routine to start at once."""
    week_wanted = Signal(object)
    """Another week of the plan of the chosen routine, from 0."""
    exercise_wanted = Signal(int)
    """The place in the routine, from 0, of an exercise to show in full."""
    all_wanted = Signal()
    """The page of all routines."""
    go_on_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()
    """Leave a session that was cut off; `go_on_wanted` and `again_wanted` continue it or begin a new one."""
    helps_answered = Signal(str)
    """“yes”, “not really” or “not sure”: whether the stretches help."""

    def __init__(
        self, theme: Theme, pictures: PictureCache, now: Callable[[], Instant], *, is_first: bool = False
    ) -> None:
        """Make it; `is_first` is what is known before the record is read: that nobody was here before."""
        super().__init__()
        self._theme, self._pictures, self._now = theme, pictures, now
        self._past: EarlierSessions | None = None
        self._cut_off: CutOff | None = None
        self.film: Film | None = None
        self._rows: tuple[TileWords, ...] = ()
        self._other = ""
        """The id of the routine that is not chosen, where there are two."""
        self.parts = StartLayout(self, theme)
        self.words, self.hero, self.head = self.parts.words, self.parts.hero, self.parts.head
        self.start, self.other = self.words.start, self.words.other
        self.words.start_wanted.connect(self.start_wanted)
        self.words.week_wanted.connect(self.week_wanted)
        self.words.other_wanted.connect(lambda: self.routine_start_wanted.emit(self._other))
        self.hero.is_moving_wanted.connect(self.look_whether_to_move)
        self.parts.inside.installEventFilter(self)
        self._show_first(is_first=is_first)
        self._greet()

    # What there is to start

    def show_routine(self, name: str, facts: str, rows: tuple[TileWords, ...]) -> None:
        """Show this routine with its exercises, and enable Start."""
        self.words.show_routine(name, facts)
        self._rows = rows
        if self.parts.strip is None:
            self.parts.take_strip(made := strip.Strip(self._theme, self._pictures))
            made.wanted.connect(self.exercise_wanted)
            QTimer.singleShot(0, self, self._make_rest)
        if self.parts.strip is not None:
            self.parts.strip.show_rows(rows)
        self._show_shots()
        self._on_content()

    def show_plan(self, when: str, weeks: Sequence[str], week: int) -> None:
        """Say when it is to be done, and let another week of its plan be chosen, from 0."""
        self.words.show_plan(when, weeks, week)
        self._on_content()

    def show_others(self, others: Sequence[RoutineChoice], full: str = "", short: str = "") -> None:
        """Offer other routines: one as a second button, with these words as they fit; more as cards."""
        alone = len(others) == 1
        self._other = others[0].id if alone else ""
        self.words.offer_other(full if alone else "", short)
        if len(others) > 1 and self.parts.own is None:
            self.parts.take_own(made := own_routines.OwnRoutines(self._theme, self._pictures))
            made.start_wanted.connect(self.routine_start_wanted)
            made.all_wanted.connect(self.all_wanted)
        if self.parts.own is not None:
            self.parts.own.show_choices(others if len(others) > 1 else ())
            self.parts.own.setVisible(len(others) > 1)
        self._on_content()

    def _make_rest(self) -> None:
        self.parts.make_rest()
        self._on_content()

    # What the record tells

    def show_past(self, past: EarlierSessions, now: Instant, *, is_known: bool) -> None:
        """Show what was last time, or the words for whoever begins; `is_known` is whether the record could be read."""
        today.last_time(past, now)  # first: it may hold values that no check has replaced
        self._past = past
        self._show_first(is_first=is_known and past.last is None)
        self._greet()
        self._on_content()

    def show_unfinished(self, cut_off: CutOff | None) -> None:
        """Offer to continue a session that was cut off, in place of the routine; None takes the offer back."""
        if cut_off == self._cut_off:
            return
        focus, bar = QApplication.focusWidget(), column_of(self).verticalScrollBar()
        had_focus = focus is not None and self.hero.isAncestorOf(focus)  # what had it goes
        was_at = bar.value()
        self._cut_off = cut_off
        if cut_off is None:
            self.parts.drop_offer()
        else:
            made = offer.Offer(self._theme, cut_off)
            made.go_on_wanted.connect(self.go_on_wanted)
            made.again_wanted.connect(self.again_wanted)
            made.leave_wanted.connect(self.leave_wanted)
            self.parts.take_offer(made)
        self._show_shots()
        self._greet()
        self._on_content()
        if had_focus:
            self.primary.setFocus()
            bar.setValue(was_at)  # nothing is laid out yet: it would be scrolled to where the button is not

    def ask_helps(self) -> None:
        """Ask whether the stretches help; any answer but yes shows the advice to book a visit."""
        if self.parts.helps is None:
            self.parts.take_helps(made := helps.Helps(self._theme))
            made.answered.connect(self._on_helps)
            made.put_off.connect(self._hide_helps)
            self._on_content()
            self.follow_text()  # how high it is can be told once it was shown

    def _hide_helps(self) -> None:
        """Ask no more in this run; put off, the question comes again at the next start."""
        if self.parts.helps is not None:
            self.parts.helps.hide()
        self._on_content()
        self.primary.setFocus()

    def _on_helps(self, answer: str) -> None:
        if answer != "yes":
            advice = label(self._theme, translated(safety_messages.M_BOOK), size=19, weight=600)
            self.parts.insert_above_hero(advice)
        self._hide_helps()
        self.helps_answered.emit(answer)

    # Notices

    def show_problems(self, problems: Sequence[Problem]) -> str:
        """Show what is wrong with the routine file; return the words."""
        lines = [tr("This routine file cannot be used. The built-in routine is here instead.")]
        lines += [str(problem) for problem in problems[:MOST_PROBLEMS]]
        if len(problems) > MOST_PROBLEMS:
            lines.append(plural("… and {number} more.", "… and {number} more.", len(problems) - MOST_PROBLEMS))
        return self.show_notice("\n".join(lines))

    def show_missing_pictures(self, why: str) -> str:
        """Show which pictures cannot be drawn, below earlier notices; return the words."""
        return self.show_notice(tr("Some pictures cannot be shown. Words are in their place.") + "\n" + why)

    def show_notice(self, text: str) -> str:
        """Show one more notice below the earlier ones; return its words."""
        if self.parts.notices.add(text):
            self._on_content()
        return text

    @property
    def notice_words(self) -> str:
        """All notices in one text, empty where there is none."""
        return self.parts.notices.words.text()

    def take_back(self, text: str) -> None:
        """Remove a notice that is no longer true."""
        self.parts.notices.take_back(text)
        self._on_content()

    def show_fault(self, text: str) -> None:
        """Show that not even the built-in routine can be used."""
        self.show_notice(tr("The built-in routine cannot be used. Please install coach anew.") + "\n" + text)

    # What moves

    def play(self, now_ms: Callable[[], int], *, still: bool) -> None:
        """Have the figure move in the hero, by this clock; `still` shows the held poses alone."""
        self.film = made = film.Film(self._pictures, now_ms)
        made.set_still(still=still)
        made.plays.connect(self._on_plays)
        self.hero.take(made)
        self._show_shots()
        self.look_whether_to_move()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a signal's value
        """Show the held poses alone, or the way into them too."""
        if self.film is not None:
            self.film.set_still(still=still)
            self.look_whether_to_move()

    def look_whether_to_move(self) -> None:
        """Have the figure move only where somebody looks at it."""
        if self.film is not None:
            self.film.set_running(running=self.hero.isVisible() and self.isActiveWindow())
            self.film.plan()

    def _show_shots(self) -> None:
        """Show the routine, or the one exercise in which a session was cut off."""
        if self.film is None:
            return
        cut_off = self._cut_off
        rows, side = self._rows, None
        if cut_off is not None and cut_off.place < len(rows):
            rows, side = rows[cut_off.place : cut_off.place + 1], cut_off.side
        self.film.show_shots([film.Shot(row.figure, side or row.side) for row in rows])
        self._on_plays(self.film.at)

    def _on_plays(self, at: int) -> None:
        if self.parts.strip is not None:
            self.parts.strip.frame(at if self._cut_off is None else self._cut_off.place)
        name = self.words.heading.text() if self._cut_off is None else tr("Not finished")
        self.hero.setAccessibleName(name or tr("Routine"))
        self.hero.setAccessibleDescription("" if self.film is None else self.film.words)

    # The state of the page

    def _show_first(self, *, is_first: bool) -> None:
        self.parts.show_first(is_first=is_first)
        self.parts.show_ready(full=self._past is not None and self._past.count < today.FULL_WORDS_UNTIL)

    def _greet(self) -> None:
        now = self._now()
        if self._cut_off is not None:
            self.parts.show_head(today.greeting(now), tr("The questions about your back come first, as always."))
        elif self.parts.is_first:
            self.parts.show_head(tr("Welcome"), tr("coach shows and says what to do. You lie down and follow along."))
        else:
            last = "" if self._past is None else today.last_time(self._past, now)
            self.parts.show_head(today.greeting(now), last)

    def _on_content(self) -> None:
        """Fit the page to what it shows now."""
        self.parts.arrange()
        order_focus(self.parts.column)

    def follow_text(self) -> None:
        """Lay the page out once its words have their new sizes."""
        QTimer.singleShot(0, self, self.parts.arrange)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the page out for another width."""
        if event.type() == QEvent.Type.Resize:
            self.parts.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for another height."""
        super().resizeEvent(event)
        self.parts.fit()

    # The person

    @property
    def primary(self) -> KeyButton:
        """The one button that Space presses here."""
        return self.start if self.parts.offer is None else self.parts.offer.go_on

    def settle(self) -> None:
        """Scroll to the top, where the notices are, and give the primary button the focus."""
        self._greet()
        self.primary.setFocus()
        column_of(self).to_top()

    def go(self) -> None:
        """Press the primary button, as Space does here."""
        if self.primary.isEnabled():
            self.primary.click()

"""What must hold after each step, whatever was done: written against what a person sees.

A rule takes a Sight and yields a sentence for each thing that is wrong. A new one is a function and a row in RULES.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from tests.journeys import sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from coach.store.settings import Settings
    from tests.journeys.sight import Control

SHARED = 3
"""Controls whose edges touch may share so many px."""
BARS = {
    "start": r"· \d+ min$",
    "session": r"^Pain — stop$",
    "closing": r"^Done$",
}
"""The buttons by which a person knows each bar; a bar never scrolls."""
PAIN, GO = r"^Pain — stop$", r"^(Pause|Resume|I am ready)$"


@dataclass(frozen=True, slots=True)
class Sight:
    """What stands before the person after a step, and what they did to get there."""

    window: QWidget
    page: QWidget
    controls: list[Control]
    is_live: bool
    """A session has begun and is not over: then everything of it must be in reach."""
    is_start: bool
    """The start page shows."""
    focus: QWidget | None
    was_moved_away: bool
    """The person scrolled away what has the focus."""
    is_new: bool
    """Another page or question than before the step."""
    before: Settings
    now: Settings
    may_change: frozenset[str]
    """The settings that the control which was used is there for."""
    troubles: list[str] = field(default_factory=list)
    """What the program said was wrong inside it."""

    def named(self, pattern: str) -> list[Control]:
        """Return the controls whose name has this pattern."""
        return [each for each in self.controls if re.search(pattern, each.name)]


def reach(seen: Sight) -> Iterator[str]:
    """Everything lies on a screen or can be scrolled there; what cannot be done without lies there now, uncovered."""
    for each in seen.controls:
        if not sight.can_be_whole(each):
            yield f"{each} cannot be seen whole"
    needed = [PAIN, GO] if seen.is_live else [r"^Start$"] if seen.is_start else []
    for pattern in needed:
        found = seen.named(pattern)
        if not found:
            yield f"there is no button {pattern}"
        elif not any(each.is_whole for each in found):
            yield f"{found[0]} is not wholly on a screen"
        else:
            for each in found:
                if (above := _covers(seen.window, each)) is not None:
                    yield f"{each} lies under {sight.name_of(above)!r}"


def _covers(window: QWidget, control: Control) -> QWidget | None:
    """Return what a click on a control would reach in its place, None where it reaches the control."""
    inner = control.box.adjusted(6, 6, -6, -6)
    for place in (inner.center(), inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()):
        hit = window.childAt(window.mapFromGlobal(place))
        if hit is not None and hit is not control.widget and not control.widget.isAncestorOf(hit):
            return hit
    return None


def apart(seen: Sight) -> Iterator[str]:
    """No two controls share pixels; the rooms for their rings may."""
    for one, other in combinations([each for each in seen.controls if not each.seen.isEmpty()], 2):
        shared = _body(one) & _body(other)
        if shared.width() > SHARED and shared.height() > SHARED:
            yield f"{one} and {other} share {shared.width()}×{shared.height()} px"


def _body(control: Control) -> QRect:
    """Return what is seen of a control without the room for its ring."""
    inset = int(getattr(control.widget, "inset", 0))
    return control.seen.adjusted(inset, inset, -inset, -inset)


def one_bar(seen: Sight) -> Iterator[str]:
    """Of all bars one shows: that of a session while one is live, and never then that of another page."""
    in_bars = [each.name for each in seen.controls if next(sight.areas_above(each.widget), None) is None]
    shown = {bar for bar, pattern in BARS.items() if any(re.search(pattern, name) for name in in_bars)}
    if len(shown) > 1:
        yield f"the bars of {' and '.join(sorted(shown))} show together"
    if seen.is_live and shown != {"session"}:
        yield f"in a session the bar of {shown or 'nothing'} shows"
    if not seen.is_live and "session" in shown:
        yield "the bar of a session shows without one"
    if seen.is_start and shown - {"start"}:
        yield f"on the start page the bar of {shown} shows"


def focus(seen: Sight) -> Iterator[str]:
    """See what has the focus, but where the person scrolled it away."""
    has = seen.focus
    if has is not None and has.window() is seen.window and not seen.was_moved_away and not sight.is_seen(has):
        yield f"{sight.name_of(has)!r} has the focus and cannot be seen"


def top(seen: Sight) -> Iterator[str]:
    """Begin each new page and question at its top, with its heading seen."""
    area = sight.page_area(seen.page) if seen.is_new else None
    if area is None:
        return
    words = sight.labels(area)
    if words and not sight.seen_of(words[0], _first_line(words[0])).isValid():
        yield f"a new page begins below its top: {words[0].text()[:60]!r} is out of sight"
    heading = sight.heading(area)
    if heading is not None and sight.seen_of(heading, _first_line(heading)) != _first_line(heading):
        yield f"the heading {heading.text()[:60]!r} of a new page cannot be seen whole"


def _first_line(words: QWidget) -> QRect:
    """Return where a line of its letters would be, at the top of a label."""
    return QRect(words.mapToGlobal(QPoint(0, 0)), words.size()).adjusted(
        0, 0, 0, min(0, words.fontMetrics().height() - words.height())
    )


def nothing_by_accident(seen: Sight) -> Iterator[str]:
    """Change settings only by a control that was used."""
    for name in seen.now.__dataclass_fields__:
        old, new = getattr(seen.before, name), getattr(seen.now, name)
        if old != new and name not in seen.may_change:
            yield f"the setting {name} went from {old!r} to {new!r}"


def quiet(seen: Sight) -> Iterator[str]:
    """Hear of nothing that failed inside the program."""
    yield from seen.troubles


RULES: dict[str, Callable[[Sight], Iterator[str]]] = {
    "reach": reach,
    "apart": apart,
    "one bar": one_bar,
    "focus": focus,
    "top": top,
    "nothing by accident": nothing_by_accident,
    "quiet": quiet,
}
"""The rules by name. The rule *stop* is a step: see pain.py."""

"""Days, sessions and numbers of the history in words: for the page, and for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.history.day_signs import ending_words
from coach.words import basics, day_words
from coach.words.catalogue import plural, tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.store.record.history import Numbers, SessionSummary
    from coach.ui.history.month_day import MonthDay


def day_spoken(at: MonthDay) -> str:
    """Return a day as a screen reader says it, as in “Saturday, 28 November: finished, 20 min, before 3, after 2”."""
    day = day_words.long_day(at.day)
    if at.is_today:
        day = tr("{day}, today", day=day)
    if at.is_to_come:
        return tr("{day}: still to come", day=day)
    if not at.sessions:
        return tr("{day}: no session", day=day)
    told = [
        basics.listed([ending_words(each.ending), day_words.length(each.length_ms), *_numbers(each), _note(each)])
        for each in at.sessions
    ]
    words = told[0]
    for more in told[1:]:
        # Note: one more session of the same day
        words = tr("{sessions}; then {session}", sessions=words, session=more)
    return tr("{day}: {sessions}", day=day, sessions=words)


def session_spoken(past: SessionSummary, name: str) -> str:
    """Return a session of the list as a screen reader says it; `name` is that of its routine."""
    day = basics.moment_words(past.at)
    parts = [name, ending_words(past.ending), day_words.length(past.length_ms), *_numbers(past), _note(past)]
    return tr("{day}: {sessions}", day=day, sessions=basics.listed(parts))


def _numbers(past: SessionSummary) -> list[str]:
    before = "" if past.pain_before is None else tr("before {number}", number=past.pain_before)
    after = "" if past.pain_after is None else tr("after {number}", number=past.pain_after)
    return [before, after]


def _note(past: SessionSummary) -> str:
    return tr("with a note") if past.note else ""


def how_it_went(past: SessionSummary) -> str:
    """Return how a session ended and how long it took, as in “finished · 20 min”."""
    return basics.dotted([ending_words(past.ending), day_words.length(past.length_ms)])


def what_was_held(past: SessionSummary) -> str:
    """Return how much was done in a session, as in “7 exercises, 12 min 15 s held.”."""
    if not past.exercises:
        return tr("Nothing was held.")
    return plural(
        "{number} exercise, {time} held.", "{number} exercises, {time} held.", past.exercises,
        time=basics.duration(past.held_ms),
    )  # fmt: skip


def numbers_of(past: SessionSummary) -> str:
    """Return the numbers of a session as a sentence; empty without any."""
    before, after = past.pain_before, past.pain_after
    if before is not None and after is not None:
        return basics.before_and_after(before, after)
    if before is not None:
        return tr("Before {before}.", before=before)
    return "" if after is None else tr("After {after}.", after=after)


def chart_spoken(numbers: Sequence[Numbers]) -> str:
    """Return what the chart shows: how often the number was lower, the same or higher, and the last ones.

    It counts, and says nothing of what that means.
    """
    if not numbers:
        return tr("No numbers yet.")
    pairs = [(each.before, each.after) for each in numbers if each.before is not None and each.after is not None]
    lower, same = sum(after < before for before, after in pairs), sum(after == before for before, after in pairs)
    befores = [each.before for each in numbers if each.before is not None]
    parts = [
        plural(
            "{number} session with a number, {first} to {last}.",
            "{number} sessions with a number, {first} to {last}.",
            len(numbers),
            first=day_words.short_day(numbers[0].at.day),
            last=day_words.short_day(numbers[-1].at.day),
        )
    ]
    if befores:
        parts.append(tr("Before, between {least} and {most}.", least=min(befores), most=max(befores)))
    if pairs:
        parts.append(
            tr(
                "After: lower {lower}, the same {same}, higher {higher}.",
                lower=lower,
                same=same,
                higher=len(pairs) - lower - same,
            )
        )
    last = numbers[-1]
    if last.before is not None and last.after is not None:
        parts.append(tr("The last: before {before}, after {after}.", before=last.before, after=last.after))
    elif last.before is not None:
        parts.append(tr("The last: before {before}.", before=last.before))
    elif last.after is not None:
        parts.append(tr("The last: after {after}.", after=last.after))
    return sentences(parts)

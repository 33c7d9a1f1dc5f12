"""Several looks at once: none hangs the others, and whatever one raises is told in words of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from coach.core.findings import Finding, Report
from coach.doctor.looks import Look, look_at_all

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = Finding("One", works=True, words="It works.")


def test_a_look_that_hangs_has_its_limit_and_hides_no_other() -> None:
    never = threading.Event()

    def hang() -> Iterator[Finding]:
        never.wait()
        yield GOOD

    found = look_at_all([Look("Two", hang, 0.05, is_needed=False), Look("One", lambda: [GOOD], 5)])
    never.set()

    assert found[1] == GOOD
    assert found[0].what == "Two"
    assert found[0].words.startswith("No answer within")
    assert found[0].remedy
    assert (found[0].works, found[0].is_needed) == (False, False)


def test_whether_a_session_needs_it_is_known_to_the_look_alone() -> None:
    looks = [Look("One", lambda: [GOOD], 5), Look("Two", lambda: [GOOD], 5, is_needed=False)]

    assert [each.is_needed for each in look_at_all(looks)] == [True, False]


def test_looks_are_made_beside_each_other() -> None:
    """Each waits for the other: one after the other none would end."""
    both = threading.Barrier(2)

    def wait() -> list[Finding]:
        both.wait(5)
        return [GOOD]

    assert look_at_all([Look("One", wait, 5), Look("Two", wait, 5)]) == (GOOD, GOOD)


def test_what_a_look_raises_is_not_told_in_its_own_words() -> None:
    def fail() -> list[Finding]:
        message = "Anna's routine"
        raise KeyError(message)

    (found,) = look_at_all([Look("One", fail, 5)])

    assert not found.works
    assert "Anna" not in found.line + found.remedy


def test_a_report_has_three_groups_and_what_helps_below_each_line() -> None:
    bad = Finding("Record", works=False, words="It is gone.", remedy="Start coach.")
    extra = Finding("Bus", works=False, words="There is none.", is_needed=False)
    report = Report((GOOD, extra, bad), "coach 1", ("a line",))

    assert report.text().splitlines() == [
        "coach 1",
        "Something that a session needs does not work here.",
        "",
        "Does not work",
        "- Record: It is gone.",
        "  Start coach.",
        "",
        "Does not work, and a session does without it",
        "- Bus: There is none.",
        "",
        "Works",
        "- One: It works.",
        "",
        "The last lines of the log",
        "a line",
    ]


def test_what_is_not_needed_spoils_no_report() -> None:
    extra = Finding("Bus", works=False, words="There is none.", is_needed=False)
    report = Report((GOOD, extra))

    assert report.is_good
    assert "All that a session needs works here." in report.text()
    assert "The last lines of the log" not in report.text()

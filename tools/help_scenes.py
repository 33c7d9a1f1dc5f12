"""What leads to the picture of what works here: on a computer where some of it does not."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from coach.core.findings import Finding, Report
from coach.ui.help.works_page import WorksPage
from tools.studio import wait_until

if TYPE_CHECKING:
    from tools.studio import Studio

FOUND = Report(
    (
        Finding("Screen", works=True, words="A window opens by xcb on 1 screen: 1366 × 768."),
        Finding(
            "Sound server",
            works=False,
            words="None answers.",
            remedy="Start PipeWire or PulseAudio; most desktops do so when you log in.",
        ),
        Finding(
            "Words that are not recorded",
            works=False,
            words="espeak-ng is not installed: other words stand in for them.",
            remedy="Install the package espeak-ng.",
            is_needed=False,
        ),
        Finding("Session bus", works=True, words="It answers."),
        Finding("Screen stays on", works=True, words="The desktop keeps it on when it is asked."),
        Finding("Media keys and headset buttons", works=True, words="The desktop can hand them on."),
        Finding("Recorded voices", works=True, words="All clips of 2 voices are there."),
        Finding("Record", works=True, words="It is whole, and can be read and written."),
        Finding("Room on the disk", works=True, words="68210 MB are free."),
        Finding("Settings", works=True, words="They can be read."),
        Finding("Own routines", works=True, words="There are none yet."),
    )
)


def works(pictures: Studio) -> None:
    """Show a report in which something is missing."""
    pictures.program.examine = lambda: FOUND
    pictures.parts.actions["works"].trigger()
    page = pictures.program.window.page
    if isinstance(page, WorksPage):
        wait_until(pictures, lambda: page.report is not None)


def all_works(pictures: Studio) -> None:
    """Show one in which all is well."""
    good = tuple(dataclasses.replace(each, works=True, words="It answers.", remedy="") for each in FOUND.findings)
    pictures.program.examine = lambda: Report(good)
    page = pictures.program.window.page
    if isinstance(page, WorksPage):
        page.again.click()
        wait_until(pictures, lambda: page.report is not None)


SCENES = {"works": works, "works_all": all_works}

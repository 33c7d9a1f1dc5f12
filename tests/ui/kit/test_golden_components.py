"""The components look as they did when somebody looked at them: golden pictures of each section in each look.

`pytest tests/ui/kit/test_golden_components.py --accept-golden` writes those that are missing or differ. Look at them
first: a test that fails leaves what was drawn in build/golden.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.states import State, pose
from tests.cases import ROOT
from tests.ui.figure.test_golden_figures import compare
from tests.ui.kit.shown import LOOKS, components
from tests.ui.pictures import worst_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from coach.ui.help.components_page import ComponentsPage

GOLDEN = ROOT / "tests" / "golden" / "components"
DRAWN = ROOT / "build" / "golden" / "components"
"""Where a test that fails leaves the pictures."""
OPEN_LIST = "open list"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other libraries draw letters in their own way")


def golden_name(section: str, look: str) -> str:
    return f"{'-'.join(re.findall('[a-z]+', section))}-{look.replace(' ', '-')}.png"


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def pictures(page: ComponentsPage) -> Iterator[tuple[str, QImage]]:
    """Yield the picture of each section, with what comes and goes, by its name."""
    page.tell()
    page.toast.time.stop()  # it stays, however slow the machine is
    for name, section in page.sections.items():
        yield name, picture(section)
    box = page.sections["drop-down"].findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.showPopup()
    yield OPEN_LIST, picture(box.view().window())
    box.hidePopup()


@pytest.mark.parametrize("look", LOOKS)
def test_the_components_look_as_accepted(look: str, qapp: QApplication, request: pytest.FixtureRequest) -> None:
    accept = bool(request.config.getoption("--accept-golden"))

    with components(qapp, look) as page:
        problems = [
            compare(drawn, GOLDEN / golden_name(name, look), DRAWN, accept=accept, measure=worst_difference)
            for name, drawn in pictures(page)
        ]

    assert [problem for problem in problems if problem] == []


def test_there_are_no_other_golden_pictures(qapp: QApplication) -> None:
    with components(qapp) as page:
        names = {golden_name(section, look) for section in (*page.sections, OPEN_LIST) for look in LOOKS}

    assert {path.name for path in GOLDEN.iterdir()} == names


# The check can fail


@pytest.mark.parametrize("state", [State.HOVER, State.PRESSED, State.FOCUS])
@pytest.mark.slow_cases
@pytest.mark.parametrize("look", LOOKS)
def test_one_button_in_another_state_is_refused(look: str, state: State, qapp: QApplication) -> None:
    with components(qapp, look) as page:
        section = page.sections["states of buttons"]
        buttons = section.findChildren(KeyButton)
        before = picture(section)
        pose(buttons[5], state)

        assert not worst_difference(before, picture(section)).is_small


def test_a_section_moved_by_two_pixels_is_refused(qapp: QApplication) -> None:
    with components(qapp) as page:
        drawn = picture(page.sections["buttons"])

    assert not worst_difference(drawn.copy(2, 2, 600, 60), drawn.copy(4, 4, 600, 60)).is_small

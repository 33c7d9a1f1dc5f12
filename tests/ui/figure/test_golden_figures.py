"""The figure looks as it did when somebody looked at it: golden pictures, compared with a little tolerance.

`pytest tests/ui/figure/test_golden_figures.py --accept-golden` writes those that are missing or differ. Look at them
first: a test that fails leaves what was drawn in build/golden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from coach.figure.motion import arrival_s, held
from coach.figure.paint.painter import FigurePainter
from coach.figure.rig import place_in_loop
from coach.store import figures
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.theme import Theme
from tests.cases import ROOT
from tests.ui.pictures import difference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from coach.figure.poses import Movement
    from coach.figure.rig import Between
    from tests.ui.pictures import Difference

Moment = Literal["start", "middle", "hold"]

GOLDEN = ROOT / "tests" / "golden" / "figures"
DRAWN = ROOT / "build" / "golden"
"""Where a test that fails leaves the picture."""
SIZE = (150, 100)
FIGURES = figures.load(figures.known())
THEMES = ("light", "dark")
MOMENTS: tuple[Moment, ...] = ("start", "middle", "hold")
SIDED = [name for name, movement in FIGURES.movements.items() if movement.mirror]

pytestmark = pytest.mark.usefixtures("qapp")
each_figure = pytest.mark.parametrize("figure", FIGURES.movements)


def place(movement: Movement, moment: Moment) -> Between:
    """Return where a movement is at that moment; the middle is half-way, in time, from leaving to arriving."""
    if moment == "hold":
        return held(movement)
    rest_s = movement.loop[0].hold_s
    return place_in_loop(movement, 0 if moment == "start" else (rest_s + arrival_s(movement)) / 2)


def picture(figure: str, theme: str, moment: Moment, size: tuple[int, int] = SIZE, *, flipped: bool = False) -> QImage:
    """Draw a movement at a moment."""
    movement = FIGURES.movements[figure]
    painter = FigurePainter(FIGURES.body, movement, theme, next(iter(FIGURES.body.variants)))
    return painter.picture(size, place(movement, moment), flipped=flipped)


def compare(
    drawn: QImage,
    golden: Path,
    drawn_to: Path,
    *,
    accept: bool,
    measure: Callable[[QImage, QImage], Difference] = difference,
) -> str:
    """Return what is wrong with a picture, or nothing; then it is left in `drawn_to`. `accept` takes it as it is."""
    if not golden.exists():
        wrong = "there is no such golden picture"
    else:
        accepted = QImage(str(golden))
        if accepted.size() != drawn.size():
            wrong = f"it is {accepted.width()} × {accepted.height()}, not {drawn.width()} × {drawn.height()}"
        else:
            apart = measure(drawn, accepted)
            wrong = "" if apart.is_small else f"it differs by {apart.mean:.2f}, {apart.far_off:.1%} of it far"
    if not wrong:
        return ""
    left = golden if accept else drawn_to / golden.name
    left.parent.mkdir(parents=True, exist_ok=True)
    assert drawn.save(str(left), "PNG", 0), f"{left} cannot be written"  # type: ignore[call-overload]  # takes a str
    return "" if accept else f"{golden.name}: {wrong}; see {left}, and take it with pytest --accept-golden"


def golden_name(figure: str, theme: str, moment: str) -> str:
    return f"{figure}-{theme}-{moment}.png"


# Golden pictures


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("theme", THEMES)
@each_figure
def test_the_figure_looks_as_accepted(figure: str, theme: str, moment: Moment, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / golden_name(figure, theme, moment)
    accept = bool(request.config.getoption("--accept-golden"))

    assert compare(picture(figure, theme, moment), golden, DRAWN, accept=accept) == ""


def test_there_are_no_other_golden_pictures() -> None:
    names = {
        golden_name(figure, theme, moment) for figure in FIGURES.movements for theme in THEMES for moment in MOMENTS
    }

    assert {path.name for path in GOLDEN.iterdir()} <= names


# The check can fail


@pytest.mark.parametrize("theme", THEMES)
@each_figure
def test_start_in_place_of_hold_is_refused(figure: str, theme: str) -> None:
    assert not difference(picture(figure, theme, "start"), picture(figure, theme, "hold")).is_small


@pytest.mark.parametrize("theme", THEMES)
@each_figure
def test_a_mirrored_picture_is_refused(figure: str, theme: str) -> None:
    assert not difference(picture(figure, theme, "hold"), picture(figure, theme, "hold", flipped=True)).is_small


@each_figure
def test_the_other_theme_is_refused(figure: str) -> None:
    assert not difference(picture(figure, "light", "hold"), picture(figure, "dark", "hold")).is_small


@each_figure
def test_another_figure_is_refused(figure: str) -> None:
    others = [other for other in FIGURES.movements if other != figure]

    for other in others:
        assert not difference(picture(figure, "light", "hold"), picture(other, "light", "hold")).is_small


@each_figure
def test_a_picture_moved_by_two_pixels_is_refused(figure: str) -> None:
    drawn = picture(figure, "light", "hold")

    assert not difference(drawn.copy(2, 2, 140, 90), drawn.copy(4, 4, 140, 90)).is_small


def test_the_same_picture_drawn_again_is_the_same(tmp_path: Path) -> None:
    drawn = picture("cat-cow", "light", "hold")
    assert drawn.save(str(tmp_path / "golden.png"))

    assert picture("cat-cow", "light", "hold") == drawn
    assert compare(drawn, tmp_path / "golden.png", tmp_path / "drawn", accept=False) == ""
    assert not (tmp_path / "drawn").exists()


def test_a_missing_picture_is_told_and_what_was_drawn_is_left_to_look_at(tmp_path: Path) -> None:
    drawn = picture("cat-cow", "light", "hold")

    told = compare(drawn, tmp_path / "golden.png", tmp_path / "drawn", accept=False)

    assert told.startswith("golden.png: there is no such golden picture; ")
    assert "--accept-golden" in told
    assert str(tmp_path / "drawn" / "golden.png") in told
    assert QImage(str(tmp_path / "drawn" / "golden.png")) == drawn
    assert not (tmp_path / "golden.png").exists()


def test_another_picture_is_told_and_taken_when_accepted(tmp_path: Path) -> None:
    start, hold = picture("cat-cow", "light", "start"), picture("cat-cow", "light", "hold")
    golden, drawn_to = tmp_path / "golden.png", tmp_path / "drawn"
    assert compare(start, golden, drawn_to, accept=True) == ""
    assert QImage(str(golden)) == start

    told = compare(hold, golden, drawn_to, accept=False)

    assert told.startswith("golden.png: it differs by ")
    assert QImage(str(golden)) == start, "nothing is accepted unasked"
    assert compare(hold, golden, drawn_to, accept=True) == ""
    assert QImage(str(golden)) == hold


def test_a_picture_of_another_size_is_told(tmp_path: Path) -> None:
    assert compare(picture("cat-cow", "light", "hold", (60, 40)), tmp_path / "golden.png", tmp_path, accept=True) == ""

    told = compare(picture("cat-cow", "light", "hold"), tmp_path / "golden.png", tmp_path / "drawn", accept=False)

    assert "it is 60 × 40, not 150 × 100" in told


# One drawing at all sizes


@pytest.fixture(name="studio")
def _studio(qapp: QApplication) -> PictureCache:
    studio = PictureCache(Theme(qapp, Qt.ColorScheme.Light))
    studio.set_figures(FIGURES)
    return studio


def smaller(image: QImage, width: int, height: int) -> QImage:
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


@each_figure
def test_twice_the_pixels_are_the_same_picture(studio: PictureCache, figure: str) -> None:
    size = QSize(480, 320)
    one = studio.still(studio.view(figure, None, size, 1.0))
    two = studio.still(studio.view(figure, None, size, 2.0))

    assert (one.width(), one.height(), two.width(), two.height()) == (480, 320, 960, 640)
    assert difference(one, smaller(two, 480, 320)).is_small


@pytest.mark.parametrize("moment", MOMENTS)
@each_figure
def test_a_large_picture_is_the_small_one_enlarged(figure: str, moment: Moment) -> None:
    large = picture(figure, "dark", moment, (600, 400))

    assert difference(picture(figure, "dark", moment, (300, 200)), smaller(large, 300, 200)).is_small


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("figure", SIDED)
def test_the_left_side_is_the_right_one_flipped_apart_from_shade(
    studio: PictureCache, figure: str, ratio: float
) -> None:
    right = studio.still(studio.view(figure, "right", QSize(240, 160), ratio))
    left = studio.still(studio.view(figure, "left", QSize(240, 160), ratio))

    assert not difference(right, left).is_small
    assert difference(right, left.flipped(Qt.Orientation.Horizontal)).is_small

"""The hand-out of a routine: on two pages, whole, read out in its order, and with nothing that is never said."""

from __future__ import annotations

import base64
import io
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pdfminer.high_level import extract_text
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from coach.core import routine_document
from coach.core.routine import Advice, Picture, Routine, Steps, Week, resolve
from coach.core.timeline import plan
from coach.session.routine_words import dose
from coach.store import figures
from coach.store.paths import shipped
from coach.store.routines import library
from coach.ui.kit import paper
from coach.ui.sharing import hand_out_pictures, hand_out_sheet
from coach.ui.sharing.hand_out import HandOut, hand_out_of
from coach.ui.sharing.hand_out_pdf import draw_paged, pdf, previews
from coach.words import safety_messages
from tests import cases
from tests.core.test_words import WHOLE
from tests.store import picture_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from coach.ui.sharing.hand_out_pictures import Drawn

pytestmark = pytest.mark.usefixtures("inter")
A4, LETTER = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.Letter)
LINES = 150
"""More than fit on a page."""
OTHER = "Rücken – Übung für Füße, äöüß; Ćwiczenie łagodne; ЁЖик потянулся; Ήρεμα; où ça? ¿Cómo? 10:30, 2 × 5"


@pytest.fixture(name="inter")
def _inter(qapp: QApplication) -> None:
    """Load the typeface of the program, as the program does."""
    assert qapp is not None
    for name in ("Regular", "SemiBold"):
        assert QFontDatabase.addApplicationFont(str(shipped("assets") / "fonts" / f"Inter-{name}.otf")) >= 0


@pytest.fixture(name="whole", scope="module")
def _whole() -> Routine:
    return resolve(library.load(None).contents)


@pytest.fixture(name="pictures", scope="module")
def _pictures(qapp: QApplication, whole: Routine) -> Drawn:
    assert qapp is not None
    drawn = figures.load(figures.known())
    return hand_out_pictures.draw(drawn, next(iter(drawn.body.variants)), hand_out(whole).exercises)


def hand_out(routine: Routine, emergency: str = "") -> HandOut:
    return hand_out_of(routine, plan(routine), "1 Dec 2026", emergency)


def in_one_line(text: str) -> str:
    """Return a text without the ends of its lines; a word that has a hyphen may end one."""
    return " ".join(text.replace("-\n", "-").split())


def by_pypdf(data: bytes) -> str:
    return in_one_line("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def by_pdfminer(data: bytes) -> str:
    return in_one_line(extract_text(io.BytesIO(data)))


READERS = (by_pypdf, by_pdfminer)


@pytest.mark.parametrize(("size", "points"), [(A4, (595, 842)), (LETTER, (612, 792))], ids=["A4", "Letter"])
def test_seven_exercises_are_on_two_pages_with_their_pictures(
    whole: Routine, pictures: Drawn, size: QPageSize, points: tuple[int, int]
) -> None:
    data = pdf(hand_out(whole, "555 0100"), pictures, size)

    with PdfDocument(data) as document:
        assert len(document) == 2
        assert tuple(map(round, document[0].get_size())) == points
    assert data.count(b"/Subtype /Image") >= 3 * 7
    assert len(data) < 1_000_000


@pytest.mark.parametrize("read", READERS)
def test_all_of_it_is_read_out_in_its_order(whole: Routine, read: Callable[[bytes], str]) -> None:
    text = read(pdf(hand_out(whole, "555 0100"), {}, A4))

    told = ["Lower back stretches", "7 exercises · about 20 min · 1 Dec 2026"]
    told += [whole.note, safety_messages.M_FOR]
    told += ["When to stop", *safety_messages.STOP_WHEN, safety_messages.M_RULE_ON_PAPER, safety_messages.M_STOP_THEN]
    for number, exercise in enumerate(whole.exercises, 1):
        told.append(f"{number}. {exercise.name}")
        told += [line if isinstance(line, str) else line.right for line in exercise.steps.start]
        told += [line if isinstance(line, str) else line.right for line in exercise.steps.enter]
        told += [line if isinstance(line, str) else line.right for line in exercise.steps.work]
        told += [exercise.breath.removesuffix("."), *exercise.stop_also]
    told += [safety_messages.EMERGENCY_TITLE, "Your emergency number: 555 0100", safety_messages.EMERGENCY_SIGNS[0]]
    at = 0
    for words in told:
        found = text.find(in_one_line(words), at)
        assert found >= 0, f"{words!r} is not there, or not after what comes before it"
        at = found
    for words in (*safety_messages.EMERGENCY_SIGNS, safety_messages.M_DONE, safety_messages.M_BOOK):
        assert words in text
    assert text.count(safety_messages.M_NOTDEVICE) == 2
    assert "Made with coach on 1 Dec 2026. Page 1 of 2." in text
    assert "3 × 30 s each side" in text
    assert "The same on the left side." in text


@pytest.mark.parametrize("read", READERS)
def test_letters_of_other_languages_are_copied_as_they_are(whole: Routine, read: Callable[[bytes], str]) -> None:
    one = replace(whole.exercises[0], name=OTHER, steps=replace(whole.exercises[0].steps, start=(OTHER,)))
    routine = replace(whole, name=OTHER, exercises=(one,))

    data = pdf(hand_out(routine), {}, A4)

    assert read(data).count(OTHER) >= 3
    assert b"<0009>" not in data, "no space is told to be a tab"


def test_it_says_none_of_the_words_that_are_never_said(whole: Routine) -> None:
    text = by_pypdf(pdf(hand_out(whole), {}, A4))

    text = text.replace(safety_messages.M_NOTDEVICE, "")
    for exercise in whole.exercises:  # who should ask first is told by name, here as on the page of the exercise
        for words in exercise.ask_first:
            text = text.replace(words, "")
    assert not WHOLE.search(text)
    assert "press stop" not in text, "on paper there is nothing to press"


def test_a_long_routine_has_more_pages_and_cuts_no_exercise(whole: Routine) -> None:
    twenty = [
        replace(exercise, id=f"e{number}", name=f"Exercise {number} of twenty")
        for number, exercise in enumerate((whole.exercises * 3)[:20], 1)
    ]
    pages = PdfReader(io.BytesIO(pdf(hand_out(replace(whole, exercises=tuple(twenty))), {}, A4))).pages
    texts = [in_one_line(page.extract_text()) for page in pages]

    assert len(texts) > 2
    for number, exercise in enumerate(twenty, 1):
        page = next(text for text in texts if f"{number}. {exercise.name}" in text)
        assert in_one_line(exercise.mistakes[-1]) in page, "the last words are on the page of the first"
    assert f"Page {len(texts)} of {len(texts)}." in texts[-1]


def test_an_exercise_that_is_longer_than_a_page_goes_on_between_two_lines(whole: Routine) -> None:
    lines = tuple(
        f"Line {number} of what is to be done, slowly, and never any further than is easy." for number in range(400)
    )
    long = replace(whole.exercises[1], steps=Steps(start=("Lie down.",), work=lines))

    data = pdf(hand_out(replace(whole, exercises=(long, whole.exercises[0]))), {}, A4)

    text = by_pypdf(data).replace(" ", "")  # which sees some where a long line is drawn in parts
    places = [text.find(f"Line{number}of") for number in range(LINES)]
    assert all(place >= 0 for place in places)
    assert places == sorted(places)
    assert all(text.count(f"Line{number}of") == 1 for number in range(LINES)), "no line is there twice"


def test_one_that_is_done_again_is_not_told_again(whole: Routine) -> None:
    again = replace(whole, exercises=(whole.exercises[0], whole.exercises[1], whole.exercises[0]))

    text = by_pypdf(pdf(hand_out(again), {}, A4))

    assert "3. Pelvic tilt Warm-up · 45 s Again: As number 1." in text
    assert text.count("Gently tighten your lower tummy.") == 1


def test_a_short_one_has_all_that_can_be_told_in_large_letters(whole: Routine) -> None:
    two = replace(whole, exercises=whole.exercises[:2])
    text = by_pypdf(pdf(hand_out(two), {}, A4))

    for exercise in two.exercises:
        for words in (*exercise.ask_first, *exercise.easier, *exercise.mistakes):
            assert in_one_line(words.removesuffix(".")) in text


def test_when_it_was_advised_and_for_which_week_stands_above_it(whole: Routine) -> None:
    advised = replace(
        whole,
        when=Advice("Every two hours while you are awake.", ("08:00", "10:00"), 3),
        plan=(Week("Week 1"), Week("Week 2")),
        week=1,
    )
    text = by_pypdf(pdf(hand_out(advised), {}, A4))

    assert "Week 2 · 7 exercises" in text
    assert "Every two hours while you are awake. At 08:00, 10:00. On 3 days of the week." in text


def test_sets_counts_and_circuits_are_told_in_their_dose() -> None:
    exercise = cases.exercise("bridge", sides=[])
    exercise |= {"kind": "counted", "reps": 12, "sets": 2}
    del exercise["work_s"]
    circuit = {"repeat": 2, "rest_s": 30, "exercises": [{"exercise": "bridge"}]}
    made = {"format": 2, "exercises": [exercise], "routines": [{"id": "r", "name": "R", "exercises": [circuit]}]}
    routine = resolve(routine_document.contents(made))

    told = hand_out(routine).exercises

    assert told[0].dose == dose(routine.exercises[0])
    assert "12" in told[0].dose
    assert [part.text for part in told[1].parts] == ["As number 1."], "once more through the circuit"


def test_pictures_of_ones_own_stand_in_the_figures_place(whole: Routine) -> None:
    own = Picture("Me, lying", data=base64.b64encode(picture_files.png(60, 40)).decode())
    broken = Picture("Gone", data="AAAA")
    exercises = (
        replace(whole.exercises[0], pictures=(("work", own), ("start", own))),
        replace(whole.exercises[1], pictures=(("work", broken),)),
    )
    routine = replace(whole, exercises=exercises)
    drawn = hand_out_pictures.draw(None, "", hand_out(routine).exercises)

    assert list(drawn) == [1], "one that cannot be opened leaves the words"
    assert len(drawn[1].others) == 1
    hero = drawn[1].hero
    assert hero.pixelColor(hero.width() // 4, hero.height() // 2) == QColor("red"), "as it is drawn"
    assert b"/Subtype /Image" in pdf(hand_out(routine), drawn, A4)


def test_it_can_be_read_without_colour(whole: Routine, pictures: Drawn) -> None:
    """In grey, words are dark on white, and the person stands out from what is behind."""
    page = previews(hand_out(whole), pictures, A4)[0].convertToFormat(QImage.Format.Format_Grayscale8)
    poses = next(iter(pictures.values()))
    grey = poses.hero.convertToFormat(QImage.Format.Format_Grayscale8)
    shades = {grey.pixelColor(x, y).lightness() for x in range(0, grey.width(), 5) for y in range(0, grey.height(), 5)}

    assert page.pixelColor(2, 2).lightness() == 255
    assert min(shades) < 90
    assert max(shades) > 240


def test_a_finer_printer_needs_no_more_pages(whole: Routine, tmp_path: Path) -> None:
    """Qt scales the margins of a paragraph by the screen: with 1,200 dpi seven pages would become of two."""
    file = tmp_path / "fine.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageLayout(paper.layout_of(A4))

    draw_paged(hand_out(whole), {}, printer)

    assert printer.resolution() > 2 * paper.DPI
    assert len(PdfReader(file).pages) == 2


def test_the_pages_on_the_screen_are_those_of_the_paper(whole: Routine, pictures: Drawn) -> None:
    told = hand_out(whole)

    with PdfDocument(pdf(told, pictures, A4)) as document:
        assert len(previews(told, pictures, A4)) == len(document)


def test_it_can_be_drawn_beside_the_window(qtbot: QtBot, whole: Routine, pictures: Drawn) -> None:
    made: list[bytes] = []
    worker = threading.Thread(target=lambda: made.append(pdf(hand_out(whole), pictures, A4)))
    worker.start()
    qtbot.waitUntil(lambda: bool(made))
    worker.join()

    assert "Pelvic tilt" in by_pypdf(made[0])


def test_it_has_its_title_and_its_language(whole: Routine) -> None:
    data = pdf(hand_out(whole), {}, A4)

    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Lower back stretches"
    assert str(reader.root_object["/Lang"]) == "en"


@pytest.mark.parametrize(
    ("language", "country", "size"),
    [("English", "UnitedStates", LETTER), ("English", "Canada", LETTER), ("German", "Germany", A4)],
)
def test_the_paper_is_that_of_the_country(language: str, country: str, size: QPageSize) -> None:
    locale = QLocale(QLocale.Language[language], QLocale.Country[country])

    assert paper.usual_size(locale) == size


def test_no_letter_is_smaller_than_can_be_read() -> None:
    assert min(fit.size for fit in (*hand_out_sheet.FITS, hand_out_sheet.LONG)) >= 9

"""Pictures in routine files: taken in from beside the file, judged, and told with their place where they do not fit."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from coach.store.routines import library, pictures
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.store.picture_files import HOSTILE, JPEG, exif, png, with_part
from tests.store.reading import problems

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cases import Json, Object


def with_pictures(**stages: Object | None) -> Object:
    """Return a routine file of one exercise with these pictures."""
    drawn: dict[str, Json] = {**stages}
    return document({**exercise("knee"), "pictures": drawn})


def inside(data: bytes) -> Object:
    """Return a picture inside a routine file."""
    return {"data": base64.b64encode(data).decode(), "describes": "A knee."}


def beside(name: str) -> Object:
    """Return a picture beside a routine file."""
    return {"file": name, "describes": "A knee."}


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "mine.json"


def test_a_picture_beside_the_file_is_taken_in(file: Path) -> None:
    (file.parent / "knee.jpg").write_bytes(with_part(exif(1)))
    file.write_bytes(as_bytes(with_pictures(work=beside("knee.jpg"))))

    told, contents = library.checked(file, library.data_of(file))

    ((stage, picture),) = contents.exercises[0].pictures
    assert (stage, picture.describes, picture.file) == ("work", "A knee.", "")
    assert base64.b64decode(picture.data) == JPEG
    assert told["exercises"][0]["pictures"] == {"work": inside(JPEG)}


def test_a_picture_inside_the_file_loses_what_tells_of_its_maker(file: Path) -> None:
    file.write_bytes(as_bytes(with_pictures(start=inside(with_part(exif(1))), leave=inside(png()))))

    told, contents = library.checked(file, library.data_of(file))

    assert [stage for stage, _picture in contents.exercises[0].pictures] == ["start", "leave"]
    assert told["exercises"][0]["pictures"] == {"start": inside(JPEG), "leave": inside(png())}


def test_a_stage_that_is_said_to_have_none_has_none(file: Path) -> None:
    file.write_bytes(as_bytes(with_pictures(start=None, work=inside(png()) | {"file": None})))

    assert [stage for stage, _picture in library.read(file).exercises[0].pictures] == ["work"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_told_with_file_place_and_remedy(file: Path, name: str) -> None:
    (file.parent / "knee.png").write_bytes(HOSTILE[name].data)
    file.write_bytes(as_bytes(with_pictures(work=beside("knee.png"))))

    (problem,) = problems(file)

    assert problem.place == "exercise 1 (knee), pictures, work, file"
    assert HOSTILE[name].why in problem.message
    assert problem.file.endswith("mine.json")
    assert len(str(problem)) - len(problem.file) < 250


def test_a_broken_picture_inside_is_told_too(file: Path) -> None:
    file.write_bytes(as_bytes(with_pictures(work=inside(png()[:-12]))))

    assert [each.place for each in problems(file)] == ["exercise 1 (knee), pictures, work, data"]


@pytest.mark.parametrize("name", ["../knee.png", "/etc/passwd", "missing.png"])
def test_a_picture_that_is_not_beside_the_file_is_told(file: Path, name: str) -> None:
    file.write_bytes(as_bytes(with_pictures(work=beside(name))))

    assert [each.place for each in problems(file)] == ["exercise 1 (knee), pictures, work, file"]


def test_pictures_that_are_too_large_together_are_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_ALL", 2 * len(png()) + 1)
    file.write_bytes(as_bytes(with_pictures(start=inside(png()), work=inside(png()), leave=inside(png()))))

    (problem,) = problems(file)

    assert problem.place == "exercise 1 (knee), pictures, leave, data"
    assert "together" in problem.message

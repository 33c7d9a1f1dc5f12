"""Own routines: one file each, known by an id; what is lost, broken or deleted."""

from __future__ import annotations

import base64
import json
import os
import stat
import zlib
from pathlib import Path
from typing import Any

import pytest

import coach
from coach.core.routine_document import FORMAT
from coach.store.paths import shipped
from coach.store.routines import incoming, library, one_routine
from coach.store.routines.incoming import Change
from coach.store.routines.own_routines import OwnRoutines
from tests.prescriptions import prescriptions
from tests.store.picture_files import png

SHIPPED = json.loads(shipped("routines.json").read_bytes())


@pytest.fixture
def own(tmp_path: Path) -> OwnRoutines:
    return OwnRoutines(tmp_path)


def anew(own: OwnRoutines) -> OwnRoutines:
    """Return what another start of the program has."""
    return OwnRoutines(own.folder.parent)


def routine(name: str = "Evening, ten minutes", own_id: str = "") -> dict[str, Any]:
    return one_routine.alone(SHIPPED, 1, own_id) | {
        "routines": [{**SHIPPED["routines"][1], "id": own_id, "name": name, "exercises": [{"exercise": "cat-cow"}]}]
    }


def test_a_saved_routine_is_read_again_under_its_id(own: OwnRoutines) -> None:
    saved = own.save(routine())

    (read,) = anew(own).all()
    assert read == saved
    assert saved.id.startswith("evening-ten-minutes-")
    assert len(one_routine.mark(saved.id)) == 8
    assert saved.routine is not None
    assert [exercise.id for exercise in saved.routine.exercises] == ["cat-cow"]
    document = own.document(saved.id)
    assert [each["id"] for each in document["exercises"]] == ["cat-cow"]
    assert document["format"] == FORMAT
    assert own.path(saved.id).name == f"{saved.id}.coach.json"


def test_another_name_leaves_the_id_and_the_version_before(own: OwnRoutines) -> None:
    saved = own.save(routine())

    renamed = own.rename(saved.id, "Morning")

    assert (renamed.id, renamed.name) == (saved.id, "Morning")
    before = own.before(saved.id)
    assert before is not None
    assert before["routines"][0]["name"] == "Evening, ten minutes"


def test_what_does_not_fit_is_not_saved(own: OwnRoutines) -> None:
    saved = own.save(routine())

    with pytest.raises(library.RoutineError):
        own.rename(saved.id, "")

    assert [each.name for each in anew(own).all()] == ["Evening, ten minutes"]


def test_a_copy_of_a_shipped_routine_has_an_id_of_its_own(own: OwnRoutines) -> None:
    copy, other = own.duplicate(SHIPPED, "Mine"), own.duplicate(SHIPPED, "Mine")

    assert copy.id != other.id
    assert copy.routine is not None
    assert len(copy.routine.exercises) == 7
    assert [each.id for each in own.all()] == sorted([copy.id, other.id])


def test_a_broken_file_hides_no_other_and_says_why(own: OwnRoutines) -> None:
    saved = own.save(routine())
    own.path("broken-00000000").write_text("{")
    own.path("other-00000001").write_bytes(own.path(saved.id).read_bytes())
    own.path("folder-00000002").mkdir()

    by_id = {each.id: each for each in anew(own).all()}

    assert by_id.pop(saved.id) == saved
    assert sorted(by_id) == ["broken-00000000", "folder-00000002", "other-00000001"]
    assert all(each.routine is None and len(each.problems) == 1 for each in by_id.values())


def test_a_deleted_routine_can_be_brought_back_until_the_next_start(own: OwnRoutines) -> None:
    saved = own.save(routine())
    own.rename(saved.id, "Evening")
    own.save_draft(saved.id, {"routines": []})

    own.delete(saved.id)
    assert own.all() == ()
    assert own.restore(saved.id).name == "Evening"
    assert [each.id for each in own.all()] == [saved.id]

    own.delete(saved.id)
    again = anew(own)
    again.empty_deleted()
    again.all()
    assert saved.id not in (own.folder / "index.json").read_text("utf-8")
    with pytest.raises(FileNotFoundError):
        own.restore(saved.id)
    assert own.before(saved.id) is None
    assert own.drafts() == ()


def test_one_that_came_in_again_after_it_was_deleted_keeps_what_is_kept_of_it(own: OwnRoutines) -> None:
    saved = own.save(routine(), "evening.json")
    own.delete(saved.id)
    own.save(routine("Evening", saved.id), "evening.json")
    own.rename(saved.id, "Night")
    own.save_draft(saved.id, own.document(saved.id))

    again = anew(own)
    again.empty_deleted()

    assert not again.was_deleted(saved.id)
    assert again.draft(saved.id) is not None
    assert again.before(saved.id) is not None
    assert [(each.id, each.name, each.source) for each in again.all()] == [(saved.id, "Night", "evening.json")]


@pytest.mark.parametrize("works", range(4))
def test_what_was_deleted_stays_so_where_the_end_comes_meanwhile(
    own: OwnRoutines, monkeypatch: pytest.MonkeyPatch, works: int
) -> None:
    saved = own.save(routine())
    own.rename(saved.id, "Evening")
    own.save_draft(saved.id, own.document(saved.id))
    own.delete(saved.id)
    done: list[Path] = []
    really = Path.unlink

    def unlink(path: Path, **how: bool) -> None:
        if len(done) == works:
            raise OSError
        done.append(path)
        really(path, **how)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        anew(own).empty_deleted()

    assert anew(own).all() == ()


@pytest.mark.parametrize("own_id", ["evening-00000000", "new-00000000"])
def test_a_draft_that_comes_after_its_routine_was_deleted_comes_back_with_it(own: OwnRoutines, own_id: str) -> None:
    first, last = ({"routines": [{"name": name}]} for name in ("Evening", "Night"))
    was_saved = own_id.startswith("evening")
    if was_saved:
        own.save(routine(own_id=own_id))
    own.save_draft(own_id, first)
    own.delete(own_id)

    own.save_draft(own_id, last)

    assert own.all() == ()
    assert own.restore(own_id).is_draft is not was_saved
    assert own.draft(own_id) == last


def test_without_its_index_all_is_read_but_where_it_came_from(own: OwnRoutines) -> None:
    saved = own.save(routine(), "physio.json")
    assert anew(own).all()[0].source == "physio.json"

    (own.folder / "index.json").write_text("[" * 100_000)

    (read,) = anew(own).all()
    assert (read.id, read.name, read.source) == (saved.id, saved.name, "")


def test_the_start_page_waits_for_no_judge_but_that_of_the_one_on_today(own: OwnRoutines) -> None:
    saved = own.save(routine())
    for unknown in ("judged-00000000", "today-00000001"):
        own.path(unknown).write_bytes(one_routine.written(routine(own_id=unknown)))

    assert [each.id for each in anew(own).first("today-00000001")] == [saved.id, "today-00000001"]


def test_what_was_changed_beside_coach_is_checked_again(own: OwnRoutines) -> None:
    saved = own.save(routine())
    text = own.path(saved.id).read_text()
    own.path(saved.id).write_text(text.replace('"work_s": ', '"work_s": -'))

    (read,) = anew(own).all()
    assert read.routine is None
    assert "work_s" in str(read.problems[0])


@pytest.mark.parametrize(("program", "is_believed"), [(coach.__version__, True), ("0.0.0", False)])
def test_what_another_coach_has_checked_is_checked_again(own: OwnRoutines, program: str, is_believed: bool) -> None:  # noqa: FBT001 - a case
    saved = own.save(routine())
    wrong = own.path(saved.id).read_bytes().replace(b'"work_s": ', b'"work_s": 99')
    own.path(saved.id).write_bytes(wrong)
    known = {"checked": zlib.crc32(wrong), "source": ""}
    index = {"format": 1, "program": program, "routines": {saved.id: known}}
    (own.folder / "index.json").write_text(json.dumps(index), "utf-8")

    assert (anew(own).own(saved.id).routine is not None) is is_believed


def test_files_are_for_their_owner_alone(own: OwnRoutines) -> None:
    saved = own.save(routine())

    assert stat.S_IMODE(own.path(saved.id).stat().st_mode) == 0o600
    assert stat.S_IMODE(own.folder.stat().st_mode) == 0o700


def test_a_draft_may_be_anything_and_is_no_routine(own: OwnRoutines) -> None:
    own.save_draft("new-00000000", {"routines": [{"name": ""}]})

    assert anew(own).draft("new-00000000") == {"routines": [{"name": ""}]}
    assert own.drafts() == ("new-00000000",)
    assert [(each.name, each.routine, each.is_draft) for each in own.all()] == [("New routine", None, True)]
    own.drop_draft("new-00000000")
    assert own.draft("new-00000000") is None


# What comes in


@pytest.fixture
def physio(tmp_path: Path) -> Path:
    path = tmp_path / "physio.json"
    path.write_bytes(shipped("routines.json").read_bytes())
    return path


def test_a_file_of_two_routines_becomes_two(own: OwnRoutines, physio: Path) -> None:
    found = incoming.look_at(physio, own)
    assert [one.routine.name for one in found.routines] == ["Lower back stretches", "Short version"]
    assert [one.replaces for one in found.routines] == [None, None]
    assert own.all() == ()

    kept = incoming.keep(found, own)

    assert [each.name for each in kept] == ["Lower back stretches", "Short version"]
    assert {each.source for each in own.all()} == {"physio.json"}
    assert set(own.all()) == set(kept)


def test_the_same_file_again_is_known_and_nothing_differs(own: OwnRoutines, physio: Path) -> None:
    kept = incoming.keep(incoming.look_at(physio, own), own)
    own.rename(kept[1].id, "Another name")

    found = incoming.look_at(physio, own)

    assert [one.replaces and one.replaces.id for one in found.routines] == [each.id for each in kept]
    assert [one.is_same for one in found.routines] == [True, False]
    assert found.routines[1].differs == ()


def test_what_differs_is_named_before_it_is_replaced(own: OwnRoutines, physio: Path) -> None:
    incoming.keep(incoming.look_at(physio, own), own)
    document = json.loads(physio.read_bytes())
    document["routines"] = document["routines"][:1]
    items = document["routines"][0]["exercises"]
    items[0], items[1] = {"exercise": "pelvic-tilt", "work_s": 60}, {**items[1], "exercise": "cat-cow", "rounds": 2}
    del items[6]
    physio.write_text(json.dumps(document))

    (one,) = incoming.look_at(physio, own).routines

    assert {(each.change, each.name) for each in one.differs} == {
        (Change.CHANGED, "Pelvic tilt"),
        (Change.GONE, "Single knee to chest"),
        (Change.CHANGED, "Cat–cow"),
    }
    (replaced,) = [one.replaces.id for one in incoming.look_at(physio, own).routines if one.replaces]
    own.save_draft(replaced, document)  # of what is replaced now
    kept = incoming.keep(incoming.look_at(physio, own), own)
    assert own.drafts() == ()
    assert len(own.all()) == 2
    assert own.before(kept[0].id) is not None


def test_two_that_would_replace_the_same_one_are_both_kept(own: OwnRoutines, tmp_path: Path) -> None:
    own.save(routine(own_id="evening-0000000a"))
    told = routine(own_id="evening-0000000a")
    told["routines"] = [*told["routines"], {**told["routines"][0], "id": "night-0000000a", "name": "Night"}]
    file = tmp_path / "two.json"
    file.write_text(json.dumps(told), "utf-8")

    kept = incoming.keep(incoming.look_at(file, own), own)

    assert {each.name for each in own.all()} == {each.name for each in kept} == {"Evening, ten minutes", "Night"}


def test_both_can_be_kept(own: OwnRoutines, physio: Path) -> None:
    incoming.keep(incoming.look_at(physio, own), own)

    incoming.keep(incoming.look_at(physio, own), own, both=True)

    assert len({each.id for each in own.all()}) == 4


def test_a_file_that_does_not_fit_says_why_and_changes_nothing(own: OwnRoutines, physio: Path) -> None:
    physio.write_text(physio.read_text().replace('"work_s": 45', '"work_s": 0'))

    found = incoming.look_at(physio, own)

    assert found.routines == ()
    assert found.problems
    with pytest.raises(library.RoutineError):
        incoming.keep(found, own)
    assert own.all() == ()
    assert incoming.look_at(physio.with_name("gone.json"), own).problems


def test_a_routine_that_was_written_out_comes_back_as_itself(own: OwnRoutines, tmp_path: Path) -> None:
    saved = own.save(routine())
    out = tmp_path / one_routine.file_name(saved.name)
    assert out.name == "evening-ten-minutes.coach.json"
    out.write_bytes(one_routine.written(own.document(saved.id)))

    (one,) = incoming.look_at(out, own).routines

    assert one.id == saved.id
    assert one.is_same


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Rücken & Hüfte!", "rucken-hufte"), ("Übung Straße", "ubung-strasse"), ("腰", "routine"), ("x" * 80, "x" * 40)],
)
def test_ids_are_plain_whatever_the_name_is(name: str, slug: str) -> None:
    assert one_routine.slug(name) == slug


# A hostile folder


def test_pipes_loops_and_files_in_the_place_of_folders_hold_nothing_up(own: OwnRoutines) -> None:
    saved = own.save(routine())
    os.mkfifo(own.path("pipe-00000000"))
    own.path("loop-00000000").symlink_to(own.path("loop-00000000"))
    (own.folder / "index.json").unlink()
    os.mkfifo(own.folder / "index.json")
    (own.folder / "deleted").write_text("")
    again = anew(own)
    again.empty_deleted()

    assert {each.id: each.routine is not None for each in again.all()} == {
        saved.id: True,
        "pipe-00000000": False,
        "loop-00000000": False,
    }
    with pytest.raises((FileExistsError, NotADirectoryError)):
        again.delete(saved.id)
    assert again.own(saved.id).routine is not None


def test_a_file_in_the_place_of_the_folder_is_no_routine(own: OwnRoutines) -> None:
    own.folder.write_text("")

    assert own.all() == own.first("evening-00000000") == ()
    with pytest.raises((FileExistsError, NotADirectoryError)):
        own.save(routine())


@pytest.mark.parametrize("size", [library.MAX_BYTES, library.MAX_WITH_PICTURES])
def test_a_large_file_is_refused_before_it_is_judged(own: OwnRoutines, size: int) -> None:
    own.save(routine())
    path = own.path("large-00000000")
    path.write_text('{"x": "' + "é" * (size // 2) + '"}', "utf-8")

    assert "MiB" in str(own.own("large-00000000").problems[0])


# Formats and pictures


def test_a_file_of_format_1_becomes_one_of_format_2_and_stays_as_it_came(own: OwnRoutines, physio: Path) -> None:
    newer = {"prone", "side-lying"}
    ways = [each for each in SHIPPED["position_changes"] if each["after"] not in newer]
    physio.write_text(json.dumps({**SHIPPED, "format": 1, "position_changes": ways}), "utf-8")
    kept = incoming.keep(incoming.look_at(physio, own), own)

    assert {own.document(each.id)["format"] for each in kept} == {FORMAT}
    originals = own.folder / "originals"
    assert {(originals / f"{each.id}.coach.json").read_bytes() for each in kept} == {physio.read_bytes()}


def test_a_picture_beside_the_file_comes_in_and_goes_out_inside(own: OwnRoutines, tmp_path: Path) -> None:
    (tmp_path / "start.png").write_bytes(png(8, 6))
    told = routine()
    pictures = {"work": {"file": "start.png", "describes": "Back round"}}
    told["exercises"] = [{**each, "pictures": pictures} for each in told["exercises"] if each["id"] == "cat-cow"]
    told["routines"][0]["id"], told["format"] = "from-fay", FORMAT
    file = tmp_path / "physio.json"
    file.write_text(json.dumps(told), "utf-8")

    (kept,) = incoming.keep(incoming.look_at(file, own), own)
    (tmp_path / "start.png").unlink()

    picture = own.document(kept.id)["exercises"][0]["pictures"]["work"]
    assert base64.b64decode(picture["data"]).startswith(b"\x89PNG")
    assert (picture["describes"], "file" in picture) == ("Back round", False)
    (read,) = anew(own).all()
    assert read.routine is not None
    assert dict(read.routine.exercises[0].pictures)["work"].data == picture["data"]
    assert incoming.look_at(own.path(kept.id), own).routines[0].is_same


@pytest.mark.parametrize("name", prescriptions())
def test_what_professionals_write_down_is_kept_and_read_again(own: OwnRoutines, name: str) -> None:
    saved = own.save(json.loads(json.dumps(prescriptions()[name])))

    assert saved.routine is not None
    (read,) = anew(own).all()
    assert read == saved
    document = own.document(saved.id)
    assert document["routines"] == prescriptions()[name]["routines"]
    assert own.save(document) == saved


def test_a_draft_alone_is_there_is_deleted_and_comes_back(own: OwnRoutines, physio: Path) -> None:
    (kept, *_rest) = incoming.keep(incoming.look_at(physio, own), own)
    own.save_draft(kept.id, own.document(kept.id))  # beside its routine
    assert not any(each.is_draft for each in own.all())
    own.save_draft("new-0a1b2c3d", {"routines": [{"id": "new-0a1b2c3d", "name": " ", "exercises": []}]})
    assert [(each.id, each.name, each.routine) for each in own.all() if each.is_draft] == [
        ("new-0a1b2c3d", "New routine", None)
    ]
    own.delete("new-0a1b2c3d")
    own.delete(kept.id)
    assert not any(each.is_draft for each in own.all())
    assert own.restore("new-0a1b2c3d").is_draft
    assert own.restore(kept.id).routine is not None
    own.delete("new-0a1b2c3d")
    own.empty_deleted()
    assert own.drafts() == (kept.id,)

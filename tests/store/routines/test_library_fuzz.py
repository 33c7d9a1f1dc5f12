"""Whatever a file holds, reading it gives a routine file that works or problems that can be printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.core.instructions import instructions
from coach.core.pacing import PACINGS, Preset
from coach.core.routine import Contents, resolve
from coach.core.timeline import plan
from tests.cases import ROUTINES, Json
from tests.store.bad_files import GONE, Gone, Path, as_bytes, put, whole_of_2
from tests.store.reading import read

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

SHIPPED_BYTES = ROUTINES.read_bytes()


def paths_of(value: Json, here: Path = ()) -> Iterator[Path]:
    if here:
        yield here
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths_of(each, (*here, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from paths_of(each, (*here, number))


def shipped_document() -> Json:
    found: Json = json.loads(SHIPPED_BYTES)
    return found


# Two files to change: the small one has every key, and a change in it more often matters.
SHIPPED_PATHS = list(paths_of(shipped_document()))
SMALL_PATHS = list(paths_of(whole_of_2()))

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-2, 700)
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zl"]), min_size=1, max_size=3)
    | st.sampled_from(["", " ", "x" * 501, "right", "left", "hold", "reps-own-pace", "supine", "knee", "cat-cow"])
)
KEYS = st.text(max_size=5) | st.sampled_from(
    ["id", "kind", "text", "hold", "right and left", "right", "left", "format"]
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
CHANGED = st.one_of(st.just(GONE), VALUES)


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return tmp_path_factory.mktemp("fuzz")


def assert_read(folder: pathlib.Path, data: bytes) -> None:
    file = folder / "routine.json"
    file.write_bytes(data)
    told = read(file)
    if isinstance(told, Contents):
        assert_usable(told)


def assert_usable(told: Contents) -> None:
    for entry in told.routines:
        routine = resolve(told, entry.id)
        for preset in (Preset.DEFAULT, Preset.WAIT_FOR_ME):
            timeline = plan(routine, PACINGS[preset])
            assert timeline.work_ms > 0
        for index, block in enumerate(timeline.blocks[:20]):
            lines = instructions(routine, timeline, index)
            assert not block.kind.is_work or len(lines.lit(None)) > 0


def changed(told: Json, changes: list[tuple[Path, Json | Gone]]) -> bytes:
    for path, value in changes:
        try:
            put(told, path, value)
        except LookupError:  # an earlier change took it away
            continue
    return as_bytes(told)


@given(changes=st.lists(st.tuples(st.sampled_from(SHIPPED_PATHS), CHANGED), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_the_shipped_file_with_changes(folder: pathlib.Path, changes: list[tuple[Path, Json | Gone]]) -> None:
    assert_read(folder, changed(shipped_document(), changes))


@given(changes=st.lists(st.tuples(st.sampled_from(SMALL_PATHS), CHANGED), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_small_file_with_changes(folder: pathlib.Path, changes: list[tuple[Path, Json | Gone]]) -> None:
    assert_read(folder, changed(whole_of_2(), changes))


@given(added=st.lists(st.tuples(st.sampled_from(SMALL_PATHS), KEYS, VALUES), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_a_small_file_with_more_keys(folder: pathlib.Path, added: list[tuple[Path, str, Json]]) -> None:
    assert_read(folder, changed(whole_of_2(), [((*path, key), value) for path, key, value in added]))


@given(
    start=st.integers(0, len(SHIPPED_BYTES)), length=st.integers(0, 60), put_in=st.binary(max_size=20) | st.just(b"[{")
)
@settings(max_examples=150, deadline=None)
def test_the_shipped_file_with_other_bytes(folder: pathlib.Path, start: int, length: int, put_in: bytes) -> None:
    assert_read(folder, SHIPPED_BYTES[:start] + put_in + SHIPPED_BYTES[start + length :])


@given(data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(data=b"\xef\xbb\xbf")
@example(data=b"\xef\xbb\xbf" * 2 + b"{}")
@example(data=b'{"format": 1, "\\ud800": 1}')
@example(data=b'{"\\u0000": {"\\u0000": 1, "\\u0000": 2}}')
@settings(max_examples=200, deadline=None)
def test_any_bytes(folder: pathlib.Path, data: bytes) -> None:
    assert_read(folder, data)


@given(value=VALUES)
@settings(max_examples=150, deadline=None)
def test_any_json(folder: pathlib.Path, value: Json) -> None:
    assert_read(folder, as_bytes(value))

"""A draft is kept by itself, and the latest one is what is on the disk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from coach.core.draft import edits
from coach.session.draft_keeper import DraftKeeper
from tests.core.draft.drafts import row, small

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.core.draft.draft import Draft


def test_what_is_typed_is_kept_once_in_a_pause(qtbot: QtBot) -> None:
    kept: list[Draft] = []
    keeper = DraftKeeper(kept.append)
    draft = small("a")
    for name in ("H", "He", "Hee"):
        draft = edits.rename(draft, row(0), name).draft
        keeper.keep(draft)
    assert not keeper.is_kept
    with qtbot.waitSignal(keeper.kept):
        pass
    assert kept == [draft]
    assert keeper.is_kept


def test_leaving_keeps_at_once_and_never_the_older_over_the_newer(qtbot: QtBot) -> None:
    kept: list[str] = []
    slow = threading.Event()

    def save(draft: Draft) -> None:
        if draft.name == "one":
            slow.wait(1)
        kept.append(draft.name)

    keeper = DraftKeeper(save)
    keeper.keep(edits.rename_routine(small("a"), "one").draft)
    qtbot.waitUntil(lambda: keeper._writing is not None)
    keeper.keep(edits.rename_routine(small("a"), "two").draft)
    threading.Timer(0.02, slow.set).start()
    keeper.finish()
    assert kept == ["one", "two"]


def test_a_write_that_fails_is_told_and_tried_again(qtbot: QtBot) -> None:
    fails = [True, False]
    kept: list[Draft] = []

    def save(draft: Draft) -> None:
        if fails.pop(0):
            raise OSError(28, "No space left on device")
        kept.append(draft)

    keeper = DraftKeeper(save)
    draft = small("a")
    keeper.keep(draft)
    with qtbot.waitSignal(keeper.failed) as told:
        pass
    assert told.args == ["No space left on device"]
    assert not keeper.is_kept
    keeper.finish()
    assert kept == [draft]

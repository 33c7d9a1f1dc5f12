"""A record in a folder whose name is no UTF-8: it is shown with a stand-in, and written into."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from coach.ui.settings.settings_page import SettingsPage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.stage import Stage

NAME = os.fsdecode(b"caf\xe9")
SHOWN = "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
def test_such_a_folder_is_shown_with_a_stand_in_and_written_into(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / NAME
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    stage.recorder.folder = home
    stage.actions["settings"].trigger()
    page = stage.page()
    assert isinstance(page, SettingsPage)
    assert any(f"{SHOWN}." in label.text() for label in page.findChildren(QLabel))

    page.export.click()

    for _try in range(300):
        if page.told.text():
            break
        wait_ms(10)
    assert page.told.text().startswith("Written: ")
    assert f"/{SHOWN}/Documents. Their names begin with coach-record" in page.told.text()
    assert len(list((home / "Documents").iterdir())) == 6  # four tables, and the record in two more ways
    assert [path.name for path in tmp_path.iterdir() if SHOWN in path.name] == []

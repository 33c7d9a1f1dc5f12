"""The pseudo-language, and who listens to what is painted and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QLabel

from coach.words import catalogue, pseudo

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(name="pseudo")
def _pseudo() -> Iterator[None]:
    """Let all words be of the pseudo-language, and let Qt believe that a screen reader runs."""
    pseudo.use()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
    catalogue.use_english()


@pytest.fixture(name="told")
def _told(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect what is painted as text, and what a screen reader is told as news."""
    told: set[str] = set()
    paint, show = QPainter.drawText, QLabel.setText

    def watch_painter(painter: QPainter, *given: object) -> object:
        told.update(each for each in given if isinstance(each, str))
        return paint(painter, *given)  # type: ignore[call-overload]

    def watch_label(label: QLabel, text: str) -> None:
        told.add(text)
        show(label, text)

    monkeypatch.setattr(QPainter, "drawText", watch_painter)
    monkeypatch.setattr(QLabel, "setText", watch_label)
    return told

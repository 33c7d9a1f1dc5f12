"""Pictures of one's own for the stages of an exercise: a file for each, and what is to be seen on it, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.core.routine import Picture
from coach.session.own_folders import own_folder
from coach.store.untrusted_file import clean
from coach.ui.editor.asked import Wrong
from coach.ui.editor.undone_by_page import MOST_LETTERS, PlainField
from coach.ui.figure.chosen_picture import PictureChooser
from coach.ui.kit.checked_field import CheckedField
from coach.ui.kit.columns import Rows
from coach.ui.kit.file_dialog import file_dialog
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from coach.core.routine import Stage
    from coach.ui.figure.chosen_picture import Chosen
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

STAGES: tuple[Stage, ...] = ("start", "work", "leave")
THUMB = QSize(96, 72)
"""Size of a picture, in px at 100 %."""
BETWEEN, BESIDE = 16, 14
"""Room between two stages, and between a picture and what stands beside it, in px."""


class _Thumb(QWidget):
    """A picture, or a quiet place for one. It says nothing of its own: the words beside it do."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self.picture: Picture | None = None
        theme.give(self, width=THUMB.width(), height=THUMB.height())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self.update)

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture, or none."""
        self.picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture with round corners."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inset = t.border_px / 2
        area, shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), QPainterPath()
        shape.addRoundedRect(area, 10, 10)
        painter.fillPath(shape, t.sunk)
        if self.picture is not None and self._pictures.knows(self.picture):
            view = self._pictures.view(self.picture, None, self.size(), self.devicePixelRatioF())
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(QRectF(self.rect()), self._pictures.close_up(view))
            painter.restore()
        painter.strokePath(shape, QPen(t.line, t.border_px))


class StagePicture(QWidget):
    """The picture of one stage."""

    changed = Signal(object)
    """What the file has for the stage now, None without a picture."""
    described = Signal(str)
    """Other words for what is to be seen."""
    told = Signal(str)
    """News for a screen reader: why a file cannot be taken, and what is missing."""

    def __init__(self, theme: Theme, pictures: PictureCache, name: str) -> None:
        super().__init__()
        self._value: Mapping[str, str] | None = None
        self._waits_for: Path | None = None
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self.thumb = _Thumb(theme, pictures)
        self.choose = KeyButton(theme, "", height=44, size=15)
        self.remove = KeyButton(theme, tr("Leave it out"), height=44, size=15)
        self.remove.setAccessibleName(tr("{stage}: leave the picture out", stage=name))
        self._name = name
        self.field = PlainField(theme, "", MOST_LETTERS)
        self.field.setPlaceholderText(tr("What is to be seen, in words"))
        self.field.setAccessibleName(tr("{stage}: what is to be seen", stage=name))
        self.words = CheckedField(theme, self.field)
        self.trouble = Wrong(theme)
        self._build(theme)
        self._chooser = PictureChooser()
        self._chooser.read.connect(self._on_read)
        self._chooser.failed.connect(self.say)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self._take(None))
        self.field.textEdited.connect(self._on_edited)
        self.words.told.connect(self.told)
        self.show_value(None)

    def _build(self, theme: Theme) -> None:
        title = label(theme, self._name, size=15, weight=600)
        title.setContentsMargins(RIM, 0, RIM, 0)
        buttons = Rows(10 - 2 * RIM, 0)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(title)
        column.addLayout(buttons)
        column.addWidget(self.words)
        column.addWidget(self.trouble)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(along(RIM, 0, 0, 0))
        row.setSpacing(BESIDE - RIM)
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    # What shows

    def show_value(self, value: Mapping[str, str] | None) -> None:
        """Show what the file has for this stage."""
        self._value = value
        has_picture = value is not None
        words = "" if value is None else value.get("describes", "")
        self.thumb.show_picture(None if value is None else Picture(words, data=value.get("data", "")))
        face = tr("Another picture…") if has_picture else tr("Choose a picture…")
        self.choose.setText(face)
        self.choose.setAccessibleName(f"{self._name}: {face}")
        self.choose.updateGeometry()
        self.remove.setVisible(has_picture)
        self.words.setVisible(has_picture)
        if self.field.text() != words:
            self.field.setText(words)
        is_missing = has_picture and not words.strip()
        self.words.show_error(tr("Say what is to be seen: for whoever cannot see it.") if is_missing else "")

    def forget(self) -> None:
        """Take no picture any more that was asked for: it was for another exercise."""
        self._waits_for = None
        self.say("")

    def say(self, why: str) -> None:
        """Say why there is no picture; empty words take it back."""
        self.trouble.say(why)
        if why:
            self.told.emit(why)

    # What happens

    def take_file(self, path: Path) -> None:
        """Begin to read a file that was chosen."""
        self.say("")
        self._waits_for = path
        self._chooser.take(path)

    def _ask(self) -> None:
        filters = [tr("Pictures") + " (*.png *.jpg *.jpeg)", tr("All files") + " (*)"]
        pictures = own_folder(QStandardPaths.StandardLocation.PicturesLocation)
        file_dialog(self.window(), tr("Choose a picture"), pictures, filters, self.take_file).open()

    def _on_read(self, chosen: Chosen) -> None:
        if chosen.path != self._waits_for:
            return
        self._waits_for = None
        if chosen.wrong:
            wrong = tr("{file} {wrong}", file=clean(chosen.path.name), wrong=chosen.wrong)
            self.say(sentences((wrong, _capital(chosen.right))))
            return
        words = "" if self._value is None else self._value.get("describes", "")
        self._take({"data": chosen.data, "describes": words})
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self, words: str) -> None:
        if self._value is not None:
            self.show_value({**self._value, "describes": words})
            self.described.emit(words)

    def _take(self, value: Mapping[str, str] | None) -> None:
        self.say("")
        self.show_value(value)
        self.changed.emit(value)
        if value is None:
            self.choose.setFocus(Qt.FocusReason.TabFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))


class PicturesField(QWidget):
    """All stages."""

    changed = Signal(object)
    """The place of what is other now, inside `pictures` of the exercise, and its value: None where it is gone."""
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._exercise = ""
        names = (tr("On the way in"), tr("While you do it"), tr("On the way out"))
        self.stages = {stage: StagePicture(theme, pictures, name) for stage, name in zip(STAGES, names, strict=True)}
        column = QVBoxLayout(self)
        self.setObjectName(GROUP)  # a name on a plain widget is heard by nobody
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for stage, row in self.stages.items():
            column.addWidget(row)
            row.told.connect(self.told)
            row.changed.connect(lambda value, stage=stage: self.changed.emit(((stage,), value)))
            row.described.connect(lambda words, stage=stage: self.changed.emit(((stage, "describes"), words)))

    def show_pictures(self, exercise: str, value: Mapping[str, Any] | None) -> None:
        """Show the pictures of an exercise, by its id, as a document has them."""
        is_other, self._exercise = exercise != self._exercise, exercise
        for stage, row in self.stages.items():
            if is_other:
                row.forget()
            row.show_value((value or {}).get(stage))

    def focus_first(self) -> None:
        """Give the keyboard to what is missing: words for a picture, or a picture."""
        without = [row.field for row in self.stages.values() if row.words.sentence.text()]
        (without[0] if without else self.stages["work"].choose).setFocus(Qt.FocusReason.TabFocusReason)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""The settings of the safety contact: who is called after a stop, and where all signs stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.session.contact_links import link_to
from coach.ui.kit.label import label
from coach.ui.settings.pane import Pane
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.ui.kit.fields import LineField
    from coach.ui.kit.theme import Theme


class ContactPane(Pane):
    """Its fields are the person's own words; nothing is built in."""

    signs_wanted = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, preferences, tr("Safety contact"))
        self.line(tr("Shown on the page after Pain — stop, and when the check says: not now."))
        self.section(tr("Your health professional"))
        for name in ("contact_name", "contact_phone", "contact_web"):
            self.field(name)
        web = self._web
        web.setPlaceholderText(tr_in("how an address begins", "https://…"))
        web.editingFinished.connect(lambda: self._show_web_hint(web.text()))
        # Not while the field has the focus: an address is not wrong before it is typed.
        web.written.connect(lambda words: None if web.hasFocus() else self._show_web_hint(words))
        self.web_hint = label(theme, tr("Only https, tel and mailto are opened."), size=14, muted=True)
        self.web_hint.setContentsMargins(24, 6, 24, 0)
        self.web_hint.hide()
        self.column.addWidget(self.web_hint)
        self.section()
        self.field("emergency_number")
        self.section()
        self.signs = self.button(tr("Signs that need help"), tr("Both lists, whenever you like."), tr("Read them"))
        self.signs.clicked.connect(self.signs_wanted)

    @property
    def _web(self) -> LineField:
        field: LineField = self.fields["contact_web"]  # type: ignore[assignment]  # made as one
        return field

    def _show_web_hint(self, text: str) -> None:
        is_wrong = bool(text.strip()) and link_to(text) is None
        self.web_hint.setVisible(is_wrong)
        self._web.show_wrong(wrong=is_wrong)
        self._web.setAccessibleDescription(self.web_hint.text() if is_wrong else "")

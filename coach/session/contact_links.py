"""Opens what the person wrote down themselves, and only after a press: a web page, a phone number, an address."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = {"https", "tel", "mailto"}


def link_to(web: str, phone: str = "") -> QUrl | None:
    """Return where a contact leads: the page if there is one, else the number; None where neither may be opened.

    A page without a scheme is taken as https; a text with an @ as a mail address. Nothing else is followed.
    """
    text = web.strip()
    if text:
        if "@" in text and ":" not in text and "/" not in text:
            text = f"mailto:{text}"
        elif "://" not in text and not text.lower().startswith(tuple(f"{scheme}:" for scheme in SCHEMES)):
            text = f"https://{text}"
        url = QUrl(text, QUrl.ParsingMode.StrictMode)
        return url if url.isValid() and url.scheme().lower() in SCHEMES else None
    digits = "".join(character for character in phone if character.isdigit() or character in "+*#")
    return QUrl(f"tel:{digits}") if any(character.isdigit() for character in digits) else None


def open_link(url: QUrl | None) -> bool:
    """Hand a link to the desktop; false where there is none or nobody takes it."""
    return url is not None and QDesktopServices.openUrl(url)

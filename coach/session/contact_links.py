"""Opens the contact that the person wrote down, and only after a press: a web page, phone number or mail address."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = {"https", "tel", "mailto"}


def link_to(web: str, phone: str = "") -> QUrl | None:
    """Return the link of a contact: to the page if there is one, else to the number; None where neither may be opened.

    A page without a scheme is taken as https, a text with an @ as a mail address. Other schemes are refused.
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
    """Have the desktop open a link; False where there is none or the desktop refuses it."""
    return url is not None and QDesktopServices.openUrl(url)

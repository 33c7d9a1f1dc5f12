"""Names of objects that say what a plain widget is to a screen reader: a page, a group, a picture, a list."""

from __future__ import annotations

QUESTIONS = "questions"
"""The object name of a page of questions: it takes the focus when it is clicked, so it needs an accessible role."""

GROUP = "group"
"""The object name of a widget with the buttons for one question: its accessible name is read before the first."""

CHART = "chart"
"""The object name of a chart: its accessible name says of what, its description what it shows."""

PAGE = "page"
"""The object name of a page: its accessible name says which one shows."""

PICTURE = "picture"
"""The object name of a picture: its accessible name says of what, its description what is to be seen."""

HEADING = "heading"
"""The object name of a label that is a heading without being a `Heading`."""

LIST, ITEM = "list", "item"
"""The object names of a list of painted rows and of a row: the accessible name of a row is its words."""

TABS = "tabs"
"""The object name of a widget with the items of a navigation."""

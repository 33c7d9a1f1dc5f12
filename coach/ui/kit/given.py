"""What a widget was given at 100 %: kept with it, so that it can follow another text size."""

LETTERS, LENGTHS = "letters", "lengths"
"""Names of the properties of Qt that hold it: size, weight and kind of digits; and lengths."""

UNBOUND = (1 << 24) - 1
"""The most width or height that Qt knows, in px: a widget with that is not held to any."""

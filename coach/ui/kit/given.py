"""What a widget was given at 100 %: kept with it, so that it can follow another text size."""

LETTERS, LENGTHS = "letters", "lengths"
"""Names of the properties of Qt that hold it: size, weight and kind of digits; and lengths."""

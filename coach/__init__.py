"""coach guides one person, at home, through a gentle lower-back stretching routine."""

__version__ = "0.1.0"

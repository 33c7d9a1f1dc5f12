"""coach guides one person, at home, through a gentle lower-back stretching routine."""

__version__ = "0.1.0"

APP_ID = "org.example.lowerbackcoach"
"""By this desktops know coach: its windows, menu entry, icon and notifications (docs/decisions/0050-one-id.md)."""

"""Reminders: one quiet note on the desktop at the chosen times, whether coach runs or not. No Qt."""

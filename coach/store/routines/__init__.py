"""Routine files: found, read, judged, and what is wrong with one in words."""

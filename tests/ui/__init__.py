"""Tests of the window: the real program, played by hand."""

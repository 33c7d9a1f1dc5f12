"""Tests of the figure: its files and its joints, no Qt."""

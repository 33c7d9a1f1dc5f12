"""Tests of the own routines in the running program."""

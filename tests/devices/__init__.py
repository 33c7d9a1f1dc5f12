"""Tests of what is beside a session: a bus of their own, and nobody else's."""

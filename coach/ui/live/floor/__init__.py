"""The floor view: the session as it can be read from the mat."""

"""The floor view: the session, to be seen from the mat."""

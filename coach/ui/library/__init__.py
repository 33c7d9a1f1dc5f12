"""The routines there are, those that come with coach and the person's own, and how files of them come in."""

"""One page a file: what the middle of the window shows."""

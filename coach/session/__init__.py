"""One session as it runs: objects and plain values, never a widget."""

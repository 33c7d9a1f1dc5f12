"""Work beside the window: threads with a fence round them, loading, garbage."""

"""Programs for those who work on coach; none of them is shipped in the wheel."""

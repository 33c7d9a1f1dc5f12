"""The tests; they mirror the folders of coach/."""

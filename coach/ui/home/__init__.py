"""The start page, the list of exercises, and one exercise in full."""

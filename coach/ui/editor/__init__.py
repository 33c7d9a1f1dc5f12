"""The editor: a routine of one's own, exercise by exercise."""

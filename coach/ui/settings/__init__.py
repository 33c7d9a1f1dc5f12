"""The settings and the clicker."""

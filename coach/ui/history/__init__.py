"""What was done, and the report of it."""

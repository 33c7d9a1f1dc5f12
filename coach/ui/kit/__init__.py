"""Parts that all rooms are built of. They know no session."""

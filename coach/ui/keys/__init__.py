"""Keys: actions of Qt, the router, other layouts, and the clicker."""

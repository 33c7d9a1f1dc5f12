"""Keys: Qt actions, the key router, other keyboard layouts, and the clicker."""

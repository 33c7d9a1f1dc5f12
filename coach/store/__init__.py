"""Everything on disk: where it lives, how it is read and checked. No Qt."""

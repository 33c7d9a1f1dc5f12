"""Work in the background: threads whose errors are reported, loading, the record, garbage collection."""

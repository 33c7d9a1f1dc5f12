"""One routine while it is written: a document that is never changed in place, and what can be done to it."""

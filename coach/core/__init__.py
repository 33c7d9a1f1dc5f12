"""Values and rules: what is prescribed, what happens when, where we are. No Qt, files, clock or threads."""

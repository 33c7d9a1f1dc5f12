"""One widget a file: each shows one thing."""

"""Walks through the whole window by chance, and what must hold after each step of it: see CONTRIBUTING.md."""

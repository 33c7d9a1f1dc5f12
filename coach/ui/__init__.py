"""The window: pages and widgets. They show what they are given, and signal what the person asks for."""

"""The window: pages and widgets. They show what they are handed and send back what the person wants."""

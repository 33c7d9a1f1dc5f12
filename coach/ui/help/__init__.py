"""Keys, warning signs, and what coach is."""

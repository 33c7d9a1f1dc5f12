"""Looks at what coach stands on here, one part a look: nothing of it writes, hangs or raises."""

"""What is given to somebody else, on paper or as a picture code, and what comes back in that way."""

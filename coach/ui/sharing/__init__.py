"""What is given to somebody else, on paper or as a QR code, and what comes back in that way."""

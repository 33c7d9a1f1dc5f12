"""The stopped page, the closing page, and what is asked afterwards."""

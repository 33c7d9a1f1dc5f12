"""The record: one file of SQLite, how it is opened, and what is read out of it."""

"""What is said of a session: its vocabulary, the script of a timeline, and who follows it. No Qt, no sound."""

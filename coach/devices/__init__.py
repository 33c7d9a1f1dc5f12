"""The machine beside the session: one side effect a file. What fails here never fails a session."""

"""The machine around a session: one side effect per file. A failure here never ends a session."""

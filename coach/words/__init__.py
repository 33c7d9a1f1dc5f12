"""Every sentence that a person reads or hears, and the one door to it. No Qt, and nothing else of coach."""

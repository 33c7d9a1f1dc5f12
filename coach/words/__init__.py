"""Every sentence that a person reads or hears, behind one door. No Qt, and nothing else of coach."""

"""Files as they are read."""

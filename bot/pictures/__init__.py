"""What is drawn and printed for Homeline, in a process of its own: no other module imports what draws."""

"""Pictures drawn for Homeline, in a process of their own: no other module imports what draws them."""

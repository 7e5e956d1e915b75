"""`make year`: a school year of two classes on all their phones."""

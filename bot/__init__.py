"""Homeline keeps a parent who works far away inside the daily life of the child at home."""

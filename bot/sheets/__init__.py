"""Reads lists that come as files: each in a process of its own, bounded in time and memory, whatever was sent."""

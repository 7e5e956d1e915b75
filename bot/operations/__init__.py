"""Looks after an installation: keys, backups, moving house, reports, schools, operators; each loaded when asked for."""

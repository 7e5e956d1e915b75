"""Homeline keeps a parent who works far away inside the daily life of the child at home."""

import zoneinfo

# The pinned tables of tzdata, not those of the system, which may be years old.
zoneinfo.reset_tzpath(to=())

"""A month of many families, and what arrives on their phones: nothing false, no flood, no wrong silence."""

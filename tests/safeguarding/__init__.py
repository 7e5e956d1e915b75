"""The checklist of safeguarding, item by item: each test is named after the item it proves."""

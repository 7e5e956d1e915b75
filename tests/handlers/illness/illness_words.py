"""What the phones read while a child is ill."""

CARD = "Call NOW if you see even one:"
ALERT = "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home, 12:00 for you."

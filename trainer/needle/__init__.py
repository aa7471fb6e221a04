"""What the hand does: needles, skin, bone."""

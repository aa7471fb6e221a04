"""A case in the making: a starting document and a log of edits."""

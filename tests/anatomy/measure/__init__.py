"""The ruler, on shapes whose numbers are known."""

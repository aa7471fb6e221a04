"""What an attempt teaches: the own call, the ribbon, three moments, at most three changes."""

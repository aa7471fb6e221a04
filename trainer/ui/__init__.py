"""The screens (Qt). A screen shows and signals; a presenter decides."""

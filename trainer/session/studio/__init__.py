"""The studio: an instructor makes a case, looks at it, tries it and publishes it."""

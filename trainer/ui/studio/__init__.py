"""The instructor's studio: parts of a scenario, pictures first, problems beside them."""

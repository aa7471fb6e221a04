"""Sealed records: what a seal says and signs, and everything that can be wrong with a record."""

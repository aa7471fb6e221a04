"""Screens of a programme's director."""

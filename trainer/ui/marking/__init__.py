"""Screens of raters: the queue, one paper, how raters agree."""

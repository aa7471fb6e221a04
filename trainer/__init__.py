"""Rhizotomy Trainer: a simulator for fluoroscopy-guided thoracic facet rhizotomy.

The rooms and the direction of flow are drawn in ARCHITECTURE.md; signs, frames and units in
docs/conventions.md.
"""

__version__ = "0.1.0"

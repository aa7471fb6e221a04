"""The composition root: settings, logging, wiring; the only room that joins edges to screens."""

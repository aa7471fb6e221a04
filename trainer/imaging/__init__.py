"""What the beam shows: projector, physics, detector, display."""

"""Use cases, the ports that edges implement, the clock, the attempt thread, the render worker."""

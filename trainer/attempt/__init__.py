"""Commands, events, decide, evolve: what happens when a hand moves."""

"""The command line: every noun of docs/commands.md, on the same use cases as the screens."""

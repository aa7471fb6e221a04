"""The grammar of the command line: one file a noun, joined by `trainer.cli.parser`."""

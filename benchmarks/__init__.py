"""What is measured, and against whom; not part of the program."""

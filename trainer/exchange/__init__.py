"""What leaves the house for people and other programs: PDF, CSV, xAPI."""

"""Tests of trainer.dicom, on generated files and, where present, on real ones."""

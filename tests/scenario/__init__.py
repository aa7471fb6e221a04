"""Tests of trainer/scenario."""

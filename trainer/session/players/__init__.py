"""Scripted players: seven ways of going about a scenario, from an expert's to a random one.

A player decides by what the screens show (`Seen`); only `observer` knows the truth, and turns it
into pixels of exposures that were really made. They check a scenario, they validate nothing.
"""

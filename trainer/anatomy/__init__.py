"""What is inside the patient: volumes, tissues, distances, landmarks, nerves.

A `Patient` is one frozen value however it was made (synthetic, CT, radiographs); everything after
it is the same code.
"""

"""People's marks of recorded attempts: blinded, signed off, compared; no evidence of validity."""

"""The stand-alone verifier from a checkout: ``python -m tools.verify_records FOLDER``.

``rhizotomy-trainer records verifier -o F.py`` writes it as one file that needs no checkout.
"""

from __future__ import annotations

from trainer.storage.verifier import verifier_text

if __name__ == "__main__":
    program = compile(verifier_text(), "verify_records.py", "exec")
    exec(program, {"__name__": "__main__"})  # noqa: S102 - our own text, as it is written out

"""One file a revision; none is ever changed after it was released."""

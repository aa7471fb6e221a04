"""What a drill's log came to: one number, one outcome; exact integers from log and header alone."""

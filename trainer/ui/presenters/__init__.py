"""What the screens show and do, without Qt."""

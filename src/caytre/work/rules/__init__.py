"""What is decided about work: pure."""

"""What is decided about documents: pure."""

"""What units do with their work."""

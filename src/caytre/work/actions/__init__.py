"""What is written about work."""

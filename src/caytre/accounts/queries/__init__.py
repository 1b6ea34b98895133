"""What is asked about accounts."""

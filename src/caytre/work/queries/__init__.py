"""Questions about work."""

"""Pages of units: the trees, one unit, changes, what is open, and the setting up of an office."""

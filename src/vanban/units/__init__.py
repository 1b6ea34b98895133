"""Agencies and administrative units over time: who existed when, what they were called, who took over."""

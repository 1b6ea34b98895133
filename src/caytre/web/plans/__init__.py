"""Pages of plans: from proposals to tasks that bind."""

"""What makes a write sure: receipts of forms, drafts, and the queue of writers."""

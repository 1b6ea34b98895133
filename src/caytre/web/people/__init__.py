"""Pages of people: who is there, their accounts and posts, and lists of them that come as a spreadsheet."""

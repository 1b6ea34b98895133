"""What a person is told of work, the mail and the calendars that carry it, and drafted letters."""

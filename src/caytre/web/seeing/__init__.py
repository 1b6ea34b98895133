"""How the work goes: lists, boards, calendars."""

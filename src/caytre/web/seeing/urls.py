"""Where it is seen how the work goes."""

from __future__ import annotations

from django.urls import path

from caytre.web.seeing import board, calendar, day, saved, tasks, workbook

urlpatterns = [
    path("day/", day.show, name="day"),
    path("tasks/", tasks.show, name="tasks"),
    path("tasks/tasks.xlsx", workbook.show, name="tasks-xlsx"),
    path("tasks/filters/", saved.change, name="filters"),
    path("overdue/", day.late, name="overdue"),
    path("board/", board.show, name="board"),
    path("board/board.xlsx", board.workbook, name="board-xlsx"),
    path("calendar/", calendar.show, name="calendar"),
]

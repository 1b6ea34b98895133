from django.apps import AppConfig


class Work(AppConfig):
    name = "caytre.work"
    label = "work"

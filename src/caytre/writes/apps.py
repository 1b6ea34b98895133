from django.apps import AppConfig


class Writes(AppConfig):
    name = "caytre.writes"
    label = "writes"

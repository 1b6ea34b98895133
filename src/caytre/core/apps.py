from django.apps import AppConfig


class Core(AppConfig):
    name = "caytre.core"
    label = "core"

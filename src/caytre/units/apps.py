from django.apps import AppConfig


class Units(AppConfig):
    name = "caytre.units"
    label = "units"

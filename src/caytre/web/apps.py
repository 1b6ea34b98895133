from django.apps import AppConfig


class Web(AppConfig):
    name = "caytre.web"
    label = "web"

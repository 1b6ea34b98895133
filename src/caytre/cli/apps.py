from django.apps import AppConfig


class Cli(AppConfig):
    name = "caytre.cli"
    label = "cli"

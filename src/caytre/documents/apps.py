from django.apps import AppConfig


class Documents(AppConfig):
    name = "caytre.documents"
    label = "documents"

"""Django's SQLite with a queue of writers before the lock of the database."""

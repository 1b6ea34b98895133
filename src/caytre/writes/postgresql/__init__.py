"""Django's PostgreSQL on which what a request writes is one transaction."""

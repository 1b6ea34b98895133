"""The one file of settings. Machines differ by environment variables, each read here."""

from __future__ import annotations

import logging
import os
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def _data_folder() -> Path:
    """Where everything of one installation lies: ``var`` of a checkout, else the user's data folder."""
    if (CHECKOUT / "pyproject.toml").is_file():
        return CHECKOUT / "var"
    shared = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(shared) / "caytre"


DATA = Path(env.str("CAYTRE_DATA", default=str(_data_folder()))).resolve()
SECRET_KEY_FILE = DATA / "secret-key"


def _secret_key() -> str:
    """The key of this installation; before ``caytre setup`` has made one, a key that dies with the process."""
    given: str = env.str("CAYTRE_SECRET_KEY", default="")
    if given:
        return given
    try:
        return SECRET_KEY_FILE.read_text("ascii").strip()
    except OSError:
        return secrets.token_urlsafe(48)


SECRET_KEY = _secret_key()
DEBUG = env.bool("CAYTRE_DEBUG", default=False)
HTTPS = env.bool("CAYTRE_HTTPS", default=False)
COOKIE = "__Host-" if HTTPS else ""  # such a cookie is set by this host over HTTPS, or refused by the browser
TRUSTED_PROXIES = env.list("CAYTRE_PROXIES", default=["127.0.0.1", "::1"] if HTTPS else [])
ALLOWED_HOSTS = env.list("CAYTRE_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CAYTRE_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "caytre.core",
    "caytre.writes",
    "caytre.units",
    "caytre.accounts",
    "caytre.documents",
    "caytre.work",
    "caytre.web",
    "caytre.cli",
]
# Who is not signed in is turned away before the body of the request (an upload) is read.
MIDDLEWARE = [
    "caytre.web.middleware.forwarded",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "caytre.web.middleware.language",
    "caytre.web.middleware.private",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "caytre.web.accounts.guard.Settled",
    "caytre.web.middleware.refusals",
    "caytre.web.middleware.readable",
]
ROOT_URLCONF = "caytre.urls"
WSGI_APPLICATION = "caytre.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["caytre.web.templatetags.sure"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "caytre.web.capacity.menu",
            ],
        },
    }
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA / 'caytre.sqlite3'}")}
# A connection that is opened for each request costs as much as all that a page asks of it.
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# Our own engines: a queue of writers before SQLite, and what a request writes as one transaction.
DATABASES["default"]["ENGINE"] = (
    DATABASES["default"]["ENGINE"]
    .replace("django.db.backends.sqlite3", "caytre.writes.sqlite")
    .replace("django.db.backends.postgresql", "caytre.writes.postgresql")
)
if DATABASES["default"]["ENGINE"] == "caytre.writes.sqlite":
    # Only IMMEDIATE keeps writers from failing at once; secure_delete wipes what is removed.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;PRAGMA mmap_size=268435456;"
            "PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;PRAGMA secure_delete=ON"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "core.User"
SHIPPED_UNITS = env.bool("CAYTRE_SHIPPED_UNITS", default=True)
THREADS = env.int("CAYTRE_THREADS", default=16)
_SIGNING_IN = max(2, THREADS - THREADS // 4)  # a quarter of the threads neither hashes nor waits for it
# Fewer hashes at a time than cores, so that one core is left for the other pages.
HASHES = min(env.int("CAYTRE_HASHES", default=max(1, (os.cpu_count() or 1) - 1)), _SIGNING_IN - 1)
HASHES_WAITING = _SIGNING_IN - HASHES
PASSWORD_HASHERS = [
    "caytre.accounts.actions.hashing.Argon2id",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # of the first release; hashed anew at the next login
]
_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "caytre.web.accounts.validators.Guessable"},
]
SECOND_STEP_REQUIRED = True  # of whom rules.second_step says; tests of other things do without
ACCOUNT_ADAPTER = "caytre.web.accounts.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # our own (caytre.accounts) can not lock an owner out
MFA_ADAPTER = "caytre.web.accounts.adapters.SecondSteps"
MFA_TOTP_ISSUER = "Cây Tre"
MFA_SUPPORTED_TYPES = ["totp"]  # recovery codes are our own: hashed
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "documents"
LOGOUT_REDIRECT_URL = "account_login"

# Links in mails and calendars lead here; without a gateway no mail goes out.
PUBLIC_URL = env.str("CAYTRE_URL", default="http://127.0.0.1:8000").rstrip("/")
MAIL_IS_ON = bool(env.str("CAYTRE_SMTP", default=""))
EMAIL_TIMEOUT = 10
if MAIL_IS_ON:
    vars().update(env.email_url("CAYTRE_SMTP"))
DEFAULT_FROM_EMAIL = env.str("CAYTRE_MAIL_FROM", default=f"caytre@{urlsplit(PUBLIC_URL).hostname}")

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = f"{COOKIE}caytre-language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
PAGES_ROOT = DATA / "pages"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_TEMP_DIR = DATA / "incoming"
# The folder is made when the first file comes in; the list of preloaded hosts is its owner's to enter.
SILENCED_SYSTEM_CHECKS = ["files.E001", "security.W021"]
FILE_UPLOAD_HANDLERS = ["caytre.web.incoming.PrivateSpool"]
UPLOAD_LIMIT = env.int("CAYTRE_UPLOAD_LIMIT_MB", default=64) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 200

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
AUTHENTICATION_BACKENDS = ["caytre.accounts.queries.signed_in.Backend"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # not in a cookie
CSRF_FAILURE_VIEW = "caytre.web.accounts.entry.form_too_old"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "caytre.accounts.actions.sessions"
# Whoever hands in figures stays signed in over the days before and after a deadline; who approves or administers
# signs in every morning.
SESSION_LIMITS = {
    "ordinary": {
        "idle": 3600 * env.int("CAYTRE_SESSION_IDLE_HOURS", default=7 * 24),
        "longest": 3600 * env.int("CAYTRE_SESSION_HOURS", default=30 * 24),
    },
    "strict": {
        "idle": 3600 * env.int("CAYTRE_STRICT_SESSION_IDLE_HOURS", default=12),
        "longest": 3600 * env.int("CAYTRE_STRICT_SESSION_HOURS", default=7 * 24),
    },
}
SESSION_COOKIE_AGE = max(limits["longest"] for limits in SESSION_LIMITS.values())
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, KNOWN_COOKIE_NAME = (
    f"{COOKIE}caytre",
    f"{COOKIE}caytre-form",
    f"{COOKIE}caytre-known",
)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Not who was asked to come back later: in a storm that would be thousands of lines."""
    return getattr(record, "status_code", 0) not in (429, 503)


def _hide_tokens(record: logging.LogRecord) -> bool:
    """The address of a calendar is a key: no line of the log has it whole."""
    line = record.getMessage()
    if "/feeds/" in line:
        record.msg, record.args = re.sub(r"/feeds/[\w-]+", "/feeds/…", line), ()
    return True


# Nothing of a document's words goes into a log: no local variables, no bodies of requests.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "asked_to_wait": {"()": "django.utils.log.CallbackFilter", "callback": _is_worth_a_line},
        "tokens": {"()": "django.utils.log.CallbackFilter", "callback": _hide_tokens},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["asked_to_wait", "tokens"],
        },
    },
    "root": {"handlers": ["stderr"], "level": env.str("CAYTRE_LOG", default="WARNING")},
}

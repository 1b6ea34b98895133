"""How often somebody may guess a password or a code before they must rest.

Who is known for an account has a budget of their own: by a browser that signed in to it before, or by an address from
which it was signed in to. All others share one for the account, and one for their address. So whoever guesses from
elsewhere can use up what strangers have, and never what the owner has.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from ipaddress import ip_address, ip_network

SPAN = timedelta(minutes=15)
FOR_ACCOUNT = 10
FOR_ADDRESS = 50  # an office behind one address has many people who mistype


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody tries to sign in to the account ``name``.

    ``browser`` is the mark of a browser that is known for it, else ""; ``secret`` what is guessed: "password", "code".
    """

    name: str
    address: str
    browser: str = ""
    is_address_known: bool = False
    secret: str = "password"

    @property
    def is_known(self) -> bool:
        return bool(self.browser) or self.is_address_known


@dataclass(frozen=True, slots=True)
class Budget:
    """At most ``most`` wrong guesses within ``SPAN`` are counted under ``key``."""

    key: str
    most: int


def budgets_of(attempt: Attempt) -> tuple[Budget, ...]:
    """The budgets that a wrong guess takes from; where one is used up, nothing is tried."""
    about = attempt.secret, folded(attempt.name)
    if attempt.browser:
        return (Budget(_key("browser", *about, attempt.browser), FOR_ACCOUNT),)
    address = network(attempt.address)
    if attempt.is_address_known:
        return (Budget(_key("known address", *about, address), FOR_ACCOUNT),)
    return (Budget(_key("strangers", *about), FOR_ACCOUNT), Budget(_key("address", address), FOR_ADDRESS))


def folded(name: str) -> str:
    """A user name as budgets know it: the same for every way to type it."""
    return unicodedata.normalize("NFKC", name).casefold().strip()[:150]


def network(address: str) -> str:
    """The address; of IPv6 the /64 network, since one customer has all of it."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network(f"{found}/64", strict=False).network_address)


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()

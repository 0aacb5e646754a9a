"""The proxies that the environment names: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, and NO_PROXY for what goes without.

Behind a proxy it is the proxy that resolves names, so a connection cannot be pinned to a checked address. What can be
checked is: addresses written as numbers, names that only an inner network knows by their form, and what a name means
here, where it means anything. The proxy itself is the user's own word and may stand in a private network.
"""

from __future__ import annotations

import ipaddress
import urllib.request
from urllib.parse import unquote, urlsplit

import httpcore

from vnnews.errors import UsageError
from vnnews.read.address import addresses_of, check_addresses, private

_INNER = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".localdomain", ".home.arpa")
"""Ends of names that no public name server answers (RFC 6761, 6762, 8375, ICANN's list of collisions)."""


class Proxies:
    """The proxies of the environment as it is when this is made."""

    def __init__(self) -> None:
        self._named = {name: url for name, url in urllib.request.getproxies_environment().items() if url}

    def of(self, scheme: str, host: str) -> str | None:
        """The proxy for a host, None where it is to be reached without."""
        url = self._named.get(scheme) or self._named.get("all")
        if url is None or urllib.request.proxy_bypass(host):
            return None
        return url if "://" in url else f"http://{url}"


def proxy_of(url: str) -> httpcore.Proxy:
    """The proxy at an address, with its name and password where they stand in it.

    Raises UsageError for what is no HTTP proxy; the message never shows the password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.scheme not in ("http", "https"):
        raise UsageError("the proxy that the environment names is no HTTP proxy", "see HTTP_PROXY and HTTPS_PROXY")
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    default = 443 if parts.scheme == "https" else 80
    return httpcore.Proxy(httpcore.URL(scheme=parts.scheme, host=host, port=port or default, target="/"), auth=login)


def check_behind(host: str, port: int, *, allow_private: bool) -> None:
    """Raise InputError for a host inside a private network, as far as that can be known from outside the proxy."""
    plain = host.strip("[]").rstrip(".").lower()
    try:
        known = [str(ipaddress.ip_address(plain))]
    except ValueError:
        if not allow_private and ("." not in plain or plain.endswith(_INNER)):
            raise private(host) from None
        known = addresses_of(plain, port)
    check_addresses(host, known, allow_private=allow_private)

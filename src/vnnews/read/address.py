"""Which addresses may be fetched, and for how long: public hosts over http or https, checked once the name is resolved.

A page or feed can name any address, also one inside the house (a router, a database, a cloud's metadata service).
So every connection, also after a redirect, is made to an address that was checked, and to exactly that address.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any
from urllib.parse import urldefrag, urlsplit, urlunsplit

import httpcore

from vnnews.errors import InputError, UsageError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_url(url: str) -> str:
    """The URL without its fragment; "example.vn/a" gets https. Raises UsageError for what is no web address."""
    url = url.strip()
    if "://" not in url and not url.startswith(("mailto:", "javascript:", "data:", "file:")):
        url = f"https://{url}"
    try:
        parts = urlsplit(urldefrag(url).url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"{url}: not an address ({error})", "give an address that begins with https://") from error
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(f"{url}: not a web address", "give an address that begins with http:// or https://")
    if parts.username or parts.password:
        raise UsageError("an address with a password in it is not fetched", "leave out what stands before the @")
    return urlunsplit(parts)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet: not private, loopback, link-local, shared or reserved.

    Addresses that carry an IPv4 address inside them (mapped, 6to4, Teredo, NAT64) count as that address does.
    """
    try:
        parsed: _Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    inner = _carried(parsed)
    if inner:
        return all(is_public(str(a)) for a in inner)
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def is_never_fetched(address: str) -> bool:
    """Whether an IP address is refused even where private ones are allowed: link-local ones, and those under which
    cloud machines are told their secrets.
    """
    try:
        parsed: _Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return True
    return any(a.is_link_local or str(a) in _SERVICES for a in (parsed, *_carried(parsed)))


_SERVICES = frozenset(("fd00:ec2::254", "100.100.100.200"))
"""Metadata services that do not stand at a link-local address."""


def _carried(address: _Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses inside an IPv6 address, if any."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [a for a in (address.ipv4_mapped, address.sixtofour) if a is not None]
    if address.teredo is not None:
        found += address.teredo
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found


def addresses_of(host: str, port: int) -> list[str]:
    """The IP addresses of a host; none when the name is not known here."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The IP addresses of a host, all of them fit to connect to.

    Raises InputError when the name does not exist, or when one of its addresses is not public.
    """
    addresses = addresses_of(host, port)
    if not addresses:
        raise InputError(f"no host is called {host}", "check the address, and that the network is up")
    check_addresses(host, addresses, allow_private=allow_private)
    return addresses


def check_addresses(host: str, addresses: Iterable[str], *, allow_private: bool) -> None:
    """Raise InputError when one of a host's IP addresses is not fit to connect to."""
    for address in addresses:
        if not allow_private and not is_public(address):
            raise private(host)
        if is_never_fetched(address):
            raise InputError(f"{host} is a machine's own service address, where no page stands", "check the address")


def private(host: str) -> InputError:
    """The error for a host that is not on the open internet."""
    return InputError(
        f"{host} is an address inside a private network", "if it is your own, fetch it with --allow-private"
    )


_DEADLINE: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextlib.contextmanager
def within(deadline: float) -> Iterator[None]:
    """Let every wait for the network inside the block end at a time.monotonic() value at the latest.

    Time-outs alone bound each pause; a server that sends a byte a second could hold us for ever.
    """
    token = _DEADLINE.set(deadline)
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def _left(timeout: float | None) -> float | None:
    """The seconds that a wait may take: its own time-out, cut to the deadline."""
    deadline = _DEADLINE.get()
    if deadline is None:
        return timeout
    left = max(deadline - time.monotonic(), 0.001)
    return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the deadline."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects only to addresses that `resolve` lets through, and to exactly those."""

    def __init__(self, *, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection to the first address of the host that answers."""
        failure: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in resolve(host, port, allow_private=self._allow_private):
            try:
                return _TimedStream(
                    self._inner.connect_tcp(address, port, _left(timeout), local_address, socket_options)
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refused: no web page is reached through a socket file."""
        raise httpcore.ConnectError("socket files are not fetched from")

    def sleep(self, seconds: float) -> None:
        """Wait between two tries."""
        self._inner.sleep(seconds)

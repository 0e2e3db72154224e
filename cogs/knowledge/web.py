"""Looking whether a public address answers, and never at anything else.

An address in an article may be anybody's: it is resolved here, every answer is checked, and the
line goes to the address that was checked. Source: domain rules on trust, threats, "SSRF".
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import urljoin, urlsplit

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver, ResolveResult

from cogs._ui import TROUBLE

REDIRECTS: Final = 3
TIMEOUT_S: Final = 20
PORT: Final = 443
AGENT: Final = "Bewonersbot (looks once a month whether the source of an article is still there)"
REDIRECT: Final = (301, 302, 303, 307, 308)
HEAD_REFUSED: Final = (400, 403, 405, 500, 501, 503)
"""Statuses that some servers give to HEAD alone."""
NOT_OURS: Final = tuple(
    map(ip_network, ("192.0.0.0/24", "64:ff9b::/96", "2002::/16", "2001::/32", "64:ff9b:1::/48"))
)
"""Ranges that lead elsewhere although `is_global` may say that they are public."""
_log = structlog.get_logger("source-links")
Resolve = Callable[[str], Awaitable[list[str]]]


def is_public(address: str) -> bool:
    """Whether a line to this IP address leaves for the public internet."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    return not any(ip.version == net.version and ip in net for net in NOT_OURS)


async def resolve(host: str) -> list[str]:
    """The IP addresses of a host, by the machine's own resolver. Raises: OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PublicWeb:
    """A door to the public internet, over https alone."""

    def __init__(
        self,
        resolve: Resolve = resolve,
        *,
        scheme: str = "https",
        port: int = PORT,
        is_allowed: Callable[[str], bool] = is_public,
    ) -> None:
        """Prepare; the defaults are the rule, other values are for a server on the own machine.

        Args:
            resolve: the IP addresses of a host.
            scheme: the only scheme that is spoken.
            port: the only port that is called.
            is_allowed: whether a line to an IP address may be opened.
        """
        self._resolve = resolve
        self._scheme = scheme
        self._port = port
        self._is_allowed = is_allowed

    async def status_of(self, url: str) -> int | None:
        """The status of an address after at most three redirects; None when nobody answers.

        None too for what may not be asked: another scheme or port, an address inside.
        """
        connector = aiohttp.TCPConnector(resolver=_Checked(self._resolve, self._is_allowed))
        timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
        headers = {"User-Agent": AGENT}
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, headers=headers, trust_env=False
        ) as session:
            try:
                return await self._follow(session, url)
            except (*TROUBLE, TimeoutError, ValueError) as error:
                _log.info("source-not-reached", error=type(error).__name__)
                return None

    async def _follow(self, session: aiohttp.ClientSession, url: str) -> int | None:
        for _ in range(REDIRECTS + 1):
            if not self._may_ask(url):
                return None
            status, onward = await self._ask(session, "HEAD", url)
            if status in HEAD_REFUSED:
                status, onward = await self._ask(session, "GET", url)
            if status not in REDIRECT or not onward:
                return status
            url = urljoin(url, onward)
        return None

    async def _ask(self, session: aiohttp.ClientSession, how: str, url: str) -> tuple[int, str]:
        """The status and where it points; nothing of the page is read."""
        async with session.request(how, url, allow_redirects=False) as response:
            return response.status, response.headers.get("Location", "")

    def _may_ask(self, url: str) -> bool:
        """Only a host by its name: a number would pass by our resolver."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
        is_number = host.replace(".", "").isdigit() or ":" in host or host.startswith("0x")
        return (
            parts.scheme == self._scheme
            and port == self._port
            and "." in host
            and not is_number
            and not parts.username
        )


class _Checked(AbstractResolver):
    """Gives a host's addresses only when every one of them is public."""

    def __init__(self, resolve: Resolve, is_allowed: Callable[[str], bool]) -> None:
        self._find = resolve
        self._is_allowed = is_allowed

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the library passes it
    ) -> list[ResolveResult]:
        """The checked addresses, to connect to. Raises: OSError."""
        found = await self._find(host)
        if not found or not all(map(self._is_allowed, found)):
            msg = "not a public address"
            raise OSError(msg)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
        ]

    async def close(self) -> None:
        """Nothing to close."""

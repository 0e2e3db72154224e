"""Where a link really goes, in characters that nobody can mistake."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from bot.untrusted.characters import is_mark, plain

_LONGEST_HOST = 60
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,30}://")
_END_OF_AUTHORITY = re.compile(r"[/\\?#\s]")
_PORT = re.compile(r":\d{0,5}$")
_TWINS = str.maketrans("i0135асеорхуіјԛѕԁһӏαονικıɡ", "lolesaceopxyljqsdhlaovlklg")
_TWIN_PAIRS = (("rn", "m"), ("vv", "w"))


@dataclass(frozen=True, slots=True)
class ShownLink:
    """What may be shown of a link.

    `host` is safe to show. `url` is there only for an https link to an allowed host: only that may
    be clickable. `resembles` names the allowed host that another host could be mistaken for.
    """

    host: str
    url: str | None
    resembles: str | None


def shown_link(url: str, allowed_hosts: Iterable[str]) -> ShownLink:
    """What may be shown of this address; subdomains of an allowed host are allowed too."""
    address = plain(url)
    host = _host(address)
    allowed = tuple(sorted(_ascii_host(known) for known in allowed_hosts))
    if any(_is_within(host, known) for known in allowed):
        is_safe = address.lower().startswith("https://") and _is_simple(address)
        return ShownLink(_short(host), address if is_safe else None, None)
    twin = next((known for known in allowed if _is_alike(host, known)), None)
    return ShownLink(_short(host), None, twin)


def shown_host(url: str) -> str:
    """The host that this address really goes to, in ASCII (`xn--` where needed), never empty.

    Of a very long host the end is shown, because the end decides who owns it.
    """
    return _short(_host(plain(url)))


def has_mixed_scripts(host: str) -> bool:
    """Whether letters of more than one script stand in this host."""
    scripts = {unicodedata.name(letter, "?").split(" ")[0] for letter in host if letter.isalpha()}
    return len(scripts) > 1


def _host(address: str) -> str:
    found = _SCHEME.match(address)
    rest = unicodedata.normalize("NFKC", unquote(address[found.end() if found else 0 :]))
    authority = _END_OF_AUTHORITY.split(rest, maxsplit=1)[0]
    return _ascii_host(_PORT.sub("", authority.rpartition("@")[2]))


def _ascii_host(host: str) -> str:
    folded = plain(unicodedata.normalize("NFKC", host).casefold()).replace("\u3002", ".")
    return ".".join(_ascii_label(label) for label in folded.strip(".").split("."))


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode").decode("ascii")


def _short(host: str) -> str:
    if len(host) > _LONGEST_HOST:
        return "…" + host[-_LONGEST_HOST:]
    return host or "…"


def _is_within(host: str, known: str) -> bool:
    return bool(known) and (host == known or host.endswith("." + known))


def _is_simple(address: str) -> bool:
    """No user name, odd port, backslash, percent sign or look-alike in the part before the path."""
    authority = re.split(r"[/?#]", address[len("https://") :], maxsplit=1)[0]
    return re.fullmatch(r"[A-Za-z0-9.\-]+(?::443)?", authority) is not None


def _is_alike(host: str, known: str) -> bool:
    """One letter away, the same after look-alikes, or the known name put in front of another."""
    if f".{known}." in f".{host}.":
        return True
    ends = _ends(_read(host), known.count(".") + 1)
    twin = _without_twins(known)
    return any(_is_one_away(end, known) or _without_twins(end) == twin for end in ends)


def _without_twins(host: str) -> str:
    """The host with every sign that looks like another written as that other."""
    base = "".join(sign for sign in unicodedata.normalize("NFD", host) if not is_mark(sign))
    base = base.translate(_TWINS)
    for pair, letter in _TWIN_PAIRS:
        base = base.replace(pair, letter)
    return base


def _ends(host: str, labels: int) -> tuple[str, ...]:
    return (host, ".".join(host.split(".")[-labels:]))


def _read(host: str) -> str:
    """The host as a person sees it in a browser that shows its own letters."""
    labels: list[str] = []
    for label in host.split("."):
        try:
            labels.append(
                label[4:].encode("ascii").decode("punycode") if label[:4] == "xn--" else label
            )
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def _is_one_away(first: str, second: str) -> bool:
    """At most one letter added, dropped, changed, or swapped with its neighbour."""
    if abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def is_link(url: str) -> bool:
    """Whether an address may stand as a link: https, a plain host, and nothing that hides it."""
    scheme, found, rest = url.partition("https://")
    host = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    labels = host.split(".")
    is_plain = host.isascii() and all(
        label and label.replace("-", "").isalnum() for label in labels
    )
    has_odd_sign = any(sign.isspace() or sign in "<>()[]\\\"'`" for sign in url)
    return not scheme and bool(found) and len(labels) > 1 and is_plain and not has_odd_sign

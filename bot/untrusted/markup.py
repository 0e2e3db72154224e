"""Text of others made safe to show in a chat that reads markdown and platform tags."""

import re

from bot.untrusted.characters import PICTURES, is_mark, plain
from bot.untrusted.links import has_mixed_scripts, shown_host

_MOST_READ = 50_000
"""Characters of a text that are looked at at all; no chat message comes near it."""

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Around a shown host while we work; `plain` drops both from what people write."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,30}://(\S*)")
_BARE_LINK = re.compile(
    r"(?<![\w.@\-])(?=[\w\-]{1,63}\.)(?:[\w\-]{1,63}\.){1,8}[^\W\d_]{2,63}(?![\w@])(/\S*)?"
)
_TAIL = re.compile(r"[.,;:!?)\]}\"'»”’>]{1,9}$")
_TAG = re.compile(r"<(?![\s\d=])")
_MASS = re.compile(r"@(?=everyone|here|room)", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w.+\-])@")
_INLINE = re.compile(r"[\\*_~|`\[\]]")
_LINE_MARK = re.compile(rf"^([ {_OPEN}]*)([#>+\-]|\d{{1,9}}(?=[.)]))", re.MULTILINE)
_PICTURE = rf"[{PICTURES}]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_UNIT = re.compile(
    rf"{_OPEN}[^{_CLOSE}]*{_CLOSE}|[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f\u20e3"
    rf"|{_PICTURE}(?:\u200d{_PICTURE}){{0,9}}|\\?.",
    re.DOTALL,
)


def clean(text: str, *, max_length: int, one_line: bool = False) -> str:
    """This text as a chat may show it: only words, at most `max_length` characters in all.

    No mention, tag, heading, list, quote, code or masked link comes through; a link is shown as its
    host. What is cut off becomes "…", never half an emoji, letter or host. Written for Discord,
    where a backslash before a sign is not shown; applying it twice changes nothing.
    """
    words = plain(text[:_MOST_READ])
    if one_line:
        words = " ".join(words.split())
    if "\\" in words:
        words = plain(_ESCAPED.sub(r"\1", words))
    words = _BARE_LINK.sub(_bare_host, _LINK.sub(_host, words))
    words = _MENTION.sub("＠", _TAG.sub("‹", words))
    words = _LINE_MARK.sub(_marked, _INLINE.sub(r"\\\g<0>", words))
    words = _cut(words, max_length)
    return _MASS.sub("＠", words.replace(_OPEN, "").replace(_CLOSE, ""))


def _host(found: re.Match[str]) -> str:
    address, tail = _without_tail(found.group())
    if address.endswith("://"):
        return address.replace("://", ":") + tail
    return _OPEN + shown_host(address) + _CLOSE + tail


def _bare_host(found: re.Match[str]) -> str:
    """A name without a scheme: its path goes, and it is spelled out when it mixes scripts."""
    address, tail = _without_tail(found.group())
    host = address.split("/", maxsplit=1)[0]
    if not host.isascii() and has_mixed_scripts(host):
        host = _OPEN + shown_host(host) + _CLOSE
    return host + tail


def _without_tail(address: str) -> tuple[str, str]:
    """An address and the signs after it that belong to the sentence."""
    found = _TAIL.search(address, max(0, len(address) - 9))
    if found is None or address[: found.end()].endswith("://"):
        return address, ""
    return address[: found.start()], found.group()


def _marked(found: re.Match[str]) -> str:
    before, mark = found.groups()
    return f"{before}{mark}\\" if mark[0].isdigit() else f"{before}\\{mark}"


def _cut(words: str, max_length: int) -> str:
    length = len(words) - words.count(_OPEN) - words.count(_CLOSE)
    if length <= max_length:
        return words
    kept: list[str] = []
    left = max_length - 1
    for unit in _units(words):
        left -= len(unit) - (2 if unit.startswith(_OPEN) else 0)
        if left < 0:
            break
        kept.append(unit)
    shown = "".join(kept).rstrip()
    if shown.endswith("<"):
        shown = shown[:-1] + "‹"
    return shown + "…" if max_length > 0 else ""


def _units(words: str) -> list[str]:
    """The smallest parts that may not be broken, in order."""
    units: list[str] = []
    for found in _UNIT.finditer(words):
        unit = found.group()
        if units and not unit.isascii() and is_mark(unit[0]):
            units[-1] += unit
        else:
            units.append(unit)
    return units

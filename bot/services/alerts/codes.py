"""The short code on an official message: easy to read aloud and to type over."""

import secrets
from typing import Final

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's alphabet: no I, L, O or U."""
LENGTH: Final = 8
_TWINS: Final = str.maketrans("OIL", "011")


def new_code() -> str:
    """A code that nobody can guess (40 bits), without its dash."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str:
    """A code as it is kept, from what somebody typed: O is 0, I and L are 1, dashes go."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return kept.translate(_TWINS)[: LENGTH + 1]


def shown_code(code: str) -> str:
    """The code in two halves."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"

"""Profiles that may be the same group: shown to staff side by side, merged with one press."""

from bot.services.matching.duplicates.duplicates import Duplicates, Pair, PairNotFound

__all__ = ["Duplicates", "Pair", "PairNotFound"]

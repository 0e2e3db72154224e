"""Who has coffee with whom: the best pairs of one round, with one trio when the number is odd.

Pure and without language. `seat` decides, `Certificate` says in figures how good the round is.
"""

from bot.search.pairing.certificate import Certificate
from bot.search.pairing.guests import Group, Guest, Pasts
from bot.search.pairing.seating import Seating, seat

__all__ = ["Certificate", "Group", "Guest", "Pasts", "Seating", "seat"]

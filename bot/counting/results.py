"""What a count says."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Amount = int | Fraction


@dataclass(frozen=True, slots=True)
class Total:
    """How much one option has: votes, points, or won comparisons, as the method counts."""

    option: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Round:
    """One step of a count.

    `out` leave after it; `split` are the options of which one must go while no rule says which
    (every way was counted on); `exhausted` are ballots that name no option that is still in.
    """

    totals: tuple[Total, ...]
    out: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    exhausted: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Duel:
    """Two options compared: ballots that put the first above the second, and below it.

    `strength` is the strongest path (schulze); `is_locked` says if it counts (ranked pairs).
    """

    first: str
    second: str
    ahead: int
    behind: int
    strength: int = 0
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a poll. `winners` share the first place; there are none without votes."""

    method: str
    winners: tuple[str, ...]
    valid: int
    blank: int
    invalid: int
    totals: tuple[Total, ...]
    rounds: tuple[Round | Duel, ...] = ()

    @property
    def is_tied(self) -> bool:
        """Whether the written rule leaves more than one winner."""
        return len(self.winners) > 1

    @property
    def turnout(self) -> int:
        """Ballots that count for a quorum: valid and blank ones."""
        return self.valid + self.blank

    def share(self, option: str) -> Fraction:
        """The option's total as a part of the valid ballots; 0 without valid ballots."""
        amount = next((total.amount for total in self.totals if total.option == option), 0)
        return Fraction(amount) / self.valid if self.valid else Fraction(0)


def totals_of(amounts: Mapping[str, Amount]) -> tuple[Total, ...]:
    """The amounts from high to low, equal ones by name."""
    ordered = sorted(amounts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Total(option, amount) for option, amount in ordered)


def leaders(amounts: Mapping[str, Amount]) -> tuple[str, ...]:
    """Every option with the highest amount, by name."""
    highest = max(amounts.values(), default=0)
    return tuple(sorted(option for option, amount in amounts.items() if amount == highest))

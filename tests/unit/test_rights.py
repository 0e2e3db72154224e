"""The permission matrix, cell by cell, against a copy of the rule as it was agreed."""

import itertools

import pytest

from bot.rights import MATRIX, Action, Role, may

AGREED = """
ask                      yes   yes   yes     yes
follow-up-answer         own   own   own     own
publish-question         own   own   own     own
handle-question          -     -     yes     yes
write-article            -     -     yes     yes
see-question             -     -     yes     yes
see-crisis-question      -     -     oncall  oncall
vote                     own   own   own     own
start-quick-poll         -     yes   yes     yes
start-community-poll     -     -     yes     yes
stop-poll                -     own   yes     yes
set-sensitive            -     yes   yes     yes
unset-sensitive          -     -     -       yes
see-named-ballots        told  told  told    told
see-anonymous-ballots    -     -     -       -
edit-ballot              -     -     -       -
read-result-early        -     -     -       -
edit-collective          -     own   yes     yes
introduce                -     own   -       -
run-rounds               -     -     yes     yes
see-introduction-status  -     own   yes     yes
write-alert              -     -     yes     yes
approve-alert            -     -     notown  notown
broadcast-urgent         -     -     notown  notown
retract-alert            -     -     yes     yes
read-public              yes   yes   yes     yes
give-evidence            -     own   yes     yes
see-signals              -     -     yes     yes
see-sources              -     -     yes     yes
change-sources           -     -     -       yes
settings                 -     -     -       yes
import                   -     -     -       yes
export-all               -     -     -       yes
back-up                  -     -     -       yes
restore                  -     -     -       -
own-data                 own   own   own     own
erase-other              -     -     -       yes
see-audit-log            -     -     own     yes
block-person             -     -     yes     yes
stop-sending             -     -     yes     yes
resume-sending           -     -     -       yes
"""
ROWS = {line.split()[0]: line.split()[1:] for line in AGREED.split("\n") if line}
FACTS = [
    dict(zip(("own", "on_call", "announced"), facts, strict=True))
    for facts in itertools.product((False, True), repeat=3)
]


def expected(word: str, facts: dict[str, bool]) -> bool:
    return {
        "yes": True,
        "-": False,
        "own": facts["own"],
        "notown": not facts["own"],
        "oncall": facts["on_call"],
        "told": facts["announced"],
    }[word]


@pytest.mark.parametrize(
    ("action", "role", "word"),
    [(a, r, w) for a, words in ROWS.items() for r, w in zip(Role, words, strict=True)],
)
def test_a_role_may_do_what_was_agreed(action: str, role: Role, word: str):
    answers = [may({role}, Action(action), **facts) for facts in FACTS]
    assert answers == [expected(word, facts) for facts in FACTS]


def test_every_action_has_a_row():
    assert set(MATRIX) == set(Action)


def test_every_action_was_agreed():
    assert {action.value for action in Action} == set(ROWS)


@pytest.mark.parametrize("action", Action)
def test_nobody_without_a_role_may_do_anything(action: Action):
    assert not may((), action, own=True, on_call=True, announced=True)


def test_two_roles_may_what_either_may():
    both = {Role.CONTACT, Role.STAFF}
    assert may(both, Action.INTRODUCE, own=True)
    assert may(both, Action.WRITE_ARTICLE)


def test_an_admin_does_not_count_as_a_contact():
    assert not may({Role.ADMIN}, Action.INTRODUCE, own=True)

"""Matching: profiles of collectives, finding who fits, and getting to know each other."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.content import Content
from bot.services.matching.circles import CircleNotFound, CircleProposals, Circles, CircleView
from bot.services.matching.coffee import (
    Coffee,
    CoffeeCard,
    CoffeeFigures,
    CoffeeNotFound,
    Preview,
    RoundView,
)
from bot.services.matching.directory import Directory, DirectoryMap, DirectoryPage, Listed
from bot.services.matching.duplicates import Duplicates
from bot.services.matching.finder import Finder
from bot.services.matching.imports import Imports
from bot.services.matching.introductions import (
    Blocked,
    Concern,
    IntroductionKeeper,
    Introductions,
    Safety,
)
from bot.services.matching.isolated import Isolated
from bot.services.matching.knowing import Knowing
from bot.services.matching.meeting import (
    Acquaintance,
    Figures,
    Guest,
    MeetingFigures,
    MeetingKeeper,
    MeetingNotFound,
    Meetings,
    MeetingView,
)
from bot.services.matching.profiles import (
    LONGEST_ALT,
    MOST_LINKS,
    MOST_THEMES,
    Contacts,
    Freshness,
    Pictures,
    Profiles,
)
from bot.services.matching.reading import Reading
from bot.services.matching.successes import (
    Stories,
    Success,
    SuccessDraft,
    Successes,
    SuccessNoGroup,
    SuccessNotFound,
)
from bot.services.matching.views import (
    CollectiveCard,
    ContactShared,
    Findings,
    FoundCollective,
    IntroductionNotFound,
    IntroductionView,
    Picture,
    ProfileDraft,
    Proposal,
    Requested,
    Wish,
)
from bot.services.matching.watching import News, Watch, Watches
from data.store import Store

__all__ = [
    "LONGEST_ALT",
    "MOST_LINKS",
    "MOST_THEMES",
    "Acquaintance",
    "Blocked",
    "CircleNotFound",
    "CircleView",
    "Coffee",
    "CoffeeCard",
    "CoffeeFigures",
    "CoffeeNotFound",
    "CollectiveCard",
    "Concern",
    "ContactShared",
    "Directory",
    "DirectoryMap",
    "DirectoryPage",
    "Findings",
    "FoundCollective",
    "Guest",
    "IntroductionNotFound",
    "IntroductionView",
    "Listed",
    "Matching",
    "MeetingFigures",
    "MeetingNotFound",
    "MeetingView",
    "News",
    "Picture",
    "Preview",
    "ProfileDraft",
    "Proposal",
    "Requested",
    "RoundView",
    "Success",
    "SuccessDraft",
    "SuccessNoGroup",
    "SuccessNotFound",
    "Watch",
    "Watches",
    "Wish",
]


@dataclass(frozen=True, slots=True)
class Matching:
    """The services of this module, over one database."""

    content: Content
    profiles: Profiles
    contacts: Contacts
    pictures: Pictures
    freshness: Freshness
    finder: Finder
    introductions: Introductions
    introduction_keeper: IntroductionKeeper
    safety: Safety
    meetings: Meetings
    keeper: MeetingKeeper
    figures: Figures
    directory: Directory
    successes: Successes
    stories: Stories
    knowing: Knowing
    circles: Circles
    proposals: CircleProposals
    watches: Watches
    duplicates: Duplicates
    imports: Imports
    isolated: Isolated
    coffee: Coffee

    @classmethod
    def over(cls, store: Store, clock: Clock, content: Content) -> "Matching":
        """Build them."""
        reading = Reading(store, content)
        stories = Stories(store, reading)
        meetings = Meetings(store, clock, content, reading)
        themes = frozenset(theme.id for theme in content.themes)
        return cls(
            content=content,
            profiles=Profiles(store, clock, content, reading),
            contacts=Contacts(store, clock, reading),
            pictures=Pictures(store, clock),
            freshness=Freshness(store, clock, reading),
            finder=Finder(store, clock, reading, stories),
            introductions=Introductions(store, clock, meetings),
            introduction_keeper=IntroductionKeeper(store, clock),
            safety=Safety(store, clock),
            meetings=meetings,
            keeper=MeetingKeeper(store, clock),
            figures=Figures(store, clock),
            directory=Directory(store, reading),
            successes=Successes(store, clock, reading),
            stories=stories,
            knowing=Knowing(store, reading, stories),
            circles=Circles(store, clock),
            proposals=CircleProposals(store, clock, themes),
            duplicates=Duplicates(store, clock, reading),
            isolated=Isolated(store, clock, reading),
            imports=Imports(store, clock, content, reading),
            watches=Watches(store, clock, reading, themes),
            coffee=Coffee.over(store, clock, reading, meetings, themes),
        )

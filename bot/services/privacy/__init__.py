"""Own data: seeing it, taking it along, being forgotten, and what goes by itself."""

from bot.services.privacy.journal import Journal
from bot.services.privacy.privacy import Privacy
from bot.services.privacy.retention import Retention
from bot.services.privacy.views import Dossier, Entry, Erased, NothingKept, Section

__all__ = [
    "Dossier",
    "Entry",
    "Erased",
    "Journal",
    "NothingKept",
    "Privacy",
    "Retention",
    "Section",
]

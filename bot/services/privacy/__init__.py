"""Own data: seeing it, taking it along, being forgotten, and what goes by itself."""

from bot.services.privacy.copies import COPY_KEPT, EXPORT_KEPT, Copies
from bot.services.privacy.journal import Journal
from bot.services.privacy.papers import as_json, page
from bot.services.privacy.privacy import Privacy
from bot.services.privacy.restrictions import Restriction, RestrictionOver, RestrictionView
from bot.services.privacy.retention import Retention
from bot.services.privacy.views import Dossier, Entry, Erased, NothingKept, Section

__all__ = [
    "COPY_KEPT",
    "EXPORT_KEPT",
    "Copies",
    "Dossier",
    "Entry",
    "Erased",
    "Journal",
    "NothingKept",
    "Privacy",
    "Restriction",
    "RestrictionOver",
    "RestrictionView",
    "Retention",
    "Section",
    "as_json",
    "page",
]

"""Everything about one person as two files: a page to read, and one for a computer."""

import base64
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.services.privacy.views import HIDDEN, Dossier, Entry
from bot.texts import Texts


def page(texts: Texts, dossier: Dossier, language: str) -> str:
    """Everything as a person reads it."""
    lines = [texts.text("privacy-page-title", language, at=dossier.made_at)]
    for section in dossier.sections:
        table = section.table
        lines += ["", texts.text(f"privacy-table-{table}", language).upper()]
        how = texts.text(f"privacy-keep-{table}", language)
        lines.append(texts.text("privacy-page-kept", language, how=how))
        who = texts.text(f"privacy-seen-{table}", language)
        lines.append(texts.text("privacy-page-seen", language, who=who))
        for entry in section.entries:
            lines += _entry_lines(texts, entry, language)
    return "\n".join(lines) + "\n"


def _entry_lines(texts: Texts, entry: Entry, language: str) -> list[str]:
    labels = frozenset(texts.keys("nl"))
    lines: list[str] = []
    for name, value in entry.values.items():
        key = f"privacy-field-{name}"
        if key not in labels or value is None or value == "":
            continue
        told = _said(texts, value, language)
        label = texts.text(key, language)
        lines.append("- " + texts.text("privacy-page-line", language, label=label, value=told))
    if entry.until is not None:
        lines.append("  " + texts.text("privacy-page-until", language, at=entry.until))
    return lines


def _said(texts: Texts, value: object, language: str) -> object:
    if value == HIDDEN:
        return texts.text("privacy-page-of-other", language)
    return value if isinstance(value, datetime | date | int) else str(value)


def as_json(texts: Texts, dossier: Dossier, language: str) -> str:
    """Everything for a computer: each row with its term and who sees it."""
    hidden = texts.text("privacy-page-of-other", language)

    def plain(value: object) -> object:
        if value == HIDDEN:
            return hidden
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, bytes):
            return base64.b64encode(value).decode("ascii")
        if isinstance(value, Mapping):
            inner: Mapping[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]
            return {str(key): plain(one) for key, one in inner.items()}
        return value

    told = {
        "made_at": dossier.made_at.isoformat(),
        "tables": [
            {
                "table": section.table,
                "kept": texts.text(f"privacy-keep-{section.table}", language),
                "seen_by": texts.text(f"privacy-seen-{section.table}", language),
                "rows": [
                    {"until": plain(entry.until), "values": plain(entry.values)}
                    for entry in section.entries
                ],
            }
            for section in dossier.sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

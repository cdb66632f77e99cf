"""What the tests of extraction share: a live blog of one or more posts, read from plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from minutier.document import Document, Entry, Liveblog, Row
from minutier.extract import Extraction, extract
from minutier.extract.context import Context
from minutier.extract.people import People
from minutier.languages import language


def read(
    *posts: str,
    lang: str = "fr",
    at: Sequence[str] = (),
    round: int = 1,
    election_type: str = "legislative",
    day: str = "2017-06-18",
    timezone: str = "",
    lead: str = "",
    contest_id: str = "contest",
    country: str = "",
) -> Extraction:
    """Extract posts, one a minute from 21:00 unless ``at`` says otherwise; ``lead`` is the untimed introduction."""
    zone = timezone or {"fr": "Europe/Paris", "en": "Europe/London"}[lang]
    text = "\n\n".join([lead, *posts] if lead else posts)
    entries, position = [], 0
    for index, post in enumerate([lead, *posts] if lead else posts):
        start = text.index(post, position)
        position = start + len(post)
        number = index - bool(lead)
        clock = at[number] if number < len(at) else f"21:{number:02}"
        when = None if lead and index == 0 else datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone))
        section = "lead" if when is None else "update"
        entries.append(Entry(f"e{index}", index + 1, section, start, position, clock, when))
    liveblog = Liveblog(
        liveblog_id="night",
        language=lang,
        timezone=zone,
        date=datetime.fromisoformat(day).date(),
        contest_id=contest_id,
        round=round,
        election_type=election_type,
        country=country,
    )
    return extract(Document(text), entries, liveblog, language(lang))


def context(
    *posts: str, lang: str = "fr", country: str = "", day: str = "2017-06-18", election_type: str = ""
) -> Context:
    """What the rules of one table may look at: posts without labels, one after the other in time."""
    text = "\n\n".join(posts)
    entries, position = [], 0
    for number, post in enumerate(posts, 1):
        start = text.index(post, position)
        position = start + len(post)
        entries.append(Entry(f"e{number}", number, "update", start, position))
    date = datetime.fromisoformat(day).date()
    liveblog = Liveblog("night", lang, "Europe/Paris", date, "contest", 1, country=country, election_type=election_type)
    return Context(Document(text), entries, liveblog, language(lang), People(text, language(lang)))


def rows(table: str, *posts: str, **options: object) -> list[Row]:
    """The rows of one table that the posts give."""
    return read(*posts, **options).rows[table]  # type: ignore[arg-type]


def sides(found: Sequence[Row]) -> str:
    """``endorser > endorsee`` of each row of endorsements; ``-`` for nobody."""
    return "; ".join(
        f"{row['endorser']} > {row['endorsee'] or '-'}" + (" (against)" if row["stance"] == "oppose" else "")
        for row in found
    )


def told(found: Sequence[Row]) -> str:
    """Each row as ``option figure status``."""
    return "; ".join(" ".join(filter(None, (row["option"], figure(row), row["candidate_status"]))) for row in found)


def figure(row: Row) -> str:
    """The figure of a row with its unit; empty for a call."""
    if row.get("vote_pct") is not None:
        return f"{row['vote_pct']:g}%"
    if row.get("seats_min") is not None:
        return f"{row['seats_min']}-{row['seats_max']} seats"
    return next((f"{row[unit]} {unit}" for unit in ("votes", "seats") if row.get(unit) is not None), "")

"""Times as machines write them in pages and feeds: ISO 8601, seconds since 1970, mail dates, days with slashes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d")
_EPOCH = re.compile(r"(\d{10})(?:\d{3}|\.\d{1,6})?")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d\d?:\d\d")
_JAVASCRIPT = re.compile(  # Date.prototype.toString
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})"
)

_SLASHES = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,? |T| - )(\d\d?):(\d\d)(?::\d\d)?")


@lru_cache(maxsize=10_000)
def iso_of(value: str) -> str:
    """The date-time that ``value`` writes, in ISO 8601: as given when it is that, else converted.

    Empty for what is no date-time: a day, a duration, words, and a day whose month might be its day (*05/06/2022*).
    Seconds since 1970 count from 1973 to 2128.
    """
    value = value.strip()[:64].partition("[")[0]  # a zone's name behind its offset (RFC 9557)
    if _ISO.match(value):
        return value if _datetime(value) else ""
    epoch = _EPOCH.fullmatch(value)
    if epoch and "100000000" < epoch[1] < "5000000000":
        return datetime.fromtimestamp(int(epoch[1]), UTC).isoformat()
    if slashed := _SLASHES.fullmatch(value):
        return _iso_of_slashes(slashed)
    script = _JAVASCRIPT.match(value)
    if script:
        month, day, year, clock, zone = script.groups()
        value = f"{day} {month} {year} {clock} {zone}"
    if _MAIL.match(value):
        try:
            return parsedate_to_datetime(value).isoformat()
        except (ValueError, OverflowError):
            return ""
    return ""


def _iso_of_slashes(match: re.Match[str]) -> str:
    """``19/06/2022 20:41``, ``06/19/2022 20:41``, ``5.6.2022 20:41`` (points: the day first)."""
    first, second = int(match[1]), int(match[3])
    if first <= 12 and second <= 12 and first != second and match[2] == "/":
        return ""
    day, month = (first, second) if second <= 12 else (second, first)
    try:
        return datetime(int(match[4]), month, day, int(match[5]), int(match[6])).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=10_000)
def _datetime(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def apart(one: str, other: str) -> float:
    """How many seconds lie between two ISO date-times. One without zone is compared by its clock."""
    first, second = _datetime(one), _datetime(other)
    if first is None or second is None:
        return 0.0
    if first.tzinfo is None or second.tzinfo is None:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return abs((first - second).total_seconds())


def has_zone(value: str) -> bool:
    """Whether an ISO date-time tells its offset from UTC."""
    moment = _datetime(value)
    return moment is not None and moment.tzinfo is not None


def minute_of(value: str) -> str:
    """A key shared by date-times of the same minute; zoned ones by their instant."""
    moment = _datetime(value)
    if moment is None:
        return value
    if moment.tzinfo is None:
        return moment.strftime("%Y-%m-%dT%H:%M")
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    except OverflowError:  # year 1 or 9999
        return value


def clock_of(value: str) -> tuple[int, int] | None:
    """Hour and minute shown by the clock of an ISO date-time."""
    moment = _datetime(value)
    return (moment.hour, moment.minute) if moment else None


def utc_minute_of(value: str) -> int | None:
    """The minute of the day in UTC of an ISO date-time that tells its zone."""
    moment = _datetime(value)
    offset = moment.utcoffset() if moment is not None else None
    if moment is None or offset is None:
        return None
    return int(moment.hour * 60 + moment.minute - offset.total_seconds() // 60) % (24 * 60)


def beside(value: str, minute: int) -> str:
    """The ISO date-time at that minute of the day in UTC which is nearest to another: one before it or after it."""
    moment, known = _datetime(value), utc_minute_of(value)
    if moment is None or known is None:
        return ""
    ahead = (minute - known + 12 * 60) % (24 * 60) - 12 * 60
    try:
        return (moment.replace(second=0, microsecond=0) + timedelta(minutes=ahead)).isoformat()
    except OverflowError:
        return ""

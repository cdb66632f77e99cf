"""The words of turnout: the ``participation`` section of a language file, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from minutier.extract.small_words import small_words, word_list
from minutier.extract.wording import any_of, with_imperfects
from minutier.languages import NOTHING, Section, language
from minutier.languages.dates import alternatives, calendar

Kind = Literal["turnout", "abstention", "voters"]
"""What a figure measures: a rate of turnout, a rate of abstention, a number of ballots."""

SPACE = "[ \u00a0\u2009\u202f]"


_FEW_POINTS = 20
"""A rise or fall of more points than these is not told in a word by itself."""
_LARGE = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class Words:
    """The ``participation`` section of a language, compiled."""

    stems: tuple[str, ...]
    quantities: tuple[str, ...]
    noun: re.Pattern[str]
    noun_after: re.Pattern[str]
    unquoted: re.Pattern[str]  # the mark that closes words quoted, before what they count
    verb: re.Pattern[str]
    may_vote: re.Pattern[str]
    than: re.Pattern[str]
    merely: re.Pattern[str]
    numbered: re.Pattern[str]
    verbal: re.Pattern[str]
    how_many: re.Pattern[str]
    so_many: re.Pattern[str]
    place_did: re.Pattern[str]
    place_did_so: re.Pattern[str]  # the same before a number of two digits
    then: re.Pattern[str]
    had_been: re.Pattern[str]
    reckoned_by: re.Pattern[str]  # behind a count, who gives it: *, he thinks*
    part_of: re.Pattern[str]
    constituency: re.Pattern[str]
    place_votes: re.Pattern[str]
    other_kind: re.Pattern[str]
    among_voters: re.Pattern[str]
    breaker: re.Pattern[str]
    not_cast: re.Pattern[str]
    electorate: re.Pattern[str]
    electors: re.Pattern[str]
    supposed: re.Pattern[str]
    other_days: dict[int, re.Pattern[str]]
    subgroup: re.Pattern[str]
    section_of_voters: re.Pattern[str]
    votes_for: re.Pattern[str]
    other_share: re.Pattern[str]
    other_subject: re.Pattern[str]
    stations: re.Pattern[str]
    on_stations: re.Pattern[str]
    surveyed: re.Pattern[str]  # before the number of those whom an institute has asked
    pronoun: re.Pattern[str]
    count_pronoun: re.Pattern[str]
    versus: re.Pattern[str]
    from_to: re.Pattern[str]
    to: re.Pattern[str]
    since: re.Pattern[str]
    reaching: re.Pattern[str]
    gathering: re.Pattern[str]
    contest_after: re.Pattern[str]
    at_event: re.Pattern[str]
    contest_of: re.Pattern[str]
    out_of: re.Pattern[str]
    contender: re.Pattern[str]
    upon: re.Pattern[str]
    takes: re.Pattern[str]
    arrives: re.Pattern[str]  # a lead that ends on a word before the level reached
    same_moment: re.Pattern[str]
    all_at: re.Pattern[str]
    multiple_cues: tuple[str, ...]
    multiple: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    by: re.Pattern[str]
    since_when: re.Pattern[str]
    no_place: re.Pattern[str]
    back_then: re.Pattern[str]
    set_in: re.Pattern[str]
    dated_in: re.Pattern[str]
    by_so_many: re.Pattern[str]  # right after a share, a rise or fall in points that are not named
    numerals: dict[str, int]
    was_so: re.Pattern[str]  # a verb of the past before a number of two digits
    of_two: re.Pattern[str]
    possessive: re.Pattern[str]
    milestone: re.Pattern[str]
    told_who: re.Pattern[str]
    share_told: re.Pattern[str]
    stands_for: re.Pattern[str]
    later: re.Pattern[str]
    now: re.Pattern[str]
    second: re.Pattern[str]
    electors_after: re.Pattern[str]  # the same with a word of early voting before
    also: re.Pattern[str]  # leads to another measure of the same voters
    restates: re.Pattern[str]
    apposed: re.Pattern[str]
    whole_of: re.Pattern[str]
    voted_at: re.Pattern[str]
    abstained_at: re.Pattern[str]
    hourly: tuple[re.Pattern[str], re.Pattern[str]]  # before and after an hour
    said: re.Pattern[str]  # a lead that ends on a verb of announcing
    opening: re.Pattern[str]
    noun_next: re.Pattern[str]  # opens the sentence after a figure that stands alone
    noun_told: re.Pattern[str]
    rank: re.Pattern[str]
    early: re.Pattern[str]
    where: re.Pattern[str]
    place_of: re.Pattern[str]
    place_owned: re.Pattern[str]
    was: re.Pattern[str]
    as_then: re.Pattern[str]
    other_vote: re.Pattern[str]
    had: re.Pattern[str]
    so_far: re.Pattern[str]
    continues: re.Pattern[str]  # a word that a number is the subject of
    among: re.Pattern[str]
    rise_alone: re.Pattern[str]
    of_roll: re.Pattern[str]
    enrolled: re.Pattern[str]
    records: re.Pattern[str]
    in_area: re.Pattern[str]
    surplus: re.Pattern[str]
    level: re.Pattern[str]
    margin: re.Pattern[str]
    projection: re.Pattern[str]
    final: re.Pattern[str]
    settled: re.Pattern[str]
    closing: int
    areas: tuple[tuple[str, str], ...]
    area: re.Pattern[str]
    nationwide: re.Pattern[str]
    area_lead: re.Pattern[str]
    unknown_area: re.Pattern[str]
    place_tail: re.Pattern[str]
    joint: re.Pattern[str]
    goes_on: re.Pattern[str]
    new_member: re.Pattern[str]
    of_whom: re.Pattern[str]
    sources: re.Pattern[str]
    announces: re.Pattern[str]
    announcers: re.Pattern[str]
    announced: re.Pattern[str]  # a lead that is one of them and a verb: returning officers report

    def is_telling(self, passage: str) -> bool:
        """Whether a passage, in lower case, holds any word of turnout: cheap, to pass over the rest."""
        return _holds(passage, self.stems)

    def may_multiply(self, passage: str) -> bool:
        """Whether a passage, in lower case, may say that something doubled."""
        return _holds(passage, self.multiple_cues)

    def has_quantity(self, passage: str) -> bool:
        """Whether a passage, in lower case, holds a share, a large number or a change."""
        return _holds(passage, self.quantities) or _LARGE.search(passage) is not None


def _holds(passage: str, words: tuple[str, ...]) -> bool:
    for word in words:  # a plain loop: this runs on every entry  # noqa: SIM110
        if word in passage:
            return True
    return False


@cache
def turnout_words(code: str) -> Words | None:
    """The words of a language, or None when its file has no ``participation`` section."""
    sections = language(code)
    section = Section(sections["participation"])
    if not section:
        return None
    moments = Section(section.get("moments") or {})
    areas: dict[str, dict[str, str]] = section.get("areas") or {}
    multiples: dict[str, str] = section.get("multiples") or {}
    before_hour, after_hour = section.get("hourly") or (NOTHING, NOTHING)
    first_of_two, other_of_two = section.get("of_two") or (NOTHING, NOTHING)
    flags = re.IGNORECASE

    def whole(source: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{source})(?!\w)", flags)

    nouns = Section(section.get("nouns") or {})
    kinds = [rf"(?P<{kind}>{_spelled(nouns[kind])})" for kind in ("turnout", "abstention", "voters")]
    measure = rf"(?:{'|'.join(kinds)})(?!\w)"
    after = f"|{section['nouns_after']}" if section.get("nouns_after") else ""
    links = _spelled(section["noun_links"])
    abstained, voted = any_pattern(section["abstained"]), any_pattern(section["voted"])
    leads = _spelled(section["area_leads"])
    tail = rf"[ -](?:(?:{_spelled(section['place_links'])})[ -])?[A-ZÀ-ÖØ-Þ][\w’'-]*"
    limits = any_pattern([section["limits"]])
    change = f"{section['more']}|{section['less']}"
    near = _spelled(sections["numbers"]["approximate"])
    spelled = (sections["numbers"].get("spelled") or {}).get("values", {})
    numerals = {str(word): int(n) for word, n in spelled.items() if 1 <= int(n) <= _FEW_POINTS and len(str(word)) > 1}
    count = any_pattern(numerals)
    conjunctions = any_pattern(map(re.escape, word_list(sections["syntax"].get("conjunctions"))))
    stops = any_pattern(
        [
            *(leads, _spelled(moments["leads"]), _spelled(section["joints"]), conjunctions),
            *(
                section[key]
                for key in ("so_far", "versus", "apposed", "merely", "more", "less", "now", "as_then", "later")
            ),
        ]
    )
    loosely = any_pattern(map(re.escape, sections["numbers"]["approximate_after"]))
    few, some = (rf"(?:{SPACE}?(?!\d)[\w’'-]+){{0,{n}}}?{SPACE}?" for n in (3, 4))
    months = alternatives(calendar(code).months)
    weekdays = any_pattern(str(f) for forms in (sections["clock"].get("weekdays") or {}).values() for f in forms)
    announcers = sections["results"].get("announced_by") or section["announced_by"]
    capital = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
    return Words(
        stems=tuple(map(str, section["stems"])),
        quantities=tuple(map(str, section["quantities"])),
        noun=re.compile(rf"(?<!\w){measure}", flags),
        noun_after=re.compile(rf"{SPACE}?(?:(?:{links}){SPACE}?)?(?:{'|'.join(kinds)}{after})(?!\w)", flags),
        unquoted=re.compile(rf"\s*[»”\"]\s*{small_words(code).before('of')}?"),
        verb=re.compile(
            rf"(?<!\w)(?:(?P<abstained>{abstained})|(?P<voted>{voted}|(?P<did_so>{section['did_so']})"
            rf"|(?P<foreseen>{section.get('foreseen') or '(?!)'})))(?!\w)",
            flags,
        ),
        may_vote=whole(section["may_vote"]),
        than=re.compile(rf"{SPACE}(?:{section['than']})(?:{SPACE}|(?<=['’]))(?:{leads}{SPACE})?", flags),
        merely=re.compile(rf"{SPACE}(?:{section['merely']})(?!\w)", flags),
        place_did_so=re.compile(rf"(?<!\w)(?:{section['place_did']})\d\d(?!\d)", flags),
        place_did=re.compile(rf"(?<!\w)(?:{section['place_did']})$", flags),
        so_many=re.compile(section["so_many"], flags),
        how_many=re.compile(rf"(?:(?!\d)[\w’']+{SPACE}){{0,2}}?(?:{section['how_many']})(?!\w)", flags),
        numbered=re.compile(rf"(?<!\w)(?:{section['numbered']}){SPACE}?$", flags),
        verbal=whole(section["verbal"]),
        then=whole(section["then"]),
        constituency=re.compile((language(code)["results"].get("areas") or {}).get("constituency", NOTHING)),
        part_of=re.compile(
            rf"{SPACE}{small_words(code).before('of', 'contracted')}{small_words(code).before('definite')}?", flags
        ),
        reckoned_by=re.compile(rf"(?:{section['reckoned_by']})(?!\w)", re.IGNORECASE),
        had_been=re.compile(
            rf"(?<!\w)(?:{'|'.join(calendar(code).months)})(?!\w)[^.;:\n]{{0,30}}(?<!\w)(?:{section['had_been']})(?!\w)",
            flags,
        ),
        place_votes=re.compile(rf"{SPACE}(?:{section['place_votes']})(?!\w)", flags),
        other_kind=re.compile(rf"{SPACE}[\w-]+{SPACE}(?:{conjunctions}){SPACE}(?:(?!\d)\w+{SPACE})?", flags),
        among_voters=re.compile(
            rf"(?<!\w)(?:{section['among']}){SPACE}{small_words(code).before('definite')}?$", flags
        ),
        breaker=whole(section["breakers"]),
        not_cast=re.compile(rf"{SPACE}?(?:{section['not_cast']})(?!\w)", flags),
        electorate=re.compile(rf"{SPACE}?(?:{section['electorate']})(?!\w)"),
        electors=whole(section["electors"]),
        supposed=whole(section["supposed"]),
        other_days=_other_days(sections["clock"].get("weekdays") or {}, list(moments["other_day"])),
        subgroup=re.compile(rf"{SPACE}?(?:{section['subgroups']})"),
        section_of_voters=whole(section["sections"]),
        votes_for=re.compile(section["votes_for"]),
        other_share=re.compile(rf"{SPACE}?(?:{section['other_shares']})(?!\w)", flags),
        other_subject=whole(section["other_subjects"]),
        stations=re.compile(rf"{SPACE}?(?:{section['stations']})(?!\w)", flags),
        surveyed=re.compile(rf"(?<!\w)(?:{section.get('surveyed') or '(?!)'})(?:{SPACE}\w+){{0,2}}{SPACE}?$", flags),
        on_stations=re.compile(rf"(?<!\w)(?:{section['on_stations']})(?:{SPACE}\w+){{0,2}}{SPACE}?$", flags),
        pronoun=whole(section["pronouns"]),
        count_pronoun=whole(section["count_pronouns"]),
        versus=re.compile(
            rf"(?<!\w)(?:{section['versus']})(?!\w)(?:{SPACE}?(?!\d)[\w’'-]+){{0,3}}[{SPACE[1:-1]}(]*$", flags
        ),
        from_to=re.compile(rf"(?<!\w)(?:{section['from_to']})(?!\w)[^.;:]{{0,30}}$", flags),
        to=re.compile(rf"{SPACE}?(?:{_spelled(section['to'])}){SPACE}?", flags),
        since=re.compile(rf"(?<!\w)(?:{_spelled(section['since'])})(?:{SPACE}[\w’'-]+){{0,2}}{SPACE}?$", flags),
        reaching=re.compile(
            rf"(?<!\w)(?:{_spelled(section['to'])}|{section['reaches']})(?:{SPACE}(?!\d)[\w’'-]+){{0,3}}{SPACE}?$",
            flags,
        ),
        gathering=re.compile(rf"(?<!\w)(?:{section['gathers']})(?:{SPACE}(?!\d)[\w’'-]+){{0,3}}{SPACE}?$", flags),
        contest_of=re.compile(rf"(?<!\w)(?:{section['contests_of']})$", flags),
        contest_after=re.compile(rf"{SPACE}(?:{section['contests']})(?!\w)", flags),
        at_event=re.compile(rf"{SPACE}(?:{section['at_events']})(?!\w)", flags),
        out_of=re.compile(rf"(?<!\w)(?:{section['out_of']})(?:{SPACE}(?!\d)[\w’'-]+){{0,4}}{SPACE}?$", flags),
        contender=whole(section["contenders"]),
        takes=re.compile(rf"(?<!\w)(?:{section['takes']}){SPACE}$", flags),
        upon=re.compile(rf",?{SPACE}(?:{section['upon']})(?:{SPACE}(?!\d)[\w’'-]+){{0,4}}{SPACE}", flags),
        arrives=re.compile(rf"(?<!\w)(?:{_spelled(section['to'])}){SPACE}$", flags),
        same_moment=whole(section["same_moment"]),
        all_at=re.compile(rf"(?<!\w)(?:{section['all_at']}){SPACE}?$", flags),
        multiple_cues=tuple(map(str, section["multiple_cues"])),
        multiple=re.compile(any_pattern(f"(?P<by{pct}>{form})" for pct, form in multiples.items()), flags),
        more=whole(section["more"]),
        less=whole(section["less"]),
        by=re.compile(
            rf"(?<!\w)(?!{limits})(?:(?:{change}){some}(?<!\w)(?:{section['by']}){few}"
            rf"|(?:{change}){SPACE}(?:(?!{limits})(?:{near}){SPACE})?)$",
            flags,
        ),
        since_when=re.compile(
            rf"(?<!\w)(?:{_spelled(section['since'])})(?:{SPACE}[\w’'-]+){{1,7}},{SPACE}(?:{section['back_then']})(?!\w)"
            rf"[^.,;:]{{0,30}}$",
            flags,
        ),
        back_then=re.compile(rf"\s*[,(–—-]?\s*(?:{section['back_then']})(?!\w)", flags),
        set_in=re.compile(rf"\s*[,(–—-]?\s*(?:{section['set_in']}){SPACE}", flags),
        dated_in=re.compile(rf"\s*,\s*(?:{section['dated_in']}){SPACE}", flags),
        by_so_many=re.compile(
            rf"\s*[,(]\s*(?:{section['apposed']})?\s*(?:(?:(?P<up>{section['more']})|{section['less']}){SPACE}(?:(?:{section['by']}){SPACE})?"
            rf"(?P<n>{count})|(?P<many>{count}){SPACE}(?:(?P<above>{section['more']})|{section['less']}))(?=\s*[,.;)]|\s*$)",
            flags | re.MULTILINE,
        ),
        numerals=numerals,
        was_so=re.compile(rf"(?<!\w)(?:{section['was']}){SPACE}\d\d(?!\d)", flags),
        of_two=re.compile(rf"{SPACE}(?:(?P<first>{first_of_two})|{other_of_two})(?!\w)", flags),
        possessive=re.compile(rf"(?:{section['possessive']}){SPACE}", flags),
        milestone=whole(section["milestone"]),
        told_who=re.compile(rf"(?<!\w)(?:{section['told_who']}){few}$", flags),
        share_told=re.compile(section["share_told"], flags),
        stands_for=whole(section["stands_for"]),
        later=whole(section["later"]),
        second=re.compile(rf"{SPACE}?(?:{section['second']})(?!\w)", flags),
        now=re.compile(rf"{SPACE}?(?:{section['now']})(?!\w)", flags),
        electors_after=re.compile(
            rf"{SPACE}(?:{section['early']}|{loosely}){SPACE}(?:{section['electors']})(?!\w)", flags
        ),
        also=re.compile(rf",\s*(?:{section['apposed']}){SPACE}(?:(?:{near}){SPACE}?)?$", flags),
        restates=re.compile(rf"[,(–—]\s*(?:{section['apposed']}){SPACE}$", flags),
        apposed=re.compile(rf"\s*[,(–—-]\s*(?:(?:{section['apposed']}){SPACE})?$", flags),
        whole_of=re.compile(
            rf"(?:{SPACE}{section['electors']})?,?{SPACE}(?:{section['part_of']}){SPACE}(?:(?!\d)[\w’'-]+{SPACE}){{0,3}}$",
            flags,
        ),
        voted_at=re.compile(rf"(?<!\w)(?:{section['voted_at']}){few}$", flags),
        abstained_at=re.compile(rf"(?<!\w)(?:{section['abstained_at']}){few}$", flags),
        hourly=(
            re.compile(rf"(?<!\w)(?:{before_hour}){SPACE}?$", flags),
            re.compile(rf"{SPACE}(?:{after_hour})(?!\w)", flags),
        ),
        said=re.compile(rf"(?<!\w)(?:{section['announces']}){few}$", flags),
        opening=re.compile(rf"(?:{section['opening']}){few}", flags),
        noun_next=re.compile(rf"(?:{section['told']}){SPACE}?{measure}", flags),
        noun_told=re.compile(
            rf"{SPACE}?[,:–—!.]{SPACE}?(?:(?:{section['told']}){SPACE}?)?(?:{'|'.join(kinds)})(?!\w)(?!{SPACE}?:)",
            flags,
        ),
        rank=whole(section["ranks"]),
        early=whole(section["early"]),
        no_place=whole(section["no_places"]),
        where=re.compile(rf",?{SPACE}(?:{section['where']})(?!\w)", flags),
        place_of=re.compile(rf"(?<!\w)(?:{section['place_nouns']}){SPACE}(?:{section['owner_links']})$", flags),
        place_owned=re.compile(rf"['’]s?{SPACE}(?:\w+{SPACE})?(?:{section['place_nouns']})(?!\w)", flags),
        was=whole(section["was"]),
        other_vote=re.compile(rf"{SPACE}(?:{section['other_vote']})(?!\w)", flags),
        had=re.compile(rf"(?<!\w)(?:{section['had']})(?:{SPACE}(?!\d)[\w’'-]+){{0,2}}{SPACE}?$", flags),
        so_far=re.compile(rf",?{SPACE}(?:{section['so_far']})(?!\w)", flags),
        continues=re.compile(rf"{SPACE}(?!(?:{stops})(?!\w))[a-zà-ÿ]"),
        as_then=re.compile(rf"\s*,?\s*(?:{section['as_then']})(?!\w)", flags),
        among=re.compile(rf"(?:{section['among']})(?!\w)", flags),
        rise_alone=re.compile(
            rf"(?:(?:{section['article']}){SPACE})?(?:(?-i:[a-zà-ÿ]+){SPACE})?(?:{change}){SPACE}(?:{section['by']}){few}",
            flags,
        ),
        of_roll=re.compile(
            rf"{SPACE}(?:{section['of_roll']})(?={SPACE}?(?:$|[,.;:()–—!?…]|(?:{_spelled(moments['leads'])}){SPACE}))",
            flags,
        ),
        enrolled=re.compile(rf"{SPACE}?(?:{section['enrolled']})(?!\w)", flags),
        records=whole(section["records"]),
        in_area=re.compile(rf"(?<!\w)(?:{section['in_area']}){SPACE}$", flags),
        surplus=re.compile(rf"{SPACE}?(?:{section['surplus']})(?!\w)", flags),
        level=re.compile(rf"(?<!\w)(?:{section['levels']}){SPACE}(?:{section['by']}){few}$", flags),
        margin=whole(section["margins"]),
        projection=whole(with_imperfects(section["projection"], code)),
        final=whole(section["final"]),
        settled=whole(section["settled"]),
        closing=int(moments.get("closing") or 24),
        areas=tuple((name, area["type"]) for name, area in areas.items()),
        area=whole(any_pattern(f"(?P<area{n}>{area['forms']})" for n, area in enumerate(areas.values()))),
        nationwide=whole(section["nationwide"]),
        area_lead=re.compile(rf"(?:^|[\s(«\[])(?:{leads}){SPACE}?$", flags),
        unknown_area=re.compile(
            rf"{SPACE}(?i:{leads}){SPACE}(?!(?i:{months}|{weekdays})(?!\w))(?P<place>{capital}(?:{tail}){{0,4}})"
        ),
        place_tail=re.compile(rf"(?:{tail}){{1,4}}"),
        joint=whole(_spelled(section["joints"])),
        goes_on=re.compile(rf"(?:,|(?<!\w)(?:{conjunctions}))$", flags),
        new_member=re.compile(rf",{SPACE}(?:{conjunctions})(?!\w)", flags),
        of_whom=re.compile(rf"{SPACE}?(?:{section['of_whom']})(?!\w)", flags),
        sources=re.compile(rf"(?<!\w)(?:{section['sources']})(?:{SPACE}?[\w’']+){{0,3}}{SPACE}?$", flags),
        announces=whole(section["announces"]),
        announcers=any_of(announcers),
        announced=re.compile(
            rf"\W*(?:\w+ )?{any_of(announcers).pattern}{SPACE}(?:\w+{SPACE})?(?:{section['announces']}){few}$", flags
        ),
    )


def any_pattern(patterns: Iterable[str]) -> str:
    """The pattern of any of some patterns; one that matches nothing when there is none."""
    return "|".join(patterns) or NOTHING


def _spelled(forms: Iterable[Any]) -> str:
    listed = sorted((str(form) for form in forms if str(form)), key=len, reverse=True)
    return "|".join(re.escape(f).replace("'", "['’]").replace(r"\ ", SPACE) for f in listed) or "(?!)"


def _other_days(weekdays: dict[Any, list[str]], others: list[str]) -> dict[int, re.Pattern[str]]:
    """For each day of the week, the words that name another day; short forms of the days left out."""
    names = {int(day): [str(form) for form in forms if len(str(form)) > 4] for day, forms in weekdays.items()}
    return {day: any_of([*others, *(f for d in names if d != day for f in names[d])]) for day in range(7)}


def kind_of(noun: re.Match[str]) -> Kind:
    """The measure that a match of ``noun`` or ``noun_after`` names."""
    if noun["abstention"]:
        return "abstention"
    return "voters" if noun["voters"] else "turnout"

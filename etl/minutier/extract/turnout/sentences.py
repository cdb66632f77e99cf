"""A sentence that may tell of turnout, and what stands around each of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from minutier.extract.comparisons import Reference
from minutier.extract.context import Context
from minutier.extract.moments import Moment
from minutier.extract.numbers import Figure
from minutier.extract.options import Option
from minutier.extract.people import Mention
from minutier.extract.turnout.measures import Measure
from minutier.extract.turnout.words import Words

Area = tuple[str, str]
"""A name and a value of gp_unit_type."""

_BREAK = re.compile(r"[,;:(–—»\n]|\.(?=\s|$)|[!?…]| - ")
_CLAUSE_START = re.compile(r"[,;:(–—«»\n•\]]|[.!?…](?=\s)| - ")
_ORNAMENT = re.compile(r"^[\s\-–—•·*►>«“\"(\[]+|[\s(«]+$")
_PREPOSITION = re.compile(r"\s[^\W\d_]{1,2}\s+(?=[(:,]|$)")
"""What is left of a time taken out before a figure: *le 10 avril à midi (25,48 %)*."""
_MARK = re.compile(r"\s*(?:[^\W\d_][\w’'-]*\s){0,5}(?P<mark>[(:,–—-]?)\s*(?:[^\W\d_]+[ \u00a0'’]){0,4}")
"""Between a yardstick and its figure: ``qu'il y a cinq ans, 17,75 %``, ``last year's election (66.1%)``."""
_HEADING_PLACE = re.compile(r"[\s\-–—•·*,;]*(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][\w’'-]+){0,5}?)\s?[:(]\s*")
_AREAS_BEFORE = 300
"""How many characters before a sentence may name the two places it calls the former and the latter."""
_SINCE = 120
"""How many characters before a figure may tell since when: *since the Good Friday vote, when 56% turned out*."""
_ENDED = re.compile(r"\s*(?:[.;)]|$)", re.MULTILINE)
_MANY = 3
"""More words than these between a time of the past and a colon tell something of their own."""
_LEAD = 60
"""How many characters before a figure may lead to it."""
_SHORT_QUOTATION = 30
"""Quotation marks this close together hold a figure, not what somebody makes of it."""


@dataclass(slots=True)
class Sentence:
    """``context.text[start:end]`` being read: its figures, hours, references to the past, names.

    Methods take the ``position`` of a figure in ``figures``. ``read`` holds what was read, by position;
    ``station_figures`` the positions of shares and numbers of polling stations, with ``pending_pct`` and
    ``pending_units`` those that wait for their figure. ``foreign``: it speaks of the result of the vote.
    """

    context: Context
    words: Words
    index: int
    start: int
    end: int
    figures: list[Figure]
    moments: list[Moment]
    references: list[Reference]
    mentions: Sequence[Mention]
    options: Sequence[Option]
    text: str
    read: dict[int, Measure] = field(default_factory=dict)
    station_figures: set[int] = field(default_factory=set)
    foreign: bool = False
    pending_pct: float | None = None
    pending_units: int | None = None
    _projected: bool | None = None
    _settled: bool | None = None
    _wider: tuple[str, str, str] | None = None

    @property
    def is_projected(self) -> bool:
        """Whether its words tell of an estimate."""
        if self._projected is None:
            self._projected = self.words.projection.search(self.text, self.start, self.end) is not None
        return self._projected

    @property
    def is_settled(self) -> bool:
        """Whether its words say that the count is over."""
        if self._settled is None:
            self._settled = self.words.settled.search(self.text, self.start, self.end) is not None
        return self._settled

    # ── where things begin and end ────────────────────────────────────────────────────────────────

    def previous_end(self, position: int) -> int:
        return self.figures[position - 1].end if position > 0 else self.start

    def next_start(self, position: int) -> int:
        return self.figures[position + 1].start if position + 1 < len(self.figures) else self.end

    def near_end(self, position: int) -> int:
        """Where the words that belong to a figure end: the first mark or joining word after it, or the next figure."""
        start = self.figures[position].end
        end = first_break(self.text, start, self.next_start(position))
        joint = self.words.joint.search(self.text, start, end)
        return joint.start() if joint else end

    def clause_start(self, offset: int) -> int:
        found = [m.end() for m in _CLAUSE_START.finditer(self.text, self.start, offset)]
        return found[-1] if found else self.start

    def before(self, position: int) -> str:
        """The words between the figure before, or the start, and a figure."""
        return self.text[self.previous_end(position) : self.figures[position].start]

    def previous_measure(self, position: int) -> Measure | None:
        """The measure of the figure just before, stations left out; None when it is another subject's."""
        for earlier in range(position - 1, -1, -1):
            if earlier not in self.station_figures:
                return self.read.get(earlier)
        return None

    def heads(self, position: int) -> bool:
        """Whether a figure opens its sentence, two or three words aside, or follows a colon."""
        lead = bare(self.before(position))
        if not lead or lead.endswith(":") or self.words.to.search(lead[-12:] + " "):
            return True
        return re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){0,2}", lead) is not None

    # ── who speaks ────────────────────────────────────────────────────────────────────────────────

    def is_narrated(self, offset: int) -> bool:
        """Outside quotation marks, or in a stretch so short that it quotes no more than the figure."""
        quotation = self.context.quotation_at(offset)
        return quotation is None or quotation.end - quotation.start <= _SHORT_QUOTATION

    def is_same_speech(self, first: int, second: int) -> bool:
        """Whether two offsets are in the same words of somebody, the second perhaps a short quotation."""
        one, other = self.context.quotation_at(first), self.context.quotation_at(second)
        return one is other or (other is not None and other.end - other.start <= _SHORT_QUOTATION)

    def is_own_figure(self, position: int) -> bool:
        """A figure inside somebody's words counts only when they say for which hour."""
        figure = self.figures[position]
        quotation = self.context.quotation_at(figure.start)
        if quotation is None or self.is_narrated(figure.start):
            return True
        return any(quotation.start <= m.start < quotation.end for m in self.moments)

    # ── what can be voted for ─────────────────────────────────────────────────────────────────────

    def has_option(self, start: int, end: int, *, strict: bool = False) -> bool:
        """Whether a candidate, a party or an answer stands between two offsets, other than as a source.

        An unexplained capital behind a preposition of place is let through and, unless ``strict``, one that opens
        the sentence or stands before a colon: a place or a common word.
        """
        return any(
            (option.is_certain or not (self._is_located(option) if strict else self._may_be_common(option)))
            and not self._is_source(option)
            and not self._owns_place(option)
            for option in self.options
            if start <= option.start and option.end <= end
        )

    def _is_source(self, option: Option) -> bool:
        before = self.text[max(self.start, option.start - 25) : option.start]
        after = self.text[option.end : option.end + 25].lstrip(" ,")
        return self.words.sources.search(before) is not None or self.words.announces.match(after) is not None

    def _may_be_common(self, option: Option) -> bool:
        opens = not bare(self.text[self.start : option.start])
        return (
            opens
            or self._is_located(option)
            or re.match(r"\s?[:(]", self.text[option.end : option.end + 2]) is not None
        )

    def _is_located(self, option: Option) -> bool:
        """``in Travis County``, ``Manurewa, where…``: a capital that nothing explains, beside a word of place."""
        if self.words.where.match(self.text, option.end, self.end):
            return True
        return self.words.in_area.search(self.text, max(self.start, option.start - 20), option.start) is not None

    def _owns_place(self, option: Option) -> bool:
        """``dans le département de Gérard Larcher``, ``in Boris Johnson's seat``: the place is meant, not the name."""
        before = self.text[max(self.start, option.start - 40) : option.start]
        return self.words.place_of.search(before) is not None or bool(
            self.words.place_owned.match(self.text, option.end, self.end)
        )

    def is_option_near(self, start: int, end: int) -> bool:
        """Whether an option begins between two offsets, with no mark before it."""
        return any(
            start <= o.start < end
            and (o.is_certain or not self._is_located(o))
            and not self.text[start : o.start].lstrip().startswith(("(", ",", ";", "."))
            for o in self.options
        )

    # ── the past ──────────────────────────────────────────────────────────────────────────────────

    def past(self, position: int, *, has_main: bool) -> Reference | Literal[True] | None:
        """What makes a figure one of the past: the reference it belongs to, True for a bare *contre*, else None.

        ``has_main``: a figure of the present has been read, which this one may be the yardstick of.
        """
        figure = self.figures[position]
        near_end = self.near_end(position)
        right = [r for r in self.references if figure.end <= r.start < near_end]
        own = next((r for r in right if r.is_past and not r.is_comparator), None) or self._dated_after(position)
        if own is not None:
            return own
        versus = self._opposed(position, right)
        if versus is not None:
            return versus
        if self.words.since_when.search(self.text[max(self.start, figure.start - _SINCE) : figure.start]):
            return self._last_past(position) or True
        if has_main and (then := self._is_of_then(position, near_end)):
            return then
        last = self._last_past(position)
        if last is None or not last.is_comparator:
            return last
        return last if self._is_yardstick(last, position, has_main) else None

    def _is_of_then(self, position: int, near_end: int) -> Reference | Literal[True] | None:
        """``It was 60.5% for marriage equality, when 62.1% voted Yes``: a verb of the past, and the time told after."""
        figure, limit = self.figures[position], self.next_start(position)
        clause = self.clause_start(figure.start)
        was = self.words.was.search(self.text, clause, figure.start)
        if not self.moments and self.words.had_been.search(self.text, self.previous_end(position), figure.start):
            return self._last_past(position) or True  # “en mars, elle avait été de 47 %”
        if was is not None and self.words.then.search(self.text, was.end(), figure.start):
            return self._last_past(position) or True  # “elle était alors de 52 %”
        if was is not None and self.words.other_vote.match(self.text, figure.end):
            return True  # “it was 68.5% at the general election”
        if self.words.as_then.match(self.text, near_end, self.end) is None:
            return None
        if any(near_end <= r.start < limit for r in self.references):
            return None
        return True if was is not None else None

    def _dated_after(self, position: int) -> Reference | None:
        """``The mark to beat is 69.2%, from 2020``: the past that a record is of, behind a comma."""
        figure, limit = self.figures[position], self.next_start(position)
        lead = self.words.set_in.match(self.text, figure.end, limit)
        dated = self.words.dated_in.match(self.text, figure.end, limit)
        start = next((m.end() for m in (lead, dated) if m is not None), -1)
        found = next((r for r in self.references if r.start == start and r.is_past), None)
        if found is None or lead is not None:
            return found
        return found if _ENDED.match(self.text, found.end) else None

    def _references_before(self, position: int) -> list[Reference]:
        floor, limit = self.previous_end(position), self.figures[position].start
        return [r for r in self.references if floor <= r.start and r.end <= limit]

    def _opposed(self, position: int, right: list[Reference]) -> Reference | Literal[True] | None:
        """``contre 41,35%``: the other side of a comparison; with a place of its own, just another area."""
        figure, left = self.figures[position], self._references_before(position)
        match = self.words.versus.search(self.before(position)[-_LEAD:])
        if match is None or self.words.noun.search(match[0]) or any(not r.is_past for r in right):
            return None
        if self.is_nationwide(position):
            return next((r for r in self.references if figure.end <= r.start < self.near_end(position)), None)
        tail = self.text[left[-1].end : figure.start] if left else ""
        if left and left[-1].is_past and re.fullmatch(r"[\s(,:]*(?:\w+[ '’]){0,2}[\s(]*", tail):
            return left[-1]
        if position == 0 and not right and not left:
            return None
        if not left and self.area_after(position):
            return None
        limit = self.next_start(position)
        return next((r for r in self.references if figure.end <= r.start < limit and r.is_past), True)

    def _last_past(self, position: int) -> Reference | None:
        """The reference to the past before a figure that is not the previous figure's, nor undone by the present."""
        left = self._references_before(position)
        if position > 0:
            claimed = self.near_end(position - 1)
            left = [r for r in left if r.start >= claimed or r.is_comparator or self._tells_then(r, position)]
        past = [r for r in left if r.is_past and ";" not in self.text[r.end : self.figures[position].start]]
        if not past or any(not r.is_past and not r.round and r.start > past[-1].start for r in left):
            return None
        if self._is_behind_colon(past[-1], position):
            return None
        return past[-1]

    def _tells_then(self, reference: Reference, position: int) -> bool:
        """``deux points de moins qu'à la même heure en 2012 (46 %)``, ``…, où elle était de 46 %``: whether a figure
        is what a change before it is measured from.
        """
        between = self.text[reference.end : self.figures[position].start]
        if self.figures[position - 1].unit != "points":
            return False
        return between.strip(" \u00a0") == "(" or (
            between.startswith(",") and self.words.was.search(between) is not None
        )

    def _is_behind_colon(self, past: Reference, position: int) -> bool:
        """``Boudé il y a six ans, le scrutin repart : la participation est de 57 %``: the present, after the past."""
        between = self.text[past.end : self.figures[position].start]
        lead, _, tail = between.rpartition(":")
        is_told = self.words.noun.search(tail) is not None and self.words.was.search(tail) is None
        return is_told and len(lead.split()) > _MANY

    def _is_yardstick(self, reference: Reference, position: int, has_main: bool) -> bool:
        """``par rapport à 2017 (35,33 %)``: the figure is that of the yardstick, not what is held against it."""
        figure = self.figures[position]
        between = self.words.same_moment.sub("", self.text[reference.end : figure.start])
        for moment in self.moments:
            if reference.end <= moment.start < figure.start:
                between = _PREPOSITION.sub(" ", between.replace(self.text[moment.start : moment.end], ""))
        if self.words.back_then.match(between) or self.words.possessive.fullmatch(between):
            return True
        if self.words.reaching.search(between):
            return False
        mark = _MARK.fullmatch(between)
        if mark is None or mark["mark"] == "(":
            return mark is not None
        if not has_main or not (mark["mark"] or self.previous_measure(position)):
            return False
        has_next = position + 1 < len(self.figures)
        is_compared = has_next and self.words.versus.search(self.before(position + 1)[-_LEAD:]) is not None
        return not is_compared and self.area_before(position) is None

    def round_of(self, past: Reference | Literal[True], position: int) -> int:
        """The round stated of a figure of the past, by its reference or by another beside it; 0 when not told."""
        if isinstance(past, Reference) and past.round:
            return past.round
        figure, near_end = self.figures[position], self.near_end(position)
        floor = past.end if isinstance(past, Reference) and past.end <= figure.start else figure.start
        return next((r.round for r in self.references if floor <= r.start < near_end and r.round), 0)

    def compared_with(self, position: int) -> str:
        """What a figure is compared with, as printed: the first reference to the past after it, else before it."""
        figure = self.figures[position]
        right = [
            r
            for r in self.references
            if r.start >= figure.end and r.is_past and not self.words.since.search(self.text[figure.end : r.start])
        ]
        left = [r for r in self.references if r.end <= figure.start and r.is_past and r.is_comparator]
        chosen = right[:1] or left[-1:]
        return self.text[chosen[0].start : chosen[0].end] if chosen else ""

    def is_nationwide(self, position: int) -> bool:
        """``against a national average of 58%``, ``contre 52 % dans tout le pays``: the whole beside a part."""
        floor, limit = self.previous_end(position), self.near_end(position)
        return self.words.nationwide.search(self.text, floor, limit) is not None

    def is_rising(self, position: int) -> bool:
        """Whether a verb of rise or fall leads to a figure: ``passe de 57,4 %``."""
        figure = self.figures[position]
        return self.words.from_to.search(self.text[max(self.start, figure.start - 60) : figure.start]) is not None

    # ── areas ─────────────────────────────────────────────────────────────────────────────────────

    def area_of(self, position: int) -> Area | None:
        """The area that stands beside a figure: right after it, else before it in its clause."""
        return self.area_after(position) or self.area_before(position)

    def area_after(self, position: int) -> Area | None:
        """``44% à Lyon``, ``77.6% in Sheffield Hallam``."""
        figure, limit = self.figures[position], self.near_end(position)
        if self.text[figure.start - 1] == "(" and self.text[figure.end : figure.end + 1] == ")":
            limit = figure.end  # les Landes (25,3 %) devant le Lot
        if found := self.named_area(figure.end, limit) or self._area_named_before(figure.end, limit):
            return found
        for mention in self.mentions:
            inside = figure.end < mention.start and mention.end <= limit and self.is_place(mention)
            if inside and (self.is_led(figure.end, mention.start) or self.is_of_area(position)):
                return self.place(mention)
        match = self.words.unknown_area.match(self.text, figure.end, limit)
        if (
            match is None
            or self.words.votes_for.match(self.text, figure.end)
            or self.words.electorate.match(" " + match["place"])
        ):
            return None
        if any(r.start < match.end() and match.start() < r.end for r in self.references):
            return None
        if (who := self.words.electorate.match(self.text, figure.end)) and who.end() >= match.end():
            return None  # of Maltese voters
        named = self.context.people.at(match.start("place"))
        if named is None or (named.entity.kind in ("unknown", "person") and " " not in named.entity.name):
            return match["place"], "constituency"
        return None

    def _area_named_before(self, start: int, end: int) -> Area | None:
        """``44.9% in the former and 42.5% in the latter``: one of the two places last named."""
        match = self.words.of_two.match(self.text, start, end)
        if match is None:
            return None
        places = [m for m in self.mentions if m.end <= start and self.is_place(m)]
        if len({m.entity.name for m in places}) < 2:
            people = self.context.people
            places = [m for m in people.between(max(0, self.start - _AREAS_BEFORE), start) if self.is_place(m)]
        named = list({m.entity.name: m for m in places}.values())[-2:]
        if len(named) < 2:
            return None
        return self.place(named[0] if match["first"] else named[1])

    def area_before(self, position: int) -> Area | None:
        """``A Paris, 46 %``, ``la Seine-Saint-Denis (15,37 %)``, ``Houghton: 51.1%``."""
        figure, text, floor = self.figures[position], self.text, self.previous_end(position)
        if position > 0:
            ended = max(floor, min(self.near_end(position - 1), figure.start))
            floor = floor if text[ended : figure.start].strip() == "(" else ended
        if found := self.named_area(floor, figure.start):
            return found
        seat = self.words.constituency.search(text, floor, figure.start)
        if seat is not None and not bare(text[floor : seat.start()]):
            return seat[0], "constituency"  # “La 1re circonscription du Gard affichait 54,8 %”
        places = [m for m in self.mentions if floor <= m.start and m.end <= figure.start and self.is_place(m)]
        leading = [m for m in places if self._leads_to(m, floor, figure.start)]
        if leading:
            return self.place(leading[-1])
        heading = _HEADING_PLACE.fullmatch(text, floor, figure.start)
        named = self.context.people.at(heading.start("place")) if heading else None
        if not heading or named is None or named.entity.kind != "unknown":
            return None
        is_kind = any(w.search(heading["place"]) for w in (self.words.noun, self.words.early, self.words.no_place))
        is_kind = is_kind or heading["place"].split()[-1][0].islower()  # “Compare and contrast: 62%”
        return (
            None if is_kind or self.words.electorate.fullmatch(heading["place"]) else (heading["place"], "constituency")
        )

    def _leads_to(self, mention: Mention, floor: int, limit: int) -> bool:
        """Whether a place is that of the figure at ``limit``: it opens the clause, is listed, or has a preposition."""
        text = self.text
        if self.words.new_member.search(text, mention.end, limit):
            return False
        opens = not bare(text[floor : mention.start])
        listed = text[mention.start - 2 : mention.start].strip() in (",", ";", ":", "-", "–")
        bracketed = text[mention.end : limit].strip() == "("
        listed = listed or self.words.upon.fullmatch(text, mention.end, limit) is not None  # hold Leeds on a turnout of
        listed = listed or self.words.noun.match(text, mention.end + 1) is not None  # the Leeds turnout
        return opens or listed or bracketed or self.is_led(max(floor, mention.start - 30), mention.start)

    def named_area(self, start: int, end: int) -> Area | None:
        """An area of the language file between two offsets: the overseas, the capital."""
        match = self.words.area.search(self.text, start, end)
        return self.words.areas[int(match.lastgroup.removeprefix("area"))] if match and match.lastgroup else None

    def place(self, mention: Mention) -> Area:
        """A place and its type; with the capitals that follow it is a constituency: ``Sheffield Hallam``."""
        longer = self.words.place_tail.match(self.text, mention.end)
        after = self.context.people.between(mention.end, longer.end()) if longer else ()
        if longer and not any(m.entity.kind in ("person", "party") for m in after):
            return self.text[mention.start : longer.end()], "constituency"
        return mention.entity.name, mention.entity.place_type or "constituency"

    def is_led(self, start: int, end: int) -> bool:
        """Whether a stretch ends on words that lead to an area: ``dans le``, ``in``."""
        return self.words.area_lead.search(self.text[start:end]) is not None

    def is_place(self, mention: Mention) -> bool:
        """Whether a mention names a place smaller than a country, in the narrator's words."""
        entity = mention.entity
        return (
            entity.kind == "place"
            and entity.place_type != "country"
            and self.context.quotation_at(mention.start) is None
        )

    def is_of_area(self, position: int) -> bool:
        """``76,89 % de ceux de Haute-Garonne``: the voters of another area, not those of a party."""
        figure, end = self.figures[position], self.near_end(position)
        places = [m for m in self.mentions if figure.end < m.start < end and self.is_place(m)]
        return bool(places) and places[0].start - figure.end <= 25 and not self.has_option(figure.end, end)

    # ── sources ───────────────────────────────────────────────────────────────────────────────────

    def names_source(self, start: int, end: int) -> bool:
        kinds = ("pollster", "outlet", "organization")
        return any(start <= m.start < end and m.entity.kind in kinds for m in self.mentions)

    def source(self, start: int, limit: int) -> tuple[str, str]:
        """Who announced a figure and who relays it: those named between two offsets, else in the sentence."""
        if self._wider is None:
            self._wider = (self._authority(self.start, self.end), *self._sources_between(self.start, self.end))
        authority, announced, relayed = self._wider
        if authority or announced or relayed:
            near, near_relayed = self._sources_between(start, limit)
            authority = self._authority(start, limit) or authority
            announced, relayed = near or announced, near_relayed or relayed
        return authority or announced, relayed

    def _authority(self, start: int, end: int) -> str:
        """The authority named between two offsets, in its longest form."""
        match = self.words.announcers.search(self.text, start, end)
        if match is None:
            return ""
        longer = self.words.announcers.search(self.text, match.start() + 1, end)
        return longer[0] if longer and longer.start() < match.end() < longer.end() else match[0]

    def _sources_between(self, start: int, end: int) -> tuple[str, str]:
        """``selon Ipsos``, ``annonce Thierry Solère``: who announces, and which outlet relays."""
        announced, relayed = "", ""
        for mention in self.mentions:
            if mention.start < start or mention.end > end or not self._speaks(mention):
                continue
            if mention.entity.kind == "outlet":
                relayed = relayed or self.text[mention.start : mention.end]
            elif not announced:
                is_person = mention.entity.is_person
                announced = mention.entity.name if is_person else self.text[mention.start : mention.end]
        return announced, relayed

    def _speaks(self, mention: Mention) -> bool:
        """Whether a mention is given as the source of something: a preposition before it, a verb beside it."""
        kind = mention.entity.kind
        if kind in ("place", "group", "party") or self.context.quotation_at(mention.start):
            return False
        before = self.text[max(self.start, mention.start - 30) : mention.start]
        after = self.text[mention.end : min(self.end, mention.end + 25)]
        announces = self.words.announces
        says = announces.match(after.lstrip(" ,")) or announces.search(before.rstrip()[-16:])
        return bool(says) or kind == "pollster" or (kind != "unknown" and bool(self.words.sources.search(before)))


def bare(lead: str) -> str:
    """Words without the bullets, dashes and opening marks around them."""
    return _ORNAMENT.sub("", lead)


def first_break(text: str, start: int, limit: int) -> int:
    """Where the first mark that parts two clauses stands, or the limit."""
    found = _BREAK.search(text, start, limit)
    return found.start() if found else limit

"""Who is named, and where: mentions of people, organisations and places, resolved within one document.

A *mention* is a run of characters that names an *entity*. Mentions are found from capitals, given names,
titles, handles and the organisations and places listed in the language files; surnames, initials,
all-capital and misspelt forms lead back to the fullest name that the document gives. An authored
registry of people helps and is never required.

Everything here looks at the whole document, once; the rules then ask for the mentions between two offsets.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

from minutier.extract.folding import fold, fold_in_place, phrases
from minutier.extract.small_words import small_words
from minutier.languages import Language, available, language

Kind = Literal["person", "organization", "party", "outlet", "pollster", "place", "group", "unknown"]
Gender = Literal["m", "f", ""]

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_APOSTROPHE = "['’]"
_LETTER = f"[{_UPPER}]"
_REST = rf"(?:\.[-\u00a0 ]?{_LETTER}){{0,3}}\w*\u0301?(?:(?:{_APOSTROPHE}|[-‑])\w+)*"
_WORD = _LETTER + _REST
_TOKEN = re.compile(_WORD)
_MAY_GO_ON = ("outlet", "organization")
_HEAD = re.compile(r"[^\W_]+")
_SAINT = re.compile(r"(?:St|Ste|Saint|Sainte)\b")
"""What a town may be named after, in any language."""
_LETTERS = re.compile(r"\w+")
_DOTTED = re.compile(rf"(?:{_LETTER}\.){{3,8}}(?:-(?:{_LETTER}\.){{2,8}})?(?!\w)")
"""Initials with their stops: *the C.F.D.T.*, *A.F.L.-C.I.O.*"""
_SURNAME_NEXT = re.compile(rf"[ \u00a0]{_LETTER}\w")
_HANDLE = re.compile(r"(?<![\w@])@(\w{2,30})")
_UNCAPITALISED = re.compile(r"(?<![\w])[a-zà-öø-ÿœ]\w*")
_OPENS = re.compile(r"[ \u00a0]?\((?:ex-)?")
_FIGURE = re.compile(r"[ \u00a0]?[:(/]|[ \u00a0]\d")
"""After a name that opens a line: *Act: 8%*, *Tours (37)*, *Act 8.6%*."""
_INNER = re.compile(
    rf"({_LETTER}(?:(?<=[^\W\d_{_UPPER}][ \u00a0].)|(?<=[^\W\d_{_UPPER}], .)|(?<=[^\W\d_{_UPPER}]['’].)){_REST})"
    rf"(?=(?:[ \u00a0]({_WORD}))?)"
)
"""A word with a capital after a small letter, and the one after it. A capital is found fast: what stands before it is
asked next."""
_PAIRED = {"«": "»", "“": "”"}
_ASIDE = re.compile(r",[^,.;:!?\n]{1,40},")
"""Words between commas, right behind a name."""
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_INITIALLED = re.compile(rf"(?:[{_UPPER}]\.[- \u00a0]?){{1,3}}[{_UPPER}]\w{{2,}}(?:[-'’]\w+)*")
_TWO_CAPITALS = re.compile(rf"[{_UPPER}]{{2}}[ \u00a0][{_UPPER}][a-zà-ÿ]\w+(?:[-'’]\w+)*")
_OFTEN = 8  # a surname printed so many times for each full name of the rarer bearer is the other one's
_NAME_PARTS = re.compile(r"[-‑'’]|(?<=^Mc)|(?<=^Mac)(?=[A-Z])")
_MOMENT = 400
"""Characters in which somebody's surname is still that of whoever was named in full."""
_ABOUT = 3
"""Of two who are named in full about as often, a surname far from both is that of whoever was named first."""
_BODIES = ("party", "organization", "group")
_NO_LETTER = re.compile(r"[^a-z]")
_CAPITALS_BEHIND = re.compile(r" ([A-Z][\w-]{1,20})")
_POSSESSIVE = re.compile(rf"{_APOSTROPHE}(?:s|ll|ve|re|d|m|t)?$")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something named. ``name`` is the fullest form found; ``forms`` every form as printed."""

    name: str
    kind: Kind
    gender: Gender = ""
    forms: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    wikidata_id: str = ""
    place_type: str = ""
    full_name: str = ""

    @property
    def is_person(self) -> bool:
        return self.kind in ("person", "unknown")

    def may_be(self, gender: Gender) -> bool:
        """Whether nothing says that they are not of a gender; so may anybody when none is told."""
        return not gender or self.gender in ("", gender)


class Mention(NamedTuple):
    """``text[start:end]`` names ``entity``. ``is_affiliation``: a party in parentheses after a name."""

    start: int
    end: int
    entity: Entity
    is_affiliation: bool = False


class _Phrase(NamedTuple):
    """A form that the language file lists, and what it names."""

    form: str
    folded: str
    canonical: str
    kind: str
    place_type: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ``people`` section of a language file, compiled."""

    not_names: frozenset[str]
    also_words: frozenset[str]  # names of the lists that are common words too
    doings: frozenset[str]  # verbs: before one of them a word at the head of a sentence is a name
    acts: frozenset[str]  # of these, the ones before which it is a newspaper's: *Time is up* names none
    given: Mapping[str, Gender]
    particles: frozenset[str]
    body_particles: frozenset[str]  # those that nobody's name has behind a given name
    generations: frozenset[str]
    titles: Mapping[str, Gender]
    organisation_words: frozenset[str]
    party_words: frozenset[str]
    body_ends: frozenset[str]  # last words of the names of bodies that are no parties
    press_words: frozenset[str]
    place_words: frozenset[str]
    place_ends: frozenset[str]
    directions: frozenset[str]
    place_leads: frozenset[str]
    phrases: Mapping[str, tuple[_Phrase, ...]]  # opening (see ``_opening``) → what begins so, the longest first
    family: Mapping[str, tuple[str, ...]]  # canonical form of an organisation → all its forms
    party_names: Mapping[str, str]  # folded form of a party → its canonical form
    located: re.Pattern[str]
    elision: re.Pattern[str] | None
    hyphens_place: bool  # a given name and a surname joined by hyphens are those of a place
    has_capital_nouns: bool  # every noun has a capital: it tells nothing of names
    run: re.Pattern[str]
    title: re.Pattern[str]
    initial_title: re.Pattern[str]  # a title that looks like an initial: M. Durand
    compound: re.Pattern[str]  # Trump-backed: an adjective made of a name
    of_place: re.Pattern[str]  # behind a direction
    named_after: re.Pattern[str]  # before a name joined by hyphens: l'école Jean-Roux
    of: re.Pattern[str]  # before the place that completes a name
    aged: re.Pattern[str]  # Inès, 24 ans, …
    relative: re.Pattern[str]  # behind a name: Unite, which …
    listed_next: re.Pattern[str]  # behind the first of several: Unite, Unison and the GMB
    word_endings: tuple[str, ...]  # of words that are no names at the head of a sentence
    bodies: Mapping[Kind, re.Pattern[str]]  # with adjectives printed small: Union patronale suisse
    articles: tuple[str, ...]


def _given_names(codes: Iterable[str], skipped: frozenset[str]) -> dict[str, Gender]:
    """The given names of languages, folded, with their gender; of none where two lists disagree."""
    found: dict[str, Gender] = {}
    for code in codes:
        for gender, names in (language(code)["people"].get("given_names") or {}).items():
            for name in map(fold, (names if isinstance(names, str) else " ".join(names)).split()):
                if name not in skipped:
                    found[name] = "" if gender == "any" or found.get(name, gender) != gender else gender
    return found


def _spoken_besides(code: str, country: str) -> str:
    """The language, other than one, that is spoken in a country; empty where there is none."""
    tongues = (c for c in available() if country in (language(c)["people"].get("spoken_in") or ()))
    return next((c for c in tongues if c != code), "")


@cache
def vocabulary(code: str, home: str = "") -> Vocabulary:
    """What the language file says of names. Given names of every language serve every language; when two disagree, the
    list of another language ``home`` decides, which is spoken where the vote is held (*Jean* is a man on a French
    night), and else the language's own.
    """
    section, small = language(code)["people"], small_words(code)
    spelled = (language(code)["numbers"].get("spelled") or {}).get("values", {})
    not_names = frozenset(fold(w) for w in (*str(section.get("not_names", "")).split(), *map(str, spelled)))
    given = _given_names([c for c in available() if c != code], not_names) | _given_names([code], frozenset())
    given |= _given_names([home] if home else [], not_names - given.keys())
    lexicon: dict[str, list[_Phrase]] = defaultdict(list)
    family: dict[str, tuple[str, ...]] = {}

    def add(form: str, canonical: str, kind: str, kind_of_place: str = "") -> None:
        folded = fold(form)
        if head := _HEAD.match(folded):
            lexicon[_opening(folded, head.end())].append(_Phrase(form, folded, canonical, kind, kind_of_place))

    for line in section.get("parties", ()):
        forms = phrases(line)
        family[forms[0]] = tuple(forms)
        for form in forms:
            add(form, forms[0], "party")
    for key, kind in (("outlets", "outlet"), ("pollsters", "pollster"), ("institutions", "organization")):
        forms = phrases(section.get(key, ""))
        known = frozenset(forms)
        for form in forms:
            add(form, _canonical(form, known, section.get("name_articles") or ()), kind)
    for type_, names in (section.get("places") or {}).items():
        for form in phrases(names):
            add(form, form, "place", type_)
    told = {gender: [str(form) for form in group] for gender, group in (section.get("titles") or {}).items()}
    titles = {fold(form): gender for gender, group in told.items() if gender != "ranks" for form in group}
    particles = [str(p) for p in section.get("particles", ())]
    particle = "|".join(sorted((re.escape(p).replace("'", _APOSTROPHE) for p in particles), key=len, reverse=True))
    gap = rf"(?:[ \u00a0](?:(?:{particle})[ \u00a0]?){{0,2}}|[ \u00a0]{_APOSTROPHE}?)" if particle else r"[ \u00a0]"
    prefixes = sorted(itertools.chain.from_iterable(told.values()), key=len, reverse=True)
    initials = [f for f in prefixes if len(f) == 2 and f[1] == "."]
    acts = frozenset(fold(w) for w in _listed_words(code, "verbs"))
    return Vocabulary(
        not_names=not_names,
        also_words=frozenset(fold(w) for w in str(section.get("also_words", "")).split()),
        doings=acts | frozenset(fold(w) for w in _listed_words(code, "auxiliaries")),
        acts=acts,
        given=given,
        particles=frozenset(fold(p) for p in particles),
        body_particles=frozenset(fold(str(p)) for p in section.get("body_particles", ())),
        generations=frozenset(fold(str(g)) for g in section.get("generations", ())),
        titles={k: ("" if v == "any" else v) for k, v in titles.items()},
        organisation_words=frozenset(fold(w) for w in str(section.get("organisation_words", "")).split()),
        party_words=frozenset(fold(w) for w in str(section.get("party_words", "")).split()),
        body_ends=frozenset(fold(w) for w in str(section.get("body_ends", "")).split()),
        press_words=frozenset(fold(w) for w in str(section.get("press_words", "")).split()),
        place_ends=frozenset(fold(w) for w in str(section.get("place_ends", "")).split()),
        directions=frozenset(fold(w) for w in str(section.get("directions", "")).split()),
        place_leads=frozenset(fold(w) for w in str(section.get("place_leads", "")).split()),
        place_words=frozenset(fold(w) for w in str(section.get("place_words", "")).split()),
        phrases={k: tuple(sorted(dict.fromkeys(v), key=lambda p: -len(p.folded))) for k, v in lexicon.items()},
        family=family,
        party_names={fold(form): name for name, forms in reversed(family.items()) for form in forms},
        located=re.compile(rf"(?<!\w)(?:{'|'.join(section.get('located') or ['(?!)'])})[ \u00a0]$"),
        compound=re.compile(rf"-[a-z]{{2,}}(?:{'|'.join(section.get('compound_endings') or ['(?!)'])})$"),
        of_place=re.compile(rf"[ \u00a0]{small.before('of')}"),
        named_after=re.compile(
            rf"(?<!\w)(?:{'|'.join(str(section.get('named_after') or '(?!)').split())})[ \u00a0]$", re.IGNORECASE
        ),
        hyphens_place=bool(section.get("named_after")),
        of=re.compile(rf"(?<!\w){small.before('of', 'in', 'at', 'from', 'for')}{small.before('definite')}?$"),
        aged=re.compile(rf", \d{{1,2}}(?: (?:{'|'.join(section.get('years') or ['(?!)'])}))?,"),
        bodies={kind: re.compile(rf"(?:{form})(?!\w)") for kind, form in (section.get("bodies") or {}).items()},
        word_endings=tuple(str(section.get("word_endings", "")).split()),
        relative=re.compile(rf",[ \u00a0]{small.whole('relatives')}(?!\w)"),
        listed_next=re.compile(
            rf"(?:,[ \u00a0]|[ \u00a0]{small.whole('and')}[ \u00a0]){small.before('definite')}?[{_UPPER}]"
        ),
        articles=tuple(small.of("definite")),
        elision=re.compile(section["elisions"]) if section.get("elisions") else None,
        has_capital_nouns=bool(section.get("capitalised_nouns")),
        run=re.compile(rf"{_LETTER}(?<![\w@].){_REST}(?:{gap}{_WORD}){{0,12}}", re.DOTALL),
        initial_title=re.compile("|".join(rf"{re.escape(f)}[ \u00a0](?=\w)" for f in initials) or r"(?!)"),
        title=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, prefixes))})[ \u00a0]$")
        if prefixes
        else re.compile(r"(?!)"),
    )


def _listed_words(code: str, key: str) -> list[str]:
    return str(language(code)["syntax"].get(key) or "").split()


def _opening(folded: str, head: int) -> str:
    """What a form is looked up by: its first word, which ends at ``head``, and three characters more, or the
    word alone when less follows. Many names begin with *Saint* or *West*, few with *saint-de*.
    """
    return folded[: head + 3] if len(folded) >= head + 3 else folded[:head]


def _canonical(form: str, forms: frozenset[str], articles: Iterable[str]) -> str:
    """One name for *The Irish Times* and *Irish Times*, *the Guardian* and *Guardian*: the article only
    before one word.
    """
    for article in articles:
        bare = form[len(article) + 1 :] if form.lower().startswith(f"{article} ") else form
        whole = f"{article.capitalize()} {bare}"
        if whole in forms or f"{article} {bare}" in forms:
            return bare if " " in bare or bare.isupper() else whole
    return form


class People:
    """The mentions of one document, in order, and what they lead to.

    ``People(text, language)`` finds them; ``between(start, end)`` gives those inside a stretch of text. ``country`` is
    that of the vote (``FR``), if known: it tells the gender of given names that two languages share.
    """

    def __init__(
        self, text: str, language: Language, registry: Sequence[Mapping[str, str]] = (), country: str = ""
    ) -> None:
        self.text = text
        self.folded = fold_in_place(text)
        self._vocabulary = vocabulary(language.code, _spoken_besides(language.code, country))
        self._entities: dict[tuple[str, str], Entity] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self._by_given: dict[str, list[Entity]] = defaultdict(list)
        self._by_inner: dict[str, Entity] = {}  # a word between given name and surname
        self._by_initials: dict[str, Entity] = {}
        self._alike: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)  # letter, length → rank, surname
        self._surnames: list[list[Entity]] = []  # by rank
        self._bare_surnames: dict[str, list[int]] = defaultdict(list)  # letters of a surname → its ranks
        self._full_names: dict[Entity, list[int]] = {}
        self._printed: dict[str, int] = {}  # surname of several → how many times
        self._newspapers: dict[str, str] = {}  # last word → name
        self._located: frozenset[str] = frozenset()  # words that stand where a place does
        self._inner: frozenset[str] | None = None  # words, and pairs of words, with their capital within a sentence
        for row in registry:
            self._register(row)
        self._uncapitalised = frozenset(_UNCAPITALISED.findall(text))
        self._counts: Counter[Entity] | None = None
        self._word_counts: Counter[str] | None = None
        self._mentions_of: dict[Entity, list[Mention]] | None = None
        self.mentions = self._with_abbreviations(list(self._find()))
        self._starts = [mention.start for mention in self.mentions]
        self._name_organisations()

    # ── asking ────────────────────────────────────────────────────────────────────────────────────

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that lie wholly inside ``text[start:end]``, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = self.mentions[low:high]
        return found[:-1] if found and found[-1].end > end else found

    def is_named(self, entity: Entity, start: int, end: int) -> bool:
        """Whether a mention of an entity lies wholly inside ``text[start:end]``."""
        if self._mentions_of is None:
            self._mentions_of = defaultdict(list)
            for mention in self.mentions:
                self._mentions_of[mention.entity].append(mention)
        found = self._mentions_of.get(entity, [])
        index = bisect_left(found, start, key=_start_of)
        return index < len(found) and found[index].end <= end

    def of_kind(self, kind: Kind, start: int, end: int) -> list[Mention]:
        """The mentions of one kind that lie wholly inside ``text[start:end]``, in order."""
        return [mention for mention in self.between(start, end) if mention.entity.kind == kind]

    @property
    def common_words(self) -> frozenset[str]:
        """Words that are no names: those of the language file, and those that the document prints without a capital."""
        return self._vocabulary.not_names | self._uncapitalised

    def at(self, offset: int) -> Mention | None:
        """The mention that covers a character, if any."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.mentions[index].start <= offset < self.mentions[index].end:
            return self.mentions[index]
        return None

    def entity(self, name: str, kind: Kind) -> Entity:
        """The entity of a name and kind, made when the document has not named it (groups above all)."""
        return self._entity(name, kind)

    def named(self, name: str) -> Entity | None:
        """The entity that a name, surname, initials or handle (without ``@``) leads to, if any."""
        folded = fold(name)
        for kind in ("person", "party", "organization", "outlet", "pollster"):
            if entity := self._entities.get((kind, folded)):
                return entity
        return self._surname(folded) or self._by_initials.get(name) or self._handle(name)

    def is_named_only_in(self, entity: Entity, start: int, end: int) -> bool:
        """Whether the document names somebody inside ``text[start:end]`` and nowhere else."""
        return all(start <= mention.start < end for mention in self.mentions if mention.entity is entity)

    def parties_named(self, forms: Iterable[str]) -> dict[str, Entity]:
        """Those of some forms of parties that stand for a party which the document names, by whatever form."""
        named = {form: self._entities.get(("party", fold(self.party_name(form)))) for form in forms}
        return {form: entity for form, entity in named.items() if entity is not None and entity.forms}

    def is_given_name(self, name: str) -> bool:
        """Whether a name is a given name, and nothing more."""
        return fold(name) in self._vocabulary.given

    def party_name(self, form: str) -> str:
        """The name under which the language file lists a form of a party, whatever its capitals; the form itself, if it
        has none.
        """
        return form if form in self._vocabulary.family else self._vocabulary.party_names.get(fold(form), form)

    def most_named(self, count: int) -> list[Entity]:
        """The people whom the document names most often, the commonest first."""
        return [entity for entity, _ in self._person_counts().most_common(count)]

    def leading_two(self) -> list[Entity]:
        """The two people whom the document is about: each named twice as often as anybody else; else none."""
        (first, second, third) = ([n for _, n in self._person_counts().most_common(3)] + [0, 0, 0])[:3]
        return self.most_named(2) if second >= max(4, 2 * third) and first else []

    def _person_counts(self) -> Counter[Entity]:
        if self._counts is None:
            self._counts = Counter(m.entity for m in self.mentions if m.entity.kind == "person")
        return self._counts

    @property
    def entities(self) -> Iterable[Entity]:
        return self._entities.values()

    # ── finding ───────────────────────────────────────────────────────────────────────────────────

    def _find(self) -> Iterator[Mention]:
        """Two readings: names that stand by themselves first, then what can only be told by means of them."""
        runs = [self._tokens(match) for match in self._vocabulary.run.finditer(self.text)]
        pieces: list[tuple[int, int, Entity | None, list[tuple[int, int]]]] = []
        for tokens in runs:
            pieces.extend(self._split(tokens))
        surnames = {name.partition(" ")[2] for kind, name in self._entities if kind == "person"}
        for _, _, entity, tokens in pieces:
            if entity is None and 2 <= len(tokens := self._without_title(tokens)) <= 3:
                self._unknown_name(tokens, surnames)
        self._name_initialled(tokens for _, _, entity, tokens in pieces if entity is None)
        self._index()
        self._located = frozenset(filter(None, (self._place_in(t) for _, _, entity, t in pieces if entity is None)))
        found: list[tuple[int, int, Entity]] = []
        for start, end, entity, tokens in pieces:
            if entity is not None:
                key = ("person", fold(entity.name))
                entity = self._namesake(start, end, entity) or entity
                found.append((start, end, self._entities.get(key, entity) if entity.kind == "person" else entity))
            else:
                found.extend(self._resolve(tokens))
        for match in _HANDLE.finditer(self.text):
            if entity := self._handle(match[1]):
                found.append((match.start(), match.end(), entity))
        found.sort(key=lambda item: (item[0], -item[1]))
        position = 0
        previous: Mention | None = None
        for start, end, entity in found:
            if start < position:
                continue
            start = self._with_title(start, entity, position)
            entity.forms.setdefault(self.text[start:end])
            affiliation = self._is_affiliation(previous, start, end, entity)
            previous = Mention(start, end, entity, affiliation)
            position = end
            yield previous

    def _with_abbreviations(self, mentions: list[Mention]) -> tuple[Mention, ...]:
        """The mentions, abbreviations that the document introduces led to what they stand for: ``the Alternative
        for Germany (AfD)``.
        """
        stands_for: dict[Entity, Entity] = {}
        for full, short in itertools.pairwise(mentions):
            one, other = full.entity, short.entity
            if one.kind not in _BODIES or other.kind not in (*_BODIES, "unknown"):
                continue
            printed = self.text[short.start : short.end]
            if not _OPENS.fullmatch(self.text, full.end, short.start) or self.text[short.end : short.end + 1] != ")":
                continue
            if not _is_acronym(printed) or _is_acronym(self.text[full.start : full.end]) or other in stands_for:
                continue
            if other.kind == "party" != one.kind:
                continue  # a party is no short form of something else: *le secrétaire d'État (PS) …*
            one.full_name = " ".join(self.text[full.start : full.end].split())
            if one is other:
                continue  # a list knows both
            stands_for[other] = one
            one.kind = "party" if "party" in (one.kind, other.kind) else one.kind
            one.forms |= other.forms
        if not stands_for:
            return tuple(mentions)
        return tuple(
            Mention(m.start, m.end, stands_for[m.entity], m.is_affiliation) if m.entity in stands_for else m
            for m in mentions
        )

    def _namesake(self, start: int, end: int, entity: Entity) -> Entity | None:
        """The person named in full who is meant by what is listed as something else: *Bloomberg*, where Michael
        Bloomberg stands; *Lincoln*, but not *in Lincoln*.
        """
        if entity.kind not in ("outlet", "pollster", "place"):
            return None
        if entity.kind == "place" and self._vocabulary.of.search(self.text, max(0, start - 8), start):
            return None
        return self._surname(fold(self.text[start:end]), start)

    def _name_initialled(self, runs: Iterable[Sequence[tuple[int, int]]]) -> None:
        """*J.K. Rowling* is a name in full when the document gives nobody else that surname; so is *JD Vance* when
        the two capitals mostly stand before that word.
        """
        people = (e for e in self._entities.values() if e.kind == "person" and e.name.strip())
        full = {fold(e.name).split()[-1] for e in people}
        next_words: dict[str, Counter[str]] = {}
        for tokens in runs:
            for start, end in tokens:
                printed = self.text[start:end]
                if _INITIALLED.fullmatch(printed):
                    surname = re.split(r"[. -]", fold(printed))[-1]
                    if surname not in full and surname not in self._vocabulary.not_names:  # “a B for an M. The pound …”
                        self._person(printed, "")
            for first, second in itertools.pairwise(tokens):
                printed = self.text[first[0] : second[1]]
                surname = fold(printed[3:])
                if not _TWO_CAPITALS.fullmatch(printed) or surname in full or surname in self._vocabulary.not_names:
                    continue
                capitals = printed[:2]
                if capitals not in next_words:
                    found = re.finditer(rf"(?<!\w){capitals}(?!\w)[ \u00a0]?([\w'’-]*)", self.text)
                    next_words[capitals] = Counter(fold(match[1]) for match in found)
                if 2 * next_words[capitals][surname] > next_words[capitals].total():
                    self._person(printed, "")

    def _tokens(self, match: re.Match[str]) -> list[tuple[int, int]]:
        """The capitalised words of a run, elided articles and possessives taken off."""
        text, vocabulary = self.text, self._vocabulary
        tokens = []
        for token in _TOKEN.finditer(text, match.start(), match.end()):
            start, end = token.span()
            printed = token[0]
            if "-" in printed and self._vocabulary.compound.search(printed):
                continue
            has_apostrophe = "'" in printed or "’" in printed
            if has_apostrophe and self._phrase(start) is None:  # “L'Express” keeps its article
                start = self._after_elision(start, end)
            if "." in printed and (titled := vocabulary.initial_title.match(text, start, end)):
                start = titled.end()
            elif ". " in printed:
                start = self._after_full_stop(start, end)
            if has_apostrophe and (possessive := _POSSESSIVE.search(text, start, end)):
                end = possessive.start()
            if end > start:
                tokens.append((start, end))
        return tokens

    def _after_full_stop(self, start: int, end: int) -> int:
        """Where a word begins when the letter and the stop before it end a sentence: *typed an M. The pound fell*."""
        last = self.text.rindex(". ", start, end) + 2
        return last if fold(self.text[last:end]) in self._vocabulary.not_names else start

    def _after_elision(self, start: int, end: int) -> int:
        """Where a word begins after its elided article; at its end when it is no name: *L'autre*."""
        text, elision = self.text, self._vocabulary.elision
        elided = elision.match(text, start, end) if elision else None
        if elided is None or (elided.end() - start <= 2 and text[start] in "Nn") or elided.end() == end:
            return start
        return elided.end() if text[elided.end()].isupper() else end

    def _split(self, tokens: list[tuple[int, int]]) -> Iterator[tuple[int, int, Entity | None, list[tuple[int, int]]]]:
        """Organisations, places and full names of a run; the tokens between them are left for later."""
        text, vocabulary = self.text, self._vocabulary
        rest: list[tuple[int, int]] = []
        index = 0
        while index < len(tokens):
            start, end = tokens[index]
            phrase = self._phrase(start)
            if phrase is None or phrase[2] == "place":
                phrase = self._newspaper(tokens, index) or phrase or self._body(start)
            elif phrase[2] in _MAY_GO_ON and (longer := self._body(start)) is not None and longer[0] > phrase[0]:
                phrase = longer  # L'Écho de l'Escaut, not L'Écho
            if phrase and phrase[2] == "place" and phrase[0] == end and self._is_given(text[start:end]):
                phrase = None if self._is_forename(tokens, index) else phrase
            if phrase:
                if rest:
                    yield rest[0][0], rest[-1][1], None, rest
                    rest = []
                stop, canonical, kind, type_ = phrase
                if kind == "outlet":
                    self._newspapers.setdefault(self.folded[start:stop].rpartition(" ")[2], canonical)
                yield start, stop, self._organisation(canonical, kind, type_), []
                while index < len(tokens) and tokens[index][0] < stop:
                    index += 1
                if index and tokens[index - 1][1] > stop + 1 and text[stop] in "-–‑/":
                    index -= 1  # “LR-UDI” is two
                    tokens[index] = (stop + 1, tokens[index][1])
                continue
            last = self._full_name(tokens, index)
            if last > index and fold(text[slice(*tokens[last])]) in vocabulary.place_ends:
                last = index
            if last > index:
                if rest and (title := vocabulary.title.search(text, rest[0][0], start)):
                    rest = [token for token in rest if token[0] < title.start()]
                if rest:
                    yield rest[0][0], rest[-1][1], None, rest
                    rest = []
                stop = tokens[last][1]
                yield (
                    start,
                    stop,
                    self._person(text[start:stop], vocabulary.given.get(fold(_first_word(text[start:end])), "")),
                    [],
                )
                index = last + 1
                continue
            rest.append((start, end))
            index += 1
        if rest:
            yield rest[0][0], rest[-1][1], None, rest

    def _is_forename(self, tokens: list[tuple[int, int]], index: int) -> bool:
        """Whether a place that is a given name too is one here: *Georgia Meloni*, not *in Georgia Stacey
        Abrams* or *Georgia Democrats*.
        """
        text = self.text
        if self._full_name(tokens, index) == index:
            return False
        following = self._phrase(tokens[index + 1][0])
        if following is not None and following[2] != "place":
            return False
        before = max(0, tokens[index][0] - 14)
        if not self._vocabulary.located.search(text, before, tokens[index][0]):
            return True
        return not (index + 2 < len(tokens) and self._is_given(text[slice(*tokens[index + 1])]))

    def _newspaper(self, tokens: list[tuple[int, int]], index: int) -> tuple[int, str, str, str] | None:
        """A newspaper that no list names, told by its article and its last word: *the Cincinnati
        Enquirer*, *the Enquirer*.
        """
        text, words = self.text, self._vocabulary.press_words
        before = fold(text[max(0, tokens[index][0] - 4) : tokens[index][0]])
        if not words or before not in self._vocabulary.articles:
            return None
        for last in range(min(index + 3, len(tokens) - 1), index, -1):
            between = text[tokens[index][1] : tokens[last][0]]
            if fold(text[slice(*tokens[last])]) in words and not any(c in between for c in "'’.,"):
                name = " ".join(text[tokens[index][0] : tokens[last][1]].split())
                self._newspapers[fold(text[slice(*tokens[last])])] = name
                return tokens[last][1], name, "outlet", ""
        alone = self._newspapers.get(fold(text[slice(*tokens[index])]))
        return (tokens[index][1], alone, "outlet", "") if alone else None

    def _body(self, start: int) -> tuple[int, str, str, str] | None:
        """A party or another body that no list names, told by its noun and the adjectives behind: *l'Union patronale
        suisse*.
        """
        for kind, form in self._vocabulary.bodies.items():
            match = form.match(self.text, start)
            if match is None:
                continue
            words = match[0].split(" ")
            told = next((i for i, word in enumerate(words) if fold(word) in self._vocabulary.doings), len(words))
            if told > 1:
                name = " ".join(words[:told])
                article = self.text[start - 2 : start] if kind == "outlet" and start > 1 else ""
                is_of_name = article[:1].isupper() and article[1:] in ("'", "’")  # L'Éveil du Morvan
                return start + len(name), article + name if is_of_name else name, kind, ""
        return None

    def _is_forenames(self, dotted: re.Match[str]) -> bool:
        """Whether initials with stops are those of somebody whose surname follows: *J.R.R. Tolkien*."""
        before = fold(self.text[max(0, dotted.start() - 6) : dotted.start()]).rpartition(" ")[2]
        return _SURNAME_NEXT.match(self.text, dotted.end()) is not None and before not in self._vocabulary.articles

    def _dotted(self, printed: re.Match[str]) -> tuple[int, str, str, str]:
        """A body by initials with their stops, of the kind that the language file gives it without them."""
        letters = printed[0].replace(".", "")
        known = next((p for p in self._vocabulary.phrases.get(fold(letters), ()) if p.form == letters), None)
        kind, place_type = (known.kind, known.place_type) if known is not None else ("organization", "")
        return printed.end(), printed[0], kind, place_type

    def _phrase(self, start: int) -> tuple[int, str, str, str] | None:
        """The longest organisation or place of the language file that the text spells at an offset."""
        text = self.text
        if (dotted := _DOTTED.match(text, start, start + 40)) and not self._is_forenames(dotted):
            return self._dotted(dotted)
        head = _HEAD.match(text, start, start + 40)
        if not head:
            return None
        known, word = self._vocabulary.phrases, self.folded[start : head.end()]
        longer, alone = known.get(self.folded[start : head.end() + 3], ()), known.get(word, ())
        for form, folded, canonical, kind, type_ in (*longer, *alone) if longer else alone:
            if not self.folded.startswith(folded, start):
                continue
            stop = start + len(folded)
            printed = text[start:stop]
            if not (printed.isupper() or _same_capitals(printed, form)):
                continue
            if text[stop - 1].isdigit() and text[stop : stop + 1] in ",." and text[stop + 1 : stop + 2].isdigit():
                continue  # “No 10,004” is not at No 10
            if text[stop : stop + 1].isalnum() and text[stop - 1].isalnum():
                continue
            if text[stop : stop + 1] in ("-", "‑") and text[stop + 1 : stop + 2].isalpha() and kind == "place":
                continue
            if folded in self._vocabulary.also_words and not self._is_named(start, stop, kind):
                continue
            if word in self._vocabulary.not_names and folded != word:  # “The National”, unless it is “National Rally”
                inner = self._phrase(start + len(word) + 1)
                if inner is not None and inner[0] > stop:
                    continue
            if kind in ("party", "outlet", "place") and self._is_in_longer_name(stop):
                continue
            if kind == "place" and folded == word and self._vocabulary.title.search(text, max(0, start - 20), start):
                continue  # “Mr Lincoln”
            return stop, canonical, kind, type_
        return None

    def _is_in_longer_name(self, stop: int) -> bool:
        """Whether the capitals behind what may be a party or a place end the name of a body: *the Chicago Teachers
        Union*."""
        for _ in range(3):
            word = _CAPITALS_BEHIND.match(self.text, stop)
            if word is None:
                return False
            if fold(word[1]) in self._vocabulary.body_ends:
                return True
            stop = word.end()
        return False

    def _is_named(self, start: int, stop: int, kind: str) -> bool:
        """Whether a word that is also a name is one here: *Renaissance*, *Act*, *Tours*, *Reading*.

        Within a sentence its capital tells, unless it ends a longer name (*the Voting Rights Act*). At the head
        of a sentence what follows tells (*Act : 8%*, *Tours (Indre-et-Loire)*), or the rest of the document
        does, when it prints the capital within a sentence.
        """
        text = self.text
        if text[start:stop].isupper() and stop - start > 1:
            return not self._is_shouted(start, stop)
        if kind == "outlet" and self._is_between_marks(start, stop):
            return True  # « Libération » se prononce
        if self._heads_sentence(start):
            aside = _ASIDE.match(text, stop)  # Libération, sans surprise, appelle
            verb = _NEXT_WORD.match(text, aside.end() if aside else stop)
            telling = self._vocabulary.acts if kind == "outlet" else self._vocabulary.doings
            does = verb is not None and fold(verb[1]) in telling
            does = does or self._vocabulary.relative.match(text, stop) is not None
            lists = kind in ("organization", "outlet") and self._vocabulary.listed_next.match(text, stop) is not None
            owns = lists or (kind == "organization" and text[stop : stop + 3] in ("'s ", "’s "))  # “Unite's members”
            return does or owns or _FIGURE.match(text, stop) is not None or self._within_sentences(text[start:stop])
        if text[start - 1] not in " \u00a0":
            return True
        before = text[max(0, start - 30) : start - 1]
        previous = before[max(before.rfind(" "), before.rfind("\n"), before.rfind("\u00a0")) + 1 :]
        return not previous[:1].isupper() or not previous.isalpha() or fold(previous) in self._vocabulary.not_names

    def _is_between_marks(self, start: int, stop: int) -> bool:
        """Whether quotation marks hold these words and nothing else."""
        before = self.text[max(0, start - 2) : start].rstrip(" \u00a0\u202f")[-1:]
        return before in _PAIRED and self.text[stop : stop + 2].lstrip(" \u00a0\u202f")[:1] == _PAIRED[before]

    def _heads_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 2) : start].strip(" \u00a0")
        if before in ("”", "»", '"'):  # … fight for it.” Minutes later
            inside = self.text[max(0, start - 5) : start].rstrip(' ”»"\u00a0\u202f')
            return inside[-1:] in (".", "!", "?", "…")
        return not before or before[-1] in '.!?…:\n«“"•-–—►⇒]‘'

    def _within_sentences(self, printed: str) -> bool:
        """Whether the document prints a word, or two, so after a small letter."""
        if self._inner is None:
            inner: set[str] = set()
            for match in _INNER.finditer(self.text):
                inner.update((_unpossessed(match[1]), f"{match[1]} {_unpossessed(match[2] or '')}"))
            self._inner = frozenset(inner)
        return printed in self._inner

    def _full_name(self, tokens: list[tuple[int, int]], index: int) -> int:
        """Index of the last token of a name that begins with a given name or initials, or ``index``."""
        text, vocabulary = self.text, self._vocabulary
        start, end = tokens[index]
        first = text[start:end]
        folded = fold(_first_word(first))
        initialled = "." in first
        if initialled:
            return index
        if folded not in vocabulary.given:
            hyphenated = folded.split("-")
            if len(hyphenated) < 2 or any(part not in vocabulary.given for part in hyphenated):
                return index
        if first.isupper() and len(first) > 1 and (len(tokens) != index + 2 or folded in vocabulary.not_names):
            return index
        if folded in vocabulary.also_words and index + 1 < len(tokens) and self._heads_sentence(start):
            listed = self._phrase(tokens[index + 1][0]) is not None  # “Mark Labour's words …”
            common = folded in vocabulary.not_names  # “Will Biden …”
            if (listed or common) and not self._within_sentences(text[start : tokens[index + 1][1]]):
                return index
        last = index
        for following in range(index + 1, min(index + 5, len(tokens))):
            gap_start, word_start, word_end = tokens[last][1], *tokens[following]
            gap, word = text[gap_start:word_start], text[word_start:word_end]
            if self._phrase(word_start) and following > index + 1 and not _is_glued(gap):
                break
            small = fold(gap).strip()
            if len(gap) > 1:
                is_particle = small in vocabulary.particles or vocabulary.particles.issuperset(small.split())
                if not is_particle or self._is_given(word):
                    break
            if small in vocabulary.body_particles:
                break  # Lou Barletta of Hazleton, but the Council of Unions
            if text[gap_start : gap_start + 1] in "'’":
                break
            after_article = fold(text[slice(*tokens[last])]) in vocabulary.particles
            is_office = word.isupper() and len(word) > 1  # Kerry TD John Browne, Clare MP Mary Roy
            if fold(word) in vocabulary.not_names and (following > index + 1 or is_office) and not after_article:
                break
            if first.isupper() != word.isupper() and len(word) > 3 and not first.isupper() and last > index:
                break
            last = following
            if text[word_end : word_end + 2] in ("’s", "'s"):
                break
        return last

    def _is_given(self, word: str) -> bool:
        return fold(_first_word(word)) in self._vocabulary.given

    def _resolve(self, tokens: list[tuple[int, int]]) -> Iterator[tuple[int, int, Entity]]:
        """Surnames, initials, capitals and names without a known given name."""
        index, unknown = 0, 0
        while index < len(tokens):
            match = self._known(tokens, index)
            if match is None:
                index += 1
                continue
            if unknown < index:
                yield from self._unknown(tokens[unknown:index])
                match = self._known(tokens, index) or match  # perhaps by a name just made
            last, entity = match
            yield tokens[index][0], tokens[last][1], entity
            index = unknown = last + 1
        if unknown < index:
            yield from self._unknown(tokens[unknown:])

    def _known(self, tokens: list[tuple[int, int]], index: int) -> tuple[int, Entity] | None:
        """The longest form at a token that leads to somebody already named in full."""
        text = self.text
        start = tokens[index][0]
        for last in range(min(index + 2, len(tokens) - 1), index - 1, -1):
            printed = text[start : tokens[last][1]]
            folded = fold(printed)
            if folded in self._vocabulary.directions and self._vocabulary.of_place.match(text, tokens[last][1]):
                continue  # “North of the border”
            if entity := self._entities.get(("person", folded)):
                return last, entity
            if "." in printed and (entity := self._initialled(printed)):
                return last, entity
            if last == index and index and self._ends_name_of_body(tokens[index - 1], folded):
                continue
            if (entity := self._surname(folded, start)) and not self._is_dated(folded, start, tokens[last][1]):
                return last, entity
            if last == index and folded not in self._vocabulary.not_names and len(self._by_given.get(folded, ())) == 1:
                if self._vocabulary.located.search(text, max(0, start - 14), start):
                    continue  # “takes Workington” is not somebody's given name
                return last, self._by_given[folded][0]
            if last == index:
                if printed.isupper() and printed in self._by_initials:
                    return last, self._by_initials[printed]
                if folded in self._vocabulary.not_names:
                    continue
                if entity := self._by_inner.get(folded) or self._misspelt(folded):
                    return last, entity
        return None

    def _ends_name_of_body(self, before: tuple[int, int], folded: str) -> bool:
        """*City Hall*, where there is a Susan Hall: whether a surname ends the name of a body in capitals."""
        first, vocabulary = fold(self.text[slice(*before)]), self._vocabulary
        is_plain = first in vocabulary.not_names or first in vocabulary.titles
        return folded in vocabulary.organisation_words and not is_plain

    def _without_title(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """*Senator Rand Paul*: the words of a run behind the capitals of a title."""
        titles = self._vocabulary.titles
        return list(itertools.dropwhile(lambda token: fold(self.text[slice(*token)]) in titles, tokens))

    def _unknown_name(self, tokens: list[tuple[int, int]], surnames: Container[str]) -> None:
        """Make an entity of a full name without a known given name, so that its surname leads back to it; not of the
        surname of somebody named in full: *Dent Coad* is Emma Dent Coad.
        """
        parts = [self.text[slice(*token)] for token in tokens]
        if fold(" ".join(parts)) in surnames:
            return
        if all(_is_name_shaped(p) and fold(p) not in self._vocabulary.not_names for p in parts):
            for _ in self._unknown(tokens):
                pass

    def _is_dated(self, folded: str, start: int, end: int) -> bool:
        """A surname that is also a common word, beside a number: ``8 May 2017``."""
        if folded not in self._vocabulary.not_names:
            return False
        return (
            self.text[max(0, start - 2) : start].strip()[-1:].isdigit()
            or self.text[end : end + 2].strip()[:1].isdigit()
        )

    def _place_in(self, tokens: list[tuple[int, int]]) -> str:
        """The one word of a run that stands where a place does, folded: *A Gourin, …* makes every *Gourin* a place."""
        named = [token for token in tokens if fold(self.text[slice(*token)]) not in self._vocabulary.not_names]
        if len(named) != 1:
            return ""
        start, end = named[0]
        is_located = self._vocabulary.located.search(self.text, max(0, start - 14), start) is not None
        return fold(self.text[start:end]) if is_located and not self._is_of_an_age(self.text[start:end]) else ""

    def _is_of_an_age(self, word: str) -> bool:
        """Whether a given name stands before an age somewhere, and is somebody's: *Clémence, 22 ans, …*."""
        return self._is_given(word) and word in self._of_an_age

    @cached_property
    def _of_an_age(self) -> frozenset[str]:
        """The words that stand right before an age."""
        before = (self.text[max(0, m.start() - 40) : m.start()] for m in self._vocabulary.aged.finditer(self.text))
        return frozenset(re.split(r"[^\w-]", words)[-1] for words in before)

    def _unknown(self, tokens: list[tuple[int, int]]) -> Iterator[tuple[int, int, Entity]]:
        """Capitals that nothing in the document explains: a person when they look like one."""
        text, vocabulary = self.text, self._vocabulary
        is_body = len(tokens) > 1 and fold(text[slice(*tokens[-1])]) in vocabulary.body_ends
        while tokens and all(w in vocabulary.not_names for w in fold(text[slice(*tokens[0])]).split("-")):
            if (
                is_body
                and fold(text[max(0, tokens[0][0] - 8) : tokens[0][0]]).rpartition(" ")[2] in vocabulary.articles
            ):
                break  # *the Police Federation*
            tokens = tokens[1:]
        while tokens and fold(text[slice(*tokens[-1])]) in vocabulary.not_names:
            tokens = tokens[:-1]
        while tokens and fold(text[slice(*tokens[-1])]) in vocabulary.titles:
            tokens = tokens[:-1]
        if not tokens:
            return
        if self._is_named_after(*tokens[0]):
            yield *tokens[0], self._entity(text[slice(*tokens[0])], "place")
            yield from self._unknown(tokens[1:])
            return
        start, end = tokens[0][0], tokens[-1][1]
        printed = text[start:end]
        parts = [fold(text[slice(*token)]) for token in tokens]
        if len(parts) > 1 and parts[-1] in vocabulary.party_words:
            yield start, end, self._entity(printed, "party")
        elif any(part in vocabulary.organisation_words for part in parts) and not self._is_mere_word(tokens):
            yield start, end, self._entity(printed, "organization")
        elif places := [index for index, part in enumerate(parts) if part in vocabulary.place_words]:
            last = places[-1]
            following = parts[last + 1] if last + 1 < len(tokens) else ""
            is_led = parts[last] in vocabulary.directions and not self._is_given(following)
            if following and (is_led or parts[last] in vocabulary.place_leads):
                last += 1  # South Bend, Mount Isa
            yield start, tokens[last][1], self._entity(text[start : tokens[last][1]], "place")
            yield from self._unknown(tokens[last + 1 :])
        elif len(tokens) == 1 and (printed.isupper() or (len(printed) < 3 and not self._is_given(printed))):
            if printed.isupper() and 2 <= len(printed) <= 6 and not self._is_shouted(start, end):
                yield start, end, self._entity(printed, "organization")
        elif printed.isupper() or self._is_no_name(tokens):
            return
        else:
            titled = vocabulary.title.search(text, max(0, start - 20), start)
            lead = vocabulary.located.search(text, max(0, start - 14), start)
            share = text[max(0, lead.start() - 2) : lead.start()].rstrip() if lead is not None else ""
            is_given = share.endswith("%") and len(tokens) > 1 and not _SAINT.match(printed)  # “22 % à X Y”
            is_located = lead is not None and not self._is_of_an_age(printed)
            if not titled and not is_given and (is_located or fold(printed) in self._located):
                yield start, end, self._entity(printed, "place")
                return
            juxtaposed = all(text[a[1] : b[0]] in (" ", "\u00a0") for a, b in itertools.pairwise(tokens))
            before = self.folded[max(0, start - 8) : start].split()[-1:]
            if len(tokens) > 1 and juxtaposed and not titled and before and before[0] in vocabulary.articles:
                yield start, end, self._entity(printed, "organization")  # the United Steelworkers
                return
            named = titled or (2 <= len(tokens) <= 3 and juxtaposed)
            yield start, end, self._entity(printed, "person" if named else "unknown")

    def _is_named_after(self, start: int, end: int) -> bool:
        """Whether hyphens join a given name to a surname, as where a place bears somebody's name: *l'école Jean-Roux*;
        of two parts only behind a noun of such a place, as *Jean-Eudes* may be a given name that no list has.
        """
        given, parts = self._vocabulary.given, fold(self.text[start:end]).replace("‑", "-").split("-")
        if not self._vocabulary.hyphens_place or len(parts) < 2 or parts[0] not in given or parts[-1] in given:
            return False
        return len(parts) > 2 or self._vocabulary.named_after.search(self.text, max(0, start - 20), start) is not None

    def _is_mere_word(self, tokens: list[tuple[int, int]]) -> bool:
        """Whether a word alone is at the head of a sentence and a name elsewhere: *Act now*."""
        return (
            len(tokens) == 1
            and fold(self.text[slice(*tokens[0])]) in self._vocabulary.also_words
            and self._is_common(*tokens[0])
        )

    def _is_no_name(self, tokens: list[tuple[int, int]]) -> bool:
        """Whether the capitals of unexplained words tell nothing: those of a common word at the head of a sentence,
        those of a title that is a sentence by itself, those of every noun in some languages unless a title stands
        before.
        """
        (start, _), (last, end), vocabulary = tokens[0], tokens[-1], self._vocabulary
        is_sentence = len(tokens) > 1 and self.text[end : end + 2] in (". ", ".\n") and self._heads_sentence(start)
        if is_sentence and self._words_printed()[_LETTERS.findall(self.folded, last, end)[-1]] == 1:
            return True  # “Hoosiers Choose Sides. Senator …”
        if len(tokens) == 1 and (self._is_common(*tokens[0]) or self._ends_like_a_word(*tokens[0])):
            return True
        return vocabulary.has_capital_nouns and not vocabulary.title.search(self.text, max(0, start - 20), start)

    def _ends_like_a_word(self, start: int, end: int) -> bool:
        """Whether a word at the head of a sentence, printed with a capital nowhere else, ends as participles or adverbs
        do: *Publiée samedi, l'enquête …*, *Visiblement ému*.
        """
        word = self.text[start:end]
        ending = self._vocabulary.word_endings
        is_like = bool(ending) and word.lower().endswith(ending) and self._heads_sentence(start)
        return is_like and not self._is_given(word) and not self._within_sentences(word)

    def _is_shouted(self, start: int, end: int) -> bool:
        """Whether a word in capitals stands in a line of capitals, *LE PARTI EN TÊTE*: it is no acronym."""
        before = self.text[max(0, start - 20) : start].rstrip(" \u00a0").rsplit(" ", 1)[-1]
        after = self.text[end : end + 20].lstrip(" \u00a0").split(" ", 1)[0]
        return any(len(w) > 1 and w.isalpha() and w.isupper() for w in (before, after))

    def _is_common(self, start: int, end: int) -> bool:
        """A capital at the head of a sentence, on a word that the document also prints without one."""
        if not self._heads_sentence(start) or self._vocabulary.aged.match(self.text, end):
            return False
        word = self.text[start:end]
        if fold(word) in self._vocabulary.also_words and not self._within_sentences(word):
            return True
        return word[0].lower() + word[1:] in self._uncapitalised or word[-1:] == "s"

    # ── entities ──────────────────────────────────────────────────────────────────────────────────

    def _entity(self, name: str, kind: Kind, gender: Gender = "") -> Entity:
        key = (kind if kind != "unknown" else "person", fold(name))
        if key not in self._entities:
            self._entities[key] = Entity(name, kind, gender)
        return self._entities[key]

    def _person(self, name: str, gender: Gender) -> Entity:
        name = " ".join(name.split())
        return self._entity(name.title() if name.isupper() and "." not in name else name, "person", gender)

    def _organisation(self, canonical: str, kind: str, type_: str) -> Entity:
        key = (kind, fold(canonical))
        if key not in self._entities:
            self._entities[key] = Entity(canonical, kind, place_type=type_)  # type: ignore[arg-type]
        return self._entities[key]

    def _name_organisations(self) -> None:
        """An organisation is named by the fullest of its forms that the document prints; by its initials only when no
        other form is printed more often.
        """
        printed = Counter((id(m.entity), self.text[m.start : m.end]) for m in self.mentions if m.entity.kind == "party")
        for entity in self._entities.values():
            if entity.kind != "party" or not entity.forms:
                continue
            order: dict[str, int] = {}
            for rank, form in enumerate(self._vocabulary.family.get(entity.name, ())):
                order.setdefault(fold(form), rank)
            plain = {fold(form) for form in entity.forms if not form.isupper()}
            forms = [form for form in entity.forms if not (form.isupper() and fold(form) in plain)]
            usual = max((printed[id(entity), form] for form in forms if not _is_acronym(form)), default=0)
            ranked = [
                (
                    _is_acronym(form) and printed[id(entity), form] < usual,
                    order.get(fold(form), 99),
                    len(form) > 5 and form.isupper(),
                    form,
                )
                for form in forms
            ]
            entity.name = entity.full_name or min(ranked)[-1]

    def _register(self, row: Mapping[str, str]) -> None:
        name = row["name"]
        kind: Kind = "person" if (row.get("kind") or "person") == "person" else "organization"
        entity = self._entity(name, kind)
        entity.wikidata_id = row.get("wikidata_id") or ""
        for alias in phrases(row.get("aliases") or ""):
            self._entities.setdefault((kind, fold(alias)), entity)

    def _index(self) -> None:
        """Surnames, given names and initials of the people named in full."""
        self._join_variants()
        inner: dict[str, list[Entity]] = {}
        for entity in dict.fromkeys(self._entities.values()):
            if entity.kind != "person":
                continue
            given, _, surname = fold(entity.name).partition(" ")
            if not surname:
                continue
            words = surname.split()
            if len(words) > 1 and words[-1].rstrip(".") in self._vocabulary.generations:
                words.pop()
            keys = dict.fromkeys((surname, " ".join(words), words[-1]))
            while words and (words[0] in self._vocabulary.particles or len(words[0].rstrip(".")) == 1):
                words = words[1:]
                keys[" ".join(words)] = None
            for key in filter(None, keys):
                if entity not in self._by_surname[key]:
                    self._by_surname[key].append(entity)
            self._by_given[given].append(entity)
            for word in words[:-1]:  # Lula, of Luiz Inácio Lula da Silva
                if len(word) > 3 and word not in self._vocabulary.given:
                    inner.setdefault(word, []).append(entity)
            initials = "".join(part[0] for part in re.split(r"[ \-]", entity.name) if part[:1].isupper())
            if len(initials) >= 3:
                self._by_initials.setdefault(initials, entity)
        self._by_inner = {word: bearers[0] for word, bearers in inner.items() if len(bearers) == 1}
        for rank, (surname, entities) in enumerate(self._by_surname.items()):
            self._alike[surname[0], len(surname)].append((rank, surname))
            self._surnames.append(entities)
            self._bare_surnames[_bare(surname)].append(rank)

    def _join_variants(self) -> None:
        """``Donald J. Trump`` and ``Donald Trump`` are one; the form without middle initials names them."""
        plain: dict[str, Entity] = {}
        for key, entity in sorted(self._entities.items(), key=lambda item: ("." in item[1].name, item[0])):
            if entity.kind == "person":
                self._entities[key] = plain.setdefault(re.sub(r" (?:\w\.[ -]?)+", " ", key[1]), entity)

    def _surname(self, folded: str, before: int | None = None) -> Entity | None:
        """The person of a surname; of several, the one of whom the document speaks most, unless only another
        was named in full a moment before.
        """
        candidates = self._by_surname.get(folded)
        if not candidates:
            return None
        if len(candidates) == 1 or before is None:
            return candidates[0]
        titled = self._vocabulary.titles.get(fold(self.text[max(0, before - 14) : before].strip().split(" ")[-1]))
        if titled and any(e.gender == titled for e in candidates):
            candidates = [e for e in candidates if e.gender == titled]
            if len(candidates) == 1:
                return candidates[0]
        first, second, *_ = sorted(candidates, key=lambda e: -len(self._places(e)))
        if len(self._places(first)) >= 3 * len(self._places(second)):
            return first
        moment = max(0, before - _MOMENT)
        paragraph = max(moment, self.text.rfind("\n", moment, before))
        near = [e for e in candidates if self._named_between(e, paragraph, before)]
        if not near:
            near = [e for e in candidates if self._named_between(e, max(0, before - _MOMENT), before)]
            near = near if len(near) == 1 and 2 * len(self._places(near[0])) >= len(self._places(first)) else []
            if near and near[0] is not first and self._often(folded) > _OFTEN * len(self._places(near[0])):
                near = []
        if len(near) == 1:
            return near[0]
        if near:
            return max(near, key=lambda e: (len(self._places(e)), self.text.rfind(e.name, paragraph, before)))
        return max(candidates, key=lambda e: (len(self._places(e)) // _ABOUT, -(self._places(e) or [before])[0]))

    def _words_printed(self) -> Counter[str]:
        """How many times each word is printed, folded."""
        if self._word_counts is None:
            self._word_counts = Counter(_LETTERS.findall(self.folded))
        return self._word_counts

    def _often(self, folded: str) -> int:
        """How many times a surname of several people is printed."""
        if folded not in self._printed:
            self._printed[folded] = len(re.findall(rf"(?<!\w){re.escape(folded)}(?!\w)", self.folded))
        return self._printed[folded]

    def _places(self, entity: Entity) -> list[int]:
        """Where a person is named in full."""
        places = self._full_names.get(entity)
        if places is None:
            places = self._full_names[entity] = [m.start() for m in re.finditer(re.escape(entity.name), self.text)]
        return places

    def _named_between(self, entity: Entity, start: int, end: int) -> bool:
        places = self._places(entity)
        return bisect_left(places, end) > bisect_left(places, start)

    def _initialled(self, printed: str) -> Entity | None:
        """``E. Macron``, ``E.Macron``: initials that agree with the given name of a known surname."""
        initials, _, surname = fold(printed).rpartition(".")
        for entity in self._by_surname.get(surname.strip(), ()):
            if fold(entity.name)[:1] == initials[:1]:
                return entity
        return None

    def _misspelt(self, folded: str) -> Entity | None:
        """A surname of seven letters or more with one letter doubled, dropped or changed."""
        if len(folded) < 7:
            return None
        near = [
            alike
            for length in (len(folded) - 1, len(folded), len(folded) + 1)
            for alike in self._alike.get((folded[0], length), ())
            if _one_edit(alike[1], folded)
        ]
        return self._by_surname[min(near)[1]][0] if near else None

    def _handle(self, handle: str) -> Entity | None:
        """The person whose names a handle strings together: ``EmmanuelMacron``, ``cestrosi``."""
        folded = _bare(handle)
        pieces = (folded[i:j] for i in range(len(folded)) for j in range(i + 4, len(folded) + 1))
        told = {rank: bare for bare in pieces for rank in self._bare_surnames.get(bare, ())}
        for rank, bare in sorted(told.items()):
            rest = folded.replace(bare, "", 1)
            for entity in self._surnames[rank]:
                given = _bare(entity.name.split(" ")[0])
                if not rest or given.startswith(rest) or rest.startswith(given):
                    return entity
        return None

    def _with_title(self, start: int, entity: Entity, floor: int) -> int:
        """The start of a mention moved before ``Mme``, ``Sir``…, which belong to it."""
        if entity.kind not in ("person", "unknown"):
            return start
        before = self.text[max(floor, start - 20) : start]
        match = self._vocabulary.title.search(before)
        if not match:
            return start
        gender = self._vocabulary.titles.get(fold(match[0]), "")
        if gender and not entity.gender:
            entity.gender = gender
        return start - (len(before) - match.start())

    def _is_affiliation(self, previous: Mention | None, start: int, end: int, entity: Entity) -> bool:
        """``(RN)`` or ``(LREM-MoDem)`` just after a name."""
        if previous is None or entity.kind not in ("party", "organization", "unknown"):
            return False
        gap = self.text[previous.end : start]
        kinds = ("party", "group", "organization")
        named = previous.entity.is_person or previous.entity is entity or previous.entity.kind in kinds
        return (named and _OPENS.fullmatch(gap) is not None) or (
            previous.is_affiliation and re.fullmatch(r"[-/, ]{1,2}", gap) is not None
        )


_start_of = attrgetter("start")


def _unpossessed(word: str) -> str:
    """A word without the possessive, or the verb, that its apostrophe joins to it: *Labour's*."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _is_name_shaped(word: str) -> bool:
    """A capital and small letters, in each part of *Lessard-Therrien*, *O'Gorman*, *McGrath*."""
    parts = _NAME_PARTS.split(word)
    return len(word) > 2 and all(p[:1].isupper() and (p[1:].islower() or len(p) == 1) for p in parts)


def _is_acronym(form: str) -> bool:
    return len(form) <= 6 and sum(c.isupper() for c in form) >= 2 and " " not in form


@lru_cache(maxsize=10_000)
def _same_capitals(printed: str, form: str) -> bool:
    """Whether every capital of a listed form is a capital in print: ``La dépêche`` is not ``La Dépêche``."""
    return all(p.isupper() or not f.isupper() for p, f in zip(printed, form, strict=False))


def _bare(name: str) -> str:
    return _NO_LETTER.sub("", fold(name))


def _first_word(name: str) -> str:
    return name.partition(" ")[0].partition("\u00a0")[0]


def _is_glued(gap: str) -> bool:
    return gap in ("-", "‑")


def _one_edit(a: str, b: str) -> bool:
    """Whether one insertion, deletion or substitution turns one word into the other."""
    if len(a) > len(b):
        a, b = b, a
    index = 0
    while index < len(a) and a[index] == b[index]:
        index += 1
    return a[index:] == b[index + 1 :] or a[index + 1 :] == b[index + 1 :]

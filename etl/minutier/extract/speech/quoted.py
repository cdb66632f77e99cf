"""A quotation in its sentence, the attribution of it, and the words of the language that tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutier.document import Entry
from minutier.extract.context import Context
from minutier.extract.folding import phrases
from minutier.extract.people import Entity
from minutier.extract.quotation import Quotation, quoted_words
from minutier.extract.references import headline_of
from minutier.extract.small_words import leading, small_words
from minutier.extract.syntax import NounPhrase, Sentence
from minutier.languages import language

CLOSING = re.compile(r"[,\s]{0,3}")


BREAK = re.compile(r"[.,;:!?\n]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words, by which rule: the phrase that names the speaker as printed, and the cue as offsets."""

    rule: str
    phrase: NounPhrase | None = None
    entity: Entity | None = None
    cue: tuple[int, int] | None = None
    label: tuple[int, int] | None = None
    is_group: bool = False


@dataclass(slots=True)
class Quoted:
    """A quotation in its sentence: ``index`` is its token; ``before`` and ``after`` the classes of words
    around it."""

    quotation: Quotation
    sentence: Sentence
    index: int
    entry: Entry
    context: Context
    previous: Quoted | None
    words: _Words
    attribution: Attribution | None = None
    unresolved: NounPhrase | None = None  # a pronoun that says who speaks and leads to nobody

    @property
    def before(self) -> str:
        return self.sentence.tags[: self.index]

    @property
    def after(self) -> str:
        return self.sentence.tags[self.index + 1 :]

    @property
    def text(self) -> str:
        return quoted_words(self.context.text, self.quotation)

    @property
    def opens_clause(self) -> bool:
        """Whether nothing of its clause stands before it."""
        return self.index == 0 or self.before[-1] in ".:;-)" or (self.index == 1 and self._follows_bullet)

    @property
    def _follows_bullet(self) -> bool:
        token = self.sentence.tokens[0]
        return token.tag == "x" and not token.word[0].isalnum()

    @property
    def is_sentence(self) -> bool:
        """Whether the words make a sentence of their own rather than a part of the narrator's."""
        text = self.context.text
        first = text[self.quotation.inner_start]
        return self.opens_clause or (first.isupper() and text[self.quotation.inner_end - 1] in ".!?…")

    @property
    def same_sentence(self) -> Quoted | None:
        """The quotation before it in the same sentence."""
        previous = self.previous
        return previous if previous is not None and previous.sentence.start == self.sentence.start else None

    def cue(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from ``first`` to ``last``."""
        return self.sentence.tokens[first].start, self.sentence.tokens[last].end


@dataclass(frozen=True, slots=True)
class _Words:
    """The ``quotes`` section of a language file, compiled."""

    sources: frozenset[str]  # first words of the phrases that name a source
    source_phrases: re.Pattern[str]
    words_of: re.Pattern[str]
    title_nouns: frozenset[str]
    naming: frozenset[str]
    said_nouns: frozenset[str]
    lines: frozenset[str]  # nouns for what somebody holds to, behind words and a colon: *« … » : la ligne de X*
    outlet_lead: re.Pattern[str]
    outlet_articles: re.Pattern[str]
    met_in: re.Pattern[str]  # behind the only name of a reader: *Jo from Asheville*
    sender: re.Pattern[str]  # opens a sentence that names who has written: *From X: “…”*
    thus: frozenset[str]
    thus_phrases: re.Pattern[str]
    reporting: re.Pattern[str]
    his_view: re.Pattern[str]
    indirect: re.Pattern[str]
    own_things: frozenset[str]
    musicians: frozenset[str]
    schedules: frozenset[str]
    topic_sources: frozenset[str]
    views: frozenset[str]
    naming_verbs: frozenset[str]
    first_person: frozenset[str]
    articles: frozenset[str]


@cache
def words_of_speech(code: str) -> _Words:
    section = language(code)["quotes"]
    sources = phrases(section.get("sources") or "")
    leads = sorted(phrases(section.get("outlet_leads") or ""), key=len, reverse=True)
    said = sorted((str(p) for p in section.get("words_of") or ()), key=len, reverse=True)
    return _Words(
        sources=frozenset(re.split(r"[ '’]", s)[0] for s in sources),
        source_phrases=_any_of(sources),
        words_of=_any_of(said),
        title_nouns=frozenset(str(section.get("title_nouns") or "").split()),
        naming=frozenset(str(section.get("naming") or "").split()),
        said_nouns=frozenset(str(section.get("said_nouns") or "").split()),
        lines=frozenset(str(section.get("lines") or "").split()),
        outlet_lead=re.compile(
            rf"(?<!\w)(?:{'|'.join(map(_loose, leads))})[ \u00a0]?{small_words(code).before('definite')}?$",
            re.IGNORECASE,
        ),
        met_in=re.compile(rf"[ \u00a0](?:{section.get('met_in') or '(?!)'})[ \u00a0](?P<place>[A-ZÀ-Ý][\w’'-]+)"),
        sender=re.compile(rf"\W{{0,3}}(?:{section.get('senders') or '(?!)'})[ \u00a0]?(?=[^ ])", re.IGNORECASE),
        outlet_articles=re.compile(rf"^{leading(map(str, section.get('outlet_articles') or ()))}", re.IGNORECASE),
        reporting=_any_of(phrases(section.get("reporting") or "")),
        indirect=_any_of(phrases(section.get("indirect") or "")),
        his_view=_any_of(phrases(section.get("his_view") or "")),
        musicians=frozenset(str(section.get("musicians") or "").split()),
        schedules=frozenset(str(section.get("schedules") or "").split()),
        own_things=frozenset(str(section.get("own_things") or "").split()),
        thus_phrases=_any_of(phrases(" | ".join(map(str, section.get("thus_phrases") or ())))),
        thus=frozenset(str(section.get("thus") or "").split()),
        topic_sources=frozenset(str(section.get("topic_sources") or "").split()),
        views=frozenset(str(section.get("views") or "").split()),
        naming_verbs=frozenset(str(section.get("naming_verbs") or "").split()),
        first_person=frozenset(str(section.get("first_person") or "").split()),
        articles=frozenset(w.rstrip("'") for w in str(section.get("article_before_source") or "").split()),
    )


def _any_of(forms: list[str]) -> re.Pattern[str]:
    if not forms:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_loose, sorted(forms, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)


def _loose(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", "[ \u00a0]").replace("'", "['’]")


def cue_before(one: Quoted, sentence: Sentence, index: int) -> tuple[int, int] | None:
    for i in range(index - 1, max(-1, index - 12), -1):
        if sentence.tags[i] in "VTG":
            return sentence.tokens[i].start, sentence.tokens[i].end
    return None


def sentence_word(one: Quoted, index: int) -> str:
    """The word at a token of the sentence, in lower case; nothing beside the sentence."""
    return one.sentence.tokens[index].word if 0 <= index < len(one.sentence.tokens) else ""


def reports(one: Quoted, start: int, end: int) -> bool:
    """Whether somebody speaks in the words of the sentence from one token to another: a verb of speech, or a phrase
    that stands for one (*s'en prend à*, *takes aim at*)."""
    if re.search(r"[VTGI]", one.sentence.tags[start:end]):
        return True
    tokens = one.sentence.tokens
    return (
        start < end
        and one.words.reporting.search(one.context.text, tokens[start].start, tokens[end - 1].end) is not None
    )


def own_headline(one: Quoted) -> tuple[int, int] | None:
    return headline_of(one.entry, one.context.text)


def in_headline(one: Quoted) -> bool:
    headline = own_headline(one)
    return headline is not None and headline[0] <= one.quotation.start < headline[1]


def same_speaker(attribution: Attribution, rule: str, cue: tuple[int, int] | None) -> Attribution:
    return Attribution(rule, attribution.phrase, attribution.entity, cue, attribution.label, attribution.is_group)

"""Rules of the table quotes: which quotations are somebody's words, and whose.

Every quotation of an entry becomes a row, is set aside by a named rule (``IGNORED``: titles, nicknames,
words held at
arm's length), or is reported as an issue ``quote-without-speaker``. The rules of attribution are tried
in the order
of ``RULES``; each looks at the sentence that holds the quotation, read into classes of words (see
``syntax``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.folding import fold, phrases
from minutier.extract.people import Entity
from minutier.extract.quotation import Quotation, incise, quoted_words
from minutier.extract.references import anticipated, headline_of
from minutier.extract.syntax import NounPhrase, Sentence, phrase_at, read_sentence
from minutier.languages import language

SpeakerType = Literal["person", "organization", "group", "anonymous"]

_ENDING_VERB = re.compile(r"[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:QNwhc]{0,8}[NKO]?[^,;:QNwhc]{0,4}")
_GAP = re.compile(r"[fpk,]?[Da]{0,2}")  # between a subject and words whose verb is left out
_ASIDE = re.compile(r",[^,VvATGQ;:.]{1,7},")
_REPORTED = re.compile(r"[^VTGQ;:.]{1,8}")
_CLOSING = re.compile(r"[,\s]{0,3}")
_BREAK = re.compile(r"[.,;:!?\n]")


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
    outlet_lead: re.Pattern[str]
    networks: frozenset[str]
    thus: frozenset[str]
    thus_phrases: re.Pattern[str]
    topic_sources: frozenset[str]
    views: frozenset[str]
    naming_verbs: frozenset[str]
    first_person: frozenset[str]
    articles: frozenset[str]


@cache
def _words(code: str) -> _Words:
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
        outlet_lead=re.compile(
            rf"(?<!\w)(?:{'|'.join(map(_loose, leads))})[ \u00a0]?(?:the |l['’]|le |la |les )?$",
            re.IGNORECASE,
        ),
        networks=frozenset(phrases(section.get("networks") or "")),
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


# ── the extractor ─────────────────────────────────────────────────────────────────────────────────


def extract(entry: Entry, context: Context) -> Found:
    """The quotes of one entry, in order, and the quotations that could not be attributed."""
    found = Found([], [])
    quotations = context.quotations(entry.char_start, entry.char_end)
    if not quotations:
        return found
    quoted = _read(quotations, entry, context)
    for one in quoted:
        ignored = next((name for name, rule in IGNORED if rule(one)), None) if one.quotation.kind == "marks" else None
        if ignored is not None:
            continue
        one.attribution = _attribute(one)
    _attribute_headlines(quoted)
    position = 0
    for one in quoted:
        if one.attribution is None and any(rule(one) for _, rule in IGNORED if one.quotation.kind == "marks"):
            continue
        row = _row(one)
        if row is None:
            found.issues.append(_issue(one))
            continue
        position += 1
        found.rows.append(row | {"position": position})
    return found


def _attribute(one: Quoted) -> Attribution | None:
    """The attribution by the first rule that has one; a description nobody is known for gives way to a
    name."""
    unnamed: Attribution | None = None
    for rule in RULES:
        found = rule(one)
        if found is None:
            continue
        if _is_somebody_else(one, found):
            continue
        if unnamed is not None:
            if found.entity is None:
                continue
            return Attribution(unnamed.rule, unnamed.phrase, found.entity, unnamed.cue, unnamed.label)
        phrase = found.phrase
        if (
            found.entity is None
            and rule is _incise_subject
            and phrase is not None
            and phrase.kind == "description"
            and phrase.is_definite
            and not phrase.is_group
            and one.before.endswith(":")
        ):
            unnamed = found
            continue
        return found
    return unnamed


def _is_somebody_else(one: Quoted, found: Attribution) -> bool:
    """Whether a pronoun that leads to nobody tells that the words are not his who was quoted just before."""
    if one.unresolved is None or found.entity is None or one.previous is None or one.previous.attribution is None:
        return False
    return one.previous.attribution.entity is found.entity and not _fits_gender(found.entity, one.unresolved)


def _read(quotations: object, entry: Entry, context: Context) -> list[Quoted]:
    references, words = context.references, _words(context.language.code)
    quoted: list[Quoted] = []
    for quotation in quotations:  # type: ignore[attr-defined]
        sentence = references.sentence(quotation.start, entry)
        index = next((i for i, t in enumerate(sentence.tokens) if t.item is quotation), None)
        if index is None:
            continue
        previous = quoted[-1] if quoted else None
        quoted.append(Quoted(quotation, sentence, index, entry, context, previous, words))
    return quoted


def _issue(one: Quoted) -> Issue:
    q = one.quotation
    return Issue(
        "extract",
        "warning" if one.is_sentence else "info",
        "quote-without-speaker",
        "nobody could be named for the words quoted",
        q.start,
        q.end,
    )


# ── quotations that are no quotes ─────────────────────────────────────────────────────────────────


def _is_title(one: Quoted) -> bool:
    """The name of a work, programme or body: after a noun that announces one, or a capital in
    mid-sentence."""
    text, sentence, index = one.context.text, one.sentence, one.index
    words = one.text.split()
    if len(words) > 12:
        return False
    first = text[one.quotation.inner_start]
    capital = first.isupper() or (first.isdigit() and len(words) > 1 and words[1][0].isupper())
    for back in (1, 2):
        if index >= back:
            token = sentence.tokens[index - back]
            named = token.word in one.words.naming and (capital or token.tag != "V" or len(words) < 2)
            if (named or (capital and token.word in one.words.title_nouns)) and (
                back == 1 or sentence.tags[index - 1] in "xaT,OK"
            ):
                return True
            if token.tag in "VQ,:.":
                break
    if capital and re.search(r"rf$", one.before):
        return True
    if _is_apposed(one):
        return True
    if capital and len(words) <= 2 and words[-1][0].isupper() and re.match(r",[Da]{1,2}r", one.after):
        return True  # « Michou », sa femme
    if not capital or not _looks_like_name(one):
        return False
    if one.before.endswith("Dx") and sentence_word(one, index - 1) in one.words.said_nouns - one.words.title_nouns:
        return False  # the words “Let that sink in”
    if _is_broadcast(one, words):
        return True
    if text[one.quotation.inner_end - 1] in ".!?…":
        return False
    near = one.before[-4:]
    if one.opens_clause:
        if one.index and one.before[-1] == ":":
            return one.sentence.tags[0] == "K" and _is_title_case(words)
        verb = re.match(r"[zt]{0,2}[VAv]", one.after)
        if verb and "," in text[one.quotation.inner_end : one.quotation.end]:
            return False  # “Don’t book the band,” was the advice of X
        if (
            verb
            and sentence.subject_after(index + 1 + verb.end()) is None
            and not re.search(r"[-]", text[one.quotation.end : one.quotation.end + 24])
        ):
            return len(words) <= 4
        if one.after[:1] == "," and "K" not in one.after:
            return False
        return one.after[:1] in ("p", "c", "z", "A", "v", "b", ",", "t") and len(words) <= 10 and not _has_speech(one)
    if (
        re.search(r"zV[t]?$", one.before)
        and sentence.words.verbs.get(sentence.tokens[one.before.rfind("V")].word) in one.words.naming_verbs
    ):
        return True
    if "K" in one.before and not re.search(r"[VTG]", one.before):
        return True
    subject = sentence.subject_before(index)
    if subject is not None and sentence.tags[subject.head] == "K" and _is_title_case(words):
        return True
    if one.before[-1] in ",c" and (
        "K" in one.before
        or "K" in one.after
        or (len(words) > 1 and _is_title_case(words) and not re.search(r"[VTG]", one.before))
    ):
        return not re.search(r"[VTG]", one.before[-12:] + one.after[:8])
    if one.before[-1] == "D" and sentence_word(one, index - 1) in sentence.words.markers["a"] and _has_speech(one):
        return False  # il a lancé, en latin, un « Vae victis »
    return "V" not in near and "T" not in near and "G" not in near and one.before[-1] in "pDxfvaKA#r"


def _is_apposed(one: Quoted) -> bool:
    """Between commas, after a noun that announces a name: *its slogan, “…”, is tin-eared*."""
    index = one.index
    if index < 2 or one.before[-1] != "," or one.after[:1] != "," or one.before[-2] in "VA":
        return False
    return one.sentence.tokens[index - 2].word in one.words.naming | one.words.title_nouns


def _is_broadcast(one: Quoted, words: list[str]) -> bool:
    """What is on the air or sung: *on “The View.”*, *« Le Choix » sur une chaîne du câble*, *she sang: ‘Ride On’*."""
    sentence = one.sentence
    titled = _is_title_case(words) and len(words) <= 6
    if titled and one.before.endswith("p") and sentence_word(one, one.index - 1) in sentence.words.markers["aired"]:
        return True
    if titled and one.before.endswith(":") and any(t.word in sentence.words.title_forms for t in sentence.tokens[:4]):
        return True
    if one.after[:2] == ",T" and sentence_word(one, one.index + 2) in sentence.words.title_forms:
        return True
    channel = re.match(r"p[Da]{0,2}[gK]", one.after)
    return (
        channel is not None
        and not re.search(r"[VTGI]", one.before)
        and sentence_word(one, one.index + channel.end()) in sentence.words.markers["channels"]
    )


def _looks_like_name(one: Quoted) -> bool:
    """Whether the words quoted could be a name: no pronoun that speaks, no auxiliary."""
    tags = one.sentence.words.tags
    found = [
        tags.get(w.lower().replace("’", "'"), tags.get(w.lower().rstrip("'’"), "x"))
        for w in re.findall(r"[^\W\d_]+['’]?", one.text)
    ]
    return not any(tag in "ihzA" for tag in found)


def _is_title_case(words: list[str]) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() for w in words if len(w) > 3 or w == words[0])


def _has_speech(one: Quoted) -> bool:
    """Whether a verb of speech or somebody who may speak stands near."""
    return re.search(r"[VTGI]", one.before[-12:] + one.after[:8]) is not None or (
        one.sentence.subject_before(one.index) is not None
    )


def _is_title_shown(one: Quoted) -> bool:
    """What a verb such as *présenter* or *to air* shows, when it has the look of a title."""
    shows = one.sentence.words.title_forms
    first = one.context.text[one.quotation.inner_start]
    return (
        (first.isupper() or first.isdigit())
        and not one.opens_clause
        and any(t.word in shows for t in one.sentence.tokens[max(0, one.index - 3) : one.index])
    )


def _is_distance(one: Quoted) -> bool:
    """A word or two held at arm's length: an article before, no verb of speech in the clause."""
    if one.opens_clause or len(one.text.split()) > 2:
        return False
    tags, index = one.sentence.tags, one.index
    determiner = tags[index - 1] in "Da" or (
        tags[index - 1] in "pf" and one.sentence.tokens[index - 1].word in one.sentence.words.contracted
    )
    if not determiner:
        return False
    if one.words.source_phrases.match(one.context.text, _CLOSING.match(one.context.text, one.quotation.end).end()):  # type: ignore[union-attr]
        return False  # Une « honte », selon X
    clause = re.split(r"[wb;:]", tags[max(0, index - 14) : index])[-1]
    return not re.search(r"[VTG]", clause)


def _is_displayed(one: Quoted) -> bool:
    """Words that a thing bears: *a banner reads “…”*, *“…” reads a sign*, *sur une pancarte : « … »*."""
    sentence, tags = one.sentence, one.sentence.tags
    displays = sentence.words.markers["displays"]
    if re.match(r"[,t]{0,2}V[Da]{1,3}", one.after):
        return any(t.word in displays for t in sentence.tokens[one.index + 2 : one.index + 5])
    if one.before[-1:] not in ("V", ":") or re.search(r"[NhO]", tags[: one.index]):
        return False
    subject = sentence.subject_before(one.index)
    if subject is not None and sentence_word(one, subject.head) not in displays:
        return False  # Le maire résume l'affiche : « … »
    return any(t.word in displays for t in sentence.tokens[max(0, one.index - 8) : one.index])


IGNORED: tuple[tuple[str, Callable[[Quoted], bool]], ...] = (
    ("quotes.ignored_title", _is_title),
    ("quotes.ignored_title_shown", _is_title_shown),
    ("quotes.ignored_distance", _is_distance),
    ("quotes.ignored_display", _is_displayed),
)
"""Rules by which a quotation is set aside, by name."""


# ── rules of attribution ──────────────────────────────────────────────────────────────────────────


def _post(one: Quoted) -> Attribution | None:
    """A post of a social network: its signature, else the line before."""
    q = one.quotation
    if q.kind != "post" or q.signature is None:
        return None
    context = one.context
    mention = next(iter(context.people.between(q.signature[0], q.signature[1])), None)
    printed = context.text[slice(*q.signature)]
    entity = mention.entity if mention is not None else context.people.named(printed)
    if entity is None and q.handle is not None:
        entity = context.people.named(context.text[q.handle[0] + 1 : q.handle[1]])
    if mention is not None and mention.entity.kind in ("place",):
        entity = None
    return Attribution("quotes.post_signature", entity=entity, label=q.signature)


def _block(one: Quoted) -> Attribution | None:
    """Words set apart, or a post without signature: the line before tells whose they are."""
    if one.quotation.kind == "marks":
        return None
    sentence = _sentence_before(one, one.quotation.start)
    if sentence is None:
        return None
    previous = one.previous
    if (
        not sentence.tags.endswith(":")
        and previous is not None
        and previous.attribution is not None
        and previous.quotation.kind == "marks"
        and not _in_headline(previous)
    ):
        return _same(previous.attribution, "quotes.continuation", None)
    phrase = _introducer(one, sentence, len(sentence.tags))
    if phrase is None:
        return None
    return _attributed(one, "quotes.block_introduction", phrase, sentence)


def _incise_pronoun(one: Quoted) -> Attribution | None:
    """``« … », dit-il``, ``a-t-elle lancé``, ``dit-on à l'Elysée``: a verb and its pronoun after the
    words."""
    place = _inversion(one, one.index + 1, min(len(one.sentence.tags), one.index + 7))
    if place is None or re.search(r"[NOKr]", one.sentence.tags[one.index + 1 : place]):
        return None
    return _from_inversion(one, "quotes.incise_pronoun", place)


def _inversion(one: Quoted, first: int, last: int) -> int | None:
    """Place of a pronoun joined to the verb before it by a hyphen."""
    tokens = one.sentence.tokens
    for i in range(first + 1, last):
        if (
            tokens[i].tag in "hi"
            and one.context.text[tokens[i].start - 1] == "-"
            and tokens[i - 1].end < tokens[i].start
        ):
            if tokens[i - 1].tag in "VAvxTr":
                return i
        elif tokens[i].tag in ".;Q:":
            return None
    return None


def _from_inversion(one: Quoted, rule: str, place: int) -> Attribution | None:
    tokens = one.sentence.tokens
    start = place - 1
    while start > 0 and tokens[start - 1].tag in "z":
        start -= 1
    end = place
    if tokens[place - 1].tag == "A" and place + 1 < len(tokens):
        end = next((i for i in range(place + 1, min(place + 5, len(tokens))) if tokens[i].tag in "TVx"), place)
    cue = one.cue(start, end)
    if tokens[place].tag == "i":
        return _impersonal(one, rule, cue)
    phrase = next(p for p in one.sentence.phrases if p.first <= place <= p.last)
    return _attributed(one, rule, phrase, one.sentence, cue)


def _impersonal(one: Quoted, rule: str, cue: tuple[int, int]) -> Attribution | None:
    """*on*: the people among whom it is said, when the sentence or the one before tells."""
    group = next((p for p in one.sentence.phrases if p.governed and _speaks_together(p, one.sentence)), None)
    if group is not None:
        return Attribution(rule, label=_without_contraction(one, group), cue=cue, is_group=True, entity=group.entity)
    before = _sentence_before(one, one.sentence.start)
    if before is not None:
        subject = before.subject_before(len(before.tags))
        if subject is not None and _speaks_together(subject, before):
            return Attribution(rule, phrase=subject, label=(subject.start, subject.end), cue=cue, is_group=True)
    return Attribution(rule, cue=cue)


def _speaks_together(phrase: NounPhrase, sentence: Sentence) -> bool:
    return phrase.is_group and not (sentence.tags[phrase.head] == "K" and phrase.kind == "name")


def _without_contraction(one: Quoted, phrase: NounPhrase) -> tuple[int, int]:
    """The phrase as a speaker: *aux militants* stays, *dans l'entourage* gives *l'entourage*."""
    return phrase.start, phrase.end


def _quoted_as(one: Quoted) -> Attribution | None:
    """``“Never,” his aides quoted him as saying``: who is quoted, not who quotes."""
    sentence, tags, words = one.sentence, one.sentence.tags, one.sentence.words
    for i in range(1, len(tags) - 1):
        if sentence.tokens[i].word not in words.markers["as_saying"] or tags[i + 1] != "G":
            continue
        phrase = next((p for p in sentence.phrases if p.last == i - 1), None)
        if phrase is not None and phrase.kind in ("name", "description"):
            return _attributed(one, "quotes.quoted_as", phrase, sentence, one.cue(i, i + 1))
        token = sentence.tokens[i - 1]
        if token.word in words.object_pronouns:
            pronoun = NounPhrase(
                token.start, token.end, "pronoun", i - 1, i - 1, i - 1, gender=words.object_pronouns[token.word]
            )
            return _attributed(one, "quotes.quoted_as", pronoun, sentence, one.cue(i, i + 1))
    return None


def _agent(one: Quoted) -> Attribution | None:
    """``called “a clown” by X``, ``qualifiée d'« incapable » par X``, ``said by X to be “a clown”``: the agent of
    a passive verb of speech."""
    sentence = one.sentence
    named = _agent_before(one)
    if named is not None:
        return named
    at = one.index + 1
    if at + 1 >= len(sentence.tags) or sentence.tokens[at].word not in sentence.words.markers["agent"]:
        return None
    if not re.search(r"(?:T|(?:^|[,(A])[zt]?V)[^VTGQ,]{0,4}$", one.before) or re.search(
        r"z[At]{0,3}T[^VTGQ,]{0,4}$", one.before
    ):
        return None
    phrase = next((p for p in sentence.phrases if at <= p.first <= at + 1 and p.kind != "impersonal"), None)
    if phrase is None or not (phrase.kind == "name" or sentence.tags[phrase.head] in "rg"):
        return None
    return _attributed(one, "quotes.agent", phrase, sentence, one.cue(at, at))


_RELATIVE = re.compile(r"w(?=[DNOK])[^wVTGQ,;:]{1,7}[zt]{0,2}(?:V|A[zt]{0,2}T)[^VTGQ;:,w]{0,5}$")


def _agent_before(one: Quoted) -> Attribution | None:
    """The agent between a passive verb of speech and the words: *told by one pollster that he was “out”*."""
    sentence, tags = one.sentence, one.sentence.tags
    for phrase in reversed(sentence.phrases):
        if phrase.last >= one.index or phrase.kind in ("pronoun", "impersonal") or phrase.first < 2:
            continue
        at = phrase.first if sentence.tokens[phrase.first].word in sentence.words.markers["agent"] else phrase.first - 1
        verb = re.search(r"(?:A[tz]{0,2}V|T)[tpxL#]{0,2}$", tags[max(0, at - 6) : at])
        if sentence.tokens[at].word not in sentence.words.markers["agent"] or verb is None:
            continue
        between = tags[phrase.last + 1 : one.index]
        if re.search(r"[VTG;:.Q]|,[zt]{0,2}[vA]", between) or len(between) > 9:
            return None
        return _attributed(one, "quotes.agent", phrase, sentence, one.cue(at, at))
    return None


def _crowd(one: Quoted) -> Attribution | None:
    """``to chants of “Out!”``: words of a crowd, which is named only when it is the subject."""
    words = one.sentence.words
    if (
        sentence_word(one, one.index - 1) in words.plural
        and sentence_word(one, one.index - 2) in words.markers["agent"]
    ):
        return Attribution("quotes.crowd")  # accueilli par des « Président ! »
    at = one.index - 1 if one.before[-1:] not in ("f", ":") else one.index - 2
    if sentence_word(one, at) not in one.sentence.words.markers["noise"]:
        return None
    if one.sentence.tags[at] == "V" and one.before[-1] != "f":  # the fans chant “…”
        return None
    after = next((p for p in one.sentence.phrases if p.first in (one.index + 1, one.index + 2) and p.governed), None)
    if after is not None and (after.is_group or after.is_plural):
        return Attribution("quotes.crowd", phrase=after, label=(after.start, after.end), is_group=True)
    subject = one.sentence.subject_before(at)
    if subject is not None and subject.is_group and subject.kind == "description":
        return _attributed(one, "quotes.crowd", subject, one.sentence)
    return Attribution("quotes.crowd")


def _relative(one: Quoted) -> Attribution | None:
    """``X, que Y juge « incapable »``, ``X, whom Y called “a clown”``: the subject of the relative clause."""
    match = _RELATIVE.search(one.before) if "w" in one.before else None
    if match is None or one.sentence.tokens[match.start()].word not in one.sentence.words.markers["object_relative"]:
        return None
    phrase = next((p for p in one.sentence.phrases if p.first == match.start() + 1), None)
    if phrase is None or phrase.kind == "impersonal" or phrase.governed:
        return None
    return _attributed(one, "quotes.relative", phrase, one.sentence, _cue_before(one, one.sentence, one.index))


def _incise_subject(one: Quoted) -> Attribution | None:
    """``« … », a déclaré X``, ``said X``, ``X said``, ``the mayor told Sky News``: subject and verb
    after the words."""
    tags = one.sentence.tags
    at = one.index + 1
    closes = _closes_clause(one)
    if (at < len(tags) and tags[at] in ",-") or (at < len(tags) and tags[at] == "." and at + 1 < len(tags)):
        at, closes = at + 1, True
    if at >= len(tags) or not (closes or one.opens_clause):
        return None
    verb = _verb_at(one, at)
    if verb is not None:
        first, last = verb
        relayed = one.sentence.tokens[last].word in one.sentence.words.markers["relays"]
        if relayed and not one.opens_clause and _beside_verb(one) is not None:
            return None  # Merkel se réjouit d'« … », rapporte son porte-parole
        subject = _past_manner(one.sentence, one.sentence.subject_after(last + 1))
        if subject is not None:
            return _attributed(one, "quotes.incise_subject", subject, one.sentence, one.cue(first, last))
        return None
    subject = next((p for p in one.sentence.phrases if p.first >= at), None)
    if (
        subject is None
        or subject.governed
        or subject.kind == "impersonal"
        or not re.fullmatch(r"[t,]{0,2}", tags[at : subject.first])
    ):
        return None
    verb = _verb_after_subject(one, subject)
    if verb is not None and (
        one.opens_clause
        or re.match(r"t?(?:$|[.,pKfc]|DK)", tags[verb[1] + 1 :])
        or sentence_word(one, verb[1] + 1) in one.sentence.words.markers["hearers"]
    ):
        return _attributed(one, "quotes.incise_subject_first", subject, one.sentence, one.cue(*verb))
    return None


def _past_manner(sentence: Sentence, subject: NounPhrase | None) -> NounPhrase | None:
    """The subject that comes after a manner of speaking between commas: *lâche, la voix cassée, un militant*."""
    if subject is None or subject.kind != "description" or sentence.tags[subject.first - 1 : subject.first] != ",":
        return subject
    further = next((p for p in sentence.phrases if p.first > subject.last and not p.governed), None)
    if further is None or not re.fullmatch(r"[xT]{0,2},", sentence.tags[subject.last + 1 : further.first]):
        return subject
    return further if further.kind in ("name", "description") else subject


def _closes_clause(one: Quoted) -> bool:
    """Whether the words end with the comma or stop that an incise follows."""
    q = one.quotation
    return one.context.text[q.inner_end - 1] in ".!?…," or "," in one.context.text[q.inner_end : q.end]


_VERB = re.compile(
    r"[zt]{0,3}(?:V|A[ztD,]{0,4}T|A[zt,]{0,3}p[Dax]{1,3}[zt,]{0,2}T|v(?=[NDO])|A[zt]{0,2}x(?=[NDrO])|A[zt]{0,2}I)"
)


def _verb_at(one: Quoted, at: int) -> tuple[int, int] | None:
    """First and last token of the verb of speech that stands at a token, clitics and adverbs before it
    skipped."""
    tags, tokens = one.sentence.tags, one.sentence.tokens
    match = _VERB.match(tags, at, at + 12)
    if match:
        return at, match.end() - 1
    # any other word in lower case, with a name or a description after it: « … », fulmine X
    match = re.match(r"[zt]{0,2}x(?=[NDO])", tags[at : at + 6])
    if match and tokens[at + match.end() - 1].word.isalpha():
        last = at + match.end() - 1
        phrase = next((p for p in one.sentence.phrases if p.first == last + 1), None)
        if phrase is not None and not phrase.is_indefinite and one.context.text[tokens[last].start].islower():
            return at, last
        if phrase is not None and tags[phrase.head] in "rg":
            return at, last
    return None


def _verb_after_subject(one: Quoted, subject: NounPhrase) -> tuple[int, int] | None:
    tags = one.sentence.tags
    at = subject.last + 1
    if at < len(tags) and tags[at] == ",":
        close = tags.find(",", at + 1, at + 14)
        if close > 0:
            at = close + 1
        elif re.match(r",[zt]{0,2}[VA]", tags[at : at + 4]):
            at += 1
    match = re.match(r"[zt]{0,3}(?:[Vv]|A[ztA]{0,3}[TV]|A)", tags[at : at + 10])
    if match:
        return at, at + match.end() - 1
    return None


def _incise_inside(one: Quoted) -> Attribution | None:
    """``« Ce soir, dit-il, nous avons gagné. »``: an incise that stands between the marks."""
    q, text, context = one.quotation, one.context.text, one.context
    if q.kind != "marks" or q.inner_end - q.inner_start < 20:
        return None
    narration = incise(text, q.inner_start, q.inner_end, context.language.code)
    if narration is None:
        return None
    start = narration[1]
    stop = next((m.start() for m in _BREAK.finditer(text, start, q.inner_end)), q.inner_end)
    inner = read_sentence(text, start, stop, context.people, (), context.language.code)
    phrase = next((p for p in inner.phrases if not p.governed and p.kind != "impersonal"), None)
    if phrase is None or not inner.tokens:
        return None
    return _attributed(one, "quotes.incise_inside", phrase, inner, (inner.tokens[0].start, inner.tokens[0].end))


def _words_of(one: Quoted) -> Attribution | None:
    """``« … » : ce sont les mots de X``, ``selon les mots de X``; ``"…" Thus X``; ``« … », dixit X``."""
    sentence, text = one.sentence, one.context.text
    start = sentence.tokens[one.index].end
    narration = text[start : sentence.end]
    owner = (
        _owner(one, sentence, one.index + 1, one.index + 8)
        if one.opens_clause and one.after[:1] in ("A", ":", "-", ",")
        else None
    )
    if owner is not None:
        return _attributed(one, "quotes.words_of", owner, sentence)
    put = _as_put(one)
    if put is not None:
        return put
    match = one.words.words_of.search(narration[:60])
    if match is None:
        return _thus(one) if one.after in ("", ".") else None
    after = sentence.index(start + match.end())
    phrase = next((p for p in sentence.phrases if after <= p.first <= after + 2), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    return _attributed(one, "quotes.words_of", phrase, sentence, (start + match.start(), start + match.end()))


def _as_put(one: Quoted) -> Attribution | None:
    """``“…,” as X once put it``, ``comme dit X``: who is said to have put it so."""
    sentence, tags = one.sentence, one.sentence.tags
    at = one.index + 1 + (one.after[:1] == ",")
    if sentence_word(one, at) not in sentence.words.markers["as_put"]:
        return None
    phrase = next((p for p in sentence.phrases if p.first == at + 1), None)
    if phrase is None or phrase.kind == "impersonal" or not re.match(r"[tz]{0,2}[VT]", tags[phrase.last + 1 :]):
        return None
    verb = next(i for i in range(phrase.last + 1, len(tags)) if tags[i] in "VT")
    phrase = _pronoun_subject(sentence, phrase)
    return _attributed(one, "quotes.words_of", phrase, sentence, one.cue(verb, verb))


def _thus(one: Quoted) -> Attribution | None:
    sentence = _sentence_after(one)
    if sentence is None or not sentence.tokens:
        return None
    told = one.words.thus_phrases.match(one.context.text, sentence.start, sentence.end)
    if told is not None:
        first = sentence.index(told.end())
        named = next((p for p in sentence.phrases if first <= p.first <= first + 5 and p.kind != "impersonal"), None)
        return None if named is None else _attributed(one, "quotes.words_of", named, sentence, told.span())
    author = _owner(one, sentence, 0, 3)
    if author is None and sentence.tokens[0].word in sentence.words.markers["this"]:
        author = _owner(one, sentence, 0, 7)  # That was Scott Walker's farewell
        if author is not None:
            return _attributed(one, "quotes.words_of", author, sentence)
    if author is not None and sentence.tags[author.last + 1 : author.last + 2] in ("", ",", "."):
        return _attributed(one, "quotes.words_of", author, sentence)
    if sentence.tokens[0].word not in one.words.thus:
        return None
    subject = sentence.subject_before(len(sentence.tags))
    if subject is None or subject.first > 2:
        return None
    token = sentence.tokens[0]
    return _attributed(one, "quotes.words_of", subject, sentence, (token.start, token.end))


_BRACKET = re.compile(r"[.,]?\s?\(")


def _parenthesis(one: Quoted) -> Attribution | None:
    """``“Catastrophic” (Alan Johnson, on ITV)``: who said it, in parentheses right after the words."""
    text, end = one.context.text, one.quotation.end
    opening = _BRACKET.match(text, end)
    if opening is None or one.quotation.kind != "marks":
        return None
    described = _described_in_parenthesis(one, opening.end())
    if described is not None:
        return described
    mention = next(iter(one.context.people.between(opening.end(), opening.end() + 30)), None)
    if mention is None or not mention.entity.is_person or text[opening.end() : mention.start].count(" ") > 2:
        return None
    if re.compile(r"[^()\n]{0,120}\)").match(text, mention.end) is None:
        return None
    if re.compile(r"[^()\n]{0,12}\d").match(text, mention.end) is not None:
        return None  # a candidate and his figures
    return Attribution("quotes.parenthesis", entity=mention.entity, label=(mention.start, mention.end))


def _signed(one: Quoted) -> Attribution | None:
    """``“…” – Sadiq Khan, on the steps``: who said it, after a dash that follows the words."""
    sentence = one.sentence
    if one.quotation.kind != "marks" or not one.opens_clause or one.after[:1] != "-":
        return None
    phrase = next((p for p in sentence.phrases if p.first == one.index + 2), None)
    if phrase is None or phrase.kind not in ("name", "description") or sentence.tags[phrase.head] not in "NOKrg":
        return None
    if sentence.tags[phrase.last + 1 : phrase.last + 2] not in ("", ",", ".", "(", ";", "p"):
        return None
    return _attributed(one, "quotes.signed", phrase, sentence)


def _described_in_parenthesis(one: Quoted, start: int) -> Attribution | None:
    """``« … » (un élu du coin, en off)``: somebody who is not named, in parentheses right after the words."""
    sentence = one.sentence
    phrase = next((p for p in sentence.phrases if p.start == start), None)
    if phrase is None or not phrase.is_indefinite or sentence.tags[phrase.head] not in "rg":
        return None
    if sentence.tags[phrase.last + 1 : phrase.last + 2] not in (",", ")"):
        return None
    return Attribution("quotes.parenthesis", phrase=phrase, label=(phrase.start, phrase.end), is_group=phrase.is_group)


def _source(one: Quoted) -> Attribution | None:
    """``Selon X``, ``pour X``, ``d'après X``, ``aux yeux de X``, ``according to X``."""
    sentence, tags = one.sentence, one.sentence.tags
    best: tuple[int, Attribution] | None = None
    for phrase in sentence.phrases:
        if phrase.kind == "impersonal" or phrase.first == 0:
            continue
        leads = tags[phrase.first - 1] == "I" or sentence.tokens[phrase.first - 1].word in one.words.thus
        if not phrase.governed and not leads:  # à en croire X; dixit X
            continue
        match = _source_before(one, phrase)
        if match is None:
            continue
        if phrase.is_indefinite and sentence.tokens[phrase.head].word in one.words.said_nouns:
            continue  # in a statement, X said…
        first = sentence.index(match[0])
        word = sentence.tokens[first].word if first < len(tags) else ""
        starts = first == 0 or tags[first - 1] in ",:;.-tcb"
        if (
            word in one.words.views
            and (not re.search(r"[VAv]", tags) or re.fullmatch(r"iA[^VTG]*", tags[: one.index]))
            and first > one.index
            and tags[phrase.last + 1 :] in ("", ".")
        ):
            return _attributed(one, "quotes.source", phrase, sentence, match)
        if word in one.words.topic_sources:
            closed = phrase.last + 1 < len(tags) and (
                tags[phrase.last + 1] in ",:QA(" or tags[phrase.last + 1 : phrase.last + 3] == "iA"
            )
            if not (starts and closed and phrase.first < one.index and phrase.start - match[0] < 40):
                continue
            if tags[first - 1 : first] == "," and first > 1:
                continue
        elif phrase.first > one.index and phrase.first - one.index > 6:
            continue
        if any(tags[i] in ";:" for i in range(min(first, one.index), max(first, one.index)) if tags[i] == ";"):
            continue
        if first > 0 and phrase.last < one.index and re.search(r",[hN][zt]{0,2}V", tags[phrase.last + 1 : one.index]):
            continue  # En tête d'après son équipe, il promet « … »
        found = _attributed(one, "quotes.source", phrase, sentence, match)
        if found is not None:
            distance = abs(phrase.first - one.index)
            if best is None or distance < best[0]:
                best = distance, found
    return best[1] if best is not None else None


def _source_before(one: Quoted, phrase: NounPhrase) -> tuple[int, int] | None:
    """Offsets of the preposition that names a source just before a phrase."""
    text = one.context.text
    floor = max(one.sentence.start, phrase.start - 32)
    for match in one.words.source_phrases.finditer(text, floor, phrase.start + 3):
        if text[match.start() - 1 : match.start()] == "-":
            continue  # porte-parole de X
        if text[match.end() : phrase.start].strip(" \u00a0'’") in {"", *one.words.articles}:
            return match.start(), match.end()
        if match.end() > phrase.start:
            return match.start(), match.end()
    return None


def _incise_before(one: Quoted) -> Attribution | None:
    """``La droite a, dit-elle, « … »``, ``It was, he says, “…”``: narration between commas before the
    words."""
    same = one.same_sentence
    floor = same.index + 1 if same is not None else 0
    place = _inversion(one, floor, one.index)
    if (
        place is not None
        and one.sentence.tokens[place - 1].tag in "VA"
        and not re.search(r",w[zt]{0,2}V", one.before[place:])
        and "?" not in one.sentence.text[one.sentence.start : one.sentence.tokens[one.index].start]
    ):
        return _from_inversion(one, "quotes.incise_before", place)
    for phrase in one.sentence.phrases:  # The president, sneers Mélenchon, is “floating”
        if (
            floor < phrase.first
            and phrase.last + 1 < one.index
            and one.before[phrase.last + 1] == ","
            and not phrase.governed
        ):
            verb = re.search(r",[zt]{0,2}(V|A[zt]{0,2}T)[t]{0,2}$", one.before[: phrase.first])
            if verb and phrase.kind != "impersonal" and verb.start() > floor:
                return _attributed(
                    one, "quotes.incise_before", phrase, one.sentence, one.cue(verb.start(1), verb.end(1) - 1)
                )
    match = re.search(r",([hN])[zt]?A?[VT][^QNhO.:;]{0,6},$", one.before[floor:])
    if match and one.before[floor : floor + match.start()]:
        at = floor + match.start(1)
        narrator = next((p for p in one.sentence.phrases if p.first <= at <= p.last), None)
        if narrator is not None and not narrator.governed:
            return _attributed(one, "quotes.incise_before", narrator, one.sentence, one.cue(at + 1, at + 1))
    for phrase in one.sentence.phrases:  # It was, its leader shrugged, “a start”
        if floor < phrase.first and phrase.last < one.index and phrase.kind == "description" and not phrase.governed:
            told = re.fullmatch(r"[zt]?A?[VT][^QNhO.:;]{0,3},", one.before[phrase.last + 1 :])
            if told and one.before[phrase.first - 1] == ",":
                cue = one.cue(phrase.last + 1, one.index - 2)
                return _attributed(one, "quotes.incise_before", phrase, one.sentence, cue)
    return None


def _trailing(one: Quoted) -> Attribution | None:
    """``The party did “better”, the expert points out``, ``…, assure son entourage``: an incise that
    ends the sentence."""
    sentence, tags = one.sentence, one.sentence.tags
    floor = one.index + 2
    stop = len(tags)
    if one.after[:1] == "Q":
        return None
    for comma in (i for i in range(floor, stop) if tags[i] == ","):
        place = _inversion(one, comma, min(comma + 6, stop))
        if place is not None and place - comma <= 5:
            return _from_inversion(one, "quotes.incise_trailing", place)
        verb = re.match(r"[zt]{0,2}(?:V|A[zt]{0,2}T)", tags[comma + 1 : comma + 7])
        if verb:
            subject = sentence.subject_after(comma + 1 + verb.end())
            if subject is not None:
                return _attributed(
                    one, "quotes.incise_trailing", subject, sentence, one.cue(comma + 1, comma + verb.end())
                )
        phrase = next((p for p in sentence.phrases if comma < p.first <= comma + 2), None)
        if phrase is None or phrase.governed or phrase.kind == "impersonal" or stop - phrase.last > 20:
            continue
        if _ENDING_VERB.fullmatch(tags, phrase.last + 1):
            cue = one.cue(phrase.last + 1, phrase.last + 1)
            return _attributed(one, "quotes.incise_trailing", phrase, sentence, cue)
    return None


def _colon(one: Quoted) -> Attribution | None:
    """``X : « … »``, ``X prévient : « … »``: what stands before the colon names the speaker."""
    sentence, tags = one.sentence, one.sentence.tags
    if one.index and tags[one.index - 1] == ":":
        token = sentence.tokens[one.index - 1]
        phrase = _introducer(one, sentence, one.index - 1)
        cue = _cue_before(one, sentence, one.index - 1) or (token.start, token.end)
        if phrase is not None:
            found = _attributed(one, "quotes.colon", phrase, sentence, cue)
            if found is not None:
                return found
        place = _inversion(one, 0, one.index)
        if place is not None:
            return _from_inversion(one, "quotes.colon", place)
        subject = sentence.subject_before(one.index - 1)
        if (
            subject is not None
            and subject.kind == "impersonal"
            and sentence_word(one, subject.first) in sentence.words.markers["they"]
        ):
            people = _impersonal(one, "quotes.colon", cue)
            if people is not None and people.label is not None:
                return people
        if _goes_round(one):
            return Attribution("quotes.colon", cue=cue)
        if one.index > 14:
            return None
        return _carried(one, "quotes.colon_carried", cue)
    if one.index == 0:
        before = _sentence_before(one, sentence.start)
        if before is not None and before.tags.endswith(":"):
            phrase = _introducer(one, before, len(before.tags) - 1)
            token = before.tokens[-1]
            if phrase is not None:
                return _attributed(one, "quotes.colon_line_before", phrase, before, (token.start, token.end))
    return None


def _goes_round(one: Quoted) -> bool:
    """Whether words are said to be on many lips: *au siège, une plaisanterie circule : « … »*."""
    circulating = one.sentence.words.markers["circulating"]
    return any(token.word in circulating for token in one.sentence.tokens[max(0, one.index - 4) : one.index])


def _introducer(one: Quoted, sentence: Sentence, index: int) -> NounPhrase | None:
    """Who is said to speak in the words that introduce a quotation."""
    tags = sentence.tags
    owner = _owner(one, sentence, 0, index)
    if owner is not None and owner.last + 1 == index:
        return owner  # …, avant de lire une lettre de sa fille : « … »
    if owner is not None and (
        sentence.tokens[0].word in one.words.said_nouns
        or sentence.tokens[min(1, index)].word in one.words.said_nouns
        or not re.search(r"[V]", tags[:index])
    ):
        return owner
    put = next((p for p in sentence.phrases if p.first == 1 and p.kind != "impersonal"), None)
    is_put = sentence.tokens[0].word in sentence.words.markers["as_put"]
    if is_put and put is not None and re.fullmatch(r"[tz]{0,2}[VT][^,VvA]*", tags[put.last + 1 : index]):
        return put  # As X put it: “…”
    beside = next((p for p in sentence.phrases if p.last + 1 == index), None)
    if (
        beside is not None
        and beside.first
        and tags[beside.first - 1] in ",;"
        and beside.kind in ("name", "description")
        and tags[beside.head] in "NOKrg"
        and not (beside.governed or beside.embedded or re.search(r"[VvATG]", tags[: beside.first].rpartition(";")[2]))
    ):
        return beside  # Ten minutes later, the same source: “…”
    for phrase in reversed(sentence.phrases):  # X répond, bravache : / grince un conseiller :
        if phrase.last >= index or phrase.kind == "impersonal" or index - phrase.last > 8:
            continue
        if phrase.governed:
            continue
        inverted = re.search(r"V[tz]{0,2}$", tags[: phrase.first])
        if phrase.last + 1 == index and inverted and sentence.subject_before(inverted.start()) is None:
            return phrase
        if phrase.last + 1 == index and phrase.embedded and phrase.kind == "name" and "w" in tags[: phrase.first]:
            return phrase
        if phrase.embedded and re.fullmatch(r"[zt]{0,2}(?:V|A[zt]?T)[tx,]{0,4}", tags[phrase.last + 1 : index]):
            return phrase
        if re.fullmatch(r",?G[tx]{0,3}", tags[phrase.last + 1 : index]):
            return phrase  # an usher, whispering: “…”
        if tags[phrase.first - 1 : phrase.first] == ";" and re.fullmatch(r"Ti[tx]{0,3}", tags[phrase.last + 1 : index]):
            return phrase  # …; a former minister put it less kindly: “…”
    subject = sentence.subject_before(index)
    if subject is not None and subject.kind != "impersonal" and not _is_mere_capital(subject, sentence):
        return subject
    if owner is not None:
        return owner
    free = [
        p
        for p in sentence.phrases
        if p.first < index and p.kind != "impersonal" and not p.embedded and not _is_mere_capital(p, sentence)
    ]
    persons = [
        p
        for p in free
        if (p.entity is not None and p.entity.is_person) or (p.kind == "description" and tags[p.head] in "rg")
        if not _is_addressed(p, sentence) or re.match(r",?p[VI]", tags[p.last + 1 : index])
    ]
    ungoverned = [p for p in persons if not p.governed]
    if ungoverned:
        return ungoverned[-1]
    if one.words.words_of.search(
        one.context.text, sentence.start, sentence.tokens[index - 1].end if index else sentence.end
    ):
        return persons[-1] if persons else None
    if len(persons) != 1:
        return None
    relative = re.match(r",w", tags[persons[0].last + 1 : index]) is not None  # Sourire pour X, qui patiente : « … »
    asked = re.match(r",?p[VI]", tags[persons[0].last + 1 : index]) is not None  # It fell to X to announce it: “…”
    return persons[0] if relative or asked or index - persons[0].last <= 2 else None


def _is_addressed(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether words are said to somebody, not by him: *And, to her daughters: “…”*."""
    if not phrase.governed:
        return False
    at = phrase.first if sentence.tags[phrase.first] in "pf" else phrase.first - 1
    return sentence.tokens[at].word in sentence.words.markers["addressing"]


def _is_mere_capital(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a word is a name only by the capital that opens its sentence: *Sourire figé pour X, qui…*."""
    unknown = phrase.kind == "name" and phrase.entity is not None and phrase.entity.kind == "unknown"
    following = sentence.tags[phrase.last + 1 : phrase.last + 2]
    if unknown and phrase.first == 0 and following == "f":  # Soupir d'un militant : « … »
        return any(
            p.first <= phrase.last + 2 and p.first > phrase.last and p.kind != "impersonal" for p in sentence.phrases
        )
    return unknown and phrase.first == 0 and following in tuple("axDt")


def _owner(one: Quoted, sentence: Sentence, first: int, last: int) -> NounPhrase | None:
    """*Steve Baker's reaction*, *la réponse de Valls*, *le mot est de Valls*: the owner of a noun for words."""
    last = min(last, len(sentence.tags))
    for i in range(first, last):
        if sentence.tokens[i].word not in one.words.said_nouns and (i or sentence.tags[0] not in "hi"):
            continue
        author = _author(sentence, i)
        if author is not None:
            return author
        if sentence.tokens[i].word not in one.words.said_nouns:
            continue
        for phrase in sentence.phrases:
            if (phrase.first == i + 2 and sentence.tags[i + 1] == "f") or (phrase.first == i + 1 and phrase.governed):
                return phrase
        for at in range(i + 1, min(i + 7, last - 1)):
            if sentence.tokens[at].word in sentence.words.markers["of_source"]:
                phrase_from = phrase_at(sentence, at + 1)
                if phrase_from is not None and sentence.tags[phrase_from.head] in "NOrg":
                    return phrase_from
        for back in (2, 3):
            if i >= back and sentence.tags[i - back + 1] == "'" and sentence.tags[i - back] in "NO":
                return _possessor(sentence, i - back)
    return None


def _possessor(sentence: Sentence, at: int) -> NounPhrase:
    """The name before a possessive mark, as a phrase."""
    token = sentence.tokens[at]
    entity = token.item.entity if token.item is not None and not isinstance(token.item, Quotation) else None
    return NounPhrase(token.start, token.end, "name", at, at, at, entity, is_group=token.tag != "N", is_definite=True)


def _author(sentence: Sentence, noun: int) -> NounPhrase | None:
    """*La formule est d'un militant*, *le mot du jour est de X*: whose the words are said to be."""
    for at in range(noun + 1, min(noun + 7, len(sentence.tags) - 2)):
        if re.match(r"A[NO]'", sentence.tags[at:]):
            return _possessor(sentence, at + 1)
        if sentence.tags[at : at + 2] == "Af":
            return next((p for p in sentence.phrases if at + 1 <= p.first <= at + 2 and p.kind != "impersonal"), None)
        if sentence.tags[at] in "VvAN,;:.Q":
            break
    return None


def _cue_before(one: Quoted, sentence: Sentence, index: int) -> tuple[int, int] | None:
    for i in range(index - 1, max(-1, index - 12), -1):
        if sentence.tags[i] in "VTG":
            return sentence.tokens[i].start, sentence.tokens[i].end
    return None


def _after_colon(one: Quoted) -> Attribution | None:
    """``« … » : le président du MoDem estime …``, ``‘Not the captain’: Cameron quits``."""
    if one.after[:1] != ":" or not one.opens_clause:
        return None
    subject = next(
        (
            p
            for p in one.sentence.phrases
            if p.first > one.index and not p.governed and not p.embedded and p.kind != "impersonal"
        ),
        None,
    )
    if subject is None or subject.first > one.index + 24:
        return None
    token = one.sentence.tokens[one.index + 1]
    return _attributed(one, "quotes.after_colon", subject, one.sentence, (token.start, token.end))


def _participle(one: Quoted) -> Attribution | None:
    """``…, jugeant que « … »``: a present participle of speech since the last quotation of the sentence."""
    same = one.same_sentence
    floor = same.index + 1 if same is not None else 0
    place = one.before.rfind("G", floor)
    while place > 0 and re.search(r"A[zt]{0,2}$", one.before[:place]):  # he is going into opposition
        place = one.before.rfind("G", floor, place)
    if place < 0 or re.search(r"[.;:]", one.before[place:]):
        return None
    cue = one.cue(place, place)
    if same is not None and same.attribution is not None:
        return _same(same.attribution, "quotes.participle", cue)
    subject = _absolute_subject(one.sentence, place) or one.sentence.subject_before(place)
    if subject is None:
        subject = next((p for p in one.sentence.phrases if p.first > place and not p.governed and not p.embedded), None)
    if subject is None or subject.kind == "impersonal":
        return None
    return _attributed(one, "quotes.participle", subject, one.sentence, cue)


def _absolute_subject(sentence: Sentence, place: int) -> NounPhrase | None:
    """*with X citing her “consistency”*, *X promettant « du calme »*: who stands right before a participle."""
    phrase = next((p for p in sentence.phrases if p.last + 1 == place and p.kind in ("name", "description")), None)
    if phrase is None or phrase.first == 0:
        return None
    before = sentence.tokens[phrase.first - 1]
    return phrase if before.word in sentence.words.markers["absolute"] else None


def _gapped(one: Quoted, same: Quoted) -> Attribution | None:
    """Another subject before words of the same sentence, its verb left out: *X parle de « … », et Y d'« … »*."""
    tags = one.sentence.tags
    if re.search(r"[c,;]D?[NO]'$", one.before):  # Labor's scrutineers call it “routine”, the LNP's “a shambles”
        return _attributed(one, "quotes.gapped", _possessor(one.sentence, one.index - 2), one.sentence)
    for phrase in one.sentence.phrases:
        if phrase.kind != "name" or phrase.first < same.index or phrase.governed or phrase.embedded:
            continue
        if phrase.entity is None or phrase.entity.kind == "unknown" or tags[phrase.first - 1] not in "c,;Q":
            continue
        if tags[phrase.first - 1] == "Q" and not _closes_clause(same):
            continue
        aside = _ASIDE.match(tags, phrase.last + 1, one.index)
        last = aside.end() - 1 if aside else phrase.last
        that = sentence_word(one, last + 1) in one.sentence.words.markers["that"]
        if that and _REPORTED.fullmatch(tags, last + 2, one.index):
            return _attributed(one, "quotes.gapped", phrase, one.sentence)
        if _GAP.fullmatch(tags, phrase.last + 1, one.index) and "Q" not in tags[phrase.last + 1 : one.index]:
            return _attributed(one, "quotes.gapped", phrase, one.sentence)
    return None


def _continued_in_sentence(one: Quoted) -> Attribution | None:
    """A second quotation of the same sentence, with no new subject between them."""
    same = one.same_sentence
    if same is None or same.attribution is None:
        return None
    gapped = _gapped(one, same)
    if gapped is not None:
        return gapped
    anew = one.sentence.relative_antecedent(one.index) or _beside_verb(one)
    if anew is not None and anew.first > same.index and anew.kind in ("name", "description"):
        return None
    between = [
        p
        for p in one.sentence.phrases
        if same.index < p.first < one.index and not p.governed and not p.embedded and p.kind in ("name", "description")
    ]
    tags = one.sentence.tags
    speaker = same.attribution.phrase
    for phrase in one.sentence.phrases:  # she said it was “fine”; he called it “robbery”
        if (
            same.index < phrase.first < one.index
            and phrase.kind == "pronoun"
            and not phrase.governed
            and not phrase.is_plural
        ):
            entity = same.attribution.entity
            if entity is not None and not _fits_gender(entity, phrase):
                return None
    for phrase in between:
        if speaker is not None and phrase.first == speaker.first:
            continue
        opener = sentence_word(one, phrase.first), sentence_word(one, phrase.first - 1)
        if one.sentence.words.markers["that"].intersection(opener):
            continue
        if tags[phrase.first - 1] == "b" and tags[phrase.last + 1 : phrase.last + 2] == ",":
            return None  # mais l'intéressé, joint par …, se borne à « … »
        following = phrase.last + 1
        if following < one.index and (
            tags[following] in "Vv"
            or (tags[following] in "Azt" and re.match(r"[Azt]{1,4}[VTvQx]", tags[following : following + 6]))
        ):
            return None
    return _same(same.attribution, "quotes.same_sentence", same.attribution.cue)


def sentence_word(one: Quoted, index: int) -> str:
    """The word at a token of the sentence, in lower case; nothing beside the sentence."""
    return one.sentence.tokens[index].word if 0 <= index < len(one.sentence.tokens) else ""


def _narrated(one: Quoted) -> Attribution | None:
    """Words borrowed inside the narrator's sentence: the subject of the clause says them."""
    if one.opens_clause and one.index == 0:
        return None
    if one.index and one.before[-1] == ":":
        return None
    beside = _beside_verb(one)
    subject = beside or one.sentence.subject_before(one.index)
    if subject is None:
        return _before_colon(one, one.index)
    if subject.kind == "impersonal":
        verbs = [i for i in range(subject.last, one.index) if one.sentence.tags[i] == "V"]
        if verbs and sentence_word(one, subject.first) in one.sentence.words.markers["they"]:
            return _impersonal(one, "quotes.narrated", one.cue(verbs[0], verbs[0]))
        return _before_colon(one, subject.first)
    tags = one.sentence.tags
    between = tags[subject.last + 1 : one.index]
    if subject.is_possessive and not re.search(r"[VTGI]", between):  # Roussel said…: his party would use “…”
        owner = one.sentence.subject_before(subject.first)
        if owner is not None and owner.kind == "name" and owner.first != subject.first:
            return _attributed(one, "quotes.narrated", owner, one.sentence, _cue_before(one, one.sentence, one.index))
    if subject.is_group and subject.kind == "description" and not re.search(r"[VvATGIx]", between or "x"):
        return None
    if subject.is_group and subject.entity is None and not re.search(r"[VTGI]", between):
        return None
    if (
        subject.entity is not None
        and subject.entity.kind in ("outlet", "pollster", "organization", "party")
        and not re.search(r"[VTGI]", between)
    ):
        return None
    if (
        subject.is_indefinite
        and not re.search(r"[VTGI]", between)
        and not (between == "A" and tags[subject.head] == "r")
    ):
        return None
    cue = _cue_before(one, one.sentence, one.index)
    return _attributed(one, "quotes.narrated", subject, one.sentence, cue)


def _before_colon(one: Quoted, index: int) -> Attribution | None:
    """Who speaks in what follows a colon: *Tom Brown: I’m “very relaxed”*, *Pelosi’s line: tomorrow is “a new day”*."""
    colon = one.before.rfind(":", 0, index)
    introducer = _introducer(one, one.sentence, colon) if colon > 0 else None
    return None if introducer is None else _attributed(one, "quotes.colon", introducer, one.sentence)


def _beside_verb(one: Quoted) -> NounPhrase | None:
    """Who stands at the head of a clause, right before the verb of speech nearest to the words: *the tills ring, Poutou
    says “not one vote”*; *a decision Jones calls “a mistake”*."""
    sentence, tags = one.sentence, one.sentence.tags
    verb = next((i for i in range(one.index - 1, -1, -1) if tags[i] in "VTwbGQ;:."), -1)
    if verb < 0 or tags[verb] not in "VT":
        return None
    at = verb
    while at and (tags[at - 1] in "zt" or (tags[at - 1] == "A" and tags[verb] == "T")):
        at -= 1
    if tags[verb] == "T" and "A" not in tags[at:verb]:
        return None
    closed = next((p for p in sentence.phrases if p.last + 2 == at and "," in tags[p.first : p.last]), None)
    if tags[at - 1 : at] == "," and closed is not None:  # the mayor, Jim Hall, dismisses “…”
        at -= 1
    elif tags[at - 1 : at] == ",":  # Lord Mandelson, on Times Radio, blames “…”
        opening = tags.rfind(",", max(0, at - 9), at - 1)
        if opening < 0 or re.search(r"[VvAGTwQ]", tags[opening:at]) or tags[opening + 1] not in "pzh":
            return None
        at = opening
    phrase = next((p for p in sentence.phrases if p.last + 1 == at), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    before = tags[phrase.first - 1] if phrase.first else ","
    if before in ",;:cb" and not phrase.governed:
        return _pronoun_subject(sentence, phrase)
    if before == "x" and sentence.tokens[phrase.first - 1].word in sentence.words.markers["what"]:
        return phrase
    if before in "xrg" and tags[verb + 1 : one.index] in ("", "p") and phrase.kind == "name" and not phrase.embedded:
        return phrase if not sentence.words.adjective_endings else None
    return None


def _pronoun_subject(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """The subject of the clause before, when the phrase is a pronoun that fits it: *Quant à X, il y voit « … »*."""
    if phrase.kind != "pronoun" or phrase.is_plural:
        return phrase
    names = [
        p
        for p in sentence.phrases
        if p.last < phrase.first and p.kind == "name" and not (p.is_group or p.governed or p.embedded) and p.entity
    ]
    before = sentence.subject_before(phrase.first)
    if before is not None and before.entity is not None and before in names and _fits_gender(before.entity, phrase):
        return before
    same = [p for p in names if p.entity is not None and phrase.gender and p.entity.gender == phrase.gender]
    return same[-1] if same else phrase


def _carried_on(one: Quoted) -> Attribution | None:
    """Words borrowed in a sentence without a person for its subject, just after a quote: *Ce résultat
    lui « donne … »*."""
    previous = one.previous
    if previous is None or previous.attribution is None or one.opens_clause or len(one.text.split()) < 3:
        return None
    if one.quotation.kind != "marks" or previous.quotation.kind != "marks" or _in_headline(previous):
        return None
    before = _sentence_before(one, one.sentence.start)
    if before is None or before.start != previous.sentence.start:
        return None
    if "\n" in one.context.text[previous.quotation.end : one.quotation.start]:
        return None
    subject = one.sentence.subject_before(one.index)
    if subject is not None and (subject.kind in ("name", "description") or subject.is_plural):
        return None
    if sentence_word(one, 0) in one.words.topic_sources and "," in one.before:
        return None  # Pour economiesuisse, c'est « … »
    return _same(previous.attribution, "quotes.carried_on", None)


def _subject_after(one: Quoted) -> Attribution | None:
    """``“No drama,” is how a clerk summed up her day``: the first subject after words that open the
    sentence."""
    if not one.opens_clause or not one.is_sentence or not one.after or one.index + 1 >= len(one.sentence.tags):
        return None
    subject = next(
        (
            p
            for p in one.sentence.phrases
            if p.first > one.index and not p.governed and not p.embedded and p.kind != "impersonal"
        ),
        None,
    )
    if subject is None or "." in one.sentence.tags[one.index + 1 : subject.first] or subject.first > one.index + 10:
        return None
    verb = _verb_after_subject(one, subject)
    if verb is None and not re.search(r"[VT]", one.sentence.tags[one.index + 1 : subject.first]):
        return None
    return _attributed(one, "quotes.subject_after", subject, one.sentence, one.cue(*verb) if verb else None)


def _continuation(one: Quoted) -> Attribution | None:
    """A quotation that stands by itself after another: the same person goes on speaking."""
    previous = one.previous
    if previous is None or previous.attribution is None or one.quotation.kind != "marks":
        return None
    if not one.opens_clause or previous.quotation.kind != "marks":
        return None
    if _in_headline(previous) and not _in_headline(one):
        return None
    before = _sentence_before(one, one.sentence.start)
    if before is not None and before.start > previous.sentence.start and _owner(one, before, 0, len(before.tags)):
        return None
    named = [
        p
        for s in _sentences_between(one, previous)
        for p in s.phrases
        if p.start > previous.quotation.end
        and p.end < one.quotation.start
        and p.kind in ("name", "description")
        and not p.governed
        and not p.embedded
        and (s.is_verb(p.last + 1) or p.first == 0)
    ]
    speaker = previous.attribution.phrase
    for phrase in named:
        if speaker is None or phrase.start != speaker.start:
            entity = one.context.references.resolve(
                phrase, one.context.references.sentence(phrase.start, one.entry), one.entry
            )
            if (
                entity is not previous.attribution.entity
                and (entity is None or entity.is_person)
                and (entity is not None or phrase.is_indefinite)
            ):
                return None
    return _same(previous.attribution, "quotes.continuation", None)


def _sentences_between(one: Quoted, previous: Quoted) -> list[Sentence]:
    references = one.context.references
    return references.sentences_read(previous.quotation.start, one.quotation.end, one.entry)


def _carried(one: Quoted, rule: str, cue: tuple[int, int] | None) -> Attribution | None:
    """Words that the sentence leaves to those spoken of before: the antecedent of an implied *il*."""
    if one.previous is not None and one.previous.attribution is not None and not _in_headline(one.previous):
        before = _sentence_before(one, one.sentence.start)
        if before is None or before.start == one.previous.sentence.start:
            return _same(one.previous.attribution, rule, cue)
    entity = one.context.references.pronoun(one.sentence.start, one.entry)
    return Attribution(rule, entity=entity, cue=cue) if entity is not None else None


def _sentence_before_rule(one: Quoted) -> Attribution | None:
    """A quotation that stands by itself after a sentence about somebody."""
    if not one.opens_clause or not one.is_sentence or _in_headline(one) or one.quotation.kind != "marks":
        return None
    before = _sentence_before(one, one.sentence.start)
    if before is None:
        return None
    headline = _headline(one)
    if (
        headline is not None
        and before.start < headline[1]
        and one.index == 0
        and one.index + 1 == len(one.sentence.tags)
    ):
        after = _following_sentence(one)
        if after is not None:
            return after
    subject = before.subject_before(len(before.tags))
    unknown = subject is not None and subject.entity is not None and subject.entity.kind == "unknown"
    if subject is not None and subject.kind == "pronoun":
        subject = anticipated(subject, before, len(one.context.text)) or subject
    answered = _answered(one, before)
    if answered is not None:
        return answered
    owner = _owner(one, before, 0, len(before.tags))
    if owner is not None:
        owned = _attributed(one, "quotes.sentence_before", owner, before)
        if owned is not None:
            return owned
    if subject is not None and subject.kind != "impersonal" and not subject.is_plural and not unknown:
        found = _attributed(one, "quotes.sentence_before", subject, before)
        if found is not None and (found.entity is not None or (found.label is not None and not subject.is_group)):
            return found
    entity = one.context.references.pronoun(one.sentence.start, one.entry)
    return Attribution("quotes.sentence_before", entity=entity) if entity is not None else None


def _answered(one: Quoted, before: Sentence) -> Attribution | None:
    """Who spoke before a short sentence in which others do something to him: *Horns answer him. “…”*."""
    previous = one.previous
    if previous is None or previous.attribution is None or previous.attribution.entity is None:
        return None
    objects = before.words.object_pronouns
    last = next((t for t in reversed(before.tokens) if t.tag != "."), None)
    earlier = _sentence_before(one, before.start)
    if last is None or last.word not in objects or earlier is None or earlier.start != previous.sentence.start:
        return None
    entity = previous.attribution.entity
    if entity.gender and objects[last.word] and entity.gender != objects[last.word]:
        return None
    return _same(previous.attribution, "quotes.sentence_before", None)


def _following_sentence(one: Quoted) -> Attribution | None:
    """Words that open a post; the sentence after names who said them."""
    if not one.opens_clause or not one.is_sentence or one.quotation.kind != "marks":
        return None
    sentence = _sentence_after(one)
    if sentence is None or "Q" in sentence.tags[:2] or _in_headline(one):
        return None
    pointed = _pointed_out(one, sentence)
    if pointed is not None:
        return _attributed(one, "quotes.following_sentence", pointed, sentence)
    subject = sentence.subject_before(len(sentence.tags))
    if subject is None:
        subject = next((p for p in sentence.phrases if p.entity is not None and p.entity.kind == "person"), None)
    if subject is None or subject.kind not in ("name", "description") or subject.is_plural:
        return None
    found = _attributed(one, "quotes.following_sentence", subject, sentence)
    return found if found is not None and found.entity is not None and found.entity.is_person else None


def _pointed_out(one: Quoted, sentence: Sentence) -> NounPhrase | None:
    """Who is named right after words, by a sentence without a verb or with a word that points back: *« … » Un ancien
    ministre, en off*; *« … » Cet élu, qui veut rester anonyme, vient de …*."""
    if one.after not in ("", ".") or "\n" in one.context.text[one.quotation.end : sentence.start]:
        return None
    phrase = next((p for p in sentence.phrases if p.first == 0), None)
    if phrase is None or phrase.kind not in ("name", "description") or sentence.tags[phrase.head] not in "rgNO":
        return None
    if sentence.tokens[0].word in sentence.words.markers["this"] and sentence.tags[phrase.head] == "r":
        return phrase
    verbless = not re.search(r"[VvAhi]", sentence.tags) and sentence.tags[phrase.last + 1 : phrase.last + 2] in (
        ",",
        ".",
        "",
    )
    return phrase if verbless else None


RULES: tuple[Callable[[Quoted], Attribution | None], ...] = (
    _post,
    _block,
    _parenthesis,
    _signed,
    _quoted_as,
    _crowd,
    _agent,
    _relative,
    _incise_pronoun,
    _incise_subject,
    _incise_inside,
    _words_of,
    _colon,
    _incise_before,
    _trailing,
    _source,
    _participle,
    _continued_in_sentence,
    _after_colon,
    _narrated,
    _carried_on,
    _subject_after,
    _continuation,
    _sentence_before_rule,
    _following_sentence,
)
"""The rules of attribution, in the order in which they are tried."""


# ── headlines ─────────────────────────────────────────────────────────────────────────────────────


def _headline(one: Quoted) -> tuple[int, int] | None:
    return headline_of(one.entry, one.context.text)


def _in_headline(one: Quoted) -> bool:
    headline = _headline(one)
    return headline is not None and headline[0] <= one.quotation.start < headline[1]


def _attribute_headlines(quoted: list[Quoted]) -> None:
    """A headline's quotation that nobody is named for is his whom the body quotes first."""
    for one in quoted:
        if not _is_open(one) or not _in_headline(one) or one.quotation.kind != "marks" or _ignored(one):
            continue
        body = next(
            (
                b
                for b in quoted
                if b.attribution is not None and not _in_headline(b) and (b.attribution.entity or b.attribution.label)
            ),
            None,
        )
        if body is None and one.opens_clause and one.is_sentence:
            one.attribution = _told_below(one)
        elif body is not None and body.attribution is not None and (one.opens_clause or len(one.text.split()) > 2):
            one.attribution = _same(body.attribution, "quotes.headline", None)


def _is_open(one: Quoted) -> bool:
    """Whether the speaker of a headline's words is to be looked for below: none is named, or by a word for anybody."""
    found = one.attribution
    if found is None:
        return True
    if found.entity is None or found.entity.kind != "unknown" or found.phrase is None:
        return False
    return one.sentence.words.nouns.get(sentence_word(one, found.phrase.head)) == "r"  # Archbishop: “…”


def _told_below(one: Quoted) -> Attribution | None:
    """Words that make a headline, over a post that opens with a person and quotes nobody."""
    after = _sentence_after(one)
    subject = after.subject_before(len(after.tags)) if after is not None and "Q" not in after.tags else None
    if after is None or subject is None or subject.kind != "name" or subject.first > 2:
        return None
    found = _attributed(one, "quotes.headline", subject, after)
    return found if found is not None and found.entity is not None and found.entity.kind == "person" else None


def _ignored(one: Quoted) -> bool:
    return any(rule(one) for _, rule in IGNORED)


# ── helpers of the rules ──────────────────────────────────────────────────────────────────────────


def _sentence_before(one: Quoted, offset: int) -> Sentence | None:
    """The sentence of the entry that ends before an offset."""
    return one.context.references.sentence_before(offset, one.entry)


def _sentence_after(one: Quoted) -> Sentence | None:
    return one.context.references.sentence_after(one.sentence.end, one.entry)


def _attributed(
    one: Quoted, rule: str, phrase: NounPhrase, sentence: Sentence, cue: tuple[int, int] | None = None
) -> Attribution | None:
    """The attribution to a phrase, its entity resolved; None when the phrase can be nobody's."""
    references = one.context.references
    if phrase.kind == "pronoun" and phrase.is_plural:
        group = _plural_antecedent(one, phrase)
        return (
            Attribution(
                rule,
                phrase=group,
                cue=cue,
                label=(group.start, group.end),
                is_group=True,
                entity=group.entity,
            )
            if group
            else None
        )
    last = _last_speaker(one, sentence, phrase.kind == "description")
    if phrase.kind == "pronoun":
        skip = one.sentence if sentence is one.sentence and _stands_apart(one, phrase) else None
        named = any(p.entity is not None and p.entity.is_person and p.last < phrase.first for p in sentence.phrases)
        is_told_of = named and not (skip is not None and phrase.first < one.index)
        if last is not None and last.entity is not None and _fits_gender(last.entity, phrase) and not is_told_of:
            return Attribution(rule, phrase, last.entity, cue, (phrase.start, phrase.end))
        meant = references.antecedent(phrase.start, one.entry, phrase.gender, skip=skip)
        if meant is None:
            one.unresolved = phrase
            return None
        if meant.entity is None:
            return Attribution(rule, meant, None, cue, (meant.start, meant.end), meant.is_group)
        return Attribution(rule, phrase, meant.entity, cue, (phrase.start, phrase.end))
    if phrase.entity is None and sentence.tokens[phrase.first].word in one.words.first_person:
        return Attribution(rule, phrase, None, cue, (phrase.start, phrase.end), phrase.is_group)  # notre journaliste
    entity = references.resolve(phrase, sentence, one.entry, last.entity if last is not None else None)
    if entity is not None and entity.kind == "place":
        return None
    if phrase.kind == "description" and phrase.is_definite and not phrase.is_group and not phrase.is_possessive:
        entity = _nearer(one, phrase, sentence, entity)
    return Attribution(rule, phrase, entity, cue, (phrase.start, phrase.end), phrase.is_group)


def _nearer(one: Quoted, phrase: NounPhrase, sentence: Sentence, entity: Entity | None) -> Entity | None:
    """Whom *le député de Bègles* means when the document tells nothing of it, or only of somebody the post does not
    name: the subject of the same sentence or of the one before, if the description suits him."""
    if sentence is not one.sentence or sentence.tags[phrase.head] != "r":
        return entity
    if sentence_word(one, phrase.head) in sentence.words.markers["crown"]:
        return entity
    references, entry = one.context.references, one.entry
    if entity is not None and any(
        m.entity is entity for m in one.context.people.between(entry.char_start, phrase.start)
    ):
        return entity
    before = references.sentence_before(sentence.start, entry)
    subjects = [
        p
        for p in sentence.phrases
        if p.last < phrase.first and not p.governed and not p.embedded and not _is_participle(p, sentence)
    ][:1]
    if not subjects and before is not None and "\n" not in one.context.text[before.end : sentence.start]:
        subject = before.subject_before(len(before.tags))
        subjects = [subject] if subject is not None else []
    for subject in subjects:
        named = subject.entity
        if subject.kind == "name" and named is not None and named.kind == "person":
            return named if references.suits(phrase, sentence, named) else entity
    return entity


def _is_participle(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a phrase is a name only by its capital: *Rallié à X dès mars, Y recommence*."""
    entity = phrase.entity
    return phrase.first == 0 and entity is not None and entity.kind == "unknown" and sentence.tags[1:2] in ("p", "f")


def _last_speaker(one: Quoted, sentence: Sentence, described: bool) -> Attribution | None:
    """The person quoted in the sentence just before, or for a description anywhere before in the same
    paragraph."""
    previous = one.previous
    if (
        previous is None
        or previous.attribution is None
        or previous.quotation.kind != "marks"
        or sentence is not one.sentence
    ):
        return None
    entity = previous.attribution.entity
    if entity is None or not entity.is_person or previous.sentence.start == one.sentence.start:
        return None
    if "\n" in one.context.text[previous.quotation.end : one.sentence.start]:
        return None
    if described:
        between = [
            p
            for s in _sentences_between(one, previous)
            for p in s.phrases
            if previous.quotation.end < p.start < one.quotation.start
            and p.entity is not None
            and p.entity.is_person
            and p.entity is not entity
        ]
        return previous.attribution if not between else None
    before = _sentence_before(one, one.sentence.start)
    return previous.attribution if before is not None and before.start == previous.sentence.start else None


def _fits_gender(entity: Entity, phrase: NounPhrase) -> bool:
    return not entity.gender or not phrase.gender or entity.gender == phrase.gender


def _stands_apart(one: Quoted, phrase: NounPhrase) -> bool:
    """Whether a pronoun stands in an incise beside a sentence whose subject does not speak itself."""
    if one.index == 0:
        return False
    tags = one.sentence.tags
    place = min(one.index, phrase.first)
    subject = one.sentence.subject_before(place)
    if subject is not None and re.fullmatch(r",[zt]?[VA][zt]?", tags[subject.last + 1 : phrase.first]):
        return True  # X, ajoute-t-il, « a perdu »
    if subject is not None and re.search(r"[VTGI]", tags[subject.last + 1 : place]):
        return False
    return phrase.first > one.index or "," in tags[max(0, phrase.first - 2) : phrase.first]


def _plural_antecedent(one: Quoted, phrase: NounPhrase) -> NounPhrase | None:
    """The people whom *ils* or *they* stands for: the last group that is the subject of a sentence before."""
    references = one.context.references
    for sentence in references.before(phrase.start, one.entry):
        for candidate in sentence.phrases:
            if (
                candidate.is_group
                and not candidate.governed
                and candidate.kind != "pronoun"
                and candidate.end <= phrase.start
            ):
                return candidate
    return None


def _same(attribution: Attribution, rule: str, cue: tuple[int, int] | None) -> Attribution:
    return Attribution(rule, attribution.phrase, attribution.entity, cue, attribution.label, attribution.is_group)


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────


def _row(one: Quoted) -> Row | None:
    """The row of a quotation; None when nothing shows that somebody says it."""
    attribution, q, text = one.attribution, one.quotation, one.context.text
    if attribution is None:
        return None
    entity = attribution.entity
    label = attribution.label
    if attribution.rule == "quotes.crowd" and label is None:
        return None
    if entity is None and label is None and not (one.is_sentence and len(one.text.split()) > 3):
        return None
    if label is not None and entity is None:
        label = _without_meeting(one, label)
    printed = text[slice(*label)] if label else None
    speaker: str | None = entity.name if entity is not None else None
    kind = _speaker_type(one, attribution, entity)
    if entity is None and printed and kind in ("group", "organization"):
        speaker, entity = printed, one.context.people.entity(printed, kind)
    if q.kind == "post" and entity is None and printed:
        speaker, kind = printed, "person"
    outlet = _outlet(one)
    return {
        "quote": one.text,
        "quote_type": "tweet" if q.is_post else "sentence" if one.is_sentence else "fragment",
        "speaker": speaker,
        "speaker_id": entity,
        "speaker_label": printed,
        "speaker_type": kind,
        "cue": text[slice(*attribution.cue)] if attribution.cue else None,
        "outlet": outlet,
        "char_start": q.inner_start,
        "char_end": q.inner_end,
        "speaker_char_start": label[0] if label else None,
        "speaker_char_end": label[1] if label else None,
        "cue_char_start": attribution.cue[0] if attribution.cue else None,
        "cue_char_end": attribution.cue[1] if attribution.cue else None,
        "rule": attribution.rule,
    }


def _without_meeting(one: Quoted, label: tuple[int, int]) -> tuple[int, int]:
    """The words for a speaker, without where he was met: *une conseillère*, not *une conseillère croisée à Lens*."""
    words = one.sentence.words.markers["met"]
    inside = [t for t in one.sentence.tokens if label[0] < t.start < label[1]]
    met = next((t for t, after in pairwise(inside) if t.word in words and after.tag in "pf"), None)
    return label if met is None else (label[0], one.context.text.rindex(" ", label[0], met.start))


def _speaker_type(one: Quoted, attribution: Attribution, entity: Entity | None) -> SpeakerType | None:
    if entity is not None:
        if entity.is_person:
            return "person"
        return "group" if entity.kind == "group" else "organization"
    phrase = attribution.phrase
    if attribution.is_group:
        first = re.split(r"[\s'’]+", _printed(one, attribution.label).lower())[:3]
        return "organization" if one.sentence.words.bodies & set(first) else "group"
    if phrase is None:
        return None
    return "anonymous" if phrase.is_indefinite or phrase.is_possessive else "person"


def _printed(one: Quoted, label: tuple[int, int] | None) -> str:
    return one.context.text[slice(*label)] if label else ""


def _outlet(one: Quoted) -> str | None:
    """Where it was said: the outlet that a preposition or a verb of telling leads to, in the same
    sentence."""
    text = one.context.text
    if one.quotation.is_post:
        return None
    for token in one.sentence.tokens:
        if token.tag != "K" or token.item is None or isinstance(token.item, Quotation):
            continue
        if one.words.outlet_lead.search(text, max(one.sentence.start, token.start - 40), token.start):
            return _outlet_name(token.item.entity)
    return None


def _outlet_name(entity: Entity) -> str:
    name = entity.name
    for article in ("l'", "l’", "the "):
        if fold(name).startswith(article):
            return name[len(article) :]
    return name

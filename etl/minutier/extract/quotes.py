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
from typing import Literal

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.folding import fold, phrases
from minutier.extract.people import Entity
from minutier.extract.quotation import Quotation, incise, quoted_words
from minutier.extract.syntax import NounPhrase, Sentence, phrase_at, read_sentence
from minutier.languages import language

SpeakerType = Literal["person", "organization", "group", "anonymous"]

_ENDING_VERB = re.compile(r"[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:QNwhc]{0,8}[NKO]?[^,;:QNwhc]{0,4}")
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
        return self.index == 0 or self.before[-1] in ".:;-)"

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
    if not capital or text[one.quotation.inner_end - 1] in ".!?…" or not _looks_like_name(one):
        return False
    near = one.before[-4:]
    if one.opens_clause:
        if one.index and one.before[-1] == ":":
            return one.sentence.tags[0] == "K" and _is_title_case(words)
        verb = re.match(r"[zt]{0,2}[VAv]", one.after)
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
    return "V" not in near and "T" not in near and "G" not in near and one.before[-1] in "pDxfvaKA#r"


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
    if re.search(r"[VTGI]", one.before[-12:] + one.after[:8]):
        return True
    return one.sentence.subject_before(one.index) is not None


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


IGNORED: tuple[tuple[str, Callable[[Quoted], bool]], ...] = (
    ("quotes.ignored_title", _is_title),
    ("quotes.ignored_title_shown", _is_title_shown),
    ("quotes.ignored_distance", _is_distance),
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
    """``called “a clown” by X``, ``qualifiée d'« incapable » par X``: the agent of a passive verb of speech."""
    sentence = one.sentence
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
        subject = one.sentence.subject_after(last + 1)
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
    if verb is not None and (one.opens_clause or re.match(r"t?(?:$|[.,pKfc]|DK)", tags[verb[1] + 1 :])):
        return _attributed(one, "quotes.incise_subject_first", subject, one.sentence, one.cue(*verb))
    return None


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
    match = one.words.words_of.search(narration[:60])
    if match is None:
        return _thus(one) if one.index + 1 == len(sentence.tags) else None
    after = sentence.index(start + match.end())
    phrase = next((p for p in sentence.phrases if after <= p.first <= after + 2), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    return _attributed(one, "quotes.words_of", phrase, sentence, (start + match.start(), start + match.end()))


def _thus(one: Quoted) -> Attribution | None:
    sentence = _sentence_after(one)
    if sentence is None or not sentence.tokens:
        return None
    told = one.words.thus_phrases.match(one.context.text, sentence.start, sentence.end)
    if told is not None:
        first = sentence.index(told.end())
        named = next((p for p in sentence.phrases if first <= p.first <= first + 5 and p.kind != "impersonal"), None)
        return None if named is None else _attributed(one, "quotes.words_of", named, sentence, told.span())
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
    mention = next(iter(one.context.people.between(opening.end(), opening.end() + 30)), None)
    if mention is None or not mention.entity.is_person or text[opening.end() : mention.start].count(" ") > 2:
        return None
    if re.compile(r"[^()\n]{0,120}\)").match(text, mention.end) is None:
        return None
    if re.compile(r"[^()\n]{0,12}\d").match(text, mention.end) is not None:
        return None  # a candidate and his figures
    return Attribution("quotes.parenthesis", entity=mention.entity, label=(mention.start, mention.end))


def _source(one: Quoted) -> Attribution | None:
    """``Selon X``, ``pour X``, ``d'après X``, ``aux yeux de X``, ``according to X``."""
    sentence, tags = one.sentence, one.sentence.tags
    best: tuple[int, Attribution] | None = None
    for phrase in sentence.phrases:
        if phrase.kind == "impersonal" or phrase.first == 0:
            continue
        if not phrase.governed and tags[phrase.first - 1] != "I":  # à en croire X
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
            and not re.search(r"[VAv]", tags)
            and first > one.index
            and tags[phrase.last + 1 :] in ("", ".")
        ):
            return _attributed(one, "quotes.source", phrase, sentence, match)
        if word in one.words.topic_sources:
            closed = phrase.last + 1 < len(tags) and tags[phrase.last + 1] in ",:QA("
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
    return None


def _trailing(one: Quoted) -> Attribution | None:
    """``The party did “better”, the expert points out``, ``…, assure son entourage``: an incise that
    ends the sentence."""
    sentence, tags = one.sentence, one.sentence.tags
    floor = one.index + 2
    stop = len(tags)
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
        return _carried(one, "quotes.colon_carried", cue) if one.index <= 14 else None
    if one.index == 0:
        before = _sentence_before(one, sentence.start)
        if before is not None and before.tags.endswith(":"):
            phrase = _introducer(one, before, len(before.tags) - 1)
            token = before.tokens[-1]
            if phrase is not None:
                return _attributed(one, "quotes.colon_line_before", phrase, before, (token.start, token.end))
    return None


def _introducer(one: Quoted, sentence: Sentence, index: int) -> NounPhrase | None:
    """Who is said to speak in the words that introduce a quotation."""
    tags = sentence.tags
    owner = _owner(one, sentence, 0, index)
    if owner is not None and (
        sentence.tokens[0].word in one.words.said_nouns
        or sentence.tokens[min(1, index)].word in one.words.said_nouns
        or not re.search(r"[V]", tags[:index])
    ):
        return owner
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
    return persons[0] if relative or index - persons[0].last <= 2 else None


def _is_mere_capital(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a word is a name only by the capital that opens its sentence: *Sourire figé pour X, qui…*."""
    unknown = phrase.kind == "name" and phrase.entity is not None and phrase.entity.kind == "unknown"
    return unknown and phrase.first == 0 and sentence.tags[phrase.last + 1 : phrase.last + 2] in tuple("axDt")


def _owner(one: Quoted, sentence: Sentence, first: int, last: int) -> NounPhrase | None:
    """*Steve Baker's reaction*, *la réponse de Valls*: the owner of a noun for words."""
    for i in range(first, min(last, len(sentence.tags))):
        if sentence.tokens[i].word not in one.words.said_nouns:
            continue
        for phrase in sentence.phrases:
            if (phrase.first == i + 2 and sentence.tags[i + 1] == "f") or (phrase.first == i + 1 and phrase.governed):
                return phrase
        for at in range(i + 1, min(i + 5, last - 1)):
            if sentence.tokens[at].word in sentence.words.markers["of_source"]:
                phrase_from = phrase_at(sentence, at + 1)
                if phrase_from is not None and sentence.tags[phrase_from.head] in "NOrg":
                    return phrase_from
                break
        for back in (2, 3):
            if i >= back and sentence.tags[i - back + 1] == "'" and sentence.tags[i - back] in "NO":
                token = sentence.tokens[i - back]
                entity = token.item.entity if token.item is not None and not isinstance(token.item, Quotation) else None
                return NounPhrase(
                    token.start, token.end, "name", i - back, i - back, i - back, entity,
                    is_group=token.tag != "N", is_definite=True,
                )  # fmt: skip
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
    if place < 0 or re.search(r"[.;:]", one.before[place:]):
        return None
    cue = one.cue(place, place)
    if same is not None and same.attribution is not None:
        return _same(same.attribution, "quotes.participle", cue)
    subject = one.sentence.subject_before(place)
    if subject is None:
        subject = next((p for p in one.sentence.phrases if p.first > place and not p.governed and not p.embedded), None)
    if subject is None or subject.kind == "impersonal":
        return None
    return _attributed(one, "quotes.participle", subject, one.sentence, cue)


def _continued_in_sentence(one: Quoted) -> Attribution | None:
    """A second quotation of the same sentence, with no new subject between them."""
    same = one.same_sentence
    if same is None or same.attribution is None:
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
        following = phrase.last + 1
        if following < one.index and (
            tags[following] in "Vv"
            or (tags[following] in "Azt" and re.match(r"[Azt]{1,4}[VTvQx]", tags[following : following + 6]))
        ):
            return None
    return _same(same.attribution, "quotes.same_sentence", same.attribution.cue)


def sentence_word(one: Quoted, index: int) -> str:
    """The word at a token of the sentence, in lower case."""
    return one.sentence.tokens[index].word if index >= 0 else ""


def _narrated(one: Quoted) -> Attribution | None:
    """Words borrowed inside the narrator's sentence: the subject of the clause says them."""
    if one.opens_clause and one.index == 0:
        return None
    subject = one.sentence.subject_before(one.index)
    if subject is None or (one.index and one.before[-1] == ":"):
        return None
    if subject.kind == "impersonal":
        verbs = [i for i in range(subject.last, one.index) if one.sentence.tags[i] == "V"]
        if verbs and sentence_word(one, subject.first) in one.sentence.words.markers["they"]:
            return _impersonal(one, "quotes.narrated", one.cue(verbs[0], verbs[0]))
        if subject.first > 1 and one.before[subject.first - 1] == ":":  # Tom Brown: I’m “very relaxed”
            introducer = _introducer(one, one.sentence, subject.first - 1)
            if introducer is not None:
                return _attributed(one, "quotes.colon", introducer, one.sentence)
        return None
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
    if subject is not None and subject.kind in ("name", "description"):
        return None
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
    subject = _owner(one, before, 0, len(before.tags)) or before.subject_before(len(before.tags))
    unknown = subject is not None and subject.entity is not None and subject.entity.kind == "unknown"
    if subject is not None and subject.kind != "impersonal" and not subject.is_plural and not unknown:
        found = _attributed(one, "quotes.sentence_before", subject, before)
        if found is not None and (found.entity is not None or (found.label is not None and not subject.is_group)):
            return found
    entity = one.context.references.pronoun(one.sentence.start, one.entry)
    return Attribution("quotes.sentence_before", entity=entity) if entity is not None else None


def _following_sentence(one: Quoted) -> Attribution | None:
    """Words that open a post; the sentence after names who said them."""
    if not one.opens_clause or not one.is_sentence or one.quotation.kind != "marks":
        return None
    sentence = _sentence_after(one)
    if sentence is None or "Q" in sentence.tags[:2] or _in_headline(one):
        return None
    subject = sentence.subject_before(len(sentence.tags))
    if subject is None:
        subject = next((p for p in sentence.phrases if p.entity is not None and p.entity.kind == "person"), None)
    if subject is None or subject.kind not in ("name", "description") or subject.is_plural:
        return None
    found = _attributed(one, "quotes.following_sentence", subject, sentence)
    return found if found is not None and found.entity is not None and found.entity.is_person else None


RULES: tuple[Callable[[Quoted], Attribution | None], ...] = (
    _post,
    _block,
    _parenthesis,
    _quoted_as,
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
    """Offsets of the headline of the entry: as the source tells, or a short first line without a full
    stop."""
    entry, text = one.entry, one.context.text
    if entry.headline is not None:
        return entry.headline
    stop = text.find("\n", entry.char_start, entry.char_end)
    if stop < 0 or stop - entry.char_start > 140:
        return None
    line = text[entry.char_start : stop].rstrip()
    return (entry.char_start, stop) if line and line[-1] not in ".:" else None


def _in_headline(one: Quoted) -> bool:
    headline = _headline(one)
    return headline is not None and headline[0] <= one.quotation.start < headline[1]


def _attribute_headlines(quoted: list[Quoted]) -> None:
    """A headline's quotation that nobody is named for is his whom the body quotes first."""
    for one in quoted:
        if one.attribution is not None or not _in_headline(one) or one.quotation.kind != "marks" or _ignored(one):
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
        named = any(p.entity is not None and p.entity.is_person and p.last < phrase.first for p in sentence.phrases)
        if last is not None and last.entity is not None and _fits_gender(last.entity, phrase) and not named:
            return Attribution(rule, phrase, last.entity, cue, (phrase.start, phrase.end))
        skip = one.sentence if sentence is one.sentence and _stands_apart(one, phrase) else None
        meant = references.antecedent(phrase.start, one.entry, phrase.gender, skip=skip)
        if meant is None:
            return None
        if meant.entity is None:
            return Attribution(rule, meant, None, cue, (meant.start, meant.end), meant.is_group)
        return Attribution(rule, phrase, meant.entity, cue, (phrase.start, phrase.end))
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
    references, entry = one.context.references, one.entry
    if entity is not None and any(
        m.entity is entity for m in one.context.people.between(entry.char_start, phrase.start)
    ):
        return entity
    before = references.sentence_before(sentence.start, entry)
    subjects = [p for p in sentence.phrases if p.last < phrase.first and not p.governed and not p.embedded][:1]
    if not subjects and before is not None and "\n" not in one.context.text[before.end : sentence.start]:
        subject = before.subject_before(len(before.tags))
        subjects = [subject] if subject is not None else []
    for subject in subjects:
        named = subject.entity
        if subject.kind == "name" and named is not None and named.kind == "person":
            return named if references.suits(phrase, sentence, named) else entity
    return entity


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
    subject = one.sentence.subject_before(min(one.index, phrase.first))
    if subject is not None and re.search(r"[VTGI]", tags[subject.last + 1 : min(one.index, phrase.first)]):
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
    if entity is None and label is None and not (one.is_sentence and len(one.text.split()) > 3):
        return None
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

"""Endorsements: who says whom to vote for, against whom, or refuses to choose.

A *construction* of the language file is found by its first word (a verb form or a noun) and the words that must
follow; the sides are then looked for in the reading of the sentence: subject, complement, agent, antecedent of a
relative, person an apposition stands beside, speaker of the words quoted. Nothing is a row unless both sides lead
to somebody; a side that should lead to somebody and does not is an issue, ``endorsement-without-side``.

The status of a stand is decided in this order:

1. ``conditional``: the clause hangs on a condition (*que si…*, *would back X only if…*).
2. ``past``: a past tense or a noun, and words that tell an earlier round or contest (*au premier tour* in a second
   round, *en 2012*, *at the last election*).
3. ``declared``: the endorser's own words, quoted, in the present, perfect or future.
4. ``standing``: a noun (*soutien de X*), pluperfect, imperfect, passive or *has been backing*; or words that tell an
   earlier day (*depuis février*, *jeudi*, *last week*).
5. Otherwise it depends on what is still to be voted. When another vote follows (first of two rounds, primary):
   ``declared`` once results are known, ``standing`` before, since campaigning is over by then. In the last round
   whatever is told of past and present is a recap, ``standing``; only an act in the present or the future (*appelle
   à*, *votera*, *says he will support*) in a post that does not list the stands of many is ``declared``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.folding import fold, phrases
from minutier.extract.options import is_referendum
from minutier.extract.people import Entity, Gender
from minutier.extract.quotation import Quotation
from minutier.extract.syntax import NounPhrase, Sentence, read_sentence
from minutier.languages import available, language

FEW_ENDORSERS = 3
"""A post with the stands of more endorsers than this is a recap."""
SHORT_QUOTATION = 8
"""Words up to which a quotation is read as part of the narrator's sentence."""

_NEVER = re.compile(r"(?!)")
_MASK = "\x00"
_PARENTHESES = re.compile(r"\([^()]*\)")
_COMPLETION = re.compile(r"[garxTO]{0,2}(?:fD?a?[LONxrg][LO]?){0,2}")
"""Classes of the words that complete a noun for people: *communistes d'Evry*, *de droite de la circonscription*."""
_ENDORSERS = ("person", "unknown", "party", "organization", "outlet", "group")
_ENDORSEES = ("person", "unknown", "party", "organization", "group")


# ── the language file, compiled ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to take a stand; ``sides`` says where the endorser and the endorsee stand."""

    rule: str
    stance: str
    sides: str
    then: re.Pattern[str]
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    needs: str
    negated: str
    is_state: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """The ``endorsements`` section of a language file."""

    heads: re.Pattern[str]
    constructions: dict[str, tuple[tuple[Construction, str], ...]]  # first word → construction and tense
    left: re.Pattern[str]
    auxiliaries: tuple[tuple[str, str], ...]  # first word of the auxiliary → tense
    passive: frozenset[str]
    negation: re.Pattern[str]
    progressive: re.Pattern[str]
    governors: tuple[tuple[str, re.Pattern[str]], ...]
    clitics: dict[str, Gender]
    object_relatives: frozenset[str]
    subject_relatives: frozenset[str]
    linking: re.Pattern[str]
    resuming: dict[str, re.Pattern[str]]
    listing: re.Pattern[str]
    skipped: re.Pattern[str]
    introducing: frozenset[str]
    possession: re.Pattern[str]
    receiver: re.Pattern[str]
    conditions: re.Pattern[str]
    past_rounds: tuple[tuple[int, re.Pattern[str]], ...]
    past_words: re.Pattern[str]
    year: re.Pattern[str]
    earlier: re.Pattern[str]
    counting: re.Pattern[str]
    speaking: re.Pattern[str]
    boundaries: re.Pattern[str]
    opening: re.Pattern[str]
    also_nouns: frozenset[str]
    all_of: frozenset[str]
    camps: frozenset[str]
    particle_verbs: re.Pattern[str]
    also_adverbs: frozenset[str]
    institutions: frozenset[str]
    local: frozenset[str]
    unnamed: frozenset[str]
    object_pronouns: re.Pattern[str]
    pronoun_genders: dict[str, Gender]
    heedless: frozenset[str]
    body_pronouns: frozenset[str]
    reported: re.Pattern[str]
    too: re.Pattern[str]
    determiner: re.Pattern[str]
    plural: re.Pattern[str]
    singular: re.Pattern[str]
    first_person: frozenset[str]
    instruction: frozenset[str]
    not_endorsers: frozenset[str]
    not_endorsees: frozenset[str]
    answers: re.Pattern[str]
    answer_names: dict[str, str]


def conjugate(infinitive: str, section: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its tense: irregular ones as listed, the others by the longest known ending."""
    irregular = (section.get("irregular") or {}).get(infinitive)
    if irregular:
        for tense, forms in irregular.items():
            yield from ((form, tense) for form in str(forms).split())
        return
    endings = sorted(section.get("conjugations") or (), key=lambda c: -len(c["ending"]))
    pattern = next((c for c in endings if infinitive.endswith(c["ending"])), None)
    if pattern is None:
        raise ValueError(f"endorsements: no conjugation ends like {infinitive!r}; list its forms under `irregular`")
    stem = infinitive[: len(infinitive) - len(pattern["ending"])]
    for tense, forms in pattern.items():
        if tense != "ending":
            for form in str(forms).split():
                yield form.replace("*", stem) if "*" in form else stem + form, tense


@cache
def grammar(code: str) -> Grammar | None:
    """The constructions of a language, or None when its file has none."""
    section = language(code)["endorsements"]
    if not section:
        return None
    answer_lines = (language(code)["results"].get("groups") or {}).get("answer", ())
    fragments = {name: str(value) for name, value in (section.get("fragments") or {}).items()}

    def compiled(pattern: str | None, *, whole: bool = False) -> re.Pattern[str]:
        if not pattern:
            return _NEVER
        spelled = _spaced(_expanded(pattern, fragments))
        return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)" if whole else spelled)

    constructions: dict[str, list[tuple[Construction, str]]] = defaultdict(list)
    for line in section["constructions"]:
        construction = Construction(
            rule=f"endorsements.{line['rule']}",
            stance=line["stance"],
            sides=line["sides"],
            then=compiled(line.get("then")) if line.get("then") else re.compile(""),
            after=compiled(line["after"]) if line.get("after") else None,
            unless_after=compiled(line["unless_after"]) if line.get("unless_after") else None,
            needs=line.get("needs", ""),
            negated=line.get("negated", ""),
            is_state=bool(line.get("state")),
        )
        forms: dict[tuple[str, str], None] = {}
        for verb in _expanded(line.get("verbs") or "", fragments).split():
            forms.update(dict.fromkeys(conjugate(verb, section)))
        for tense, words in (line.get("words") or {}).items():
            forms.update(dict.fromkeys((word.replace("_", " "), tense) for word in str(words).split()))
        for form, tense in forms:
            constructions[form].append((construction, tense))
    past = section.get("past") or {}
    answers = {
        form: forms[0]
        for line in answer_lines
        for forms in _answer_forms(str(line))
        for form in forms
    }
    spelled = "|".join(sorted((re.escape(a) for a in answers), key=len, reverse=True))
    return Grammar(
        heads=re.compile(rf"(?<![\w-])(?:{_trie(constructions)})(?![\w-])"),
        constructions={word: tuple(found) for word, found in constructions.items()},
        left=compiled(section["left"]),
        auxiliaries=tuple(
            (word, tense) for tense, words in section["auxiliaries"].items() for word in str(words).split()
        ),
        negation=compiled(section.get("negation")),
        progressive=compiled(section.get("progressive"), whole=True),
        passive=frozenset(str(section.get("passive") or "").split()),
        governors=tuple((g["effect"], compiled(rf"(?<!\w)(?:{g['before']})")) for g in section["governors"]),
        clitics={str(k): v for k, v in (section.get("clitics") or {}).items()},
        object_relatives=frozenset(str(section.get("object_relatives") or "").split()),
        subject_relatives=frozenset(str(section.get("subject_relatives") or "").split()),
        linking=compiled(section["linking"]),
        resuming={
            word: re.compile(rf",? (?:{section['and']}) (?P<p>{word}) ") for word in str(section.get("resuming") or "").split()
        },
        listing=compiled(section["listing"]),
        skipped=compiled(section.get("skipped")),
        introducing=frozenset(str(section.get("introducing") or "").split()),
        possession=compiled(section.get("possession"), whole=True),
        receiver=compiled(section.get("receiver")),
        conditions=compiled(section.get("conditions")),
        past_rounds=tuple((int(n), compiled(p, whole=True)) for n, p in (past.get("rounds") or {}).items()),
        past_words=compiled("|".join(p for p in (past.get("contests"), past.get("words")) if p), whole=True),
        year=compiled(past.get("year"), whole=True),
        earlier=compiled(section.get("earlier"), whole=True),
        counting=compiled(section.get("counting")),
        speaking=compiled(section.get("speaking"), whole=True),
        boundaries=compiled(section.get("boundaries")),
        opening=compiled(section.get("opening")),
        too=compiled(section.get("too"), whole=True),
        local=frozenset(str(section.get("local") or "").split()),
        unnamed=frozenset(str(section.get("unnamed") or "").split()),
        object_pronouns=compiled(section.get("object_pronouns")),
        pronoun_genders={str(k): v for k, v in (section.get("pronoun_genders") or {}).items()},
        camps=frozenset(str(section.get("camps") or "").split()),
        particle_verbs=compiled(rf"(?<![\w-])(?:{section['particle_verbs']})$") if section.get("particle_verbs") else _NEVER,
        also_adverbs=frozenset(str(section.get("also_adverbs") or "").split()),
        institutions=frozenset(fold(f) for f in phrases(language(code)["people"].get("institutions") or "")),
        heedless=frozenset(str(section.get("heedless") or "").split()),
        body_pronouns=frozenset(str(section.get("body_pronouns") or "").split()),
        reported=compiled(section.get("reported"), whole=True),
        all_of=frozenset(str(section.get("all_of") or "").split()),
        also_nouns=frozenset(str(section.get("also_nouns") or "").split()),
        determiner=compiled(rf"(?<![\w-])(?:{section['determiner']})$") if section.get("determiner") else _NEVER,
        plural=compiled(section.get("plural"), whole=True),
        singular=compiled(section.get("singular"), whole=True),
        first_person=frozenset(str(section.get("first_person") or "").split()),
        instruction=frozenset(str(section.get("instruction") or "").split()),
        not_endorsers=frozenset(fold(w) for w in str(section.get("not_endorsers") or "").split()),
        not_endorsees=frozenset(fold(w) for w in str(section.get("not_endorsees") or "").split()),
        answers=re.compile(rf"(?:{spelled})(?![\w-])") if answers else _NEVER,
        answer_names=answers,
    )


def _expanded(pattern: str, fragments: dict[str, str]) -> str:
    """A pattern with the fragments that it names, ``<to>``, written out; fragments may name others."""
    for _ in range(4):
        pattern = re.sub(r"<(\w+)>", lambda m: fragments.get(m[1], m[0]), pattern)
    return pattern


def _spaced(pattern: str) -> str:
    """A pattern whose spaces stand for one to three: marks of quotation are read as spaces."""
    return re.sub(r" (?!\{)(\??)", lambda m: " {0,3}" if m[1] else " {1,3}", pattern)


def _answer_forms(line: str) -> Iterator[list[str]]:
    """*oui | le oui | Oui* are forms of one answer; *Remain | Leave* are two."""
    forms = phrases(line)
    if len({fold(f).split()[-1] for f in forms}) == 1:
        yield forms
    else:
        yield from ([form] for form in forms)


def _trie(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, its branches shared by first letters, so that each letter is read once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def spelled(node: dict[str, Any]) -> str:
        branches = [re.escape(letter) + spelled(node[letter]) for letter in sorted(node) if letter]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return joined + "?" if "" in node else joined

    return spelled(tree)


# ── what is read ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Side:
    """An endorser or an endorsee."""

    name: str
    entity: Entity | None
    start: int
    end: int
    role: str = ""

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the narrator, or of words quoted: ``flat`` is ``text[start:end]`` as the patterns read it."""

    start: int
    end: int
    flat: str
    sentence: Sentence
    speaker: Row | None = None
    is_quoted: bool = False

    def between(self, start: int, end: int) -> str:
        return self.flat[max(0, start - self.start) : max(0, end - self.start)]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a stand: ``start`` with the auxiliary, ``head`` the first word, ``end`` where the complement begins."""

    construction: Construction
    unit: Unit
    start: int
    head: int
    end: int
    tense: str
    stance: str
    clitic: str = ""
    is_impersonal: bool = False


@dataclass(slots=True)
class Stand:
    """A stand read, before its status is decided."""

    cue: Cue
    endorser: Side
    endorsee: Side | None
    stance: str
    is_own_words: bool = False
    status: str = ""
    past_round: int | None = None


def extract(entry: Entry, context: Context) -> Found:
    """The stands that one entry tells, in the order of the text; the rows of ``quotes`` must be in the context."""
    words = grammar(context.language.code)
    if words is None:
        return Found([], [])
    text = flattened(context.text[entry.char_start : entry.char_end])
    if not words.heads.search(text):
        return Found([], [])
    return _Reader(entry, context, words, text).read()


def flattened(text: str) -> str:
    """Text as the patterns read it, of the same length: lower case, straight apostrophes, plain spaces, no marks."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark in "«»“”\"„\u00a0\u202f":
        lower = lower.replace(mark, " ")
    return lower.replace("’", "'").replace("‘", " ")


class _Reader:
    """The reading of one entry."""

    def __init__(self, entry: Entry, context: Context, words: Grammar, flat: str) -> None:
        self.entry, self.context, self.words = entry, context, words
        self.flat = flat
        self.stands: list[Stand] = []
        self.issues: list[Issue] = []

    def read(self) -> Found:
        for unit in self._units():
            for cue in self._cues(unit):
                self.stands.extend(self._stands(cue))
        kept = self._decided()
        return Found([self._row(stand) for stand in kept], self.issues)

    # ── units ─────────────────────────────────────────────────────────────────────────────────────

    def _units(self) -> Iterator[Unit]:
        """The sentences that hold a first word of a construction, long quotations apart, in order."""
        context, entry = self.context, self.entry
        long = [q for q in context.quotations(entry.char_start, entry.char_end) if self._is_long(q)]
        units: list[tuple[int, int, Quotation | None]] = [
            (start, end, None) for start, end in context.references.sentences(entry)
        ]
        for quotation in long:
            for first, last in quotation.parts or ((quotation.inner_start, quotation.inner_end),):
                units.extend((s, e, quotation) for s, e in _split(context.text, first, last))
        for start, end, quotation in sorted(units, key=lambda u: (u[0], u[2] is not None)):
            if context.is_boilerplate(start, end):
                continue
            inside = [] if quotation else [q for q in long if start <= q.start < end]
            flat = self._masked(start, end, inside)
            if self.words.heads.search(flat):
                sentence = read_sentence(context.text, start, end, context.people, inside, context.language.code)
                speaker = self._quote_at(start) if quotation else None
                yield Unit(start, end, flat, sentence, speaker, quotation is not None)

    def _is_long(self, quotation: Quotation) -> bool:
        words = self.context.text[quotation.inner_start : quotation.inner_end]
        return quotation.is_post or words.count(" ") >= SHORT_QUOTATION or words[-1:] in (".", "!", "?", "…")

    def _masked(self, start: int, end: int, quotations: Sequence[Quotation]) -> str:
        base, pieces, position = self.entry.char_start, [], start
        for quotation in quotations:
            pieces.append(self.flat[position - base : quotation.start - base])
            pieces.append(_MASK * (min(quotation.end, end) - quotation.start))
            position = min(quotation.end, end)
        pieces.append(self.flat[position - base : end - base])
        return "".join(pieces)

    def _quote_at(self, offset: int) -> Row | None:
        for row in self.context.quotes.get(self.entry.entry_id, ()):
            if row["char_start"] <= offset < row["char_end"]:
                return row
        return None

    # ── cues ──────────────────────────────────────────────────────────────────────────────────────

    def _cues(self, unit: Unit) -> Iterator[Cue]:
        position = 0
        if unit.flat.rstrip()[-1:] == "?" and not unit.is_quoted:
            return
        for match in self.words.heads.finditer(unit.flat):
            if match.start() < position:
                continue
            cue = self._cue(unit, match)
            if cue is not None:
                position = cue.end - unit.start
                yield cue

    def _cue(self, unit: Unit, match: re.Match[str]) -> Cue | None:
        for construction, tense in self.words.constructions[match[0]]:
            then = construction.then.match(unit.flat, match.end())
            if then is None:
                continue
            before = unit.flat[max(0, match.start() - 60) : match.start()]
            if construction.after is not None and not construction.after.search(before):
                continue
            cue = self._verb_group(construction, tense, unit, match, then)
            if cue is not None:
                return cue
        return None

    def _verb_group(
        self, construction: Construction, tense: str, unit: Unit, match: re.Match[str], then: re.Match[str]
    ) -> Cue | None:
        """The cue with its auxiliary, clitics and negation; None when they speak against the construction."""
        head, end = unit.start + match.start(), unit.start + max(then.end(), match.end())
        while end > head and unit.flat[end - unit.start - 1].isspace():
            end -= 1
        if tense == "noun":
            in_quote = construction.stance == "oppose" and self._quote_at(head) is not None
            return Cue(construction, unit, head, head, end, "noun", construction.stance, is_impersonal=in_quote)
        low = max(0, match.start() - 90)
        if match[0] in self.words.also_nouns and self.words.determiner.search(unit.flat, low, match.start()):
            return None
        if match[0] in self.words.also_adverbs and self.words.particle_verbs.search(unit.flat, low, match.start()):
            return None
        left = self.words.left.search(unit.flat, low, match.start())
        groups = left.groupdict() if left else {}
        start = unit.start + left.start() if left and left.end() > left.start() else head
        start = self._after_names(unit, start, head)
        if start == head or (left and start != unit.start + left.start()):
            groups = {} if start == head else groups
        auxiliary = (groups.get("aux") or "").strip()
        group = unit.between(start, head)
        negated = bool(groups.get("neg")) or bool(groups.get("nay")) or self.words.negation.search(group) is not None
        tense, is_impersonal = self._tense(tense, auxiliary, group), False
        stance = construction.stance
        if tense == "infinitive":
            start = head if auxiliary else start
            governed = self._governed(unit, start if not groups.get("nay") else unit.start + left.start())  # type: ignore[union-attr]
            if governed is None:
                if not unit.is_quoted and self._quote_at(head) is None:
                    return None
                is_impersonal = True
            else:
                effect, start, tense, is_denied = governed
                negated = negated or (is_denied and effect == "hypothesis")
                if effect == "drop":
                    return None
                if effect == "hypothesis":
                    if not unit.is_quoted:
                        return None
                    is_impersonal = True
                if effect == "refuse":
                    if stance != "support":
                        return None
                    stance = "none"
        elif match[0] in self.words.instruction and tense == "present" and unit.is_quoted:
            is_impersonal = start == head and not self._has_subject(unit, start)
        if construction.sides == "agent":
            if tense == "participle" or auxiliary.split(" ")[0] in self.words.passive:
                tense = "passive"
        elif tense == "participle":
            return None
        if construction.needs == "negation" and not negated:
            return None
        if construction.needs == "reflexive" and not (groups.get("self") or "").strip():
            return None
        if construction.needs != "negation" and negated:
            if self.words.conditions.search(unit.flat, match.end()):
                tense = "conditional"
            elif construction.negated == "drop" or not construction.negated:
                return None
            else:
                stance = construction.negated
        clitic = ((groups.get("clitic") or "").strip() or (groups.get("clitic2") or "").strip())
        return Cue(construction, unit, start, head, end, tense, stance, clitic, is_impersonal)

    def _after_names(self, unit: Unit, start: int, head: int) -> int:
        """The start of a verb group moved after any name or description that it swallowed."""
        for phrase in unit.sentence.phrases:
            if start <= phrase.start and phrase.end <= head and phrase.kind in ("name", "description"):
                start = phrase.end
        while start < head and unit.flat[start - unit.start].isspace():
            start += 1
        return start

    def _tense(self, tense: str, auxiliary: str, group: str) -> str:
        """The tense of a form with its auxiliary."""
        if tense in ("gerund", "participle") and self.words.progressive.search(group):
            return "progressive"
        first = auxiliary.split(" ")[0].strip(",") if auxiliary else ""
        told = [t for word, t in self.words.auxiliaries if word == first]
        if not told:
            return "present" if tense == "gerund" else tense
        if tense == "infinitive":
            return next((t for t in told if t not in ("perfect", "pluperfect")), tense)
        if tense in ("participle", "past", "present", "gerund"):
            return next((t for t in told if t != "conditional"), told[0]) if len(told) > 1 else told[0]
        return tense

    def _governed(self, unit: Unit, start: int) -> tuple[str, int, str, bool] | None:
        """What stands before an infinitive: its effect, where it begins, its tense and whether it is denied."""
        low = max(0, start - unit.start - 80)
        for effect, pattern in self.words.governors:
            match = pattern.search(unit.flat, low, start - unit.start)
            if match:
                begin = unit.start + match.start()
                left = self.words.left.search(unit.flat, max(0, match.start() - 60), match.start())
                auxiliary = ((left.groupdict().get("aux") or "") if left else "").strip()
                spelled = f"{auxiliary} {match[0]}".split()
                tense = next((t for w in spelled for word, t in self.words.auxiliaries if word in (w, w[2:])), "present")
                if left and left.end() > left.start():
                    begin = self._after_names(unit, unit.start + left.start(), begin)
                return effect, begin, tense, bool(left and left.groupdict().get("neg"))
        return None

    def _has_subject(self, unit: Unit, start: int) -> bool:
        return self._subjects(unit, start) != []

    # ── sides ─────────────────────────────────────────────────────────────────────────────────────

    def _stands(self, cue: Cue) -> list[Stand]:
        sides = cue.construction.sides
        if sides == "subject" or (cue.stance == "none" and sides == "object"):
            return [self._stand(cue, endorser, None) for endorser in self._endorsers(cue)]
        if sides == "same":
            return self._same(cue)
        if sides == "inverted":
            return self._same(cue, self._complements(cue, cue.end, _ENDORSERS))
        if sides == "noun":
            return self._apposed(cue)
        if sides == "support":
            return self._supported(cue)
        if sides == "owned":
            return self._owned(cue)
        if sides == "vote":
            endorsees = self._complements(cue, cue.end, _ENDORSEES)
            return self._product(cue, self._endorsers(cue), endorsees) if endorsees else []
        if sides == "agent":
            endorsers = self._complements(cue, cue.end, _ENDORSERS)
            endorsees = self._received(cue, endorsers) if endorsers else []
            return self._product(cue, endorsers, endorsees)
        return self._active(cue)

    def _active(self, cue: Cue) -> list[Stand]:
        """Subject and complement; a relative or a clitic may stand for the complement."""
        relative = self._object_relative(cue.unit, cue.start)
        if relative is not None:
            antecedent, subjects = relative
            endorsees = self._sides([antecedent], cue.unit, cue, _ENDORSEES)
            endorsers = (
                self._sides(subjects, cue.unit, cue, _ENDORSERS) if subjects else self._complements(cue, cue.end, _ENDORSERS)
            )
            return self._product(cue, endorsers, endorsees)
        endorsees = self._complements(cue, cue.end, _ENDORSEES)
        if endorsees and cue.construction.unless_after is not None:
            last = max(side.end for side in endorsees)
            if cue.construction.unless_after.match(cue.unit.flat, last - cue.unit.start):
                return []
        if not endorsees and cue.clitic not in self.words.clitics:
            return []
        endorsers = self._endorsers(cue)
        if cue.construction.needs == "body":
            endorsers = [e for e in endorsers if e.entity is not None and e.entity.kind in ("outlet", "organization", "group")]
            if not endorsers:
                return []
        if not endorsees and endorsers:
            excluded = [e.entity for e in endorsers]
            entity = self._other(cue.unit, cue.start, self.words.clitics[cue.clitic], excluded)
            endorsees = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
        return self._product(cue, endorsers, endorsees)

    def _product(self, cue: Cue, endorsers: Sequence[Side], endorsees: Sequence[Side]) -> list[Stand]:
        if bool(endorsers) != bool(endorsees):
            self._issue(cue, "endorser" if endorsees else "endorsee")
        return [
            self._stand(cue, endorser, endorsee)
            for endorser in endorsers
            for endorsee in endorsees
            if endorser.key != endorsee.key
        ]

    def _stand(self, cue: Cue, endorser: Side, endorsee: Side | None) -> Stand:
        own = cue.unit.is_quoted or self._quote_at(cue.head) is not None
        own = own and endorser.start == endorser.end and not self._is_reminder(cue)
        return Stand(cue, endorser, endorsee, cue.stance, own)

    def _is_reminder(self, cue: Cue) -> bool:
        """Whether words quoted are told as said before, on the day of the last vote: *she had told her supporters*."""
        row = cue.unit.speaker or self._quote_at(cue.head) or {}
        said = flattened(str(row.get("cue") or "")).split()
        tenses = [t for w in said for word, t in self.words.auxiliaries if word == w]
        return self._is_last_vote() and bool({"perfect", "pluperfect"}.intersection(tenses))

    def _issue(self, cue: Cue, missing: str) -> None:
        printed = " ".join(self.context.text[cue.start : cue.end].split())
        self.issues.append(
            Issue(
                "extract", "info", "endorsement-without-side",
                f"“{printed}”: nobody could be named as the {missing}", cue.start, cue.end,
            )  # fmt: skip
        )

    def _endorsers(self, cue: Cue) -> list[Side]:
        """The subject of a cue, or the speaker of the words that it stands in."""
        subjects = [] if cue.is_impersonal else self._subjects(cue.unit, cue.start)
        own_voice = cue.is_impersonal or any(
            p.kind == "impersonal" and self._word(p, cue.unit) in self.words.first_person for p in subjects
        )
        if own_voice:
            speaker = self._speaker(cue)
            return [speaker] if speaker else []
        if len(subjects) == 1 and self._word(subjects[0], cue.unit) in self.words.body_pronouns:
            bodies = [s.endorser for s in self.stands if s.endorser.entity and not s.endorser.entity.is_person]
            return bodies[-1:]
        return self._sides(subjects, cue.unit, cue, _ENDORSERS)

    def _speaker(self, cue: Cue) -> Side | None:
        row = cue.unit.speaker or self._quote_at(cue.head)
        entity = row.get("speaker_id") if row else None
        if isinstance(entity, Entity) and entity.kind in _ENDORSERS:
            return Side(entity.name, entity, cue.start, cue.start)
        return None

    def _word(self, phrase: NounPhrase, unit: Unit) -> str:
        return unit.sentence.tokens[phrase.first].word

    def _subjects(self, unit: Unit, start: int) -> list[NounPhrase]:
        """The noun phrases that are the subject of the verb group that begins at an offset, in order."""
        sentence = unit.sentence
        tokens, stop = sentence.tokens, sentence.index(start)
        tags = _PARENTHESES.sub(
            lambda m: m[0] if m.start() < stop < m.end() else "(" + "#" * (len(m[0]) - 2) + ")", sentence.tags
        )
        index = stop - 1
        added: list[NounPhrase] = []
        for _ in range(4):
            while index >= 0 and tags[index] in "tz":
                index -= 1
            if index >= 0 and tags[index] == ")" and "(" in tags[:index]:
                index = tags.rindex("(", 0, index) - 1
            elif index >= 0 and tags[index] == ",":
                joined = next((p for p in sentence.phrases if p.last == index - 1 and "," in tags[p.first : p.last]), None)
                if joined is not None:
                    index -= 1
                    break
                opening = max(tags.rfind(",", 0, index), tags.rfind("Q", 0, index), -1)
                inside = [p for p in sentence.phrases if opening < p.first <= index and not p.governed]
                is_aside = index - opening <= 3 and not inside
                if opening < 0 or index - opening > 14 or (
                    not is_aside and any(t in "VvA" for t in tags[opening + 1 : index])
                ):
                    if opening >= 0 and "w" in tags[opening + 1 : opening + 4]:
                        index = opening - 1
                        continue
                    break
                before = next((p for p in sentence.phrases if p.last == opening - 1), None)
                if before and before.kind == "description" and inside and inside[0].first == opening + 1:
                    named = inside[0].entity if inside[0].kind == "name" else None
                    if named and (named.is_person or before.entity is None):
                        return [inside[0]]
                if tags[opening + 1] == "c" and inside:
                    added = inside
                index = opening - 1
            else:
                break
        if index < 0:
            return self._fallback(sentence, start)
        if tags[index] == "w" and tokens[index].word in self.words.subject_relatives:
            antecedent = self._antecedent(sentence, index)
            return self._coordinated(unit, antecedent) if antecedent else []
        phrase = next((p for p in sentence.phrases if p.first <= index <= p.last), None)
        if phrase is None:
            phrase = self._nearly(sentence, index)
        if phrase is None and (group := self._named_group(unit, index)):
            return [group]
        if phrase is None and tags[index] not in ",;:-bc(T":
            return []
        if phrase is None or phrase.governed:
            return self._fallback(sentence, start)
        return self._coordinated(unit, phrase) + added

    def _named_group(self, unit: Unit, index: int) -> NounPhrase | None:
        """A body whose name nothing else tells: *la Communauté genevoise d'action syndicale*, *the Fraternal Order of Police*."""
        sentence, text = unit.sentence, self.context.text
        first = index
        while first > 0 and sentence.tags[first - 1] in "DxafrgOL" and index - first < 8:
            first -= 1
        while first < index and not (sentence.tags[first] == "D" and text[sentence.tokens[first + 1].start].isupper()):
            first += 1
        if first >= index or sentence.tags[first - 1 : first] not in ("", ",", ":", "c", "b", "."):
            return None
        head = sentence.tokens[first + 1]
        if head.item is not None or fold(text[head.start : head.end]) in self.words.not_endorsers:
            return None
        name = " ".join(text[head.start : sentence.tokens[index].end].split())
        entity = self.context.people.entity(name, "group")
        return NounPhrase(head.start, sentence.tokens[index].end, "name", first, index, first + 1, entity=entity)

    def _nearly(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """A name followed by a few words that complete it: *les Vert'libéraux vaudois*, *Untel, lui*."""
        before = [p for p in sentence.phrases if p.last < index]
        if before and index - before[-1].last <= 4 and not set(sentence.tags[before[-1].last + 1 : index + 1]) - set("xat#-"):
            return before[-1]
        return None

    def _fallback(self, sentence: Sentence, start: int) -> list[NounPhrase]:
        phrase = sentence.subject_before(sentence.index(start))
        return [phrase] if phrase is not None else []

    def _antecedent(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """What a relative at a token stands for: the phrase before it, the name rather than what it is said to be."""
        before = [p for p in sentence.phrases if p.last < index]
        if not before or (index and sentence.tokens[index - 1].word in self.words.heedless):
            return None
        nearest = before[-1]
        if sentence.tags[index - 1] == "," and nearest.last != index - 2:
            names = [p for p in before if p.kind == "name" and not p.governed and not p.embedded]
            return names[-1] if names else None
        if index - nearest.last > 4 or set(sentence.tags[nearest.last + 1 : index]) - set(",()#xpfat"):
            return None
        if nearest.kind == "description" and len(before) > 1 and sentence.tags[before[-2].last + 1 : nearest.first] == ",":
            return before[-2] if before[-2].kind == "name" else nearest
        return nearest

    def _coordinated(self, unit: Unit, last: NounPhrase) -> list[NounPhrase]:
        """The phrases of an enumeration that ends with one: *A, B et C*."""
        chain, linked = [last], False
        for phrase in reversed([p for p in unit.sentence.phrases if p.last < last.first]):
            gap = unit.between(self._end(phrase, unit), chain[-1].start)
            if self.words.linking.fullmatch(gap):
                linked = True
            elif not (linked and self.words.listing.fullmatch(gap)):
                break
            if phrase.governed or phrase.kind == "impersonal" or self._is_taken(phrase, unit):
                break
            chain.append(phrase)
        return chain[::-1]

    def _is_taken(self, phrase: NounPhrase, unit: Unit) -> bool:
        """Whether a phrase is the complement of an earlier stand: *to back X, Y and Z came out for…*."""
        return any(s.cue.unit is unit and s.endorsee and s.endorsee.start == phrase.start for s in self.stands)

    def _end(self, phrase: NounPhrase, unit: Unit) -> int:
        return max(phrase.end, unit.sentence.tokens[phrase.last].end)

    def _object_relative(self, unit: Unit, start: int) -> tuple[NounPhrase, list[NounPhrase]] | None:
        """*X, que soutient Y*; *X, pour qui Y appelle à voter*; *c'est pour X que Y votera*: X, and Y when it comes first."""
        sentence = unit.sentence
        stop = sentence.index(start)
        for index in range(stop - 1, max(-1, stop - 14), -1):
            tag, word = sentence.tags[index], sentence.tokens[index].word
            if tag in "VvA;:." or word in self.words.subject_relatives and sentence.tags[index - 1 : index] != "p":
                return None
            if word in self.words.object_relatives or (
                word in self.words.subject_relatives and index and sentence.tags[index - 1] == "p"
            ):
                antecedent = self._antecedent(sentence, index)
                subjects = [p for p in sentence.phrases if index < p.first < stop and not p.governed and not p.role is None or index < p.first < stop and not p.governed]
                if antecedent is None or antecedent.kind == "impersonal":
                    return None
                return antecedent, subjects
        return None

    def _complements(self, cue: Cue, position: int, kinds: tuple[str, ...]) -> list[Side]:
        """The enumeration that follows a cue. What follows is read by itself, so that no phrase begins before it."""
        if answer := self._answer(cue, position, kinds):
            return [answer]
        pronoun = self.words.object_pronouns.match(cue.unit.flat, position - cue.unit.start)
        if pronoun is not None and kinds is _ENDORSEES:
            return self._meant(cue, pronoun)
        unit = self._rest(cue.unit, position)
        chain: list[NounPhrase] = []
        for phrase in unit.sentence.phrases:
            if not chain:
                if not self._is_next(unit, phrase):
                    return []
            else:
                gap = unit.between(self._end(chain[-1], unit), phrase.start)
                if not (self.words.linking.fullmatch(gap) or self.words.listing.fullmatch(gap)):
                    break
            chain.append(phrase)
            if phrase.kind not in ("name", "description"):
                break
        chain = self._without_next_subject(unit, chain)
        inverted = kinds is _ENDORSERS and cue.construction.sides == "object"
        if inverted and self.words.singular.search(self._verb(cue)):
            chain = chain[:1]
        return self._sides(chain + self._resumed(cue, unit, chain), unit, cue, kinds)

    def _meant(self, cue: Cue, pronoun: re.Match[str]) -> list[Side]:
        """Whom a pronoun after a cue stands for: *endorsed her*, *voter pour lui*."""
        name = "pronoun" if pronoun["pronoun"] else "owner"
        gender = self.words.pronoun_genders.get(pronoun[name], "")
        start = cue.unit.start + pronoun.start(name)
        resolved = self._endorser_entities(cue)
        told = [s.endorsee.entity for s in self.stands if s.endorsee and s.endorsee.entity]
        entity = next((e for e in reversed(told) if e.gender == gender and e not in resolved), None)
        entity = entity or self._other(cue.unit, start, gender, resolved)
        return [Side(entity.name, entity, start, cue.unit.start + pronoun.end(name))] if entity else []

    def _rest(self, unit: Unit, position: int) -> Unit:
        """What follows a place in a sentence, as a sentence of its own."""
        masked = [q for q in self.context.quotations(position, unit.end) if unit.flat[q.start - unit.start] == _MASK]
        sentence = read_sentence(
            self.context.text, position, unit.end, self.context.people, masked, self.context.language.code
        )
        return replace(unit, start=position, flat=unit.flat[position - unit.start :], sentence=sentence)

    def _verb(self, cue: Cue) -> str:
        return cue.unit.between(cue.start, cue.end)

    def _resumed(self, cue: Cue, unit: Unit, chain: Sequence[NounPhrase]) -> list[NounPhrase]:
        """*compter sur X, qui le soutient, et sur Y*: the enumeration taken up again with the preposition of the cue."""
        preposition = self._verb(cue).split()[-1:]
        if not chain or not preposition or preposition[0] not in self.words.resuming:
            return []
        low = self._end(chain[-1], unit) - unit.start
        match = self.words.resuming[preposition[0]].search(unit.flat, low)
        if match is None:
            return []
        return [p for p in unit.sentence.phrases if p.start in (unit.start + match.end(), unit.start + match.start("p"))][:1]

    def _is_next(self, unit: Unit, phrase: NounPhrase) -> bool:
        """Whether nothing but small words stands between the beginning of a unit and a phrase."""
        gap = self.words.skipped.sub(" ", unit.between(unit.start, phrase.start))
        if gap.count(",") == 1 or any(mark in gap for mark in ";:()!?.\x00"):
            return False
        words = gap.replace(",", " ").replace("'", "' ").split()
        tags = [unit.sentence.words.tags.get(word, "x") for word in words if word not in self.words.introducing]
        return len(words) <= 6 and not set(tags) - set("txz") and tags.count("x") <= 3

    def _without_next_subject(self, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
        """An enumeration cut before the subject of the next verb: *voter X, et Y a rallié Z*."""
        sentence = unit.sentence
        for count in range(len(chain), 1, -1):
            following = chain[count - 1].last + 1
            while following < len(sentence.tags) and sentence.tags[following] in "tz":
                following += 1
            tail = unit.flat[self._end(chain[count - 1], unit) - unit.start :].lstrip(" ")
            is_subject = following < len(sentence.tags) and sentence.tags[following] in "VvA"
            if is_subject or self.words.heads.match(tail):
                return chain[:1]
            break
        linked = [
            i for i in range(1, len(chain))
            if self.words.linking.fullmatch(unit.between(self._end(chain[i - 1], unit), chain[i].start))
        ]  # fmt: skip
        return chain[: max(linked, default=0) + 1]

    def _answer(self, cue: Cue, position: int, kinds: tuple[str, ...]) -> Side | None:
        """*Leave*, *le oui*: an answer to the question of a referendum."""
        if kinds is not _ENDORSEES or not is_referendum(self.context):
            return None
        lead = re.compile(r"[\s«“\"‘]*(?:(?:a|an|the|for|to|le|au|pour|de|du)\s+[«“\"‘]?\s?){0,2}", re.I).match(
            self.context.text, position, cue.unit.end
        )
        match = self.words.answers.match(self.context.text, lead.end() if lead else position, cue.unit.end)
        if match is None:
            return None
        return Side(self.words.answer_names[match[0]], None, match.start(), match.end())

    def _received(self, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
        """Who is backed: the subject of a passive or of *peut compter sur*, or what the participle stands beside."""
        if cue.tense == "noun" or cue.start != cue.head:
            subjects = self._subjects(cue.unit, cue.start) or self._fallback(cue.unit.sentence, cue.start)
            return self._sides(subjects, cue.unit, cue, _ENDORSEES)
        return self._sides(self._beside(cue, max(s.end for s in endorsers)), cue.unit, cue, _ENDORSEES)

    def _apposed(self, cue: Cue) -> list[Stand]:
        """*X, soutien de Y,* and *soutien de Y, X*."""
        endorsees = self._complements(cue, cue.end, _ENDORSEES)
        if not endorsees:
            return []
        endorsers = self._sides(self._beside(cue, max(s.end for s in endorsees)), cue.unit, cue, _ENDORSERS)
        return self._product(cue, endorsers, endorsees) if endorsers else []

    def _beside(self, cue: Cue, end: int | None = None) -> list[NounPhrase]:
        """The phrases that the words of a cue are said of: just before, or after the next comma at the head of a sentence."""
        sentence = cue.unit.sentence
        index = sentence.index(cue.start)
        before = [p for p in sentence.phrases if p.start < cue.start]
        opening = sentence.tags[:index].strip("atDpf")
        if before and opening:
            nearest = before[-1]
            gap = sentence.tags[nearest.last + 1 : index]
            if not set(gap) - set(",(atDp#-xc") and len(gap) <= 5:
                if nearest.kind == "description" and len(before) > 1:
                    if sentence.tags[before[-2].last + 1 : nearest.first] in (",", "("):
                        return [before[-2]]
                if nearest.governed and "," not in gap and "(" not in gap:
                    return [nearest]
                return self._coordinated(cue.unit, nearest) if nearest.is_group else [nearest]
            return []
        position = end or cue.end
        comma = cue.unit.flat.find(",", position - cue.unit.start)
        if comma < 0:
            return []
        after = [p for p in sentence.phrases if p.start > cue.unit.start + comma]
        if after and not after[0].governed and len(cue.unit.flat[comma + 1 : after[0].start - cue.unit.start].split()) == 0:
            return [after[0]]
        return []

    def _supported(self, cue: Cue) -> list[Stand]:
        """*le soutien de Y à X*; *X revendique le soutien de Y*; *le ralliement de Y*."""
        endorsers = self._complements(cue, cue.end, _ENDORSERS)
        if not endorsers:
            return []
        after = max(s.end for s in endorsers)
        receiver = self.words.receiver.match(cue.unit.flat, after - cue.unit.start)
        endorsees: list[Side] = []
        if receiver:
            endorsees = self._complements(cue, cue.unit.start + receiver.end(), _ENDORSEES)
        if not endorsees:
            before = cue.unit.flat[: cue.head - cue.unit.start]
            verb = None
            for match in self.words.possession.finditer(before, max(0, len(before) - 80)):
                verb = match
            if verb is None:
                return []
            start = cue.unit.start + verb.start()
            if verb.groupdict().get("new"):
                cue = replace(cue, tense="perfect")
            subjects = self._subjects(cue.unit, start) or self._following_subject(cue, after)
            subjects = subjects or self._fallback(cue.unit.sentence, start)
            endorsees = self._sides(subjects, cue.unit, cue, _ENDORSEES)
        return self._product(cue, endorsers, endorsees)

    def _owned(self, cue: Cue) -> list[Stand]:
        """*X has the president's backing*: the owner takes the stand, the subject of *has* receives it."""
        unit = cue.unit
        before = [p for p in unit.sentence.phrases if p.start < cue.head]
        if not before or unit.between(before[-1].end, cue.head).count(" ") > 3:
            return []
        owner = before[-1]
        endorsers = self._sides([owner], unit, cue, _ENDORSERS)
        verb = None
        for match in self.words.possession.finditer(unit.flat, max(0, owner.start - unit.start - 40), owner.start - unit.start):
            verb = match
        if not endorsers or verb is None:
            return []
        start = unit.start + verb.start()
        subjects = self._subjects(unit, start) or self._fallback(unit.sentence, start)
        endorsees = self._sides(subjects, unit, cue, _ENDORSEES)
        return self._product(cue, endorsers, endorsees)

    def _following_subject(self, cue: Cue, position: int) -> list[NounPhrase]:
        """The subject after the comma that closes an opening participle: *Fort du soutien de Y, X l'emporte*."""
        comma = cue.unit.flat.find(",", position - cue.unit.start)
        after = [p for p in cue.unit.sentence.phrases if comma >= 0 and p.start > cue.unit.start + comma]
        return after[:1] if after and not after[0].governed else []

    def _same(self, cue: Cue, endorsers: list[Side] | None = None) -> list[Stand]:
        """*Y en a fait autant*: the stand said just before, with another endorser."""
        previous = next((s for s in reversed(self.stands) if s.cue.construction.sides != "same"), None)
        if previous is None:
            return []
        found = self._endorsers(cue) if endorsers is None else endorsers
        copied = replace(cue, stance=previous.stance)
        endorsees = [s.endorsee for s in self.stands if s.cue is previous.cue]
        return [
            self._stand(copied, endorser, endorsee)
            for endorser in found
            for endorsee in dict.fromkeys(endorsees)
        ]

    # ── from phrases to sides ─────────────────────────────────────────────────────────────────────

    def _sides(
        self, found: Sequence[NounPhrase], unit: Unit, cue: Cue, kinds: tuple[str, ...]
    ) -> list[Side]:
        sides = (self._side(phrase, unit, cue, kinds) for phrase in found)
        return [side for side in sides if side is not None]

    def _side(self, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Side | None:
        """Who a phrase of a unit stands for; a group without a name is named by its words."""
        end = self._end(phrase, unit)
        excluded = self.words.not_endorsers if kinds is _ENDORSERS else self.words.not_endorsees
        printed = self.context.text[phrase.start : phrase.end]
        if excluded.intersection(re.findall(r"[\w-]+", fold(printed))):
            return None
        entity = phrase.entity
        said = [t.word for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag != "D"]
        if phrase.kind == "description" and len(said) == 1 and said[0] in self.words.unnamed:
            entity = self.context.people.entity(" ".join(printed.split()), "person")
        if entity is None and phrase.kind != "impersonal":
            if phrase.kind == "pronoun":
                entity = self._pronoun(phrase, unit, cue)
            else:
                entity = self._described(phrase, unit, cue, kinds)
        if entity is None and phrase.kind == "description":
            entity = self._party_of(phrase, unit) if kinds is _ENDORSEES else None
            if entity is None and kinds is _ENDORSERS:
                entity = self._group(phrase, unit)
        if entity is None or entity.kind not in kinds:
            return None
        if kinds is _ENDORSEES and entity.kind == "organization" and fold(entity.name) in self.words.institutions:
            return None
        return Side(entity.name, entity, phrase.start, end, self._role(phrase, unit, entity))

    def _described(self, phrase: NounPhrase, unit: Unit, cue: Cue, kinds: tuple[str, ...]) -> Entity | None:
        """The person whom a description leads to; nobody backs himself, so an endorsee is not the subject."""
        whole = next((p for p in cue.unit.sentence.phrases if p.start == phrase.start), None)
        if whole is None or whole.kind != "description":
            whole, sentence = phrase, unit.sentence
        else:
            sentence = cue.unit.sentence
        entity = self.context.references.resolve(whole, sentence, self.entry)
        if kinds is _ENDORSERS:
            return entity
        subjects = self._endorser_entities(cue)
        told = [s for s in self.stands if s.endorsee and s.endorsee.entity]
        previous = next((s for s in reversed(told) if s.cue.tense == cue.tense), told[-1] if told else None)
        if previous is not None and previous.endorsee is not None:
            around = self._verb(cue) + cue.unit.between(cue.end, cue.end + 40)
            if entity in (None, *subjects, previous.endorser.entity) and self.words.too.search(around):
                return previous.endorsee.entity
        if whole.is_indefinite or whole.is_plural or whole.is_group:
            return None if entity in subjects else entity
        if entity is None or entity in subjects or self._is_far(entity, phrase, unit) or self._is_rare(entity):
            contender = self._contender(whole, sentence, subjects)
            if contender is not None:
                return contender
        if entity is not None and (entity in subjects or self._is_far(entity, phrase, unit)):
            other = self._other(cue.unit, phrase.start, phrase.gender, subjects)
            return other or (None if entity in subjects else entity)
        return entity

    def _endorser_entities(self, cue: Cue) -> list[Entity | None]:
        """Whom the subject of a cue leads to, and the speaker of the words it stands in."""
        found = [
            p.entity or (self.context.references.resolve(p, cue.unit.sentence, self.entry) if p.kind != "impersonal" else None)
            for p in self._subjects(cue.unit, cue.start)
        ]
        speaker = self._speaker(cue)
        return [e for e in [*found, speaker.entity if speaker else None] if e is not None]

    def _is_rare(self, entity: Entity) -> bool:
        """Whether somebody is hardly named, in a contest whose two main contenders everybody has in mind."""
        counts, _ = _prominence(self.context)
        return bool(_contenders(self.context)) and counts[id(entity)] < 3

    def _contender(
        self, phrase: NounPhrase, sentence: Sentence, excluded: Sequence[Entity | None]
    ) -> Entity | None:
        """The contender whom a description fits: by party, by what the document says of him, or because only one is left."""
        references = self.context.references
        said = references.said(phrase, sentence)
        parties = {w for w in said if w.startswith("=")}
        fitting, alike = [], []
        for entity in _contenders(self.context):
            known = references.roles(entity)
            theirs = {w for role in known for w in role if w.startswith("=")}
            if entity in excluded or (entity.gender and phrase.gender and entity.gender != phrase.gender):
                continue
            if parties and theirs and not parties & theirs:
                continue
            fitting.append(entity)
            if any(said & role for role in known):
                alike.append(entity)
        if len(alike) == 1:
            return alike[0]
        return fitting[0] if len(fitting) == 1 else None

    def _is_far(self, entity: Entity, phrase: NounPhrase, unit: Unit) -> bool:
        """Whether words that fit many people (*the Democrat*, *le sortant*) led to somebody whom the post does not name."""
        said = [t.word for t in unit.sentence.tokens[phrase.first : phrase.last + 1] if t.tag in "arxgO"]
        if not said or not self.words.local.issuperset(said):
            return False
        return all(m.entity is not entity for m in self.context.people.between(self.entry.char_start, self.entry.char_end))

    def _pronoun(self, phrase: NounPhrase, unit: Unit, cue: Cue) -> Entity | None:
        if phrase.start >= cue.end:
            subjects = [p.entity for p in self._subjects(cue.unit, cue.start)]
            return None if phrase.is_plural else self._other(cue.unit, phrase.start, phrase.gender, subjects)
        if phrase.is_plural:
            return self._group_before(phrase, unit)
        return self.context.references.resolve(phrase, unit.sentence, self.entry)

    def _group_before(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*Ils*, *they*: the party or organisation that is the subject of the sentence before, or of this one."""
        references = self.context.references
        bounds = [b for b in references.sentences(self.entry) if b[0] < phrase.start]
        for start, _ in reversed(bounds[-2:]):
            for other in references.sentence(start, self.entry).phrases:
                if other.end <= phrase.start and other.entity and not other.governed:
                    return None if other.entity.is_person else other.entity
        return None

    def _other(
        self, unit: Unit, offset: int, gender: Gender, excluded: Sequence[Entity | None]
    ) -> Entity | None:
        """The person spoken of before an offset who is not one of those excluded; subjects first."""
        entity = self.context.references.pronoun(offset, self.entry, gender)
        if entity is not None and entity not in excluded:
            return entity
        references = self.context.references
        for start, _ in reversed([b for b in references.sentences(self.entry) if b[0] < offset]):
            sentence = references.sentence(start, self.entry)
            before = [p for p in sentence.phrases if p.start < offset and p.kind != "impersonal"]
            for phrase in sorted(before, key=lambda p: (p.governed, p.embedded)):
                found = phrase.entity or (
                    references.resolve(phrase, sentence, self.entry) if phrase.kind == "description" else None
                )
                if found is not None and found.is_person and found not in excluded:
                    if not (found.gender and gender and found.gender != gender):
                        return found
        return None

    def _party_of(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """*les candidats du RN*: the party, when all its candidates are meant."""
        if not (phrase.is_plural or phrase.is_group):
            return None
        for token in unit.sentence.tokens[phrase.first : phrase.last + 1]:
            mention = unit.sentence.tokens[phrase.first].item if token is None else token.item
            if mention is not None and not isinstance(mention, Quotation) and mention.entity.kind == "party":
                return mention.entity
        return None

    def _group(self, phrase: NounPhrase, unit: Unit) -> Entity | None:
        """A group that a reader can tell from others, by its words: *les élus communistes d'Evry*, not *les élus*."""
        sentence = unit.sentence
        if not phrase.is_group or phrase.is_possessive:
            return None
        completed = _COMPLETION.match(sentence.tags, phrase.last + 1)
        last = completed.end() - 1 if completed else phrase.last
        said = [t for t in sentence.tokens[phrase.first : last + 1] if t.tag in "arxgNOKLT#"]
        if len(said) < 2 and not (said and said[0].word in self.words.camps):
            return None
        first = phrase.first + (sentence.tokens[phrase.first].word in sentence.words.definite)
        if first > phrase.first and phrase.first and sentence.tokens[phrase.first - 1].word in self.words.all_of:
            first = phrase.first - 1
        printed = self.context.text[sentence.tokens[first].start : sentence.tokens[last].end]
        return self.context.people.entity(" ".join(printed.split()), "group")

    def _role(self, phrase: NounPhrase, unit: Unit, entity: Entity) -> str:
        if phrase.role is not None:
            first, last = phrase.role
            tokens = unit.sentence.tokens
            return " ".join(self.context.text[tokens[first].start : tokens[last].end].split())
        if phrase.kind == "description" and entity.is_person:
            return " ".join(self.context.text[phrase.start : phrase.end].split())
        return ""

    # ── status ────────────────────────────────────────────────────────────────────────────────────

    def _decided(self) -> list[Stand]:
        """The stands with their status, each told once."""
        many = len({s.endorser.key for s in self.stands}) > FEW_ENDORSERS
        kept: dict[tuple[str, str, str, bool], Stand] = {}
        for stand in self.stands:
            self._decide(stand, many)
            key = (stand.endorser.key, stand.endorsee.key if stand.endorsee else "", stand.stance, stand.status == "past")
            kept.setdefault(key, stand)
        return sorted(kept.values(), key=lambda s: (s.cue.start, s.endorser.start))

    def _decide(self, stand: Stand, many: bool) -> None:
        cue, words = stand.cue, self.words
        before, after = self._clause(stand)
        tense = cue.tense
        if tense in ("future", "conditional") and words.reported.search(before):
            tense = "past"
        if tense not in ("noun", "pluperfect", "perfect", "past") and (
            words.conditions.search(after) or words.conditions.search(before)
        ):
            stand.status = "conditional"
            return
        if tense not in ("future", "conditional"):
            told = self._past_round(before, after, tense)
            if told is not None:
                stand.status, stand.past_round = "past", told
                return
        if stand.is_own_words and tense not in ("pluperfect", "imperfect"):
            stand.status = "declared"
        elif tense in ("noun", "pluperfect", "imperfect", "passive", "progressive") or words.earlier.search(before + " " + after):
            stand.status = "standing"
        elif self._is_last_vote():
            acts = tense in ("future", "conditional") or (tense == "present" and not cue.construction.is_state)
            stand.status = "declared" if acts and not many else "standing"
        else:
            stand.status = "declared" if self._results_known() else "standing"

    def _clause(self, stand: Stand) -> tuple[str, str]:
        """The words of the clause before and after the cue, parentheses left out."""
        unit, cue = stand.cue.unit, stand.cue
        earlier = [s.cue for s in self.stands if s.cue.unit is unit and s.cue.end <= cue.start]
        later = [s.cue for s in self.stands if s.cue.unit is unit and s.cue.start >= cue.end]
        low = max((c.end for c in earlier), default=unit.start)
        high = min((c.start for c in later), default=unit.end)
        before, after = unit.between(low, cue.end), unit.between(cue.end, high)
        before = _without_parentheses(before)
        after = _without_parentheses(after)
        for boundary in self.words.boundaries.finditer(before):
            before = before[boundary.end() :] if boundary.end() < len(before) else before
            break
        boundary_after = self.words.boundaries.search(after)
        return before, after[: boundary_after.start()] if boundary_after else after

    def _past_round(self, before: str, after: str, tense: str) -> int | None:
        """The earlier round that a clause tells, 0 for another contest, None when it tells neither."""
        liveblog, words = self.context.liveblog, self.words
        zones = [after]
        if tense not in ("present", "noun"):
            opening = before.lstrip(" ,")[:40]
            if self.words.opening.match(opening):
                zones.append(opening.split(",")[0])
            if tense in ("pluperfect", "imperfect"):
                zones.append(before[-60:].rsplit(",", 1)[-1])
        for zone in zones:
            year = words.year.search(zone)
            if year and int(year[1]) < liveblog.date.year:
                return 0
        if tense == "present":
            return None
        for zone in zones:
            if words.past_words.search(zone) and not self._is_this_contest(zone):
                return 0
            for number, pattern in words.past_rounds:
                if number < liveblog.round and pattern.search(zone):
                    return number
        return None

    def _is_this_contest(self, zone: str) -> bool:
        match = self.words.past_words.search(zone)
        contest = fold(self.context.liveblog.contest_id)
        return match is not None and any(len(w) > 6 and fold(w)[:9] in contest for w in match[0].split())

    def _is_last_vote(self) -> bool:
        rounds, kind = _contest(self.context.liveblog.contest_id)
        if kind == "primary" or self.context.liveblog.election_type == "primary":
            return False
        return self.context.liveblog.round >= rounds

    def _results_known(self) -> bool:
        moment = _counting_start(self.context, self.words)
        if self.entry.date_published is None:
            return moment is not None
        return moment is not None and self.entry.date_published >= moment

    # ── rows ──────────────────────────────────────────────────────────────────────────────────────

    def _row(self, stand: Stand) -> Row:
        cue, liveblog = stand.cue, self.context.liveblog
        start, end = cue.start, cue.end
        is_other_contest = stand.status == "past" and not stand.past_round
        return {
            "contest_id": None if is_other_contest else liveblog.contest_id,
            "round": None if is_other_contest else stand.past_round or liveblog.round,
            "endorser": stand.endorser.name,
            "endorser_id": stand.endorser.entity,
            "endorser_role": stand.endorser.role or None,
            "endorsee": stand.endorsee.name if stand.endorsee else None,
            "endorsee_id": stand.endorsee.entity if stand.endorsee else None,
            "stance": stand.stance,
            "endorsement_status": stand.status,
            "cue": self.context.text[start:end],
            "char_start": start,
            "char_end": end,
            "rule": cue.construction.rule,
        }


# ── helpers ───────────────────────────────────────────────────────────────────────────────────────


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of words quoted, as offsets."""
    first = start
    for match in re.compile(r"[.!?…]+(?=\s|[A-ZÉÀ])").finditer(text, start, end):
        if match.end() - first > 3 and text[match.start() - 1 : match.start()].islower():
            yield first, match.end()
            first = match.end()
    if text[first:end].strip():
        yield first, end


def _without_parentheses(text: str) -> str:
    return re.sub(r"\([^()]{0,80}\)", " ", text)


@cache
def _contest(contest_id: str) -> tuple[int, str]:
    """How many rounds a contest has, and its type, from its identifier and the names of elections of all languages."""
    found: list[tuple[int, int, str]] = [(0, 1, "other")]
    for code in available():
        for name in language(code)["contest"].get("names") or ():
            slug, first = name["slug"], name["slug"].split("-")[0]
            if slug in contest_id or (len(first) >= 6 and first in contest_id):
                found.append((len(slug) * (slug in contest_id), int(name.get("rounds") or 1), name["election_type"]))
    _, rounds, kind = max(found)
    if contest_id[:2] in available():  # the country's own rules: fr-presidential-2022
        names = language(contest_id[:2])["contest"].get("names") or ()
        rounds = max([int(n.get("rounds") or 1) for n in names if n["election_type"] == kind] or [rounds])
    return rounds, kind


_counts: WeakKeyDictionary[object, tuple[Counter[int], list[Entity]]] = WeakKeyDictionary()


def _prominence(context: Context) -> tuple[Counter[int], list[Entity]]:
    """How often each person is named in the document, and the persons, the most named first."""
    if context.people not in _counts:
        people = [m.entity for m in context.people.mentions if m.entity.is_person]
        counts = Counter(id(entity) for entity in people)
        order = sorted(dict.fromkeys(people), key=lambda e: -counts[id(e)])
        _counts[context.people] = (counts, order)
    return _counts[context.people]


def _contenders(context: Context) -> list[Entity]:
    """The two persons a contest is between, when one office is voted on; none otherwise."""
    kind = _contest(context.liveblog.contest_id)[1]
    if not {kind, context.liveblog.election_type} & {"presidential", "primary"}:
        return []
    return _prominence(context)[1][:2]


_counting: WeakKeyDictionary[object, datetime | None] = WeakKeyDictionary()


def _counting_start(context: Context, words: Grammar) -> datetime | None:
    """When the first post of the night gives results; None when none does."""
    if context.people not in _counting:
        _counting[context.people] = next(
            (
                entry.date_published
                for entry in sorted(context.entries, key=lambda e: e.position)
                if entry.date_published is not None and _gives_results(entry, context, words)
            ),
            None,
        )
    return _counting[context.people]


def _gives_results(entry: Entry, context: Context, words: Grammar) -> bool:
    text = flattened(context.text[entry.char_start : entry.char_end])
    return re.search(r"\d ?%", text) is not None and words.counting.search(text) is not None

"""Endorsements: who says whom to vote for, against whom, or refuses to choose.

A *construction* of the language file is found by its first word (a verb form or a noun) and the words that
must follow; the sides are then looked for in the reading of the sentence: subject, complement, agent,
antecedent of a relative, person an apposition stands beside, speaker of the words quoted. Nothing is a row
unless both sides lead to somebody; a side that should lead to somebody and does not is an issue,
``endorsement-without-side``.

The status of a stand is decided in this order:

1. ``conditional``: the clause hangs on a condition (*que si…*, *would back X only if…*); a question asked
   (*sans dire s'il…*, *would not say if…*) is none.
2. ``past``: a past tense or a noun, and words that tell an earlier round or contest (*au premier tour* in a
   second round, *en 2012*, *at the last election*); a former supporter (*ancien soutien de X*); the pluperfect with
   a day or a month more than two weeks before a second round (*avait rallié X le 3 mai*, in June).
3. ``standing``: words quoted whose verb of speech has an earlier day beside it (*« … », disait-il jeudi*).
4. ``declared``: the endorser's own words, quoted, in the present, perfect or future; a vote announced
   (*votera X*) or owned up to (*says that she voted X*, *said she had voted X*).
5. ``standing``: a noun (*soutien de X*), pluperfect, imperfect, passive or *has been backing*; a state told in
   a relative between commas (*X, que soutient Y,*) or recalled (*rappelle qu'il soutient*); a refusal that has
   never been lifted (*has never endorsed*); or words that tell an earlier day (*depuis février*, *il y a trois
   semaines*, *last week*) beside the verb, not in what is said aside (*Untel, maire depuis 1995, appelle…*).
   Days are set before or after the night by the calendar (``stands.days``): on a Tuesday *on Monday* is
   earlier and *on Tuesday* is not, *le 24 avril* is to come on the 10th, *dès mardi* in a call too. A sentence
   that goes on from another with *then* takes its time.
6. ``declared``: words that tell today (*ce soir*, *within minutes*) or the day itself, or somebody's own ballot
   in a post of its own (*Untel a voté X*).
7. Otherwise it depends on what is still to be voted. When another vote follows (first of two rounds, primary of
   two rounds): ``declared`` once results are known, ``standing`` before, since campaigning is over by then. In
   the last round, where one vote decides, and where no results are told at all, whatever is told of past and
   present is a recap, ``standing``; only an act in the present or the future (*appelle à*, *endorses*, *says he
   will support*; not what goes on, *backs*, *stumps for*, *is keeping out of it*) in a post that does not list
   the stands of many is ``declared``; so is a refusal in the present (*refuse de choisir*), unless results are
   still to come, and one endorser's act in the perfect where nothing tells what is voted on.

When the headline of a post and its body tell the same stand, the body decides, if it tells an act.
A refusal to choose gives way to a choice of the same endorser in the same post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutier.document import Entry, Row
from minutier.extract.context import Context, Found
from minutier.extract.stands.grammar import Construction, grammar
from minutier.extract.stands.nouns import NounReader
from minutier.extract.stands.units import BODIES, ENDORSEES, ENDORSERS, RECENT, Cue, Side, Stand, Unit, flattened
from minutier.extract.syntax import NounPhrase

NAMED = {
    "named": ("person", "unknown", "party"),
    "volunteer": ("person", "unknown", "party"),
    "person": ("person", "unknown"),
    "party": ("party",),
    "party of persons": ("party",),
}
"""Whom words that say other things too may take a stand for."""
NAMING = "naming"
"""What marks a construction whose own words name the sides that nobody is chosen of."""
CONTRARY = "contrary"
"""What marks a word by which somebody does what the one before will not: *Untel, si*."""
DENIAL = "denial"
"""And of a word by which he does not do what the one before does: *Untel, non*."""
FINITE = ("present", "perfect", "pluperfect", "past", "imperfect", "future")
_LAST_WORD = re.compile(r"[^\W\d_]{2,20}$")
_NOUN_AND_NAME = re.compile(r" [\w'-]{3,20}(?: [\w'-]{3,20})?, ")
"""What may stand between a word that holds an endorser and whom he backs: *the Reed-backed candidate, Y*."""
_COMPOUND = Construction(
    "endorsements.backed_compound", "support", "compound", re.compile(""), None, None, "", "drop", True
)
_SUPPORTING = Construction(
    "endorsements.supporter_of", "support", "compound", re.compile(""), None, None, "", "drop", True
)


def extract(entry: Entry, context: Context) -> Found:
    """The stands that one entry tells, in the order of the text; the rows of ``quotes`` must be in the
    context."""
    words = grammar(context.language.code)
    if words is None:
        return Found([], [])
    text = flattened(context.text[entry.char_start : entry.char_end])
    telling = (words.heads, words.compounds, words.supporting, words.roll_call)
    if not any(pattern.search(text) for pattern in telling):
        return Found([], [])
    return _Reader(entry, context, words, text).read()


def _repeats(construction: Construction) -> bool:
    """Whether words only say that somebody takes the stand told before."""
    return construction.sides in ("same", "echo") and construction.needs not in (CONTRARY, DENIAL)


_ARTICLE = 5
"""Characters of an article and its space."""


class _Reader(NounReader):
    """The reading of one entry: from cues and sides to stands, and from stands to rows."""

    def read(self) -> Found:
        for unit in self._units():
            self._read_unit(unit)
            self.stands.extend(self._compounds(unit))
            self.stands.extend(self._supporting(unit))
        self.stands.extend(self._verdicts())
        self.stands = self._without_contradictions()
        kept = self._decided()
        return Found([self._row(stand) for stand in kept], self.issues)

    def _without_contradictions(self) -> list[Stand]:
        """*X se désiste au profit de Y : « On ne vote pas pour lui, on vote contre eux »*: words that oppose whom their
        speaker has just come out for are about his reasons.
        """
        backed = {
            (s.endorser.key, s.endorsee.key)
            for s in self.stands
            if s.endorsee is not None and s.stance == "support" and not s.cue.unit.is_quoted
        }
        return [
            s
            for s in self.stands
            if s.endorsee is None
            or s.stance != "oppose"
            or not s.cue.unit.is_quoted
            or (s.endorser.key, s.endorsee.key) not in backed
        ]

    def _read_unit(self, unit: Unit) -> None:
        """The stands of a unit: at each first word, the first of its constructions that finds its sides."""
        position = 0
        if unit.flat.rstrip()[-1:] == "?" and not unit.is_quoted:
            return
        if self.words.we_wrote.search(unit.flat):
            return  # a correction takes it back
        for match in self.words.heads.finditer(unit.flat):
            if match.start() < position or self._is_name(unit.start + match.start(), match[0]):
                continue
            known = len(self.issues)
            for cue in self._cues(unit, match):
                self._unresolved = False
                stands = self._stands(cue)
                if stands:
                    self.stands.extend(stands)
                    if cue.construction.sides not in ("echo", "members", "listed", "paired", "fellow"):
                        self.stands.extend(self._companions(cue, stands))
                        self.stands.extend(self._gapped(cue, stands))
                        self.stands.extend(self._later(cue, stands))
                        self.stands.extend(self._aims(cue, stands))
                        self.stands.extend(self._as_before(cue, stands))
                    del self.issues[known:]
                    position = cue.end - unit.start
                    break
            del self.issues[known + 1 :]

    def _as_before(self, cue: Cue, stands: Sequence[Stand]) -> list[Stand]:
        """*X backs Y, as it did in 2017*; *X votera Y, comme au premier tour*: the stand once more, of then."""
        last = max((s.endorsee.end for s in stands if s.endorsee), default=0)
        place, closing = last - cue.unit.start, cue.construction.closing
        if closing is not None and (closed := closing.match(cue.unit.flat, place)):
            place = closed.end()  # *give X their vote, as in 2017*
        told = self.words.as_before.match(cue.unit.flat, place) if last >= cue.end else None
        if told is None:
            return []
        round = next((number for number, words in self.words.past_rounds if words.search(told[0])), 0)
        year = self.words.year.search(told[0])
        if round >= self.context.liveblog.round or (year and int(year[1]) >= self.context.liveblog.date.year):
            return []
        return [replace(s, status="past", past_round=round) for s in stands if s.endorsee and s.stance == "support"]

    def _is_name(self, offset: int, word: str) -> bool:
        """Whether a word is the name of a body: *Unite behind him*."""
        mention = self.context.people.at(offset)
        return mention is not None and mention.entity.kind == "organization" and mention.end == offset + len(word)

    def _compounds(self, unit: Unit) -> Iterator[Stand]:
        """*the Trump-backed Herschel Walker*: the name inside the word takes the stand, the one after it
        receives it."""
        for match in self.words.compounds.finditer(unit.flat):
            start, end = unit.start + match.start(), unit.start + match.end()
            name = _LAST_WORD.search(unit.flat, max(0, match.start() - 20), match.start())
            start -= len(name[0]) if name else 0
            printed = self.context.text[start : unit.start + match.start()]
            entity = self.context.people.named(printed) if printed[:1].isupper() else None
            if entity is None or entity.kind not in ENDORSERS:
                continue
            cue = Cue(_COMPOUND, unit, start, start, end, "passive", "support")
            for endorsee in self._compounded(cue, end)[:1]:
                if endorsee.entity is not entity:
                    yield self._stand(cue, Side(entity.name, entity, start, end), endorsee)

    def _compounded(self, cue: Cue, end: int) -> list[Side]:
        """*The Trump-backed Herschel Walker*; *Herschel Walker, the Trump-backed novice*, *is a Trump-backed novice*:
        who is named after the word, or whom a noun after it is said of."""
        unit, start = cue.unit, cue.start
        index = unit.sentence.index(start)
        named = next((p for p in unit.sentence.phrases if p.end > end and p.kind == "name"), None)
        gap = unit.between(end, named.start) if named is not None else ""
        if named is not None and _NOUN_AND_NAME.fullmatch(gap):
            return self._sides([named], unit, cue, ENDORSEES)
        is_next = named is not None and "," not in gap
        if is_next or index == 0 or unit.sentence.tags[index - 1] != "D":
            return self._complements(cue, end, ENDORSEES)
        article = unit.sentence.tokens[index - 1].start
        copula = self.words.copula.search(unit.flat, max(0, article - unit.start - 40), article - unit.start)
        if copula is not None:
            return self._sides(self._subjects(unit, unit.start + copula.start()), unit, cue, ENDORSEES)
        beside = unit.between(unit.start, article).rstrip().endswith(",")
        said_of = self._beside(replace(cue, start=article)) if beside else []
        said_of = [p for p in said_of if p.kind == "name"]
        return self._sides(said_of, unit, cue, ENDORSEES) if said_of else self._complements(cue, end, ENDORSEES)

    def _supporting(self, unit: Unit) -> Iterator[Stand]:
        """*Remain-supporting MP Tom Price*: the name after the word takes the stand."""
        for match in self.words.supporting.finditer(unit.flat):
            start, end = unit.start + match.start(), unit.start + match.end()
            cue = Cue(_SUPPORTING, unit, start, start, end, "noun", "support")
            endorsee = self._owner_before(cue)
            if endorsee is None:
                continue
            named = [p for p in unit.sentence.phrases if p.kind == "name" and p.end > end]
            if named and len(unit.between(end, named[0].start).split()) <= 4:
                for endorser in self._sides(named[:1], unit, cue, ENDORSERS):
                    if endorser.key != endorsee.key and "," not in unit.between(end, endorser.start):
                        yield self._stand(cue, endorser, endorsee)

    def _stands(self, cue: Cue) -> list[Stand]:
        sides = cue.construction.sides
        if cue.construction.needs == NAMING and not self._names_sides(cue):
            return []
        is_denied = cue.stance == "none" and sides == "object" and cue.construction.stance == "support"
        if is_denied and self.words.indefinite.match(cue.unit.flat, cue.end - cue.unit.start):
            return []  # *refuse de soutenir un candidat insoumis*
        if sides == "subject" or (cue.stance == "none" and sides == "object"):
            return [self._stand(cue, endorser, None) for endorser in self._endorsers(cue) if not self._polls(endorser)]
        if sides == "same":
            return self._same(cue)
        if sides == "echo":
            return self._same(cue, self._echoed(cue))
        if sides == "returned":
            return self._returned(cue)
        if sides == "members":
            return self._members(cue)
        if sides == "listed":
            return self._listed(cue)
        if sides == "camp":
            return self._in_camp(cue)
        if sides == "heading":
            found = self._headed(cue) or self._within(cue) or self._named_first(cue) or self._spoken_of(cue)
            return [self._stand(cue, endorser, None) for endorser in found]
        if sides == "heading_to":
            return self._announcing(cue)
        if sides == "given":
            return self._giving(cue)
        if sides == "owed":
            return self._owing(cue)
        if sides == "earns":
            return self._earning(cue)
        if sides == "goes":
            return self._going(cue)
        if sides == "from":
            return [self._stand(cue, endorser, None) for endorser in self._complements(cue, cue.end, ENDORSERS)]
        if sides == "paired":
            return self._paired(cue)
        if sides == "fellow":
            return self._fellow(cue)
        if sides == "inverted":
            return self._same(cue, self._complements(cue, cue.end, ENDORSERS))
        if sides == "verbless":
            return self._verbless(cue)
        if sides == "noun":
            return self._apposed(cue)
        if sides == "prenoun":
            return self._apposed_compound(cue)
        if sides == "possessed":
            return self._possessed(cue)
        if sides == "support":
            return self._supported(cue)
        if sides == "relayed":
            return self._relayed(cue)
        if sides == "owned":
            return self._owned(cue)
        if sides == "vote":
            endorsees = self._complements(cue, cue.end, ENDORSEES) or self._party_at(cue)
            return self._product(cue, self._endorsers(cue), endorsees) if endorsees else []
        if sides == "agent":
            endorsers = self._complements(cue, cue.end, ENDORSERS)
            closing = cue.construction.closing
            if closing is not None and endorsers:
                last = max(side.end for side in endorsers) - cue.unit.start
                endorsers = endorsers if closing.match(cue.unit.flat, last) else []
            if kinds := BODIES.get(cue.construction.needs):
                endorsers = [e for e in endorsers if e.entity is not None and e.entity.kind in kinds]
            endorsees = self._received(cue, endorsers) if endorsers else []
            return self._product(cue, endorsers, endorsees)
        return self._active(cue)

    def _polls(self, side: Side) -> bool:
        """*L'institut Ipsos ne tranche pas*: an institute never takes a stand."""
        named = self.context.people.named(side.name)
        return named is not None and named.kind == "pollster"

    def _party_at(self, cue: Cue) -> list[Side]:
        """*Pledged its votes to a minority Labour government*: the party right behind a cue."""
        mention = next((m for m in self.context.people.between(cue.end, cue.end + 40) if m.start <= cue.end + 1), None)
        if mention is None or mention.entity.kind != "party":
            return []
        return [Side(mention.entity.name, mention.entity, mention.start, mention.end)]

    def _names_sides(self, cue: Cue) -> bool:
        """Whether the words of a cue name somebody, or the two sides: *ni X, ni Y*, not *ni poste, ni ministère*."""
        named = self.context.people.between(cue.start, cue.end)
        return any(m.entity.kind in ENDORSEES for m in named) or self.words.both_sides.search(cue.flat) is not None

    def _active(self, cue: Cue) -> list[Stand]:
        """Subject and complement; a relative or a clitic may stand for the complement."""
        relative = self._object_relative(cue.unit, cue.start)
        is_rejected = self.words.rejected.match(cue.unit.flat, cue.head - cue.unit.start) is not None
        if relative is not None and relative[1] and not is_rejected and self._complements(cue, cue.end, ENDORSEES):
            relative = None  # *il a lâché, jeudi, qu'il voterait X*
        if cue.clitic in self.words.clitics:
            relative = None  # *c'est tout naturellement que je lui apporte ma voix*
        if relative is not None:
            antecedent, subjects = relative
            if cue.stance == "support" and self.words.against.search(
                cue.unit.between(max(cue.unit.start, antecedent.end), antecedent.end + 12)
            ):
                cue = replace(cue, stance="oppose")  # *X, contre qui Y appelle à voter*
            if cue.construction.closing and not cue.construction.closing.match(cue.unit.flat, cue.end - cue.unit.start):
                return []
            endorsees = self._sides([antecedent], cue.unit, cue, ENDORSEES)
            is_own = [p.kind for p in subjects] == ["impersonal"]  # *« c'est pour X que je voterai »*
            endorsers = (
                (self._endorsers(cue) if is_own else self._sides(subjects, cue.unit, cue, ENDORSERS))
                if subjects
                else self._complements(cue, cue.end, ENDORSERS)
            )
            return self._product(cue, endorsers, endorsees)
        meant = self._answer_meant(cue)
        if cue.construction.answer and meant is None:
            return []
        is_clitic = cue.clitic in self.words.direct_clitics and " " not in cue.unit.between(cue.head, cue.end)
        # *je le soutiendrai pour battre Y*: no complement follows
        endorsees = [meant] if meant else [] if is_clitic else self._complements(cue, cue.end, ENDORSEES)
        if endorsees and not meant:
            last = max(side.end for side in endorsees) - cue.unit.start
            aside = self.words.in_parentheses.match(cue.unit.flat, last + 1)
            construction = cue.construction
            if construction.unless_after is not None and construction.unless_after.match(cue.unit.flat, last):
                return []
            if construction.closing is not None:
                closed = construction.closing.match(cue.unit.flat, last)
                if closed is None and aside:  # *wants X (D) to beat Y*
                    closed = construction.closing.match(cue.unit.flat, aside.end())
                if closed is None:
                    return []
                endorsees += self._closed_alike(cue, closed.end())
        kinds = NAMED.get(cue.construction.needs)
        if kinds and not all(self._is_of_kind(side, kinds) for side in endorsees):
            return []
        if "answer" in cue.construction.needs and not (endorsees and endorsees[0].entity is None):
            return []
        if not endorsees and cue.construction.needs != "reflexive" and self.words.own_clitic.match(cue.flat):
            speaker = self._speaker(cue)  # *« Untel m'a apporté son soutien »*
            endorsees = [speaker] if speaker else []
        closing = cue.construction.closing
        if closing is not None and not endorsees and not closing.match(cue.unit.flat, cue.end - cue.unit.start):
            return []  # *le suit de près* is no *suivra X dans ce choix*
        inner = self.words.inner_clitic.search(cue.flat) if not endorsees else None
        if inner is not None:
            cue = replace(cue, clitic=inner["clitic"].strip())
        if not endorsees and cue.clitic not in self.words.clitics:
            return []
        beyond = cue.construction.unless_after if not endorsees else None
        if beyond is not None and beyond.match(cue.unit.flat, cue.end - cue.unit.start):
            return []  # *X et Y l'ont rejoint sur l'estrade*
        endorsers = self._endorsers(cue)
        if cue.construction.needs in BODIES:
            kinds = BODIES[cue.construction.needs]
            endorsers = [e for e in endorsers if e.entity is not None and e.entity.kind in kinds]
            if not endorsers:
                return []
        endorsers = self._spelled_out(cue, endorsees) or self._told_to_be(cue, endorsees) or endorsers
        if not endorsees and endorsers:
            excluded = [e.entity for e in endorsers]
            entity = self._other(cue.unit, cue.start, self.words.clitics[cue.clitic], excluded)
            endorsees = [Side(entity.name, entity, cue.start, cue.start)] if entity else []
        if self._is_guessed(cue):
            self._issue(cue, "endorser")
            return []
        received = [e.entity for e in endorsees]
        if all(e.entity in received for e in endorsers) and (other := self._other_of_two(cue, endorsees)):
            endorsers = other
        return self._product(cue, endorsers, endorsees)

    def _other_of_two(self, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
        """*X was introduced by Y. The senator endorsed him*: of two persons whom the sentence before names, the one
        whom a description means when the other receives the stand."""
        if cue.is_impersonal or cue.unit.is_quoted or len(endorsees) != 1:
            return []
        subjects, unit, references = self._subjects(cue.unit, cue.start), cue.unit, self.context.references
        if len(subjects) != 1 or not subjects[0].is_definite or subjects[0].is_plural or subjects[0].is_possessive:
            return []
        if subjects[0].kind != "description" or unit.sentence.tags[subjects[0].head] != "r":
            return []
        named = self._two_before(unit)
        others = [e for e in named if e is not endorsees[0].entity]
        if len(others) != 1 or not references.suits(subjects[0], unit.sentence, others[0]):
            return []
        return [Side(others[0].name, others[0], subjects[0].start, subjects[0].end)]

    def _closed_alike(self, cue: Cue, place: int) -> list[Side]:
        """*Put X first and Y second*: whom the same verb takes next, with a closing of its own."""
        closing, start = cue.construction.closing, cue.unit.start
        link = self.words.and_joined.search(cue.unit.flat, place, place + 6)
        if closing is None or link is None or cue.unit.flat[place : link.start()].strip(" ,"):
            return []
        found = self._complements(cue, start + link.end(), ENDORSEES)
        is_closed = len(found) == 1 and closing.match(cue.unit.flat, found[0].end - start) is not None
        return found if is_closed else []

    def _is_of_kind(self, side: Side, kinds: tuple[str, ...]) -> bool:
        """Whether words name somebody of a kind, as weak idioms need: *decided on X*."""
        return side.entity is None or side.entity.kind in kinds

    def _spelled_out(self, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
        """*Four rivals have lined up behind Y: A, B, C and D*: the names that end the sentence, of a subject
        that only counts them."""
        unit = cue.unit
        subjects = [] if cue.is_impersonal or not endorsees else self._subjects(unit, cue.start)
        is_inverted = not subjects and self.words.those_who.match(unit.flat) is not None
        is_inverted = is_inverted or (
            not subjects and not cue.is_impersonal and not unit.between(unit.start, cue.start).strip()
        )
        if (
            not endorsees
            or not (is_inverted or subjects)
            or not all((p.is_plural or p.is_group) and self._is_unnamed(p) for p in subjects)
        ):
            return []
        last = max(s.end for s in endorsees) - unit.start
        namely = self.words.namely.match(unit.flat, last)
        if namely is None and self.words.those_who.match(unit.flat):
            namely = self.words.include.match(unit.flat, last)  # *among those who back X are A and B*
        if namely is None:
            return []
        rest = unit.part(unit.start + namely.end())
        chain = self._list(unit, rest.start)
        if not chain or not self._closes(unit, self._end(chain[-1], rest)):
            return []
        return self._sides(chain, rest, cue, ENDORSERS)

    def _told_to_be(self, cue: Cue, endorsees: Sequence[Side]) -> list[Side]:
        """*The only paper to back Y was the Herald*: who the subject, that only describes, is told to be."""
        if cue.is_impersonal or not endorsees:
            return []
        subjects = self._subjects(cue.unit, cue.start)
        is_described = len(subjects) == 1 and subjects[0].kind == "description" and subjects[0].is_definite
        if not is_described and cue.unit.between(cue.unit.start, cue.start).strip():
            return []
        last = max(side.end for side in endorsees) - cue.unit.start
        copula = self.words.is_named.match(cue.unit.flat, last)
        return self._complements(cue, cue.unit.start + copula.end(), ENDORSERS) if copula else []

    def _is_unnamed(self, phrase: NounPhrase) -> bool:
        """Whether words only describe or count those who take a stand."""
        return phrase.kind != "name" or (phrase.entity is not None and phrase.entity.kind == "group")

    def _is_guessed(self, cue: Cue) -> bool:
        """*she'd back her*, *il le soutient*: two pronouns of one person each, which nobody could tell
        apart by rule."""
        subjects = [] if cue.is_impersonal else self._subjects(cue.unit, cue.start)
        if [p.kind for p in subjects] != ["pronoun"] or subjects[0].is_plural:
            return False
        if self._is_one_of_each(cue) or self._is_one_other(cue, subjects[0]):
            return False
        pronoun = self.words.object_pronouns.match(cue.unit.flat, cue.end - cue.unit.start)
        if pronoun is not None:
            return bool(pronoun["pronoun"]) and not self._is_told_apart(subjects[0], pronoun["pronoun"])
        return cue.clitic in self.words.clitics and not self._complements(cue, cue.end, ENDORSEES)

    def _is_told_apart(self, subject: NounPhrase, pronoun: str) -> bool:
        """*The party adopted X. Y said that he couldn't vote for her*: whether two pronouns differ in gender, and the
        post has told a stand about one person of the gender of the second, or about nobody else."""
        gender = self.words.pronoun_genders.get(pronoun, "")
        if not gender or not subject.gender or subject.gender == gender:
            return False
        told = {s.endorsee.entity for s in self._recent() if s.endorsee and s.endorsee.entity}
        if len([e for e in told if e.gender == gender]) == 1:
            return True
        named = {m.entity for m in self._named_before(subject.start) if m.entity.is_person}
        return [e.gender for e in named if e.gender in ("", gender)] == [gender]

    def _is_one_of_each(self, cue: Cue) -> bool:
        """Whether the post has named one man and one woman so far: *he endorsed her* is plain."""
        named = {m.entity for m in self._named_before(cue.start) if m.entity.is_person}
        return sorted(e.gender for e in named) == ["f", "m"]

    def _is_one_other(self, cue: Cue, subject: NounPhrase) -> bool:
        """*X is ahead. Y says he will vote for him*: whether *he* is the subject of the sentence, and the post has
        named one other person of that gender."""
        before = [p for p in cue.unit.sentence.phrases if p.end <= subject.start]
        main = next((p for p in before if not (p.governed or p.embedded)), None)
        if main is None or main.kind != "name" or any(p.kind == "pronoun" for p in before):
            return False
        if main.entity is not self._resolved(subject, cue.unit.sentence):
            return False
        named = {m.entity for m in self._named_before(cue.start) if m.entity.is_person} - {main.entity}
        return len([e for e in named if e.gender in ("", subject.gender)]) == 1

    def _received(self, cue: Cue, endorsers: Sequence[Side]) -> list[Side]:
        """Who is backed: the subject of a passive or of *peut compter sur*, or what the participle stands
        beside."""
        if cue.tense in FINITE and cue.construction.needs == "thanks":
            return [side for side in self._endorsers(cue) if side.entity is None or side.entity.kind in ENDORSEES]
        is_verb = cue.tense in FINITE and cue.construction.needs == "named"  # *réunit derrière elle Y et Z*
        if cue.tense == "noun" or cue.start != cue.head or is_verb:
            if answer := self._answer_before(cue, cue.start):
                return [answer]
            subjects = self._subjects(cue.unit, cue.start) or self._fallback(cue.unit.sentence, cue.start)
            return self._sides(subjects, cue.unit, cue, ENDORSEES)
        if answer := self._answer_before(cue, cue.start):
            return [answer]
        return self._said_of(cue, max(s.end for s in endorsers), ENDORSEES)

    def _same(self, cue: Cue, endorsers: list[Side] | None = None) -> list[Stand]:
        """*Y en a fait autant*: the stand said just before, with another endorser."""
        told = sorted([*self._recent(), *self.untold[-RECENT:]], key=lambda s: s.cue.start)
        found = self._endorsers(cue) if endorsers is None else endorsers
        own = {side.key for side in found}  # *X, qui avait préféré Z, suit le mouvement*
        if cue.construction.needs == "again":  # *X, who backed Z in 2017, has done so again*
            own = set()
        others = (s for s in reversed(told) if not _repeats(s.cue.construction) and s.endorser.key not in own)
        previous = next(others, None)
        if previous is None:
            return []
        if cue.construction.needs == "denied" and (previous.stance != "none" or previous.cue.unit is not cue.unit):
            return []  # *refuse de choisir, pas plus que X*
        if cue.construction.needs == DENIAL:  # *X will vote Z. Y won't.*
            if previous.stance != "support" or previous.endorsee is None:
                return []
            previous = replace(previous, stance="oppose")
        if cue.construction.needs == CONTRARY:  # *X ne votera pas Z. Y, si.*
            if previous.stance != "oppose" or previous.cue.construction.stance != "support":
                return []
            previous = replace(previous, stance="support")
        if cue.construction.needs == "known":  # *the Greens came aboard*, not *passengers*
            found = [side for side in found if side.entity is not None and side.entity.kind != "group"]
        link = self.words.same_for.match(cue.unit.flat, cue.end - cue.unit.start)
        if link is not None and previous.stance == "support":  # *did the same for X*
            named = self._complements(cue, cue.unit.start + link.end(), ENDORSEES)
            if named:
                return self._product(cue, found, named)
        copied = replace(cue, stance=previous.stance)
        endorsees = [s.endorsee for s in told if s.cue is previous.cue]
        return [
            self._stand(copied, endorser, endorsee)
            for endorser in found
            for endorsee in dict.fromkeys(endorsees)
            if endorsee is None or endorsee.key != endorser.key
        ]

    def _returned(self, cue: Cue) -> list[Stand]:
        """*X asked its voters to transfer to Y, and Y returned the compliment*: the stand said just before, with its
        sides changed about."""
        previous = next(iter(reversed(self._recent())), None)
        if previous is None or previous.endorsee is None or previous.stance != "support":
            return []
        found = [s for s in self._endorsers(cue) if s.key == previous.endorsee.key]
        return [self._stand(cue, endorser, previous.endorser) for endorser in found]

    def _as_printed(self, side: Side) -> str:
        """The name of a side; with its article, *The Boston Globe*, where a capital tells that it is part of the name,
        as the house style of some newspapers has it: within a sentence, or at its beginning before a newspaper.
        """
        text, name = self.context.text, side.name
        if side.entity is not None and side.entity.kind == "group" and name[:1].islower() and " " in name:
            article = text[side.start : text.find(name, side.start, side.start + len(name) + _ARTICLE)]
            return article + name if article[:1].isupper() else name  # *The postal workers*: its words as printed
        if side.entity is None or side.entity.kind not in ("outlet", "organization", "group"):
            return name
        if " " not in name and not (side.entity.kind == "outlet" and "-" in name):  # *The Courier-Mail*
            return name
        for article in self.words.own_articles:
            for start in self._places(side) if not name.startswith(article) else ():
                place = start if text.startswith(article, start) else start - len(article)
                if not text.startswith(article, max(0, place)):
                    continue
                if side.entity.kind == "outlet" or self._is_within_sentence(place):
                    return article + name
        return name

    def _places(self, side: Side) -> list[int]:
        """Where a side is named in its entry; *the Chronicle* is named in full before."""
        mentions = self.context.people.between(self.entry.char_start, side.start)
        return [side.start, *(m.start for m in mentions if m.entity is side.entity)]

    def _is_within_sentence(self, place: int) -> bool:
        """Whether a capital is none of a beginning: a small letter or a comma stands before it."""
        before = self.context.text[max(0, place - 3) : place].rstrip()
        return before[-1:].islower() or before[-1:] == ","

    def _row(self, stand: Stand) -> Row:
        cue, liveblog = stand.cue, self.context.liveblog
        start, end = cue.start, cue.end
        is_other_contest = stand.status == "past" and not stand.past_round
        return {
            "contest_id": None if is_other_contest else liveblog.contest_id,
            "round": None if is_other_contest else stand.past_round or liveblog.round,
            "endorser": self._as_printed(stand.endorser),
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

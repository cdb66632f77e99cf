"""Who is meant: descriptions (*le maire de Pau*, *the Tory MP*), pronouns and subjects of verbs, led back to people.

``References`` is built once for each document and is reachable as ``context.references``. It stands on the sentences
of the document (``sentences``), on what these say of people (``known``) and of who has won or lost (``outcomes``): the
document alone, and the genders of given names. When that does not tell, the nearest person who is the subject of a
sentence before, in the same post, is taken if nothing speaks against it; otherwise the answer is None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import islice, pairwise

from minutier.document import Entry
from minutier.extract.folding import fold, phrases
from minutier.extract.known import WORD, agree
from minutier.extract.lexicon import stem
from minutier.extract.outcomes import Outcomes
from minutier.extract.passages import Passages
from minutier.extract.people import Entity, Gender, Mention
from minutier.extract.quotation import Quotation
from minutier.extract.sentences import FAR, LONG
from minutier.extract.syntax import NounPhrase, Sentence, Token, phrase_words, read_sentence
from minutier.languages import language

_LONGEST_HEADLINE = 140

_AFTER_CLAUSE = re.compile(r",[axrgOL]{0,4}\Z")
"""A comma, and perhaps a title, before a name: *Asked whether he would run, union leader Jim Hall laughed*."""
_COORDINATED = re.compile(r",?[cb]D?[ra]{0,2}N[zt]{0,2}[VvAx]")
"""The beginning of another clause: *, et X attend*."""


@cache
def contrast(code: str) -> re.Pattern[str]:
    """What sets somebody against those spoken of before: *quant à lui*, *for her part*."""
    listed = phrases(language(code)["syntax"].get("contrast") or "")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed)) or '(?!)'})(?!\w)")


_A_MOMENT = 3  # sentences, the own one among them, in which *the aide* is whom *an aide* has told of
_FEW_WORDS = 2  # of a description that tells little but a party
_MOST_CANDIDATES = 6  # whom a live blog of a presidential contest names most often
_OF_SOMEBODY = re.compile(r"(?:[Dih]A)?N'")
_TOLD_INSIDE = re.compile(r"b[^,;:.]{2,40},(?P<teller>h)V[^,;:.]{0,5},")
_CONDITION = re.compile(r"(?:^|[:;.])(?P<if>b)[^,;:.]{2,40},(?:D[ax]{0,2})?[Nr]")
_BESIDE = re.compile(r",?[^,:;.VvATGbc]*")
"""Where the name of whoever a description is of may stand right behind it."""


class References(Outcomes):
    """The antecedents of one document's descriptions and pronouns.

    ``description``, ``pronoun``, ``subject_before`` and ``subject_after`` take offsets into the document and the entry
    they stand in. Phrases are returned as ``NounPhrase``: offsets of the words as printed, kind, and the ``entity``
    they lead to, or None.
    """

    def __init__(self, context: Passages) -> None:
        super().__init__(context)
        self._updates = {e.position: e for e in context.entries if e.section != "lead"}
        self._memo: dict[int, NounPhrase | None] = {}
        self._relations = self._stems("relations")
        self._leads, self._leading = self._stems("party_leaders"), self._stems("leading")
        self._state_offices = {
            (kind, fold(str(form))): str(offices).split()
            for kind, forms in (context.language["syntax"].get("state_offices") or {}).items()
            for form, offices in forms.items()
        }
        self._outcomes = frozenset().union(*(self._words.markers[key] for key in ("winner", "loser", "strangers")))

    # ── asking ────────────────────────────────────────────────────────────────────────────────────

    def description(self, start: int, end: int, entry: Entry) -> Entity | None:
        """The person or organisation that ``text[start:end]`` describes: *l'ancien Premier ministre*,
        *the Tory MP*."""
        sentence = self._sentence_of(start, end, entry)
        phrase = next((p for p in sentence.phrases if p.start < end and start < p.end), None)
        return self.resolve(phrase, sentence, entry) if phrase is not None else None

    def _sentence_of(self, start: int, end: int, entry: Entry) -> Sentence:
        sentence = self.sentence(start, entry)
        if any(p.start < end and start < p.end for p in sentence.phrases):
            return sentence
        context = self._context
        return read_sentence(self.text, start, end, context.people, context.quotations(start, end), self._code)

    def pronoun(self, offset: int, entry: Entry, gender: Gender = "") -> Entity | None:
        """The person whom *il*, *elle*, *he*, *she*, *ce dernier*… at an offset stands for.

        The subject of what precedes in the same post, else another person named there, else the last
        subject of
        the post before when this one names nobody. None also when that is somebody the post does not name.
        """
        found = self.antecedent(offset, entry, gender)
        return found.entity if found is not None else None

    def antecedent(
        self, offset: int, entry: Entry, gender: Gender = "", skip: Sentence | None = None
    ) -> NounPhrase | None:
        """The phrase that a pronoun at an offset stands for: a name, or the words for somebody who is
        not named.

        ``skip``: a sentence whose own subject cannot be meant (*Clegg will be “a loss”, he says*).
        """

        def fits(phrase: NounPhrase) -> bool:
            known = phrase.gender or (phrase.entity.gender if phrase.entity is not None else "")
            if phrase.governed and gender and known != gender:
                return False
            return agree(known, gender)

        if (saying := _who_says_so(self.sentence(offset, entry), offset)) is not None and fits(saying):
            return saying
        if skip is None and (teller := _teller_inside(own := self.sentence(offset, entry))) and teller.start == offset:
            skip = own
        found = self._antecedent(offset, entry, fits, skip=skip, wanted=gender)
        if found is not None and found.entity is None and found.kind == "description":
            found = self._named_behind_colon(found, offset, entry, fits) or found
        return found if found is not None or not gender else self._only_other(offset, entry, gender)

    def _named_behind_colon(
        self, phrase: NounPhrase, offset: int, entry: Entry, fits: Callable[[NounPhrase], bool]
    ) -> NounPhrase | None:
        """*Le Premier ministre peut sourire : X est élu*, *un seul candidat a tenu bon : dans l'Eure, X est élu*: the
        person whom the words behind a colon are about."""
        sentence = self.sentence(phrase.start, entry)
        colon = sentence.tags.find(":", phrase.last)
        if colon < 0 or phrase.end > sentence.end:
            return None
        after = [p for p in sentence.phrases if p.first > colon and p.end <= offset]
        named = next((p for p in after if not (p.governed or p.embedded)), None)
        is_person = named is not None and named.entity is not None and named.entity.is_person
        return named if named is not None and is_person and not named.is_plural and fits(named) else None

    def _only_other(self, offset: int, entry: Entry, gender: Gender) -> NounPhrase | None:
        """The one person named so far in a post who may be of a gender, however he is named."""
        named = {
            id(m.entity): m
            for m in self._context.people.between(max(entry.char_start, offset - LONG), offset)
            if m.entity.kind == "person" and agree(m.entity.gender, gender)
        }
        if len(named) != 1:
            return None
        mention = next(iter(named.values()))
        if self._context.quotation_at(mention.start) is not None:
            return None
        return NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)

    def subject_before(self, offset: int, entry: Entry) -> NounPhrase | None:
        """The subject, looking back in the same sentence, of the verb at an offset; its entity resolved."""
        sentence = self.sentence(offset, entry)
        return self.resolved(sentence.subject_before(sentence.index(offset)), sentence, entry)

    def subject_after(self, offset: int, entry: Entry) -> NounPhrase | None:
        """The subject that follows the verb which ends at an offset (*a déclaré X*, *said X*); its
        entity resolved."""
        sentence = self.sentence(max(offset - 1, entry.char_start), entry)
        return self.resolved(sentence.subject_after(sentence.index(offset)), sentence, entry)

    def phrases(self, start: int, end: int, entry: Entry) -> list[NounPhrase]:
        """The noun phrases that begin inside ``text[start:end]``, entities resolved, in order."""
        return [
            self.resolved(phrase, sentence, entry) or phrase
            for sentence in self.sentences_read(start, end, entry)
            for phrase in sentence.phrases
            if start <= phrase.start < end
        ]

    def descriptions(self, start: int, end: int, entry: Entry) -> Iterator[tuple[NounPhrase, Sentence]]:
        """The definite descriptions of one person each that begin inside ``text[start:end]``, with their sentences;
        ``resolve`` tells whom they lead to.
        """
        for sentence in self.sentences_read(start, end, entry):
            for phrase in sentence.phrases:
                if (
                    phrase.kind == "description"
                    and phrase.is_definite
                    and not (phrase.is_plural or phrase.is_group)
                    and start <= phrase.start < end
                ):
                    yield phrase, sentence

    def resolved(self, phrase: NounPhrase | None, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """The phrase with its entity looked for, when it is not a name."""
        if phrase is None or phrase.entity is not None or phrase.kind == "impersonal":
            return phrase
        entity = self.resolve(phrase, sentence, entry)
        return replace(phrase, entity=entity) if entity is not None else phrase

    def resolve(
        self, phrase: NounPhrase, sentence: Sentence, entry: Entry, speaker: Entity | None = None
    ) -> Entity | None:
        """The entity of a noun phrase: its name, or what its description or pronoun leads to; None when
        unknown.

        ``speaker``: who spoke last in the post; meant by a description that could be anybody's, if it
        fits him.
        """
        if phrase.entity is not None:
            return phrase.entity
        if speaker is not None and phrase.kind == "description" and not phrase.is_indefinite and not phrase.is_group:
            said = self._said(sentence, phrase.first, phrase.last)
            phrase = replace(phrase, gender=phrase.gender or self._gender_after(phrase, sentence))
            specific = len(said) > 1 or any(w[0] in "=@+" for w in said)
            if self._comes_in(phrase, sentence):  # « … », a poursuivi le nouveau maire
                known = self._newly_elected(said, phrase, sentence, entry)
            else:
                known = self._by_role(said, phrase, sentence, entry, exactly=not specific)
                known = known or self._holder("full", phrase, sentence) or self._described_in_post(said, phrase, entry)
            head = stem(sentence.tokens[phrase.head].word, self._words)
            if (
                known is None
                and sentence.tags[phrase.head] == "r"
                and not said & self._relations
                and not self.is_of_somebody(phrase, sentence)
                and sentence.tokens[phrase.head].word not in self._outcomes
                and not self._names_loser(phrase, sentence)
                and self._suits(said, head, speaker, phrase)
            ):
                return speaker
        found = self.meant(phrase, sentence, entry)
        return found.entity if found is not None else None

    def meant(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """The phrase that a noun phrase stands for, itself when it names or stands for somebody by itself."""
        if phrase.entity is not None or phrase.is_indefinite or phrase.kind == "impersonal":
            return phrase
        if phrase.start not in self._memo:
            self._memo[phrase.start] = None  # while it is looked for
            self._memo[phrase.start] = self._meant(phrase, sentence, entry)
        return self._memo[phrase.start]

    def _meant(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        if phrase.kind == "pronoun" and sentence.tokens[phrase.head].word not in self._words.latter:
            return None if phrase.is_plural else self.antecedent(phrase.start, entry, phrase.gender)
        if phrase.is_group:
            entity = self._body(phrase, sentence, entry)
            return replace(phrase, entity=entity) if entity is not None else phrase
        if (first := self._of_two(phrase, sentence, entry)) is not None:
            return replace(phrase, entity=first)
        if sentence.tokens[phrase.head].word in self._words.latter:
            latter = self._latter(phrase, sentence, entry)
            return replace(phrase, entity=latter)
        if (told := self._told_as_anybody(phrase, sentence, entry)) is not None:
            return told
        if (identified := _identified(phrase, sentence)) is not None:
            return replace(phrase, entity=identified)
        said = self._said(sentence, phrase.first, phrase.last)
        gender = phrase.gender or self._gender_after(phrase, sentence)
        gendered = phrase if gender == phrase.gender else replace(phrase, gender=gender)
        entity = self._described(said, gendered, sentence, entry)
        if entity is not None and self._is_kin(phrase, sentence) and not self._shares_surname(entity, phrase, entry):
            return phrase  # *Her grandson* is nobody of whom the document tells
        if entity is not None and any(word[0] == "=" for word in said) and said not in self._known[id(entity)]:
            self._known[id(entity)].append(said)  # *la candidate LR*: from now on no other party's
        return replace(phrase, entity=entity) if entity is not None else phrase

    def _told_as_anybody(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """*An aide said …, the aide added*: somebody without a name, told by the same noun a moment before."""
        if not phrase.is_definite or phrase.is_plural or phrase.is_possessive or phrase.head != phrase.first + 1:
            return None
        noun = sentence.tokens[phrase.head].word
        if phrase.last != phrase.head or sentence.tags[phrase.head] != "r" or noun in self._words.offices:
            return None
        for read in islice(self.before(phrase.start, entry), _A_MOMENT):
            ends = {p.last for p in read.phrases if p.entity is not None and p.kind == "name"}
            for told in read.phrases:
                is_beside = read.tags[told.first - 1 : told.first] == "," and told.first - 2 in ends
                if is_beside and not read.is_verb(told.last + 1):
                    continue  # “Ann Hall, an aide, …”
                is_before = told.end <= phrase.start and told.is_indefinite
                if is_before and told.entity is None and read.tokens[told.head].word == noun:
                    return told
        return None

    def _body(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The party, union or newspaper that *le parti*, *the union*, *le quotidien* alone means: the last of the kind
        that the post names before as a subject."""
        if phrase.kind != "description" or not phrase.is_definite or phrase.is_plural or phrase.first == phrase.last:
            return None
        markers, noun = self._words.markers, sentence.tokens[phrase.head].word
        kinds = [k for k in ("party", "organization", "outlet") if noun in markers[f"{k}_nouns"]]
        if noun in markers["any_body"] and phrase.head > phrase.first + 1:
            return self._only_body(kinds, phrase, entry)  # the employers' body
        if not kinds or phrase.last != phrase.head or phrase.head != phrase.first + 1:
            return None
        for read in self.before(phrase.start, entry):
            named = [p for p in read.phrases if p.end <= phrase.start and p.entity is not None and p.is_group]
            own = [p for p in named if not (p.governed or p.embedded)]
            found = [p for p in own if read.is_verb(p.last + 1) or read.tags[p.last + 1 : p.last + 2] == ","]
            if found:
                body = found[0].entity
                return body if body is not None and body.kind in kinds else None
        is_owner = kinds == ["party"] and sentence.tags[phrase.last + 1 : phrase.last + 2] == "'"
        return self._only_body(kinds, phrase, entry) if is_owner else None  # the party's first reaction

    def _only_body(self, kinds: list[str], phrase: NounPhrase, entry: Entry) -> Entity | None:
        """The only body of some kinds that the post names before a phrase, however it does."""
        named = {m.entity.name: m.entity for m in self._context.people.between(entry.char_start, phrase.start)}
        bodies = [entity for entity in named.values() if entity.kind in kinds]
        return bodies[0] if len(bodies) == 1 else None

    def _described(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """What the document says of people first, unless the description could be anybody's: *le sortant*, *l'ancien
        ministre*, in elections of many places *le socialiste*.
        """
        is_local = not self._context.is_one_contest and len(said) == 1 and next(iter(said))[0] == "="
        is_anybody = is_local or self._is_former(sentence, phrase.first, phrase.last)
        specific = not is_anybody and (len(said) > 1 or any(w[0] in "=@+" for w in said))
        if self._is_held_abroad(phrase, sentence):
            return self._holder("full", phrase, sentence)
        return (
            self._holder("full", phrase, sentence)
            or (self._holder("presidential", phrase, sentence) if self._context.is_presidential else None)
            or self._former_holder(said, phrase, sentence)
            or self._of_party_here(said, phrase, entry)
            or self._newly_elected(said, phrase, sentence, entry)
            or (self._by_role(said, phrase, sentence, entry) if specific else None)
            or self._leader(said, phrase, sentence)
            or self._leader_in_brackets(said, phrase, sentence)
            or self._by_place(said, phrase, sentence, entry)
            or self._by_role(said, phrase, sentence, entry, exactly=True)
            or self._announced_as(said, phrase, sentence, entry)
            or self._by_role(said, phrase, sentence, entry)
            or (self._who_led(said, phrase, self._context.people.most_named(_MOST_CANDIDATES)) if specific else None)
            or self._only_outgoing(phrase, sentence)
            or self._by_party(said, phrase, sentence, entry)
            or self._by_part(said, phrase, sentence, entry)
            or self._by_area(said, phrase)
            or self._only_runner(phrase, sentence, entry)
            or self._winner_of_all(phrase, sentence)
            or self._holder("bare", phrase, sentence)
        )

    def _holder(self, kind: str, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*The prime minister*: who held the office on the day, if the document names him and calls nobody else so."""
        if not (phrase.is_definite or phrase.is_possessive) or phrase.is_plural or phrase.last == phrase.first:
            return None
        offices = self._offices_printed(kind, phrase, sentence)
        if phrase.is_possessive and offices != ["prime_minister"]:
            return None  # *his prime minister* is the prime minister
        named = {
            id(entity): entity
            for office in offices
            for name in self._context.holders_of(office)
            if (entity := self._named_in_full_or_not(name)) is not None and entity.is_person
        }
        if len(named) != 1:
            return None
        holder = next(iter(named.values()))
        if kind == "presidential":
            return holder if agree(holder.gender, phrase.gender) else None  # of another office, nobody is meant
        is_told = self._is_told_of_another(holder, self._said(sentence, phrase.first, phrase.last), exactly=True)
        return holder if not is_told and agree(holder.gender, phrase.gender) else None

    def by_register(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """Whom the registers of offices alone give a description, held or held once: *la maire de Lille*."""
        said = self._said(sentence, phrase.first, phrase.last)
        return self._holder("full", phrase, sentence) or self._former_holder(said, phrase, sentence)

    def _former_holder(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*L'ancien président*: the one person whom the document names that had held the office before the night."""
        if not phrase.is_definite or phrase.is_possessive or phrase.is_plural or phrase.last < phrase.first + 2:
            return None
        if sentence.tokens[phrase.first + 1].word not in self._words.markers["formerly"]:
            return None
        kinds = ("full", "former", "bare") if self._context.is_one_contest else ("full", "former")
        offices = [
            o for kind in kinds for o in self._offices_printed(kind, replace(phrase, first=phrase.first + 1), sentence)
        ]
        named = {
            id(entity): entity
            for office in offices
            for name in self._context.former_holders_of(office)
            if (entity := self._named_in_full_or_not(name)) is not None and entity.is_person
        }
        if len(named) != 1:
            return None
        (holder,) = named.values()
        is_told = self._is_told_of_another(holder, said, exactly=True)
        return holder if not is_told and agree(holder.gender, phrase.gender) else None

    def _offices_printed(self, kind: str, phrase: NounPhrase, sentence: Sentence) -> list[str]:
        """The offices that the words behind the determiner of a description stand for."""
        tokens = sentence.tokens
        printed = fold(self.text[tokens[phrase.first + 1].start : tokens[phrase.last].end]).replace("’", "'")
        return self._state_offices.get((kind, printed), [])

    def _is_held_abroad(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description means an office that only another country has: *the Taoiseach*, on a French night."""
        if not phrase.is_definite or phrase.last == phrase.first:
            return False
        offices = self._offices_printed("full", phrase, sentence)
        return bool(offices) and all(self._context.is_foreign(office) for office in offices)

    @cached_property
    def _parties_led(self) -> Mapping[str, Entity]:
        """The forms of ``leaders`` that stand for a party of the document."""
        return self._context.people.parties_named(self._context.leaders)

    def _is_told_of_another(self, holder: Entity, said: frozenset[str], *, exactly: bool) -> bool:
        """Whether the document says as much, or more, of somebody else, and not as of one who was it."""
        roles = self._learn_all()
        told = {(id(e), known) for word in said for e, known in roles.get(word, ()) if e is not holder}
        others = {(e, known) for e, known in told if known == said or (said < known and not exactly)}
        return not self._present.isdisjoint(others)

    def _leader(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*The Labour leader*: who led the party on the day, if the document names him."""
        parties = frozenset(word for word in said if word[0] == "=")
        words = said - parties
        stands = self._context.is_presidential and sentence.tokens[phrase.head].word in self._words.markers["runs"]
        leads = words & self._leads and not words - self._leads - self._leading
        if len(parties) != 1 or not (leads or (stands and len(words) == 1)):
            return None
        if phrase.is_plural or phrase.is_possessive or self._is_former(sentence, phrase.first, phrase.last):
            return None
        behind = sentence.tags[phrase.head + 1 : phrase.last + 1]
        if behind and "f" not in behind and not stands:
            return None  # *le président socialiste* may be of a region
        tokens = phrase_words(sentence, phrase.first, phrase.last)
        printed = {self.text[token.start : token.end] for token in tokens}  # a branch, before the whole party
        (party,) = parties
        leader = self._leader_of(party, printed)
        if leader is None or self._is_told_of_another(leader, said, exactly=False):
            return None
        if stands and not self._is_candidate_of(party, leader):
            return None
        return leader if agree(leader.gender, phrase.gender) else None

    def _leader_in_brackets(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*Le patron de FO*, where the document has *X (FO)*: the one person whose body stands in brackets behind his
        name."""
        words = {word for word in said if word[0] not in "=@+"}
        if not words or not words & self._leads or words - self._leads - self._leading or phrase.is_plural:
            return None
        if self._is_former(sentence, phrase.first, phrase.last) or not phrase.is_definite or phrase.is_possessive:
            return None
        bodies = [
            token.item.entity
            for token in sentence.tokens[phrase.head + 1 : phrase.last + 1]
            if isinstance(token.item, Mention) and token.item.entity.kind == "organization"
        ]
        if len(bodies) != 1:
            return None
        of_it = {entity.name: entity for entity, body in self._in_brackets if body is bodies[0]}
        (only,) = of_it.values() if len(of_it) == 1 else (None,)
        return only if only is not None and agree(only.gender, phrase.gender) else None

    @cached_property
    def _in_brackets(self) -> Sequence[tuple[Entity, Entity]]:
        """The people and the bodies that stand in brackets behind their names: *Ann Small (CFDT)*."""
        return [
            (named.entity, body.entity)
            for named, body in pairwise(self._context.people.mentions)
            if named.entity.is_person
            and body.entity.kind == "organization"
            and self.text[named.end : body.start] in (" (", "\u00a0(")
            and self.text[body.end : body.end + 1] == ")"
        ]

    def _leader_of(self, party: str, printed: set[str]) -> Entity | None:
        """Who led a party on the day, or the branch of it that is printed, if the document names him."""
        forms = [form for form, entity in self._parties_led.items() if "=" + fold(entity.name) == party]
        form = next((form for form in forms if form in printed), forms[0] if forms else "")
        name = self._context.leaders.get(form)
        leader = self._named_in_full_or_not(name) if name is not None else None
        return leader if leader is not None and leader.is_person else None

    def who_led(self, phrase: NounPhrase, sentence: Sentence, people: Sequence[Entity]) -> Entity | None:
        """*Le socialiste*: the only one of several people who has led the party that a description names."""
        return self._who_led(self.said(phrase, sentence), phrase, people)

    def _who_led(self, said: frozenset[str], phrase: NounPhrase, people: Sequence[Entity]) -> Entity | None:
        if len(said) != 1 or phrase.is_possessive or phrase.is_plural:
            return None

        def led(entity: Entity) -> set[str]:
            parties = self._context.people.parties_named(self._context.parties_led.get(entity.name, ()))
            return {"=" + fold(party.name) for party in parties.values()}

        fitting = [e for e in people if said <= led(e) and agree(e.gender, phrase.gender)]
        return fitting[0] if len(fitting) == 1 else None

    def _is_candidate_of(self, party: str, leader: Entity) -> bool:
        """Whether the leader of a party is one of those named most, and nobody else of them is told to be of it: *le
        candidat du PS* is whom his party sent, often another.
        """
        chief = self._context.people.most_named(_MOST_CANDIDATES)
        return leader in chief and not any(e in chief and e is not leader for e in self._members(party, ""))

    def _named_in_full_or_not(self, name: str) -> Entity | None:
        """Who has a full name, or the surname alone where the document gives nobody's given name with it."""
        people, surname = self._context.people, name.rpartition(" ")[2]
        alone = people.named(surname)
        return people.named(name) or (alone if alone is not None and fold(alone.name) == fold(surname) else None)

    def _of_party_here(self, said: frozenset[str], phrase: NounPhrase, entry: Entry) -> Entity | None:
        """*L'élu communiste*, *the Labour man*: where each place has its own, the one of the party whom the post names
        before.
        """
        parties = [word for word in said if word[0] == "="]
        if self._context.is_one_contest or len(parties) != 1 or len(said) > _FEW_WORDS:
            return None
        if any(word[0] in "@+" for word in said) or phrase.is_possessive:
            return None
        return self._only_named(self._members(parties[0], phrase.gender), entry.char_start, phrase.start)

    def _members(self, party: str, gender: Gender) -> list[Entity]:
        """Those of whom the document says that they are of a party, if they may be of a gender."""
        return [*{id(e): e for e, _ in self._learn_all().get(party, ()) if agree(e.gender, gender)}.values()]

    def _only_named(self, people: list[Entity], start: int, end: int) -> Entity | None:
        """The only one of several people whom ``text[start:end]`` names."""
        named = [e for e in people if self._context.people.is_named(e, start, end)]
        return named[0] if len(named) == 1 else None

    def _only_runner(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Le candidat*, when one person only is named so far in the post, however he is."""
        if sentence.tokens[phrase.head].word not in self._words.markers["runs"] or phrase.last != phrase.head:
            return None
        if phrase.head != phrase.first + 1 or phrase.is_possessive:
            return None
        found = self._only_other(phrase.start, entry, phrase.gender)
        return found.entity if found is not None else None

    def suits(self, phrase: NounPhrase, sentence: Sentence, entity: Entity) -> bool:
        """Whether nothing the document says of a person goes against a description, and it is of no relation."""
        self._learn_all()
        said = self._said(sentence, phrase.first, phrase.last)
        gendered = replace(phrase, gender=phrase.gender or self._gender_after(phrase, sentence))
        head = stem(sentence.tokens[phrase.head].word, self._words)
        owned = said & self._relations and (phrase.is_possessive or not any(w[0] in "=+@" for w in said))
        return not owned and self._suits(said, head, entity, gendered)

    def _suits(self, said: frozenset[str], head: str, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether nothing known of a person goes against a description."""
        return agree(entity.gender, phrase.gender) and not any(
            _conflict(said, known, head) for known in self._known.get(id(entity), ())
        )

    def _of_two(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Le premier … la seconde*, *the former … the latter*: of the two people whom the sentence before names."""
        markers = self._words.markers
        word = sentence.tokens[phrase.head].word
        place = next((i for i, key in enumerate(("first_of_two", "second_of_two")) if word in markers[key]), None)
        if place is None or phrase.last != phrase.head or phrase.head != phrase.first + 1 or not phrase.is_definite:
            return None
        if self._is_kept(phrase, sentence):
            return None
        before = self.sentence_before(sentence.start, entry)
        named = [p.entity for p in before.phrases if p.entity is not None and p.entity.is_person] if before else []
        two = list(dict.fromkeys(named))
        if len(two) != 2 or not agree(two[place].gender, phrase.gender):
            return None
        return two[place]

    @staticmethod
    def _is_kept(phrase: NounPhrase, sentence: Sentence) -> bool:
        """*X garde la première*: whether an ordinal is what somebody named in the sentence keeps, and no person."""
        named = any(p.kind == "name" and p.last < phrase.first for p in sentence.phrases)
        return named and bool(phrase.first) and sentence.tags[phrase.first - 1] == "v"

    def _latter(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Ce dernier*: the last person named before it."""
        for read in self.before(phrase.start, entry):
            for mention in reversed(self._context.people.between(read.start, phrase.start)):
                entity = mention.entity
                narrated = self._context.quotation_at(mention.start) is None
                fits = narrated and entity.is_person and agree(entity.gender, phrase.gender)
                if fits and not self._is_of_many(mention):
                    return entity
        return None

    def _is_of_many(self, mention: Mention) -> bool:
        """Whether an article in the plural stands before a single name: *l'affaire des Mutuelles*."""
        before = self._context.text[max(0, mention.start - 5) : mention.start].split()
        return " " not in mention.entity.name and bool(before) and before[-1].lower() in self._words.plural

    def _gender_after(self, phrase: NounPhrase, sentence: Sentence) -> Gender:
        """The gender that a possessive or pronoun soon after a description gives away: *the prime
        minister, for her part*."""
        known = self._words.genders_after
        tokens, tags = sentence.tokens, sentence.tags
        for at in range(phrase.last + 1, min(phrase.last + 6, len(tokens))) if known else ():
            if tags[at] == "Q" or tokens[at].word in known:
                is_object = tags[at - 1] in "VvT" and tags[at + 1 : at + 2] in ("", ".", ",", "p", "Q")
                return "" if is_object else known.get(tokens[at].word, "")  # the mayor told her
        return ""

    # ── resolving ─────────────────────────────────────────────────────────────────────────────────

    def _by_role(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry, exactly: bool = False
    ) -> Entity | None:
        """The person of whom the document says as much; the nearest one when it says so of several."""
        roles = self._learn_all()
        if not said or said & self._relations:
            return None
        rarest = min(said, key=lambda w: len(roles.get(w, ())))
        is_former = self._is_former(sentence, phrase.first, phrase.last)
        head = stem(sentence.tokens[phrase.head].word, self._words)
        fitting = {
            id(entity): entity
            for entity, known in roles.get(rarest, ())
            if (said == known if exactly else said <= known and not (known - said) & self._words.markers["second"])
            and head not in self._of_others.get((id(entity), known), ())
            and is_former != ((id(entity), known) in self._present)
            and agree(entity.gender, phrase.gender)
        }
        if len(fitting) <= 1:
            return next(iter(fitting.values()), None)
        found = self._antecedent(
            phrase.start, entry, lambda p: p.entity is not None and id(p.entity) in fitting, strict=False
        )
        return found.entity if found is not None else None

    def _by_party(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*La candidate du PS*, where *X (PS)* is all that is known: the only one of the party whom the post has named,
        or the document so far where the contest is the same everywhere.
        """
        runs = sentence.tokens[phrase.head].word in self._words.markers["runs"]
        parties = [word for word in said if word[0] == "="]
        if not runs or len(parties) != 1 or len(said) > 2 or phrase.is_plural or phrase.is_possessive:
            return None
        members = self._members(parties[0], phrase.gender)
        here = self._only_named(members, entry.char_start, phrase.start)
        is_only = self._context.is_one_contest and len(members) == 1
        return here or (self._only_named(members, 0, phrase.start) if is_only else None)

    def _by_part(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The one person of whom the document says a part of what the description says, the office
        included."""
        roles = self._learn_all()
        head = stem(sentence.tokens[phrase.head].word, self._words)
        if said & self._relations:
            return None
        is_former = self._is_former(sentence, phrase.first, phrase.last)
        fitting = {
            id(entity): entity
            for entity, known in roles.get(head, ())
            if known <= said
            and len(known) > 1
            and agree(entity.gender, phrase.gender)
            and is_former != ((id(entity), known) in self._present)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _by_area(self, said: frozenset[str], phrase: NounPhrase) -> Entity | None:
        """The one person whom the document sets in the place that a description names: *la maire de
        Lille*."""
        fitting = {
            key: entity
            for word in said
            if word[0] == "@"
            for key, entity in self._areas.get(word[1:], {}).items()
            if agree(entity.gender, phrase.gender)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _is_staff(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of somebody's staff: *son directeur de campagne*, *Hall's agent*."""
        return self._is_owned(phrase, sentence, "staff")

    def is_of_somebody(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of somebody's staff or family."""
        return self._is_staff(phrase, sentence) or self._is_kin(phrase, sentence)

    def _is_kin(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description tells somebody by his family, whose it is being said: *sa petite-fille*."""
        return self._is_owned(phrase, sentence, "kin")

    def _is_owned(self, phrase: NounPhrase, sentence: Sentence, marker: str) -> bool:
        """Whether a noun of a class stands behind a possessive or the name of whose it is."""
        has_owner = phrase.is_possessive or "'" in sentence.tags[phrase.first : phrase.head]
        return has_owner and sentence.tokens[phrase.head].word in self._words.markers[marker]

    def _shares_surname(self, entity: Entity, phrase: NounPhrase, entry: Entry) -> bool:
        """Whether somebody else of a person's surname is named before in the post, or he is named in the phrase."""
        surname = entity.name.rpartition(" ")[2]
        named = self._context.people.between(entry.char_start, phrase.end)
        return any(
            (m.entity is entity and m.start >= phrase.start)
            or (m.entity is not entity and m.entity.is_person and m.entity.name.rpartition(" ")[2] == surname)
            for m in named
        )

    def _comes_in(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description tells of an office that somebody has just won: *le nouveau maire*."""
        incoming = self._words.markers["incoming"]
        return any(token.word in incoming for token in sentence.tokens[phrase.first : phrase.head])

    def _newly_elected(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry
    ) -> Entity | None:
        """*La nouvelle députée de l'Orne*, *the new mayor*: who is told in the sentences right before to have won."""
        if not self._comes_in(phrase, sentence) or sentence.tags[phrase.head] not in "ra":
            return None
        before, behind = self.sentence_before(sentence.start, entry), self._words.markers["trailing"]
        is_no_winner = before is not None and (
            not {"#", "N"} <= set(before.tags) or any(token.word in behind for token in before.tokens)
        )
        fits = self._fitting(said, phrase, sentence, entry)
        near = self._winner_at(phrase, sentence, entry, fits)
        near = near or self._winner(phrase, entry, fits, far=2 + is_no_winner)
        return near or self._only_winner(phrase, sentence, entry, fits)

    def _by_place(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The person spoken of, when nothing known of him goes against the description."""
        if sentence.tags[phrase.head] not in "ra":
            return None
        fits = self._fitting(said, phrase, sentence, entry)
        related = self._is_related(said, phrase, sentence)
        noun = sentence.tokens[phrase.head].word
        markers = self._words.markers
        is_round = noun in markers["first_of_two"] or noun in markers["second_of_two"]
        if is_round and self._is_kept(phrase, sentence):
            return None
        if (
            self._is_staff(phrase, sentence)
            or noun in markers["strangers"]
            or noun in markers["officials"]
            or (is_round and sentence.tokens[phrase.first].word in self._words.contracted)
        ):
            return None  # *l'emporte au second*: the second round
        if noun in markers["boss"] and (boss := _whose_staff(phrase, sentence)) is not None:
            return boss
        if self.names_winner(phrase, sentence):
            won = self._winner(phrase, entry, fits) or self._by_figures(phrase, entry, fits, lowest=False)
            if won is not None:
                return won
        if self._is_outgoing(phrase, sentence):
            has_lost = self._names_loser(phrase, sentence)
            again = None if has_lost else self._reelected(phrase, entry, fits)
            held = again or self._outgoing_here(phrase, entry) or self._beaten(phrase, entry, fits)
            if held is not None:
                return held
        if noun in markers["loser"]:
            lost = self._beaten(phrase, entry, fits) or self._by_figures(phrase, entry, fits, lowest=True)
            if lost is not None:
                return lost
        if self._concedes(phrase, sentence) and (beaten := self._beaten(phrase, entry, fits)) is not None:
            return beaten
        if self._names_loser(phrase, sentence) or self._meets_winner(phrase, sentence):
            won = self._winner(phrase, entry, lambda p: True)
            suits = fits
            fits = lambda p: suits(p) and p.entity is not won  # noqa: E731
        clause = max(sentence.tags.rfind(mark, 0, phrase.first) for mark in ":;")
        named = {  # in the same clause, where he would not be described anew
            id(p.entity)
            for p in sentence.phrases
            if p.entity is not None
            and clause < p.first < phrase.first
            and (
                sentence.tags[p.first - 1 : p.first] not in ("(", "")
                or sentence.tags[p.last + 1] == "Q"  # “X « ne sait rien », dit le sénateur”
                or (p.last + 3 == phrase.first and sentence.is_verb(p.last + 2))  # “X, said the senator, is …”
            )
            and not p.embedded
            and not (p.first > 1 and sentence.tokens[p.first - 2].word in markers["topic"])  # as for X, the mayor …
        }
        named |= {  # *The prime minister “should go”, the shadow home secretary says*
            id(held)
            for p in sentence.phrases
            if p.kind == "description"
            and clause < p.first < phrase.first
            and p.is_definite
            and not p.governed
            and sentence.tags[p.last + 1] in "QA"
            if (held := self._holder("full", p, sentence)) is not None
        }
        named |= {  # *the governor leads X*
            id(p.entity)
            for p in sentence.phrases
            if p.entity is not None and p.first == phrase.last + 2 and sentence.is_verb(phrase.last + 1)
        }
        if clause >= 0 and sentence.tags[clause] == ":" and (topic := self._before_colon(clause, sentence, fits)):
            return topic
        if noun in self._words.offices and not phrase.is_possessive and not any(w[0] in "=+@" for w in said):
            headlined = self._headlined(phrase, entry, fits)
            if headlined is not None:
                return headlined
        described = self._described_in_post(said, phrase, entry)
        if described is not None and not phrase.is_possessive and not related:
            return described
        is_bare = phrase.head == phrase.first + 1 and phrase.last == phrase.head
        if noun in self._contested and is_bare and (held := self._outgoing_here(phrase, entry)) is not None:
            return held  # “le sortant X … voter pour le maire”
        others = self._contrasted(phrase, sentence, entry)
        found = self._antecedent(
            phrase.start,
            entry,
            lambda p: fits(p) and (related or id(p.entity) not in named) and p.entity not in others,
            continued=False,
            is_won=not (self._names_loser(phrase, sentence) or self._concedes(phrase, sentence)),
        )
        return found.entity if found is not None else None

    def _described_in_post(self, said: frozenset[str], phrase: NounPhrase, entry: Entry) -> Entity | None:
        """The one person whom the post names before a bare description that the document gives him: *le maire*."""
        if len(said) != 1 or phrase.head != phrase.first + 1 or phrase.last != phrase.head:
            return None
        self._learn_all()
        named = {
            id(m.entity): m.entity
            for m in self._context.people.between(max(entry.char_start, phrase.start - LONG), phrase.start)
            if m.entity.kind == "person" and agree(m.entity.gender, phrase.gender)
        }
        formerly = self._words.markers["formerly"]
        fitting = [
            entity
            for key, entity in named.items()
            if any(said <= known for known in self._known.get(key, ()))
            and not any(formerly.intersection(WORD.findall(role.lower())) for role in entity.roles)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _contrasted(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> list[Entity]:
        """Who spoke or acted just before, when a description is set against him: *Le maire, quant à lui, …*."""
        if contrast(self._code).search(self.text, phrase.end, min(sentence.end, phrase.end + 40)) is None:
            return []
        before = self.sentence_before(sentence.start, entry)
        if before is None:
            return []
        subject = before.subject_before(len(before.tags))
        signer = next((s for t in before.tokens if (s := self._signer(t, phrase.start)) is not None), None)
        return [p.entity for p in (subject, signer) if p is not None and p.entity is not None]

    def _before_colon(self, colon: int, sentence: Sentence, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """*A, oui ; B, non : le sénateur hésite*: the one person whom the clause before a colon is about."""
        tags = sentence.tags
        start = max(tags.rfind(mark, 0, colon) for mark in ":;")
        named = [p for p in sentence.phrases if start < p.first < colon and not p.embedded]
        people = {id(p.entity): p for p in named if p.entity is not None and p.entity.kind == "person"}
        if len(people) > 1:
            people = {key: p for key, p in people.items() if not p.governed}
        if tags[colon] != ":" or len(people) != 1:
            return None
        found = next(iter(people.values()))
        is_last = found.last + 1 == colon  # *Elle compte sur X : le maire est pour elle*
        if found.governed and not is_last and any(p.first < found.first and _is_subject(p, sentence) for p in named):
            return None  # *Le maire est pour X : …, dit le maire*
        return found.entity if fits(found) else None

    def _headlined(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """The one person whom the headline of a post names, when a description further down may mean him."""
        headline = headline_of(entry, self.text)
        if headline is None or phrase.start < headline[1] or self._context.is_boilerplate(*headline):
            return None
        named = {id(m.entity): m for m in self._context.people.between(*headline) if m.entity.is_person}
        if len(named) != 1:
            return None
        mention = next(iter(named.values()))
        if mention.entity.kind != "person" or self._context.quotation_at(mention.start) is not None:
            return None
        candidate = NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)
        return mention.entity if fits(candidate) else None

    def _is_related(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description tells somebody by his relation to another: *son rival*, *her spokeswoman*; but not a
        body's *son président*."""
        possessive = sentence.tokens[phrase.first].word in self._words.markers["his"]
        return bool(said & self._relations) or (possessive and "O" not in sentence.tags[: phrase.first])

    def _announced_as(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry
    ) -> Entity | None:
        """The person named soon after a description that nothing before explains; behind a preposition nothing is
        announced.
        """
        if sentence.tags[phrase.head] not in "ra" or phrase.governed or self._belongs_to_somebody(phrase):
            return None
        if sentence.tags[phrase.last + 1 : phrase.last + 3] == "fb":
            return None  # le porte-parole du PS d'alors
        fits = self._fitting(said, phrase, sentence, entry)
        if phrase.is_possessive and self._is_staff(phrase, sentence) and sentence.tags[phrase.last + 1 :] in ("", "."):
            return None  # « … », a indiqué son porte-parole.
        if sentence.tokens[phrase.head].word in self._words.markers["officials"]:
            behind_it = sentence.tags[phrase.last + 1 : phrase.last + 3]
            if behind_it != ",N":
                return None
            return self._announced(phrase.end, entry, lambda p: p.first == phrase.last + 2)
        behind = sentence.tags[phrase.first - 1] if phrase.first else ""
        is_object = behind in ("x", "G") or (behind and sentence.is_verb(phrase.first - 1))
        if is_object and sentence.subject_before(phrase.first) is not None:  # announced only beside its name
            beside = _BESIDE.match(sentence.tags, phrase.last + 1)
            stop = beside.end() if beside is not None else phrase.last + 1
            return self._announced(phrase.end, entry, lambda p: fits(p) and p.end <= sentence.end and p.first < stop)
        if not sentence.is_verb(phrase.last + 1) or "b" in sentence.tags[: phrase.first]:
            coordinated = _COORDINATED.search(sentence.tags, phrase.last + 1)
            if coordinated is None or not re.search(r"[NOKh][zt]{0,2}[VvA]", sentence.tags[: phrase.first]):
                return self._announced(phrase.end, entry, fits)
            # *A soutient le candidat du PS, et X attend*: the subject of another clause is somebody else
            limit = sentence.tokens[coordinated.start()].start
            return self._announced(phrase.end, entry, lambda p: fits(p) and not limit <= p.start < sentence.end)
        # whoever is named behind a subject and its verb is somebody else: *Le préfet annonce que X « sortira »*
        return self._announced(phrase.end, entry, lambda p: fits(p) and p.start >= sentence.end)

    def _belongs_to_somebody(self, phrase: NounPhrase) -> bool:
        """Whether a description is completed by a name: *le porte-parole d'Angela Merkel* is whole, and announces
        nobody.
        """
        return bool(self._context.people.of_kind("person", phrase.start, phrase.end))

    def _fitting(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry
    ) -> Callable[[NounPhrase], bool]:
        """Whether a phrase names somebody whom a description may mean."""
        others: set[int] = set()
        related = self._is_related(said, phrase, sentence)
        if related:
            subject = sentence.subject_before(phrase.first)
            entity = self.resolve(subject, sentence, entry) if subject is not None else None
            owner = (
                self._words.genders_after.get(sentence.tokens[phrase.first].word, "") if phrase.is_possessive else ""
            )
            if entity is not None and not agree(entity.gender, owner):
                others.add(id(entity))
                entity = self.pronoun(phrase.start, entry, owner)  # “She beat X, but his agent …”: neither is his agent
            if (subject is None or subject.kind == "impersonal") and phrase.is_possessive:
                entity = self.pronoun(phrase.start, entry)  # son homologue is not the man spoken of
                if entity is None and phrase.first == 0:
                    known = self._antecedent(phrase.start, entry, lambda p: p.entity is not None)
                    entity = known.entity if known is not None else None
            if entity is not None:
                others.add(id(entity))
        head = stem(sentence.tokens[phrase.head].word, self._words)
        parties = said.intersection(self._nominated.values())

        def fits(candidate: NounPhrase) -> bool:
            entity = candidate.entity
            if entity is None or id(entity) in others or not agree(entity.gender, phrase.gender):
                return False
            if parties and id(entity) in self._nominated and self._nominated[id(entity)] not in parties:
                return False  # *le candidat socialiste* is not the nominee of another party
            return not any(_conflict(said, known, head) for known in self._known.get(id(entity), ()))

        return fits

    def _antecedent(
        self,
        offset: int,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        strict: bool = True,
        continued: bool = True,
        skip: Sentence | None = None,
        wanted: Gender = "",
        is_won: bool = False,
    ) -> NounPhrase | None:
        """The nearest phrase before an offset that stands for one person, subjects first, sentence by
        sentence.

        When the post names nobody so far and ``continued``, the post before is looked at too. ``is_won``: somebody
        who is only told to come behind gives way to the one before him.
        """
        if skip is not None and (colon := re.sub(";", ":", skip.tags).rfind(":", 0, skip.index(offset))) >= 0:
            # “His agent, X, was blunter: the mayor would “think”, he said”: only the clause behind the colon is skipped
            told = next((p for p in skip.phrases if p.last < colon and not (p.governed or p.embedded)), None)
            if told is not None and told.kind == "name" and _is_somebody(told, skip) and fits(told):
                return told
        before = [sentence for sentence in self.before(offset, entry) if sentence is not skip]
        doubtful: NounPhrase | None = None
        outrun: NounPhrase | None = None
        for subjects_only in (True, False):
            for sentence in before:
                found = self._in_sentence(sentence, offset, entry, fits, wanted, subjects_only, continued)
                if found is not None and subjects_only and is_won and self._trails(found, sentence):
                    outrun = outrun or found  # who comes first may stand before
                    continue
                is_tally = found is not None and wanted and _is_tally(sentence, found)
                if found is not None and (self._is_doubtful(found, wanted) or is_tally):
                    doubtful = doubtful or found  # somebody whose gender is known may stand elsewhere
                elif found is not None:
                    return found
            if outrun is not None:
                return outrun
        if doubtful is not None:
            return doubtful
        if skip is not None:
            return self._in_sentence(skip, offset, entry, fits, wanted)
        if continued and (self._names_nobody(offset, entry) or not strict):
            previous = self._previous(entry)
            if previous is not None:
                for sentence in self.before(previous.char_end, previous):
                    found = self._in_sentence(sentence, previous.char_end, previous, fits, wanted)
                    if found is not None and (not found.governed or not strict):
                        return found
        return None

    def _is_doubtful(self, phrase: NounPhrase, wanted: Gender) -> bool:
        """Whether nothing tells the gender of a surname alone that a pronoun of one might stand for."""
        entity = phrase.entity
        return bool(wanted) and entity is not None and entity.kind == "unknown" and not (phrase.gender or entity.gender)

    def _in_sentence(
        self,
        sentence: Sentence,
        offset: int,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        wanted: Gender,
        subjects_only: bool = False,
        continued: bool = True,
    ) -> NounPhrase | None:
        """The most prominent phrase of a sentence, before an offset, that stands for one person."""
        doubtful: NounPhrase | None = None

        def is_earlier(subject: NounPhrase) -> bool:
            """Whether a subject, by his name or known from it in a sentence before, comes before an object."""
            return subject.kind == "name" or (subject.entity is not None and offset >= sentence.end)

        for phrase in _by_prominence(sentence, offset):
            if phrase.is_plural or phrase.is_group or phrase.kind == "impersonal":
                continue
            if subjects_only and phrase.kind == "name" and not wanted and continued and sentence.is_joined(phrase):
                continue
            if subjects_only and (phrase.governed or phrase.embedded):
                continue
            if subjects_only and not wanted and _is_object_of_own(phrase, sentence):
                continue
            if subjects_only and _is_left_with(phrase, sentence):
                continue
            if phrase.kind == "pronoun" and anticipated(phrase, sentence, offset):
                continue
            if phrase.is_possessive and self.text[phrase.end : sentence.end].strip() == "?":
                continue  # *Son adversaire ? « … », selon elle*: somebody else's
            found: NounPhrase | None = phrase
            if phrase.entity is None:
                if phrase.kind == "pronoun" and not continued and self._names_nobody(phrase.start, entry):
                    continue  # he is somebody of the post before, or yet to be named
                if phrase.governed and phrase.kind != "description":
                    continue
                one_of_many = sentence.tags[phrase.head] == "g" and not phrase.is_group  # one of the mayor's donors
                is_one = sentence.tags[phrase.head] == "r" or one_of_many
                if phrase.is_indefinite and (phrase.governed or not is_one or phrase.embedded):
                    continue
                if (
                    sentence.tags[phrase.head] == "a"
                    and not sentence.is_verb(phrase.last + 1)
                    and sentence.tokens[phrase.head].word not in self._words.latter
                ):
                    continue
                found = self.meant(phrase, sentence, entry)
                if found is not None and found.entity is None and wanted and self._is_hers(phrase, sentence, wanted):
                    continue
            if found is None or not _is_somebody(found, sentence) or not fits(found):
                continue
            known = found.gender or (found.entity.gender if found.entity is not None else "")
            is_latter = sentence.tokens[phrase.head].word in self._words.latter
            if wanted and not (known or is_latter) and not phrase.governed and doubtful is None:
                doubtful = found  # somebody of the very gender may stand beside him
                continue
            lead = phrase.first - 1
            # Vance thanked Trump. “…,” he said.
            is_object = lead >= 0 and (sentence.is_verb(lead) or sentence.tags[lead] in "GT")
            is_object = is_object or sentence.tags[max(0, lead - 1) : lead + 1] == "Ax"  # had endorsed X
            if doubtful is not None and (phrase.governed or (is_object and is_earlier(doubtful))):
                continue
            return found
        if doubtful is None and "Q" in sentence.tags:
            for token in sentence.tokens:
                signer = self._signer(token, offset)
                if signer is not None and fits(signer):
                    return signer
        if doubtful is None and not subjects_only:
            return self._possessor(sentence, offset, fits)
        return doubtful

    def _is_hers(self, phrase: NounPhrase, sentence: Sentence, gender: Gender) -> bool:
        """Whether a description is of somebody by her, and *she* is she: *Her agent objected, but she …*."""
        return phrase.is_possessive and self._words.genders_after.get(sentence.tokens[phrase.first].word) == gender

    def _possessor(self, sentence: Sentence, offset: int, fits: Callable[[NounPhrase], bool]) -> NounPhrase | None:
        """The person whose something a sentence is about: *Clegg’s concession came at four. He …*, *It is
        Clegg’s view. He …*.
        """
        opening = _OF_SOMEBODY.match(sentence.tags)
        if opening is None:
            return None
        first = opening.end() - 2
        token = sentence.tokens[first]
        entity = token.item.entity if isinstance(token.item, Mention) else None
        if entity is None or not entity.is_person or token.end > offset:
            return None
        phrase = NounPhrase(token.start, token.end, "name", first, first, first, entity, entity.gender)
        return phrase if fits(phrase) else None

    def _signer(self, token: Token, offset: int) -> NounPhrase | None:
        """Who signs a post, as a phrase."""
        item = token.item
        if not isinstance(item, Quotation) or item.signature is None or item.end > offset:
            return None
        mention = next(iter(self._context.people.between(*item.signature)), None)
        if mention is None or not mention.entity.is_person:
            return None
        return NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)

    def _announced(self, offset: int, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """The first person named after a description that nothing before explains."""
        bounds = self.sentences(entry)
        first = max(0, bisect_right(bounds, (offset, len(self.text))) - 1)
        for start, end in bounds[first : first + FAR]:
            sentence = self._sentence(start, end)
            for phrase in sentence.phrases:
                if phrase.start < offset or phrase.governed or phrase.embedded or phrase.entity is None:
                    continue
                if phrase.entity.is_person and _is_somebody(phrase, sentence):
                    return phrase.entity if fits(phrase) else None
        return None

    def _names_nobody(self, offset: int, entry: Entry) -> bool:
        return not any(
            m.entity.is_person and self._context.quotation_at(m.start) is None
            for m in self._context.people.between(max(entry.char_start, offset - LONG), offset)
        )

    def _previous(self, entry: Entry) -> Entry | None:
        """The post before in time."""
        if entry.section == "lead":
            return None
        return self._updates.get(entry.position - 1)


def _is_subject(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a description or pronoun of one person is the subject of a verb right behind it."""
    is_one = phrase.kind in ("description", "pronoun") and not (phrase.is_plural or phrase.is_group or phrase.governed)
    return is_one and sentence.is_verb(phrase.last + 1)


def _whose_staff(phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """*Hall's spokesman says his boss …*: whose the subject is, when it opens with a name that owns."""
    subject = sentence.subject_before(phrase.first) if phrase.is_possessive else None
    if subject is None or sentence.tags[subject.first : subject.first + 2] != "N'":
        return None
    owner = sentence.tokens[subject.first].item
    return owner.entity if isinstance(owner, Mention) else None


_IS_NAME = re.compile(r"A(?:t){0,2}N(?!')")
_NAMED_ASIDE = re.compile(r"pD?[axg]?[LNOx],N(?=,[zt]{0,2}[VvA])")
"""Where somebody is what he is, and his name in commas before a verb: *Son lieutenant dans l'Oise, X, juge …*."""
_NAMED_BEHIND = re.compile(r"w?[hN][zt]{0,2}A?[vVTx],N(?=[,.])")
"""A relative clause and the name of whoever it tells of: *the woman he beat, Ann Hall,*."""
_NAMED_LAST = re.compile(r"w[zt]{0,2}[AVv][^,;:.QA]{1,12}A[zt]{0,2}D[^,;:.QAwVv]{1,12},N(?=\.?$)")
"""A relative clause, and what whoever it tells of is said to be, his name at the end: *The man who can stop him is the
Labour candidate, Jim Hall*."""
"""A form of *to be* and a name that owns nothing: *was X*, not *was X's man*."""


def _identified(phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """*The MP was X*, *le maire sortant est X*: whom a sentence tells that its subject is."""
    tags, at = sentence.tags, phrase.last + 1
    be = _IS_NAME.match(tags, at) or _NAMED_BEHIND.match(tags, at) or _NAMED_ASIDE.match(tags, at)
    be = be or _NAMED_LAST.match(tags, at)
    is_subject = phrase.kind == "description" and not (phrase.governed or phrase.embedded or phrase.is_plural)
    if be is None or not is_subject:
        return None
    named = next((p.entity for p in sentence.phrases if be.end() - 1 in (p.first, p.head)), None)
    return named if named is not None and named.is_person and agree(named.gender, phrase.gender) else None


def _who_says_so(sentence: Sentence, offset: int) -> NounPhrase | None:
    """*A a souri, mais B jure qu'il …*: the person who is the subject of the verb whose clause a pronoun opens."""
    index = sentence.index(offset)
    verb = _SAYS_THAT.search(sentence.tags, max(0, index - _FEW), index)
    said = next((p for p in sentence.phrases if p.last == verb.start()), None) if verb is not None else None
    if said is None or said.kind != "name" or said.entity is None or not said.entity.is_person:
        return None
    return None if said.governed or said.is_plural else said


_SAYS_THAT = re.compile(r"N[Az]{0,2}[VT]k?$")
"""Classes of the words of a clause whose verb has another clause as its object, up to the pronoun in that."""
_FEW = 5
"""Words from that subject to the pronoun."""


def anticipated(pronoun: NounPhrase, sentence: Sentence, offset: int) -> NounPhrase | None:
    """The subject that a pronoun of an opening clause stands for and that comes after it, before an offset: *Asked
    whether he would run, Jim Hall laughed*; *When she arrived, Ann Small was brief*."""
    if pronoun.is_plural or sentence.tags[0] not in "VTGbp":
        return None
    return next(
        (
            p
            for p in sentence.phrases
            if p.kind == "name"
            and p.first > pronoun.last
            and p.end <= offset
            and not (p.governed or p.embedded)
            and _AFTER_CLAUSE.search(sentence.tags, 0, p.first)
            and agree(p.gender, pronoun.gender)
        ),
        None,
    )


def headline_of(entry: Entry, text: str) -> tuple[int, int] | None:
    """Offsets of the headline of an entry: as the source tells, or a short first line without a full stop."""
    if entry.headline is not None:
        return entry.headline
    stop = text.find("\n", entry.char_start, entry.char_end)
    if stop < 0 or stop - entry.char_start > _LONGEST_HEADLINE:
        return None
    line = text[entry.char_start : stop].rstrip()
    return (entry.char_start, stop) if line and line[-1] not in ".:" else None


def _is_object_of_own(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a name is the object of what somebody's own people do, who is spoken of: *Son parti soutiendra X*."""
    subject = next((p for p in sentence.phrases if not p.governed), None)
    if subject is None or not subject.is_possessive or not subject.is_group or phrase.first <= subject.last:
        return False
    return phrase.kind == "name" and sentence.tags[phrase.first - 1] in "VvxT"


def _is_left_with(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a name is the object of a participle set apart behind a subject: *They chose her, leaving X to …*."""
    before = sentence.tokens[phrase.first - 1] if phrase.first > 1 else None
    is_gerund = before is not None and before.tag in "xG" and before.word.endswith(sentence.words.gerund_endings)
    return is_gerund and phrase.kind == "name" and sentence.tags[phrase.first - 2] == ","


def _is_tally(sentence: Sentence, told: NounPhrase) -> bool:
    """Whether a sentence gives the figures of several people and is about none: *Hall got 28.9%, Small 23.7%*; unless
    its last clause is about whoever is told of: *…, and Mr Hall has just thanked his agents*.
    """
    if any(p.start == told.start and _opens_last_clause(p, sentence) for p in sentence.phrases):
        return False
    counted = (
        p
        for p in sentence.phrases
        if p.kind in ("name", "pronoun") and not (p.governed or p.is_plural)
        if re.match(r"[^NOQ.;:,]{0,4}#", sentence.tags[p.last + 1 :])
        and not any(t.word in sentence.words.markers["winning"] for t in sentence.tokens[p.last + 1 : p.last + 4])
    )
    return len(list(counted)) > 1


def _by_prominence(sentence: Sentence, offset: int) -> list[NounPhrase]:
    """The phrases of a sentence that begin before an offset: subjects, then the rest, the governed ones last. Behind a
    semicolon, what somebody says of himself is said by who stands there: *X soutient Y ; Z a dit qu'il …*.
    """
    phrases = [p for p in sentence.phrases if p.start < offset and p.end <= offset]
    place = sentence.index(offset) if sentence.start < offset < sentence.end else 0
    clause = sentence.tags.rfind(";", 0, place)
    if "w" not in sentence.tags[clause + 1 : place]:
        clause = -1
    if offset >= sentence.end:  # *A backs B; C, whom he beat, was gracious. “…,” he said*
        clause = next((p.first - 1 for p in reversed(phrases) if _opens_last_clause(p, sentence)), clause)
    teller = _teller_inside(sentence)
    if teller is None and offset >= sentence.end:
        teller = _teller_behind(sentence)
    supposed = _supposed(sentence) or _adjunct(sentence)
    return sorted(
        phrases, key=lambda p: (p is not teller, p.governed, p.embedded, p.first < clause, p.first in supposed)
    )


def _opens_last_clause(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether somebody is the subject of the last clause, behind a semicolon or *, and*."""
    tags = sentence.tags
    if phrase.kind != "name" or phrase.is_group:
        return False
    markers, before = sentence.words.markers, sentence.tokens[phrase.first - 1].word
    is_told = sentence.tokens[phrase.first].word in markers["that"]  # *, and that A has won*
    is_joined = _JOINED_CLAUSE.search(tags, 0, phrase.first) is not None or before in markers["but"]
    if phrase.first > 1 and is_joined and not is_told:
        return _opens_second_clause(phrase, sentence)
    if tags[phrase.first - 1 : phrase.first] != ";":
        return False
    return not {";", "#"} & set(tags[phrase.last :]) and (
        sentence.is_verb(phrase.last + 1) or tags[phrase.last + 1 :][:2] == ",w"
    )


def _opens_second_clause(phrase: NounPhrase, sentence: Sentence) -> bool:
    """*He leads, and A, the mayor of B, has conceded*: whether somebody opens a clause behind *, and* that has a verb,
    as the one before it has, and in which nobody is told of by a pronoun.
    """
    tags, behind = sentence.tags, phrase.last + 1
    aside = _ASIDE_CLAUSE.match(tags, behind)
    if not sentence.is_verb(aside.end() if aside else behind) or not re.search(r"[VvA]", tags[: phrase.first]):
        return False
    others = any(p.kind in ("name", "pronoun") and p.first > behind for p in sentence.phrases)
    return not others and not any(_is_object_pronoun(sentence, at) for at in range(behind, len(tags)))


_JOINED_CLAUSE = re.compile(r"(?:,|[^NOKrg,])c$")
"""Classes of what joins a clause to the one before it, and no name to another."""


def _is_object_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun that is no subject stands at a token: *thanked him*, *thanked her.*, *l'a félicité*."""
    words, tags, word = sentence.words, sentence.tags, sentence.tokens[at].word
    behind = tags[at + 1 : at + 2]
    if word in words.possessive and word in words.genders_after:
        return behind in ("", ".", ",", "p", ":", ";")
    if word in words.object_pronouns:
        return True
    return (word in words.markers["object_pronoun"] or word in words.markers["of_another"]) and behind in (
        "A",
        "V",
        "v",
    )


_ASIDE_CLAUSE = re.compile(r",[^,;:.VvAGQ]{1,12},")
"""Classes of the words between commas that tell who somebody is."""


def _adjunct(sentence: Sentence) -> range:
    """The tokens of what opens a sentence behind a preposition, before the main clause: *In a state that X won, Y wins
    again*.
    """
    opening = _OPENING_ADJUNCT.match(sentence.tags)
    main = next((p for p in sentence.phrases if opening and p.first == opening.end() and p.kind == "name"), None)
    is_subject = main is not None and not main.is_group and sentence.is_verb(main.last + 1)
    return range(main.first) if main is not None and is_subject else range(0)


_OPENING_ADJUNCT = re.compile(r"p[^,;:.Q]{1,20},")
"""Classes of the words up to the comma behind a complement that opens a sentence."""


def _supposed(sentence: Sentence) -> range:
    """The tokens of a clause of condition before the main clause, which has a subject of its own: *Si X affronte Y, Z
    votera pour lui*.
    """
    clause = _CONDITION.search(sentence.tags)
    if clause is None or sentence.tokens[clause.start("if")].word not in sentence.words.markers["condition"]:
        return range(0)
    return range(clause.start("if"), clause.end() - 1)


def _teller_inside(sentence: Sentence) -> NounPhrase | None:
    """*If X runs again, he told CNN, he will back him*: the pronoun of whoever says a sentence, set apart behind the
    clause that opens it, and not of whom that clause names.
    """
    told = _TOLD_INSIDE.match(sentence.tags)
    return next((p for p in sentence.phrases if told and p.first == told.start("teller")), None)


_TOLD_BEHIND = re.compile(r",(?P<teller>N)[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:QVvTGNh]{0,5}[NOK]?\.?$")

_SAID_BEHIND = re.compile(r",[zt]{0,2}(?:V|A[zt]{0,2}T)(?P<teller>N)\.?$")


def _goes_on_with(sentence: Sentence, comma: int, name: int) -> bool:
    """Whether a verb behind a comma goes on with the subject of the sentence: *A, qui a perdu, soutiendra B*, *A salue
    la foule, remercie B*."""
    addressing = sentence.words.markers["addressing"]
    if any(token.word in addressing for token in sentence.tokens[comma:name]):
        return True
    return re.search(r",w[^,;:]*$", sentence.tags[:comma]) is not None


def _teller_behind(sentence: Sentence) -> NounPhrase | None:
    """*The party would keep A in office, B has told Sky News. “…,” he says*: who says a whole sentence at its end."""
    told = _TOLD_BEHIND.search(sentence.tags) or _SAID_BEHIND.search(sentence.tags)
    if told is None or not re.search(r"[VvA]", sentence.tags[: told.start()]):
        return None
    if told.re is _SAID_BEHIND and _goes_on_with(sentence, told.start(), told.start("teller")):
        return None
    found = next((p for p in sentence.phrases if p.first == told.start("teller")), None)
    is_person = found is not None and found.entity is not None and found.entity.kind == "person"
    return found if found is not None and is_person and not found.governed else None


def _is_somebody(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a phrase stands for one person beyond doubt: known by a given name, described, or subject
    of a verb."""
    entity = phrase.entity
    if entity is None:
        return phrase.kind == "description"
    if entity.kind == "person":
        return True
    if not sentence.start <= phrase.start < sentence.end:
        return False  # whom a phrase of this sentence leads to may be told of in another
    following = phrase.last + 1
    is_topic = phrase.first > 1 and sentence.tokens[phrase.first - 2].word in sentence.words.markers["topic"]
    return (
        entity.kind == "unknown"
        and not phrase.governed
        and (
            is_topic
            or sentence.is_verb(following)
            or re.match(r"[:Q]|,#x?,|,[Daxt]{0,3}r[^,;:.VvATG]{0,6},", sentence.tags[following:]) is not None
        )
    )


def _conflict(said: frozenset[str], known: frozenset[str], head: str) -> bool:
    """Whether a description and what is known differ: about the same office (*maire de Pau*, *maire de
    Paris*) or the party."""
    if head in known and said - known and known - said:
        return True
    mine = {w for w in said if w[0] == "="}
    theirs = {w for w in known if w[0] == "="}
    return bool(mine and theirs and not mine & theirs)


__all__ = ["NounPhrase", "References", "Sentence", "Token"]

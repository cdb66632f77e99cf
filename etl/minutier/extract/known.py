"""What a document says of the people it names: *Anne Hidalgo, maire de Paris*; *Labour's Peter Chowney*; *X (PS)*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache

from minutier.document import Entry
from minutier.extract.folding import fold, phrases
from minutier.extract.lexicon import lexicon, stem
from minutier.extract.passages import Passages
from minutier.extract.people import Entity, Gender, Mention
from minutier.extract.sentences import Sentences
from minutier.extract.small_words import small_words
from minutier.extract.syntax import NounPhrase, Sentence, phrase_words
from minutier.languages import language

_BEFORE_TITLE = 30
"""Characters before a name with its title in which it is told that whoever bears it does so no longer."""
_CLAUSE_START = re.compile(r"[.,;:!?()\n]")
_LONGEST_TITLE = 3
"""Words of a title before a name."""
_OF_PARTY = re.compile(r",[pf]D?O(?=[,.)])")
WORD = re.compile(r"[^\s’'‑,.:;()-]+")
"""A word; elided articles are words of their own."""


@cache
def _demonyms(code: str) -> dict[str, list[str]]:
    """Stem of an adjective or noun of allegiance (*socialiste*, *frontiste*) → names of the parties in
    the lexicon."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in language(code)["people"].get("allegiances") or ():
        party, words = line["party"], phrases(line["words"])
        for word in words:
            found[stem(word, lexicon(code))].append(party)
    return found


def agree(known: Gender, wanted: Gender) -> bool:
    """Whether two genders may be the same person's: an unknown one agrees with any."""
    return not known or not wanted or known == wanted


_LONGEST_ROLE = 9
"""Tokens from a name to the end of what is said of somebody behind its comma."""


def _is_of_place(sentence: Sentence, index: int) -> bool:
    """Whether a name that nothing explains stands behind *of*: *Ann Reed, mayor of Oakham,*."""
    item = sentence.tokens[index].item
    is_unknown = isinstance(item, Mention) and item.entity.kind == "unknown"
    return is_unknown and sentence.tags[index - 1 : index + 1] == "fN"


class Known(Sentences):
    """What one document says of its people, in the sentences in which a noun for a person stands beside a name."""

    def __init__(self, context: Passages) -> None:
        super().__init__(context)
        self._entries = sorted(context.entries, key=lambda e: e.char_start)
        self._entry_starts = [e.char_start for e in self._entries]
        self._roles: dict[str, list[tuple[Entity, frozenset[str]]]] | None = None
        self._known: dict[int, list[frozenset[str]]] = defaultdict(list)
        self._of_others: dict[tuple[int, frozenset[str]], frozenset[str]] = {}  # see `_nouns_of_others`
        self._present: set[tuple[int, frozenset[str]]] = set()  # told without *ancien*, *former*
        self._outgoing: set[Entity] = set()
        self._nominated: dict[int, str] = {}  # the parties of the register's nominees
        self._areas: dict[str, dict[int, Entity]] = defaultdict(dict)
        self._offices = [
            tuple(frozenset(stem(w, self._words) for w in side.split()) for side in (described, office))
            for described, office in (context.language["syntax"].get("same_office") or {}).items()
        ]
        self._generic = self._stems("premodifiers") | self._stems("states")
        self._generic -= {stem(word, self._words) for word in self._words.markers["weighty"]}

    def _stems(self, key: str) -> frozenset[str]:
        """The stems of the words that the language file lists under a key of its section ``syntax``."""
        listed = str(self._context.language["syntax"].get(key) or "").split()
        return frozenset(stem(word, self._words) for word in listed)

    def roles(self, entity: Entity) -> list[frozenset[str]]:
        """What the document says a person is, as sets of stems and party names, in order."""
        self._learn_all()
        return self._known.get(id(entity), [])

    def tells(self, entity: Entity, words: frozenset[str]) -> bool:
        """Whether the document itself says one of these words of a person, beside his name: nobody guessed it."""
        return any(known is entity for word in words for known, _ in self._learn_all().get(word, ()))

    def party(self, entity: Entity) -> Entity | None:
        """The party that the document gives a person, in parentheses or in a description; else the one that he leads or
        that nominated him, if the document names it."""
        named = {word[1:] for known in self.roles(entity) for word in known if word[0] == "="}
        people, context = self._context.people, self._context
        parties = [e for e in people.entities if e.kind == "party" and e.forms and fold(e.name) in named]
        if not named:
            heads = {**context.nominees, **context.leaders}
            of_his = people.parties_named(form for form, name in heads.items() if name == entity.name)
            parties = [*dict.fromkeys(of_his.values())]
        return parties[0] if len(parties) == 1 else None

    def _learn_all(self) -> dict[str, list[tuple[Entity, frozenset[str]]]]:
        """Read the sentences in which a name stands beside a noun for a person; once."""
        if self._roles is not None:
            return self._roles
        self._roles = defaultdict(list)
        nouns, text = self._words.nouns.keys(), self.text
        small = small_words(self._context.language.code)
        at = re.compile(f" {small.before('at', 'in')}|, {small.before('of')}")
        read: set[int] = set()
        for mention in self._context.people.mentions:
            if not mention.entity.is_person:
                continue
            self._keep_title(mention)
            before, after = text[max(0, mention.start - 3) : mention.start], text[mention.end : mention.end + 3]
            beside = before[-1:] in (" ", "\u00a0", "\n", "(") and not nouns.isdisjoint(
                WORD.findall(text[max(0, mention.start - 60) : mention.start].lower())[-6:]
            )
            if not beside and after[:1] in (",", " ", "\u00a0"):
                beside = (
                    after[1:2] == "("
                    or self._is_made(mention)
                    or (
                        after[0] == ","
                        and not nouns.isdisjoint(WORD.findall(text[mention.end : mention.end + 60].lower())[:5])
                    )
                )
            if not beside and before not in ("’s ", "'s ") and not at.match(self._context.text, mention.end):
                continue
            entry = self._entry_at(mention.start)
            if entry is None:
                continue
            sentence = self.sentence(mention.start, entry)
            if sentence.start not in read:
                read.add(sentence.start)
                self._learn(sentence)
        self._learn_nominees()
        return self._roles

    def _learn_nominees(self) -> None:
        """What the register says of the people whom the document names: *le candidat socialiste*."""
        people, nominees = self._context.people, self._context.nominees
        nouns = {stem(word, self._words) for word in self._words.markers["nominated"]}
        parties = people.parties_named(nominees)  # by the names that the document gives them
        for form, name in nominees.items():
            entity = people.named(name)
            if entity is None or self._roles is None:
                continue
            stands_for = "=" + fold(parties[form].name if form in parties else people.party_name(form))
            self._nominated[id(entity)] = stands_for
            for said in (frozenset({noun, stands_for}) for noun in sorted(nouns)):
                self._present.add((id(entity), said))
                for word in said:
                    self._roles[word].append((entity, said))

    def _is_made(self, mention: Mention) -> bool:
        """Whether an auxiliary and a noun for a person stand behind a name: *X has been re-elected president*."""
        after = self.text[mention.end : mention.end + 2]
        if after[:1] == "," or not after[1:].islower():
            return False
        following = WORD.findall(self.text[mention.end : mention.end + 60].lower())[:6]
        tags, nouns = self._words.tags, self._words.nouns
        return bool(following) and tags.get(following[0]) in ("A", "v") and any(nouns.get(w) == "r" for w in following)

    def _entry_at(self, offset: int) -> Entry | None:
        index = bisect_right(self._entry_starts, offset) - 1
        if index >= 0 and offset < self._entries[index].char_end:
            return self._entries[index]
        return None

    def _learn(self, sentence: Sentence) -> None:
        """Keep what a sentence says of the people it names."""
        tags = sentence.tags
        for phrase in sentence.phrases:
            entity = phrase.entity
            if phrase.kind != "name" or entity is None or not entity.is_person:
                continue
            if phrase.role is not None:
                self._keep(entity, sentence, *phrase.role)
            if phrase.gender and not entity.gender:
                entity.gender = phrase.gender
            after = phrase.last + 1
            if phrase.last > phrase.head and tags[phrase.head + 1 : phrase.last + 1] == "(O)":  # party
                self._keep(entity, sentence, phrase.head + 1, phrase.last)
            if (of := _OF_PARTY.match(tags, after)) is not None:  # Arlene Foster, of the DUP
                self._keep(entity, sentence, of.end() - 1, of.end() - 1)
            if tags[after : after + 2] == "pL":  # Martine Aubry à Lille
                place = sentence.tokens[after + 1].item
                if isinstance(place, Mention):
                    self._areas[fold(place.entity.name)].setdefault(id(entity), entity)
            if tags[after : after + 1] == "," or tags[after : after + 2] in ("AD", "Ar", "Aa"):
                described = next(
                    (p for p in sentence.phrases if p.first == after + 1 and p.kind == "description"), None
                )
                if described is not None and tags[described.last + 1 : described.last + 2] == "'":
                    continue  # X, the president's speechwriter, is no president
                if described is not None and phrase.governed and tags[described.last + 1 : described.last + 2] == "V":
                    continue  # “Third behind X, the mayor concedes”
                if described is not None and not described.governed and not described.is_plural:
                    gender = described.gender
                    if gender and not entity.gender:
                        entity.gender = gender
                    self._keep(entity, sentence, described.first, described.last)
                elif tags[after + 1 : after + 2] and tags[after + 1] in "arO":
                    stop = after + 1
                    by = self._words.prepositions["by"]  # battu par l'écologiste X
                    while stop < len(tags) and stop - after < _LONGEST_ROLE:
                        if tags[stop] not in "argOLxf#DKpT" and not _is_of_place(sentence, stop):
                            break
                        if sentence.tokens[stop].word in by:
                            break
                        stop += 1
                    if any(tags[i] == "r" for i in range(after + 1, min(stop, after + 5))):
                        self._keep(entity, sentence, after + 1, stop - 1)
            elif (made := self._made(sentence, after)) is not None:
                self._keep(entity, sentence, *made)
            elif (
                phrase.first == phrase.last
                and phrase.head >= 2
                and tags[phrase.head - 1] == "'"
                and tags[phrase.head - 2] in "OL"
            ):
                self._keep(entity, sentence, phrase.head - 2, phrase.head - 2)

    def _made(self, sentence: Sentence, index: int) -> tuple[int, int] | None:
        """What somebody has been made, by the verb at a token: *a été réélue maire de Lens*, *was elected mayor*."""
        tags, made = sentence.tags, self._words.markers["made"]
        place = next((i for i in range(index, min(index + 5, len(tags))) if sentence.tokens[i].word in made), None)
        if place is None or re.fullmatch(r"[Atvx]{1,4}", tags[index:place]) is None:
            return None
        first = place + 1
        if tags[first : first + 1] in ("p", "D", "t"):
            first += 1
        stop = first
        while stop < len(tags) and tags[stop] in "argOLxf#D" and stop - first < 7:
            stop += 1
        return (first, stop - 1) if "r" in tags[first : min(stop, first + 3)] else None

    def _keep_title(self, mention: Mention) -> None:
        """*President Trump*, *Prime Minister Dana Whitfield*: the title that a name is printed with."""
        entity, words = mention.entity, self._words
        own = fold(entity.name).split()
        title: list[str] = []
        for printed in self.text[mention.start : mention.end].split()[:_LONGEST_TITLE]:
            if fold(printed) in own:
                break
            title.append(printed.lower())
        if self._roles is None or not any(words.nouns.get(word) == "r" for word in title):
            return
        said = frozenset(stem(word, words) for word in title) - self._generic
        if said and said not in self._known[id(entity)]:
            self._known[id(entity)].append(said)
            before = _CLAUSE_START.split(self.text[max(0, mention.start - _BEFORE_TITLE) : mention.start])[-1]
            if words.markers["formerly"].isdisjoint(before.lower().split()):
                self._present.add((id(entity), said))  # not *the former Finnish Prime Minister X*
            for word in said:
                self._roles[word].append((entity, said))

    def _keep(self, entity: Entity, sentence: Sentence, first: int, last: int) -> None:
        said = self._said(sentence, first, last)
        outgoing = self._words.markers["outgoing"]
        if any(token.word in outgoing for token in sentence.tokens[first : last + 1]):
            self._outgoing.add(entity)  # *le sortant X* says no more of him
        if not said or self._roles is None:
            return
        entity.roles.setdefault(self.text[sentence.tokens[first].start : sentence.tokens[last].end])
        self._known[id(entity)].append(said)
        if not self._is_former(sentence, first, last):
            self._present.add((id(entity), said))
        if others := self._nouns_of_others(sentence, first, last):
            self._of_others[id(entity), said] = others
        for word in said:
            self._roles[word].append((entity, said))

    def _nouns_of_others(self, sentence: Sentence, first: int, last: int) -> frozenset[str]:
        """The nouns of a description that tell whose somebody is: *porte-parole du maire de Pau* makes nobody mayor."""
        tags, found = sentence.tags, set()
        for place in range(first + 1, last + 1):
            if tags[place] == "r" and "r" in tags[first:place] and tags[first:place].rstrip("Da").endswith("f"):
                found.add(stem(sentence.tokens[place].word, self._words))
        return frozenset(found)

    def _is_former(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the words of a description tell what somebody is no longer: *l'ancien maire*, *the former mayor*."""
        formerly = self._words.markers["formerly"]
        return any(token.word in formerly for token in sentence.tokens[first : last + 1])

    def is_described(self, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether the document says of somebody all that a description does, and not of whom he works for."""
        said, head = self.said(phrase, sentence), stem(sentence.tokens[phrase.head].word, self._words)
        return any(
            said <= role and head not in self._of_others.get((id(entity), role), ()) for role in self.roles(entity)
        )

    def said(self, phrase: NounPhrase, sentence: Sentence) -> frozenset[str]:
        """What a description says, in the words in which ``roles`` tells what is known of people."""
        return self._said(sentence, phrase.first, phrase.last)

    def _said(self, sentence: Sentence, first: int, last: int) -> frozenset[str]:
        """What a description says: stems of its words, canonical names of its organisations and places."""
        said: set[str] = set()
        demonyms = _demonyms(self._code)
        for token in phrase_words(sentence, first, last):
            if isinstance(token.item, Mention):
                entity = token.item.entity
                said.add({"L": "@"}.get(token.tag, "=" if entity.kind == "party" else "+") + fold(entity.name))
                continue
            word = stem(token.word, self._words)
            if word in demonyms:
                named = [
                    p for name in demonyms[word] if (p := self._context.people.named(name)) is not None and p.forms
                ]
                said.add("=" + fold(named[0].name if named else demonyms[word][0]))
                continue
            if word not in self._generic:
                said.add(word)
        for described, office in self._offices:
            if described <= {word.removeprefix("+") for word in said}:
                said = {word for word in said if word.removeprefix("+") not in described} | office
        return frozenset(said)

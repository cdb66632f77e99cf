"""The noun phrases beside a cue: its subject, what follows it, what a relative or an apposition leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutier.extract.folding import fold
from minutier.extract.people import Gender, Mention
from minutier.extract.stands.units import Cue, Unit, UnitReader
from minutier.extract.syntax import NounPhrase, Sentence

_PARENTHESES = re.compile(r"\([^()]*\)")
_DECIMAL = re.compile(r"#[,.](?=#)#")
_SECOND_DESCRIBED = re.compile(r",cD?[axrgfDLOpt]{1,8}$")
"""Classes of the words that describe a second person, behind the comma that closes on the first."""
_UNREAD_SUBJECT = re.compile(r"D[axt]*[xgr]")
"""Classes of the words of a subject that is no phrase: *its locals*."""
_REPORTING = re.compile(r",?[zt]*V")
_LED = ("vpN", "xpN")
"""Classes of the words of a participle and its agent: *la CFDT, dirigée par X, …*."""
_MARKS = ("«", "“", '"', "„")
_FAR_BODY = 8
"""Words before a person's name among which the body is looked for that he speaks for."""
BODY_KINDS = ("party", "organization", "outlet")
LONGEST_TITLE = 40
"""Characters of a title before a name, in an enumeration."""
_CAPITALS = re.compile(r", (?:[A-Z][\w.-]{1,20} ){1,4}")
LONGEST_CHAIN = 24
"""Members up to which an enumeration is read."""
COMPLETION = re.compile(r"[garxTO]{0,2}L?(?:fD?a?[LONxrg][LOxa]?){0,2}")
"""Classes of the words that complete a noun: *communistes du Havre*, *de droite de la circonscription*."""


class PhraseReader(UnitReader):
    """Which noun phrases stand where the grammar of a construction wants them."""

    def _subjects(self, unit: Unit, start: int) -> list[NounPhrase]:
        """The noun phrases that are the subject of the verb group that begins at an offset, in order."""
        sentence = unit.sentence
        tokens, stop = sentence.tokens, sentence.index(start)
        tags = _PARENTHESES.sub(
            lambda m: m[0] if m.start() < stop < m.end() else "(" + "#" * (len(m[0]) - 2) + ")",
            _DECIMAL.sub("###", sentence.tags),
        )
        index = stop - 1
        if body := self._body_owned(unit, start):
            return [body]
        if tags[stop - 1 : stop + 1] == ",w":  # *the Greens, whose advice is to back X*
            return [replace(p, governed=False) for p in sentence.phrases if p.last == stop - 2][-1:]
        if caused := self.words.caused.search(unit.flat, max(0, start - unit.start - 120), start - unit.start):
            first = unit.start + caused.start("who")
            return [replace(p, governed=False) for p in sentence.phrases if p.start == first]
        few = self.words.the_few.search(unit.flat, max(0, start - unit.start - 70), start - unit.start)
        if few is not None:  # *X, one of the few to have backed Y*
            stop = sentence.index(unit.start + few.start())
            return self._coordinated(unit, last) if (last := self._last_before(sentence, stop)) else []
        if any(
            t.word in self.words.infinitive_auxiliaries
            for t in tokens[stop : stop + 1 + (tags[stop : stop + 1] in "tz")]
        ):
            while index > 0 and stop - index < 5 and tags[index] in "VvATxz":
                index -= 1  # *X confie avoir voté Y*
        added: list[NounPhrase] = []
        for _ in range(4):
            if index >= 0 and (adjunct := self._adjunct(unit, tokens[index].end)):
                index = sentence.index(adjunct) - 1
            while index >= 0 and (
                tags[index] in "tz" or self._is_adverb(sentence, index) or tokens[index].word in _MARKS
            ):
                index -= 1
            if index >= 0 and tags[index] == ")" and "(" in tags[:index]:
                index = tags.rindex("(", 0, index) - 1
            elif index >= 0 and tags[index] == ",":
                if several := self._apposed_list(unit, index - 1):
                    return several
                joined = next(
                    (p for p in sentence.phrases if p.last == index - 1 and "," in tags[p.first : p.last]),
                    None,
                )
                if joined is not None:
                    index -= 1
                    break
                opening = max(tags.rfind(",", 0, index), tags.rfind("Q", 0, index - 1), -1)
                inside = [p for p in sentence.phrases if opening < p.first <= index and not p.governed]
                is_aside = index - opening <= 3 and not inside
                is_aside = is_aside or (opening >= 0 and tags[opening + 1] in "bp") or tags[opening + 1 : index] in _LED
                if (
                    opening < 0
                    or index - opening > 14
                    or (not is_aside and any(t in "VvA" for t in tags[opening + 1 : index]))
                ):
                    if opening >= 0 and "w" in tags[opening + 1 : opening + 4]:
                        index = opening - 1
                        continue
                    break
                before = next((p for p in sentence.phrases if p.last == opening - 1), None)
                if before is not None and before.governed and self._fills(inside, opening, index):
                    return inside[:1]  # *celui du PCF, Untel,*
                if before is None and self._fills(inside, opening, index) and tags[opening - 1 : opening] in "rgxL":
                    others = self._apposed_before(sentence, opening)
                    return [*others, inside[0]]  # *her first-round rival, Untel,*; *the Archbishop of York, Untel,*
                is_apposed = bool(inside) and inside[0].first - self._is_title(inside[0]) <= opening + 1
                if before and before.kind == "description" and is_apposed:
                    named = inside[0].entity if inside[0].kind == "name" else None
                    if named and (named.is_person or before.entity is None):
                        return [*self._apposed_before(sentence, opening), inside[0]]
                if tags[opening + 1] == "c" and inside:
                    added = inside
                index = opening - 1
            else:
                break
        if index < 0:
            return self._fallback(sentence, start)
        if tags[index] == "w" and tokens[index].word in self.words.subject_relatives:
            if index == 1 and tokens[0].word in self.words.pronoun_genders:  # *lui qui a voté Y, X …*
                comma = tags.find(",", stop)
                return [p for p in sentence.phrases if comma > 0 and p.first == comma + 1 and not p.governed]
            antecedent = self._antecedent(sentence, index)
            if antecedent is not None and self._is_message(sentence, antecedent):
                main = self._main_before(sentence, antecedent)  # *cut an ad that asked people to back Y*
                return [main] if main is not None else []
            if antecedent is None and index > 1 and tokens[index - 1].word in self.words.heedless:
                low = tokens[index - 1].start - unit.start
                if tags[index - 2] == "," and tokens[index - 1].word in self.words.one_more:  # *X, another who backs Y*
                    return self._coordinated(unit, last) if (last := self._last_before(sentence, index - 2)) else []
                if among := self.words.counted.search(unit.flat, max(0, low - 60), low):
                    return self._subjects(unit, unit.start + among.start())
            low = antecedent.start - unit.start if antecedent else 0
            one = self.words.counted.search(unit.flat, max(0, low - 60), low) if antecedent else None
            is_one = antecedent is not None and (antecedent.is_indefinite or self.words.one_of.match(unit.flat, low))
            if is_one and one is None:  # *X is another MP who backs Y*
                one = self.words.copula.search(unit.flat, max(0, low - 60), low)
            if one is not None and antecedent is not None and antecedent.kind == "description":
                return self._subjects(unit, unit.start + one.start())  # *X is one of those who back Y*
            if antecedent is None and tags[index - 1 : index] == ",":  # *la Fédération protestante, qui …*
                group = self._native(unit, index - 2) or self._named_group(unit, index - 2)
                return [group] if group else []
            if antecedent is None:
                return []
            verb = next((t.word for t in tokens[index + 1 : index + 5] if t.tag not in "tz"), "")
            is_one = antecedent.kind == "name" and self.words.singular.fullmatch(verb) is not None
            return [antecedent] if is_one else self._coordinated(unit, antecedent)
        phrase = next((p for p in sentence.phrases if p.first <= index <= p.last), None)
        is_over = phrase is not None and phrase.last >= stop
        if phrase is not None and is_over and (sentence.tags[stop] == "G" or self._is_stretch(phrase, stop)):
            return []  # *a video asking people to…*, *spent a week campaigning for X*
        if phrase is not None and sentence.tags[stop : stop + 1] == "G" and self._is_message(sentence, phrase):
            return []  # *sent an email to members urging …*
        if person := self._named_of(sentence, index):
            return self._coordinated(unit, person)
        if phrase is None:
            phrase = self._nearly(sentence, index)
        if branch := self._branch(sentence, index):
            return [branch]
        if owner := self._owner_of_organ(sentence, index):
            return [owner]
        if owner := self._campaigner(sentence, index):
            return [owner]
        if tags[index] == "'" and index and (owner := self._possessor(sentence, index - 1)):
            return [owner]
        if phrase is None and tags[index + 1 : index + 2] == "'" and (owner := self._possessor(sentence, index)):
            return [owner]  # *X's decision to back Y*
        if phrase is None and (native := self._native(unit, index)):
            return [native]
        is_inside = phrase is not None and phrase.governed and phrase.kind == "description" and phrase.entity is None
        is_inside = is_inside and bool(sentence.words.adjective_endings)  # *la Conférence des évêques*
        if (phrase is None or is_inside) and (group := self._named_group(unit, index)):
            return self._coordinated(unit, group)
        if phrase is not None and phrase.governed and phrase.last == index and self._opens_clause(sentence, phrase):
            return self._coordinated(unit, replace(phrase, governed=False))
        if phrase is None or phrase.governed:
            group = self._counted_group(unit, sentence.tokens[index].end)
            if group is not None:
                found = self._coordinated(unit, group)
                is_rest = self.words.the_others.search(unit.between(group.start, group.end)) is not None
                return found[:-1] if is_rest and len(found) > 1 else found
        if phrase is None and tags[index] not in ",;:-bc(T":
            return []
        if phrase is None or phrase.governed:
            return self._enumerated(unit, self._fallback(sentence, start)) or self._opening_group(unit, start)
        if sentence.tags[stop : stop + 1] == "p" and (main := self._main_before(sentence, phrase)):
            return self._coordinated(unit, main)
        return self._coordinated(unit, phrase) + added

    def _is_stretch(self, phrase: NounPhrase, stop: int) -> bool:
        """Whether a noun phrase was read on over the verb that begins at a token: *a week campaigning for X*."""
        return phrase.first < stop <= phrase.last and phrase.kind == "description" and phrase.entity is None

    def _is_message(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether a phrase is a letter, an advertisement or the like, in which somebody speaks."""
        return phrase.kind == "description" and sentence.tokens[phrase.head].word in self.words.messages

    def _body_owned(self, unit: Unit, start: int) -> NounPhrase | None:
        """*Anna Reed of Unite, whose union has backed X*: the body named right before the relative."""
        whose = self.words.whose_body.search(unit.flat, max(0, start - unit.start - 40), start - unit.start)
        if whose is None:
            return None
        index = unit.sentence.index(unit.start + whose.start())
        named = next((p for p in unit.sentence.phrases if p.last == index - 1), None)
        if named is None or named.entity is None:
            return None
        if not named.entity.is_person:
            return replace(named, governed=False)
        tokens = unit.sentence.tokens
        for place in range(named.last - 1, max(-1, named.last - _FAR_BODY), -1):  # *la patronne de la CGT, Untel, …*
            item = tokens[place].item
            if isinstance(item, Mention) and item.entity.kind in BODY_KINDS:
                token = tokens[place]
                return NounPhrase(
                    token.start, token.end, "name", place, place, place, entity=item.entity, is_group=True
                )
        party = self.context.references.party(named.entity)
        return replace(named, entity=party, governed=False, is_group=True, role=None) if party else None

    def _last_before(self, sentence: Sentence, stop: int) -> NounPhrase | None:
        """The phrase that ends right before a token, *of Denver* left aside."""
        named = [p for p in sentence.phrases if p.last < stop and not p.governed]
        between = sentence.tags[named[-1].last + 1 : stop] if named else "#"
        return named[-1] if named and not set(between) - set("fpDLxO") and len(between) < 5 else None

    def _main_before(self, sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
        """The subject of the verb whose object a phrase is: *X a soutenu Z avant de rallier Y*, *X backed Z before
        switching to Y*.
        """
        main = sentence.main_subject(phrase.first) or next((p for p in sentence.phrases if not p.governed), phrase)
        if main is phrase:
            return None
        place = main.last + 1
        apposed = next((p for p in sentence.phrases if p.first == place + 1 and p.kind == "description"), None)
        is_apart = (
            apposed is not None and sentence.tags[place] == sentence.tags[apposed.last + 1 : apposed.last + 2] == ","
        )
        if apposed is not None and is_apart:
            place = apposed.last + 2  # *Unite, the largest union, backed X before …*
        return main if sentence.is_verb(place) else None

    def _adjunct(self, unit: Unit, end: int) -> int | None:
        """*The Sun this time backed Y*: where a time or the like between a subject and its verb begins."""
        low = max(0, end - unit.start - 30)
        found = self.words.adjuncts.search(unit.flat[low : end - unit.start] + " ")
        return unit.start + low + found.start() if found else None

    def _named_of(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*Untel of the flight attendants*, *Untel de la CGT*: the person, when what completes the name ends at a
        token."""
        first = index
        while first > 0 and sentence.tags[first] in "DxagLO'" and index - first < 6:
            first -= 1
        if sentence.tags[first] != "f" or first == index:
            return None
        before = next((p for p in sentence.phrases if p.last == first - 1), None)
        if before is None or before.kind != "name" or before.entity is None or before.governed:
            return None
        return before if before.entity.kind == "person" else None

    def _campaigner(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*Anna Reed's campaign*: she."""
        if sentence.tokens[index].word not in self.words.campaigns or index < 2 or sentence.tags[index - 1] != "'":
            return None
        return self._possessor(sentence, index - 2)

    def _possessor(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """The name before a possessive mark, which is no phrase of its own."""
        token = sentence.tokens[index]
        entity = token.item.entity if isinstance(token.item, Mention) else None
        return NounPhrase(token.start, token.end, "name", index, index, index, entity=entity) if entity else None

    def _opens_clause(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether the preposition before a phrase may open a clause of which it is the subject: *since X
        endorsed Y*."""
        if phrase.first > 0 and sentence.tokens[phrase.first - 1].word in self.words.subordinating:
            return True
        opens = not sentence.tags[: phrase.first].strip("cp") and phrase.kind == "name"
        return opens and sentence.tags[phrase.first : phrase.last + 1] == "DxN"  # from the left Anna Reed calls…

    def _branch(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*The Perth branch of the Scottish Greens*, at whose end a token stands: a body of its own, as printed."""
        last = next((p for p in sentence.phrases if p.last == index and p.kind == "name"), None)
        if last is None or last.entity is None or last.entity.is_person or not self._is_owner(sentence, last):
            return None
        noun = last.first - (sentence.tags[last.first - 1] == "f") - 1
        if noun < 0 or sentence.tokens[noun].word not in self.words.branches:
            return None
        first = noun
        while first > 0 and sentence.tags[first - 1] in "Lxag" and noun - first < 4:
            first -= 1
        start, end = sentence.tokens[first].start, last.end
        entity = self.context.people.entity(" ".join(self.context.text[start:end].split()), "group")
        return NounPhrase(start, end, "name", first, index, noun, entity=entity, is_group=True)

    def _owner_of_organ(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*The Bugle's editorial board*, *le bureau politique du PS*: the body that an organ speaks for."""
        tags = sentence.tags
        mark = tags.rfind("'", max(0, index - 3), index)
        if mark > 0 and sentence.tokens[index].word in self.words.organs | self.words.own_people:
            owner = next((p for p in sentence.phrases if p.last == mark - 1), None) or self._possessor(
                sentence, mark - 1
            )
            return owner if owner and owner.entity and owner.entity.kind != "person" else None
        last = next((p for p in sentence.phrases if p.last == index and p.kind == "name"), None)
        if last is None or last.entity is None or last.entity.is_person or not self._is_owner(sentence, last):
            return None
        nouns = {t.word for t in sentence.tokens[max(0, last.first - 4) : last.first]}
        return last if nouns & self.words.organs else None

    def _counted_group(self, unit: Unit, end: int) -> NounPhrase | None:
        """*Plus de deux cents maires ruraux*, *dozens of former ministers*: people told by their number, as
        printed."""
        match = self.words.quantity.search(unit.flat, max(0, end - unit.start - 70), end - unit.start)
        if match is None or self.words.not_endorsers.intersection(fold(w) for w in match["group"].split()):
            return None
        if match["group"].split()[-1] in self.words.partitive:
            return None  # “two thirds of them”
        start = unit.start + match.start("group")
        name = " ".join(self.context.text[start:end].split())
        first, last = unit.sentence.index(start), unit.sentence.index(end) - 1
        entity = self.context.people.entity(name, "group")
        return NounPhrase(start, end, "name", first, last, first, entity=entity, is_plural=True, is_group=True)

    def _apposed_list(self, unit: Unit, last: int) -> list[NounPhrase]:
        """*Les trois candidats, A, B et C,*: the names that spell out a plural, ending at a token."""
        phrase = next((p for p in unit.sentence.phrases if p.last == last), None)
        if phrase is None or phrase.kind != "name":
            return []
        chain = self._coordinated(unit, phrase)
        first = next((i for i, p in enumerate(chain) if p.kind == "name"), 0)
        before = chain[first - 1] if first else None
        if before is None:
            earlier = [p for p in unit.sentence.phrases if p.last < chain[0].first - 1 and not p.governed]
            gap = unit.sentence.tags[earlier[-1].last + 1 : chain[0].first] if earlier else ""
            before = earlier[-1] if gap.endswith(",") and not set(gap[:-1]) - set("fpDtxag#L") else None
        is_plural = before is not None and before.kind == "description" and (before.is_plural or before.is_group)
        noun = unit.sentence.tokens[max(0, chain[0].first - 2)]
        is_plural = is_plural or (noun.tag in "xg" and noun.word.endswith("s"))
        opening = unit.flat[max(0, chain[0].start - unit.start - 90) : chain[0].start - unit.start]
        is_plural = is_plural or self.words.several.search(opening) is not None
        return chain[first:] if is_plural and len(chain) - first > 1 else []

    def _apposed_before(self, sentence: Sentence, opening: int) -> list[NounPhrase]:
        """*The rabbi, A, and the head of the church, B,*: A, before the description that ends at a comma."""
        described = _SECOND_DESCRIBED.search(sentence.tags, 0, opening)
        if described is None:
            return []
        first = next((p for p in sentence.phrases if p.last == described.start() - 1 and p.kind == "name"), None)
        return [] if first is None or first.governed or self._is_object(sentence, first) else [first]

    def _is_object(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether a phrase stands right behind a verb that has a subject."""
        is_behind = phrase.first > 0 and sentence.tags[phrase.first - 1] in "Vv"
        return is_behind and any(p.last < phrase.first - 1 and not p.governed for p in sentence.phrases)

    def _fills(self, inside: list[NounPhrase], opening: int, closing: int) -> bool:
        """Whether one person's name is all that stands between two commas."""
        if len(inside) != 1 or inside[0].kind != "name" or inside[0].entity is None:
            return False
        first = inside[0].first - (closing - opening > 3 and self._is_title(inside[0]))  # *, Mgr Untel,*
        return inside[0].entity.is_person and (first, inside[0].last) == (opening + 1, closing - 1)

    def _is_title(self, phrase: NounPhrase) -> bool:
        """Whether a short word in capitals stands before a name: *Mgr*, *Sir*."""
        before = self.context.text[max(0, phrase.start - 6) : phrase.start]
        word = before.split()[-1:]
        return bool(word) and word[0][:1].isupper() and len(word[0]) <= 5

    def _is_adverb(self, sentence: Sentence, index: int) -> bool:
        word = sentence.tokens[index].word
        return sentence.tags[index] == "x" and word.endswith(self.words.adverb_endings)

    def _enumerated(self, unit: Unit, found: list[NounPhrase]) -> list[NounPhrase]:
        """*A et B ont appelé à …, et voteront …*: the whole enumeration that a subject opens; *two senators, A and B,
        quit the party and endorsed X*: the names that spell it out."""
        if found and found[0].kind == "description" and found[0].is_plural:
            end = self._end(found[0], unit)
            apposed = self._chain(unit, end + 2, True) if unit.between(end, end + 2) == ", " else []
            is_spelled = len(apposed) > 1 and all(p.kind == "name" for p in apposed)
            return apposed if is_spelled else found
        if not found or found[0].kind != "name" or found[0].role is not None:
            return found
        completed = COMPLETION.match(unit.sentence.tags, found[0].last + 1)
        if unit.sentence.tags[found[0].head] == "O" and completed and completed.end() > found[0].last + 1:
            return [self._completed(found[0], unit.sentence, completed.end() - 1)]
        chain = self._chain(unit, found[0].start, True)
        return chain if len(chain) > 1 and chain[0].start == found[0].start else found

    def _native(self, unit: Unit, index: int) -> NounPhrase | None:
        """*La Lilloise*, *le Béarnais*: somebody spoken of, as *elle* and *il* are."""
        token = unit.sentence.tokens[index]
        if not self.context.text[token.start].isupper() or unit.sentence.tags[index - 1 : index] != "D":
            return None
        article = unit.sentence.tokens[index - 1]
        match = self.words.natives.fullmatch(unit.between(article.start, token.end))
        if match is None:
            return None
        marks = {name[0] for name, found in match.groupdict().items() if found}
        gender: Gender = "f" if "f" in marks else "m"
        return NounPhrase(article.start, token.end, "pronoun", index - 1, index, index, gender=gender)

    def _named_group(self, unit: Unit, index: int) -> NounPhrase | None:
        """A body whose name nothing else tells: *la Ligue bretonne de défense rurale*, *the Fraternal
        Order of Police*."""
        sentence, text = unit.sentence, self.context.text
        if sentence.tags[index] in ",;:.()-":
            return None
        low = index
        while low > 0 and sentence.tags[low - 1] in "DxafrgOLp" and index - low < 10:
            low -= 1
        first = low
        while first < index and not (sentence.tags[first] == "D" and text[sentence.tokens[first + 1].start].isupper()):
            first += 1
        if first >= index:
            return self._bare_group(unit, low, index)
        while index > first + 1 and not self._is_named(sentence, index):
            index -= 1
        if first >= index or sentence.tags[first - 1 : first] not in ("", ",", ":", "c", "b", ".", "k", ";", "p", "L"):
            return None
        head = sentence.tokens[first + 1]
        if head.tag in "NOKL" or fold(text[head.start : head.end]) in self.words.not_endorsers:
            return None
        name = " ".join(text[head.start : sentence.tokens[index].end].split())
        entity = self.context.people.entity(name, "group")
        return NounPhrase(head.start, sentence.tokens[index].end, "name", first, index, first + 1, entity=entity)

    def _bare_group(self, unit: Unit, first: int, last: int) -> NounPhrase | None:
        """A body named without an article: *Nurses for Reform*, *Place citoyenne*, *Black pastors in Ohio*."""
        sentence, text = unit.sentence, self.context.text
        if sentence.tags[first] not in "xgaLO" or sentence.tags[first - 1 : first] not in ("", ",", ":", "k", ";", "b"):
            return None
        tokens = sentence.tokens[first : last + 1]
        capitals = [t for t in tokens if text[t.start].isupper()]
        opens = first == 0 or sentence.tags[first - 1] == ":"
        is_plural = not sentence.words.adjective_endings and any(t.word.endswith("s") for t in tokens[:3])
        if not text[tokens[0].start].isupper() or (opens and len(capitals) < 2 and not (is_plural and len(tokens) > 1)):
            return None
        excluded = any(fold(t.word) in self.words.not_endorsers or t.word.endswith("ing") for t in tokens)
        if excluded or len(tokens) < 2 or tokens[-1].tag in "Dpfct":
            return None
        name = " ".join(text[tokens[0].start : tokens[-1].end].split())
        entity = self.context.people.entity(name, "group")
        return NounPhrase(tokens[0].start, tokens[-1].end, "name", first, last, first, entity=entity, is_group=True)

    def _nearly(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """A name followed by a few words that complete it: *les Vert'libéraux vaudois*, *Untel, lui*."""
        before = [p for p in sentence.phrases if p.last < index]
        completed = COMPLETION.match(sentence.tags, before[-1].last + 1) if before else None
        if completed is not None and before[-1].is_group and completed.end() == index + 1:
            return self._completed(before[-1], sentence, index)
        if (
            before
            and index - before[-1].last <= 4
            and not set(sentence.tags[before[-1].last + 1 : index + 1])
            - set("xatg#-" if before[-1].kind == "description" else "xat#-")
        ):
            return self._named_on(sentence, before[-1], index) or before[-1]
        return None

    def _named_on(self, sentence: Sentence, phrase: NounPhrase, index: int) -> NounPhrase | None:
        """*The Labour First faction*: a body whose name begins with that of a party, and goes on in capitals."""
        head, last = sentence.tokens[phrase.head], phrase.last
        while last < index and self.context.text[sentence.tokens[last + 1].start].isupper():
            last += 1
        if phrase.kind != "description" or not isinstance(head.item, Mention) or last == phrase.last:
            return None
        printed = self.context.text[head.start : sentence.tokens[last].end]
        entity = self.context.people.entity(" ".join(printed.split()), "group")
        return replace(phrase, kind="name", end=sentence.tokens[last].end, last=last, entity=entity, is_group=True)

    def _completed(self, phrase: NounPhrase, sentence: Sentence, last: int) -> NounPhrase:
        """*l'Union syndicale suisse*: a body whose name goes on after what is known of it."""
        entity, text = phrase.entity, self.context.text
        if entity is None or entity.kind not in ("organization", "unknown"):
            return phrase
        while last > phrase.last and not self._is_named(sentence, last):
            last -= 1
        if last == phrase.last or entity.name.isupper() or "N" in sentence.tags[phrase.last + 1 : last + 1]:
            return phrase
        name = " ".join(text[sentence.tokens[phrase.head].start : sentence.tokens[last].end].split())
        group = self.context.people.entity(name, "group")
        return replace(phrase, entity=group, last=last, end=sentence.tokens[last].end)

    def _body_after(self, unit: Unit, start: int, position: int) -> NounPhrase | None:
        """A body named in an enumeration that nothing else tells: *…, and the Teamsters*."""
        sentence, text = unit.sentence, self.context.text
        head = sentence.index(position)
        first = head if sentence.tags[head : head + 1] == "D" else head - 1
        head = first + 1
        if not 0 <= first < len(sentence.tags) or sentence.tags[first] != "D" or sentence.tokens[first].start < start:
            return None
        if (
            head >= len(sentence.tags)
            or not text[sentence.tokens[head].start].isupper()
            or sentence.tags[head] in "NOK"
        ):
            return None
        last = head
        while last + 1 < len(sentence.tags) and last - head < 7 and sentence.tags[last + 1] in "xaLgrfDpOT'":
            last += 1
        while last > head and (sentence.tags[last] in "fDp'" or not self._is_named(sentence, last)):
            last -= 1
        if fold(text[sentence.tokens[head].start : sentence.tokens[head].end]) in self.words.not_endorsers:
            return None
        name = " ".join(text[sentence.tokens[head].start : sentence.tokens[last].end].split())
        entity = self.context.people.entity(name, "group")
        return NounPhrase(
            sentence.tokens[head].start,
            sentence.tokens[last].end,
            "name",
            first,
            last,
            head,
            entity=entity,
            is_group=True,
        )

    def _is_named(self, sentence: Sentence, index: int) -> bool:
        """Whether a word belongs to the name of a body: a capital, or in French an adjective or complement."""
        return bool(sentence.words.adjective_endings) or self.context.text[sentence.tokens[index].start].isupper()

    def _opening_group(self, unit: Unit, start: int) -> list[NounPhrase]:
        """A body that nothing else tells, subject of the first verb of a sentence: *la Fédération X se réunit et
        appelle à …*."""
        stop = unit.sentence.index(start)
        first = next((i for i, tag in enumerate(unit.sentence.tags[:stop]) if tag in "VvAz"), 0)
        group = self._named_group(unit, first - 1) if first > 0 else None
        return [group] if group else []

    def _fallback(self, sentence: Sentence, start: int) -> list[NounPhrase]:
        """The subject that a verb group at an offset goes on from; nobody when its clause has one that was not read."""
        index = sentence.index(start)
        clause = sentence.tags.rfind(";", 0, index) + 1
        if clause and _UNREAD_SUBJECT.search(sentence.tags, clause, index):
            return []  # *the union chose nobody; several of its locals sided with X*
        if antecedent := self._relative_before(sentence, index):
            return [antecedent]
        phrase = self._inverted(sentence, index) or self._named_aside(sentence, sentence.subject_before(index), index)
        if phrase is None:  # *la LCR d'Untel appelle à manifester mais ne dit pas…*
            phrase = next(
                (
                    p
                    for p in sentence.phrases
                    if p.last < index
                    and p.kind == "name"
                    and not p.governed
                    and not p.embedded
                    and sentence.tags[p.last + 1 : p.last + 2] == "f"
                ),
                None,
            )
        return [phrase] if phrase is not None else []

    def _relative_before(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*Thanks to X, who bowed out and endorsed Y*: the antecedent of a relative whose second verb stands at a
        token."""
        tags = sentence.tags
        place = tags.rfind("w", 0, index)
        is_second = place > 0 and tags[place - 1] == "," and tags[index - 1] == "c"
        if not is_second or sentence.tokens[place].word not in self.words.subject_relatives:
            return None
        return None if set(tags[place:index]) & set(",;:.NOK") else self._antecedent(sentence, place)

    def _named_aside(self, sentence: Sentence, phrase: NounPhrase | None, stop: int) -> NounPhrase | None:
        """*The MP who had held it, X, was told to…*: the name between commas behind a description and its relative."""
        if phrase is None or phrase.kind != "description":
            return phrase
        tags = sentence.tags
        for name in sentence.phrases:
            if name.kind != "name" or not phrase.last < name.first < name.last + 1 < stop or name.embedded:
                continue
            is_apart = tags[name.first - 1] == "," and tags[name.last + 1] == ","
            between = tags[phrase.last + 1 : name.first - 1]
            if is_apart and name.entity and name.entity.is_person and ("," not in between) and between[:1] in ("", "w"):
                return name
        return phrase

    def _inverted(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """*« … », reconnaît X, avant de …*: the subject behind the verb by which words quoted are reported."""
        quotation = self.context.quotation_at(sentence.start)
        verb = _REPORTING.match(sentence.tags, sentence.index(quotation.end)) if quotation is not None else None
        if verb is None:
            return None
        after = next((p for p in sentence.phrases if p.first == verb.end()), None)
        return after if after is not None and after.last < index and not after.governed else None

    def _main_subject(self, unit: Unit, start: int) -> list[NounPhrase]:
        """The subject of the sentence that a participle or a noun belongs to, unless it has a subject of
        its own."""
        index = unit.sentence.index(start) - 1
        if index >= 0 and unit.sentence.tags[index] in "LNOK":
            return []
        beside = next((p for p in unit.sentence.phrases if p.last == index - 1), None)
        if index > 0 and unit.sentence.tags[index] == "p" and beside is not None and beside.kind == "name":
            if beside.governed:
                return []
            return [self._main_before(unit.sentence, beside) or beside]  # tweeted X after voting for Y
        own = [
            p
            for p in unit.sentence.phrases
            if p.last < index
            and p.kind == "name"
            and not p.governed
            and not p.embedded
            and unit.sentence.tags[max(0, p.first - 2) : p.first] == ",c"
        ]
        return own[-1:] or self._whose_clause(unit, index) or self._fallback(unit.sentence, start)

    def _whose_clause(self, unit: Unit, index: int) -> list[NounPhrase]:
        """*At the union, which spent the campaign urging …*: what the relative stands for whose verb comes first."""
        sentence = unit.sentence
        place = max(sentence.tags.rfind(mark, 0, index) for mark in "w;:.")
        if place < 0 or sentence.tokens[place].word not in self.words.subject_relatives:
            return []
        *inside, last = sentence.tags[place:index].split(",")
        if inside and not set("VvA").isdisjoint(last):
            return []  # *the MP who had held it, X, was suspended for urging …*
        antecedent = self._antecedent(sentence, place) if sentence.is_verb(place + 1) else None
        return self._coordinated(unit, antecedent) if antecedent is not None else []

    def _antecedent(self, sentence: Sentence, index: int) -> NounPhrase | None:
        """What a relative at a token stands for: the phrase before it, the name rather than what it is
        said to be."""
        before = [p for p in sentence.phrases if p.last < index]
        if not before or (index and sentence.tokens[index - 1].word in self.words.heedless):
            return None
        nearest = before[-1]
        if sentence.tags[index - 1] == "," and nearest.last != index - 2:
            names = [p for p in before if p.kind == "name" and not p.governed and not p.embedded]
            return names[-1] if names else None
        is_body = nearest.entity is not None and not nearest.entity.is_person
        if is_body and nearest.governed and self._is_owner(sentence, nearest):
            owned = before[-2] if len(before) > 1 and before[-2].last >= nearest.first - 2 else None
            if owned is not None and owned.kind == "name" and owned.entity is not None and owned.entity.is_person:
                return owned  # *Untel du PS, qui…*
            return None  # *le numéro deux du PS, qui…*
        if self._qualifies(sentence, nearest, index):
            names = [p for p in before[:-1] if p.kind == "name" and not p.governed]
            return names[-1] if names else None  # *X, the old Clinton hand who…*
        if index - nearest.last > 6 or set(sentence.tags[nearest.last + 1 : index]) - set(",()#xpfat-"):
            return None
        if (
            nearest.kind == "description"
            and len(before) > 1
            and sentence.tags[before[-2].last + 1 : nearest.first].rstrip("Dh#") == ","
        ):
            return before[-2] if before[-2].kind == "name" else nearest
        return nearest

    def _qualifies(self, sentence: Sentence, name: NounPhrase, index: int) -> bool:
        """Whether a name behind an article only says of what kind the noun behind it is, right before a token."""
        if name.kind != "name" or name.entity is None or name.entity.kind not in ("person", "unknown"):
            return False
        before = sentence.tags[max(0, name.head - 3) : name.head]
        return "D" in before and not set(before) - set(",Dxga") and sentence.tags[name.last + 1 : index] == "x"

    def _object_relative(self, unit: Unit, start: int) -> tuple[NounPhrase, list[NounPhrase]] | None:
        """*X, que soutient Y*; *X, pour qui Y appelle à voter*; *c'est pour X que Y votera*: X, and Y
        when it comes first."""
        sentence = unit.sentence
        stop = sentence.index(start)
        for index in range(stop - 1, max(-1, stop - 14), -1):
            tag, word = sentence.tags[index], sentence.tokens[index].word
            if tag in "VvA;:." or (word in self.words.subject_relatives and sentence.tags[index - 1 : index] != "p"):
                return None
            if word in self.words.object_relatives or (
                word in self.words.subject_relatives and index and sentence.tags[index - 1] == "p"
            ):
                antecedent = self._antecedent(sentence, index)
                subjects = [
                    p
                    for p in sentence.phrases
                    if (index < p.first < stop and not p.governed and p.role is not None)
                    or (index < p.first < stop and not p.governed)
                ]
                if antecedent is None or antecedent.kind == "impersonal":
                    return None
                return antecedent, subjects
        return None

    def _is_owner(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether a phrase completes a noun: *du PS*, *of the party*."""
        contracted = sentence.tokens[phrase.first].word in sentence.words.contracted
        return contracted or sentence.tags[phrase.first - 1 : phrase.first] == "f"

    def _coordinated(self, unit: Unit, last: NounPhrase) -> list[NounPhrase]:
        """The phrases of an enumeration that ends with one: *A, B et C*."""
        if last.kind == "impersonal":
            return [last]  # *X can win and I'm voting for her*
        chain, linked = [last], False
        for phrase in reversed([p for p in unit.sentence.phrases if p.last < last.first]):
            phrase = self._whole(phrase, unit.sentence)
            gap = unit.between(self._end(phrase, unit), chain[-1].start)
            if linked and len(gap) <= LONGEST_TITLE and self._is_title_of_next(gap, phrase, unit):
                gap = ", "
            if self.words.linking.fullmatch(gap):
                linked = True
            elif phrase.governed and not linked:
                continue  # *A and, in a turnabout, B*
            elif not (linked and self.words.listing.fullmatch(gap)):
                break
            is_clause = gap.startswith(",") and self.words.and_joined.search(gap) is not None
            if is_clause and self._is_object(unit.sentence, phrase):
                break  # *X beat Y, and Z will vote W*
            is_apart = phrase.governed and not last.governed
            is_apart = is_apart and not self.words.examples.search(unit.between(phrase.start - 16, phrase.start))
            if is_apart or phrase.kind == "impersonal" or self._is_taken(phrase, unit):
                break
            chain.append(phrase)
        before = unit.flat[: chain[-1].start - unit.start]
        link = self.words.linking_end.search(before[-24:])
        if link is not None and not any(
            p.end > chain[-1].start - 24 and p.last < chain[-1].first for p in unit.sentence.phrases
        ):
            place = unit.start + len(before) - len(before[-24:]) + link.start()
            if group := self._named_group(unit, unit.sentence.index(place) - 1):
                chain.append(group)
        return chain[::-1]

    def _is_title_of_next(self, gap: str, phrase: NounPhrase, unit: Unit) -> bool:
        """*A, House Majority Whip B and C*: whether only a title in capitals stands between two names."""
        printed = self.context.text[self._end(phrase, unit) :][: len(gap)]
        return phrase.kind == "name" and _CAPITALS.fullmatch(printed) is not None

    def _whole(self, phrase: NounPhrase, sentence: Sentence) -> NounPhrase:
        """*Unison Scotland*: a body with what completes its name."""
        if phrase.kind != "name" or sentence.tags[phrase.head] != "O":
            return phrase
        completed = COMPLETION.match(sentence.tags, phrase.last + 1)
        is_longer = completed is not None and completed.end() > phrase.last + 1
        return self._completed(phrase, sentence, completed.end() - 1) if completed and is_longer else phrase

    def _is_taken(self, phrase: NounPhrase, unit: Unit) -> bool:
        """Whether a phrase is the complement of an earlier stand: *to back X, Y and Z came out for…*."""
        return any(s.cue.unit is unit and s.endorsee and s.endorsee.start == phrase.start for s in self._recent())

    def _is_next(self, unit: Unit, phrase: NounPhrase) -> bool:
        """Whether nothing but small words stands between the beginning of a unit and a phrase."""
        before = {token.tag for token in unit.sentence.tokens if unit.start <= token.start < phrase.start}
        if before == {"L"} and phrase.kind == "name":
            return True  # *so is New York Mayor X*
        gap = self.words.skipped.sub(" ", unit.between(unit.start, phrase.start))
        if gap.count(",") == 1 or any(mark in gap for mark in ";:()!?.\x00"):
            return False
        words = gap.replace(",", " ").replace("'", "' ").split()
        tags = [unit.sentence.words.tags.get(word, "x") for word in words if word not in self.words.introducing]
        is_name = phrase.kind == "name" and phrase.entity is not None and phrase.entity.is_person
        if is_name and self.words.not_endorsees.intersection(words):
            return False  # *voted for the bill that X wrote*
        is_apposed = is_name and "D" in tags and tags[-1:] == ["x"] and words[-1] not in self.words.introducing
        if is_apposed and not self.words.not_endorsees.intersection(map(fold, words)):
            tags.remove("D")  # *pour le francophone Untel*
        if is_name and not unit.sentence.words.possessive.isdisjoint(words[:2]):
            tags = ["x" if tag in "arV" else tag for tag in tags]  # *pour son ancien élève Untel*
        return len(words) <= 6 and not set(tags) - set("txz") and tags.count("x") <= 3

    def _without_next_subject(self, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
        """An enumeration cut before the subject of the next verb: *voter X, et Y a rallié Z*."""
        sentence = unit.sentence
        if len(chain) > 1 and self.words.echoing.match(unit.flat, self._end(chain[-1], unit) - unit.start):
            gaps = [unit.between(self._end(a, unit), b.start) for a, b in pairwise(chain)]
            listed = [i for i, gap in enumerate(gaps, 1) if gap.startswith(",")]
            return self._until_linked(unit, chain[: listed[-1]]) if listed else chain  # *X ne votera pas Z, Y, si*
        for count in range(len(chain), 1, -1):
            following = chain[count - 1].last + 1
            while following < len(sentence.tags) and sentence.tags[following] in "tz":
                following += 1
            tail = unit.flat[self._end(chain[count - 1], unit) - unit.start :].lstrip(" ")
            gap = unit.between(self._end(chain[count - 2], unit), chain[count - 1].start)
            verbs = "VvAxT" if count == 2 and gap.startswith(",") else "VvA"
            is_subject = following < len(sentence.tags) and sentence.tags[following] in verbs
            after = _PARENTHESES.sub("", tail[:80]).split(maxsplit=1)[:1]
            is_subject = is_subject or not self.words.relays.isdisjoint(after)  # *le soutien de A, et B celui de C*
            if is_subject or self._opens_with_verb(tail) or self.words.own_ones.match(tail):
                chain = self._until_linked(unit, chain[: count - 1])
            break
        return self._until_linked(unit, chain)

    def _before_gapping(self, cue: Cue, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
        """An enumeration cut before the subject of a clause without a verb: *est pour A, B et C pour D*."""
        preposition = cue.flat.split()[-1:]
        chain = self._before_gapped(unit, chain)
        if len(chain) < 2 or not preposition or preposition[0] not in self.words.resuming:
            return chain
        tail = unit.flat[self._end(chain[-1], unit) - unit.start :].split(maxsplit=1)
        if tail[:1] != preposition:
            return chain
        gaps = [unit.between(self._end(a, unit), b.start) for a, b in pairwise(chain)]
        listed = [i for i, gap in enumerate(gaps, 1) if self.words.listing.fullmatch(gap)]
        return chain[: listed[-1] if listed else len(chain) - 1]

    def _closes(self, unit: Unit, end: int) -> bool:
        """Whether a clause ends at an offset."""
        return self.words.clause_end.match(unit.flat, end - unit.start) is not None

    def _before_gapped(self, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
        """*A a choisi B, et C, D*: an enumeration cut before the subject of a clause without a verb."""
        for place in range(1, len(chain) - 1):
            gap = unit.between(self._end(chain[place - 1], unit), chain[place].start)
            after = unit.between(self._end(chain[place], unit), chain[place + 1].start)
            if gap.startswith(",") and self.words.and_joined.search(gap) and after == ", ":
                return chain[:place] if self._closes(unit, self._end(chain[-1], unit)) else chain
        return chain

    def _is_spelled_like_a_name(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """*The Union Leader*: a noun for a person, in capitals."""
        head = self.context.text[sentence.tokens[phrase.head].start]
        return phrase.kind == "description" and phrase.entity is None and head.isupper()

    def _opens_with_verb(self, text: str) -> bool:
        """Whether words begin with the verb of a stand."""
        head = self.words.heads.match(text)
        return head is not None and any(tense != "noun" for _, tense in self.words.constructions[head[0]])

    def _until_linked(self, unit: Unit, chain: list[NounPhrase]) -> list[NounPhrase]:
        """An enumeration up to the last member that *et* links; without one, only what comes first."""
        linked = [
            i for i in range(1, len(chain))
            if self.words.linking.fullmatch(unit.between(self._end(chain[i - 1], unit), chain[i].start))
        ]  # fmt: skip
        return chain[: max(linked, default=0) + 1]

    def _list(self, unit: Unit, start: int) -> list[NounPhrase]:
        """A list after a colon, up to the end of its clause, with or without *et* before the last."""
        return self._items(unit.part(start)) or self._chain(unit, start, is_list=True)

    def _items(self, unit: Unit) -> list[NounPhrase]:
        """*The mayor, A; the novelist B, once a rival; the Tribune*: whom each part between semicolons names first;
        nobody when one of them names nobody."""
        if ";" not in unit.flat:
            return []
        found: list[NounPhrase] = []
        start = unit.start
        for part in unit.flat.split(";"):
            end = start + len(part)
            inside = [p for p in unit.sentence.phrases if start <= p.start and p.end <= end]
            if len(inside) > 1 and inside[0].kind == "description" and inside[1].kind == "name":
                inside = inside[1:] if unit.between(inside[0].end, inside[1].start) == ", " else inside
            lead = unit.between(start, inside[0].start).split() if inside else []
            if found and lead and lead[0] in self.words.resuming:
                return found  # *for X, A and B; for Y, C*
            if inside and inside[0].kind == "name" and len(lead) <= 2:
                found.append(self._named_whole(unit, inside[0]))
                for one in inside[1:]:
                    if one.kind != "name" or not self.words.linking.fullmatch(unit.between(found[-1].end, one.start)):
                        break
                    found.append(one)
            elif body := self._body_after(unit, start, start + len(part) - len(part.lstrip())):
                found.append(body)
            else:
                return []
            start = end + 1
        return found

    def _named_whole(self, unit: Unit, phrase: NounPhrase) -> NounPhrase:
        """*National Nurses United*, of which the end was read as somebody's name and the beginning as a party."""
        role, entity = phrase.role, phrase.entity
        if role is None or entity is None or entity.gender or set(unit.sentence.tags[role[0] : role[1] + 1]) != {"O"}:
            return phrase
        printed = self.context.text[phrase.start : self._end(phrase, unit)]
        return replace(phrase, role=None, entity=self.context.people.entity(" ".join(printed.split()), "group"))

    def _chain(self, unit: Unit, start: int, is_subject: bool = False, is_list: bool = False) -> list[NounPhrase]:
        """The enumeration of names and descriptions that begins at an offset, small words apart; unless it
        is a subject itself, it ends before the subject of a verb that follows."""
        rest = unit.part(start)
        chain: list[NounPhrase] = []
        lead = self.words.lead_in.match(rest.flat)
        end, position = start, start + (lead.end() if lead else 0)
        for _ in range(LONGEST_CHAIN):
            phrase = next((p for p in rest.sentence.phrases if end <= p.start <= position), None)
            phrase = phrase or self._body_after(rest, end, position)
            if phrase is not None and self._is_spelled_like_a_name(phrase, rest.sentence):
                phrase = self._body_after(rest, end, position) or phrase
            if phrase is None or phrase.kind not in ("name", "description"):
                break
            if rest.sentence.tags[phrase.head] == "O" and phrase.kind == "name":
                completed = COMPLETION.match(rest.sentence.tags, phrase.last + 1)
                if completed is not None and completed.end() > phrase.last + 1:
                    phrase = self._completed(phrase, rest.sentence, completed.end() - 1)
            phrase = self._name_in_marks(phrase, rest) or phrase
            chain.append(phrase)
            end = self._after_mark(self._end(phrase, rest), rest)
            link = self.words.linking.match(rest.flat, end - start) or self.words.listing.match(rest.flat, end - start)
            if link is None:
                break
            position = start + link.end()
        if is_list and chain and self.words.clause_end.match(rest.flat, end - start):
            return chain
        return self._until_linked(rest, chain) if is_subject else self._without_next_subject(rest, chain)

    def _name_in_marks(self, phrase: NounPhrase, unit: Unit) -> NounPhrase | None:
        """*le quotidien « L'Humanité »*: the name of a body that quotation marks set off from the noun for it."""
        if phrase.kind != "description":
            return None
        end = self._end(phrase, unit)
        after = next((p for p in unit.sentence.phrases if p.start > end), None)
        if after is None or after.entity is None or after.entity.is_person:
            return None
        return after if self.context.text[end : after.start].strip(" \u00a0\u202f") in _MARKS else None

    def _after_mark(self, end: int, unit: Unit) -> int:
        """An offset moved past the mark that closes a name quoted."""
        quotation = self.context.quotation_at(end - 1)
        is_closed = quotation is not None and not self.context.text[end : quotation.inner_end].strip()
        return quotation.end if quotation is not None and is_closed and quotation.end <= unit.end else end

    def _resumed(self, cue: Cue, unit: Unit, chain: Sequence[NounPhrase]) -> list[NounPhrase]:
        """*compter sur X, qui le soutient, et sur Y*: the enumeration taken up again with the preposition
        of the cue."""
        preposition = cue.flat.split()[-1:]
        if not chain or not preposition or preposition[0] not in self.words.resuming:
            return []
        low = self._end(chain[-1], unit) - unit.start
        found: list[NounPhrase] = []
        clause = unit.flat.find(";", low)  # *voted for X; Y went the other way, for Z*
        high = min(low + 160, clause) if clause >= 0 else low + 160
        for match in self.words.resuming[preposition[0]].finditer(unit.flat, low, high):
            starts = (unit.start + match.end(), unit.start + match.start("p"))
            found += [p for p in unit.sentence.phrases if p.start in starts][:1]
        return found

    def _beside(self, cue: Cue) -> list[NounPhrase]:
        """The phrases just before an apposition."""
        sentence = cue.unit.sentence
        index = sentence.index(cue.start)
        before = [p for p in sentence.phrases if p.start < cue.start]
        if before:
            nearest = before[-1]
            gap = sentence.tags[nearest.last + 1 : index]
            is_candidate = gap.startswith(",") and gap.endswith("r")  # *Untel, candidat soutenu par …*
            if not set(gap.removesuffix("r") if is_candidate else gap) - set(",(atDp#-xc") and len(gap) <= 5:
                is_said_of_name = (
                    nearest.kind == "description"
                    and len(before) > 1
                    and sentence.tags[before[-2].last + 1 : nearest.first] in (",", "(")
                )
                if is_said_of_name:
                    return [before[-2]]
                if (
                    nearest.entity is not None
                    and not nearest.entity.is_person
                    and (sentence.tags[nearest.first - 1 : nearest.first] == "(" or self._is_agent(sentence, nearest))
                ):  # *Untel (PS, soutenu par …)*, *Untel, investi par le PS et soutenu par …*
                    people = [p for p in before if p.entity is not None and p.entity.is_person and not p.governed]
                    if people:
                        return people[-1:]
                if gap == "c" and nearest.governed and self._is_agent(sentence, nearest):
                    return self._fallback(sentence, nearest.start)  # *was recruited by Y and anointed by Z*
                if gap.startswith(",") and nearest.governed and self._is_agent(sentence, nearest):
                    people = [p for p in before[:-1] if p.entity is not None and p.entity.is_person and not p.governed]
                    if people:  # *X, adoubée par Y, soutenue par …*
                        return people[-1:]
                if len(before) > 1 and not gap.strip("at") and self._is_party_of(sentence, before[-2], nearest):
                    return [before[-2]]
                if nearest.governed and "," not in gap and "(" not in gap:
                    nominee = (
                        before[-2] if len(before) > 1 and self._is_nominator(sentence, before[-2], nearest) else None
                    )
                    return [nominee or nearest]
                are_many = nearest.is_group or cue.flat.split()[0] in self.words.several_backers
                return self._coordinated(cue.unit, nearest) if are_many else [nearest]
            return []
        return []

    def _is_party_of(self, sentence: Sentence, person: NounPhrase, body: NounPhrase) -> bool:
        """Whether a party stands in apposition to a person: *Untel, ex-LR passé chez …*."""
        if body.entity is None or body.entity.is_person or person.entity is None or not person.entity.is_person:
            return False
        between = sentence.tags[person.last + 1 : body.first + 1]
        return between.startswith(",") and not between[1:-1].strip("xaD-") and len(between) <= 5

    def _is_agent(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether a phrase is the agent of a passive before it."""
        return phrase.first > 0 and sentence.tokens[phrase.first - 1].word in sentence.words.prepositions["by"]

    def _is_nominator(self, sentence: Sentence, person: NounPhrase, body: NounPhrase) -> bool:
        """Whether a body is said of a person: *Untel, candidat du PS soutenu par …*."""
        if body.entity is None or body.entity.is_person or person.entity is None or not person.entity.is_person:
            return False
        between = sentence.tags[person.last + 1 : body.first]
        return between.startswith(",") and between.strip(",aDx") in ("rf", "r")

    def _following(self, unit: Unit, position: int) -> tuple[Unit, list[NounPhrase]]:
        """The subject after the comma that closes an opening participle: *Fort du soutien de Y, X
        l'emporte*."""
        comma = unit.flat.find(",", position - unit.start)
        if comma < 0:
            return unit, []
        rest = unit.part(unit.start + comma + 1)
        first = rest.sentence.phrases[:1]
        return rest, [p for p in first if not p.governed and self._opens_with(rest, p)]

    def _opens_with(self, unit: Unit, phrase: NounPhrase) -> bool:
        """Whether a unit begins with a phrase, or with what somebody named is said to be: *union leader X*."""
        lead = unit.between(unit.start, phrase.start).split()
        is_named = phrase.kind == "name" and phrase.entity is not None and phrase.entity.is_person
        return not lead or (is_named and len(lead) <= 3 and not set(unit.sentence.tags[: phrase.first]) - set("xag-"))

    def _end(self, phrase: NounPhrase, unit: Unit) -> int:
        return max(phrase.end, unit.sentence.tokens[phrase.last].end)

    def _word(self, phrase: NounPhrase, unit: Unit) -> str:
        return unit.sentence.tokens[phrase.first].word

"""Which two a plural means: "they", "the couple", "both", "the Roes"."""

from spacy.tokens import Token

from kg.nlp import lexicon, links
from kg.nlp.beside import APPOSED, joined
from kg.nlp.candidates import Candidate
from kg.nlp.governing import SUBJECTS
from kg.nlp.pairs import PARTED, Apart
from kg.nlp.triangles import BACK, Triangles
from kg.nlp.unions import (
    have_child,
    is_couple,
    is_of_two,
    is_parting,
    is_parting_since,
    is_past_wedding,
    is_reunion,
    is_tie,
    subject_above,
    told_by,
    word_of,
)

_PRESENT = ("VBP", "VBZ")
_SINCE = ("after", "following", "since")
_TOLD = ("obj", "obl")  # of whom a verb tells beside its subject
_ANNOUNCING = ("announce", "confirm", "reveal")  # one's own news
_MOVED = frozenset(  # by what others do
    "delighted glad happy heartbroken overjoyed pleased relieved relieve saddened sad shocked shock sorry".split()
)
_OPENING = 4  # sentences that may speak of a couple before naming it


class Plurals(Triangles):
    """Resolves words for two people taken together, by who was spoken of with whom."""

    def pair_of(self, each: Candidate) -> tuple[int, ...]:
        """The two that "they", "both" or "the couple" means: spoken of together last, or the document's couple."""
        if each.kind == "pronoun" and (self._has_other_plural(each) or self._follows_unknown_exes(each)):
            return ()
        if each.family:
            return self._spouses(each.family)
        if any(child.lower_ == "whom" for child in self.doc[each.head].rights):
            return self._both_before(each)
        if each.noun == "spouse" and self.couple and set(self.couple) <= self.told and not self._are_former(each):
            return self.couple
        if beside := self._both_ahead(each) or self._both_in_row(each) or self._with_whom(each):
            return beside
        sentence = self.sentence(each.head)
        told = self._told(each)
        has_parted = any(map(is_parting, told))
        noun = PARTED if has_parted and each.noun != "couple" else each.noun or _said(self.doc[each.head])
        barred = self._children_named(each) | self._others(each) | self._whom(each) | self._moved(each)
        lover = self._lover_anew(each)
        apart = self.is_of_caption if lover is None else self._is_apart_after
        told_at = self.sentence_told(each.head)
        here = (pair.figures for pair in self.pairs.recent if pair.sentence == told_at)
        is_again = any(map(is_reunion, told))
        is_of_exes = has_parted or is_again or any(self._are_exes(*pair) for pair in here)
        is_of_exes |= self._goes_on_about_exes(each, told)
        bonds = [self.bond if is_of_exes else self._bond_now]
        if not is_of_exes and any(map(_is_union, told)):
            bonds.insert(0, self._bond_or_exes)
        near = (self.pairs.best(noun, each.head, told_at, bond, apart, barred) for bond in bonds)
        found = self._exes(each) or self._tellers(each, apart) or next(filter(None, near), ())
        if (
            len(found) == 2
            and self._are_former(each)
            and (self._are_now(*found) or self._are_named_behind(each, found))
        ):
            return ()  # "Ada's boyfriend Ben used to date Eva. The former couple …"
        if not found and each.kind == "group":
            found = self._lovers() if noun == "couple" or any(is_tie(word) or is_parting(word) for word in told) else ()
            found = found or self._only_two(sentence) or self._only_partners()
            found = found if barred.isdisjoint(found) else ()
        elif not found and self._is_of_love(each):
            found = self._only_two(sentence, 0) or self._both_ahead(each, with_objects=True)
        if not is_of_exes:
            found = self._gone_back(each, found)
            found = self._by_union(self._with_the_last(found, sentence), self.doc[each.head], told)
        if has_parted and not any(child.tag_ in _PRESENT for word in told for child in word.children):
            found = self._parted_before(found)
        found = self._outlived(found) if not any(map(_is_before, told)) else found
        mates = self._mates_of_unknown(each) if has_parted else set()
        if mates and not mates & set(found):
            return ()
        if lover is not None:
            return found if set(self.known_at(lover.i)) & set(found) else ()
        if self._are_named_by(each, found):
            return ()
        if wedded := self._wed_in_line(each, found):
            return wedded
        is_of_love = noun == "couple" or any(is_tie(word) or is_parting(word) for word in told)
        if is_of_love and len(found) == 2 and self._are_kindred(*found):
            found = ()
        if not found and (each.kind == "group" or sentence <= _OPENING or self._is_couple_told_of()):
            return self.couple if set(self.couple) <= self.told and barred.isdisjoint(self.couple) else ()
        return found

    def _are_named_behind(self, each: Candidate, pair: tuple[int, ...]) -> bool:
        """Whether the sentence goes on to name the two, who are others: "The exes split weeks before Ada met Ben"."""
        end = self.doc[each.head].sent.end
        named = {
            index
            for other in self.candidates
            if other.kind == "name" and each.end <= other.head < end
            for index in (self.people.of[other.start],)
        }
        return named.issuperset(pair)

    def _wed_in_line(self, each: Candidate, pair: tuple[int, ...]) -> tuple[int, ...]:
        """The two whose wedding a line of a list tells, not the parents: "- Carl Roe; wed Ada Poe. They had a son"."""
        item = self.item_at(each.head)
        if item < 0:
            return ()
        start = self.doc._.items[item][0]
        names = (one for one in self.candidates if one.kind == "name" and start <= one.start < one.end <= each.start)
        named = tuple(dict.fromkeys(self.people.of[one.start] for one in names))
        is_wedding = any(map(_is_union, self.doc[start : each.start]))
        return named if is_wedding and len(named) == 2 and set(named).isdisjoint(pair) else ()

    def _are_named_by(self, each: Candidate, pair: tuple[int, ...]) -> bool:
        """Whether what they say names the two, who are others then: "A friend says so. They said: 'Ada loves Ben'"."""
        said = (quote for quote in self.quotes if quote.speaker == each.head) if len(pair) == 2 else ()
        named = {self.people.of[i] for quote in said for i in range(quote.start, quote.end) if i in self.people.of}
        return bool(pair) and named.issuperset(pair)

    def _both_before(self, each: Candidate) -> tuple[int, ...]:
        """The two named right before "both of whom", and no third: "Ben and Ada", "a son, Ben, and a girl, Ada"."""
        start, end = self.doc[each.head].sent.start, links.before_commas(self.doc[each.start])
        names = [one for one in self.candidates if one.kind == "name" and start <= one.start < one.end <= end]
        if len(names) < 2 or names[-1].end != end:
            return ()
        between = self.doc[names[-2].end : names[-1].start]
        is_plain = not any(token.tag_[:2] in ("VB", "WP", "IN", "PR") for token in between)
        is_row = between.text in ("and", "&") or any(lexicon.tie_of(token.lower_) for token in between)
        both = tuple(dict.fromkeys(index for one in names[-2:] for index in self.known_at(one.head)))
        return both if is_plain and is_row and len(both) == 2 else ()

    def _both_in_row(self, each: Candidate) -> tuple[int, ...]:
        """The two told right before "and their son": "Ada's sister Eva, her fiancé Ben, and their son", whoever came.

        Of a row with "brother Ben, sister-in-law Ada and the couple's son" it is Ben and Ada.
        """
        doc, token = self.doc, self.doc[each.head]
        joint = doc[each.start - 1] if each.start > token.sent.start else token
        is_child = token.dep_ == "nmod:poss" and lexicon.tie_of(token.head.lower_) == "child"
        if not is_child or joint.lower_ not in ("and", "&"):
            return ()
        end, start = links.before_commas(joint), token.sent.start
        names = [one for one in self.candidates if one.kind == "name" and start <= one.start < one.end <= end]
        last = names[-1] if names and names[-1].end == end else None
        nouns = [one for one in self.candidates if last is not None and last.head in one.same and one.head < last.head]
        noun = next((one for one in nouns if one.noun.endswith("-in-law") or one.tie == "partner"), None)
        if last is None or noun is None:
            return ()
        others = [index for head in noun.owners for index in self._of(head)]
        if not noun.owners and len(last.people) == 1:  # "with wife Ada and their son"
            mates = self.ties.partners(last.people[0]) or self.known.partners(last.people[0])
            others = mates if len(mates) == 1 else []
        if noun.tie != "partner":
            before = names[-2] if len(names) > 1 else last
            told = [one for one in self.candidates if before.head in one.same and one.tie == "sibling"]
            others = list(before.people) if told else []
        both = tuple(dict.fromkeys([*others, *last.people]))
        return both if len(both) == 2 else ()

    def _bond_now(self, a: int, b: int) -> str:
        """What two are told to be; who are told to be exes by now are no couple to go on about."""
        bond = self._bond_or_exes(a, b)
        return "" if bond == "exes" else bond

    def _bond_or_exes(self, a: int, b: int) -> str:
        """What two are told to be: "exes", too, of whom no new union is told where it may be that of another couple.

        In the news so is "her first husband"; a life goes on from one to the next.
        """
        are_exes = self.ties.are_exes if self.people.topic is not None else self.ties.were_together
        return "exes" if are_exes(a, b) and not self.ties.are_kin(a, b) else self.bond(a, b)

    def _told(self, each: Candidate) -> list[Token]:
        """The words for what the two do, or have: "announced their split", "the couple's marriage"."""
        token = self.doc[each.head]
        if token.dep_ == "nmod:poss":
            return [token.head]
        told = list(told_by(token.head, token.sent.end)) if token.dep_ in SUBJECTS else []
        return told + [child for word in told for child in word.children if is_parting_since(child)]

    def _lover_anew(self, each: Candidate) -> Token | None:
        """Who loves anew at the time of a parting, that of another two: "Ada began dating Ben after their split"."""
        noun = self.doc[each.head].head
        is_aside = self.doc[each.head].dep_ == "nmod:poss" and is_parting(noun) and noun.left_edge.lower_ in _SINCE
        subject = subject_above(noun) if is_aside else None
        words = list(told_by(subject.head, noun.i)) if subject is not None else []
        return subject if any(map(is_tie, words)) and not any(map(is_parting, words)) else None

    def _is_apart_after(self, before: int, i: int) -> bool:
        """Whether the two of this very sentence are meant by neither of its words."""
        return before >= self.doc[i].sent.start or self.is_of_caption(before, i)

    def _tellers(self, each: Candidate, is_apart: Apart) -> tuple[int, ...]:
        """The one who tells of it, and the partner: "Ada confirmed their split", "she posted a photo of their son".

        So do "she announced that they had wed", "Ada revealed that the couple were engaged": her own news.
        """
        token = self.doc[each.head]
        noun = lexicon.person_noun(word_of(token.head))
        is_theirs = token.dep_ == "nmod:poss" and (is_tie(token.head) or (noun is not None and noun.tie == "child"))
        is_clause = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and word_of(token.head.head) in _ANNOUNCING
        if not (is_theirs or is_clause) or token.head.dep_ in SUBJECTS:
            return ()
        tellers = {index for i in links.own_subjects(token) for index in self.together(self.doc[i])}
        near = (pair for pair in reversed(self.pairs.recent) if tellers & set(pair.figures) and pair.head < each.head)
        told = (pair for pair in near if not is_apart(pair.head, each.head))
        bound = (pair.figures for pair in told if self.bond(*pair.figures) == "partner")
        is_one = len(tellers) == 1 and not self.people.figures[min(tellers)].unnamed
        return next(bound, ()) if is_one else ()

    def _goes_on_about_exes(self, each: Candidate, told: list[Token]) -> bool:
        """Whether two who have parted are meant as they were: "her ex Ben left. The couple had met in 2012".

        They were spoken of last, nobody else since. A wedding is theirs if neither may have wed anew.
        """
        before = (pair for pair in reversed(self.pairs.recent) if pair.head < each.head and pair.weight > 0)
        near = (pair for pair in before if not self.is_of_caption(pair.head, each.head))
        last = next((pair for pair in near if self.bond(*pair.figures) != "kin"), None)
        if last is None or self.sentence_told(each.head) - last.sentence > BACK:
            return False
        since = {before.figure for before in self.spoken if last.head < before.head < each.head}
        family = {*last.figures, *(other for one in last.figures for other in self.kin(one))}
        if not since <= family or not self.ties.are_exes(*last.figures):
            return False
        may_wed = any(map(self.ties.may_wed, last.figures))
        is_wedding = any(map(is_past_wedding, told)) and self.ties.were_wed(*last.figures)
        return any(map(_is_before, told)) or (is_wedding and not may_wed)

    def _children_named(self, each: Candidate) -> set[int]:
        """Whom the clause names as children: in "they share a daughter, Ada, and a son, Ben" they are neither."""
        token = self.doc[each.head]
        beside = [child for child in token.head.children if child.dep_ == "obj" or child.dep_.startswith("obl")]
        nouns = [token.head] if token.dep_ == "nmod:poss" else beside if token.dep_ in SUBJECTS else []
        nouns = [noun for noun in nouns if self._is_child(noun.i)]
        named = [other for noun in nouns for head in self.at[noun.i].same for other in (head, *self._row(head))]
        told = [self.at[head] for head in named if head in self.at]  # "their concern is their children"
        return {self.people.of[each.start] for each in told if each.kind == "name"}

    def _whom(self, each: Candidate) -> set[int]:
        """To whom the two do something: "the duo told Ben"; not "they include Ben"."""
        token = self.doc[each.head]
        verb = token.head
        told = [child for child in verb.rights if child.dep_ in ("obj", "iobj") and child.i in self.at]
        is_done = token.dep_ in SUBJECTS and verb.lemma_ != "include"
        return {self.people.of[self.at[child.i].start] for child in told if is_done and self.at[child.i].kind == "name"}

    def _moved(self, each: Candidate) -> set[int]:
        """Whom it moves what a couple does: in "Ada and Ben were glad when the couple split" it is none of them."""
        verb = self.doc[each.head].head
        is_told = each.kind == "group" and self.doc[each.head].dep_ in SUBJECTS and verb.dep_ == "advcl"
        subjects = [child for child in verb.head.lefts if child.dep_ in SUBJECTS] if is_told else []
        is_moved = bool(subjects) and word_of(verb.head) in _MOVED
        return set(self.together(subjects[0])) if is_moved else set()

    def _others(self, each: Candidate) -> set[int]:
        """Those of another gender than the noun: "the two women" are no men."""
        figures = self.people.figures if each.gender else ()
        return {figure.index for figure in figures if links.differs(each, figure)}

    def _row(self, head: int) -> list[int]:
        """The names told in a row with one: "Ada, nine, and sons Ben and Carl"."""
        found = [other.i for other in joined(self.doc[head]) if other.i in self.at]
        return [name for i in found for name in (i, *(self.at[i].same if self._is_child(i) else ()))]

    def _exes(self, each: Candidate) -> tuple[int, ...]:
        """The two that "the former couple" or "the exes" means: those told of last of whom one is the other's ex.

        Or else two who loved, and of whom no word tells that they do so now: "Ben dated Ada".
        """
        if not self._are_former(each):
            return ()
        near = [pair.figures for pair in reversed(self.pairs.recent) if pair.head < each.head]
        loved = (pair for pair in near if self.bond(*pair) == "partner" and not self._are_now(*pair))
        return next((pair for pair in near if self.ties.are_exes(*pair)), ()) or next(loved, ())

    def _follows_unknown_exes(self, each: Candidate) -> bool:
        """Whether its sentence tells of a former couple of whom nobody knows who they are."""
        before = (self.at[i] for i in range(self.doc[each.head].sent.start, each.head) if i in self.at)
        return any(self._are_former(other) and not other.people for other in before)

    def _mates_of_unknown(self, each: Candidate) -> set[int]:
        """From whom somebody unheard of parted in the sentence before: "The Olympian split from husband Ben"."""
        start = self.sentence_before(each.head)
        verbs = [token for token in self.doc[start : each.head] if token.tag_[:2] == "VB" and is_parting(token)]
        for verb in reversed(verbs):
            subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
            if subject is None or subject.tag_ not in ("NN", "NNP") or self.known_at(subject.i):
                return set()
            return {index for child in verb.rights if child.dep_ in _TOLD for index in self.known_at(child.i)}
        return set()

    def _are_former(self, each: Candidate) -> bool:
        words = {child.lower_ for child in self.doc[each.head].lefts}
        return each.kind == "group" and (each.noun.startswith("ex") or bool(words & {"former", "estranged"}))

    def _only_partners(self) -> tuple[int, ...]:
        """The only two people with names who are told to be partners, if both have been spoken of."""
        named = {figure.index for figure in self.people.figures if not figure.unnamed} & self.told
        pairs = {tuple(sorted((owner, other))) for owner in named for other in self.known.partners(owner)}
        pairs = {pair for pair in pairs if set(pair) <= named}
        return next(iter(pairs)) if len(pairs) == 1 else ()

    def _spouses(self, family: str) -> tuple[int, ...]:
        """The couple of whom both bear the name, or else one, if there is one only: "the Roes"."""
        figures = self.people.figures
        bearers = [
            index for index in sorted(self.told) if any(full.family[-1:] == (family,) for full in figures[index].full)
        ]
        couples = {
            tuple(sorted((index, other)))
            for index in bearers
            for other in self.ties.partners(index) or self.known.partners(index)
            if other in self.told
        }
        named = {pair for pair in couples if set(pair) <= set(bearers)} or couples
        strangers = {index for index in sorted(self.told) if self._is_of_other_family(index, family)}
        loose = {pair for pair in named if strangers & set(pair) and self._are_now(*pair)}
        named -= loose  # "Ben Roe is dating Ada Poe": they are not the Roes
        return named.pop() if len(named) == 1 else ()

    def _is_of_other_family(self, index: int, family: str) -> bool:
        """Whether somebody is known by another family name."""
        families = {full.family[-1:] for full in self.people.figures[index].full if full.family}
        return bool(families) and (family,) not in families

    def _is_of_love(self, each: Candidate) -> bool:
        """Whether it tells whose a romance or a parting is: "their relationship", "their split"."""
        token = self.doc[each.head]
        return token.dep_ == "nmod:poss" and is_of_two(token.head)

    def _both_ahead(self, each: Candidate, *, with_objects: bool = False) -> tuple[int, ...]:
        """The two that a word before them means: "After their split, Ada and Ben wed others", "As they wed, Ada and".

        With the objects also "After going public with their romance, Ada joined Ben".
        """
        subject = links.subject_ahead(self.doc[each.head])
        row = [subject, *joined(subject)] if subject is not None else []
        if len(row) == 1 and with_objects:
            row += [other for other in row[0].head.rights if other.dep_ in _TOLD and other.i in self.at]
        named = [other.i for other in row if other.i in self.at and self.at[other.i].kind == "name"]
        both = {index for i in named for index in self._of(i)}
        is_pair = len(named) == len(row) == len(both) == 2
        return tuple(sorted(both)) if is_pair and not self._are_family(*both) else ()

    def _row_before(self, relative: Token, last: Token) -> tuple[int, ...]:
        """Both of "Ada and Ben, who have a son": the verb tells that it is of more than one.

        So does "Ada and her husband Ben, who welcomed a son", by what the two are.
        """
        while last.dep_ in APPOSED:
            last = last.head
        if relative.dep_ not in SUBJECTS or last.dep_ != "conj" or relative.lower_ != "who":
            return ()
        verb = relative.head
        helping = [child for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop")]
        is_of_many = any(word.tag_ == "VBP" or word.lower_ == "were" for word in (verb, *helping))
        row = [self._of(each.i) for each in (last.head, *joined(last.head)) if each.i < relative.i]
        people = tuple(dict.fromkeys(index for told in row for index in told))
        is_of_two = len(people) == 2 and have_child(verb) and self.bond(*people) == "partner"
        return people if all(row) and (is_of_many or (is_of_two and verb.tag_ == "VBD")) else ()

    def _are_family(self, a: int, b: int) -> bool:
        """Whether two are kin, or children or parents of the same."""
        theirs = [{each, *self.kin(each)} for each in (a, b)]
        return bool(theirs[0] & theirs[1]) and self.bond(a, b) != "partner"

    def _are_kindred(self, a: int, b: int) -> bool:
        """Whether two are told as kin, or as children of the same; not who have a child."""
        is_sibling = any(set(ties.parents(a)) & set(ties.parents(b)) for ties in (self.ties, self.known))
        return self.bond(a, b) == "kin" or (is_sibling and self.bond(a, b) != "partner")

    def _only_two(self, sentence: int, before: int = 1) -> tuple[int, ...]:
        """The two people of the sentence before and this one, if they are just two: "the two wed a year later"."""
        near = {each.figure for each in self.spoken if sentence - each.sentence <= before}
        is_couple = len(near) == 2 and self.bond(*near) != "kin" and not self._are_rivals(*near)
        return tuple(sorted(near)) if is_couple else ()

    def _is_couple_told_of(self) -> bool:
        """Whether the last people spoken of are the document's couple, and partners."""
        last = {before.figure for before in list(self.spoken)[-3:]}
        return bool(last) and last <= set(self.couple) and self.bond(*self.couple) == "partner"

    def _has_other_plural(self, each: Candidate) -> bool:
        """Whether a plural subject nearer than any pair is meant: "fans said that they"."""
        sentence = self.sentence_told(each.head)
        start = self.sentence_before(each.head)
        return any(
            token.tag_ in ("NNS", "NNPS")
            and token.dep_ in SUBJECTS
            and not self.known_at(token.i)
            and (token.head.dep_ != "advcl" or self.chains.may_be_people(token.i))
            for token in self.doc[max(self.pairs.last(sentence) + 1, start) : each.head]
        )


def _is_before(word: Token) -> bool:
    """Whether a clause looks back: "they had wed in 1940", "had been dating"."""
    return word.tag_ in ("VBN", "VBG") and any(child.lower_ in ("had", "'d", "’d") for child in word.children)


def _is_union(word: Token) -> bool:
    """Whether a clause tells that two love or wed, and looks at no time before."""
    return is_tie(word) and not _is_before(word)


def _said(plural: Token) -> str:
    """What two are said to be or not to be: "they are a couple now"; "" for anything but lovers."""
    return "couple" if plural.dep_ in SUBJECTS and is_couple(plural.head) else ""

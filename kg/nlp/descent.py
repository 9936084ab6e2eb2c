"""Whom words mean in what is told of parents and children: whose they are, or who is told by a famous parent."""

from itertools import takewhile

from spacy.tokens import Token

from kg.nlp import lexicon, links
from kg.nlp.beside import taken_as
from kg.nlp.candidates import Candidate
from kg.nlp.doers import doer
from kg.nlp.governing import SUBJECTS
from kg.nlp.lovers import Lovers
from kg.nlp.phrases import doc_word
from kg.nlp.ties import Tie
from kg.nlp.unions import DYING, HAVING, is_child, is_of_birth, word_of

# kin whose possessor is that of the kin told before them in a row, by the ties of those
_SAME_OWNER = {
    "parent": ("parent", "sibling", "partner", "relative"),
    "sibling": ("parent", "sibling", "partner", "relative"),
    "child": ("child", "partner"),
}
_BLOOD = frozenset(["parent", "child", "sibling"])


class Descent(Lovers):
    """Resolves possessors of kin, and descriptions by a parent."""

    def _parallel(self, each: Candidate) -> int | None:
        """The first possessor of two: "Her mother, Ada Roe, sang and her father, Ben, danced" tells of one child.

        So do "her mother was Ada Roe and her father Ben Roe", and "with her mother Ada Roe and her sister". In "Eva
        Roe's mother, Ada, sang. Her father, Ben, danced" it is Eva.
        """
        token = self.doc[each.head]
        noun = self.at.get(token.head.i)
        if token.dep_ == "nmod:poss" and noun is not None and noun.tie == "partner":
            return self._first_owner(token)
        if token.dep_ != "nmod:poss" or noun is None or noun.tie not in _SAME_OWNER:
            return None
        start = token.sent.start
        if token.i == start > 0 and noun.tie == "parent":
            start = self.doc[start - 1].sent.start  # "Ada Roe's mother, Eva, sang. Her father, Ben, danced."
        for other in self.doc[start : token.i]:
            is_alike = other.lower_ == token.lower_ or (noun.tie == "parent" and self._may_mean(each, other.i))
            first = self.at.get(other.head.i) if is_alike and other.dep_ == "nmod:poss" else None
            is_row = first is not None and other.lower_ == token.lower_ and _is_in_row(token.head, other.head)
            if first is not None and is_row and first.tie in _SAME_OWNER[noun.tie]:
                return other.i
            if first is not None and noun.tie in ("parent", "sibling") and first.tie in ("parent", "sibling"):
                is_same = {noun.tie, first.tie} != {"parent"} or first.gender != noun.gender
                is_pair = all(_told_of(word.head).dep_ in SUBJECTS for word in (other, token))
                return other.i if is_pair and is_same else None
        return None

    def _first_owner(self, token: Token) -> int | None:
        """The first "his" of "his son by his wife": whose child it is."""
        child = token.head.head
        is_with = token.head.dep_ == "nmod" and doc_word(self.doc, token.head.left_edge.i) in ("by", "with")
        if not is_with or child.i not in self.at or self.at[child.i].tie != "child":
            return None
        owners = (each.i for each in child.lefts if each.dep_ == "nmod:poss" and each.lower_ == token.lower_)
        return next(owners, None)

    def _is_newborn(self, each: Candidate) -> bool:
        """Whether it is a child without a name that died: "a son was born in May, but he died young"."""
        token = self.doc[each.head]
        if token.dep_ not in SUBJECTS or word_of(token.head) not in DYING:
            return False
        start = token.sent.start
        before = self.doc[start - 1].sent.start if token.i == start > 0 else start
        near = [other for other in self.candidates if before <= other.head < token.i and other.number == "one"]
        born = next((other for other in reversed(near) if is_child(self.doc[other.head])), None)
        if born is None or born.gender not in ("", each.gender):
            return False
        noun = self.doc[born.head]  # "they had a son in May. He died in June": who had him, it may be
        if not (is_of_birth(noun) or (born.head >= start and word_of(noun.head) in HAVING)):
            return False
        figures = (self.people.figures[index] for index in self._of(born.head))
        others = [other for other in near if other.head > born.head and self.doc[other.head].dep_ in SUBJECTS]
        return all(figure.unnamed for figure in figures) and not others

    def _may_mean(self, each: Candidate, head: int) -> bool:
        """Whether the pronoun may mean somebody named there."""
        named = self.at.get(head)
        people = self._of(head) if named is not None and named.kind == "name" else ()
        return len(people) == 1 and not links.differs(each, self.people.figures[people[0]])

    def _taker(self, each: Candidate) -> int | None:
        """The Ada of "Ada Roe took Ben in as her son", who is no son of his own."""
        token = self.doc[each.head]
        taken = taken_as(token.head) if token.dep_ == "nmod:poss" and token.head.tag_[:2] == "NN" else []
        known = {index for i in (links.own_subjects(token.head.head) if taken else ()) for index in self.known_at(i)}
        fitting = [index for index in sorted(known) if not links.differs(each, self.people.figures[index])]
        return fitting[0] if len(fitting) == len(known) == 1 else None

    def _is_open(self, each: Candidate, owners: tuple[int, ...]) -> bool:
        """Whether "his mother" may be that of another man, who stands nearer than the one whose she is taken for.

        "Ben asked the boy to draw his mother"; not where the one does what the clause tells: "Ben told the boy of his".
        """
        owner = next((child for child in self.doc[each.head].lefts if child.dep_ == "nmod:poss"), None)
        told = self.at.get(owner.i) if owner is not None and owner.lower_ in ("his", "her") else None
        if owner is None or told is None or each.tie not in _BLOOD:
            return False
        subject = doer(owner)
        if subject is not None and self.known_at(subject.i) == owners:
            return False
        near = (other for other in reversed(self.candidates) if owner.sent.start <= other.head < owner.i)
        nearest = next((other for other in near if self._may_own(other, told)), None)
        return nearest is not None and nearest.people != owners

    def _may_own(self, other: Candidate, owner: Candidate) -> bool:
        """Whether a word before a possessor speaks of one person of its gender, or of whom no gender is known."""
        known = [self.people.figures[index] for index in other.people]
        genders = {figure.gender for figure in known} if len(known) == 1 else {other.gender}
        is_one = other.number == "one" and other.kind in ("name", "nominal", "pronoun") and len(known) < 2
        return is_one and bool(genders & {"", owner.gender})

    def _doer_of_own(self, each: Candidate) -> int | None:
        """Who does what is told of "her own son": the Eva of "Ada gave birth a day before Eva had her own son"."""
        token = self.doc[each.head]
        if token.dep_ != "nmod:poss" or doc_word(self.doc, token.i + 1) != "own":
            return None
        subjects = [self.doc[i] for i in sorted(links.own_subjects(token.head))]
        known = {index for subject in subjects for index in self.together(subject)}
        fitting = [index for index in sorted(known) if not links.differs(each, self.people.figures[index])]
        return fitting[0] if len(fitting) == len(known) == 1 else None

    def _fronted(self, each: Candidate) -> int | None:
        """Whose the time is that the clause opens with: in "After his split from Ada, he moved" he is the same."""
        token = self.doc[each.head]
        if token.dep_ not in SUBJECTS or not each.gender:
            return None
        nouns = (child for child in token.head.lefts if child.dep_ == "obl" and child.i < token.i)
        owners = [
            self.at[word.i] for noun in nouns for word in noun.lefts if word.dep_ == "nmod:poss" and word.i in self.at
        ]
        same = [owner.people for owner in owners if owner.kind == "pronoun" and owner.gender == each.gender]
        return same[0][0] if len(same) == 1 == len(same[0]) else None

    def _by_spouse(self, each: Candidate) -> int | None:
        """The Carl of "she married Ben Roe, a son of Carl Roe by his second wife"."""
        token = self.doc[each.head]
        by = token.i - 1
        is_tie = token.head.lemma_ == "marriage" or lexicon.tie_of(token.head.lemma_) == "partner"
        if token.dep_ != "nmod:poss" or not is_tie or self.doc[by].lower_ != "by":
            return None
        before = reversed(self.doc[token.sent.start : by])
        phrase = takewhile(lambda word: word.pos_ not in ("VERB", "AUX"), before)
        child = next((told for word in phrase if (told := self.at.get(word.i)) and told.tie == "child"), None)
        parents = self._of(child.owners[0]) if child is not None and child.owners else ()
        is_one = len(parents) == 1 and not links.differs(each, self.people.figures[parents[0]])
        return parents[0] if is_one else None

    def _by_parent(self, each: Candidate, owners: tuple[int, ...]) -> int | None:
        """ "The daughter of the singer Ben Roe went home": whom the news are about, where Ben is told of for that only.

        Not a child of somebody named before, who may be anybody's.
        """
        noun, figures = self.doc[each.head], self.people.figures
        is_new = any(figures[owner].places and min(figures[owner].places) >= each.start for owner in owners)
        is_told = each.tie == "child" and each.definite and links.role(noun) == "subject"
        if not is_new or not is_told or self.people.topic is not None or noun.head != noun.sent.root:
            return None
        best = self._best(each, links.THRESHOLD, margin=links.CLEAR)
        if best is None or best in owners:
            return None
        for owner in owners:
            self.tie(owner, Tie(each.tie, best, each.noun, each.order), each.head)
        return best


def _is_in_row(noun: Token, first: Token) -> bool:
    """Whether a noun is coordinated with another, with its name or with what is told of it."""
    while noun.dep_ in ("conj", "appos", "parataxis") and noun.i > first.i:
        noun = noun.head
        if noun == first or (first.dep_ in SUBJECTS and noun == first.head and noun.pos_ in ("NOUN", "PROPN")):
            return True
    return False


def _told_of(noun: Token) -> Token:
    """What a clause tells of somebody by: of "his mother's name was Ada" the name."""
    return noun.head if noun.dep_ == "nmod:poss" and noun.head.lemma_ == "name" else noun

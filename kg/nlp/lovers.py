"""Whom words mean in what is told of love, weddings and partings: who does it, or whose partner is named beside."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.nlp import earlier, links
from kg.nlp.beside import joined
from kg.nlp.candidates import Candidate
from kg.nlp.governing import SUBJECTS
from kg.nlp.phrases import doc_word
from kg.nlp.plurals import Plurals
from kg.nlp.ties import Tie, is_marital, is_past
from kg.nlp.unions import is_going_on, is_of_two, is_parting, is_tie, subject_above, told_by, word_of

_AFTER = frozenset(["after", "following"])
_FIRST_EQUAL = 2001  # year of the first law by which two women or two men marry: the Netherlands


class Lovers(Plurals):
    """Resolves pronouns by what their clause tells of two: one weds, leaves and divorces a partner of one's own."""

    def _own(self, each: Candidate) -> int | None:
        """The clause's subject, in "who divorced his wife", "she began dating Kim Poe after her split from Ben"."""
        token = self.doc[each.head]
        if token.dep_ != "nmod:poss" or not each.gender:
            return None
        noun = self.at.get(token.head.i)
        is_partner = noun is not None and noun.tie == "partner"
        subject = self._subject_of_love(token.head, is_partner)
        known = self.known_at(subject.i) if subject is not None else ()
        if subject is None or len(known) != 1:
            return None
        if links.differs(each, self.people.figures[known[0]]):
            return self._loved_by(subject, each)
        if self.at[subject.i].gender not in ("", each.gender):  # "she wed Ben after the death of his wife"
            return None
        # "Robin began dating April after her split": where only one of them is told to be a woman
        between = {index for i in range(subject.i + 1, token.i) for index in self.known_at(i)}
        genders = {self.people.figures[index].gender for index in between - {known[0]}}
        is_clear = is_partner and earlier.aside(token.head) is None
        return known[0] if is_clear or self.people.figures[known[0]].gender or each.gender not in genders else None

    def _loved_by(self, subject: Token, each: Candidate) -> int | None:
        """Whom the subject loves, where it is no man: the Carl of "Ben's wife Ada dated Carl after his split"."""
        words = list(told_by(subject.head, each.head))
        loved = {child.i for word in words if is_tie(word) for child in word.children if self._is_whom(child)}
        known = [self.known_at(i) for i in sorted(loved) if i < each.head]
        is_one = len(known) == 1 and len(known[0]) == 1
        return known[0][0] if is_one and not links.differs(each, self.people.figures[known[0][0]]) else None

    def _parent(self, each: Candidate) -> int | None:
        """Whose children are told of: "Ben's son Carl from his marriage to Ada", "he has a son from his marriage"."""
        child = self._child_of_union(self.doc[each.head])
        if child is None:
            return None
        noun = self.doc[child.head]
        above = self.at.get(noun.head.i) if noun.dep_ == "nmod" else None  # "a father to sons Ben and Carl"
        parents = (above.head,) if above is not None and above.tie == "parent" else ()
        owners = child.owners or parents or links.own_subjects(noun)
        known = {index for head in owners for index in self.known_at(head)} - set(child.people)
        fitting = [index for index in sorted(known) if not links.differs(each, self.people.figures[index])]
        return fitting[0] if len(fitting) == len(known) == 1 else None

    def _barred(self, each: Candidate) -> set[int]:
        """Nor the children of a union: of "a son, Max, from his marriage to Ada" he is not Max."""
        child = self._child_of_union(self.doc[each.head])
        return super()._barred(each).union(child.people if child is not None else ())

    def _is_of_unknown(self, each: Candidate) -> bool:
        """Whether it is the parent of whom nothing is known: "the groom's son from his marriage"."""
        child = self._child_of_union(self.doc[each.head])
        return child is not None and bool(child.owners) and not any(map(self.known_at, child.owners))

    def _child_of_union(self, token: Token) -> Candidate | None:
        """The children told last before "from his marriage"."""
        noun = token.head
        is_from = any(child.dep_ == "case" and child.lower_ == "from" for child in noun.children)
        if token.dep_ != "nmod:poss" or not is_from or not is_tie(noun):
            return None
        told = [each for each in self.candidates if token.sent.start <= each.head < token.i and each.tie == "child"]
        return told[-1] if told else None

    def _subject_of_love(self, noun: Token, is_partner: bool) -> Token | None:
        """Who does what a clause tells of love, where its object is a partner, or a time in it a parting."""
        subject = subject_above(noun)
        if subject is None:
            return None
        if is_partner:
            is_lost = word_of(noun.head) == "lose"  # "he spoke about Ben, after the actor lost his wife"
            is_object = noun.dep_ in ("obj", "obl") and (is_lost or is_tie(noun.head) or is_parting(noun.head))
            return subject if is_object or earlier.aside(noun) is not None else None
        is_after = any(child.lower_ in _AFTER and child.dep_ == "case" for child in noun.lefts)  # "weeks after"
        is_aside = noun.dep_ not in SUBJECTS and is_parting(noun) and is_after
        return subject if is_aside and any(map(is_tie, told_by(subject.head, noun.i))) else None

    def _parted(self, each: Candidate) -> int | None:
        """The one told to be the partner of whom the text parts it from: "He and Ada announced their split"."""
        token = self.doc[each.head]
        verb = token.head
        is_told = is_parting(verb) if token.dep_ == "nmod:poss" else any(map(is_parting, told_by(verb, verb.sent.end)))
        heads = self._beside_in_love(each) if is_told else []
        mates = {self.people.of[self.at[head].start] for head in heads if self.at[head].kind == "name"}
        if mates and (teller := self._teller_of_own(each)) is not None and teller not in mates:
            return teller
        is_open = is_told and token.dep_ == "nmod:poss" and not mates and not self._is_named_before(each)
        left = self._left_by(verb) if is_open else set()
        if len(mates) != 1 and len(left) != 1:
            return None
        known = {index for mate in mates for index in self.partners(mate)}
        theirs = [(mate, index) for mate in left for index in self.partners(mate) if index in self.told]
        if all(self._are_exes(*two) for two in theirs):  # not where he has a wife: one of both, or she
            known |= {index for _, index in theirs}
        fitting = [index for index in sorted(known) if not links.differs(each, self.people.figures[index])]
        if len(fitting) > 1:  # "he divorced Eva and wed Ada; she and Ben divorced in 1983": who is told to be left yet
            left = {index for mate in mates for index in fitting if self.ties.are_exes(mate, index)}
            fitting = [index for index in fitting if index in self.told - left]
        return fitting[0] if len(fitting) == 1 else None

    def _teller_of_own(self, each: Candidate) -> int | None:
        """Who tells of it, if the pronoun may mean her: the Ada of "Ada revealed that she and Ben had split"."""
        clause = self.doc[each.head].head
        subjects = [child for child in clause.head.lefts if clause.dep_ == "ccomp" and child.dep_ in SUBJECTS]
        told = [index for child in subjects for index in self.known_at(child.i)]
        is_one = len(told) == 1 and not links.differs(each, self.people.figures[told[0]])
        return told[0] if is_one and not self.people.figures[told[0]].unnamed else None

    def _is_named_before(self, each: Candidate) -> bool:
        """Whether somebody whom the pronoun may mean is named in its sentence before it."""
        start = self.doc[each.head].sent.start
        named = [other for other in self.candidates if other.kind == "name" and start <= other.head < each.head]
        figures = (self.people.figures[self.people.of[other.start]] for other in named)
        return any(not links.differs(each, figure) for figure in figures)

    def _left_by(self, noun: Token) -> set[int]:
        """From whom a noun tells that somebody has parted: Ben in "her split from (ex-husband) Ben"."""
        named = [self.at[child.i] for child in noun.rights if self._is_whom(child) and child.i in self.at]
        return {index for other in named if self._is_named(other) for index in self._of(other.head)}

    def _free(self, best: int, each: Candidate) -> int:
        """Who has parted just before, rather than somebody's partner now, where a new love is told.

        "Ben, whose girlfriend is Ada Roe, split from Eva Poe in 2017. She is now dating Carl Foe."
        """
        verb, start = self.doc[each.head].head, self.sentence_before(each.head)
        mates = [other for other in self.partners(best) if self._are_now(best, other)]
        if not mates or self.doc[each.head].dep_ not in SUBJECTS or not is_going_on(verb):
            return best
        loved = {index for child in verb.rights if self._is_whom(child) for index in self._of(child.i)}
        if not loved or loved.issuperset(mates):
            return best
        partings = [(owner, tie.other) for owner, tie, head in self.tied if start <= head < each.head and is_past(tie)]
        left = {index for two in partings for index in two} - {best, *loved}
        fitting = [index for index in left if self.people.figures[index].gender == each.gender]
        return fitting[0] if len(fitting) == 1 else best

    def _not_meant(self, noun: Token, owners: tuple[int, ...], wanted: Tie) -> frozenset[int]:
        """Whom a noun for a partner does not mean though it might: who is told of beside it, or is a partner since."""
        if wanted.noun == "mistress":  # "she left him over his mistress"
            return frozenset(self._wives_of(owners))
        beside = frozenset(index for token in earlier.others(noun) for index in self._of(token.i))
        if earlier.is_lost(noun):
            loved = ((owner, tie.other, self.doc[head]) for owner, tie, head in self.tied if tie.kind == "partner")
            later = ({*pair} for *pair, word in loved if earlier.is_before(noun, word))
            beside |= {index for pair in later if pair & {*owners} for index in pair - {*owners}}
        tied = {tie.find(owners, wanted, "", self.people.figures) for tie in (self.ties, self.known)}
        return beside if beside & tied else frozenset()

    def _wives_of(self, owners: tuple[int, ...]) -> Iterator[int]:
        """Whom any of these is told to have wed, but who was a mistress before."""
        for owner in owners:
            for other in self.partners(owner):
                nouns = self.ties.nouns(owner, other) | self.known.nouns(owner, other)
                is_wed = frozenset((owner, other)) in self.wed or any(map(is_marital, nouns))
                if is_wed and nouns.isdisjoint(("mistress", "lover")):
                    yield other

    def _mates(self, each: Candidate) -> tuple[int, ...]:
        """The one named beside the word, as its partner in what is told of two: "the poet and Mary Roe"."""
        heads = self._beside_in_love(each)
        return self._of(heads[0]) if len(heads) == 1 else ()

    def _beside_in_love(self, each: Candidate) -> list[int]:
        verb = self.doc[each.head].head
        beside, objects = (
            [other.i for other in others if other.i in self.at and self._is_named(self.at[other.i])]
            for others in (joined(self.doc[each.head]), (child for child in verb.children if self._is_whom(child)))
        )
        return beside or (objects if is_tie(verb) and self.doc[each.head].dep_ in SUBJECTS else [])

    def _is_whom(self, token: Token) -> bool:
        """Whether somebody is loved or left: the Ben of "she married Ben", "was married to Ben", "split from Ben"."""
        is_beside = token.dep_.startswith("obl") or (token.dep_ == "nmod" and is_of_two(token.head))
        return token.dep_ == "obj" or (is_beside and doc_word(self.doc, token.left_edge.i) in ("to", "with", "from"))

    def _is_named(self, other: Candidate) -> bool:
        """A name, or a description with a name beside it: "Mary Roe", "the actress Mary Roe"."""
        return other.kind == "name" or any(self.at[head].kind == "name" for head in other.same if head in self.at)

    def _likelier(self, best: int, each: Candidate) -> int | None:
        """Who is told to love somebody of the other gender, where no word tells which of two does.

        "She split from Ben. The footballer is dating Eva Poe": he is; nobody, where several may be.
        """
        figures, mates = self.people.figures, self._mates(each)
        if each.gender or len(mates) != 1 or not figures[best].gender:
            return best
        if figures[best].gender != figures[mates[0]].gender or not is_tie(self.doc[each.head].head):
            return best
        near = {figure.index for _, figure in self._possible(each)} - {best, mates[0]}
        others = [index for index in sorted(near) if figures[index].gender not in ("", figures[best].gender)]
        return best if not others else others[0] if len(others) == 1 else None

    def _gender_of_owner(self, each: Candidate) -> str:
        """His of "the broadcaster split from his girlfriend": one speaks of one's own partner."""
        token = self.doc[each.head]
        words = token.head.children if token.dep_ in SUBJECTS else ()
        nouns = [self.at[word.i] for word in words if word.i in self.at and word.dep_ in ("obj", "obl")]
        owners = [self.at[head] for noun in nouns if noun.tie == "partner" for head in noun.owners if head in self.at]
        return next((owner.gender for owner in owners if owner.kind == "pronoun"), "")

    def _told_gender(self, each: Candidate) -> str:
        """The other one's than of whom the description is told to have married, before the law let two women do so."""
        verb, mates = self.doc[each.head].head, self._mates(each)
        years = [int(token.text) for token in verb.sent if token.text.isdecimal() and len(token) == 4]
        if len(mates) != 1 or not is_tie(verb) or not years or max(years) >= _FIRST_EQUAL:
            return ""
        return {"female": "male", "male": "female"}.get(self.people.figures[mates[0]].gender, "")

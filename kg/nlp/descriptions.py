"""Whom a description without an owner means: "the actress", "the 47-year-old", "the footballer she wed"."""

from spacy.tokens import Token

from kg.nlp import links
from kg.nlp.candidates import Candidate
from kg.nlp.descent import Descent
from kg.nlp.governing import SUBJECTS
from kg.nlp.lexicon import person_noun, tie_of
from kg.nlp.marks import is_introduced
from kg.nlp.phrases import doc_word
from kg.nlp.unions import is_parting, is_tie, is_wedding, subject_above, was_wed, word_of

_CHILDREN = frozenset(["boy", "girl"])
_OWN = frozenset(["child", "sibling", "partner"])


class Descriptions(Descent):
    """Resolves nouns that tell somebody by what they are."""

    def _described(self, each: Candidate) -> tuple[int, ...]:
        """ "The actress": whoever was called so, else the one spoken of last whose gender fits, in the news only.

        In any text the other one of a couple, where one of them is named: "the poet and Mary Roe were married".
        """
        each.gender = each.gender or self._gender_of_owner(each) or self._told_gender(each) or self._gender_behind(each)
        near = {figure.index for _, figure in self._possible(each)}
        called = [index for index in self._called_so(each) if index in near or self.people.topic is not None]
        if not called and is_introduced(self.doc[each.head]):
            return ()
        best = self._loved(each, called)
        best = self._of_age(each) if best is None else best
        best = self._best(each, links.THRESHOLD - 2, called) if best is None and called else best
        if best is None and not called and (best := self._other_half(each)) is not None:
            self.pair_up((best, self._mates(each)[0]), each.head, 0.7)
        if best is None and self.people.topic is None and not called and not each.tie:
            best = self._best(each, links.THRESHOLD, margin=links.CLEAR)
            if best is not None and (self._is_anothers(best, each) or self._is_with(best, each)):
                return ()
            if best is not None and best in self._children_with(each):
                return ()
            best = self._likelier(best, each) if best is not None else None
        return (best,) if best is not None else ()

    def _of_life(self, each: Candidate) -> tuple[int, ...]:
        """Who a life is of, where a sentence is but what they are to kin: "Eldest daughter of Ben and Eva Roe."."""
        token, topic = self.doc[each.head], self.people.topic
        is_bare = token.dep_ == "root" and not any(child.dep_ in (*SUBJECTS, "cop", "det") for child in token.children)
        is_first = all(word.tag_[:2] in ("JJ", "RB") or word.dep_ == "compound" for word in token.lefts)
        if topic is None or each.number != "one" or each.tie not in _OWN or not (each.owners and is_bare and is_first):
            return ()
        gender = self.people.figures[topic].gender
        is_other = topic in {index for head in each.owners for index in self._of(head)}
        return (topic,) if not is_other and gender in ("", each.gender or gender) else ()

    def _called_so(self, each: Candidate) -> list[int]:
        """Who is called by the noun before, or by the names that stand with it: "the Leeds star" of a Leeds striker."""
        styles = [self.styled[word] for word in style(self.doc[each.head])]
        alike = set.intersection(*styles) if styles else set()
        figures = self.people.figures
        told = (
            [index for index in sorted(some) if min(figures[index].places, default=0) < each.head]
            for some in (alike, self.called[each.noun])
        )
        return next(filter(None, told), [])

    def _gender_behind(self, each: Candidate) -> str:
        """His of "the actor spoke of his grief": that of a pronoun before which nobody else is told of."""
        token = self.doc[each.head]
        behind = self.doc[token.i + 1 : token.sent.end] if token.dep_ in SUBJECTS else ()
        for word in behind:
            other = self.at.get(word.i)
            if other is None or other.number in ("relative", "many") or other.noun in _CHILDREN or other.tie == "child":
                continue
            is_own = other.kind == "pronoun" and self.quote_at(word.i) == self.quote_at(token.i)
            is_object = word.head == token.head and word.dep_ != "nmod:poss"
            return other.gender if is_own and not is_object else ""
        return ""

    def _loved(self, each: Candidate, called: list[int]) -> int | None:
        """The partner of who loves or leaves whom the noun tells: "she recently split from the reality star"."""
        lovers, word = self._lovers_of(each), self.doc[each.head].head
        if len(lovers) != 1:
            return None
        partners = self.told.intersection(self.partners(lovers[0]))
        is_over = not is_parting(word) and is_tie(word)
        fitting = [
            index
            for index in sorted(partners - self._barred(each))
            if self._fits(each, self.age(each), self.people.figures[index])
            and (index in called or not called)
            and not self._is_with(index, each)
            and not (is_over and self._are_exes(index, lovers[0]))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _lovers_of(self, each: Candidate) -> tuple[int, ...]:
        """Who loves, leaves or meets whom the noun tells: "she left the singer", "her romance with the singer"."""
        token = self.doc[each.head]
        word = token.head
        is_beside = token.dep_ == "nmod" and doc_word(self.doc, token.left_edge.i) in ("to", "with", "from")
        if not (is_beside or self._is_whom(token)) or not (is_tie(word) or is_parting(word) or word_of(word) == "meet"):
            return ()
        owner = next((child for child in word.lefts if child.dep_ == "nmod:poss"), None) or subject_above(token)
        return self.known_at(owner.i) if owner is not None else ()

    def _is_with(self, index: int, each: Candidate) -> bool:
        """Whether somebody is the partner now of who is told to have parted from whom the noun tells."""
        lovers = self._lovers_of(each) if is_parting(self.doc[each.head].head) else ()
        return any(self._are_now(index, other) for other in lovers)

    def _other_half(self, each: Candidate) -> int | None:
        """Whoever is told as the partner of the one whose name stands beside the description, if it is one only."""
        mates = self._mates(each)
        if len(mates) != 1:
            return None
        known = self.told.intersection(self.partners(mates[0]))
        fitting = [index for index in sorted(known) if not links.differs(each, self.people.figures[index])]
        if not fitting and is_tie(self.doc[each.head].head):
            return self._with(each, mates[0])
        return fitting[0] if len(fitting) == 1 else None

    def _with(self, each: Candidate, mate: int) -> int | None:
        """Of the description's gender whoever was spoken of with its mate last, or else who has no partner yet."""
        figures = self.people.figures
        single = [
            index
            for index in sorted(self.told - {mate})
            if each.gender and figures[index].gender == each.gender and self.bond(index, mate) != "kin"
        ]
        near = (set(pair.figures) - {mate} for pair in reversed(self.pairs.recent) if mate in pair.figures)
        beside = next((other & set(single) for other in near if other & set(single)), set())
        free = [index for index in single if not self.ties.partners(index) and not self._is_told_as_child(index)]
        return min(beside) if beside else self._best(each, links.THRESHOLD, free, margin=1.0)

    def _is_told_as_child(self, index: int) -> bool:
        """Whether somebody is told of as a child: "her daughter Eva, two, left. The actress was wed to Ben"."""
        return any(tie_of(noun) == "child" for noun in self.people.figures[index].descriptors)

    def _is_anothers(self, index: int, each: Candidate) -> bool:
        """Whether the one is told as somebody's partner, and the description weds somebody else."""
        mates, partners, verb = self._mates(each), self.ties.partners(index), self.doc[each.head].head
        is_other = bool(mates and partners) and set(mates).isdisjoint(partners)
        return is_other and is_wedding(verb) and not was_wed(verb)


def style(noun: Token) -> list[str]:
    """The names that stand with a noun: Leeds in "the Leeds star"."""
    compounds = (child for child in noun.lefts if child.dep_ == "compound")
    return [word.lower_ for child in compounds for word in child.subtree if word.tag_ == "NNP"]


def callings(noun: Token) -> list[str]:
    """What else stands with a noun for one person: the footballer of "her footballer husband"; stars are many."""
    compounds = [child.lower_ for child in noun.lefts if child.dep_ == "compound" and child.tag_ == "NN"]
    told = [word for word in compounds if person_noun(word) is not None and not tie_of(word) and word != "star"]
    return told if noun.tag_ == "NN" else []

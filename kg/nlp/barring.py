"""Whom a word cannot mean: by grammar, or by what a clause tells of whose kin and lovers."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.nlp import lexicon, links
from kg.nlp.beside import APPOSED, joined
from kg.nlp.candidates import Candidate
from kg.nlp.doers import doer_after, survivor, understood_doer
from kg.nlp.governing import SUBJECTS
from kg.nlp.phrases import doc_word
from kg.nlp.strangers import Strangers
from kg.nlp.unions import HAVING, is_of_lovers, word_of

_WEDDING = frozenset("marry wed remarry engage engaged betroth betrothed elope court woo".split())


class Barring(Strangers):
    """The figures that a candidate cannot speak of."""

    def _barred(self, each: Candidate) -> set[int]:
        """Figures that the candidate cannot mean: by grammar, or because they are speaking."""
        token = self.doc[each.head]
        # grammar says something of what hangs at the word or at the one above it, but for the verbs of descriptions
        hung = {token.i, token.head.i}
        near = (other for other in self.spoken if abs(other.head - token.i) < 60)
        told = (other for other in near if each.kind == "nominal" or other.governor in hung or other.head in hung)
        barred = {other.figure for other in told if links.is_barred(self.doc, each, other)}
        owned = self.at.get(token.head.i)
        if token.dep_ == "nmod:poss" and owned is not None and owned.kind == "nominal":
            # "his wife Jane": he is not Jane
            barred.update(index for head in owned.same for index in self.known_at(head))
            barred.update(
                self.people.of[self.at[head].start]
                for head in owned.same
                if head in self.at and self.at[head].kind == "name"
            )
            barred.update(self._children_had(each, owned))
        barred.update(self._complements(token))
        if (other := survivor(token) or self._heir(token) or understood_doer(token)) is not None:
            barred.update(self.known_at(other.i))
        barred.update(self._told_of(each))
        barred.update(self._children_described(token))
        barred.update(self._parents_before(token))
        barred.update(self._kin_of_lover(token))
        barred.update(self._wedder(each))
        barred.update(self.teller(each))
        quote = self.quote_at(each.head)
        if quote is not None and quote.speaker is not None:
            barred.update(self.known_at(quote.speaker))
        return barred

    def _complements(self, owner: Token) -> Iterator[int]:
        """Whom a noun is about, of which somebody else is the owner: in "his split from Ada Roe" he is not Ada."""
        if owner.dep_ == "nmod:poss":
            for word in (child for child in owner.head.rights if child.dep_ == "nmod"):
                heads = (word, *(child for child in word.rights if child.dep_ in APPOSED), *joined(word))
                named = (self.at[head.i] for head in heads if head.i in self.at)
                yield from (self.people.of[each.start] for each in named if each.kind == "name")

    def _heir(self, owner: Token) -> Token | None:
        """Whose kin, who did something after a death, has not died: the son of "his son sold it after his death"."""
        subject = doer_after(owner)
        if subject is None:
            return None
        noun = self.at.get(subject.i)
        heads = [subject.i, *(noun.same if noun is not None else ())]
        words = (self.at[head] for head in heads if head in self.at)
        return subject if any(word.tie and word.owners for word in words) else None

    def _told_of(self, each: Candidate) -> Iterator[int]:
        """Whose kin a person is told to be: in "Barbara, daughter of her brother Ben", she is not Barbara."""
        kin = self.doc[each.head].head.head
        noun = self.at.get(kin.i)
        is_inside = self.doc[each.head].dep_ == "nmod:poss" and self.doc[each.head].head.dep_ == "nmod"
        if is_inside and noun is not None and noun.tie in ("child", "sibling"):
            for head in (*noun.same, *([kin.head.i] if kin.dep_ == "appos" else [])):
                if head < each.head:
                    yield from self.known_at(head)

    def _children_described(self, token: Token) -> Iterator[int]:
        """The children of whom a clause tells: in "her sons, Ben, 4, and Carl, 2, whom he raised" he is neither."""
        verb = token.head.head if token.dep_ == "nmod:poss" else token.head
        noun = verb.head
        if verb.dep_ != "acl:relcl" or token.dep_ not in (*SUBJECTS, "nmod:poss"):
            return
        while noun.dep_ in ("conj", "appos") and not self._is_child(noun.i):
            noun = noun.head
        if self._is_child(noun.i):
            yield from self.known_at(noun.i)

    def _children_with(self, each: Candidate) -> Iterator[int]:
        """The child that one has with another: in "he has a daughter, Ada, with the actress" she is not Ada."""
        token = self.doc[each.head]
        if each.kind != "nominal" or not any(child.lower_ == "with" for child in token.lefts):
            return
        for i in range(token.sent.start, token.i):
            if self._is_child(i):
                for head in self.at[i].same:
                    yield from self.known_at(head)

    def _parents_before(self, token: Token) -> Iterator[int]:
        """Whose child the subject is told to be: "Born to Ben Roe, he moved away", "The son of Ben Roe, he moved"."""
        before = [each for each in token.head.lefts if each.i < token.i and token.dep_ in SUBJECTS]
        born = [child for each in before if each.lower_ == "born" for child in each.children]
        parents = [each for each in born if each.left_edge.lower_ == "to"]  # not "Born Ada Roe in York, she"
        for opening in (*parents, *(each for each in before if each.dep_ == "dislocated")):
            for word in opening.subtree:
                yield from self.known_at(word.i)

    def _wedder(self, each: Candidate) -> Iterator[int]:
        """Who weds somebody's child is no parent of it: in "he studied with Ben Roe and wed his daughter" he is Ben.

        Nor is it his own sister, where somebody else is told of before.
        """
        token = self.doc[each.head]
        noun, tie = token.head, lexicon.tie_of(word_of(token.head))
        verb = noun.head
        is_given = any(child.lower_ in ("to", "off") for word in verb.rights for child in (word, *word.lefts))
        if token.dep_ != "nmod:poss" or tie not in ("child", "parent", "sibling") or word_of(verb) not in _WEDDING:
            return
        is_wed = noun.dep_ == "obj" and not is_given  # "he married his daughter to Carl"
        if not is_wed and not any(child.lower_ == "to" for child in noun.lefts):
            return
        own = {child.i for child in verb.head.children if verb.dep_ == "xcomp" and child.dep_ == "obj"}
        wedders = {index for i in own or links.own_subjects(token) for index in self.known_at(i)}
        sentence = self.sentence(each.head)
        others = {
            other.figure
            for other in self.spoken
            if sentence - other.sentence < 2 and self.people.figures[other.figure].gender == each.gender
        }
        if tie != "sibling" or others - wedders:
            yield from wedders

    def _kin_of_lover(self, token: Token) -> Iterator[int]:
        """The kin of whoever weds or parts: in "she had a son, Carl, by Ben, and divorced him" he is not Carl.

        Nor is he in "his marriage to Ada" her son, or in "she dismayed her grandmother and married him" hers.
        """
        word = token.head
        if not is_of_lovers(word):
            return
        owners = [child.i for child in word.children if child.dep_ == "nmod:poss" and child != token]
        heads = owners or links.own_subjects(token)
        if token.dep_ == "nmod:poss":
            heads = [child.i for child in word.rights if doc_word(token.doc, child.left_edge.i) in ("to", "with")]
        if token.dep_ in SUBJECTS:
            heads = [child.i for child in word.children if child.dep_ in ("obj", "obl")]
        for owner in {index for head in heads for index in self.known_at(head)}:
            yield from (*self.kin(owner), *self.ties.elders(owner))

    def _is_child(self, i: int) -> bool:
        return i in self.at and self.at[i].tie == "child"

    def _children_had(self, each: Candidate, owned: Candidate) -> Iterator[int]:
        """The child that somebody has with another: in "welcomed a son, Ben, with his wife" he is not Ben.

        So "she co-parents Ada with her husband".
        """
        if owned.tie != "partner" or not any(child.lower_ == "with" for child in self.doc[owned.head].lefts):
            return
        for token in self.doc[self.doc[each.head].sent.start : each.head]:
            other = self.at.get(token.i)
            if other is None or word_of(token.head) not in HAVING:
                continue
            for head in other.same if other.tie == "child" else (token.i,) if token.dep_ == "obj" else ():
                yield from self.known_at(head)

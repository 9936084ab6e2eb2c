"""Which couple is meant where somebody belongs to two: by what a clause tells, and what each two are told to be."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.nlp import links
from kg.nlp.candidates import Candidate
from kg.nlp.ranking import Ranking
from kg.nlp.unions import have_child, is_going_on, is_of_two, is_tie, word_of

BACK = 2  # sentences back to two who were spoken of
_WORDS = 6  # of a description
_DASHES = frozenset(["-", "–", "—"])
_BETROTHALS = frozenset(["engagement", "betrothal", "nuptial"])
_BETROTHED = frozenset("fiancé fiance fiancée fiancee bride-to-be husband-to-be wife-to-be".split())


class Triangles(Ranking):
    """Chooses between two couples with somebody in common."""

    def _parted_before(self, pair: tuple[int, ...]) -> tuple[int, ...]:
        """The only couple of exes of whom one is of the pair, if those are together: "the couple split in 2018"."""
        if len(pair) != 2 or not self._are_now(*pair) or self._are_exes(*pair):
            return pair
        told = ((one, other) for one in pair for other in self.partners(one))
        exes = {tuple(sorted(two)) for two in told if not set(two) <= set(pair) and self._are_exes(*two)}
        return exes.pop() if len(exes) == 1 else pair

    def _with_the_last(self, pair: tuple[int, ...], sentence: int) -> tuple[int, ...]:
        """Instead of two exes the one and the partner named last: "her ex Ben, while Carl has a son. The couple"."""
        near = [before for before in self.spoken if sentence - before.sentence <= 1]
        if len(pair) != 2 or not near or not self._are_exes(*pair):
            return pair
        last = near[-1].figure
        mates = [index for index in pair if last not in pair and self._are_now(index, last)]
        return tuple(sorted((mates[0], last))) if len(mates) == 1 else pair

    def _outlived(self, pair: tuple[int, ...]) -> tuple[int, ...]:
        """Who survives one of the pair, and whom that one has met or loved since: "he died; she met Ben, and they"."""
        dead = [index for index in pair if index in self.died]
        if len(pair) != 2 or len(dead) != 1:
            return pair
        (other,) = set(pair) - set(dead)
        since = (each for each in reversed(self.pairs.recent) if each.head > self.died[dead[0]])
        told = (each for each in since if other in each.figures and self.bond(*each.figures) != "kin")
        return next((each.figures for each in told if _is_of_love(self.doc[each.head].head)), pair)

    def _gone_back(self, each: Candidate, pair: tuple[int, ...]) -> tuple[int, ...]:
        """The document's couple, where a paragraph opens behind two others told by the way.

        "Ada and Ben left. Ada's sister Eva is married to Carl." A new paragraph: "They met in 2012".
        """
        couple = self._lovers()
        is_opening = each.kind == "pronoun" and each.start in self.paragraphs and bool(couple) and len(pair) == 2
        is_other = is_opening and set(pair) != set(couple) and self.bond(*pair) == "partner"
        if not is_other or any(self._are_exes(*two) for two in (couple, pair)):
            return pair
        near = (told for told in self.pairs.recent if self.sentence_told(each.head) - told.sentence <= BACK)
        is_joint = any(set(told.figures) == set(pair) and told.weight >= 1 for told in near)
        return pair if is_joint else couple

    def _with_whom(self, each: Candidate) -> tuple[int, ...]:
        """The one told of right before "and their split", and whose that is or who does it: "Ben's song about Ada".

        Or the two in a row: "she told of Ada and Ben and their split". Nobody's kin.
        """
        token = self.doc[each.head]
        joint = self.doc[each.start - 1] if each.start > token.sent.start else token
        if token.dep_ != "nmod:poss" or joint.lower_ not in ("and", "&") or not is_of_two(token.head):
            return ()
        last = self._told_up_to(_before_aside(joint))
        before = self.doc[last.start - 1].lower_ if last is not None and last.start else ""
        if last is None or before == ",":
            return ()
        if before in ("and", "&"):
            first = self._told_up_to(last.start - 1)
            others = set(self._of(first.head)) if first is not None and first.kind == "name" else set()
        else:
            above = last.owners or tuple(links.own_subjects(self.doc[last.head]))
            whose = [child.i for i in above for child in self.doc[i].lefts if child.dep_ == "nmod:poss"]
            others = {index for head in (*above, *whose) for index in self._of(head)}
        both = {*others, *self._of(last.head)}
        return tuple(sorted(both)) if len(others) == 1 and len(both) == 2 and self.bond(*both) != "kin" else ()

    def _told_up_to(self, end: int) -> Candidate | None:
        """The one person who is named or described right before the token `end`."""
        near = (self.at[i] for i in range(end - 1, max(end - _WORDS, -1), -1) if i in self.at)
        told = next((other for other in near if other.end == end and other.kind in ("name", "nominal")), None)
        return told if told is not None and told.number == "one" else None

    def _lovers(self) -> tuple[int, ...]:
        """The document's couple, if they are partners, and both have been spoken of."""
        is_told = len(self.couple) == 2 and set(self.couple) <= self.told and self.bond(*self.couple) == "partner"
        return self.couple if is_told else ()

    def _by_union(self, pair: tuple[int, ...], plural: Token, told: Iterable[Token]) -> tuple[int, ...]:
        """Instead of two of whom a clause is hardly told the couple that it fits, one of whom is of the two.

        Exes do not love now, and theirs is no engagement if neither was a fiancé. Nor are two friends told to love or
        to have children where the partner of one is known. Two named in the sentence are meant whatever is told.
        """
        start, is_ex = plural.sent.start, len(pair) == 2 and self._are_exes(*pair)
        is_here = any(each.figures == pair and start <= each.head < plural.i for each in self.pairs.recent)
        if len(pair) != 2 or is_here or self.bond(*pair) == "kin":
            return pair
        words = [*told, *(child for word in told for child in word.children if child.dep_ == "advcl")]
        if is_ex and any(map(is_going_on, words)):
            return self._instead(pair, self._are_now)
        if is_ex and any(word_of(word) in _BETROTHALS for word in words) and not self._are_betrothed(*pair):
            return self._instead(pair, self._are_betrothed)
        is_love = any(is_tie(word) or have_child(word) or word_of(word) == "anniversary" for word in words)
        is_news = self.people.topic is None  # a life goes on from one to the next
        if is_news and is_love and self.bond(*pair) != "partner" and not self._have_met(pair):
            return self._instead(pair, self._are_together) or pair  # each of them has somebody else: the two named last
        return pair

    def _have_met(self, pair: tuple[int, ...]) -> bool:
        """Whether the two are told to have met, or to love, of whom the text may go on."""
        heads = (each.head for each in self.pairs.recent if each.figures == pair)
        return any(_is_of_love(self.doc[head].head) for head in heads)

    def _instead(self, pair: tuple[int, ...], fits: Callable[[int, int], bool]) -> tuple[int, ...]:
        """The only fitting couple of whom one is of the pair; the pair if there is none, nobody if there are more."""
        couples = {tuple(sorted(two)) for two in self._couples_with(pair) if fits(*two)}
        return pair if not couples else couples.pop() if len(couples) == 1 else ()

    def _couples_with(self, pair: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Who of the pair is told to be, or to have been, the partner of somebody else who has been named."""
        for one in filter(self._is_told_by_name, pair):
            others = filter(self._is_told_by_name, self.partners(one))
            yield from ((one, other) for other in others if other not in pair)

    def _is_told_by_name(self, index: int) -> bool:
        return index in self.told and not self.people.figures[index].unnamed

    def _are_betrothed(self, a: int, b: int) -> bool:
        """Whether one is told to be the other's fiancé, or to have been."""
        nouns = self.ties.nouns(a, b) | self.known.nouns(a, b)
        return any(noun.removeprefix("ex-") in _BETROTHED for noun in nouns)

    def _are_together(self, a: int, b: int) -> bool:
        """Whether the two are told to be partners, and nobody's ex."""
        return self.bond(a, b) == "partner" and not self._are_exes(a, b)

    def _are_now(self, a: int, b: int) -> bool:
        return self.ties.are_now(a, b) or self.known.are_now(a, b)

    def _are_exes(self, a: int, b: int) -> bool:
        return self.ties.are_exes(a, b) or self.known.are_exes(a, b)

    def _are_rivals(self, a: int, b: int) -> bool:
        """Whether both have been the partner of a third, and not of each other: "she split from Ben and met Carl"."""
        theirs = [set(self.partners(each)) for each in (a, b)]
        return bool(theirs[0] & theirs[1]) and b not in theirs[0]


def _before_aside(joint: Token) -> int:
    """Where what stands before the word ends, without an aside between dashes: "her ex - who left in May - and"."""
    doc, end = joint.doc, joint.i
    if end and doc[end - 1].text in _DASHES:
        opening = (i for i in range(end - 2, joint.sent.start, -1) if doc[i].text in _DASHES)
        end = next(opening, end)
    return end


def _is_of_love(word: Token) -> bool:
    return is_tie(word) or word_of(word) in ("meet", "encounter")

"""Whom words mean in what is told of parents and children: whose they are, or who is told by a famous parent."""

from kg.nlp import links
from kg.nlp.candidates import Candidate
from kg.nlp.lovers import Lovers
from kg.nlp.ties import Tie
from kg.nlp.unions import PREDICATES


class Descent(Lovers):
    """Resolves possessors of kin, and descriptions by a parent."""

    def _parallel(self, each: Candidate) -> int | None:
        """The first possessor of two: "Her mother, Ada Roe, sang and her father, Ben, danced" tells of one child."""
        token = self.doc[each.head]
        noun = self.at.get(token.head.i)
        if token.dep_ != "nmod:poss" or noun is None or noun.tie != "parent" or token.head.dep_ not in PREDICATES:
            return None
        for other in self.doc[token.sent.start : token.i]:
            parent = self.at.get(other.head.i) if other.lower_ == token.lower_ else None
            if other.dep_ == "nmod:poss" and parent is not None and parent.tie == "parent":
                return other.i if other.head.dep_ in PREDICATES and parent.gender != noun.gender else None
        return None

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

"""Whom a word may mean of those spoken of before it, and which of them it means most likely."""

from collections.abc import Collection, Iterator, Sequence
from math import inf

from kg.nlp import links
from kg.nlp.aged import age_behind, birthday_told, may_be_of, may_be_parent, may_turn
from kg.nlp.barring import Barring
from kg.nlp.candidates import Candidate
from kg.nlp.doers import between, doer, owner_above
from kg.nlp.figures import Figure
from kg.nlp.governing import SUBJECTS
from kg.nlp.lifespans import day_told, differ
from kg.nlp.links import Spoken
from kg.nlp.names import fold
from kg.nlp.strangers import is_young
from kg.nlp.unions import word_of

_LEAD = 0.5  # how much less one of the headline has to lead before those who are not
_WRITING = frozenset("argue assert conclude contend note observe opine posit propose speculate suggest write".split())
_SENTENCES = 4  # that are looked back upon


class Ranking(Barring):
    """The figures that a candidate may speak of, by what grammar, gender and the learned links say."""

    interviewee: int | None = None

    def _of(self, head: int) -> tuple[int, ...]:
        raise NotImplementedError

    def _is_past(self, each: Candidate, before: Spoken, figure: Figure) -> bool:
        """Whether a later sentence leaves the figure: a work, one who has died, or who writes of another's life."""
        if figure.is_passing and not self.chains.is_surely_people(before.head):
            return True
        is_aside = self.people.topic is not None and figure.index != self.people.topic
        is_named = before.role == "subject" and before.kind == "name"
        if is_aside and is_named and self._is_cited(before, figure):
            return True
        return is_aside and is_named and self._is_dead(before) and self.doc[each.head].dep_ in SUBJECTS

    def _is_cited(self, before: Spoken, figure: Figure) -> bool:
        """Whether somebody is named for what is written about the life alone: "Ada Foe writes that Ben Poe"."""
        verb = self.doc[before.governor]
        is_writing = word_of(verb) in _WRITING and any(child.dep_ == "ccomp" for child in verb.children)
        is_tied = any(self.bond(figure.index, other.index) for other in self.people.figures)
        return (
            is_writing and not is_tied and all(self.paragraph(i) == self.paragraph(before.head) for i in figure.places)
        )

    def _is_dead(self, before: Spoken) -> bool:
        return word_of(self.doc[before.governor]) == "die"

    def _best(
        self, each: Candidate, threshold: float, among: Sequence[int] | None = None, margin: float = 0.0
    ) -> int | None:
        """The figure that grammar and gender allow with the highest score, above the threshold and by the margin."""
        scores: dict[int, float] = {}
        linked = []
        silent = set()  # whom a verb without a subject tells of: the learned links know nothing of it
        for before, figure, value in self._considered(each):
            if among is None or figure.index in among:
                linked.append((_called(figure), self.chains.link(each.head, before.head)))
                scores[figure.index] = max(value, scores.get(figure.index, -inf))
                if before.kind == "elided":
                    silent.add(figure.index)
        shares = links.shared(linked)
        for index in scores:
            share = shares.get(_called(self.people.figures[index]), 0.0)
            scores[index] += max(share, 0.0) if index in silent else share
        ranked = sorted(scores, key=lambda index: (scores[index], -index))
        is_lead = len(ranked) > 1 and [index in self._leading(each) for index in ranked[-2:]] == [False, True]
        least = margin * (_LEAD if is_lead else 1)
        is_clear = len(ranked) < 2 or scores[ranked[-1]] - scores[ranked[-2]] >= least
        is_found = ranked and is_clear and scores[ranked[-1]] >= threshold
        if not is_found:
            return None
        last = self._only_one_before(each, scores) if among is None else None
        return self._known_of_two(ranked[-1] if last is None else last, each, scores)

    def _only_one_before(self, each: Candidate, among: Collection[int]) -> int | None:
        """The only one of those who may be meant whom the sentence before tells of: "Ada met Hugh. He died in 1999".

        In the life of a woman "he" may be anybody. Where he opens his sentence, and nobody of it may be meant.
        """
        token, sentence = self.doc[each.head], self.sentence(each.head)
        is_opening = each.kind == "pronoun" and token.dep_ in SUBJECTS and token.i <= token.sent.start + 1
        is_life = self.people.topic is not None and self.people.topic not in among
        if not is_opening or not each.gender or not is_life:
            return None
        near = {told.figure: told.sentence for told in self.spoken if told.figure in among and told.head < each.head}
        last = [index for index, place in near.items() if place == sentence - 1]
        return last[0] if len(last) == 1 and sentence not in near.values() else None

    def _known_of_two(self, best: int, each: Candidate, among: Collection[int]) -> int:
        """Of two told of together the one whose gender is known: in "Sindre Roe and Ada Poe met. She" it is Ada.

        Who writes "she" of one of two has told of a woman and a man. So in "They live with his mother" it is the man.
        """
        figures = self.people.figures
        if figures[best].gender or not each.gender:
            return best
        own = tuple(index for i in sorted(links.own_subjects(self.doc[each.head])) for index in self.known_at(i))
        last = max((one.head for one in self.spoken if one.figure == best and one.head < each.head), default=each.head)
        first = self.doc[last].head if self.doc[last].dep_ == "conj" else self.doc[last]
        for both in (own, self.together(first)):
            fitting = [index for index in both if index in among and figures[index].gender == each.gender]
            if len(both) == 2 and len(fitting) == 1:
                return fitting[0]
        return best

    def _considered(self, each: Candidate) -> Iterator[tuple[Spoken, Figure, float]]:
        """Every mention that grammar and gender allow the candidate to go back to, its figure and its score."""
        possible = self._possible(each)
        if not possible:
            return
        past = ((before.head, figure.index) for before, figure in possible if before.head < each.head)
        token = self.doc[each.head]
        context = links.Context(
            head=each.head,
            governor=token.head.i,
            role=links.role(token),
            gender=each.gender,
            sentence=self.sentence(each.head),
            is_quoted=self.quote_at(each.head) is not None,
            nearest=max(past, default=(0, -1))[1],
            topic=self._topic(each),
            body=self.body,
            paragraph=self.paragraph(each.head),
            subjects=links.own_subjects(token),
            leading=self._leading(each),
            doer=self._doer(each),
        )
        for before, figure in possible:
            yield before, figure, links.score(before, figure, context)

    def _doer(self, each: Candidate) -> int:
        """Who does what the clause tells, or whom it is about, where no other in it may be meant; -1 for nobody."""
        owner = self.doc[each.head]
        if not each.gender or each.number != "one":
            return -1
        about = owner_above(owner)
        subject = about or doer(owner)
        told = self.at.get(subject.i) if subject is not None else None
        if (
            subject is None
            or told is None
            or told.kind not in (("name", "pronoun") if subject.i < owner.i else ("name",))
        ):
            return -1
        if self.quote_at(subject.i) is not self.quote_at(owner.i):
            return -1
        known = self._of(subject.i)
        is_nobody = told.kind == "name" and self.is_doubtful(subject.i)
        if len(known) != 1 or is_nobody or self._may_be_topic(known[0], each):
            return -1
        words = between(owner, subject) if about is None else ()
        others = {index for word in words for index in self.known_at(word.i)} - set(known)
        is_clear = all(links.differs(each, self.people.figures[index]) for index in others)
        return subject.i if is_clear else -1

    def is_doubtful(self, head: int) -> bool:
        """Whether the learned links, where there are any, doubt that the word speaks of people."""
        return bool(self.chains.places) and not self.chains.is_surely_people(head)

    def _may_be_topic(self, index: int, each: Candidate) -> bool:
        """Whether it may be the one whom the text is about, by another name: "Ada Poe" in the life of Ada Roe."""
        topic = self._topic(each)
        if topic is None or index == topic or self.bond(index, topic):
            return False
        words, others = (
            {fold(word) for full in self.people.figures[each].full for word in full.parts} for each in (index, topic)
        )
        return bool(words & others)

    def _possible(self, each: Candidate) -> list[tuple[Spoken, Figure]]:
        """Every mention that grammar and gender allow the candidate to go back to, and its figure."""
        sentence, barred = self.sentence(each.head), self._barred(each)
        near = {self._topic(each), *self._leading(each)}
        told = (*self.spoken, *self._ahead(each))
        indices = {self.merged.get(before.figure, before.figure) for before in told} - barred
        figures = {index: self.people.figures[index] for index in indices}
        age, life = self.age(each), day_told(self.doc[each.head])
        figures = {
            index: figure
            for index, figure in figures.items()
            if self._fits(each, age, figure) and not any(differ(life, other) for other in figure.lives)
        }
        possible = []
        for before in told:
            figure = figures.get(self.merged.get(before.figure, before.figure))
            if (
                figure is not None
                and (sentence - before.sentence <= _SENTENCES or figure.index in near)
                and (before.head < each.head or before.sentence == sentence)
                and not (before.sentence < sentence and self._is_past(each, before, figure))
                and not self.is_apart(before.head, each.head)
            ):
                possible.append((before, figure))
        return possible

    def _fits(self, each: Candidate, age: int | None, figure: Figure) -> bool:
        """Whether neither gender nor the told age speaks against it: "the 47-year-old" is not Ada Roe, 51.

        A bare word said once may be no person at all; descriptions mean none such.
        """
        if each.kind == "nominal" and figure.is_passing and not self.chains.is_surely_people(figure.places[0]):
            return False
        ages = figure.ages or self.aged[figure.index]
        if self.is_of_child(each) and not is_young(figure, ages):
            return False
        is_of_age = (age is None or may_be_of(age, ages)) and self._is_old_enough(each, ages)
        return is_of_age and not links.differs(each, figure)

    def _is_old_enough(self, each: Candidate, ages: set[int]) -> bool:
        """Whether one of these ages may have "her 39th birthday", or "her daughter Ada, 12"."""
        token = self.doc[each.head]
        if not ages or token.dep_ != "nmod:poss":
            return True
        owned = self.at.get(token.head.i)
        heads = owned.same if owned is not None and owned.tie == "child" else ()
        named = [self.at[head] for head in heads if head in self.at]
        children = {age for name in named if (age := age_behind(self.doc, name.end)) is not None}
        birthday = birthday_told(token)
        return (birthday is None or may_turn(birthday, ages)) and may_be_parent(ages, children)

    def _of_age(self, each: Candidate) -> int | None:
        """The only one told to be as old as the description says, if spoken of before: "the 47-year-old"."""
        age = self.age(each)
        told = [figure for figure in self.people.figures if age in figure.ages and self._fits(each, age, figure)]
        near = {figure.index for _, figure in self._possible(each)} if len(told) == 1 else set()
        return told[0].index if told and told[0].index in near else None

    def _topic(self, each: Candidate) -> int | None:
        """Whom the text around the candidate is about: a life's subject, or who is interviewed, outside the answers."""
        is_asked = self.people.topic is None and self.quote_at(each.head) is None
        return self.interviewee if is_asked else self.people.topic

    def _leading(self, each: Candidate) -> frozenset[int]:
        """Those of a headline, for a description in the news: "the actress" is Ada Roe wherever she was named last."""
        is_news = each.kind == "nominal" and self.people.topic is None
        return self.headlined if is_news else frozenset()

    def _ahead(self, each: Candidate) -> Iterator[Spoken]:
        """The name that a pronoun may come before: "In his youth, John sailed", "... John's health failed"."""
        subject = links.subject_ahead(self.doc[each.head])
        if subject is None:
            return
        owners = [child for child in subject.lefts if child.dep_ == "nmod:poss"]
        found = (self.at.get(token.i) for token in (subject, *owners))
        told = [self.at[head] for at in found if at for head in (at.head, *at.same) if head in self.at]
        at = next((other for other in told if other.kind == "name"), None)
        if at is not None:
            token = self.doc[at.head]
            yield Spoken(at.head, token.head.i, self._of(at.head)[0], self.sentence(at.head), links.role(token), "name")


def _called(figure: Figure) -> str | int:
    """What the learned links know a figure by: they cannot tell those apart who bear one name."""
    return figure.index if figure.unnamed else figure.text

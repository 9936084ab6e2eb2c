"""What a document has told so far: who was spoken of last, who together, and who is whose."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import combinations

from spacy.tokens import Doc, Token

from kg.nlp import lexicon, links
from kg.nlp.aged import age_behind, age_within
from kg.nlp.beside import APPOSED, joined
from kg.nlp.candidates import Candidate
from kg.nlp.captions import asides
from kg.nlp.chains import Chains
from kg.nlp.figures import Cast
from kg.nlp.governing import SUBJECTS
from kg.nlp.headlines import title_end
from kg.nlp.links import Spoken
from kg.nlp.pairs import Pairs
from kg.nlp.phrases import doc_word
from kg.nlp.quotations import Quote, line_ends
from kg.nlp.ties import Tie, Ties, is_marital
from kg.nlp.unions import (
    DYING,
    are_parents,
    have_child,
    is_between_subjects,
    is_couple,
    is_denied,
    is_joined,
    is_over,
    is_parting,
    is_tie,
    is_told_now,
    is_wedding,
    order_of_spouse,
    word_of,
)

_WINDOW = 60  # mentions that are looked back upon
_IN_LIST = 0.5  # how closely the names of a list belong together, beside two alone
_PARENTS = 1.3  # and two who have a child together
_ASIDE = 0.85  # and two that are no subject: "she wed him beside Ada and Ben"
_LEAVING = frozenset("leave abandon desert dump ditch jilt".split())  # a partner, for another
_BELOW = frozenset(["conj", "xcomp", "advcl", "obl", "obj", "advmod"])  # clauses with a subject above them
_LISTED = 3  # of a list of names, how many before one make pairs with it


class Memory:
    """The state of one pass through a document; `Candidate.people` are the figures a candidate speaks of."""

    def __init__(
        self, doc: Doc, people: Cast, candidates: list[Candidate], quotes: list[Quote], chains: Chains
    ) -> None:
        self.doc, self.people, self.quotes, self.chains = doc, people, quotes, chains
        self.candidates = candidates
        self.at = {each.head: each for each in candidates}
        self.ends = {each.end: each.head for each in candidates}
        self.sentence_starts = [sent.start for sent in doc.sents]
        self.body = title_end(doc)
        self.headlined = frozenset(
            figure.index for figure in people.figures if min(figure.places, default=self.body) < self.body
        )
        self.quote_starts = [quote.start for quote in quotes]
        self.paragraphs = [0, *(i + 1 for i in line_ends(doc) if doc[i].text.count("\n") > 1)]
        self.item_starts = [start for start, _ in doc._.items]
        self._read_lists()
        self._read_captions()
        self.unnamed: dict[tuple[int, str, str], int] = {}
        self.ties, self.known = Ties(), Ties()
        self.all_tied: list[tuple[int, Tie, int]] = []  # every tie of the text, as it was first read
        self.couple: tuple[int, ...] = ()
        self._read_ages()
        self.called: defaultdict[str, set[int]] = defaultdict(set)  # who is called "actress" somewhere
        self.styled: defaultdict[str, set[int]] = defaultdict(set)  # and by what names: the Leeds of "Leeds striker"
        self.forget()

    def _read_lists(self) -> None:
        """Keeps where each list ends and how many sentences stand in it, of lists in the life of one person."""
        self.list_ends, self.list_sizes = [0], [0]
        items = self.doc._.items if self.people.topic is not None else ()
        for before, (start, end) in zip(((0, 0), *items), items, strict=False):
            size = bisect_left(self.sentence_starts, end) - bisect_left(self.sentence_starts, start)
            if self.doc[before[1] : start].text.strip() or len(self.list_ends) == 1:
                self.list_ends.append(end)
                self.list_sizes.append(self.list_sizes[-1] + size)
            else:
                self.list_ends[-1] = end
                self.list_sizes[-1] += size

    def _read_captions(self) -> None:
        """Keeps where each caption begins and ends, and how many sentences stand in those up to its end."""
        self.captions = asides(self.doc) if self.people.topic is None else []
        self.caption_ends, self.caption_sizes = [0], [0]
        for start, end in self.captions:
            size = bisect_left(self.sentence_starts, end) - bisect_left(self.sentence_starts, start)
            self.caption_ends.append(end)
            self.caption_sizes.append(self.caption_sizes[-1] + size)

    def _read_ages(self) -> None:
        """Keeps the ages told behind names; in the life of one person they are of any time."""
        names = (each for each in self.candidates if each.kind == "name" and self.people.topic is None)
        for each in names:
            if (age := age_behind(self.doc, each.end)) is not None:
                self.people.figures[self.people.of[each.start]].ages.add(age)

    def age(self, each: Candidate) -> int | None:
        """How old the description tells somebody to be, but for the life of one person, which goes through all ages."""
        is_told = each.kind == "nominal" and self.people.topic is None
        if not is_told:
            return None
        age = age_within(self.doc, each.start, each.head + 1)
        return age_behind(self.doc, each.end) if age is None else age  # "the singer, 47, sang"

    def is_aged_before(self, last: int, relative: Token) -> bool:
        """Whether the age of who is described stands before the pronoun: "a son, Ben, with the actress, 33, who"."""
        told = self.at[last]
        is_aged = any(word.like_num for word in self.doc[last + 1 : relative.left_edge.i])
        return is_aged and told.kind == "nominal" and told.definite and told.number == "one"

    def forget(self) -> None:
        """Begins from nothing: nobody has been spoken of yet."""
        self.spoken: deque[Spoken] = deque(maxlen=_WINDOW)
        self.pairs = Pairs()
        self.merged: dict[int, int] = {}
        self.done: set[int] = set()
        self.told: set[int] = set()  # figures spoken of so far
        self.died: dict[int, int] = {}  # the token at which somebody is told to die
        self.aged: defaultdict[int, set[int]] = defaultdict(set)  # how old descriptions have told them to be
        self.wed: set[frozenset[int]] = set()  # who is told to be, or to have been, wed to whom
        self.tied: list[tuple[int, Tie, int]] = []  # every tie told, whose it is, and the word that told it

    def quote_at(self, i: int) -> Quote | None:
        """The quotation that token `i` stands in."""
        place = bisect_right(self.quote_starts, i) - 1
        return self.quotes[place] if place >= 0 and i < self.quotes[place].end else None

    def item_at(self, i: int) -> int:
        """The number of the line of a list that token `i` stands in; -1 outside of lists."""
        place = bisect_right(self.item_starts, i) - 1
        return place if place >= 0 and i < self.doc._.items[place][1] else -1

    def is_in_caption(self, i: int) -> bool:
        """Whether token `i` stands in a caption that only repeats the text."""
        place = bisect_right(self.captions, (i, len(self.doc))) - 1
        return place >= 0 and i < self.captions[place][1]

    def is_of_caption(self, before: int, i: int) -> bool:
        """Whether two spoken of at `before` are not those of whom the text goes on to tell at `i`, behind a caption."""
        return (self.is_in_caption(before) and not self.is_in_caption(i)) or self.is_apart(before, i)

    def sentence_told(self, i: int) -> int:
        """The number of the sentence of token `i`, without those of the captions before."""
        return self.sentence(i) - self.caption_sizes[bisect_right(self.caption_ends, i) - 1]

    def is_apart(self, before: int, i: int) -> bool:
        """Whether the word at `before` stands in a line of a list that `i` is not in, in the life of one person.

        After the list of somebody's children the life goes on, not that of the last child.
        """
        return self.people.topic is not None and self.item_at(before) not in (-1, self.item_at(i))

    def sentence(self, i: int) -> int:
        """The number of the sentence of token `i`; behind a list the text goes on from what stands before the list."""
        return bisect_right(self.sentence_starts, i) - self.list_sizes[bisect_right(self.list_ends, i) - 1]

    def sentence_before(self, i: int) -> int:
        """The token at which the sentence before that of token `i` begins."""
        return self.sentence_starts[max(bisect_right(self.sentence_starts, i) - 2, 0)]

    def paragraph(self, i: int) -> int:
        """The token at which the paragraph of token `i` begins."""
        return self.paragraphs[bisect_right(self.paragraphs, i) - 1]

    def remember(self, each: Candidate) -> None:
        """Keeps whom a resolved candidate speaks of, and with whom."""
        token = self.doc[each.head]
        sentence = self.sentence(each.head)
        is_quoted = self.quote_at(each.head) is not None
        kind = each.kind if len(each.people) == 1 else "group"
        role = links.role(token)
        self.told.update(each.people)
        age = self.age(each)
        if age is not None and len(each.people) == 1:
            self.aged[each.people[0]].add(age)
        for index in each.people[:2]:
            told_as = "subject" if kind == "elided" else role
            self.spoken.append(Spoken(each.head, token.head.i, index, sentence, told_as, kind, is_quoted))
        for pair in combinations(sorted(each.people), 2):
            self.pair_up(pair, each.head, 1.0)
        if token.dep_ == "conj" and token.head.i in self.at:
            row = [token.head, *joined(token.head)]
            others = [other for other in row if other.i < token.i][-_LISTED:]
            is_row = len(row) > 2 or word_of(token.head.head) in lexicon.TIE_WORDS  # "romances with Ben and Carl"
            verb = token.head.head
            beside = _PARENTS if have_child(verb) and token.i < verb.i else 1.0
            weight = beside if role == "subject" else _IN_LIST if is_row else _ASIDE
            self._remember_pairs([self.known_at(other.i) for other in others], each, weight)
            self._remember_union(token.head, each)
            self._remember_next_spouse(token.head, each)
        elif len(each.people) == 2 and token.dep_ in SUBJECTS:  # "the two wed"
            self._remember_union(token, each)
        elif role in ("object", "modifier"):
            self._remember_clause(token, each)
        elif is_joined(token):  # "he was with Ada for a year"
            self._remember_joined(token, token, each)
        if token.dep_ in SUBJECTS and word_of(token.head) in DYING:
            self.died.update(dict.fromkeys(each.people, each.head))
        self._remember_birth(token, each)
        self._remember_marriage_to(token, each)

    def _remember_birth(self, token: Token, each: Candidate) -> None:
        """ "Jane was born in York to John Roe and his wife Mary": they are her parents."""
        first = token.head if token.dep_ == "conj" else token
        verb = first.head
        is_to = any(child.dep_ == "case" and child.lower_ == "to" for child in first.children)
        if verb.lower_ != "born" or not is_to or each.kind == "pronoun":
            return
        clauses = (verb, verb.head) if verb.dep_ == "advcl" else (verb,)
        subjects = [child.i for clause in clauses for child in clause.children if child.dep_ in SUBJECTS]
        born = next(filter(None, map(self.known_at, (*subjects, verb.head.i))), ())
        for parent in each.people if len(born) == 1 else ():
            self.tie(born[0], Tie("parent", parent), each.head)

    def _remember_marriage_to(self, token: Token, each: Candidate) -> None:
        """ "Her second marriage was to Ben": he is her partner, and the second."""
        is_to = {("case", "to")} & {(child.dep_, child.lower_) for child in token.lefts}
        for noun in (child for child in token.lefts if is_to and child.dep_ == "nsubj" and is_tie(child)):
            for owner in (self.known_at(child.i) for child in noun.lefts if child.dep_ == "nmod:poss"):
                if len(owner) == len(each.people) == 1 and owner != each.people:
                    order = order_of_spouse(noun, noun)
                    self.tie(owner[0], Tie("partner", each.people[0], "", order), each.head)

    def _remember_union(self, subject: Token, each: Candidate) -> None:
        """ "Jane and John married" or "were a couple", "the wedding of Jane and John": such two are partners."""
        while subject.dep_ in APPOSED:  # "the singer Jane and the actor John"
            subject = subject.head
        pair = each.people if len(each.people) == 2 else self.together(subject)
        is_of = subject.dep_ == "nmod" and doc_word(self.doc, subject.left_edge.i) == "of" and is_tie(subject.head)
        is_theirs = subject.dep_ in (*SUBJECTS, "nmod:poss")  # "Jane and John's wedding"
        is_theirs &= is_between_subjects(subject.head) or is_couple(subject.head)
        if (is_of or is_theirs) and len(pair) == 2 and not is_denied(subject.head):
            noun = "ex-" if is_parting(subject.head) else "partner" if is_told_now(subject.head) else ""
            self.tie(pair[0], Tie("partner", pair[1], noun), each.head)

    def _remember_next_spouse(self, first: Token, each: Candidate) -> None:
        """ "She wed Ben in 1840 and Carl in 1850": a row of spouses, each of whom she wed."""
        if first.dep_ != "obj" or not is_wedding(first.head) or is_denied(first.head):
            return
        for people in (self.together(child) for child in first.head.lefts if child.dep_ in SUBJECTS):
            if len(people) == len(each.people) == 1 and people != each.people:
                order = order_of_spouse(self.doc[each.head], first.head)
                self.tie(people[0], Tie("partner", each.people[0], "", order), each.head)

    def _remember_clause(self, token: Token, each: Candidate) -> None:
        """Subject and object are a pair; "she married him", "her split from him" make them partners."""
        while token.dep_ in APPOSED and token.head.i not in self.at:  # "she wed the glazier Ben"
            token = token.head
        word = token.head
        told = word.head  # "found love with Ben", "called it quits with Ben"
        if (word.dep_ == "obj" and not is_tie(word) and is_tie(told)) or (word.dep_ == "xcomp" and is_parting(told)):
            word = told
        subjects = [child for child in word.children if child.dep_ in (*SUBJECTS, "nmod:poss") and child.i < token.i]
        above = word
        while not subjects and (above == word or word.tag_ == "VBG") and above.dep_ in _BELOW:
            above = above.head  # "he went on to live with Ada, divorcing Eva"
            subjects = [child for child in above.children if child.dep_ in SUBJECTS and child.i < token.i]
        others = [self.together(subject) for subject in subjects] or [self.known_at(word.i)]
        is_left = is_parting(word) and doc_word(self.doc, token.left_edge.i) in ("from", "with")
        left = self._left_for(word, token)
        if is_joined(token):
            self._remember_joined(word, token, each)
        is_union = (is_tie(word) and not is_denied(word)) or is_left or bool(left) or are_parents(word, token)
        has_ended = is_parting(word) or is_over(word) or (word.dep_ == "obj" and is_parting(word.head))
        noun = "ex-" if has_ended else "partner" if is_told_now(word) else ""
        for people in others:
            if len(people) == len(each.people) == 1 and people != each.people and is_union:
                for ex in left:
                    self.tie(people[0], Tie("partner", ex, "ex-"), each.head)
                order = order_of_spouse(token, word) if is_wedding(word) or word_of(word) == "marriage" else ""
                self.tie(people[0], Tie("partner", each.people[0], noun, order), each.head)
        if links.role(token) == "object" or is_union:
            self._remember_pairs(others, each, 1.0 if is_wedding(word) else 0.6)
        if word.lemma_ == "introduce" and doc_word(self.doc, token.left_edge.i) == "to":
            self._remember_pairs([self.known_at(child.i) for child in word.children if child.dep_ == "obj"], each, 1.0)

    def _remember_joined(self, verb: Token, token: Token, each: Candidate) -> None:
        """Of whom one lives or is together with the other: partners, if they are no kin, and no friends."""
        subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        others = self.known_at(subjects[0].i) if len(subjects) == 1 else ()
        is_pair = len(others) == len(each.people) == 1 and others != each.people and each.tie in ("", "partner")
        if is_pair and not any(ties.are_others(*others, *each.people) for ties in (self.ties, self.known)):
            self.tie(others[0], Tie("partner", each.people[0], ""), token.i)

    def _left_for(self, verb: Token, other: Token) -> tuple[int, ...]:
        """Who is left for somebody else: the Ben of "she left Ben for Carl"."""
        is_for = verb.lemma_ in _LEAVING and doc_word(self.doc, other.left_edge.i) == "for"
        left = [child.i for child in verb.children if is_for and child.dep_ == "obj"]
        return self.known_at(left[0]) if len(left) == 1 else ()

    def known_at(self, head: int) -> tuple[int, ...]:
        """The figures that the word at `head` is known to speak of."""
        each = self.at.get(head)
        return each.people if each else ()

    def _remember_pairs(self, others: Iterable[tuple[int, ...]], each: Candidate, weight: float) -> None:
        for people in others:
            if len(people) == len(each.people) == 1 and people != each.people:
                self.pair_up((people[0], each.people[0]), each.head, weight)

    def pair_up(self, figures: Iterable[int], head: int, weight: float) -> None:
        """Two spoken of together; parents named beside their child are no pair that the text goes on about."""
        aside = links.is_parentage(self.doc[head])
        self.pairs.add(figures, head, self.sentence_told(head), 0.0 if aside else weight)

    def together(self, token: Token) -> tuple[int, ...]:
        """The figures of a word and of what is coordinated with it."""
        return tuple(dict.fromkeys(index for part in (token, *joined(token)) for index in self.known_at(part.i)))

    def bond(self, a: int, b: int) -> str:
        """What two figures are told to be: "partner", "kin" or ""."""
        if self.ties.are_partners(a, b) or self.known.are_partners(a, b):
            return "partner"
        return "kin" if self.ties.are_kin(a, b) or self.known.are_kin(a, b) else ""

    def partners(self, index: int) -> list[int]:
        """Whoever is told as the partner of somebody, in the order of telling, also further on in the text."""
        return list(dict.fromkeys((*self.ties.partners(index), *self.known.partners(index))))

    def partners_near(self, i: int, speaker: int, partners: Sequence[int]) -> list[int]:
        """Of a speaker's partners the one joined with the speaker last in the quotation, or subjects before "we"."""
        start = self.doc[i].sent.start
        quote = self.quote_at(i)
        first = start if quote is None else min(quote.start, start)
        pairs = (pair for pair in reversed(self.pairs.recent) if first <= pair.head < i and pair.weight >= 1)
        beside = [other for pair in pairs if speaker in pair.figures for other in pair.figures if other in partners]
        before = (told for told in self.spoken if start <= told.head < i and told.role == "subject")
        return beside[:1] or sorted({told.figure for told in before} & {*partners})

    def kin(self, index: int) -> list[int]:
        """Whoever is told as a child, parent or sibling of somebody, also further on in the text."""
        return [*self.ties.kin(index), *self.known.kin(index)]

    def has(self, owners: tuple[int, ...], each: Candidate) -> bool:
        """Whether such kin of somebody is told of."""
        return any(tie.kind == each.tie for tie in self.ties.of[owners[0]])

    def is_another(self, each: Candidate, owners: tuple[int, ...]) -> bool:
        """Whether a noun may mean one of several: "Carl wed a sister of Ben", who has a sister Ada."""
        is_some = any(word.lower_ in ("a", "an", "another") for word in self.doc[each.head].lefts)
        return is_some and each.tie in ("child", "sibling") and self.has(owners, each)

    def tie(self, owner: int, tie: Tie, head: int) -> None:
        """Keeps whose somebody is; one known only as such is from now on the one who is named."""
        unnamed = self.unnamed.get((owner, tie.noun, tie.order))
        if unnamed is not None and unnamed not in self.merged and tie.kind in ("partner", "parent"):
            self.merged[unnamed] = tie.other
        self.tied.append((owner, tie, head))
        told = self.doc[head].head
        if tie.kind == "partner" and (is_marital(tie.noun) or is_wedding(told) or word_of(told) == "divorce"):
            self.wed.add(frozenset((owner, tie.other)))
        self.ties.add(owner, tie)
        if tie.kind == "partner":
            self.pair_up((owner, tie.other), head, 0.7)

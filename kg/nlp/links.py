"""How likely a word speaks of somebody mentioned before: one weighted sum of named features."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.nlp import lexicon
from kg.nlp.candidates import Candidate
from kg.nlp.figures import Figure

# Weights of the features below, fitted on the third-person pronouns of GAP's and GUM's training parts.
WEIGHTS = {
    "sentences": -1.33,
    "words": -0.016,
    "subject": 0.6,
    "object": -0.29,
    "possessor": -0.3,
    "modifier": -1.04,
    "parallel": 0.51,
    "subject of both": 0.47,
    "last sentence's subject": 0.3,
    "same sentence's subject": -0.87,
    "own subject": 0.8,
    "doer": 3.0,  # chosen so
    "clause": -0.14,
    "nearest": 0.42,
    "pronoun": 0.42,
    "name": 1.38,
    "group": -0.6,
    "gender": 0.67,
    "topic": 1.6,
    "named often": 1.02,
    "ahead": 0.98,
    "quoted": -0.11,
    "title": -0.22,
    "paragraph": -0.6,  # not fitted with the others: chosen on annotated news and lives
}
THRESHOLD = -2.0  # below it a pronoun stays unresolved
CLEAR = 1.8  # by how much the one whom a description means has to lead
SHARE, LEAST_SHARE = 1.0, 0.02  # what a figure's share of the learned links weighs; chosen on GAP's dev part
_LEADING = 2  # sentences at most between a description and those of the headline
_OFTEN = 12  # the weights come of passages, no whole lives: whom one names a hundred times is no likelier
_OBJECTS = ("obj", "iobj", "obl")
_BECOMING = frozenset(["become", "remain"])
_ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject", "nsubj:outer": "subject", "csubj": "subject",
    "obj": "object", "iobj": "object", "obl": "object", "obl:agent": "object",
    "nmod:poss": "possessor", "nmod": "modifier",
}  # fmt: skip


class Spoken(NamedTuple):
    """A resolved mention of one figure: the token that heads it, the one above, its sentence's number and its role."""

    head: int
    governor: int
    figure: int
    sentence: int
    role: str
    kind: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A candidate and where it stands: told as in `Spoken`, with the figure spoken of last and the document's topic.

    `body` and `paragraph` are the tokens at which the text under the title and the candidate's paragraph begin,
    `subjects` those of `own_subjects`, `leading` the figures of the headline, for a description, `doer` the word for
    whose own kin the candidate is likely to tell of, or -1.
    """

    head: int
    governor: int
    role: str
    gender: str
    sentence: int
    is_quoted: bool
    nearest: int
    topic: int | None
    body: int
    paragraph: int
    subjects: frozenset[int]
    leading: frozenset[int] = frozenset()
    doer: int = -1


def role(token: Token) -> str:
    """subject, object, possessor or modifier; a coordinated or apposed word has the role of the first.

    Whose mind gives way, or whose book sells, is who is spoken of: the possessor of what is no person has its role.
    """
    for _ in range(6):
        if token.dep_ not in ("conj", "appos", "flat", "nmod:desc", "compound") or token.head is token:
            break
        token = token.head
    if token.dep_ == "nmod:poss" and lexicon.person_noun(token.head.lemma_.lower()) is None:
        token = token.head
    return _ROLES.get(token.dep_, "")


def own_subjects(token: Token) -> frozenset[int]:
    """The nearest subject above the token in the tree, with the names beside it: the Jane of "Jane lost her hat"."""
    for _ in range(8):
        if token.head is token:
            return frozenset()
        below, token = token, token.head
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubj:pass") and child != below:
                return frozenset(
                    {child.i, *(each.i for each in child.children if each.dep_ in ("appos", "flat", "nmod:desc"))}
                )
    return frozenset()


_FRONTED = frozenset(["advcl", "obl", "obl:unmarked", "advmod", "nmod:poss", "acl", "parataxis", "dislocated"])


def subject_ahead(token: Token) -> Token | None:
    """The main clause's subject, where the token stands in what is put before it: "In his youth, John sailed"."""
    first = token.i
    for _ in range(6):
        if token.head is token:
            return None
        if token.dep_ in _FRONTED:
            subject = next((child for child in token.head.children if child.dep_ in ("nsubj", "nsubj:pass")), None)
            if subject is not None and first < subject.i and token.i < subject.i:
                return subject
        token = token.head
    return None


def score(before: Spoken, figure: Figure, context: Context) -> float:
    """What speaks for and against the candidate of this context meaning the figure that `before` means, weighted.

    Greater is likelier.
    """
    # whom a life is about is never far away, nor are those of a headline from what describes them
    is_topic = figure.index == context.topic
    farthest = 1 if is_topic else _LEADING if figure.index in context.leading else 5
    distance = min(context.sentence - before.sentence, farthest)
    return (
        WEIGHTS["sentences"] * distance
        + WEIGHTS["words"] * min(abs(context.head - before.head), 100)
        + WEIGHTS["named often"] * log(1 + (min(len(figure.places), _OFTEN) if is_topic else len(figure.places)))
        + sum(map(WEIGHTS.__getitem__, _features(before, figure, context, distance)))
    )


def _features(before: Spoken, figure: Figure, context: Context, distance: int) -> Iterator[str]:
    """The names of the features that are either there or not, of those that are there."""
    if before.kind in WEIGHTS:
        yield before.kind
    if before.role:
        yield before.role
        if before.role == context.role:
            yield "parallel"
    if before.role == "subject" and distance <= 1:
        if distance == 1:
            yield "last sentence's subject"
        elif distance == 0:
            yield "same sentence's subject"
        if context.role == "subject":
            yield "subject of both"
    if before.head in context.subjects:
        yield "own subject"
    if before.head == context.doer:
        yield "doer"
    if distance == 0 and before.governor == context.governor:
        yield "clause"
    if figure.index == context.nearest:
        yield "nearest"
    if context.gender and context.gender == figure.gender:
        yield "gender"
    if figure.index == context.topic:
        yield "topic"
    if before.head > context.head:
        yield "ahead"
    if before.is_quoted != context.is_quoted:
        yield "quoted"
    if before.head < context.body:
        yield "title"
    if before.head < context.paragraph:
        yield "paragraph"


def shared(linked: Iterable[tuple[Hashable, float]]) -> dict[Hashable, float]:
    """What the learned links of its mentions add to each figure's score: 0 where all figures have equal shares.

    >>> {figure: round(value, 1) for figure, value in shared([(1, 2.0), (1, 1.0), (2, -3.0)]).items()}
    {1: 0.7, 2: -3.0}
    """
    mass: dict[Hashable, float] = {}
    for figure, link in linked:
        mass[figure] = mass.get(figure, 0.0) + exp(link)
    whole, even = sum(mass.values()), log(LEAST_SHARE + 1 / max(len(mass), 1))
    return {figure: SHARE * (log(LEAST_SHARE + part / whole) - even) for figure, part in mass.items()} if whole else {}


def before_commas(token: Token) -> int:
    """Where what stands before the token ends, commas, brackets and numbers left out: "Jane (29), who"."""
    doc, place = token.doc, token.i
    while place > 0 and (doc[place - 1].text in (",", "(", "-", "–", ")") or doc[place - 1].tag_ in ("CD", "HYPH")):
        place -= 1
    return place


def differs(candidate: Candidate, figure: Figure) -> bool:
    """Whether the two are told to be of different genders."""
    return bool(candidate.gender) and figure.gender not in ("", candidate.gender)


def is_parentage(token: Token) -> bool:
    """Whether the noun stands in "daughter of John and his wife Mary", said of somebody else."""
    while token.dep_ in ("conj", "appos", "flat", "compound") or token.dep_.startswith("nmod"):
        noun = lexicon.NOUNS.get(token.head.lemma_.lower())
        if token.dep_ == "nmod" and noun is not None and noun.tie in ("child", "sibling"):
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _governors(token: Token) -> tuple[Token, ...]:
    """The verbs that do something to a noun: of "she filed for divorce from the rapper", "set to wed the actor"."""
    while token.dep_.startswith("nmod") and token.dep_ != "nmod:poss" and token.head.dep_ in _OBJECTS:
        token = token.head
    if token.dep_ not in _OBJECTS:
        return ()
    verb, found = token.head, [token.head]
    while verb.dep_ in ("xcomp", "advcl", "conj") and not any(
        child.dep_.startswith("nsubj") for child in verb.children
    ):
        verb = verb.head
        found.append(verb)
    return tuple(found)


def tellers(token: Token) -> Iterator[Token]:
    """What governs the clause that a noun stands in as what is said: "Ada said the actress had left" is of another."""
    for _ in range(6):
        if token.head is token or token.dep_ in ("acl:relcl", "advcl", "parataxis"):
            return
        if token.dep_ == "ccomp":
            yield token.head
        token = token.head


def _said_of(token: Token) -> tuple[Token, ...]:
    """What tells that somebody is something to a noun: of "she became the stepmother of the baker's children"."""
    noun = token.head
    if token.dep_ != "nmod" or not lexicon.tie_of(noun.lemma_.lower()):
        return ()
    return (noun, noun.head) if noun.dep_ in ("xcomp", "obj") and noun.head.lemma_ in _BECOMING else (noun,)


def is_barred(doc: Doc, candidate: Candidate, before: Spoken) -> bool:
    """Whether grammar forbids that the two are the same: "she saw her", "his wife", "Jane and her".

    A possessor may be its clause's subject ("she saw her mother"), an object that is no reflexive may not.
    """
    token, other = doc[candidate.head], doc[before.head]
    if token.lower_.endswith(("self", "selves")):
        return False
    if candidate.kind == "nominal" and other.dep_ == "appos" and other.head.dep_ in ("nsubj", "nsubj:pass"):
        other = other.head  # "her manager Ben Roe knows the singer"
    if token.dep_ == "nmod:poss":
        is_told = candidate.kind == "nominal" and other.dep_ in ("nsubj", "nsubj:pass")
        is_told = is_told and lexicon.person_noun(token.head.lemma_.lower()) is not None
        if is_told and other.head in (*_governors(token.head), *_said_of(token.head)):
            return True  # "he wed the baker's daughter", and is no baker
        return other == token.head or (
            other.head == token.head and other.dep_ in ("appos", "flat", "nmod:desc", "compound")
        )
    if (token.dep_ == "conj" and other == token.head) or (other.dep_ == "conj" and other.head == token):
        return True
    is_above = candidate.kind == "nominal" and other.dep_ in ("nsubj", "nsubj:pass")
    if is_above and (other.head in _governors(token) or (before.kind != "nominal" and other.head in tellers(token))):
        return True
    is_clause = token.head == other.head and other.dep_ != "nmod:poss"
    core = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
    if before.kind == "elided":  # "1932: leaves him"
        return token.head == other and token.dep_ in core
    return is_clause and token.dep_ in core and other.dep_ in core

"""The spaCy component `kg_coreference`: who the people of a document are, which words mean them, and who says what."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.nlp import names
from kg.nlp.antecedents import WEIGHTS
from kg.nlp.apart import constraints, told_by_the_way
from kg.nlp.beside import APPOSED, joined
from kg.nlp.candidates import Candidate, candidates
from kg.nlp.captions import as_in_text
from kg.nlp.cast import WIVES, cast
from kg.nlp.chains import Chains
from kg.nlp.elided import elided
from kg.nlp.figures import Cast, Figure
from kg.nlp.generations import namesakes_in_family
from kg.nlp.governing import SUBJECTS
from kg.nlp.lexicon import tie_of
from kg.nlp.links import own_subjects
from kg.nlp.marks import DocPerson, Mention, Quotation
from kg.nlp.named import named
from kg.nlp.names import fold
from kg.nlp.namesakes import listed_children, namesakes, part
from kg.nlp.phrases import doc_word
from kg.nlp.quotations import Quote, quotes, said_by
from kg.nlp.referents import Referents
from kg.nlp.twofold import twofolds
from kg.nlp.unions import is_wedding

_AGAIN = 2  # times that a text is read again for namesakes who were taken for one
_ROWS = 3  # from so many rows without a subject on, a text is a chronology of one life
_ASIDE = ("appos", "dislocated", "parataxis", "xcomp", "advcl", "nmod:unmarked", "obl:unmarked")
_GROUP = "PERSON:"  # each person has a span group: doc.spans["PERSON:Jane Roe"]


class Coreference:
    """Sets doc._.people, doc._.mentions, doc._.speakers, doc._.twofolds, doc._.chains and a span group a person.

    `weights` are the learned links, a file that came with the encoder; without them the rules stand alone.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self.weights = weights

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        doc._.folder = self.weights.parent if self.weights else None
        found = named(doc)
        spotted = candidates(doc, found)
        described = [each for each in spotted if each.kind == "nominal"]
        names_spotted = [each for each in spotted if each.kind == "name"]
        apart, kin = constraints(names_spotted, described, doc)
        aside = told_by_the_way(names_spotted, described, doc)
        others, callings = namesakes(doc, found)
        for start, starts in others.items():
            apart.setdefault(start, set()).update(starts)
        heads = {each.head for each in spotted}
        silent = [each for each in elided(doc) if each.head not in heads]
        spoken = quotes(doc)
        chains = Chains(doc, (each.head for each in spotted), spoken, self.weights)
        listed = listed_children(doc, found)

        def read() -> Referents:
            people = cast(doc, found, apart, kin | listed, aside, is_chronology=len(silent) >= _ROWS)
            people.listed = listed
            for start, noun in callings.items():
                people.figures[people.of[start]].descriptors.add(noun)
            _learn_genders(doc, people, spotted)
            referents = Referents(doc, people, [*spotted, *silent], spoken, chains)
            referents.run()
            as_in_text(doc, spotted)
            return referents

        told = read()
        for _ in range(_AGAIN):
            pairs = [pair for pair in namesakes_in_family(told, listed) if pair[1] not in apart.get(pair[0], ())]
            if not pairs:
                break
            for one, other in pairs:
                part(apart, one, other)
            for each in (*spotted, *silent):
                each.people = ()
            told = read()
        people = told.people
        _nameless(doc, people, spotted)
        _write(doc, people, spotted, spoken)
        doc._.chains = chains.chains({each.head: each.people for each in spotted if each.people})
        return doc


@Language.factory(
    "kg_coreference",
    assigns=["doc._.people", "doc._.mentions", "doc._.speakers", "doc._.twofolds", "doc._.chains"],
    requires=["doc.ents", "token.dep"],
)
def make_coreference(nlp: Language, name: str) -> Coreference:
    """The component; it needs names (doc.ents) and a tree, from whatever pipeline."""
    return Coreference(nlp.path / WEIGHTS if nlp.path else None)


# gender


def _learn_genders(doc: Doc, people: Cast, spotted: list[Candidate]) -> None:
    """Votes for the figures' genders: nouns beside their names, and pronouns of sentences that name nobody else."""
    named = {each.head: people.figures[people.of[each.start]] for each in spotted if each.kind == "name"}

    def vote(heads: Iterable[int], gender: str, weight: int) -> None:
        for head in heads:
            if head in named:
                named[head].votes[gender] += weight

    for each in spotted:
        if each.kind == "nominal" and each.gender:
            vote(each.same or _born_so(doc, each), each.gender, 5)
        if each.tie == "partner" and each.gender:  # "Robin's wife" is a weak sign that he is a man
            vote(each.owners, "male" if each.gender == "female" else "female", 3)
    pronouns = [each for each in spotted if each.kind == "pronoun" and each.gender]
    ends = {each.end: (each.head,) for each in spotted if each.kind == "name"}
    if people.topic is not None:
        _vote_of_all(people.figures[people.topic], pronouns)
    _votes_of_sentences(doc, people, spotted)
    vote(_husbands(doc, spotted), "male", 15)  # against the title
    for each in pronouns:
        vote(_whose_past(doc[each.head]), each.gender, 3)
        vote(_whose_child(doc[each.head]), each.gender, 8)
        vote(ends.get(_joined_with_partner(doc[each.head]), ()), each.gender, 3)
    for one, other in _wed(doc, named):
        if not named[one].gender and named[other].gender:  # "Sorrel wed Ada" is a weak sign that he is a man
            vote((one,), "male" if named[other].gender == "female" else "female", 2)


def _wed(doc: Doc, named: Collection[int]) -> Iterator[tuple[int, int]]:
    """The heads of two names of which one is told to wed the other, both ways round."""
    for verb in (token for token in doc if is_wedding(token)):
        beside = [child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ in ("obj", "obl")]
        words = [(child, *(other for other in child.rights if other.dep_ in APPOSED)) for child in beside]
        found = [word.i for told in words for word in [each for each in told if each.i in named][:1]]
        subjects = [child for child in beside if child.dep_ in SUBJECTS and child.i in named]
        found += [other.i for child in subjects for other in joined(child) if other.i in named]
        if len(found) == 2:
            yield from ((found[0], found[1]), (found[1], found[0]))


def _husbands(doc: Doc, spotted: list[Candidate]) -> Iterator[int]:
    """Who gives his name to a bride: the Ben of "she became Mrs Ben Poe"."""
    for each in spotted:
        if each.kind == "name" and doc[each.start].lower_ in WIVES and doc[each.head].head.lemma_ == "become":
            name = names.parse(doc[each.start : each.end].text)
            if len(name.parts) > 1 and names.given_gender(name) == "male":
                yield each.head


def _whose_past(pronoun: Token) -> tuple[int, ...]:
    """Who "she" is in "Sand left Ben Hale, whom she had married": the subject above him."""
    verb = pronoun.head
    is_past = pronoun.dep_ == "nsubj" and verb.dep_ == "acl:relcl" and verb.head.tag_ == "NNP"
    is_told = is_past and any(child.lower_ == "whom" for child in verb.children)
    return tuple(sorted(own_subjects(verb.head))) if is_told else ()


def _whose_child(pronoun: Token) -> tuple[int, ...]:
    """Who "her" means in "Robin is expecting her first child": nobody expects or bears another's."""
    noun, verb = pronoun.head, pronoun.head.head
    is_own = pronoun.dep_ == "nmod:poss" and tie_of(noun.lower_) == "child"
    is_borne = noun.dep_ == "obj" and verb.lemma_ == "expect"
    is_borne |= verb.lemma_ == "give" and any(child.lower_ == "birth" for child in verb.rights)
    is_borne |= verb.lower_ == "pregnant"
    subjects = own_subjects(noun) if is_own and is_borne else frozenset()
    is_one = not any(child.dep_ == "conj" for i in subjects for child in noun.doc[i].rights)
    return tuple(sorted(subjects)) if is_one else ()


def _joined_with_partner(pronoun: Token) -> int:
    """Where the name ends of whom "her" most likely means in "they greeted Robin and her husband"; else 0."""
    is_joined = tie_of(pronoun.head.lower_) == "partner" and doc_word(pronoun.doc, pronoun.i - 1) == "and"
    return pronoun.i - 1 if is_joined and pronoun.dep_ == "nmod:poss" else 0


def _born_so(doc: Doc, child: Candidate) -> tuple[int, ...]:
    """Who "was born in Leeds, the daughter of Ada Poe", wherever the tree hangs the daughter; empty for other words."""
    noun = doc[child.head]
    if child.tie != "child" or not child.definite or not child.owners or noun.dep_ not in _ASIDE:
        return ()
    subjects = [i for i in own_subjects(noun) if i < noun.i and doc[i].head.lemma_ == "bear"]
    return tuple(sorted(subjects))


def _vote_of_all(figure: Figure, pronouns: list[Candidate]) -> None:
    """A life speaks of its subject most: two thirds of three pronouns or more."""
    (gender, most), *_ = Counter(each.gender for each in pronouns).most_common(1) or [("", 0)]
    if most >= 3 and most * 3 >= len(pronouns) * 2:
        figure.votes[gender] += 4


def _votes_of_sentences(doc: Doc, people: Cast, spotted: list[Candidate]) -> None:
    """Pronouns of sentences that name one figure before them; together they weigh less than a first name.

    Of several the first may be told by what is hers, if the others are named behind it: "Robin opens her door to Ben".
    """
    starts = [sent.start for sent in doc.sents]
    by_sentence: dict[int, list[Candidate]] = {}
    for each in spotted:
        by_sentence.setdefault(bisect_right(starts, each.head), []).append(each)
    votes: dict[int, Counter[str]] = {}
    for inside in by_sentence.values():
        pronouns = [each for each in inside if each.kind == "pronoun"]
        named = [each for each in inside if each.kind == "name"]
        first = next((each.head for each in named), 0)
        figures = {people.of[each.start] for each in named}
        if len(figures) > 1:
            pronouns = [each for each in pronouns if _is_own(doc[each.head], first)]
            last = max((each.head for each in pronouns), default=0)
            figures = {people.of[each.start] for each in named if each.head < last}
        genders = {each.gender for each in pronouns if each.gender}
        is_told = any(each.gender and not _is_done_to(doc[each.head]) for each in pronouns)
        if is_told and len(figures) == len(genders) == 1 and all(each.head > first for each in pronouns):
            votes.setdefault(figures.pop(), Counter())[genders.pop()] += 1
    for index, counts in votes.items():
        margin = counts["female"] - counts["male"]
        people.figures[index].votes["female" if margin > 0 else "male"] += min(abs(margin), 3)


def _is_own(pronoun: Token, subject: int) -> bool:
    """Whether something is told to be of the clause's own subject: "Robin opens her door"."""
    return pronoun.dep_ == "nmod:poss" and subject in own_subjects(pronoun.head)


def _is_done_to(pronoun: Token) -> bool:
    """Whether it means another than the subject of its verb: "Robin told him"."""
    return pronoun.dep_ in ("obj", "iobj", "obl") and any(child.dep_ in SUBJECTS for child in pronoun.head.lefts)


# results


def _nameless(doc: Doc, people: Cast, spotted: list[Candidate]) -> None:
    """Whom pronouns alone speak of, where no name of that gender can be meant: "He was the son of John Roe."."""
    for gender, text in (("female", "unnamed woman"), ("male", "unnamed man")):
        alone = [each for each in spotted if each.kind == "pronoun" and each.number == "one" and each.gender == gender]
        alone = [each for each in alone if not each.people]
        named = [figure for figure in people.figures if figure.gender == gender and not figure.unnamed]
        if alone and not any(_may_be_meant(doc, figure, alone) for figure in named):
            figure = people.add()
            figure.text, figure.nameless, figure.first = text, True, (alone[0].start, alone[0].end)
            figure.votes[gender] += 5
            for each in alone:
                each.people = (figure.index,)


def _may_be_meant(doc: Doc, figure: Figure, alone: list[Candidate]) -> bool:
    """Whether the figure is named before the pronouns, or in a sentence without them."""
    sentences = {doc[each.head].sent.start for each in alone}
    return any(start < alone[0].head or doc[start].sent.start not in sentences for start in figure.places)


def _write(doc: Doc, people: Cast, spotted: list[Candidate], spoken: list[Quote]) -> None:
    used = {index for each in spotted for index in each.people}
    keys = _keys(doc, people, used)
    doc._.people = tuple(_person(figure, keys) for figure in people.figures if figure.index in keys)
    doc._.mentions = tuple(
        Mention(each.start, each.end, each.head, _kind(each), tuple(keys[index] for index in each.people))
        for each in sorted(spotted, key=lambda one: (one.start, one.end))
    )
    at = {each.head: each for each in spotted}
    doc._.twofolds = tuple(twofolds(doc))
    doc._.speakers = tuple(_quotation(doc, quote, at, keys) for quote in spoken)
    spans: dict[str, list[Span]] = {person.key: [] for person in doc._.people}
    for mention in doc._.mentions:
        if len(mention.people) == 1:
            spans[mention.people[0]].append(doc[mention.start : mention.end])
    for key, group in spans.items():
        doc.spans[_GROUP + key] = group


def _kind(each: Candidate) -> str:
    return "group" if each.kind != "name" and len(each.people) > 1 else each.kind


def _keys(doc: Doc, people: Cast, used: set[int]) -> dict[int, str]:
    """Each figure's key: the name as printed, with a number where two people bear the same."""
    cased = _spellings(doc, people)
    keys: dict[int, str] = {}
    taken: Counter[str] = Counter()
    # An unnamed figure is made after the one it is told of: "first wife of John Smith".
    for figure in people.figures:
        if figure.index in used:
            name = _display(figure, cased)
            name = f"{name} of {keys[figure.owner]}" if figure.owner is not None and figure.owner in keys else name
            taken[name] += 1
            keys[figure.index] = name if taken[name] == 1 else f"{name} ({taken[name]})"
    return keys


def _spellings(doc: Doc, people: Cast) -> dict[str, str]:
    """Folded words of names as they are spelled where they are not all capitals."""
    words = (word for figure in people.figures for full in figure.full for word in full.parts)
    return {fold(word): word for word in words if not word.isupper() and not re.fullmatch(r"\w*[A-Z]{3,}\w*", word)}


def _display(figure: Figure, cased: dict[str, str]) -> str:
    parsed = names.parse(figure.text)
    shown = names.display(figure.text, cased)
    # "Prince Harry", "Mrs Norton": a title is all that a single name has to be told by
    return (
        f"{' '.join(title.capitalize() for title in parsed.titles)} {shown}"
        if parsed.titles and len(parsed.parts) == 1
        else shown
    )


def _person(figure: Figure, keys: dict[int, str]) -> DocPerson:
    key = keys[figure.index]
    name = re.sub(r" \(\d+\)$", "", key)
    forms = tuple(sorted({re.sub(r"['’]s$", "", form) for form in figure.forms} | {name}))
    return DocPerson(
        key=key,
        name=name,
        names=forms,
        gender=figure.gender,
        unnamed=figure.unnamed,
        descriptors=tuple(sorted(figure.descriptors - {""})),
        first=figure.first,
    )


def _quotation(doc: Doc, quote: Quote, at: dict[int, Candidate], keys: dict[int, str]) -> Quotation:
    people = at[quote.speaker].people if quote.speaker in at else ()
    speaker = keys[people[0]] if len(people) == 1 else ""
    return Quotation(
        quote.start, quote.end, speaker, speaker or said_by(doc, quote), tuple(keys[index] for index in people)
    )

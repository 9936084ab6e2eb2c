"""Whose children are of whom no word for a child tells it beside their names.

Named elsewhere: "Ben loves his sons, Max and Leo. He shares two with Ada"; by a marriage: "Max, 9, from hers to Ben".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from spacy.tokens import Doc, Token

from kg.dates.phrases.lexicon import CARDINALS
from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.lives import parents_told
from kg.extract.parents import HAVING, SHARING, parents_of_union
from kg.extract.roles import is_origin, named_under
from kg.extract.rows import age_behind
from kg.extract.tree import children
from kg.nlp.marks import mention_at, people_of, tokens_of

COUNTS = {word: number for number, word in enumerate(CARDINALS[:9]) if number} | {"a": 1, "an": 1}
GENDERS = {"son": "male", "boy": "male", "daughter": "female", "girl": "female"}


def shared(doc: Doc, lexicon: Lexicon, found: Sequence[Finding]) -> Iterator[Finding]:
    """The ties of children known of one parent alone to the other one, where as many are told to be of both.

    `found` tells whose the children are who have names: as many as there are, of that gender, of no third parent.
    """
    kin = frozenset(lexicon.ontology.kin["child"])
    parents, genders = _families(doc, found)
    for verb in tokens_of(doc):
        yield from _of_one_known(verb, kin, parents) if verb.lemma_ in SHARING else ()
        for noun in children(verb, "obj") if verb.lemma_ in HAVING and verb.pos_ in ("VERB", "AUX") else ():
            both = parents_told(verb, noun, kin) if noun.lemma_.lower() in kin else ()
            if len(both) != 2 or named_under(noun, kin):
                continue
            gender, count = GENDERS.get(noun.lemma_.lower(), ""), _count(noun)
            theirs = [key for key, known in parents.items() if known <= set(both) and gender in ("", genders[key])]
            is_shared = verb.lemma_ in SHARING  # "they had one son", who may be another than the one who has a name
            is_all = count is None and is_shared and bool(children(noun, "nmod:poss"))  # "shares his sons with Ada"
            if is_all or (len(theirs) == count and (is_shared or len(theirs) > 1)):
                for parent, child in ((one, key) for key in theirs for one in both if one not in parents[key]):
                    people = (("parent", parent), ("child", child))
                    yield Finding("kin", "parent_of", verb, people, (verb, noun), f"shared: {noun.lemma_.lower()}")


def _of_one_known(verb: Token, kin: Set[str], parents: Mapping[str, set[str]]) -> Iterator[Finding]:
    """ "His daughter Ada is ill. He shares her with Eva": of a child who is known."""
    for pronoun in (each for each in children(verb, "obj") if each.pos_ == "PRON"):
        both = parents_told(verb, pronoun, kin)
        for child in people_of(verb.doc, pronoun):
            for parent in both if len(both) == 2 and parents.get(child) and parents[child] <= set(both) else ():
                people = (("parent", parent), ("child", child))
                yield Finding("kin", "parent_of", verb, people, (verb, pronoun), f"shared: {pronoun.lower_}")


def origins(doc: Doc) -> Iterator[Finding]:
    """The ties of children who are told of with age and marriage: "Ada, 15, from his relationship with Eva"."""
    for union in filter(is_origin, doc):
        both = parents_of_union(union)
        for child in _aged_before(union) if len(both) == 2 else ():
            for parent in both if child not in both else ():
                people = (("parent", parent), ("child", child))
                yield Finding("kin", "parent_of", union, people, (union,), f"origin: {union.lemma_.lower()}")


def _aged_before(union: Token) -> Iterator[str]:
    """Who are named, each with an age, in a row right before "from her marriage": "Ben, 17, and Ada, 15, from"."""
    doc, before = union.doc, children(union, "case")[0].i - 1
    while True:
        while before > union.sent.start and (doc[before].is_punct or doc[before].like_num or doc[before].dep_ == "cc"):
            before -= 1
        name = mention_at(doc, doc[before])
        if name is None or name.kind != "name" or name.end != before + 1 or len(name.people) != 1:
            return
        above = doc[name.start - 1] if name.start > union.sent.start else None
        is_aged_first = above is not None and above.lower_ in ("old", "year-old")  # "ten-year-old Ada"
        is_other = above is not None and above.pos_ == "NOUN" and above.lemma_ not in GENDERS  # "her friend Ada, 30"
        if not is_aged_first and (is_other or age_behind(doc[name.start]) is None):
            return
        yield name.people[0]
        before = name.start - 1


def _families(doc: Doc, found: Sequence[Finding]) -> tuple[Mapping[str, set[str]], Mapping[str, str]]:
    """The parents of each child that has a name, and its gender: by the word for it, or else by what is known of it."""
    people = {person.key: person for person in doc._.people}
    parents: dict[str, set[str]] = defaultdict(set)
    genders: dict[str, str] = {}
    for finding in found:
        keys = dict(finding.people)
        child = people.get(keys.get("child", ""))
        if child is not None and not child.unnamed:
            parents[child.key] |= {key for role, key in finding.people if role == "parent"}
            word = GENDERS.get(finding.words[-1].lemma_.lower(), "")
            genders[child.key] = word or genders.get(child.key, "") or child.gender
    return parents, genders


def _count(noun: Token) -> int | None:
    """How many are told of, if it is told."""
    told = [child.lower_ for child in children(noun, "nummod", "det") if child.lower_ in COUNTS]
    return 1 if noun.tag_ == "NN" else next((COUNTS[word] for word in told), None)

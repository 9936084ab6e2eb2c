"""Children of the couple told of before: "A daughter, Ada, arrived in May 1841", "Her sister Bea followed in 1844".

So are those of "this union", and who "followed" a child whose birth is told: "Ada was born in 1841, followed by Bea".
"""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.implied import before, last_couple, place_of
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.parents import parents_of_union
from kg.extract.relations import holders_of
from kg.extract.roles import UNIONS, is_unnamed, name_token, named_under, people, unique
from kg.extract.tree import OBJECT, SUBJECT, children, preposition, word_beside
from kg.nlp.marks import people_of, tokens_of

COMING = {"arrive", "follow"}
ALONG = "along"  # children come along, too
PRODUCING = {"produce", "yield", "bring", "bless"}  # what a marriage does, or is with children
SPRINGING = {"spring", "issue", "come"}  # what children of a marriage do
BRINGING = PRODUCING | SPRINGING | COMING
ARTICLES = {"a", "an", "another"}
JOY = {"joy", "delight"}  # "arrived to the joy of her parents"


def arrivals(doc: Doc, lexicon: Lexicon, known: list[Finding]) -> Iterator[Finding]:
    """A birth for each child who "arrived" or "followed", and the parents of these and of "a son, Ben, was born".

    `known` are the couples, ties and births that the document tells otherwise.
    """
    told = sorted(known, key=place_of)
    kin = frozenset(lexicon.ontology.kin["child"])
    for verb in tokens_of(doc):
        if verb.lower_ == "followed":
            yield from _followed(verb, kin, told)
        noun = _newborn(verb, kin)
        named = named_under(noun, kin) if noun is not None else ()
        is_aside = verb.dep_ == "acl"  # "they have a daughter, born in 2012"
        if noun is not None and not named and _is_dated_birth(verb, noun, kin):
            couple = () if is_aside else _parents(verb, noun, lexicon, before(verb.i, told))
            yield from _nameless(verb, noun, kin, couple)
        if noun is None or is_aside or not named or (len(named) > 1 and noun.tag_ != "NNS"):
            continue
        parents = _parents(verb, noun, lexicon, before(verb.i, told))
        for child in named if parents and not set(named) & set(parents) else ():
            if verb.lower_ != "born":
                yield Finding("event", "born", verb, (("person", child),), (verb,), f"verb: {verb.lemma_}")
            roles = (*(("parent", parent) for parent in parents), ("child", child))
            rule, near = f"verb: {verb.lemma_} (parents implied)", name_token(noun, child)
            yield Finding("event", "child_born", verb, roles, (verb, noun), rule, near=near if named[1:] else None)


def _is_dated_birth(verb: Token, noun: Token, kin: Set[str]) -> bool:
    """Whether one child without a name was born at a time: "their daughter was born in 1711"."""
    is_one = noun.tag_ == "NN" and noun.lemma_.lower() in kin and noun.lemma_ != "twin"
    is_dated = any(child.ent_type_ == "DATE" for child in verb.children) and word_beside(verb, -1) != "("
    return verb.lower_ == "born" and is_one and is_dated and is_plain(noun)


def _nameless(verb: Token, noun: Token, kin: Set[str], couple: tuple[str, ...]) -> Iterator[Finding]:
    """The birth of a child whom no name tells, of whose child it is or of the couple told of before."""
    told = people(noun)
    by = [child for child in verb.children if preposition(child) in ("to", "of")]
    parents = holders_of(noun, kin) or unique(key for each in by for key in people(each)) or couple
    parents = tuple(key for key in parents if key not in told)
    if 0 < len(parents) <= 2 and all(is_unnamed(verb.doc, key) for key in told):
        roles = (*(("parent", parent) for parent in parents), *(("child", key) for key in told[:1]))
        yield Finding("event", "child_born", verb, roles, (verb, noun), f"verb: born {noun.lemma_}")


def _newborn(verb: Token, kin: Set[str]) -> Token | None:
    """The word for the child or children whom a verb brings: its subject, or what "this marriage" produced."""
    if verb.lower_ != "born" and verb.lemma_ not in BRINGING:
        return None
    subject = next(iter(children(verb, *SUBJECT)), verb.head if verb.dep_ == "acl" else None)
    if verb.lemma_ in PRODUCING and subject is not None and subject.lemma_ in UNIONS:
        brought = [*children(verb, *OBJECT), *(each for each in verb.children if preposition(each) == "with")]
        return next((each for each in brought if each.lemma_.lower() in kin), None)
    is_of_union = verb.lemma_ in SPRINGING and bool(_unions(verb))
    if verb.lower_ != "born" and not is_of_union and not _is_coming(verb):
        return None
    if is_of_union:
        behind = (each for each in verb.children if each.lemma_.lower() in kin and not preposition(each))
        subject = next(behind, subject)
    if subject is not None and subject.lower_ == "who" and verb.dep_ == "acl:relcl":
        noun = verb.head.head if verb.head.dep_ == "appos" else verb.head  # "a daughter, Ada, who arrived"
        return noun if noun.lemma_.lower() in kin else None
    return subject


def _is_coming(verb: Token) -> bool:
    """Whether somebody came at some time, not to some place and not after somebody."""
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not children(verb, "aux", "aux:pass"))
    if not is_past or not comes(verb):
        return False
    others = [
        child for child in verb.children if child.dep_.startswith(("obj", "obl", "xcomp")) or child.dep_ == "advmod"
    ]
    return all(child.ent_type_ == "DATE" or child.lemma_ in JOY or child.lower_ == ALONG for child in others)


def comes(verb: Token) -> bool:
    """Whether the verb is one of those by which children come: "arrived", "followed", "came along"."""
    return verb.lemma_ in COMING or (verb.lemma_ == "come" and any(child.lower_ == ALONG for child in verb.children))


def _unions(verb: Token) -> list[Token]:
    """The marriage that children are told to be of: "to this union were born", "from their marriage sprang"."""
    return [child for child in verb.children if child.lemma_ in UNIONS and preposition(child) in ("to", "of", "from")]


def _parents(verb: Token, noun: Token, lexicon: Lexicon, near: Sequence[Finding]) -> tuple[str, ...]:
    """Of "a son", or of "this union", the last couple told of; of "her sister" the parents of her just told."""
    owners = children(noun, "nmod:poss")
    word, kin = noun.lemma_.lower(), lexicon.ontology.kin
    subject = next(iter(children(verb, *SUBJECT)), noun)
    unions = [subject] if verb.lemma_ in PRODUCING else _unions(verb)
    if word in kin["child"] and unions:
        beside = [each for each in unions[0].children if each.dep_ == "nmod:poss" or preposition(each) == "of"]
        both = unique((*parents_of_union(unions[0]), *(key for each in beside for key in people(each))))
        return both if len(both) == 2 else last_couple(near)
    if word in kin["child"] and verb.lower_ != "born" and (told := holders_of(noun, frozenset(kin["child"]))):
        return told if len(told) <= 2 and (verb.lemma_ != "follow" or is_after_family(verb, near)) else ()
    counted = [*children(noun, "nummod"), *(each for each in children(noun, "det") if each.lower_ in ARTICLES)]
    is_bare = comes(verb) and bool(children(noun, "appos")) and not children(noun, "det")  # "and son Leo came along"
    if word in kin["child"] and (counted or is_bare) and not owners:
        is_told = any(
            preposition(child) in ("to", "of", "by", "with") and child.lemma_ not in JOY
            for word in (verb, noun)
            for child in word.children
        )
        return () if is_told else last_couple(near)
    if word in kin["sibling"] and len(owners) == 1 and verb.lower_ != "born":
        return _parents_of(people_of(verb.doc, owners[0]), near)
    return ()


def is_after_family(verb: Token, near: Sequence[Finding]) -> bool:
    """Whether a birth or wedding is told in this sentence or the one before: a son may "follow" to America, too."""
    start = verb.sent.start
    first = verb.doc[start - 1].sent.start if start else start
    return any(each.trigger.i >= first and (is_birth(each) or each.type == "married") for each in near)


def _followed(verb: Token, kin: Set[str], told: Sequence[Finding]) -> Iterator[Finding]:
    """The children of "Ben was born in 1851, followed by Carl in 1853", of the parents of the one born before."""
    by = next((each for each in verb.children if preposition(each) == "by" and each.i > verb.i), None)
    births = [each for each in told if each.trigger in verb.ancestors and is_birth(each)]
    if by is None or not births:
        return
    child = next((key for role, key in births[-1].people if role in ("child", "person")), None)
    parents = tuple(key for role, key in births[-1].people if role == "parent")
    parents = parents or tuple(dict.fromkeys(key for key in all_parents(child, told) if key != child))
    is_dated = any(word.ent_type_ == "DATE" for word in verb.subtree if word.i > verb.i)
    named = named_under(by, kin) if by.lemma_.lower() in kin else people(by) if is_dated else ()
    for key in named if 0 < len(parents) <= 2 else ():
        if key not in (*parents, child):
            roles = (*(("parent", parent) for parent in parents), ("child", key))
            near = name_token(by, key)
            yield Finding("event", "child_born", verb, roles, (verb, by), "verb: follow (parents implied)", near=near)


def is_birth(finding: Finding) -> bool:
    """Whether it tells of a birth, by the child or by the parents."""
    return finding.kind == "event" and finding.type in ("born", "child_born")


def all_parents(child: str | None, told: Sequence[Finding]) -> Iterator[str]:
    """Everybody who is told as a parent of the child."""
    for each in told:
        if ("child", child) in each.people and each.type in ("parent_of", "child_born"):
            yield from (key for role, key in each.people if role == "parent")


def _parents_of(child: tuple[str, ...], near: Sequence[Finding]) -> tuple[str, ...]:
    """The parents told of one whose birth is told not long before."""
    if len(child) != 1 or not any(each.type == "born" and each.keys == child for each in near):
        return ()
    ties = [dict(each.people) for each in near if each.type == "parent_of"]
    return tuple(dict.fromkeys(tie["parent"] for tie in ties if tie["child"] == child[0]))

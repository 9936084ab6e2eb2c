"""Who takes part: from the words of a trigger to the people of the document (keys of DocPerson)."""

from collections.abc import Iterable, Sequence, Set

from spacy.tokens import Doc, Token

from kg.dates.phrases.lexicon import CARDINALS
from kg.extract.lexicon import Frame
from kg.extract.rows import row
from kg.extract.tree import (
    OBJECT,
    SUBJECT,
    children,
    conjuncts,
    is_passive,
    is_verb,
    objects,
    preposition,
)
from kg.nlp.marks import mention_at, mentions_in, people_of

UNIONS = {"marriage", "relationship", "romance", "union", "affair"}  # what children are "from"
ANIMALS = {"dog", "cat", "pet", "puppy", "pup", "kitten", "horse", "pony", "pooch", "labrador", "terrier", "hound"}
SPOUSES = {"wife", "husband", "bride", "groom"}
LOVERS = set("girlfriend boyfriend fiancée fiancee fiancé fiance beau partner squeeze lover flame".split())
LOVERS |= {"new man", "new woman", "new love"}
ANEW = {"new", "current", "present"}  # of a spouse: there was one before
# each with the gender that it tells
PARENTS = {"father": "male", "dad": "male", "mother": "female", "mum": "female", "mom": "female", "parent": ""}
SIBLINGS = {"brother", "sister", "sibling", "twin"}
MANY = {"string", "number", "series", "host", "slew", "bevy", "succession", "handful", "list", "like"}  # of people
KIN = {"son", "daughter", "child", "baby", "twin", "mother", "father"}
RECIPROCAL = {"each", "another", "together", "one"}

# relations through which the names of children hang under "children": "two sons: Ada and Ben", "a girl named Ada"
CALLING = {"name", "call", "christen", "baptise", "baptize"}
NAMING = {"appos", "conj", "flat", "acl", "obj", "xcomp", "list", "parataxis", "dep", "nmod:desc", "compound"}


def people(token: Token) -> tuple[str, ...]:
    """Everyone a noun phrase speaks of, its coordinated nouns and apposition included, in order of the text."""
    found: list[str] = []
    for each in conjuncts(token):
        if each.lemma_.lower() in ANIMALS:  # "their dog, Biscuit, died"
            continue
        keys = people_of(token.doc, each)
        if not keys:
            named = [child for child in children(each, "flat", "compound") if not _is_credit(child)]
            beside = (people(child) for child in children(each, "appos"))  # "the couple, Ada and Ben"
            some = (people(child) for child in children(each, "nmod") if _is_some(each, child))
            keys = next(filter(None, (*beside, *(people_of(token.doc, child) for child in named), *some)), ())
        found.extend(keys)
    return unique(found)


def _is_some(noun: Token, child: Token) -> bool:
    """Whether those named behind are some of many: "several actresses, including Ada Poe", "a string of models"."""
    case = preposition(child)
    return (noun.tag_ == "NNS" and case in ("including", "such")) or (noun.lemma_ in MANY and case == "of")


def _is_credit(name: Token) -> bool:
    """Whether a name before a noun tells what somebody is known for: "the Anna Karenina star"."""
    noun = name.head
    is_known = any(child.lower_ in ("the", "a", "an") for child in children(noun, "det"))
    return name.i < noun.i and noun.pos_ == "NOUN" and is_known


def unique(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys without repeats, in order."""
    return tuple(dict.fromkeys(keys))


def is_origin(noun: Token) -> bool:
    """Whether it is a marriage that children are from: "sons from his marriage to Jane", "of this marriage he had"."""
    if noun.lemma_.lower() not in UNIONS:
        return False
    is_of = preposition(noun) in ("of", "by") and noun.head.lemma_ in ("have", "leave", *KIN)
    return is_of or preposition(noun) == "from"


def topic(doc: Doc) -> tuple[str, ...]:
    """The person whom the document is about: the first one named in its title, or else in its text."""
    named = [person for person in doc._.people if not person.unnamed]
    return (min(named, key=lambda person: person.first).key,) if named else ()


def is_reciprocal(verb: Token, words: Sequence[Token] = ()) -> bool:
    """Whether the verb's object is "each other" or "one another", and no word of its frame: "she got together with"."""
    inside = (child for child in verb.children if child not in words)
    return any(child.lower_ in RECIPROCAL and child.dep_ in (*OBJECT, "obl", "advmod") for child in inside)


def slot_people(frame: Frame, words: list[Token]) -> tuple[str, ...]:
    """The people in the frame's slots, wherever they hang: at its head or at a word that it needs."""
    found: list[str] = []
    for word in words:
        pronouns = (each for each in children(word, "obj") if each.lower_ in ("who", "whom"))
        whom = next((each for each in pronouns if each.i < word.i), None)
        for child in word.children:
            if whom is not None and child.dep_ == "obj" and child != whom:
                continue  # "by his second wife, whom he married in 1852, a daughter, Dora"
            if child in words:
                if "OBJ" in frame.slots:  # "took a second wife, Jane", "debuted her boyfriend Ben"
                    found.extend(named_under(child) or people_of(child.doc, child))
                continue
            if fills(child, frame.slots, is_verb=word.pos_ in ("VERB", "AUX")):
                found.extend(_without_kin(child))
            elif child.dep_ in ("conj", "appos") and word.tag_ == "NNS" and found:
                found.extend(people(child))  # "her divorces from Adam in 2009, Ben in 2012"
            elif child.dep_ == "conj" and found and preposition(child) in frame.slots and child.pos_ != "VERB":
                found.extend(people(child))  # "was married to Ada from 1998 to 2005, and to the singer Eva"
    if frame.type == "engaged" and not found:  # "engaged to be married to Ben"
        weddings = (each for each in children(words[0], "xcomp") if each.lower_ in ("married", "wed"))
        behind = (child for wed in weddings for child in wed.children if fills(child, frame.slots, is_verb=True))
        found.extend(key for each in behind for key in people(each))
    if "OBJ" in frame.slots and frame.part == "verb" and not children(words[0], *OBJECT):
        found.extend(key for each in _misplaced_objects(words[0]) if each not in words for key in people(each))
    if frame.part == "verb" and not found and any(child.lower_ in frame.slots for child in words[0].rights):
        found.extend(key for each in _shared_whom(words[0]) for key in people(each))  # "and split from in May"
    return unique(found)


def _without_kin(noun: Token) -> tuple[str, ...]:
    """Those of a row who are not brought in as kin: "married to Ada, and a son, Ben, was born", as trees misread it."""
    kin = {key for each in conjuncts(noun) if each != noun and _is_brought_as_kin(each) for key in people(each)}
    return tuple(key for key in people(noun) if key not in kin)


def _is_brought_as_kin(noun: Token) -> bool:
    """ "A son", "her mother", "son Ben"; not "her friend and mother of his child"."""
    words = (noun, *children(noun, "compound", "nmod:desc"))
    kin = next((word for word in words if word.lemma_.lower() in KIN), None)
    if kin is None:
        return False
    is_named = noun.i + 1 < len(noun.doc) and noun.nbor().ent_type_ == "PERSON"
    return kin != noun or is_named or noun.tag_ == "NNS" or bool(children(noun, "det", "nmod:poss", "appos", "flat"))


def _misplaced_objects(verb: Token) -> list[Token]:
    """Whom an active verb is done to, where the tree has no object beside it.

    Shared with its twin; parted from it by commas ("married, in 1851, Jane"); named as what one was to the other
    ("married as his second wife Jane"); the noun that a bare relative clause describes ("a doctor she met"), or whose
    it is ("whose son she met"); whom the clause before is about, too ("whom she met at school and married in 1990").
    """
    first, *others = children(verb, "nsubj", "nsubj:pass") or [verb]
    if verb.tag_ == "VBN" and not children(verb, "aux", "aux:pass") and others and first.i < verb.i < others[0].i:
        return others  # "Jane Roe (born 1850), married in 1871, John Poe", whom the tree takes for subjects both
    if objects(verb) or (is_passive(verb) and verb.dep_ != "acl:relcl"):
        return objects(verb)
    first, *others = children(verb, "nsubj") or [verb]
    behind = [each for each in others if each.i > verb.i > first.i]
    wives = [each for each in children(verb, "obl") if preposition(each) == "as" and each.lemma_ in SPOUSES]
    whose = _whose(verb)
    is_bare = (
        not whose
        and verb.dep_ == "acl:relcl"
        and not any(child.tag_ in ("WP", "WP$", "WDT", "WRB") for child in verb.subtree if child.i <= verb.i)
    )
    named = [each for each in children(verb, "xcomp") if each.pos_ == "PROPN"]  # "she became Mrs Ben Poe"
    bare = [verb.head] if is_bare and children(verb, "nsubj") else []
    return behind or wives or named or whose or _shared_whom(verb) or bare


def _shared_whom(verb: Token) -> list[Token]:
    """The relative pronoun that opens the clause with which a verb without a subject is coordinated."""
    first = verb
    while first.dep_ == "conj" and not children(first, *SUBJECT):
        first = first.head
    if first == verb or first.dep_ != "acl:relcl":
        return []
    return [each for each in children(first, "obj") if each.lower_ in ("who", "whom", "that") and each.i < first.i]


def _whose(verb: Token) -> list[Token]:
    """The Emma of "Bauer, whose daughter Emma he married", whom the tree may hang at Bauer."""
    if verb.dep_ != "acl:relcl" or not children(verb, "nsubj"):
        return []
    beside = [each for each in children(verb.head, "appos") if verb.head.i < each.i < verb.i]
    return [each for each in beside if any(child.tag_ == "WP$" for child in each.children)]


def given(frame: Frame, verb: Token) -> tuple[str, ...]:
    """The two whom a third brings together: "he married his daughter to the king", "married them"; else nobody."""
    if not {"OBJ", "to"} <= set(frame.slots):
        return ()
    noun = next(iter(children(verb, "obj")), None)
    if noun is None:
        return ()
    if len(both := people_of(verb.doc, noun)) == 2:  # "the priest who married the couple"
        return both
    targets = [child for word in (verb, noun) for child in word.children if preposition(child) == "to"]
    pair = (*people(noun), *(key for child in targets if child.i > noun.i for key in people(child)))
    return unique(pair) if len(targets) == 1 and len(people(noun)) == 1 and len(unique(pair)) == 2 else ()


def fills(child: Token, slots: tuple[str, ...], *, is_verb: bool) -> bool:
    """Whether a dependent stands in one of the slots."""
    if child.dep_ in OBJECT:  # "who she split from": a preposition that stands behind may be the pronoun's
        return (preposition(child) or "OBJ") in slots and is_verb
    if child.dep_ == "nmod:poss":
        return "POSS" in slots
    if is_verb and (_is_onlooker(child) or is_of_part(child)):
        return False
    if child.dep_.startswith(("obl", "nmod")):
        is_bare = is_verb and child.dep_ == "obl" and child.pos_ == "PROPN" and child.i > child.head.i
        # "married in 1917 Miss Jane Roe": what a date parts from its verb
        return (preposition(child) or ("OBJ" if is_bare else "")) in slots
    return False


def _is_onlooker(noun: Token) -> bool:
    """Whether what a "with" brings in does something of its own: "they wed in York, with her aunt presiding"."""
    end = noun.right_edge.i + 1
    return preposition(noun) == "with" and end < len(noun.doc) and noun.doc[end].tag_ == "VBG"


def is_of_part(noun: Token) -> bool:
    """Whether the name is what somebody else plays: "she played Eva opposite Ben's Carl"."""
    return preposition(noun) == "opposite" and noun.pos_ == "PROPN" and bool(children(noun, "nmod:poss"))


def named_under(noun: Token, nouns: Set[str] = frozenset()) -> tuple[str, ...]:
    """The people named under a word such as "children"; where it is one of `nouns`, those in a row behind it, too."""
    found: list[str] = []
    others: set[str] = set()
    for child in noun.children:
        if child.dep_ == "nmod" and preposition(child) == "including":
            found.extend(people(child))
        if child.dep_ == "acl:relcl" and child.lemma_ in CALLING:
            found.extend(_called(child))
        if child.dep_ not in NAMING or (child.dep_ == "acl" and child.lemma_ not in CALLING):
            continue
        if child.dep_ == "conj" and child.pos_ == "VERB":  # "the daughter of Ben and married Carl"
            continue
        if _is_of_another(child, {*found, *people_of(noun.doc, noun)}):
            others.update(people_of(noun.doc, child))
            continue  # "her children, Ada and Ben, and her sister Dora"
        if child.dep_ == "conj" and is_verb(child):
            continue  # "he was the son of Ben and succeeded his father"
        if child.pos_ == "NOUN" and child.lemma_.lower() not in nouns and _is_beside_parent(noun, child):
            continue  # "two girls, Eva and Zoe, with ex-wife and actress Ada"
        if child.dep_ == "conj" and child.pos_ == "PROPN" and is_apart(noun, child):
            continue  # "her son and Ben were friends", "loves her kids and Ben"
        if any(each.tag_ == "POS" for each in children(child, "case")):
            continue  # "her children, and Ben's"
        keys = people_of(noun.doc, child)
        found.extend(keys)
        found.extend(named_under(child))
    if noun.dep_ == "obj" or preposition(noun) == "to":  # "they welcomed a son and named him Tom"
        found.extend(key for verb in children(noun.head, "conj") if verb.lemma_ in CALLING for key in _called(verb))
    own = tuple(key for key in people_of(noun.doc, noun) if key not in others)
    in_row = row(noun, nouns) if nouns else ()
    # "her daughter Ada and Ben", "two sons, Max and Leo; Ben and Ada": the tree may take Ben for a child
    if in_row and (noun.tag_ == "NN" or len(in_row) == _count(noun)):
        return in_row
    return unique((*(own if any(not is_unnamed(noun.doc, key) for key in own) else ()), *in_row, *found))


def _called(verb: Token) -> tuple[str, ...]:
    """The name that a clause says was given: Tom in "a son, whom they named Tom", "and named him Tom"."""
    named = [child for child in children(verb, "obj", "xcomp") if child.tag_ == "NNP"]
    given = [child for child in children(verb, "obj", "iobj", "mark") if child.tag_ in ("WP", "WDT", "PRP", "IN")]
    is_given = bool(given) or (
        verb.dep_ == "acl:relcl" and any(child.tag_ == "PRP" for child in children(verb, "nsubj"))
    )
    return people(named[0]) if len(named) == 1 and is_given else ()


def _is_beside_parent(noun: Token, word: Token) -> bool:
    """Whether "with" or "by" stands between the names of children and a word that tells who else has them."""
    names = [each.start for each in mentions_in(noun.doc, noun.i + 1, word.i) if each.kind == "name"]
    beside = (each.i for each in noun.doc[noun.i + 1 : word.i] if each.lower_ in ("with", "by"))
    return any(names and names[0] < i for i in beside)


def _count(noun: Token) -> int:
    """How many the noun tells of in words: "two daughters"; 0 where it does not."""
    words = (child.lower_ for child in children(noun, "nummod"))
    return next((CARDINALS.index(word) for word in words if word in CARDINALS), 0)


def is_apart(noun: Token, name: Token) -> bool:
    """Whether a name is joined to a noun with nobody named between: "her kids and Ben"; not "her kids Ada and Ben"."""
    joints = children(name, "cc")
    return bool(joints) and not any(each.kind == "name" for each in mentions_in(noun.doc, noun.i + 1, joints[0].i))


def _is_of_another(noun: Token, row: Set[str]) -> bool:
    """Whether a coordinated noun is none of the row's, "and her beau", "and a sister"; not "Ben and his sister"."""
    owners = children(noun, "nmod:poss")
    if noun.dep_ == "appos" and any(each.pos_ == "PROPN" or children(noun, "cc") for each in owners):
        return True  # "three children, among them Eva's son", "as well as her beau"
    if noun.dep_ != "conj" or noun.pos_ != "NOUN":
        return False
    is_sibling = noun.lemma_.lower() in SIBLINGS
    if noun.lemma_.lower() in SPOUSES:
        return True  # "her children and husband, Ben"
    if is_sibling and any(child.lower_ in ("a", "an", "one") for child in children(noun, "det", "nummod")):
        return True
    keys = {key for owner in owners for key in people_of(noun.doc, owner)}
    return bool(owners) and not (keys and keys <= row and is_sibling)


def is_unnamed(doc: Doc, key: str) -> bool:
    """Whether the person is known only as somebody's, or by pronouns: "the son of John Roe"."""
    return key in unnamed(doc)


def unnamed(doc: Doc) -> set[str]:
    """The keys of those who are."""
    return {person.key for person in doc._.people if person.unnamed}


def name_token(noun: Token, key: str) -> Token | None:
    """Where the person stands in the noun phrase: "Byron" in "three children: Byron, born on 12 May, and Ralph"."""
    found = [token for token in noun.subtree if key in people_of(noun.doc, token)]
    named = (token for token in found if (mention := mention_at(noun.doc, token)) and mention.kind == "name")
    return next(named, next(iter(found), None))  # the name, not the "daughter" before it

"""Births and children: "was born in 1815 to", "welcomed a daughter, Ada", "after the birth of their son Ben"."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.deaths import deaths, is_short
from kg.extract.finding import Finding
from kg.extract.frames import frame_words
from kg.extract.gapped import named_in_turn
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.parents import (
    BEARING,
    FATHERING,
    GIVING,
    RAISING,
    SHARING,
    is_of_another,
    parents_behind,
    parents_of_union,
    wed_before,
)
from kg.extract.roles import PARENTS, is_origin, name_token, named_under, people, unique
from kg.extract.rows import age_behind, row
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import PRESENT, children, first_conjunct, is_passive, left_modifiers, preposition
from kg.nlp.marks import mention_at, people_of, tokens_of

# verbs that take a child by name alone: "gave birth to Ada", not "has Ada" or "shares Ada"
TO_OR_OF = {*BEARING, "become"}  # "became a father to Ada"

HANDING = {"to", "into", "as", "up", "over"}  # somebody, to others
HOSTING = {"on", "onto", "for", "as", "aboard"}  # how guests are welcomed
BIRTHPLACES = {"hospital", "clinic", "home", "centre", "center", "week", "month"}
FEASTS = {"day", "eve", "christmas", "easter", "weekend", "birthday", "anniversary"}
COMING = {"impending", "imminent", "expected", "upcoming", "coming", "forthcoming"}  # births


def lives(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Births, deaths and children told by verbs and nouns."""
    for token in tokens_of(doc):
        if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            yield from _born(token, lexicon)
            yield from deaths(token, lexicon)
            yield from _children(token, lexicon)
            yield from _birth_of(token, lexicon)
            yield from _expected(token, lexicon)


def _born(token: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """ "Ada was born in 1815 to Anne and George": a birth, and a child of her parents."""
    is_born = token.lower_ == "born" and token.tag_ in ("VBN", "JJ", "VBD")
    words = [token] if is_born or is_short(token, "b.") else _come(token, lexicon)
    if not words:
        return
    if any(child.lower_ == "again" for child in children(token, "advmod")):  # in baptism
        return
    in_turn = named_in_turn(token)
    born = in_turn or (len(words) == 1 and _named_before(token, lexicon)) or subjects(token) or _whose(token)
    inside = [child for child in token.children if child.dep_ in ("obl", "xcomp")]
    near = [*token.children, *(each for child in inside for each in child.children if preposition(each) == "to")]
    parents = unique(  # "born in 1815 to", "born out of wedlock to", "born a slave to"
        key
        for child in near
        if child.dep_.startswith(("obl", "nmod")) and preposition(child) in ("to", "of")
        if child.head == token or child.head.lemma_ == "wedlock" or child.head.dep_ == "xcomp"
        for key in people(child)
    )
    parents = tuple(key for key in parents if key not in born)
    rule = f"verb: {'born' if len(words) == 1 else token.lemma_}"
    for key in in_turn or born[:2]:
        yield Finding("event", "born", token, (("person", key),), tuple(words), rule)
        if 0 < len(parents) <= 2:
            roles = (*(("parent", parent) for parent in parents), ("child", key))
            yield Finding("event", "child_born", token, roles, (token,), "verb: born to")


def _come(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The words of "came into the world" and their like; nobody does who came into the world of fashion."""
    frames = [each for each in lexicon.frames("verb", verb.lemma_.lower()) if each.type == "born" and each.needs]
    words = next((found for frame in frames if (found := frame_words(frame, verb))), [])
    told = [child for word in words[1:] for child in word.children if child not in words]
    return [] if any(preposition(child) == "of" for child in told) else words


def _whose(token: Token) -> tuple[str, ...]:
    """Whose the subject is behind a birth that opens the sentence: "Born to Ben Roe, his childhood was hard"."""
    subject = subject_token(token) if token.i == token.sent.start else None
    owners = children(subject, "nmod:poss") if subject is not None and subject.pos_ == "NOUN" else []
    return people(owners[0]) if len(owners) == 1 and owners[0].tag_ in ("PRP$", "NNP") else ()


def _named_before(token: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """Whose name stands right before it: in "Ada, born in 1836, and Ben, born in 1838" each is born once.

    In "Ada is the daughter of Ben Roe, born in 1836" Ada is: it is she of whom the sentence tells.
    """
    before = token.doc[token.i - 1] if token.i > token.sent.start else token
    mark = before.text
    if mark in (",", "(") and before.i > token.sent.start:
        before = before.nbor(-1)
    mention = mention_at(token.doc, before)
    if mention is None or mention.kind != "name" or mention.end != before.i + 1 or children(token, "aux", "aux:pass"):
        return ()
    name = first_conjunct(token.doc[mention.start : mention.end].root)
    is_parent = (
        mark == ","
        and name.dep_ == "nmod"
        and preposition(name) == "of"
        and name.head.lemma_ in lexicon.ontology.kin["child"]
    )
    return people(name.head) if is_parent else mention.people


def _children(verb: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """A birth for each named child, or one for a child without a name."""
    is_verb = verb.pos_ in ("VERB", "AUX") or verb.lemma_ in SHARING  # "co-parents" may be taken for a noun
    if not is_verb or verb.lower_ == "born":  # "Ada, born Roe" bore nobody
        return
    frame = next(
        (f for f in lexicon.frames("verb", verb.lemma_.lower()) if f.type == "child_born" and frame_words(f, verb)),
        None,
    )
    if frame is None or _is_greeting(verb) or _is_asked_for(verb):
        return
    kin, told = frozenset(lexicon.ontology.kin["child"]), frame_words(frame, verb)
    if not all(map(is_plain, told[1:])):  # "became a second father to Ben"
        return
    nouns = [
        child
        for child in verb.children
        if (child.dep_ == "obj" and child != subject_token(verb))
        or (child.dep_.startswith("obl") and preposition(child) in frame.slots)
    ]
    if verb.lemma_ in FATHERING and is_passive(verb):  # "Ben, fathered by Carl"
        nouns = [noun for noun in [subject_token(verb)] if noun is not None]
    if verb.lemma_ in GIVING and not frame.needs:
        nouns = [noun for noun in nouns if _is_given(verb, noun)]
    nouns = [noun for noun in nouns if not _is_borne_to(verb, noun, nouns, kin)]
    nouns += [other for noun in nouns for other in children(noun, "conj") if _is_with_another(noun, other, kin)]
    # "shares custody of Mia with Ben"
    custody = [noun for noun in nouns if noun.lemma_ == "custody" and verb.lemma_ in SHARING]
    nouns += [child for noun in custody for child in noun.children if preposition(child) == "of"]
    # "became the mother of a son, Ben"
    nouns += [child for word in told[1:] for child in word.children if preposition(child) in frame.slots]
    for each in nouns:
        noun = next((word for word in (each, *_callings(each)) if word.lemma_.lower() in kin), each)
        is_kin = noun.lemma_.lower() in kin
        is_shared = not is_kin and (_is_shared(verb, noun, kin) or _is_had_by(verb, noun))
        if not is_kin and not ((verb.lemma_ in TO_OR_OF or is_shared) and people_of(verb.doc, noun)):
            continue
        if not is_kin and _is_hosting(verb, kin):
            continue
        if is_kin and not is_plain(noun):
            continue
        parents = parents_told(verb, noun, kin)
        if verb.lemma_ in FATHERING and is_passive(verb):
            parents = tuple(key for key in parents if key not in people(noun))
        is_row = is_shared and noun.pos_ == "PROPN" and noun.head == verb
        children_ = named_under(noun, kin) if is_kin else row(verb, kin) if is_row else people(noun)
        named = tuple(key for key in children_ if key not in parents)
        parents = tuple(key for key in parents if key not in children_)  # a child, or the parent, is misread
        if not parents or len(parents) > 2:
            continue
        words = (*told, noun)
        pairs = tuple(("parent", key) for key in parents)
        for key in named:
            own = tuple((role, parent) for role, parent in pairs if not is_of_another(verb, parent, key, kin))
            roles, rule = (*own, ("child", key)), f"verb: {verb.lemma_} {noun.lemma_}"
            near = name_token(noun, key)
            if own:
                yield Finding("event", _arrival(words, near or noun, kin), verb, roles, words, rule, near=near)
        is_denied = verb.lemma_ == "have" and _is_denied(verb, noun)
        is_told = _is_had_then(verb, noun) or verb.lemma_ in BEARING or (verb.lemma_ in GIVING and noun.tag_ == "NN")
        if not named and (is_told or verb.lemma_ == "expect" or is_denied):
            rule = f"verb: {verb.lemma_} {noun.lemma_}"
            yield Finding("event", _arrival(words, noun, kin), verb, pairs, words, rule)


def _is_borne_to(verb: Token, noun: Token, nouns: Sequence[Token], kin: Set[str]) -> bool:
    """Whether children are borne to somebody: the husband of "bore her husband Ben two sons"."""
    return verb.lemma_ == "bear" and any(each.i > noun.i and each.lemma_.lower() in kin for each in nouns)


def _is_with_another(noun: Token, other: Token, kin: Set[str]) -> bool:
    """Whether a second child is another's: "has a son, Max, with Ben and a daughter, Mia, with Carl"; or by name."""
    is_child = all(word.lemma_.lower() in kin for word in (noun, other)) or noun.pos_ == other.pos_ == "PROPN"
    return is_child and any(preposition(child) in ("with", "by") for child in other.children)


def _is_given(verb: Token, noun: Token) -> bool:
    """Whether a child is given: "gave him a son", "was blessed with twins"; not "gave her son a car", "gave him up"."""
    words = (noun, *children(noun, "compound"))
    is_some = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an", "another") for child in children(noun, "det"))
    is_new = (is_some or bool(children(noun, "nummod"))) and not children(noun, "nmod:poss")
    is_to = any(child != noun and people(child) for child in children(verb, "iobj", "obj"))
    return is_new and (is_to or is_passive(verb)) and not children(verb, "compound:prt") and len(words) < 3


def _is_had_then(verb: Token, noun: Token) -> bool:
    """Whether a child came at a time: "they had a son in May 1877"; not "in 1877 they had a son at sea"."""
    is_past = verb.lemma_ == "have" and verb.tag_ == "VBD" and verb.pos_ in ("VERB", "AUX")
    beside = [child for child in (*verb.children, *noun.children) if child.dep_.startswith(("obl", "nmod", "acl"))]
    times = [child for child in beside if child.ent_type_ == "DATE"]
    others = [child for child in beside if child not in times and preposition(child) not in ("with", "by")]
    others = [child for child in others if child.dep_ != "nmod:poss"]
    is_one = noun.tag_ == "NN" and noun.lemma_ != "twin" and not children(noun, "conj", "compound")
    return is_past and is_one and bool(times) and not others


def _callings(name: Token) -> list[Token]:
    """The nouns before a name: "welcomed baby Ada"; not those before other nouns, as in "has a baby sister"."""
    return children(name, "compound", "nmod:desc") if name.pos_ == "PROPN" else []


def _is_greeting(verb: Token) -> bool:
    """ "Welcomed him back to Leeds", "welcomed the dog into her family"; not "welcomed a son into the world".

    So does who "delivered his daughter to the king", "as a hostage".
    """
    behind = [child for child in verb.children if child.i > verb.i]
    is_to = any(preposition(child) in ("to", "into") and child.lemma_ != "world" for child in behind)
    is_own = any(children(child, "nmod:poss") for child in children(verb, "obj"))
    is_handed = verb.lemma_ == "deliver" and is_own and any(preposition(child) in HANDING for child in behind)
    return is_handed or (verb.lemma_ == "welcome" and (is_to or any(child.lower_ == "back" for child in behind)))


def _is_asked_for(verb: Token) -> bool:
    """ "Give me a baby!": what somebody is told to do has not happened."""
    is_bare = verb.tag_ == "VB" and not children(verb, "aux", "mark", "nsubj", "nsubj:pass")
    return is_bare and verb.dep_ in ("root", "ccomp", "parataxis")


def _is_hosting(verb: Token, kin: Set[str]) -> bool:
    """ "Welcomed Ada on their show", "home", "as a guest"; not "welcomed Ada at home", "as their first child"."""
    behind = [child for child in verb.children if child.i > verb.i and child.lemma_.lower() not in FEASTS]
    behind = [child for child in behind if child.ent_type_ != "DATE"]
    is_so = any(preposition(each) in HOSTING and each.lemma_ not in kin for each in behind)
    is_there = any(preposition(each) == "at" and each.lemma_ not in BIRTHPLACES for each in behind)
    is_home = any(each.lower_ == "home" and not preposition(each) for each in behind)
    return verb.lemma_ == "welcome" and (is_so or is_there or is_home)


def _is_shared(verb: Token, noun: Token, kin: Set[str]) -> bool:
    """Whether who is named is a child of those who do it: "raise Ada, eight", "share Ada with Ben"."""
    mention = mention_at(noun.doc, noun)
    if mention is None or mention.kind != "name":
        return False
    is_of_two = len(parents_told(verb, noun, kin)) == 2
    is_told = verb.lemma_ in RAISING or (verb.lemma_ == "have" and is_of_two)
    beside = [child for child in (*verb.children, *noun.subtree) if preposition(child) == "with"]
    if is_told and any(child.lemma_.lower().partition("-")[0] == "ex" for child in beside):
        return True  # "has Max and Mia with his ex-wife"
    after = noun.doc[mention.end : mention.end + 3]  # "has Ava and daughter Mia with Ben Roe"
    is_in_row = len(after) == 3 and after[0].lower_ == "and" and after[1].lemma_.lower() in kin
    is_one_of_row = is_in_row and after[2].ent_type_ == "PERSON"
    return (is_told and (is_one_of_row or age_behind(noun) is not None)) or (verb.lemma_ in SHARING and is_of_two)


def _is_had_by(verb: Token, noun: Token) -> bool:
    """ "Ada Roe, by whom he had Max and Leo", "Max, whom she had with Ben": somebody is had by, or with, another."""
    beside = [child for child in verb.children if preposition(child) in ("by", "with")]
    is_whose = any(child.lower_ == "whom" for child in beside) and noun.pos_ == "PROPN"
    is_whom = noun.lower_ in ("who", "whom") and any(people(child) and child.tag_ != "PRP" for child in beside)
    return verb.lemma_ == "have" and (is_whose or is_whom) and not children(verb, "xcomp", "ccomp")


def _arrival(told: Sequence[Token], name: Token, kin: Set[str]) -> str:
    """How a child came, by the last word for a child before its name: "a son, Ben, and an adopted daughter, Ada".

    `told` are the words of the frame and the first noun for a child: "became the adoptive mother of Ben".
    """
    verb, *others, noun = told
    if any(child.lemma_ == "adoption" for child in verb.children):  # "became a mother through adoption"
        return "adopted"
    if any("adoptive" in left_modifiers(each) for each in others):
        return "adopted"
    words = [each for each in noun.doc[noun.i : name.i] if each.lemma_.lower() in kin] or [noun]
    return "adopted" if "adopted" in left_modifiers(words[-1]) else "child_born"


def _birth_of(noun: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """ "After the birth of their son Ben in 1963": a child who is named, of those whose child it is."""
    frames = lexicon.frames("noun", noun.lemma_.lower()) if noun.pos_ == "NOUN" else ()
    if not any(frame.type == "child_born" for frame in frames) or COMING & {child.lower_ for child in noun.children}:
        return
    kin = frozenset(lexicon.ontology.kin["child"])
    for child in (each for each in noun.children if preposition(each) == "of"):
        # "the birth of Ada, her first child"
        aside = [each for each in children(child, "appos") if each.lemma_.lower() in kin]
        if noun.lemma_ == "arrival":  # who is an eldest son may come to a party
            aside = [each for each in aside if each.lemma_ in ("child", "baby")]
        told = child if child.lemma_.lower() in kin else next(iter(aside), None)
        named = (named_under(child, kin) if told == child else people(child)) if told is not None else ()
        owners = unique(key for each in children(told or child, "nmod:poss") for key in people(each))
        parents = tuple(("parent", key) for key in owners if key not in named)
        if told is not None and len(named) == 1 and 0 < len(parents) <= 2:
            roles = (*parents, ("child", named[0]))
            rule, near = f"noun: {noun.lemma_} of a child", name_token(child, named[0])
            yield Finding("event", "child_born", noun, roles, (noun, child), rule, near=near)


def _is_denied(verb: Token, noun: Token) -> bool:
    """Whether there was no child: "they had no children", "they were unable to have children"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("unable", "unwilling"):
        return True
    return any(child.lower_ in ("no", "not", "n't", "never") for word in (verb, noun) for child in word.children)


def _expected(token: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """ "She is pregnant with their first child": a birth to come, of her and of who is named beside the child."""
    if token.lower_ != "pregnant" or not children(token, "cop") or "child_born" not in lexicon.ontology.events:
        return
    kin = lexicon.ontology.kin["child"]
    child = next((each for each in token.children if each.lemma_.lower() in kin and preposition(each) == "with"), None)
    near = list(child.children) if child is not None else []
    owners = [each for each in near if each.dep_ == "nmod:poss" or preposition(each) in ("with", "by")]
    parents = unique((*subjects(token), *(key for each in owners for key in people(each))))
    if 0 < len(parents) <= 2 and any(each.tag_ in PRESENT for each in children(token, "cop")):
        pairs = tuple(("parent", key) for key in parents)
        yield Finding("event", "child_born", token, pairs, (token,), "adjective: pregnant")


def parents_told(verb: Token, noun: Token, kin: Set[str]) -> tuple[str, ...]:
    """The subject, "with her husband Ben" at the verb or at the child, "from his marriage to Ada", "bore him a son"."""
    aside = [each for each in children(noun, "appos") if each.lemma_.lower() in kin]  # "Max, her first child with Ben"
    words = (verb, noun, *aside)
    beside = [child for word in words for child in word.children if child.dep_.startswith(("obl", "nmod"))]
    near = [child for child in beside if child != noun and not _is_parted(child, noun)]
    if noun.dep_ == "conj":  # "a son, Max, with Ben and a daughter, Mia, with Carl"
        near = [child for child in near if child.head == noun]
    is_own = noun.dep_ == "conj" and noun.pos_ == "PROPN" and bool(near)  # "and Max with Carl"
    others = () if is_own else parents_behind(noun if noun.lemma_.lower() in kin else verb, kin)
    if not others:  # "has Mia, 9, with Ben Roe and Tom, 5, with Carl Poe"
        others = unique(key for child in near if preposition(child) in ("with", "by") for key in people(child))
    if verb.lemma_ in (*GIVING, "bear"):  # "presented him with a son", "bore her husband a son"
        others += tuple(key for child in children(verb, "obj") if child != noun for key in people(child))
    others += tuple(key for union in filter(is_origin, near) for key in parents_of_union(union))
    others = others or wed_before(verb)
    doers = subjects(verb)
    if (
        verb.dep_ == "advcl"
        and verb.head.lemma_ == "become"
        and any(child.lemma_ in PARENTS for child in children(verb.head, "xcomp", "obj"))
    ):
        doers = unique((*subjects(verb.head), *doers))  # "he became a father when his wife gave birth to Ben"
    owners = {key for child in children(noun, "nmod:poss") for key in people(child)}
    if len(doers) == 2 and len(owners) == 1:  # "they raise her twins"
        doers = tuple(key for key in doers if key in owners)
    return unique((*doers, *(key for child in children(verb, "iobj") for key in people(child)), *others))


def _is_parted(word: Token, noun: Token) -> bool:
    """Whether a semicolon stands between: "by Ada he had a son, Max; by Eva a daughter"."""
    first, last = sorted((word.i, noun.i))
    return any(token.text == ";" for token in noun.doc[first:last])

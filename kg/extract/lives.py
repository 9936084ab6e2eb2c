"""Births, deaths and children: "was born", "(1 May 1850 – 3 June 1900)", "welcomed a daughter, Ada"."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.frames import frame_words
from kg.extract.gapped import named_in_turn
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.parents import BEARING, GIVING, RAISING, SHARING, parents_behind, parents_of_union, wed_before
from kg.extract.roles import (
    PARENTS,
    SPOUSES,
    is_origin,
    name_token,
    named_under,
    people,
    subject_token,
    subjects,
    unique,
)
from kg.extract.rows import age_behind, row
from kg.extract.senses import is_lost_to
from kg.extract.times import NEWS
from kg.extract.tree import PRESENT, children, conjuncts, is_passive, left_modifiers, preposition
from kg.nlp.marks import mention_at, mentions_in, people_of

# verbs that take a child by name alone: "gave birth to Ada", not "has Ada" or "shares Ada"
TO_OR_OF = {*BEARING, "become"}  # "became a father to Ada"

COMING = {"impending", "imminent", "expected", "upcoming", "coming", "forthcoming"}  # births


def lives(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Births, deaths and children told by verbs and nouns."""
    types = lexicon.ontology.events
    for token in doc:
        if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            yield from _born(token, lexicon)
            yield from _of_one(token, "died", lexicon) if "died" in types else ()
            yield from _bereaved(token, lexicon) if "died" in types else ()
            yield from _children(token, lexicon)
            yield from _birth_of(token, lexicon)
            yield from _expected(token, lexicon)


def _born(token: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """ "Ada was born in 1815 to Anne and George": a birth, and a child of her parents."""
    words = [token] if token.lower_ == "born" and token.tag_ in ("VBN", "JJ", "VBD") else _come(token, lexicon)
    if not words:
        return
    in_turn = named_in_turn(token)
    born = in_turn or (len(words) == 1 and _named_before(token)) or subjects(token) or _whose(token)
    near = [*token.children, *(each for child in token.children if child.dep_ == "obl" for each in child.children)]
    parents = unique(  # "born in 1815 to", "born out of wedlock to"
        key
        for child in near
        if child.dep_.startswith(("obl", "nmod")) and preposition(child) in ("to", "of")
        if child.head == token or child.head.lemma_ == "wedlock"
        for key in people(child)
    )
    parents = tuple(key for key in parents if key not in born)
    rule = f"verb: {'born' if len(words) == 1 else token.lemma_}"
    for key in born[:2]:
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


def _named_before(token: Token) -> tuple[str, ...]:
    """Whose name stands right before it: in "Ada, born in 1836, and Ben, born in 1838" each is born once."""
    before = token.doc[token.i - 1] if token.i > token.sent.start else token
    if before.text in (",", "(") and before.i > token.sent.start:
        before = before.nbor(-1)
    mention = mention_at(token.doc, before)
    is_name = mention is not None and mention.kind == "name" and mention.end == before.i + 1
    return mention.people if mention is not None and is_name and not children(token, "aux", "aux:pass") else ()


def _of_one(token: Token, type_: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Happenings of one person, by the frames of the ontology."""
    part = "noun" if token.pos_ == "NOUN" else "verb"
    role = lexicon.ontology.events[type_].roles[0]
    heads = dict.fromkeys((token.lemma_.lower(), token.lower_))
    for frame in (each for head in heads for each in lexicon.frames(part, head)):  # type: ignore[arg-type]
        if frame.type != type_:
            continue
        words = frame_words(frame, token)
        if not words or (token.tag_ == "VBG" and any(child.lemma_ == "be" for child in children(token, "aux"))):
            continue  # "he is losing his battle with cancer"
        if part == "verb" and not _is_of_dead(token, words):
            continue
        who = _possessors(words[-1]) if part == "noun" or token.lemma_ in TAKING else subjects(token)
        if part == "verb" and not who and (body := subject_token(token)) is not None and body.lemma_ in REMAINS:
            who = _possessors(body)
        is_done = token.lemma_ in TRANSITIVE | BURIED or (token.lemma_ in EITHER and bool(children(token, "obj")))
        if part == "verb" and is_done and not is_passive(token):  # "the crash that killed her"
            who = unique(key for child in children(token, "obj") for key in people(child))
        for key in who[:2]:
            yield Finding("event", type_, token, ((role, key),), tuple(words), f"{part}: {frame.head}")
        return


def _bereaved(verb: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """ "She lost her father, Ben, in 2010", "buried her father": the death of one's own."""
    is_lost = verb.lemma_.lower() in ("lose", "bury") and verb.pos_ == "VERB" and not is_lost_to(verb)
    kin = {noun for type_ in ("parent", "child", "sibling") for noun in lexicon.ontology.kin[type_]} | SPOUSES
    for noun in children(verb, "obj") if is_lost else []:
        is_own = noun.lemma_.lower() in kin and children(noun, "nmod:poss") and is_plain(noun)
        behind = noun.doc[noun.i : noun.right_edge.i + 2]  # "lost her father's ring"
        is_dated = any(word.ent_type_ == "DATE" for each in conjuncts(noun) for word in each.subtree)
        if is_own and all(word.tag_ != "POS" for word in behind):
            for key in (people_of(noun.doc, noun) if is_dated else people(noun))[:2]:
                rule = f"verb: {verb.lemma_.lower()} {noun.lemma_}"
                yield Finding("event", "died", verb, (("person", key),), (verb, noun), rule)


# what is done to who dies, some with "dead" or "to death"
TRANSITIVE = {"kill", "murder", "assassinate", "execute", "behead", "hang", "slay", "shoot", "stab", "beat", "hack"}
TRANSITIVE |= {"guillotine", "lynch", "gun", "bludgeon", "strangle", "trample", "crush", "stone"}
TRANSITIVE |= {"find", "pronounce", "declare"}
EITHER = {"burn", "choke"}  # who burns to death, and who is burned by others
TAKING = {"claim", "cost"}  # somebody's life
BURIED = {"bury", "inter", "cremate", "entomb", "lay"}  # who has died before
REMAINS = {"body", "remains", "remain", "ash", "corpse", "coffin"}
FUNERALS = {"funeral", "burial", "cremation", "interment"}
FOUND = {"find", "declare", *BURIED, *FUNERALS}
# what had come to be when it is told
LATE = {"child_born": RAISING, "died": FOUND, "widowed": FOUND}
ARRANGING = {"plan", "want", "discuss", "imagine", "prepare"}  # one's own funeral, too
SPEAKING = {"my", "our"}
GLAD = {"glad", "grateful", "happy", "proud", "sad", "sorry", "thankful"}  # what one is of what has been
NATURAL = {"death", "passing", "demise"}  # what one dies "of" follows them, too


def is_told_after(finding: Finding) -> bool:
    """Whether the words tell of what had come to be by then: "in 1879 she raised six children", "was found dead"."""
    return finding.trigger.lemma_ in LATE.get(finding.type, ())


def _is_of_dead(verb: Token, words: list[Token]) -> bool:
    """Not "met her at the end of May", "lost a ring at sea", "buried in work", "buried himself", "buried alive"."""
    if verb.lemma_ == "meet":
        return words[-1].dep_ == "obj" and bool(children(words[-1], "nmod:poss", "det"))
    if verb.lemma_ == "lose" and words[-1].lemma_ == "sea":
        return is_passive(verb)
    if verb.lemma_ not in BURIED:
        return True
    places = [child for child in verb.children if preposition(child) in ("in", "under", "beneath")]
    is_in_work = any(child.tag_ == "NN" and not [*child.lefts][1:] for child in places if not child.ent_type_)
    is_alive = any(child.lower_ in ("alive", "it") or child.lower_.endswith("self") for child in verb.children)
    return not is_in_work and not is_alive


def is_of_day(finding: Finding) -> bool:
    """Whether the words tell nothing but by their day: "Ada, born Roe" is a name, "he is buried in York" no death."""
    is_burial = finding.type in ("died", "widowed") and finding.trigger.lemma_ in BURIED | FUNERALS
    return finding.type == "born" or is_burial


def _possessors(noun: Token) -> tuple[str, ...]:
    """Whose death it is: of "Ben's murder of Ada" it is Ada's, of "Ben's murder of a guard" nobody's who is known.

    Who plans "her funeral" or "her own" lives.
    """
    if noun.lemma_ in FUNERALS and (noun.head.lemma_ in ARRANGING or "own" in left_modifiers(noun)):
        return ()
    undergone = [child for child in noun.children if child.dep_.startswith("nmod") and preposition(child) == "of"]
    suffered = unique(key for child in undergone if not _is_owner(child) for key in people(child))
    if undergone and noun.lemma_ not in NATURAL:
        return suffered
    owners = [child for child in children(noun, "nmod:poss") if child.lower_ not in SPEAKING]  # who lives to tell it
    alive = set(_tellers(noun))
    return suffered or unique(key for child in owners for key in people(child) or _latter(child) if key not in alive)


def _tellers(noun: Token) -> Iterator[str]:
    """Who tells of it now: "Ben has admitted that he was glad to meet Carl before his death", Carl's."""
    for verb in noun.ancestors:
        is_now = verb.tag_ in PRESENT or any(child.tag_ in PRESENT for child in children(verb, "aux", "cop"))
        if is_now and (verb.lemma_ in NEWS or verb.lemma_ in GLAD):
            yield from subjects(verb)


def _latter(word: Token) -> tuple[str, ...]:
    """Who is named last before "the latter" in its sentence: "he served Ben Roe until the latter's death"."""
    before = mentions_in(word.doc, word.sent.start, word.i) if word.lower_ == "latter" else ()
    return next((mention.people for mention in reversed(before) if mention.kind == "name"), ())


def _is_owner(noun: Token) -> bool:
    """Whether the name behind a noun owns what follows: "the death of her daughter Ada's friend" is no daughter's."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return after.dep_ == "nmod:poss" and after.head.i > after.i


def _children(verb: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """A birth for each named child, or one for a child without a name."""
    is_verb = verb.pos_ in ("VERB", "AUX") or verb.lemma_ in SHARING  # "co-parents" may be taken for a noun
    if not is_verb or verb.lower_ == "born":  # "Ada, born Roe" bore nobody
        return
    frame = next(
        (f for f in lexicon.frames("verb", verb.lemma_.lower()) if f.type == "child_born" and frame_words(f, verb)),
        None,
    )
    if frame is None or _is_greeting(verb):
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
    if verb.lemma_ in GIVING and not frame.needs:
        nouns = [noun for noun in nouns if _is_given(verb, noun)]
    nouns += [other for noun in nouns for other in children(noun, "conj") if _is_with_another(noun, other, kin)]
    # "became the mother of a son, Ben"
    nouns += [child for word in told[1:] for child in word.children if preposition(child) in frame.slots]
    for each in nouns:
        noun = next((word for word in (each, *_callings(each)) if word.lemma_.lower() in kin), each)
        is_kin = noun.lemma_.lower() in kin
        is_shared = not is_kin and _is_shared(verb, noun, kin)
        if not is_kin and not ((verb.lemma_ in TO_OR_OF or is_shared) and people_of(verb.doc, noun)):
            continue
        if is_kin and not is_plain(noun):
            continue
        parents = parents_told(verb, noun, kin)
        children_ = named_under(noun, kin) if is_kin else row(verb, kin) if is_shared else people(noun)
        named = tuple(key for key in children_ if key not in parents)
        parents = tuple(key for key in parents if key not in children_)  # a child, or the parent, is misread
        if not parents or len(parents) > 2:
            continue
        words = (*told, noun)
        pairs = tuple(("parent", key) for key in parents)
        for key in named:
            roles, rule = (*pairs, ("child", key)), f"verb: {verb.lemma_} {noun.lemma_}"
            near = name_token(noun, key)
            yield Finding("event", _arrival(words, near or noun, kin), verb, roles, words, rule, near=near)
        is_denied = verb.lemma_ == "have" and _is_denied(verb, noun)
        is_told = verb.lemma_ in BEARING or (verb.lemma_ in GIVING and noun.tag_ == "NN")
        if not named and (is_told or verb.lemma_ == "expect" or is_denied):
            rule = f"verb: {verb.lemma_} {noun.lemma_}"
            yield Finding("event", _arrival(words, noun, kin), verb, pairs, words, rule)


def _is_with_another(noun: Token, other: Token, kin: Set[str]) -> bool:
    """Whether a second child is another's: "has a son, Max, with Ben and a daughter, Mia, with Carl"."""
    is_child = noun.lemma_.lower() in kin and other.lemma_.lower() in kin
    return is_child and any(preposition(child) in ("with", "by") for child in other.children)


def _is_given(verb: Token, noun: Token) -> bool:
    """Whether a child is given: "gave him a son", "was blessed with twins"; not "gave her son a car", "gave him up"."""
    words = (noun, *children(noun, "compound"))
    is_some = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an", "another") for child in children(noun, "det"))
    is_new = (is_some or bool(children(noun, "nummod"))) and not children(noun, "nmod:poss")
    is_to = any(child != noun and people(child) for child in children(verb, "iobj", "obj"))
    return is_new and (is_to or is_passive(verb)) and not children(verb, "compound:prt") and len(words) < 3


def _callings(name: Token) -> list[Token]:
    """The nouns before a name: "welcomed baby Ada"; not those before other nouns, as in "has a baby sister"."""
    return children(name, "compound", "nmod:desc") if name.pos_ == "PROPN" else []


def _is_greeting(verb: Token) -> bool:
    """ "Welcomed him back to Leeds", "welcomed the dog into her family"; not "welcomed a son into the world"."""
    behind = [child for child in verb.children if child.i > verb.i]
    is_to = any(preposition(child) in ("to", "into") and child.lemma_ != "world" for child in behind)
    return verb.lemma_ == "welcome" and (is_to or any(child.lower_ == "back" for child in behind))


def _is_shared(verb: Token, noun: Token, kin: Set[str]) -> bool:
    """Whether who is named is a child of those who do it: "raise Ada, eight", "share Ada with Ben"."""
    mention = mention_at(noun.doc, noun)
    if mention is None or mention.kind != "name":
        return False
    is_of_two = len(parents_told(verb, noun, kin)) == 2
    is_told = verb.lemma_ in RAISING or (verb.lemma_ == "have" and is_of_two)
    after = noun.doc[mention.end : mention.end + 3]  # "has Ava and daughter Mia with Ben Roe"
    is_in_row = len(after) == 3 and after[0].lower_ == "and" and after[1].lemma_.lower() in kin
    is_one_of_row = is_in_row and after[2].ent_type_ == "PERSON"
    return (is_told and (is_one_of_row or age_behind(noun) is not None)) or (verb.lemma_ in SHARING and is_of_two)


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
    for child in noun.children:
        if preposition(child) == "of" and child.lemma_.lower() in kin:
            named = named_under(child, kin)
            owners = unique(key for each in children(child, "nmod:poss") for key in people(each))
            parents = tuple(("parent", key) for key in owners if key not in named)
            if len(named) == 1 and 0 < len(parents) <= 2:
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
    beside = [child for word in (verb, noun) for child in word.children if child.dep_.startswith(("obl", "nmod"))]
    near = [child for child in beside if child != noun and not _is_parted(child, noun)]
    if noun.dep_ == "conj":  # "a son, Max, with Ben and a daughter, Mia, with Carl"
        near = [child for child in near if child.head == noun]
    others = parents_behind(noun if noun.lemma_.lower() in kin else verb, kin)
    if not others:  # "has Mia, 9, with Ben Roe and Tom, 5, with Carl Poe"
        others = unique(key for child in near if preposition(child) in ("with", "by") for key in people(child))
    if verb.lemma_ in GIVING:  # "presented him with a son"
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

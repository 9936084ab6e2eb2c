"""Deaths: "died in May", "was killed", "after her death", "lost her father", "was buried in 1960"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.certainty import Told
from kg.extract.finding import Finding
from kg.extract.frames import frame_words
from kg.extract.lexicon import Lexicon
from kg.extract.likened import is_plain
from kg.extract.parents import RAISING
from kg.extract.roles import SPOUSES, people, unique
from kg.extract.senses import is_lost_to
from kg.extract.subjects import subject_token, subjects
from kg.extract.times import NEWS, Times
from kg.extract.tree import PRESENT, children, conjuncts, is_passive, left_modifiers, preposition
from kg.nlp.marks import mention_at, mentions_in, people_of, tokens_of


def deaths(token: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """The deaths that a verb or noun tells."""
    if "died" in lexicon.ontology.events:
        yield from _of_one(token, "died", lexicon)
        if is_short(token, "d."):
            yield from (
                Finding("event", "died", token, (("person", key),), (token,), "verb: d.") for key in subjects(token)[:1]
            )
        yield from _bereaved(token, lexicon)


def called_late(doc: Doc, found: Iterable[Told], lexicon: Lexicon) -> Iterator[Told]:
    """The deaths of those who are called late, where nothing else tells them: "her late father, Ben Roe"."""
    dead = {key for each in found if each.finding.type == "died" for key in each.finding.keys}
    kin = {noun for type_ in ("parent", "child", "sibling") for noun in lexicon.ontology.kin[type_]} | SPOUSES
    for late in (
        token for token in tokens_of(doc) if token.lower_ == "late" and token.dep_ == "amod" and token.head.i > token.i
    ):
        told = late.head
        noun = next((each for each in children(told, "nmod:poss") if each.i > late.i), told)  # "the late Ben's son"
        mention = mention_at(doc, noun)
        is_byname = late.nbor().is_quote  # "the late 'Tiger Tamer'" may be told of under another name
        if mention is None or len(mention.people) != 1 or mention.people[0] in dead or is_byname:
            continue
        is_named = any(child.ent_type_ == "PERSON" for child in children(noun, "appos", "flat"))
        if mention.kind == "name" or is_named or noun.lemma_.lower() in kin:  # not of the coreferent "late star"
            dead.update(mention.people)
            who = (("person", mention.people[0]),)
            finding = Finding("event", "died", late, who, (late, noun), "adjective: late")
            yield Told(finding, Times())


def is_short(token: Token, word: str) -> bool:
    """Whether it is that short form of a verb behind a comma: "Ada Roe, b. 1823, d. 1890"; not an initial."""
    if token.text != word:
        return False
    is_behind = token.i > token.sent.start and token.nbor(-1).text in (",", ";")
    return is_behind and token.i + 1 < token.sent.end and token.nbor().ent_type_ == "DATE"


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
            who = _undergoing(token)
        if frame.head == "predecease" and is_passive(token):  # "was predeceased by her husband"
            who = unique(key for each in token.children if preposition(each) == "by" for key in people(each))
        for key in who[:2]:
            yield Finding("event", type_, token, ((role, key),), tuple(words), f"{part}: {frame.head}")
        return


def _undergoing(verb: Token) -> tuple[str, ...]:
    """To whom it is done. Of "Ben Roe killed them" they are not Ben and his wife: he would have "killed himself"."""
    objects = children(verb, "obj")
    who = unique(key for child in objects for key in people(child))
    is_other = any(child.tag_ == "PRP" and not child.lower_.endswith(("self", "selves")) for child in objects)
    return () if is_other and not set(who).isdisjoint(subjects(verb)) else who


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
EITHER = {"burn", "choke", "drown", "starve", "freeze"}  # who burns to death, and who is burned by others
TAKING = {"claim", "cost"}  # somebody's life
BURIED = {"bury", "inter", "cremate", "entomb", "lay"}  # who has died before
ALONG = {"through", "by", "past", "along", "over", "into", "across", "between"}  # where one passes
NEARLY = {"almost", "near", "nearly", "potentially"}  # fatal
REMAINS = {"body", "remains", "remain", "ash", "corpse", "coffin"}
COUNTED = {"first", "second", "third", "last", "latest", "next", "final"}
FUNERALS = {"funeral", "burial", "cremation", "interment"}
FOUND = {"find", "declare", *BURIED, *FUNERALS}
# what had come to be when it is told
LATE = {"child_born": RAISING, "died": FOUND, "widowed": FOUND}
ARRANGING = {"plan", "want", "discuss", "imagine", "prepare"}  # one's own funeral, too
SPEAKING = {"my", "our"}
GLAD = {"glad", "grateful", "happy", "proud", "sad", "sorry", "thankful"}  # what one is of what has been
NATURAL = {"death", "passing", "demise"}  # what one dies "of" follows them, too


def is_told_after(finding: Finding) -> bool:
    """Whether the words tell of what had come to be by then: "in 1879 she raised six children", "was found dead".

    So does "was found murdered".
    """
    trigger = finding.trigger
    told = {trigger.lemma_, trigger.head.lemma_ if trigger.dep_ == "xcomp" else trigger.lemma_}
    return not told.isdisjoint(LATE.get(finding.type, ()))


def _is_of_dead(verb: Token, words: list[Token]) -> bool:
    """Not "met her at the end of May", "lost a ring at sea", "buried in work", "a near-fatal attack"."""
    if any(not NEARLY.isdisjoint(left_modifiers(word)) for word in words if word.lower_ == "fatal"):
        return False
    if verb.lemma_ == "meet":
        return words[-1].dep_ == "obj" and bool(children(words[-1], "nmod:poss", "det"))
    if verb.lemma_ == "lose" and words[-1].lemma_ == "sea":
        return is_passive(verb)
    if words[-1].lemma_ == "life":  # "in the last years of his life he lost his wealth", "lost money during his life"
        return words[-1].head == verb and preposition(words[-1]) not in ("during", "throughout", "in")
    if words[-1].lower_ == "lord":  # "went on to be First Sea Lord"
        return preposition(words[-1]) == "with"
    if words[-1].lemma_ == "breath":  # "drew a last breath of air"
        return bool(children(words[-1], "nmod:poss"))
    if words[-1].lower_ == "peacefully":  # "passed peacefully through the crowd"
        return all(preposition(child) not in ALONG for child in verb.children)
    if verb.lemma_ == "fall":
        return not any(map(_is_fall, (child for child in verb.children if child not in words)))
    if verb.lemma_ not in BURIED:
        return True
    where = [child for child in verb.children if preposition(child) in ("in", "under", "beneath")]
    is_in_work = any(child.tag_ == "NN" and not [*child.lefts][1:] for child in where if not child.ent_type_)
    is_alive = any(child.lower_ in ("alive", "it") or child.lower_.endswith("self") for child in verb.children)
    return not is_in_work and not is_alive


def _is_fall(beside: Token) -> bool:
    """Whether who "fell in battle" only fell: from a horse, wounded, back, into a ditch."""
    is_of_it = beside.dep_ in ("xcomp", "compound:prt", "obj", "advmod", "ccomp") or beside.dep_.startswith("obl")
    return is_of_it and beside.ent_type_ != "DATE"


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
    if noun.lemma_ == "killing" and not COUNTED.isdisjoint(left_modifiers(noun)):
        return ()  # "Ben's first killing" was done by him
    undergone = [child for child in noun.children if child.dep_.startswith("nmod") and preposition(child) == "of"]
    suffered = unique(key for child in undergone if not _is_owner(child) for key in people(child))
    if undergone and (noun.lemma_ not in NATURAL or noun.lemma_ == "passing"):  # "his passing of the exam"
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

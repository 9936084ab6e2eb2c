"""Who does or undergoes what a verb tells: its own subject, one that it shares, or one that another verb controls."""

from spacy.tokens import Token

from kg.extract.roles import people, topic, unique
from kg.extract.tree import (
    OBJECT,
    SUBJECT,
    children,
    clause_head,
    is_finite,
    is_passive,
    is_verb,
    preposition,
)
from kg.nlp.marks import mention_at, opens_sentence, people_of

# prepositions before what somebody is judged for or kept from doing, after any verb or after these
JUDGED = {
    "for": (),
    "into": (),
    "of": ("accuse", "suspect", "convict", "acquit", "clear"),
    "against": ("warn", "advise", "caution"),
    "from": ("stop", "keep", "prevent", "ban", "bar", "dissuade", "discourage", "forbid", "save"),
    "on": ("congratulate",),
}
PARTS = {"one", "another"}
LINKS = {",", ")", ";", "–", "—", "-"}  # between the name that opens a line and what it does
CONJUNCTIONS = {"after", "before", "since", "until"}  # that are prepositions, too
# verbs whose object does what the infinitive says: "she asked him to marry her"
OBJECT_CONTROL = frozenset(  # who is told to wed is who weds: "her father pushed her to marry him"
    "advise allow ask beg cause coax command compel convince counsel enable encourage forbid force help hear implore "
    "invite lead let make oblige order permit persuade press pressure push see tell tempt urge want watch".split()
)


def subject_token(verb: Token) -> Token | None:
    """The noun that does or undergoes the verb: its own subject, or one shared, controlled or modified."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = _behind_label([child for child in verb.children if child.dep_ in SUBJECT])
        own = own or _taken_for_oblique(verb) or _taken_for_object(verb)
        if own is not None:
            return own
        if len(seen) > 1 and verb.pos_ in ("PROPN", "NOUN") and people_of(verb.doc, verb):
            return verb  # "Elizabeth (1850–1900), married Sir John": a line of a family tree
        if _is_of_plan(verb):  # "has plans to marry him", "her plans to marry him"
            owner = next(iter(children(verb.head, "nmod:poss")), None)
            if owner is not None:
                return owner
            verb = clause_head(verb.head)
            continue
        if _is_aside(verb):  # "he wed the dancer, having left Ada"
            verb = clause_head(verb.head)
            continue
        if verb.dep_ in (
            "acl",
            "acl:relcl",
        ):  # "the actress married to him"; "Jane, who married him" has an own subject
            return verb.head
        if verb.dep_ == "xcomp" and verb.head.lemma_ in OBJECT_CONTROL:
            controlled = next((child for child in verb.head.children if child.dep_ in OBJECT), None)
            if controlled is not None:
                return controlled
        if (judged := _judged(verb)) is not None:
            return judged
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "cop", "aux") and verb.head != verb:
            if (opening := _bracket_left(verb)) is not None:
                return _named_before(opening)
            beside = _clause_before(verb)
            if beside is not None:
                verb = beside
                continue
            is_clause = verb.dep_ in ("ccomp", "parataxis") or (verb.dep_ == "advcl" and children(verb, "mark"))
            if is_clause and is_finite(verb) and not _is_of_line(verb):
                return None  # it has a subject of its own, which the tree has lost
            verb = verb.head
            continue
        return None
    return None


def _bracket_left(verb: Token) -> Token | None:
    """The bracket in which a clause stands and the verb above does not; not where it goes on from that: "(and wed)"."""
    if verb.head.i > verb.i or children(verb, "cc"):
        return None
    depth = 0
    for token in reversed(verb.doc[verb.head.i + 1 : verb.i]):
        depth += (token.text == ")") - (token.text == "(")
        if depth < 0:
            return token
    return None


def _named_before(opening: Token) -> Token | None:
    """Of whom a bracket tells: "two sons, Ben and Dan (born in 1828, died in 1829)"."""
    name = mention_at(opening.doc, opening.nbor(-1))
    return opening.doc[name.head] if name is not None and name.kind == "name" else None


def _judged(verb: Token) -> Token | None:
    """Who is thanked for doing it, or talked into it: "scolded Ada for dating Ben", "warned her against leaving"."""
    marks = [JUDGED[each.lower_] for each in children(verb, "mark", "case") if each.lower_ in JUDGED]
    is_judged = any(not verbs or verb.head.lemma_ in verbs for verbs in marks)
    first = next(iter(children(verb, "aux", "aux:pass", "cop")), verb)
    if verb.dep_ != "advcl" or first.tag_ != "VBG" or not is_judged:
        return None
    nouns = children(verb.head, "obj", "iobj")
    inside = [child for noun in nouns for child in children(noun, "nmod") if preposition(child) == "for"]
    return next((each for each in nouns if people_of(verb.doc, each)), next(iter(inside), None))


def _is_of_line(verb: Token) -> bool:
    """Whether it goes on from a name that opens a line and has no verb: "- Ada Roe (1850–1900), married Sir John"."""
    name, doc = verb.head, verb.doc
    opens = name.left_edge.i == name.sent.start or doc[name.left_edge.i - 1].is_space
    before = doc[verb.i - 1].text in LINKS or doc[verb.i - 1].is_space
    return verb.dep_ == "parataxis" and name.pos_ == "PROPN" and name.dep_ == "root" and opens and before


def _clause_before(verb: Token) -> Token | None:
    """The clause that a third one goes on with: "she wed Ben, but he left in 2004 and moved in with Dora"."""
    if verb.dep_ != "conj":
        return None
    row = [each for each in children(verb.head, "conj") if verb.head.i < each.i < verb.i and is_verb(each)]
    return row[-1] if row and children(row[-1], *SUBJECT) else None


def _behind_label(nouns: list[Token]) -> Token | None:
    """The first of a verb's subjects, or the one behind a label: "Happy pair: Ada and Ben wed in 2017"."""
    between = nouns[0].doc[nouns[0].i + 1 : nouns[1].i] if len(nouns) == 2 else ()
    is_labelled = any(token.text == ":" for token in between)
    is_credit = len(nouns) == 2 and nouns[1].pos_ == "NOUN" and all(token.head == nouns[0] for token in between)
    if len(nouns) == 2 and nouns[1].pos_ == "PROPN" and nouns[1].i < nouns[0].head.i:
        is_labelled |= not people_of(nouns[0].doc, nouns[0])  # "A native of York, Jane was born"
    return nouns[1] if is_labelled or is_credit else next(iter(nouns), None)  # "the Anna Karenina star wed"


def _taken_for_oblique(verb: Token) -> Token | None:
    """ "He was alone after his wife Jane, 75, died": the wife, whom a tree may take for a time, "after his wife"."""
    if verb.dep_ != "advcl" or not is_finite(verb):
        return None
    before = [each for each in children(verb, "obl") if each.i < verb.i and preposition(each) in CONJUNCTIONS]
    return before[0] if len(before) == 1 and people_of(verb.doc, before[0]) else None


def _taken_for_object(verb: Token) -> Token | None:
    """Who stands before a verb that has an object behind it, too: "Ada, 39, welcomed a son", as trees misread it."""
    first, *others = children(verb, "obj") or [verb]
    is_order = first.i < verb.i and len(others) == 1 and others[0].i > verb.i
    return first if is_order and first.pos_ == "PROPN" and not is_passive(verb) else None


def _is_of_plan(verb: Token) -> bool:
    """Whether an infinitive says what a thing is for: "plans to marry", not "the first woman to marry him"."""
    is_infinitive = any(child.lower_ == "to" for child in children(verb, "mark"))
    return verb.dep_ == "acl" and is_infinitive and not people_of(verb.doc, verb.head)


def _is_aside(verb: Token) -> bool:
    """Whether a participle tells what the subject of the sentence had done: ", having left her"."""
    has_had = any(child.lower_ == "having" for child in children(verb, "aux"))
    return has_had and verb.dep_ in ("acl", "acl:relcl") and clause_head(verb.head) != verb


def subjects(verb: Token) -> tuple[str, ...]:
    """The people who are the verb's subject; in telegraphic lives ("Married Jane in 1840.") the life's person."""
    token = subject_token(verb)
    if token is not None and token.lower_ in PARTS and (whole := children(token, "nmod")):
        beside = [each for noun in (*whole, *children(whole[0], "nmod")) for each in children(noun, "appos")]
        named = people(whole[0]) or unique(key for each in beside for key in people_of(each.doc, each))
        return named if len(named) == 1 else ()  # "one of her daughters, Ada, married"
    if token is not None:  # "Ada, born in 1836, Ben, born in 1838": what modifies one of a list is said of that one
        return people_of(token.doc, token) if token == verb.head and verb.dep_ == "acl" else people(token)
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":  # "Divorced in 2015, and remarried in 2018"
        first = first.head
    if first.tag_ in ("VBD", "VBN", "VBZ") and opens_sentence(first):
        return headed(first) or (topic(verb.doc) if first == verb else ())
    return ()


def headed(verb: Token) -> tuple[str, ...]:
    """Whom the sentence before tells of where it is no more than an entry's head: "JANE ROE, painter. Married …"."""
    doc, end = verb.doc, verb.sent.start
    if end == 0 or doc[end - 1].is_space:  # a line of its own is a title or a list's
        return ()
    head = doc[end - 1].sent
    first = mention_at(doc, head[0])
    is_entry = first is not None and first.kind == "name" and first.start == head.start
    if not is_entry or any(is_verb(token) and is_finite(token) for token in head):
        return ()
    return people(doc[first.head]) if first is not None else ()

"""Verbs without what they govern: their subject stands beside them, or they are taken for a part of their object."""

from spacy.tokens import Token

from kg.nlp.lemmas import may_be
from kg.nlp.possessors import name_before

SUBJECTS = ("nsubj", "nsubj:pass")
_TIMES = frozenset(["after", "before", "since", "until", "till"])  # that open a clause, too


def hang(word: Token, head: Token, label: str) -> None:
    """Hangs a word at another that does not hang below it."""
    if word != head and word not in head.ancestors:
        word.head, word.dep_ = head, label


def make_subject(name: Token) -> None:
    """Hangs a name at the verb that parts it from the name it is taken for a part of: "Roe wed Ada Poe in 1920"."""
    verb = next((each for each in name.ancestors if name.i < each.i < name.head.i and each.tag_[:2] == "VB"), None)
    if verb is not None and not any(child.dep_ in SUBJECTS for child in verb.children):
        hang(name, verb, "nsubj")


def free(verb: Token) -> None:
    """Makes a verb taken for a part of the noun behind it govern that noun: "she has been dating engineer Ben Roe"."""
    noun = verb.head
    is_named = any(child.dep_ in ("appos", "flat") and child.ent_type_ == "PERSON" for child in noun.rights)
    before = [child for child in (*verb.lefts, *noun.lefts) if child.dep_ in (*SUBJECTS, "aux", "cop", "aux:pass")]
    has_subject = any(child.dep_ in SUBJECTS for child in before)
    is_being_done = verb.lower_ == "dating" or (
        verb.lower_.endswith("ing") and may_be(verb.lower_, "VERB") and any(child.lower_ == "been" for child in before)
    )
    is_bare = not any(child.dep_ in ("det", "nmod:poss", "case") for child in noun.lefts)
    if not (is_named and is_bare and has_subject and (verb.tag_ == "VBD" or is_being_done)):
        return
    head, label = (verb, "root") if noun.head == noun else (noun.head, noun.dep_)
    if verb.tag_ != "VBD":
        verb.tag_ = "VBG"
    verb.pos_, verb.head, verb.dep_ = "VERB", head, label
    noun.head, noun.dep_ = verb, "obj"
    for child in [*before, *(each for each in noun.rights if each.dep_ not in ("appos", "flat"))]:
        child.head, child.dep_ = verb, "aux" if child.dep_ == "cop" else child.dep_


def give_subject(verb: Token) -> None:
    """Gives a finite verb without a subject the names right before it: "Proud pair: Ada and Ben wed in 2018"."""
    helping = [child for child in verb.lefts if child.dep_ in ("aux", "aux:pass")]
    first = min([verb, *helping])
    if verb.tag_[:2] != "VB" or first.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    while first.i > verb.sent.start and first.nbor(-1).tag_ == "RB":
        first = first.nbor(-1)
    span = name_before(first)
    if span is None:
        return
    subject = span.root
    while subject.dep_ in ("appos", "flat", "compound") and _is_beside(subject.head, subject):
        subject = subject.head  # "he said his wife Ada left"
    if subject.dep_ == "conj" and subject.head.i < subject.i and subject.head.tag_[:2] == "NN":
        others = (child for child in subject.head.rights if child.dep_ == "conj" and child.i < subject.i)
        row = [subject.head, *others, subject]
        is_parted = any(token.text == "," for token in verb.doc[row[0].i + 1 : row[1].i])
        if _is_governed(row[0]) or (is_parted and not _is_first(row[0])):
            row = row[1:]  # "after a row with her brother Carl, Ada and Ben parted"
        for other in row[1:]:
            hang(other, row[0], "conj")
        subject = row[0]
    if _is_governed(subject):
        return  # "her row with her husband Ben Roe goes on"
    is_passive = any(child.dep_ == "aux:pass" for child in helping)
    hang(subject, verb, SUBJECTS[is_passive])


def give_told(verb: Token) -> None:
    """Makes a noun taken for what is said the subject of what is said of it: "she said her marriage to Ben began well".

    A verb of saying has a clause or an object; who is told something is named: "she told Ben came of it".
    """
    first = min([verb, *(child for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop", "advmod"))])
    has_tense = any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in (verb, *verb.lefts))
    said = next((child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i), None)
    is_clause = verb.dep_ == "ccomp" and verb.left_edge == first and has_tense
    if said is None or not is_clause or said.right_edge.i != first.i - 1:
        return
    if said.tag_[:2] == "NN" and said.ent_type_ != "PERSON":
        hang(said, verb, SUBJECTS[any(child.dep_ == "aux:pass" for child in verb.lefts)])


def part_subject(verb: Token) -> None:
    """Gives a coordinated verb the name right before it: "Ada shares a son with Carl and Ben Roe has a daughter"."""
    first = min([verb, *(child for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop"))])
    has_subject = any(child.dep_ in SUBJECTS for child in verb.lefts)
    span = name_before(first) if first.tag_ in ("VBD", "VBZ", "VBP") and not has_subject else None
    if span is None or span.root.dep_ != "conj" or span.doc[span.start - 1].lower_ not in ("and", "but", "while"):
        return
    before = span.root.head
    if verb.head.i < before.i < span.start and verb.head in before.ancestors and before.dep_ not in SUBJECTS:
        hang(span.root, verb, SUBJECTS[any(child.dep_ == "aux:pass" for child in verb.lefts)])


def begin_clause(verb: Token) -> None:
    """Makes a noun taken for a time the subject of the verb right behind: "after her wedding to Ben was put off"."""
    helping = [child for child in verb.lefts if child.dep_ in ("aux", "aux:pass")]
    first = min([verb, *helping])
    if first.tag_ not in ("VBD", "VBZ", "VBP") or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return
    beside = [child for child in (*verb.lefts, *verb.head.children) if child.dep_ == "obl" and child.i < first.i]
    noun = next((child for child in beside if child.right_edge.i == first.i - 1), None)
    before = [child for child in noun.lefts if child.dep_ == "case"] if noun is not None else []
    is_opened = bool(before) or any(child.dep_ == "mark" for child in verb.lefts)
    if noun is None or any(child.lower_ not in _TIMES for child in before) or not is_opened:
        return
    hang(noun, verb, SUBJECTS[any(child.dep_ == "aux:pass" for child in helping)])
    for child in before:
        hang(child, verb, "mark")


def _is_beside(head: Token, word: Token) -> bool:
    """Whether a noun stands before the word, with no mark between them."""
    between = word.doc[head.i + 1 : word.left_edge.i]
    return head.i < word.i and head.tag_[:2] == "NN" and not any(token.is_punct for token in between)


def _is_governed(word: Token) -> bool:
    """Whether a preposition stands before the word."""
    return any(child.dep_ == "case" for child in word.lefts)


def _is_first(word: Token) -> bool:
    """Whether the phrase of the word opens the sentence, or stands behind a colon."""
    start = min(word.left_edge.i, word.i)
    return start == word.sent.start or word.doc[start - 1].text == ":"


def make_clause(verb: Token) -> None:
    """Gives a verb in the past tense, which describes no noun, the names before it: "Happy pair: Ada and Ben wed"."""
    span = name_before(verb)
    first = span.root if span is not None else verb
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "appos" and first.head == verb.head and first.head.ent_type_ != "PERSON":
        verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "parataxis"
        hang(first, verb, "nsubj")

"""Sentences that open with whose kin somebody is: "Born to Ben Roe, a baker, and his wife Dora, Ada moved away"."""

from spacy.tokens import Doc, Span, Token

from kg.nlp.governing import SUBJECTS, hang
from kg.nlp.phrases import end_of_name, places
from kg.nlp.possessors import CHILDREN

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEFORE_KIN = ("DT", "JJ", "JJS", "JJR", "CD", "RBS", "NN", "HYPH")  # "The second and only surviving son of"
_FIRST = 8  # words, among which the child is told
_KIN = frozenset("wife husband widow widower mother father sister brother grandmother grandfather".split())
_ELDEST = frozenset(["eldest", "oldest", "youngest", "second", "third", "fourth", "one", "first"])


def hang_openings(doc: Doc) -> None:
    """Parts the opening from the clause behind it, whose subject is the child."""
    for i in places(doc, "LOWER", ["born", *CHILDREN, *_KIN, *_ELDEST]):
        word = doc[i]
        if not _opens(word):
            continue
        for comma in (token for token in doc[i : word.sent.end] if token.text == ","):
            subject = _subject_behind(comma)
            if subject is not None:
                _part(doc[word.sent.start : comma.i], word, subject)
                break


def _opens(word: Token) -> bool:
    """Whether the word begins its sentence, or a phrase "the eldest son of ..." that does."""
    start = word.sent.start
    if word.lower_ == "born":
        return word.i == start
    is_of = word.i + 1 < word.sent.end and word.nbor().lower_ in ("of", "to")
    before = word.doc[start : word.i]
    return is_of and len(before) < _FIRST and all(each.tag_ in _BEFORE_KIN or each.lower_ == "and" for each in before)


def _subject_behind(comma: Token) -> Span | None:
    """The name or pronoun right behind a comma, and before a finite verb."""
    doc, start = comma.doc, comma.i + 1
    end = end_of_name(doc, start)
    end = next((i for i in range(start, end) if doc[i].text == ","), end)  # "his wife, Dora, Ada moved", taken for one
    if end == start and start < len(doc) and doc[start].lower_ in ("he", "she", "they"):
        end += 1
    verb = end
    while verb < comma.sent.end and doc[verb].tag_ == "RB":
        verb += 1
    is_clause = start < end and verb < comma.sent.end and doc[verb].tag_ in _FINITE
    return doc[start:end] if is_clause else None


def _part(opening: Span, word: Token, subject: Span) -> None:
    """Hangs the opening at the verb behind the subject, the subject at it, and what is left over at the opening."""
    verb = _verb_behind(subject)
    inside = range(opening.start, opening.end)
    if verb.i in inside or any(each.i in inside for each in verb.ancestors):
        _raise(verb, word)
    name = subject.root if subject.root.i in range(subject.start, subject.end) else subject[0]
    is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
    _cut(subject)
    hang(name, verb, SUBJECTS[is_passive])
    for each in subject:
        if each != name:
            hang(each, name, "flat")
    kin = next((each for each in opening if each.lower_ in CHILDREN and each.head.i not in inside), word)
    if kin.lower_ != "born":
        hang(kin, *((verb, "dislocated") if name.tag_ == "PRP" else (name, "appos")))
    parents = [each for each in opening if each.ent_type_ == "PERSON" and each.ent_iob_ == "B"]
    for each in opening[kin.i - opening.start + 1 :]:
        if each.lower_ in _KIN | CHILDREN and each.nbor().lower_ in ("of", "to") and each.nbor(-1).tag_ in ("CC", ","):
            hang(each, kin, "conj")  # "Wife of Ben and mother to Carl"
    for each in opening:
        if each.head.i not in inside and each not in (word, kin):
            is_joined = any(child.dep_ == "cc" for child in each.lefts) and parents and parents[0].i < each.i
            hang(each, *((parents[0], "conj") if is_joined else (word, "dep")))


def _verb_behind(subject: Span) -> Token:
    """The predicate of the clause: of "Ada was the second" the second."""
    doc, i = subject.doc, subject.end
    while doc[i].tag_ == "RB":
        i += 1
    verb = doc[i]
    return verb.head if verb.dep_ in ("aux", "aux:pass", "cop") and verb.head.i > i else verb


def _raise(verb: Token, word: Token) -> None:
    """Lets the verb take the place of the opening, which then hangs at it."""
    top = word
    while top.head != top and top.head.i < verb.i:
        top = top.head
    head, label = (verb, "root") if top.head == top else (top.head, top.dep_)
    verb.head, verb.dep_ = head, label
    top.head, top.dep_ = verb, "advcl"


def _cut(subject: Span) -> None:
    """Ends the name before the comma, where the subject's has been taken for a part of it: "his wife, Dora, Ada"."""
    if subject[0].ent_type_ == "PERSON" and subject[0].ent_iob_ == "I":
        before = next(ent for ent in subject.doc.ents if ent.start < subject.start < ent.end)
        one = Span(subject.doc, before.start, subject.start - 1, label="PERSON")
        other = Span(subject.doc, subject.start, before.end, label="PERSON")
        comma = Span(subject.doc, subject.start - 1, subject.start)
        subject.doc.set_ents([one, other], outside=[comma], default="unmodified")

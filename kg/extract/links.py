"""Words that set one happening beside another: "after his divorce", "before they wed", "when they co-starred"."""

from spacy.tokens import Token

from kg.dates.interval import Interval
from kg.extract.tree import is_when, preposition

# "after his death they lost the war in 1924": he had died by then
LATER = {"after", "since", "following", "upon"}
EARLIER = {"before", "until", "till", "prior"}


def apart(trigger: Token, on: Interval) -> Interval | None:
    """What the day of the clause says of a happening that it names as before or after itself."""
    word = preposition(trigger)
    if word in LATER:
        return Interval(None, on.latest) if on.latest else None
    if word in EARLIER:
        return Interval(on.earliest, None) if on.earliest else None
    return on


def is_at_once(clause: Token) -> bool:
    """Whether a clause tells the same time as its verb: "when they co-starred", "while at college", "by going public".

    Not "while her sister married in 2018", which sets two happenings side by side.
    """
    if clause.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    is_apart = any(child.dep_.startswith("nsubj") and child.pos_ != "PRON" for child in clause.children)
    return (is_when(clause) and not ("while" in marks and is_apart)) or ("by" in marks and clause.tag_ == "VBG")


def parts_clauses(token: Token) -> bool:
    """Whether one clause may end and another begin here."""
    return token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX")


def noun_end(noun: Token) -> int:
    """Where the words that belong to a noun end, before any relative clause; in characters."""
    inside = {token.i for token in noun.subtree}
    inside -= {each.i for token in noun.subtree if token.dep_.startswith("acl") for each in token.subtree}
    last = noun
    while last.i + 1 in inside and not last.nbor().is_punct:
        last = last.nbor()
    return last.idx + len(last)

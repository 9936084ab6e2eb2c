"""Every attribute that kg puts on a spaCy Doc, declared once. Importing this module registers them.

doc._.published   date | None            the day of publication, set before the pipeline runs
doc._.folder      Path | None            that of the pipeline: what was learned lies there; set by kg_coreference
doc._.body        int                    where the document's text begins: a title may stand before it
doc._.items       tuple[(int, int)]      the lines of lists, as tokens (start, end), set before the pipeline runs
doc._.italics     tuple[(int, int)]      what stands in italics within a line, as tokens (start, end), set there, too
doc._.times       tuple[TimeExpression]  set by kg_times, in order of `start`
doc._.people      tuple[DocPerson]       set by kg_coreference
doc._.mentions    tuple[Mention]         set by kg_coreference, in order of `start`; each resolved to people
doc._.speakers    tuple[Quotation]       set by kg_coreference: who says which stretch
doc._.twofolds    tuple[Twofold]         set by kg_coreference: two nouns that tell what two people are to each other
doc._.chains      tuple[Chain]           set by kg_coreference: all phrases that speak of people, also of those whom no
                                         name tells, as the learned scorer joins them: tokens (start, end not included)
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from spacy.tokens import Doc, Token

# before a partner they tell when, no trade: "her former school sweetheart"
_TIMES = frozenset("ex former erstwhile childhood teenage school college university term time distance".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (not included), headed by token `head`, that speak of the people `people` (keys).

    `kind`: name, pronoun, nominal ("the actress", "his wife"), group ("the couple", "they" as two).
    More than one key: a plural mention. No key: a mention that could not be resolved.
    """

    start: int
    end: int
    head: int
    kind: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocPerson:
    """A person as the document knows them."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    gender: str = ""  # "", "female", "male"
    unnamed: bool = False
    descriptors: tuple[str, ...] = ()
    first: tuple[int, int] = (0, 0)  # tokens of the fullest name where it stands first


@dataclass(frozen=True, slots=True)
class Twofold:
    """Two nouns that tell what two people are to each other, as tokens: "husband and wife Ada and Ben Roe".

    `tie`: married, dating, parent_of (the one told first of the other told second, or the reverse), sibling_of. `names`
    are the first tokens of the two names right behind them, if any.
    """

    first: int
    second: int
    tie: str
    names: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (not included) are the words of `speaker`: a person's key, or "" and `said_by`."""

    start: int
    end: int
    speaker: str = ""
    said_by: str = ""  # "a friend (Mail On Sunday)"
    people: tuple[str, ...] = field(default=())


def _declare() -> None:
    for name, default in (
        ("published", None),
        ("folder", None),
        ("body", 0),
        ("items", ()),
        ("italics", ()),
        ("times", ()),
        ("people", ()),
        ("mentions", ()),
        ("speakers", ()),
        ("twofolds", ()),
        ("chains", ()),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


_declare()


def is_begun_by(noun: Token, name: Token) -> bool:
    """Whether a name behind a phrase begins the clause it opens: "after the death of her husband, Roe married Ada"."""
    is_subject = name.dep_ in ("nsubj", "nsubj:pass") and name.head.i > name.i and name.head in noun.ancestors
    return is_subject and all(word.text not in (",", "(") for word in name.doc[name.i : name.head.i])


def is_called_upon(name: Token) -> bool:
    """Whether somebody is spoken to by the name: "I have had many partners, Ben"; not "he is my son, Ben"."""
    return name.dep_ == "vocative" and name.head.tag_[:2] == "VB"


def is_named_by(noun: Token, name: Token) -> bool:
    """Whether a name right behind a noun tells whom it means: "the singer Jane Roe"."""
    is_beside = name.dep_ == "appos" and name.i == noun.i + 1
    return is_beside and noun.tag_ == "NN" and name.pos_ == "PROPN" and not noun.dep_.startswith("nmod")


def trades(noun: Token) -> list[Token]:
    """What a partner is told to be besides: the former boxer of "her former boxer husband", who is her husband."""
    return [child for child in noun.lefts if child.dep_ == "compound" and child.lower_ not in _TIMES]


def opens_sentence(verb: Token) -> bool:
    """Whether nothing but a date, or what is told of itself, stands before the verb, no subject above all.

    "Married Jane in 1840."; "1840, 3 May: marries Jane"; "1841: a year after the wedding, moves to York".
    """
    before = [token for token in verb.doc[verb.sent.start : verb.i] if not token.is_space and not token.is_punct]
    if verb.dep_ not in ("root", "conj", "parataxis", "appos", "acl") or not _is_free(verb):
        return False
    asides = [child for child in verb.lefts if _is_aside(child)]
    asides += [child for child in verb.head.rights if child.i < verb.i and _is_phrase(child)]
    aside = {token.i for child in asides for token in child.subtree}
    return all(token.i in aside or is_of_date(token) for token in before)


def _is_aside(child: Token) -> bool:
    """An auxiliary, or when it was: "after the wedding", "after they met"; not "Born in York;" of another clause."""
    is_clause = child.dep_ == "advcl" and any(each.dep_ == "mark" for each in child.children)
    return is_clause or child.dep_ in ("aux", "aux:pass", "obl", "obl:unmarked")


def _is_phrase(child: Token) -> bool:
    """A prepositional phrase: in "1841: a year after the wedding, moves to York" it may hang at the date."""
    return child.dep_ in ("nmod", "obl") and any(each.dep_ == "case" for each in child.children)


def _is_free(verb: Token) -> bool:
    return not any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in verb.children)


def is_of_date(token: Token) -> bool:
    """Whether it may stand in the date that heads a row."""
    return token.like_num or token.ent_type_ == "DATE" or token.lower_ in ("in", "on", "and", "by", "from")


def mentions_in(doc: Doc, start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in tokens `start` to `end` (not included)."""
    mentions: Sequence[Mention] = doc._.mentions
    first, last = (bisect_left(mentions, place, key=attrgetter("start")) for place in (start, end))
    return mentions[first:last]


def mention_at(doc: Doc, token: Token) -> Mention | None:
    """The mention that `token` heads, or else the shortest one that covers it; None where it speaks of nobody."""
    heads, covers = _mention_index(doc)
    return heads.get(token.i) or covers.get(token.i)


@lru_cache(maxsize=1)
def tokens_of(doc: Doc) -> tuple[Token, ...]:
    """All tokens of the document, none without trees: each rule goes through them, and to make them takes long."""
    return tuple(doc) if doc.has_annotation("DEP") else ()


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """The document's text: spaCy joins it anew whenever it is asked for."""
    return doc.text


def people_of(doc: Doc, token: Token) -> tuple[str, ...]:
    """The keys of the people that the token's mention speaks of: several for a group, none where unresolved."""
    mention = mention_at(doc, token)
    return mention.people if mention else ()


def _mention_index(doc: Doc) -> tuple[dict[int, Mention], dict[int, Mention]]:
    """Mentions by head and by covered token, made once for each `doc._.mentions`."""
    mentions: tuple[Mention, ...] = doc._.mentions
    cached = doc.user_data.get(_INDEX)
    if cached is not None and cached[0] is mentions:
        return cached[1], cached[2]
    shortest_last = sorted(mentions, key=lambda each: each.start - each.end)
    heads = {mention.head: mention for mention in shortest_last}
    covers = {i: mention for mention in shortest_last for i in range(mention.start, mention.end)}
    doc.user_data[_INDEX] = (mentions, heads, covers)
    return heads, covers


_INDEX = "kg_mention_index"


def is_introduced(noun: Token) -> bool:
    """Whether a clause tells who somebody is: "the detective who arrested him", not "the detective, who knew him"."""
    clauses = (child.left_edge.i for child in noun.rights if child.dep_ == "acl:relcl")
    return any(not (noun.doc[start].is_punct or noun.doc[start - 1].is_punct) for start in clauses)

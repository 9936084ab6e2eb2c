"""Whose something is that a tree sets beside the first of two owners: "Ada and Ben's divorce", "… son was born"."""

from spacy.tokens import Span, Token

from kg.nlp.lexicon import tie_of
from kg.nlp.names import first_names, fold

CHILDREN = frozenset(["son", "daughter", "child", "sons", "daughters", "children"])
_LOVE = frozenset("wedding marriage divorce split engagement relationship romance separation breakup affair".split())
_NEAR = frozenset(["friends", "pals", "mates", "fans", "guests", "neighbours", "neighbors", "colleagues", "followers"])
SHARED = _LOVE | CHILDREN | _NEAR
_OF_CLAUSE = frozenset(["nsubj", "nsubj:pass", "cop", "aux", "mark", "advmod", "advcl", "acl", "obl"])
HELPING = frozenset(["cop", "aux", "aux:pass"])
_WHOSE = frozenset(["her", "his", "my", "our", "their", "your"])
_ASIDE = 6  # tokens of a bracket that tells where somebody stands in a picture
NAMING = frozenset(["appos", "flat", "compound", "nmod:desc"])  # as what a name hangs at a noun


def give_back(noun: Token) -> None:
    """Hangs a wedding at those whose it is, who are printed without an apostrophe: "at their friends wedding"."""
    first = next((child for child in noun.lefts if child.dep_ in ("nmod:poss", "compound")), None)
    whose = noun.doc[noun.i - 1]
    is_plural = whose.dep_ == "compound" and whose.head == noun and whose.tag_ == "NNS" and not list(whose.children)
    if (
        noun.lower_ in _LOVE
        and first is not None
        and first.tag_ == "PRP$"
        and is_plural
        and tie_of(whose.lower_.removesuffix("s"))
    ):
        whose.dep_, first.head = "nmod:poss", whose


def share(noun: Token) -> None:
    """Gives to both of a couple what the tree sets beside the first: "Ada and Ben's divorce was finalised"."""
    mark = noun.i - 1
    while mark > noun.sent.start and noun.doc[mark].tag_[:2] in ("JJ", "CD"):
        mark -= 1
    owner = name_before(noun.doc[mark]) if noun.doc[mark].tag_ == "POS" else None
    joint = noun.doc[owner.start - 1] if owner is not None and owner.start > noun.sent.start else noun
    before = noun.doc[joint.i - 1]
    if owner is not None and joint.tag_ == "CC" and before.lower_ in _WHOSE and before.i >= noun.sent.start:
        _share_with(before, owner.root, noun)
        joint.head = owner.root
        return
    end = before if before.tag_ == "POS" else _without_bracket(joint)  # "Ada's and Ben's daughter"
    first = name_before(end) if joint.tag_ == "CC" else None
    if first is not None and noun.lower_ in CHILDREN and first.root.dep_ == "nmod:poss" and first.root.head == noun:
        _clear(first.root, noun)  # "Dora was Ada and Ben's daughter"
    if owner is None or first is None or noun.dep_ != "conj" or noun.head != first.root:
        return
    if noun.lower_ in _LOVE or _is_of_both(noun, first, owner):
        one, other = first.root, owner.root
        noun.head, noun.dep_ = (noun if one.head == one else one.head), one.dep_
        one.head, one.dep_ = noun, "nmod:poss"
        other.head, other.dep_ = one, "conj"
        joint.head = other
        _clear(one, noun)


def _clear(owner: Token, noun: Token) -> None:
    """Gives the subject and the verb that hang at an owner to what is owned."""
    for child in [each for each in owner.lefts if each.dep_ in _OF_CLAUSE]:
        child.head = noun


def _without_bracket(token: Token) -> Token:
    """The bracket right before the token, which opens there, or else the token: "Ada (right) and Ben's son"."""
    doc, i = token.doc, token.i - 1
    while doc[i].text != "(" and i > token.sent.start and token.i - i <= _ASIDE:
        i -= 1
    return doc[i] if doc[token.i - 1].text == ")" and doc[i].text == "(" else token


def _share_with(pronoun: Token, owner: Token, noun: Token) -> None:
    """Makes a pronoun the first of two owners, wherever the tree hangs it: "she spoke about her and Ben's split"."""
    beside = [child for child in pronoun.children if child.dep_ == "case"]
    if noun not in pronoun.ancestors:
        noun.head, noun.dep_ = (noun if pronoun.head == pronoun else pronoun.head), pronoun.dep_
    for word in (pronoun, *beside):
        word.head = noun
    pronoun.tag_, pronoun.dep_ = "PRP$", "nmod:poss"
    owner.head, owner.dep_ = pronoun, "conj"


def _is_of_both(child: Token, first: Span, owner: Span) -> bool:
    """Whether two are a child's parents: "Ada and Ben's son was born", but not "Carl Roe and Ada's son met Ben"."""
    verb = first.root.head
    finite = [each for each in (verb, *verb.children) if each == verb or each.dep_ in HELPING]
    if any(each.tag_ == "VBZ" or each.lower_ == "was" for each in finite) or child.tag_ == "NNS":
        return True
    if any(each.tag_ == "VBP" or each.lower_ == "were" for each in finite):
        return False
    if child.doc[max(first.start - 1, 0)].lower_ == "both":
        return False  # "both Ada and Ben's son died"
    told = [first_names().get(fold(span[0].text), "") for span in (first, owner)]
    return len(first) == len(owner) and (told[0] != told[1] or "" in told)


def own(owner: Token, noun: Token) -> None:
    """Hangs an owner, with what is said of who it is, at the noun behind it: "Ada" at the "wife" of "Ada's wife"."""
    while owner.dep_ in NAMING and owner.head.i < noun.i and owner.head != owner:
        owner = owner.head
    put_under(owner, noun, "nmod:poss")


def put_under(word: Token, noun: Token, label: str) -> None:
    """Hangs a word at a noun, which takes the word's place where it hangs below it: a tree stays a tree."""
    if word in noun.ancestors:
        noun.head, noun.dep_ = (noun if word.head == word else word.head), word.dep_
    word.head, word.dep_ = noun, label


def name_before(token: Token) -> Span | None:
    """The person's name that stands right before the token, in its sentence."""
    doc, last = token.doc, token.i - 1
    while last > token.sent.start and doc[last].is_space and "\n" not in doc[last].text:
        last -= 1  # where a note's number stood
    if last < token.sent.start or doc[last].ent_type_ != "PERSON":
        return None
    return doc[next(i for i in range(last, -1, -1) if doc[i].ent_iob_ == "B") : last + 1]

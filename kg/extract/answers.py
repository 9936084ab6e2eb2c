"""How a proposal was answered: "she turned him down", "but he said no", "She declined."."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.tree import children, is_said_of

ASKING = {"propose", "pop", "ask", "get", "go"}  # "popped the question", "got down on one knee"
REFUSING = {"decline", "refuse", "reject", "rebuff", "spurn", "demur"}
ACCEPTING = {"accept", "agree"}
REFUSED = {"he", "she", "him", "her", "it", "offer", "proposal", "hand"}  # who or what is refused
WEDDING = {"accept", "marry", "wed"}  # what may be refused
OPENING = 4  # words of a sentence within which its verb answers


def is_refused(asked: Token) -> bool:
    """Whether who is asked said no, in the same sentence or at once in the next: "he proposed, but she refused"."""
    return asked.lemma_ in ASKING and any(map(_is_no, _answers(asked)))


def _answers(asked: Token) -> Iterator[Token]:
    """The verbs that may tell the answer."""
    yield from (each for each in children(asked, "conj", "parataxis") if each.i > asked.i)
    for child in children(asked, "obl", "obj"):  # "proposed to Ada, who turned him down"
        yield from children(child, "acl:relcl")
    if asked.dep_ == "advcl":  # "when he proposed, she said no"
        yield asked.head
    end = asked.sent.end
    following = asked.doc[end].sent if end < len(asked.doc) else None
    if following is not None and following[0].lower_ in ("he", "she", "but"):
        is_told = following.root.i < following.start + OPENING
        if is_told and not any(each.lemma_ in ACCEPTING for each in following[OPENING:]):  # "but accepted later"
            yield following.root


def _is_no(verb: Token) -> bool:
    """Whether the verb, told as having happened, refuses: "she said no", "was turned down", "did not accept"."""
    is_negated = any(child.lower_ in ("not", "n't", "never") for child in verb.children)
    if is_negated:
        return verb.lemma_ in ACCEPTING
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    is_down = verb.lemma_ == "turn" and any(child.lower_ == "down" for child in verb.children)
    if is_down or verb.lemma_ in REFUSING:
        whom = children(verb, "obj", "nsubj:pass")
        is_of_wedding = all(each.lemma_ in WEDDING for each in children(verb, "xcomp"))
        return all(any(is_said_of(each, word) for word in REFUSED) for each in whom) and is_of_wedding
    return verb.lemma_ == "say" and any(token.lower_ == "no" for token in verb.doc[verb.i + 1 : verb.i + 4])

"""Small questions to a Universal Dependencies tree, each answered in a few lines."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.nlp.marks import is_named_by

SUBJECT = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"}
OBJECT = {"obj", "iobj"}
PRESENT = {"VBZ", "VBP"}
UNTIL = {"until", "till"}
TODAY = {"now", "today", "recently", "this"}
OFFSPRING = {"baby", "boy", "child", "daughter", "family", "girl", "kid", "son", "twin"}
LASTING = {"day", "week", "month", "year", "decade"}


def children(token: Token, *deps: str) -> list[Token]:
    """The children of `token` with one of these relations, in order of the text."""
    return [child for child in token.children if child.dep_ in deps]


def word_beside(token: Token, step: int = 1) -> str:
    """The lower-case word so many places behind `token` (before it, if negative), "" outside the document."""
    i = token.i + step
    return token.doc[i].lower_ if 0 <= i < len(token.doc) else ""


def preposition(token: Token) -> str:
    """The case word of a noun, lower case, or "" ("with him": with; "Jane's": 's)."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def is_now(verb: Token) -> bool:
    """Whether the verb or a word that helps it is in the present tense: "marries", "is killed", "has died"."""
    return any(word.tag_ in PRESENT for word in (verb, *children(verb, "aux", "aux:pass", "cop")))


def is_counted(verb: Token) -> bool:
    """Whether it is told how often it was done: "has been married twice", "married three times"."""
    counts = (child for child in verb.children if child.left_edge.lower_ != "some")  # "some time before 1640"
    return any(child.lemma_ in ("time", "twice", "thrice") for child in counts)


def is_near(one: Token, other: Token) -> bool:
    """Whether two words stand in one sentence or in two that follow each other."""
    first, second = sorted((one, other), key=lambda token: token.i)
    end = first.sent.end
    return second.i < end or (end < len(first.doc) and second.sent.start == first.doc[end].sent.start)


def is_finite(verb: Token) -> bool:
    """Whether the verb has a tense, and so a subject of its own: "died", "had died", "will die", not "dying"."""
    if any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in children(verb, "aux", "aux:pass", "cop")):
        return True
    return verb.tag_ in ("VBD", "VBZ", "VBP")


def twin(verb: Token) -> Token | None:
    """The verb coordinated right beside this one, with which it shares what follows: "met and married Jane in 1918"."""
    first, second = (verb.head, verb) if verb.dep_ == "conj" else (verb, next(iter(children(verb, "conj")), verb))
    between = verb.doc[first.i + 1 : second.i]
    is_pair = first.pos_ == second.pos_ == "VERB" and first.i < second.i
    if not is_pair or any(token.pos_ not in ("CCONJ", "PUNCT", "ADV") for token in between):
        return None
    return first if verb == second else second


def objects(verb: Token) -> list[Token]:
    """The verb's own objects, or those that it shares with its twin, but no children: "he married and had two sons"."""
    other = twin(verb)
    shared = children(other, "obj") if other is not None else []
    return children(verb, *OBJECT) or [each for each in shared if each.lemma_ not in OFFSPRING]


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, the nearest but a name or a time.

    "His romance with Jane, which ended"; "he had a romance with Jane for six years, which came to an end".
    """
    verb = token.head
    if token.lower_ not in ("which", "that") or verb.dep_ not in ("acl:relcl", "acl"):
        return token
    noun = verb.head
    while noun.pos_ == "PROPN" and noun.dep_.startswith(("nmod", "obl", "appos", "flat")) and noun.head.pos_ != "VERB":
        noun = noun.head
    is_time = noun.dep_.startswith("obl") and (noun.lemma_ in LASTING or noun.ent_type_ == "DATE")
    return next(iter(children(noun.head, "obj")), noun) if is_time else noun


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it as a noun: "A, B and C"."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX"):
            if not (_is_of_parents(token, child) or _is_outside(token, child) or _is_next_item(token, child)):
                yield from conjuncts(child)
        elif child.dep_ == "appos" and child.pos_ == "NOUN" and token.pos_ == "PROPN":  # "John, a baker, and Mary"
            yield from (each for each in children(child, "conj") if each.pos_ == "PROPN")
        elif is_named_by(token, child):
            for each in children(child, "conj"):  # "the singer Jane and the actor John"
                yield from conjuncts(each)


def first_conjunct(token: Token) -> Token:
    """The word that a row of coordinated ones begins with: the token itself where it is in none."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def conjunct_before(token: Token) -> Token:
    """The nearest of those that it is coordinated with before it: in "they met, wed and parted", "wed" of "parted"."""
    return next((each for each in reversed(children(token.head, "conj")) if each.i < token.i), token.head)


def _is_outside(token: Token, other: Token) -> bool:
    """Whether a bracket closes between them: "Jane (who married John), Mary and Anne", in which John is alone."""
    depth = 0
    for each in token.doc[token.i : other.i]:
        depth += (each.text in "([") - (each.text in ")]")
        if depth < 0:
            return True
    return False


def _is_next_item(token: Token, other: Token) -> bool:
    """Whether a number parts them: "(1) John, son of Ben, (2) Carl", in which Carl is no Ben's."""
    return _is_item(other) and not _is_item(token)


def _is_item(token: Token) -> bool:
    first = token.left_edge
    while first.i < token.i and first.text in ",(":
        first = first.nbor()
    return first.i < token.i and first.like_num and first.nbor().text == ")"


def _is_of_parents(token: Token, other: Token) -> bool:
    """Whether what is coordinated belongs to kin told of between: "Jane, daughter of John and Mary".

    So does the last of a row of children: "the actor John, with whom she had two sons, Ben and Carl".
    """
    between = token.doc[token.i + 1 : other.i]
    kin = [each for each in _unbracketed(between) if each.lemma_ in ("daughter", "son", "sister", "brother")]
    return any(each.dep_ == "obj" or (each.dep_ == "appos" and each.head == token) for each in kin)


def _unbracketed(span: Span) -> Iterator[Token]:
    """The tokens without those in brackets that close: of "Otto (son of Rupert) and his wife" Otto and the wife."""
    closed = max((each.i for each in span if each.text == ")"), default=-1)
    opened = min((each.i for each in span if each.text == "("), default=closed)
    return (each for each in span if not opened <= each.i <= closed)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause as a verb or as a predicate with a copula."""
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children)


def clause_head(token: Token) -> Token:
    """The nearest verb or predicate at or above `token`; the root where there is none."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token


def is_said_of(token: Token, word: str) -> bool:
    """Whether the token is this word, by lemma or as written."""
    return token.lemma_.lower() == word or token.lower_ == word


def left_modifiers(token: Token) -> list[str]:
    """Lower-case adjectives and numerals before a noun, and what is hyphened to it ("ex-wife": ex)."""
    words = [
        child.lower_
        for child in token.children
        if child.dep_ in ("amod", "compound", "advmod", "nmod", "nummod", "det")
    ]
    i = token.i - 1
    while i >= token.sent.start and token.doc[i].lower_ in ("-", "‑", "–") and not token.doc[i + 1].is_sent_start:
        words.append(token.doc[i - 1].lower_ if i else "")
        i -= 2
    if token.i > token.sent.start and word_beside(token, -1) in ("ex", "then", "late", "former"):
        words.append(word_beside(token, -1))
    return words


def after_noun(noun: Token) -> int:
    """The token behind a noun, and behind what is to come of somebody: "her husband-to-be Ben"."""
    following = noun.doc[noun.i + 1 : noun.i + 5]
    return following.end if following.text.lower() == "-to-be" else noun.i + 1


def is_when(verb: Token) -> bool:
    """Whether a clause tells the same time as the one above it: "when they co-starred", "while filming"."""
    return any(child.lower_ in ("when", "while", "as") and child.dep_ in ("advmod", "mark") for child in verb.children)


def is_delayed(verb: Token) -> bool:
    """Whether what is told not to have been came to be: "did not marry until 1947"; not "has not wed until now"."""
    words = (verb, *children(verb, "xcomp"))  # "did not start dating until 2012"
    times = [each for word in words for each in children(word, "obl", "obl:unmarked", "advmod", "advcl")]
    until = [time.left_edge for time in times if time.i > verb.i and time.left_edge.lower_ in UNTIL]
    return verb.pos_ == "VERB" and any(word_beside(each) not in TODAY for each in until)


def is_no_longer(cue: Token) -> bool:
    """Whether the word that denies something says that it has been: "no longer", "not together anymore"."""
    has_degree = cue.lower_ in ("longer", "more") and bool(children(cue, "advmod", "det"))
    return has_degree or cue.lower_ == "anymore"


def is_passive(verb: Token) -> bool:
    """Whether the subject undergoes the verb: "was killed", "a man killed in the war", "was caught and killed"."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children) or verb.dep_ == "acl":
        return True
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and children(verb, "obl:agent"):  # "he died, outlived by his wife"
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "find" and verb.tag_ == "VBN" and not children(verb, "obj"):
        return is_passive(verb.head)  # "she was found stabbed to death"
    shares = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and not children(verb, *SUBJECT, "aux", "obj")
    return shares and verb.head.pos_ == "VERB" and is_passive(verb.head)

"""When a happening between two may be told of one of them alone, the other being understood."""

from spacy.tokens import Token

from kg.extract.lexicon import Frame, Lexicon
from kg.extract.roles import fills, people
from kg.extract.subjects import subject_token
from kg.extract.tree import OBJECT, SUBJECT, children, conjuncts, is_passive, left_modifiers, preposition
from kg.nlp.marks import is_introduced, mention_at, people_of

# what may be told of one person beside a description of the other, of one marriage of several, of one person alone
DESCRIBED = {"married", "engaged", "separated", "divorced", "divorce_filed", "reconciled", "went_public"}
NUMBERING = {"first", "second", "third", "fourth", "previous", "earlier", "other", "another"}
CEREMONIES = {"service", "ceremony", "union"}
FOLLOWING = {"follow", "ensue"}  # "a divorce followed": of those last told to be married
DIVORCES = {"divorced", "divorce_filed"}
HALVES = {*DIVORCES, "engaged", "separated", "reconciled", "engagement_ended", "moved_in"}


def may_be_half(frame: Frame, words: list[Token]) -> bool:
    """Whether the other person can be left out: the verb says "couple" by itself, and has no object that is another.

    "She filed for divorce", "he proposed": not "she married a farmer", "he met the press".
    """
    if frame.head == "part" and not frame.needs:  # "she had her hair parted", "they parted" has both
        return False
    if frame.type == "moved_in" and frame.needs[:1] in (("into",), ("live",)):  # "he moved into a home in May", alone
        return False
    if frame.part == "noun" or any(NUMBERING & set(left_modifiers(word)) for word in words[1:]):
        return False  # "her first marriage ended": not the one that was spoken of last
    if any(child.lower_ in ("a", "an") for word in words[1:] for child in children(word, "det")):
        return frame.type in DIVORCES  # "she ended a long relationship": with whom, nobody was told
    if _has_unknown_subject(words[0]):  # "the novelist and the actress have been together since": one of them is known
        return True
    if not _happens(frame, words[0]) or _is_lead(words[0]):
        return False
    if frame.type in DESCRIBED and _describes_other(frame, words):
        return True
    if frame.kind == "state" or frame.type not in HALVES:
        return False
    last = max(word.i for word in words)
    if last + 1 < len(words[0].doc) and words[0].doc[last + 1].lower_ in frame.slots:
        return False
    dependents = [child for word in words for child in word.children if child not in words]
    # who "was jilted by the singer" was so by her
    slots = (*frame.slots, "by") if is_passive(words[0]) else frame.slots
    return not any(child.dep_ in OBJECT or preposition(child) in slots for child in dependents)


def _is_lead(head: Token) -> bool:
    """Whether a participle stands alone before what is told: "Estranged: Ada shares Max with her ex Carl"."""
    behind = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    return behind.text == ":" and head.tag_ == "VBN" and head.i == head.sent.start


def _happens(frame: Frame, head: Token) -> bool:
    """Whether a verb tells by itself that something happened: "got engaged", not "was engaged on a book"."""
    auxiliaries = [child for child in head.children if child.dep_ in ("aux", "aux:pass", "cop")]
    if frame.type == "engaged" and frame.part == "adjective":
        return any(child.lemma_ in ("get", "become") for child in auxiliaries)
    return head.tag_ != "VBN" or bool(auxiliaries) or head.dep_ not in ("xcomp", "ccomp", "acl", "amod")


def _describes_other(frame: Frame, words: list[Token]) -> bool:
    """Whether the other person is told by a description that is nobody's name: "the rugby ace married Jane"."""
    subject = subject_token(words[0])
    inside = [child for word in words for child in word.children if child not in words]
    others = [each for each in inside if fills(each, frame.slots, is_verb=True)]
    nouns = [*others, *([subject] if subject is not None else [])]
    unknown = [noun for noun in nouns if not people(noun)]
    # "the actor was married to his ex": whoever she is
    is_own = any(children(noun, "nmod:poss") and not children(noun, "appos", "flat") for noun in nouns)
    return len(nouns) == 2 and len(unknown) == 1 and _is_description(unknown[0]) and not is_own


def is_told_of_described(words: list[Token]) -> bool:
    """Whether a description of somebody unknown does it: "the rugby ace popped the question", not "the pipe burst"."""
    subject = subject_token(words[0])
    mention = mention_at(subject.doc, subject) if subject is not None else None
    is_somebody = mention is not None and mention.kind == "nominal" and not mention.people
    return subject is not None and is_somebody and not people(subject) and _is_description(subject)


def _is_description(noun: Token) -> bool:
    """Whether the noun stands for one person spoken of before: "the actor", "the rugby ace", not "the actor's son".

    Nor for one who is told by a clause for the first time: "the detective who arrested him".
    """
    is_definite = any(child.lower_ == "the" for child in children(noun, "det"))
    is_one = noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.is_lower)  # "the NHL pro", as taggers misread it
    return is_definite and is_one and not is_introduced(noun) and not children(noun, "nmod:poss", "nmod", "conj")


def is_of_known_couple(frame: Frame, words: list[Token], lexicon: Lexicon) -> bool:
    """Whether the words mean a couple spoken of before: "the wedding took place"."""
    if frame.part == "noun":
        return _is_said_not_to_be(words[0])
    nouns = [word for word in words[1:] if lexicon.alone("noun", word.lemma_.lower()) or word.lemma_ in CEREMONIES]
    articles = [child.lower_ for noun in nouns for child in noun.children if child.dep_ in ("det", "nmod:poss", "nmod")]
    is_next = frame.head in FOLLOWING and articles in ([], ["a"])
    # "they wed in 2004, a marriage that ended in divorce", "but it ended in divorce"
    is_last = articles == ["a"] and any(noun.dep_ == "appos" for noun in nouns)
    is_last |= articles == [] and any(word.lower_ == "it" and word.dep_ in SUBJECT for word in words)
    return frame.kind == "event" and (is_next or is_last or articles in (["the"], ["this"], ["that"], ["no"]))


def _is_said_not_to_be(noun: Token) -> bool:
    """ "There is no romance", "there was never any wedding"."""
    verb = noun.head
    is_there = noun.dep_ in SUBJECT and verb.lemma_ == "be" and bool(children(verb, "expl"))
    words = {child.lower_ for child in (*children(noun, "det"), *children(verb, "advmod"))}
    return is_there and not words.isdisjoint(("no", "never", "n't", "not"))


def _has_unknown_subject(verb: Token) -> bool:
    """Whether of two coordinated subjects one is nobody known; not "his family", whoever they are."""
    subject = subject_token(verb)
    nouns = list(conjuncts(subject)) if subject is not None else []
    unknown = [noun for noun in nouns if not people_of(verb.doc, noun)]
    return len(nouns) == 2 and len(unknown) == 1 and not children(unknown[0], "nmod:poss")

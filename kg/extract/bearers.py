"""Who is the wife, son or brother that a relational noun tells of: named beside it, or told to be it."""

from collections.abc import Set

from spacy.tokens import Token

from kg.dates.phrases.lexicon import ORDINALS
from kg.extract.owners import FAMILY
from kg.extract.parallels import named_right_before, same_child
from kg.extract.roles import SPOUSES, is_unnamed, named_under, people, unique
from kg.extract.rows import row
from kg.extract.subjects import subject_token
from kg.extract.tree import SUBJECT, after_noun, children, conjuncts, is_finite, is_verb, preposition, word_beside
from kg.nlp.marks import is_begun_by, is_called_upon, mention_at, mentions_in, people_of

SOME_OF = {"some", "others"}
ONE_OF = {*SOME_OF, "one", "another", *ORDINALS[:10], "last", "youngest", "eldest", "oldest", "elder", "younger"}


def bearers_of(token: Token, kin: Set[str], *, is_child: bool) -> tuple[str, ...]:
    """Who is the wife, son or brother: a name in apposition, the subject of a copula, or what the noun resolves to.

    `kin` are the words for children.
    """
    named = (
        named_under(token, kin)
        if is_child
        else unique(
            key
            for child in children(token, "appos", "flat", "compound", "nmod:desc", "list")
            if not _is_childs(token, child, kin) and not is_other_kin(token, child) and not _is_joined(token, child)
            for key in (token.tag_ == "NN" and people_of(token.doc, child)) or _some_of(token, child)
        )
    )
    if token.tag_ in ("NNS", "NNPS") and not is_child and len(named) < 2:  # "his exes, Ada and Eva"
        named = row(token, frozenset()) or named
    told = _told_to_be(token)
    named = told if len(told) > len(named) else named or named_behind(token)  # "their daughters are Ada and Bea"
    if token.tag_ == "NNS" and children(token, "cop") and (subject := subject_token(token)) is not None:
        named = max(named, people(subject), key=len)  # "among his children were the poet Ada and the singer Ben"
    if named:
        return named
    if any(child.dep_ == "cop" for child in token.children):
        subject = subject_token(token)
        return people(subject) if subject is not None else ()
    if token.dep_ in ("nmod", "obl") and preposition(token) == "of" and _is_one_of(token.head):
        # "Ada, the eldest of their children"; "born in York, one of three sons of John"
        return bearers_of(token.head, kin, is_child=False) or _far_subject(token.head)
    if is_child and (first := same_child(token, kin)) is not None:
        return bearers_of(first, kin, is_child=True)
    if token.dep_ in ("appos", "compound", "flat", "nmod:desc") and people_of(token.doc, token.head):
        if token.tag_ == "NNS" and (len(both := people(token.head)) > 1 or is_child):  # "Ben and Eva Roe, her parents"
            return both if len(both) > 1 else ()  # "survived by his wife, the four children of his first marriage"
        return next_to(token) or people_of(token.doc, token.head)
    if is_child and (fronted := _fronted(token)):
        return fronted
    if is_child and (told := _told_before(token)):
        return told
    own = people_of(token.doc, token)
    if not is_child or not all(is_unnamed(token.doc, key) for key in own):
        return own
    if not own and (beside := named_right_before(token)):
        return beside
    far = _far_subject(token)  # not "she married Ben Poe in York, the son of …"
    return far if not own or far == named_last(token) else own


def _some_of(noun: Token, name: Token) -> tuple[str, ...]:
    """Everyone named in a row but who is told as one's own: of "her sisters Ada, her husband Ben, and Eva" Ada and Eva.

    One's parents are a couple.
    """
    is_row = noun.tag_ == "NNS" and noun.lemma_ != "parent"
    own = [each for each in conjuncts(name) if is_row and each.pos_ == "NOUN" and each.lemma_ not in FAMILY]
    others = {key for each in own if children(each, "nmod:poss") for key in people(each)}
    return tuple(key for key in people(name) if key not in others)


def next_to(noun: Token) -> tuple[str, ...]:
    """The Ada of "his mother Eva, his sister Ada, wife of Ben", where the tree hangs the wife on the first of them.

    Or on a noun above: "the singer Eva, by whom he had a daughter, Ada, later wife of Ben".
    """
    doc, first = noun.doc, noun.left_edge
    comma = first.i if first.is_punct else first.i - 1  # trees hang commas on the noun behind them
    name = mention_at(doc, doc[comma - 1]) if comma > 0 and doc[comma].text == "," and noun.tag_ == "NN" else None
    if name is None or name.kind != "name" or name.end != comma or doc[name.head] == noun.head:
        return ()
    word = doc[name.head]
    while word.dep_ in ("appos", "conj") and word != noun.head:
        word = word.head
    is_child = word.dep_ == "obj" and word.lemma_ == "daughter" and noun.lemma_ == "wife"
    return name.people if word == noun.head or (is_child and noun.head in word.ancestors) else ()


def _told_to_be(noun: Token) -> tuple[str, ...]:
    """Who is told to be it: "his parents were John Roe and Mary Poe", "his second wife was the actress Eva Lark"."""
    told = noun.head
    is_many = noun.tag_ == "NNS" or noun.lower_ in SOME_OF
    is_some = told.lemma_ == "include" and is_many and bool(children(told, "obj"))
    if noun.dep_ not in SUBJECT or not (is_some or children(told, "cop")) or children(told, "advmod", "expl"):
        return ()
    if is_some:  # "their children include the actor Ben Roe and Ada Poe"
        named = (key for each in children(told, "obj") for key in people(each))
        return tuple(key for key in named if not is_unnamed(noun.doc, key))
    names = tuple(key for key in people(told) if not is_unnamed(noun.doc, key))
    is_told = told.pos_ == "PROPN" or any(child.pos_ == "PROPN" for child in children(told, "appos", "flat"))
    return names if is_told and (len(names) == 1 or is_many) else ()


def _is_childs(noun: Token, name: Token, kin: Set[str]) -> bool:
    """Whether a name belongs to what is coordinated with the noun: "his wife and their son, Ben", "… and son, Ben"."""
    return any(
        other.i < name.i and (children(other, "nmod:poss") or other.lemma_.lower() in kin)
        for other in children(noun, "conj")
    )


def _is_joined(noun: Token, told: Token) -> bool:
    """Whether what is told is said of whom the noun is joined with: "his brother Max and Ben, the husband of Ada"."""
    keys = people_of(noun.doc, told) if told.pos_ == "NOUN" else ()
    return bool(keys) and any(people_of(noun.doc, other) == keys for other in children(noun, "conj"))


def is_other_kin(noun: Token, other: Token) -> bool:
    """Whether a noun in a row tells of somebody else of the family: "his mother Ada, his sister Eva", "…, sons Ben"."""
    is_own = any(owner.tag_ == "PRP$" for owner in children(other, "nmod:poss"))
    is_named = any(child.pos_ == "PROPN" for child in children(other, "appos", "flat"))
    is_bare = is_named and not children(other, "det", "nmod", "nmod:poss")
    return (is_own or is_bare) and other.lemma_ in FAMILY | SPOUSES and other.lemma_ != noun.lemma_


def _fronted(noun: Token) -> tuple[str, ...]:
    """ "Son of a baker, Ben Roe (or: he) was born in Leeds": the subject behind, where the noun opens the sentence."""
    behind = [each for each in children(noun.head, *SUBJECT) if each.i > noun.right_edge.i - 1]
    names = [each for each in behind if each.pos_ == "PROPN" or each.lower_ in ("he", "she")]
    is_first = noun.left_edge.i == noun.sent.start and preposition(noun) in ("", "as")  # not "through a son of his"
    is_first &= word_beside(noun.left_edge) != "well"  # "as well as their son, Ada has a daughter"
    if not is_first or len(names) != 1 or names[0] == noun:
        return ()
    mention, comma = mention_at(noun.doc, names[0]), noun.doc[names[0].left_edge.i - 1]
    is_alone = mention is not None and word_beside(noun.doc[mention.end - 1]) != ","  # "The son of Ada, Ben, died"
    return mention.people if mention is not None and is_alone and comma.text == "," else ()


def _told_before(noun: Token) -> tuple[str, ...]:
    """Of whom the sentence before tells, where this one has no verb: "Ada was born in York. The only child of Ben."."""
    sent = noun.sent
    is_alone = sent.root == noun and sent.start > 0 and not any(is_verb(word) and is_finite(word) for word in sent)
    is_first = all(child.pos_ in ("DET", "ADJ", "NUM", "NOUN") for child in noun.lefts) and noun.tag_ == "NN"
    before = noun.doc[sent.start - 1].sent.root if is_alone else noun
    subject = subject_token(before) if is_first and before != noun and is_verb(before) else None
    return people(subject) if subject is not None and len(people(subject)) == 1 else ()


def _far_subject(token: Token) -> tuple[str, ...]:
    """ "Born in Leeds, Roe grew up in York, the daughter of …": a loose apposition is said of the subject."""
    if (
        token.tag_ == "NNS"
        or token.dep_ in ("nsubj", "nsubj:pass", "obj", "nmod:poss")
        or not any(word.lower_ in ("the", "a", "one") for word in (token, *token.children))
        or preposition(token) not in ("", "as")  # "gave birth to a son by Ben"
        or _is_of_unknown(token)
    ):
        return ()
    root = token.sent.root
    subject = next((child for child in root.children if child.dep_ in SUBJECT and child.i < token.i), None)
    return people(subject) if subject is not None else ()


def _is_of_unknown(noun: Token) -> bool:
    """Whether it is said of somebody whom no name tells: "he painted the Duke of Morne, son of Ben"."""
    told = mention_at(noun.doc, noun.head) if noun.dep_ == "appos" else None
    return told is not None and told.head == noun.head.i and not told.people


def named_last(token: Token) -> tuple[str, ...]:
    """Who is named last before the noun in its sentence."""
    before = mentions_in(token.doc, token.sent.start, token.left_edge.i)
    return next((mention.people for mention in reversed(before) if mention.kind == "name"), ())


def _is_one_of(token: Token) -> bool:
    return token.lower_ in ONE_OF


def named_behind(token: Token) -> tuple[str, ...]:
    """The person whose name follows the noun at once or after a comma: "his wife Jane", "her son, John"."""
    doc, i = token.doc, after_noun(token)
    if i < len(doc) and doc[i].text == ",":
        i += 1
    if i >= len(doc) or doc[i].is_sent_start or doc[i].ent_type_ != "PERSON":
        return ()
    mention = mention_at(doc, doc[i])
    if mention is None or mention.kind != "name" or mention.start != i or is_begun_by(token, doc[mention.head]):
        return ()
    return () if is_called_upon(doc[mention.head]) else mention.people

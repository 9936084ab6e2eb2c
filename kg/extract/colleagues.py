"""Who is told to be whose colleague in a work: "her co-star Ben", "they met as castmates"."""

from collections.abc import Iterator, Set
from itertools import combinations, product

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.owners import implied_owner
from kg.extract.relations import holders_of
from kg.extract.roles import people, unique, unnamed
from kg.extract.subjects import subject_token
from kg.extract.tree import children, left_modifiers, preposition
from kg.extract.works import companions, shared_work
from kg.nlp.marks import people_of, tokens_of

# "the author, with Ben Poe, of two books"
MAKERS = {"author", "creator", "director", "editor", "founder", "host", "leader", "organiser", "organizer", "owner"}
MAKERS |= {"presenter", "producer", "writer"}
CHOOSING = {"appoint", "choose", "employ", "have", "hire", "name", "pick", "recruit", "select", "take"}
JOINED = {"with", "alongside", "opposite", "to", "from", "by", "between"}
SOME = {"few", "many", "one", "several", "some"}
TEAMS = {"host", "presenter", "star"}
CAST = 4  # people who are told to be co-stars of each other, at most
LONGEST = 12  # words of a title between whose co-star it is and the word: "her Salt, Sand and Sea co-star"
TITLE = {"and", "of", "the", "a", "in", "on", "for", "to", "with", "at", "&", ",", ":", "'", "-", "former", "fellow"}


def colleagues(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Each two who are colleagues: the co-stars of one may be so in several works."""
    words, owned = (frozenset(lexicon.ontology.work.get(kind, ())) for kind in ("colleague", "partner"))
    nameless = unnamed(doc)
    heads = TEAMS | MAKERS | {word.rsplit(" ", 1)[-1] for word in words | owned}
    for noun in (token for token in tokens_of(doc) if token.lemma_.lower().removeprefix("ex-") in heads):
        if noun.tag_ == "NNS" and noun.lemma_ in TEAMS and not children(noun, "nmod:poss"):
            yield from _team(noun, nameless)
        word = _called(noun, words | owned | MAKERS)
        if word is None:
            continue
        beside = _beside(noun)
        if word in MAKERS - owned and not beside:
            continue
        bearers, owners = _bearers(noun), beside or _owners(noun, is_free=word in words)
        for pair in product(owners, bearers) if owners else combinations(_between(noun, bearers), 2):
            if len(set(pair)) == 2 and nameless.isdisjoint(pair):
                yield shared_work(noun, pair, f"relation: {word}")


def _team(noun: Token, nameless: Set[str]) -> Iterator[Finding]:
    """Who presents or plays in something: "hosts Ada and Ben", "Salt Harbour stars Ada and Ben"; not "rock stars"."""
    named = _named_after(noun)
    titles = [each for each in children(noun, "compound", "nmod:desc") if each.ent_type_ not in ("", "PLACE", "PERSON")]
    is_titled = any(each.i < noun.i - 1 or each.ent_type_ == "WORK" for each in titles for each in each.subtree)
    if 1 < len(named) <= CAST and nameless.isdisjoint(named) and (noun.lemma_ != "star" or is_titled):
        yield shared_work(noun, named, f"relation: {noun.lemma_}")


def _called(noun: Token, words: Set[str]) -> str | None:
    """The word for a colleague that the noun is, one before it included: "co-star", "dance partner"."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    lemma = noun.lemma_.lower().removeprefix("ex-")
    title = noun.doc[_before_name(noun) + 1 : noun.i]
    is_fellow = any(each.lower_ == "fellow" for each in title) and any(each.text.istitle() for each in title)
    before = [word for word in left_modifiers(noun) if word != "fellow"]
    fellow = [f"fellow {lemma}"] if is_fellow else []
    fellow += [f"fellow {word} {lemma}" for word in before] if "fellow" in left_modifiers(noun) else []
    told = (lemma, *fellow, *(f"{word} {lemma}" for word in before))
    found = next((word for word in told if word in words), None)
    return None if found == "secretary" and not noun.text.islower() else found  # "the Navy Secretary"


def _bearers(noun: Token) -> tuple[str, ...]:
    """Who is it: "her co-star Ben", "her co-star and friend Ben", "her ex Ben, her co-star in Salt"."""
    is_alike = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not children(noun, "det", "nmod:poss")
    named = _named_after(noun) or unique(key for each in _friends(noun)[:1] for key in _named_after(each))
    described = people_of(noun.doc, noun.head) if noun.dep_ == "appos" or is_alike else ()
    return named or described or people_of(noun.doc, noun) or _told_to_be(noun)


def _told_to_be(noun: Token) -> tuple[str, ...]:
    """Who is told to be it: "she worked as assistant to Ben", "they were business partners", "one of its founders"."""
    told = _some_of(noun)
    if preposition(told) == "as":
        chosen_from = children(told.head, "obj") if told.head.lemma_ in CHOOSING else []
        chosen_from += [each for each in children(told.head, "obl") if preposition(each) == "with"]
        chosen = unique(key for each in chosen_from if each.i < told.i for key in people(each))
        if chosen and told.head.pos_ == "VERB":  # "she chose Ben", "ran with Ben as her running mate"
            return chosen
        subject = subject_token(told.head)
    elif told.dep_ == "appos":
        return people_of(told.doc, told.head)
    else:
        is_told = bool(children(told, "cop", "aux:pass")) or (
            told.dep_ == "xcomp" and told.head.lemma_ in ("become", "remain")
        )
        subject = subject_token(told) if is_told else None
    return people(subject) if subject is not None else ()


def _some_of(noun: Token) -> Token:
    """The noun, the one that it is coordinated with, or the "one" of "one of its founders"."""
    if noun.dep_ == "nmod" and preposition(noun) == "of" and noun.head.lemma_ in SOME:
        return noun.head
    return noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun


def _beside(noun: Token) -> tuple[str, ...]:
    """With whom somebody is told to be it: "was co-owner, with her brother Ben", "a founder along with Ben"."""
    told = _some_of(noun)
    return companions({told, noun}) if _told_to_be(noun) else ()


def _friends(noun: Token) -> list[Token]:
    """Other words for the same one: "her co-star and friend"."""
    return [each for each in children(noun, "conj") if each.pos_ == "NOUN" and not children(each, "det", "nmod:poss")]


def _named_after(noun: Token) -> tuple[str, ...]:
    """Who is named behind the noun: "co-star Ben", "co-stars including Ben and Carl"; before it stands a title."""
    behind = children(noun, "appos", "flat", "nmod:desc", "list", "nmod")
    if noun.dep_ == "nmod" and noun.head.lemma_ in SOME:  # "a few of her co-stars, including Ben"
        behind += [each for each in children(noun.head, "nmod") if each.i > noun.right_edge.i]
    listed = [each for each in behind if each.i > noun.i and preposition(each) in ("", "including", "like")]
    return unique(key for each in listed for key in people(each))


def _owners(noun: Token, *, is_free: bool) -> tuple[str, ...]:
    """Whose co-star it is: the possessor's, also of the noun before it, or, where `is_free`, of who does the verb."""
    found = holders_of(noun, frozenset()) or _before_title(noun)
    if not found and noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not children(noun, "det"):
        found = holders_of(noun.head, frozenset())  # "her husband and co-star Ben"
    if found or not is_free:
        return found
    if noun.tag_ == "NNS" and noun.dep_.startswith(("obl", "nmod")) and preposition(noun) in JOINED:
        subject = subject_token(noun.head)  # "she arrived with co-stars Ben and Carl"
        return people(subject) if subject is not None else ()
    # "co-star Ben praised her"
    return implied_owner(noun) or unique(key for each in children(noun.head, "obj") for key in people(each))


def _before_title(noun: Token) -> tuple[str, ...]:
    """Whose it is where a title that trees stumble on stands between: "her Salt, Sand and Sea co-star"."""
    owner = noun.doc[_before_name(noun)]
    return people_of(noun.doc, owner) if owner.tag_ == "PRP$" and owner.i < noun.i - 1 else ()


def _before_name(noun: Token) -> int:
    """Where the words stand that come before a title and the noun behind it."""
    first = noun.i - 1
    while first > max(noun.sent.start, noun.i - LONGEST) and _is_of_title(noun.doc[first]):
        first -= 1
    return max(first, noun.sent.start)


def _is_of_title(token: Token) -> bool:
    return token.text.istitle() or token.is_digit or token.lower_ in TITLE


def _between(noun: Token, bearers: tuple[str, ...]) -> tuple[str, ...]:
    """Those who are each other's: "they are co-stars", "met as co-stars", "the co-stars Ada and Ben"."""
    if noun.tag_ not in ("NNS", "NNPS") or noun.dep_ == "conj" or len(bearers) > CAST:
        return ()
    return (() if noun.dep_ == "appos" else _told_to_be(noun)) or bearers

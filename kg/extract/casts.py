"""Who plays in what, and for whom: "the film stars Ada and Ben", "she played in Roe's film", "Ada directed Ben"."""

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.places import is_titled
from kg.extract.roles import is_of_part, people, unique
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import SUBJECT, antecedent, children, is_passive, left_modifiers, preposition
from kg.extract.works import ACTING, MUSIC, NEW, OWNED, PLAINLY, SHOWS, STAGED, STARRING, group, is_with
from kg.nlp.marks import tokens_of

BANDS = {"band", "duo", "trio", "quartet", "quintet", "group", "team"}
CASTS = {"cast", "line-up", "lineup"}
CONTESTANTS = {"contestant", "housemate", "islander"}  # of a show: "contestants including Ada and Ben"
DIRECTING = {"direct", "write", "create"}
ISSUED = {"drop", "make", "record", "release"}  # by whose it is
PRODUCING = {"co-produce", "direct", "engineer", "mix", "produce"}
FILMED = {*OWNED, "episode", "miniseries", "series", "short", "show", "sitcom", "soap", "telenovela"}  # by several
WRITTEN = {"adaptation", "musical", "opera", "play"}  # perhaps long before
PARTS = {"cameo", "lead", "part", "role"}
PARTED = {"play", "portray"}


def casts(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """All who are told to have a part in one film, show or band."""
    yield from credits(doc, lexicon)
    yield from starring(doc)
    yield from directed(doc)
    yield from contestants(doc)
    yield from members(doc)
    yield from opposite(doc)


def credits(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Who has a part in a film or show: "a film by Ada Roe, starring Ben", "he played in Roe's film"."""
    making = frozenset(lexicon.ontology.work.get("making", ()))
    for noun in tokens_of(doc):
        is_word = noun.pos_ == "NOUN" and noun.lemma_.lower() in STAGED | FILMED | MUSIC
        if not is_word and not (noun.pos_ == "PROPN" and is_titled(noun)):
            continue
        clauses = _clauses(noun)
        makers = [each for each in clauses if each.lemma_ in (making if is_word else PRODUCING)]
        behind = [each for clause in makers for each in children(clause, "obl:agent")]
        if is_word:
            behind += [each for each in children(noun, "nmod") if preposition(each) == "by"]
            behind += children(noun, "nmod:poss") if _is_made_by_owner(noun) else []
        players = (*_cast_in(noun, making), *_producers(noun))
        starring = [each for each in clauses if each.lemma_ in STARRING and each.pos_ == "VERB" and each.tag_ != "VBN"]
        stars = [each for clause in starring for each in children(clause, "obj")]
        is_film = noun.lemma_.lower() in FILMED and len(makers) > 1  # "directed by Ada and produced by Ben"
        is_cast = any(each.lemma_ in PLAINLY for each in starring)
        if (behind and (players or stars or is_film)) or (stars and (is_cast or (noun.lemma_ in MUSIC and players))):
            credited = (key for each in (*behind, *stars) for key in people(each))
            verb = next((each for each in (noun.head, noun.head.head) if each.pos_ == "VERB"), noun)
            trigger = verb if players else noun  # "she will star in a film by Ben": it is to come
            yield from group(trigger, (*players, *credited), f"credits: {noun.lemma_}", [noun])


def _clauses(noun: Token) -> list[Token]:
    """What is told of a film in clauses: "starring Ada", "was directed by Ben and produced by Carl"."""
    told = [*children(noun, "acl", "conj"), *(each for each in children(noun, "acl:relcl") if is_passive(each))]
    if noun.dep_ == "nsubj:pass":
        told.append(noun.head)
    elif is_titled(noun) and noun.dep_ == "obl":  # "she starred in Salt (1990), directed by Ben"
        told += [each for each in children(noun.head, "advcl") if each.i > noun.i and each.tag_ in ("VBN", "VBG")]
    return [each for clause in told for each in (clause, *children(clause, "conj"))]


def _is_made_by_owner(noun: Token) -> bool:
    """Whether those whose it is made it: "Roe's film adaptation", "Roe's 1999 thriller", not "Roe's play"."""
    if noun.lemma_ in OWNED | MUSIC or not OWNED.isdisjoint(left_modifiers(noun)):
        return True
    return noun.lemma_ in STAGED - WRITTEN and any(each.ent_type_ == "DATE" for each in noun.lefts)


def _producers(noun: Token) -> tuple[str, ...]:
    """Who makes for others what is theirs: "Ada directed Ben's video", "Ben's album was produced by Ada"."""
    verb = noun.head
    if verb.pos_ != "VERB" or noun.dep_ not in ("obj", "nsubj:pass") or noun.lemma_ not in FILMED | MUSIC:
        return ()
    if noun.dep_ == "obj":
        is_issued = verb.lemma_ in ISSUED and not children(noun, "nmod:poss")
        is_written = verb.lemma_ == "write" and noun.lemma_ in FILMED
        return subjects(verb) if verb.lemma_ in PRODUCING or is_issued or is_written else ()
    agents = children(verb, "obl:agent") if verb.lemma_ in PRODUCING else []
    return unique(key for each in agents for key in people(each))


def starring(doc: Doc) -> Iterator[Finding]:
    """Whom a film or show has in it: "the film stars Ada and Ben", "Salt features a crew of actors including Ada"."""
    for verb in tokens_of(doc):
        if verb.lemma_ not in ("star", "feature", "include") or verb.pos_ != "VERB" or is_passive(verb):
            continue
        nouns = children(verb, *SUBJECT) or [each for each in (subject_token(verb),) if each is not None]
        shows = [antecedent(each) for each in nouns]  # "in Salt, which also stars Ben"
        if _is_show(verb, nouns, shows):
            stars = [each for noun in children(verb, "obj") for each in (noun, *_listed(noun))]
            behind = [each for noun in shows for clause in children(noun, "acl") for each in _directing(clause)]
            behind += [each for noun in shows if _is_its_makers(noun) for each in children(noun, "nmod:poss")]
            players = [key for noun in shows for key in _cast_in(noun)]
            credited = (key for each in (*behind, *stars) for key in people(each))
            yield from group(verb, (*players, *credited), f"cast: {verb.lemma_}", shows[:1])


def _is_show(verb: Token, nouns: list[Token], shows: list[Token]) -> bool:
    """Whether it has a cast: "the cast includes", "the film features", "Salt stars", where only shows star somebody."""
    if any(each.lemma_.lower() in CASTS for each in shows):
        return True
    if verb.lemma_ == "include":
        return any(_is_contestant(each) for each in shows)
    if verb.lemma_ == "star" and any(is_titled(each) or each.lower_ in ("which", "that") for each in (*nouns, *shows)):
        return True
    return any(each.lemma_.lower() in STAGED or each.ent_type_ == "WORK" for each in shows)


def _is_its_makers(show: Token) -> bool:
    """Whether those whose it is worked on it: "her next film", "Ada's documentary"; not "Shakespeare's play"."""
    return show.lemma_ in OWNED or (show.lemma_ in SHOWS and not NEW.isdisjoint(left_modifiers(show)))


def _directing(clause: Token) -> list[Token]:
    """Who made it: "Salt, written and directed by Ada"."""
    verbs = (clause, *children(clause, "conj"))
    return [each for verb in verbs if verb.lemma_ in DIRECTING for each in children(verb, "obl:agent")]


def directed(doc: Doc) -> Iterator[Finding]:
    """Whom somebody directs or casts in a film: "Ada directed Ben in Salt", not "directed him to the door"."""
    for verb in tokens_of(doc):
        if verb.lemma_ not in ("direct", "cast") or verb.pos_ != "VERB":
            continue
        places = [each for each in children(verb, "obl") if preposition(each) == "in" and each.ent_type_ != "DATE"]
        if any(each.pos_ == "PROPN" or each.lemma_.lower() in STAGED | FILMED for each in places):
            others = children(verb, "obj", "obl:agent")
            yield from group(verb, (*subjects(verb), *(key for each in others for key in people(each))), "directed")


def contestants(doc: Doc) -> Iterator[Finding]:
    """Who takes part in one show: "contestants including Ada and Ben", "one of the contestants alongside Ben"."""
    for noun in filter(_is_contestant, tokens_of(doc)):
        top = noun.head if noun.dep_ == "nmod" and preposition(noun) == "of" else noun
        around = [each for word in (top, noun, *children(noun, "nmod")) for each in children(word, "nmod", "obl")]
        beside = [key for each in around if is_with(each) for key in people(each)]
        verb = top if children(top, "cop") else top.head if preposition(top) == "as" else None
        own = subjects(verb) if verb is not None and beside else ()
        listed = (key for each in _listed(noun) for key in people(each))
        yield from group(noun, (*own, *beside, *listed), f"cast: {noun.lemma_}")


def members(doc: Doc) -> Iterator[Finding]:
    """Of whom a band consists: "Salt Line, which consists of Ada and Ben", "a trio comprising Ada, Ben and Eva"."""
    for verb in tokens_of(doc):
        is_made_up = verb.lemma_ == "make" and any(each.lower_ == "up" for each in children(verb, "compound:prt"))
        if verb.pos_ != "VERB" or not (verb.lemma_ in ("consist", "comprise") or (is_made_up and is_passive(verb))):
            continue
        nouns = [verb.head] if verb.dep_ == "acl" else [antecedent(each) for each in children(verb, *SUBJECT)]
        if any(each.lemma_.lower() in BANDS | CASTS or is_titled(each) for each in nouns):
            inside = [each for each in children(verb, "obj", "obl") if preposition(each) in ("", "of")]
            yield from group(verb, (key for each in inside for key in people(each)), f"cast: {verb.lemma_}")


def opposite(doc: Doc) -> Iterator[Finding]:
    """Opposite whose part one plays: "she played Eva opposite Ben's Carl"."""
    for part in tokens_of(doc):
        if is_of_part(part) and part.head.lemma_ in ACTING | PARTED and part.head.pos_ == "VERB":
            others = [key for each in children(part, "nmod:poss") for key in people(each)]
            yield from group(part.head, (*subjects(part.head), *others), "cast: opposite")


def _is_contestant(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and (
        noun.lemma_.lower() in CONTESTANTS or (noun.lemma_ == "member" and "cast" in left_modifiers(noun))
    )


def _listed(noun: Token) -> list[Token]:
    """Who is named for it: "a cast of stars including Ada and Ben"."""
    inside = [noun, *children(noun, "nmod")]
    return [each for word in inside for each in children(word, "nmod") if preposition(each) in ("including", "like")]


def _cast_in(noun: Token, making: Set[str] = frozenset()) -> tuple[str, ...]:
    """Who plays in it, or makes something for it: "she had a role in", "composed the music for"."""
    while noun.dep_ == "appos" and not preposition(noun):  # "in Salt, a comedy by Ben"
        noun = noun.head
    if preposition(noun) == "for":
        verb = noun.head.head if noun.head.dep_ == "obj" else noun.head
        return subjects(verb) if verb.lemma_ in making and verb.pos_ == "VERB" else ()
    if preposition(noun) != ("on" if noun.lemma_ in MUSIC else "in"):
        return ()
    if noun.head.dep_ == "obj" and (noun.head.lemma_ in PARTS or noun.head.head.lemma_ in PARTED):
        return subjects(noun.head.head)
    is_played = noun.head.lemma_ in ACTING and noun.dep_ == "obl"
    return subjects(noun.head) if is_played else subjects(noun) if children(noun, "cop") else ()

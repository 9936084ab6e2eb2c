"""Shared work in other words: "they met on the set of Salt Harbour", "with her sister she founded a school"."""

from collections.abc import Iterable, Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.order import SHARED
from kg.extract.places import is_titled
from kg.extract.roles import people, unique, unnamed
from kg.extract.senses import NETWORKS
from kg.extract.subjects import subject_token, subjects
from kg.extract.tree import OBJECT, SUBJECT, antecedent, children, is_passive, is_when, left_modifiers, preposition
from kg.nlp.marks import tokens_of

CASTS = {"cast", "line-up", "lineup"}
DIRECTING = {"direct", "write", "create"}
MEETING = {"met", "dating_began"}
PLACED = {"on", "in", "during", "at", "through", "for"}
PLAYED = {"film", "shoot", "star", "co-star", "costar", "rehearse"}  # what two do when they meet
STARRING = {"star", "co-star", "costar", "feature", "guest-star"}
ACTING = {*STARRING, "act", "appear", "debut", "perform", "play", "sing", "work"}
OWNED = {"documentary", "film", "movie", "production", "video"}  # by who makes it: "in Roe's film", not "Roe's play"
STAGED = {*OWNED, "adaptation", "comedy", "drama", "musical", "opera", "play", "series", "show", "sitcom", "thriller"}
SHOWS = {*STAGED, "pantomime", "panto", "podcast", "reboot", "remake", "season", "sequel", "shoot", "soap"}
WITH = {"with", "alongside", "opposite"}
PLAINLY = {"star", "costar"}  # whatever in
LIGHT = {"do", "have", "make", "get"}  # verbs that say nothing by themselves
ISSUING = {"publish", "release"}  # by houses and labels
JOINING = {"collaboration", "partnership", "association", "conjunction"}
# what one has with somebody: "a book about her life with Ben"
KEPT = {"album", "band", "book", "collaboration", "cookbook", "duet", "single", "song", "track", "company", "business"}
NEW = {"new", "own", "upcoming", "forthcoming", "latest", "joint"}
BONDS = {"affair", "divorce", "engagement", "friendship", "life", "love", "marriage", "relationship", "romance", "time"}


def met_at_work(finding: Finding) -> Finding | None:
    """The work at which two met or fell for each other: "on the set of Salt Harbour", "while filming in York"."""
    if finding.type not in MEETING or len(finding.keys) != 2:
        return None
    verbs = (finding.trigger, *children(finding.trigger, "conj"))
    places = (child for verb in verbs for child in verb.children if _is_production(child) or _is_making(child))
    place = next(places, None)
    return shared_work(finding.trigger, finding.keys, f"at work: {place.lemma_}") if place is not None else None


def works(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """All who are told to work on something together."""
    yield from players(doc, lexicon)
    yield from makers(doc, lexicon)
    yield from credits(doc, lexicon)
    yield from owned(doc)
    yield from casts(doc)
    yield from directed(doc)
    yield from joint(doc)


def players(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Those who play or present something: "he hosts with Ada", "they were paired up", not "she hosted a dinner"."""
    for verb in tokens_of(doc):
        if verb.lemma_ not in lexicon.ontology.work.get("playing", ()) or verb.pos_ != "VERB" or children(verb, "obj"):
            continue
        joined, is_paired = _joined(verb, frozenset()), verb.lemma_ in ("pair", "partner") and is_passive(verb)
        if is_paired or (joined and not is_passive(verb)):
            for others in joined or [()]:
                yield from _group(verb, (*subjects(verb), *others), f"playing: {verb.lemma_}")


def makers(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Those who make something together: "with her sister she founded a school", "the show, hosted by Ada and Ben"."""
    making, projects = (frozenset(lexicon.ontology.work.get(kind, ())) for kind in ("making", "project"))
    for verb in tokens_of(doc):
        plain = verb.lemma_.lower().removeprefix("co-")
        if verb.pos_ != "VERB" or plain not in making or verb.dep_ == "amod":
            continue
        made, joined = _made(verb), _joined(verb, projects)
        is_thing = made == children(verb, "obj") and any(each.lemma_.lower() in projects for each in made)
        is_other = plain == "set" and not children(verb, "compound:prt")  # "they set the school on fire"
        if is_other or (plain in LIGHT and not (joined and is_thing)) or (plain in ISSUING and is_passive(verb)):
            continue
        is_shared = plain != verb.lemma_.lower() or plain in PLAINLY
        if is_shared or any(_is_project(each, projects) for each in made):
            for others in joined or [()]:
                yield from _group(verb, (*_doers(verb), *others), f"making: {verb.lemma_}", made[:1])


def credits(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Who has a part in a film or show: "a film by Ada Roe, starring Ben", "he played in Roe's film"."""
    making = frozenset(lexicon.ontology.work.get("making", ()))
    for noun in tokens_of(doc):
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in STAGED:
            continue
        clauses = [each for clause in children(noun, "acl", "conj") for each in (clause, *children(clause, "conj"))]
        behind = [each for clause in clauses if clause.lemma_ in making for each in children(clause, "obl:agent")]
        behind += [each for each in children(noun, "nmod") if preposition(each) == "by"]
        behind += children(noun, "nmod:poss") if noun.lemma_ in OWNED else []
        stars = [each for clause in clauses if clause.lemma_ in STARRING for each in children(clause, "obj")]
        players = _cast_in(noun)
        if behind and (players or stars):
            credited = (key for each in (*behind, *stars) for key in people(each))
            yield from _group(noun, (*players, *credited), f"credits: {noun.lemma_}")


def owned(doc: Doc) -> Iterator[Finding]:
    """Whose a show or a song is, and with whom: "her duet with Ben", "Ada's song Salt with Ben", "their new show"."""
    for noun in tokens_of(doc):
        if noun.lemma_.lower() not in (KEPT | SHOWS) or noun.pos_ != "NOUN":
            continue
        is_title = noun.dep_ == "compound" and noun.head.pos_ == "PROPN"
        nouns = [noun, noun.head] if is_title else [noun]
        owners = [each for word in nouns for each in children(word, "nmod:poss")]
        beside = [each for word in nouns for each in children(word, "nmod") if _is_with(each)]
        keys, others = (unique(key for each in row for key in people(each)) for row in (owners, beside))
        is_theirs = len(keys) > 1 and not NEW.isdisjoint(left_modifiers(noun))
        if keys and (others or is_theirs):
            yield from _group(noun, (*keys, *others), f"relation: {noun.lemma_}")


def casts(doc: Doc) -> Iterator[Finding]:
    """Whom a film or show has in it: "the film stars Ada and Ben", "Salt features a crew of actors including Ada"."""
    for verb in tokens_of(doc):
        if verb.lemma_ not in ("star", "feature", "include") or verb.pos_ != "VERB" or is_passive(verb):
            continue
        nouns = children(verb, *SUBJECT)
        is_show = any(each.lemma_.lower() in CASTS for each in nouns)
        if verb.lemma_ != "include":
            is_show |= any(each.lemma_.lower() in STAGED or each.ent_type_ == "WORK" for each in nouns)
        is_show |= verb.lemma_ == "star" and any(is_titled(each) for each in nouns)  # only shows star somebody
        stars = [each for noun in children(verb, "obj") for each in (noun, *_listed(noun))]
        if is_show:
            behind = [each for noun in nouns for clause in children(noun, "acl") for each in _directing(clause)]
            yield from _group(verb, (key for each in (*stars, *behind) for key in people(each)), f"cast: {verb.lemma_}")


def _directing(clause: Token) -> list[Token]:
    """Who made it: "Salt, written and directed by Ada"."""
    verbs = (clause, *children(clause, "conj"))
    return [each for verb in verbs if verb.lemma_ in DIRECTING for each in children(verb, "obl:agent")]


def directed(doc: Doc) -> Iterator[Finding]:
    """Whom somebody directs in a film or a play: "Ada directed Ben in Salt", not "directed him to the door"."""
    for verb in tokens_of(doc):
        if verb.lemma_ != "direct" or verb.pos_ != "VERB":
            continue
        places = [each for each in children(verb, "obl") if preposition(each) == "in" and each.ent_type_ != "DATE"]
        if any(is_titled(each) or each.lemma_.lower() in STAGED for each in places):
            others = children(verb, "obj", "obl:agent")
            yield from _group(verb, (*subjects(verb), *(key for each in others for key in people(each))), "directed")


def _listed(noun: Token) -> list[Token]:
    """Who is named for it: "a cast of stars including Ada and Ben"."""
    inside = [noun, *children(noun, "nmod")]
    return [each for word in inside for each in children(word, "nmod") if preposition(each) in ("including", "like")]


def joint(doc: Doc) -> Iterator[Finding]:
    """Who does something together with somebody: "in collaboration with Ben she organised a survey"."""
    for noun in tokens_of(doc):
        if noun.lemma_ == "collaboration" and preposition(noun) == "in" and noun.dep_ == "obl":
            others = [key for each in children(noun, "nmod") if _is_with(each) for key in people(each)]
            doers = subjects(noun.head) if others else ()
            yield from _group(noun.head, (*doers, *others), "making: collaboration", [noun])


def shared_work(trigger: Token, keys: Iterable[str], rule: str, things: Sequence[Token] = ()) -> Finding:
    """That these people worked together; `things` are words for what they worked on."""
    return Finding("event", SHARED, trigger, tuple(("participant", key) for key in keys), (trigger, *things), rule)


def _group(trigger: Token, keys: Iterable[str], rule: str, things: Sequence[Token] = ()) -> Iterator[Finding]:
    """One finding for all of them, where at least two have names."""
    nameless = unnamed(trigger.doc)
    group = [key for key in unique(keys) if key not in nameless]
    if len(group) > 1:
        yield shared_work(trigger, group, rule, things)


def _is_production(noun: Token) -> bool:
    """Whether it is where a film or a show is made: "on the set", "in a production of Hamlet", "on Salt Harbour"."""
    before = preposition(noun)
    if not noun.dep_.startswith(("obl", "nmod")) or before not in PLACED or noun.lower_ in NETWORKS:
        return False
    if noun.lemma_ in ("set", "production"):  # "on the set"; not "during the production of her album"
        return before == ("on" if noun.lemma_ == "set" else "in")
    if noun.lemma_.lower() in SHOWS:
        return True
    is_time = any(time.start <= noun.idx < time.end for time in noun.doc._.times)  # "on Christmas Day"
    is_name = noun.ent_type_ not in ("DATE", "PERSON", "PLACE") and not is_time and noun.text.istitle()
    return before == "on" and is_name and (noun.ent_type_ == "WORK" or any(each.text.istitle() for each in noun.lefts))


def _is_making(verb: Token) -> bool:
    """Whether a clause tells what both did for a film: "while filming", "when they co-starred"."""
    is_theirs = all(each.lower_ == "they" for each in children(verb, "nsubj"))
    return verb.dep_ == "advcl" and verb.lemma_ in PLAYED and is_when(verb) and is_theirs


def _cast_in(noun: Token) -> tuple[str, ...]:
    """Who plays in it."""
    if preposition(noun) != "in":
        return ()
    is_played = noun.head.lemma_ in ACTING and noun.dep_ == "obl"
    return subjects(noun.head) if is_played else subjects(noun) if children(noun, "cop") else ()


def _doers(verb: Token) -> tuple[str, ...]:
    """Who makes it: the subjects, or the agents of a passive."""
    if is_passive(verb):
        return unique(key for each in children(verb, "obl:agent") for key in people(each))
    own = [each for each in children(verb, "nsubj") if each.i < verb.i]
    return unique(key for each in own for key in people(each)) if len(own) > 1 else subjects(verb)


def _joined(verb: Token, projects: Set[str]) -> list[tuple[str, ...]]:
    """With whom it is made, wherever the tree hangs them: at the verb, at what is made, at who makes it."""
    subject = subject_token(verb)
    above = [verb, *children(verb, *OBJECT, "advmod"), *([subject] if subject is not None else [])]
    above += [each for each in children(verb, "obl") if each.lemma_ in JOINING]
    above += [each for each in children(verb, "advcl", "xcomp") if each.text.istitle()]  # "starred in Hanging On with"
    inside = (each for noun in children(verb, *OBJECT, "obl") for each in children(noun, "nmod"))
    above += [each for each in inside if _is_project(each, projects)]
    beside = (child for word in above for child in children(word, "obl", "nmod"))
    return [keys for each in beside if _is_with(each) and (keys := people(each))]


def _is_with(noun: Token) -> bool:
    first = noun.left_edge
    is_bond = first.i > noun.sent.start and first.nbor(-1).lemma_ in BONDS
    return not is_bond and any(child.lower_ in WITH for child in children(noun, "case", "fixed"))


def _made(verb: Token) -> list[Token]:
    """What is made: the object, the subject of a passive, the noun that a participle describes; where one plays."""
    if verb.lemma_ in STARRING:
        return [each for each in children(verb, "obl") if preposition(each) in ("in", "on")]
    if is_passive(verb):
        things = children(verb, "nsubj:pass") or ([verb.head] if verb.dep_ in ("acl", "acl:relcl") else [])
    else:
        things = children(verb, *OBJECT)
    return [antecedent(each) for each in things]


def _is_project(noun: Token, projects: Set[str]) -> bool:
    """Whether it is a show, a book, a band, a company or the like, by its word or by its name."""
    is_name = noun.pos_ == "PROPN" and (is_titled(noun) or not noun.ent_type_)
    is_marriage = "civil" in left_modifiers(noun)  # "formed a civil partnership"
    return is_name or (noun.lemma_.lower() in projects and not is_marriage)

"""Shared work in other words: "they met on the set of Salt Harbour", "with her sister she founded a school"."""

from collections.abc import Iterable, Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.order import SHARED
from kg.extract.places import is_titled
from kg.extract.roles import is_of_part, people, unique, unnamed
from kg.extract.senses import NETWORKS
from kg.extract.subjects import subject_token, subjects
from kg.extract.times import is_time
from kg.extract.tree import OBJECT, SUBJECT, antecedent, children, is_passive, is_when, left_modifiers, preposition
from kg.nlp.marks import tokens_of

MEETING = {"met", "dating_began"}
PLACED = {"on", "in", "during", "at", "through", "for"}
PLAYED = {"film", "shoot", "star", "co-star", "costar", "rehearse"}  # what two do when they meet
STARRING = {"star", "co-star", "costar", "feature", "guest-star"}
ACTING = {*STARRING, "act", "appear", "debut", "perform", "play", "sing", "work"}
OWNED = {"documentary", "film", "movie", "production", "video"}  # by who makes it: "in Roe's film", not "Roe's play"
MUSIC = {"album", "mixtape", "record", "single", "song", "track"}
STAGED = {*OWNED, "adaptation", "comedy", "drama", "musical", "opera", "play", "series", "show", "sitcom", "thriller"}
SHOWS = {*STAGED, "pantomime", "panto", "podcast", "reboot", "remake", "season", "sequel", "shoot", "soap"}
WITH = {"with", "alongside", "opposite"}
PLAINLY = {"star", "costar"}  # whatever in
LIGHT = {"do", "have", "make", "get"}  # verbs that say nothing by themselves
ISSUING = {"publish", "release"}  # by houses and labels
JOINING = {"collaboration", "partnership", "association", "conjunction", "cooperation", "co-operation"}
HELPING = {"aid", "assistance", "help", "support"}
AIDING = {"aid", "assist", "help", "join", "support"}
# what one has with somebody: "a book about her life with Ben"
KEPT = {"album", "band", "book", "collaboration", "cookbook", "duet", "single", "song", "track"}
KEPT |= {"company", "business", "label", "startup", "venture"}
FAVOURITE = {"favourite", "favorite"}
JOINT = {"band", "duet", "podcast"}  # of two whose it is
NEW = {"new", "own", "upcoming", "forthcoming", "latest", "joint", "next"}
BONDS = {"affair", "divorce", "engagement", "friendship", "life", "love", "marriage", "relationship", "romance", "time"}


def met_at_work(finding: Finding) -> Finding | None:
    """The work at which two met or fell for each other: "on the set of Salt Harbour", "while filming in York"."""
    if finding.type not in MEETING or len(finding.keys) != 2:
        return None
    verbs = (finding.trigger, *children(finding.trigger, "conj"))
    places = (child for verb in verbs for child in verb.children if _is_production(child) or _is_making(child))
    place = next(places, None)
    if place is None:
        return None
    things = children(place, "obj") if place.pos_ == "VERB" else []  # "while filming Salt Harbour"
    return shared_work(finding.trigger, finding.keys, f"at work: {place.lemma_}", things)


def works(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """All who are told to work on something together."""
    yield from players(doc, lexicon)
    yield from makers(doc, lexicon)
    yield from owned(doc)
    yield from joint(doc)


def players(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Those who play or present something: "he hosts with Ada", "they were paired up", not "she hosted a dinner"."""
    for verb in tokens_of(doc):
        if verb.lemma_ not in lexicon.ontology.work.get("playing", ()) or verb.pos_ != "VERB" or children(verb, "obj"):
            continue
        joined, is_paired = _joined(verb, STAGED), verb.lemma_ in ("pair", "partner") and is_passive(verb)
        if is_paired or (joined and not is_passive(verb)):
            for others in joined or [()]:
                yield from group(verb, (*subjects(verb), *others), f"playing: {verb.lemma_}")


def makers(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """Those who make something together: "with her sister she founded a school", "the show, hosted by Ada and Ben"."""
    kinds = ("making", "project", "invention")
    making, projects, inventions = (frozenset(lexicon.ontology.work.get(kind, ())) for kind in kinds)
    for verb in tokens_of(doc):
        plain = verb.lemma_.lower().removeprefix("co-")
        if verb.pos_ != "VERB" or plain not in making or verb.dep_ == "amod":
            continue
        made, joined = _made(verb), _joined(verb, projects)
        is_thing = made == children(verb, "obj") and any(each.lemma_.lower() in projects for each in made)
        is_other = plain == "set" and not children(verb, "compound:prt")  # "they set the school on fire"
        if is_other or (plain in LIGHT and not (joined and is_thing)) or (plain in ISSUING and is_passive(verb)):
            continue
        helped = _helped(verb)
        is_shared = plain != verb.lemma_.lower() or plain in PLAINLY
        things = projects if plain in LIGHT else projects | inventions
        if is_shared or any(_is_project(each, things) for each in made):
            for others in joined or [()]:
                yield from group(verb, (*helped, *_doers(verb), *others), f"making: {verb.lemma_}", made[:1])


def owned(doc: Doc) -> Iterator[Finding]:
    """Whose a show or a song is, and with whom: "her duet with Ben", "Ada's song Salt with Ben", "their new show"."""
    for noun in tokens_of(doc):
        if noun.lemma_.lower() not in (KEPT | SHOWS) or noun.pos_ != "NOUN":
            continue
        is_title = noun.dep_ == "compound" and noun.head.pos_ == "PROPN"
        titles = [each for each in children(noun, "appos") if each.pos_ == "PROPN" and each.i == noun.i + 1]
        nouns = [noun, noun.head] if is_title else [noun, *titles]
        owners = [each for word in nouns for each in children(word, "nmod:poss")]
        beside = [each for word in nouns for each in children(word, "nmod") if is_with(each)]
        keys, others = (unique(key for each in row for key in people(each)) for row in (owners, beside))
        before = set(left_modifiers(noun))
        is_theirs = not NEW.isdisjoint(before) or (noun.lemma_ in JOINT and FAVOURITE.isdisjoint(before))
        if keys and (others or (is_theirs and len(keys) > 1)):
            yield from group(noun, (*keys, *others), f"relation: {noun.lemma_}")


def joint(doc: Doc) -> Iterator[Finding]:
    """Who does something together with somebody: "in collaboration with Ben she organised a survey"."""
    for noun in tokens_of(doc):
        if noun.lemma_ in JOINING and preposition(noun) == "in" and not _is_union(noun):
            others = [key for each in children(noun, "nmod") if is_with(each) for key in people(each)]
            is_beside = noun.dep_ == "nmod" and noun.head.dep_ in SUBJECT  # "Ada, in association with Ben, surveyed it"
            doers = people(noun.head) if is_beside else _doers(noun.head) if noun.dep_ == "obl" else ()
            if doers and others:
                yield from group(noun.head, (*doers, *others), f"making: {noun.lemma_}", [noun])


def shared_work(trigger: Token, keys: Iterable[str], rule: str, things: Sequence[Token] = ()) -> Finding:
    """That these people worked together; `things` are words for what they worked on."""
    return Finding("event", SHARED, trigger, tuple(("participant", key) for key in keys), (trigger, *things), rule)


def group(trigger: Token, keys: Iterable[str], rule: str, things: Sequence[Token] = ()) -> Iterator[Finding]:
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
    is_name = noun.ent_type_ not in ("DATE", "PERSON", "PLACE") and noun.text.istitle()
    is_name = is_name and not is_time(noun)  # "on Christmas Day"
    return before == "on" and is_name and (noun.ent_type_ == "WORK" or any(each.text.istitle() for each in noun.lefts))


def _is_making(verb: Token) -> bool:
    """Whether a clause tells what both did for a film: "while filming", "when they co-starred"."""
    is_theirs = all(each.lower_ == "they" for each in children(verb, "nsubj"))
    return verb.dep_ == "advcl" and verb.lemma_ in PLAYED and is_when(verb) and is_theirs


def _doers(verb: Token) -> tuple[str, ...]:
    """Who makes it: the subjects, or the agents of a passive."""
    if is_passive(verb):
        return unique(key for each in children(verb, "obl:agent") for key in people(each))
    own = [each for each in children(verb, "nsubj") if each.i < verb.i]
    return unique(key for each in own for key in people(each)) if len(own) > 1 else subjects(verb)


def _helped(verb: Token) -> tuple[str, ...]:
    """Who has a part in it, and whom they help: "Ada helped Ben found a school", "joined Ben in writing a play"."""
    head = verb.head
    if head.lemma_ not in AIDING or head.pos_ != "VERB" or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return ()
    beside = [*children(head, "obj"), *(each for each in children(head, "obl") if preposition(each) == "with")]
    others = unique(key for each in beside for key in people(each))
    return (*subjects(head), *others) if others else ()


def _joined(verb: Token, projects: Set[str]) -> list[tuple[str, ...]]:
    """With whom it is made, wherever the tree hangs them: at the verb, at what is made, at who makes it."""
    subject = subject_token(verb)
    above = [verb, *children(verb, *OBJECT, "advmod"), *([subject] if subject is not None else [])]
    oblique = children(verb, "obl")
    above += [each for each in oblique if each.lemma_ in JOINING]
    above += [each for each in oblique if preposition(each) in ("in", "on") and _is_project(each, projects)]
    above += [each for each in children(verb, "advcl", "xcomp") if each.text.istitle()]  # "starred in Hanging On with"
    inside = (each for noun in children(verb, *OBJECT, "obl") for each in children(noun, "nmod"))
    above += [each for each in inside if _is_project(each, projects)]
    joined = joined_to(above)
    helpers = [each for each in oblique if each.lemma_ in HELPING and preposition(each) == "with"]
    joined += [each for word in helpers for each in children(word, "nmod") if preposition(each) in ("of", "from")]
    return [keys for each in joined if (keys := people(each))]


def companions(words: Iterable[Token]) -> tuple[str, ...]:
    """Who is joined to one of the words by "with", "along with" or "together with"."""
    above = [each for word in words for each in (word, *children(word, "advmod"))]
    return unique(key for each in joined_to(above) for key in people(each))


def joined_to(words: Iterable[Token]) -> list[Token]:
    """The nouns that "with" joins to one of the words."""
    return [child for word in words for child in children(word, "obl", "nmod") if is_with(child)]


def is_with(noun: Token) -> bool:
    """Whether the noun is joined by "with" or "alongside"; not "a book about her life with Ben"."""
    if is_of_part(noun):
        return False
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
        is_relative = any(each.tag_ in ("WDT", "WP") for noun in children(verb, *SUBJECT) for each in noun.subtree)
        is_reduced = verb.dep_ == "acl:relcl" and not is_relative  # "the bar she opened", not "versions, which ran"
        things = children(verb, *OBJECT) or ([verb.head] if is_reduced else [])
    return [antecedent(each) for each in things] + [each for thing in things for each in _before_which(thing)]


def _before_which(pronoun: Token) -> list[Token]:
    """The title right before a relative pronoun: "my old crew from Salt News, which I presented with Ben"."""
    before = pronoun.i - 1 - (pronoun.i > 1 and pronoun.nbor(-1).is_punct)
    is_relative = pronoun.lower_ in ("which", "that") and pronoun.head.dep_ == "acl:relcl" and before >= 0
    noun = pronoun.doc[before]
    return [noun] if is_relative and noun.pos_ == "PROPN" else []


def _is_project(noun: Token, projects: Set[str]) -> bool:
    """Whether it is a show, a book, a band, a company or the like, by its word or by its name."""
    is_name = noun.pos_ == "PROPN" and (is_titled(noun) or not noun.ent_type_)
    return is_name or (noun.lemma_.lower() in projects and not _is_union(noun))


def _is_union(noun: Token) -> bool:
    """Whether it is a marriage: "formed a civil partnership"."""
    return "civil" in left_modifiers(noun)

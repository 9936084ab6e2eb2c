"""Documents and paragraphs that tell a story: a plot, somebody who never lived."""

import re
from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

from kg.extract.roles import topic
from kg.extract.stories import Cues
from kg.extract.tree import PRESENT, children, clause_head, conjuncts, is_now, is_verb, preposition
from kg.nlp.marks import Mention, mention_at, mentions_in, tokens_of

CHARACTERS = {"character", "protagonist", "person", "detective", "hero", "heroine", "villain", "superhero", "figure"}
# what somebody is called who lives in a story only: "her character Ada"
ROLES = {"character", "protagonist", "heroine", "antagonist", "alter ego"}
RETOLD = {"plot", "plot summary", "plot synopsis", "synopsis", "storyline"}  # headings
STORIES = {"character", "storyline", "soap"}
ACTED = set("drama dramatisation dramatization adaptation episode sitcom movie film finale sequel".split())
PLAYED = re.compile(r"\W*(?:[A-Z][\w'’-]+ ){1,4}as (?:[A-Z][\w'’-]+)")
BEFORE_PLAYED = {",", "(", "-", "–", "who", "is"}
CAST = 3  # lines of a list of who plays whom, at least
KNOWN = 2  # names of somebody before a word that makes a character, who then is none
HEADING = 5  # words at most
OPENING = 60  # words in which an article says what it is about
INVENTED = {"film", "movie", "novel", "novella", "opera", "musical", "comic", "sitcom", "miniseries", "soap"}
IMAGINED = {
    "storyline",
    "script",
    "screenplay",
    "pantomime",
    "sketch",
    "dream",
    "nightmare",
    "video",
    "scene",
}  # in which things happen
# what makes a story of a series: not "a documentary series"
STAGED_AS = {"drama", "comedy", "fantasy", "soap", "animated", "anime", "superhero", "crime"}
# who is worshipped or told of, and never lived
DIVINE = {"god", "goddess", "deity", "demigod", "demigoddess", "superhero", "superheroine", "supervillain"}
DRAWN = {"appear", "feature"}  # "a land appearing in comic books"
REAL = {"documentary", "home", "reality", "biographical"}
TOLD = {"story", "tale", "poem", "song", "strip", "cartoon"}  # "a story in which she married him"
WRITTEN = {"novel", "novella", "opera", "comic", "sitcom"}  # in which nobody plays, or speaks as, who they are
TALES = {"story", "tale", "life"}
TELLING = {"follow", "tell", "chart", "chronicle", "recount"}  # what a work does with the story that it tells
# what may also be a match, or television about real people: a story only where it is told in the present
STAGED = frozenset("game series show episode season drama play story book version sequel remake".split())


def plots(doc: Doc, cues: Cues) -> list[tuple[int, int]]:
    """The paragraphs that retell a story, as tokens: mostly in the present tense, with a word of fiction near."""
    fiction = cues["fiction"]
    opening = any(token.lemma_.lower() in fiction for token in doc[:OPENING])
    return [(start, end) for start, end in _paragraphs(doc) if _is_plot(doc[start:end], fiction, has_word=opening)]


def synopses(doc: Doc) -> list[tuple[int, int]]:
    """The sections that retell a story by their heading, as tokens; the next line of a few words ends one."""
    found: list[tuple[int, int]] = []
    is_retold = False
    for start, end in _paragraphs(doc):
        paragraph = doc[start:end].text.strip(" \n#*=_:").lower()
        if len(paragraph.split()) <= HEADING and not paragraph.endswith((".", "!", "?")):
            is_retold = paragraph in RETOLD
        elif is_retold:
            found.append((start, end))
    return found


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The paragraphs, as tokens, each with the white space that ends it."""
    start = 0
    for token in tokens_of(doc):
        if (token.is_space and token.text.count("\n") > 1) or token.i + 1 == len(doc):
            yield start, token.i + 1
            start = token.i + 1


def _is_plot(paragraph: Span, fiction: frozenset[str], *, has_word: bool) -> bool:
    present = sum(token.tag_ in PRESENT for token in paragraph)
    past = sum(token.tag_ == "VBD" for token in paragraph)
    return present > max(past, 2) and (has_word or any(token.lemma_.lower() in fiction for token in paragraph))


def is_fiction(doc: Doc) -> bool:
    """Whether the document is about somebody who never lived: its first sentences say so.

    "Ada Roe is a fictional detective", "is a character in the series"; "in Norse mythology, Eir is".
    """
    opening = _opening(doc)
    if any(token.lower_ == "fictional" and token.head.lemma_ in CHARACTERS for token in opening):
        return True
    if any(token.lemma_ == "mythology" and preposition(token) == "in" and _opens(token) for token in opening):
        return True
    told = _said_to_be(opening)
    return told is not None and _is_invented(told)


def is_work(doc: Doc) -> bool:
    """Whether the document is about a story, told in a film or a book: "The Long Sea is a 1992 film"."""
    told = _said_to_be(_opening(doc))
    if told is None or any(mention_at(doc, each) is not None for each in conjuncts(told)):
        return False  # "Ada Roe was a film and stage actress", as trees may cut it
    noun, beside = told.lemma_.lower(), {child.lemma_.lower() for child in told.lefts}
    is_staged = noun == "series" and bool(beside & STAGED_AS)
    return (noun in INVENTED or is_staged) and not beside & REAL


def _opening(doc: Doc) -> Span:
    body = doc._.body
    first = next((token.i for token in tokens_of(doc) if token.idx >= body), 0)
    return doc[first : first + OPENING]


def _said_to_be(opening: Span) -> Token | None:
    """What the first clause says that its subject is, or was: captions before it have no verb."""
    roots = (token for token in opening if token.dep_ == "root" and is_verb(token))
    told = next(roots, None)
    return told if told is not None and children(told, "cop") and children(told, "nsubj") else None


def _opens(noun: Token) -> bool:
    """Whether a sentence begins with the noun's phrase: "In Norse mythology, …"."""
    return noun.left_edge.is_sent_start or noun.doc[noun.left_edge.i - 1].is_space


def _is_invented(told: Token) -> bool:
    """Whether who or what is said to be this is no more than told of."""
    noun = told.lemma_.lower()
    if not any(cop.tag_ in PRESENT for cop in children(told, "cop")):
        return False
    behind = children(told, "nmod", "acl", "acl:relcl")
    if noun == "character":  # not "the town's best-known character"
        return any(preposition(child) in ("in", "from", "on", "of") or is_verb(child) for child in behind)
    is_list = noun == "list" and any(child.lower_ == "characters" for child in behind)
    is_divine = noun in DIVINE or (noun == "name" and any(child.lemma_ in DIVINE for child in behind))
    is_drawn = any(child.lemma_ in DRAWN and _is_in_work(child) for child in behind)
    return is_divine or is_list or is_drawn


def _is_in_work(verb: Token) -> bool:
    """Whether it is in a work of fiction that something appears: "appearing in American comic books"."""
    for noun in children(verb, "obl"):
        words = {noun.lemma_.lower(), *(child.lemma_.lower() for child in noun.lefts)}
        if preposition(noun) == "in" and words & INVENTED:
            return True
    return False


def characters(doc: Doc) -> set[str]:
    """The keys of those who live in a story only: "her character Ada", "Ada, played by Eva Roe", "Ada (Eva Roe)".

    News that speak of characters have the names of actors in brackets. A life tells who played somebody real in a film,
    so that there nobody is a character who is not called one; of whom the life is it is said at once, as characters may
    be named after the living.
    """
    found = {person.key for person in doc._.people if ROLES & set(person.descriptors)}
    is_news = doc._.published is not None
    lived = set(() if is_news else topic(doc))
    opening = _opening(doc).end
    played: set[str] = set()  # perhaps, if the news are of a story
    for name in doc._.mentions:
        if name.kind == "name" and len(name.people) == 1:
            head = doc[name.head]
            called = [head.head] if head.dep_ in ("appos", "flat") else children(head, "nsubj")  # "the heroine is Ada"
            is_called = any(noun.lemma_.lower() in ROLES for noun in called)
            is_played = is_news and _is_played(doc, name)
            is_new = is_called and (name.start < opening or lived.isdisjoint(name.people))
            # not "a film whose hero is Wat Tyler"
            if is_played or (is_new and (is_news or len(_named_before(doc, name)) < KNOWN)):
                found.update(name.people)
            elif is_news and _has_actor(doc, name):
                played.update(name.people)
    after_as = (each for start, end in _cast(doc) for each in mentions_in(doc, start + 1, end))
    parts = {key for each in after_as if doc[each.start - 1].lower_ == "as" for key in each.people} - set(topic(doc))
    return found | parts | (played if played and _is_of_story(doc, played) else set())


def _is_played(doc: Doc, name: Mention) -> bool:
    """Whether it is told right behind it who plays the part: "Ada, played by Eva Roe", "Ada, who is played by"."""
    i = name.end
    while i < len(doc) and doc[i].lower_ in BEFORE_PLAYED:
        i += 1
    return doc[i : i + 2].text.lower() == "played by"


def _named_before(doc: Doc, name: Mention) -> list[Mention]:
    """The names of somebody that stand before this one."""
    names = (each for each in doc._.mentions if each.kind == "name" and each.start < name.start)
    return [each for each in names if each.people == name.people]


def _cast(doc: Doc) -> list[tuple[int, int]]:
    """The lines of a list of who plays whom, as tokens: "Eva Roe as Ada, the baker's wife"."""
    found = [(start, end) for start, end in doc._.items if PLAYED.match(doc[start:end].text)]
    return found if len(found) >= CAST else []


def scenes(doc: Doc) -> set[int]:
    """Where the sentences begin that say who is whom in a story, in news of it or in a list of its cast.

    "Ada (Eva Roe)", "Eva Roe as Ada".
    """
    if doc._.published is None:
        return {token.sent.start for start, end in _cast(doc) for token in doc[start:end]}
    names = [name for name in doc._.mentions if name.kind == "name"]
    ends = {name.end for name in names}
    acted = [name for name in names if _has_actor(doc, name)]
    after_as = [name for name in names if name.start - 1 in ends and doc[name.start - 1].lower_ == "as"]
    found = {doc[name.head].sent.start for name in (*acted, *after_as)}
    return found if found and _is_of_story(doc, {key for name in acted for key in name.people}) else set()


def _is_of_story(doc: Doc, played: Set[str]) -> bool:
    """Whether news are of a story: they speak of characters, or tell who acts several people in a play."""
    words = {token.lemma_.lower() for token in tokens_of(doc)}
    return not words.isdisjoint(STORIES) or (len(played) > 1 and not words.isdisjoint(ACTED))


def _has_actor(doc: Doc, name: Mention) -> bool:
    """Whether another name stands behind it, alone in a bracket."""
    first = name.end + 1
    actor = mention_at(doc, doc[first]) if first < len(doc) and doc[name.end].text == "(" else None
    is_name = actor is not None and actor.kind == "name" and actor.start == first and actor.people != name.people
    return actor is not None and is_name and doc[actor.end : actor.end + 1].text == ")"


def is_in_story(trigger: Token, *, is_tie: bool = False) -> bool:
    """Whether the clause opens with the work that it retells: "In the film _The Mill_, Ben is killed", "On screen".

    A word for a tie is of a story only in what has no real people in it: "in the novel, he leaves his wife, Ada", but
    "in the film, she tells her husband, Ben, that".
    """
    if any(map(_is_hero, trigger.ancestors)):
        return True
    verb = clause_head(trigger)
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        verb = verb.head
    fronted = [(preposition(child), child) for child in children(verb, "obl", "nmod") if child.i < verb.i]
    kinds = INVENTED | IMAGINED | (STAGED if is_now(verb) else set())
    if is_tie:
        kinds = WRITTEN if is_now(verb) else set()
    return any(
        _is_work(noun, kinds) if word == "in" else (word, noun.lemma_) == ("on", "screen") for word, noun in fronted
    )


def is_set_in_story(trigger: Token) -> bool:
    """ "They got married in a music video", "a comic strip in which she married Ben"."""
    verb = clause_head(trigger)
    around = [noun for noun in children(verb, "obl", "nmod") if preposition(noun) == "in" and noun.i > verb.i]
    is_relative = verb.dep_ == "acl:relcl" and any(
        preposition(child) == "in" and child.tag_ == "WDT" for child in children(verb, "obl")
    )
    told = [verb.head] if is_relative else []
    return any(_is_work(noun, INVENTED | IMAGINED) for noun in (*around, *told)) or any(
        noun.lemma_ in TOLD for noun in told
    )


def _is_hero(noun: Token) -> bool:
    """Whether a work is said to be about somebody: "it follows the story of a bride who …"; not "he told the story"."""
    tale = noun.head
    is_anybody = any(child.lower_ in ("a", "an") for child in children(noun, "det")) and preposition(noun) == "of"
    if not is_anybody or tale.lemma_ not in TALES or tale.dep_ != "obj" or tale.head.lemma_ not in TELLING:
        return False
    tellers = [mention_at(noun.doc, each) for each in children(tale.head, "nsubj")]
    return tale.head.lemma_ == "follow" or not any(each is not None and each.people for each in tellers)


def is_undergone_now(verb: Token) -> bool:
    """ "He is shot and killed": a passive in the present tense."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(child.tag_ in PRESENT for word in (verb, first) for child in children(word, "aux:pass"))


def _is_work(noun: Token, kinds: Set[str]) -> bool:
    """Whether it is one of these works, and invented: not "the documentary film"."""
    beside = {child.lemma_.lower() for child in noun.lefts}
    is_one = noun.lemma_.lower() in kinds or (noun.lemma_ == "game" and bool(beside & {"video", "computer"}))
    return is_one and not beside & REAL

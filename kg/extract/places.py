"""Where a happening took place and the work it belongs to, from the words under its trigger."""

from collections.abc import Callable, Iterator
from itertools import chain

from spacy.tokens import Span, Token

from kg.extract.deaths import is_of_day
from kg.extract.finding import Finding
from kg.extract.hearsay import tells_who_says_so
from kg.extract.order import SHARED
from kg.extract.stories import Cues
from kg.extract.times import is_time
from kg.extract.tree import children, is_when, preposition

# a house or a company can be the place of "at", a country or town of "in"
PLACES = {
    "at": {"PLACE", "ORG", "EVENT"},
    "in": {"PLACE"},
    "on": {"PLACE"},
    "near": {"PLACE"},
    "outside": {"PLACE", "ORG"},
}
WHERE = {"PLACE", "ORG", "EVENT", "WORK"}  # what "where" may stand for: "Salt Harbour, where they met"
WORKS = {word: {"WORK", "OTHER"} for word in ("in", "on", "for", "of", "during", "as", "while")}
KINDS = set("comedy documentary drama film miniseries movie musical novel opera play podcast production".split())
KINDS |= set("album band book duet series show single sitcom soap song thriller video".split())
NAMING = {"call", "entitle", "name", "title"}
DEPTH = 3  # nouns between the trigger and the name: "in the production of Belleville at the Donmar Warehouse"
AT = {"aboard", "at", "in", "inside", "into", "near", "on", "outside", "over", "through", "via"}
ONLINE = {"backstage", "offstage", "online"}  # an adverb says it all
FIRST = {"met", "dating_began", "went_public"}  # what happens on a show or an app: "they met on Salt Harbour"
# what is called by its place: "a lavish Essex wedding", "the Leeds explosion"
CALLED = {"wedding", "ceremony", "nuptial", "nuptials", "service"}
CALLED |= {"explosion", "fire", "bombing", "massacre", "earthquake", "crash", "disaster", "siege"}
APPS = {"on", "over", "through", "via"}
BRACKETS = set("()[]")
SEPARATING = {";", "–", "—", "−", "--", "-", "born", "b.", "died", "d.", "m."}
STARRING = {"cast", "co-star", "costar", "direct", "feature", "star"}
SHOWN = {*STARRING, "appear", "co-host", "compete", "host", "pair", "partner"}
THAT = {"the", "this", "that"}
MARKS = {" ", '"', "“", "'", "‘"}
LONGEST = 12  # tokens of a place that is described


def place_of(finding: Finding, cues: Cues) -> str | None:
    """Where it happened: a place that is named ("Leeds"), or else one that is described ("on the set of Belleville").

    The one with "at" first: the house before the town.
    """
    if is_of_day(finding) and finding.type != "born":
        return None  # where one is buried
    if finding.rule.startswith("bracket"):
        return _in_bracket(finding.words)
    played = {token.i for token, _ in _played(finding)} if finding.type == SHARED else set()
    named = [each for each in _named(finding, _is_place(cues)) if each[0].i not in played]
    found = [(preposition(token) != "at", token.i, span.text) for token, span in named]
    if found:
        return min(found)[2]
    ways = (_where(finding), _there(finding.trigger), _before(finding, cues), *_described(finding, cues))
    return next((place for place in ways if place), None)


def _in_bracket(time: tuple[Token, ...]) -> str | None:
    """The place beside a day of a life in brackets: "(4 May 1801, Leeds – 1860 in York)"."""
    doc, first, last = time[0].doc, time[0].i, time[-1].i
    before = reversed(doc[max(0, first - LONGEST) : first])
    behind = doc[last + 1 : last + LONGEST] if time[-1].text[-1] not in BRACKETS else ()
    for side in (before, behind):
        for token in side:
            if token.lower_ in SEPARATING or not BRACKETS.isdisjoint(token.text):
                break
            if token.ent_type_ == "PLACE":
                return _entity(token).text.removeprefix("b. ").removeprefix("d. ")
    return None


def _where(finding: Finding) -> str | None:
    """The place that "where" or "it was" stands for: "in Leeds, where they met", "it was in Leeds that they met"."""
    verb = finding.trigger.head if finding.trigger.dep_ == "conj" else finding.trigger
    place = verb.head
    is_raised = finding.type == "child_born" and finding.trigger.lower_ != "born"  # "Leeds, where they raise two sons"
    if is_raised or verb.dep_ not in ("acl:relcl", "acl", "advcl", "ccomp", "csubj") or place.ent_type_ not in WHERE:
        return None
    is_where = any(child.lower_ == "where" for child in verb.children)
    is_cleft = preposition(place) in PLACES and any(child.lower_ == "it" for child in place.children)
    return _entity(place).text if is_where or is_cleft else None


def _there(trigger: Token) -> str | None:
    """The last place named before "there", the town before its country: "moved to Leeds in England. She died there"."""
    word = next((child for child in trigger.children if child.lower_ == "there" and child.dep_ == "advmod"), None)
    if word is None:
        return None
    places = (
        token
        for token in reversed(_text_before(word))
        if token.ent_type_ == "PLACE" and token.head.ent_type_ != "PLACE"
    )
    return next((_entity(place).text for place in places), None)


def _text_before(word: Token) -> Span:
    """What stands before a word in its sentence, and the whole sentence before."""
    start = word.sent.start
    since = word.doc[start - 1].sent.start if start > 0 else start
    return word.doc[since : word.i]


def _before(finding: Finding, cues: Cues) -> str | None:
    """The place named before a noun that tells it or where it was: "in a lavish Essex wedding"."""
    nouns = (noun for word in finding.words for noun in (word, *_nouns(word, 1)))
    beside = (child for noun in nouns if noun.lemma_ in CALLED | cues["venues"] for child in children(noun, "compound"))
    return next((_entity(place).text for place in beside if place.ent_type_ == "PLACE"), None)


def _described(finding: Finding, cues: Cues) -> Iterator[str]:
    """Places without a name, as they are described: "on the set of Belleville", "at a party", "online"."""
    venues = cues["venues"] | cues["shows"] if finding.type in FIRST else cues["venues"]
    for child in (each for word in finding.words for each in word.children if finding.type != SHARED):
        if child.lower_ in ONLINE and child.dep_ == "advmod":
            yield child.lower_
        case = next(iter(children(child, "case")), None)
        if case is not None and case.lower_ in AT and child.dep_.startswith(("obl", "nmod")) and not is_time(child):
            is_app = finding.type in FIRST and case.lower_ in APPS and child.ent_type_ in WHERE | {"OTHER"}
            if is_app or child.lemma_.lower() in venues:
                yield _phrase(case, child)


def _phrase(case: Token, noun: Token) -> str:
    """The words from the preposition to the noun and what it is of: "on the set of the film Belleville"."""
    doc, end = noun.doc, _end(noun)
    of = next(
        (child for child in children(noun, "nmod") if preposition(child) == "of" and child.left_edge.i == end), None
    )
    if of is not None:
        end = _end(of)
    return f"{case.lower_} {doc[case.i + 1 : min(end, case.i + LONGEST)].text}"


def _end(noun: Token, start: int = 0) -> int:
    """Where a noun ends with the number or the name right behind it (or at `start`): "season five", "the film Salt"."""
    doc, end = noun.doc, start or (_entity(noun).end if noun.ent_type_ else noun.i + 1)
    called = next((child for child in children(noun, "appos") if child.i == end + 1 and child.text.istitle()), None)
    end = end if called is None else called.i  # "the series, Salt Harbour"
    while end < len(doc) and (doc[end].text[0].isupper() or doc[end].pos_ == "NUM"):
        if doc[end].ent_type_ in ("PERSON", "DATE") or is_time(doc[end]):
            break
        end = _entity(doc[end]).end if doc[end].ent_type_ else end + 1
    return end


def work_of(finding: Finding, cues: Cues) -> str | None:
    """The film, play or book that is made or played, named under the trigger or before it ("her Glee co-star").

    And the one on which two met; a paper that tells of their split is none.
    """
    if finding.type not in {SHARED, *FIRST}:
        return None
    behind = (
        span.text for _, span in _named(finding, lambda token: token.ent_type_ in WORKS.get(preposition(token), ()))
    )
    ways: Iterator[str | None] = chain(_titles(finding), behind)
    if finding.type == SHARED:
        made = (_name_of(thing) for thing in finding.words[1:])
        before = (_entity(name).text for name in _names_before(finding.trigger))
        played = (span.text for _, span in _played(finding))
        ways = chain(made, _titles(finding), before, behind, played, _named_last(finding))
    return next((name for name in ways if name and name.lower() not in cues["broadcasters"]), None)


def _titles(finding: Finding) -> Iterator[str]:
    """Names that follow a word for what they name, whatever they look like: "the set of the film The Long Way Home"."""
    for noun in _works(finding):
        start = noun.i + 1
        while start < len(noun.doc) and noun.doc[start].text in MARKS:  # also where italics began
            start += 1
        behind = noun.doc[start : _end(noun, start)]
        if len(behind) and behind[0].text[0].isupper() and behind[0].ent_type_ != "PLACE":
            yield behind.text


def _works(finding: Finding) -> Iterator[Token]:
    """Words for a work under the trigger, or the trigger itself."""
    nouns = (noun for word in finding.words for noun in (word, *_nouns(word, DEPTH)))
    return (noun for noun in nouns if noun.lemma_.lower() in KINDS)


def _named_last(finding: Finding) -> Iterator[str]:
    """What "the show" or "this series" is: the work named last, in the same sentence or in the one before."""
    for noun in _works(finding):
        if noun.tag_ != "NN" or not any(each.lower_ in THAT for each in children(noun, "det")):
            continue
        last = next((token for token in reversed(_text_before(noun)) if token.ent_type_ == "WORK"), None)
        if last is not None:
            yield _entity(last).text


def _played(finding: Finding) -> Iterator[tuple[Token, Span]]:
    """What somebody stars in or is directed in, though its name be that of a place: "she stars with Ben in Leeds"."""
    for word in finding.words:
        for child in children(word, "obl", "advcl", "xcomp"):
            case = preposition(child) or next((each.lower_ for each in children(child, "mark")), "")
            is_in = case == "in" and word.lemma_ in STARRING
            is_name = child.text[0].isupper() and child.ent_type_ not in ("PERSON", "DATE") and not is_time(child)
            if is_name and (is_in or (case == "on" and word.lemma_ in SHOWN)):
                entity = _entity(child) if child.ent_type_ else child.doc[child.i : _end(child)]
                yield child, entity


def _names_before(noun: Token) -> Iterator[Token]:
    """The name of a show or club before a word for colleagues: "her Glee co-star"."""
    beside = (word for word in (*noun.lefts, *noun.head.lefts) if word.dep_ == "compound" and word.i < noun.i)
    return (word for word in beside if word.text[0].isupper() and word.ent_type_ != "PERSON" and word.sent_start != 1)


def _name_of(thing: Token) -> str | None:
    """The name of a show, a book or a company: "the podcast Salt", "a company called Salt & Sons"."""
    called = [each for clause in children(thing, "acl") if clause.lemma_ in NAMING for each in clause.rights]
    if thing.dep_ == "obj" and thing.head.lemma_ in ("play", "portray"):  # a part
        return None
    of = [each for each in children(thing, "nmod") if thing.pos_ == "NOUN" and preposition(each) == "of"]
    named = (each for each in (thing, *children(thing, "appos"), *called, *of) if is_titled(each))
    return next((_entity(each).text.strip(" –—-") for each in named), None)


def is_titled(noun: Token) -> bool:
    """Whether it belongs to the name of a work, a company or another thing, but no person or place."""
    return noun.ent_type_ in ("WORK", "ORG", "OTHER", "EVENT")


def _is_place(cues: Cues) -> Callable[[Token], bool]:
    """Whether a token names a place with "at" or "in", or one of a kind that has: "in the city of Leeds"."""

    def of(token: Token) -> bool:
        case, above = preposition(token), token.head
        if case == "of" and above.lemma_.lower() in cues["regions"]:
            case = preposition(above)
        if not case and token.dep_ == "appos":  # "in their home town, Leeds"
            case = preposition(above)
        if case == "to" and above.lemma_.lower() in cues["journeys"]:
            case = "in"
        return token.ent_type_ in PLACES.get(case, ()) and not is_time(token)

    return of


def _named(finding: Finding, is_meant: Callable[[Token], bool]) -> Iterator[tuple[Token, Span]]:
    """Entities under the trigger, or under a clause of the same time, that are meant."""
    for word in (*finding.words, *_circumstances(finding)):
        for token in _nouns(word, DEPTH):
            if is_meant(token):
                yield token, _entity(token)


def _circumstances(finding: Finding) -> Iterator[Token]:
    """Clauses of the same time: "while they were in Leeds", and what went on when it happened."""
    trigger, above = finding.trigger, finding.trigger.head
    verbs = (*finding.words, above) if trigger.dep_ == "xcomp" else finding.words
    yield from (child for verb in verbs for child in children(verb, "advcl") if is_when(child))
    is_when_going_on = trigger.dep_ == "advcl" and any(child.lower_ == "when" for child in trigger.children)
    if is_when_going_on and any(child.lower_ in ("was", "were") for child in children(above, "aux", "cop")):
        yield above


def _nouns(word: Token, depth: int) -> Iterator[Token]:
    """Nouns that hang under a word through other nouns."""
    for child in word.children:
        is_appositive = child.dep_ == "appos" and preposition(word) in PLACES
        is_below = is_appositive or child.dep_.startswith(("obl", "nmod", "obj"))
        if is_below and not tells_who_says_so(child):  # "according to a report in the Mail"
            yield child
            if depth > 1:
                yield from _nouns(child, depth - 1)


def _entity(token: Token) -> Span:
    """The entity that covers a token, found beside it: asking the document for all its entities costs its length."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]

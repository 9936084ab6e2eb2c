"""The other half of a couple where a sentence names only one: "Larry filed for divorce", "he proposed on a beach"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding, Half
from kg.extract.frames import frame_words
from kg.extract.halves import DIVORCES
from kg.extract.holding import WED, is_numbered
from kg.extract.lexicon import Lexicon
from kg.extract.links import LATER
from kg.extract.order import SHARED
from kg.extract.partings import PARTED
from kg.extract.roles import ANEW, SPOUSES, is_unnamed, people
from kg.extract.subjects import subjects
from kg.extract.tree import SUBJECT, children, is_finite, is_near, left_modifiers, preposition, twin
from kg.nlp.marks import mentions_in, tokens_of

WEDLOCK = {*WED, "separated"}  # what two have been told of who may divorce
ASKED = "asked about"
WIDOWED = ("relation: widow", "relation: late")
UNIONS = {"dating_began", "went_public", "moved_in", "engaged", "married"}
WEDDING = {"marry", "wed"}
ANOTHER = {"second", "third", "fourth", "fifth", *ANEW}  # of a wife or husband
TWICE = {"again", "never", "not", "twice", "into", "first"}
OVER = set("divorce separate split widow widower remarry again twice".split())  # told of more than one marriage
NEAR, FAR = 80, 400  # tokens back to the couple that a half belongs to: the last one, or the only one


def completed(halves: Iterable[Half], couples: list[Finding]) -> list[Finding]:
    """Findings for those halves whose person was last paired not long before, or paired with one other only.

    Where the half names nobody, the last couple just before it is meant. A divorce is told of before the couple, too.
    """
    ordered = sorted((each for each in couples if each.type != SHARED), key=place_of)
    found = []
    for half in halves:
        told = before(half.trigger.i, ordered, FAR)
        near, far = _couples(half, before(half.trigger.i, ordered, NEAR)), _couples(half, told)
        is_alone = half.key is None and not any(each.trigger.sent == half.trigger.sent for each in told)
        if is_alone and half.finding.type in PARTED:  # "after the split, Ben wed Ada": who had split
            near = _couples(half, _parted(half, told)) or near
        if not far and half.finding.type in DIVORCES:  # "Ada Roe has filed for divorce": from whom is told behind it
            far = _couples(half, ordered)
        if near or (len(far) == 1 and half.key is not None):
            found.append(half.completed_by((near or far)[0]))
    return found


def remarried(doc: Doc, pairs: Iterable[Finding], ties: Iterable[Finding]) -> Iterator[Finding]:
    """Weddings whose other one is named behind them: "He remarried in 1952. His second wife was Ada"."""
    taken = {each.trigger.i for each in pairs}
    wives = [each for each in ties if each.type == "married" and ANOTHER & set(left_modifiers(each.trigger))]
    for verb in tokens_of(doc) if wives else ():
        if verb.pos_ != "VERB" or verb.lemma_ not in (*WEDDING, "remarry") or verb.i in taken:
            continue
        beside = {child.lower_ for child in verb.children}
        is_again = verb.lemma_ == "remarry" or "again" in beside
        who = subjects(verb) if is_again and not beside & {"to", "never", "not"} else ()
        near = _told_behind(verb, who, wives)
        if len(who) == 1 and near is not None:
            yield _wedding(verb, near, f"verb: {verb.lemma_} (partner implied)")


def first_wed(doc: Doc, pairs: Iterable[Finding], ties: Iterable[Finding]) -> Iterator[Finding]:
    """Weddings whose other one is the only spouse named behind them: "He married in 1952. His wife was Ada Roe"."""
    pairs, ties = list(pairs), list(ties)
    taken = {each.trigger.i for each in pairs}
    tied = [each for each in ties if each.type == "married" and each.kind == "state"]
    spouses = [each for each in tied if each.trigger.lemma_ in SPOUSES and not left_modifiers(each.trigger)]
    for verb in tokens_of(doc) if spouses else ():
        if verb.pos_ != "VERB" or verb.lemma_ not in WEDDING or verb.i in taken or not _is_done_alone(verb):
            continue
        who = set(subjects(verb))
        mates = {each.keys for each in (*tied, *pairs) if each.type in WEDLOCK and who & set(each.keys)}
        near = _told_behind(verb, who, spouses)
        if len(who) == 1 and near is not None and {frozenset(keys) for keys in mates} == {frozenset(near.keys)}:
            yield _wedding(verb, near, f"verb: {verb.lemma_} (partner implied)")


def _told_behind(verb: Token, who: Iterable[str], mates: Iterable[Finding]) -> Finding | None:
    """The first tie near behind the verb that is one of these people and of somebody else."""
    behind = (each for each in mates if each.trigger.i > verb.i and is_near(verb, each.trigger))
    return next((each for each in behind if set(who) < set(each.keys)), None)


def _wedding(trigger: Token, tie: Finding, rule: str) -> Finding:
    """The wedding of the two whom a tie tells to be wed."""
    return Finding("event", "married", trigger, tuple(("partner", key) for key in tie.keys), (trigger,), rule)


def _is_done_alone(verb: Token) -> bool:
    """Whether a wedding is told of one person, once, and nothing that ended it in its sentence or the next."""
    doc, sent = verb.doc, verb.sent
    behind = doc[sent.end].sent.end if sent.end < len(doc) else sent.end
    is_dated = any(child.ent_type_ == "DATE" for child in children(verb, "obl", "obl:unmarked"))
    others = children(verb, "obj", "iobj", "obl:agent", "neg", "xcomp", "ccomp")
    with_whom = [
        child
        for child in verb.children
        if preposition(child) in ("to", "with", "by") or child.lower_ in ANOTHER | TWICE
    ]
    is_over = any(token.lemma_ in OVER for token in doc[sent.start : behind])
    return is_dated and is_finite(verb) and not others and not with_whom and not is_over


def numbered(ties: Iterable[Finding]) -> Iterator[Finding]:
    """Weddings told by no more than whom one of several was with: "his second wife was Ada"."""
    for tie in ties:
        is_marriage = tie.kind == "state" and tie.type == "married" and tie.trigger.lemma_ in SPOUSES
        is_named = not any(is_unnamed(tie.trigger.doc, key) for key in tie.keys)
        if is_marriage and is_named and is_numbered(tie.trigger):
            yield _wedding(tie.trigger, tie, f"{tie.rule} (numbered)")


def first_met(doc: Doc, pairs: Sequence[Finding]) -> Iterator[Finding]:
    """Meetings told beside what followed: "she wed Ben after meeting in Paris", "she met and fell in love with Ben"."""
    taken = {each.trigger.i for each in pairs if each.type == "met"}
    couples = [each for each in pairs if each.status is None and {role for role, _ in each.people} == {"partner"}]
    for verb in tokens_of(doc):
        if verb.lemma_ == "meet" and verb.pos_ == "VERB" and verb.i not in taken and not _is_told_whom(verb):
            told = _told_beside(verb)
            near = next((each for each in couples if told & {each.trigger, _verb_of(each.trigger)}), None)
            if near is not None:
                yield Finding("event", "met", verb, near.people, (verb,), "verb: meet (partner implied)")


def _is_told_whom(verb: Token) -> bool:
    """Whether somebody or something is met: "after meeting fans", "met with her", "met up"."""
    others = children(verb, "obj", "iobj", "compound:prt")
    return bool(others) or any(preposition(child) in ("with", "up") for child in verb.children)


def _told_beside(meet: Token) -> set[Token]:
    """The verbs that tell what came of a meeting: "began dating after meeting", "met and wed"."""
    if meet.tag_ == "VBG":
        is_after = any(child.lower_ in ("after", "since") for child in children(meet, "mark", "case"))
        above = [meet.head, meet.head.head] if meet.head.dep_ == "xcomp" else [meet.head]
        return set(above) if is_after else set()
    other = twin(meet)
    return {other} if other is not None and other.i > meet.i else set()


def begun_before(pairs: Sequence[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """What those who parted had begun, told without them: "they split in 2017 after marrying in 2016"."""
    taken = {word.i for each in pairs for word in each.words}
    for parting in (each for each in pairs if each.type in PARTED and each.status is None):
        for verb in children(parting.trigger, "advcl"):
            if verb.i not in taken and _is_after_doing(verb):
                yield from (replace(found, people=parting.people) for found in _begun(verb, lexicon))


def begun_later(pairs: Sequence[Finding], ties: Iterable[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """What two went on to begin, told of one of them: "she began dating Ben in 2007 before marrying in 2010".

    Not of whom somebody met, unless other words or `ties` tell that the two are a couple, or a time counts from the
    meeting: "she met Ben in 2007 and married that summer".
    """
    taken = {word.i for each in pairs for word in each.words}
    couples = {frozenset(each.keys) for each in (*pairs, *ties) if each.type in UNIONS | {"dating"}}
    for each in pairs:
        is_begun = each.type in UNIONS - {"married"} or (each.type == "met" and frozenset(each.keys) in couples)
        verbs = children(each.trigger, "conj") if is_begun or each.type == "met" else []
        verbs = [verb for verb in verbs if is_begun or _is_counted_from(verb)]
        if is_begun or each.type == "dating":
            aside = (verb for word in each.words for verb in children(word, "advcl"))
            verbs += [verb for verb in aside if _is_doing(verb, ("before",))]
        for verb in verbs if each.status is None else ():
            if verb.i not in taken and (verb.dep_ == "advcl" or _goes_on(verb)):
                found = (finding for finding in _begun(verb, lexicon) if finding.type in UNIONS - {each.type})
                yield from (replace(finding, people=each.people) for finding in found)


def _is_counted_from(verb: Token) -> bool:
    """Whether the time of a verb hangs on what is told before it: "that summer", "the same year", "a month later"."""
    times = [child for child in verb.children if child.dep_.startswith("obl") or child.lower_ == "later"]
    words = {word.lower_ for each in times for word in (each, *each.children)}
    return verb.lemma_ in WEDDING and not words.isdisjoint(("that", "same", "following", "next", "later"))


def _goes_on(verb: Token) -> bool:
    """ "And tied the knot", "and got married": of the same subject, where nobody else is spoken of."""
    first = next(iter(children(verb, "aux", "aux:pass", "cop")), verb)
    is_own = bool(children(verb, *SUBJECT)) or any(child.lower_ == "but" for child in children(verb, "cc"))
    return first.tag_ == "VBD" and not is_own and _is_alone(verb)


def _is_after_doing(verb: Token) -> bool:
    """ "After marrying", "after getting married", where nobody else is spoken of."""
    return _is_doing(verb, ("after", "following"))


def _is_doing(verb: Token, marks: tuple[str, ...]) -> bool:
    first = next(iter(children(verb, "aux", "aux:pass", "cop")), verb)
    is_marked = any(child.lower_ in marks for child in children(verb, "mark", "case"))
    return is_marked and first.tag_ == "VBG" and _is_alone(verb)


def _is_alone(verb: Token) -> bool:
    """Whether nobody is spoken of in the verb's clause."""
    return not any(each.people for each in mentions_in(verb.doc, verb.left_edge.i, verb.right_edge.i + 1))


def _begun(verb: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """The first thing between two that the verb may tell and that begins something; its people are yet to be told."""
    events = lexicon.ontology.events
    for frame in lexicon.frames("verb", verb.lemma_.lower()):
        words = frame_words(frame, verb)
        is_begun = frame.kind == "state" or bool(events[frame.type].opens)
        if words and is_begun and frame.type not in PARTED and not _has_object(verb, words):
            rule = f"verb: {' '.join((frame.head, *frame.needs))} (partner implied)"
            yield Finding(frame.kind, frame.type, verb, (), tuple(words), rule)
            return


def _has_object(verb: Token, words: Sequence[Token]) -> bool:
    return any(child not in words for child in children(verb, "obj", "iobj", "xcomp"))


def _verb_of(noun: Token) -> Token:
    """The verb whose object a noun is: "had a romance"."""
    return noun.head if noun.dep_ == "obj" else noun


def last_couple(near: Sequence[Finding]) -> tuple[str, ...]:
    """The two partners or parents told of last in findings in the order of the text; empty where none are."""
    pairs = (tuple(key for role, key in each.people if role in ("partner", "parent")) for each in reversed(near))
    return next((pair for pair in pairs if len(pair) == 2), ())


def before(place: int, told: Sequence[Finding], within: int = NEAR) -> Sequence[Finding]:
    """Those of findings in the order of the text that are told not far before token `place`."""
    first, last = (bisect_left(told, each, key=place_of) for each in (place - within, place))
    return told[first:last]


def _pairs_before(trigger: Token) -> list[set[str]]:
    """Each two who do something together before it: "Ada and Ben were close, but the relationship ended"."""
    before = trigger.doc[trigger.sent.start : trigger.i]
    pairs = [set(people(token)) for token in before if token.dep_ in SUBJECT]
    return [pair for pair in pairs if len(pair) == 2]


def _couples(half: Half, couples: Sequence[Finding]) -> list[tuple[str, ...]]:
    """Those of couples in the order of the text to whom the half may belong, the last one first, each once."""
    told = [each for each in couples if half.key is None or half.key in each.keys]
    if half.key is None:
        others = _pairs_before(half.trigger)
        told = [each for each in told if all(len(pair & set(each.keys)) != 1 for pair in others)]
    if half.finding.type in DIVORCES or _is_of_marriage(half.trigger):
        told = [each for each in told if each.type in WEDLOCK]
    if half.finding.type in PARTED:
        told = [each for each in told if each.type != "met" and not each.rule.startswith(WIDOWED)]
        told = [each for each in told if each.type not in UNIONS or not _is_time_of(half.trigger, each.trigger)]
    if half.key is None and (_is_of_nearest(half, told) or half.finding.rule.startswith("noun")):
        told = told[-1:]
    elif half.key is None:  # "the split was announced": one that was told of
        told = _parted(half, told) or told
    return list(dict.fromkeys(tuple(sorted(each.keys)) for each in reversed(told)))


def _parted(half: Half, told: Sequence[Finding]) -> list[Finding]:
    """Those who are told to have done what the half tells, or to be together no more."""
    return [each for each in told if each.type == half.finding.type or each.is_over]


def _is_time_of(parting: Token, union: Token) -> bool:
    """Whether a parting tells the time of another union: "he wed Ada on the day that his divorce was final".

    So it does in "she found love with Ben after the split was announced".
    """
    path = []
    while parting not in (union, parting.head):
        is_after = parting.dep_ == "advcl" and any(each.lower_ in LATER for each in children(parting, "mark", "case"))
        path.append("obl" if is_after else parting.dep_)
        parting = parting.head
    return parting == union and "conj" not in path and any(dep.startswith(("obl", "nmod")) for dep in path)


def _is_of_nearest(half: Half, told: Sequence[Finding]) -> bool:
    """ "They were engaged; no wedding took place", "… are engaged. The wedding is fixed for May"."""
    last = told[-1] if told else None
    return last is not None and (
        last.trigger.sent == half.trigger.sent or (half.finding.type == "married" and last.type in ("engaged", ASKED))
    )


def _is_of_marriage(trigger: Token) -> bool:
    """Whether a marriage is what ends: "her marriage split"."""
    return any(each.lemma_ in ("marriage", "marital") for each in (*trigger.children, *trigger.head.children))


def asked_about(doc: Doc) -> Iterator[Finding]:
    """The two whom a question without a verb names: "And Ada and Ben? 'There was no wedding.'" """
    for sentence in doc.sents:
        root = sentence.root
        is_question = any(token.text == "?" for token in sentence) and not any(map(is_finite, sentence))
        named = people(root) if is_question and root.pos_ == "PROPN" else ()
        if len(named) == 2:
            yield Finding(ASKED, ASKED, root, tuple(("partner", key) for key in named), (root,), ASKED)


def place_of(finding: Finding) -> int:
    """The token that tells it."""
    return finding.trigger.i

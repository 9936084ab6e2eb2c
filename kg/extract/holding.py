"""How a relation is told to hold: in the present, or as past."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from kg.dates import units
from kg.dates.interval import Interval
from kg.dates.phrases.lexicon import ORDINALS
from kg.extract.averted import is_forestalled
from kg.extract.certainty import Told
from kg.extract.finding import Finding
from kg.extract.frames import HOMES
from kg.extract.lexicon import Lexicon
from kg.extract.links import is_pluperfect
from kg.extract.partings import AFTERMATHS, PARTED
from kg.extract.times import Times
from kg.extract.tree import (
    PRESENT,
    SUBJECT,
    children,
    first_conjunct,
    is_counted,
    is_when,
    left_modifiers,
    preposition,
)
from kg.nlp.marks import text_of
from kg.ontology.schema import Ontology
from kg.records import Status

# participles that tell a state as well as the event that began it: "is married", "were married in 1840"
PASSIVE_STATES = {"married", "engaged", "divorced", "separated", "wed", "betrothed", "estranged"}
BARE = {"acl", "advcl", "amod", "root", "conj", "xcomp"}  # relations of a participle without a form of be
RAISED = {"parent_of", "child_born", "adopted"}  # what tells of a parent and a child
ALONE = {"married", "divorced", "engaged"}  # what each of two may do with somebody else
ENDED = {*PARTED, "engagement_ended", "widowed"}  # after which no marriage goes on
PARTINGS = {"separated", "reconciled"}  # what friends and kin do, too
QUARRELS = {"reconcile", "make", "patch"}  # verbs for what ends one
WED = {"married", "divorced", "divorce_filed"}  # what is told of those who have wed
ENDING = {"end", "dissolve", "annul", "terminate"}  # what is done to a marriage that there is
# and what makes it better or worse
SHAPING = {"save", "rescue", "salvage", "repair", "mend", "reset", "rebuild", "strengthen", "strain", "test", "discuss"}
# verbs and nouns for a marriage that comes about, whose day is that of the wedding
BEGINNING = frozenset(
    "take happen occur follow come go celebrate solemnise solemnize perform conduct hold contract register record "
    "officiate bless arrange plan announce reveal report confirm seal be ceremony affair event service".split()
)
BETWEEN = re.compile(r"(?<!some time)(?<!sometime)(?<!point) between $")
NUMBERS = {*ORDINALS[:10], "last", "final"}  # of wives and marriages
PASSING = {"pass", "elapse"}
LAPSES = {"time", "while", "age", "month", "year", "decade"}  # that have passed since something was
GOING_ON = {"still", "while", "whilst"}  # before what did not begin on a day, but was so
COMING = {"meet", "begin", "start", "fall"}  # what happens to who has a partner already: "began an affair with Carl"
PRESENT_BE = {"is", "are", "am", "'s", "'re", "’s", "’re"}


def stative_tense(finding: Finding, lexicon: Lexicon) -> str | None:
    """ "present" or "past" for a noun or participle that tells a relation as holding; None for a plain happening."""
    trigger = finding.trigger
    if finding.rule.startswith("noun"):
        if is_numbered(trigger) and preposition(trigger.head) == "to":
            return None  # "her first marriage was to Ben"
        head = finding.rule.removeprefix("noun: ").split()[0]
        return "past" if lexicon.is_stative(finding.type, "noun", head) else None
    if len(finding.words) > 1 or trigger.lower_ not in PASSIVE_STATES:
        return None
    be = [child for child in trigger.children if child.dep_ in ("cop", "aux:pass")]
    if any(child.lemma_ in ("get", "become") for child in be):
        return None
    if not be:  # "engaged to Jane, he …", "Jane, married to Ben": but "he married Jane" is a verb with an object
        is_bare = trigger.dep_ in BARE and trigger.tag_ != "VBD" and not children(trigger, "obj", "nsubj")
        return "past" if is_bare else None
    perfect = any(child.lower_ in ("have", "has", "'ve", "’ve") for child in children(trigger, "aux"))
    if perfect and is_counted(trigger):
        return "past"  # "has been married twice: to Ada in 1973"
    return "present" if perfect or any(child.lower_ in PRESENT_BE for child in be) else "past"


def is_long_gone(trigger: Token) -> bool:
    """Whether it is told how long ago a relation held: "years have passed since they have been together"."""
    above = trigger.head
    is_since = any(child.lower_ == "since" for child in children(trigger, "mark")) and trigger.dep_ in ("advcl", "acl")
    times = [above] if children(above, "cop") else children(above, "nsubj") if above.lemma_ in PASSING else []
    return is_since and any(noun.lemma_ in LAPSES for noun in times)


def holds_by_then(trigger: Token, times: Times) -> bool:
    """Whether the day is one in a marriage: "was still married to Ben in 2010", "while married to him".

    So is that of "was married to Ben when she met Carl in 2010"; not of "was married to Ben when she was 16, in 1810".
    """
    if any(child.lower_ in GOING_ON and child.dep_ in ("advmod", "mark") for child in trigger.lefts):
        return True
    is_before = any(child.lower_ == "had" for child in children(trigger, "aux"))  # "had been engaged when she met Carl"
    clauses = [each for each in children(trigger, "advcl") if is_when(each) and each.lemma_ in COMING and not is_before]
    return any(
        all(each.left_edge.idx <= first and last <= each.right_edge.idx + len(each.right_edge) for first, last in spans)
        for each in clauses
        if (spans := times.spans)
    )


def is_described(noun: Token) -> bool:
    """Whether a clause tells what a marriage was like or led to: in 1950 it "was unhappy", and they "saved" it."""
    is_worked_on = noun.head.lemma_ == "work" and preposition(noun) == "on"
    if is_worked_on or (noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_ in SHAPING):
        return True
    is_clause = noun.dep_ in SUBJECT and noun.head.pos_ in ("VERB", "ADJ", "NOUN") and not noun.head.ent_type_
    return is_clause and noun.head.lemma_.lower() not in BEGINNING


def is_numbered(noun: Token) -> bool:
    """Whether a past copula tells whom one of several marriages was with: "his second wife was Ada"."""
    copulas = children(noun.head, "cop") if noun.dep_ in SUBJECT else []
    return any(cop.tag_ == "VBD" for cop in copulas) and not NUMBERS.isdisjoint(left_modifiers(noun))


def is_present(finding: Finding) -> bool:
    """ "Are dating", "have been dating": a state told as holding now; not "has dated several actors"."""
    trigger = finding.trigger
    if trigger.tag_ in PRESENT:
        return True
    helpers = {child.lemma_ for child in children(trigger, "aux", "cop", "aux:pass")}
    if finding.type == "dating" and trigger.tag_ == "VBN" and helpers == {"have"} and not is_pluperfect(trigger):
        return any(preposition(child) in ("since", "for") or child.lower_ == "since" for child in trigger.children)
    return any(child.tag_ in PRESENT and child.dep_ in ("aux", "cop") for child in trigger.children)


def began(finding: Finding, ontology: Ontology) -> str | None:
    """The event that a relation's first day tells: "they were first an item in March", "first dated in 2012"."""
    trigger = finding.trigger
    told = {trigger, trigger.head} if trigger.dep_ == "xcomp" else {trigger}  # "first reported to be dating"
    is_first = any(child.lower_ == "first" for word in told for child in children(word, "advmod"))
    is_state = finding.kind == "state" and not finding.rule.startswith("relation")
    opening = (name for name, event in ontology.events.items() if finding.type in event.opens)
    return next(opening, None) if is_first and is_state else None


def until_then(finding: Finding, times: Times) -> Times:
    """The day told behind "until" as an end: "they were married until his death in 1989" began nothing then."""
    behind = finding.trigger.doc[finding.trigger.i : finding.trigger.sent.end]
    until = next((token.idx for token in behind if token.lower_ in ("until", "till")), None)
    before = [start for start, _ in times.spans if until is None or start < until]
    is_end = len(times.spans) > len(before) == (times.duration is not None)  # "for 60 years until his death in 1989"
    is_lasting = finding.kind == "state" or finding.trigger.lower_ in PASSIVE_STATES
    is_delayed = any(child.lower_ in ("not", "n't", "never") for child in finding.trigger.children)
    if times.on is None or not is_end or not is_lasting or is_delayed:
        return times
    return replace(times, on=None, end=times.end or times.on)


def throughout(finding: Finding, times: Times) -> Times:
    """Two times that "between" joins as the ends of what lasted: "they dated between May 2016 and April 2019".

    Not "they were married at some time between 1750 and 1752".
    """
    text, on = text_of(finding.trigger.doc), times.on
    joined = [text[start:end] for start, end in times.spans if BETWEEN.search(text[:start][-20:])]
    is_was = any(each.lower_ in ("was", "were") for each in finding.trigger.children)
    is_lasting = finding.kind == "state" or (is_was and finding.trigger.lower_ in ("married", "wed", "engaged"))
    if len(joined) != 1 or on is None or on.earliest is None or on.latest is None or not is_lasting:
        return times
    is_of_months = re.search(r"[^\W\d_]{3,}", joined[0].replace(" and ", " ")) is not None
    unit = "month" if is_of_months else "year"
    first, last = units.bounds(on.earliest, unit), units.bounds(on.latest, unit)
    if (first[0], last[1]) != (on.earliest, on.latest):
        return times  # days, decades
    return replace(times, on=None, start=Interval(*first), end=Interval(*last))


def past(ontology: Ontology, findings: Iterable[Finding]) -> set[tuple[str, frozenset[str]]]:
    """The (state, people) that some words call over: "his ex-wife" leaves no marriage, whatever "his wife" says."""
    over = [each for each in findings if each.is_over]
    states = ontology.states.values()
    return {(it.name, frozenset(each.keys)) for each in over for it in states if each.type == it.past}


def enduring(findings: Iterable[Finding]) -> set[tuple[str, frozenset[str]]]:
    """The (state, people) that some words call present, of two of whose parting nothing is told."""
    told = list(findings)
    parted = {frozenset(each.keys) for each in told if each.is_over or each.type in ENDED}
    ties = (each for each in told if each.kind == "state" and each.rule.startswith("relation") and each.attests)
    return {(each.type, couple) for each in ties if (couple := frozenset(each.keys)) not in parted}


def unwed(
    found: Iterable[Told], status_of: Callable[[Told], Status], published: date | None
) -> dict[frozenset[str], Status]:
    """Those engaged whose wedding is planned or rumoured, and which: of them "his wife" is loosely said in the news."""
    facts: dict[frozenset[str], set[tuple[str, Status]]] = defaultdict(set)
    for told in found if published is not None else ():
        if told.finding.type not in {"engaged", *WED} or _is_bare_wife(told.finding):
            continue
        status = status_of(told)
        when = told.times.on.latest if told.times.on is not None else None
        is_past = status is Status.PLANNED and when is not None and published is not None and when < published
        facts[frozenset(told.finding.keys)].add((told.finding.type, Status.ASSERTED if is_past else status))
    found_unwed = {}
    for couple, each in facts.items():
        real = {type_ for type_, status in each if status in (Status.ASSERTED, Status.REPORTED)}
        weddings = {status for type_, status in each if type_ == "married"}
        coming = Status.RUMOURED if Status.RUMOURED in weddings else Status.PLANNED
        if "engaged" in real and real.isdisjoint(WED) and coming in weddings:
            found_unwed[couple] = coming
    return found_unwed


def _is_bare_wife(finding: Finding) -> bool:
    return finding.type == "married" and finding.rule.startswith("relation")


class Turns:
    """What happened later to the two of a tie, in the words that the tie hangs on: "split from her boyfriend Ben"."""

    def __init__(self, pairs: Iterable[Finding], ontology: Ontology) -> None:
        self.ontology = ontology
        told = [each for each in pairs if each.kind == "event" and {role for role, _ in each.people} == {"partner"}]
        self.told = {(word.i, frozenset(each.keys)): each for each in told for word in each.words}

    def held(
        self, tie: Finding, times: Times, times_of: Callable[[Finding], Times], is_real: Callable[[Told], bool]
    ) -> tuple[Finding, Times]:
        """The tie as it held until then, its length counted to that day: "split in May from her husband of a year".

        On the day of what comes before it, it does not hold: "began dating wife Ada in 2012".
        """
        if tie.is_over and tie.type in AFTERMATHS:  # her ex-husband of 13 years was her husband for so long
            return tie, replace(times, duration=None)
        turn = self._turn(tie)
        if turn is None or not is_real(Told(turn, turned := times_of(turn))):
            return tie, times
        events = self.ontology.events
        if any(tie.type in events[name].opens for name in events[turn.type].after):
            is_end = events[turn.type].closes or times.duration
            return (replace(tie, attests=False), replace(times, on=times.on or turned.on)) if is_end else (tie, times)
        is_before = any(turn.type in event.after for event in events.values() if tie.type in event.opens)
        return tie, replace(times, on=None) if is_before else times

    def _turn(self, tie: Finding) -> Finding | None:
        """What the words that a tie hangs on tell of its two, but for its own beginning."""
        if tie.kind != "state" or tie.is_over or not tie.rule.startswith("relation"):
            return None
        noun = first_conjunct(tie.trigger.head if tie.trigger.dep_ in ("appos", "compound") else tie.trigger)
        turn = self.told.get((noun.head.i, frozenset(tie.keys)))
        return None if turn is None or tie.type in self.ontology.events[turn.type].opens else turn


def without_love_of_kin(found: Sequence[Finding]) -> list[Finding]:
    """What is found, without what is told of kin as of a couple: "Ada and her sister married", "the brothers split".

    Nor do parent and child, siblings, or one of them and another's partner share a home. Who is told to have wed one's
    sister has: "he married his sister Ada". "Both married" tells of two weddings.
    """
    born = {line for each in found if each.type in RAISED for line in each.lines}
    kin = {frozenset(each.keys) for each in found if each.kind == "kin"} | set(map(frozenset, born))
    wed = [set(each.keys) for each in found if each.kind == "state" and each.type == "married"]
    near = {frozenset(tie ^ pair) for tie in kin for pair in wed if len(tie & pair) == 1}
    pairs = [each for each in found if {role for role, _ in each.people} == {"partner"} and each.type != "met"]
    others = (kin | near) - {frozenset(each.keys) for each in pairs if each.type not in HOMES}
    told = {frozenset(each.keys) for each in pairs if each.type not in HOMES | PARTINGS and not _is_joint(each)}
    unloved = [each for each in pairs if _is_joint(each)]  # not "she split from her baby daddy"
    dropped = {each for each in unloved if frozenset(each.keys) in kin - told}
    dropped |= {each for each in pairs if each.type in HOMES and frozenset(each.keys) in others}
    dropped |= {each for each in pairs if each.type in ALONE and _is_joint(each) and _is_of_each(each.trigger)}
    return [each for each in found if each not in dropped]


def _is_joint(finding: Finding) -> bool:
    """Whether two do something side by side: "Ada and Bea married", not "Ada married Ben", "was engaged to Ben"."""
    told = children(finding.trigger, "obj", "iobj") or [
        child for child in finding.trigger.children if preposition(child) in ("to", "with", "from")
    ]
    return finding.trigger.pos_ in ("VERB", "ADJ") and not told


def _is_of_each(verb: Token) -> bool:
    """Whether "both" do something: each by oneself."""
    subjects = children(verb, *SUBJECT)
    beside = (child for word in (verb, *subjects) for child in word.lefts)
    return any(word.lower_ == "both" for word in (*subjects, *beside))


def borne_out(pairs: Sequence[Finding], ties: Sequence[Finding], ontology: Ontology) -> list[Finding]:
    """The findings of two without those of weak words that nothing else in the document bears out.

    "They reunited" needs what it undoes, and "reunited with her boyfriend" undoes nothing; two who live together may be
    brothers or friends, unless they are told to be a couple by other words.
    """
    pairs = [replace(each, weak=each.weak or _is_of_any_two(each)) for each in pairs]
    firm = [each for each in (*pairs, *ties) if not each.weak and each.kind != "kin"]
    events = ontology.events
    told = {(each.type, frozenset(each.keys)) for each in firm}
    told |= {("", frozenset(each.keys)) for each in firm if each.is_over or each.type in AFTERMATHS}
    present = [each for each in ties if each.kind == "state" and not each.is_over and each.type not in AFTERMATHS]
    held = {(each.type, frozenset(each.keys)) for each in firm if each.kind == "state" and is_present(each)}
    lasting = {(each.trigger.head.i, frozenset(each.keys)) for each in present}
    loving = ontology.loving

    def is_borne_out(each: Finding) -> bool:
        event = events.get(each.type)
        if event is None or not event.closes:
            return any((type_, frozenset(each.keys)) in told for type_ in loving)
        is_together = (each.trigger.i, frozenset(each.keys)) in lasting
        if is_together and not AFTERMATHS.issuperset(event.opens):  # but "she ditched her boyfriend" undoes it
            return False
        if not event.opens and len(event.closes) == 1:  # "he called it off": they were engaged
            return any((type_, frozenset(each.keys)) in told for type_ in event.closes)
        if each.trigger.lemma_ in QUARRELS:  # friends and kin make up, too
            return any((type_, frozenset(each.keys)) in told for type_ in loving)
        # "he left her", who had married him
        is_end = AFTERMATHS.issuperset(event.opens)
        begun = [type_ for type_ in event.after if events[type_].opens and is_end]
        return any((type_, frozenset(each.keys)) in told for type_ in ("", *event.closes, *begun))

    def is_apart(each: Finding) -> bool:
        """ "They are dating, and have been separated since he sailed": they have not parted."""
        is_told = each.trigger.lower_ == "separated" and bool(children(each.trigger, "aux:pass", "cop"))
        return is_told and any((type_, frozenset(each.keys)) in held for type_ in events[each.type].closes)

    pairs = [_meant(each, told) for each in pairs]
    return [each for each in pairs if (not each.weak or is_borne_out(each)) and not is_apart(each)]


def _is_of_any_two(finding: Finding) -> bool:
    """Whether two men or two women part ways, as captains, partners in trade and bandmates do, too."""
    if finding.type != "separated" or finding.trigger.lemma_ != "part":
        return False
    genders = {person.gender for person in finding.trigger.doc._.people if person.key in finding.keys}
    return len(genders) == 1 and "" not in genders


def _is_of_wedding(verb: Token) -> bool:
    """Whether a wedding to come is called off: "were to wed but called it off", "called it off before the wedding"."""
    before = [verb.head, *verb.head.children] if verb.dep_ in ("conj", "xcomp") else []
    is_planned = any(
        word.lemma_ in ("marry", "wed") and any(child.lower_ in ("to", "due") for child in word.lefts)
        for word in before
    )
    return is_planned or any(map(is_forestalled, verb.subtree))


def _meant(parting: Finding, told: set[tuple[str, frozenset[str]]]) -> Finding:
    """ "He called it off", "broke it off": the engagement where there was one, else what there was before."""
    is_of_it = any(word.lower_ in ("it", "things") for word in parting.words[1:])
    if not is_of_it or parting.type not in ("separated", "engagement_ended"):
        return parting
    couple = frozenset(parting.keys)
    is_off = any(word.lower_ == "off" for word in parting.words) and ("married", couple) not in told
    is_engaged = ("engaged", couple) in told
    if any(word.lower_ == "off" for word in parting.words) and _is_of_wedding(parting.trigger):
        return replace(parting, type="engagement_ended", weak=False)
    if parting.type == "separated" and is_off and is_engaged:
        return replace(parting, type="engagement_ended")
    return parting if is_engaged or parting.type == "separated" else replace(parting, type="separated")

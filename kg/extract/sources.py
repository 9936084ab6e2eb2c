"""Who says what a text tells: a speaker whose words are quoted, a paper, a friend, whoever reveals or confirms it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from spacy.tokens import Token

from kg.extract.finding import Finding
from kg.extract.hearsay import tells_who_says_so
from kg.extract.roles import people
from kg.extract.status import STEPS, Telling
from kg.extract.subjects import subject_token
from kg.extract.times import decided, details
from kg.extract.tree import children, is_verb
from kg.nlp.marks import DocPerson
from kg.records import Status

SAYING = set("acknowledge admit allege announce claim confess confirm declare disclose explain inform insist".split())
SAYING |= set("maintain mention note recall remember report reveal say share show state tell testify write".split())
SAYING |= {"understand"}  # what papers do
SPEAKING = {"address", "describe", "detail", "discuss", "open", "reflect", "speak", "talk"}
SHARING = {"share", "show"}  # of news, not of a house or children
TELLING = SAYING - SHARING
TIDINGS = {"announcement", "detail", "news", "story", "update"}
PARTS = {"acl", "amod", "appos", "case", "compound", "det", "flat", "nmod", "nmod:desc", "nmod:poss", "nummod"}
LONGEST = 14  # tokens of a phrase for who says so


def teller(finding: Finding, told: Telling, known: Mapping[str, DocPerson]) -> str | None:
    """Who tells it, by name or in the words of the text; None where only the writer does.

    Ties that are taken for granted are the writer's: "Ada said that her husband, Ben, was ill".
    """
    trigger = finding.trigger
    for quotation in trigger.doc._.speakers:
        if quotation.start <= trigger.i < quotation.end:
            speaker = known.get(quotation.speaker)
            return quotation.said_by or (speaker.name if speaker else None)
    cue = told.cue if told.status is Status.REPORTED else None
    is_granted = finding.rule.startswith("relation") and not children(trigger, "cop")
    around = () if is_granted else chain(_according(trigger), _reporting(_verb(trigger)))
    return next((name for noun in chain(around, _reporting(cue)) if (name := _named(noun, known))), None)


def _according(trigger: Token) -> Iterator[Token]:
    """Whom a clause names for what it tells: "according to the Mail", "they split in May, the Mail says"."""
    for word in _clauses(trigger):
        for child in word.children:
            if tells_who_says_so(child):
                yield from children(child, "obl", "nmod", "obj") if child.lower_ == "according" else [child]
            elif child.dep_ in ("parataxis", "advcl") and child.lemma_ in TELLING and _is_aside(child):
                yield from _reporting(child)


def _is_aside(verb: Token) -> bool:
    """Whether a verb of saying has nothing of its own to say: "as the Mail reported", "…, she says"."""
    is_as = any(child.lower_ == "as" for child in children(verb, "mark", "advmod"))
    return not children(verb, "ccomp", "xcomp", "obj") and (is_as or verb.dep_ == "parataxis")


def _reporting(verb: Token | None) -> Iterator[Token]:
    """Who does the saying: the subject, or the agent of "was reported by the Mail"."""
    if verb is not None and is_verb(verb):
        subject = subject_token(verb)
        yield from [subject] if subject is not None and not children(verb, "nsubj:pass") else []
        yield from children(verb, "obl:agent")


def _verb(trigger: Token) -> Token | None:
    """The verb by which somebody tells it: "Ada revealed that they had split", "Ada spoke about her split"."""
    if trigger.lemma_ in TELLING:  # "Ada announced her split"
        return trigger
    told = details(decided(trigger))
    if told.dep_ == "obj" and told.head.lemma_ in SAYING:
        is_news = told.head.lemma_ not in SHARING or told.lemma_ in TIDINGS
        return told.head if is_news else None
    is_about = any(child.lower_ in ("about", "on") for child in children(trigger, "case", "mark"))
    if trigger.head.lemma_ in SPEAKING and (told.dep_ == "obj" or (is_about and trigger.dep_ in ("obl", "advcl"))):
        return trigger.head
    return next((each.head for each in _clauses(trigger) if each.dep_ == "ccomp" and each.head.lemma_ in SAYING), None)


def _clauses(trigger: Token) -> Iterator[Token]:
    """The trigger and the words above it, as far as what is said of one is said of all."""
    word = trigger
    for _ in range(STEPS):
        yield word
        if word.head == word or word.dep_ in ("acl:relcl", "parataxis", "appos"):
            return
        word = word.head


def _named(noun: Token, known: Mapping[str, DocPerson]) -> str | None:
    """The names of those who are known, or the words of the text for somebody else: "a friend of the couple"."""
    names = [known[key].name for key in people(noun) if not known[key].unnamed]
    if names:
        return " and ".join(names)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    kept = [noun, *(each for child in noun.children if child.dep_ in PARTS for each in child.subtree)]
    first = min(each.i for each in kept)
    while first < noun.i and noun.doc[first].dep_ in ("case", "fixed", "punct"):  # "according to", "by"
        first += 1
    last = max(each.i for each in kept)
    return noun.doc[first : min(last + 1, first + LONGEST)].text.strip(" ,")

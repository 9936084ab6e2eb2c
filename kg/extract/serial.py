"""One marriage after another under one verb: "he married firstly Jane, by whom he had a son, and secondly Mary"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.extract.subjects import subjects
from kg.extract.times import behind, name_end
from kg.nlp.marks import Mention, mention_at, tokens_of
from kg.records import TimeExpression

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
ORDINALS |= {f"{word}ly": place for word, place in ORDINALS.items()} | {"lastly": 6, "finally": 6}
ORDINALS |= {"1stly": 1, "2ndly": 2, "3rdly": 3}
MARKS = {str(place): place for place in range(1, 7)}  # "(1)", "1."
# what may stand between the ordinal and the name: "secondly, in 1850, to his cousin Mary"
LEADS = {"DET", "PUNCT", "ADP", "NUM", "PRON", "ADJ", "NOUN"}
REACH = 12
PLACES = {**ORDINALS, **MARKS}
THEN = {"then", "next", "subsequently"}  # that go on after an ordinal: "first to Ada in 1980 and then to Eva"


def serial(doc: Doc, lexicon: Lexicon) -> Iterator[Finding]:
    """A wedding for each ordinal that follows a verb of marrying in its sentence and names somebody."""
    verbs = {frame.head for frame in lexicon.frames("verb", "marry") if frame.type == "married"}
    for verb in tokens_of(doc):
        if verb.lemma_ not in verbs or verb.pos_ not in ("VERB", "ADJ"):
            continue
        who = subjects(verb)
        for ordinal in _ordinals(verb, verbs) if len(who) == 1 else ():
            spouse = _named_after(ordinal)
            if spouse is not None and spouse.people[0] not in who:
                pair = (("partner", who[0]), ("partner", spouse.people[0]))
                rule = f"verb: marry {ordinal.lower_}"
                yield Finding("event", "married", verb, pair, (verb, ordinal), rule, near=doc[spouse.head])


def _ordinals(verb: Token, verbs: Set[str]) -> list[Token]:
    """The adverbs that number the marriages after the verb; none where the row does not go on.

    Another of the `verbs` may begin a row of its own: "Ada, who married Ben, and Eva, who married first Carl".
    """
    after = verb.doc[verb.i + 1 : verb.sent.end]
    others = (token for token in after[:-1] if token.lemma_ in verbs and PLACES.get(token.nbor().lower_) == 1)
    after = verb.doc[verb.i + 1 : next((token.i for token in others), verb.sent.end)]
    numbering = [token for token in after if token.lower_ in ORDINALS and token.pos_ in ("ADV", "ADJ")]
    found = [token for token in numbering if not _is_of_noun(token)] or [token for token in after if _is_mark(token)]
    found = found + [token for token in after if found and token.i > found[-1].i and _goes_on(token)]
    places = [PLACES.get(token.lower_, place + len(PLACES)) for place, token in enumerate(found)]
    return found if places == sorted(set(places)) else []


def _goes_on(token: Token) -> bool:
    """Whether the row goes on without a number: "and then to Eva", not "then a teacher in Leeds"."""
    return token.lower_ in THEN and token.nbor(-1).lower_ in ("and", ";") and token.i + 1 < token.sent.end


def _is_mark(token: Token) -> bool:
    """Whether a figure numbers what follows: "(1) Jane, (2) Mary", "1. in 1840 Jane; 2. in 1850 Mary"."""
    before, after = token.nbor(-1).text, token.nbor().text if token.i + 1 < len(token.doc) else ""
    return token.text in MARKS and (after == "." or (before == "(" and after == ")"))


def _is_of_noun(token: Token) -> bool:
    """Whether the word numbers a thing: "his second wife"."""
    return token.dep_ == "amod" and token.head.pos_ == "NOUN"


def _named_after(ordinal: Token) -> Mention | None:
    """The one person whose name follows the ordinal with nothing but a date, a title or a description between."""
    doc = ordinal.doc
    for token in doc[ordinal.i + 1 : min(ordinal.i + REACH, ordinal.sent.end)]:
        mention = mention_at(doc, token)
        if mention is not None and mention.kind == "name":
            return mention if len(mention.people) == 1 else None
        if token.pos_ not in LEADS and token.ent_type_ != "DATE":
            return None
    return None


class Rows:
    """Which of a sentence's times belong to which wedding of a numbered row."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.ordinals: dict[int, list[Token]] = defaultdict(list)  # by the verb
        self.plain: set[int] = set()  # the verbs that tell a wedding without a number, too
        for finding in findings:
            if _is_numbered(finding):
                self.ordinals[finding.trigger.i].append(finding.words[1])
            else:
                self.plain.add(finding.trigger.i)

    def own(self, finding: Finding, told: list[TimeExpression], text: str) -> list[TimeExpression]:
        """The day between the number and the name, or right behind it: "first, in 1875, to Ada, second Eva in 1882".

        Of what is `told` of the verb itself, only what stands before the row; that is the day of the wedding that
        the row begins with, too: "in 1935 he married secondly Eva".
        """
        ordinals = self.ordinals.get(finding.trigger.i)
        if ordinals is None:
            return told
        before = [time for time in told if time.start < ordinals[0].idx]
        if not _is_numbered(finding) or finding.near is None:
            return before
        doc, start, end = finding.trigger.doc, finding.words[1].idx, name_end(finding.near)
        inside = [time for time in doc._.times if start < time.start < end and time.relation == "on" and time.when]
        day = behind(doc, text, end)
        if day is not None and day.when and "(" not in text[end : day.start]:  # not her life: "Ada (1850-1880)"
            inside.append(day)
        following = next((each.idx for each in ordinals if each.idx > start), len(text))
        inside = inside or [time for time in told if start < time.start < following]
        inside = inside or [time for time in doc._.times if end < time.start < following and _is_beyond(finding, time)]
        is_first = finding.words[1] == ordinals[0] and finding.trigger.i not in self.plain
        return inside[:1] or (before if is_first else [])


def _is_beyond(finding: Finding, time: TimeExpression) -> bool:
    """Whether no more than who the one is stands before the day: "to Ada, daughter of Carl Roe, on 6 May 1813"."""
    doc, name = finding.trigger.doc, finding.near
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or name is None or time.when is None or time.relation != "on" or span.sent != name.sent:
        return False
    between = doc[name.i : span.start]
    is_aside = any(token.pos_ in ("VERB", "AUX") or token.text in "();" for token in between)
    return not is_aside and between[-1].pos_ == "ADP" and between[-2].text == ","


def _is_numbered(finding: Finding) -> bool:
    return finding.type == "married" and len(finding.words) == 2 and finding.words[1].lower_ in {*PLACES, *THEN}

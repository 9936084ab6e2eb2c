"""With whom somebody made what a list of works names: "- _Salt and Sand_ (1951, with Ben Poe)"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.finding import Finding
from kg.extract.roles import people, topic, unnamed
from kg.extract.works import group
from kg.nlp.marks import Mention, mention_at

AUTHORS = {"co-author", "coauthor", "co-writer", "co-editor", "collaboration"}
BEFORE = {"(", "[", ",", ";", ".", "–", "-", "—"}
MADE = {"co-edited", "co-written", "co-authored", "edited", "written", "together", "along", "jointly"}


def bibliographies(doc: Doc) -> Iterator[Finding]:
    """Who is named in a bracket or behind a comma as one who made it, too, in a list of works of the document's person.

    Only where nobody else is named before: "- _A Life of Roe_ by Carl Foe (with Ben Poe)" is others' work.
    """
    nameless = unnamed(doc)
    owners = [key for key in topic(doc) if key not in nameless and _is_subject(doc, key)]
    for start, end in doc._.items if owners else ():
        for token in doc[start:end]:
            name = _name_behind(token, end) if _is_joining(token, start) else None
            if name is None:
                continue
            before = {key for each in doc._.mentions if start <= each.start < token.i for key in each.people}
            others = [key for key in people(doc[name.head]) if key not in (*owners, *nameless)]
            if others and before <= set(owners) and _is_entry(doc, start, end):
                yield from group(token, (owners[0], *others), "list: works")
            break


def _is_subject(doc: Doc, key: str) -> bool:
    """Whether the document's title or first sentence names the person: it is about somebody."""
    person = next(each for each in doc._.people if each.key == key)
    first = next(iter(doc.sents))
    return bool(person.first[0] < first.end)


def _is_entry(doc: Doc, start: int, end: int) -> bool:
    """Whether the line begins with a title in italics or quotes, or has one behind a year."""
    slanted = [begin for begin, _ in doc._.italics if start <= begin < end]
    is_year = doc[start].is_digit and len(doc[start]) == len("1951")
    return doc[start].text in "\"'“‘" or (bool(slanted) and (is_year or slanted[0] <= start + 1))


def _is_joining(token: Token, start: int) -> bool:
    """Whether the word says that who is named next had a part in it."""
    before = token.nbor(-1) if token.i > start else token
    while before.is_space and before.i > start:
        before = before.nbor(-1)
    if token.lower_ == "with":
        return before.text in BEFORE or before.lower_ in MADE or before.is_digit
    return token.lower_ in AUTHORS


def _name_behind(token: Token, end: int) -> Mention | None:
    """The name right behind it."""
    doc, i = token.doc, token.i + 1
    while i < end and (doc[i].is_space or doc[i].text in (",", ":")):
        i += 1
    name = mention_at(doc, doc[i]) if i < end else None
    return name if name is not None and name.kind == "name" and name.start == i else None

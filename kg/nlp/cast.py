"""The people a document names: every name form, laid to the one it fits."""

import re
from bisect import bisect_left, insort
from itertools import pairwise, takewhile
from math import log

from spacy.tokens import Doc, Span

from kg.nlp import names
from kg.nlp.distinct import (
    is_born_here,
    is_called_junior,
    is_junior,
    is_namesake,
    is_ruler_of_first_name,
    is_son_or_father,
    lives_differ,
    sits_elsewhere,
)
from kg.nlp.figures import Cast, Figure
from kg.nlp.forms import Fit, differ, fit, is_misspelt
from kg.nlp.headlines import title_end
from kg.nlp.named import Named
from kg.nlp.names import Name, fold
from kg.nlp.phrases import doc_word

_YEARS = re.compile(r",?\s*\(?\d{4}\s*[-–—]\s*\d{4}\)?\s*\n")
_LIFE = re.compile(r",?\s*\([^()]*\d{3}[^()]*[-–—][^()]*\d{3}[^()]*\)")  # "(4 May 1820 – 9 July 1890), a painter, was"
_LINKING = frozenset(("of", "the", "and", *names.PARTICLES))  # words of a rank in lower case
WIVES = {"mrs", "mrs."}
_MAIDS = {*WIVES, "miss"}  # titles of whom bare family names do not mean


def cast(
    doc: Doc, found: list[Named], apart: dict[int, set[int]], kin: set[int], aside: set[int], *, is_chronology: bool
) -> Cast:
    """Lays every name to a figure. A chronology is about the one who is named first.

    `apart` tells, for the start of a name, the starts of names that mean somebody else; `kin` are the starts of names
    told as somebody's child, parent or sibling: "his son Michael" is not the Michael whose life is told; `aside` of
    those told for the sake of their kin.
    """
    people = Cast(aside=aside)
    people.topic = _topic(doc, people, found, is_chronology=is_chronology)
    families = {each.name.family for each in found}
    # "De Luca" of Ada De Luca stands alone as "Roe" does
    alone = {each.start for each in found if len(each.name.parts) < 2 or each.name.folded in families}
    people.alone = {word for each in found if each.start in alone and not each.name.titles for word in each.name.folded}
    full = {each.start: each for each in found if each.start not in alone}
    for each in sorted(full.values(), key=lambda one: (-len(one.name.parts), one.start)):
        for one in (full.get(each.alias_of if each.alias_of is not None else -1), each):
            if one and one.start not in people.of and one.alias_of not in alone:
                _place_full(people, one, apart, kin)
    shared = _shared_families(doc, found)
    for each in found:
        if each.start in alone and each.start not in people.of:
            _place_single(people, each, apart.get(each.start, set()), kin, shared.get(each.start, ""))
    for each in full.values():  # "Roe used the name Jane Doe"
        if each.start not in people.of:
            _place_full(people, each, apart, kin)
    for figure in people.figures:
        _settle(figure)
    return people


def _join(people: Cast, figure: Figure, each: Named, *, is_full: bool, is_shown: bool = True) -> None:
    """Lays a name to a figure, who is shown by the fullest of those that may be shown."""
    people.of[each.start] = figure.index
    figure.forms[each.text] += 1
    if any(each.life):
        figure.lives.append(each.life)
    if each.born:
        figure.lives.append((each.born, ""))
    figure.seats.update([fold(each.seat)] if each.seat else [])
    insort(figure.places, each.start)
    if len(each.name.parts) > 1:
        insort(figure.wholes, each.start)
    if is_full and each.name.parts and each.name not in figure.full:
        people.index(figure, each.name)
        figure.full.append(each.name)
        figure.full.sort(key=lambda name: -len(name.parts))
    known = names.parse(figure.text)
    is_fuller = _fullness(each.name) > _fullness(known)
    if not figure.text or (is_full and is_shown and is_fuller):
        figure.text, figure.first = each.text, (each.start, each.end)
    if gender := names.title_gender(each.name):
        figure.votes[gender] += 10


def _fullness(name: names.Name) -> tuple[int, str, bool, int]:
    """How much a name tells: "Ada Mary Roe" more than "Ada M. Roe", "Otto II" more than "Otto"."""
    return len(name.parts), name.rank, name.is_numbered, sum(len(part.rstrip(".")) > 1 for part in name.parts)


# whom the document is about


def _topic(doc: Doc, people: Cast, found: list[Named], *, is_chronology: bool) -> int | None:
    """The figure whose name is the whole title, joined by the name that opens the body."""
    end = title_end(doc)
    rest = doc[found[0].end : end].text.strip() if found and end else ""
    is_title = bool(found) and end > 0 and found[0].start <= 1 and found[0].end <= end
    lead = next((each for each in found[1:] if each.start >= end > 0), None)
    is_lead = bool(lead and lead.start <= end + 12 and _opens(doc, lead) and _shares_word(lead.name, found[0].name))
    is_plain = not rest or rest.startswith("(") or (is_lead and _is_rank(doc[found[0].end : end]))
    if not (is_title and is_plain) and not (found and is_chronology) and not _opens_life(doc, found, end):
        return None
    figure = people.add()
    _join(people, figure, found[0], is_full=True)
    if lead and is_lead:
        _join(people, figure, lead, is_full=True)
        _join_aliases(people, figure, found, lead)
    return figure.index


def _is_rank(rest: Span) -> bool:
    """What follows a name in the title of a life: ", 5th Baronet", ", Elector of Brandenburg (1525-1598)".

    A headline in capitals throughout would pass as well; so the body must open with the name.
    """
    words = [token for token in takewhile(lambda token: token.text != "(", rest) if not token.is_space]
    words = [token for token in words if not token.is_punct]
    return rest.text.strip().startswith(",") and all(
        token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in _LINKING for token in words
    )


def _opens_life(doc: Doc, found: list[Named], end: int) -> bool:
    """A text without a title that begins as lives do: "Jane Roe (born 1 May 1900) was", "Jane Roe, 1900-1980"."""
    if not found or end or found[0].start > 1:
        return False
    behind = doc[found[0].end : found[0].end + 40]
    if _YEARS.match(behind.text) or _LIFE.match(behind.text):
        return True
    rest = [token.lower_ for token in behind]
    return rest[:1] == ["("] and ")" in rest and bool({"was", "is"} & set(rest[rest.index(")") : rest.index(")") + 4]))


def _opens(doc: Doc, lead: Named) -> bool:
    """Nothing but titles and articles stands before the name in its sentence."""
    return all(
        token.is_space or token.text[:1].isupper() or token.is_punct
        for token in doc[doc[lead.start].sent.start : lead.start]
    )


def _shares_word(a: Name, b: Name) -> bool:
    words = [{fold(word) for word in (*name.parts, *name.nicknames)} for name in (a, b)]
    return bool(words[0] & words[1])


def _join_aliases(people: Cast, figure: Figure, found: list[Named], of: Named) -> None:
    for each in found:
        if each.alias_of == of.start and each.start not in people.of:
            _join(people, figure, each, is_full=True)
            _join_aliases(people, figure, found, each)


# full names


def _place_full(people: Cast, each: Named, apart: dict[int, set[int]], kin: set[int]) -> None:
    is_shown = True
    if each.alias_of in people.of:
        figure = people.figures[people.of[each.alias_of]]
    elif each.start not in kin and _is_topic_in_full(people, each):
        figure = people.figures[people.topic or 0]
    elif each.start not in kin and _is_topic_by_birth(people, each):
        figure, is_shown = people.figures[people.topic or 0], False  # the name of the title stays
    else:
        figure = _best_full(people, each, apart.get(each.start, set()), kin) or people.add()
    _join(people, figure, each, is_full=True, is_shown=is_shown)


def _is_topic_by_birth(people: Cast, each: Named) -> bool:
    """The life of "Ada Roe (1901-1980)" tells that "Ada Poe was born in York in 1901": her name before she married."""
    figure = people.figures[people.topic] if people.topic is not None else None
    if figure is None or not each.born or not any(each.born == life[0] for life in figure.lives):
        return False
    return any(full.folded[0] == each.name.folded[0] for full in figure.full)


def _is_topic_in_full(people: Cast, each: Named) -> bool:
    """A life titled "Jack Simons" tells that "Harold Jack Simons was born in 1907"; not of one with other years."""
    figure = people.figures[people.topic] if people.topic is not None else None
    if figure is None or lives_differ(each, figure):
        return False
    return any(
        1 < len(full.parts) < len(each.name.parts) and each.name.folded[-len(full.parts) :] == full.folded
        for full in figure.full
    )


def _best_full(people: Cast, each: Named, apart: set[int], kin: set[int]) -> Figure | None:
    others = {people.of[start] for start in apart if start in people.of}
    is_kin, ranked = each.start in kin, []
    for figure in people.akin(each.name):
        is_topic = figure.index == people.topic
        is_other = figure.index in others or lives_differ(each, figure) or is_namesake(each, figure, kin)
        is_other = is_other or (bool(each.name.births) and figure.places[0] > each.start)  # née as she is brought in
        is_other = is_other or (is_junior(each, figure) and (is_topic or is_kin))
        is_other = is_other or (not is_topic and is_son_or_father(each.name, figure)) or sits_elsewhere(each, figure)
        fitting = Fit.NONE if is_other else _fits(each.name, figure, is_topic=is_topic)
        # "the son of James Roe" is told in the life of Michael James Roe
        if fitting and not (is_topic and is_kin and fitting < Fit.SAME):
            ranked.append((fitting, _nearness(figure, each.start), figure.index))
    return people.figures[max(ranked)[2]] if ranked else None


def _fits(name: Name, figure: Figure, *, is_topic: bool) -> Fit:
    """How close the name comes to one of the figure's full names; of CORE at least, or NONE."""
    if any(differ(name, full) for full in figure.full):
        return Fit.NONE  # "Otto I", once called "Otto", is not "Otto II"
    best = max((fit(name, full) for full in figure.full), default=Fit.NONE)
    if best < Fit.CORE and not is_topic:
        # "Jim Norton" stood first, "James Norton" follows. A life's father bears such names too, so not for the topic.
        best = max((min(fit(full, name), Fit.CORE) for full in figure.full if len(full.parts) > 1), default=Fit.NONE)
    if not best and any(is_misspelt(name, full) for full in figure.full):
        return Fit.CORE
    return best if best >= Fit.FAMILY else Fit.NONE


def _nearness(figure: Figure, start: int) -> float:
    """Between 0 and 1, greater for a figure named shortly before."""
    place = bisect_left(figure.places, start) - 1
    return 1 / (1 + (start - figure.places[place]) / 60) if place >= 0 else 0.0


# single names


def _place_single(people: Cast, each: Named, apart: set[int], kin: set[int], family: str) -> None:
    if each.alias_of in people.of:
        _join(people, people.figures[people.of[each.alias_of]], each, is_full=True)
        return
    others = {people.of[start] for start in apart if start in people.of}
    if each.start in kin:
        others.update(figure.index for figure in people.akin(each.name) if not _may_be_kin(people, figure, each, kin))
    last = _first_named(people, each) if each.name.suffix == "i" else _named_last(people, each, kin)
    ranked = [
        (
            _single_score(people, figure, each, fitting)
            + (figure.index == last) / 2
            - _otherwise(people, figure, each, kin),
            figure.index,
        )
        for figure in people.akin(each.name)
        if figure.index not in others
        and (fitting := _single_fit(each.name, figure))
        and not any(differ(each.name, full) for full in figure.full)
        and not lives_differ(each, figure)
        and not sits_elsewhere(each, figure)
        and not is_ruler_of_first_name(each, figure)
        and not is_born_here(each, figure, people.topic)
        and not (each.start in kin and each.name.suffix == "jr" and is_junior(each, figure))
        and (each.name.suffix == "jr" or not is_called_junior(figure))
        and not (_is_wife_of_topic(people, each.name) and _may_be_man(figure))
        and not _is_one_of_peers(people, figure, each.name.folded[0])
    ]
    if family:  # "John and Mary Roe", where John Roe is named elsewhere
        whole = Named(each.start, each.end, names.parse(f"{each.text} {family}"), f"{each.text} {family}")
        bearers = {figure.index for figure in people.akin(whole.name) if _bears(figure, whole.name)}
        ranked = [found for found in ranked if found[1] in bearers] or ranked
    if ranked:
        _join(people, people.figures[max(ranked)[1]], each, is_full=each.name.is_numbered)
        return
    _join(people, people.add(), whole if family else each, is_full=True)


def _otherwise(people: Cast, figure: Figure, each: Named, kin: set[int]) -> int:
    """How far a bare family name is from what the figure is called: by the first name, as kin only, Mrs or Baby Roe.

    "Carl Roe attacked Ada Roe. Ada's sister said that Roe …"; "Ben Roe was the son of Carl Roe. Roe …", who is
    meant least: also "Ben Roe, son of Carl Roe, sang. Roe …".
    """
    if each.name.titles or not any(each.name.folded == full.folded[-len(each.name.folded) :] for full in figure.full):
        return 0
    if all(_MAIDS & set(full.titles) or full.folded[0] == "baby" for full in figure.full):
        return 2  # "Baby Boy Roe is due in May. Roe and Poe met in 2018"
    given = {full.folded[0] for full in figure.full if len(full.parts) > 1}
    is_family = each.name.folded[0] not in given and bool(given)
    is_first = any(len(people.words[word]) == 1 for word in given & people.alone)
    is_aside = all(place in people.aside for place in figure.places)
    return is_family * (2 * is_aside + int(is_first or all(place in kin for place in figure.places)))


def _is_wife_of_topic(people: Cast, name: Name) -> bool:
    """Whether in the life of a man a bare family name after "Mrs" is his: it means none of his children."""
    if people.topic is None or not WIVES & set(name.titles):
        return False
    topic = people.figures[people.topic]
    return _given(topic) == "male" and any(full.family == name.folded for full in topic.full)


def _may_be_man(figure: Figure) -> bool:
    """Whether a first name is known that is no woman's."""
    return any(len(full.parts) > 1 for full in figure.full) and _given(figure) != "female"


def _is_one_of_peers(people: Cast, figure: Figure, word: str) -> bool:
    """Whether but a title tells of somebody, and others bear it: "Lord Ambery" may be the 2nd Viscount or his son."""
    others = (people.figures[index] for index in people.words[word] if index != figure.index)
    has_others = any(full.peerage == word for other in others for full in other.full)
    is_title = all(word not in full.folded for full in figure.full)
    return is_title and has_others and figure.index != people.topic and any(f.peerage == word for f in figure.full)


def _bears(figure: Figure, name: Name) -> bool:
    """Whether one of the figure's full names is this one, or shortens to it."""
    return any(len(full.parts) > 1 and fit(name, full) >= Fit.CORE for full in figure.full)


def _may_be_kin(people: Cast, figure: Figure, each: Named, kin: set[int]) -> bool:
    """Whether a name told as somebody's kin may mean the figure: "their son, Ben Jr." is not Ben Hart.

    "The son of Roe and Poe" is that of Ada Roe, whose life it is; Gruffydd is no family of Rhys ap Gruffydd.
    """
    is_son = each.name.suffix == "jr" and all(full.suffix != "jr" for full in figure.full)
    is_family = each.name.folded[0] not in names.first_names() and _single_fit(each.name, figure) == Fit.FAMILY
    is_family = is_family and all(names.PARTICLES.isdisjoint(full.folded) for full in figure.full)
    return not is_son and ((figure.index == people.topic and is_family) or _is_relative(people, figure, kin))


def _is_relative(people: Cast, figure: Figure, kin: set[int]) -> bool:
    """Whether "their son David" may mean the figure: in a life, one told as kin too or of its subject's family."""
    if people.topic is None:
        return True
    if all(len(full.parts) == 1 for full in figure.full):  # "his brother Edward" is no Edward III told of elsewhere
        is_king = all(full.is_numbered for full in figure.full)
        return not is_king or any(place in kin | people.aside for place in figure.places)
    if figure.index == people.topic:
        return False
    families = {full.family for full in people.figures[people.topic].full}
    is_family = any(full.family and full.family in families for full in figure.full)
    return is_family or any(place in kin for place in figure.places)


def _single_fit(name: Name, figure: Figure) -> Fit:
    gender = names.title_gender(name)
    if (gender and figure.gender and gender != figure.gender) or (gender and gender != (_given(figure) or gender)):
        return Fit.NONE
    return max((fit(name, full) for full in figure.full), default=Fit.NONE)


def _given(figure: Figure) -> str:
    return next((gender for full in figure.full if len(full.parts) > 1 and (gender := names.given_gender(full))), "")


def _single_score(people: Cast, figure: Figure, each: Named, fitting: Fit) -> float:
    """Who of several is meant: a life's bare family name is its subject's, else the one named last, named most.

    So is the first name of a life's subject who is called by it: "Otto" is he in the life of Otto II, "Ada" she in that
    of Ada of Morne.
    """
    score = _nearness(figure, each.start) + (log(1 + len(figure.places)) + log(1 + figure.forms[each.text])) / 3
    is_called_so = not each.name.suffix and any(full.is_numbered or full.folded[1:2] == ("of",) for full in figure.full)
    if figure.index == people.topic and (fitting == Fit.FAMILY or is_called_so):
        score += 2
    if fitting == Fit.GIVEN and all(each.name.folded[0] != full.folded[0] for full in figure.full):
        score -= 2  # "Kate" is Kathleen only where nobody is called Kate
    if fitting == Fit.FAMILY and min(figure.places, default=0) > each.start:
        score -= 1  # "Roe smiled at his child Ada Roe" after Ben Roe was named
    has_title = any(set(each.name.titles) & set(full.titles) for full in figure.full)  # "Miss Roe" beside "Dr. Roe"
    return score + (fitting == Fit.SAME) * 0.5 + has_title


def _first_named(people: Cast, each: Named) -> int | None:
    """Who of a first name was brought in first: Otto I is the father of an Otto."""
    bearers = [figure for figure in people.akin(each.name) if not any(full.is_numbered for full in figure.full)]
    first = min(bearers, key=lambda figure: min(figure.places, default=each.start), default=None)
    return first.index if first is not None and len(bearers) > 1 else None


def _named_last(people: Cast, each: Named, kin: set[int]) -> int | None:
    """Who of those of a first name was named in full last: "Mary Poe left. He met Mary Roe. Mary sang".

    Nobody where one of them is whom the text is about, who needs no full name, or who is brought in as kin.
    """
    word = each.name.folded[0]
    if word not in names.first_names():
        return None
    bearers = [figure for figure in people.akin(each.name) if any(full.folded[0] == word for full in figure.full)]
    named = [
        (places[place - 1], one.index) for one in bearers if (place := bisect_left(places := one.wholes, each.start))
    ]
    is_told = any(one.index == people.topic for one in bearers)
    last = max(named, default=None)
    return last[1] if last is not None and len(bearers) > 1 and not is_told and last[0] not in kin else None


def _shared_families(doc: Doc, found: list[Named]) -> dict[int, str]:
    """The family name that a first name borrows: "John and Mary Roe" are John Roe and Mary Roe."""
    borrowed = {}
    for before, each in pairwise(found):
        is_joined = each.start == before.end + 1 and doc_word(doc, before.end) in ("and", "&")
        is_couple = len(before.name.parts) == 1 and len(each.name.parts) > 1 and not before.name.titles
        if is_joined and is_couple and fold(before.name.parts[0]) in names.first_names():
            borrowed[before.start] = " ".join(each.name.parts[-len(each.name.family) :])
    return borrowed


def _settle(figure: Figure) -> None:
    """Votes of the first name, where nothing stronger is known."""
    for full in figure.full:
        if gender := names.given_gender(full):
            figure.votes[gender] += 4
            return
    # "Phyllida Marsh"; not "Fujiwara no Tameie", whose family stands first
    if any(len(full.parts) == 2 and full.folded[0].endswith("a") for full in figure.full):
        figure.votes["female"] += 1

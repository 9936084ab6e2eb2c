"""The words with which questions speak of events, states and ties: taken from the ontology, with plain inflection."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from kg.nlp.lexicon import person_noun
from kg.ontology.schema import Ontology

_TOKEN = re.compile(r"['’]s\b|[^\W_]+|[^\w\s]")
# The verbs of the packs that do not follow the rules, and the auxiliaries: lemma, then its forms.
_IRREGULAR = (
    "meet met; get got gotten; begin began begun; become became; come came; go went gone; have has had; "
    "do does did done; be is are was were been am; break broke broken; give gave given; make made; leave left; "
    "lose lost; die dying; tie tying; see saw seen; take took taken; bear bore born; know knew known; "
    "say said; find found; fall fell fallen; strike struck; lead led; hold held; put put; win won; seek sought; "
    "child children; grandchild grandchildren; stepchild stepchildren; wife wives; breathe breathing"
)
_LEMMAS = {form: lemma for lemma, *forms in map(str.split, _IRREGULAR.split(";")) for form in forms}
# One-word frames whose verb says something else in most questions.
_COMMON = frozenset("have share raise expect deliver produce give present bless link work play record act".split())
# what follows a death is not it: "where was she buried?"
_BURIALS = frozenset("bury inter cremate entomb lay funeral burial cremation interment".split())
# Ties that follow from others: how each is reached from its possessor, step by step, in one way or another.
_PATHS = {
    words[0]: tuple(tuple(way.split()) for way in " ".join(words[1:]).split("|"))
    for words in map(
        str.split,
        (
            "great-grandparent parent parent parent; great-grandfather parent parent father; "
            "great-grandmother parent parent mother; great-grandchild child child child; "
            "grandparent parent parent; grandfather parent father; grandmother parent mother; grandchild child child; "
            "grandson child son; granddaughter child daughter; "
            "nephew sibling son; niece sibling daughter; cousin parent sibling child; father-in-law spouse father; "
            "mother-in-law spouse mother; brother-in-law spouse brother | sibling husband; "
            "sister-in-law spouse sister | sibling wife; uncle parent brother | parent sibling husband; "
            "aunt parent sister | parent sibling wife; "
            "son-in-law daughter husband; daughter-in-law son wife; stepfather mother husband; stepmother father wife; "
            "stepson spouse son; stepdaughter spouse daughter; stepchild spouse child"
        ).split(";"),
    )
}
_PAST = ("ex", "former", "late", "previous", "then")
_SIDES = {"maternal": "mother", "paternal": "father"}
# Nouns of kinship that questions use, and that say something else in most prose.
_KIN = {"half-sibling": "sibling", "offspring": "child", "issue": "child", "progeny": "child", "folks": "parent"}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase of a question may mean."""

    kind: Literal["event", "state"]
    type: str
    noun: bool = False


def tokenized(text: str) -> list[tuple[str, int, int]]:
    """Words, numbers, signs and "'s" with their first character and the one after their last.

    >>> [word for word, _, _ in tokenized("Ada's ex-wife?")]
    ['Ada', "'s", 'ex', '-', 'wife', '?']
    """
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=4096)
def lemmas(word: str) -> frozenset[str]:
    """The forms that a word may be an inflection of, itself included.

    >>> sorted(lemmas("married")), "split" in lemmas("splitting"), "meet" in lemmas("met")
    (['marri', 'marrie', 'married', 'marry'], True, True)
    """
    found = {word, _LEMMAS.get(word, word)}
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            found.update(stem + each for each in replacements)
            if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


def _forms(word: str) -> set[str]:
    """The forms of a lemma: "marry", "marries", "married", "marrying"."""
    irregular = {form for form, lemma in _LEMMAS.items() if lemma == word}
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return {word, word[:-1] + "ies", word[:-1] + "ied", word + "ing", *irregular}
    if word.endswith("e"):
        return {word, word + "s", word + "d", word[:-1] + "ing", *irregular}
    last = word + word[-1] if re.search(r"[^aeiou][aeiou][bdgmnpt]$", word) else word
    return {word, word + "s", last + "ed", last + "ing", *irregular}


_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")))


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relational noun says: the states it names, or a tie of kinship, or steps from person to person.

    `partners` are state types, all of them for "partner"; `kin` is parent, child or sibling. `gender` is "" for either.
    """

    partners: tuple[str, ...] = ()
    kin: Literal["", "parent", "child", "sibling"] = ""
    paths: tuple[tuple[str, ...], ...] = ()
    gender: str = ""
    past: bool = False
    half: bool = False  # who share one parent only
    bereft: Literal["", "survivor", "dead"] = ""  # who lost, or left behind, somebody by death: "widow", "late husband"


class Lexicon:
    """The phrases and relational nouns of one ontology, looked up by lemmas."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.together = tuple(name for name in ontology.states if _holds(ontology, name, "dating"))
        self._phrases: dict[str, dict[tuple[str, ...], set[Sense]]] = {}
        for sense, text in _told(ontology):
            self._add(sense, text)
        for sense, text in _asked(ontology):
            self._add(sense, text, asked=True)
        self.relations = self._relations()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the phrases and nouns, and its forms: what a misspelled word may have been meant for."""
        phrases = (word for found in self._phrases.values() for phrase in found for word in phrase)
        nouns = (word for noun in self.relations for word, _, _ in tokenized(noun))
        return frozenset(form for word in {*phrases, *nouns} if word.isalpha() for form in _forms(word))

    def _add(self, sense: Sense, text: str, *, asked: bool = False) -> None:
        words = tuple(word for word, _, _ in tokenized(text.lower()) if word not in _SMALL)
        words = words[1:] if len(words) > 1 and words[0] in ("be", "get", "have") and words[1:] != ("child",) else words
        is_telling = len(words) > 1 or sense.noun or words[0] not in _COMMON
        if words and words != ("with",) and (asked or (is_telling and words[0] not in _BURIALS)):
            self._phrases.setdefault(words[0], {}).setdefault(words, set()).add(sense)

    def _relations(self) -> dict[str, Relation]:
        found = {noun: Relation(paths=paths, gender=_gender(noun)) for noun, paths in _PATHS.items()}
        for tie in ("parent", "child", "sibling"):
            nouns = (*self.ontology.kin.get(tie, ()), *(noun for noun, kin in _KIN.items() if kin == tie))
            found |= {noun: Relation(kin=tie, gender=_gender(noun)) for noun in nouns}
        for state in self.ontology.states.values():
            found |= {noun: Relation((state.name,), gender=_gender(noun)) for noun in state.relations}
        found |= {noun: Relation(self.together) for noun in ("partner", "companion", "couple", "other half")}
        found |= {noun: replace(found[noun], half=True) for noun in found if noun.startswith("half-")}
        found |= {noun: replace(found[noun], bereft="survivor") for noun in ("widow", "widower") if noun in found}
        return found | {"spouse": Relation(("married",)), "ex": Relation(self.together, past=True)}

    def relation(self, noun: str) -> Relation | None:
        """What a relational noun says, in singular or plural, with "ex-" or "former" or without."""
        words = noun.lower().replace("-", " ").split()
        if len(words) > 1 and (side := _SIDES.get(words[0])):
            return self._on(side, " ".join(words[1:]))
        if len(words) > 1 and words[0] == "late" and (known := self.relation(" ".join(words[1:]))):
            return replace(known, bereft="dead") if "married" in known.partners else known
        past = bool(words) and words[0] in _PAST[:2]
        plain = " ".join(words[1:] if past and len(words) > 1 else words)
        several = sorted(lemmas(plain)) if plain.endswith(("s", "children")) else []
        for form in (plain, *several):
            if found := self.relations.get(form) or self.relations.get(form.replace(" ", "-")):
                return replace(found, past=past or found.past)
        return None

    def _on(self, side: str, noun: str) -> Relation | None:
        """A tie by the mother or the father alone: "maternal aunt"."""
        found = self.relation(noun)
        paths = tuple((side, *path[1:]) for path in found.paths if path[0] == "parent") if found else ()
        return Relation(paths=paths, gender=found.gender) if found and paths else None

    def is_plural(self, noun: str) -> bool:
        """Whether a relational noun speaks of several: "husbands"."""
        low = noun.lower()
        return low not in self.relations and any(form in self.relations for form in lemmas(low))

    def match(self, words: list[str]) -> tuple[frozenset[Sense], tuple[int, ...]]:
        """The longest phrase that begins with the first word: what it may mean, and which of `words` it takes.

        Up to three other words may stand between: "call the whole wedding off".
        """
        best: tuple[frozenset[Sense], tuple[int, ...]] = (frozenset(), ())
        senses: set[Sense] = set()
        for lemma in sorted(lemmas(words[0])) if words else ():
            for phrase, found in self._phrases.get(lemma, {}).items():
                taken = _found(phrase, words)
                if len(taken) > len(best[1]):
                    senses, best = set(), (frozenset(), taken)
                if taken and len(taken) == len(best[1]):
                    senses |= found
                    best = (frozenset(senses), min(best[1], taken))
        return best


def _asked(ontology: Ontology) -> Iterable[tuple[Sense, str]]:
    """The phrases that the ontology declares for questions alone."""
    for name, event in ontology.events.items():
        yield from ((Sense("event", name), text) for text in event.words)
    for name, state in ontology.states.items():
        yield from ((Sense("state", name), text) for text in state.words)


def _told(ontology: Ontology) -> Iterable[tuple[Sense, str]]:
    """The phrases with which the ontology finds happenings and states in prose, and what it calls them."""
    for name, event in ontology.events.items():
        verb, noun = Sense("event", name), Sense("event", name, noun=True)
        frames = event.triggers
        yield from ((verb, text) for text in _frames(frames.verbs))
        yield from ((noun, text) for text in (event.noun, *_frames(frames.nouns)))
        yield from ((verb, text) for text in _frames(frames.adjectives))
    for name, state in ontology.states.items():
        sense = Sense("state", name)
        frames = state.triggers
        yield from ((sense, text) for text in (state.label, *_frames(frames.verbs), *_frames(frames.adjectives)))
        yield from ((Sense("state", name, noun=True), text) for text in (state.noun, *_frames(frames.nouns)))


def _frames(frames: Iterable[str]) -> Iterable[str]:
    """The lemmas of each frame: "tie knot | with to" gives "tie knot"."""
    return (re.split(r"[|&]", frame)[0] for frame in frames)


def _found(phrase: tuple[str, ...], words: list[str]) -> tuple[int, ...]:
    """Where the words of `phrase` stand in `words`, the first of them first; empty where they do not."""
    taken = [0]
    for lemma in phrase[1:]:
        window = range(taken[-1] + 1, min(taken[-1] + 5, len(words)))
        place = next((i for i in window if words[i] == lemma or lemma in lemmas(words[i])), None)
        if place is None:
            return ()
        taken.append(place)
    return tuple(taken)


def _holds(ontology: Ontology, state: str, implied: str) -> bool:
    return state == implied or any(_holds(ontology, each, implied) for each in ontology.states[state].implies)


def _gender(noun: str) -> str:
    found = person_noun(noun)
    return found.gender if found else ""


_SMALL = frozenset("a an the their his her its each other as into".split())

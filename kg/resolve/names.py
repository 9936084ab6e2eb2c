"""A person's name taken apart, and whether two names may be one person's."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from kg.nlp import names
from kg.nlp.forms import long_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# words that say what somebody is called, never who they are
_ADDRESS = _words(
    """
    mr mrs ms miss mx dr sir dame rev reverend fr prof professor capt captain col colonel gen general lt lieutenant maj
    major sgt sergeant hon rt judge justice president senator sen governor gov congressman congresswoman councillor mp
    madame mme mademoiselle mlle monsieur herr frau signor signora senor senora aunt auntie uncle granny grandma grandpa
    hubby nee the late former
    """
)
# with a single name they make a full one: "Queen Victoria", "Lady Gaga"
_RANK = _words(
    """
    king queen prince princess duke duchess archduke archduchess infante infanta earl count countess baron baroness
    marquess lord lady emperor empress tsar pope saint st sultan
    """
)
_ROYAL = _RANK - _words("earl count countess baron baroness marquess lord lady saint st")
_OF_MEN = _words("mr sir lord king prince duke earl count baron emperor father rev reverend")
_OF_WOMEN = _words("mrs ms miss dame lady queen princess duchess countess baroness empress sister")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_NUMERAL = re.compile(r"[ivx]{1,5}")
_LOW = _words("i ii iii iv v")
_LETTERS = _words("i v x vi xi")  # numbers that may be initials or names
_BRACKETED = re.compile(r"\([^()]*\)")
_DIMINUTIVE = re.compile(r"(ie|ey|y)$")
_DOUBLED = re.compile(r"([^\W\d_])\1")


@dataclass(frozen=True, slots=True)
class Name:
    """A name's parts in lower case, without accents, titles and punctuation. `first` alone where it is one word."""

    first: str = ""
    middles: tuple[str, ...] = ()
    last: str = ""
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it can name a person outside one document: two words, or a rank and one."""
        return bool(self.last)

    @property
    def is_of_rulers(self) -> bool:
        """Whether a rank or a low number makes it full: many have been "Queen Ann" and "Otto II", few Otto IX."""
        is_place = "of" in self.middles  # "Duke of Roe"
        return self.last in _LOW or (self.first in _ROYAL and (is_place or self.last in names.first_names()))

    @property
    def key(self) -> tuple[str, str, str]:
        """What two mentions of one full name share: middle names may be left out."""
        return self.first, self.last, self.suffix

    @property
    def words(self) -> frozenset[str]:
        """Its first and its last word."""
        return frozenset((self.first, self.last)) - {""}


@lru_cache(maxsize=1 << 18)
def parse(text: str) -> Name:
    """The parts of a name as it is written.

    >>> parse("Mr. José Luis de la Peña, Jr.")
    Name(first='jose', middles=('luis', 'de', 'la'), last='pena', suffix='jr')
    >>> parse("Queen Victoria").is_full, parse("Mrs Norton").is_full
    (True, False)
    >>> parse("King Otto II of Burgundy")
    Name(first='otto', middles=('of', 'burgundy'), last='ii', suffix='')
    """
    words = [word for word in folded(text).split() if word not in _ADDRESS]
    suffix = next((_SUFFIXES[word] for word in words[1:] if word in _SUFFIXES), "")
    words = [word for place, word in enumerate(words) if not place or word not in _SUFFIXES]
    if len(words) > 1 and words[0] == "grand" and words[1] in _RANK:
        words = words[1:]
    if len(words) > 2 and words[0] in _RANK and words[1] != "of":  # "King Otto II" is Otto II
        words = words[1:]
    if len(text.split()) == 1 and all(word in names.first_names() for word in words):  # "Ann-Mary" is a first name
        return Name(first=words[0] if words else "", middles=tuple(words[1:]), suffix=suffix)
    number = _number(words)
    if number:
        return Name(" ".join(words[:number]), tuple(words[number + 1 :]), words[number], suffix)
    if len(words) > 2 and _NUMERAL.fullmatch(words[-1]) and words[0] not in _RANK:
        suffix, words = words[-1], words[:-1]
    if len(words) < 2:
        return Name(first=words[0] if words else "", suffix=suffix)
    return Name(words[0], tuple(words[1:-1]), words[-1], suffix)


def _number(words: list[str]) -> int:
    """The place of the number by which a ruler is called: "Otto II", "Otto William I of Burgundy"; 0 without one.

    In "Jack Roe III" it comes after a family name.
    """
    for place in range(1, len(words)):
        if _NUMERAL.fullmatch(words[place]):
            is_told = words[place] not in _LETTERS and place == 1
            return place if is_told or len(words) == 2 or words[place + 1 : place + 2] == ["of"] else 0
    return 0


def titled(forms: Iterable[str]) -> Literal["", "female", "male"]:
    """The gender that the titles among some forms of a name tell; "" where they tell none, or both.

    >>> titled(["Mrs. Edmund Hale"]), titled(["Miss Hale", "Edmund Hale"]), titled(["Miss Hale", "Mr. Hale"])
    ('female', 'female', '')
    >>> titled(["Edmund Hale", "Mrs. Edmund Hale"])  # his wife, not he
    ''
    """
    told = {folded(form) for form in forms}
    wives = {f"mrs {form}" for form in told if names.first_names().get(form.partition(" ")[0]) == "male"}
    first = {form.partition(" ")[0] for form in told - wives}  # "Mrs. Edmund Hale" is not Edmund Hale
    if first & _OF_WOMEN and not first & _OF_MEN:
        return "female"
    return "male" if first & _OF_MEN and not first & _OF_WOMEN else ""


@lru_cache(maxsize=1 << 18)
def folded(text: str) -> str:
    """Lower case, without accents and punctuation, one space between words; an apostrophe joins.

    >>> folded("Renée O'Brien-Smith")
    'renee obrien smith'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", plain)))


def middles_agree(one: Name, other: Name) -> bool:
    """Whether the middle names can be one person's: either has none, or the fewer are found among the others in order.

    Of two rows of initials, one begins the other.

    >>> middles_agree(parse("John F. Kennedy"), parse("John Fitzgerald Kennedy"))
    True
    >>> middles_agree(parse("Ben W. Roe"), parse("Ben H. W. Roe"))
    False
    """
    if not (one.middles and other.middles):
        return True
    few, many = sorted((one.middles, other.middles), key=len)
    if all(len(middle) == 1 for middle in (*few, *many)):
        return many[: len(few)] == few
    rest = iter(many)
    return all(any(_same_or_initial(middle, each) for each in rest) for middle in few)


def is_variant(one: str, other: str, *, of_one_gender: bool = False) -> bool:
    """Whether two first names are spellings or short forms of one; `of_one_gender` where the bearers are.

    >>> is_variant("jessie", "jesse"), is_variant("peggy", "margaret"), is_variant("jo", "amy")
    (True, True, False)
    """
    if _same_or_initial(one, other) or is_misspelt(one, other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 2 and long.startswith(short):
        return True
    longs = [long_forms(each) | {each} for each in (one, other)]
    return bool(longs[0] & longs[1]) or _is_diminutive(short, long, of_one_gender)


def _is_diminutive(short: str, long: str, of_one_gender: bool) -> bool:
    """ "Toby" of Tobias, "Ify" of Ifeoma; Mary is no Margaret."""
    stem = _DOUBLED.sub(r"\1", _DIMINUTIVE.sub("", short))
    known = names.first_names()
    if stem == short or not long.startswith(stem) or len(long) < len(stem) + 3 or short == "mary":
        return False
    is_possible = of_one_gender or {known.get(short), known.get(long)} != {"female", "male"}
    return is_possible and (len(stem) > 2 or short not in known)


def is_misspelt(one: str, other: str) -> bool:
    """Whether one letter makes the difference in words long enough for that to be a slip, or they sound alike.

    >>> is_misspelt("buckley", "buckly"), is_misspelt("lyle", "lisle"), is_misspelt("ann", "ian")
    (True, True, False)
    """
    if min(len(one), len(other)) < 4:
        return False
    return any(OSA.distance(each(one), each(other), score_cutoff=1) <= 1 for each in (str, _sound))


def _sound(word: str) -> str:
    """A word without the spellings that change no sound: "castell" and "castle" are a letter apart."""
    return _DOUBLED.sub(r"\1", word.replace("y", "i").replace("ph", "f").replace("ck", "k"))


def other_forms(text: str) -> list[Name]:
    """The further full names that one form tells: by the nickname in quotation marks, and as borne at birth.

    >>> [f"{name.first} {name.last}" for name in other_forms('Desmond "Dez" Lyle')]
    ['dez lyle']
    >>> [f"{name.first} {name.last}" for name in other_forms("Ify Brandt (née Okeke)")]
    ['ify okeke']
    """
    name, told = parse(_BRACKETED.sub(" ", text)), names.parse(text)
    if not name.is_full:
        return []
    called = [replace(name, first=folded(each), middles=()) for each in told.nicknames if len(each.split()) == 1]
    return called + [replace(name, last=folded(each), middles=()) for each in told.births if len(each.split()) == 1]


def _same_or_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def without_note(text: str) -> str:
    """A name without the word in brackets that tells namesakes apart.

    >>> without_note("Ben Hart (drummer)")
    'Ben Hart'
    """
    return _BRACKETED.sub("", text).strip() or text

"""Person names as strings: their parts, and what they tell of gender.

>>> full = parse('Sir James Edward "Jim" Norton Jr.')
>>> full.parts, full.titles, full.nicknames, full.suffix
(('James', 'Edward', 'Norton'), ('sir',), ('Jim',), 'jr')
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

TITLES = {
    "male": "mr mr. mister sir lord king prince emperor sultan tsar father brother monsieur m. baron count "
    "viscount herr señor "
    "earl infante uncle sheikh pope margrave landgrave elector shri sri",
    "female": "mrs mrs. ms ms. miss dame lady queen princess empress duchess countess baroness mme mme. "
    "madame mademoiselle "
    "frau fräulein mlle mlle. señora sister aunt mother viscountess marchioness margravine "
    "landgravine electress infanta smt smt.",
    "": "dr dr. doctor prof prof. professor rev rev. reverend president senator governor judge justice "
    "captain capt. colonel "
    "col. general gen. major lieutenant lt. sergeant admiral commander saint st. archduke archduchess duke "
    "marquess chancellor "
    "bishop archbishop cardinal rabbi canon hon hon. honourable honorable rt. sen. gov. mayor minister chief "
    "detective inspector agent coach",
}
_TITLE_GENDER = {word: gender for gender, words in TITLES.items() for word in words.split()}
_TITLE_GENDER |= {
    "duke": "male",
    "archduke": "male",
    "marquess": "male",
    "archduchess": "female",
    "pope": "male",
    "bishop": "male",
}
ROYAL = {"prince", "princess", "king", "queen", "emperor", "empress"}
# whose title goes with a place: "the Duke of Morne"
PEERS = frozenset(
    (
        "duke duchess earl count countess marquess marchioness prince princess lord lady baron baroness viscount "
        "archduke archduchess margrave margravine landgrave landgravine elector electress"
    ).split()
)
_RAISING = {"crown", "grand", "dowager"}  # before a rank: "Crown Prince", "Grand Duchess"
_OF_NAMES = {"m.", "saint", "st."}  # an initial, and what a saint is called by
_SUFFIXES = {
    "jr": "jr",
    "jr.": "jr",
    "junior": "jr",
    "sr": "sr",
    "sr.": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
}
_SUFFIXES |= {each: each for each in ("v", "vi", "vii", "viii", "ix", "esq", "esq.")}
_HONOURS = frozenset(
    "cbe obe mbe kbe dbe gbe cmg kcmg gcmg cvo kcvo gcvo mvo cb kcb gcb kg kt bt dso dfc frs frse frcs frcp prcvs fba "
    "mp qc kc dl jp phd md mba bart cie mid lld dd fsa frgs mc gc vc fras".split()
)
PARTICLES = frozenset(
    "de del della di da dos du la le van von der den ter ten al el bin ibn ap af zu st st. mac bint abu".split()
)

# "Sir James Roe, 2nd Baronet", "Earl of Morne and Lorn": what tells the bearers of one name apart
RANK = re.compile(
    r", *((?:\d+(?:st|nd|rd|th) +)?"
    r"(?:Baron(?:et|ess)?|Viscount(?:ess)?|Earl|Count(?:ess)?|Marquess|Duke|Duchess|Elector|Prince)\b"
    r"(?: +(?!of\b)(?-i:[^\W\d_a-z][\w-]+))?(?: +of(?: +(?-i:[^\W\d_a-z][\w-]+))+"
    r"(?: +and +(?-i:[^\W\d_a-z][\w-]+)\b(?! +(?-i:[^\W\d_a-z])))?)?)",
    re.IGNORECASE,
)
_PEERAGES = frozenset(
    "baron baroness viscount viscountess earl marquess duke countess duchess".split()
)  # "1st Earl of Morne" is "Morne"
_REGNAL = re.compile(r"I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XI?V|XVI{1,3}|XI?X")

_SMALL = frozenset(word.upper() for word in ("of", "the", "and", *PARTICLES) if word.isalpha())

_QUOTED = re.compile(r"""["“”„]\s*([^"“”„]+?)\s*["“”]|(?:(?<=\s)|^)['‘]([^'‘’]+)['’](?=\s|$)""")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BIRTH = re.compile(r"\b(?:née|nee|né|born)\s+(.+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `titles` and `suffix` are lower case; `births` are family names borne before."""

    parts: tuple[str, ...]
    titles: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    suffix: str = ""
    rank: str = ""

    @property
    def folded(self) -> tuple[str, ...]:
        """The parts in lower case, without accents."""
        return tuple(fold(part) for part in self.parts)

    @property
    def is_numbered(self) -> bool:
        """Whether a number tells its bearer from others of the name, as it does kings: "Otto II"."""
        return bool(_REGNAL.fullmatch(self.suffix.upper()))

    @property
    def family(self) -> tuple[str, ...]:
        """The folded family name with its particles; empty for a single name.

        >>> parse("Robert De Niro").family
        ('de', 'niro')
        """
        folded, start = self.folded, len(self.parts) - 1
        while start > 1 and folded[start - 1] in PARTICLES:
            start -= 1
        return folded[start:] if start > 0 else ()

    @property
    def peerage(self) -> str:
        """The folded title by which a peer is called; empty for others.

        >>> parse("Henry Roe, 1st Earl of Morne").peerage
        'morne'
        """
        words = fold(self.rank).split()
        return words[-1] if _PEERAGES & set(words[:-1]) else ""


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word in lower case, without accents and apostrophes.

    >>> fold("O’Neill"), fold("Beyoncé")
    ('oneill', 'beyonce')
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "").replace("'", ""))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=20_000)
def parse(text: str) -> Name:
    """The parts of a person's name as written.

    >>> parse("Jane Mary Roe (née Doe)")
    Name(parts=('Jane', 'Mary', 'Roe'), titles=(), nicknames=(), births=('Doe',), suffix='', rank='')
    """
    births = tuple(found[1].strip() for bracket in BRACKETED.findall(text) if (found := _BIRTH.search(bracket[1:-1])))
    asides = tuple(
        bracket[1:-1] for bracket in BRACKETED.findall(text) if re.fullmatch(r"[(\[][^\W\d_]+[)\]]", bracket)
    )
    rank = " ".join(RANK.findall(text)[:1])
    text = BRACKETED.sub(" ", RANK.sub(" ", text))
    if found := _BIRTH.search(text):
        births, text = (*births, found[1].strip()), text[: found.start()]
    nicknames = (*asides, *((a or b).strip() for a, b in _QUOTED.findall(text)))
    rest = _QUOTED.sub(" ", text).replace(",", " ") if len(_QUOTED.sub(" ", text).split()) else text.strip("\"“”'‘’")
    words = [_POSSESSIVE.sub("", word) for word in rest.split()]
    words = [word for word in words if any(letter.isalnum() for letter in word)]
    titles, words = _leading_titles(_without_honours(words))
    suffix = ""
    if len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        suffix, words = _SUFFIXES[words[-1].casefold()], words[:-1]
    elif len(words) > 1 and _is_regnal(words):
        suffix, words = words[1].rstrip(".").casefold(), [words[0], *words[2:]]
    return Name(tuple(words), titles, nicknames, births, suffix, rank.casefold())


def _is_regnal(words: list[str]) -> bool:
    """Whether the second word is a number: "Charles I", "Hugh III of Morne"; "Malcolm X" ends in a letter.

    A full stop behind a name may be the sentence's: "his grandfather, Otto II."
    """
    ends = len(words) == 2 or words[2] == "of"
    number = words[1].rstrip(".") if len(words) == 2 else words[1]
    return bool(_REGNAL.fullmatch(number)) and (len(number) > 1 or number in "IV") and (ends or number not in "IV")


def is_honour(word: str) -> bool:
    """Whether the word is one of the letters after a name: "CBE", "F.R.S.E."."""
    return word.replace(".", "").casefold() in _HONOURS


def _without_honours(words: list[str]) -> list[str]:
    """The words of a name without the letters after it."""
    while len(words) > 1 and is_honour(words[-1].strip(",")):
        words = words[:-1]
    return words


def _leading_titles(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Titles at the beginning, lower case, and the rest; the last word is never a title."""
    count = 0
    while count < len(words) - 1 and is_title(words[count], words[count + 1]):
        count += 1
    return tuple(word.casefold() for word in words[:count]), words[count:]


def is_title(word: str, after: str = "") -> bool:
    """Whether the word may stand as a title before a name, or before the title that comes after it.

    >>> is_title("Prince"), is_title("Crown", "Prince"), is_title("Crown", "Roe")
    (True, True, False)
    """
    folded = word.casefold()
    return folded in _TITLE_GENDER or (folded in _RAISING and after.casefold() in PEERS | ROYAL)


def bare(words: Sequence[str]) -> tuple[int, int]:
    """Where the name itself begins and ends among these words, without the titles before it and the rank behind it.

    >>> bare(["Prince", "Ben", ",", "Duke"])
    (1, 2)
    >>> bare(["M.", "Roe"]), bare(["Saint", "Ada"])
    ((0, 2), (0, 2))
    """
    ranks = (i for i, (sign, word) in enumerate(pairwise(words)) if i and sign == "," and is_title(word))
    start, end = 0, next(ranks, len(words))
    while start < end - 1 and is_title(words[start], words[start + 1]) and words[start].casefold() not in _OF_NAMES:
        start += 1
    return start, end


def title_gender(name: Name) -> str:
    """What the titles tell: "female", "male" or ""."""
    return next((gender for title in name.titles if (gender := _TITLE_GENDER.get(title, ""))), "")


def given_gender(name: Name) -> str:
    """What the first name suggests: "female", "male" or "". Weak: the document may say otherwise."""
    return first_names().get(name.folded[0], "") if name.parts else ""


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """Folded first names and the gender they suggest.

    Learned from names with coreferent pronouns in GAP (Apache-2.0), LitBank (CC BY 4.0), GUM (CC BY) and from titles of
    encyclopedia biographies (CC BY-SA); common names are added by hand, those that lean to no side are left out.
    """
    lines = (files("kg.nlp") / "first_names.tsv").read_text(encoding="utf-8").splitlines()
    return {fold(name): gender for name, _, gender in (line.partition("\t") for line in lines)}


def display(text: str, cased: dict[str, str]) -> str:
    """The name as it should be printed: no titles, no possessive, capitals calmed by `cased` (folded word -> spelling).

    >>> display("Sir IAN McSHANE's", {"mcshane": "McShane"})
    'Ian McShane'
    """
    rank = "".join(f", {found}" for found in RANK.findall(text)[:1])
    _, words = _leading_titles(_without_honours(BRACKETED.sub(" ", RANK.sub(" ", text)).split()))
    words = [_POSSESSIVE.sub("", word).strip(",;:()[]") for word in words]
    return " ".join(_calm(word, cased) for word in words if word) + rank


def _calm(word: str, cased: dict[str, str]) -> str:
    if word == "ST":
        return "St"
    if word in _SMALL:
        return word.lower()
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if len(letters) < 3 or capitals < len(letters) - 2 or capitals < 3 or word.casefold() in _SUFFIXES:
        return word
    return cased.get(fold(word)) or re.sub(r"[^\W\d_]+", lambda run: run[0].capitalize(), word)

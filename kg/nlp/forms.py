"""Which names may be forms of one another: shorter, familiar or misspelt ones of a fuller name.

>>> full = parse('Sir James Edward "Jim" Norton Jr.')
>>> [fit(parse(form), full).name for form in ("James Norton", "Jim Norton", "Norton", "Jim", "Mrs Norton", "Edward")]
['CORE', 'CORE', 'FAMILY', 'GIVEN', 'NONE', 'NONE']
"""

from enum import IntEnum
from functools import lru_cache

from kg.nlp.names import PARTICLES, ROYAL, Name, first_names, fold, parse, title_gender

# "Mr Norton" gives the family name, "Sir Elton" and "Princess Anne" the first name.
_WITH_FAMILY = {"mr", "mrs", "ms", "mr.", "mrs.", "ms."}
_WITH_GIVEN = {*ROYAL, "sir", "dame", "pope", "aunt", "uncle"}

# Short forms of first names that are no beginning of the long form.
_SHORT = """
bill billy will:william bob bobby rob robbie:robert dick rick ricky rich richie:richard jim jimmy jamie:james jack
johnny jonny:john ted teddy ned ed eddie:edward ted teddy theo:theodore tony:anthony,antony chuck charlie:charles
harry hal:henry,harold hank:henry joe joey:joseph mike mick mickey:michael nick nicky:nicholas,nicolas
larry:lawrence,laurence steve stevie:steven,stephen jeff:jeffrey,geoffrey dave davy:david andy drew:andrew dan
danny:daniel tom tommy:thomas tim timmy:timothy sam sammy:samuel,samantha ben benny:benjamin alex
sandy:alexander,alexandra bert:albert,herbert,robert al:albert,alan,alfred alfie:alfred fred freddie
freddy:frederick,frederic,alfred ken kenny:kenneth ron ronnie:ronald greg:gregory matt:matthew pat paddy:patrick
phil pip:philip,phillip gerry jerry:gerald,gerard,jerome jon:jonathan,john josh:joshua zach zack zac:zachary
gus:augustus,angus hugh:hubert liz lizzie beth betty bess eliza libby lisa:elizabeth kate katie kathy kat cathy
kitty kit:katherine,catherine,kathleen,kathryn meg maggie peggy madge margie rita:margaret molly polly:mary mary
mandy:amanda sue susie suzy susan:susan,susanna,susannah,suzanne jenny jen jennie:jennifer becky
bec becca:rebecca,rebekah vicky vicki tori:victoria ellie nell nellie nora:eleanor,ellen,helen abby abbie gail:abigail
annie nan nancy:anne,ann,anna patty patsy tricia trish pat:patricia debbie deb:deborah,debra barb barbie
babs:barbara cindy:cynthia connie:constance dot dottie dolly:dorothy fanny fran frankie:frances frank
frankie:francis,franklin ginny:virginia gwen:gwendolyn jackie:jacqueline,jacquelyn josie jo:josephine,joanna
judy:judith kim:kimberly lottie charlie carrie:charlotte,caroline mel:melanie,melissa
millie:mildred,millicent,camilla minnie:wilhelmina nicky nikki:nicole,nicola penny:penelope pippa:philippa
rosie:rose,rosemary sally sadie:sarah sophie:sophia steph:stephanie tess tessa terry:theresa,teresa
terry:terence,terrence tina chris christie:christina,christine,christopher val:valerie viv:vivian,vivien
wendy:gwendolyn bertie:albert,herbert,robert georgie:george,georgia,georgina gabby:gabriella,gabrielle
hettie hetty:henrietta,hester minna mina:wilhelmina edie:edith doug dougie:douglas toby:tobias
maddie:madeleine,madison izzy bella:isabella lexi:alexandra,alexis cate:catherine trix trixie bea:beatrice flo
flossie:florence winnie:winifred,winston evie:evelyn,eve
"""


class Fit(IntEnum):
    """How a form of a name relates to a fuller one; greater is closer."""

    NONE = 0
    GIVEN = 1  # the first name or a nickname alone
    FAMILY = 2  # the family name alone
    CORE = 3  # first and family name, or the first names of several
    SAME = 4


@lru_cache(maxsize=50_000)
def fit(form: Name, full: Name) -> Fit:
    """Whether `form` may be another, shorter form of `full`."""
    if not form.parts or not full.parts or _at_odds(form, full):
        return Fit.NONE
    short, long = form.folded, full.folded
    if short == long:
        return Fit.SAME
    if len(short) == 1:
        return _single(form, full)
    if len(short) > len(long):
        return Fit.NONE
    # "Edson", and "Carter Edson", of Fanny Carter Edson
    if (
        short == long[-len(short) :]
        or short == full.family
        or (len(full.births) and short == parse(full.births[-1]).folded)
    ):
        return Fit.FAMILY
    return Fit.CORE if _core(short, form, full) else Fit.NONE


def _at_odds(form: Name, full: Name) -> bool:
    """Titles of two genders, or two suffixes: "Mr Norton" is no form of "Mrs Norton"."""
    genders = {gender for name in (form, full) if (gender := title_gender(name))}
    # "Sr." is said only to tell a father from his son; "Jr." may be left out.
    suffixes = (
        {form.suffix, full.suffix} - {"jr", "esq", "esq."}
        if "jr" not in (form.suffix, full.suffix)
        else {form.suffix, full.suffix} - {""}
    )
    # "Rainier" may be Rainier III, and "Roe" John Roe III, though no other Rainier and no John Roe
    is_short = not form.suffix and ("of" in full.parts or (full.is_numbered and len(form.parts) == 1))
    if len(full.parts) == 1 or is_short:
        suffixes -= {""}
    return len(genders) > 1 or len(suffixes) > 1 or differ(form, full)


def differ(a: Name, b: Name) -> bool:
    """Whether two names bear different numbers: "Otto I" and "Otto II", a 2nd and a 3rd Baronet."""
    return any(one and other and one != other for one, other in ((a.suffix, b.suffix), (a.rank, b.rank)))


def _single(form: Name, full: Name) -> Fit:
    if set(form.titles) & ROYAL and not set(form.titles) & set(full.titles) and len(full.parts) > 1:
        return Fit.NONE  # "Queen Sofia" is no guest called Sofia Marsh
    word, long = form.folded[0], full.folded
    families = {long[-1], full.peerage, *(fold(each).split()[-1] for each in full.births)} if len(long) > 1 else set()
    # "Ronald Reagan": "Reagan"; "Helena Fisk-Roe": "Fisk-Roe" as a whole only.
    if word in families and not set(form.titles) & _WITH_GIVEN:
        return Fit.FAMILY
    nicknames = {fold(each) for each in full.nicknames}
    if (word in nicknames or is_short_for(word, long[0])) and not set(form.titles) & _WITH_FAMILY:
        return Fit.GIVEN
    return Fit.NONE


def _core(short: tuple[str, ...], form: Name, full: Name) -> bool:
    """First names and family name agree; what stands between may be left out or be initials."""
    long = full.folded
    if long[: len(short)] == short and short[-1] not in PARTICLES:
        return True
    families = {long[-1], *(fold(each).split()[-1] for each in full.births)}
    nicknames = {fold(each) for each in full.nicknames}
    if short[-1] not in families or not (short[0] in nicknames or is_short_for(short[0], long[0])):
        return False
    inner, between = list(short[1:-1]), iter(long[1:])
    if inner and _are_other_initials(inner[0], long[1]):
        return False
    return all(any(_initial(word, other) or word == other for other in between) or word in nicknames for word in inner)


def _are_other_initials(mine: str, other: str) -> bool:
    """Whether the first of two middle names are told as initials, and not as the same: "Ben W." is no "Ben H. W. Roe".

    Who bears two names does not leave out the first of them only.
    """
    one, two = mine.rstrip("."), other.rstrip(".")
    return len(one) == len(two) == 1 and one != two


def is_misspelt(form: Name, full: Name) -> bool:
    """Whether two names differ by one letter of a long word behind the first: "Clara Abbott" and "Clara Abbot".

    >>> [is_misspelt(parse(form), parse("Clara Abbott")) for form in ("Clara Abbot", "Dora Abbot", "Clara Albany")]
    [True, False, False]
    """
    a, b = form.folded, full.folded
    if len(a) != len(b) or a[:1] != b[:1]:
        return False
    others = [sorted(pair, key=len) for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    if len(others) != 1 or len(others[0][0]) < 5:
        return False
    short, long = others[0]
    if len(short) == len(long):
        return sum(x != y for x, y in zip(short, long, strict=True)) == 1
    return any(short == long[:i] + long[i + 1 :] for i in range(len(long)))


def _initial(a: str, b: str) -> bool:
    """Whether one is the other's initial: "j." and "james"."""
    a, b = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return len(a) == 1 and b.startswith(a)


@lru_cache(maxsize=20_000)
def is_short_for(short: str, first: str) -> bool:
    """Whether the folded first name `short` may stand for `first`: the same, an initial, or a known short form.

    >>> [is_short_for(*each) for each in (("steve", "stephen"), ("j.", "james"), ("ann", "anna"))]
    [True, True, False]
    """
    if short == first or _initial(short, first):
        return True
    if first in long_forms(short):
        return True
    if len(short) < 3 or len(first) - len(short) < 2 or not first.startswith(short):
        return False
    genders = {first_names().get(short, ""), first_names().get(first, "female" if first.endswith("a") else "")}
    return not genders >= {"female", "male"}  # "Paul" is no Paulina


def long_forms(short: str) -> frozenset[str]:
    """The first names that a folded short form may stand for, beside those that it begins."""
    return _short_forms().get(short, frozenset())


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    pending: list[str] = []
    for word in _SHORT.split():
        short, colon, longs = word.partition(":")
        pending.append(short)
        if colon:
            for each in pending:
                forms.setdefault(each, set()).update(longs.split(","))
            pending = []
    return {short: frozenset(longs) for short, longs in forms.items()}

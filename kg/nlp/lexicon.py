"""Common nouns that speak of people: ties to somebody, callings, groups, and the gender and number they tell."""

from dataclasses import dataclass

# tie: (female, male, either) nouns. The tie is what the noun's person is to the possessor.
_TIES = {
    "partner": (
        "wife girlfriend fiancée fiancee bride widow mistress ex-wife ex-girlfriend ex-fiancée ex-fiancee "
        "bride-to-be wife-to-be "
        "missus wifey then-wife then-girlfriend then-fiancée then-fiancee",
        "husband boyfriend fiancé fiance hubby groom bridegroom widower beau ex-husband ex-boyfriend "
        "ex-fiancé ex-fiance "
        "husband-to-be groom-to-be toyboy then-husband then-boyfriend then-fiancé then-fiance",
        "spouse partner lover ex ex-partner ex-lover ex-spouse consort sweetheart soulmate flame squeeze then-partner",
    ),
    "child": (
        "daughter stepdaughter step-daughter goddaughter",
        "son stepson step-son godson",
        "child baby kid newborn infant toddler firstborn stepchild heir twin tot",
    ),
    "parent": (
        "mother mum mom mummy stepmother step-mother mama mam godmother",
        "father dad daddy stepfather step-father papa godfather stepdad",
        "parent step-parent stepparent guardian",
    ),
    "sibling": (
        "sister half-sister stepsister step-sister",
        "brother half-brother stepbrother step-brother",
        "sibling half-sibling",
    ),
    "relative": (
        "grandmother granddaughter aunt niece great-granddaughter great-grandmother grandma nan",
        "grandfather grandson uncle nephew great-grandson great-grandfather grandpa",
        "cousin relative grandchild grandparent descendant ancestor",
    ),
    "associate": (
        "maid",
        "",
        "friend pal colleague co-star costar bandmate castmate classmate manager agent assistant mentor "
        "teacher pupil student "
        "collaborator rival neighbour neighbor boss employer employee bodyguard publicist spokesperson "
        "lawyer client successor predecessor "
        "bff teammate housemate roommate",
    ),
}

_CALLINGS = (
    "woman lady actress queen princess duchess countess empress baroness heiress songstress comedienne "
    "hostess waitress girl "
    "businesswoman spokeswoman congresswoman sportswoman ballerina stewardess socialite blonde brunette "
    "mum-of-three goddess diva nun seamstress "
    "bombshell siren stunner temptress vixen matriarch redhead "
    "sculptress poetess supermodel starlet beauty marchioness viscountess abbess housewife chairwoman "
    "saleswoman schoolgirl",
    "man gentleman king prince duke earl emperor lord baron viscount count marquess boy businessman "
    "spokesman congressman sportsman "
    "heartthrob patriarch "
    "frontman clergyman nobleman statesman lad bloke guy monk priest pope tsar sultan knight "
    "father-of-one hunk policeman chairman salesman schoolboy "
    "cowboy fisherman infantryman ironman",
    "actor singer star model presenter player footballer politician writer author artist musician director "
    "producer comedian host "
    "rapper dancer designer photographer journalist reporter novelist poet painter composer songwriter "
    "singer-songwriter "
    "screenwriter filmmaker athlete swimmer boxer golfer racer driver cyclist runner coach captain champion "
    "olympian president senator "
    "minister governor mayor monarch royal celebrity personality influencer blogger vlogger youtuber "
    "entrepreneur mogul "
    "billionaire millionaire executive lawyer attorney judge doctor physician surgeon nurse scientist "
    "physicist chemist biologist "
    "mathematician astronomer historian philosopher professor engineer architect inventor explorer soldier "
    "officer general "
    "bishop theologian missionary activist socialite philanthropist chef baker entertainer magician broadcaster "
    "newsreader newcomer muralist trumpeter essayist "
    "winner contestant finalist alum alumnus nominee icon legend teenager teen pianist "
    "violinist guitarist "
    "drummer bassist vocalist conductor soprano tenor baritone cellist sculptor playwright dramatist editor "
    "publisher banker "
    "businessperson financier industrialist diplomat ambassador spy detective economist psychologist "
    "anthropologist linguist "
    "educator teacher scholar academic feminist suffragette aristocrat heir hitmaker crooner performer "
    "thespian funnyman islander housemate pin-up castaway bachelorette "
    "broadcaster columnist critic researcher cricketer striker midfielder goalkeeper quarterback jockey "
    "wrestler skater skier "
    "gymnast sprinter snowboarder surfer stylist hairstylist publicist realtor skipper sportsperson rocker popstar "
    "beautician nutritionist therapist tycoon restaurateur winemaker fashionista screenwriter impresario "
    "librettist botanist geologist "
    "naturalist zoologist lyricist organist choreographer animator cartoonist illustrator veteran "
    "revolutionary rebel pioneer "
    "founder co-founder ceo trainer expert mogul person individual newlywed divorcee native resident leader",
)

_GROUPS = (
    "couple pair duo twosome newlyweds lovebirds exes lovers sweethearts spouses newly-wed ex-couple two "
    "ex-lovers ex-spouses parent-to-be "
    "soulmates co-parents bride-and-groom"
)


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """What a noun tells of the one it speaks of. `tie`: what they are to a possessor, or ""."""

    gender: str = ""
    tie: str = ""


def _nouns() -> dict[str, PersonNoun]:
    genders = ("female", "male", "")
    nouns = {
        word: PersonNoun(gender) for gender, words in zip(genders, _CALLINGS, strict=True) for word in words.split()
    }
    for tie, columns in _TIES.items():
        for gender, words in zip(genders, columns, strict=True):
            nouns |= {word: PersonNoun(gender, tie) for word in words.split()}
    return nouns


NOUNS = _nouns()
# Partners told in two words, of which the last alone tells of a parent, or of nobody.
NOUNS |= dict.fromkeys(["other half", "better half", "new love"], PersonNoun(tie="partner"))
NOUNS |= dict.fromkeys(["baby daddy", "baby father", "new man"], PersonNoun("male", "partner"))
NOUNS |= dict.fromkeys(
    ["baby mama", "baby momma", "baby mother", "new woman", "lady love"], PersonNoun("female", "partner")
)
SECOND = frozenset(words.split()[1] for words in NOUNS if " " in words)
GROUPS = frozenset(_GROUPS.split())
# What the possessor is to the noun's person: "his daughter" makes him a parent.
INVERSE = {"partner": "partner", "child": "parent", "parent": "child", "sibling": "sibling"}
NEAREST = frozenset(INVERSE)  # ties that make two a couple or a family
# "his first wife" is not his second one; "former", "late" and "then" may be left out when she is spoken of again.
ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eldest",
        "oldest",
        "youngest",
        "elder",
        "younger",
        "only",
        "middle",
    ]
)

# Words whose subject (or possessor) and object are partners: "she married him", "her split from him".
TIE_WORDS = frozenset(
    [
        "marry",
        "wed",
        "remarry",
        "elope",
        "divorce",
        "date",
        "engage",
        "married",
        "engaged",
        "marriage",
        "engagement",
        "wedding",
        "divorce",
        "romance",
        "affair",
        "fling",
        "link",
        "relationship",
        "split",
    ]
)

PRONOUNS = {
    **dict.fromkeys(["he", "him", "his", "himself"], ("male", "one")),
    **dict.fromkeys(["she", "her", "hers", "herself"], ("female", "one")),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves", "themself", "'em"], ("", "many")),
    **dict.fromkeys(["i", "me", "my", "mine", "myself"], ("", "speaker")),
    **dict.fromkeys(["we", "us", "our", "ours", "ourselves"], ("", "speakers")),
    **dict.fromkeys(["who", "whom", "whose", "which", "that"], ("", "relative")),
}
RECIPROCALS = frozenset({("each", "other"), ("one", "another")})


def is_people(word: str) -> bool:
    """Whether the word tells where somebody comes from: "the Welshman", "the Frenchwoman"."""
    return word.casefold() in PEOPLES


PEOPLES = {
    stem + ending: gender
    for stem in "welsh irish english scots french dutch cornish norse yorkshire ulster".split()
    for ending, gender in (("man", "male"), ("woman", "female"))
}


def tie_of(word: str) -> str:
    """The tie that a lower-case noun tells, as it stands: "child" of "son"; "" where it tells none."""
    return NOUNS[word].tie if word in NOUNS else ""


def person_noun(lemma: str) -> PersonNoun | None:
    """What is known of a noun that speaks of one person: "actress", "ex-wife", "29-year-old"; None for other nouns."""
    if lemma.endswith("-in-law"):
        return PersonNoun(NOUNS.get(lemma.split("-")[0], PersonNoun()).gender, "relative")
    if "-of-" in lemma:  # "mother-of-two"
        found = NOUNS.get(lemma.split("-")[0])
        return PersonNoun(found.gender) if found and found.tie == "parent" else None
    if lemma.endswith("-to-be"):  # "mother-to-be", who is nobody's yet
        found = NOUNS.get(lemma.split("-")[0])
        return PersonNoun(found.gender, "" if found.tie == "parent" else found.tie) if found else None
    if lemma in PEOPLES:
        return PersonNoun(PEOPLES[lemma])
    found = NOUNS.get(lemma)
    if found is None and lemma.endswith("-year-old"):
        return PersonNoun()
    if found is None and "-" in lemma:  # "singer-actress", "model-turned-actress", "soon-to-be-wife"
        return NOUNS.get(lemma.rsplit("-", 1)[1])
    return found

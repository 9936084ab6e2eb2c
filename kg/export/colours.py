"""One colour for one kind of thing, in files and in pictures.

The palette is that of Okabe and Ito (Color Universal Design, 2008), which people with any colour vision tell apart.
"""

BLUE, SKY, GREEN, ORANGE, VERMILLION, PURPLE, YELLOW, GREY = (
    *("#0072b2", "#56b4e9", "#009e73", "#e69f00"),
    *("#d55e00", "#cc79a7", "#f0e442", "#7f7f7f"),
)

_MEANINGS = {
    "beginning": (BLUE, ("met", "dating_began", "went_public", "moved_in", "reconciled", "dating", "living_together")),
    "bond": (GREEN, ("engaged", "married")),
    "parting": (VERMILLION, ("engagement_ended", "separated", "divorce_filed", "divorced", "widowed")),
    "family": (ORANGE, ("born", "child_born", "adopted", "parent_of", "sibling_of")),
    "death": (GREY, ("died",)),
    "work": (PURPLE, ("worked_together",)),
    "person": (SKY, ("person",)),
    "source": ("#bbbbbb", ("document", "place", "conflict")),
}
_OF_TYPE = {name: (meaning, colour) for meaning, (colour, names) in _MEANINGS.items() for name in names}


def colour(type: str) -> str:
    """The colour of an event, state or tie of this type, or of a person, document or place.

    >>> colour("married"), colour("a type of the user's own")
    ('#009e73', '#cc79a7')
    """
    return _OF_TYPE.get(type, ("", PURPLE))[1]


MEANINGS = tuple(_MEANINGS)


def meaning(type: str) -> str:
    """What the colour of a type stands for.

    >>> meaning("divorced")
    'parting'
    """
    return _OF_TYPE.get(type, ("other", ""))[0]

"""What tells that a name does not mean a figure of the cast: other years, another seat, another generation."""

from kg.nlp import names
from kg.nlp.figures import Figure
from kg.nlp.named import Named
from kg.nlp.names import Name, fold


def lives_differ(each: Named, figure: Figure) -> bool:
    """Whether another life is told of the figure: "Jane Roe (1761-1817)" is not "Jane Roe (1798-1863)"."""
    return any(
        mine and other and abs(int(mine) - int(other)) > 2
        for life in figure.lives
        for mine, other in (*zip(each.life, life, strict=True), (each.born, life[0]))
    )


def sits_elsewhere(each: Named, figure: Figure) -> bool:
    """Whether a ruler's title is from elsewhere than the figure: "Otto I, Margrave of Morne" is not Otto I of Lorn.

    Nor is Otto I the "Otto, Earl of Morne" of whom no number is told.
    """
    seats = {full.folded[2] for full in figure.full if full.folded[1:2] == ("of",) and len(full.folded) > 2}
    if each.name.is_numbered and figure.seats and not any(full.is_numbered for full in figure.full):
        return fold(each.seat) not in figure.seats
    return bool(each.name.is_numbered and each.seat and seats) and fold(each.seat) not in seats


def is_ruler_of_first_name(each: Named, figure: Figure) -> bool:
    """Whether a ruler goes by what is but somebody's last name: "George, Margrave of Morne" is no John George."""
    word = each.name.folded[0]
    is_ruler = bool(each.seat) and len(each.name.parts) == 1 and word in names.first_names()
    return is_ruler and bool(figure.full) and all(len(f.parts) > 1 and f.folded[0] != word for f in figure.full)


def is_namesake(each: Named, figure: Figure, kin: set[int]) -> bool:
    """Whether but one of two is told as somebody's kin, and their first names differ: "Kathleen, Kate's mother".

    Or, as a man keeps his family name, the last: "Ben Carl Roe's great-grandson Ben Carl Roe Poe".
    """
    is_kin = {place in kin for place in figure.places}
    if is_kin != {each.start not in kin}:
        return False
    is_other = all(full.folded[0] != each.name.folded[0] for full in figure.full)
    is_man = len(each.name.parts) > 2 and names.given_gender(each.name) == "male"
    return is_other or (is_man and all(len(full.parts) > 2 and full.family != each.name.family for full in figure.full))


def is_junior(each: Named, figure: Figure) -> bool:
    """Whether the name alone is told as a younger one's: "her son John Roe Jr." is not the John Roe told of before."""
    is_young = each.name.suffix == "jr" or each.name.is_numbered
    return is_young and not any(full.suffix for full in figure.full)


def is_son_or_father(name: Name, figure: Figure) -> bool:
    """Whether but one of two who bear one full name is a "Jr.": a text that tells both forms mostly tells of two."""
    same = [full for full in figure.full if len(full.parts) > 1 and full.folded == name.folded]
    return bool(same) and all((full.suffix == "jr") != (name.suffix == "jr") for full in same)


def is_called_junior(figure: Figure) -> bool:
    """Whether somebody is known by a first name and "Jr." only: "Ben" is his father rather than "Ben Jr."."""
    return all(full.suffix == "jr" and len(full.parts) == 1 for full in figure.full)


def is_born_here(each: Named, figure: Figure, topic: int | None) -> bool:
    """A first name with a birth year beside it brings in somebody: "Jane (1806-1863)" in a list of children.

    Neither a Jane Roe told of before, nor "Jane I".
    """
    is_told = any(full.folded == each.name.folded and full.suffix == each.name.suffix for full in figure.full)
    return bool(each.life[0]) and figure.index != topic and each.life not in figure.lives and not is_told

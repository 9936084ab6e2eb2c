"""What stands behind a name and tells its bearer from others."""

import pytest

from kg.nlp.lifespans import birth, life, rank, rank_end
from kg.nlp.parse import parse
from kg.records import Document
from tests.nlp.hand import doc_of


def spelled(*words):
    return doc_of(" ".join(f"{word}|NNP|{'dep' if i else 'root'}|{-i}" for i, word in enumerate(words)))


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("( 1761 – 1817 )", ("1761", "1817")),
        ("( née Hart ; c. 1761 – 1817 )", ("1761", "1817")),
        (", 2nd Earl of Bath ( 1761 – 1817 )", ("1761", "1817")),
        ("née Hart ( 1761 – 1817 )", ("1761", "1817")),
        ("( ) ( 1761 – 1817 )", ("1761", "1817")),
        (", a poet , ( d. 1817 )", ("", "1817")),
        ("( m. 1761 )", ("", "")),
        ("( married 1761 – 1817 )", ("", "")),
        ("sang there , ( 1761 – 1817 )", ("", "")),
    ],
)
def test_years_stand_in_a_bracket_behind_the_name_and_what_belongs_to_it(words, years):
    assert life(spelled("Jane", "Roe", *words.split()), 2) == years


def test_rank_in_capitals_is_written_as_elsewhere():
    doc = spelled("JANE", "ROE", ",", "5TH", "EARL", "OF", "BATH", "(")
    assert rank(doc, 0, 2, is_title=False) == ", 5th Earl of Bath"
    assert (rank_end(doc, 2), rank_end(doc, 1)) == (7, 1)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Jane Roe, 5th Earl of Bath and Lorn", ", 5th Earl of Bath and Lorn"),
        ("Jane Roe", ", 5th Earl of Bath"),
        ("Jane Roe, 5th Earl of Bath", ", 5th Earl of Bath"),
    ],
)
def test_rank_of_two_seats_is_one_that_the_title_has(nlp, title, told):
    text = "Jane Roe, 5th Earl of Bath and Lorn came to York."
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    start = next(token.i for token in doc if token.lower_ == "jane" and token.idx >= doc._.body)
    assert rank(doc, start, start + 2, is_title=False) == told


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (
            "Ada Roe (1901–1980) was a nurse. Ada Mary Poe was born in York on 3 May 1901. In 1930 she wed Ben Roe.",
            True,
        ),
        ("Ada Roe (1901–1980) was a nurse. Ada Poe was born in York in 1931 and wrote of her.", False),
        ("Ada Roe (1901–1980) was a nurse. Eva Poe was born in York in 1901 and was her friend.", False),
        ("Ada Roe (1901–1980) was a nurse. Her cousin Ada Poe was born in York in 1901, too.", False),
        ("Ada Roe (1901–1980) was a nurse. Ada Poe married in York in 1901.", False),
    ],
)
def test_the_name_under_which_a_life_begins_is_that_of_whom_it_is_about(nlp, text, is_one):
    doc = parse(nlp, Document(id="d", source="d.txt", title="Ada Roe", text=text))
    keys = {key for each in doc._.mentions if "Poe" in doc[each.start : each.end].text for key in each.people}
    assert (keys == {"Ada Roe"}) == is_one


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("He died there in 1940", ("Carl",)),
        ("He died there in 1936", ("Ben Poe",)),
        ("He died there after 1930", ("Ben Poe",)),
        ("After his death in 1940, the house was sold", ("Carl",)),
        ("He was born in York in 1853", ("Ben Poe",)),  # of one year more or less many lives are told
    ],
)
def test_nobody_dies_in_another_year_than_his(nlp, told, who):
    doc = nlp(f"Ben Poe (1852-1936) was a minister. His brother Carl was a surgeon in Leeds. {told}.")
    last = [each.people for each in doc._.mentions if doc[each.start : each.end].text in ("He", "his")]
    assert last[-1] == who


@pytest.mark.parametrize(
    ("told", "is_another"),
    [
        ("Another Ben Poe, VC, MM (1894–1917), fell at Arras", True),
        ("A grandson was Ben Poe of York (1894–1917)", True),
        ("A painter of Leeds, Ben Poe of York (1852–1936), sang", False),
        ("Ben Poe of York (a town of 1894 houses) sang", False),
    ],
)
def test_the_years_may_stand_behind_a_place_or_an_order(nlp, told, is_another):
    doc = nlp(f"Ben Poe (1852-1936) was a minister. {told}.")
    keys = {key for each in doc._.mentions if "Poe" in doc[each.start : each.end].text for key in each.people}
    assert (len(keys) == 2) == is_another


def test_a_life_that_lost_its_dash_tells_a_child_from_her_mother(nlp):
    told = "Ben Poe wed Carla (1 May 150411 April 1547). They had two children:"
    doc = nlp(f"{told}\n\n-   Anna Carla (8 May 15311 June 1532)\n-   Carl (3 May 1537June 1539)\n")
    assert {person.name for person in doc._.people if "Carla" in person.name} == {"Carla", "Anna Carla"}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Roe was born in York in 1836.", "1836"),
        ("Roe was born to Carl Roe (1797–1877) and Ada Poe.", ""),
        ("Roe was born (as Ada Poe) in 1836.", "1836"),
    ],
)
def test_the_years_in_a_bracket_behind_a_parent_tell_no_birth_of_the_child(nlp, text, year):
    assert birth(nlp(text)[:1]) == year

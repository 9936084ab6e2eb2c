import pytest

from kg.nlp.aliases import is_alias
from kg.nlp.names import parse


@pytest.mark.parametrize(
    ("first", "between", "second", "before"),
    [
        ("Jane Roe", " (née ", "Doe", ""),
        ("Jane Roe", ", better known as ", "Nan", ""),
        ("Jane Roe", ", usually referred to as ", "Nan", ""),
        ("Jane Roe", " was an English golfer and hustler better known as ", "Handy Nan", ""),
        ("DJ Rook", " (real name: ", "Carl Finn", ""),
        ("Anna Pell", ", rower, née ", "Ottoline Marsh", ""),
        ("Rex Hall", " (vocals; born ", "Colin Pike", ""),
        ("Hester Dunn", ", the crystallographer, signs her papers ", "H. D. Vale", ""),
        ("Marla Quill", " used the name ", "Margaret Corr", ""),
        ("Marla Quill", " answers her door as ", "Margaret Corr", ""),
        ("Rowena Buck", " as ", "R. J. Sale", "readers will recall"),
        ("Pippa Lome", ". Became ", "Pippa Vale", ""),
        ("Marla Quill", " became ", "Mrs Callan Roe", ""),
        ("R. J. Sale", ", now ", "Rowena Sale", ""),
        ("Ify Sale", ". The former ", "Ifeoma Marsh", ""),
    ],
)
def test_the_text_makes_one_person_of_two_names(first, between, second, before):
    assert is_alias(parse(first), parse(second), between, before)


@pytest.mark.parametrize(
    ("first", "between", "second", "before"),
    [
        ("Jane Roe", " and ", "Ann Doe", ""),
        ("Jane Roe", ", born in ", "Leeds", ""),
        ("Jane Roe", " was a friend of the golfer known as ", "Nan Dale", ""),
        ("Rex Hall", " (vocals, whose son was born ", "Colin Pike", ""),
        ("Tom Roe", ", the geologist, and signs her papers ", "H. D. Vale", ""),  # his daughter does
        ("Marla Quill", " left. Her son used the name ", "Margaret Corr", ""),
        ("Rowena Buck", " as ", "R. J. Sale", "they cast"),
        ("Pippa Lome", " became ", "Ann Vale", ""),  # in a film
        ("Dr. Vale", ", became ", "Mrs. Edmund Pask", "widow of"),  # his widow did
        ("Ann Sale", ", now ", "Bob Roe", ""),
        ("Ann Sale", ". The former ", "Bob Roe", ""),
    ],
)
def test_two_names_stay_two(first, between, second, before):
    assert not is_alias(parse(first), parse(second), between, before)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Pell, rower, née Ottoline Marsh, married Tom Reed.", ("Anna Pell", "Ottoline Marsh")),
        ("Tom Reed met Ann Roe. Then Roe used the name Jane Doe in Leeds.", ("Ann Roe", "Jane Doe", "Roe")),
        ("Hester Dunn, the chemist, signs her papers H. D. Vale.", ("H. D. Vale", "Hester Dunn")),
        ("Alice Hale (also called Adele or Helen) married Tom Reed.", ("Adele", "Alice Hale", "Helen")),
    ],
)
def test_a_document_knows_both_names_of_one_person(nlp, text, names):
    assert names in {person.names for person in nlp(text)._.people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ADA, LADY MORNE (1894-1979) was a poet. Lady Morne wed Ben Roe.", {"Ada", "Ben Roe"}),
        ("ADA POE, LADY MORNE, was born in 1894. Lady Morne wed Ben Roe.", {"Ada Poe", "Ben Roe"}),
        ("Ada Poe, Baroness Morne (born 1894), is a poet. Lady Morne wed Ben Roe.", {"Ada Poe", "Ben Roe"}),
        # of several, and a man with a lady behind him
        ("Guests were Ada Poe, Lady Morne and Lord Vale.", {"Ada Poe", "Lady Morne", "Lord Vale"}),
        ("He met Carl Poe, Lady Morne, and Ben Roe.", {"Carl Poe", "Lady Morne", "Ben Roe"}),
    ],
)
def test_a_peer_goes_by_a_title(nlp, text, people):
    assert {person.name for person in nlp(text)._.people if not person.unnamed} == people


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jane Roe (1900-1980) was a poet. She was born Ada Doe in Leeds.", True),
        ("JANE ROE (1900-1980) was a poet.\n\nShe was born Ada Doe, the daughter of Carl Doe.", True),
        ("Jane Roe sang. Roe, the youngest of four children, was born Ada Doe in Leeds.", True),
        ("Jane Roe, who sang when Eva Poe was born, Ada Doe and Max Doe left.", False),
        ("Jane Roe's mother was a poet. She was born Ada Doe in Leeds.", False),
        ("Ben Roe is a poet. She was born Ada Doe in Leeds.", False),
        ("Jane Roe was a poet. Eva Poe knew her. She was born Ada Doe in Leeds.", False),
    ],
)
def test_the_name_at_birth_is_told_in_a_sentence_of_its_own(nlp, text, is_one):
    told = next(person for person in nlp(text)._.people if "Ada Doe" in person.names)
    assert ("Jane Roe" in map(str.title, told.names)) is is_one

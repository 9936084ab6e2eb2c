import pytest

from kg.nlp.aliases import is_alias
from kg.nlp.names import parse


@pytest.mark.parametrize(
    ("first", "between", "second", "before"),
    [
        ("Jane Roe", " (née ", "Doe", ""),
        ("Jane Roe", ", better known as ", "Nan", ""),
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

"""Which texts are taken for English."""

import pytest

from kg.read.english import is_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Ada and Ben were married in Turin, and they moved to Bath with her mother a year after.", True),
        ("Ada wed Ben.", True),  # nothing speaks against it
        ("Pedro de la Cruz and María del Carmen los Ríos were married in 1931 by her uncle.", True),
        ("1968", True),
        ("Ada Hill, Ben Moor, Cy Wood, Dee Lake, Eve Hall, Flo Shaw, Gus Bell, Hal Rose, Ida Pond, Jo March", True),
        ("Sie heirateten 1968 und bekamen zwei Kinder, die in Berlin leben.", False),
        ("Ils se sont mariés en 1968 et leur fille est née dans le village de sa mère.", False),
        ("Se casaron en 1968 y tuvieron una hija, pero él se fue a los dos años por su trabajo.", False),
        ("Si sposarono nel 1968 e la figlia nacque nella casa della madre, che non è più tornata.", False),
        ("Они поженились в 1968 году и развелись в 1974.", False),
        ("彼らは 一九六八年に 結婚した", False),
        (
            "1968-ban házasodtak össze Budapesten; két gyermekük született, akik most ott élnek, ahol apjuk "
            "tanár volt egy iskolában, majd elváltak, végül pedig újra együtt laktak egy vidéki házban",
            False,
        ),
        ("Ada met Ben in Los Angeles, Las Vegas", True),
    ],
)
def test_language(text, english):
    assert is_english(text) is english

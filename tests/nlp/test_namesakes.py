import pytest

from kg.nlp.parse import parse
from kg.records import Document

TWO = [
    (
        "Ben Hart, the guitarist, married Ann Lee. The other Ben Hart, the member for Leeds, married Zoe Orr.",
        "Ben Hart",
    ),
    ("Ben Hart married Ann Lee in 2010. That is another Ben Hart, a married man from Leeds.", "Ben Hart"),
    ("The best man was Ben Hart. The drummer in the band was also Ben Hart, a friend of the bride.", "Ben Hart"),
    ("Ben Hart plays in the band. He is not the comic actor Ben Hart.", "Ben Hart"),
    ("Kim Vale met Ann Lee in Leeds. He is not the Kim Vale who is married to Zoe Orr.", "Kim Vale"),
    ("Ben Hart the actor came with Ann Lee. Ben Hart the drummer came with Zoe Orr.", "Ben Hart"),
    (
        "Zoe Orr was the daughter of the geologist Ben Hart. With her nephew, the chemist Ben Hart, she sang.",
        "Ben Hart",
    ),
]
ONE = [
    "Ben Hart, the guitarist, married Ann Lee. Ben Hart also lives in Leeds.",
    "The actor Ben Hart met Ann Lee. Later the director Ben Hart married her.",
    "Ben Hart was also in Leeds. The other guest, Ben Hart said, was Ann Lee.",
    "Ben Hart the actor met Ann Lee. Ben Hart the actor married her.",
    "Zoe Orr met the geologist Ben Hart. With her nephew, the chemist Ben Hart, she wrote a book.",
    "Zoe Orr was the daughter of the geologist Ben Hart. With her father, the chemist Ben Hart, she wrote a book.",
]


def bearers(doc, name):
    return [person for person in doc._.people if person.name == name]


@pytest.mark.parametrize(("text", "name"), TWO)
def test_a_text_tells_two_of_a_name_apart(nlp, text, name):
    assert len(bearers(nlp(text), name)) == 2


@pytest.mark.parametrize("text", ONE)
def test_one_who_is_named_twice_stays_one(nlp, text):
    assert len(bearers(nlp(text), "Ben Hart")) == 1


def test_each_is_known_by_their_own_calling(nlp):
    found = bearers(nlp("Ben Hart the actor came with Ann Lee. Ben Hart the drummer came with Zoe Orr."), "Ben Hart")
    assert sorted(person.descriptors for person in found) == [("actor",), ("drummer",)]


@pytest.mark.parametrize(
    ("title", "text", "name", "count"),
    [
        # other years are another's, though the longer name has the title's in it
        (
            "Dan Roe",
            "DAN ROE (1889–1934) was an actor. He wed Ada Poe; their son was Peter Dan Roe (1910–89).",
            "Dan",
            2,
        ),
        ("Dan Roe", "DAN ROE (1889–1934) was an actor. Peter Dan Roe (1889–1934) was born in York.", "Dan", 1),
    ],
)
def test_years_tell_a_longer_name_from_that_of_the_title(nlp, title, text, name, count):
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    assert len([person for person in doc._.people if name in person.name.split()]) == count


@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        (
            "Joan of Lorn",
            "JOAN OF LORN (1326 – 1387) was the child of King Philip III and Queen Joan II of Lorn. Joan died in York.",
            "Joan of Lorn",
        ),
        (
            "Ben of Lorn",
            "BEN OF LORN (1326 – 1387) was the child of King Philip III and Queen Joan II of Lorn. Joan died in York.",
            "Joan II of Lorn",
        ),
    ],
)
def test_first_name_in_a_life_is_that_of_whom_it_tells(nlp, title, text, meant):
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    assert [each.people for each in doc._.mentions if doc[each.start : each.end].text == "Joan"] == [(meant,)]


def test_family_name_with_a_hyphen_stays_with_the_first_names(nlp):
    text = "Hope-Marsh was a judge. Hope-Marsh was the son of Percy Wentworth Hope-Marsh and Ada Poe."
    assert "Percy Wentworth Hope-Marsh" in {person.name for person in nlp(text)._.people}


@pytest.mark.parametrize(
    ("title", "words", "meant"),
    [
        ("", "Dan Lark lost his wife, also called Zoe", "Zoe"),
        ("", "Dan Lark had a niece, also named Zoe", "Zoe"),
        ("", "Dan Lark met his wife, Zoe", "Zoe Orr"),
        ("", "Zoe Orr (also called Zoe) sang", "Zoe Orr"),
        ("", "Zoe Orr (1850-1901), also called Zoe, sang", "Zoe Orr"),
        ("", "Dan Lark and the king, Zoe I, had a girl, also called Zoe", "Zoe I"),
        ("Zoe Orr", "Her niece, also called Zoe, wept", "Zoe Orr"),  # whose life it is
    ],
)
def test_from_where_another_is_called_so_too_the_first_name_is_hers(nlp, title, words, meant):
    text = f"Zoe Orr, a poet, died in 1960. {words}. Later Zoe sang."
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    assert doc._.mentions[-1].people == (meant,)


def test_a_patronymic_is_no_family_of_the_sons(nlp):
    text = "Rhys ap Gruffydd was a prince. His sons were Maelgwn and Gruffydd."
    doc = parse(nlp, Document(id="d", source="d.txt", title="Rhys ap Gruffydd", text=text))
    assert [each.name for each in doc._.people] == ["Rhys ap Gruffydd", "Maelgwn", "Gruffydd"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ben Hart and Ann Lee wait for Baby Hart. Hart sang.", ["Ben Hart", "Baby Hart", "Ben Hart"]),
        ("Ann Lee wed Ben Hart. They want a little baby Ben soon.", ["Ben Hart"]),
        ("Ann Lee wed Ben Hart. They met baby Ben soon.", ["Ben Hart", "Ben Hart"]),
    ],
)
def test_an_unborn_child_is_named_by_nobody_else(nlp, text, meant):
    names = [mention for mention in nlp(text)._.mentions if mention.kind == "name"]
    assert [each for mention in names for each in mention.people if each != "Ann Lee"] == meant

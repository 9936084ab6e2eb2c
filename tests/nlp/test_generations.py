import pytest

from kg.nlp.parse import parse
from kg.records import Document

TITLE = "Jane Marlow"
LIST = "In 1840 she married Carl Voss. They had three children:\n\n-   Dora Voss (born 1841)\n"

TWO = [
    (
        "Jane Marlow was the daughter of Felix Marlow and Ada Birch. She never married. Her brother Felix Marlow was a "
        "baker in York.",
        "Felix",
    ),
    (
        "Jane Marlow was the daughter of Felix Marlow. She married Carl Voss. They had two sons, Felix and Hugo.",
        "Felix",
    ),
    ("Jane Marlow, a painter, had a brother, Hugo Marlow. She and Carl Voss had two sons, Hugo and Felix.", "Hugo"),
    (
        f"Jane Marlow was the daughter of Edgar Voss Marlow and Ada Birch. {LIST}-   Edgar Voss\n-   Felix Voss\n",
        "Edgar",
    ),
    (f"Jane Marlow was a painter. {LIST}-   Felix\n-   Cora, who married Sir Felix Birch\n", "Felix"),
    (
        "Jane Marlow was the oldest child of Felix H. Marlow. She had two sisters, Cora and Dora, and one younger "
        "brother, Felix. She painted in York, and Jane Marlow died there.",
        "Felix",
    ),
    (
        "Jane Marlow was a painter. Her father, Felix Marlow, was a baker. Her house went to her nephew, Felix Marlow.",
        "Felix",
    ),
    (f"Jane Marlow was a painter. {LIST}-   Jane Voss Marlow (1850–1850)\n", "Jane"),
    # after the father, and after his father
    (f"Jane Marlow was a painter. {LIST}-   Hugo Voss\n-   Carl, who married Cora Birch\n", "Carl"),
    (
        "Jane Marlow was a painter. She married Carl Voss, a son of Felix Voss, in 1840. They had three children:\n\n"
        "-   Dora Voss (born 1841)\n-   Felix, who married Cora Birch\n",
        "Felix",
    ),
    ("Hugo Marlow married Cora Birch in 1840. They had three children: Cora, Felix and Jane.", "Cora"),
    ("Hugo Marlow married Cora Birch in 1840. They had a daughter, Cora, and a son, Felix.", "Cora"),
    ("Hugo Marlow married Cora Birch, daughter of Felix Birch, in 1840. They had a son, Felix.", "Felix"),
    ("Cora Marlow, daughter of Felix Marlow, wed Carl Voss. A son, Felix, was born to Cora and Carl in 1816.", "Felix"),
    ("Jane Marlow wed Otto, son of Hugo. She had two sons, Otto and Carl. Otto I died in 1177.", "Otto"),
    (
        "Jane Marlow met Cora Birch (1866–1945), daughter of the judge Hugo Birch, and sister of the owners Hugo "
        "Birch, 1st Viscount Lorn, and Edgar Birch.",
        "Hugo",
    ),
    ("Jane Marlow was a painter. Born in York, she was the daughter of Jane Marlow and Ben Birch.", "Jane"),
    ("Jane Marlow was a painter. Her daughter, Jane Marlow, was a baker. She herself died in York.", "Jane"),
    ("Jane Marlow was a painter. Her mother, Jane Marlow, was a baker. She married Carl Voss in 1840.", "Jane"),
    (
        "Jane Marlow was a painter. Hugo Voss married Cora Birch, daughter of Edgar Birch. Felix Lorn married Ada Poe, "
        "and their daughter, Cora, was a baker.",
        "Cora",
    ),
    (
        "Hugo Voss was a baker. His younger brother Felix sang. He married Cora, the daughter of Felix Birch.",
        "Felix",
    ),
    ("Jane Marlow was born in York to Jane Marlow and Ben Birch.", "Jane"),
    (
        "Jane Marlow had a brother, Felix Marlow. She wed Carl Voss, and they had two children:\n\n1.  Dora Voss\n"
        "2.  Felix, who died young\n",
        "Felix",
    ),
    (
        "Jane Marlow had a son, Edgar Marlow. Hugo's son Edgar had wed Ada Birch in York. Jane was their third child.",
        "Edgar",
    ),
    ("Jane Marlow was a painter. Her aunt Jane Marlow was a baker who died in 1820.", "Jane"),
    ("Jane Marlow married Hugo Voss in 1840. Their children were Hugo and Dora. She died in 1890.", "Hugo"),
    ("Jane Marlow was the wife of Hugo Voss, a baker. Her one son, Hugo Carl Voss, was a drinker.", "Hugo"),
    ("Ada Poe was a baker. Her widower Felix Poe was her heir. Ada's children were Felix and Dora Poe.", "Felix"),
]
ONE = [
    ("Jane Marlow was a painter, and the daughter of Ben Birch. Her son said that Jane Marlow died in York.", "Jane"),
    ("Ada Birch was a baker. Her daughter, Jane Marlow, was a painter. Jane married Carl Voss in 1840.", "Jane"),
    (
        "Jane Marlow was the daughter of Felix Marlow and Ada Birch. Her father Felix Marlow was a baker in York.",
        "Felix",
    ),
    (
        "Jane Marlow was a painter. Her uncle, Felix Marlow, was a baker. Her house went to her uncle Felix Marlow.",
        "Felix",
    ),
    ("Jane Marlow had a brother, Hugo Marlow. Her younger brother Hugo was a baker in York.", "Hugo"),
    (f"Jane Marlow loved her son Felix, and wed Hugo Birch, whose son Edgar she raised. {LIST}-   Felix\n", "Felix"),
    ("Hugo Marlow married Cora Birch in 1840. They had three children: Dora, Felix and Jane. Cora died.", "Cora"),
    ("Cora Marlow and Carl Voss have a son, Felix, four. Felix sang. The couple share a son, Felix.", "Felix"),
    ("Hugo Voss was a baker. He married Cora Birch, daughter of Felix Birch. His half-brother Felix sang.", "Felix"),
    ("Ada Poe was a baker. She married Hugo Voss, son of Felix Voss. Her sister Cora wed Felix Voss.", "Felix"),
    (f"Jane Marlow wrote to her son Felix Voss every day. {LIST}-   Felix Voss\n-   Hugo Voss\n", "Felix"),
]


# whose names are those of their own parents
BARE = [
    "Marlow was born in York, the daughter of Jane Marlow.",
    "Marlow was born in York, the daughter of Jane Marlow and her husband Ben Marlow, a baker.",
    "Marlow was born in York, the daughter of the baker Ben Marlow and his wife Jane Marlow.",
    "Marlow was the daughter of Jane Marlow.",
    "Marlow's mother was Jane Marlow, a baker.",
    "Marlow was born to Jane Marlow and Ben Birch in York.",
    "Jane was born in York, the daughter of Jane Marlow.",
]

LIVES = [
    ("She was a sister of Otto. Carl, a brother of Otto I, died. Otto II, son of Otto I, was a baker.", "Otto", 2),
    ("His son Hugo Carl Marlow was a baker. His great-grandson Hugo Carl Marlow Voss died in 1985.", "Hugo", 2),
    ("Her sister Ida Carla Marlow was a baker. Ida Carla Marlow Voss died in 1985.", "Ida", 1),
    ("She was born to Otto I, Margrave of Lorn. She wed the son of King Otto I of Morne.", "Otto", 2),
    ("She was born to Otto I, King of Morne. She was proud of Otto I of Morne.", "Otto", 1),
    ("She fought Otto III. She left her brother Otto in Lorn.", "Otto", 2),
    ("She was a sister of Otto III. She left her brother Otto in Lorn.", "Otto", 1),
    ("She met Otto III. She met Carl, son of Otto, Earl of Lorn.", "Otto", 2),
    ("She met Ida Voss in May. Ida left. She wrote to Ida Zorn. Ida was kind.", "Ida", 2),
]


@pytest.fixture
def bearers(nlp):
    """Whom the mentions of a word mean in the life of Jane Marlow."""

    def of(text, word):
        doc = parse(nlp, Document(id="d", source="d.txt", title=TITLE, text=text))
        return {key for each in doc._.mentions if word in doc[each.start : each.end].text for key in each.people}

    return of


@pytest.mark.parametrize(("text", "word"), TWO)
def test_a_relative_of_another_kind_is_another_of_that_name(bearers, text, word):
    assert len(bearers(text, word)) == 2


@pytest.mark.parametrize(("text", "word"), ONE)
def test_a_relative_who_is_told_of_again_stays_one(bearers, text, word):
    assert len(bearers(text, word)) == 1


@pytest.mark.parametrize(("text", "word", "count"), LIVES)
def test_names_tell_how_many_bear_them(bearers, text, word, count):
    assert len(bearers(f"Jane Marlow was a painter. {text}", word)) == count


@pytest.mark.parametrize("text", BARE)
def test_a_bare_name_is_that_of_a_lifes_subject_and_the_fuller_one_a_parents(nlp, text):
    doc = parse(nlp, Document(id="d", source="d.txt", title=TITLE, text=f"Jane Marlow was a painter. {text}"))
    first, *_ = [each.people for each in doc._.mentions if doc[each.start].sent.text.startswith(text[:6])]
    assert first == ("Jane Marlow",)
    assert "Jane Marlow (2)" in {key for each in doc._.mentions for key in each.people}


def test_a_first_name_means_who_was_named_in_full_last(nlp):
    doc = nlp("Jane Marlow met Ida Voss. Ida left her. Ida was cold. Jane then wrote to Ida Zorn. Ida was kind.")
    assert [each.people for each in doc._.mentions if doc[each.start : each.end].text == "Ida"][-1] == ("Ida Zorn",)


def test_a_lover_whom_no_word_for_a_person_tells_does_no_harm(nlp):
    doc = nlp("Ida Voss, 30, raided the house where she lived with alleged bikie Sam and the couple's young son.")
    assert ("Ida Voss",) in [each.people for each in doc._.mentions]


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        # who is told to have a child by a name of no family has that child
        ("Ada Roe and Ben Poe have two daughters, Mia Dell and Zoe Fern. Ada dotes on their daughter Zoe.", "Zoe", 1),
        ("Ben Roe wed Ada Poe, a daughter of Zoe Poe. Ada dotes on their daughter Zoe.", "Zoe", 2),
    ],
)
def test_a_childs_own_name_is_no_other_house(nlp, text, word, count):
    assert sum(word in person.name for person in nlp(text)._.people) == count

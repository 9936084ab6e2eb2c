"""Names that stand beside a description, with something between."""

import pytest

from tests.nlp.hand import doc_of, people


@pytest.fixture(scope="module")
def told(timeline_of):
    """The events of a text: type and first names."""

    def told(text: str) -> set[str]:
        return {
            " ".join([each.type, *sorted(one.name.split()[0] for one in each.people)])
            for each in timeline_of(text).events
        }

    return told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # the owner's name stands between
        ("The wife of the York banker Dan Roe, Ada Roe, died on 3 May 1900.", "died Ada"),
        ("The son of the painter Ada Poe, Ben Roe, married Eva Lark in 2001.", "married Ben Eva"),
        # by their names, and by what they are called
        ("Ben Poe's wife's name was Ada Roe. His wife died in 1900.", "died Ada"),
        ("The name of Ben Poe's wife was Ada Roe. His wife died in 1900.", "died Ada"),
        ("Ben Poe's wife was called Ada Roe. His wife died in 1900.", "died Ada"),
        # two words for one person
        ("Ada Poe shares her son Ben with her first husband and former tennis player Dan Roe.",
         "child_born Ada Ben Dan"),
        ("Ada Poe was seen with her husband and son Ben. The couple met in 2001.", "met Ada husband"),
    ],
)  # fmt: skip
def test_name_beside_a_description(told, text, event):
    assert event in told(text)


@pytest.mark.parametrize("name", ["maiden name was", "name was not"])
def test_a_name_that_is_not_theirs_tells_nobody(told, name):
    assert "died Eva" not in told(f"Ben Poe's wife's {name} Eva Roe. His wife died in 1900.")


def test_names_of_brothers_are_not_the_husbands(told):
    text = "Ada Poe died on 3 May 1900. She is survived by her husband, her mother and two brothers, Ben and Carl."
    assert "widowed Ada Ben" not in told(text)
    assert "widowed Ada Ben" in told("Ada Poe died on 3 May 1900. She is survived by her husband and fan, Ben Poe.")


def test_name_in_a_list_is_beside_nothing(told):
    assert "died Ada" not in told("The wife of Dan Roe, Ada Roe, and Ben Poe died on 3 May 1900.")


def test_family_taken_together_is_nobody(timeline_of):
    people = timeline_of("Dan Roe married Ada Lark. The Roes had a son, Ben, and the Larks a dog.").people
    assert {person.name for person in people} == {"Dan Roe", "Ada Lark", "Ben"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # who tells of it is one of the two
        ("Ada Poe began an affair with Ben Lark while he was married to his wife Eva. She announced that the couple "
         "had become engaged.", "engaged Ada Ben"),
        ("Ada Poe lives with her boyfriend Dan Roe.\n\nShe spoke of her ex-husband Ben Lark. It came six months after "
         "the couple's wedding.", "married Ada Ben"),
        ("Ada Poe lives with her fiancé Dan Roe.\n\nShe spoke of her ex-husband Ben Lark. The couple will wed in May.",
         "married Ada Dan"),
        ("Ada Poe has been dating Dan Roe since 2015. Ben Lark and Eva Marsh looked on as Ada confirmed their split.",
         "separated Ada Dan"),
        ("Ada Poe has been dating Dan Roe since 2015. Ben Lark and Eva Marsh announced their split.",
         "separated Ben Eva"),
        # who has parted was together before
        ("Ada Poe is dating Dan Roe.\n\nHer ex Ben Lark is a cook. The couple had met in 2012.", "met Ada Ben"),
        ("Ada Poe is dating Dan Roe.\n\nHer ex Ben Lark is a cook. Dan adores Ada. The couple had met in 2012.",
         "met Ada Dan"),
        # whom a parting moves has not parted
        ("Ada Poe and Dan Roe split. Ben Lark and Eva Marsh were relieved when the couple split in May.",
         "separated Ada Dan"),
        # beside whom something is done
        ("In 1946 Ada Poe married Dan Roe at the same hour as Ben Lark and Eva Marsh. They separated in 1951.",
         "separated Ada Dan"),
        # two who had the same wife are no couple
        ("Ada Poe was married to Dan Roe until 2010. Ben Lark is her husband now. The pair have a son, Carl.",
         "child_born Ada Ben Carl"),
    ],
)  # fmt: skip
def test_two_who_are_meant_by_a_plural(told, text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "couple", "is_told"),
    [
        # whom somebody has now is not the one whom he has no more
        ("Ada Poe invited her ex-husband Dan Roe. Dan came with his new girlfriend.", {"Ada Poe", "Dan Roe"}, False),
        ("Ada Poe invited her husband Dan Roe. Dan came with his wife.", {"Ada Poe", "Dan Roe"}, True),
        # whose wife she is, he is a man
        ("The wife of Carden Poe came late. Ada Lark left, and he wrote to his girlfriend Eva Roe.",
         {"Carden Poe", "Eva Roe"}, True),
    ],
)  # fmt: skip
def test_whom_somebody_has_now(timeline_of, text, couple, is_told):
    told = [
        {one.name for one in each.people} for each in timeline_of(text).states if each.type in ("dating", "married")
    ]
    assert (couple in told) == is_told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ben Rao married Smt. Asha Devi in 1980. They have a son.", ["Asha Devi", "Ben Rao"]),
        ("Ada Roe wed Otto Poe, son of Hugh the Bear, the first Margrave of Rhune.",
         ["Ada Roe", "Hugh the Bear", "Otto Poe"]),
        ("Ben Roe, DSO, CMG, married Ada Poe in 1904.", ["Ada Poe", "Ben Roe"]),
        ("Bart married Ada Poe in 1990.", ["Ada Poe", "Bart"]),  # letters after a name are capitals
    ],
)  # fmt: skip
def test_titles_and_letters_after_a_name_are_nobody(nlp, text, names):
    assert sorted(person.name for person in nlp(text)._.people if person.name[0].isupper()) == names


def test_who_begins_the_next_sentence_is_none_of_several_kin():
    """ "On losing her parents Ada said", which trees part in two."""
    doc = doc_of("Losing|VBG|root|0 her|PRP$|nmod:poss|1 parents|NNS|obj|-2", "Ada|NNP|nsubj|1|P wept|VBD|root|0")
    assert people(doc, "her parents") == ()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ada Roe was a painter and the wife of Ben Poe.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe was an English poet, novelist and wife of Ben Poe.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe, a painter and wife of Ben Poe, died in 1860.", {"Ada Roe", "Ben Poe"}),
        ("Carl Roe, brother to Eve Roe and husband to Ada Poe, died in 1860.", {"Carl Roe", "Ada Poe"}),
        ("Carl Roe, a banker and the husband of Ada Poe, lives in York.", {"Carl Roe", "Ada Poe"}),
        ("Ada Roe is a painter and Ben Poe's wife.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe, best known as the wife of Ben Poe, lives in York.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe was known as the wife of Ben Poe.", {"Ada Roe", "Ben Poe"}),
        # of whom it is not said
        ("Carl Roe, a smith, and the wife of Ben Poe arrived in York.", {"wife of Ben Poe", "Ben Poe"}),
        ("Ada Roe is not known as the wife of Ben Poe.", {"wife of Ben Poe", "Ben Poe"}),
        ("Ada Roe met a painter and the wife of Ben Poe.", {"wife of Ben Poe", "Ben Poe"}),
        ("They were a painter and the wife of Ben Poe.", {"wife of Ben Poe", "Ben Poe"}),
        ("Eve Roe and Ada Roe are a smith and the wife of Ben Poe.", {"wife of Ben Poe", "Ben Poe"}),
    ],
)
def test_a_second_noun_is_said_of_the_same(timeline_of, text, pair):
    assert [{one.name for one in state.people} for state in timeline_of(text).states if state.type == "married"] == [
        pair
    ]


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Max Poe was a son of Ben Poe, 1st Baron Poe, and Lady Ada Roe, daughter of Carl Roe.", "Carl Roe > Ada Roe"),
        ("Max Poe was a son of Ben Poe and Leo Zed, brother of Carl Zed, left.", "Carl Zed > Leo Zed"),
        ("Max Poe wed Ada Roe, widow of Leo Zed, daughter of Carl Roe.", "Carl Roe > Ada Roe"),
        ("Max Poe wed Ada Roe, widow of Leo Zed, son of Carl Zed.", "Carl Zed > Leo Zed"),
        ("Max Poe wed Ada Roe, daughter of Leo Roe, son of Carl Roe.", "Carl Roe > Leo Roe"),
    ],
)
def test_of_whom_the_last_of_a_row_tells(timeline_of, text, kin):
    ties = {" > ".join(one.name for one in each.people) for each in timeline_of(text).kin}
    assert {each for each in ties if each.startswith("Carl")} == {kin}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The actress and wife of Ben Poe, Ada Roe, died in 1850.", ["Ada Roe", "Ben Poe"]),
        ("Ada Roe was a painter, the wife of Ben Poe.", ["Ada Roe", "Ben Poe"]),
        ("Ada Roe met the painter Eva Lee, wife of Ben Poe.", ["Ben Poe", "Eva Lee"]),
    ],
)
def test_two_words_for_one_wife(timeline_of, text, pair):
    assert [sorted(one.name for one in each.people) for each in timeline_of(text).states] == [pair]

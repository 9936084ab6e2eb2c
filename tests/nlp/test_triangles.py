"""Which of two couples with somebody in common "the pair" and "their" mean."""

import pytest

NEWS = "Ada Roe, 37, posed with her fiancé Carl Zed on Sunday. "
EX = "Ada said she still loves her ex-husband Ben Poe. Ben Poe wished her well. "
HOST = "Ada is pictured with her fellow host Eva Moss. "


def meant(nlp, text, words):
    doc = nlp(text)
    mentions = [each for each in doc._.mentions if doc[each.start : each.end].text.lower() == words]
    return " + ".join(sorted(mentions[-1].people))


@pytest.mark.parametrize(
    ("before", "sentence", "words", "expected"),
    [
        (EX, "The pair have been dating for a year.", "the pair", "Ada Roe + Carl Zed"),
        (EX, "They have been together for a year.", "they", "Ada Roe + Carl Zed"),
        (EX, "The pair had been dating for a year.", "the pair", "Ada Roe + Ben Poe"),
        (EX, "She said at the time of their engagement: 'Yes.'", "their", "Ada Roe + Carl Zed"),
        (EX, "They are engaged again.", "they", "Ada Roe + Ben Poe"),
        (HOST, "The pair fell in love on a show in 2018.", "the pair", "Ada Roe + Carl Zed"),
        (HOST, "The pair celebrated their anniversary after falling in love.", "the pair", "Ada Roe + Carl Zed"),
        (HOST, "The pair won a prize in 2018.", "the pair", "Ada Roe + Eva Moss"),
        ("Ada met Leo Lund in 2009. ", "The pair fell in love.", "the pair", "Ada Roe + Leo Lund"),
    ],
)
def test_a_clause_of_love_is_told_of_those_it_fits(nlp, before, sentence, words, expected):
    assert meant(nlp, NEWS + before + sentence, words) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("In 1941 Hugh married Eva Poe.", "Eva Poe + Hugh Roe"),
        ("In 1941 Hugh married Eva Poe. He had married Ada Zed in 1926.", "Ada Zed + Hugh Roe"),
    ],
)
def test_the_couple_after_a_death_is_the_one_of_whom_the_text_goes_on(nlp, since, expected):
    text = f"Hugh Roe was wed to Ada Zed. Ada died in 1935. {since} The couple had three sons."
    assert meant(nlp, text, "the couple") == expected


@pytest.mark.parametrize(
    ("denial", "expected"),
    [("has denied they are in a relationship", "Eva Moss + Leo Lund"), ("says they are dating", "Ina Moss + Leo Lund")],
)
def test_whom_one_denies_to_date_is_no_partner(nlp, denial, expected):
    text = f"Leo Lund saw Ina Moss and {denial}. Eva Moss met Leo in a bar in 2012. In 2017, the couple got engaged."
    assert meant(nlp, text, "the couple") == expected


@pytest.mark.parametrize("exes", ["former lovers", "former spouses", "ex-lovers"])
def test_former_lovers_are_those_who_have_parted(nlp, exes):
    text = f"Ben Poe divorced Ada Roe in 2012. He is now married to Eva Moss. The {exes} met in 2005."
    assert meant(nlp, text, f"the {exes}") == "Ada Roe + Ben Poe"


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Ada adores Ben", ""), ("We adore York", "Ada Roe + Ben Poe"), ("Ada snores", "Ada Roe + Ben Poe")],
)
def test_who_says_something_of_two_is_neither(nlp, said, expected):
    assert meant(nlp, f"Ada Roe is dating Ben Poe. A friend told a paper so. They said: '{said}.'", "they") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("who previously dated Eva Zed", "Ada Roe + Ben Poe"),
        ("who used to date Eva Zed", "Ada Roe + Ben Poe"),
        ("who was formerly in a relationship with Eva Zed", "Ada Roe + Ben Poe"),
        ("who is dating Eva Zed", "Ben Poe + Eva Zed"),
    ],
)
def test_a_love_that_is_over_is_told_by_the_way(nlp, told, expected):
    assert (
        meant(nlp, f"Ada Roe works with her fiancé Ben Poe, {told}. The couple met in May.", "the couple") == expected
    )


def test_a_text_may_go_on_about_a_love_that_is_over(nlp):
    text = "Ada Roe is known as Dora Lark in the show. She once dated Ben Poe. The pair began dating in 2005."
    assert meant(nlp, text, "the pair") == "Ada Roe + Ben Poe"


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("Ben was with Cora Lee for a while after that; they", "Ben Poe + Cora Lee"),
        ("Ben is now with Cora Lee. They", "Ben Poe + Cora Lee"),
        ("Carl Zed has taken up with Dora Lee again. They", "Carl Zed + Dora Lee"),
        ("Carl Zed is back with Dora Lee. They", "Carl Zed + Dora Lee"),
        ("Ada went out with Carl Zed for a year, and they", "Ada Roe + Carl Zed"),
        ("Ada moved in with Carl Zed. They", "Ada Roe + Carl Zed"),
        ("Ada eloped to Rome with Carl Zed. They", "Ada Roe + Carl Zed"),
        ("Ben shared a flat with Cora Lee. They", "Ben Poe + Cora Lee"),
        ("Ben shared a stage with Cora Lee. They", "Ada Roe + Ben Poe"),
        ("Ben was with Cora Lee on tour. They", "Ada Roe + Ben Poe"),
        ("Ben moved in with his friend Carl Zed. They", "Ada Roe + Ben Poe"),
        ("Ada took up tennis with Eva Moss. They", "Ada Roe + Ben Poe"),
    ],
)
def test_who_parted_since_are_those_told_to_be_together_last(nlp, since, expected):
    assert meant(nlp, f"Ada Roe and Ben Poe were divorced in 2009. {since} parted in 2011.", "they") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ben and I came apart slowly. We separated in 2018.", "Ada Roe + Ben Poe"),
        ("Carl and I met in Rome. We never looked back.", "Ada Roe + Carl Zed"),
        ("We divorced in 2012.", ""),  # which of the two is not told
    ],
)
def test_we_of_one_with_two_partners_is_the_one_named_beside_her(nlp, said, expected):
    text = f'Ada Roe was married to Ben Poe and is dating Carl Zed. Ada said: "{said}"'
    assert meant(nlp, text, "we") == expected


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("Ada will wear a gown that Eva Lark bought for husband Dan Poe.", "Ada Roe + Carl Zed"),
        # two who were spoken of together are those of whom it goes on
        ("Eva Lark and Dan Poe cheered.", "Dan Poe + Eva Lark"),
    ],
)
def test_a_paragraph_goes_back_to_the_couple_from_two_told_by_the_way(nlp, aside, expected):
    text = f"Ada Roe is engaged to Carl Zed. Ada kissed her fiancé Carl Zed.\n\n{aside}\n\nThey met in 2012."
    assert meant(nlp, text, "they") == expected


@pytest.mark.parametrize(("noun", "expected"), [("wedding", ""), ("mother", "Ben Roe + Dan Roe")])
def test_who_are_kin_are_no_couple(nlp, noun, expected):
    text = f"Ada Roe's sons Ben Roe and Dan Roe came. They left after their {noun} spoke."
    assert meant(nlp, text, "their") == expected


def test_whose_child_comes_on_her_due_date_is_no_partner_of_it(nlp):
    text = "Ben Poe split with Ada Roe. He welcomed his daughter Eva weeks ahead of her due date. They were engaged."
    assert meant(nlp, text, "they") != "Ben Poe + Eva"


@pytest.mark.parametrize(
    "introduced",
    ["Carl Foe introduced Ada Roe to Ben Poe in 2001", "A friend, Carl Foe, introduced Ben Poe to Ada Roe"],
)
def test_who_are_introduced_are_meant_and_not_who_introduces(nlp, introduced):
    assert meant(nlp, f"{introduced}. They wed in 2003.", "they") == "Ada Roe + Ben Poe"


def test_of_two_husbands_the_first_is_not_meant(nlp):
    text = (
        "Ada Roe is married to Carl Zed. Ada, whose first husband was the star Ben Poe, spoke about Eva Moss, Carl's "
        "ex-girlfriend. {} wed in 2012."
    )
    assert meant(nlp, text.format("The pair"), "the pair") == "Ada Roe + Carl Zed"
    alone = "Ada Roe's first husband was the star Ben Poe. The pair wed in 2012."
    assert meant(nlp, alone, "the pair") == "Ada Roe + Ben Poe"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Ada's song is about her ex Ben and their split", "Ada Roe + Ben Poe"),
        ("Ada sings about her ex - who met Eva Moss in May - and their romance", "Ada Roe + Ben Poe"),
        # of others in a row, of a couple, and of kin
        ("Carl Zed tells of Ada and Ben and their romance", "Ada Roe + Ben Poe"),
        ("Ada sings about her brother Leo Roe and their engagement", "Ada Roe + Carl Zed"),
    ],
)
def test_what_is_told_beside_somebody_is_theirs_whose_that_is(nlp, told, expected):
    assert meant(nlp, f"Ada Roe split from Ben Poe. Ada is now engaged to Carl Zed. {told}.", "their") == expected

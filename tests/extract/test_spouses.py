"""A wife, husband or parent without a name, who is named elsewhere in the document."""

import pytest


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("In 1910 Ada Roe was wed to Ben Poe, who was a smith. She and her husband divorced in 1923.", "Ben Poe"),
        ("Ada Roe married Ben Poe in 1910. After her release, her husband divorced her in 1923.", "Ben Poe"),
        ("Ada Roe and her husband divorced in 1923. She had married Ben Poe in 1910.", "Ben Poe"),
        # from whom she was divorced before a wedding is another
        ("Ada Roe and her husband divorced in 1923. In 1925 she married Ben Poe.", "husband of Ada Roe"),
    ],
)
def test_husband_without_a_name(claims_of, text, partner):
    divorced = [claim for claim in claims_of(text) if claim.type == "divorced" and claim.kind == "event"]
    assert {each.name for claim in divorced for each in claim.people} == {"Ada Roe", partner}


@pytest.mark.parametrize(
    ("text", "husband"),
    [
        ("Ada Roe and Carl Poe are the parents of Dora. Ada's husband died in 2006.", "Carl Poe"),
        ("Dora Poe's late father Carl Poe was a smith. Her mother Ada Roe spoke of her late husband.", "Carl Poe"),
        # who may be another: one who lives, of whom there are two
        ("Ada Roe and Carl Poe are the parents of Dora. Ada's husband is a smith.", "husband of Ada Roe"),
        (
            "Ada Roe has a son, Ben, with Carl Poe and a son, Dan, with Eli Fox. Ada's husband died.",
            "husband of Ada Roe",
        ),
    ],
)
def test_husband_who_died_is_the_other_parent_of_her_children(claims_of, text, husband):
    married = [claim for claim in claims_of(text) if claim.type == "married"]
    assert {each.name for claim in married for each in claim.people} == {"Ada Roe", husband}


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Ada Roe divorced Ben Poe in 2010. She lives with her new husband.", "husband of Ada Roe"),
        ("Ada Roe, who divorced Ben Poe in 2010, lives in York with her current husband.", "husband of Ada Roe"),
        ("Ada Roe, who split from Ben Poe three years ago, is living with her new man.", "new man of Ada Roe"),
        ("Ada Roe split from Ben Poe in 2019. She lives with her new love.", "new love of Ada Roe"),
        ("Ada Roe married Ben Poe in 2010. She lives with her new husband.", "Ben Poe"),
        ("Ada Roe is dating Ben Poe. She lives with her new man.", "Ben Poe"),
    ],
)
def test_new_husband_is_none_whom_she_has_left(claims_of, text, partner):
    lives = [claim for claim in claims_of(text, None) if claim.type == "living_together"]
    assert {each.name for claim in lives for each in claim.people} == {"Ada Roe", partner}


def test_husband_named_by_a_copula_is_the_one_who_lost_her(claims_of):
    text = "Queen Ada was the second wife of King Ben of Rhune. After Queen Ada died in 1396, her husband built a tomb."
    widowed = next(claim for claim in claims_of(text, None) if claim.type == "widowed")
    assert {each.role: each.name for each in widowed.people} == {"survivor": "Ben of Rhune", "deceased": "Queen Ada"}


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        # from whom she had parted before, or who is named beside her otherwise, is another
        ("Ben Roe was a painter. He had an affair with the poet Ada Poe, who was separated from her husband.",
         {"Ada Poe", "husband of Ada Poe"}),
        ("Ada Poe (1850-1910) was a painter. She was separated from her husband in 1873. In 1882 she married Ben Roe.",
         {"Ada Poe", "husband of Ada Poe"}),
        ("Ada Poe (1850-1910) was a painter. In 1872 she married Ben Roe. She was separated from her husband in 1883.",
         {"Ada Poe", "Ben Roe"}),
        ("Ben Roe (1850-1910) was a painter. He broke up with his girlfriend in 1872. In 1882 he loved his girlfriend "
         "Ada Poe.", {"Ben Roe", "girlfriend of Ben Roe"}),
    ],
)  # fmt: skip
def test_husband_whom_she_had_left(claims_of, text, couple):
    separated = [claim for claim in claims_of(text, None) if claim.type == "separated"]
    assert {each.name for claim in separated for each in claim.people} == couple


def test_name_behind_a_phrase_may_begin_the_clause(claims_of):
    text = "Ben Roe was a painter. {} of her estranged husband, {} Ada Poe in 1892."
    fronted = claims_of(text.format("Following the death", "Roe married"), None)
    named = claims_of(text.format("She spoke", "Carl Foe, and of"), None)
    assert not [claim for claim in fronted if claim.type in ("died", "separated")]
    assert {each.name for claim in named if claim.type == "separated" for each in claim.people} >= {"Carl Foe"}


def test_father_told_of_behind_a_husband_is_not_the_husband(claims_of):
    told = claims_of("After the death of Ada Roe's second husband, her father, Carl Roe, found her a third.", None)
    named = claims_of("After the death of Ada Roe's second husband, her manager, Carl Roe, she left.", None)
    assert "Carl Roe" not in {each.name for claim in told if claim.type == "died" for each in claim.people}
    assert "Carl Roe" in {each.name for claim in named if claim.type == "died" for each in claim.people}


def test_son_told_of_behind_a_husband_is_a_son(claims_of):
    claims = claims_of("Ada Roe, 51, lives in York with her husband Ben, son Carl, 15, and daughter Eva, 27.", None)
    assert {each.name for claim in claims if claim.type == "parent_of" for each in claim.people} >= {"Carl", "Eva"}


@pytest.mark.parametrize(
    ("text", "wives"),
    [
        ("In 1933 Ben Roe married Ada Poe the daughter of the Rev. Carl Poe.", {"Ada Poe"}),
        ("In 1933 Ben Roe married Ada Poe, a nurse at court and daughter of the baker Carl Poe.", {"Ada Poe"}),
        ("In 1933 Ben Roe married the daughter of the baker Carl Poe.", {"daughter of Carl Poe"}),
    ],
)
def test_wife_who_is_described_is_one(claims_of, text, wives):
    married = [claim for claim in claims_of(text, None) if claim.type == "married"]
    assert {each.name for claim in married for each in claim.people} == {"Ben Roe", *wives}


def test_life_in_brackets_dates_no_wedding(claims_of):
    text = "Ada Roe married Ben I, lord of Saarn ({})."
    weddings = {
        years: [claim.when for claim in claims_of(text.format(years), None) if claim.type == "married"]
        for years in ("1035–1094", "1035")
    }
    assert set(weddings["1035–1094"]) == {None}
    assert [when.edtf for when in weddings["1035"] if when] == ["1035"]


def test_children_named_in_a_bracket_have_its_years(claims_of):
    claims = claims_of("Ada and Ben Roe had two sons (Carl, b. 1601 and Dan, b. 1604).", None)
    assert {claim.when.edtf for claim in claims if claim.type == "child_born" and claim.when} == {"1601", "1604"}


def test_who_is_told_of_behind_a_phrase_is_not_the_child_in_it(claims_of):
    claims = claims_of("Through a daughter of the baker Carl Poe, Ben Roe is the uncle of a singer.", None)
    fronted = claims_of("Son of the baker Carl Poe, Ben Roe is the uncle of a singer.", None)
    children = [
        {each.name for claim in told for each in claim.people if each.role == "child"} for told in (claims, fronted)
    ]
    assert "Ben Roe" not in children[0]
    assert children[1] == {"Ben Roe"}


def test_wife_of_one_with_two_is_not_the_other_where_one_is_taken_for_his_mother(claims_of):
    text = (
        "Ben Roe joked about the dress his wife was wearing. Footage played of Ida in his mother Ada Poe's arms. "
        "Ben Roe wed Ada Poe in December 2018. He was previously married to the former journalist Cora Foe."
    )
    wives = [claim for claim in claims_of(text) if claim.type == "married" and "his wife" in claim.evidence.quote]
    assert "Cora Foe" not in {each.name for claim in wives for each in claim.people}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ada Roe was born to Ben Roe and Jane Roe in York. When she was ten, her father died in 1930.", "Ben Roe"),
        ("Ada Roe was born to Ben Roe and Jane Roe in York. When she was ten, her mother died in 1930.", "Jane Roe"),
        ("Ada Roe was a daughter of Kiri Roe. When she was ten, her father died in 1930.", "Kiri Roe"),
        # not of a woman
        ("Ada Roe was a daughter of Queen Jane of Saarn. When she was ten, her father died in 1930.",
         "father of Ada Roe"),
    ],
)  # fmt: skip
def test_parent_without_a_name(claims_of, text, dead):
    assert {each.name for claim in claims_of(text, None) if claim.type == "died" for each in claim.people} == {dead}


@pytest.mark.parametrize(
    ("text", "deceased"),
    [
        ("Ada Roe married Ben Poe, whose wife had drowned.", "earlier wife of Ben Poe"),
        ("In 1921 Ben Poe married Ada Roe, three years after his wife's death.", "earlier wife of Ben Poe"),
        ("Ada Roe wed Ben Poe a year after his wife died.", "earlier wife of Ben Poe"),
        ("Carl Poe married Fay Low in 1920 after the death of his first wife.", "first wife of Carl Poe"),
        ("Ada Roe is engaged to Ben Poe. Poe's wife died in 2011.", "earlier wife of Ben Poe"),
        ("Ben Poe married Ada Roe in 2017. Poe's wife died in 2011.", "earlier wife of Ben Poe"),
        # who dies later, or after another verb, is she whom he wed
        ("Ben Poe married Ada Roe in 2003. Poe's wife died in 2011.", "Ada Roe"),
        ("Ben Poe married Ada Roe in 1903. After his wife's death, he moved to York.", "Ada Roe"),
    ],
)
def test_wife_who_died_before_a_wedding_is_not_the_bride(claims_of, text, deceased):
    claims = claims_of(text)
    assert {each.name for claim in claims if claim.type == "died" for each in claim.people} == {deceased}
    assert {
        each.role for claim in claims if claim.type == "widowed" for each in claim.people if each.name == deceased
    } == {"deceased"}


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        ("Ada Roe is dating Ben Poe, who left his wife in May.", {"Ben Poe", "earlier wife of Ben Poe"}),
        ("Ben Poe married Ada Roe in 2017, a year after divorcing his wife.", {"Ben Poe", "earlier wife of Ben Poe"}),
        ("Ada Roe married Ben Poe, who left his wife in 2017.", {"Ada Roe", "Ben Poe"}),
    ],
)
def test_wife_who_is_left_for_another(claims_of, text, couple):
    parted = [claim for claim in claims_of(text) if claim.type in ("separated", "divorced")]
    assert {each.name for claim in parted for each in claim.people} == couple


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        ("Ada Roe is engaged to Ben Poe. Ada said that her beau sang.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe's ex-husband is a smith. She had divorced Ben Poe in 2010.", {"Ada Roe", "Ben Poe"}),
        ("Ada Roe spoke of her ex. She split from Ben Poe in 2015.", {"Ada Roe", "Ben Poe"}),
        # who may be another: after a parting, or where she has left two
        ("Ada Roe split from Ben Poe in 2015. Ada left with her boyfriend.", {"Ada Roe", "boyfriend of Ada Roe"}),
        ("Ada Roe's ex-husband is a smith. She married Ben Poe in 2010.", {"Ada Roe", "ex-husband of Ada Roe"}),
        # his girlfriend now is not the ex of whom he speaks
        ("Ada Roe and her boyfriend Ben Poe left. Ben spoke of his ex.", {"Ben Poe", "ex of Ben Poe"}),
    ],
)
def test_lover_or_ex_without_a_name(claims_of, text, couple):
    assert couple in [{each.name for each in claim.people} for claim in claims_of(text) if claim.kind == "state"]


def test_husband_now_is_none_from_whom_she_is_divorced(claims_of):
    text = "Ada Roe has a son with ex-husband Carl Zed. She married Ben Poe in 2019. Ada smiled as her husband sang."
    states = [claim for claim in claims_of(text) if claim.kind == "state" and claim.type == "married"]
    assert [{each.name for each in claim.people} for claim in states] == [{"Ada Roe", "Ben Poe"}]


def test_who_becomes_a_wife_is_the_wife(claims_of):
    text = "Mary Lark is a former assistant to Ben Poe and became his third wife in 2016."
    wed = [claim for claim in claims_of(text) if claim.type == "married"]
    assert {each.name for claim in wed for each in claim.people} == {"Mary Lark", "Ben Poe"}


def test_man_named_behind_his_wife_is_not_the_wife(claims_of):
    text = "Frank Poe is married to Ada Poe. Joining his wife, Frank Poe, also 42, looked relaxed."
    wed = [claim for claim in claims_of(text) if claim.type == "married"]
    assert {each.name for claim in wed for each in claim.people} == {"Frank Poe", "Ada Poe"}


LIFE = "Ben Roe (1731–1802) was a poet. "


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        # nobody weds a parent
        (
            "Roe was the youngest of six children of Carl Roe (1682–1754), a lawyer and judge, and his wife Eva Hill. "
            "In 1757 he married Mary Howe.",
            {("Carl Roe", "Eva Hill"), ("Ben Roe", "Mary Howe")},
        ),
        ("Roe's mother, Ada Roe, was his baker. She was Roe's second wife.", set()),
        ("Roe married Ada Poe. She was a daughter of Carl Poe.", {("Ada Poe", "Ben Roe")}),
    ],
)
def test_in_a_life_nobody_is_wed_to_a_parent(claims_of, text, wed):
    told = [each for each in claims_of(LIFE + text, None) if each.type == "married"]
    assert {tuple(sorted(one.name for one in each.people)) for each in told} == wed


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Lisa Roe sparked rumours as she calls Ben Poe husband.", False),
        ("Lisa Roe knows Ben Poe. She calls him husband.", False),
        ("Lisa Roe called her husband Ben Poe.", True),
        ("Lisa Roe called Ben Poe's wife.", True),
    ],
)
def test_what_somebody_is_called_tells_no_marriage(claims_of, text, is_told):
    assert any(claim.type == "married" for claim in claims_of(text)) == is_told


@pytest.mark.parametrize(
    ("text", "wife"),
    [
        ("He married Zoe Ray in 1930 and Dora Poe in 1943.", ""),
        ("In 1930 he married Zoe Ray. His first wife died in 1940. On 8 May 1943 he married Dora Poe.", "Zoe Ray"),
        ("He was married to Zoe Ray from 1895 to 1910, and in 1911 married the actress Dora Poe. "
         "His second wife died in 1950.", "Dora Poe"),
        ("He married Dora Poe in 1943. In 1930 he had married Zoe Ray. His first wife died in 1940.", "Zoe Ray"),
        ("He married Zoe Ray in 1930. She left him. In 1943 he married Dora Poe. His late wife died in 1950.",
         "wife of Ben Roe"),
        # one wedding alone, or a wife whose wedding is not told, leaves it open
        ("He married Zoe Ray in 1930. His first wife died in 1920.", "first wife of Ben Roe"),
        ("He was painted with his wife Eva. In 1930 he married Zoe Ray, and in 1943 he married Dora Poe. "
         "His first wife died in 1940.", "first wife of Ben Roe"),
        ("He is married to Zoe Ray. In 1930 he married Dora Poe. His second wife died in 1935.",
         "second wife of Ben Roe"),
        ("In 1930 he married Zoe Ray, and in 1943 he married Dora Poe. His third wife died in 1960.",
         "third wife of Ben Roe"),
    ],
)  # fmt: skip
def test_first_and_second_wife_are_those_wed_first_and_second(claims_of, text, wife):
    died = [claim for claim in claims_of(f"Ben Roe was a painter. {text}", None) if claim.type == "died"]
    assert [each.name for claim in died for each in claim.people] == ([wife] if wife else [])


@pytest.mark.parametrize(
    ("text", "wife"),
    [
        ("He married Zoe Ray in 1861, but she died in 1868. In 1870 he married Dora Poe.", "Dora Poe"),
        ("He married Zoe Ray in 1861 and divorced her in 1868. In 1870 he married Dora Poe.", "Dora Poe"),
        ("He married Zoe Ray in 1861. In 1870 he married Dora Poe.", "wife of Ben Roe"),  # who may be either
        ("He married Zoe Ray in 1861. In 1870 he married Dora Poe, who died in 1875.", "wife of Ben Roe"),
    ],
)
def test_wife_of_a_widower_is_the_one_he_has_wed_since(claims_of, text, wife):
    claims = claims_of(f"Ben Roe was a painter. {text} He was survived by his wife.", None)
    assert {each.name for claim in claims if claim.found_by == "relation: survive" for each in claim.people} == {
        "Ben Roe",
        wife,
    }


@pytest.mark.parametrize(
    ("text", "wife"),
    [
        ("He married Zoe Ray in 1861, but she died in 1868.", "Zoe Ray"),
        ("He married Zoe Ray in 1861.", "wife of Ben Roe"),
    ],
)
def test_late_wife_is_the_one_who_died(claims_of, text, wife):
    claims = claims_of(f"Ben Roe was a painter. {text} In 1870 he married Dora Poe, a cousin of his late wife.", None)
    assert {each.name for claim in claims if claim.found_by == "relation: wife" for each in claim.people} == {
        "Ben Roe",
        wife,
    }

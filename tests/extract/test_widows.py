"""Who lost whom: by the death of a wife or husband, by words for a widow, by who survived whom."""

import pytest


@pytest.fixture(scope="module")
def losses_of(claims_of):
    """ "Ada lost Ben 1961" for each widowhood that a text tells."""

    def losses_of(text: str) -> set[str]:
        return {
            " lost ".join(person.name for person in claim.people) + (f" {claim.when}" if claim.when else "")
            for claim in claims_of(text, None)
            if claim.type == "widowed"
        }

    return losses_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dan Roe married Ada Poe in 1950. After her husband's death in 1961 she left.", {"Ada Poe lost Dan Roe 1961"}),
        ("Dan Roe worked on after his wife Ada Poe died in 1961.", {"Dan Roe lost Ada Poe 1961"}),
        ("Ada Poe was about to marry Dan Roe when he died.", set()),
        ("Dan Roe said he was alone after his wife Ada, 75, passed away in 1961.", {"Dan Roe lost Ada 1961"}),
        ("Dan Roe and Ada Poe remained married until Dan died in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Dan Roe married Ada Poe in 1950. Widowed in 1961, he remarried.", {"Dan Roe lost Ada Poe 1961"}),
        (
            "Dan Roe died in 1961; his widow, Ada Poe, died in 1985.",
            {"Ada Poe lost Dan Roe", "Ada Poe lost Dan Roe 1961"},
        ),
        ("Ada Poe, widow of Dan Roe, married Cy Moss in 1962.", {"Ada Poe lost Dan Roe"}),
        ("Dan Roe is survived by two sons and his second wife, Ada Poe.", {"Ada Poe lost Dan Roe"}),
        ("Dan Roe survived his wife Ada Poe by five years.", {"Dan Roe lost Ada Poe"}),
        (
            "Dan Roe is survived by his wife of 40 years, Ada Poe; sons Max and Tom; and a sister.",
            {"Ada Poe lost Dan Roe"},
        ),
        ("Dan Roe was predeceased by his wife Ada Poe.", {"Dan Roe lost Ada Poe"}),
        ("Dan Roe died in 1961. He was preceded in death by his wife, Ada Poe.", {"Dan Roe lost Ada Poe"}),
        (
            "Dan Roe married Ada Poe in 1950. After Ada's death in 1961, he moved to York.",
            {"Dan Roe lost Ada Poe 1961"},
        ),
        ("Dan Roe married Ada Poe in 1950. When Ada died in 1961, he wed Eva Foe.", {"Dan Roe lost Ada Poe 1961"}),
        (
            "Dan Roe died in 1961, leaving his wife Ada Poe and two sons.",
            {"Ada Poe lost Dan Roe", "Ada Poe lost Dan Roe 1961"},
        ),
        (
            "Dan Roe died in 1961. He is survived by Ada Poe, his wife of 40 years.",
            {"Ada Poe lost Dan Roe", "Ada Poe lost Dan Roe 1961"},
        ),
        ("Ada Poe's marriage to Dan Roe ended with his death in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe was widowed when Dan Roe died in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe lost her husband Dan Roe in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Dan Roe died in 1961, leaving Ada Poe a widow at 30.", {"Ada Poe lost Dan Roe 1961"}),
        ("The death of Dan Roe in 1961 left Ada Poe widowed.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe married Dan Roe in 1950. He died in 1961, leaving her with two sons.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe wept for her late husband Dan Roe, who died in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe was left a widow by the death of Dan Roe in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Ada Poe became a widow when Dan Roe died in 1961.", {"Ada Poe lost Dan Roe 1961"}),
        ("Dan Roe's wife Ada Poe predeceased him in 1961.", {"Dan Roe lost Ada Poe 1961"}),
        ("Dan Roe is survived by Ada Poe, whom he married in 1950.", {"Ada Poe lost Dan Roe"}),
        ("Dan Roe married Ada Poe in 1950. She survived him by ten years.", {"Ada Poe lost Dan Roe"}),
        ("Dan Roe died. He leaves a wife, Ada Poe, and two sons.", {"Ada Poe lost Dan Roe"}),
        ("Dan Roe died. He left behind his wife, Ada Poe, and two sons.", {"Ada Poe lost Dan Roe"}),
        ("Ada Poe buried her husband, Dan Roe, in 1961.", {"Ada Poe lost Dan Roe ../1961"}),
        # near misses and refusals
        ("Dan Roe died in 1961, leaving Ada Poe a house.", set()),
        ("Ada Poe buried her husband Dan Roe's dog in 1961.", set()),
        ("Ada Poe was buried beside her husband Dan Roe in 1961.", set()),
        ("Ada Poe killed her husband Dan Roe in 1961.", set()),
        ("Dan Roe married Ada Poe in 1950. Her brother survived him by ten years.", set()),
        ("Dan Roe leaves his wife, Ada Poe, for Eva Foe.", set()),
        ("Ada Poe met Dan Roe in 1950. He died in 1961, leaving her with two sons.", set()),
        ("Ada Poe wept for her late friend Dan Roe, who died in 1961.", set()),
        ("Ada Poe lost her husband Dan Roe's ring in 1961.", set()),
        ("Dan Roe left his wife Ada Poe in 1961.", set()),
        ("Ada Poe's marriage to Dan Roe ended in 1961, and his mother died.", set()),
        ("Dan Roe wed Ada Poe in 1950 and divorced her in 1955. After Ada's death in 1961, he moved to York.", set()),
        ("Dan Roe married Ada Poe in 1950. After Eva Foe's death in 1961, he moved to York.", set()),
        ("Dan Roe, a widower with two girls, Ada and Eva, left.", set()),
        ("Dan Roe was preceded as mayor by his wife Ada Poe.", set()),
        ("Dan Roe was survived by his husband and infant daughter, Ada Poe.", {"husband of Dan Roe lost Dan Roe"}),
        ("Dan Roe's ex-wife Ada Poe died in 1961.", set()),
        ("Dan Roe survived the crash that hurt his wife Ada Poe in 1961.", set()),
        ("Dan Roe was survived by his brother Ben and his sister Ada.", set()),
        ("Dan Roe was widowed in 1961.", set()),
        ("Dan Roe died in 1971, predeceased by his wife, Ada Poe.", {"Dan Roe lost Ada Poe"}),
        ("Ada Poe, relict of Dan Roe, left York.", {"Ada Poe lost Dan Roe"}),
    ],
)
def test_widowhood(losses_of, text, told):
    assert losses_of(text) == told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Dan Roe died in 1961, leaving his wife Ada Poe and two sons.", {"died", "widowed"}),
        ("Dan Roe left his wife Ada Poe in 1961.", {"separated"}),
        ("Ada Poe's marriage to Dan Roe ended with his death in 1961.", {"died", "widowed"}),
    ],
)
def test_whom_death_parts_has_not_left_nor_wed(claims_of, text, types):
    assert {claim.type for claim in claims_of(text, None) if claim.kind == "event"} == types


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Ben Roe wed firstly, in 1840, Ada Poe, and secondly, in 1850, Eva Zed. His second wife died in 1872.",
            "Eva Zed",
        ),
        ("Ben Roe wed Ada Poe in 1840. He married, secondly, Eva Zed. His second wife died in 1872.", "Eva Zed"),
        # who is not numbered where the other one is
        ("Ben Roe wed Ada Poe in 1840. He married, secondly, Eva Zed. His first wife died in 1842.", "Ada Poe"),
        ("Ben Roe's first wife was Ada Poe. In 1842 he married Eva Zed. His second wife died in 1850.", "Eva Zed"),
        ("Ada Poe's second marriage, in 1840, was to Ben Roe. Her second husband died in 1850.", "Ben Roe"),
        ("Ada Poe's first marriage was to Dan Zed, her second to Ben Roe. Her first husband died in 1850.", "Dan Zed"),
        ("Ben Roe's second marriage, to Eva Zed, made him rich. His second wife died in 1870.", "Eva Zed"),
        ("Ben Roe's mother Eva, 60, whose husband Carl died in 1942, left.", "Carl"),
        # nobody is the third, and of two wives that are told alike "his wife" is neither
        (
            "Ben Roe wed Ada Poe in 1840. He married, secondly, Eva Zed. His third wife died in 1850.",
            "third wife of Ben Roe",
        ),
        ("Ben Roe married Ada Poe in 1840 and Eva Zed in 1850. His wife died in 1872.", "wife of Ben Roe"),
        ("Ben Roe married Ada Poe in 1840 and Eva Zed in 1850. Mrs Roe died in 1872.", "Mrs Roe"),
    ],
)
def test_which_of_the_wives_it_was(claims_of, text, dead):
    assert {each.people[0].name for each in claims_of(text, None) if each.type == "died"} == {dead}


def test_nobody_is_married_to_the_dead_on_the_day_on_which_the_widow_weds(claims_of):
    claims = claims_of("Ben Roe married Eva Hart, widow of Max Lane, in 1782.", None)
    told = {each.kind: each.when and each.when.edtf for each in claims if each.type == "married"}
    assert told == {"event": "1782", "state": None}

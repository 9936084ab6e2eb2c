"""Partings and reunions in other words than "split" and "reconciled"."""

import pytest

WED = "Ada Roe wed Ben Poe in 2001. "
DATED = "Ada Roe began dating Ben Poe in 2001. "
ENGAGED = "Ada Roe got engaged to Ben Poe in 2001. "
PARTED = "Ada Roe and Ben Poe split in 2001. "


@pytest.fixture(scope="module")
def parting(claims_of):
    """The partings and reunions of Ada and Ben that a text tells as real, beside a split in 2001, with their days."""

    def parting(text: str) -> set[str]:
        return {
            f"{each.type} {each.when.edtf if each.when else ''}".strip()
            for each in claims_of(text)
            if each.kind == "event"
            and each.type in ("separated", "reconciled", "engagement_ended", "divorced")
            and {one.name for one in each.people} == {"Ada Roe", "Ben Poe"}
            and each.status.is_real
            and not (each.when and each.when.edtf == "2001")
        }

    return parting


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe has spoken of her break-up with Ben Poe.", {"separated"}),
        ("In June 2019 Ada Roe suffered a bitter break up with Ben Poe.", {"separated 2019-06"}),
        ("After a painful break up with Ben Poe, Ada Roe moved to Rome.", {"separated"}),
        ("Ben Poe spoke of his ex-wife Ada Roe, who left him on his 30th birthday in 2012.", {"separated 2012"}),
        ("Ben Poe spoke of his wife Ada Roe, who left him a cake on his birthday in 2012.", set()),
        (WED + "They announced their break-up in May 2019.", {"separated ../2019-05"}),
        ("Ada Roe spoke of her shock split from Ben Poe.", {"separated"}),
        ("It comes after Ada Roe announced her shock split from Ben Poe.", {"separated"}),
        ("Ada Roe and Ben Poe announced their shock split in May 2019.", {"separated ../2019-05"}),
        (WED + "Their band split in 2019.", set()),
        (WED + "She wore make-up for their warm-up.", set()),
        ("Ada Roe has called time on her marriage to Ben Poe.", {"separated"}),
        ("Ada Roe has called time on her career and sang of her marriage to Ben Poe.", set()),
        ("Ada Roe pulled the plug on her romance with Ben Poe.", {"separated"}),
        ("Ada Roe pulled the plug on her show with Ben Poe.", set()),
        ("Ada Roe's marriage to Ben Poe is over.", {"separated"}),
        ("Ada Roe and Ben Poe are over the moon about their marriage.", set()),
        ("Ada Roe moved to York after the breakdown of her marriage to Ben Poe.", {"separated"}),
        ("Ada Roe moved to York after the breakdown of her car with Ben Poe.", set()),
        (WED + "She kicked him out in May 2019.", {"separated 2019-05"}),
        ("Ada Roe met Ben Poe. She kicked him out in May 2019.", set()),
        (DATED + "She gave him the boot in May 2019.", {"separated 2019-05"}),
        (DATED + "She gave him a boot in May 2019.", set()),
        (DATED + "They called it a day in May 2019.", {"separated 2019-05"}),
        (DATED + "She ditched her boyfriend Ben in May 2019.", {"separated 2019-05"}),
        # for whom somebody is left tells it without a day; who dies leaves nobody
        (WED + "Ada left Ben for Carl Zed.", {"separated"}),
        (WED + "Ada left Ben for York.", set()),
        (WED + "Ben was left by Ada in 2019.", {"separated 2019"}),
        (WED + "Ben was left without anyone after his Ada, 75, sailed.", set()),
        (WED + "Ben died in 2019, leaving a wife, Ada.", set()),
    ],
)
def test_partings(parting, text, told):
    assert parting(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe and Ben Poe are no longer an item.", {"separated"}),
        ("In 2019 Ada Roe and Ben Poe were no longer an item.", {"separated ../2019"}),
        ("Ada Roe and Ben Poe are not together anymore.", {"separated"}),
        ("Ada Roe and Ben Poe are no longer engaged.", {"engagement_ended"}),
        ("Ada Roe and Ben Poe are no longer married.", {"divorced"}),
        ("Ada Roe and Ben Poe are not together.", set()),
        ("Ada Roe denied that she and Ben Poe were no longer an item.", set()),
        ("Ada Roe and Ben Poe no longer live together.", set()),
        ("Ada Roe is dating Ben Poe again.", {"reconciled"}),
        ("Ada Roe is dating Ben Poe.", set()),
        ("Ada Roe and Ben Poe are not dating again.", set()),
    ],
)
def test_what_no_longer_holds_has_ended_and_what_holds_again_has_begun_anew(parting, text, told):
    assert parting(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENGAGED + "She called it off in 2019.", {"engagement_ended 2019"}),
        (ENGAGED + "She broke it off in 2019.", {"engagement_ended 2019"}),
        (ENGAGED + "They wed in 2005. She broke it off in 2019.", {"separated 2019"}),
        (DATED + "She called it off in 2019.", {"separated 2019"}),
        (DATED + "She broke things off in 2019.", {"separated 2019"}),
        ("Ada Roe left Ben Poe standing at the altar.", {"engagement_ended"}),
        ("Ada Roe left Ben Poe standing at the bar.", set()),
        ("Ada Roe sang of her broken engagement to Ben Poe.", {"engagement_ended"}),
        ("Ada Roe sang of her engagement to Ben Poe.", set()),
    ],
)
def test_what_is_called_off_is_what_there_was(parting, text, told):
    assert parting(text) == told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("was engaged to be married to Ben Poe", True),
        ("was engaged to be heard by Ben Poe", False),
        ("was engaged to be married, and sang to Ben Poe", False),
    ],
)
def test_who_is_engaged_to_be_married_is_engaged(claims_of, words, is_told):
    claims = claims_of(f"Ada Roe {words}.")
    states = [each for each in claims if (each.kind, each.type) == ("state", "engaged") and each.status.is_real]
    assert bool(states) == is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (PARTED + "She is back with him.", True),
        (PARTED + "She is back with a song.", False),
        (PARTED + "They are back with a song.", False),
        (PARTED + "She went back to him in 2019.", True),
        (PARTED + "They went back to York in 2019.", False),
        (PARTED + "She returned to him in 2019.", True),
        (PARTED + "She returned to his house in 2019.", False),
        ("Ada Roe wed Ben Poe in 2001. She came back to him in 2019.", False),
        (PARTED + "They are giving their love another go.", True),
        (PARTED + "They are giving their song another go.", False),
        (PARTED + "Their romance is back on.", True),
        (PARTED + "Their show is back on.", False),
        ("The flame between Ada Roe and Ben Poe was rekindled.", True),
        ("The row between Ada Roe and Ben Poe was rekindled.", False),
    ],
)
def test_reunions(parting, text, is_told):
    assert any(each.startswith("reconciled") for each in parting(text)) == is_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe split from boyfriend Ben Poe - who she met at school - in June 2019.", {"separated 2019-06"}),
        ("Ada Roe split from Ben Poe – who sings in York – in June 2019 and left town.", {"separated 2019-06"}),
        ("Ada Roe split from Ben Poe — whose father died in 2011 — in June 2019.", {"separated 2019-06"}),
        ("Ada Roe split from Ben Poe - who sang in June 2019 - and left town.", {"separated"}),
    ],
)
def test_what_follows_a_clause_between_dashes_is_not_of_it(parting, text, told):
    assert parting(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe met her boyfriend Ben Poe. The Olympian split from husband Carl Dell. Their divorce came.", set()),
        ("Ada Roe met her husband Ben Poe. The actress split from Ben. Their divorce came.",
         {"separated", "divorced"}),
    ],
)  # fmt: skip
def test_their_divorce_is_of_whom_the_sentence_before_parts(parting, text, told):
    assert parting(text) == told


def test_a_second_divorce_is_told_once(claims_of):
    told = claims_of("Ada Roe and Ben Poe were married in 1950. On 29 July 1976 they were divorced again.")
    assert [each.when.edtf for each in told if each.type == "divorced"] == ["1976-07-29"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ada Roe and Ben Poe called it off two days before their wedding.", "engagement_ended"),
        ("Ada Roe and Ben Poe were due to wed on 28 May but called it off.", "engagement_ended"),
        ("Ada Roe and Ben Poe dated in 2015 but called it off in 2016.", "separated"),
        ("Ada Roe married Ben Poe in 2010 but called it off in 2012.", "separated"),
    ],
)
def test_what_is_called_off_before_a_wedding_is_the_engagement(claims_of, text, type_):
    told = {claim.type for claim in claims_of(text) if claim.type in ("separated", "engagement_ended")}
    assert told == {type_}


def test_word_that_opens_a_caption_is_of_whom_it_goes_on_to_tell(claims_of):
    text = "Ada Roe is engaged to Ben Poe. Estranged: Ada shares a son, Max, with ex Carl Zed."
    parted = [claim for claim in claims_of(text) if claim.type == "separated"]
    assert [{each.name for each in claim.people} for claim in parted] == [{"Ada Roe", "Carl Zed"}]


def test_relationship_that_begins_to_crumble_does_not_begin(claims_of):
    claims = claims_of("Ada Roe and Ben Poe met in 2012. Their relationship began to crumble in 2015.")
    assert [claim.type for claim in claims if claim.type != "met"] == []


@pytest.mark.parametrize(("how", "told"), [("unravel", {"dating"}), ("blossom", {"dating_began"})])
def test_romance_begins_to_blossom_but_not_to_unravel(claims_of, how, told):
    assert {claim.type for claim in claims_of(f"Ben Poe's romance with Ada Roe began to {how}.")} == told

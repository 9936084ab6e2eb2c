"""Lives that registers tell in signs: "b. 4 May 1820; d. 1890"."""

import pytest


def told(claims) -> set[str]:
    return {
        f"{claim.type} {' + '.join(each.name for each in claim.people)} {claim.when.edtf if claim.when else ''}".strip()
        for claim in claims
        if claim.kind == "event"
    }


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "CARL ROE, b. 14 Jan. 1797; d. 3 Sept. 1861; m. 1 May 1820, Ada Poe (d. 1894).",
            {"born Carl Roe 1797-01-14", "died Carl Roe 1861-09-03", "married Ada Poe + Carl Roe 1820-05-01",
             "died Ada Poe 1894"},
        ),
        (
            "Carl Roe, b. 1797; m. 1st, 1 May 1820, Ada Poe; m. 2ndly, 12 June 1842, Eva Zed; d. s.p. 1861.",
            {"born Carl Roe 1797", "married Ada Poe + Carl Roe 1820-05-01", "married Carl Roe + Eva Zed 1842-06-12",
             "died Carl Roe 1861"},
        ),
        (
            "Carl Roe, b. 1950; m. 1975 Ada Poe, div. 1980; m. 1982 Eva Zed.",
            {"born Carl Roe 1950", "married Ada Poe + Carl Roe 1975", "divorced Ada Poe + Carl Roe 1980",
             "married Carl Roe + Eva Zed 1982"},
        ),
        ("Carl Roe, bapt. York, 6 May 1820; d. 1890.", {"born Carl Roe ../1820-05-06", "died Carl Roe 1890"}),
        (  # the entries of children in that of their father
            "Carl Roe, b. 1797; d. 1861; had issue: 1. Ben, b. 1821; 2. Eva, b. 1824, m. 1844 Otto Zed.",
            {"born Carl Roe 1797", "died Carl Roe 1861", "born Ben 1821", "born Eva 1824",
             "married Eva + Otto Zed 1844"},
        ),
        (
            "Carl Roe, b. 1820; m. 3 June 1845, Ada, dau. of Ben Poe.",
            {"born Carl Roe 1820", "married Ada + Carl Roe 1845-06-03"},
        ),
        ("Carl Roe, b. 1820; m. 3 June 1845, a dau. of Ben Poe.", {"born Carl Roe 1820"}),
        (
            "Carl Roe, b. 1821; m. 1846, Irma Saarn (d. 11 Feb. 1891), who m. 2ndly, 1892, Felix Zed; d. 1867.",
            {"born Carl Roe 1821", "married Carl Roe + Irma Saarn 1846", "died Irma Saarn 1891-02-11",
             "died Carl Roe 1867"},
        ),
        (  # what somebody is stands behind the name
            "Carl Roe, b. 1848; m. 1875, Ada Poe, and has issue: Ben, Prince of Morne, b. 1877; and Eva, b. 1880.",
            {"born Carl Roe 1848", "married Ada Poe + Carl Roe 1875", "born Ben 1877", "born Eva 1880"},
        ),
        # other things with such signs
        ("Ada Roe ran 100 m. 4 May was fine; the d. 5 was not.", set()),
        ("Ada Roe came at 2 p.m. on 4 May 1820, and the b. 5 key broke; m. 6 May 1821 was left.", set()),
    ],
)  # fmt: skip
def test_entries(claims_of, text, events):
    assert told(claims_of(text, None)) == events


def test_an_entry_is_told_of_a_name_in_full(claims_of):
    text = "ROE, Carl; b. 4 May 1950; s of Ben Roe and Eva Roe; m 1975, Ada Poe."
    assert not {each for each in told(claims_of(text, None)) if "Eva Roe" in each}

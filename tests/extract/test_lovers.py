"""Of whom love, weddings and partings are told: one weds, leaves and divorces a partner of one's own."""

from datetime import date

import pytest


@pytest.fixture(scope="module")
def told(timeline_of):
    """The events and states of a text, each in a line: the type and who takes part, by first names."""

    def told(text: str) -> set[str]:
        timeline = timeline_of(text, published=date(2020, 9, 14))
        return {
            " ".join([each.type, *sorted(one.name.split()[0] for one in each.people)])
            for each in (*timeline.events, *timeline.states)
        }

    return told


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # a divorce that is the time of a wedding is another couple's
        ("Ben Fowler married Una Hale in 2012. Ben wed Jackie Bell on the morning that his divorce came through.",
         "divorced Ben Una", "divorced Ben Jackie"),
        ("Ben Fowler married Una Hale in 2012, but filed for divorce in 2014.",
         "divorce_filed Ben Una", "divorced Ben Una"),
        # kin walk down the aisle, too
        ("Kate Roe married Rio Fern in 2019. She walked down the aisle with her stepsons Carl and Tom.",
         "married Kate Rio", "married Carl Kate"),
        # children are nobody's partners
        ("Rob Hicks has two daughters, Mia, two, and Lola, 31. Mia began dating Carl Poe in 2014. Lola wed Ben Lane.",
         "married Ben Lola", "dating_began Carl Mia"),
    ],
)  # fmt: skip
def test_what_is_told_by_the_way_is_of_others(told, text, right, wrong):
    found = told(text)
    assert wrong not in found
    assert right in found

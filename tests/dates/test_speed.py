from datetime import date, datetime
from time import process_time

import pytest

from kg.dates.phrases import phrases

STORY = """Ada Lind met the painter Jon Vale in the spring of 2009, when both taught at a school by the
harbour. He had come there two years earlier, after the gallery that showed his first works closed
its doors. They did not speak much at first; she thought him proud, and he thought her busy. In
November 2010 a storm took the roof of the hall, and the two spent a week saving what could be
saved. They were married on 4 June 2012 in front of eleven guests and a dog. Their daughter was born
the following year. By 2016 the house had grown too small, and the family moved to the island where
his mother had lived from 1948 to 1974. Friends say that the years there were the best they had,
though the work was hard and the winters long. On Saturday the couple said that they would part.
Nobody was surprised, least of all the dog. """


@pytest.mark.slow
def test_at_least_twenty_times_faster_than_searching_with_dateparser() -> None:
    from dateparser.search import search_dates

    def ours() -> None:
        phrases(text, date(2020, 9, 14))

    def theirs() -> None:
        search_dates(text, languages=["en"], settings={"RELATIVE_BASE": datetime(2020, 9, 14)})

    text = STORY * 5
    assert 20 * least_seconds(ours) <= least_seconds(theirs)


def least_seconds(run) -> float:  # type: ignore[no-untyped-def]
    times = []
    for _ in range(4):  # the first warms the caches of both
        began = process_time()
        run()
        times.append(process_time() - began)
    return min(times)

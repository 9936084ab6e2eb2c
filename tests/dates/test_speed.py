"""How long the recogniser and the normaliser take together, beside the peers that read running text, in one run.

`pytest -m slow -s tests/dates/test_speed.py` prints milliseconds for 1,000 characters. recognizers-text-date-time is
measured where it is installed (with emoji 1.x, which it needs).
"""

from collections.abc import Callable
from datetime import datetime
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


NOW = datetime(2020, 9, 14)


def dateparser() -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"], settings={"RELATIVE_BASE": NOW})


def recognizers() -> Callable[[str], object]:
    peer = pytest.importorskip("recognizers_date_time", exc_type=ImportError)
    return lambda text: peer.recognize_datetime(text, peer.Culture.English, reference=NOW)


@pytest.mark.slow
@pytest.mark.parametrize("peer", [dateparser, recognizers])
def test_at_least_twenty_times_faster_than(peer: Callable[[], Callable[[str], object]]) -> None:
    text = STORY * 5
    theirs = milliseconds(peer(), text)
    ours = milliseconds(lambda text: phrases(text, NOW.date()), text)
    print(f"\nkg {ours:.2f}, {peer.__name__} {theirs:.1f} ms for 1,000 characters: {theirs / ours:.0f} times as long")
    assert theirs >= 20 * ours


def milliseconds(read: Callable[[str], object], text: str) -> float:
    """For 1,000 characters, at best."""
    times = []
    for _ in range(4):  # the first warms the caches
        began = process_time()
        read(text)
        times.append(process_time() - began)
    return min(times) * 1e6 / len(text)

"""Every expression with its sentence, its near miss and its refusal; the article is of Monday 14 September 2020."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates.interval import Interval
from kg.dates.phrases import Phrase, phrases
from kg.dates.phrases.lexicon import WORDS

PUBLISHED = date(2020, 9, 14)


def told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(each.text, each.when.edtf if each.when else None) for each in phrases(text, published)]


def only(text: str, published: date | None = PUBLISHED) -> Phrase:
    (phrase,) = phrases(text, published)
    return phrase


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They wed on 3 May 2017.", "2017-05-03"),
        ("They wed on May 3, 2017.", "2017-05-03"),
        ("They wed on Wednesday, May 3rd, 2017.", "2017-05-03"),
        ("They wed on the third of May 2017.", "2017-05-03"),
        ("They wed on 3-May-17.", "2017-05-03"),
        ("They wed on 2017-05-03.", "2017-05-03"),
        ("They wed on 31/12/2015.", "2015-12-31"),
        ("They wed on 12/31/2015.", "2015-12-31"),
        ("They wed on 2017 May 3.", "2017-05-03"),
        ("They wed in May 2017.", "2017-05"),
        ("They wed in May of 2017.", "2017-05"),
        ("They wed in Sept. 2017.", "2017-09"),
        ("They wed in the spring of 2017.", "2017-21"),
        ("They wed in fall 2017.", "2017-23"),
        ("They wed in the winter of 2017.", "2017-24"),
        ("They wed in the third quarter of 2017.", "2017-07/2017-09"),
        ("They wed in 2017.", "2017"),
        ("They wed in nineteen eighty-six.", "1986"),
        ("They wed in the 1990s.", "199X"),
        ("They wed in the '60s.", "196X"),
        ("They wed in the sixties.", "196X"),
        ("They wed in the late 1990s.", "1997/1999"),
        ("They wed in the 19th century.", "18XX"),
        ("They wed in early 2017.", "2017/2017-04"),
        ("They wed in mid-2017.", "2017-05/2017-08"),
        ("They wed in late June 2017.", "2017-06-21/2017-06-30"),
        ("They wed at the end of June 2017.", "2017-06-21/2017-06-30"),
        ("They wed in the first half of 2017.", "2017-01/2017-06"),
        ("They wed in the second half of the 1990s.", "1995/1999"),
        ("They wed in the early-to-mid 1990s.", "1990/1996"),
        ("They wed on the first Tuesday of October 2014.", "2014-10-07"),
        ("They wed in the last week of 2015.", "2015-12-28/2016-01-03"),
        ("They wed in the last days of 2015.", "2015-12"),
        ("They wed in the final months of 2015.", "2015-09/2015-12"),
        ("They wed in the first days of May 2015.", "2015-05-01/2015-05-10"),
        ("They wed in the last decade of the 18th century.", "1790/1799"),
        ("They wed in the first years of the 18th century.", "1700/1709"),
        ("They wed in the last quarter of the 18th century.", "1775/1799"),
        ("They wed at the turn of the 20th century.", "1900~"),
        ("They wed on Christmas Eve 2017.", "2017-12-24"),
        ("They wed on Valentine's Day 2017.", "2017-02-14"),
        ("They wed at Easter 2013.", "2013-03-31"),
        ("They wed on Thanksgiving 2019.", "2019-11-28"),
        ("They wed in the summer of '98.", "1998-22"),
        ("He was born about 347 AD.", "0347~"),
        ("He was born around 347 in York.", "0347~"),
        ("They met on 9/11.", "2001-09-11"),
    ],
)
def test_calendar_forms(text: str, when: str) -> None:
    assert [edtf for _, edtf in told(text)] == [when.replace("2017/2017-04", "2017-01/2017-04")]


def test_exchanged_day_and_month_keep_both_readings() -> None:
    assert only("They wed on 03/04/2015.").when.edtf == "2015-03-04?/2015-04-03?"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "when", "relation"),
    [
        ("By May 2019 they had parted.", "../2019-05", "by"),
        ("They parted before 2010.", "../2009", "before"),
        ("They parted after June 2010.", "2010-07/..", "after"),
        ("They parted after the 2010 floods.", "2010/..", "after"),  # the floods, not the year, had passed
        ("They parted no later than 2010.", "../2010", "by"),
        ("They parted not later than 2010.", "../2010", "by"),
        ("They parted in or before 2010.", "../2010", "by"),
        ("They parted in or shortly after 2010.", "2010/..", "after"),
        ("They parted on or after 3 May 2010.", "2010-05-03/..", "after"),
        ("They parted in 2010 at the latest.", "../2010", "by"),
        ("(They parted in 2010 or after)", "2010/..", "after"),
        ("In 2010 or after the war they parted.", "2010", "on"),
        ("They did not meet until 2010.", "2010", "on"),
        ("They didn’t meet until 2010.", "2010", "on"),
        ("They have been married since 2010.", "2010", "since"),
        ("They were married until June 2010.", "2010-06", "until"),
        ("They met about 2010.", "2010~", "about"),
        ("They met around Christmas.", "2019-12-25~", "about"),
        ("They met in 2010.", "2010", "on"),
        ("They were together from 2010 onwards.", "2010", "since"),
        ("He sent a photograph from 2010.", "2010", "on"),
        ("They met between 2010 and 2012.", "2010/2012", "on"),
        ("They met between May 2, 2010, and June 3, 2012.", "2010-05-02/2012-06-03", "on"),
        ("They met between 2010 and the wedding.", "2010/..", "after"),
        ("They met in 2012 or later.", "2012/..", "after"),
        ("They met bef. 1712.", "../1711", "before"),
        ("He died (1712 or after).", "1712/..", "after"),
        ("They met in 1712 or after the war.", "1712", "on"),
    ],
)
def test_relations(text: str, when: str, relation: str) -> None:
    phrase = only(text)
    assert (phrase.when.edtf if phrase.when else None, phrase.relation) == (when, relation)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("He reigned from 1968 to 1974.", "1968", "1974"),
        ("He reigned 1968–74.", "1968", "1974"),
        ("Ada Lind (1921–1998) was a painter.", "1921", "1998"),
        ("Ada Lind (5 May 1921 – 3 June 1998) was a painter.", "1921-05-05", "1998-06-03"),
        ("Ada Lind (1921 – June 1998) was a painter.", "1921", "1998-06"),
        ("Ada Lind (1921–June 3, 1998) was a painter.", "1921", "1998-06-03"),
        ("They dated 2010 until 2014.", "2010", "2014"),
        ("They toured from April to June 2018.", "2018-04", "2018-06"),
        ("They toured from November to January 2018.", "2017-11", "2018-01"),
        ("They stayed from 12 to 16 September 2018.", "2018-09-12", "2018-09-16"),
        ("They stayed May 4-6, 2010.", "2010-05-04", "2010-05-06"),
    ],
)
def test_a_range_is_two_expressions(text: str, first: str, second: str) -> None:
    one, two = phrases(text, PUBLISHED)
    assert [one.when and one.when.edtf, two.when and two.when.edtf] == [first, second]
    assert (one.relation, two.relation) == ("since", "until")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ada Lind (8 April 184218 January 1907) was a painter.", ["1842-04-08", "1907-01-18"]),
        ("Ada Lind (184218 January 1907) was a painter.", ["1842", "1907-01-18"]),
        ("Ada Lind (May 2, 1882June 1, 1947) was a painter.", ["1882-05-02", "1947-06-01"]),
        ("Ada Lind (9 June 18961971) was a painter.", ["1896-06-09", "1971"]),
        ("They sold 184218 in January 1907.", ["1907-01"]),
        ("They sold lot 18961971 in June 1975.", ["1975-06"]),
    ],
)
def test_two_dates_whose_dash_is_lost_are_two(text: str, days: list[str]) -> None:
    assert [each.when.edtf for each in phrases(text, PUBLISHED) if each.when] == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She died between 1171 and 1175.", [("1171 and 1175", "1171/1175")]),
        ("She died in 1171 or 1175.", [("1171", "1171"), ("1175", "1175")]),
        ("She died in 1171 and 1175 people came.", [("1171", "1171")]),
        ("She died on 8 July 1171/75.", [("8 July 1171/75", "1171-07-08/1175-07-08")]),
        ("She died on February 8, 1696/7.", [("February 8, 1696/7", "1697-02-08")]),  # the year began in March
        ("She died on June 8, 1696/7.", [("June 8, 1696/7", "1696-06-08/1697-06-08")]),
        ("They toured in February 1996/7.", [("February 1996/7", "1996-02/1997-02")]),
        ("She died on 10/11 May 1034.", [("10/11 May 1034", "1034-05-10/1034-05-11")]),
        ("She died on 3/4 January 1984.", [("3/4 January 1984", "1984-01-03/1984-01-04")]),
        ("She died between c. 1671 and c. 1675.", [("c. 1671 and c. 1675", "1671~/1675~")]),
        ("She died in 1696/7.", [("1696/7", "1696/1697")]),
        ("She died in 1808/1809.", [("1808/1809", "1808/1809")]),
        ("She lived 1808–16 September 1871.", [("1808", "1808"), ("16 September 1871", "1871-09-16")]),
        ("She scored on 8 July 2017-4 goals.", [("8 July 2017", "2017-07-08")]),
    ],
)
def test_one_of_two_years_is_neither(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("life", "born", "died"),
    [
        ("7 May (O.S. 26 April) 1710 – 7 October 1796", "1710-05-07", "1796-10-07"),
        ("2 July [O.S. 20 June] 1858 – 5 May [O.S. 22 April] 1904", "1858-07-02", "1904-05-05"),
        ("July 17, 1744 (July 6, 1744, Old Style) – November 23, 1814", "1744-07-17", "1814-11-23"),
        ("7 May (26 April in the Julian calendar) 1710 – 1796", "1710-05-07", "1796"),
        ("7 May (26 April) 1710 – 1796", "1710-05-07", "1796"),
        ("1631/2–1697", "1631/1632", "1697"),
        ("1131/2 – 1197/8", "1131/1132", "1197/1198"),
    ],
)
def test_a_day_of_two_calendars_is_one(life: str, born: str, died: str) -> None:
    assert [when for _, when in told(f"Ada Roe ({life}) was a painter.")] == [born, died]


def test_a_day_in_a_bracket_is_another_where_no_calendar_tells_it() -> None:
    assert [when for _, when in told("She wed on 3 May 1840 (he on 14 May 1840).")] == ["1840-05-03", "1840-05-14"]
    assert [when for _, when in told("She wed on 3 May 1840 (5 June 1841).")] == ["1840-05-03", "1841-06-05"]


def test_what_had_come_about_is_not_of_the_months_that_follow() -> None:
    wed = "On 9 May 1956 they wed. "
    assert told(wed + "They had met in August.", None) == [("9 May 1956", "1956-05-09"), ("August", None)]
    assert told(wed + "They had met in April.", None)[1] == ("April", "1956-04")
    assert told(wed + "They had a son in August.", None)[1] == ("August", "1956-08")
    assert told(wed + "They had parted by August.", None)[1] == ("by August", "../1956-08")


def test_a_year_behind_a_bracket_is_that_of_the_day_before_it() -> None:
    text = "She died in 1617. She was born on 29 September (the feast of Michael) 1547."
    assert [when for _, when in told(text)] == ["1617", "1547-09-29", "1547"]
    text = "She was born on 27 December, the feast of John, 1571, in York."
    assert [when for _, when in told(text)] == ["1571-12-27", "1571"]


def test_what_is_counted_on_is_no_date_of_a_bracket() -> None:
    text = "Ada was born in 1952 to Eva (née Dow; 1927–2016). Her sister was born three years later."
    assert told(text, None)[-1] == ("three years later", "1955")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("He died in 942 and was buried in York.", ["0942"]),
        ("He died in 942 at York after a fall.", ["0942"]),
        ("He spoke of it in 120 and 130 words.", []),
        ("One in 500 in the town had died.", []),
        ("He came with about 500 and 600 men.", []),
    ],
)
def test_a_year_before_the_thousandth(text: str, years: list[str]) -> None:
    assert [edtf for _, edtf in told(text, None)] == years


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They met in July 1924; later that year they wed.", "1924-07/1924-12"),
        ("They met on 5 July 1924. Later the same month they wed.", "1924-07-05/1924-07-31"),
        ("They met on 5 July 1924. Later in the year they wed.", "1924-07-05/1924-12-31"),
        ("They met in May 2018. Earlier that year she had left Ben.", "2018-01/2018-05"),
        ("They met in 1924. Later that year they wed.", "1924"),
        ("They met in May 2018. They will wed later in the year.", "2020-09-14/2020-12-31"),
    ],
)
def test_later_that_year_is_what_was_left_of_it(text: str, when: str) -> None:
    assert told(text)[-1][1] == when


@pytest.mark.parametrize(
    ("met", "when"),
    [("November 2018", "2018-12-31"), ("November 2019", "2019-12-31"), ("March 2018", "2019-12-31")],
)
def test_a_feast_that_follows_soon_on_an_old_date_is_the_next_one(met: str, when: str) -> None:
    assert told(f"They met in {met}. He proposed on New Year's Eve.")[-1][1] == when


def test_centuries_share_their_noun() -> None:
    assert told("They came in the late 19th and early 20th centuries.") == [
        ("the late 19th", "1867/1899"),
        ("early 20th centuries", "1900/1933"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met in January and February 1937.", ["1937-01", "1937-02"]),
        ("He was born on 18 or 19 November 1786.", ["1786-11-18", "1786-11-19"]),
        ("Ada Roe (1793–July 4, 1852) was a painter.", ["1793", "1852-07-04"]),
    ],
)
def test_a_list_tells_the_year_once(text: str, days: list[str]) -> None:
    assert [edtf for _, edtf in told(text)] == days


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They split on Saturday.", "2020-09-12"),
        ("They split on Monday.", "2020-09-14"),
        ("They will meet on Saturday.", "2020-09-19"),
        ("They split last Monday.", "2020-09-07"),
        ("They will wed next Friday.", "2020-09-25"),
        ("They will wed this coming Friday.", "2020-09-18"),
        ("They split yesterday.", "2020-09-13"),
        ("They split the day before yesterday.", "2020-09-12"),
        ("They split last week.", "2020-09-07/2020-09-13"),
        ("They split last weekend.", "2020-09-12/2020-09-13"),
        ("They split last month.", "2020-08"),
        ("She turned 40 last month.", "2020-08"),  # no forty months
        ("They split earlier this year.", "2020-01-01/2020-09-14"),
        ("They split earlier this summer.", "2020-06/2020-08"),
        ("They split earlier this week.", "2020-09-07/2020-09-14"),  # on a Monday, the week before too
        ("They will wed later this year.", "2020-09-14/2020-12-31"),
        ("They will wed in the new year.", "2021-01/2021-04"),
        ("They split last May.", "2019-05"),  # that of this year is "in May"
        ("They split this past May.", "2020-05"),
        ("They split last August.", "2019-08"),
        ("They split last October.", "2019-10"),
        ("They split in July last year.", "2019-07"),
        ("They split this summer.", "2020-22"),
        ("They split last summer.", "2019-22"),
        ("They split last winter.", "2019-24"),
        ("They wed over the Labor Day weekend.", "2020-09-05/2020-09-07"),
        ("They married in June.", "2020-06"),
        ("They married in November.", "2019-11"),
        ("They will marry in June.", "2021-06"),
        ("He will be sentenced in November.", "2020-11"),
        ("They married on 5 July.", "2020-07-05"),
        ("They split two years ago.", "2018"),
        ("They split three months ago.", "2020-06"),
        ("They split two weeks ago.", "2020-08-31/2020-09-06"),
        ("They split ten days ago.", "2020-09-04"),
        ("They split over two years ago.", "../2018-09-14"),
        ("They split more than a decade ago.", "../2010-09-14"),
        ("They split less than a year ago.", "2019-09-14/2020-09-14"),
        ("They split almost two years ago.", "2018-09-14/2019-09-14"),
        ("They split about two years ago.", "2018~"),
        ("They split a few years ago.", "2011-09-14~/2018-09-14~"),
        ("They split two and a half years ago.", "2018-03~"),
        ("They split a quarter of a century ago.", "1995"),
        ("They split half a century ago.", "1970~"),
        ("They split a hundred years ago.", "1920~"),
        ("They split two hundred years ago.", "1820~"),
        ("They split 1,200 years ago.", "0820~"),
        ("They split a hundred years ago today.", "1920-09-14"),
        ("They split ten years ago on Sunday.", "2010-09-13"),
        ("They split a year ago last Friday.", "2019-09-11"),
        ("They split two years ago this month.", "2018-09"),
        ("They are getting married in June.", "2021-06"),
        ("They have been dating since June.", "2020-06"),
        ("They are dating since June.", "2020-06"),
        ("They split at the weekend.", "2020-09-12/2020-09-13"),
        ("They split over the summer.", "2020-22"),
        ("They wed in Rome over the winter and moved.", "2019-24"),
        ("They split three years ago yesterday.", "2017-09-13"),
        ("They will leave in two years.", "2022"),
        ("They split in the past two years.", "2018-09-14/2020-09-14"),
        ("They split on New Year's Eve.", "2019-12-31"),
        ("They split a few days after New Year.", "2020-01-03~/2020-01-10~"),
    ],
)
def test_told_from_the_publication(text: str, when: str) -> None:
    phrase = only(text)
    assert (phrase.when and phrase.when.edtf, phrase.anchor) == (when, "publication")


@pytest.mark.parametrize(
    "text",
    [
        "They split on Saturday.",
        "They split last year.",
        "They split two years ago.",
        "They split in June.",
        "They split yesterday.",
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    phrase = only(text, None)
    assert (phrase.when, phrase.anchor) == (None, "publication")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They met in 2010. They wed two years later.", "2012"),
        ("They met in 2010. They wed that year.", "2010"),
        ("They met in May 2010. They wed the following year.", "2011"),
        ("They met in May 2010. They wed three months later.", "2010-08"),
        ("They met on 30 May 2010. They wed the next day.", "2010-05-31"),
        ("They met in 2010. They wed the following spring.", "2011-21"),
        ("They met in November 1935, and the very next spring she wed him.", "1936-21"),
        ("They met on 3 May 2010 and wed the very next day.", "2010-05-04"),
        ("They met in 2010. They had wed a year earlier.", "2009"),
        ("They met in 2010. They wed in June two years later.", "2012-06"),
        ("They met in 2010. They wed on 3 June, two years later.", "2012-06-03"),
        ("They met in 2010. They wed on the first Saturday of June two years later.", "2012-06-02"),
        ("They met in December 2010. They wed in January two years later.", None),  # of 2012, or of 2013
        ("They met on the last day of May 2010. They parted the following April.", "2011-04"),
        ("They met in May 2010. They parted the following June.", "2011-06"),  # of the same year: the following month
        ("They met in May 2010. They parted the following July.", "2010-07"),
        ("They met in December 2010. They parted the following January.", "2011-01"),
        ("They met on 4 July 1831. They parted on 30 May.", "1831-05-30"),
        ("They met in November 1917. They parted in January.", "1918-01"),
        ("They met in 2010 and parted that September.", "2010-09"),
        ("They met on 3 May 2010. At the same time, she moved.", "2010-05-03"),
        ("They met on 3 May 2010. She left over a year later.", "2011-05-03/.."),
        ("They met in 2010 and wed two years afterwards.", "2012"),
        # what is not counted: "shortly" is within a year, "weeks" are told in months from two months on
        ("They met in 2010 and wed shortly afterwards.", "2010/2011"),
        ("They met in May 2010 and wed soon after.", "2010-05/2011-05"),
        ("They met on 3 May 2010 and wed weeks later.", "2010-05-17~/2010-06-28~"),
        ("They met in May 2010 and wed months later.", "2010-07~/2011-04~"),
        ("They met in 2010 and wed a few months later.", "2010~/2011~"),
    ],
)
def test_told_from_an_earlier_date(text: str, when: str) -> None:
    phrase = phrases(text)[-1]
    assert (phrase.when and phrase.when.edtf, phrase.anchor) == (when, "earlier")


@pytest.mark.parametrize(
    ("text", "words", "relation", "duration", "when"),
    [
        ("They wed two years after they met.", "two years after", "after", "P2Y", None),
        ("He wrote five days before his death.", "five days before", "before", "P5D", None),
        ("In 2010 they met. Two years after they met, they wed.", "Two years after", "after", "P2Y", "2012"),
        ("They wed in May 2018, eight months after their engagement.", "eight months after", "after", "P8M", None),
        ("They parted on their first anniversary.", "their first anniversary", "on", "P1Y", None),
    ],
)
def test_told_from_an_event(text: str, words: str, relation: str, duration: str, when: str | None) -> None:
    phrase = phrases(text)[-1]
    assert (phrase.text, phrase.anchor, phrase.relation) == (words, "event", relation)
    assert phrase.duration is not None
    assert phrase.duration.text == duration
    assert (phrase.when.edtf if phrase.when else None) == when


@pytest.mark.parametrize(
    ("text", "words", "relation", "least", "most"),
    [
        ("They wed weeks after they met.", "weeks after", "after", 14, 56),
        ("She left days before their wedding.", "days before", "before", 2, 13),
        ("They wed shortly after their engagement.", "shortly after", "after", 0, 365),
        ("They wed two years prior to his death.", "two years prior to", "before", 730, 1095),
        ("They wed a few weeks after they met.", "a few weeks after", "after", 14, 56),
        ("It is five years since they met.", "five years since", "after", 1826, 2191),
        ("They celebrate almost five years since they met.", "almost five years since", "after", 1461, 1826),
    ],
)
def test_told_roughly_from_an_event(text: str, words: str, relation: str, least: int, most: int) -> None:
    phrase = only(text)
    assert (phrase.text, phrase.when, phrase.anchor, phrase.relation) == (words, None, "event", relation)
    assert phrase.duration is not None
    assert (phrase.duration.least, phrase.duration.most) == (least, most)


def test_a_rough_length_needs_its_own_base() -> None:
    assert phrases("Ada was born in 1876. Her sister died shortly after birth.", None)[-1].when is None
    assert phrases("Though they broke up months later.", PUBLISHED, tenses=lambda start, end: "future")[-1].when is None


@pytest.mark.parametrize(
    "text",
    [
        "Years after they met, they wed.",
        "They wed immediately after.",
        "In the five years since they met, they wed.",
        "Years later they wed.",
        "They kept silent for months after they had met.",
        "They wed soon.",
        "She was knighted in the New Year Honours.",
    ],
)
def test_what_may_be_any_time_later_is_no_date(text: str) -> None:
    assert not phrases(text, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("She was seen on Friday. On a show they got engaged, but broke up months later.", None),
        ("She was seen on Friday. They broke up two years later.", None),
        ("They met in May 2010. They broke up two years later.", "2012"),
        ("She was seen on Friday. They will wed two months later.", "2020-11"),
        # the caption of a picture dates no parting
        ("She spoke of their split; seen in 2013. It rained. Two years after their split she wed.", None),
        ("She spoke of their split in 2013. It rained. Two years after their split she wed.", "2015"),
    ],
)
def test_what_had_happened_was_before_the_news(text: str, when: str | None) -> None:
    last = phrases(text, PUBLISHED)[-1].when
    assert (last and last.edtf) == when


@pytest.mark.parametrize(
    ("text", "words", "relation", "least", "most"),
    [
        ("They met when she was 25.", "when she was 25", "on", 9131, 9496),
        ("She wed at the age of 25.", "at the age of 25", "on", 9131, 9496),
        ("She had wed by the age of 25.", "by the age of 25", "by", 9131, 9496),
        ("She played from the age of 25.", "from the age of 25", "since", 9131, 9496),
        ("She died aged 25.", "aged 25", "on", 9131, 9496),
        ("She married at 25, in Rome.", "at 25", "on", 9131, 9496),
        ("She met him when she was just 25.", "when she was just 25", "on", 9131, 9496),
        ("They met when they were both 25.", "when they were both 25", "on", 9131, 9496),
        ("They met when Ada Roe was 25-years-old.", "when Ada Roe was 25-years-old", "on", 9131, 9496),
        ("At 25, she married.", "At 25", "on", 9131, 9496),
        ("Aged 25, she married.", "Aged 25", "on", 9131, 9496),
        ("In her thirties she met him.", "In her thirties", "on", 10957, 14609),
        ("In her late thirties she met him.", "In her late thirties", "on", 13514, 14609),
        ("They wed on her 25th birthday.", "her 25th birthday", "on", 9131, 9132),  # the very day
        ("By the time she was 25 they had wed.", "By the time she was 25", "by", 9131, 9132),
        ("She died when she was a year old.", "when she was a year old", "on", 365, 730),
    ],
)
def test_told_from_a_birth(text: str, words: str, relation: str, least: int, most: int) -> None:
    phrase = only(text)
    assert (phrase.text, phrase.when, phrase.anchor, phrase.relation) == (words, None, "birth", relation)
    assert phrase.duration is not None
    assert (phrase.duration.least, phrase.duration.most) == (least, most)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Three months to the day after that", "2010-06-06"),
        ("A year to the day later", "2011-03-06"),
        ("Two years to the day after,", "2012-03-06"),
        ("One year later", "2011"),
    ],
)
def test_to_the_day_is_that_very_day(words: str, day: str) -> None:
    (_, when) = told(f"It opened on 6 March 2010. {words} they wed.")[1]
    assert when == day


def test_what_lasts_from_a_year() -> None:
    for_, from_ = phrases("They dated for over six years from 2010.", PUBLISHED)
    assert (for_.relation, from_.text, from_.relation) == ("for", "from 2010", "since")


def test_to_the_day_ago_is_that_very_day() -> None:
    assert [when for _, when in told("They wed three years ago to the day.")] == ["2017-09-14"]
    assert told("It is two years to the month.") == []


@pytest.mark.parametrize(
    ("words", "least", "most", "length"),
    [
        ("two months after his 75th birthday", 27452, 27456, "P75Y2M"),
        ("the day after she turned 17", 6210, 6211, "P17Y1D"),
        ("a week before Ada Roe turned 40", 14603, 14603, "P40Y-1W"),
        ("two days short of her 90th birthday", 32870, 32871, "P90Y-2D"),
        ("shortly after her 30th birthday", 10957, 11324, ""),
    ],
)
def test_told_from_a_birthday(words: str, least: int, most: int, length: str) -> None:
    phrase = only(f"They wed {words}.")
    assert (phrase.text, phrase.relation, phrase.anchor) == (words, "on", "birth")
    assert phrase.duration is not None
    assert (phrase.duration.least, phrase.duration.most, phrase.duration.text) == (least, most, length)


@pytest.mark.parametrize(
    "words", ["after it turned 30 degrees", "before he turned the page", "until they turned 12 pages"]
)
def test_what_else_turns_is_no_birthday(words: str) -> None:
    assert not any(each.anchor == "birth" for each in phrases(f"They wed {words}."))


def test_a_feast_is_a_date_to_count_from() -> None:
    assert only("They wed the day after Christmas 2013.").when.edtf == "2013-12-26"  # type: ignore[union-attr]
    assert only("They wed three days after Easter 2013.").when.edtf == "2013-04-03"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("They were together for two years.", 730, 1095),
        ("It was a marriage of two years.", 730, 1095),
        ("It was a two-year marriage.", 730, 1095),
        ("They were together for over two years.", 730, None),
        ("They were together for at least two years.", 730, None),
        ("They were together for almost two years.", 365, 730),
        ("They were together for less than two years.", 0, 730),
        ("They were together for a year and a half.", 546, 580),
        ("They were together for half a year.", 181, 214),
        ("They split after six months of dating.", 181, 214),
    ],
)
def test_lengths_of_time(text: str, least: int, most: int | None) -> None:
    phrase = phrases(text, PUBLISHED)[-1]
    assert (phrase.when, phrase.relation) == (None, "for")
    assert phrase.duration is not None
    assert (phrase.duration.least, phrase.duration.most) == (least, most)


def test_a_feast_has_its_weekend_and_a_fall_is_no_season() -> None:
    assert told("They wed on Thanksgiving weekend 2019.") == [("Thanksgiving weekend 2019", "2019-11-28/2019-12-01")]
    assert told("He died after a fall in 1950.") == [("1950", "1950")]


def test_a_season_in_a_name_is_no_time_of_the_year() -> None:
    assert told("Ben wed Cora (Coco) Winter in 1950.") == [("1950", "1950")]
    assert told("Ben wed Cora in winter in 1950.") == [("winter in 1950", "1950-24")]


def test_what_is_so_as_of_a_month_is_told_of_that_month() -> None:
    assert told("As of June 2012 they lived apart.") == [("As of June 2012", "2012-06")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The house was sold in 1930.\n\nIn 1879 Ben became mayor. At the same time he wed.", "1879"),
        ("The house was sold in 1930.\n\nBen became mayor in 1879. It was then that he wed.", "1879"),
        # which of the two years goes on is not plain
        ("The house was sold in 1930.\n\nBen became mayor in 1879. At the same time he wed.", "1879"),
        ("In 1930 he sold the house, built in 1850. The following year he wed.", "1931"),
        ("In 1930 he sold the house. It was built in 1850. The following year he wed.", "1931"),
    ],
)
def test_a_new_paragraph_is_not_counted_from_the_one_before(text: str, last: str) -> None:
    assert told(text, None)[-1][1] == last


def test_a_month_behind_its_year_is_of_that_year() -> None:
    assert told("They split last year in May.") == [("last year", "2019"), ("May", "2019-05")]
    assert told("They split in the last week of May.") == [("the last week of May", "2020-05-25/2020-05-31")]


@pytest.mark.parametrize(
    ("text", "when", "anchor"),
    [
        ("They wed in 1990 and were together for twelve years.", "1990/2002", "earlier"),
        ("He set out on 18 February 1918; it lasted eleven days.", "1918-02-18/1918-03-01", "earlier"),
        ("They split in 2019 after dating for six years.", "2013/2019", "earlier"),
        ("In 1994 it was her first win in over ten years.", "../1994", "earlier"),
        ("In 2002 he came back after ten years.", "1992/2002", "earlier"),
        ("They wed in 1990 and parted after ten years.", "1990/2000", "earlier"),
        ("He lived there for 53 years from 1879.", "1879/1932", "earlier"),
        ("He lived there for ten years until 1932.", "1922/1932", "earlier"),
        ("In 1994 she left; she had worked there for ten years.", "1984/1994", "earlier"),
        ("They split in 2019 following six years of marriage.", "2013/2019", "earlier"),
        ("After six years of marriage they split in 2019.", "2013/2019", "earlier"),
        ("She died in 2019 following a six-year illness.", "2013/2019", "earlier"),
        ("They met in 2015 and dated for ten years.", None, "calendar"),  # told in 2020: it cannot be
        ("They wed in 1990 and were together for over twelve years.", "1990/..", "earlier"),
        ("They have been together for ten years.", "2010-09-14/2020-09-14", "publication"),
        ("On Friday they spoke. For two years they were silent.", None, "calendar"),  # news
        ("They wed in 1990 and were away for three days.", None, "calendar"),  # no day to count from
        ("They were together for two years.", None, "calendar"),
    ],
)
def test_a_length_lies_where_a_date_beside_it_tells(text: str, when: str | None, anchor: str) -> None:
    (phrase,) = (each for each in phrases(text, PUBLISHED) if each.relation == "for")
    assert (phrase.when and phrase.when.edtf, phrase.anchor) == (when, anchor)


def test_in_a_story_a_length_is_told_from_the_sentence_before_and_uncertain() -> None:
    phrase = phrases("They wed in 1990. For twelve years all was well.")[-1]
    assert phrase.when.edtf == "1990?/2002?"  # type: ignore[union-attr]


def test_a_length_up_to_the_publication_has_both() -> None:
    phrase = only("They have been together for the past two years.")
    assert (phrase.when and phrase.when.edtf, phrase.relation) == ("2018-09-14/2020-09-14", "for")
    assert phrase.duration is not None
    assert phrase.duration.text == "P2Y"


@pytest.mark.parametrize(
    "text",
    [
        "She may have left.",
        "They march on.",
        "April Stone sang.",
        "May and June Field are sisters.",
        "January Lind wed him.",
        "She watched 28 Weeks Later.",
        "The Seven Years War was long.",
        "He was in the Class of '09.",
        "It cost $2000.",
        "Some 1500 soldiers came.",
        "Turn to page 1984.",
        "They stayed in room 1920.",
        'He read "1984" twice.',
        "A survey of 1709 children began.",
        "The score was 3-2.",
        "A 35-year-old man came.",
        "He is 35 years old.",
        "It was built in 400 BC.",
        "It was built in the fourth century BC.",
        "It was built in the twenty-first century BCE.",
        "He was killed on 15 March 44 BC.",
        "They shop every Friday.",
        "She runs a Sunday school.",
        "He starred in Friday the 13th.",
        "Their film is The Christmas Cottage.",
        "It was a Christmas gift.",
        "They kept Chinese New Year.",
        "Over a quarter of a million copies were sold.",
        "He was on air for two hours.",
        "He waited a moment.",
        "In this day and age nobody waits.",
        "She said that months went by.",
        "They met on the Today show.",
        "They read Ben's Tonight.",
        "They met when they were two.",
        "They adopted him when he was 14 months old.",
        "They met when temperatures were 30.",
        "The first quartile is called Q1.",
        "She is in her 30s.",
        "Her early thirties were hard.",
        "Ada, aged 35, sang.",
        "Two children, aged 5 and 7, came.",
        "It was fine at 25 degrees.",
        "The bird is a B-1920.",
        "It is at https://example.org/2019/05/03/wedding now.",
        "She was named player of the year.",
        "He proposed on the fifth anniversary of their first date.",
        "Ada-May was there.",
        "They have two girls, Ada and May.",
        "About 347 in York came.",
        "The remaining 1920 soldiers came.",
        "They fought over the spring collection.",
        "She got over the fall.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


def test_a_year_told_beside_a_relative_expression_is_the_one_meant() -> None:
    assert told("On Friday they spoke. They wed the following year, in 2018.")[1:] == [
        ("the following year", "2018"),
        ("2018", "2018"),
    ]


def test_the_day_of_the_news_is_no_date_to_count_years_from() -> None:
    assert told("On Friday they spoke. They had wed the following year.")[1:] == [("the following year", None)]
    assert told("On Friday they spoke. They wed the following day.")[1:] == [("the following day", "2020-09-12")]


def test_a_date_soon_to_come_is_not_a_year_old() -> None:
    assert told("The show is back ahead of its October 14 premiere.") == [("October 14", "2020-10-14")]
    assert told("A photograph of November 14 is here.") == [("November 14", "2020-11-14")]
    assert told("A photograph of December 14 is here.") == [("December 14", "2019-12-14")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They wed on Thursday 10 September.", "2020-09-10"),
        ("They wed on Tuesday 10 September.", "2019-09-10"),
        ("They wed on Tuesday, September 10.", "2019-09-10"),
        ("They were to wed on Saturday 3 October.", "2020-10-03"),
        ("They wed on Wednesday 7 July.", "2020-07-07"),  # 2021: no news of so far ahead
    ],
)
def test_the_weekday_tells_which_year_is_meant(text: str, day: str) -> None:
    assert only(text).when == Interval.from_edtf(day)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("They parted in December, reuniting in May 2019.", "2018-12"),
        ("They parted in October before reuniting in May 2019.", "2018-10"),
        ("They parted in March, reuniting in May 2019.", "2019-03"),
        ("They parted in December, after reuniting in May 2019.", "2019-12"),  # told backwards
        ("They parted in December. Reuniting in May 2019 was hard.", "2019-12"),
    ],
)
def test_a_participle_goes_on_from_the_month_before_it(text: str, month: str) -> None:
    assert told(text)[0][1] == month


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They wed on Pioneer Day (24 July) 1866.", ["1866-07-24", "1866"]),
        ("They wed on the feast of the Cross (3 May), 1165.", ["1165-05-03", "1165"]),
        ("They met in spring (3 May) 1500 soldiers away.", ["2020-21", "2020-05-03"]),  # no year
    ],
)
def test_a_year_behind_the_bracket_of_a_day_is_its_year(text: str, days: list[str]) -> None:
    assert [when for _, when in told(text)] == days


def test_a_year_is_counted_from_a_day_of_the_calendar_however_it_is_told() -> None:
    story = "In 1940 they met, and on the last day of November they wed. The following April he was lost."
    assert told(story + " Their daughter was born that August.")[-2:] == [
        ("The following April", "1941-04"),
        ("that August", "1941-08"),
    ]
    assert told("On Friday they spoke. The next day they left. They had wed the following year.")[-1][1] is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They met in the year before last.", "2018"),
        ("They met the month before last.", "2020-07"),
        ("They met the week before last.", "2020-08-31/2020-09-06"),
        ("They met the Saturday before last.", "2020-09-05"),
        ("They met the Christmas before last.", "2018-12-25"),
        ("They met the May before last.", "2018-05"),
        ("They wed in December the year before last.", "2018-12"),
        ("They met last Saturday.", "2020-09-12"),
    ],
)
def test_the_one_before_last_is_two_back(text: str, when: str) -> None:
    assert only(text).when == Interval.from_edtf(when)


def test_a_week_before_last_christmas_is_not_the_week_before_last() -> None:
    assert told("They met the week before last Christmas.") == [("before last Christmas", "../2019-12-24")]


def test_a_year_stands_between_an_adjective_and_its_noun() -> None:
    assert told("She left after their bitter 2011 divorce.") == [("2011", "2011")]


def test_a_count_after_a_month_is_no_day() -> None:
    assert told("In May 20 people came.") == [("May", "2020-05")]


def test_news_and_lives_read_a_bare_month_differently() -> None:
    life = (
        "He was born in 1831. In 1850 he left. In 1852 he came back. He died in June 1860. The stone was set in July."
    )
    assert told(life)[-1] == ("July", "1860-07")
    assert told("They met in 2015 and wed in 2018. On Friday they were seen. The house was sold in July.")[-1] == (
        "July",
        "2020-07",
    )


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("They wed in 1996 and she filed for divorce in June.", "2020-06"),  # a year alone is another time
        ("They parted in May 1996 and divorced in June.", "1996-06"),  # months go on
        ("In 1996 they wed in June.", "1996-06"),  # the year of the whole sentence
        ("They wed back in 1996. She filed for divorce in June.", "2020-06"),
        ("The two, pictured here with Ada in May 2019, divorced in June.", "2020-06"),  # the time of a picture
        ("The two (seen in May 2019) divorced in June.", "2020-06"),
        ("The two were seen in May 2019 and divorced in June.", "2019-06"),
        ("The two stars wed last fall and welcomed a son in June.", "2020-06"),  # so is a season
    ],
)
def test_a_bare_month_of_the_news_goes_on_from_a_month_or_the_year_of_its_sentence(text: str, month: str) -> None:
    assert told(text)[-1] == ("June", month)


def test_tense_of_a_tagger_decides() -> None:
    future = phrases("They wed in June.", PUBLISHED, tenses=lambda start, end: "future")
    assert [each.when and each.when.edtf for each in future] == ["2021-06"]


@settings(deadline=None, max_examples=300)
@given(st.text(), st.none() | st.dates())
def test_any_string_is_read_without_a_crash(text: str, published: date | None) -> None:
    assert all(text[each.start : each.end] == each.text for each in phrases(text, published))


@settings(deadline=None, max_examples=500)
@given(
    st.lists(
        st.sampled_from(
            [*WORDS, "1990s", "’60s", "2010", "1968", "74", "5th", "1,200", "9/11", "he", "\n\n", "0", "9999"]
        )
    ),
    st.sampled_from([None, date.min, PUBLISHED, date.max]),
)
def test_any_words_of_time_are_read_without_a_crash(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for each in phrases(text, published):
        assert text[each.start : each.end] == each.text
        assert each.when is None or Interval.from_edtf(each.when.edtf) == each.when


@pytest.mark.parametrize(
    "unit",
    [
        *("one ", "May ", "1968-74-", "two years before ", "the first week of ", "hundred ", "\n ", "1,234"),
        *("for two years ", "in 1990 for two years ", "at 25, ", "a quarter of a ", "early to mid "),
    ],
)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """Twenty times the text in less than sixty times the time: a quadratic reader needs four hundred."""
    short, long = (min(seconds(unit * times) for _ in range(3)) for times in (300, 6000))
    assert long < 60 * max(short, 0.001)


def seconds(text: str) -> float:
    began = process_time()
    phrases(text, PUBLISHED)
    return process_time() - began


def test_expressions_stand_where_they_say() -> None:
    text = "Über Paris: they’d met “in May 2010”, İ and parted two years later."
    found = phrases(text)
    assert (
        [text[each.start : each.end] for each in found]
        == [each.text for each in found]
        == ["May 2010", "two years later"]
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They tied the knot over the weekend.", "2020-09-12/2020-09-13"),
        ("They married this weekend.", "2020-09-12/2020-09-13"),
        ("They will marry this weekend.", "2020-09-19/2020-09-20"),
    ],
)
def test_what_happened_at_the_weekend_happened_at_the_last_one(text: str, days: str) -> None:
    friday = date(2020, 9, 18)
    assert told(text, friday)[-1][1] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They wed in September 2018 and parted in July.", "2019-07"),
        ("They wed in September 2018 before parting in July.", "2019-07"),
        ("They wed in September 2018 after meeting in July.", "2018-07"),
        ("They wed in September 2018, having met in July.", "2018-07"),
        ("They wed in September 2019 and parted in November.", "2019-11"),
        ("They wed in October 1940, and their son was born in May.", "1941-05"),
    ],
)
def test_a_month_that_lies_back_is_of_the_next_year_where_the_sentence_goes_on(text: str, day: str) -> None:
    assert told(text)[-1][1] == day


def test_a_new_year_that_has_begun_is_not_the_next_to_come() -> None:
    assert told("They moved in together in the new year.")[-1][1] is None
    assert told("They will move in together in the new year.")[-1][1] == "2021-01/2021-04"
    assert told("They parted at the beginning of the year.")[-1][1] == "2020-01/2020-04"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They split in September 2018. But by November they were back together.", "../2018-11"),
        ("They split in May 2019, it was said. Things went well by December, when they moved.", "../2019"),
        (
            "They wed in Rome in 2011. By June she had filed for divorce.",
            "../2020-06",
        ),  # of a year alone nothing goes on
        ("They split in September 2018. In June they were seen together.", "2020-06"),
        ("They split in September 2018. They said so. By June they were back together.", "../2020-06"),
    ],
)
def test_news_goes_on_by_a_month_from_the_sentence_before(text: str, when: str) -> None:
    when_told = phrases(text, PUBLISHED)[-1].when
    assert when_told is not None
    assert when_told.edtf == when


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 1848 he went home on April 2. He died on Friday, June 15.", "1849-06-15"),  # in 1848 it was a Thursday
        ("In 1848 he went home on April 2. He died on Thursday, June 15.", "1848-06-15"),
        ("In 1848 he went home on April 2. He died on Sunday, June 15.", "1848-06-15"),  # nor in 1847 or 1849
        ("In 1548 he went home on April 2. He died on Friday, June 15.", "1548-06-15"),  # by the old calendar
    ],
)
def test_a_weekday_tells_of_which_year_a_day_is(text: str, day: str) -> None:
    assert told(text, None)[-1][1] == day

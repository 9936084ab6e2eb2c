"""The day of publication as metadata, a first line or a dateline tell it; never guessed, never completed."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]+)?"
FORMS = (
    r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d)",  # 2020-09-14, 2020-09-14-13-26-46
    r"(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})(?=T\d{4}|\D|$)",  # 20200914
    rf"{WEEKDAY}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<m3>{MONTH}),?[ -](?P<y3>\d{{4}})(?!\d)",  # 14 September 2020
    rf"{WEEKDAY}(?P<m4>{MONTH})[ ](?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<y4>\d{{4}})(?!\d)",  # September 14, 2020
    r"(?P<d5>\d{1,2})[/.](?P<m5>\d{1,2})[/.](?P<y5>\d{4})(?!\d)",  # 14/09/2020; 09/10/2020 could be two days: no date
)
DAY = "|".join(FORMS)
ZONE = r"(?:Z|GMT|UTC|BST|CES?T|[ECMP][SD]?T|AE[SD]T|[+-]\d{2}:?\d{2})\b"
TIME = rf"(?:[ T,-]*(?:at )?\d{{1,2}}[:.-]\d{{2}}(?:[:.-]\d{{2}})?(?:\.\d+)?(?:[ ]*[ap]\.?m\b\.?)?(?:[ ]*{ZONE})?)?"
LABEL = r"(?:first published|published|publication date|posted|date|dated)(?: on)?"
HEAD = 300  # characters in which a header or dateline must stand

MADE = re.compile(r"(?:D:)?([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)[0-9]{2}(?!\d)")
STARTS_WITH_DAY = re.compile(rf"(?:{DAY})", re.I)
# "Published on 4 May 1851, the novel ..." is prose: inside a line it takes a colon, or the bare word "date"
LABELLED = re.compile(rf"(?:date|{LABEL}:)\s*(?P<day>{DAY}){TIME}(?=\s|$)", re.I)
ALONE = re.compile(rf"(?:{LABEL}[ ]+)?(?P<day>{DAY}){TIME}[ \t]*(?:\n|$)", re.I)
PLACE = r"[A-Z][A-Z .,'’()/-]{1,60}?[ ,]+"
DATELINE = re.compile(rf"{PLACE}(?i:(?P<day>{DAY}))[ ]*(?:\([^()\n]{{1,40}}\)[ ]*)?(?:[—–:-]|--)[ ]")


def find_day(value: str) -> date | None:
    """The day that `value` begins with; None where it tells none, or could mean two.

    >>> find_day("2020-09-14-13-26-46"), find_day("Mon, 14 Sep 2020 13:26:46 GMT")
    (datetime.date(2020, 9, 14), datetime.date(2020, 9, 14))
    >>> find_day("2020-09"), find_day("2020-02-31"), find_day("09/10/2020"), find_day("yesterday")
    (None, None, None, None)
    """
    match = STARTS_WITH_DAY.match(value.strip())
    return _day(match) if match else None


def split_header(text: str) -> tuple[date | None, str]:
    """The day that a text's first line gives, and the text without it where it is a header and no part of the prose.

    >>> split_header("date 2024-02-08 Ada has left.")
    (datetime.date(2024, 2, 8), 'Ada has left.')
    >>> split_header("LONDON, 8 February 2024 (Wire) - Ada has left.")
    (datetime.date(2024, 2, 8), 'LONDON, 8 February 2024 (Wire) - Ada has left.')
    >>> split_header("8 February 2024 was cold.")
    (None, '8 February 2024 was cold.')
    """
    head = text[:HEAD]
    for pattern in (LABELLED, ALONE):
        match = pattern.match(head)
        if match and (day := _day(match)):
            return day, text[match.end() :].strip()
    match = DATELINE.match(head)
    return (_day(match) if match else None), text


def day_of_creation(value: str, text: str) -> date | None:
    """The day on which a file was made, as PDF or ISO 8601 write it, where that may be when its text was published.

    A scan is made long after what it shows, and a copy of an old file keeps its day: so the latest year of the text
    has to be that year or the one before. None, too, where the text begins with a day of its own.

    >>> day_of_creation("D:20200914132646+02'00'", "Ada and Ben have been married since 2019.")
    datetime.date(2020, 9, 14)
    >>> day_of_creation("2015-03-02T10:00:00Z", "My dear Ada, since May 1931 I have had no word of you.")
    """
    match = MADE.match(value)
    if not match or split_header(text)[0]:
        return None
    day = find_day("-".join(match.groups()))
    latest = max(map(int, YEAR.findall(text)), default=0)
    return day if day and latest in (day.year - 1, day.year) else None


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year, month, day = next((groups[f"y{n}"], groups[f"m{n}"], groups[f"d{n}"]) for n in "12345" if groups[f"y{n}"])
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].casefold()) + 1
    if groups["y5"]:
        if int(day) <= 12 and number <= 12 and int(day) != number:
            return None
        if number > 12:
            day, number = month, int(day)
    try:
        return date(int(year), number, int(day))
    except ValueError:  # 31 February
        return None

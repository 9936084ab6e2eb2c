"""Births and deaths: told by verb, by noun, in the bracket behind a name, and by what a clause of time presupposes."""

import pytest


@pytest.fixture(scope="module")
def lives_of(claims_of):
    """The births and deaths that a text tells, each in one line, those without a day left out."""

    def lives_of(text: str) -> set[str]:
        dated = (claim for claim in claims_of(text, None) if claim.type in ("born", "died") and claim.when)
        return {
            f"{each.type} {each.people[0].name} {each.when}" + f" {each.status}" * (each.status != "asserted")
            for each in dated
        }

    return lives_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # where: a comma behind a place leaves the date to the life, one behind an office does not
        ("Dan Roe (Berlin, 12 May 1850 – Paris, 3 June 1900) painted.", {"1850-05-12", "1900-06-03"}),
        ("Dan Roe (born in Lowell, Ohio, 1886, died in Florida, 1957) sang.", {"1886", "1957"}),
        ("Dan Roe (born in York in 1850) was there.", {"1850"}),
        ("Dan Roe (Rev. Daniel Roe, 12 May 1850 – 3 June 1900) sang.", {"1850-05-12", "1900-06-03"}),
        ("Dan Roe (mayor, 12 May 1850 – 13 May 1851) was there.", set()),
        ("Dan Roe (in office 1841–1845) was there.", set()),
        ("Dan Roe, Governor of Morne (1841–1845), was there.", set()),
        ("Dan Roe, 2nd Earl of Morne (1841–1845), was there.", {"1841", "1845"}),
        ("Dan Roe (1841–1900) (changed to the surname Roe-Hart in 1866) was there.", {"1841", "1900"}),
        ("Dan Roe (1841 to about 1900) was there.", {"1841", "1900~"}),
        ("Dan Roe was a baker. He was the founding president (1841–1845) of a choir.", set()),
        ("Dan Roe was a baker. His wife (1841–1905) sang in a choir.", {"1841", "1905"}),
        # what may stand between the name and its bracket
        ("Dan Roe Sr. (born March 18, 1903, in Moncton, died September 19, 2003) ran.", {"1903-03-18", "2003-09-19"}),
        ("Dan Roe (also spelled Rowe or Ro) (died 28 January 2010) was an officer.", {"2010-01-28"}),
        ("Dan Roe (deceased 2001) was a lawyer.", {"2001"}),
        ("Dan Roe (; ) (1 May 1861 – 2 June 1906) was an officer.", {"1861-05-01", "1906-06-02"}),
        # a dash between two places, without blanks
        ("Dan Roe (May 2, 1855 in Upper Lorn, Ohio—June 1, 1936 in Mead) ran.", {"1855-05-02", "1936-06-01"}),
        # two dates whose dash is lost; an office has both dates, too
        ("DAN ROE (; 8 April 184218 January 1907) was a baker.", {"1842-04-08", "1907-01-18"}),
        ("DAN ROE (May 2, 1882June 1, 1947) was a baker.", {"1882-05-02", "1947-06-01"}),
        ("DAN ROE (May 2, 1882 June 1, 1947) was a baker.", {"1882-05-02", "1947-06-01"}),
        ("DAN ROE (9 June 18961971) was a baker.", {"1896-06-09", "1971"}),
        ("DAN ROE (May 2, 1882, June 1, 1947) was a baker.", set()),
        ("DAN ROE (mayor, 8 April 184218 January 1843) was a baker.", set()),
        # what stands for a day that nobody knows
        ("Ada Poe taught Dan Roe (1557 – died young) in York.", {"1557"}),
        ("Ada Poe taught Dan Roe (1877–?) in York.", {"1877"}),
        ("Ada Poe wed Dan Roe (–1466), a baker.", {"1466"}),
        ("Ada Poe wed Dan Roe (? – 1766), a baker.", {"1766"}),
        ("DAN ROE (, 1257 – 9 February 1322) was a knight.", {"1257", "1322-02-09"}),
        ("Dan Roe wrote of the siege (–1466 to him) in York.", set()),
        ("Dan Roe (born 1900; death in 1993) was a lawyer.", {"1900", "1993"}),
        # so few years are those of a marriage or of a reign, unless a child is told of, or the document is of its life
        ("Dan Roe has two sons from his marriage to Ada Poe (1991-2001).", set()),
        ("Dan Roe has two sons from his marriage to Ada Poe (1931-2001).", {"1931", "2001"}),
        ("Dan Roe kept a law of the regents, Eva Lark (1841-1850) and Ada Poe (1850-1852).", set()),
        ("Dan Roe and his wife had two sons, Max (1850–1852) and Ben (1853–1910).", {"1850", "1852", "1853", "1910"}),
        ("Dan Roe (12 May 1850 – 3 June 1852) was a prince.", {"1850-05-12", "1852-06-03"}),
        ("Dan Roe was wed to Ada Poe (1950-57) and to Eva Lark (1958-80) in York.", set()),
        ("Dan Roe had brothers, Max (1850–1852) and Ben (1853–1910).", {"1853", "1910"}),
        # the years of a ruler are those of the reign, of an office those in it
        ("Dan Roe kept a law of King Carl IX (1650–1691).", set()),
        ("Dan Roe kept a law of King Carl IX (3 May 1650 – 1691).", {"1650-05-03", "1691"}),
        ("Dan Roe kept a law of the baker Carl Lark (1650–1691).", {"1650", "1691"}),
        ("Dan Roe fought the regime of Carl Lark (1650–1691).", set()),
        ("Dan Roe fought under the Kangwei Emperor (1650–1691).", set()),
        ("Dan Roe fought under the Kangwei Emperor (3 May 1650 – 1691).", {"1650-05-03", "1691"}),
        ("Dan Roe knew Carl Lark (the mayor during 1650–1691).", set()),
        # who built it lived at another time
        ("Dan Roe played a Carl Lark (1650–1691) in York.", set()),
        # how somebody was called at first
        ("Dan Roe (born Daniel Poe; 3 May 1950) is a singer.", {"1950-05-03"}),
        ("Dan Roe (née Poe; m. 3 May 1950) is a singer.", set()),
        # a film that is called after its hero
        ("Dan Roe was a son of Carl Roe. He is the hero of the film _Dan Roe_ (1911).", set()),
    ],
)
def test_bracket_tells_a_life(lives_of, text, told):
    assert {line.split()[-1] for line in lives_of(text)} == told


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("In 1790 Carl Poe married Anna Luise of the Three Marys (1772–1807), daughter of Ben Roe.", "Anna Luise"),
        ("In 1790 Carl Poe married Anna Luise, the niece of Jane Rivers (1772–1807).", "Jane Rivers"),
        # the first bracket of a document, too
        ("DAN ROE, son of Ben Roe (1772–1847), was a baker.", "Ben Roe"),
        ("DAN ROE, pupil of the painter Ben Lark (1772–1847), was a painter.", "Ben Lark"),
        ("DAN ROE, son of Ben Roe, (1772–1847) was a baker.", "Dan Roe"),
        ("DAN ROE, duke of Poe (1772–1847) was a soldier.", "Dan Roe"),
    ],
)
def test_bracket_behind_a_name_tells_its_life(lives_of, text, person):
    assert {" ".join(line.split()[1:3]) for line in lives_of(text)} == {person}


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Ada Roe was the only child of Ben Poe, born in 1900.", "Ada Roe"),
        ("Ada Roe was the second child of Ben Poe and Eva Lark, born in 1900.", "Ada Roe"),
        ("Ada Roe was a daughter of Ben Poe (born in 1900).", "Ben Poe"),
        ("Ada Roe was the sister of Ben Poe, born in 1900.", "Ben Poe"),
    ],
)
def test_who_is_told_to_be_a_child_is_born(lives_of, text, born):
    assert lives_of(text) == {f"born {born} 1900"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the death of one who is told of in a bracket is not the bearer's
        ("Dan Roe (who followed Ada Poe after her death in May 1993) sang.", {"died Ada Poe 1993-05"}),
        ("Dan Roe was caught in May 1992 and executed in February 1994.", {"died Dan Roe 1994-02"}),
        ("Dan Roe died in the night of 3–4 May 1935.", {"died Dan Roe 1935-05-03/1935-05-04"}),
        ("Dan Roe died on 3 or 4 May 1935.", {"died Dan Roe 1935-05-03/1935-05-04"}),
        ("Dan Roe died either in 1935 or in 1937.", {"died Dan Roe 1935/1937"}),
        ("Dan Roe died in 1935 (or possibly 1937).", {"died Dan Roe 1935/1937"}),
        ("Dan Roe died some time before 1935.", {"died Dan Roe ../1934"}),
        ("Ben Poe and Dan Roe died within months of each other in 1935.", {"died Ben Poe 1935", "died Dan Roe 1935"}),
        ("Dan Roe, who wed in 1925, had two sons, Ben and Max Roe (died 1935, in York).", {"died Max Roe 1935"}),
        ("Dan Roe settled in York (and was murdered there in 1935).", {"died Dan Roe 1935"}),
        ("Dan Roe's assassination of the regent in 1950 shocked the town.", set()),
        ("Dan Roe caught the man in 1992 and executed the plan in 1994.", set()),
        ("Ada Roe's assassination in March 1950 shocked the town.", {"died Ada Roe 1950-03"}),
        ("Ben Poe's murder of Ada Roe in 1950 shocked the town.", {"died Ada Roe 1950"}),
        ("Dan Roe served until 27 June 2009, when he died at the age of 78.", {"died Dan Roe 2009-06-27"}),
        ("Dan Roe fled, but not before Ben Poe was murdered in 1935.", {"died Ben Poe 1935"}),
        ("Ben Poe was not murdered in 1935.", {"died Ben Poe 1935 negated"}),
        # what is done to others is not done to who does it
        ("Dan Roe and Ada Poe drew birds. Dan killed them in 1835.", set()),
        ("Dan Roe and Ada Poe sang. Ben Lark killed them in 1835.", {"died Ada Poe 1835", "died Dan Roe 1835"}),
        ("Dan Roe shot himself dead in 1835.", {"died Dan Roe 1835"}),
        ("Dan Roe showed his Death of Ada Poe in 1835.", set()),
        ("Dan Roe showed his _Death of Ada Poe_ in 1835.", set()),
        ("Dan Roe left York after the death of Ada Poe in 1835.", {"died Ada Poe 1835"}),
        ("It would be the first flood since Ben Poe died in 1953.", {"died Ben Poe 1953"}),
        ("Dan Roe was ready to sign when Ben Poe died in 1953.", {"died Ben Poe 1953"}),
        # a child whom nobody names
        ("Dan Roe wed Ada Poe in 1900. A son was born in 1902, but he died in 1903.", set()),
        ("Dan Roe wed Ada Poe in 1900. Their only child was born in 1902. He died in 1903.", set()),
        ("Dan Roe wed Ada Poe in 1900. Ada gave birth to a girl, but she died in 1903.", set()),
        ("Dan Roe wed Ada Poe in 1900. They had a son in 1902, but he died in 1903.", set()),
        ("Dan Roe wed Ada Poe in 1900. They had a son in 1902. He died in 1903.", {"died Dan Roe 1903"}),
        ("Dan Roe wed Ada Poe in 1900. A girl was born in 1902, but he died in 1903.", {"died Dan Roe 1903"}),
    ],
)
def test_death(lives_of, text, told):
    assert lives_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Poe taught Dan Roe (1557 – died young).", {"Dan Roe"}),
        ("Ada Poe taught Dan Roe (born 1850, died at sea).", {"Dan Roe"}),
        ("Ada Poe taught Dan Roe (born 1850, when a fire died in York).", set()),
        ("Ada Poe taught Dan Roe (1557 – died?).", set()),
    ],
)
def test_bracket_tells_a_death_without_a_day(claims_of, text, told):
    assert {claim.people[0].name for claim in claims_of(text, None) if claim.found_by == "bracket: died"} == told


TERMS = """
-   Adam Poe (1601–1609)
-   Beatrice Poe (1609–1621)
-   Charles Poe (1621–1630)
-   Dora Poe (1630–1641)
"""


def test_terms_of_office_that_follow_one_another_are_no_lives(lives_of):
    assert not lives_of(f"The stewards of Morne:\n{TERMS}")


@pytest.mark.parametrize(
    ("line", "count"),
    [("Eva Poe (?–1625)", 0), ("Eva Poe (c. 1625–?)", 0), ("Eva Poe (1625)", 0), ("Eva Poe (died 1625)", 1)],
)
def test_terms_of_which_one_end_is_unknown_are_no_lives(lives_of, line, count):
    lines = TERMS.strip().split("\n")
    text = "\n".join([*lines[:3], f"-   {line}", *lines[3:]])
    assert len(lives_of(f"The stewards of Morne:\n\n{text}\n")) == count


def test_children_who_die_in_one_year_are_lives(lives_of):
    births = TERMS.replace("1609–", "1607–").replace("1621–", "1612–")
    assert len(lives_of(f"They had four children:\n{births}")) == 8


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Dan Roe was a baker. With Ada he was the parent of:", 4),
        ("Dan Roe was a baker. He sang for the rulers of the island:", 0),
    ],
)
def test_few_years_in_a_list_are_lives_of_children(lives_of, heading, count):
    assert len(lives_of(f"{heading}\n\n-   Carl Poe (1601–1609)\n-   Ben Poe (1612–1619)\n")) == count


@pytest.mark.parametrize("words", ["the mayor during the years ", "mayor in the period "])
def test_years_that_words_call_an_office_are_no_life(lives_of, words):
    assert not lives_of(f"Dan Roe was a baker. Adam Poe ({words}1838–1893) opposed the bridge.")
    assert len(lives_of("Dan Roe was a baker. Adam Poe (1838–1893) opposed the bridge.")) == 2


def test_dates_behind_a_name_are_those_of_nothing_else(claims_of):
    claims = claims_of("Dan Roe was a baker. In that town the duke Adam Poe (1601–1609) married Jane Roe.", None)
    assert [(each.type, each.when) for each in claims] == [("married", None)]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Ada Roe and her husband Carl welcomed Ben into the world in May 1927.", {"Ben"}),
        ("Ada Roe and her husband Carl welcomed Ben into their family in May 1927.", set()),
        ("Ada Roe and her husband Carl welcomed Ben back to Leeds in May 1927.", set()),
    ],
)
def test_who_is_welcomed_to_a_place_is_not_born(claims_of, text, children):
    births = [claim for claim in claims_of(text, None) if claim.type == "child_born"]
    assert {each.name for claim in births for each in claim.people if each.role == "child"} == children


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("Ada Roe was found dead at her home in 2016.", {"Ada Roe ../2016"}),
        ("Ben Poe lost millions during his life. It ended in 2016.", set()),
        ("Ben Poe's last killing came in 2016.", set()),
        ("Ben Poe's killing came in 2016.", {"Ben Poe 2016"}),
        ("Ada Roe was found stabbed to death at her home in 2016.", {"Ada Roe ../2016"}),
        ("Ada Roe was found murdered in 2016.", {"Ada Roe ../2016"}),
        ("Ada Roe was found beaten at her home in 2016.", set()),
        ("Ada Roe found her husband Ben Poe dead in 2016.", {"Ben Poe ../2016"}),
        ("Ada Roe lost her battle with cancer in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe lost her private battle with an unspecified illness in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe was pronounced dead in York in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe was declared dead in 2016.", {"Ada Roe ../2016"}),
        ("Ben Poe fatally shot Ada Roe in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe committed suicide in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe hanged herself in 2016.", {"Ada Roe 2016"}),
        ("Ben Poe was sentenced to death and hanged in 1716.", {"Ben Poe 1716"}),
        ("Ben Poe was burned at the stake in 1616.", {"Ben Poe 1616"}),
        ("Ben Poe burned to death in 1616.", {"Ben Poe 1616"}),
        ("They burned Ben Poe to death in 1616.", {"Ben Poe 1616"}),
        ("Ada Roe passed peacefully at home in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe drew her last breath in 2016.", {"Ada Roe 2016"}),
        ("Ben Poe fell in battle in 1416.", {"Ben Poe 1416"}),
        ("Ben Poe had a son, Max, who predeceased him.", {"Max None"}),
        # nobody died
        ("Ada Roe passed peacefully through the crowd in 2016.", set()),
        ("Ada Roe took a last breath and dived in 2016.", set()),
        ("Ben Poe fell from his horse in battle in 1416.", set()),
        ("Ben Poe fell ill at the Battle of York in 1416.", set()),
        ("Ben Poe left his house to Ada Roe if he predeceased her.", set()),
        ("Ben Poe attempted to kill Ada Roe in 2016.", set()),
        ("Ben Poe was sentenced to be hanged.", set()),
        ("Ada Roe attempted to commit suicide in 2016.", set()),
        ("Ada Roe found a dead bird in May 2016.", set()),
        ("Ada Roe suffered a fatal heart attack in 2016.", {"Ada Roe 2016"}),
        ("Ada Roe suffered a near-fatal heart attack in 2016.", set()),
        ("Ada Roe suffered a heart attack in 2016.", set()),
        ("Ada Roe lost her legal battle with Ben Poe in 2016.", set()),
        ("Ada Roe lost her battle with the cancer charity in 2016.", set()),
        ("Ada Roe is losing her battle with cancer.", set()),
    ],
)
def test_who_is_told_to_have_died_in_other_words(claims_of, text, deaths):
    told = [claim for claim in claims_of(text, None) if claim.type == "died" and claim.status.is_real]
    assert {f"{claim.people[0].name} {claim.when.edtf if claim.when else None}" for claim in told} == deaths


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ben Poe adopted the name Carl Gray in 1905.", False),
        ("Ben Poe adopted the more distinctive pseudonym Carl Gray in 1905.", False),
        ("Ben Poe adopted the orphan Carl Gray in 1905.", True),
        ("Ben Poe adopted Carl Gray in 1905.", True),
    ],
)
def test_who_adopts_a_name_has_no_child(claims_of, text, is_told):
    assert any(claim.type == "adopted" for claim in claims_of(text, None)) is is_told


@pytest.mark.parametrize(
    ("life", "born"),
    [
        ("15 May 1567 (baptized) – 29 November 1643", "../1567-05-15"),
        ("baptised 15 May 1567 – 29 November 1643", "../1567-05-15"),
        ("bap. 1567, died 1643", "../1567"),
        ("15 May 1567 – 29 November 1643", "1567-05-15"),
    ],
)
def test_who_is_baptised_has_been_born(claims_of, life, born):
    claims = claims_of(f"CARL ROE ({life}) was a composer.", None)
    assert {claim.when.edtf for claim in claims if claim.type == "born" and claim.when} == {born}
    assert any(claim.type == "died" for claim in claims)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe said: 'The rumours of my death are exaggerated.'", False),
        ("'Rumours of our demise,' Ada Roe wrote beside a picture with her husband, Ben Poe.", False),
        ("Ada Roe was ninety. Her death shocked Leeds.", True),
        ("Ada Roe wrote: 'Ben Poe's death shocked me.'", True),
    ],
)
def test_who_speaks_of_their_own_death_is_alive(claims_of, text, is_told):
    assert any(each.type == "died" for each in claims_of(text)) is is_told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ben Poe has admitted that he was grateful to meet Carl Foe before his death.", set()),
        ("Ben Poe is happy he met Carl Foe before his death.", set()),
        ("Ben Poe admitted before his death in 1990 that he had lied.", {"Ben Poe"}),
        ("Ben Poe is best known for the house where he lived until his death in 1990.", {"Ben Poe"}),
        ("Ben Poe has revealed what his wife Eva wrote for him before her death in 2019.", {"Eva"}),
    ],
)
def test_who_tells_of_a_death_now_has_not_died_it(claims_of, text, dead):
    assert {each.people[0].name for each in claims_of(text) if each.type == "died"} == dead


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Roe lost her father, Dan Roe, in 1912.", {"died Dan Roe 1912"}),
        ("Ann Roe lost her brother Dan to cancer in 1912.", {"died Dan 1912"}),
        ("Dan Roe lost his only son in 1805 and his wife Ann in 1807.",
         {"died only son of Dan Roe 1805", "died Ann 1807"}),
        ("Ann Roe discussed losing her sister Bea in 1912.", {"died Bea 1912"}),
        # no lives are lost
        ("Ann Roe lost her father's watch in 1912.", set()),
        ("Ann Roe lost her son Dan in a custody battle in 1912.", set()),
        ("Ann Roe lost her husband Dan to the singer Bea Lane in 1912.", set()),
    ],
)  # fmt: skip
def test_who_loses_somebody_of_the_family_tells_of_a_death(lives_of, text, told):
    assert lives_of(text) == told


def test_a_name_that_begins_a_clause_is_not_the_parents_who_are_lost_before_it(claims_of):
    assert not [each for each in claims_of("Discussing losing her parents Ada Roe said no.") if each.type == "died"]


def test_who_fakes_a_death_has_not_died(claims_of):
    assert [each.status for each in claims_of("Ada Roe faked her own death in 2010.")] == ["negated"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dan Roe was buried in York on 3 May 1960.", {"died Dan Roe ../1960-05-03"}),
        ("Dan Roe's remains were interred in York in 1960.", {"died Dan Roe ../1960"}),
        ("Dan Roe was laid to rest in 1960.", {"died Dan Roe ../1960"}),
        ("Ann Roe buried her husband, Dan Roe, in 1960.", {"died Dan Roe ../1960"}),
        ("Ann Roe sang at Dan Poe's funeral in 1960.", {"died Dan Poe ../1960"}),
        ("Dan Roe was buried in York, where he was born in 1900.", {"born Dan Roe 1900"}),
        ("A car crash claimed the life of Dan Roe in 1960.", {"died Dan Roe 1960"}),
        ("Dan Roe, b. 1823, d. 1890, was a baker.", {"born Dan Roe 1823", "died Dan Roe 1890"}),
        ("Dan Roe, B. Poe and D. Lark met in 1823.", set()),
        ("Dan Roe met his end in 1817.", {"died Dan Roe 1817"}),
        ("Dan Roe was lost at sea in 1817.", {"died Dan Roe 1817"}),
        ("Dan Roe lost his life in 1817.", {"died Dan Roe 1817"}),
        ("In the last years of his life Dan Roe lost his wealth, in 1817.", set()),
        ("Dan Roe went to be with the Lord in 1817.", {"died Dan Roe 1817"}),
        ("Dan Roe went on to be First Sea Lord in 1817.", set()),
        # the living
        ("Ann Roe was buried in work in 1960.", set()),
        ("Ann Roe buried herself in work in 1960.", set()),
        ("Ann Roe was buried alive in 1960.", set()),
        ("Ann Roe buried her father's ring in 1960.", set()),
        ("Rumours about Ann Roe were laid to rest in 1960.", set()),
        ("Ann Roe planned her own funeral in 1960.", set()),
        ("Ann Roe married the funeral director Dan Poe in 1960.", set()),
        ("Dan Roe met Ann Poe at the end of 1817.", set()),
        ("Dan Roe lost his ring at sea in 1817.", set()),
        ("Dan Roe's contract expired in 2017.", set()),
    ],
)
def test_who_is_buried_or_mourned_has_died(lives_of, text, told):
    assert lives_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Neither Ada Roe nor her sister died.",
        "None of them thought that Ada Roe had died.",
        "Ada Roe was prepared to die.",
        "Ada Roe was afraid of dying.",
        "Ada Roe all but died.",
    ],
)
def test_who_is_only_ready_to_die_has_not(claims_of, text):
    assert not [each for each in claims_of(text) if each.type == "died" and each.status.is_real]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("She was wed to Ben Poe and to her late ex-husband Carl Kay.", {"Carl Kay"}),
        ("The late Dane Zed's daughter Ada Zed lives in Leeds.", {"Dane Zed"}),
        ("She wore a dress by the late, great Ada Roe.", {"Ada Roe"}),
        ("His late wife's sister, Ada Roe, came.", set()),
        ("The late night host Dane Zed met the late replacement Ada Roe.", set()),
        ("The show thanked its late addition Ada Roe, a late bloomer.", set()),
        ("Ada Roe sang on. Nobody had heard of the late singer.", set()),
        ("She is a daughter of the late 'Tiger Tamer', Ben Roe.", set()),
    ],
)
def test_who_is_called_late_has_died(claims_of, text, dead):
    assert {each.people[0].name for each in claims_of(text) if each.type == "died"} == dead


def test_a_day_in_brackets_is_one_death_of_the_one_before_it(claims_of):
    told = claims_of("John Hill (died 1801) was a baker. Mary Hill (died in May 1850) wed Ben Poe in 1830.", None)
    died = [(claim.people[0].name, claim.when and claim.when.edtf) for claim in told if claim.type == "died"]
    assert died == [("John Hill", "1801"), ("Mary Hill", "1850-05")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe (d. 741) was an abbess.", {"died 0741"}),
        ("King Ben (reigned 690–725; died 741) lies in York.", {"died 0741"}),
        ("Ada Roe (b. 688; d. 741) was an abbess.", {"born 0688", "died 0741"}),
        ("Ben the Wise (688–741) was a prince.", {"born 0688", "died 0741"}),
        ("Eva Poe (b. and d. 1632) was their only child.", {"born 1632", "died 1632"}),
        ("Eva Poe (born 1632 and died 1690) was their only child.", {"born 1632", "died 1690"}),
        ("Ada Roe was born prior to 1370.", {"born ../1369"}),
        ("Leeds beat Ben Roe (110–102) in the final.", set()),
        ("See Ben Roe (pp. 688–741) for more.", set()),
        ("Ben Roe (No. 741) came in first.", set()),
    ],
)
def test_a_life_is_told_in_brackets_and_of_early_years(claims_of, text, told):
    assert {f"{claim.type} {claim.when.edtf}" for claim in claims_of(text, None) if claim.when} == told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ben Poe drowned in 1911.", {"Ben Poe"}),
        ("Ben Poe drowned Carl Zed in 1911.", {"Carl Zed"}),
        ("Ben Poe was accused of trying to drown a boatload of men.", set()),
    ],
)
def test_who_drowns_somebody_lives(claims_of, text, dead):
    assert {claim.people[0].name for claim in claims_of(text) if claim.type == "died"} == dead


@pytest.mark.parametrize(
    ("text", "births"),
    [
        ("Ben Poe delivered his daughter Dora as a hostage.", 0),
        ("Ada Roe delivered her son Carl to school in 2019.", 0),
        ("Ada Roe delivered her son Carl in 2019.", 1),
        ("Ada Roe delivered a son to Ben Poe's delight.", 1),
    ],
)
def test_a_child_that_is_handed_over_is_not_born_then(claims_of, text, births):
    assert sum(claim.type == "child_born" for claim in claims_of(text)) == births

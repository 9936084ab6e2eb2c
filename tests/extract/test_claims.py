"""What a sentence claims: type, people, date and status. Every rule has its sentence, its near miss and its refusal."""

import pytest

from kg.dates.interval import Interval
from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Claim, Document


def told(claims: tuple[Claim, ...], kind: str) -> set[str]:
    """Each claim in one line: "married Ada Roe + Ben Poe 2017 asserted"."""
    return {
        " ".join(
            filter(
                None,
                (
                    claim.type,
                    " + ".join(sorted(each.name for each in claim.people)),
                    claim.when.edtf if claim.when else "",
                    "" if claim.status == "asserted" else claim.status,
                ),
            )
        )
        for claim in claims
        if claim.kind == kind
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ada Roe married Ben Poe in 2017.", "married Ada Roe + Ben Poe 2017"),
        ("Ada Roe and Ben Poe tied the knot in June 2017.", "married Ada Roe + Ben Poe 2017-06"),
        ("Ada Roe and Ben Poe were married on 3 May 1840.", "married Ada Roe + Ben Poe 1840-05-03"),
        ("Ada Roe met Ben Poe in 2015. The couple got engaged in 2016.", "engaged Ada Roe + Ben Poe 2016"),
        ("The singer Ada Roe and the actor Ben Poe were married in 2017.", "married Ada Roe + Ben Poe 2017"),
        (
            "Ada Roe and Ben Poe were married in May. The judge wept. It rained. The couple met in 2015.",
            "met Ada Roe + Ben Poe 2015",
        ),
        ("Ada Roe split from Ben Poe in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe and Ben Poe called it quits in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe divorced Ben Poe in 1999.", "divorced Ada Roe + Ben Poe 1999"),
        ("Ada Roe filed for divorce from Ben Poe in 2018.", "divorce_filed Ada Roe + Ben Poe 2018"),
        ("Ben Poe proposed to Ada Roe in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        # a calling between "to" and the name is no verb
        ("Ben Poe proposed to singer Ada Roe in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ben Poe popped the question to model Ada Roe in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ben Poe proposed to girlfriend Ada Roe in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ada Roe accepted a proposal from her boyfriend, Ben Poe, in 2012.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ada Roe and Ben Poe, a baker, said 'I do' in May 2012.", "married Ada Roe + Ben Poe 2012-05"),
        ("Ada Roe said 'I do' to Ben Poe in 2012.", "married Ada Roe + Ben Poe 2012"),
        # what is filed for
        ("Ada Roe filed papers in 2018 to end her marriage to Ben Poe.", "divorce_filed Ada Roe + Ben Poe 2018"),
        ("Ada Roe filed to divorce Ben Poe in 2018.", "divorce_filed Ada Roe + Ben Poe 2018"),
        (
            "Ada Roe and Ben Poe wed in 2010. They were declared single in 2018.",
            "divorced Ada Roe + Ben Poe 2018",
        ),
        # who is left is told first
        ("Ada Roe was dumped by her boyfriend Ben Poe in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe was divorced by Ben Poe in 1918.", "divorced Ada Roe + Ben Poe 1918"),
        ("Ada Roe and Ben Poe began dating in 2010.", "dating_began Ada Roe + Ben Poe 2010"),
        ("Ada Roe reportedly split from Ben Poe in 2018.", "separated Ada Roe + Ben Poe 2018 reported"),
        ("Ada Roe has split from husband of ten years Ben Poe.", "separated Ada Roe + Ben Poe"),
        ("Ada Roe has split from her boyfriend of over a year Ben Poe.", "separated Ada Roe + Ben Poe"),
        ("Ada Roe has a son with Ben Poe, who she split from in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ben Poe began dating wife Ada Roe in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe and Ben Poe were first an item in March 2019.", "dating_began Ada Roe + Ben Poe 2019-03"),
        ("Ada Roe first dated Ben Poe in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe got together with Ben Poe in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe began going out with Ben Poe in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe moved on with the footballer Ben Poe in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe's friendship with Ben Poe turned into romance in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe is engaged to Ben Poe. She fell for Ben in 2012.", "dating_began Ada Roe + Ben Poe 2012"),
        ("Ada Roe first bumped into Ben Poe in 2012.", "met Ada Roe + Ben Poe 2012"),
        ("Ada Roe recalled her first encounter with Ben Poe in 2012.", "met Ada Roe + Ben Poe 2012"),
        ("Ada Roe was set up with Ben Poe on a blind date in 2012.", "met Ada Roe + Ben Poe 2012"),
        ("Ada Roe's relationship with Ben Poe became public in 2012.", "went_public Ada Roe + Ben Poe 2012"),
        ("Ada Roe and Ben Poe made it Instagram official in 2012.", "went_public Ada Roe + Ben Poe 2012"),
        ("Ada Roe hard-launched her romance with Ben Poe in 2012.", "went_public Ada Roe + Ben Poe 2012"),
        (
            "Ada Roe and boyfriend Ben Poe stepped out together for the first time in 2012.",
            "went_public Ada Roe + Ben Poe 2012",
        ),
        ("Ada Roe and Ben Poe took their romance public in 2012.", "went_public Ada Roe + Ben Poe 2012"),
        ("Ada Roe and Ben Poe began cohabiting in 2012.", "moved_in Ada Roe + Ben Poe 2012"),
        # who is thanked or blamed for it does it
        ("Carl Foe scolded Ada Roe for marrying Ben Poe in 2012.", "married Ada Roe + Ben Poe 2012"),
        ("A court in York convicted Ada Roe of marrying Ben Poe in 2012.", "married Ada Roe + Ben Poe 2012"),
        ("Carl Foe has respect for Ada Roe for marrying Ben Poe in 2012.", "married Ada Roe + Ben Poe 2012"),
        (
            "Ada Roe and Ben Poe were first reported to be dating in May.",
            "dating_began Ada Roe + Ben Poe ../2020-05 reported",
        ),
        ("Ada Roe did not meet Ben Poe until 1999.", "met Ada Roe + Ben Poe 1999"),
        (
            "Ada Roe and Ben Poe met in 1997 but did not start dating until three years later.",
            "dating_began Ada Roe + Ben Poe 2000",
        ),
        ("Ada Roe did not marry Ben Poe, with whom she lived until 1999.", "married Ada Roe + Ben Poe negated"),
        ("Ada Roe will not marry Ben Poe until 2021.", "married Ada Roe + Ben Poe 2021 planned"),
        ("Ada Roe has not divorced Ben Poe until now.", "divorced Ada Roe + Ben Poe negated"),
        (
            "Ada Roe wed Ben Poe in 2002, but he filed for divorce in 2004 and began a romance with Eva Foe.",
            "dating_began Ben Poe + Eva Foe",
        ),
        (
            "Ben Poe has two children, Max, 28, from his marriage to Ada Roe, 58, (1991-2001) and Tim.",
            "child_born Ada Roe + Ben Poe + Max 1991-09-15/1992-09-14",
        ),
        (
            "Ada Roe met Ben Poe in York. She married the retired NHL pro in June 1996.",
            "married Ada Roe + Ben Poe 1996-06",
        ),
        ("Ada Roe sparked a romance with singer Ben Poe.", "dating_began Ada Roe + Ben Poe"),
        (
            "Ada Roe and her boyfriend Ben Poe made their red carpet debut in May 2019.",
            "went_public Ada Roe + Ben Poe 2019-05",
        ),
        (
            "Ada Roe and Ben Poe made their red carpet debut as a couple in May 2019.",
            "went_public Ada Roe + Ben Poe 2019-05",
        ),
        (
            "Ada Roe began divorce proceedings in May 2019. She lives in York. Her husband Ben Poe is a baker.",
            "divorce_filed Ada Roe + Ben Poe 2019-05",
        ),
        ("Ada Roe studied under Carl Roe, whose son Ben Poe she married in 1862.", "married Ada Roe + Ben Poe 1862"),
        (
            "Ada Roe met Ben Poe in 2009, when both were married to other people, and wed him in 2012.",
            "married Ada Roe + Ben Poe 2012",
        ),
        (
            "Ben Poe lost his wife Eva in 2011. He grew close to Ada Roe, and the pair wed in 2015.",
            "married Ada Roe + Ben Poe 2015",
        ),
        (
            "Ada Roe and Ben Poe sang. 2010: They met. March 2014: They got engaged. 2016: They married in York.",
            "married Ada Roe + Ben Poe 2016",
        ),
        (
            "Ada Roe and Ben Poe starred in a film and have worked together before.",
            "worked_together Ada Roe + Ben Poe",
        ),
        (
            "Ada Roe and Ben Poe welcomed a girl called Eva on 31 August 2019.",
            "child_born Ada Roe + Ben Poe + Eva 2019-08-31",
        ),
        ("Ada Roe had been engaged to Ben Poe when she met Carl Foe in 1919.", "engaged Ada Roe + Ben Poe ../1919"),
        ("Ada Roe will never remarry after her divorce from Ben Poe.", "divorced Ada Roe + Ben Poe"),
        ("Ada Roe will marry Ben Poe in June 2021.", "married Ada Roe + Ben Poe 2021-06 planned"),
        ("Ada Roe never married Ben Poe.", "married Ada Roe + Ben Poe negated"),
        ("Ada Roe denied that she had married Ben Poe.", "married Ada Roe + Ben Poe denied"),
        ("Ada Roe hopes to marry Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe was going to marry Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe was just weeks away from marrying Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe went on to marry Ben Poe.", "married Ada Roe + Ben Poe"),
        ("Ada Roe and Ben Poe almost divorced in 2011.", "divorced Ada Roe + Ben Poe 2011 negated"),
        ("Ada Roe and Ben Poe have yet to finalise their divorce.", "divorced Ada Roe + Ben Poe negated"),
        ("Ada Roe will keep her name when she marries Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe was born in 1850.", "born Ada Roe 1850"),
        ("Ada Roe died on 2 March 1901.", "died Ada Roe 1901-03-02"),
        ("Ada Roe and Ben Poe welcomed a daughter, Cora, in 2019.", "child_born Ada Roe + Ben Poe + Cora 2019"),
        ("Ada Roe met and married Ben Poe.", "met Ada Roe + Ben Poe"),
        ("Ada Roe married Ben Poe in 2001. In 2009 she filed for divorce.", "divorce_filed Ada Roe + Ben Poe 2009"),
        ("Ada Roe married Ben Poe in 2001. The divorce came through in 2009.", "divorced Ada Roe + Ben Poe 2009"),
        (
            "Ada Roe married Ben Poe in 2001. In May 2009 the divorce became final.",
            "divorced Ada Roe + Ben Poe 2009-05",
        ),
        ("In 2012 Ben Poe proposed, and Ada Roe accepted him.", "engaged Ada Roe + Ben Poe 2012"),
        ("Ada Roe got engaged to Ben Poe. In 2012 the engagement was off.", "engagement_ended Ada Roe + Ben Poe 2012"),
        ("Carl Foe introduced Ada Roe to Ben Poe in 2001.", "met Ada Roe + Ben Poe 2001"),
        ("Ada Roe met Ben Poe when they co-starred in a play in 2017.", "met Ada Roe + Ben Poe 2017"),
        ("It was in 2018 that Ada Roe and Ben Poe confirmed their relationship.", "went_public Ada Roe + Ben Poe 2018"),
        (
            "Ada Roe and Ben Poe met.\n\nIt was only in 2018 that they confirmed their relationship.\n\nThey left.",
            "went_public Ada Roe + Ben Poe 2018",
        ),
        (
            "In February 2019 it became known that Ada Roe was engaged to Ben Poe.",
            "engaged Ada Roe + Ben Poe ../2019-02",
        ),
        ("Ada Roe and Ben Poe announced their engagement in June 2019.", "engaged Ada Roe + Ben Poe ../2019-06"),
        ("Ada Roe's divorce from Ben Poe was made public last year.", "divorced Ada Roe + Ben Poe ../2019"),
        ("Ada Roe's divorce from Ben Poe came to light in February 2019.", "divorced Ada Roe + Ben Poe ../2019-02"),
        ("Ada Roe's divorce from Ben Poe came through in February 2019.", "divorced Ada Roe + Ben Poe 2019-02"),
        (
            "Ada Roe celebrated her tenth wedding anniversary with Ben Poe on 3 May 2020.",
            "married Ada Roe + Ben Poe 2010-05-03",
        ),
        ("Ada Roe and Ben Poe's divorce was finalised in 2019.", "divorced Ada Roe + Ben Poe 2019"),
        ("Ada Roe and Ben Poe's romance came to an end in 2019.", "separated Ada Roe + Ben Poe 2019"),
        (
            "Ada Roe announced in July 2019 that she had split from Ben Poe after two years of marriage.",
            "separated Ada Roe + Ben Poe ../2019-07",
        ),
        (
            "Ada Roe and Ben Poe rekindled their romance in April 2019 after a brief split in February.",
            "reconciled Ada Roe + Ben Poe 2019-04",
        ),
        ("It comes two years after Ada Roe split from Ben Poe.", "separated Ada Roe + Ben Poe 2018"),
        (
            "It comes two years after Ada Roe confirmed her split from Ben Poe.",
            "separated Ada Roe + Ben Poe ../2018",
        ),
        (
            "Ada Roe became engaged to Ben Poe in 2018, three years after they began dating.",
            "dating_began Ada Roe + Ben Poe 2015",
        ),
        ("Upon the death of Ben Poe in 1568, Ada Roe became regent.", "died Ben Poe 1568"),
        ("Ada Roe and Ben Poe called time on their marriage in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe gave birth to Cora in 1957, to Dan in 1958.", "child_born Ada Roe + Dan 1958"),
        ("Ada Roe\n\n1894: marries Ben Poe in Leeds.", "married Ada Roe + Ben Poe 1894"),
        ("Ada Roe met and married Ben Poe in 1918.", "married Ada Roe + Ben Poe 1918"),
        ("On 7 April 1917 Ben Poe married Ada Roe (1898–1966), a nurse.", "married Ada Roe + Ben Poe 1917-04-07"),
        ("Following the death of Ben Poe in 1937, Ada Roe became the director.", "died Ben Poe 1937"),
        ("After the death of Ben Poe, Ada Roe left Leeds in 1937.", "died Ben Poe ../1937"),
        ("Ada Roe led the choir until 12 October 1915, when Ben Poe died.", "died Ben Poe 1915-10-12"),
        ("Ada Roe had two sons, Carl, born in 1953, and Dan, born in 1955.", "born Dan 1955"),
        ("Ada Roe gained a crown by marrying her daughter Cora Roe to Ben Poe.", "married Ben Poe + Cora Roe"),
        (
            "Ben Poe married firstly Ada Roe, daughter of Carl Roe, and secondly, in 1850, Cora Foe.",
            "married Ben Poe + Cora Foe 1850",
        ),
        (
            "Ada Roe had a romance with Ben Poe for six years, which came to an end in 2016.",
            "separated Ada Roe + Ben Poe 2016",
        ),
        (
            "Ada Roe was a queen. Her second marriage was to Ben Poe on 11 May 1548.",
            "married Ada Roe + Ben Poe 1548-05-11",
        ),
        ("Ada Roe's marriage to the courtier Ben Poe took place in 1540.", "married Ada Roe + Ben Poe 1540"),
        ("Ada Roe and Ben Poe, who married in 2007, live in Leeds.", "married Ada Roe + Ben Poe 2007"),
        ("Ada Roe and Ben Poe split in 2018 but rekindled in March 2020.", "reconciled Ada Roe + Ben Poe 2020-03"),
        ("Ada Roe dated Ben Poe. She confirmed their relationship in 2018.", "went_public Ada Roe + Ben Poe 2018"),
        ("Ben Poe is now with Cora Foe, having split from Ada Roe in 2018.", "separated Ada Roe + Ben Poe 2018"),
        ("Ada Roe married Ben Poe in 2001. The stars split in 2009.", "separated Ada Roe + Ben Poe 2009"),
        ("Ada Roe and Ben Poe were granted a decree absolute in April 2020.", "divorced Ada Roe + Ben Poe 2020-04"),
        ("Ada Roe confirmed in July 2019 that she is dating Ben Poe.", "went_public Ada Roe + Ben Poe 2019-07"),
        ("In May 2019 Ada Roe debuted her new boyfriend, Ben Poe.", "went_public Ada Roe + Ben Poe 2019-05"),
        ("Ben Poe married, for a second time, Ada Roe on 20 June 1759.", "married Ada Roe + Ben Poe 1759-06-20"),
        ("Ben Poe married as his second wife Ada Roe in 1517.", "married Ada Roe + Ben Poe 1517"),
        ("Ada Roe lived with Ben Poe, a doctor she met in 1866.", "met Ada Roe + Ben Poe 1866"),
        (
            "Ada Roe and Ben Poe split in 2018. The rugby ace married Ada Roe in 2012.",
            "married Ada Roe + Ben Poe 2012",
        ),
        (
            "Ada Roe was married to Carl Foe. Now she is dating Ben Poe. Ada Roe filed for divorce in July 2020.",
            "divorce_filed Ada Roe + Carl Foe 2020-07",
        ),
        ("Ada Roe's marriage to Ben Poe ran aground in 1990.", "separated Ada Roe + Ben Poe 1990"),
        ("Ben Poe married in 1917 Miss Ada Roe, the painter.", "married Ada Roe + Ben Poe 1917"),
        (
            "Baron Ben Poe (9 May 1924 – 21 May 2008), married on 16 June 1958, Countess Ada Roe (born 7 May 1929).",
            "married Ada Roe + Ben Poe 1958-06-16",
        ),
        (
            "Ada Roe was engaged to Ben Poe. She sent back the ring in June 2018.",
            "engagement_ended Ada Roe + Ben Poe 2018-06",
        ),
        ("Ada Roe first clapped eyes on Ben Poe in May 2011.", "met Ada Roe + Ben Poe 2011-05"),
        ("Ada Roe and Ben Poe were an item again by May 2014.", "reconciled Ada Roe + Ben Poe ../2014-05"),
        ("Ada Roe and Ben Poe are back on, for the third time.", "reconciled Ada Roe + Ben Poe"),
        (
            "Ben Poe will talk about anything but Ada Roe, with whom he split up in 2014.",
            "separated Ada Roe + Ben Poe 2014",
        ),
        # the head of an entry is the subject of what follows
        (
            "Cora Foe sings. Ada Roe and Ben Poe. Divorced in 2015, and remarried in 2018.",
            "married Ada Roe + Ben Poe 2018",
        ),
        (
            "Cora Foe sings. Ada Roe and Ben Poe. Divorced in 2015, and remarried in 2018.",
            "divorced Ada Roe + Ben Poe 2015",
        ),
    ],
)
def test_event(claims_of, text, event):
    assert event in told(claims_of(text), "event")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe dated furniture for a museum.",
        "The band married folk and jazz in 2017.",
        "Ada Roe engaged the audience and split the prize.",
        "Ada Roe may meet her editor in May.",
        "Ada Roe moved to Leeds in 1937.",
        "Ada Roe, born Ada Poe, lives in Leeds.",
        "Ada Roe was married by Judge Ben Poe.",
        "Ada Roe said: 'I do not know Ben Poe.'",
    ],
)
def test_other_senses_claim_nothing(claims_of, text):
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ada Roe and Ben Poe are not engaged.", "engaged Ada Roe + Ben Poe negated"),
        ("Ada Roe and Ben Poe were unable to have children.", "child_born Ada Roe + Ben Poe negated"),
        ("Ada Roe is pregnant with her first child with Ben Poe.", "child_born Ada Roe + Ben Poe planned"),
        ("It is believed that Ada Roe and Ben Poe split in May 2020.", "separated Ada Roe + Ben Poe 2020-05 rumoured"),
        ("A source told The Star: 'Ada Roe met Ben Poe in Leeds.'", "met Ada Roe + Ben Poe reported"),
        ("Reports surfaced Ada Roe had begun dating Ben Poe in 2017.", "dating_began Ada Roe + Ben Poe 2017 reported"),
        ("Ada Roe married Ben Poe, according to documents.", "married Ada Roe + Ben Poe reported"),
        ("Ada Roe likely met Ben Poe at court.", "met Ada Roe + Ben Poe rumoured"),
        ("It is possible that Ada Roe married Ben Poe in 1820.", "married Ada Roe + Ben Poe 1820 rumoured"),
    ],
)
def test_doubt(claims_of, text, event):
    assert event in told(claims_of(text), "event")


def test_whoever_is_asked_about_a_wedding_is_not_engaged(claims_of):
    text = "Asked whether he would ever marry Ada Roe, Ben Poe laughed."
    assert told(claims_of(text), "event") == {"married Ada Roe + Ben Poe hypothetical"}
    assert "engaged Ada Roe + Ben Poe" in told(claims_of("Ben Poe asked Ada Roe to marry him."), "event")
    assert told(claims_of("Ben Poe asked Ada Roe about marrying a nervous man."), "event") == set()


def test_what_is_denied_with_or_is_denied_of_both(claims_of):
    states = told(claims_of("Ada Roe and Ben Poe are not dating or romantically involved."), "state")
    assert all(each.endswith("negated") for each in states)
    assert any(
        "negated" not in each for each in told(claims_of("Ada Roe and Ben Poe are romantically involved."), "state")
    )


def test_no_longer_together_denies_no_beginning(claims_of):
    parted = {"separated Ada Roe + Ben Poe"}
    assert told(claims_of("Ada Roe and Ben Poe are no longer dating."), "event") == parted
    assert told(claims_of("Ada Roe isn't dating Ben Poe anymore."), "event") == parted
    assert told(claims_of("Ada Roe and Ben Poe are not married any more."), "event") == {"divorced Ada Roe + Ben Poe"}
    assert told(claims_of("Ada Roe isn't dating Ben Poe."), "event") != parted


def test_a_verb_is_no_weekday(claims_of):
    assert "married Ada Roe + Ben Poe 1972" in told(claims_of("Ada Roe and Ben Poe first wed in 1972."), "event")


def test_what_follows_an_old_year_is_counted_from_it(claims_of):
    text = "Ada Roe and Ben Poe, who divorced in 2018, posed together. The two met in 1991 and married a year later."
    assert "married Ada Roe + Ben Poe 1992" in told(claims_of(text), "event")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe was reunited with her boyfriend Ben Poe in Leeds last week.",
        "Ada Roe and Ben Poe now split their time between Leeds and York.",
        "Ada Roe and Ben Poe had to delay the wedding.",
        "Ben Poe left the farm with his wife, Ada Roe.",
        "Ada Roe's husband Ben Poe left her a fortune.",
        "Ada Roe and Ben Poe met up with friends.",
        "With Ada Roe, Ben Poe made up the gang in a comedy.",
        "Ada Roe and Ben Poe moved in for a kiss.",
        "Ada Roe and Ben Poe got a coffee together.",
        "Ada Roe is the wife of Ben Poe. She was engaged on a book.",
        "Ada Roe is the wife of Ben Poe. She had her hair parted.",
        "The rugby ace married Ada Roe in 2012.",  # whom nobody told of before
        "Ada Roe met with Ben Poe in Leeds.",
        "Ada Roe has previously been linked to Ben Poe.",  # a rumoured romance, no beginning
        "Ada Roe and Ben Poe got back from Leeds, back on track.",
        "Ada Roe's marriage to Ben Poe was happy. In 1990 the show ran aground.",
    ],
)
def test_near_misses_tell_of_no_event(claims_of, text):
    assert {each for each in told(claims_of(text), "event") if not each.endswith("planned")} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe and Ben Poe moved to Leeds. In 2018 they worked on their marriage.",
        "Ada Roe and Ben Poe were married for 19 years when she died in October 2017.",
        "Ada Roe was open about her six-year marriage to Ben Poe, and last year admitted that they were tired.",
    ],
)
def test_a_marriage_that_was_there_before_has_no_day_from_what_is_told_of_it(claims_of, text):
    claims = claims_of(text)
    assert not any(claim.when for claim in claims if claim.kind == "event" and claim.type == "married")


def test_the_brother_beside_a_name_has_no_part_in_his_sisters_wedding(claims_of):
    claims = claims_of("Ada Roe met Ben Poe and Cora Foe's wedding guests in 2019.")
    assert not any(claim.type == "married" and claim.kind == "event" for claim in claims)


def test_first_marriage_that_ended_is_not_the_one_told_of_last(claims_of):
    text = "In 1933 Ada Roe married Ben Poe. She had a child from her first marriage, which ended in divorce in 1930."
    assert not any(each.startswith("divorced") for each in told(claims_of(text), "event"))


def test_pronoun_that_would_marry_two_women_in_1834_is_misread(claims_of):
    text = "Anna Roe came to Leeds with her sister. She was a painter. She married Mary Poe in 1834."
    assert told(claims_of(text), "event") == set()


def test_wedding_of_two_women_who_are_named_stands(claims_of):
    assert "married Anna Roe + Mary Poe 1834" in told(claims_of("Anna Roe married Mary Poe in 1834."), "event")


def test_pronoun_may_marry_whom_other_words_tell_to_be_loved(claims_of):
    text = "Anna Roe fell in love with Mary Poe. In 1833 Anna became engaged to Mary Poe. She married Poe in 1834."
    assert "married Anna Roe + Mary Poe 1834" in told(claims_of(text), "event")


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        # a child of four weds nobody; a father whose son has his name does, and who is told of four years later
        ("Their son Ben Poe, four, is well. Ada Roe married Ben Poe in 2019.", False),
        ("Ada Roe and her fiancé Ben Poe have a son, Ben Poe, four. Ada Roe married Ben Poe in 2019.", True),
        ("Ada Roe was seen with Ben Poe, four years after her split. Ada Roe married Ben Poe in 2019.", True),
        ("Cora Foe (left) sang for Ben Poe (2-R). Ada Roe married Ben Poe in 2019.", True),
    ],
)
def test_child_marries_nobody(claims_of, text, wed):
    assert ("married Ada Roe + Ben Poe 2019" in told(claims_of(text), "event")) is wed


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        ("Ada Roe was a painter. Her first marriage was to Sir Ben Poe, a wealthy merchant.", {"Ada Roe + Ben Poe"}),
        ("Ada Roe was a painter. Her marriage to Ben Poe was happy.", set()),
        ("Ben Poe had no issue. His second wife was Ada Roe, daughter of Guy Roe.", {"Ada Roe + Ben Poe"}),
        ("Ben Poe came with his wife. His second wife was a painter from York.", set()),
        ("Ben Poe had no issue. His wife was Ada Roe, daughter of Guy Roe.", set()),
    ],
)
def test_whom_one_of_several_marriages_was_with(claims_of, text, wed):
    found = {each.removeprefix("married ") for each in told(claims_of(text), "event") if each.startswith("married")}
    assert found == wed


@pytest.mark.parametrize(
    "text",
    [
        "Ben Poe married Ada Roe, and (2 years on) Cora Foe sang.",
        "Ben Poe married Ada Roe at 2 Hill Row, Cora Foe said.",
    ],
)
def test_number_of_things_numbers_no_wedding(claims_of, text):
    assert {each for each in told(claims_of(text), "event") if "married" in each} == {"married Ada Roe + Ben Poe"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Ada Roe and Ben Poe are dating. The couple celebrated their one year anniversary in April.",
            "dating_began 2019-04",
        ),
        ("Ada Roe and Ben Poe are engaged. They kept their third anniversary on Monday.", "dating_began 2017-09-14"),
        ("Ada Roe marked her one year anniversary with her husband Ben Poe on Monday.", "married 2019-09-14"),
        (
            "Ada Roe and her husband Ben Poe kept their fifth anniversary as a couple on Monday.",
            "dating_began 2015-09-14",
        ),
        # not theirs, or of what nobody knows
        ("Ada Roe and her husband Ben Poe kept the tenth anniversary of the band on Monday.", ""),
        ("Ada Roe and her husband Ben Poe filmed the tenth anniversary series on Monday.", ""),
        ("Ada Roe and Ben Poe sing. The two kept their third anniversary on Monday.", ""),
    ],
)
def test_anniversary_without_a_name(claims_of, text, kept):
    found = [claim for claim in claims_of(text) if claim.found_by.endswith("anniversary")]
    assert "".join(f"{claim.type} {claim.when}" for claim in found) == kept


LINE = "They had a child:\n\n- {}\n"


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        (LINE.format("Lady Ada Roe (1877–1933), married Ben Poe, 5th Earl of Foe, and had issue."), True),
        (LINE.format("Hon. Ada Roe (1772 – 26 November 1839), married Ben Poe"), True),
        # whom a relative clause is about, where a thing stands between
        (LINE.format("Ada Roe (1798–1863), the rector of St. Anne's Church in Brooklyn, who married Ben Poe."), True),
        ("Ada Roe worked at the school of a town in Kent, which married couples liked. Ben Poe left.", False),
        ("Ada Roe sang, the paper said, married Ben Poe at her side.", False),
    ],
)
def test_line_of_a_family_tree_goes_on_from_its_name(claims_of, text, wed):
    pairs = [{each.name for each in claim.people} for claim in claims_of(text) if claim.type == "married"]
    assert any("Ada Roe" in pair and any(name.startswith("Ben Poe") for name in pair) for pair in pairs) is wed


def test_star_without_a_name_proposed_to_the_other_of_the_couple(claims_of):
    text = "Ada Roe and Ben Poe met in Dubai in 2012. The former rugby star popped the question nine months later."
    assert "engaged Ada Roe + Ben Poe 2012-10/2013-09" in told(claims_of(text), "event")


@pytest.mark.parametrize("words", ["The common tongue of the town broke up in 2013.", "The court split in 2013."])
def test_thing_that_splits_is_no_couple(claims_of, words):
    text = f"Ada Roe and Ben Poe married in Dubai in 2012. {words}"
    assert not any(each.startswith("separated") for each in told(claims_of(text), "event"))


def test_mother_who_gives_her_daughter_away_marries_nobody(claims_of):
    told_of = told(claims_of("Ada Roe gained a crown by marrying her daughter Cora Roe to Ben Poe."), "event")
    assert told_of == {"married Ben Poe + Cora Roe"}


def test_second_wife_needs_no_second_wedding(claims_of):
    assert told(claims_of("Ben Poe married Ada Roe. His second film starred Cora Foe."), "event") == {
        "married Ada Roe + Ben Poe",
        "worked_together Ben Poe + Cora Foe",
    }


def test_wedding_of_others_is_none_of_hers(claims_of):
    assert told(claims_of("Ada Roe celebrated her son's wedding."), "event") == set()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ben Poe and his wife, Ada Roe, live in Leeds.", "married Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe is engaged to Ben Poe.", "engaged Ada Roe + Ben Poe 2020-09-14"),
        ("Ben Poe's ex-wife Ada Roe lives in Leeds.", "divorced Ada Roe + Ben Poe 2020-09-14"),
        ("Ben Poe spoke to his ex-girlfriend Ada Roe.", "dating Ada Roe + Ben Poe"),
        ("Ada Roe has been dating Ben Poe for two years.", "dating Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe is in a relationship with Ben Poe.", "dating Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe was in a whirlwind romance with Ben Poe in 2018.", "dating Ada Roe + Ben Poe 2018"),
        ("Ada Roe became involved in a failed romance with Ben Poe.", "dating Ada Roe + Ben Poe"),
        ("Ada Roe and Ben Poe are a couple.", "dating Ada Roe + Ben Poe 2020-09-14"),
        ("Cora Foe wept. Carl Poe and his wife, the nurse Ada Roe, left.", "married Ada Roe + Carl Poe 2020-09-14"),
        ("Ada Roe sang. She married her childhood sweetheart, Ben Poe.", "dating Ada Roe + Ben Poe"),
        ("Ben Poe sang. His second wife was the actress Ada Roe.", "married Ada Roe + Ben Poe"),
        # without an owner beside it
        ("Ada Roe and husband Ben Poe have two sons.", "married Ada Roe + Ben Poe 2020-09-14"),
        ("Ada Roe is expecting her first child with boyfriend Ben Poe.", "dating Ada Roe + Ben Poe 2020-09-14"),
        ("Ben Poe spoke a year after his split from former fiancée Ada Roe.", "engaged Ada Roe + Ben Poe"),
        ("Ben Poe shares a son with ex-wife Ada Roe.", "divorced Ada Roe + Ben Poe 2020-09-14"),
        ("Cora Foe met Ben Poe and wife Ada Roe.", "married Ada Roe + Ben Poe 2020-09-14"),
        ("Ian was born to Ben Poe, a baker, and his wife Ada Roe.", "married Ada Roe + Ben Poe 2020-09-14"),
        (
            "Ian was the son of Ben Poe and his wife Ada Roe. On 3 May 1830 Ian wed Cora Foe.",
            "married Ada Roe + Ben Poe 2020-09-14",
        ),
        # whatever is said of him before her
        ("Ian is the son of the duke Ben Poe, a man of Leeds, and his wife Ada Roe.", "married Ada Roe + Ben Poe"),
        ("Ian is a son of Ben Poe, who was a baker, and his wife Ada Roe.", "married Ada Roe + Ben Poe"),
        ("Ian is a son of Ben Poe, a clerk and poet, and his wife Ada Roe.", "married Ada Roe + Ben Poe"),
        ("Ian is the son of Ben Poe, a friend of Dan Zed, and his wife Ada Roe.", "married Ada Roe + Ben Poe"),
        ("Ben Poe came with his brother Dan, a baker, and his wife Ada Roe.", "married Ada Roe + Ben Poe"),
    ],
)
def test_state(claims_of, text, state):
    assert any(one.startswith(state) for one in told(claims_of(text), "state"))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe danced with partner Ben Poe.",  # of the dance
        "The night began with a row with boyfriend Ben Poe.",
        "Ada Roe, Cora Foe and boyfriend Ben Poe left.",  # of which of them?
        "Ada Roe and Cora Foe left with boyfriend Ben Poe.",
        "Ada Roe left with a boyfriend.",
    ],
)
def test_boyfriend_who_may_be_anybodys_is_nobodys(claims_of, text):
    assert told(claims_of(text), "state") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Roe is trying to settle in Rome with Ben Poe since their wedding in May 2018.", "asserted"),
        ("Ada Roe hopes to move to Rome with Ben Poe after their wedding in May 2018.", "asserted"),
        # which is to come
        ("Ada Roe hopes to move to Rome with Ben Poe after their wedding in May 2021.", "planned"),
        ("Ada Roe hopes to move to Rome with Ben Poe after their wedding.", "planned"),
    ],
)
def test_a_plan_counted_from_a_wedding_leaves_a_past_one_real(claims_of, text, status):
    assert {claim.status for claim in claims_of(text) if claim.type == "married"} == {status}


def test_a_friend_beside_a_brother_is_no_sister(claims_of):
    text = "Ada Roe had a brother, Carl Roe, and a friend, Dora Foe."
    assert told(claims_of(text), "kin") == {"sibling_of Ada Roe + Carl Roe"}


@pytest.mark.parametrize(
    ("text", "couples"),
    [
        ("Carl Roe has a relationship with his father, Dan Poe.", []),
        ("Eva Lark moved to York after a relationship with Ada's father, Dan Poe.", []),
        ("Ada Poe separated from her brother Dan Poe.", []),
        ("Ada Roe separated from Eva Lark's brother Dan Poe.", [{"Ada Roe", "Dan Poe"}]),
        ("Ada Roe separated from her baby daddy Dan Poe.", [{"Ada Roe", "Dan Poe"}] * 2),
        ("Ada Roe separated from her baby father Dan Poe.", [{"Ada Roe", "Dan Poe"}] * 2),
    ],
)
def test_whose_kin_one_is_told_to_be_is_no_partner_of_that_one(claims_of, text, couples):
    found = [claim for claim in claims_of(text) if claim.type in ("dating", "separated")]
    assert [{each.name for each in claim.people} for claim in found] == couples


def test_one_who_is_told_of_a_child_is_not_its_husband(claims_of):
    text = "Ada Roe reminded her husband Ben Poe of their son Eric. Cora Foe is the sister of his son Dan."
    assert {claim.type: {each.name for each in claim.people} for claim in claims_of(text) if claim.kind == "state"} == {
        "married": {"Ada Roe", "Ben Poe"}
    }
    assert "sibling_of Cora Foe + Dan" in told(claims_of(text), "kin")


@pytest.mark.parametrize(
    ("text", "couple"),
    [
        ("Carl Foe sang. Ben Poe welcomed a son, Eric, with his girlfriend Ada Roe.", "Ada Roe + Ben Poe"),
        ("Carl Foe sang. Ben Poe has a son named Eric with his ex-wife Ada Roe.", "Ada Roe + Ben Poe"),
        # a child who is grown may have a wife
        ("Carl Foe sang. Ben Poe spoke of his son Eric and his wife Ada Roe.", "Ada Roe + Eric"),
    ],
)
def test_child_that_two_have_together_is_nobodys_partner(claims_of, text, couple):
    states = (claim for claim in claims_of(text) if claim.kind == "state")
    assert {" + ".join(sorted(person.name for person in claim.people)) for claim in states} == {couple}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ben Poe's ex-girlfriend Ada Roe left. He had brought his girlfriend Ada Roe along.", [None, None]),
        ("Ben Poe left. He had brought his girlfriend Ada Roe along.", ["2020-09-14"]),
        ("Ben Poe's ex-girlfriend Cora Foe left. He had brought his girlfriend Ada Roe along.", [None, "2020-09-14"]),
    ],
)
def test_no_girlfriend_on_the_day_of_a_text_that_knows_her_for_an_ex(claims_of, text, days):
    states = [claim for claim in claims_of(text) if claim.kind == "state"]
    assert [claim.when and claim.when.edtf for claim in states] == days


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (
            "Ada Roe said that her then-boyfriend struck her. She is the ex-girlfriend of the rookie Ben Poe.",
            {"Ada Roe + Ben Poe"},
        ),
        (
            "Ada Roe said that her then-boyfriend struck her. She is now the wife of the rookie Ben Poe.",
            {"Ada Roe + Ben Poe", "Ada Roe + then-boyfriend of Ada Roe"},
        ),
        ("Ben Poe's ex-girlfriend Ada Roe left. She had come to see her then boyfriend.", {"Ada Roe + Ben Poe"}),
        (
            "Ada Roe and her ex-husband Ben Poe share a son. She went to Rome with her then boyfriend.",
            {"Ada Roe + Ben Poe", "Ada Roe + boyfriend of Ada Roe"},
        ),
    ],
)
def test_then_boyfriend_is_the_one_ex_who_is_named(claims_of, text, partners):
    states = (claim for claim in claims_of(text) if claim.kind == "state")
    assert {" + ".join(sorted(person.name for person in claim.people)) for claim in states} == partners


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ada Roe, the daughter of Ben Poe, lives in Leeds.", "parent_of Ada Roe + Ben Poe"),
        ("Ada Roe's brother, Carl Roe, lives in Leeds.", "sibling_of Ada Roe + Carl Roe"),
        ("Ada Roe had a brother, Carl Roe, and a sister, Dora Roe.", "sibling_of Ada Roe + Dora Roe"),
    ],
)
def test_kin(claims_of, text, tie):
    assert tie in told(claims_of(text), "kin")


def test_every_quote_is_the_characters_of_its_source(claims_of):
    text = "Ada Roe (3 May 1850 – 1901) married Ben Poe.\n\nHe died in 1899."
    for claim in claims_of(text, None):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


@pytest.mark.parametrize("dash", ["–", "−"])
def test_life_in_brackets(claims_of, dash):
    events = told(claims_of(f"Ada Roe (3 May 1850 {dash} 7 June 1901) was an English painter.", None), "event")
    assert events == {"born Ada Roe 1850-05-03", "died Ada Roe 1901-06-07"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ADA MARY ROE, COUNTESS OF POE (3 May 1850 – 7 June 1901) was a painter.", "Ada Mary Roe"),
        ("Ada Roe (born Ada Mary Poe, 3 May 1850 – 7 June 1901) was an English painter.", "Ada Mary Poe"),
        ("Ada Roe painted for Ben Poe (3 May 1850 – 7 June 1901), who was a banker.", "Ben Poe"),
        ("BEN ROE, called the Good (also the Mild) (3 May 1850 – 7 June 1901) was a king.", "Ben Roe"),
        ("BEN ROE, usually referred to as JAC (3 May 1850, in York – 7 June 1901, in Hull) was a poet.", "Ben Roe"),
        ("BEN ROE (3 May 1850 – 7 June 1901; B.A. 1871, M.A. 1874) was a minister.", "Ben Roe"),
        ("BEN ROE, (3 May 1850, Hull-7 June 1901 ), was a merchant.", "Ben Roe"),
    ],
)
def test_the_first_bracket_tells_the_life_of_whom_the_document_is_about(claims_of, text, name):
    days = {
        (claim.type, claim.people[0].name.title(), claim.when and claim.when.edtf)
        for claim in claims_of(text, None)
        if claim.found_by.startswith("bracket")
    }
    assert days == {("born", name, "1850-05-03"), ("died", name, "1901-06-07")}


def test_children_of_a_list_are_their_parents(claims_of):
    text = "Ada Roe married Ben Poe in 1840. They had two children:\n\n- Cora Poe (1841–1900)\n- Dan Poe (born 1843)\n"
    assert {
        f"parent_of {parent} + {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Cora Poe", "Dan Poe")
    } <= {
        " + ".join(sorted(line.removeprefix("parent_of ").split(" + "))).join(("parent_of ", ""))
        for line in told(claims_of(text, None), "kin")
    }


def test_after_a_list_of_children_the_life_goes_on(nlp):
    text = """\
John Roe (11 September 1725 – 8 January 1798) was an English painter.

He married Ada Foe in 1745. They had two children:

1.  Carl Roe (1746–1800)
2.  Dora Roe (1748–1801), married:
    1.  in 1770 Frank Vale
    2.  in 1780 George Lind

Secondly, he married Eva Marr in 1760. They had a son:

1.  Hugh Roe (1761–1820), twin with Ida Roe
"""
    document = Document(id="d", source="d.txt", text=text, title="John Roe, 3rd Baronet")
    claims = reading(parse(nlp, document), document, load_ontology()).claims
    weddings = {
        frozenset(person.name.partition(",")[0] for person in claim.people)
        for claim in claims
        if claim.type == "married"
    }
    assert weddings >= {frozenset({"John Roe", "Ada Foe"}), frozenset({"John Roe", "Eva Marr"})}
    parents = {
        tuple(person.name.partition(",")[0] for person in claim.people) for claim in claims if claim.type == "parent_of"
    }
    children = {"Ada Foe": ("Carl Roe", "Dora Roe"), "Eva Marr": ("Hugh Roe",)}
    assert parents == {
        (parent, child) for wife, found in children.items() for child in found for parent in ("John Roe", wife)
    }


def test_who_is_numbered_under_a_child_is_wed_by_the_child(claims_of):
    text = "Ada Roe had two sons:\n\n- Carl Poe, married\n\n1. in 1770 Dora Foe\n2. in 1780 Eva Marr\n\n- Dan Poe\n"
    assert told(claims_of(text, None), "kin") == {"parent_of Ada Roe + Carl Poe", "parent_of Ada Roe + Dan Poe"}


def test_marriage_in_brackets_is_with_the_person_of_the_document(claims_of):
    events = told(
        claims_of("Ada Roe was a painter. Her husbands were Ben Poe (m. 1840; div. 1850) and Carl Foe.", None), "event"
    )
    assert {"married Ada Roe + Ben Poe 1840", "divorced Ada Roe + Ben Poe 1850"} <= events


def test_affair_in_a_plot_is_fiction(claims_of):
    plot = claims_of("Her heroine, Ada Roe, marries Ben Poe and has an affair with Carl Foe.")
    assert told(plot, "state") == {"dating Ada Roe + Carl Foe 2020-09-14 fictional"}
    life = claims_of("Ada Roe lives in Leeds and is dating Carl Foe.")
    assert told(life, "state") == {"dating Ada Roe + Carl Foe 2020-09-14"}


def test_plot_is_no_life(claims_of):
    text = (
        "The novel follows Ada Roe. She lives in Leeds, meets Ben Poe, who loves her, and marries him. Then Ben dies."
    )
    assert all(claim.status == "fictional" for claim in claims_of(text, None) if claim.kind == "event")


def test_who_stands_behind_a_bracket_is_not_in_it(claims_of):
    children = "Blanche (who married Jean Poe), Germaine, Suzanne, Marthe, Jean-Pierre, and Jacques"
    claims = claims_of(f"In 1879 Ada Roe raised her own six children, {children}.", None)
    weddings = {frozenset(person.name for person in claim.people) for claim in claims if claim.type == "married"}
    assert weddings == {frozenset({"Blanche", "Jean Poe"})}


def test_children_were_born_before_they_were_raised(claims_of):
    births = [claim for claim in claims_of("In 1879 Ada Roe raised a son, Ben.", None) if claim.type == "child_born"]
    assert [claim.when.edtf for claim in births] == ["../1879"]


def test_present_tense_of_having_children_is_no_plot(claims_of):
    text = "Ada Roe, who co-parents her daughter Cora with Ben Poe, went on to say that he has kept his word."
    assert {claim.status for claim in claims_of(text) if claim.type == "child_born"} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "kind", "fact"),
    [
        # what was told, known or had happened is not planned or denied with the rest
        (
            "Ada Roe took to the stage in July to announce her engagement to Ben Poe.",
            "event",
            "engaged Ada Roe + Ben Poe ../2020-07",
        ),
        (
            "Ada Roe and Ben Poe have had a year to remember after their wedding in April.",
            "event",
            "married Ada Roe + Ben Poe 2020-04",
        ),
        (
            "Ada Roe proved that it would last after she and Ben Poe married in 1992.",
            "event",
            "married Ada Roe + Ben Poe 1992",
        ),
        ("Ada Roe hopes to move to York with her son Carl Roe.", "kin", "parent_of Ada Roe + Carl Roe"),
        # and what is
        ("Ada Roe travelled to York to marry Ben Poe.", "event", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe does not plan to marry Ben Poe.", "event", "married Ada Roe + Ben Poe negated"),
        ("Ada Roe has no plans to marry Ben Poe.", "event", "married Ada Roe + Ben Poe negated"),
        ("Ada Roe abandoned her plans to marry Ben Poe.", "event", "married Ada Roe + Ben Poe called_off"),
        ("Rumours that Ada Roe had split from Ben Poe are wrong.", "event", "separated Ada Roe + Ben Poe denied"),
        ("Ada Roe is going through a divorce from Ben Poe.", "event", "divorced Ada Roe + Ben Poe planned"),
        ("Ada Roe went through a divorce from Ben Poe in 2015.", "event", "divorced Ada Roe + Ben Poe 2015"),
        ("Ada Roe would have eventually married Ben Poe.", "event", "married Ada Roe + Ben Poe hypothetical"),
        ("Ada Roe joked about getting married to Ben Poe.", "event", "married Ada Roe + Ben Poe hypothetical"),
        ("Ada Roe spoke about having married Ben Poe in 2015.", "event", "married Ada Roe + Ben Poe 2015"),
        ("Ada Roe would eventually marry Ben Poe.", "event", "married Ada Roe + Ben Poe"),
        (
            "Ada Roe showed a gold band, fuelling speculation she and Ben Poe have married in secret.",
            "event",
            "married Ada Roe + Ben Poe rumoured",
        ),
        (
            "On Wednesday, Ada Roe and Ben Poe announced that they're expecting their first child together.",
            "event",
            "child_born Ada Roe + Ben Poe planned",
        ),
        ("Rumours that Ada Roe had split from Ben Poe are rife.", "event", "separated Ada Roe + Ben Poe rumoured"),
        # what is only told: by rumours, stories and reports, or wrongly
        ("Ada Roe is thought to be engaged to Ben Poe.", "state", "engaged Ada Roe + Ben Poe rumoured"),
        ("Rumours swirled that Ada Roe had split from Ben Poe.", "event", "separated Ada Roe + Ben Poe rumoured"),
        ("Word has it that Ada Roe married Ben Poe.", "event", "married Ada Roe + Ben Poe rumoured"),
        ("Amid claims that Ada Roe had married Ben Poe, he left.", "event", "married Ada Roe + Ben Poe reported"),
        ("In a report made after Ada Roe married Ben Poe, he was named.", "event", "married Ada Roe + Ben Poe"),
        ("The claim that Ada Roe married Ben Poe is false.", "event", "married Ada Roe + Ben Poe denied"),
        (
            "Some raised the possibility that Ada Roe had married Ben Poe.",
            "event",
            "married Ada Roe + Ben Poe reported",
        ),
        ("The story that Ada Roe married Ben Poe was withdrawn.", "event", "married Ada Roe + Ben Poe denied"),
        ("It was wrongly reported that Ada Roe married Ben Poe.", "event", "married Ada Roe + Ben Poe denied"),
        ("Ada Roe laughed off claims that she married Ben Poe.", "event", "married Ada Roe + Ben Poe denied"),
        ("Ada Roe confirmed rumours that she married Ben Poe.", "event", "married Ada Roe + Ben Poe"),
        (
            "Ada Roe neither confirmed nor denied that she married Ben Poe.",
            "event",
            "married Ada Roe + Ben Poe hypothetical",
        ),
        ("Ada Roe appears to have split from Ben Poe.", "event", "separated Ada Roe + Ben Poe reported"),
        ("Ada Roe appeared at the gala to toast Ben Poe, whom she married.", "event", "married Ada Roe + Ben Poe"),
        (
            "Ada Roe began dating Ben Poe in 2011, according to People.",
            "event",
            "dating_began Ada Roe + Ben Poe 2011 reported",
        ),
        ("Ada Roe began dating Ben Poe in 2011 according to plan.", "event", "dating_began Ada Roe + Ben Poe 2011"),
        ("Ada Roe was accused of having an affair with Ben Poe.", "state", "dating Ada Roe + Ben Poe reported"),
        ("Ada Roe's fling with Ben Poe made headlines.", "state", "dating Ada Roe + Ben Poe"),
        ("Ada Roe was accused of murdering Ben Poe in 1990.", "event", "died Ben Poe 1990"),
        ("Ada Roe and Ben Poe were due to wed in May.", "event", "married Ada Roe + Ben Poe 2020-05 planned"),
        ("Ada Roe was due to be married to Ben Poe in May.", "event", "married Ada Roe + Ben Poe 2020-05 planned"),
        ("Ada Roe and Ben Poe were engaged to be married in 2022.", "event", "married Ada Roe + Ben Poe 2022 planned"),
        ("Fans think that Ada Roe married Ben Poe.", "event", "married Ada Roe + Ben Poe rumoured"),
        ("There is no evidence that Ada Roe married Ben Poe.", "event", "married Ada Roe + Ben Poe negated"),
        ("There is no doubt that Ada Roe married Ben Poe.", "event", "married Ada Roe + Ben Poe"),
        ("The wedding of Ada Roe and Ben Poe has been shelved.", "event", "married Ada Roe + Ben Poe called_off"),
        ("The wedding of Ada Roe and Ben Poe was put on hold.", "event", "married Ada Roe + Ben Poe planned"),
        (
            "They were engaged. Ada Roe and Ben Poe were engaged; no wedding took place.",
            "event",
            "married Ada Roe + Ben Poe negated",
        ),
        (
            "It was reported in June by People that Ada Roe and Ben Poe quietly separated.",
            "event",
            "separated Ada Roe + Ben Poe reported",
        ),
    ],
)
def test_what_a_plan_or_denial_bears_on(claims_of, text, kind, fact):
    assert fact in told(claims_of(text), kind)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Ada Roe welcomed her son Ben with Cy Poe in 2016. Their son Ben, four, goes to school.",
            "2016-01/2016-09-14",
        ),
        (
            "Ada Roe welcomed her son Ben with Cy Poe in 2016. Their son Ben, three, goes to school.",
            "2016-09-15/2016-12",
        ),
        ("Ada Roe welcomed her son Ben with Cy Poe in 2016. Their son Ben, nine, goes to school.", "2016"),
        ("Ada Roe welcomed her son Ben with Cy Poe in May 2016. Their son Ben, four, goes to school.", "2016-05"),
        ("Ada Roe welcomed her son Ben with Cy Poe in 2016. Their son Ben goes to school.", "2016"),
    ],
)
def test_a_childs_age_narrows_the_year_of_its_birth(claims_of, text, when):
    births = {claim.when.edtf for claim in claims_of(text) if claim.type == "child_born" and claim.when}
    assert births == {Interval.from_edtf(when).edtf}


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("Ada Roe and Ben Poe share a son, Max, four.", "2015-09-15/2016-09-14", "four"),
        ("Ada Roe has a six-year-old daughter Eva with Ben Poe.", "2013-09-15/2014-09-14", "six"),
        ("Ada Roe has a daughter, Eva, 31, with Ben Poe.", "1988-09-15/1989-09-14", "31"),
        ("Ada Roe has a then six-year-old daughter Eva with Ben Poe.", None, ""),
        ("Ada Roe and Ben Poe share a son, Max, four. Max was born in May 2016.", None, ""),
        ("Ada Roe and Ben Poe share a son, Max, four. Max died last week.", None, ""),
        ("Ada Roe and Ben Poe share a son, Max, four. Max, 9, is tall.", None, ""),
    ],
)
def test_a_childs_age_dates_a_birth_that_nothing_else_dates(claims_of, text, when, words):
    claims = claims_of(text)
    birth = next(each for each in claims if each.type == "child_born")
    assert (birth.when.edtf if birth.when else None, birth.when_text) == (when, words)
    assert words in birth.evidence.quote


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ada Roe married Ben Poe in 2007, a year after she divorced Carl Foe.", "divorced Ada Roe + Carl Foe 2006"),
        (
            "Ada Roe married Ben Poe in August 2018, eight months after their engagement.",
            "engaged Ada Roe + Ben Poe 2017-12",
        ),
        (
            "Ada Roe has lived in Leeds since 2012, a year after her divorce from Ben Poe.",
            "divorced Ada Roe + Ben Poe 2011",
        ),
        # a parting does not come before the wedding
        ("Ada Roe married Ben Poe in 2017, four months after separating from him.", "separated Ada Roe + Ben Poe"),
        (
            "Ada Roe married Ben Poe in 2017, less than a year after their engagement.",
            "engaged Ada Roe + Ben Poe 2016/2017",
        ),
        ("Ada Roe married Ben Poe in 2017, over a year after their engagement.", "engaged Ada Roe + Ben Poe"),
        # a row of days is that of a row of people, or the time of what went on
        ("Ada Roe and Ben Roe were born in 1917 and 1924.", "born Ada Roe 1917"),
        ("Ada Roe and Ben Roe were born in 1917 and 1924.", "born Ben Roe 1924"),
        ("Ada Roe and Ben Roe were born in Leeds, respectively in 1917 and 1924.", "born Ben Roe 1924"),
        ("Ada Roe and Ben Roe were born in 1917, and in 1924 they left.", "born Ben Roe 1917"),
        ("Ada Roe began dating Ben Poe in 1992 and 1993.", "dating_began Ada Roe + Ben Poe 1992/1993"),
        ("Ada Roe met Ben Poe in 1992, 1993 and 1995.", "met Ada Roe + Ben Poe 1992/1995"),
        # the day behind a comma is that of the clause; where another comma follows, that of the noun
        ("After the death of Ben Poe, in 1818 Ada Roe wed Cy Foe.", "died Ben Poe ../1818"),
        ("After the death of Ben Poe, in 1818, Ada Roe wed Cy Foe.", "died Ben Poe 1818"),
        # roughly so long before
        ("Ada Roe wed Cy Foe in 1540, a few months after the death of Ben Poe.", "died Ben Poe 1539~/1540~"),
        (
            "Her romance with Cy Foe went public in July, just weeks after Ada Roe filed for divorce from Ben Poe.",
            "divorce_filed Ada Roe + Ben Poe 2020-05~/2020-07~",
        ),
        (
            "On 7 September Ada Roe said that she is expecting, just weeks after getting engaged to Ben Poe.",
            "engaged Ada Roe + Ben Poe 2020-07-13~/2020-08-24~",
        ),
        (
            "On 7 September Ada Roe said that she was expecting, just weeks after getting engaged to Ben Poe.",
            "engaged Ada Roe + Ben Poe",
        ),
        ("It's a year since Ada Roe asked Ben Poe to marry her.", "engaged Ada Roe + Ben Poe 2019"),
        (
            "Ada Roe shared photos of Ben Poe to celebrate five years since she had met him.",
            "met Ada Roe + Ben Poe 2015",
        ),
        ("Ada Roe has written ten books in the five years since she met Ben Poe.", "met Ada Roe + Ben Poe"),
        (  # of the engagement, not of the birth
            "On Wednesday Ada Roe said that she and Ben Poe are expecting a child, weeks after getting engaged.",
            "child_born Ada Roe + Ben Poe planned",
        ),
        ("Ada Roe has bought a boat two years after she married Ben Poe.", "married Ada Roe + Ben Poe 2018"),
        ("Ada Roe bought a boat two years after she married Ben Poe.", "married Ada Roe + Ben Poe"),
        ("Ada Roe has been living in Leeds two years after she married Ben Poe.", "married Ada Roe + Ben Poe"),
        # what news comes after is as new
        (
            "The pictures come a week after Ada Roe said she had split from Ben Poe.",
            "separated Ada Roe + Ben Poe ../2020-09-13",
        ),
        (
            "It comes after Ada Roe spoke of her life, a year after separating from Ben Poe.",
            "separated Ada Roe + Ben Poe 2019",
        ),
        (
            "It came after Ada Roe spoke of her life, a year after separating from Ben Poe.",
            "separated Ada Roe + Ben Poe",
        ),
        ("Ada Roe met Ben Poe in 2007, and married him a year later.", "married Ada Roe + Ben Poe 2008"),
        # a year after they met, and nobody says when
        (
            "Ada Roe left Leeds in 2003. Ada Roe met Ben Poe in York and married him a year later.",
            "married Ada Roe + Ben Poe",
        ),
        (
            "Ada Roe married Ben Poe in 1807, and her sister Cora Roe married Dan Foe in 1809.",
            "married Ada Roe + Ben Poe 1807",
        ),
        (
            "Ada Roe married Ben Poe on 30 April or 16 October 1825.",
            "married Ada Roe + Ben Poe 1825-04-30/1825-10-16",
        ),
        (
            "Ada Roe confirmed her romance with Ben Poe by going public in July 2019.",
            "went_public Ada Roe + Ben Poe 2019-07",
        ),
        (
            "Ada Roe began dating Ben Poe while she was at college in 1991.",
            "dating_began Ada Roe + Ben Poe 1991",
        ),
        ("Ada Roe married Ben Poe, while her sister Cora Roe wed Dan Foe in 2018.", "married Ada Roe + Ben Poe"),
        # of the two themselves, where they then were
        (
            "Ada Roe proposed to Ben Poe while the couple were staying in Turin in June 2019.",
            "engaged Ada Roe + Ben Poe 2019-06",
        ),
        # the day before a quotation is none of what is quoted
        (
            "Ada Roe, who married Ben Poe, the painter, last August, wrote: 'I have been waiting for a letter.'",
            "married Ada Roe + Ben Poe 2019-08",
        ),
        ("In August 2019 Ada Roe and Ben Poe 'quietly separated'.", "separated Ada Roe + Ben Poe 2019-08"),
        (
            "Ada Roe moved to York after her split from Ben Poe in 2015, with whom she has a son.",
            "separated Ada Roe + Ben Poe 2015",
        ),
        # two meet once, so what came after their meeting bounds it
        (
            "Ada Roe and Ben Poe went public in May 2018, after meeting on a film set.",
            "met Ada Roe + Ben Poe ../2018-05",
        ),
        ("Ada Roe and Ben Poe went public in May 2018 by meeting the press.", "went_public Ada Roe + Ben Poe 2018-05"),
        # they may have parted and made it up many times
        ("Ada Roe and Ben Poe went public in May 2018, after splitting in Rome.", "separated Ada Roe + Ben Poe"),
        (
            "In June it emerged that Ada Roe and Ben Poe had separated earlier this year.",
            "separated Ada Roe + Ben Poe 2020-01/2020-06 reported",
        ),
        (
            "In June it emerged that Ada Roe and Ben Poe had separated in March.",
            "separated Ada Roe + Ben Poe 2020-03 reported",
        ),
        ("Ada Roe confirmed her split from Ben Poe on 21 August.", "separated Ada Roe + Ben Poe ../2020-08-21"),
        # the bride's descent is told between the wedding and its day
        (
            "Ben Poe married Ada Roe, daughter of Carl Foe, 4th Baron Foe, and widow of Dan Coe, in about 1376.",
            "married Ada Roe + Ben Poe 1376~",
        ),
        ("Ben Poe married Ada Roe, a daughter of Carl Foe (1801-1860).", "married Ada Roe + Ben Poe"),
        ("In 1554 Ben Poe married Ada Roe (or Row) (1526 to 1589–95).", "married Ada Roe + Ben Poe 1554"),
        # "took to ... to announce" is one deed
        (
            "Ada Roe took to Instagram in July to announce her engagement to Ben Poe.",
            "engaged Ada Roe + Ben Poe ../2020-07",
        ),
        ("Ada Roe went to York in July to announce her engagement to Ben Poe.", "engaged Ada Roe + Ben Poe ../2020-07"),
        ("Ada Roe went to York in July to wed Ben Poe.", "married Ada Roe + Ben Poe 2020-07"),
        # what is told of it has its own day
        (
            "On 21 August Ada Roe and Ben Poe shared details of their engagement with the readers.",
            "engaged Ada Roe + Ben Poe ../2020-08-21",
        ),
        (
            "Ada Roe has been dating Carl Foe since March, after announcing her split from Ben Poe after five years.",
            "separated Ada Roe + Ben Poe ../2020-03",
        ),
        # each partner of a row has the day behind the name, and no other's
        (
            "Ada Roe spoke of her divorces from Ben Poe in 2009, Carl Foe in 2012 and Dan Coe in 2018.",
            "divorced Ada Roe + Carl Foe 2012",
        ),
        ("Ada Roe spoke of her divorces from Ben Poe in 2009 and Carl Foe.", "divorced Ada Roe + Carl Foe"),
        # a film's year bounds what happened on its set; a season is of its year
        ("Ada Roe and Ben Poe met on the set of the 2006 film Red Barn.", "met Ada Roe + Ben Poe ../2006"),
        ("Ada Roe and Ben Poe met on the 2006 season of Farm Life.", "met Ada Roe + Ben Poe 2006"),
        # counted from a day that the same words tell
        (
            "Ada Roe married Ben Poe five months after her brother's funeral in July 2018.",
            "married Ada Roe + Ben Poe 2018-12",
        ),
        (
            "Ada Roe and Ben Poe married two years after meeting in Rome in 2010.",
            "met Ada Roe + Ben Poe 2010",
        ),
        (
            "Ada Roe and Ben Poe married two years after meeting in Rome in 2010.",
            "married Ada Roe + Ben Poe 2012",
        ),
        (  # the day of the wedding, not of what it is counted from
            "Six months after Ben Poe popped the question to Ada Roe the couple married in Rome in 2007.",
            "married Ada Roe + Ben Poe 2007",
        ),
        # the day of another sentence
        (
            "Ada Roe married Ben Poe two years before her move. In May 2018 she left.",
            "married Ada Roe + Ben Poe",
        ),
        ("Ada Roe and Ben Poe were granted a decree absolute in April 2018.", "divorced Ada Roe + Ben Poe 2018-04"),
        (  # a perfect has no day itself: what it is counted from has it
            "Ada Roe has been seen with friends since calling it quits with the singer Ben Poe, 37, in December 2017.",
            "separated Ada Roe + Ben Poe 2017-12",
        ),
        (
            "Ada Roe was seen in Leeds in December 2017 after calling it quits with the singer Ben Poe, 37.",
            "separated Ada Roe + Ben Poe",
        ),
        # the day of the words in which it was told, and one told beside its clause
        (
            "Ada Roe spoke of her relationship with Ben Poe, which began through a friend, in an interview on Tuesday.",
            "dating_began Ada Roe + Ben Poe",
        ),
        ("Ada Roe and Ben Poe began their romance in a mill in May.", "dating_began Ada Roe + Ben Poe 2020-05"),
        (
            "Ada Roe and Ben Poe filed for divorce eight months after tying the knot and, most recently, in April 25.",
            "married Ada Roe + Ben Poe",
        ),
        # what was going on when it was announced had begun by then
        ("Ada Roe and Ben Poe announced they were splitting in July.", "separated Ada Roe + Ben Poe ../2020-07"),
        ("Ada Roe and Ben Poe announced they had split in July.", "separated Ada Roe + Ben Poe 2020-07"),
        # what had been by then, and a length that is no day
        (
            "Last year Ada Roe announced that all was well but she and Ben Poe had ended their six-year marriage.",
            "separated Ada Roe + Ben Poe ../2019",
        ),
        (
            "Last year Ada Roe moved to York but she and Ben Poe split after six years.",
            "separated Ada Roe + Ben Poe",
        ),
        (
            "Ada Roe and Ben Poe confirmed they are an item once again, when they were seen kissing in May.",
            "reconciled Ada Roe + Ben Poe ../2020-05",
        ),
        # the year of what did it
        ("Carl Foe was sentenced for the 2018 crash that killed Ada Roe.", "died Ada Roe 2018"),
        ("Carl Foe acted in the 2018 film that killed Ada Roe.", "died Ada Roe"),
        # a decade before a city is no mere attribute
        ("Ada Roe and Ben Poe met as students in 1950s London.", "met Ada Roe + Ben Poe 195X"),
        # with whom, is told behind
        ("Ben Poe remarried in 1952. His second wife was the actress Ada Roe.", "married Ada Roe + Ben Poe 1952"),
        ("In 1952 Ben Poe married again; his second wife was Ada Roe.", "married Ada Roe + Ben Poe 1952"),
        # of a numbered row each has its own
        ("Ben Poe married first, in 1875, Ada Roe, and secondly, in 1882, Cora Foe.", "married Ada Roe + Ben Poe 1875"),
        (
            "Ben Poe married first, in 1875, Ada Roe, and secondly, in 1882, Cora Foe.",
            "married Ben Poe + Cora Foe 1882",
        ),
        ("In 1875 Ben Poe married Ada Roe (1850-1880), and secondly Cora Foe.", "married Ada Roe + Ben Poe 1875"),
        (
            "Ben Poe married twice, first to Ada Roe in 1875 and then to Cora Foe in 1882.",
            "married Ben Poe + Cora Foe 1882",
        ),
        ("Ben Poe married, on 3 May 1875 at Leeds Abbey, Ada Roe.", "married Ada Roe + Ben Poe 1875-05-03"),
        ("Ada Roe recalled meeting Ben Poe in 1875.", "met Ada Roe + Ben Poe 1875"),
        ("Ada Roe became acquainted with Ben Poe in 1875.", "met Ada Roe + Ben Poe 1875"),
        ("Ben Poe married (1) Ada Roe (1850-1880), (2) Cora Foe.", "married Ben Poe + Cora Foe"),
        ("Ben Poe married: 1. in 1875 Ada Roe; 2. in 1882 Cora Foe.", "married Ada Roe + Ben Poe 1875"),
        ("Ben Poe married: 1. in 1875 Ada Roe; 2. in 1882 Cora Foe.", "married Ben Poe + Cora Foe 1882"),
        ("In 1875 Ben Poe married Ada Roe (1850-1880), and secondly Cora Foe.", "married Ben Poe + Cora Foe"),
        ("In 1875 Ben Poe married secondly Cora Foe, a daughter of Dan Foe.", "married Ben Poe + Cora Foe 1875"),
        (
            "Ben Poe married first Ada Roe (1850-1880), and secondly Cora Foe in 1882.",
            "married Ada Roe + Ben Poe ../1880",
        ),
        ("Ben Poe married first Ada Roe, and secondly Cora Foe. In 1900 he sang.", "married Ben Poe + Cora Foe"),
    ],
)
def test_each_happening_has_the_time_that_is_told_of_it(claims_of, text, event):
    assert event in told(claims_of(text), "event")


def test_a_row_of_weddings_is_of_the_verb_that_opens_it(claims_of):
    text = "The sisters were Ida Roe, who married Carl Fell; and Eva Roe, who married first Dan Kay and second Tom Low."
    weddings = {"married Carl Fell + Ida Roe", "married Dan Kay + Eva Roe", "married Eva Roe + Tom Low"}
    assert {each for each in told(claims_of(text), "event") if "married" in each} == weddings


@pytest.mark.parametrize(
    ("text", "is_reunion"),
    [
        ("Ada Roe and Ben Poe were an item back in March 2019.", False),
        ("Ada Roe and Ben Poe are an item again.", True),
    ],
)
def test_a_look_back_is_no_reunion(claims_of, text, is_reunion):
    assert any(claim.type == "reconciled" for claim in claims_of(text)) == is_reunion


def test_time_told_by_another_happening_is_an_anchor(claims_of):
    claims = claims_of("Ada Roe and Ben Poe split two years after they got engaged.")
    (anchor,) = {claim.anchor for claim in claims if claim.type == "separated"}
    assert anchor is not None
    assert (anchor.type, anchor.direction, anchor.offset.text) == ("engaged", 1, "P2Y")


@pytest.mark.parametrize(
    ("text", "type", "anchor"),
    [
        # of a row of verbs the one just before
        (
            "Ada Roe and Ben Poe began to talk, got engaged and married a year later, in 2018.",
            "married",
            ("engaged", "P1Y"),
        ),
        ("Ada Roe and Ben Poe met, took up golf and wed a year later, in 2018.", "married", None),
        # whatever words tell it
        (
            "Ada Roe divorced Carl Foe in May 2015. She began dating Ben Poe two months after her divorce from Carl "
            "Foe was complete.",
            "dating_began",
            ("divorced", "P2M"),
        ),
    ],
)
def test_what_a_length_is_counted_from(claims_of, text, type, anchor):
    (found,) = {claim.anchor for claim in claims_of(text) if claim.type == type}
    assert (found and (found.type, found.offset.text)) == anchor


def test_relationship_that_was_ended_keeps_its_length(claims_of):
    claims = claims_of("In 2017 Ada Roe ended her two-year relationship with Ben Poe.")
    (state,) = [claim for claim in claims if claim.kind == "state"]
    assert (state.type, state.duration.text, state.end.edtf) == ("dating", "P2Y", "2017")


def test_quoted_headline_is_hearsay(nlp):
    document = Document(
        id="d", source="d.txt", text="They met in 2001.", title="Ada Roe and Ben Poe 'split from each other'"
    )
    claims = reading(parse(nlp, document), document, load_ontology()).claims
    assert {claim.status for claim in claims if claim.type == "separated"} == {"reported"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("There was never a romance between Ada Roe and Ben Poe.", "dating_began Ada Roe + Ben Poe negated"),
        ("He called talk of a romance between Ada Roe and Ben Poe nonsense.", "dating_began Ada Roe + Ben Poe denied"),
        ("There was talk of a split between Ada Roe and Ben Poe.", "separated Ada Roe + Ben Poe rumoured"),
        ("There was talk of a wedding between Ada Roe and Ben Poe.", "married Ada Roe + Ben Poe planned"),
        ("Ada Roe and Ben Poe were engaged. No wedding took place.", "married Ada Roe + Ben Poe negated"),
        (
            "An earlier version of this article said that Ada Roe married Ben Poe in 1996.",
            "married Ada Roe + Ben Poe 1996 negated",
        ),
        ("An earlier version of the play tells that Ada Roe married Ben Poe.", "married Ada Roe + Ben Poe"),
        # a day of what is to come is the next one
        (
            "Ada Roe met Ben Poe in 2010. Their wedding is fixed for 9 January.",
            "married Ada Roe + Ben Poe 2021-01-09 planned",
        ),
        (
            "Ada Roe met Ben Poe in 2010. Their wedding is fixed for 9 November.",
            "married Ada Roe + Ben Poe 2020-11-09 planned",
        ),
    ],
)
def test_denials_and_plans(claims_of, text, event):
    assert event in told(claims_of(text), "event")


def test_son_named_after_a_wife_is_not_she(claims_of):
    claims = claims_of("Ben Poe lives across the road with his wife and their son, Carl, 2.")
    assert "married Ben Poe + wife of Ben Poe 2020-09-14" in told(claims, "state")


def test_children_that_two_raise_may_be_one_of_theirs(claims_of):
    first = "Ada Roe married Ben Poe in 2010 and they are raising"
    assert "child_born Ada Roe + Cora" in told(claims_of(f"{first} her twins, Cora and Carl."), "event")
    assert "child_born Ada Roe + Ben Poe + Cora" in told(claims_of(f"{first} their twins, Cora and Carl."), "event")


def test_two_who_are_not_the_couple_of_the_year_may_be_one(claims_of):
    assert told(claims_of("Ada Roe and Ben Poe are not the couple of the year."), "state") == set()


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Ada Roe was born on 6 March 1806, Ben Poe on 7 May 1812 and Carl Foe in 1820.",
            {"born Ada Roe 1806-03-06", "born Ben Poe 1812-05-07", "born Carl Foe 1820"},
        ),
        (
            "Ada Roe died on 6 March 1866, and her brother, Ben Poe, on 7 May 1872.",
            {"died Ada Roe 1866-03-06", "died Ben Poe 1872-05-07"},
        ),
        (
            "Ada Roe's parents were Ben Roe and Eva Poe. Her father died in 1850 and her mother in 1860.",
            {"died Ben Roe 1850", "died Eva Poe 1860"},
        ),
        ("Ada Roe's mother was Eva Poe. Carl Foe died in 1850, beside her mother in 1860.", {"died Carl Foe 1850"}),
        (
            "Ada Roe's mother was Eva Poe. Carl Foe died in 1850, and her mother's horse in 1860.",
            {"died Carl Foe 1850"},
        ),
        (  # another verb begins another clause
            "Ada Roe was born on 6 March 1806, met Ben Poe on 7 May 1832 and left.",
            {"born Ada Roe 1806-03-06", "met Ada Roe + Ben Poe 1832-05-07"},
        ),
        (
            "Ada Roe married Ben Poe in 1840. A daughter, Cora, arrived on 2 March 1841. She sang.",
            {
                "married Ada Roe + Ben Poe 1840",
                "born Cora 1841-03-02",
                "child_born Ada Roe + Ben Poe + Cora 1841-03-02",
            },
        ),
        (
            "Ada Roe married Ben Poe in 1840. Their child Cora was born in 1841. Her sister Dora followed in May 1843.",
            {
                "married Ada Roe + Ben Poe 1840",
                "born Cora 1841",
                "born Dora 1843-05",
                "child_born Ada Roe + Ben Poe + Dora 1843-05",
            },
        ),
        (  # who comes to a place is not born there
            "Ada Roe married Ben Poe in 1840. A daughter, Cora, arrived in Leeds in 1861.",
            {"married Ada Roe + Ben Poe 1840"},
        ),
        ("Ada Roe (born Leipzig, 13 September 1819) sang.", {"born Ada Roe 1819-09-13"}),
        ("Ada Roe (born Hull, Yorkshire, 3 May 1819) sang.", {"born Ada Roe 1819-05-03"}),
        ("Ada Roe (mayor, 1841–1845) sang.", set()),
        ("Ben Roe (1841–1858; dean 1860) preached.", set()),
        ("Ada Roe (1496 or 1501 – 1529 or 1530) ruled.", {"born Ada Roe 1496/1501", "died Ada Roe 1529/1530"}),
        ("Ada Roe (1808/1809–16 May 1871) taught.", {"born Ada Roe 1808/1809", "died Ada Roe 1871-05-16"}),
        ("Ada Roe (May 22, 1732 – , 1799) sang.", {"born Ada Roe 1732-05-22", "died Ada Roe 1799"}),
        ("Ada Roe (bef. 1712 – aft. 1780) sang.", {"born Ada Roe ../1711", "died Ada Roe 1781/.."}),
        ("Ada Roe (d. 1198 or after) was a nun.", {"died Ada Roe 1198/.."}),
        ("Ada Roe (* 1320; † 1397) was a nun.", {"born Ada Roe 1320", "died Ada Roe 1397"}),
        ("Ada Roe and Ben Poe made their romance exclusive in 2019.", {"dating_began Ada Roe + Ben Poe 2019"}),
        (
            "Ada Roe and Ben Poe had three children: Cora, born on 12 May 1836, Dora, born in 1837, and Eric, born "
            "in 1839.",
            {
                "child_born Ada Roe + Ben Poe + Cora",  # the day is that of the birth
                "child_born Ada Roe + Ben Poe + Dora",
                "child_born Ada Roe + Ben Poe + Eric",
                "born Cora 1836-05-12",
                "born Dora 1837",
                "born Eric 1839",
            },
        ),
        (  # each has the day behind the name
            "Ada Roe married Ben Poe in 1920. They had three children: Cora Jean in 1921, Dora in 1923, and Eric "
            "in 1925.",
            {
                "married Ada Roe + Ben Poe 1920",
                "child_born Ada Roe + Ben Poe + Cora Jean 1921",
                "child_born Ada Roe + Ben Poe + Dora 1923",
                "child_born Ada Roe + Ben Poe + Eric 1925",
            },
        ),
        (
            "Ada Roe married Ben Poe in 1820. They had two children, Cora (1828) and Dora (1830).",
            {
                "married Ada Roe + Ben Poe 1820",
                "child_born Ada Roe + Ben Poe + Cora 1828",
                "child_born Ada Roe + Ben Poe + Dora 1830",
            },
        ),
        (  # one day for both
            "Ada Roe married Ben Poe in 1820. They had two children, Cora and Dora, in 1830.",
            {
                "married Ada Roe + Ben Poe 1820",
                "child_born Ada Roe + Ben Poe + Cora 1830",
                "child_born Ada Roe + Ben Poe + Dora 1830",
            },
        ),
        (
            "Ada Roe and Ben Poe welcomed their daughter Cora in 1981 and then their son Eric in 1984.",
            {"child_born Ada Roe + Ben Poe + Cora 1981", "child_born Ada Roe + Ben Poe + Eric 1984"},
        ),
        (  # a niece is no child
            "Ada Roe and Ben Poe welcomed their daughter Cora in 1981 and their niece Erica in 1984.",
            {"child_born Ada Roe + Ben Poe + Cora 1981"},
        ),
        (
            "Ben Poe changed his name after the birth of his first child, his son Eric, on 8 July 1971.",
            {"child_born Ben Poe + Eric 1971-07-08"},
        ),
        (
            "Ada Roe and Ben Poe had no money, and the birth of their daughter Cora in 1927 was a worry.",
            {"child_born Ada Roe + Ben Poe + Cora 1927"},
        ),
        ("Ada Roe spoke of the impending birth of her daughter Cora.", set()),
        ("Ada Roe was abroad at the birth of her sister Cora in 1927.", set()),
        (  # who stands before the verb has the child
            "Ada Roe, 39, welcomed her daughter Cora in mid-July with her husband Ben Poe.",
            {"child_born Ada Roe + Ben Poe + Cora 2020-07-10/2020-07-20"},
        ),
    ],
)
def test_births_told_in_a_row(claims_of, text, events):
    assert told(claims_of(text), "event") == events


def test_the_line_of_a_child_dates_no_birth_by_the_rest_of_the_life(claims_of):
    text = "Ada Roe and Ben Poe had two children:\n\n- Carl Poe, a priest, 1841 to 1893.\n- Dora Poe, 3 May 1845"
    births = [claim for claim in claims_of(text) if claim.type == "child_born"]
    assert {(claim.people[-1].name, claim.when and claim.when.edtf) for claim in births} == {
        ("Carl Poe", None),
        ("Dora Poe", "1845-05-03"),
    }


def test_refused_proposal_is_no_engagement(claims_of):
    assert told(claims_of("In 2012 Ben Poe proposed, and Ada Roe said no."), "event") == set()


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Ada Roe met Ben Poe. By the summer of 1938 the two were lovers.", {"dating Ada Roe + Ben Poe ../1938-08"}),
        ("Ada Roe met Ben Poe. In 1938 the two were neighbours.", set()),
    ],
)
def test_two_are_said_to_be_lovers(claims_of, text, states):
    assert told(claims_of(text), "state") == states


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ada Roe said that she was born in 1900.", "born Ada Roe 1900"),
        ("Ada Roe always said that she was born in 1900.", "born Ada Roe 1900 reported"),
        ("Ada Roe liked to say that she was born in 1900.", "born Ada Roe 1900 reported"),
    ],
)
def test_what_somebody_used_to_say_is_reported(claims_of, text, event):
    assert told(claims_of(text), "event") == {event}


ITEMS = "\n\n- Carl Roe (1851–1920), a baker\n- Dora Roe\n"


@pytest.mark.parametrize(
    ("introduction", "is_birth", "parents"),
    [
        ("Ben Roe married Ada Poe, daughter of Cy Poe. They had the following children:", True, "Ada Ben"),
        ("Ben Roe married Ada Poe, daughter of Cy Poe, by whom he had two children:", True, "Ada Ben"),
        ("Ben Roe married Ada Poe, daughter of Cy Poe. Their children were:", False, "Ada Ben"),
        ("Ben Roe married Ada Poe in 1850.\n\nIssue:", False, "Ada Ben"),
        ("Ben Roe and Ada Poe ran a shop. Ben Roe had two children:", True, "Ben"),
        ("Ben Roe married Ada Poe in 1850. They taught the following pupils:", False, ""),
        ("Ben Roe married Ada Poe in 1850. She was the eldest daughter of Cy Poe.", False, ""),
    ],
)
def test_list_of_children_is_of_the_couple_told_before(claims_of, introduction, is_birth, parents):
    claims = claims_of(introduction + ITEMS)
    for type_ in ("parent_of", "child_born"):
        families = [each.people for each in claims if each.type == type_]
        found = {
            (child.name, parent.name.split()[0])
            for people in families
            for child in people
            for parent in people
            if (child.role, parent.role) == ("child", "parent") and child.name in ("Carl Roe", "Dora Roe")
        }
        told = set(parents.split()) if is_birth or type_ == "parent_of" else set()
        assert found == {(child, parent) for child in ("Carl Roe", "Dora Roe") for parent in told}


@pytest.mark.parametrize(
    ("between", "mark", "parents"),
    [
        ("", "2.", {"Ada", "Ben"}),
        ("He married Eva Zed, and had issue a son:\n\nDan Roe was a baker.", "2.", {"Ada", "Ben"}),
        ("\n\nCarl Roe married Eva Zed. They had the following children:", "1.", {"Carl", "Eva"}),
        ("\n\nCarl Roe married Eva Zed. They had the following children:", "3.", {"Carl", "Eva"}),
    ],
)
def test_what_is_numbered_on_goes_on(claims_of, between, mark, parents):
    lead = "Ben Roe married Ada Poe. They had the following children:\n\n1. Carl Roe was a cook. "
    claims = claims_of(f"{lead}{between}\n\n{mark} Dora Roe was a poet.\n")
    of_dora = [each.people for each in claims if each.type == "parent_of" and each.people[-1].name == "Dora Roe"]
    assert {each.name.split()[0] for people in of_dora for each in people if each.role == "parent"} == parents


@pytest.mark.parametrize(
    ("text", "living"),
    [
        ("Ada Roe lives with her boyfriend Ben Poe in York.", True),
        ("Ada Roe and her boyfriend Ben Poe share a home in York.", True),
        ("Ada Roe moved in with Ben Poe in May. They had been dating for a year.", True),
        ("Ada Roe shared a flat with Ben Poe in York.", False),
        ("Ada Roe and her sister Bea Roe lived together in York.", False),
        ("Ada Roe moved into a small house with Ben Poe, whom she met at college.", False),
    ],
)
def test_two_who_share_a_home_are_a_couple_only_where_it_is_told(claims_of, text, living):
    assert any(claim.type in ("moved_in", "living_together") for claim in claims_of(text)) is living


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        (
            "Ben Poe was married to Ada Roe from 1998 to 2005 and to the baker Eva Foe from 2009 to 2017.",
            {"Ada Roe": ("1998", "2005"), "Eva Foe": ("2009", "2017")},
        ),
        (
            "Ben Poe dated Ada Roe from 1998 until 2005 and Eva Foe from 2009 to 2011.",
            {"Ada Roe": ("1998", "2005"), "Eva Foe": ("2009", "2011")},
        ),
        (
            "Ben Poe was married to Ada Roe from 1998 to 2005, and to actress Eva Foe, a singer, from 2009 to 2017.",
            {"Ada Roe": ("1998", "2005"), "Eva Foe": ("2009", "2017")},
        ),
    ],
)
def test_each_of_several_relations_has_its_own_stretch(claims_of, text, stretches):
    states = [each for each in claims_of(text) if each.kind == "state"]
    found = {next(one.name for one in each.people if one.name != "Ben Poe"): each for each in states}
    assert {name: (str(each.start), str(each.end)) for name, each in found.items()} == stretches


def test_two_whom_an_unknown_he_married_did_not_wed_each_other(claims_of):
    claims = claims_of("He was married to Ada Roe in 1925 and to Eva Foe in 1932. Ben Poe died in 1977.")
    assert not [each for each in claims if {one.name for one in each.people} == {"Ada Roe", "Eva Foe"}]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ada Roe and Ben Poe divorced in 2018. They are dating again, Ada said on 4 May 2020.", "2020-05-04"),
        ("Ada Roe and Ben Poe divorced in 2018. They were dating again, Ada said on 4 May 2020.", "../2020-05-04"),
    ],
)
def test_what_goes_on_holds_on_the_day_on_which_it_is_said(claims_of, text, held):
    assert [str(each.when) for each in claims_of(text) if each.type == "dating"] == [held]

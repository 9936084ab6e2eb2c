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


ENGAGED = "Tina Roe ended her engagement to the player Ben Fry in April 2019. He and Kate Cave"
WIFE = "Kate Cave was the wife of Jay Cole for six years."
NEW = "Neil Joss kissed his new girlfriend Lisa Hall. The rumours come after Neil's ex-wife Carla Joss liked a picture."
FRIEND = "Ada Hart posed with her friend Dora Lane. Ben Roe and Ada Hart married in 2019. Ada went out with Dora. "
PROUD = "Phil Shaw is an actor. Phil Shaw wants to avoid a fight with Stella Shaw. Phil Shaw is said to dread a fight"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # a parting told beside a new love is that of the one who loves anew, not of the name just before it
        ("Nell Barr began dating actor Kim Stone after her split from Owen Pike.",
         "separated Nell Owen", "separated Kim Owen"),
        ("Owen Pike began dating actress Nell Barr after her split from Carl Stone.",
         "separated Carl Nell", "separated Carl Owen"),
        ("Cara Dell is the ex of Asha Bent. They split in 2019. Asha began dating rapper Carl Eames after their split.",
         "separated Asha Cara", "separated Asha Carl"),
        ("Ryan Locke and his wife Kay have a son. Ryan went to see his father Steve Locke, "
         "who married a woman called Nora Lane after their divorce.", "married Nora Steve", "divorced Kay Ryan"),
        # who dated from one year to another are a couple, nearer than the spouses told of before
        ("On screen Ben Roe weds the spy Lise Hart, his wife. Off screen, Nell Barr and Owen Pike dated from 2015 to "
         "2017. They broke up in 2017.", "separated Nell Owen", "separated Ben Lise"),
        # two descriptions together are the couple, and the second is nobody beside
        ("Ada Wick and Ben Roe were secretly engaged in 1837. Otto Wick refused his consent. The pianist and the "
         "composer tied the knot in Leeds in 1840.", "married Ada Ben", "married Ada Otto"),
        # whose wife is divorced
        (f"{PROUD} like that of his friend Adam Poe, who divorced his wife Lisa Hart in 2019.",
         "married Adam Lisa", "married Lisa Phil"),
        # "his girlfriend" tells that the broadcaster is a man
        ("Lena Moss was linked to Roy Kemp. It came after the broadcaster split from his girlfriend Anne Fleury.",
         "separated Anne Roy", "separated Anne Lena"),
        # who parts from somebody is the partner of that one
        (f"{ENGAGED} announced their split in May 2019. {WIFE}",
         "separated Jay Kate", "separated Ben Kate"),
        (f"{ENGAGED} married in May 2019. {WIFE}",
         "married Ben Kate", "separated Ben Kate"),
        # who dies is of no new couple, but of the one that is looked back to
        ("Ida Roth married Tom Hall, who died in 1937. In 1946 she met Sam Oye, a baker, and they married in 1947.",
         "married Ida Sam", "widowed Ida Sam"),
        ("Tom Hall wed Ida Roth in 1930. He died in 1937. In 1946 she met Sam Oye. The couple had a son, Max.",
         "child_born Ida Max Sam", "child_born Ida Max Tom"),
        ("Ida Roth met Sam Oye in 1930. Tom Hall and Ida were a couple. Tom died in 1937. They had wed in 1935.",
         "married Ida Tom", "married Ida Sam"),
        # exes are no couple that a text goes on about, but may have parted
        ("Kay Hill is dating Tom Rowe. Kay saw her ex-husband Gus Hill last week. The couple moved in together.",
         "moved_in Kay Tom", "moved_in Gus Kay"),
        ("Kay Hill is dating Tom Rowe. Kay saw her ex-husband Gus Hill last week. The couple divorced in June.",
         "divorced Gus Kay", "divorced Kay Tom"),
        # a new union is that of the couple told before, not of exes told beside
        ("Ida Roth and Max Oye have welcomed a boy. Max has a son, Cal, with his ex-wife Dora Lane. The couple wed in "
         "June.", "married Ida Max", "married Dora Max"),
        ("Ida Roth is engaged to Max Oye. Ida ended a romance with Cal Poe last year. Max parted from Dora Lane in "
         "2015. The couple wed in June.", "married Ida Max", "married Dora Max"),
        # but what exes have had together goes on
        ("Ida Roth is engaged to Max Oye. Max is on good terms with his ex-wife Dora Lane. They wed in 2010 before "
         "splitting in 2015.", "married Dora Max", "married Ida Max"),
        # father and daughter are no newlyweds
        ("Ida Roth and Max Oye swapped vows in May. Ida wore the ring of her father. The newlyweds met in 2015.",
         "met Ida Max", "met Ida father"),
        # a new union is told by whom one leaves another for, and by a civil partnership
        ("In 1904 Ida Roth wed Max Oye. In 1913 she left Oye for the poet Cal Poe. They married in 1920 in Bonn.",
         "married Cal Ida", "living_together Ida Max"),
        ("Ida Roth was in a relationship with Max Oye. In 2005 she entered into a civil partnership with Dora Lane. "
         "They moved in together in 2009.", "moved_in Dora Ida", "moved_in Ida Max"),
        ("Ida Roth formed a civil partnership with Dora Lane in 2005.",
         "married Dora Ida", "worked_together Dora Ida"),
        # a child is of its parent's marriage, not of its own
        ("Hall's youngest son, Cal, from his second marriage to Dora Lane, sings. Ben Hall is an actor.",
         "married Ben Dora", "married Cal Dora"),
        ("Ida Roth and Ben Hall have twins, who join Roth's daughter Bea, 11, from her first marriage to Cal Poe.",
         "married Cal Ida", "married Cal daughter"),
        ("Max Oye and Ida Roth wed on Sunday. The bride's brother, Cal Roth, sang, while the groom's daughter from his "
         "marriage to Dora Lane was the flower girl.", "married Ida Max", "married Cal Dora"),
        # one's own wife is lost
        ("Cal Poe spoke to Ben Hall about love after the actor lost his wife Dora in 2012.",
         "married Ben Dora", "married Cal Dora"),
        # a noun tells whether both are women
        ("Lena Moss came with her fiancé Roy Kemp. Her friend is Cara Dell. The two women met in 2015.",
         "engaged Lena Roy", "met Lena Roy"),
        # who have ended a marriage are no two who are together now
        (f"{NEW} Neil shared it with Lisa. And Carla liked the post. The couple's six-year marriage ended in 2018.",
         "separated Carla Neil", "separated Lisa Neil"),
        (f"{NEW} Neil shared it with Lisa. The couple have split after a year.",
         "separated Lisa Neil", "reconciled Carla Neil"),
        # lovers are meant rather than friends
        (f"{FRIEND}They wed in Leeds.", "married Ada Ben", "married Ada Dora"),
        # a calling that is no word for people
        ("Lily Ahl had a romance with Carl Berg in 1965. Lily and Carl quarrelled. "
         "Ahl married real estate developer Dan Sanders in 1985, and they divorced in 1990.",
         "divorced Dan Lily", "divorced Carl Lily"),
        # who bears the family name and was named before, not whoever is named behind
        ("Kelly Dodge is a singer. Dodge wed Rick Lane in 2019. Mike Dodge cooks. Mike Dodge paints. Kelly sang.",
         "married Kelly Rick", "married Mike Rick"),
        # a bracket behind a name
        ("Greta Reich led the revolt against Dora Stolz (she married a student, Ari Lane, in 1921).",
         "married Ari Dora", "married Ari Greta"),
        # a divorce that is the time of a wedding is another couple's
        ("Ben Fowler married Una Hale in 2012. Ben wed Jackie Bell on the morning that his divorce came through.",
         "divorced Ben Una", "divorced Ben Jackie"),
        ("Ben Fowler married Una Hale in 2012, but filed for divorce in 2014.",
         "divorce_filed Ben Una", "divorced Ben Una"),
        ("Jodie Kent split from Carl Hall in 2011. Jodie wed Dan Blake in 2014, but the marriage ended soon.",
         "separated Dan Jodie", "separated Dan Carl"),
        # kin walk down the aisle, too
        ("Kate Roe married Rio Fern in 2019. She walked down the aisle with her stepsons Carl and Tom.",
         "married Kate Rio", "married Carl Kate"),
        # children are nobody's partners
        ("Rob Hicks has two daughters, Mia, two, and Lola, 31. Mia began dating Carl Poe in 2014. Lola wed Ben Lane.",
         "married Ben Lola", "dating_began Carl Mia"),
        # who loves an ex now is another
        ("Peter Marsh was married to Lena Ortiz until 2009. His ex-wife now shares a flat in Turin with her boyfriend.",
         "divorced Lena Peter", "dating Lena Peter"),
        # who is told by what he did is nobody named before, unlike who is described by the way
        ("Cora Hind met Paul Pryce at a party in 2018. She has since become engaged to the architect who sued him.",
         "met Cora Paul", "engaged Cora Paul"),
        ("Cora Hind met Paul Pryce, an architect, in 2018. She is now engaged to the architect, who built her house.",
         "engaged Cora Paul", "engaged Cora architect"),
        # whose wife is told right behind a name and an age
        ("Friends Lotte Weiss and Joan Brook had boys on Monday. Weiss, 30, and her husband, Paul Kerr, named theirs "
         "Ada; Brook, 33, and her wife, Tina Vale, chose Bea.", "married Joan Tina", "married Lotte Tina"),
        # whom a widower weds has not died before
        ("Rosa Vogel married Leon Marks, whose wife had perished in the war.", "married Leon Rosa", "died Rosa"),
        ("Leon Marks married Rosa Vogel in 1947 two years after his wife had died.", "married Leon Rosa", "died Rosa"),
        ("Leon Marks married Rosa Vogel in 1947. After his wife's death in 1960, he left.", "died Rosa", "died wife"),
        ("Gustav Holm married the banker's daughter Aline Essen in 1891.", "married Aline Gustav", "married Gustav"),
        # of three who share a home, two are a couple only where one is told to be a wife or husband, others children
        ("Nora Hall lives in the farmhouse with Jacob Dale, whom she adopted in 2001, and his wife.",
         "married Jacob wife", "living_together Nora wife"),
        ("Debbie Bell lives in Leeds with her husband Steve Bell, son Josh, 15, and daughter Amy, 27.",
         "living_together Debbie Steve", "living_together Amy Debbie"),
        # nobody weds a daughter whom a new clause brings in
        ("At twenty Omar was married to a neighbour, Salma, and a daughter, Huda, was born within the year.",
         "married Omar Salma", "married Huda Omar"),
        ("Robert Ames lived for two years with the painter Ada Lind, by whom he had a daughter, Berta, afterwards the "
         "wife of the composer Otto Frank.", "married Berta Otto", "married Ada Otto"),
    ],
)  # fmt: skip
def test_love_is_told_of_the_right_two(told, text, right, wrong):
    found = told(text)
    assert wrong not in found
    assert right in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # two who are named only behind the word for them
        ("After going public with their romance, Ada Roe joined Ben Poe in York.", "went_public Ada Ben"),
        ("Just a week before they called it quits, Ada Roe and Ben Poe bought a dog.", "separated Ada Ben"),
        ("Ben Poe was devastated when Ada Roe ended their relationship in 2010.", "separated Ada Ben"),
        # whom the clause before is about, and who "who" means
        ("Ada Roe lives with Ben Poe, whom she met at school and married in 2010.", "married Ada Ben"),
        ("Eva Kay spoke to Ada Roe and Ben Poe, who have been together since 2010.", "dating Ada Ben"),
        ("Ada Roe and Ben Poe, who share a daughter, Mia, left.", "child_born Ada Ben Mia"),
        ("Ada Roe and her husband Ben Poe, who welcomed a daughter, Mia, left.", "child_born Ada Ben Mia"),
        # partners in two words
        ("Ada Roe posed with her other half Ben Poe.", "dating Ada Ben"),
        ("Ada Roe wed Ben Poe in 2010. Her other half had a son, Max, with Ada in 2012.", "child_born Ada Ben Max"),
        ("Ada Roe stepped out with her new man Ben Poe.", "dating Ada Ben"),
        # love told by a noun
        ("Ada Roe is single following a brief romance with Ben Poe.", "dating Ada Ben"),
        ("Ada Roe has had several affairs, including a romance with Ben Poe.", "dating Ada Ben"),
        # a marriage meant by what is said of it
        ("Ada Roe wed Ben Poe in 2004, a marriage that ended in divorce.", "divorced Ada Ben"),
        ("Ada Roe wed Ben Poe in 2004 but it ended in divorce.", "divorced Ada Ben"),
        ("Ada Roe, who moved to York to live with her boyfriend Ben Poe, sings.", "moved_in Ada Ben"),
        # what two went on to begin
        ("Ada Roe began dating Ben Poe in 2007 before marrying in York in 2010.", "married Ada Ben"),
        ("Ada Roe dated Ben Poe for five years before walking down the aisle.", "married Ada Ben"),
        ("Ada Roe got engaged to Ben Poe in 2007 and tied the knot in 2010.", "married Ada Ben"),
        ("Ada Roe met her husband Ben Poe in 2007 and got married in 2010.", "married Ada Ben"),
        # a child of both
        ("Ada Roe gave birth to Max, her first child with Ben Poe.", "child_born Ada Ben Max"),
        ("Ada Roe and Ben Poe announced the birth of Max, their first child.", "child_born Ada Ben Max"),
        ("Ada Roe shares custody of Mia with her ex Ben Poe.", "child_born Ada Ben Mia"),
    ],
)  # fmt: skip
def test_what_is_told_of_two_in_other_words(told, text, fact):
    assert fact in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe and Ben Poe, who shares a daughter, Mia, with Eva Kay, left.",
        "Ada Roe and Ben Poe share custody of their dog Rex.",
        "Ada Roe taught Ben Poe before marrying in 2010.",
        "Ada Roe, the wife of Ben Poe, moved out and lived with her mother.",
        "The other half of the house went to Ben Poe and Ada Roe.",
        "City's new man Ben Poe argued with Ada Roe.",
        "Ada Roe fears that it will end in divorce. Ben Poe is her brother.",
        "In the show Ben Poe plays the love interest of Ada Roe.",
    ],
)
def test_what_only_sounds_like_it_tells_no_more_of_two(told, text):
    assert not [each for each in told(text) if {"Ada", "Ben"} <= {*each.split()} and not each.startswith("married")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe was still married to Ben Poe in 2010.", "state 2010"),
        ("Ada Roe had an affair in 2010 while married to Ben Poe.", "state 2010"),
        ("When she met Carl Zed in 2010, Ada Roe was married to Ben Poe.", "state 2010"),
        ("Ada Roe was married to Ben Poe in 2010, when she met Carl Zed.", "event 2010"),
        ("Ada Roe was married to Ben Poe when she was sixteen, in 1810.", "event 1810"),
        ("Ada Roe and Ben Poe were married in 2010 while she was pregnant.", "event 2010"),
    ],
)
def test_day_in_a_marriage_is_not_that_of_the_wedding(claims_of, text, told):
    assert [f"{each.kind} {each.when.edtf}" for each in claims_of(text) if each.type == "married"] == [told]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # who is told by a clause for the first time, or named as who does it, is nobody spoken of before
        ("Ada Roe, who met Dunmore in 2017, got engaged to the sailor who rescued him.",
         "met Ada Dunmore", "engaged Ada Dunmore"),
        ("Owen Pike is dating Nell Barr. He was jilted by the singer Eva Lind in 2009.",
         "engagement_ended Eva Owen", "engagement_ended Nell Owen"),
        ("Owen Pike was engaged to Nell Barr. He was jilted in 2009.", "engagement_ended Nell Owen", "dating Eva Owen"),
    ],
)  # fmt: skip
def test_somebody_new_is_not_the_one_spoken_of(told, text, right, wrong):
    found = told(text)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ada Roe split from Ben Poe in 2018. The footballer is now dating Dora Finn.", {"Ben Poe", "Dora Finn"}),
        ("Ada Roe confirmed her split from Ben Poe. The retired footballer is now dating socialite Dora Finn.",
         {"Ben Poe", "Dora Finn"}),
        ("Ada Roe is in Leeds. The footballer is now dating Dora Finn.", {"Ada Roe", "Dora Finn"}),
    ],
)  # fmt: skip
def test_of_two_exes_a_word_for_neither_means_who_loves_the_other_gender(claims_of, text, pair):
    found = [{each.name for each in claim.people} for claim in claims_of(text) if claim.type == "dating"]
    assert found == [pair]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ada Roe and her sister Bea Roe married in 1950.", set()),
        ("Ben Roe grew up with his brother Max Roe. Ben and Max separated in 1920.", set()),
        ("Ada Roe and her mother Eva Roe split in 1920 after a row.", set()),
        ("Ada Roe and Bea Poe took pictures in York. Both women married in 1950.", set()),
        ("Ada Roe met Ben Poe in 2010. Both were engaged in 2012.", {"met"}),
        ("Ada Roe and Ben Poe married in 1950. Both are bakers.", {"married"}),
        ("Ada Roe and her sister Bea met in 1950.", {"met"}),
        ("Ada Roe's sister Bea and Ben Poe split in 1920.", {"separated"}),
    ],
)
def test_what_kin_or_both_do_by_themselves_is_no_love_of_theirs(timeline_of, text, types):
    assert {event.type for event in timeline_of(text).events} == types


@pytest.mark.parametrize(
    ("told_later", "with_whom"),
    [
        ("Before the year was out, Roe and Poe were a couple.", "Ada"),
        ("Before the year was out, Roe and Poe were a success.", "girlfriend"),
        ("Before the year was out, Roe and Dora Lane were a couple.", "Dora"),
    ],
)
def test_a_girlfriend_is_who_a_text_goes_on_to_call_one_of_a_couple(told, told_later, with_whom):
    text = "Ada Poe met Dora Lane and Ben Roe. The actor and his girlfriend moved into a house in York in May. "
    assert f"moved_in {' '.join(sorted((with_whom, 'Ben')))}" in told(text + told_later)


def test_who_has_a_wife_is_not_divorced_from_the_first_again(claims_of):
    claims = claims_of(
        "Ben Poe left his wife Cleo Roe for Ada Zed. Roe and Poe were divorced in 1959, and on 12 May 1959 he married "
        "Zed. She and Carl Foe fell in love early in 1962. Her divorce from Poe was finalised in March 1964."
    )
    divorces = {str(claim.when): {one.name for one in claim.people} for claim in claims if claim.type == "divorced"}
    assert divorces == {"1959": {"Ben Poe", "Cleo Roe"}, "1964-03": {"Ada Zed", "Ben Poe"}}


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        (
            "Ada Roe is dating Ben Poe. Ben is her boyfriend. Ada sang. She is Ben's second child.",
            0,
        ),
        ("Ben Poe married his sister Ada Roe in 1840.", 1),
    ],
)
def test_who_is_told_to_love_somebody_is_no_kin(claims_of, text, kin):
    assert (
        sum(claim.kind == "kin" for claim in claims_of(text) if "Ada Roe" in [one.name for one in claim.people]) == kin
    )


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ben Poe left his wife Ada Roe for his mistress.", "mistress of Ben Poe"),
        ("Ada Roe filed for divorce from Ben Poe after he fathered a child with his mistress.", "mistress of Ben Poe"),
        ("Ben Poe married Ada Roe in 2010. He lives with his mistress.", "mistress of Ben Poe"),
        # who was a mistress, or is nobody's wife
        ("Ben Poe married his mistress Ada Roe in 2010. Ben wrote to his mistress.", "Ada Roe"),
        ("Ben Poe had an affair with Ada Roe. His mistress lived in Leeds.", "Ada Roe"),
    ],
)
def test_a_mistress_is_not_the_wife(claims_of, text, whom):
    loved = [claim for claim in claims_of(text) if claim.found_by == "relation: mistress"]
    assert {each.name for claim in loved for each in claim.people} == {"Ben Poe", whom}

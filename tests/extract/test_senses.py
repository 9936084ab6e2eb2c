"""Words that tell of a couple elsewhere, and not here."""

import pytest


@pytest.fixture(scope="module")
def told(timeline_of):
    """The events and states of a text: type and first names, those that are shown as real."""

    def told(text: str) -> set[str]:
        timeline = timeline_of(text)
        return {
            " ".join([each.type, *sorted(one.name.split()[0] for one in each.people)])
            for each in (*timeline.events, *timeline.states)
            if each.status.is_real
        }

    return told


@pytest.mark.parametrize(
    ("text", "fact", "is_told"),
    [
        ("Ada Poe married Dan Roe in 2001. They parted in 2010. In 2012 Ada reunited with Dan.",
         "reconciled Ada Dan", True),
        ("Ada Poe married Dan Roe in 2001. They parted in 2010. In 2012 Ada reunited with Dan for the school concert.",
         "reconciled Ada Dan", False),
        ("Ada Poe married Dan Roe in 2001. They parted in 2010. In 2012 Ada reunited with Dan to watch the concert.",
         "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe split in 2010. In 2012 Ada reunited with her boyfriend Dan Roe.",
         "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe split in 2010. In 2012 Ada reunited with her ex-boyfriend Dan Roe.",
         "reconciled Ada Dan", True),
        ("Ada Poe is dating Dan Roe. They confirmed all is well in their romance.", "went_public Ada Dan", False),
        ("Ada Poe said she'd married Dan Roe in May 2010.", "married Ada Dan", True),
        ("Ada Poe said she'd marry Dan Roe in May 2010.", "married Ada Dan", False),
        ("Ada Poe began dating Dan Roe in 2019. Ada and Dan reunited in York last week after months apart.",
         "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe united in 1900 to fight for the mill.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe were united in marriage in 1900.", "married Ada Dan", True),
        ("In 1900 Ada Poe was united to Dan Roe.", "married Ada Dan", True),
        ("Dan Roe meddled in the affairs of Ada Poe.", "dating Ada Dan", False),
        ("Dan Roe looked after Ada Poe's affairs.", "dating Ada Dan", False),
        ("Dan Roe wrote of his affairs with Ada Poe and with Eva Moe.", "dating Ada Dan", True),
        ("The affair of Ada Poe and Dan Roe was in all the papers.", "dating Ada Dan", True),
        ("Ada Poe met Dan Roe. Dan showed his boat, and they laughed and pushed him to try again.",
         "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe cross paths on occasion.", "met Ada Dan", False),
        ("Ada Poe and Dan Roe crossed paths on one occasion in Leeds.", "met Ada Dan", True),
        ("Ada Poe met Dan Roe. In 1990 they accepted a proposal from the choirmaster.", "engaged Ada Dan", False),
        ("Ada Poe met Dan Roe. In 1990 she accepted his proposal.", "engaged Ada Dan", True),
        ("Ada Poe met Dan Roe at the railway station and took him to the mayor.", "met Ada Dan", False),
        ("Ada Poe met Dan Roe at the railway station and took a liking to him.", "met Ada Dan", True),
        ("Ada Poe and Dan Roe got engaged. They had to call it off due to the pandemic.", "engagement_ended Ada Dan",
         False),
        ("Ada Poe and Dan Roe got engaged. They had to call it off due to his debts.", "engagement_ended Ada Dan",
         True),
        ("Ada Poe dated Dan Roe, and Dan called it off in May.", "engagement_ended Ada Dan", False),  # they only dated
        ("Ada Poe began dating Dan Roe in 2010. He called it off in May. Her ex Dan sang.",
         "engagement_ended Ada Dan", False),
        ("Ada Poe dated Dan Roe. Dan and the singer Eva Lark were close, but the relationship fizzled out.",
         "separated Ada Dan", False),
        ("Ada Poe dated Dan Roe. Dan and Ada were close, but the relationship fizzled out.",
         "separated Ada Dan", True),
        ("Ada Poe wed Dan Roe. He proposed weeks after she moved in.", "moved_in Ada Dan", True),
        ("Ada Poe wed Dan Roe. He proposed weeks after she moved back in.", "moved_in Ada Dan", False),
        ("Ada Poe is engaged to Dan Roe. They live in a house in Leeds.", "living_together Ada Dan", True),
        ("Ada Poe and her boyfriend Dan Roe share a home in Leeds.", "living_together Ada Dan", True),
        ("Ada Poe and her boyfriend Dan Roe share a home in Leeds.", "moved_in Ada Dan", False),
        # whom one sees
        ("Ada Poe is seeing Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe has been seeing Dan Roe for two years.", "dating Ada Dan", True),
        ("Ada Poe was seeing Dan Roe after her divorce.", "dating Ada Dan", True),
        ("Ada Poe is seeing Dan Roe off at the airport.", "dating Ada Dan", False),
        ("Ada Poe is seeing Dan Roe for lunch.", "dating Ada Dan", False),
        ("Ada Poe is seeing Dan Roe this week.", "dating Ada Dan", False),
        ("Ada Poe will be seeing Dan Roe.", "dating Ada Dan", False),
        ("Ada Poe saw Dan Roe.", "dating Ada Dan", False),
        ("Ada Poe got together with Dan Roe for a reunion dinner.", "dating_began Ada Dan", False),
        ("Ada Poe moved on to Leeds with Dan Roe.", "dating_began Ada Dan", False),
        ("Ada Poe fell for Dan Roe.", "dating_began Ada Dan", False),  # did he for her?
        ("Ada Poe matched with Dan Roe on Bumble.", "met Ada Dan", False),  # and may never have met him
        ("Ada Poe bumped into Dan Roe on Monday.", "met Ada Dan", False),
        ("Ada Poe is engaged to Dan Roe. They live in separate countries.", "living_together Ada Dan", False),
        ("Ada Poe is engaged to Dan Roe. They live apart for now.", "living_together Ada Dan", False),
        ("The war forced Ada Poe and her fiancé Dan Roe to cancel their wedding.", "engagement_ended Ada Dan", False),
        ("Ada Poe and her fiancé Dan Roe called off their engagement.", "engagement_ended Ada Dan", True),
        ("Dan Roe was seen with his ex-wives, Ada Poe and Eva Lark.", "divorced Dan Eva", True),
        ("Ada Poe was seen with her girlfriends, Dora Foe and Eva Lark.", "dating Ada Eva", False),
        ("Ada Poe shared a picture of her husband-to-be Dan Roe.", "engaged Ada Dan", True),
        ("Ada Poe shared a picture of her husband-to-be Dan Roe.", "married Ada Dan", False),
        # some are kept apart, and have nothing to make up for
        ("Ada Poe and her boyfriend Dan Roe have been separated for months due to the pandemic.",
         "separated Ada Dan", False),
        ("Ada Poe and Dan Roe were separated by the war.", "separated Ada Dan", False),
        ("Ada Poe and Dan Roe were seen six feet apart and separated by a wall of glass.", "separated Ada Dan", False),
        ("Ada Poe and Dan Roe separated by mutual consent in 2010.", "separated Ada Dan", True),
        ("Ada Poe separated from her husband Dan Roe during the pandemic.", "separated Ada Dan", True),
        ("Ada Poe wed Dan Roe in 2001. They split in 2010. In 2012 Ada made up with Dan.", "reconciled Ada Dan", True),
        ("Ada Poe wed Dan Roe in 2001. They split in 2010. In 2012 Ada and Dan made up for lost time.",
         "reconciled Ada Dan", False),
        ("Ada Poe left Dan Roe in 1980. In May 1981 she took Dan back.", "reconciled Ada Dan", True),
        ("In May 1981 Carl Poe took Dan Roe back to Leeds.", "reconciled Carl Dan", False),
        ("Ada Poe wed Dan Roe in 2001. They split in 2010. In 2012 she went make-up free.",
         "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe wed in 1901. In 1910 Dan left his wife.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe wed in 1901. In 1910 Dan left his wife for a dancer.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe wed in 1901. In 1910 Dan left his wife and sons in Leeds.", "separated Ada Dan", False),
        ("Ada Poe and Dan Roe wed in 1901. In 1910 he had to leave his wife and son behind.",
         "separated Ada Dan", False),
        ("Ada Poe and Dan Roe wed in 1901. In 1910 Dan moved to Rome, leaving Ada behind.", "separated Ada Dan", False),
        ("Dan Roe died in 1920, leaving a wife, Ada Poe.", "separated Ada Dan", False),
        ("Dan Roe and his wife Ada Poe left for Leeds in 1920.", "separated Ada Dan", False),
        ("Ada Poe wed Dan Roe in 1901. The land he left his wife was poor.", "separated Ada Dan", False),
        ("Ada Poe wed Dan Roe in 1901. The day he left his wife was cold.", "separated Ada Dan", True),
        # friends and kin make up, too
        ("Ada Poe wed Dan Roe in 1901. In 1910 Ada reconciled with Dan.", "reconciled Ada Dan", True),
        ("Dan Roe quarrelled with Carl Poe. In 1910 Carl reconciled with Dan.", "reconciled Carl Dan", False),
        ("Ada Poe wed Dan Roe in 1901. In 1910 Dan was reconciled to his father.", "reconciled Ada Dan", False),
        # who are a couple are kept apart at most
        ("Ada Poe and Dan Roe have been separated since he sailed.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe have been dating since May and have been separated since he sailed.",
         "separated Ada Dan", False),
        # names of shows
        ("Ada Poe and Dan Roe are a Wed In Haste couple.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe are wed in haste.", "married Ada Dan", True),
        # sons are no brides; who boxed once may be a husband still
        ("Dan Roe married and had two sons, Max and Ben.", "married Dan Max", False),
        ("Dan Roe met and married Ada Poe in York.", "married Ada Dan", True),
        ("Ada Poe was seen with her former husband Dan Roe.", "divorced Ada Dan", True),
        ("Ada Poe was seen with her former boxer husband Dan Roe.", "divorced Ada Dan", False),
        ("Ada Poe was seen with her former NBA star husband Dan Roe.", "divorced Ada Dan", False),
        ("Ada Poe was seen with her former Olympian husband Dan Roe.", "divorced Ada Dan", False),
        ("Ada Poe was seen with her former boxer wife Eva Roe.", "married Ada Eva", True),
        ("Ada Poe was seen with her former long-term boyfriend Dan Roe.", "dating Ada Dan 2020-09-14", False),
        ("Ada Poe loved Dan Roe. Her former partner Dan called it quits from Eva Lark in May.",
         "separated Ada Dan", False),
        ("Dan Roe asked Ada Poe to be his wife.", "married Ada Dan", False),
        ("Dan Roe asked Ada Poe, who is his wife.", "married Ada Dan", True),
        # who looks on at a wedding weds nobody; what an actress is known for is no name of hers
        ("Ada Poe tied the knot with Dan Roe in 2012.", "married Ada Dan", True),
        ("Ada Poe and the singer tied the knot in 2012, with her friend Eva Lark presiding.", "married Ada Eva", False),
        ("The Anna Gray star and the singer tied the knot, with Eva Lark's friend Dan Roe presiding.",
         "married Anna Dan", False),
        ("Ada Poe and Dan Roe had booked to wed in 2012.", "married Ada Dan", False),
        # viewers dump, too
        ("Ada Poe dated Dan Roe in 2018, but she was dumped in May.", "separated Ada Dan", True),
        ("Ada Poe dated Dan Roe in 2018, but she was dumped from the island in May.", "separated Ada Dan", False),
        # two who worked with each other are no couple
        ("Dan Roe met Eva Poe in 1901. In 1910 he ended his relationship with Eva.", "separated Dan Eva", True),
        ("Dan Roe met Eva Poe in 1901. In 1910 he ended his professional relationship with Eva.",
         "separated Dan Eva", False),
        ("Dan Roe met Eva Poe in 1901. In 1910 he ended his professional relationship with Eva.",
         "dating Dan Eva", False),
        # what is proposed may be anything
        ("Ada Poe and Dan Roe dated for a year. He proposed in Rome.", "engaged Ada Dan", True),
        ("Ada Poe and Dan Roe dated for a year. She liked the moment he proposed.", "engaged Ada Dan", True),
        ("Ada Poe and Dan Roe dated for a year. He proposed that they should write a book.", "engaged Ada Dan", False),
        ("Ada Poe and Dan Roe dated for a year. She liked the plan he proposed.", "engaged Ada Dan", False),
        ("Dan Roe proposed to Ada Poe in 1920.", "engaged Ada Dan", True),
        ("Dan Roe proposed two plans to Ada Poe in 1920.", "engaged Ada Dan", False),
        # who marries two others marries neither
        ("Ada Poe loved Dan Roe. In 1850 the priest Carl Foe married the couple.", "married Ada Dan", True),
        ("Ada Poe loved Dan Roe. In 1850 the priest Carl Foe married the couple.", "married Ada Carl", False),
        # friends make up
        ("Ada Poe and Dan Roe split in 2010. In 2012 Ada made up with Dan.", "reconciled Ada Dan", True),
        ("Dan Roe told Carl Poe off in 2010. In 2012 Carl made up with Dan.", "reconciled Carl Dan", False),
        # a filing is no divorce
        ("Ada Poe filed to divorce her husband Dan Roe in May 2012.", "divorce_filed Ada Dan", True),
        ("Ada Poe filed to divorce her husband Dan Roe in May 2012.", "divorced Ada Dan", False),
        ("Ada Poe intends to stay in Leeds despite splitting from her husband Dan Roe.", "separated Ada Dan", True),
        ("Ada Poe intends to stay in Leeds, splitting from her husband Dan Roe.", "separated Ada Dan", False),
        # of "a relationship" nobody says whose it was
        ("Ada Poe wed Dan Roe in 2001. Last summer Ada ended the relationship.", "separated Ada Dan", True),
        ("Ada Poe wed Dan Roe in 2001. Ada had ended a long relationship before.", "separated Ada Dan", False),
        ("Ada Poe and Dan Roe appeared in Hearts of Oak in 2001.", "worked_together Ada Dan", True),
        ("Ada Poe and Dan Roe appeared in good spirits.", "worked_together Ada Dan", False),
        ("Ada Poe and Dan Roe worked on a film in 2001.", "worked_together Ada Dan", True),
        ("Ada Poe and Dan Roe worked on their marriage.", "worked_together Ada Dan", False),
        # a relationship may be one of friends or kin
        ("Ada Poe had a relationship with Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe had a close relationship with Dan Roe.", "dating Ada Dan", False),
        ("Ada Poe had a close relationship with her aunt Eva Lark.", "dating Ada Eva", False),
        ("Ada Poe spoke of her relationship with Dan Roe.", "dating Ada Dan", False),
        ("Ada Poe spoke of her romantic relationship with Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe wrote of her five-year relationship with Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe has confirmed her relationship with Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe enjoyed a romance with Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe and Dan Roe were sweethearts.", "dating Ada Dan", True),
        ("Ada Poe and Dan Roe were friends.", "dating Ada Dan", False),
        ("Ada Poe has been together with Dan Roe for years.", "dating Ada Dan", True),
        ("Ada Poe was spotted out on Friday as she enjoyed some time together with her baby daughter and her mother "
         "Eva Lark.", "dating Eva daughter", False),
        ("Ada Poe ran with her partner Dan Roe.", "dating Ada Dan", True),
        ("Ada Poe ran with her running partner Dan Roe.", "dating Ada Dan", False),
        # an ex without an owner is that of who has a part with them
        ("Dan Roe shares a son with ex Ada Poe.", "separated Ada Dan", True),
        ("Ada Poe was joined by ex Dan Roe.", "separated Ada Dan", True),
        ("Ada Poe heard of Eva Lark's ex Dan Roe.", "separated Ada Dan", False),
        # two who live somewhere may be kin or friends
        ("Ada Poe lives with Dan Roe.", "living_together Ada Dan", True),
        ("Ada Poe lives with the writer Dan Roe.", "living_together Ada Dan", True),
        ("As a boy Dan Roe lived with his uncle Carl Poe.", "living_together Carl Dan", False),
        ("Dan Roe married Ada Poe in 1901. They lived in Leeds.", "living_together Ada Dan", True),
        ("Dan Roe met Carl Poe in 1901. They lived in Leeds.", "living_together Carl Dan", False),
        ("Dan Roe wed Ada Poe in 1901. Dan and his family resided in Leeds.", "living_together Ada Dan", False),
        ("Dan Roe married Ada Poe in 1901. They reside in Leeds.", "living_together Ada Dan", True),
        ("Dan Roe married Ada Poe in 1901. They both reside in Leeds.", "living_together Ada Dan", False),
        ("Dan Roe met Carl Poe in 1901. They reside in Leeds.", "living_together Carl Dan", False),
        ("Dan Roe married Ada Poe in 2011. She is isolating with her husband Dan.", "living_together Ada Dan", True),
        ("Dan Roe married Ada Poe in 2011. They spent lockdown in Leeds.", "living_together Ada Dan", True),
        ("Dan Roe married Ada Poe in 2011. The film was made at their home in Leeds.", "living_together Ada Dan", True),
        ("Dan Roe married Ada Poe in 2011. They sold their home in Leeds.", "living_together Ada Dan", False),
        ("Dan Roe married Ada Poe in 2011. Both stayed in their respective homes.", "living_together Ada Dan", False),
        ("Dan Roe met Carl Poe in 2011. The film was made at their home in Leeds.", "living_together Carl Dan", False),
        # hair is parted, too; two who met are no couple to part
        ("Ada Poe has been married to Dan Roe since 2001. She had her hair parted in the middle.",
         "separated Ada Dan", False),
        ("Dan Roe met Carl Poe at school. Dan kept away from the band after splitting.", "separated Carl Dan", False),
        ("Dan Roe wed Ada Poe in 2001. Dan moved away after splitting.", "separated Ada Dan", True),
        # how two look is no work of theirs
        ("Ada Poe appeared with Dan Roe in the film.", "worked_together Ada Dan", True),
        ("Ada Poe and Dan Roe appeared to be happy.", "worked_together Ada Dan", False),
        # two children are no couple
        ("Ada Poe lived with Dan Roe from 2001 to 2005. They had two children, Max and Mia. The couple separated.",
         "separated Ada Dan", True),
        ("Ada Poe lived with Dan Roe from 2001 to 2005. They had two children, Max and Mia. The couple separated.",
         "separated Max Mia", False),
        # friends are ditched, too
        ("Ada Poe had dated Dan Roe since 2001. She ditched Dan.", "separated Ada Dan", True),
        ("Ada Poe ditched her pal Eva Lark to see a film.", "separated Ada Eva", False),
        # one may move alone
        ("Ada Poe split from Dan Roe in 2019, her husband since 2001. She has since moved into a home in Leeds.",
         "moved_in Ada Dan", False),
        # one of two who stand together
        ("He worked for Ada Poe and Dan Roe, who was later involved in the club.", "dating Ada Dan", False),
        ("He worked for Ada Poe and Dan Roe, who were a couple.", "dating Ada Dan", True),
        ("Dan Roe became a founder partner of Ada Poe.", "dating Ada Dan", False),
        ("In 1841 Dan Roe and his partner Ada Poe sold the ship.", "dating Ada Dan", False),
        ("In 2001 Dan Roe and his partner Ada Poe sold the ship.", "dating Ada Dan", True),
        # death parts nobody who wanted to part; armies are deserted, too
        ("Dan Roe wed Ada Poe in 1931. The marriage ended in 1950.", "separated Ada Dan", True),
        ("Dan Roe wed Ada Poe in 1931. The marriage ended with her death in 1950.", "separated Ada Dan", False),
        ("Dan Roe wed Ada Poe in 1931. They separated after the death of their son.", "separated Ada Dan", True),
        ("Dan Roe wed Ada Poe in 1931. The marriage ended long before his death in 1960.", "separated Ada Dan", True),
        ("Dan Roe wed Ada Poe in 1931. He deserted her in 1944.", "separated Ada Dan", True),
        ("Dan Roe wed Ada Poe in 1931. Dan and Ada deserted from the army.", "separated Ada Dan", False),
        ("Carl Poe is accused of the assassination of Dan Roe.", "died Dan", True),
        ("Ada Poe mourned the death of her daughter Mia.", "died Mia", True),
        ("Ada Poe missed a day following the death of her daughter Mia's half-sister Dora Foe at the age of 33.",
         "died Mia", False),
        ("Carl Poe is accused of plotting the assassination of Dan Roe.", "died Dan", False),
        # partners in trade
        ("Dan Roe was Ada Poe's partner in a shipping firm.", "dating Ada Dan", False),
        ("Dan Roe was Ada Poe's partner in life.", "dating Ada Dan", True),
        ("In 1971 Dan Roe sold the mine through his partner Carl Poe.", "dating Carl Dan", False),
        ("In 2011 Dan Roe sold the mine through his partner Carl Poe.", "dating Carl Dan", True),
        # people are involved, and engaged, in much else
        ("In 1961 Ada Poe became romantically involved with Dan Roe.", "dating_began Ada Dan", True),
        ("In 1961 Ada Poe became commercially involved with Dan Roe.", "dating_began Ada Dan", False),
        ("Ada Poe said that she had been involved with Dan Roe, who sold arms.", "dating Ada Dan", False),
        ("Ada Poe and Dan Roe became engaged in 1961.", "engaged Ada Dan", True),
        ("Ada Poe and Dan Roe engaged in a series of debates.", "engaged Ada Dan", False),
        ("Ada Poe dated Dan Roe in 1961. In 1962 she became engaged with art.", "engaged Ada Dan", False),
        # what is back, up or out by itself
        ("Ada Poe and Dan Roe split in 2010. In 2012 Ada took Dan back.", "reconciled Ada Dan", True),
        ("Ada Poe and Dan Roe split in 2010. They showed photos, taken in a back yard.", "reconciled Ada Dan", False),
        ("Ada Poe and Dan Roe split in 2010. They shared a flat, made up of two rooms.", "reconciled Ada Dan", False),
        ("Ada Poe dated Dan Roe. In 1941 Ada walked out on Dan.", "separated Ada Dan", True),
        ("At the rehearsal in 1941 Ada Poe and Dan Roe walked out.", "separated Ada Dan", False),
        # parents, children and their partners share a home as kin
        ("Ada Poe adopted Dan in 1950. Now Ada Poe lives with Dan in Leeds.", "living_together Ada Dan", False),
        ("Cora Foe is the wife of Dan Roe. Dan's daughter, Ada, lives with Cora Foe.",
         "living_together Ada Cora", False),
        ("Dan Roe is the son of Cora Foe. Dan Roe lives with Ada Poe.", "living_together Ada Dan", True),
        # two who play for a country are not on one stage
        ("Ada Poe and Dan Roe played for Sweden.", "worked_together Ada Dan", False),
        ("Ada Poe and Dan Roe played in the film The Mill.", "worked_together Ada Dan", True),
        ("Ada Poe dated Dan Roe. In 1941 Ada walked through the bombed-out town.", "separated Ada Dan", False),
        # weddings that are talked of, or barred
        ("In 1329 the king began negotiations about Ada Poe's marriage to Dan Roe.", "married Ada Dan", False),
        ("Her mother vetoed any marriage between Ada Poe and Dan Roe.", "married Ada Dan", False),
        ("Her mother blessed the marriage between Ada Poe and Dan Roe.", "married Ada Dan", True),
        ("Ada Poe was the Queen consort of Dan Saarn.", "married Ada Dan", False),
        ("Ada Poe was the Queen consort of Emperor Dan.", "married Ada Emperor", True),
        ("Ada Poe (1850–1901), Queen Consort to Dan IV of Rhune.", "married Ada Dan", True),
        ("Ada Poe was the consort of Dan Saarn.", "married Ada Dan", True),
        ("Dan Roe became the operating partner of Ada Poe.", "dating Ada Dan", False),
        ("Dan Roe became the partner of Ada Poe.", "dating Ada Dan", True),
        # whose wife it is: the last one's of a row, but of two sisters the first one's
        ("Eva Foe's guests were her mother Mia Lark, her sister Ada Poe, wife of Dan Roe, and others.",
         "married Ada Dan", True),
        ("Eva Foe's guests were her mother Mia Lark, her sister Ada Poe, wife of Dan Roe, and others.",
         "married Dan Mia", False),
        ("Ada Poe and Dan Roe split in 2010. The rower was married to Ada Poe in 2004.", "married Ada Dan", True),
        ("Ada Poe and Dan Roe split in 2010. The rower was married to his ex in 2004.", "married Ada Dan", False),
        # his brother's wife, perhaps
        ("Dan Roe was joined by his brother Max Roe, his wife Ada Poe and their son.", "married Ada Dan", False),
        ("Dan Roe was joined by his mother Mia Roe, his wife Ada Poe and their son.", "married Ada Dan", True),
        # seen beside a man she has a son, with whomever
        ("Dan Roe, seen with City boss Ada Poe, has a son. His girlfriend lives in Leeds.", "dating Ada Dan", False),
        ("Dan Roe shares a son with Ada Poe. His girlfriend lives in Leeds.", "dating Ada Dan", True),
        # the magazine
        ("People reported in May that Ada Poe had split from her husband Dan Roe.", "separated Ada Dan", True),
        ("People reported in May that the actor had split from Ada Poe.", "separated Ada People", False),
        # who talks with somebody, or sees them again, does not get to know them
        ("Ada Poe met Dan Roe in May 2010.", "met Ada Dan", True),
        ("Ada Poe met Dan Roe again in May 2010.", "met Ada Dan", False),
        ("In 1990 Ada Poe met with the mayor Dan Roe.", "met Ada Dan", False),
        ("Ada Poe met Dan Roe to discuss the mill.", "met Ada Dan", False),
        ("Ada Poe first met Dan Roe to discuss the mill.", "met Ada Dan", True),
        ("Carl Foe suggested that Ada Poe meet Dan Roe.", "met Ada Dan", False),
        ("Carl Foe wrote the play _Ada Poe Meets Dan Roe_ in 1990.", "met Ada Dan", False),
        # what people do, and how they love
        ("Ada Poe and Dan Roe met in 1990. They are engaged in trade.", "engaged Ada Dan", False),
        ("Ada Poe and Dan Roe met in 1990. They are engaged in secret.", "engaged Ada Dan", True),
    ],
)  # fmt: skip
def test_words_of_love_that_tell_of_something_else(told, text, fact, is_told):
    assert (fact in told(text)) == is_told


def test_life_in_brackets_is_told_whatever_the_sentence_says(told):
    assert {"born Dan", "died Dan"} <= told("Some think that Ada Poe may have copied Dan Roe (1791-1867).")


def test_day_behind_a_semicolon_is_that_of_a_picture(timeline_of):
    text = "Ada Poe and Dan Roe share a son, Ben; Ada and Dan in May 2019."
    assert {each.type: each.when for each in timeline_of(text).events} == {"child_born": None}


def test_titles_in_a_list_are_no_children(timeline_of):
    text = "Ada Poe had three children:\n\n-   Ben Roe (1880)\n-   _Carla Roe_ (1882)\n"
    children = {one.name for each in timeline_of(text).kin for one in each.people if one.role == "child"}
    assert children == {"Ben Roe"}


@pytest.mark.parametrize(
    ("text", "fact", "is_told"),
    [
        ("Ada Poe married Dan Roe in 2010 after meeting in York.", "met Ada Dan", True),
        ("Ada Poe began dating Dan Roe after meeting at a party in May.", "met Ada Dan", True),
        ("Ada Poe had a romance with Dan Roe for two years after meeting on set.", "met Ada Dan", True),
        ("Ada Poe met and fell in love with Dan Roe in 2015.", "met Ada Dan", True),
        # somebody else is met, or by somebody of whom no couple is told
        ("Ada Poe married Dan Roe in 2010 after meeting fans in York.", "met Ada Dan", False),
        ("Ada Poe divorced Dan Roe in 2010 after meeting with lawyers.", "met Ada Dan", False),
        ("Ada Poe left her job after meeting in York. She married Dan Roe in 2010.", "met Ada Dan", False),
        # a caption's label is nobody
        ("Happy pair: Ada Poe and Dan Roe wed in 2017.", "married Ada Dan", True),
        # what is done to death, and what is not
        ("Ben Roe shot dead Ada Poe in 1980.", "died Ada", True),
        ("Ada Poe was stabbed to death in 1980.", "died Ada", True),
        ("Ben Roe shot Ada Poe in 1980.", "died Ada", False),
        ("Ada Poe was frightened to death in 1980.", "died Ada", False),
        # a decision of two to part has been taken
        ("Ada Poe and Dan Roe have made the decision to separate.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe have made the decision to marry.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe plan to separate.", "separated Ada Dan", False),
    ],
)  # fmt: skip
def test_what_words_beside_tell(told, text, fact, is_told):
    assert (fact in told(text)) is is_told


def test_staying_married_until_a_year_is_no_wedding_of_that_year(claims_of):
    claims = claims_of("Ada Poe and Dan Roe remained married until the death of Dan in 1875.")
    assert [claim.kind for claim in claims if claim.type == "married"] == ["state"]
    claims = claims_of("Ada Poe and Dan Roe were married in 1875.")
    assert [claim.kind for claim in claims if claim.type == "married"] == ["event"]


def test_who_takes_his_wife_somewhere_weds_nobody(timeline_of):
    def weddings(text):
        return [each.when.edtf for each in timeline_of(text).events if each.type == "married" and each.when]

    assert weddings("In 2010 Dan Roe took his wife Ada Poe with him to Rome.") == []
    assert weddings("In 2010 Dan Roe took a second wife, Ada Poe.") == ["2010"]
    assert weddings("In 2010 Dan Roe took his second wife, Ada Poe.") == ["2010"]


@pytest.mark.parametrize(
    ("text", "are_lovers"),
    [
        ("Ada Roe and Ben Poe had a brief romance in 2018.", True),
        ("Ada Roe and Ben Poe had an on-off relationship.", True),
        ("Ada Roe met Ben Poe in 2006. They had a secret relationship.", True),
        ("Ada Roe and Ben Poe had a turbulent relationship.", False),
        ("Ada Roe and her father Carl Roe had a brief relationship.", False),
    ],
)
def test_who_had_a_romance_were_lovers(claims_of, text, are_lovers):
    told = [claim for claim in claims_of(text) if claim.type == "dating" and len(claim.people) == 2]
    assert bool(told) == are_lovers


@pytest.mark.parametrize(
    ("words", "is_told"), [("following claims that he had lied to her", True), ("the money and their friends", False)]
)
def test_what_a_parting_follows_is_not_what_the_two_separated(claims_of, words, is_told):
    claims = claims_of(f"Ada Roe dated Ben Poe for two years, but they separated {words}.")
    assert any(claim.type == "separated" for claim in claims) == is_told


def test_debut_of_two_who_are_no_couple_is_none(claims_of):
    claims = claims_of("Ada Roe and her sister Eva Roe made their red carpet debut in May 2019.")
    assert not [claim for claim in claims if claim.type == "went_public"]


@pytest.mark.parametrize(
    ("text", "fact", "is_told"),
    [
        ("Ada Poe died inside.", "died Ada", False),
        ("Ada Poe died laughing.", "died Ada", False),
        ('Ada Poe said: "Ben is gonna kill me."', "died Ada", False),
        ('Ada Poe said: "I died of shame."', "died Ada", False),
        ('Ada Poe said: "He killed my aunt Ida Roe."', "died Ida", True),
        ("Ada Poe died a thousand deaths.", "died Ada", False),
        ("Ada Poe died of shame.", "died Ada", False),
        ("Ada Poe died of cancer.", "died Ada", True),
        ("Ada Poe was killed off in the soap.", "died Ada", False),
        ("Ada Poe drowned her sorrows.", "died Ada", False),
        ("Ada Poe drowned at sea.", "died Ada", True),
        ("Ada Poe succumbed to his charms.", "died Ada", False),
        ("Ada Poe succumbed to her injuries.", "died Ada", True),
        ("Ada Poe was wrongly declared dead.", "died Ada", False),
        ("News of Ada Poe's death was false.", "died Ada", False),
        ("Dan Roe was charged with the attempted murder of Ada Poe.", "died Ada", False),
        ("Ada Poe was born again in 1990.", "born Ada", False),
        ("Ada Poe split the bill with Dan Roe.", "separated Ada Dan", False),
        ("Ada Poe split with Dan Roe.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe were separated at birth.", "separated Ada Dan", False),
        ("Ada Poe parted ways with her manager, Dan Roe.", "separated Ada Dan", False),
        ("Ada Poe parted ways with her boyfriend, Dan Roe.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe, the comedy duo, split in 1990.", "separated Ada Dan", False),
        ("Captains Ben Poe and Dan Roe parted ways in 1719.", "separated Ben Dan", False),
        ("Ben Poe parted company with Dan Roe in 1719.", "separated Ben Dan", False),
        ("Ben Poe and his boyfriend, Dan Roe, parted ways in 2019.", "separated Ben Dan", True),
        ("Ben Poe wed Dan Roe in 2015. They parted ways in 2019.", "separated Ben Dan", True),
        ("Ada Poe and Dan Roe parted ways in 2019.", "separated Ada Dan", True),
        ("Ada Poe and Dan Roe fell out and divorced in 2019.", "dating_began Ada Dan", False),
        ("Ada Poe and Dan Roe fell for each other and wed in 2019.", "dating_began Ada Dan", True),
        ("Ada Poe met Dan Roe halfway.", "met Ada Dan", False),
        ("Ada Poe met Dan Roe in the final.", "met Ada Dan", False),
        ("Ada Poe and Dan Roe were a couple of fools.", "dating Ada Dan", False),
        ("Ada Poe and Dan Roe were a couple for two years.", "dating Ada Dan", True),
        ("Ada Poe met her lover Dan Roe. The pair ran off into a car.", "dating_began Ada Dan", False),
        ("Ada Poe met her lover Dan Roe. The pair ran off together.", "dating_began Ada Dan", True),
        ("Ada Poe covers foreign affairs with Dan Roe.", "dating Ada Dan", False),
        ("Ada Poe and Dan Roe share an on-screen romance.", "dating Ada Dan", False),
        ("Ada Poe and Dan Roe got together for a chat.", "dating_began Ada Dan", False),
        ("Ada Poe and Dan Roe got together in May.", "dating_began Ada Dan", True),
        ("Ada Poe met Dan Roe. They began to see themselves as equals.", "dating_began Ada Dan", False),
        ("Ada Poe met Dan Roe. They began to see each other in May.", "dating_began Ada Dan", True),
        ("Ada Poe took up golf with Dan Roe.", "dating_began Ada Dan", False),
        ("Ada Poe split from her fitness coach boyfriend Dan Roe.", "separated Ada Dan", True),
        ("Ada Poe split from her fitness coach Dan Roe.", "separated Ada Dan", False),
        ("Ada Poe is dating Dan Roe. 'We see it in our customer engagement,' she said.", "engaged Ada Dan", False),
        ("Ada Poe is dating Dan Roe. 'We kept our engagement quiet,' she said.", "engaged Ada Dan", True),
        ("Ada Poe lives with her uncle Dan Roe.", "living_together Ada Dan", False),
        ("Ada Poe lives with her boyfriend Dan Roe.", "living_together Ada Dan", True),
        ("Ada Poe calls Dan Roe her work husband.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe are as good as married.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe got married in a music video.", "married Ada Dan", False),
        ("Ada Poe drew a comic strip in which she married Dan Roe.", "married Ada Dan", False),
        ("Ada Poe and Dan Roe wed in a mock ceremony.", "married Ada Dan", False),
        ("Ada Poe went to a wedding with Dan Roe.", "married Ada Dan", False),
        ("Ada Poe catered for the wedding of Dan Roe.", "married Ada Dan", False),
        ("Ada Poe had a wedding with Dan Roe.", "married Ada Dan", True),
        ("The wedding of Ada Poe and Dan Roe fell through.", "married Ada Dan", False),
        ("The marriage of Ada Poe and Dan Roe is an invention.", "married Ada Dan", False),
        ("The marriage of Ada Poe and Dan Roe is a joy.", "married Ada Dan", True),
    ],
)
def test_words_that_are_not_meant_so(told, text, fact, is_told):
    assert (fact in told(text)) == is_told


@pytest.mark.parametrize(
    ("text", "weddings"),
    [
        ("The priest Ben Poe married Ada Roe and Carl Zed.", {"married Ada Carl"}),
        ("Ben Poe married Ada Roe and Carl Zed.", {"married Ada Carl"}),
        ("Ben Poe married Ada Roe and Eva Moe.", {"married Ada Ben", "married Ben Eva"}),
        ("Ben Poe married Ada Roe in 1910 and Eva Moe in 1920.", {"married Ada Ben", "married Ben Eva"}),
    ],
)
def test_priest_marries_two_others(told, text, weddings):
    assert {each for each in told(text) if each.startswith("married")} >= weddings
    assert len({each for each in told(text) if each.startswith("married")}) == len(weddings)

"""What happens in a work that the sentence names has not happened."""

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the video game Night Run, Carl Roe was assassinated in 1962.", "fictional"),
        ("In the 2010 film _The Mill_, Carl Roe was killed in a car crash.", "fictional"),
        ("In the novel The Long Sea, Ada Poe marries Carl Roe and dies in 1920.", "fictional"),
        ("In the series, Ada Poe marries Carl Roe in 1890.", "fictional"),
        ("Carl Roe is shot and killed in the last episode.", "fictional"),
        ("On screen, Ada Poe and Carl Roe did not wed until 1990.", "fictional"),
        ("The Mill follows the story of a farmer whose sister Ada Poe is killed by her brother.", "fictional"),
        ("The film tells the story of a farmer whose sister Ada Poe is killed.", "fictional"),
        ("Ada Poe told the story of a farmer whose sister Eva Roe was killed in 1930.", "asserted"),
        # near misses: television, matches and records of real people, told in the past
        ("In the series, Ada Poe divorced Carl Roe in 2010.", "asserted"),
        ("In the game against Leeds, Carl Roe was killed in 1990.", "asserted"),
        ("In the documentary film Our Lives, Carl Roe was killed in 1990.", "asserted"),
        ("Ada Poe, who starred in the film, married Carl Roe in 1990.", "asserted"),
        ("In the year of the film, Ada Poe married Carl Roe.", "asserted"),
    ],
)
def test_what_a_work_tells_is_fiction(claims_of, text, status):
    assert {claim.status for claim in claims_of(text) if claim.kind == "event"} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the novel, Max Dorn leaves his wife, Ida, for a spy.", "fictional"),
        ("In the film, Max Dorn tells his wife, Ida, that he is ill.", "asserted"),  # as themselves, perhaps
        ("In the year of the novel, Max Dorn left his wife, Ida, for a spy.", "asserted"),
    ],
)
def test_ties_in_what_is_written_are_fiction(claims_of, text, status):
    assert {claim.status for claim in claims_of(text) if claim.type == "married"} == {status}


@pytest.mark.parametrize(
    ("text", "fictional"),
    [
        ("Ada Poe plays a baker in the soap. Her character Mia Foe is engaged to Max Lark.", {"Mia Foe"}),
        ("Mia Foe, played by Ada Poe, has split from her boyfriend Max Lark.", {"Mia Foe"}),
        ("Mia Foe (Ada Poe) has split from her husband Max Lark (Carl Roe) in the soap.", {"Mia Foe"}),
        ("The heroine of the book is Mia Foe, who hides from her husband Max Lark.", {"Mia Foe"}),
        ("Mia Foe, who is played by Ada Poe, split from her husband Max Lark.", {"Mia Foe"}),
        ("Mia Foe (Ada Poe) met Max Lark (Carl Roe) in the first episode. Mia Foe later left Max Lark.", {"Mia Foe"}),
        # of real people
        ("Mia Foe (Ada Poe) met Max Lark in the first episode. Mia Foe later left Max Lark.", set()),
        ("The author of the book is Ada Poe, who hides from her husband Max Lark.", set()),
        ("Ada Poe plays a baker in the soap. Ada is engaged to Max Lark.", set()),
        ("Ada Poe, who was played by Eva Lark in the film, split from Carl Roe.", set()),
        ("Ada Poe (Mrs Roe) is engaged to Max Lark.", set()),
    ],
)
def test_who_is_played_by_somebody_lives_in_a_story(claims_of, text, fictional):
    couples = [claim for claim in claims_of(text) if len(claim.people) == 2 and claim.kind != "kin"]
    assert couples
    told = {one.name for claim in couples if claim.status == "fictional" for one in claim.people}
    assert {name for name in told if name == "Mia Foe"} == fictional
    assert {claim.status == "fictional" for claim in couples} == {bool(fictional)}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Gail (Ada Poe), who is married to Henry (Carl Roe), starts anew in the soap.", False),
        ("Pictured: Ada Poe as Gail, who is married to Henry, before her epiphany in the soap.", False),
        ("Ada Poe, who is married to Carl Roe, starts anew in the soap.", True),
        ("Ada Poe (Mrs Roe), who is married to Carl Roe, starts anew in the shop.", True),
    ],
)
def test_actors_are_not_wed_by_the_story_they_play_in(claims_of, text, is_told):
    assert any(claim.type == "married" and claim.status == "asserted" for claim in claims_of(text)) is is_told


HEADED = "{heading}\n\nAda Poe, the wife of Ben Roe, has died.\n\nPeople\n\nEva Lark, the wife of Max Foe."


@pytest.mark.parametrize(("heading", "is_story"), [("Plot", True), ("## Synopsis", True), ("Life", False)])
def test_a_section_may_retell_a_story_by_its_heading(claims_of, heading, is_story):
    claims = claims_of(HEADED.format(heading=heading))
    told = {claim.status == "fictional" for claim in claims if "Ada Poe" in {one.name for one in claim.people}}
    assert told == {is_story}
    assert {claim.status for claim in claims if "Eva Lark" in {one.name for one in claim.people}} == {"asserted"}


CAST = "The Long Sea is a television series.\n\nCast\n\n{}-   Dan Lark as Carl Roe, Ada Roe's husband\n"


@pytest.mark.parametrize(
    ("others", "status"),
    [("-   Eva Poe as Ada Roe\n-   Max Foe as Sir Ben Roe\n", "fictional"), ("-   Ada Roe, the writer\n", "asserted")],
)
def test_a_list_of_who_plays_whom_is_of_no_lives(claims_of, others, status):
    claims = claims_of(CAST.format(others), None)
    assert {claim.status for claim in claims if claim.type == "married"} == {status}


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("ADA ROE is a character in the series _The Long Sea_.", "fictional"),
        ("The Long Sea is a 1992 comedy film directed by Carl Foe.", "fictional"),
        ("The Long Sea is an anthology drama series.", "fictional"),
        ("The Long Sea is a land appearing in comic books.", "fictional"),
        ("In Norse mythology, ADA ROE was a weaver.", "fictional"),
        ("ADA ROE is a goddess of the sea.", "fictional"),
        # near misses
        ("ADA ROE was a well-known character of Leeds.", "asserted"),
        ("ADA ROE was an American film and theater actor.", "asserted"),
        ("ADA ROE is a character actor in films.", "asserted"),
        ("ADA ROE is a writer of novels and films.", "asserted"),
        ("Our Lives is a 1992 documentary film about Ada Roe.", "asserted"),
        ("ADA ROE was a scholar of Norse mythology.", "asserted"),
        ("ADA ROE wrote plays. Her first book is a novel.", "asserted"),
    ],
)
def test_an_article_tells_what_it_is_about_when_it_opens(claims_of, opening, status):
    claims = claims_of(f"{opening}\n\nAda Roe married Ben Poe in 1920. Their son Max died in 1950.", None)
    assert {claim.type for claim in claims} >= {"married", "died"}
    assert {claim.status for claim in claims} == {status}


def test_a_character_named_after_somebody_real_makes_no_story_of_the_life(claims_of):
    life = "Alex Roe (1676–1721) was a Scottish sailor. Roe joined a crew in 1703, and in 1720 he married Ada Poe. "
    life += "Roe lived in Leeds and wrote of the sea. Roe died in 1721 in Hull, where he had been ill for years.\n\n"
    book = "In the novels of Carl Zed, the Scottish character Alex says that nobody ever knew the sea as Alex Roe did."
    statuses = {claim.status for claim in claims_of(life + book, None) if claim.type in ("born", "married")}
    assert statuses == {"asserted"}


def test_who_was_told_of_before_is_no_character(claims_of):
    told = "Wat Hart was a smith. Wat Hart rode to Leeds. Wat Hart was hanged there in 1381. "
    film = "In a film of 1995, the protagonist Wat Hart speaks to the king."
    assert {claim.status for claim in claims_of(told + film, None) if claim.type == "died"} == {"asserted"}

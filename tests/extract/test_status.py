"""How a happening is told: as fact, by hearsay, as what is thought of, or in words that are not meant."""

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Roe married Ben Poe.", "asserted"),
        # what people have on their minds is a rumour
        ("There is buzz that Ada Roe married Ben Poe.", "rumoured"),
        ("Fans are convinced that Ada Roe married Ben Poe.", "rumoured"),
        # a second clause with "that" is told as the first is
        ("It was rumoured that Ben Poe had left Leeds and that he had married Ada Roe.", "rumoured"),
        ("They denied that Ben Poe had left Leeds and that he had married Ada Roe.", "denied"),
        ("Ben Poe denied meeting Eva Zed while he was married to Ada Roe.", "asserted"),
        ("Eva Moe said that Ben Poe had not left Leeds and that he had married Ada Roe.", "asserted"),
        ("Everyone thought that Ada Roe had married Ben Poe.", "rumoured"),
        ("The rumour mill has it that Ada Roe married Ben Poe.", "rumoured"),
        ("Ada Roe wore a ring, leading fans to believe that she married Ben Poe.", "rumoured"),
        ("Ada Roe wore a ring to show fans that she married Ben Poe.", "asserted"),
        ("Dora Roe was convinced when Ada Roe married Ben Poe.", "asserted"),
        # what two think of is to come
        ("Ada Roe is thinking of marrying Ben Poe.", "planned"),
        ("Ada Roe and Ben Poe are thinking about getting married.", "planned"),
        ("Ada Roe considered marrying Ben Poe.", "planned"),
        ("Ada Roe enjoyed marrying Ben Poe.", "asserted"),
        ("Ada Roe was blessed to marry Ben Poe.", "asserted"),
        ("Ada Roe was humbled to marry Ben Poe.", "asserted"),
        ("Ada Roe was destined to marry Ben Poe.", "hypothetical"),
        ("Ada Roe has planned a book since marrying Ben Poe.", "asserted"),
        ("Ada Roe and Ben Poe are planning for their wedding.", "planned"),
        ("Ada Roe and Ben Poe are waiting to get married.", "planned"),
        ("Ada Roe and Ben Poe waited to marry until 1990.", "asserted"),
        ("Ada Roe was reluctant to marry Ben Poe.", "planned"),
        ("Ada Roe was delighted to marry Ben Poe.", "asserted"),
        # what is told falsely, or told no longer
        ("Dora Poe made false claims that Ada Roe had married Ben Poe.", "denied"),
        ("Dora Poe made new claims that Ada Roe had married Ben Poe.", "reported"),
        ("Ada Roe left alone, dispelling rumours that she had married Ben Poe.", "denied"),
        ("Ada Roe left alone, sparking rumours that she had married Ben Poe.", "rumoured"),
        # all of a legend is one
        ("Tradition states that when Ben Poe married Ada Roe, it rained.", "rumoured"),
        ("Eva Moe states that when Ben Poe married Ada Roe, it rained.", "asserted"),
        # what tells the first or the few from others has come about
        ("Ada Roe was the first to marry Ben Poe.", "asserted"),
        ("Ada Roe will be the first to marry Ben Poe.", "planned"),
        ("Ada Roe is next in line to marry Ben Poe.", "planned"),
        ("The photographs are not proof that Ada Roe married Ben Poe.", "hypothetical"),
        ("The photographs are proof that Ada Roe married Ben Poe.", "asserted"),
        # what is found is so
        ("Dora Poe came home only to find that Ada Roe had married Ben Poe.", "asserted"),
        ("Dora Poe came home hoping that Ada Roe would marry Ben Poe.", "hypothetical"),
        # a husband who is not there is one
        ("Ada Roe left without her husband Ben Poe.", "asserted"),
        # what one does not have to do is not done
        ("Ada Roe did not have to marry Ben Poe.", "negated"),
        ("Ada Roe did not need to marry Ben Poe.", "negated"),
        ("Ada Roe had to marry Ben Poe.", "asserted"),
        # a wedding that is put off, in whatever words
        ("Ada Roe was upset after her wedding to Ben Poe was cancelled.", "called_off"),
        ("Ada Roe and Ben Poe had their wedding cancelled.", "called_off"),
        ("Ada Roe and Ben Poe saw their wedding postponed.", "planned"),
        ("Ada Roe's wedding to Ben Poe had to be put off.", "planned"),
        ("Ada Roe is sad as her wedding to Ben Poe is on hold.", "planned"),
        ("The storm derailed Ada Roe's wedding to Ben Poe.", "planned"),
        ("Ada Roe and Ben Poe had their wedding filmed.", "asserted"),
        ("Ada Roe left early, after her wedding to Ben Poe was filmed.", "asserted"),
        # what nobody knows or believes is no fact
        ("Ada Roe is not known to have married Ben Poe.", "negated"),
        ("Ada Roe is not believed to have married Ben Poe.", "negated"),
        ("Ada Roe is known to have married Ben Poe.", "asserted"),
        ("Ben Poe proposed to marry Ada Roe.", "planned"),
        ("Ada Roe filed to end her marriage to Ben Poe.", "asserted"),
        # who is unwilling does not wed; what could not be until a year came to be in it
        ("Ada Roe refused to marry Ben Poe.", "negated"),
        # what is kept from happening, nearly done, not allowed or only wished for has not happened
        ("Ada Roe was saved from marrying Ben Poe.", "negated"),
        ("Ada Roe was prevented from marrying Ben Poe.", "negated"),
        ("Ada Roe stopped short of marrying Ben Poe.", "negated"),
        ("Ada Roe came close to marrying Ben Poe.", "negated"),
        ("Ada Roe avoided marrying Ben Poe.", "negated"),
        ("Ada Roe was forbidden to marry Ben Poe.", "negated"),
        ("Ada Roe was not allowed to marry Ben Poe.", "negated"),
        ("Ada Roe is yet to marry Ben Poe.", "negated"),
        ("Ada Roe is far from marrying Ben Poe.", "negated"),
        ("Ada Roe gave up on marrying Ben Poe.", "hypothetical"),
        ("Ada Roe gave up acting after marrying Ben Poe.", "asserted"),
        ("Ada Roe has ruled out marrying Ben Poe.", "hypothetical"),
        ("Ada Roe opposed marrying Ben Poe.", "hypothetical"),
        ("Cora Foe warned Ada Roe against marrying Ben Poe.", "hypothetical"),
        ("Ada Roe wished she had married Ben Poe.", "hypothetical"),
        ("It was impossible for Ada Roe to marry Ben Poe.", "negated"),
        ("Ada Roe was desperate to marry Ben Poe.", "planned"),
        ("Ada Roe dreamt of marrying Ben Poe.", "planned"),
        ("Ada Roe fantasised about marrying Ben Poe.", "hypothetical"),
        ("Ada Roe was allowed to marry Ben Poe.", "asserted"),
        ("Ada Roe was forced to marry Ben Poe.", "asserted"),
        ("Ada Roe refused an arranged marriage to Ben Poe.", "negated"),
        ("Ada Roe did not refuse a marriage to Ben Poe.", "asserted"),
        ("Rather than marry Ben Poe, Ada Roe fled.", "negated"),
        ("Ada Roe fled rather than marrying Ben Poe.", "negated"),
        ("Ada Roe declined to wed Ben Poe in 1910.", "negated"),
        ("Ada Roe could not marry Ben Poe until 1921.", "asserted"),
        ("Ada Roe and Ben Poe would not marry until 1921.", "asserted"),
        ("Ada Roe could not marry Ben Poe.", "hypothetical"),
        ("Ada Roe and Ben Poe were married in all but name from 1921.", "negated"),
        # reports are attacked because they are not true; that nobody should tell a story makes no plan of it
        ("Ada Roe slammed reports that she had married Ben Poe.", "denied"),
        ("Ada Roe says a magazine's claim that she had married Ben Poe is rubbish.", "denied"),
        ("Ada Roe wants fans to stop spreading the story that she married Ben Poe.", "reported"),
        # a word in quotation marks is not meant
        ("Ada Roe was 'married' to Ben Poe.", "hypothetical"),
        ("Ada Roe said: 'I married Ben Poe.'", "asserted"),
        ("Ada Roe was seen with her 'husband' Ben Poe.", "rumoured"),
        ("Ada Roe was seen with her husband Ben 'Big' Poe.", "asserted"),
    ],
)
def test_status_of_a_marriage(claims_of, text, status):
    assert {each.status for each in claims_of(text) if each.type == "married"} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Roe and Ben Poe got engaged in May. They postponed their wedding. Ben loves his wife Ada.", "planned"),
        ("Ada Roe and her fiancé Ben Poe sparked rumours that they have wed. Ben loves his wife Ada.", "rumoured"),
        ("Ada Roe and Ben Poe got engaged in May. Ben loves his wife Ada.", "asserted"),
        ("Ada Roe and Ben Poe got engaged in 2018, and wed in 2019. They plan a new wedding. Ben loves his wife Ada.",
         "asserted"),
        ("Ada Roe and Ben Poe got engaged in 2018. They planned to wed in 2019. Ben loves his wife Ada.", "asserted"),
    ],
)  # fmt: skip
def test_wife_before_the_wedding_is_loosely_said(claims_of, text, status):
    ties = [each for each in claims_of(text) if each.type == "married" and each.found_by == "relation: wife"]
    assert [each.status for each in ties] == [status]


def test_nobodys_bride_in_a_question_is_not_wed(claims_of):
    asked = claims_of("And Lev Roe and Pippa Poe, television's own bride and groom?")
    owned = claims_of("And how did his wife Pippa Poe meet Lev Roe, her husband?")
    assert not [claim for claim in asked if claim.type == "married" and claim.status.is_real]
    assert [claim for claim in owned if claim.type == "married" and claim.status.is_real]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (", but she turned him down.", "negated"),
        (" and she said no.", "negated"),
        (" but was rejected.", "negated"),
        (", but she did not accept.", "negated"),
        (". She declined.", "negated"),
        (", and she said yes.", "asserted"),
        (", and she refused a role in the film.", "asserted"),
        (". She declined to say where they would marry.", "asserted"),
    ],
)
def test_a_proposal_that_was_refused_is_no_engagement(claims_of, answer, status):
    claims = claims_of(f"Ben Poe proposed to Ada Roe in Leeds{answer}")
    assert {each.status for each in claims if each.type == "engaged"} == {status}


def test_who_says_no_to_a_proposal_may_be_told_first(claims_of):
    claims = claims_of("When Ben Poe proposed to Ada Roe in Leeds, she said no.")
    assert {each.status for each in claims if each.type == "engaged"} == {"negated"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        # what an infinitive tells is done where the word above it says so, and else is left open
        ("was willing to marry", "hypothetical"),
        ("was afraid to marry", "hypothetical"),
        ("was tempted to marry", "hypothetical"),
        ("was told to marry", "hypothetical"),
        ("was too proud to marry", "hypothetical"),
        ("was free to marry", "planned"),
        ("was proud to marry", "asserted"),
        ("managed to marry", "asserted"),
        # so what a gerund tells
        ("was afraid of marrying", "hypothetical"),
        ("insisted on marrying", "hypothetical"),
        ("spoke of marrying", "hypothetical"),
        ("objected to her daughter marrying", "hypothetical"),
        ("was talked out of marrying", "hypothetical"),
        ("shied away from marrying", "hypothetical"),
        ("put off marrying", "hypothetical"),
        ("was spared marrying", "hypothetical"),
        ("imagined marrying", "hypothetical"),
        ("was against marrying", "negated"),
        ("regretted marrying", "asserted"),
        ("boasted of marrying", "asserted"),
        ("ended up marrying", "asserted"),
        ("admitted having married", "asserted"),
        # what is in somebody's mind, or is told to be none
        ("feared that she had married", "hypothetical"),
        ("had a dream in which she married", "hypothetical"),
        ("said it was a myth that she had married", "hypothetical"),
        ("made up a story that she had married", "denied"),
        ("withdrew the claim that she had married", "denied"),
        ("apologised for saying that she had married", "denied"),
        ("sent a letter that wrongly stated that she had married", "denied"),
        ("behaves as if she had married", "hypothetical"),
        ("learned in a dream that she had a cold, and then married", "asserted"),
        # what is not done
        ("all but married", "negated"),
        ("did everything but marry", "negated"),
        ("missed her wedding to", "negated"),
        ("was accused of marrying", "reported"),
    ],
)  # fmt: skip
def test_what_is_left_open_or_not_done(claims_of, words, status):
    assert {each.status for each in claims_of(f"Ada Roe {words} Ben Poe.") if each.type == "married"} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nobody believes that Ada Roe married Ben Poe.", "negated"),
        ("Nobody doubts that Ada Roe married Ben Poe.", "asserted"),
        ("There is no doubt that Ada Roe married Ben Poe.", "asserted"),
        ("Historians doubt that Ada Roe married Ben Poe.", "hypothetical"),
        ("At no time did Ada Roe marry Ben Poe.", "negated"),
        ("Ada Roe was to marry Ben Poe in May, but the war came.", "planned"),
        ("Ada Roe was to marry Ben Poe in May 1920.", "asserted"),
        ("Ada Roe was to wed Ben Poe in May.", "planned"),
        ("Ada Roe met Ben Poe, whom she was to wed in May.", "asserted"),
        ("It was rumoured that Ada Roe had married Ben Poe, but this was not so.", "denied"),
        ("It was rumoured that Ada Roe had married Ben Poe, but she did not say so.", "rumoured"),
        ("Ada Roe was accused of marrying Ben Poe, but was cleared.", "denied"),
        ("In a soap storyline, Ada Roe married Ben Poe.", "fictional"),
        ("Ada Roe dreaded a marriage to Ben Poe.", "hypothetical"),
        ("Ada Roe dreaded her wedding to Ben Poe.", "asserted"),
        ("The law stopped the wedding of Ada Roe to Ben Poe.", "negated"),
        ("Nothing came of the wedding of Ada Roe to Ben Poe.", "negated"),
        # "not" denies another word
        ("The marriage of Ada Roe and Ben Poe has not come without its low moments.", "asserted"),
        ("Ada Roe and Ben Poe have not been married for long.", "asserted"),
        ("Ada Roe and Ben Poe have not been married for years.", "negated"),
        ("The wedding of Ada Roe and Ben Poe was not confirmed until May.", "asserted"),
        ("Ada Roe and Ben Poe were not wed until 2018, when they wed in York.", "asserted"),
        ("Had Ada Roe married Ben Poe, she would be rich.", "hypothetical"),
        ("Ada Roe would be rich, had she not married Ben Poe.", "hypothetical"),
        ("Had Ada Roe married Ben Poe by then?", "hypothetical"),
        ("She sang, for only in May had Ada Roe married Ben Poe.", "asserted"),
    ],
)
def test_marriage_that_was_not_or_is_not_known(claims_of, text, status):
    assert {each.status for each in claims_of(text) if each.type == "married"} == {status}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Roe never had a child, Max.", False),
        ("Ada Roe nearly had a son, Max.", False),
        ("Ada Roe can't have a son, Max.", False),
        ("Ada Roe had a son, Max.", True),
        ("Ada Roe did not leave her son, Max.", True),
    ],
)
def test_child_of_a_verb_that_is_denied_is_none(claims_of, text, is_told):
    assert any(each.type == "parent_of" and each.status.is_real for each in claims_of(text)) == is_told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Neither Ada Roe nor her husband, Ben Poe, has spoken.", "asserted"),
        ("Neither Ben Poe nor his wife Ada came.", "asserted"),
        ("They invited neither Ada Roe nor her husband Ben Poe.", "asserted"),
        ("Ben Poe is neither the friend nor the husband of Ada Roe.", "negated"),
        ("Ben Poe is neither Ada Roe's friend nor her husband.", "negated"),
    ],
)
def test_a_husband_who_does_something_as_little_as_his_wife_is_one(claims_of, text, status):
    assert {claim.status.value for claim in claims_of(text) if claim.type == "married"} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe is forced to deny cheating on beau Ben Poe",
        "Ada Roe denied cheating on her boyfriend Ben Poe.",
    ],
)
def test_whom_somebody_denies_cheating_on_is_a_partner_all_the_same(claims_of, text):
    assert [(each.type, each.status) for each in claims_of(text)] == [("dating", "asserted")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a wish looks back upon, or takes for granted, has been
        ("Ada Roe is trying to move on since her split from Ben Poe in May.", "separated asserted 2020-05"),
        ("Ada Roe hopes to heal after separating from Ben Poe in May.", "separated asserted 2020-05"),
        ("Ada Roe might sing again following her breakup with Ben Poe.", "separated asserted "),
        ("Ada Roe hopes to sing before separating from Ben Poe in May.", "separated planned 2021-05"),
        ("Ada Roe hopes to save her marriage to Ben Poe.", "married asserted "),
        ("Ada Roe might write about her marriage to Ben Poe.", "married asserted "),
        ("Ada Roe hopes to arrange her marriage to Ben Poe.", "married planned "),
        ("Ada Roe is planning her marriage to Ben Poe.", "married planned "),
        ("Ada Roe left so that she could be with her husband Ben Poe.", "married asserted 2020-09-15"),
        # what may not be known is so
        ("You might not know that Ada Roe married Ben Poe.", "married asserted "),
        ("Ada Roe wants fans to know that she married Ben Poe.", "married asserted "),
        ("Fans might not be aware that Ada Roe married Ben Poe.", "married asserted "),
        ("Ada Roe wants to know whether Ben Poe married Eva Zed.", "married hypothetical "),
        ("Fans might think that Ada Roe married Ben Poe.", "married hypothetical "),
    ],
)
def test_what_is_taken_for_granted_is_so(claims_of, text, told):
    claims = claims_of(text, "2020-09-15")
    assert told in [f"{each.type} {each.status} {each.when.edtf if each.when else ''}" for each in claims]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ben Poe came back to run the mill following the death of his father.", "asserted"),
        ("Ben Poe left in 1950 to live in Leeds after the death of his father.", "asserted"),
        ("Ben Poe hopes to run the mill after the death of his father.", "planned"),
    ],
)
def test_what_one_did_something_after_has_happened(claims_of, text, status):
    assert {claim.status for claim in claims_of(text) if claim.type == "died"} == {status}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ada Roe starred in _The Wife of Ben Poe_ in 1990.", set()),
        ("| 1999 | _Introducing Dora Dand_ | Otto Prem |", set()),
        ("Ada Roe _married_ Ben Poe in 1990.", {"married"}),
        ("_Ada Roe and her husband Ben Poe in 1990_", {"married"}),
    ],
)
def test_a_title_tells_of_nobodys_life(claims_of, text, types):
    assert {claim.type for claim in claims_of(text)} == types


@pytest.mark.parametrize(
    "text",
    ["Max Roe hopes to meet Ada Poe, a daughter of Ben Poe.", "Max Roe plans to wed Ada Poe, daughter of Ben Poe."],
)
def test_whose_child_somebody_is_holds_whatever_is_planned(claims_of, text):
    assert {claim.status for claim in claims_of(text) if claim.type == "parent_of"} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("Ben Poe was the 38th reporter to be killed there since 2010.", "asserted", None),
        ("Ben Poe, the last man to be hanged in York, was a thief.", "asserted", None),
        ("Ada Roe was the first woman to be hanged there, in 1910.", "asserted", "1910"),
        ("Ada Roe will be the first woman to die there.", "planned", None),
        ("Ben Poe made a second promise to kill Ada Roe.", "planned", None),
    ],
)
def test_who_is_the_first_to_do_it_has_done_it(claims_of, text, status, when):
    told = [(claim.status, claim.when and str(claim.when)) for claim in claims_of(text, None) if claim.type == "died"]
    assert told == [(status, when)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Carl Zed travelled to Leeds to find the reasons for Ben Poe's suicide.", "asserted"),
        ("Ada Roe vowed to avenge the murder of her brother Ben Poe.", "asserted"),
        ("Ada Roe's death in 1950 may have led Ben Poe to leave.", "asserted"),
        ("A drug may have caused Ada Roe's death.", "asserted"),
        ("Grief has been suggested as a reason for Ada Roe's death.", "asserted"),
        ("Ben Poe was made dean in 1960, a post he would hold until his death.", "asserted"),
        ("Ben Poe was drowned in circumstances which are still disputed.", "asserted"),
        # near misses: a death to be made, to be guessed at or to come
        ("A drug could have caused Ada Roe's death.", "hypothetical"),
        ("Carl Zed plotted Ben Poe's murder.", "planned"),
        ("Ada Roe tried to imagine Ben Poe's death.", "planned"),
        ("Ada Roe hopes to inherit on Ben Poe's death.", "planned"),
    ],
)
def test_a_death_spoken_about_has_happened(claims_of, text, status):
    assert {claim.status for claim in claims_of(text) if claim.type == "died"} == {status}


def test_whose_birth_is_told_in_passing_was_born(claims_of):
    [claim] = [each for each in claims_of("They wanted to hear of his sister Ada Roe, born in 1943.") if each.when]
    assert (claim.type, claim.status) == ("born", "asserted")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Roe met Ben Poe, whom she would marry in 1850.", "asserted"),
        ("Ben Poe would marry Ada Roe in 1850.", "asserted"),
        ("In Leeds he met Ada Roe, who would marry him.", "asserted"),
        ("Ben Poe would marry Ada Roe in 1850 if her father agreed.", "hypothetical"),
        ("Ben Poe said that he would marry Ada Roe in 1850.", "hypothetical"),
        ("Ben Poe would have married Ada Roe in 1850.", "hypothetical"),
        ("Ben Poe would marry Ada Roe.", "hypothetical"),
    ],
)
def test_the_future_seen_from_the_past_has_happened(claims_of, text, status):
    assert {claim.status for claim in claims_of(text, None) if claim.type == "married"} == {status}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ada Roe and Ben Poe split two weeks before their wedding.", {"called_off"}),
        ("Ada Roe jilted Ben Poe on the eve of their wedding.", {"called_off"}),
        # another's wedding, and one to which they came after all
        ("Ada Roe split from Ben Poe before her wedding to Carl Zed.", {"asserted"}),
        ("Ada Roe and Ben Poe broke up and reconciled before their wedding.", {"asserted"}),
        ("Ada Roe and Ben Poe split shortly before their first wedding anniversary.", {"asserted"}),
    ],
)
def test_who_parts_before_a_wedding_never_came_to_it(claims_of, text, statuses):
    assert {claim.status.value for claim in claims_of(text) if claim.type == "married"} == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ben Poe denied rumours that his marriage to Ada Roe is in trouble.", {"asserted"}),
        ("Ben Poe dismissed claims that his romance with Ada Roe was staged.", {"asserted"}),
        # what the doubt is about
        ("Ben Poe denied his marriage to Ada Roe.", {"denied"}),
        ("Ben Poe denied rumours of a romance with Ada Roe.", {"denied"}),
        ("Ben Poe denied that his romance with Ada Roe was real.", {"denied"}),
    ],
)
def test_what_is_denied_of_a_romance_is_not_that_there_was_one(claims_of, text, statuses):
    assert {claim.status.value for claim in claims_of(text) if claim.kind == "state"} == statuses

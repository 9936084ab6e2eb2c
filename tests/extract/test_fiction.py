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

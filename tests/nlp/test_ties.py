"""What one is told to be to another, however often it is told."""

from kg.nlp.figures import Figure
from kg.nlp.ties import Tie, Ties

ADA, BEN, CARL, DAN = range(4)
FIGURES = [Figure(index) for index in range(4)]


def test_a_tie_is_kept_once_and_her_boyfriend_is_the_one_told_last():
    ties = Ties()
    for other in (BEN, CARL, BEN):
        ties.add(ADA, Tie("partner", other, "boyfriend"))
        ties.add(ADA, Tie("child", DAN, "son"))
    assert (ties.partners(ADA), ties.kin(ADA), ties.kin(DAN)) == ([BEN, CARL], [DAN], [ADA])
    assert ties.find([ADA], Tie("partner", -1, "boyfriend"), "", FIGURES) == BEN

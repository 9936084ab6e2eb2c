from kg.dates.interval import Interval
from kg.records import Judgement
from tests.resolve.sources import Source

ANN, BOB = "Ann Lee", "Bob Ray"


def verdict(kind, **about):
    return Judgement(id=f"{kind} {sorted(about)}", verdict=kind, **about)


def wedding(day, score=1.0, source="a"):
    return Source(source).says("married", ANN, BOB, when=day, score=score)


def test_a_rejected_claim_counts_as_unread(told):
    source = wedding("2017")
    rejected = verdict("reject", document="a", quote=source.claims[0].evidence.quote, type="married", names=(ANN, BOB))
    assert not told(source, judgements=[rejected]).events
    assert told(source, wedding("2018", source="b"), judgements=[rejected]) == told(
        Source("a").knows(ANN).knows(BOB), wedding("2018", source="b")
    )


def test_a_judgement_about_another_quote_rejects_nothing(told):
    assert told(wedding("2017"), judgements=[verdict("reject", document="a", quote="something else")]).events


def test_an_accepted_claim_stays_however_unsure_it_was(told):
    source = wedding("2017", score=0.2)
    accepted = verdict("accept", document="a", quote=source.claims[0].evidence.quote)
    assert not told(source, min_score=0.5).events
    (event,) = told(source, min_score=0.5, judgements=[accepted]).events
    assert event.score == 1.0


def test_a_corrected_date_settles_the_rivals(told):
    correction = verdict("correct", type="married", names=(ANN, BOB), when=Interval.from_edtf("2017-06"))
    sources = wedding("2017"), wedding("2018", source="b")
    (event,) = told(*sources, judgements=[correction]).events
    assert (event.when.edtf, event.rivals) == ("2017-06", ())
    assert told(*sources, judgements=[correction] * 2) == told(*sources, judgements=[correction])


def test_a_correction_of_other_people_changes_nothing(told):
    correction = verdict("correct", type="married", names=(ANN, "Cal Fox"), when=Interval.from_edtf("2019"))
    (event,) = told(wedding("2017"), judgements=[correction]).events
    assert event.when.edtf == "2017"


def test_undoing_a_judgement_restores_the_same_bytes(told):
    before = told(wedding("2017")).model_dump_json()
    assert told(wedding("2017"), judgements=[verdict("reject", document="a")]).model_dump_json() != before
    assert told(wedding("2017"), judgements=[]).model_dump_json() == before

"""The card keeps what was measured before."""

import json

from kg.train.card import write_card


def test_scores_of_another_split_or_part_are_kept(tmp_path):
    (tmp_path / "meta.json").write_text('{"pipeline": ["kg_encoder"]}')
    write_card(tmp_path, "1.0", {"dev": {"running": {"LAS": 1}, "speed": {"words/s": 2}}, "test": {"running": 3}})
    write_card(tmp_path, "1.1", {"dev": {"running": {"LAS": 4}}})
    meta = json.loads((tmp_path / "meta.json").read_text())
    assert meta["pipeline"] == ["kg_encoder"]
    assert meta["version"] == "1.1"
    assert meta["performance"] == {"dev": {"running": {"LAS": 4}, "speed": {"words/s": 2}}, "test": {"running": 3}}

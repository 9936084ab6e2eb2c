import io
import json
import os

import pytest

from kg.errors import KgError
from kg.export import find_format, formats, write


def test_the_suffix_says_the_format(couple, tmp_path):
    write(couple, tmp_path / "out.JSONL")
    assert len((tmp_path / "out.JSONL").read_text(encoding="utf-8").splitlines()) == 23
    write(couple, str(tmp_path / "out.graphml"))
    assert (tmp_path / "out.graphml").read_text(encoding="utf-8").startswith("<?xml")


def test_twice_the_same_bytes_whatever_the_format(couple, tmp_path):
    turned = couple.model_copy(update={name: getattr(couple, name)[::-1] for name in type(couple).model_fields})
    for name in formats():
        write(couple, tmp_path / f"a.{name}")
        write(turned, tmp_path / f"b.{name}")
        assert contents(tmp_path / f"a.{name}") == contents(tmp_path / f"b.{name}"), name


def contents(path):
    return {each.name: each.read_bytes() for each in path.iterdir()} if path.is_dir() else path.read_bytes()


def test_to_a_stream_of_text_or_of_bytes(couple):
    text, raw = io.StringIO(), io.BytesIO()
    write(couple, text, format="jsonl")
    write(couple, raw, format="jsonl")
    assert raw.getvalue().decode() == text.getvalue()
    assert json.loads(text.getvalue().splitlines()[0])["kind"] == "document"


@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ("out.grapml", {}, "no export format is called 'grapml'; did you mean 'graphml'?; known are "),
        ("out", {}, "no export format is called 'out'; known are "),
        ("out.jsonl", {"shape": "people"}, "no shape of jsonl is called 'people'; known are none"),
        (
            "out.graphml",
            {"shape": "event"},
            "no shape of graphml is called 'event'; did you mean 'events'?; known are events, people",
        ),
        ("nowhere/out.jsonl", {}, "nowhere/out.jsonl: cannot be written: No such file or directory"),
    ],
)
def test_a_wrong_target_is_one_clear_line(couple, tmp_path, monkeypatch, target, options, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KgError) as caught:
        write(couple, target, **options)
    assert str(caught.value).startswith(message)
    assert os.listdir(tmp_path) == []


def test_a_stream_needs_a_format(couple):
    with pytest.raises(KgError, match=r"^name the format to write to a stream: "):
        write(couple, io.StringIO())


def test_a_failed_export_leaves_the_old_file(couple, tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    broken = couple.model_copy(update={"events": (None,)})
    with pytest.raises(AttributeError):
        write(broken, path)
    assert os.listdir(tmp_path) == ["out.jsonl"]
    assert path.read_text() == "old"


def test_every_format_says_what_it_is_for():
    assert all(format.about and find_format(f"x.{name}") == format for name, format in formats().items())

"""An exporter of somebody else's: a package with an entry point in the group `kg.exporters`, and nothing more."""

import sys

import pytest

from kg.errors import KgError
from kg.export import find_format, formats, write

MODULE = """
def chunks(timeline, options):
    for person in timeline.people:
        yield person.name + chr(10)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package called `names` as pip would have installed it."""
    about = tmp_path / "names-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: names\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[kg.exporters]\nnames = names_for_kg\n")
    (tmp_path / "names_for_kg.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("names_for_kg", None)


def test_a_plugged_in_format_is_listed_with_its_package(package):
    assert formats()["names"].about == "by names"
    assert list(formats()) == sorted(formats())


def test_a_plugged_in_format_writes_a_file_by_its_suffix(package, couple, tmp_path):
    write(couple, tmp_path / "out.names")
    told = (tmp_path / "out.names").read_text(encoding="utf-8").splitlines()
    assert sorted(told) == sorted(person.name for person in couple.people)


def test_without_the_package_the_format_is_unknown():
    with pytest.raises(KgError, match=r"^no export format is called 'names'"):
        find_format("out.names")

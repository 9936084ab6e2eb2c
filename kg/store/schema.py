"""What a store's file is made of, and the steps by which one of an older version becomes one of today's."""

import hashlib
import sqlite3

APPLICATION = 0x6B670001  # SQLite's application_id: tells our files from other databases

_FIRST = (
    """CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    location TEXT NOT NULL,  -- its file (and row) on the machine that read it: tells "1.md" of two folders apart
    given TEXT NOT NULL,     -- JSON: the metadata that a person gave for it
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT,
    author TEXT,
    published TEXT,          -- ISO day
    text TEXT NOT NULL
) STRICT""",
    "CREATE INDEX documents_digest ON documents (digest)",
    "CREATE INDEX documents_location ON documents (location)",
    """CREATE TABLE readings (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    stamp TEXT NOT NULL,
    reading TEXT NOT NULL    -- JSON of a Reading
) STRICT""",
    """CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    judgement TEXT NOT NULL  -- JSON of a Judgement
) STRICT""",
    """CREATE TABLE settings (
    name TEXT PRIMARY KEY,   -- "ontology": the TOML that --ontology gave
    value TEXT NOT NULL
) STRICT""",
)
_SECOND = (
    # SHA-256 of the JSON, by which `kg check` sees a byte that the disk changed
    "ALTER TABLE readings ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    "UPDATE readings SET hash = sha256(reading)",
    # judgements made by one command share a number, and one undo takes them back together
    "ALTER TABLE judgements ADD COLUMN action INTEGER NOT NULL DEFAULT 0",
    "UPDATE judgements SET action = number",
    # the documents that a judgement hides
    """CREATE VIEW removed AS SELECT json_extract(judgement, '$.document') AS document
    FROM judgements WHERE json_extract(judgement, '$.verdict') = 'remove'""",
    """CREATE TABLE forgotten (
    person INTEGER NOT NULL,
    hash TEXT NOT NULL,      -- salted, of a name form or of a document that tells of the person
    words INTEGER NOT NULL,  -- of the form; 0 for a document
    opens INTEGER NOT NULL,  -- whether a document that has it tells of the person
    PRIMARY KEY (person, hash)
) STRICT""",
)
_THIRD = (
    # the timeline as it was last derived; see derived.py
    "CREATE TABLE derived (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",  # from what: see FROM
    "CREATE TABLE changed (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",  # since then; "": judgements
    """CREATE TABLE persons (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    record TEXT NOT NULL     -- JSON of a Person
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX persons_in_order ON persons (name, id)",
    """CREATE TABLE sources (
    document TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (document, person)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sources_by_person ON sources (person)",
    """CREATE TABLE facts (
    kind TEXT NOT NULL,      -- events, states, kin or conflicts
    place TEXT NOT NULL,     -- sorts the facts of a kind, and is no other's
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,    -- JSON of it
    PRIMARY KEY (kind, place)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX facts_by_type ON facts (kind, type, place)",
    "CREATE INDEX facts_by_id ON facts (kind, id)",
    """CREATE TABLE about (
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (person, kind, place)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX about_by_place ON about (kind, place)",
    *(
        f"CREATE TRIGGER {name} AFTER {event} BEGIN INSERT OR IGNORE INTO changed VALUES ({what}); END"
        for name, event, what in (
            ("document_told", "INSERT ON readings", "NEW.document"),
            ("document_retold", "UPDATE ON readings", "NEW.document"),
            ("document_changed", "UPDATE ON documents", "NEW.id"),
            ("document_gone", "DELETE ON documents", "OLD.id"),
            ("judged", "INSERT ON judgements", "coalesce(json_extract(NEW.judgement, '$.document'), '')"),
            ("also_judged", "INSERT ON judgements", "''"),
            ("unjudged", "DELETE ON judgements", "coalesce(json_extract(OLD.judgement, '$.document'), '')"),
            ("also_unjudged", "DELETE ON judgements", "''"),
            ("rejudged", "UPDATE ON judgements", "''"),
        )
    ),
    # nothing of somebody forgotten is left in what was derived
    """CREATE TRIGGER forgotten_there AFTER INSERT ON forgotten BEGIN
    DELETE FROM derived; DELETE FROM persons; DELETE FROM sources; DELETE FROM facts; DELETE FROM about; END""",
    "INSERT OR IGNORE INTO changed SELECT id FROM documents",
)
_FOURTH = (
    # what of each document tells who is who; see derived.py
    """CREATE TABLE outlines (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    outline TEXT NOT NULL    -- JSON
) STRICT, WITHOUT ROWID""",
    "CREATE TRIGGER outlines_forgotten AFTER INSERT ON forgotten BEGIN DELETE FROM outlines; END",
)
_FIFTH = (
    # the documents of files that hold nothing else, and how such a file was when it was read; see seen.py
    """CREATE TABLE seen (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    state TEXT NOT NULL,        -- a hash of what the file system told of the file, and of who read it
    documents INTEGER NOT NULL  -- in the file
) STRICT, WITHOUT ROWID""",
    "CREATE TRIGGER seen_forgotten AFTER INSERT ON forgotten BEGIN DELETE FROM seen; END",
)
_SIXTH = (
    # by what people are looked for when it is told who is who; see resolve/blocks.py
    """CREATE TABLE blocks (
    key TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    rest TEXT NOT NULL,
    PRIMARY KEY (key, person, kind, rest)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX blocks_by_person ON blocks (person)",
    # the chronology of each document that is of one
    "CREATE TABLE casts (document TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX casts_by_name ON casts (name)",
    "CREATE TRIGGER blocks_forgotten AFTER INSERT ON forgotten BEGIN DELETE FROM blocks; DELETE FROM casts; END",
    "DELETE FROM derived",  # it is to be derived again, with blocks
)
# each takes a store to the next version; an empty file is of version 0
STEPS = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH)
VERSION = len(STEPS)  # SQLite's user_version


def migrate(database: sqlite3.Connection) -> None:
    """Takes the steps that a store, or an empty file, is behind: all of them, or none."""
    database.create_function("sha256", 1, sha256, deterministic=True)
    database.execute("BEGIN IMMEDIATE")
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()  # another program may have been quicker
        for step in STEPS[version:]:
            for statement in step:
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        database.rollback()
        raise
    database.commit()


def sha256(text: str) -> str:
    """The hash that stands beside a reading."""
    return hashlib.sha256(text.encode()).hexdigest()

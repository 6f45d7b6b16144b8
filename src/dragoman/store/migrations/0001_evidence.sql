-- The first shape of the evidence store. Texts and judgements come in from the case; all else can be rebuilt.

-- One row a file of sources/: what it was when it was read, so that unchanged files are left alone.
CREATE TABLE file (
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,          -- sizes and times of the file and its sidecars: unchanged means unread
    sha256 TEXT NOT NULL,
    refused TEXT,                 -- why nothing could be read, or NULL
    warnings TEXT NOT NULL        -- JSON list
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    key TEXT NOT NULL,            -- what it is cited by, unique in the case
    claim TEXT NOT NULL,          -- the key that its record or file name asked for
    basis TEXT NOT NULL,          -- who asked: a sidecar, the file name, a row
    path TEXT NOT NULL,
    data TEXT NOT NULL            -- JSON of the record, vehicle and reliability
) STRICT, WITHOUT ROWID;
CREATE INDEX source_file ON source (file);
CREATE INDEX source_path ON source (path);

-- Every version of every source's text. A version is never overwritten; `current` is 1 for the newest of a source that
-- is still in the case.
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    text TEXT NOT NULL,
    data TEXT NOT NULL            -- JSON of everything but the text
) STRICT;
CREATE INDEX document_source ON document (source, version);
CREATE INDEX document_current ON document (current, id);

-- What extractors read off a document, one row a kind; `fingerprint` names text, date, language and extractor.
CREATE TABLE reading (
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    extractor TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    data TEXT NOT NULL,           -- JSON list of readings of this kind
    PRIMARY KEY (document, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE finding (id TEXT PRIMARY KEY, place INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Where each judgement stands in the current texts: derived at each build from judgements.jsonl.
CREATE TABLE standing (
    judgement TEXT PRIMARY KEY,
    fate TEXT NOT NULL,
    document TEXT,
    start INTEGER,
    "end" INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Search form of each document: one token a character of Chinese, Japanese or Korean, one a word elsewhere. The
-- tokens are made by us (search.py), so the plainest tokenizer serves; rowid is document.number.
CREATE VIRTUAL TABLE search USING fts5(form, content='', tokenize='ascii');

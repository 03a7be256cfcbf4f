-- congvan's database, version 1. Any SQLite tool may read it; only congvan should write to it.
--
-- Views, made for reading. An example each:
--
--   document_list      every document, here or only cited
--     SELECT symbol, date, issuer, title FROM document_list WHERE type = 'kế hoạch' ORDER BY date;
--   missing_documents  those that are cited and not here, with how many files name them
--     SELECT symbol, title, cited_by FROM missing_documents ORDER BY cited_by DESC;
--   citation_list      which document cites which
--     SELECT document, cites, mentions FROM citation_list WHERE cites = '57-NQ/TW';
--   relation_list      which document implements, amends, ... which; `stated_in` is the document that says so
--     SELECT document, verb FROM relation_list WHERE relation = 'implements' AND other = '57-NQ/TW';
--   task_list          every task: its document, text, lead and supporting units, deadline, references
--     SELECT document, text, last_day FROM task_list WHERE lead LIKE '%Phòng Kinh tế%' AND last_day <= '2025-12-31';
--   task_under         tasks under a document: those that name it, and those of what implements it, in up to
--                      eight steps; `way` is how the task's document comes to it ('119/KH-UBND > 15-KH/TU > 57-NQ/TW'),
--                      NULL when the task names it itself
--     SELECT lead, text, last_day, deadline, document, issuer, way FROM task_under
--       WHERE under = '57-NQ/TW' ORDER BY last_day IS NULL, last_day;
--   target_list        every target with a number or without
--     SELECT document, indicator, comparator, value, unit FROM target_list WHERE by_text LIKE '2025%';
--   failures           files that could not be read, and why
--     SELECT path, error FROM failures;
--
-- Words in the pages (FTS5): `exact` with diacritics, `folded` without (đ is d there):
--   SELECT f.path, p.page FROM page_words w JOIN pages p ON p.id = w.rowid
--     JOIN file_list f ON f.file_id = p.file_id WHERE page_words MATCH 'folded : "chuyen doi so"';
--
-- Rules that hold everywhere: unknown is NULL; dates are ISO 8601 as far as known ('2025-10' without the day); lists
-- keep the document's order in `position` (from 0); JSON only where a column says so.

-- A document: known from its own file, or waiting (file_id is NULL). The columns of a waiting one are what the
-- citations say. A symbol is no key: many communes have the same one.
CREATE TABLE documents (
  id           INTEGER PRIMARY KEY,
  identity_key TEXT NOT NULL,       -- of its symbol; of its title when it has none
  symbol       TEXT,
  type         TEXT,
  date         TEXT,
  issuer       TEXT,
  place        TEXT,
  title        TEXT,
  level        TEXT NOT NULL CHECK (level IN ('unknown', 'central', 'province', 'commune')),
  province     TEXT,                -- for look-up, name alone: 'thái nguyên'; for a commune the one province it names
  commune      TEXT,                -- with its kind: 'xã võ nhai'
  file_id      INTEGER REFERENCES files (id)  -- the file that it is read from
) STRICT;
CREATE INDEX documents_by_key ON documents (identity_key);

-- A file is its bytes. One that could not be read at all has no sha256 and is known by its path.
CREATE TABLE files (
  id            INTEGER PRIMARY KEY,
  sha256        TEXT UNIQUE,
  bytes         INTEGER NOT NULL,
  media_type    TEXT NOT NULL,
  text_from     TEXT NOT NULL,      -- text, pdf, ocr, docx
  page_count    INTEGER NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('ok', 'failed')),
  first_seen    TEXT NOT NULL,
  error_code    TEXT,
  error         TEXT,
  error_page    INTEGER,
  hint          TEXT,
  role          TEXT CHECK (role IN ('main', 'annex')),
  richness      INTEGER NOT NULL DEFAULT 0,  -- how much was read from it: of two files of a document the richer counts
  counted       INTEGER NOT NULL DEFAULT 0,  -- 1: its tasks and targets are its document's
  document_id   INTEGER REFERENCES documents (id),
  identity_key  TEXT,
  identity_profile TEXT,            -- what the head says that bears on identity (store/src/identity.h)
  title_key     TEXT,               -- of a law: type and title, by which others cite it
  CHECK ((status = 'ok') = (document_id IS NOT NULL))
) STRICT;
CREATE INDEX files_by_document ON files (document_id);
CREATE INDEX files_by_key ON files (identity_key, identity_profile);
CREATE INDEX files_by_title ON files (title_key) WHERE title_key IS NOT NULL;

CREATE TABLE file_paths (
  file_id    INTEGER NOT NULL REFERENCES files (id),
  path       TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  PRIMARY KEY (path, file_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_paths_by_file ON file_paths (file_id, path);

-- What the head of a file says.
CREATE TABLE heads (
  file_id          INTEGER PRIMARY KEY REFERENCES files (id),
  symbol           TEXT,
  symbol_suffix    TEXT,
  type             TEXT,
  date             TEXT,
  place            TEXT,
  issuer           TEXT,
  subject          TEXT,
  signer_name      TEXT,
  signer_position  TEXT,
  signer_authority TEXT,
  level            TEXT NOT NULL,
  province         TEXT,
  commune          TEXT
) STRICT;

CREATE TABLE recipients (
  file_id  INTEGER NOT NULL REFERENCES files (id),
  kind     TEXT NOT NULL CHECK (kind IN ('addressee', 'recipient')),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (file_id, kind, position)
) STRICT, WITHOUT ROWID;

-- The whole record, and the layout that it was read from.
CREATE TABLE records (file_id INTEGER PRIMARY KEY REFERENCES files (id), json TEXT NOT NULL) STRICT;
CREATE TABLE layouts (file_id INTEGER PRIMARY KEY REFERENCES files (id), encoded BLOB NOT NULL) STRICT;

-- A document as one file names it. mentions = 0: only a relation or a task's cell names it.
CREATE TABLE citations (
  id               INTEGER PRIMARY KEY,
  file_id          INTEGER NOT NULL REFERENCES files (id),
  position         INTEGER NOT NULL,
  document_id      INTEGER NOT NULL REFERENCES documents (id),
  symbol           TEXT,
  type             TEXT,
  date             TEXT,
  issuer           TEXT,
  title            TEXT,
  mentions         INTEGER NOT NULL,
  spans            TEXT NOT NULL,   -- JSON
  identity_key     TEXT NOT NULL,
  identity_profile TEXT NOT NULL,
  title_key        TEXT,            -- of a law, see files
  UNIQUE (file_id, position)
) STRICT;
CREATE INDEX citations_by_document ON citations (document_id);
CREATE INDEX citations_by_key ON citations (identity_key, identity_profile);
CREATE INDEX citations_by_title ON citations (title_key) WHERE title_key IS NOT NULL;

-- Ends are citations of the same file; NULL is the file's own document.
CREATE TABLE relations (
  id            INTEGER PRIMARY KEY,
  file_id       INTEGER NOT NULL REFERENCES files (id),
  position      INTEGER NOT NULL,
  from_citation INTEGER REFERENCES citations (id),
  relation      TEXT NOT NULL,
  to_citation   INTEGER REFERENCES citations (id),
  verb          TEXT NOT NULL,
  spans         TEXT NOT NULL,      -- JSON
  UNIQUE (file_id, position)
) STRICT;
CREATE INDEX relations_by_from ON relations (from_citation);
CREATE INDEX relations_by_to ON relations (to_citation);

-- Bodies that tasks and targets name. name_key: lower case, usual abbreviations written out.
CREATE TABLE agencies (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,           -- of several spellings the first in byte order
  name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE tasks (
  id            INTEGER PRIMARY KEY,
  file_id       INTEGER NOT NULL REFERENCES files (id),
  position      INTEGER NOT NULL,
  annex         TEXT,
  group_name    TEXT,
  ordinal       TEXT,
  text          TEXT NOT NULL,
  deadline      TEXT,               -- as written
  deadline_kind TEXT NOT NULL,
  due           TEXT,
  last_day      TEXT,               -- the last day that `due` names
  every         TEXT,
  product       TEXT,
  note          TEXT,
  spans         TEXT NOT NULL,      -- JSON
  rule          TEXT NOT NULL,
  UNIQUE (file_id, position)
) STRICT;
CREATE INDEX tasks_by_last_day ON tasks (last_day);

CREATE TABLE task_agencies (
  task_id   INTEGER NOT NULL REFERENCES tasks (id),
  role      TEXT NOT NULL CHECK (role IN ('lead', 'support')),
  position  INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  name      TEXT NOT NULL,          -- as written
  PRIMARY KEY (task_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_agencies_by_agency ON task_agencies (agency_id);

CREATE TABLE task_references (
  task_id     INTEGER NOT NULL REFERENCES tasks (id),
  position    INTEGER NOT NULL,
  symbol      TEXT NOT NULL,
  citation_id INTEGER REFERENCES citations (id),  -- NULL: the task's own document
  PRIMARY KEY (task_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_references_by_citation ON task_references (citation_id);

CREATE TABLE targets (
  id         INTEGER PRIMARY KEY,
  file_id    INTEGER NOT NULL REFERENCES files (id),
  position   INTEGER NOT NULL,
  annex      TEXT,
  ordinal    TEXT,
  group_name TEXT,
  indicator  TEXT NOT NULL,
  comparator TEXT,
  value      REAL,
  value_max  REAL,
  unit       TEXT,
  by_text    TEXT,
  spans      TEXT NOT NULL,         -- JSON
  rule       TEXT NOT NULL,
  UNIQUE (file_id, position)
) STRICT;

CREATE TABLE target_agencies (
  target_id INTEGER NOT NULL REFERENCES targets (id),
  position  INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  name      TEXT NOT NULL,
  PRIMARY KEY (target_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_agencies_by_agency ON target_agencies (agency_id);

CREATE TABLE pages (
  id      INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id),
  page    INTEGER NOT NULL,
  text    TEXT NOT NULL,
  UNIQUE (file_id, page)
) STRICT;
CREATE VIRTUAL TABLE page_words USING fts5 (
  exact, folded, content = '', tokenize = "unicode61 remove_diacritics 0"
);

-- What a document is called where one line must do.
CREATE VIEW document_names AS
SELECT d.id AS document_id,
       coalesce(d.symbol,
                -- "luật" and "Luật Thủy sản" are "Luật Thủy sản"; lower() knows ASCII only
                CASE WHEN lower(replace(substr(d.title, 1, length(d.type)), 'Đ', 'đ')) = d.type THEN d.title END,
                nullif(trim(coalesce(d.type, '') || ' ' || coalesce(d.title, '')), ''),
                (SELECT min(p.path) FROM file_paths p WHERE p.file_id = d.file_id), '?') AS name
FROM documents d;

CREATE VIEW file_list AS
SELECT f.id AS file_id, p.path, f.sha256, f.bytes, f.media_type, f.text_from, f.page_count, f.status, f.role,
       p.first_seen, n.name AS document
FROM file_paths p JOIN files f ON f.id = p.file_id LEFT JOIN document_names n ON n.document_id = f.document_id;

CREATE VIEW document_list AS
SELECT d.id AS document_id, d.symbol, d.type, d.date, d.issuer, d.title, d.place, d.level,
       CASE WHEN d.file_id IS NULL THEN 'missing' ELSE 'here' END AS status,
       (SELECT min(p.path) FROM file_paths p WHERE p.file_id = d.file_id) AS path,
       (SELECT count(*) FROM tasks t JOIN files f ON f.id = t.file_id
         WHERE f.document_id = d.id AND f.counted) AS tasks,
       (SELECT count(*) FROM targets t JOIN files f ON f.id = t.file_id
         WHERE f.document_id = d.id AND f.counted) AS targets
FROM documents d;

CREATE VIEW missing_documents AS
SELECT d.id AS document_id, d.symbol, d.type, d.date, d.issuer, d.title,
       (SELECT count(DISTINCT c.file_id) FROM citations c WHERE c.document_id = d.id) AS cited_by
FROM documents d WHERE d.file_id IS NULL;

CREATE VIEW citation_list AS
SELECT a.name AS document, b.name AS cites, d.date, d.issuer, d.title, c.mentions,
       CASE WHEN d.file_id IS NULL THEN 'missing' ELSE 'here' END AS status,
       f.document_id, c.document_id AS cites_id
FROM citations c
JOIN files f ON f.id = c.file_id
JOIN documents d ON d.id = c.document_id
JOIN document_names a ON a.document_id = f.document_id
JOIN document_names b ON b.document_id = c.document_id
WHERE c.mentions > 0 AND c.document_id <> f.document_id;

CREATE VIEW relation_list AS
SELECT x.name AS document, r.relation, y.name AS other, r.verb, s.name AS stated_in,
       x.document_id, y.document_id AS other_id
FROM relations r
JOIN files f ON f.id = r.file_id
LEFT JOIN citations a ON a.id = r.from_citation
LEFT JOIN citations b ON b.id = r.to_citation
JOIN document_names x ON x.document_id = coalesce(a.document_id, f.document_id)
JOIN document_names y ON y.document_id = coalesce(b.document_id, f.document_id)
JOIN document_names s ON s.document_id = f.document_id;

CREATE VIEW task_list AS
SELECT n.name AS document, d.issuer, t.annex, t.group_name, t.ordinal, t.text,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM task_agencies
         WHERE task_id = t.id AND role = 'lead' ORDER BY position)) AS lead,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM task_agencies
         WHERE task_id = t.id AND role = 'support' ORDER BY position)) AS support,
       t.deadline, t.deadline_kind, t.due, t.last_day, t.every, t.product, t.note,
       (SELECT group_concat(symbol, '; ') FROM (SELECT symbol FROM task_references
         WHERE task_id = t.id ORDER BY position)) AS named,
       d.id AS document_id, t.id AS task_id
FROM tasks t
JOIN files f ON f.id = t.file_id AND f.counted
JOIN documents d ON d.id = f.document_id
JOIN document_names n ON n.document_id = d.id;

-- CROSS JOIN keeps SQLite from reading all relations again for every step.
CREATE VIEW task_under AS
WITH RECURSIVE
implements AS MATERIALIZED (
  SELECT DISTINCT coalesce(a.document_id, f.document_id) AS document_id,
         coalesce(b.document_id, f.document_id) AS other_id
  FROM relations r JOIN files f ON f.id = r.file_id
  LEFT JOIN citations a ON a.id = r.from_citation LEFT JOIN citations b ON b.id = r.to_citation
  WHERE r.relation = 'implements'
),
reach(root_id, document_id, way, steps) AS (
  SELECT d.id, d.id, n.name, 0 FROM documents d JOIN document_names n ON n.document_id = d.id
  WHERE d.file_id IS NOT NULL OR d.id IN (SELECT other_id FROM implements)
  UNION
  SELECT h.root_id, i.document_id, n.name || ' > ' || h.way, h.steps + 1
  FROM reach h CROSS JOIN implements i ON i.other_id = h.document_id
  JOIN document_names n ON n.document_id = i.document_id
  WHERE i.document_id <> h.root_id AND h.steps < 8
),
answers(root_id, task_id, way, steps) AS (
  SELECT h.root_id, t.id, h.way, h.steps
  FROM reach h JOIN files f ON f.document_id = h.document_id AND f.counted JOIN tasks t ON t.file_id = f.id
  UNION ALL
  SELECT coalesce(c.document_id, f.document_id), x.task_id, NULL, -1
  FROM task_references x JOIN tasks t ON t.id = x.task_id JOIN files f ON f.id = t.file_id AND f.counted
  LEFT JOIN citations c ON c.id = x.citation_id
),
nearest AS MATERIALIZED (SELECT root_id, task_id, way, min(steps) AS steps FROM answers GROUP BY root_id, task_id)
SELECT r.name AS under, t.*, a.way, a.root_id AS under_id
FROM nearest a JOIN document_names r ON r.document_id = a.root_id JOIN task_list t ON t.task_id = a.task_id;

CREATE VIEW target_list AS
SELECT n.name AS document, d.issuer, t.annex, t.group_name, t.ordinal, t.indicator, t.comparator, t.value, t.value_max,
       t.unit, t.by_text,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM target_agencies
         WHERE target_id = t.id ORDER BY position)) AS lead,
       d.id AS document_id, t.id AS target_id
FROM targets t
JOIN files f ON f.id = t.file_id AND f.counted
JOIN documents d ON d.id = f.document_id
JOIN document_names n ON n.document_id = d.id;

CREATE VIEW failures AS
SELECT p.path, f.error, f.hint, f.error_code, f.error_page, f.sha256, f.first_seen
FROM files f JOIN file_paths p ON p.file_id = f.id WHERE f.status = 'failed';

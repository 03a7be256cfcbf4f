-- Version 2: which rules read a record, and what people corrected.
--
--   correction_list    values that people set, removed or confirmed, with what had been read
--     SELECT document, field, old_value, new_value, corrected_at FROM correction_list;

-- NULL: read by a version that did not say.
ALTER TABLE records ADD COLUMN rules_version TEXT;
ALTER TABLE records ADD COLUMN program_version TEXT;

-- records.json is what the rules read; all other tables hold what people corrected in it. A correction belongs to the
-- file's bytes: it outlives the file's row, a new reading and another name.
CREATE TABLE corrections (
  id           INTEGER PRIMARY KEY,
  sha256       TEXT NOT NULL,
  field        TEXT NOT NULL,       -- as it was named when it was corrected: 'tasks[3].lead'
  row_key      TEXT NOT NULL,       -- JSON: by what its row is known again; '' in the head
  kind         TEXT NOT NULL CHECK (kind IN ('set', 'none', 'confirm')),
  old_value    TEXT NOT NULL,       -- JSON: what had been read
  new_value    TEXT NOT NULL,       -- JSON
  note         TEXT NOT NULL,
  corrected_at TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_file ON corrections (sha256);

CREATE VIEW correction_list AS
SELECT n.name AS document, c.field, c.kind, c.old_value, c.new_value, c.note, c.corrected_at,
       f.document_id, c.sha256
FROM corrections c
LEFT JOIN files f ON f.sha256 = c.sha256
LEFT JOIN document_names n ON n.document_id = f.document_id;

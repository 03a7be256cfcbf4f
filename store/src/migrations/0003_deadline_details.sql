-- Version 3: what a deadline says beyond its last day, and what is aimed at from what is owed.
--
--   task_list and target_list have the new columns; task_milestones lists each of several points in time:
--     SELECT t.text, m.text, m.last_day FROM task_milestones m JOIN task_list t USING (task_id) WHERE m.last_day <= '2026-03-31';

ALTER TABLE tasks ADD COLUMN deadline_op TEXT CHECK (deadline_op IN ('<', '<='));  -- where a day is named: before it, on it at last
ALTER TABLE tasks ADD COLUMN month_day INTEGER;                                    -- of a duty that recurs
ALTER TABLE tasks ADD COLUMN modality TEXT CHECK (modality IN ('aim', 'duty'));
ALTER TABLE targets ADD COLUMN modality TEXT CHECK (modality IN ('aim', 'duty'));

CREATE TABLE task_milestones (
  task_id  INTEGER NOT NULL REFERENCES tasks (id),
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  due      TEXT,
  last_day TEXT,
  every    TEXT,
  PRIMARY KEY (task_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_milestones_by_last_day ON task_milestones (last_day);

DROP VIEW task_list;
CREATE VIEW task_list AS
SELECT n.name AS document, d.issuer, t.annex, t.group_name, t.ordinal, t.text,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM task_agencies
         WHERE task_id = t.id AND role = 'lead' ORDER BY position)) AS lead,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM task_agencies
         WHERE task_id = t.id AND role = 'support' ORDER BY position)) AS support,
       t.deadline, t.deadline_kind, t.due, t.last_day, t.every, t.deadline_op, t.month_day, t.modality, t.product, t.note,
       (SELECT group_concat(symbol, '; ') FROM (SELECT symbol FROM task_references
         WHERE task_id = t.id ORDER BY position)) AS named,
       d.id AS document_id, t.id AS task_id
FROM tasks t
JOIN files f ON f.id = t.file_id AND f.counted
JOIN documents d ON d.id = f.document_id
JOIN document_names n ON n.document_id = d.id;

DROP VIEW target_list;
CREATE VIEW target_list AS
SELECT n.name AS document, d.issuer, t.annex, t.group_name, t.ordinal, t.indicator, t.comparator, t.value, t.value_max,
       t.unit, t.by_text, t.modality,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM target_agencies
         WHERE target_id = t.id ORDER BY position)) AS lead,
       d.id AS document_id, t.id AS target_id
FROM targets t
JOIN files f ON f.id = t.file_id AND f.counted
JOIN documents d ON d.id = f.document_id
JOIN document_names n ON n.document_id = d.id;

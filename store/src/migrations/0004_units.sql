-- Version 4: the official list of administrative units (`congvan units import`), for telling which of them have a plan.
--
--   SELECT name, province FROM units WHERE level = 'commune' AND province = 'Tỉnh Thái Nguyên' ORDER BY name;

CREATE TABLE units (
  code         TEXT PRIMARY KEY,
  name         TEXT NOT NULL,   -- with its kind: 'Xã Võ Nhai', 'Thành phố Hà Nội'
  level        TEXT NOT NULL CHECK (level IN ('province', 'commune')),
  province     TEXT NOT NULL,   -- the name of its province; of a province its own
  place_key    TEXT NOT NULL,   -- for look-up: 'xã võ nhai', 'hà nội'
  province_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX units_by_place ON units (place_key, province_key);

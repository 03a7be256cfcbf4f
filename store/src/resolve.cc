#include "resolve.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "place.h"

namespace congvan::store {

ResolveStatements::ResolveStatements(Db& db)
    : find_profile(db,
                   "SELECT document_id FROM files WHERE identity_key = ?1 AND identity_profile = ?2"
                   " UNION ALL SELECT document_id FROM citations"
                   " WHERE identity_key = ?1 AND identity_profile = ?2 LIMIT 1"),
      is_row_of_key(db, "SELECT 1 FROM documents WHERE id = ?1 AND identity_key = ?2"),
      list_profiles(db,
                    "SELECT p.profile, p.id, d.identity_key = ?1 FROM"
                    " (SELECT identity_profile AS profile, min(document_id) AS id FROM"
                    " (SELECT identity_profile, document_id FROM files WHERE identity_key = ?1"
                    " UNION ALL SELECT identity_profile, document_id FROM citations"
                    " WHERE identity_key = ?1) GROUP BY identity_profile) p"
                    " JOIN documents d ON d.id = p.id ORDER BY p.profile"),
      insert_document(db, "INSERT INTO documents (identity_key, level) VALUES (?1, 'unknown')"),
      move_files(db,
                 "UPDATE files SET document_id = ?3 WHERE identity_key = ?1"
                 " AND identity_profile = ?2 AND document_id <> ?3"),
      move_citations(db,
                     "UPDATE citations SET document_id = ?3 WHERE identity_key = ?1"
                     " AND identity_profile = ?2 AND document_id <> ?3"),
      delete_unnamed(db,
                     "DELETE FROM documents WHERE identity_key = ?1"
                     " AND NOT EXISTS (SELECT 1 FROM files WHERE document_id = documents.id)"
                     " AND NOT EXISTS (SELECT 1 FROM citations WHERE document_id = documents.id)"),
      next_telling_province(db,
                            "SELECT min(profile) FROM"
                            " (SELECT min(identity_profile) AS profile FROM citations WHERE"
                            " identity_key = ?1 AND identity_profile > ?2"
                            " UNION ALL SELECT min(identity_profile) FROM files WHERE"
                            " identity_key = ?1 AND identity_profile > ?2)"),
      asking_profiles(db,
                      "SELECT f.sha256, c.identity_profile FROM citations c"
                      " JOIN files f ON f.id = c.file_id WHERE c.identity_key = ?1"
                      " AND c.identity_profile > ?2 AND c.identity_profile < ?3"),
      profiles_of_file(db,
                       "SELECT c.identity_key, c.identity_profile FROM citations c"
                       " JOIN files f ON f.id = c.file_id WHERE f.sha256 = ?1"),
      titled(db,
             "SELECT DISTINCT document_id, identity_key, identity_profile FROM citations"
             " WHERE title_key = ?1 AND symbol IS NOT NULL"
             " UNION SELECT document_id, identity_key, identity_profile FROM files"
             " WHERE title_key = ?1"),
      title_keys_of(db,
                    "SELECT title_key FROM citations"
                    " WHERE identity_key = ?1 AND title_key IS NOT NULL"
                    " UNION SELECT title_key FROM files"
                    " WHERE identity_key = ?1 AND title_key IS NOT NULL"),
      list_document_files(db,
                          "SELECT id, role FROM files WHERE document_id = ?1 AND status = 'ok'"
                          " ORDER BY role DESC, richness DESC, sha256"),
      set_counted(db, "UPDATE files SET counted = ?2 WHERE id = ?1 AND counted <> ?2"),
      annexes_of_file(db,
                      "SELECT annex FROM tasks WHERE file_id = ?1 AND annex IS NOT NULL"
                      " UNION SELECT annex FROM targets WHERE file_id = ?1 AND annex IS NOT NULL"),
      head_of_file(db,
                   "SELECT symbol, type, date, issuer, place, subject, level, province, commune"
                   " FROM heads WHERE file_id = ?1"),
      list_document_citations(db,
                              "SELECT symbol, type, date, issuer, title FROM citations"
                              " WHERE document_id = ?1"),
      update_document(db,
                      "UPDATE documents SET symbol = ?2, type = ?3, date = ?4, issuer = ?5,"
                      " place = ?6, title = ?7, level = ?8, province = ?9, commune = ?10,"
                      " file_id = ?11 WHERE id = ?1") {}

namespace {

// The row that such a mention has, or had before its record was erased.
std::optional<int64_t> KnownRow(Internals& in, const Mention& mention,
                                const std::optional<int64_t>& before) {
  const std::string profile = ToProfile(mention);
  if (Rows rows = in.resolve.find_profile.Query(mention.key, profile); rows.Next())
    return rows.Int64(0);
  NoteChange(in, mention);
  const auto erased = in.unsettled.erased.find({mention.key, profile});
  const auto row = erased != in.unsettled.erased.end() ? std::optional(erased->second) : before;
  if (!row) return std::nullopt;
  Rows rows = in.resolve.is_row_of_key.Query(*row, mention.key);
  return rows.Next() ? row : std::nullopt;
}

}  // namespace

int64_t DocumentFor(Internals& in, const Mention& mention, const std::optional<int64_t>& before) {
  std::optional<int64_t> row = KnownRow(in, mention, before);
  if (!row) {
    in.resolve.insert_document.Run(mention.key);
    row = in.db.LastInsertId();
  }
  in.stale_documents.insert(*row);
  return *row;
}

void NoteChange(Internals& in, const Mention& mention) {
  in.unsettled.keys.insert(mention.key);
  if (TellsProvince(mention)) in.unsettled.told.emplace(mention.key, mention.date->Iso());
}

namespace {

// The mentions of one key as the database has them.
struct Held {
  std::vector<Mention> mentions;
  std::vector<std::string> profiles;
  std::vector<int64_t> rows;
  std::vector<bool> ours;  // false: the row of another key, which is not theirs to keep
};

bool AllAgree(const std::vector<const Mention*>& cluster, const std::vector<Mention>& others) {
  return std::all_of(cluster.begin(), cluster.end(), [&](const Mention* m) {
    return std::all_of(others.begin(), others.end(),
                       [&](const Mention& other) { return DatesAgree(*m, other); });
  });
}

class Settler {
 public:
  explicit Settler(Internals& in) : in_(in) {}

  void Run() {
    for (const auto& [key, date] : in_.unsettled.told) NoteAsking(key, date);
    std::set<std::string> settled = in_.unsettled.keys, titles;
    for (const std::string& key : in_.unsettled.keys) {
      if (IsTitleKey(key)) {
        titles.insert(key);
        continue;
      }
      SettleKey(key);
      for (Rows rows = in_.resolve.title_keys_of.Query(key); rows.Next();)
        titles.insert(rows.Text(0));
    }
    for (const std::string& key : titles) SettleKey(key);
    settled.merge(titles);
    for (const std::string& key : settled) in_.resolve.delete_unnamed.Run(key);
    in_.unsettled = {};
  }

 private:
  // A province became known for this key and day: the papers that cite it may be of that province.
  void NoteAsking(const std::string& key, const std::string& iso) {
    const std::string begin = ProfilePrefixOfDay(*ParseIsoDate(iso));
    std::set<std::string> files;
    for (Rows rows = in_.resolve.asking_profiles.Query(key, begin, begin + '\x7f'); rows.Next();) {
      if (AsksForProvince(FromProfile(key, rows.Text(1)))) files.insert(rows.Text(0));
    }
    for (const std::string& sha256 : files) {
      for (Rows rows = in_.resolve.profiles_of_file.Query(sha256); rows.Next();) {
        const Mention m = FromProfile(rows.Text(0), rows.Text(1));
        if (!m.source.empty() && AsksForProvince(m)) in_.unsettled.keys.insert(m.key);
      }
    }
  }

  void NoteProvinces(const Mention& dated, std::set<std::string>& provinces) {
    const std::string prefix = ProfilePrefixTellingProvince(*dated.date);
    std::string last = prefix;
    while (true) {
      Rows rows = in_.resolve.next_telling_province.Query(dated.key, last);
      if (!rows.Next() || !StartsWith(rows.Text(0), prefix)) return;
      last = rows.Text(0);
      const Mention m = FromProfile(dated.key, last);
      if (TellsProvince(m)) provinces.insert(*m.place.province);
    }
  }

  // The province of the papers that this file shares dated citations with, if it is one.
  const std::optional<std::string>& SharedProvince(const std::string& sha256) {
    const auto [it, fresh] = province_of_.try_emplace(sha256);
    if (!fresh) return it->second;
    std::vector<Mention> dated;
    for (Rows rows = in_.resolve.profiles_of_file.Query(sha256); rows.Next();) {
      Mention m = FromProfile(rows.Text(0), rows.Text(1));
      if (AsksForProvince(m) && m.date && m.date->complete()) dated.push_back(std::move(m));
    }
    std::set<std::string> provinces;
    for (const Mention& m : dated) NoteProvinces(m, provinces);
    if (provinces.size() == 1) it->second = *provinces.begin();
    return it->second;
  }

  Held Load(const std::string& key) {
    Held held;
    for (Rows rows = in_.resolve.list_profiles.Query(key); rows.Next();) {
      held.profiles.push_back(rows.Text(0));
      held.mentions.push_back(FromProfile(key, held.profiles.back()));
      held.rows.push_back(rows.Int64(1));
      held.ours.push_back(rows.Int(2) != 0);
    }
    for (Mention& m : held.mentions) {
      if (m.source.empty() || !AsksForProvince(m)) continue;
      if (const auto& province = SharedProvince(m.source)) m = InProvince(m, *province);
    }
    return held;
  }

  // Laws that are known by symbol too: the row of the only one with this title, by cluster. Of
  // several laws of one title the day tells.
  std::map<int, int64_t> RowsByTitle(const std::string& key, const Held& held,
                                     const std::vector<int>& clusters) {
    std::map<int64_t, std::vector<Mention>> laws;
    for (Rows rows = in_.resolve.titled.Query(key); rows.Next();)
      laws[rows.Int64(0)].push_back(FromProfile(rows.Text(1), rows.Text(2)));
    std::map<int, std::vector<const Mention*>> said;
    for (size_t i = 0; i < clusters.size(); ++i) said[clusters[i]].push_back(&held.mentions[i]);
    std::map<int, std::set<int64_t>> fitting;
    std::map<int64_t, int> wanted;
    for (const auto& [cluster, mentions] : said) {
      const bool dated = std::any_of(mentions.begin(), mentions.end(),
                                     [](const Mention* m) { return m->date.has_value(); });
      if (!dated && said.size() > 1) continue;
      for (const auto& [row, of_law] : laws) {
        if (AllAgree(mentions, of_law)) fitting[cluster].insert(row);
      }
      if (fitting[cluster].size() == 1) ++wanted[*fitting[cluster].begin()];
    }
    std::map<int, int64_t> row_of;
    for (const auto& [cluster, rows] : fitting) {
      if (rows.size() == 1 && wanted[*rows.begin()] == 1) row_of[cluster] = *rows.begin();
    }
    return row_of;
  }

  void SettleKey(const std::string& key) {
    const Held held = Load(key);
    const std::vector<int> clusters = ClusterMentions(held.mentions);
    std::map<int, int64_t> row_of;
    if (IsTitleKey(key)) row_of = RowsByTitle(key, held, clusters);
    ShareOutRows(key, held, clusters, row_of);
    for (size_t i = 0; i < clusters.size(); ++i) {
      const int64_t row = row_of[clusters[i]];
      if (held.rows[i] == row) continue;
      in_.resolve.move_files.Run(key, held.profiles[i], row);
      in_.resolve.move_citations.Run(key, held.profiles[i], row);
      in_.stale_documents.insert(row);
      in_.stale_documents.insert(held.rows[i]);
    }
  }

  // Each document keeps the oldest row that its mentions have; a row wanted by two goes to the one
  // whose file is here, else to the first.
  void ShareOutRows(const std::string& key, const Held& held, const std::vector<int>& clusters,
                    std::map<int, int64_t>& row_of) {
    const std::map<int, int64_t> given = row_of;
    std::set<int64_t> taken;
    std::vector<size_t> order(clusters.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(),
                          [&](size_t i) { return held.mentions[i].own; });
    for (const size_t i : order) {
      const int64_t row = held.rows[i];
      if (!held.ours[i] || given.contains(clusters[i]) || taken.contains(row)) continue;
      int64_t& kept = row_of[clusters[i]];
      if (kept != 0 && kept < row) continue;
      taken.erase(kept);
      taken.insert(row);
      kept = row;
    }
    for (int cluster : clusters) {
      int64_t& row = row_of[cluster];
      if (row != 0) continue;
      in_.resolve.insert_document.Run(key);
      row = in_.db.LastInsertId();
      in_.stale_documents.insert(row);
    }
  }

  Internals& in_;
  std::map<std::string, std::optional<std::string>> province_of_;
};

}  // namespace

void SettleDocuments(Internals& in) { Settler(in).Run(); }

namespace {

struct Columns {
  std::optional<std::string> symbol, type, date, issuer, place, title;
  Level level = Level::kUnknown;
  std::optional<std::string> province, commune;
  std::optional<int64_t> file_id;
};

Level LevelFromText(std::string_view text) {
  for (Level level : {Level::kCentral, Level::kProvince, Level::kCommune}) {
    if (ToString(level) == text) return level;
  }
  return Level::kUnknown;
}

// Counts values; the most frequent wins, of equals the longest, then the first in byte order.
class Vote {
 public:
  void Add(const std::optional<std::string>& value) {
    if (value) ++count_[*value];
  }
  [[nodiscard]] std::optional<std::string> Winner() const {
    const auto best =
        std::max_element(count_.begin(), count_.end(), [](const auto& a, const auto& b) {
          return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
        });
    if (best == count_.end()) return std::nullopt;
    return best->first;
  }

 private:
  std::map<std::string, int> count_;
};

// A full date outweighs any number of years.
std::optional<std::string> DateWinner(const std::vector<std::optional<std::string>>& dates) {
  size_t longest = 0;
  for (const auto& date : dates) longest = std::max(longest, date ? date->size() : 0);
  Vote vote;
  for (const auto& date : dates) {
    if (date && date->size() == longest) vote.Add(date);
  }
  return vote.Winner();
}

Columns FromCitations(Internals& in, int64_t document) {
  Vote symbol, type, issuer, title;
  std::vector<std::optional<std::string>> dates;
  for (Rows rows = in.resolve.list_document_citations.Query(document); rows.Next();) {
    symbol.Add(rows.MaybeText(0));
    type.Add(rows.MaybeText(1));
    dates.push_back(rows.MaybeText(2));
    issuer.Add(rows.MaybeText(3));
    title.Add(rows.MaybeText(4));
  }
  Columns out;
  out.symbol = symbol.Winner();
  out.type = type.Winner();
  out.date = DateWinner(dates);
  out.issuer = issuer.Winner();
  out.title = title.Winner();
  out.level = LevelOf(out.symbol, out.issuer);
  if (out.type && IsNationalLaw(*out.type)) out.level = Level::kCentral;
  if (out.issuer) {
    const Place place = PlaceOfIssuer(*out.issuer);
    out.province = place.province;
    out.commune = place.commune;
  }
  return out;
}

// The first of the files is the one that the document is read from. A file that is only an annex
// counts besides it when the document itself came without that annex.
std::optional<int64_t> CountFiles(Internals& in, int64_t document) {
  std::vector<std::pair<int64_t, bool>> files;
  for (Rows rows = in.resolve.list_document_files.Query(document); rows.Next();) {
    files.emplace_back(rows.Int64(0), rows.Text(1) == "annex");
  }
  if (files.empty()) return std::nullopt;
  std::set<std::string> annexes;
  for (size_t i = 0; i < files.size(); ++i) {
    const auto [file, is_annex] = files[i];
    std::set<std::string> own;
    for (Rows rows = in.resolve.annexes_of_file.Query(file); rows.Next();) own.insert(rows.Text(0));
    const bool repeats = std::any_of(
        own.begin(), own.end(), [&](const std::string& annex) { return annexes.contains(annex); });
    const bool counted = i == 0 || (is_annex && !repeats);
    in.resolve.set_counted.Run(file, counted ? 1 : 0);
    if (counted) annexes.insert(own.begin(), own.end());
  }
  return files.front().first;
}

}  // namespace

void RefreshDocuments(Internals& in) {
  for (int64_t document : in.stale_documents) {
    Columns c;
    const std::optional<int64_t> file = CountFiles(in, document);
    if (file) {
      Rows rows = in.resolve.head_of_file.Query(*file);
      if (!rows.Next()) continue;
      c = {rows.MaybeText(0),           rows.MaybeText(1),
           rows.MaybeText(2),           rows.MaybeText(3),
           rows.MaybeText(4),           rows.MaybeText(5),
           LevelFromText(rows.Text(6)), rows.MaybeText(7),
           rows.MaybeText(8),           file};
    } else {
      c = FromCitations(in, document);
    }
    in.resolve.update_document.Run(document, c.symbol, c.type, c.date, c.issuer, c.place, c.title,
                                   ToString(c.level), c.province, c.commune, c.file_id);
  }
  in.stale_documents.clear();
}

}  // namespace congvan::store

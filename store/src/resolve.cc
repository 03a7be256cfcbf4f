#include "resolve.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "place.h"

namespace congvan::store {

ResolveStatements::ResolveStatements(Db& db)
    : find_profile(db,
                   "SELECT document_id FROM files WHERE identity_key = ?1 AND identity_profile = ?2"
                   " UNION ALL SELECT document_id FROM citations"
                   " WHERE identity_key = ?1 AND identity_profile = ?2 LIMIT 1"),
      list_profiles(
          db,
          "SELECT identity_profile, min(document_id) FROM"
          " (SELECT identity_profile, document_id FROM files WHERE identity_key = ?1"
          " UNION ALL SELECT identity_profile, document_id FROM citations"
          " WHERE identity_key = ?1) GROUP BY identity_profile ORDER BY identity_profile"),
      insert_document(db, "INSERT INTO documents (identity_key, level) VALUES (?1, 'unknown')"),
      move_files(db,
                 "UPDATE files SET document_id = ?3 WHERE identity_key = ?1"
                 " AND identity_profile = ?2 AND document_id <> ?3"),
      move_citations(db,
                     "UPDATE citations SET document_id = ?3 WHERE identity_key = ?1"
                     " AND identity_profile = ?2 AND document_id <> ?3"),
      delete_unnamed(db,
                     "DELETE FROM documents WHERE identity_key = ?1"
                     " AND id NOT IN (SELECT document_id FROM files WHERE identity_key = ?1)"
                     " AND id NOT IN (SELECT document_id FROM citations WHERE identity_key = ?1)"),
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

int64_t Resolver::DocumentFor(const Mention& mention) {
  const std::string profile = ToProfile(mention);
  if (Rows rows = in_.resolve.find_profile.Query(mention.key, profile); rows.Next()) {
    const int64_t id = rows.Int64(0);
    in_.stale_documents.insert(id);
    return id;
  }
  in_.resolve.insert_document.Run(mention.key);
  const int64_t id = in_.db.LastInsertId();
  in_.stale_documents.insert(id);
  unsettled_.insert(mention.key);
  return id;
}

void Resolver::Settle() {
  for (const std::string& key : unsettled_) SettleKey(key);
  unsettled_.clear();
}

void Resolver::SettleKey(const std::string& key) {
  std::vector<Mention> mentions;
  std::vector<std::string> profiles;
  std::vector<int64_t> held;
  for (Rows rows = in_.resolve.list_profiles.Query(key); rows.Next();) {
    profiles.push_back(rows.Text(0));
    mentions.push_back(FromProfile(key, profiles.back()));
    held.push_back(rows.Int64(1));
  }
  const std::vector<int> clusters = ClusterMentions(mentions);
  // Each document keeps the oldest row that its mentions have; a row wanted by two goes to the
  // first.
  std::map<int, int64_t> row_of;
  std::set<int64_t> taken;
  for (size_t i = 0; i < clusters.size(); ++i) {
    const auto [it, fresh] = row_of.try_emplace(clusters[i], 0);
    if (taken.contains(held[i])) continue;
    if (fresh || it->second == 0) {
      it->second = held[i];
      taken.insert(held[i]);
    } else if (held[i] < it->second) {
      taken.erase(it->second);
      taken.insert(held[i]);
      it->second = held[i];
    }
  }
  for (auto& [cluster, row] : row_of) {
    if (row == 0) {
      in_.resolve.insert_document.Run(key);
      row = in_.db.LastInsertId();
    }
    in_.stale_documents.insert(row);
  }
  for (size_t i = 0; i < clusters.size(); ++i) {
    in_.resolve.move_files.Run(key, profiles[i], row_of[clusters[i]]);
    in_.resolve.move_citations.Run(key, profiles[i], row_of[clusters[i]]);
    in_.stale_documents.insert(held[i]);
  }
  in_.resolve.delete_unnamed.Run(key);
}

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

// The list of administrative units in the database, and which of them carry a document out.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "catalogue.h"
#include "internals.h"
#include "names.h"
#include "place.h"
#include "reach.h"
#include "store/admin_units.h"

namespace congvan::store {
namespace {

// The commune and the province as places of documents are filed (place.h).
using PlaceKey = std::pair<std::string, std::string>;

PlaceKey KeyOf(const Unit& unit) {
  const Place province = PlaceOfIssuer(unit.province);
  if (unit.level == Level::kProvince) return {province.province.value_or(""), ""};
  const Place place = PlaceOfIssuer(unit.name);
  return {place.commune.value_or(""), province.province.value_or("")};
}

// By the list where one was imported; else the communes that documents come from.
std::vector<Unit> Communes(Internals& in, const Catalogue& catalogue) {
  std::vector<Unit> communes;
  bool listed = false;
  for (Rows rows = in.units.list.Query(); rows.Next();) {
    listed = true;
    if (rows.Text(2) == ToString(Level::kCommune))
      communes.push_back({rows.Text(0), rows.Text(1), Level::kCommune, rows.Text(3)});
  }
  if (listed) return communes;
  std::set<PlaceKey> seen;
  for (const Catalogue::Entry& entry : catalogue.entries()) {
    if (entry.commune && entry.row.level == Level::kCommune &&
        seen.insert({*entry.commune, entry.province.value_or("")}).second) {
      communes.push_back({"", *entry.commune, Level::kCommune, entry.province.value_or("")});
    }
  }
  return communes;
}

class Coverage {
 public:
  Coverage(const Catalogue& catalogue, std::vector<Unit> communes) : catalogue_(catalogue) {
    for (Unit& unit : communes) {
      const bool listed = !unit.code.empty();
      const PlaceKey key = listed ? KeyOf(unit) : PlaceKey{unit.name, unit.province};
      const auto row = static_cast<int>(rows_.size());
      row_of_[key] = row;
      rows_of_name_[key.first].push_back(row);
      rows_.push_back({std::move(unit), {}, 0});
    }
  }

  void Count(int rank) {
    const Catalogue::Entry& entry = catalogue_.entries()[static_cast<size_t>(rank)];
    const int row = RowOf(entry);
    if (row < 0) return;
    CoverageRow& covered = rows_[static_cast<size_t>(row)];
    covered.documents.push_back(entry.row);
    covered.tasks += entry.row.tasks;
  }

  std::vector<CoverageRow> Rows(const std::optional<std::string>& in) && {
    if (in) {
      const NameMatcher province(*in);
      std::erase_if(rows_,
                    [&](const CoverageRow& row) { return !province.IsWithin(row.unit.province); });
    }
    std::sort(rows_.begin(), rows_.end(), [](const CoverageRow& a, const CoverageRow& b) {
      return std::tuple(!a.documents.empty(), a.unit.province, a.unit.name) <
             std::tuple(!b.documents.empty(), b.unit.province, b.unit.name);
    });
    return std::move(rows_);
  }

 private:
  // -1 where the document belongs to no unit for certain.
  [[nodiscard]] int RowOf(const Catalogue::Entry& entry) const {
    if (!entry.commune || entry.row.level != Level::kCommune) return -1;
    const auto exact = row_of_.find({*entry.commune, entry.province.value_or("")});
    if (exact != row_of_.end()) return exact->second;
    const auto named = rows_of_name_.find(*entry.commune);
    const bool only = !entry.province && named != rows_of_name_.end() && named->second.size() == 1;
    return only ? named->second.front() : -1;
  }

  const Catalogue& catalogue_;
  std::vector<CoverageRow> rows_;
  std::map<PlaceKey, int> row_of_;
  std::map<std::string, std::vector<int>> rows_of_name_;
};

}  // namespace

UnitStatements::UnitStatements(Db& db)
    : clear(db, "DELETE FROM units"),
      insert(db,
             "INSERT OR REPLACE INTO units (code, name, level, province, place_key, province_key)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      list(db,
           "SELECT code, name, level, province FROM units"
           " ORDER BY province, level = 'commune', name, code") {}

Result<void> ImportUnits(Store& store, const std::vector<Unit>& units) {
  Internals& in = store.internals();
  Tx tx(in.db);
  in.units.clear.Run();
  for (const Unit& unit : units) {
    const auto [place, province] = KeyOf(unit);
    in.units.insert.Run(unit.code, unit.name, ToString(unit.level), unit.province, place, province);
  }
  return tx.Commit();
}

Result<std::vector<Unit>> ListUnits(Store& store, const std::optional<std::string>& in) {
  Internals& internals = store.internals();
  std::optional<NameMatcher> province;
  if (in) province.emplace(*in);
  std::vector<Unit> units;
  for (Rows rows = internals.units.list.Query(); rows.Next();) {
    const Level level =
        rows.Text(2) == ToString(Level::kProvince) ? Level::kProvince : Level::kCommune;
    if (province && !province->IsWithin(rows.Text(3))) continue;
    units.push_back({rows.Text(0), rows.Text(1), level, rows.Text(3)});
  }
  if (auto done = internals.db.Check(); !done) return Fail(done.error());
  return units;
}

Result<std::vector<CoverageRow>> ListCoverage(Store& store, int64_t document_id,
                                              const std::optional<std::string>& in) {
  Internals& internals = store.internals();
  const Catalogue catalogue(internals);
  const Net net(internals, catalogue);
  Coverage coverage(catalogue, Communes(internals, catalogue));
  if (auto done = internals.db.Check(); !done) return Fail(done.error());
  const int root = catalogue.RankOf(document_id);
  if (root < 0) return std::vector<CoverageRow>{};
  for (const auto& [rank, way] : net.WaysTo({root})) {
    if (rank != root) coverage.Count(rank);
  }
  return std::move(coverage).Rows(in);
}

}  // namespace congvan::store

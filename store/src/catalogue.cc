#include "catalogue.h"

#include <filesystem>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::store {

std::string_view ToString(Level level) {
  switch (level) {
    case Level::kUnknown:
      return "unknown";
    case Level::kCentral:
      return "central";
    case Level::kProvince:
      return "province";
    case Level::kCommune:
      return "commune";
  }
  return "unknown";
}

namespace {

Level ParseLevel(std::string_view text) {
  for (Level level : {Level::kCentral, Level::kProvince, Level::kCommune}) {
    if (ToString(level) == text) return level;
  }
  return Level::kUnknown;
}

// A title may go on for lines: cut behind a word.
std::string ShortTitle(const std::string& name) {
  constexpr int kMost = 80;
  std::string line = OneLine(name);
  size_t at = 0, cut = 0;
  for (int count = 0; at < line.size(); ++count) {
    if (count == kMost) return line.substr(0, cut > 0 ? cut : at) + "…";
    const Decoded d = DecodeAt(line, at);
    if (d.code_point == U' ') cut = line.find_last_not_of(" ,;:-", at) + 1;
    at += d.size;
  }
  return line;
}

std::string LabelOf(const DocumentRow& row, const std::string& name) {
  if (row.symbol) return name;
  if (row.path && name == *row.path) return std::filesystem::path(name).filename().string();
  return ShortTitle(name);
}

}  // namespace

Catalogue::Catalogue(Internals& in) {
  for (Rows rows = in.reads.documents.Query(); rows.Next();) {
    Entry e;
    e.row.id = rows.Int64(0);
    e.row.symbol = rows.MaybeText(2);
    e.row.type = rows.MaybeText(3);
    e.row.date = rows.MaybeText(4);
    e.row.issuer = rows.MaybeText(5);
    e.row.place = rows.MaybeText(6);
    e.row.title = rows.MaybeText(7);
    e.row.level = ParseLevel(rows.Text(8));
    e.province = rows.MaybeText(9);
    e.commune = rows.MaybeText(10);
    e.row.arrived = !rows.IsNull(11);
    if (e.row.arrived) e.file_id = rows.Int64(11);
    e.row.path = rows.MaybeText(12);
    e.row.label = LabelOf(e.row, rows.Text(1));
    e.row.tasks = rows.Int(13);
    e.row.targets = rows.Int(14);
    e.identity_key = rows.Text(15);
    rank_of_.emplace(e.row.id, static_cast<int>(entries_.size()));
    entries_.push_back(std::move(e));
  }
}

int Catalogue::RankOf(int64_t document_id) const {
  const auto it = rank_of_.find(document_id);
  return it == rank_of_.end() ? -1 : it->second;
}

std::vector<int> Catalogue::WithSymbol(std::string_view typed) const {
  const std::string key = SymbolKey(typed);
  std::vector<int> ranks;
  for (size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].identity_key == key) ranks.push_back(static_cast<int>(i));
  }
  return ranks;
}

bool Catalogue::IsIn(int rank, const NameMatcher& place) const {
  const Entry& e = entries_[static_cast<size_t>(rank)];
  const auto within = [&](const std::optional<std::string>& name) {
    return name && place.IsWithin(*name);
  };
  if (within(e.row.issuer) || within(e.row.place) || within(e.commune)) return true;
  return e.province &&
         (place.IsWithin("tỉnh " + *e.province) || place.IsWithin("thành phố " + *e.province));
}

}  // namespace congvan::store

#include "commands/database.h"

#include <algorithm>
#include <filesystem>

#include "core/symbol.h"
#include "core/edit_distance.h"
#include "messages.h"
#include "normalizer/compose.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr size_t kMostCandidates = 8;
constexpr size_t kShortLabel = 40;

std::string Candidate(const store::DocumentRow& row) {
  std::string out = "#" + std::to_string(row.id) + " " + row.label;
  if (row.issuer) out += ", " + *row.issuer;
  if (row.date) out += ", " + DisplayDate(*row.date);
  if (!row.arrived) out += std::string(", ") + Tr("cited only");
  return out;
}

std::string Candidates(const std::vector<store::DocumentRow>& rows) {
  std::string list;
  for (size_t i = 0; i < std::min(rows.size(), kMostCandidates); ++i)
    list += "\n  " + Candidate(rows[i]);
  if (rows.size() > kMostCandidates) list += "\n  ...";
  return list;
}

/// Symbols that differ by a slip of the hand.
Result<std::vector<store::DocumentRow>> WithLikeSymbol(store::Store& store,
                                                       const std::string& typed) {
  CV_TRY(const std::vector<store::DocumentRow> all, store::ListDocuments(store));
  const std::string key = SymbolKey(typed);
  const int most = std::max(1, static_cast<int>(key.size()) / 4);
  std::vector<store::DocumentRow> like;
  for (const store::DocumentRow& row : all) {
    if (row.symbol && EditDistance(key, SymbolKey(*row.symbol)) <= most) like.push_back(row);
  }
  return like;
}

Result<Error> UnknownDocument(store::Store& store, const std::string& typed,
                              std::vector<store::DocumentRow> near) {
  if (near.empty()) {
    CV_TRY(near, WithLikeSymbol(store, typed));
  }
  std::string what = Say("no document is known as '{}'", {typed});
  if (near.empty()) {
    return MakeError(ErrorCode::kNotFound, {}, what, Msg("congvan show lists all of them"));
  }
  what += "; " + Say("near it are:{}", {Candidates(near)});
  return MakeError(ErrorCode::kNotFound, {}, std::move(what));
}

/// As typed, else composed, else decomposed: a file's name is bytes, and comes from anywhere.
Result<store::FoundDocuments> Find(store::Store& store, const std::string& typed,
                                   const std::optional<std::string>& in) {
  CV_TRY(store::FoundDocuments found, store::ResolveDocument(store, typed, in));
  for (const std::string& form : {normalizer::ToNfc(typed), normalizer::ToNfd(typed)}) {
    if (!found.rows.empty() || form == typed) continue;
    CV_TRY(store::FoundDocuments other, store::ResolveDocument(store, form, in));
    if (!other.rows.empty() || found.near.empty()) found = std::move(other);
  }
  return found;
}

std::string JoinNames(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < std::min(names.size(), kMostCandidates); ++i)
    out += (out.empty() ? "" : "; ") + names[i];
  return names.size() > kMostCandidates ? out + "; ..." : out;
}

/// "119/KH-UBND -> 15-KH/TU -> 57-NQ/TW".
std::string ShortWay(const std::vector<std::string>& via) {
  std::string out;
  for (const std::string& label : via) out += (out.empty() ? "" : " → ") + ShortLabel(label);
  return out;
}

/// Adds "via" in full, and what tables show instead.
void AddVia(Listing& listing) {
  listing.columns.push_back({"via", ""});
  listing.columns.push_back({"", Tr("Via")});
}

/// "UBND xã Khe Vàng" for what says it in full.
std::string ShortIssuer(const std::optional<std::string>& issuer) {
  std::string name = issuer.value_or("");
  for (const auto& [words, letters] :
       {std::pair{"Ủy ban nhân dân", "UBND"}, std::pair{"Uỷ ban nhân dân", "UBND"},
        std::pair{"Hội đồng nhân dân", "HĐND"}, std::pair{"Hội đồng Nhân dân", "HĐND"}}) {
    if (const size_t at = name.find(words); at != std::string::npos)
      name.replace(at, std::string_view(words).size(), letters);
  }
  return ShortLabel(name);
}

}  // namespace

Result<store::Store> OpenDatabase(const std::string& path) {
  Result<store::Store> opened = store::Store::Open(path, store::OpenMode::kReadOnly);
  if (!opened && opened.error().code == ErrorCode::kNotFound) {
    return Fail(
        MakeError(ErrorCode::kNotFound, path, Msg("there is no such database"),
                  Msg("make one with: congvan ingest FOLDER; --db or CONGVAN_DB name another")));
  }
  return opened;
}

Result<store::Store> OpenForWriting(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return OpenDatabase(path);  // which says what to do
  return store::Store::Open(path, store::OpenMode::kReadWriteCreate);
}

Result<store::DocumentRow> OneDocument(store::Store& store, const std::string& typed,
                                       const Console& console,
                                       const std::optional<std::string>& in) {
  CV_TRY(store::FoundDocuments found, Find(store, typed, in));
  if (found.rows.empty()) {
    CV_TRY(Error unknown, UnknownDocument(store, typed, std::move(found.near)));
    return Fail(std::move(unknown));
  }
  if (found.rows.size() > 1) {
    return Fail(MakeError(ErrorCode::kUsage, {},
                          Say("'{0}' may mean {1} documents; name one by its number:{2}",
                              {typed, std::to_string(found.rows.size()), Candidates(found.rows)})));
  }
  if (!found.exact)
    console.Note(Say("'{0}' is taken for {1}", {typed, Candidate(found.rows.front())}));
  return std::move(found.rows.front());
}

Result<std::optional<int64_t>> DocumentIdOf(store::Store& store,
                                            const std::optional<std::string>& typed,
                                            const Console& console,
                                            const std::optional<std::string>& in) {
  if (!typed) return std::optional<int64_t>();
  CV_TRY(const store::DocumentRow row, OneDocument(store, *typed, console, in));
  return std::optional<int64_t>(row.id);
}

Result<void> ExplainUnit(store::Store& store, const std::optional<std::string>& unit,
                         const Console& console) {
  if (!unit) return {};
  CV_TRY(const store::FoundUnits found, store::FindUnits(store, *unit));
  if (!found.names.empty()) {
    if (!found.exact) console.Note(Say("'{0}' is taken for: {1}", {*unit, JoinNames(found.names)}));
  } else if (found.near.empty()) {
    console.Note(Say("no body is named '{}'", {*unit}));
  } else {
    console.Note(Say("no body is named '{0}'; near it are: {1}", {*unit, JoinNames(found.near)}));
  }
  return {};
}

std::string PagesOf(const std::vector<PageSpan>& spans) {
  if (spans.empty()) return {};
  const auto [first, last] = std::minmax_element(
      spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.page < b.page; });
  const std::string from = std::to_string(first->page);
  return first->page == last->page ? from : from + "-" + std::to_string(last->page);
}

Value PageValue(const std::vector<PageSpan>& spans) {
  return spans.empty() ? Value() : Value(static_cast<int64_t>(spans.front().page));
}

std::string ShortLabel(const std::string& label) { return Abbreviate(label, kShortLabel); }

std::string RelationName(RelationKind kind) {
  switch (kind) {
    case RelationKind::kImplements:
      return Tr("implements");
    case RelationKind::kBasedOn:
      return Tr("based on");
    case RelationKind::kAmends:
      return Tr("amends");
    case RelationKind::kReplaces:
      return Tr("replaces");
    case RelationKind::kRepeals:
      return Tr("repeals");
    case RelationKind::kGuides:
      return Tr("guides");
    case RelationKind::kReportsOn:
      return Tr("reports on");
    case RelationKind::kRepliesTo:
      return Tr("replies to");
    case RelationKind::kIssuedWith:
      return Tr("issued with");
    case RelationKind::kCites:
      return Tr("cites");
  }
  return {};
}

std::string LevelName(store::Level level) {
  switch (level) {
    case store::Level::kCentral:
      return Tr("central");
    case store::Level::kProvince:
      return Tr("province");
    case store::Level::kCommune:
      return Tr("commune");
    case store::Level::kUnknown:
      return Tr("level unknown");
  }
  return {};
}

void Limit(Listing& listing, int limit, const Console& console) {
  const size_t most = static_cast<size_t>(limit);
  if (limit == 0 || listing.rows.size() <= most) return;
  console.Note(Say("{0} more rows; --limit shows {1}",
                   {std::to_string(listing.rows.size() - most), std::to_string(limit)}));
  listing.rows.resize(most);
}

Value DayValue(const std::optional<int>& day) { return day ? Value(int64_t{*day}) : Value(); }

std::vector<std::string> TextsOf(const std::vector<Milestone>& milestones) {
  std::vector<std::string> texts;
  for (const Milestone& milestone : milestones) texts.push_back(milestone.text);
  return texts;
}

Listing TaskListing(const std::vector<store::TaskRow>& rows, const RowColumns& shown) {
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", shown.document ? Tr("Document") : ""},
                     {"", shown.issuer ? Tr("Issuer") : ""},
                     {"page", Tr("Page"), ColumnKind::kNumber},
                     {"annex", Tr("Annex")},
                     {"ordinal", Tr("No.")},
                     {"text", Tr("Task")},
                     {"lead", Tr("Lead")},
                     {"deadline", Tr("Deadline")},
                     {"due", Tr("Due by"), ColumnKind::kDate},
                     {"kind", ""},
                     {"every", ""},
                     {"op", ""},
                     {"day", ""},
                     {"milestones", ""},
                     {"modality", ""},
                     {"support", shown.support ? Tr("Support") : ""},
                     {"group", ""},
                     {"product", ""},
                     {"note", ""},
                     {"references", ""},
                     {"issuer", ""},
                     {"path", ""}};
  if (shown.via) AddVia(listing);
  for (const store::TaskRow& row : rows) {
    const Task& task = row.task;
    listing.rows.push_back({row.document.label,
                            ShortLabel(row.document.label),
                            ShortIssuer(row.document.issuer),
                            PageValue(task.spans),
                            ToValue(task.annex),
                            ToValue(task.ordinal),
                            task.text,
                            task.lead,
                            ToValue(task.deadline.text),
                            ToValue(row.last_day),
                            std::string(ToString(task.deadline.kind)),
                            ToValue(task.deadline.every),
                            ToValue(task.deadline.op),
                            DayValue(task.deadline.day),
                            TextsOf(task.deadline.milestones),
                            ToValue(task.modality),
                            task.support,
                            ToValue(task.group),
                            ToValue(task.product),
                            ToValue(task.note),
                            task.references,
                            ToValue(row.document.issuer),
                            row.path});
    if (shown.via) {
      listing.rows.back().emplace_back(row.via);
      listing.rows.back().emplace_back(ShortWay(row.via));
    }
  }
  return listing;
}

Listing TargetListing(const std::vector<store::TargetRow>& rows, const RowColumns& shown) {
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", shown.document ? Tr("Document") : ""},
                     {"", shown.issuer ? Tr("Issuer") : ""},
                     {"page", Tr("Page"), ColumnKind::kNumber},
                     {"annex", ""},
                     {"ordinal", Tr("No.")},
                     {"indicator", Tr("Indicator")},
                     {"comparator", Tr("Goal")},
                     {"value", Tr("Value"), ColumnKind::kNumber},
                     {"value_max", ""},
                     {"unit", Tr("Unit")},
                     {"by", Tr("By"), ColumnKind::kDate},
                     {"modality", ""},
                     {"lead", Tr("Lead")},
                     {"group", ""},
                     {"issuer", ""},
                     {"path", ""}};
  if (shown.via) AddVia(listing);
  for (const store::TargetRow& row : rows) {
    const Target& target = row.target;
    listing.rows.push_back(
        {row.document.label, ShortLabel(row.document.label), ShortIssuer(row.document.issuer),
         PageValue(target.spans), ToValue(target.annex), ToValue(target.ordinal), target.indicator,
         ToValue(target.comparator), ToValue(target.value), ToValue(target.value_max),
         ToValue(target.unit), ToValue(target.by), ToValue(target.modality), target.lead,
         ToValue(target.group), ToValue(row.document.issuer), row.path});
    if (shown.via) {
      listing.rows.back().emplace_back(row.via);
      listing.rows.back().emplace_back(ShortWay(row.via));
    }
  }
  return listing;
}

}  // namespace congvan::cli

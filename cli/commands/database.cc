#include "commands/database.h"

#include <algorithm>

#include "messages.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr size_t kMostCandidates = 8;
constexpr size_t kShortLabel = 40;

std::string Candidate(const store::DocumentRow& row) {
  std::string out = "#" + std::to_string(row.id) + " " + row.label;
  for (const auto& part : {row.issuer, row.date}) {
    if (part) out += ", " + *part;
  }
  if (!row.arrived) out += std::string(", ") + Tr("cited only");
  return out;
}

Error UnknownDocument(const std::string& typed) {
  return MakeError(ErrorCode::kNotFound, {}, Say("no document is known as '{}'", {typed}),
                   Msg("congvan show lists all of them"));
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

Result<store::DocumentRow> OneDocument(store::Store& store, const std::string& typed) {
  CV_TRY(std::vector<store::DocumentRow> found, store::FindDocuments(store, typed));
  if (found.empty()) {
    return Fail(UnknownDocument(typed));
  }
  if (found.size() == 1) return std::move(found.front());
  std::string list;
  for (size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i)
    list += "\n  " + Candidate(found[i]);
  if (found.size() > kMostCandidates) list += "\n  ...";
  return Fail(MakeError(ErrorCode::kUsage, {},
                        Say("'{0}' may mean {1} documents; name one by its number:{2}",
                            {typed, std::to_string(found.size()), list})));
}

Result<std::optional<int64_t>> DocumentIdOf(store::Store& store,
                                            const std::optional<std::string>& typed) {
  if (!typed) return std::optional<int64_t>();
  CV_TRY(store::DocumentRow row, OneDocument(store, *typed));
  return std::optional<int64_t>(row.id);
}

Result<void> NeedSymbol(store::Store& store, const std::string& symbol) {
  CV_TRY(const std::vector<store::DocumentRow> found, store::FindDocuments(store, symbol));
  if (found.empty()) return Fail(UnknownDocument(symbol));
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

Listing TaskListing(const std::vector<store::TaskRow>& rows, bool with_via) {
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"page", Tr("Page"), true},
                     {"annex", Tr("Annex")},
                     {"ordinal", Tr("No.")},
                     {"text", Tr("Task")},
                     {"lead", Tr("Lead")},
                     {"deadline", Tr("Deadline")},
                     {"due", Tr("Due by")},
                     {"kind", ""},
                     {"every", ""},
                     {"support", ""},
                     {"group", ""},
                     {"product", ""},
                     {"note", ""},
                     {"references", ""},
                     {"issuer", ""},
                     {"path", ""}};
  if (with_via) AddVia(listing);
  for (const store::TaskRow& row : rows) {
    const Task& task = row.task;
    listing.rows.push_back({row.document.label, ShortLabel(row.document.label),
                            PageValue(task.spans), ToValue(task.annex), ToValue(task.ordinal),
                            task.text, task.lead, ToValue(task.deadline.text),
                            ToValue(row.last_day), std::string(ToString(task.deadline.kind)),
                            ToValue(task.deadline.every), task.support, ToValue(task.group),
                            ToValue(task.product), ToValue(task.note), task.references,
                            ToValue(row.document.issuer), row.path});
    if (with_via) {
      listing.rows.back().emplace_back(row.via);
      listing.rows.back().emplace_back(ShortWay(row.via));
    }
  }
  return listing;
}

Listing TargetListing(const std::vector<store::TargetRow>& rows, bool with_via) {
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"page", Tr("Page"), true},
                     {"annex", ""},
                     {"ordinal", Tr("No.")},
                     {"indicator", Tr("Indicator")},
                     {"comparator", Tr("Goal")},
                     {"value", Tr("Value"), true},
                     {"value_max", ""},
                     {"unit", Tr("Unit")},
                     {"by", Tr("By")},
                     {"lead", Tr("Lead")},
                     {"group", ""},
                     {"issuer", ""},
                     {"path", ""}};
  if (with_via) AddVia(listing);
  for (const store::TargetRow& row : rows) {
    const Target& target = row.target;
    listing.rows.push_back({row.document.label, ShortLabel(row.document.label),
                            PageValue(target.spans), ToValue(target.annex), ToValue(target.ordinal),
                            target.indicator, ToValue(target.comparator), ToValue(target.value),
                            ToValue(target.value_max), ToValue(target.unit), ToValue(target.by),
                            target.lead, ToValue(target.group), ToValue(row.document.issuer),
                            row.path});
    if (with_via) {
      listing.rows.back().emplace_back(row.via);
      listing.rows.back().emplace_back(ShortWay(row.via));
    }
  }
  return listing;
}

}  // namespace congvan::cli

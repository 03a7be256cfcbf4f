// support/record_builder.h: records made by hand, one short line a fact.
//
//   Record r = RecordBuilder("a", "119/KH-UBND").Issuer("UBND xã A, tỉnh B").Date("2025-11-14")
//                  .Cites("57-NQ/TW", "2024-12-22").Implements("57-NQ/TW").TaskOf("làm việc",
//                  {"Công an xã"});
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/record.h"

namespace congvan::testing {

class RecordBuilder {
 public:
  /// `name` makes the file: its path and its sha256. An empty symbol is an unknown one.
  explicit RecordBuilder(const std::string& name, const std::string& symbol = "") {
    record_.source.path = "/in/" + name + ".txt";
    record_.source.sha256 = Sha256Like(name);
    record_.source.media_type = "text/plain";
    record_.source.bytes = 100;
    record_.pages = 1;
    record_.text_from = "text";
    if (!symbol.empty()) record_.document.symbol = symbol;
  }

  RecordBuilder& Issuer(const std::string& name) { return Set(record_.document.issuer, name); }
  RecordBuilder& Type(const std::string& name) { return Set(record_.document.type, name); }
  RecordBuilder& Subject(const std::string& text) { return Set(record_.document.subject, text); }
  RecordBuilder& Date(const std::string& iso) {
    record_.document.date = ParseIsoDate(iso);
    return *this;
  }
  RecordBuilder& Annex() {
    record_.document.role = Role::kAnnex;
    return *this;
  }
  /// Empty texts are unknown.
  RecordBuilder& Cites(const std::string& symbol, const std::string& date = "",
                       const std::string& issuer = "", const std::string& title = "") {
    Citation c;
    if (!symbol.empty()) c.symbol = symbol;
    c.date = ParseIsoDate(date);
    if (!issuer.empty()) c.issuer = issuer;
    if (!title.empty()) c.title = title;
    c.mentions = 1;
    c.spans = {{1, 0, 5}};
    record_.citations.push_back(std::move(c));
    return *this;
  }
  RecordBuilder& Relates(const std::string& from, RelationKind kind, const std::string& to,
                         const std::string& verb = "") {
    record_.relations.push_back({from, kind, to, verb, {}});
    return *this;
  }
  RecordBuilder& Implements(const std::string& to) {
    return Relates("self", RelationKind::kImplements, to, "thực hiện");
  }
  RecordBuilder& TaskOf(const std::string& text, std::vector<std::string> lead,
                        const std::string& due = "", std::vector<std::string> references = {}) {
    Task t;
    t.text = text;
    t.lead = std::move(lead);
    t.references = std::move(references);
    if (!due.empty()) {
      t.deadline.text = due;
      t.deadline.kind = DeadlineKind::kDate;
      t.deadline.due = ParseIsoDate(due);
    }
    record_.tasks.push_back(std::move(t));
    return *this;
  }
  RecordBuilder& TargetOf(const std::string& indicator, double value, const std::string& by) {
    Target t;
    t.indicator = indicator;
    t.comparator = ">=";
    t.value = value;
    t.unit = "%";
    t.by = by;
    record_.targets.push_back(std::move(t));
    return *this;
  }

  Record& operator*() { return record_; }
  operator const Record&() const { return record_; }  // NOLINT(google-explicit-constructor)

  /// 64 hexadecimal digits that differ for different short names.
  static std::string Sha256Like(const std::string& name) {
    static const char kDigits[] = "0123456789abcdef";
    std::string out;
    for (unsigned char c : name) {
      out += kDigits[c >> 4];
      out += kDigits[c & 15];
    }
    out.resize(64, '0');
    return out;
  }

 private:
  RecordBuilder& Set(std::optional<std::string>& field, const std::string& value) {
    field = value;
    return *this;
  }
  Record record_;
};

/// Normalized text of these pages, without paragraphs.
inline NormalizedText TextOfPages(const std::vector<std::string>& pages) {
  NormalizedText text;
  for (const std::string& page : pages) {
    text.page_begin.push_back(static_cast<uint32_t>(text.text.size()));
    text.text += page;
  }
  return text;
}

}  // namespace congvan::testing

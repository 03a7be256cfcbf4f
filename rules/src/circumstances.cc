#include "circumstances.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "agency_names.h"
#include "core/field_path.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "record_fields.h"
#include "rules/deadline.h"

namespace congvan::rules {
namespace {

constexpr std::array<std::string_view, 15> kInOrder = {
    "out-of-time",  "time-as-body", "one-word",     "unbalanced", "unknown-body",
    "long-name",    "cut",          "not-in-words", "rebuilt",    "scattered",
    "small-letter", "mended",       "other-source", "two-pages",  "one-of-several"};

constexpr size_t kLongestName = 12;  // words of a body's name
constexpr std::array<std::string_view, 12> kGoesOn = {"và",  "của",   "với", "các",  "cho", "theo",
                                                      "tại", "trong", "do",  "hoặc", "là",  "để"};

// Of the single values, those that are words.
constexpr std::array<std::string_view, 8> kWordy = {
    "document.issuer", "document.subject", "document.place", "citations.issuer",
    "citations.title", "tasks.group",      "tasks.product",  "targets.group"};

std::string_view Graver(std::string_view a, std::string_view b) {
  const auto rank = [](std::string_view name) {  // of none: behind all
    return std::find(kInOrder.begin(), kInOrder.end(), name) - kInOrder.begin();
  };
  return rank(b) < rank(a) ? b : a;
}

size_t CountWords(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool IsUnbalanced(std::string_view text) {
  int round = 0, quoted = 0, straight = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded letter = DecodeAt(text, i);
    const char32_t c = letter.code_point;
    round += c == '(' ? 1 : c == ')' ? -1 : 0;
    quoted += c == U'“' ? 1 : c == U'”' ? -1 : 0;
    straight += c == '"' ? 1 : 0;
    if (round < 0) return true;
    i += letter.size;
  }
  return round != 0 || quoted != 0 || straight % 2 != 0;
}

// "VTV", "P. Kinh tế", "VPĐU xã".
bool IsAbbreviated(std::string_view name) { return IsAllUpper(name.substr(0, name.find(' '))); }

bool GoesOn(std::string_view text) {
  if (text.ends_with(',') || text.ends_with('-') || text.ends_with('(')) return true;
  const size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const std::string last = ToLower(text.substr(blank + 1));
  return std::find(kGoesOn.begin(), kGoesOn.end(), last) != kGoesOn.end();
}

// "2025-06" lies before "2025-06-30" in no certain way: only what both know is compared.
bool IsBefore(const std::string& day, const std::string& other) {
  const size_t known = std::min(day.size(), other.size());
  return day.substr(0, known) < other.substr(0, known);
}

class Judge {
 public:
  Judge(const RuleSet& rules, const RebuiltRows& rebuilt, Record& record)
      : rules_(rules), rebuilt_(rebuilt), record_(record) {
    if (record.document.date) day_ = record.document.date->Iso();
  }

  [[nodiscard]] std::string_view Of(const Evidence& evidence, const FieldPath& path) const {
    std::string_view gravest = evidence.circumstance;
    const auto holds = [&](bool does, std::string_view name) {
      if (does) gravest = Graver(gravest, name);
    };
    holds(IsOneOfSeveral(path), "one-of-several");
    holds(evidence.spans.front().page != evidence.spans.back().page, "two-pages");
    holds(IsRebuilt(path), "rebuilt");
    holds(IsOutOfTime(path), "out-of-time");
    if (const std::string* value = WordsOf(path)) {
      holds(IsUnbalanced(*value), "unbalanced");
      holds(GoesOn(*value), "cut");
      const bool is_sentence = path.part == "text" || path.part == "indicator";
      holds(is_sentence && IsLower(DecodeAt(*value, 0).code_point), "small-letter");
      if (NamesABody(path)) {
        holds(IsTime(*value), "time-as-body");
        const bool one = value->find_first_of(" /-&") == std::string::npos;
        const bool known = BodyHeadEnd(*value, 0, rules_) == value->size();
        holds(one && !known && !IsAbbreviated(*value), "one-word");
      }
      if (path.part == "lead" || path.part == "support") {
        // "Chủ tịch UBND các xã A, B, C": several of one kind, each short.
        holds(CountWords(value->substr(0, value->find(','))) > kLongestName, "long-name");
        holds(!BodyHeadEnd(*value, 0, rules_) && !IsAbbreviated(*value), "unknown-body");
      }
    }
    return gravest;
  }

 private:
  [[nodiscard]] bool IsRebuilt(const FieldPath& path) const {
    return (path.list == "tasks" && *path.row >= rebuilt_.first_task) ||
           (path.list == "targets" && *path.row >= rebuilt_.first_target);
  }

  [[nodiscard]] bool IsOneOfSeveral(const FieldPath& path) const {
    const auto* list = ListAt(record_, path);
    return list != nullptr && list->size() > 1;
  }

  [[nodiscard]] bool IsTime(std::string_view words) const {
    const DeadlineContext context{record_.document.date, 0};
    // "Trung tâm Giáo dục thường xuyên" is a name.
    if (ToLower(words).find("giáo dục thường xuyên") != std::string::npos) return false;
    return ReadDeadlineCell(words, context, rules_).kind != DeadlineKind::kNone;
  }

  static bool NamesABody(const FieldPath& path) {
    return path.part == "lead" || path.part == "support" || path.part == "issuer";
  }

  // Of the values that are words of the document.
  [[nodiscard]] const std::string* WordsOf(const FieldPath& path) const {
    if (const auto* list = ListAt(record_, path))
      return path.item && *path.item < list->size() ? &(*list)[*path.item] : nullptr;
    const std::string kind = path.Kind();
    if (kind == "tasks.text") return &record_.tasks[*path.row].text;
    if (kind == "targets.indicator") return &record_.targets[*path.row].indicator;
    const bool is_words =
        std::find(kWordy.begin(), kWordy.end(), std::string_view(kind)) != kWordy.end();
    const auto* text = is_words ? TextAt(record_, path) : nullptr;
    return text != nullptr && *text ? &**text : nullptr;
  }

  [[nodiscard]] bool IsOutOfTime(const FieldPath& path) const {
    if (day_.empty()) return false;
    if (path.list == "tasks" && path.part.starts_with("deadline")) {
      const auto& due = record_.tasks[*path.row].deadline.due;
      return due && IsBefore(due->Iso(), day_);
    }
    if (path.Kind() == "targets.by") {
      const auto& by = record_.targets[*path.row].by;
      return by && IsBefore(*by, day_);
    }
    if (path.Kind() == "citations.date") {
      const auto& date = record_.citations[*path.row].date;
      return date && IsBefore(day_, date->Iso());
    }
    return false;
  }

  const RuleSet& rules_;
  const RebuiltRows& rebuilt_;
  Record& record_;
  std::string day_;
};

// Two decimals, never quite 1 and never 0.
double Shown(double confidence) { return std::max(1.0, std::floor(confidence * 100)) / 100; }

}  // namespace

void JudgeEvidence(const RuleSet& rules, const RebuiltRows& rebuilt, Record& record) {
  const Judge judge(rules, rebuilt, record);
  for (Evidence& evidence : record.evidence) {
    const auto path = ParseFieldPath(evidence.field);
    CV_CHECK(path.has_value(), "evidence is of a value of the record");
    evidence.circumstance = judge.Of(evidence, *path);
    evidence.confidence =
        Shown(rules.confidence().Of(path->Kind(), evidence.rule, evidence.circumstance));
  }
}

}  // namespace congvan::rules

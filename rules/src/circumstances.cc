#include "circumstances.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "agency_names.h"
#include "core/field_path.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
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
  Judge(const RuleSet& rules, const RebuiltRows& rebuilt, const Record& record)
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
        holds(CountWords(*value) < 2, "one-word");
        holds(CountWords(*value) > kLongestName, "long-name");
        holds(path.part != "issuer" && !BodyHeadEnd(*value, 0, rules_), "unknown-body");
      }
    }
    return gravest;
  }

 private:
  template <class T>
  static const T* At(const std::vector<T>& list, const std::optional<size_t>& index) {
    return index && *index < list.size() ? &list[*index] : nullptr;
  }
  static const std::string* Given(const std::optional<std::string>& value) {
    return value ? &*value : nullptr;
  }

  [[nodiscard]] bool IsRebuilt(const FieldPath& path) const {
    return (path.list == "tasks" && *path.row >= rebuilt_.first_task) ||
           (path.list == "targets" && *path.row >= rebuilt_.first_target);
  }

  [[nodiscard]] const std::vector<std::string>* ListOf(const FieldPath& path) const {
    if (const Task* task = path.list == "tasks" ? At(record_.tasks, path.row) : nullptr) {
      if (path.part == "lead") return &task->lead;
      if (path.part == "support") return &task->support;
      if (path.part == "references") return &task->references;
    }
    if (const Target* target = path.list == "targets" ? At(record_.targets, path.row) : nullptr) {
      if (path.part == "lead") return &target->lead;
    }
    if (path.Kind() == "document.addressees") return &record_.document.addressees;
    if (path.Kind() == "document.recipients") return &record_.document.recipients;
    return nullptr;
  }

  [[nodiscard]] bool IsOneOfSeveral(const FieldPath& path) const {
    const auto* list = ListOf(path);
    return list != nullptr && list->size() > 1;
  }

  [[nodiscard]] bool IsTime(std::string_view words) const {
    const DeadlineContext context{record_.document.date, 0};
    return ReadDeadlineCell(words, context, rules_).kind != DeadlineKind::kNone;
  }

  static bool NamesABody(const FieldPath& path) {
    return path.part == "lead" || path.part == "support" || path.part == "issuer";
  }

  // Of the values that are words of the document.
  [[nodiscard]] const std::string* WordsOf(const FieldPath& path) const {
    if (const auto* list = ListOf(path)) return At(*list, path.item);
    if (path.list == "document") {
      const DocumentHead& head = record_.document;
      if (path.part == "issuer") return Given(head.issuer);
      if (path.part == "subject") return Given(head.subject);
      if (path.part == "place") return Given(head.place);
      return nullptr;
    }
    if (const Citation* citation =
            path.list == "citations" ? At(record_.citations, path.row) : nullptr) {
      if (path.part == "issuer") return Given(citation->issuer);
      if (path.part == "title") return Given(citation->title);
    }
    if (const Task* task = path.list == "tasks" ? At(record_.tasks, path.row) : nullptr) {
      if (path.part == "text") return &task->text;
      if (path.part == "group") return Given(task->group);
      if (path.part == "product") return Given(task->product);
    }
    if (const Target* target = path.list == "targets" ? At(record_.targets, path.row) : nullptr) {
      if (path.part == "indicator") return &target->indicator;
      if (path.part == "group") return Given(target->group);
    }
    return nullptr;
  }

  [[nodiscard]] bool IsOutOfTime(const FieldPath& path) const {
    if (day_.empty()) return false;
    if (path.list == "tasks" && path.part.starts_with("deadline")) {
      const Task* task = At(record_.tasks, path.row);
      return task != nullptr && task->deadline.due && IsBefore(task->deadline.due->Iso(), day_);
    }
    if (path.Kind() == "targets.by") {
      const Target* target = At(record_.targets, path.row);
      return target != nullptr && target->by && IsBefore(*target->by, day_);
    }
    if (path.Kind() == "citations.date") {
      const Citation* citation = At(record_.citations, path.row);
      return citation != nullptr && citation->date && IsBefore(day_, citation->date->Iso());
    }
    return false;
  }

  const RuleSet& rules_;
  const RebuiltRows& rebuilt_;
  const Record& record_;
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

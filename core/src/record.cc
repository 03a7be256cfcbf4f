#include "core/record.h"

#include <array>
#include <utility>

namespace congvan {
namespace {

template <class Enum, size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<RelationKind, 10> kRelationNames = {{
    {RelationKind::kImplements, "implements"},
    {RelationKind::kBasedOn, "based_on"},
    {RelationKind::kAmends, "amends"},
    {RelationKind::kReplaces, "replaces"},
    {RelationKind::kRepeals, "repeals"},
    {RelationKind::kGuides, "guides"},
    {RelationKind::kReportsOn, "reports_on"},
    {RelationKind::kRepliesTo, "replies_to"},
    {RelationKind::kIssuedWith, "issued_with"},
    {RelationKind::kCites, "cites"},
}};

constexpr Names<DeadlineKind, 11> kDeadlineNames = {{
    {DeadlineKind::kNone, "none"},
    {DeadlineKind::kDate, "date"},
    {DeadlineKind::kMonth, "month"},
    {DeadlineKind::kQuarter, "quarter"},
    {DeadlineKind::kYear, "year"},
    {DeadlineKind::kPeriod, "period"},
    {DeadlineKind::kOngoing, "ongoing"},
    {DeadlineKind::kRecurring, "recurring"},
    {DeadlineKind::kPerPlan, "per_plan"},
    {DeadlineKind::kAnchored, "anchored"},
    {DeadlineKind::kOnRequest, "on_request"},
}};

template <class Enum, size_t N>
std::string_view NameOf(const Names<Enum, N>& names, Enum kind) {
  for (const auto& [value, name] : names) {
    if (value == kind) return name;
  }
  return {};
}

template <class Enum, size_t N>
std::optional<Enum> KindOf(const Names<Enum, N>& names, std::string_view text) {
  for (const auto& [value, name] : names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view ToString(RelationKind kind) { return NameOf(kRelationNames, kind); }
std::optional<RelationKind> ParseRelationKind(std::string_view name) {
  return KindOf(kRelationNames, name);
}
std::string_view ToString(DeadlineKind kind) { return NameOf(kDeadlineNames, kind); }
std::optional<DeadlineKind> ParseDeadlineKind(std::string_view name) {
  return KindOf(kDeadlineNames, name);
}

}  // namespace congvan

#include "table_groups.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

bool IsDash(std::string_view text) {
  return text == "-" || text == "+" || text == "*" || text == "–" || text == "•" || text == "—";
}

bool IsNumbered(OrdinalKind kind) {
  return kind == OrdinalKind::kNumber || kind == OrdinalKind::kSubNumber;
}

}  // namespace

std::string CleanOrdinal(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' && c != '\n') out.push_back(c);  // "13\n.1"
  }
  while (!out.empty() && std::string_view(".):,").find(out.back()) != std::string_view::npos)
    out.pop_back();
  while (!out.empty() && out.front() == '(') out.erase(0, 1);
  return out;
}

OrdinalKind KindOfOrdinal(const std::string& ordinal) {
  if (ordinal.empty()) return OrdinalKind::kNone;
  if (IsDash(ordinal)) return OrdinalKind::kDash;
  if (ordinal.find_first_not_of("0123456789.") == std::string::npos)
    return ordinal.find('.') == std::string::npos ? OrdinalKind::kNumber : OrdinalKind::kSubNumber;
  if (ordinal.find_first_not_of("IVXL") == std::string::npos) return OrdinalKind::kRoman;
  const bool one = CountCodePoints(ordinal) == 1;
  if (one && IsUpper(DecodeAt(ordinal, 0).code_point)) return OrdinalKind::kLetter;
  if (one || ordinal.find_first_not_of("ivx") == std::string::npos) return OrdinalKind::kItem;
  return OrdinalKind::kSubNumber;  // "I.1", "1a", "A1"
}

bool IsUnder(const std::string& child, const std::string& parent) {
  return !parent.empty() && child.size() > parent.size() + 1 && child.starts_with(parent) &&
         child[parent.size()] == '.';
}

MarkedText SplitMark(std::string_view text) {
  MarkedText out{"", std::string(text)};
  const size_t blank = text.find(' ');
  const size_t end = text.find_first_of(".)");
  size_t mark_end = std::string_view::npos;
  if (blank != std::string_view::npos && blank <= 9 && blank > 0 &&
      (text[blank - 1] == '.' || text[blank - 1] == ')' || text[blank - 1] == ':')) {
    mark_end = blank;
  } else if (blank != std::string_view::npos && end != std::string_view::npos && end < blank &&
             text.substr(0, blank).find_first_not_of("0123456789.") == std::string_view::npos) {
    mark_end = blank;  // "1.2 Rà soát"
  } else if (end != std::string_view::npos && end <= 4 && end + 1 < text.size() &&
             IsUpper(DecodeAt(text, end + 1).code_point)) {
    mark_end = end + 1;  // "A.CHUỖI"
  }
  if (mark_end == std::string_view::npos) return out;
  const std::string mark = CleanOrdinal(text.substr(0, mark_end));
  const bool plain = mark.find_first_not_of("0123456789.IVXL") == std::string::npos;
  if (mark.empty() || IsDash(mark) || (!plain && CountCodePoints(mark) != 1)) return out;
  out.ordinal = mark;
  out.text = OneLine(text.substr(mark_end));
  return out;
}

void GroupStack::Open(Group group) {
  if (group.kind == OrdinalKind::kNone) group.kind = OrdinalKind::kUnnumbered;
  while (!groups_.empty() && groups_.back().kind >= group.kind &&
         !(IsNumbered(group.kind) && IsUnder(group.ordinal, groups_.back().ordinal)))
    groups_.pop_back();
  groups_.push_back(std::move(group));
}

void GroupStack::CloseFor(const std::string& ordinal) {
  const OrdinalKind kind = KindOfOrdinal(ordinal);
  if (!IsNumbered(kind) && kind != OrdinalKind::kItem) return;
  const OrdinalKind rank = kind == OrdinalKind::kItem ? kind : OrdinalKind::kNumber;
  // A heading behind a dash holds as long as the heading above it.
  size_t kept = groups_.size();
  for (size_t i = groups_.size(); i-- > 0;) {
    const Group& group = groups_[i];
    if (group.kind == OrdinalKind::kDash) continue;
    if (group.kind < rank || group.restarts || IsUnder(ordinal, group.ordinal)) break;
    kept = i;
  }
  groups_.resize(kept);
}

const GroupStack::Group* GroupStack::Innermost() const {
  return groups_.empty() ? nullptr : &groups_.back();
}

const GroupStack::Group* GroupStack::WithMilestone() const {
  for (auto it = groups_.rbegin(); it != groups_.rend(); ++it) {
    if (it->milestone) return &*it;
  }
  return nullptr;
}

}  // namespace congvan::rules

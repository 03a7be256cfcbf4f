#include "core/field_path.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace congvan {
namespace {

constexpr std::array<std::string_view, 4> kLists = {"citations", "relations", "tasks", "targets"};

// Takes "[12]" from the end of `text`; leaves it as it is when there is none.
std::optional<size_t> TakeIndex(std::string_view& text) {
  const size_t open = text.rfind('[');
  if (open == std::string_view::npos || !text.ends_with(']')) return std::nullopt;
  const std::string_view digits = text.substr(open + 1, text.size() - open - 2);
  size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  text = text.substr(0, open);
  return value;
}

bool IsName(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; });
}

std::string Indexed(std::string name, const std::optional<size_t>& index) {
  if (index) name += "[" + std::to_string(*index) + "]";
  return name;
}

}  // namespace

std::string FieldPath::Kind() const { return part.empty() ? list : list + "." + part; }

std::string FieldPath::Text() const {
  const std::string whole = Indexed(list, row);
  return part.empty() ? whole : Indexed(whole + "." + part, item);
}

std::optional<FieldPath> ParseFieldPath(std::string_view text) {
  FieldPath out;
  const size_t dot = text.find('.');
  std::string_view head = text.substr(0, dot);
  out.row = TakeIndex(head);
  out.list = head;
  const bool is_document = head == "document";
  if (is_document == out.row.has_value()) return std::nullopt;
  if (!is_document && std::find(kLists.begin(), kLists.end(), head) == kLists.end())
    return std::nullopt;
  if (dot == std::string_view::npos) {
    if (is_document) return std::nullopt;
    return out;
  }
  std::string_view part = text.substr(dot + 1);
  out.item = TakeIndex(part);
  if (!IsName(part)) return std::nullopt;
  out.part = part;
  return out;
}

}  // namespace congvan

#include "json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/utf8.h"

namespace congvan::cli {
namespace {

void WriteEscape(std::ostream& out, char32_t code_point) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out << "\\u" << kHex[(code_point >> 12) & 15] << kHex[(code_point >> 8) & 15]
      << kHex[(code_point >> 4) & 15] << kHex[code_point & 15];
}

bool NeedsScriptEscape(char32_t c) {
  return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string ShortestNumber(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

void JsonWriter::Indent() {
  out_ << '\n';
  for (size_t i = 0; i < levels_.size(); ++i) out_ << "  ";
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ << ',';
  levels_.back().empty = false;
  Indent();
}

JsonWriter& JsonWriter::BeginObject() {
  Separate();
  out_ << '{';
  levels_.push_back({false, true});
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  Separate();
  out_ << '[';
  levels_.push_back({true, true});
  return *this;
}

JsonWriter& JsonWriter::End() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) Indent();
  out_ << (level.array ? ']' : '}');
  if (levels_.empty()) out_ << '\n';
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  String(key);
  out_ << ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  Separate();
  out_ << '"';
  for (size_t i = 0; i < value.size();) {
    const Decoded decoded = DecodeAt(value, i);
    const char32_t c = decoded.code_point;
    if (c == '"' || c == '\\') {
      out_ << '\\' << static_cast<char>(c);
    } else if (c == '\n') {
      out_ << "\\n";
    } else if (c == '\t') {
      out_ << "\\t";
    } else if (c < 0x20 || c == 0x7F || (for_script_ && NeedsScriptEscape(c))) {
      WriteEscape(out_, c);
    } else if (c == 0xFFFD) {  // a broken byte too: the output stays valid UTF-8
      out_ << "\xEF\xBF\xBD";
    } else {
      out_ << value.substr(i, decoded.size);
    }
    i += decoded.size;
  }
  out_ << '"';
  return *this;
}

JsonWriter& JsonWriter::OptionalString(const std::optional<std::string>& value) {
  return value ? String(*value) : Null();
}

JsonWriter& JsonWriter::Integer(int64_t value) {
  Separate();
  out_ << std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::Number(double value) {
  if (!std::isfinite(value)) return Null();
  Separate();
  out_ << ShortestNumber(value);
  return *this;
}

JsonWriter& JsonWriter::Boolean(bool value) {
  Separate();
  out_ << (value ? "true" : "false");
  return *this;
}

JsonWriter& JsonWriter::Null() {
  Separate();
  out_ << "null";
  return *this;
}

JsonWriter& JsonWriter::Strings(const std::vector<std::string>& values) {
  Separate();
  out_ << '[';
  bool first = true;
  for (const std::string& value : values) {
    out_ << (first ? "" : ", ");
    first = false;
    after_key_ = true;  // the separator is written already
    String(value);
  }
  out_ << ']';
  return *this;
}

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Separate();
  while (!json.empty() && json.back() == '\n') json.remove_suffix(1);
  out_ << json;
  return *this;
}

}  // namespace congvan::cli

// cli/json_writer.h: writes JSON piece by piece, in the order given: no tree in memory, keys keep
// their order.
//
//   JsonWriter json(out);
//   json.BeginObject();
//   json.Key("symbol").String("57-NQ/TW");
//   json.End();
//
// Pretty, two spaces. Strings must be UTF-8; "<", ">" and "&" are written as they are unless
// `for_script` is set, which escapes them (and U+2028/2029), so that the text can stand inside a
// <script> element whatever it holds.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace congvan::cli {

class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out, bool for_script = false)
      : out_(out), for_script_(for_script) {}

  JsonWriter& BeginObject();
  JsonWriter& BeginArray();
  /// Ends the innermost object or array; after the outermost a line feed is written.
  JsonWriter& End();
  JsonWriter& Key(std::string_view key);

  JsonWriter& String(std::string_view value);
  JsonWriter& OptionalString(const std::optional<std::string>& value);
  JsonWriter& Integer(int64_t value);
  /// Shortest form that reads back the same; null for what JSON lacks (infinity, not a number).
  JsonWriter& Number(double value);
  JsonWriter& Boolean(bool value);
  JsonWriter& Null();
  JsonWriter& Strings(const std::vector<std::string>& values);
  /// A value that is JSON already, written as it stands.
  JsonWriter& Raw(std::string_view json);

 private:
  void Separate();
  void Indent();

  struct Level {
    bool array = false;
    bool empty = true;
  };
  std::ostream& out_;
  bool for_script_;
  bool after_key_ = false;
  std::vector<Level> levels_;
};

/// The shortest decimal form that reads back the same: "62", "8.78".
std::string ShortestNumber(double value);

}  // namespace congvan::cli

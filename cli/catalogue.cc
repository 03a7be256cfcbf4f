#include "catalogue.h"

#include <cstdint>
#include <cstring>
#include <map>

#include "core/result.h"
#include "embedded_catalogue.h"

namespace congvan::cli {
namespace {

using Table = std::map<std::string_view, const char*>;

// The .mo format (gettext manual, "The Format of GNU MO Files"), in the byte order of this machine:
// magic, revision, number of strings, places of the tables of originals and of translations; an
// entry is length and place.
Table ReadTable(std::string_view file) {
  const auto number = [&](size_t at) {
    uint32_t value = 0;
    CV_CHECK(at + sizeof value <= file.size(), "the catalogue is cut short");
    std::memcpy(&value, file.data() + at, sizeof value);
    return size_t{value};
  };
  constexpr size_t kMagic = 0x950412de;
  CV_CHECK(number(0) == kMagic, "the catalogue is no .mo file of this machine");
  const size_t count = number(8), originals = number(12), translations = number(16);
  const auto text = [&](size_t entry) {
    const size_t size = number(entry), at = number(entry + 4);
    CV_CHECK(at + size < file.size(), "the catalogue is cut short");
    return file.substr(at, size);
  };
  Table table;
  for (size_t i = 0; i < count; ++i)
    table.emplace(text(originals + 8 * i), text(translations + 8 * i).data());
  return table;
}

}  // namespace

const char* Vietnamese(std::string_view msgid) {
  static const Table table = [] {
    const auto& files = EmbeddedCatalogues();
    CV_CHECK(files.size() == 1, "there is one catalogue");
    return ReadTable(files.front().text);
  }();
  const auto it = table.find(msgid);
  return it == table.end() || *it->second == '\0' ? nullptr : it->second;
}

}  // namespace congvan::cli

// Lists of administrative units, as they are published.
#include <nlohmann/json.hpp>

#include "store/admin_units.h"

namespace congvan::store {
namespace {

using Json = nlohmann::json;

Error NoList(const std::string& file, std::string why) {
  return MakeError(ErrorCode::kUnsupported, file, std::move(why),
                   "give JSON: an array of provinces with Code, FullName and Wards");
}

std::optional<std::string> TextOf(const Json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_string()) return std::nullopt;
  return it->get<std::string>();
}

}  // namespace

Result<std::vector<Unit>> ReadUnits(std::string_view bytes, const std::string& file) {
  const Json list = Json::parse(bytes, nullptr, false);
  if (!list.is_array()) return Fail(NoList(file, "this is no list of units"));
  std::vector<Unit> units;
  for (const Json& province : list) {
    const auto code = TextOf(province, "Code"), name = TextOf(province, "FullName");
    if (!code || !name) return Fail(NoList(file, "a province without Code or FullName"));
    units.push_back({*code, *name, Level::kProvince, *name});
    const auto wards = province.find("Wards");
    if (wards == province.end() || !wards->is_array()) continue;
    for (const Json& ward : *wards) {
      const auto ward_code = TextOf(ward, "Code"), ward_name = TextOf(ward, "FullName");
      if (!ward_code || !ward_name) return Fail(NoList(file, "a commune without Code or FullName"));
      units.push_back({*ward_code, *ward_name, Level::kCommune, *name});
    }
  }
  if (units.empty()) return Fail(NoList(file, "no unit in it"));
  return units;
}

}  // namespace congvan::store

// name_case.h: capitals of a body's name, as ND 30/2020/ND-CP appendix II writes them.
#pragma once

#include <string>
#include <string_view>

namespace congvan::rules {

/// Capitals as in running text: "SỞ GIÁO DỤC VÀ ĐÀO TẠO" -> "Sở Giáo dục và Đào tạo",
/// "BAN THƯỜNG VỤ TỈNH ỦY" -> "Ban Thường vụ Tỉnh ủy". Text that has small letters stays. The older
/// tone placement is written (ỦY, not UỶ).
std::string NaturalCase(std::string_view text);

/// "tỉnh Lào Cai" of "UBND tỉnh Lào Cai" and of "Tỉnh ủy Lào Cai"; empty when the name, in natural
/// case, holds no place of its own ("UBND tỉnh").
std::string PlaceOfName(std::string_view name);

}  // namespace congvan::rules

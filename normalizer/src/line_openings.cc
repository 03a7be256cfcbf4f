#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_shape.h"
#include "line_words.h"

namespace congvan::normalizer {
namespace {

constexpr std::array kTypes = std::to_array<std::string_view>({"kế hoạch",
                                                               "kế hoạch hành động",
                                                               "quyết định",
                                                               "quyết nghị",
                                                               "nghị quyết",
                                                               "thông báo",
                                                               "kết luận",
                                                               "chỉ thị",
                                                               "công điện",
                                                               "báo cáo",
                                                               "tờ trình",
                                                               "hướng dẫn",
                                                               "chương trình",
                                                               "chương trình hành động",
                                                               "đề án",
                                                               "quy định",
                                                               "quy chế",
                                                               "phương án",
                                                               "dự án",
                                                               "biên bản",
                                                               "giấy mời",
                                                               "thông tư",
                                                               "thông tư liên tịch",
                                                               "nghị định",
                                                               "luật",
                                                               "pháp lệnh",
                                                               "lệnh",
                                                               "công văn",
                                                               "thông tri",
                                                               "thông cáo",
                                                               "danh mục",
                                                               "phụ lục",
                                                               "điều lệ",
                                                               "chiến lược",
                                                               "quy hoạch",
                                                               "tuyên bố",
                                                               "giấy ủy quyền",
                                                               "hợp đồng",
                                                               "công bố",
                                                               "thư ngỏ",
                                                               "sắc lệnh"});

constexpr std::array kSignOff = std::to_array<std::string_view>({"tm.",
                                                                 "t/m",
                                                                 "kt.",
                                                                 "k/t",
                                                                 "tl.",
                                                                 "t/l",
                                                                 "tuq.",
                                                                 "q.",
                                                                 "thừa lệnh",
                                                                 "chủ tịch",
                                                                 "phó chủ tịch",
                                                                 "giám đốc",
                                                                 "phó giám đốc",
                                                                 "bí thư",
                                                                 "phó bí thư",
                                                                 "trưởng ban",
                                                                 "phó trưởng ban",
                                                                 "trưởng phòng",
                                                                 "phó trưởng phòng",
                                                                 "chánh văn phòng",
                                                                 "phó chánh văn phòng",
                                                                 "bộ trưởng",
                                                                 "thứ trưởng",
                                                                 "thủ tướng",
                                                                 "phó thủ tướng",
                                                                 "cục trưởng",
                                                                 "phó cục trưởng",
                                                                 "vụ trưởng",
                                                                 "hiệu trưởng",
                                                                 "phó hiệu trưởng",
                                                                 "ủy viên",
                                                                 "phó tổng",
                                                                 "tổng giám đốc",
                                                                 "chủ nhiệm",
                                                                 "phó chủ nhiệm",
                                                                 "trưởng đoàn",
                                                                 "người ký",
                                                                 "chánh thanh tra",
                                                                 "tổng kiểm toán",
                                                                 "chi cục trưởng",
                                                                 "viện trưởng"});

constexpr std::array kBodies = std::to_array<std::string_view>(
    {"công an",   "văn phòng", "phòng",      "sở",        "ubnd",      "ủy ban",      "hđnd",
     "hội đồng",  "trung tâm", "ban",        "các",       "bộ",        "tổ công",     "hội",
     "đảng ủy",   "mttq",      "ubmttq",     "mặt trận",  "trường",    "trạm",        "đoàn",
     "liên",      "chi cục",   "cục",        "thanh tra", "viện",      "vnpt",        "viettel",
     "bí thư",    "chủ tịch",  "tổng",       "ngân hàng", "kho bạc",   "tòa án",      "bảo hiểm",
     "thường",    "chi bộ",    "đảng bộ",    "tỉnh ủy",   "thành ủy",  "đảng đoàn",   "cơ quan",
     "đơn vị",    "doanh",     "vụ",         "học viện",  "đài",       "báo",         "quân sự",
     "bộ đội",    "điện lực",  "thôn",       "tổ trưởng", "trưởng",    "lãnh đạo",    "quỹ",
     "đại học",   "ban chqs",  "hợp tác xã", "htx",       "bưu điện",  "chính quyền", "thuế",
     "xã",        "phường",    "hạt",        "đồn",       "công ty",   "tập đoàn",    "bệnh viện",
     "chi nhánh", "mobifone",  "đội",        "vp",        "p.",        "bch",         "bcđ",
     "ttpvhcc",   "kiểm toán", "tổ giúp",    "tiểu ban",  "tỉnh đoàn", "hải quan",    "tổ tiếp",
     "tổ dân",    "tổ hợp",    "tổ một cửa"});

}  // namespace

bool StartsWithFormula(std::string_view line) {
  constexpr std::array kFormulas = std::to_array<std::string_view>(
      {"căn cứ", "nơi nhận", "kính gửi", "đồng kính gửi", "kính trình", "số:", "v/v",
       "theo đề nghị", "xét đề nghị", "xét tờ trình", "trên cơ sở", "trên đây là", "ghi chú",
       "lưu:"});
  if (!StartsUpper(line)) return false;
  return StartsWithPhrase(Folded(line.substr(0, 40)), kFormulas);
}

bool StartsWithAnnexReference(std::string_view line) {
  constexpr std::array kReferences = std::to_array<std::string_view>(
      {"kèm theo", "ban hành kèm theo", "đính kèm", "ban hành theo"});
  const std::string_view words = WithoutOpeners(line);
  return words.size() < line.size() && StartsUpper(words) &&
         StartsWithPhrase(Folded(words.substr(0, 40)), kReferences);
}

bool StartsWithAddressees(std::string_view line) {
  constexpr std::array kAddressees =
      std::to_array<std::string_view>({"kính gửi", "đồng kính gửi", "kính trình", "kính chuyển"});
  return StartsWithPhrase(Folded(line.substr(0, 40)), kAddressees);
}

bool StartsWithOpening(std::string_view line) {
  constexpr std::array kOpenings = std::to_array<std::string_view>(
      {"thực hiện", "triển khai", "tiếp theo", "tiếp tục",  "theo",          "ngày",
       "sau khi",   "phúc đáp",   "trả lời",   "vừa qua",   "thời gian qua", "trong thời gian",
       "qua",       "nhằm",       "để",        "trong",     "tại",           "xét",
       "hiện nay",  "với",        "do",        "nhận được", "đề nghị",       "liên quan"});
  if (!StartsUpper(line)) return false;
  return StartsWithPhrase(Folded(line.substr(0, 40)), kOpenings);
}

bool StartsWithClosing(std::string_view line) {
  constexpr std::array kClosings =
      std::to_array<std::string_view>({"trong quá trình thực hiện", "trong quá trình triển khai",
                                       "trong quá trình tổ chức thực hiện", "thông tin liên hệ",
                                       "mọi thông tin", "thông tin chi tiết"});
  // "Nghị quyết này được HĐND xã ..." / "thông qua ngày ...": the line may end before its verb.
  constexpr std::array kAdopted = std::to_array<std::string_view>(
      {"được hội đồng nhân dân", "được hđnd", "được quốc hội", "được ủy ban thường vụ",
       "được ban chấp hành", "được đại hội"});
  if (!StartsUpper(line)) return false;
  const std::string folded = Folded(line);
  const size_t self = folded.substr(0, 40).find(" này ");
  const std::string_view behind =
      self == folded.npos
          ? ""
          : std::string_view(folded).substr(self + std::string_view(" này ").size());
  const bool informs = folded.find("thông báo để ") < 60 || folded.find("thông báo đến ") < 60;
  return StartsWithPhrase(folded, kClosings) || (informs && folded.find(" biết") != folded.npos) ||
         behind.starts_with("được phổ biến") || behind.starts_with("phổ biến") ||
         behind.starts_with("có hiệu lực") ||
         (behind.starts_with("được") && behind.find("thông qua") != behind.npos) ||
         StartsWithPhrase(behind, kAdopted) ||
         ((folded.starts_with("yêu cầu các") || folded.starts_with("đề nghị các")) &&
          (folded.ends_with("./.") || folded.find("nghiêm túc") != folded.npos));
}

bool IsSignedMark(std::string_view line) {
  const std::string folded = Folded(WithoutOpeners(line));
  return folded.size() < 30 && (folded.starts_with("đã ký") || folded.starts_with("ký tên"));
}

bool IsTypeLine(std::string_view line) {
  if (!IsAllUpper(line)) return false;
  std::string folded = Folded(line);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ')) folded.pop_back();
  if (Contains(kTypes, folded)) return true;
  // "PHỤ LỤC II", "PHỤ LỤC SỐ 01"
  std::string_view rest = folded;
  if (!rest.starts_with("phụ lục ")) return false;
  rest.remove_prefix(std::string_view("phụ lục ").size());
  if (rest.starts_with("số ")) rest.remove_prefix(std::string_view("số ").size());
  return rest.size() <= 5 && rest.find_first_not_of("ivxlc0123456789a.") == rest.npos;
}

bool IsSignOffLine(std::string_view line) {
  return IsAllUpper(line) && StartsWithPhrase(Folded(line), kSignOff);
}

bool StartsWithBody(std::string_view line) { return StartsWithPhrase(Folded(line), kBodies); }

bool StartsWithDecider(std::string_view line) {
  constexpr std::array kDeciders = std::to_array<std::string_view>(
      {"hội đồng nhân dân", "hđnd", "ủy ban nhân dân", "chủ tịch", "bộ trưởng", "giám đốc",
       "chính phủ", "thủ tướng chính phủ", "quốc hội", "ban thường vụ", "ban chấp hành",
       "tổng giám đốc", "hiệu trưởng", "chánh văn phòng", "cục trưởng", "thống đốc"});
  return StartsWithPhrase(Folded(line), kDeciders);
}

bool IsPlaceDateLine(std::string_view line) {
  constexpr size_t kLongestPlace = 60;  // bytes
  const size_t comma = line.find(',');
  if (comma == line.npos || comma < 3 || comma > kLongestPlace || !StartsUpper(line)) return false;
  if (line.substr(0, comma).find_first_of("0123456789:;") != line.npos) return false;
  const std::string folded = ToLower(Trim(line.substr(comma + 1)));
  if (!folded.starts_with("ngày")) return false;
  std::string_view rest = folded;
  if (folded.find("tháng") == std::string::npos) {  // "ngày 17/11/2025"
    rest.remove_prefix(std::string_view("ngày").size());
    const auto signs = std::count_if(rest.begin(), rest.end(),
                                     [](char c) { return c == '/' || c == '.' || c == '-'; });
    return signs == 2 && rest.find_first_not_of("0123456789 ./-*_") == rest.npos;
  }
  for (const std::string_view word : {"ngày", "tháng", "năm"}) {
    const size_t at = rest.find(word);
    if (at == rest.npos || rest.substr(0, at).find_first_not_of("0123456789 ._/-") != rest.npos)
      return false;
    rest.remove_prefix(at + word.size());
  }
  return rest.find_first_not_of("0123456789 ._*") == rest.npos;
}

}  // namespace congvan::normalizer

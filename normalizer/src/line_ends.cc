#include "core/vietnamese.h"
#include "line_shape.h"
#include "line_words.h"

namespace congvan::normalizer {
namespace {

// Head words that are no name by themselves.
constexpr std::array kBareBodies = std::to_array<std::string_view>(
    {"văn phòng", "phòng",   "sở",          "ủy ban",   "trung tâm",   "ban",       "các",  "bộ",
     "hội",       "chi cục", "cục",         "công",     "tổ",          "trường",    "trạm", "đoàn",
     "liên",      "viện",    "ban quản lý", "hội đồng", "văn",         "trung",     "ủy",   "đảng",
     "vụ",        "tổng",    "tổng cục",    "mặt trận", "ban chỉ huy", "ngân hàng", "chi"});

// Words that join what follows to what stands before.
constexpr std::array kConnectives = std::to_array<std::string_view>(
    {"của",  "và",   "với",  "cho",   "các",   "những", "số",    "ngày", "tháng", "tại",   "về",
     "theo", "từ",   "đến",  "trong", "ngoài", "trên",  "dưới",  "là",   "có",    "được",  "do",
     "bởi",  "để",   "hoặc", "hay",   "nhưng", "như",   "mà",    "khi",  "nếu",   "thì",   "vì",
     "sự",   "việc", "bằng", "qua",   "bị",    "sẽ",    "đã",    "đang", "không", "cùng",  "một",
     "mỗi",  "mọi",  "từng", "cả",    "hơn",   "gồm",   "thuộc", "giữa", "sau",   "trước", "đối",
     "nhằm", "vào",  "tới",  "&",     "-",     "–",     "hai",   "ba",   "phối",  "bao"});

// First halves of words and names that are written in two or more syllables.
constexpr std::array kFirstHalves = std::to_array<std::string_view>(
    {"sở",    "bộ",   "ban",   "phòng", "ủy",    "uỷ",   "hội",   "thủ",    "nghị",  "kế",    "chỉ",
     "căn",   "quốc", "thành", "tổ",    "phó",   "ông",  "bà",    "đồng",   "trung", "đảng",  "văn",
     "khoa",  "tỉnh", "cụm",   "khu",   "nhân",  "mặt",  "triển", "thực",   "công",  "chính", "chủ",
     "quyết", "bổ",   "sửa",   "điểm",  "khoản", "điều", "giám",  "thường", "xã",    "phường"});

// Words before "số" where it means digital ("chuyển đổi số"), not the number that follows ("Quyết
// định số").
constexpr std::array kDigital = std::to_array<std::string_view>(
    {"đổi",  "năng", "tế",     "hội",  "quyền", "dân", "tầng", "nghệ", "ký",    "trường",
     "liệu", "nền",  "tảng",   "hóa",  "hoá",   "vụ",  "quốc", "thư",  "số",    "danh",
     "tính", "gia",  "nghiệp", "phẩm", "dung",  "học", "xã",   "trị",  "thanh", "sản"});

constexpr std::array kBeforeNumber = std::to_array<std::string_view>(
    {"tháng", "năm",    "ngày",  "khoản", "điểm", "điều", "số",   "quý",  "mục",
     "phần",  "chương", "lục",   "lần",   "khóa", "khoá", "thứ",  "đoạn", "từ",
     "đến",   "khoảng", "và",    "hoặc",  "hơn",  "dưới", "trên", "tối",  "tiểu",
     "kỳ",    "bảng",   "trang", "nhóm",  "cấp",  "loại", "giờ",  "mức"});

// "... khoa học, công nghệ và chuyển đổi số": a whole phrase, nothing need follow.
bool EndsInDigital(std::string_view line) {
  if (Folded(LastWord(line)) != "số") return false;
  const std::string_view before = Trim(line.substr(0, line.size() - LastWord(line).size()));
  return Contains(kDigital, Folded(LastWord(before)));
}

}  // namespace

bool EndsWithBareBody(std::string_view line) {
  const size_t comma = line.find_last_of(",;:");
  const std::string_view last = Trim(comma == line.npos ? line : line.substr(comma + 1));
  return Contains(kBareBodies, Folded(last));
}

bool EndsInHalfIssuer(std::string_view line) {
  constexpr std::array kHalves = std::to_array<std::string_view>(
      {"thủ tướng", "phó thủ tướng", "chủ tịch", "phó chủ tịch", "bộ trưởng", "giám đốc",
       "ban thường vụ", "ban chấp hành", "thường trực", "chủ tịch ủy ban", "ủy ban nhân dân",
       "hội đồng nhân", "ủy ban nhân", "trưởng ban", "văn phòng chính"});
  const std::string folded = Folded(line);
  const size_t of = folded.rfind(" của ");
  if (of == folded.npos) return false;
  const std::string_view name =
      Trim(std::string_view(folded).substr(of + std::string_view(" của ").size()));
  return Contains(kHalves, name) || Contains(kBareBodies, name);
}

bool EndsInConnective(std::string_view line) {
  if (line.empty()) return false;
  if (line.back() == ',' || line.back() == '(' || line.back() == '/' || line.ends_with("“"))
    return true;
  return Contains(kConnectives, Folded(LastWord(line))) && !EndsInDigital(line);
}

bool EndsOpen(std::string_view line) {
  return EndsInConnective(line) || Contains(kFirstHalves, Folded(LastWord(line)));
}

bool EndsSentence(std::string_view line) {
  line = WithoutClosers(line);
  return !line.empty() && (std::string_view(".;:!?").find(line.back()) != std::string_view::npos ||
                           line.ends_with("…"));
}

bool EndsBeforeNumber(std::string_view line) {
  return Contains(kBeforeNumber, Folded(LastWord(line))) && !EndsInDigital(line);
}

}  // namespace congvan::normalizer

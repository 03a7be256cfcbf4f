#include "line_shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::normalizer {
namespace {

template <size_t N>
bool Contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// True when `folded` begins with one of the phrases, at a word's end.
template <size_t N>
bool StartsWithPhrase(std::string_view folded, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [folded](std::string_view phrase) {
    if (!folded.starts_with(phrase)) return false;
    if (folded.size() == phrase.size()) return true;
    const Decoded next = DecodeAt(folded, phrase.size());
    return !IsLetter(next.code_point);
  });
}

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

// "- Phòng Kinh tế ..." behind the number of an item in the Party's way ("1- Phòng Kinh tế"), not
// "- NQ/TW" of a symbol, "-4-2025" of a date or "- 15 người" of a range.
bool OpensAfterDash(std::string_view rest) {
  if (!rest.starts_with("- ")) return false;
  const Decoded first = DecodeAt(rest, 2);
  if (!IsUpper(first.code_point) || rest.size() <= 2 + first.size) return false;
  const char32_t second = DecodeAt(rest, 2 + first.size).code_point;
  return IsLower(second) || second == U' ' || second == U'/';  // "1- Đ/c Bí thư"
}

// Bytes of the arabic mark "1." "1.1." "2)" "1-" "1.1-" without what follows.
size_t NumberMark(std::string_view line) {
  size_t i = 0, digits = 0;
  bool dot = false;
  while (i < line.size()) {
    if (IsDigit(line[i])) {
      if (++digits > 3) return 0;
    } else if (line[i] == '.' && digits > 0) {
      dot = true;
      digits = 0;
    } else {
      break;
    }
    ++i;
  }
  if (i == 0) return 0;
  if (digits > 0 && OpensAfterDash(line.substr(i))) return i + 1;
  if (i < line.size() && (line[i] == ')' || line[i] == '/') && digits > 0 && !dot)
    return line[i] == ')' ? i + 1 : 0;
  return dot ? i : 0;
}

// Bytes of the mark "I." "IV-" "A." "a)" "đ." without what follows.
size_t LetterMark(std::string_view line) {
  size_t roman = 0;
  while (roman < line.size() &&
         std::string_view("IVXLC").find(line[roman]) != std::string_view::npos)
    ++roman;
  const auto closes = [&](size_t i, std::string_view marks) {
    return i < line.size() && marks.find(line[i]) != std::string_view::npos;
  };
  if (roman > 0 && roman <= 5) {
    if (closes(roman, ".-)")) return roman + 1;
    return 0;
  }
  if (line.empty()) return 0;
  const Decoded d = DecodeAt(line, 0);
  if (IsUpper(d.code_point) && closes(d.size, ".-")) return d.size + 1;
  if (IsLower(d.code_point) && closes(d.size, ").")) return d.size + 1;
  return 0;
}

std::string_view WithoutOpeners(std::string_view line) {
  constexpr std::array<std::string_view, 9> kOpeners = {"(", "\"", "'", "“", "‘",
                                                        "[", "”",  "«", "*"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view opener : kOpeners) {
      if (!line.starts_with(opener)) continue;
      line.remove_prefix(opener.size());
      again = true;
    }
  }
  return line;
}

std::string_view WithoutClosers(std::string_view line) {
  constexpr std::array<std::string_view, 9> kClosers = {")", "\"", "'", "”", "’",
                                                        "]", "“",  "»", "*"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (!line.ends_with(closer)) continue;
      line.remove_suffix(closer.size());
      again = true;
    }
  }
  return line;
}

std::string Folded(std::string_view line) { return FoldTonePlacement(ToLower(line)); }

}  // namespace

std::string_view FirstWord(std::string_view line) { return line.substr(0, line.find(' ')); }

std::string_view LastWord(std::string_view line) {
  const size_t blank = line.rfind(' ');
  return blank == line.npos ? line : line.substr(blank + 1);
}

bool StartsWithBullet(std::string_view line) {
  constexpr std::array<std::string_view, 12> kBullets = {"-", "+", "•",  "–", "◦", "▪",
                                                         "●", "■", "--", "—", "*", "→"};
  return std::any_of(kBullets.begin(), kBullets.end(), [line](std::string_view bullet) {
    if (!line.starts_with(bullet)) return false;
    const std::string_view rest = line.substr(bullet.size());
    if (rest.starts_with(" ")) return true;
    // "-Phòng": the blank is missing. "-2030" or "-NQ/TW" is no bullet.
    if (bullet != "-" && bullet != "+") return false;
    if (rest.size() < 2 || !IsUpper(DecodeAt(rest, 0).code_point)) return false;
    const uint32_t first = DecodeAt(rest, 0).size;
    return first < rest.size() && IsLower(DecodeAt(rest, first).code_point);
  });
}

size_t ListMarkSize(std::string_view line) {
  size_t mark = NumberMark(line);
  if (mark == 0) mark = LetterMark(line);
  if (mark == 0) return 0;
  if (mark == line.size()) return mark;
  if (line[mark] == ' ') return mark + 1;
  // "1.Mục đích", "a)Tổ chức": the blank is missing.
  const Decoded next = DecodeAt(line, mark);
  const bool number = IsDigit(line[0]);
  const bool closed = line[mark - 1] == ')' || line[mark - 1] == '.';
  return closed && IsUpper(next.code_point) && (number || line[mark - 1] == ')') ? mark : 0;
}

bool StartsWithBracketMark(std::string_view line) {
  if (!line.starts_with("(")) return false;
  const size_t close = line.find(')');
  if (close == line.npos || close < 2 || close > 4 || close + 1 >= line.size()) return false;
  const std::string_view inner = line.substr(1, close - 1);
  return std::all_of(inner.begin(), inner.end(), IsDigit) ||
         (inner.size() == 1 && IsLower(DecodeAt(inner, 0).code_point)) ||
         inner.find_first_not_of("iv") == inner.npos;
}

bool StartsWithDivision(std::string_view line) {
  const std::string folded = Folded(line.substr(0, 60));
  for (const std::string_view word : {"điều", "chương", "phần", "mục", "phụ lục", "tiểu mục"}) {
    if (!std::string_view(folded).starts_with(word)) continue;
    if (word == "phụ lục" && IsAllUpper(line)) return true;
    std::string_view rest = std::string_view(folded).substr(word.size());
    if (!rest.starts_with(" ")) return false;
    rest = Trim(rest);
    const std::string_view label = FirstWord(rest);
    const bool number =
        !label.empty() &&
        (IsDigit(label[0]) || label.find_first_not_of("ivxlc.:-") == label.npos || label == "thứ");
    if (!number) return false;
    if (word == "điều")
      return label.ends_with('.') || label.ends_with(':') || label.size() == rest.size();
    // "Phần I kế hoạch này" speaks of a part; "PHẦN I. ..." begins one.
    return IsUpper(DecodeAt(line, 0).code_point) &&
           (label.ends_with('.') || label.ends_with(':') || label.size() == rest.size() ||
            IsAllUpper(line) || label == "thứ");
  }
  return false;
}

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

bool IsRuleLine(std::string_view line) {
  if (line.size() < 3) return false;
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    const bool dash = d.code_point == U'-' || d.code_point == U'_' || d.code_point == U'=' ||
                      d.code_point == U'*' || d.code_point == U' ' || d.code_point == U'–' ||
                      d.code_point == U'—' || d.code_point == U'─' || d.code_point == U'¯' ||
                      d.code_point == U'‾' || d.code_point == U'o' || d.code_point == U'O';
    if (!dash) return false;
    i += d.size;
  }
  return line.find_first_of("-_=*") != line.npos || line.find("–") != line.npos ||
         line.find("—") != line.npos || line.find("─") != line.npos;
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

// "... khoa học, công nghệ và chuyển đổi số": a whole phrase, nothing need follow.
bool EndsInDigital(std::string_view line) {
  if (Folded(LastWord(line)) != "số") return false;
  const std::string_view before = Trim(line.substr(0, line.size() - LastWord(line).size()));
  return Contains(kDigital, Folded(LastWord(before)));
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

bool StartsLower(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsLower(DecodeAt(line, 0).code_point);
}

bool StartsUpper(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsUpper(DecodeAt(line, 0).code_point);
}

bool StartsDigit(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsDigit(line[0]);
}

bool HasNoLower(std::string_view line) {
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    if (IsLower(d.code_point)) return false;
    i += d.size;
  }
  return true;
}

bool IsMostlyUpper(std::string_view text) {
  size_t upper = 0, lower = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (IsUpper(d.code_point)) {
      ++upper;
    } else if (IsLower(d.code_point)) {
      ++lower;
    }
  }
  return upper > 0 && (lower == 0 || (upper >= 10 && lower * 8 <= upper));
}

bool HasOpenBracket(std::string_view text) {
  int brackets = 0, quotes = 0;
  bool straight = false;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (d.code_point == U'(') ++brackets;
    if (d.code_point == U')' && brackets > 0) --brackets;
    if (d.code_point == U'“') ++quotes;
    if (d.code_point == U'”' && quotes > 0) --quotes;
    if (d.code_point == U'"') straight = !straight;
  }
  return brackets > 0 || quotes > 0 || straight;
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

bool EndsBeforeNumber(std::string_view line) {
  return Contains(kBeforeNumber, Folded(LastWord(line))) && !EndsInDigital(line);
}

}  // namespace congvan::normalizer

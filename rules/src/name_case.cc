#include "name_case.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

// Kinds of places: what follows is a proper name.
constexpr std::array kPlaceKinds = std::to_array<std::string_view>(
    {"tỉnh", "thành phố", "tp", "tp.", "xã", "phường", "huyện", "quận", "thị trấn", "thị xã",
     "đặc khu", "thôn", "bản", "tổ dân phố"});

// Party committees of a place: their proper name follows at once.
constexpr std::array kPlaceCommittees = std::to_array<std::string_view>(
    {"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Tỉnh đoàn", "Thành đoàn"});

// Names whose capitals no general rule gives, longest first where one begins another.
constexpr std::array kSpelled = std::to_array<std::string_view>({
    "Ủy ban Thường vụ Quốc hội",
    "Đoàn Đại biểu Quốc hội",
    "Quốc hội",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Chủ tịch nước",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Ban Thường trực",
    "Thường trực",
    "Trung ương Đảng",
    "Trung ương",
    "Đảng ủy",
    "Đảng bộ",
    "Đảng đoàn",
    "Ban cán sự đảng",
    "Chi bộ",
    "Quân ủy",
    "Ủy ban Kiểm tra",
    "Ban Chỉ đạo",
    "Tổ Giúp việc",
    "Tổ Công tác",
    "Đoàn giám sát",
    "Đoàn kiểm tra",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận Tổ quốc",
    "Mặt trận Tổ quốc",
    "Việt Nam",
    "Hồ Chí Minh",
    "Đoàn Thanh niên Cộng sản",
    "Đoàn Thanh niên",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Tổng Liên đoàn Lao động",
    "Liên đoàn Lao động",
    "Công an nhân dân",
    "Công an",
    "Bộ Chỉ huy Quân sự",
    "Ban Chỉ huy Quân sự",
    "Bộ Chỉ huy Bộ đội Biên phòng",
    "Bộ đội Biên phòng",
    "Đồn Biên phòng",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "tối cao",
    "Kiểm toán nhà nước",
    "Thanh tra Chính phủ",
    "Ngân hàng Nhà nước",
    "Kho bạc Nhà nước",
    "Bảo hiểm xã hội",
    "Trung học cơ sở",
    "Trung học phổ thông",
    "Tiểu học",
    "Mầm non",
    "Trạm Y tế",
    "Tập đoàn",
    "Tổng công ty",
    "Công ty cổ phần",
    "Công ty",
    "Bộ trưởng",
    "Tổ công nghệ số cộng đồng",
    "VNPT",
    "Viettel",
    "Phòng, chống",
    "Phòng thủ dân sự",
    "Chủ tịch",
    "Giám đốc",
    "Tổng Giám đốc",
    "Chủ nhiệm",
    "Viện trưởng",
    "các cơ quan",
    "trực thuộc",
    "khu vực",
});

// What a body is, before the field it works in: the word behind it takes a capital.
constexpr std::array kHeadNouns = std::to_array<std::string_view>(
    {"sở",        "bộ",       "ban",       "phòng",     "cục",       "vụ",       "viện",
     "trung tâm", "chi cục",  "tổng cục",  "hội",       "ủy ban",    "hội đồng", "văn phòng",
     "thanh tra", "học viện", "liên đoàn", "liên minh", "trường",    "tổ",       "đoàn",
     "bệnh viện", "trạm",     "hạt",       "đài",       "ngân hàng", "kho bạc",  "quân khu",
     "chi nhánh", "thuế",     "hải quan"});

constexpr std::array kSmallWords =
    std::to_array<std::string_view>({"và", "của", "về", "các", "thuộc", "với", "trên", "cho"});

bool AtWordEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const char32_t c = DecodeAt(text, at).code_point;
  return !IsLetter(c) && (c < U'0' || c > U'9') && c != U'\'' && c != U'’' && c != U'.';
}

template <size_t N>
size_t LongestStart(const std::array<std::string_view, N>& list, std::string_view lower) {
  size_t best = 0;
  for (std::string_view word : list) {
    const std::string folded = ToLower(word);
    if (lower.starts_with(folded) && AtWordEnd(lower, folded.size()))
      best = std::max(best, folded.size());
  }
  return best;
}

std::string_view SpelledStart(std::string_view lower) {
  std::string_view best;
  const auto consider = [&](std::string_view name) {
    const std::string folded = ToLower(name);
    if (lower.starts_with(folded) && AtWordEnd(lower, folded.size()) && name.size() > best.size())
      best = name;
  };
  for (std::string_view name : kSpelled) consider(name);
  for (std::string_view name : kPlaceCommittees) consider(name);
  return best;
}

std::string Capitalised(std::string_view word) {
  if (word.empty()) return {};
  const size_t first = DecodeAt(word, 0).size;
  return ToUpper(word.substr(0, first)) + std::string(word.substr(first));
}

// No Vietnamese syllable: letters of several words ("UBND", "MTTQ", "TNHH"). An open vowel group
// between a consonant or two and a known ending makes a syllable.
bool IsAbbreviation(std::string_view token) {
  const std::string plain = StripDiacritics(token);
  std::string lower = ToLower(token);
  for (size_t at = lower.find("đ"); at != std::string::npos; at = lower.find("đ"))
    lower.replace(at, std::string_view("đ").size(), "d");
  if (plain != lower) return false;  // other marks are written in words only
  constexpr std::string_view kVowels = "aeiouy";
  const size_t vowel = plain.find_first_of(kVowels);
  if (vowel == std::string::npos) return true;
  const size_t after = std::min(plain.find_first_not_of(kVowels, vowel), plain.size());
  constexpr std::array kEnds =
      std::to_array<std::string_view>({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"});
  const std::string_view end = std::string_view(plain).substr(after);
  return std::find(kEnds.begin(), kEnds.end(), end) == kEnds.end() ||
         plain.find_first_of("0123456789") != std::string::npos;
}

// "khu vực XII"
bool IsRoman(std::string_view token) { return token.find_first_not_of("ivx") == token.npos; }

// "xã hội", "nông thôn", "văn bản": no place, though the words name one elsewhere.
bool IsPlaceKind(std::string_view before, std::string_view rest) {
  before = Trim(before);
  if (rest.starts_with("thôn")) return !before.ends_with("nông");
  if (rest.starts_with("bản")) return before.ends_with("chi bộ");
  constexpr std::string_view kSociety = "xã hội";
  if (!rest.starts_with(kSociety) || !AtWordEnd(rest, kSociety.size())) return true;
  // A commune may be called Hội Sơn.
  const std::string_view behind = Trim(rest.substr(kSociety.size()));
  constexpr std::array kBefore = std::to_array<std::string_view>(
      {"-", "–", "văn hóa", "kinh tế", "chính trị", "an sinh", "chính sách", "công tác", "và"});
  return !behind.empty() && IsLetter(DecodeAt(behind, 0).code_point) &&
         LongestStart(kPlaceKinds, behind) == 0 &&
         std::none_of(kBefore.begin(), kBefore.end(),
                      [before](std::string_view word) { return before.ends_with(word); });
}

bool BeginsName(std::string_view lower) {
  const size_t end = std::min(lower.find(' '), lower.size());
  return !SpelledStart(lower).empty() || LongestStart(kHeadNouns, lower) > 0 ||
         IsAbbreviation(lower.substr(0, end));
}

class CaseWriter {
 public:
  explicit CaseWriter(std::string_view lower) : lower_(lower) {}

  std::string Write() && {
    while (at_ < lower_.size()) Step();
    return std::move(out_);
  }

 private:
  void Step() {
    const std::string_view rest = lower_.substr(at_);
    if (AtWordEnd(rest, 0)) return Separator(rest.substr(0, DecodeAt(rest, 0).size));
    const std::string_view before = lower_.substr(0, at_);
    const std::string_view name = SpelledStart(rest);
    const size_t place = LongestStart(kPlaceKinds, rest);
    if (place > 0 && name.size() <= place && IsPlaceKind(before, rest))
      return Place(rest.substr(0, place));
    if (!name.empty()) return Spelled(rest, name);
    const size_t noun = capital_ && !in_place_ ? LongestStart(kHeadNouns, rest) : 0;
    if (noun > 0) {
      Take(rest.substr(0, noun), Capitalised(rest.substr(0, noun)), true);
      in_field_ = true;
      return;
    }
    size_t end = 0;
    while (!AtWordEnd(rest, end)) end += DecodeAt(rest, end).size;
    Word(rest.substr(0, end));
  }

  // A dash, comma or ampersand joins two fields: "Văn hóa, Thể thao", "Văn hóa - Xã hội".
  void Separator(std::string_view mark) {
    if (mark != " " && (in_field_ || mark == "(")) capital_ = true;
    // "UBND XÃ X - ỦY BAN MTTQ ...": another body, unless the name of the place goes on.
    const std::string_view behind = Trim(lower_.substr(at_ + mark.size()));
    if (in_place_ && (mark == "-" || mark == "–") && BeginsName(behind)) {
      in_place_ = false;
      capital_ = true;
    }
    out_ += mark;
    at_ += mark.size();
  }

  void Place(std::string_view kind) {
    const bool city = lower_.substr(at_).starts_with("thành phố hồ chí minh");
    Take(kind, city || out_.empty() ? Capitalised(kind) : std::string(kind), true);
    in_place_ = true;
    in_field_ = false;
  }

  void Spelled(std::string_view rest, std::string_view name) {
    const std::string folded = ToLower(name);
    const bool committee =
        std::find(kPlaceCommittees.begin(), kPlaceCommittees.end(), name) != kPlaceCommittees.end();
    Take(rest.substr(0, folded.size()), out_.empty() ? Capitalised(name) : std::string(name),
         committee);
    constexpr std::array kNamed = std::to_array<std::string_view>(
        {"Trung học cơ sở", "Trung học phổ thông", "Tiểu học", "Mầm non", "khu vực", "VNPT",
         "Viettel"});  // a proper name or a number comes
    in_place_ = committee || std::find(kNamed.begin(), kNamed.end(), name) != kNamed.end();
    in_field_ = false;
    // "Ban Chỉ đạo phát triển ...": what it is for stays small.
    constexpr std::array kBeforeBody = std::to_array<std::string_view>(
        {"Bộ trưởng", "Chủ tịch", "Giám đốc", "Tổng Giám đốc", "Chủ nhiệm", "Viện trưởng",
         "Công ty", "Tổng công ty", "Tập đoàn"});
    capital_ =
        committee || std::find(kBeforeBody.begin(), kBeforeBody.end(), name) != kBeforeBody.end();
  }

  void Word(std::string_view token) {
    const bool small =
        std::find(kSmallWords.begin(), kSmallWords.end(), token) != kSmallWords.end() && !in_place_;
    if (token == "đảng") {
      Take(token, "Đảng", false);
    } else if (small && !out_.empty()) {
      Take(token, std::string(token), token == "và" && in_field_);
      if (token == "về") in_field_ = false;
    } else if (in_place_ ? IsRoman(token) : IsAbbreviation(token)) {
      Take(token, ToUpper(token), !in_place_);
      in_field_ = true;
    } else {
      Take(token, in_place_ || capital_ ? Capitalised(token) : std::string(token), false);
    }
  }

  void Take(std::string_view taken, const std::string& written, bool capital_next) {
    out_ += written;
    at_ += taken.size();
    capital_ = capital_next;
  }

  std::string_view lower_;
  std::string out_;
  size_t at_ = 0;
  bool capital_ = true;    // the next word begins a name or a field
  bool in_place_ = false;  // every word is part of a proper name
  bool in_field_ = false;  // after "và" and a comma comes another field
};

}  // namespace

std::string NaturalCase(std::string_view text) {
  if (!IsAllUpper(text)) return std::string(text);
  const std::string lower = FoldTonePlacement(ToLower(text));
  return CaseWriter(lower).Write();
}

std::string PlaceOfName(std::string_view name) {
  for (std::string_view committee : kPlaceCommittees) {
    const size_t at = name.find(committee);
    if (at == std::string_view::npos) continue;
    const std::string_view proper = Trim(name.substr(at + committee.size()));
    if (proper.empty()) return {};
    const bool city = committee.starts_with("Thành");
    return std::string(city ? "thành phố " : "tỉnh ") + std::string(proper);
  }
  for (size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && name[i - 1] != ' ') continue;
    const std::string lower = ToLower(name.substr(i));
    const size_t kind = LongestStart(kPlaceKinds, lower);
    if (kind == 0 || kind + 1 >= lower.size()) continue;
    const std::string_view proper = Trim(name.substr(i + kind));
    const Decoded first = DecodeAt(proper, 0);
    if (IsUpper(first.code_point) || (proper.front() >= '0' && proper.front() <= '9'))
      return std::string(name.substr(i));
  }
  return {};
}

}  // namespace congvan::rules

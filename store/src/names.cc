#include "names.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::store {
namespace {

// Abbreviations that stand for one thing only wherever a body is named. Those that depend on the
// place (KT, TT, VP of a drafting unit) are left alone.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kAbbreviations = {{
    {"ubnd", "ủy ban nhân dân"},
    {"hđnd", "hội đồng nhân dân"},
    {"ubmttq", "ủy ban mặt trận tổ quốc"},
    {"ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"},
    {"mttq", "mặt trận tổ quốc"},
    {"mttqvn", "mặt trận tổ quốc việt nam"},
    {"vp", "văn phòng"},
    {"bcđ", "ban chỉ đạo"},
    {"btv", "ban thường vụ"},
    {"bch", "ban chấp hành"},
    {"chqs", "chỉ huy quân sự"},
    {"bchqs", "ban chỉ huy quân sự"},
    {"tw", "trung ương"},
    {"tp", "thành phố"},
    {"tp.", "thành phố"},
    {"vh-xh", "văn hóa và xã hội"},
    {"vhxh", "văn hóa và xã hội"},
    {"vh&xh", "văn hóa và xã hội"},
    {"kh&cn", "khoa học và công nghệ"},
    {"khcn", "khoa học và công nghệ"},
    {"nn&mt", "nông nghiệp và môi trường"},
    {"nnmt", "nông nghiệp và môi trường"},
    {"gd&đt", "giáo dục và đào tạo"},
    {"gdđt", "giáo dục và đào tạo"},
    {"vhtt&dl", "văn hóa , thể thao và du lịch"},
    {"vhttdl", "văn hóa , thể thao và du lịch"},
    {"vh,tt&dl", "văn hóa , thể thao và du lịch"},
    {"ttpvhcc", "trung tâm phục vụ hành chính công"},
    {"pvhcc", "phục vụ hành chính công"},
    {"hcc", "hành chính công"},
    {"cntt", "công nghệ thông tin"},
    {"cnscđ", "công nghệ số cộng đồng"},
    {"tdp", "tổ dân phố"},
    {"tncs", "thanh niên cộng sản"},
}};

// The words behind an abbreviation, typed with or without diacritics; "" when it is none.
std::string_view WrittenOut(std::string_view word) {
  static const auto table = [] {
    std::map<std::string, std::string_view, std::less<>> both;
    for (const auto& [abbreviation, words] : kAbbreviations) {
      both.emplace(abbreviation, words);
      both.emplace(StripDiacritics(abbreviation), words);
    }
    return both;
  }();
  const auto it = table.find(word);
  return it == table.end() ? std::string_view() : it->second;
}

void AppendWord(std::string& out, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

// One word between blanks: written out whole, else its parts between punctuation, each written out.
void AppendKey(std::string& out, std::string_view word) {
  if (const std::string_view whole = WrittenOut(word); !whole.empty()) {
    AppendWord(out, whole);
    return;
  }
  size_t begin = 0;
  for (size_t i = 0; i <= word.size(); ++i) {
    const bool at_end = i == word.size();
    if (!at_end && std::string_view("-&,;()/\"'.").find(word[i]) == std::string_view::npos)
      continue;
    const std::string_view part = word.substr(begin, i - begin);
    const std::string_view whole = WrittenOut(part);
    AppendWord(out, whole.empty() ? part : whole);
    begin = i + 1;
    if (at_end) break;
    if (word[i] == '-' || word[i] == '&') AppendWord(out, "và");
    if (word[i] == ',' || word[i] == ';') AppendWord(out, ",");
  }
}

bool IsWordAt(std::string_view text, size_t begin, size_t size) {
  const size_t end = begin + size;
  return (begin == 0 || text[begin - 1] == ' ') && (end == text.size() || text[end] == ' ');
}

bool ContainsWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if (IsWordAt(text, at, words.size())) return true;
  }
  return false;
}

}  // namespace

std::string NameKey(std::string_view name) {
  const std::string folded = FoldForCompare(name);
  std::string out;
  size_t begin = 0;
  while (begin <= folded.size()) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    AppendKey(out, std::string_view(folded).substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

NameMatcher::NameMatcher(std::string_view typed)
    : key_(NameKey(typed)), plain_(StripDiacritics(typed) == ToLower(typed)) {
  if (plain_) key_ = StripDiacritics(key_);
}

std::string NameMatcher::Key(std::string_view name) const {
  std::string key = NameKey(name);
  return plain_ ? StripDiacritics(key) : key;
}

bool NameMatcher::IsNamed(std::string_view name) const {
  const std::string key = Key(name);
  if (key_.empty() || !StartsWith(key, key_)) return false;
  const std::string_view rest = std::string_view(key).substr(key_.size());
  if (rest.empty()) return true;
  const std::string_view conjunction = plain_ ? " va" : " và";
  const bool joined = StartsWith(rest, " ,") || rest == conjunction ||
                      StartsWith(rest, std::string(conjunction) + " ");
  return rest.front() == ' ' && !joined;
}

bool NameMatcher::IsWithin(std::string_view name) const {
  return !key_.empty() && ContainsWords(Key(name), key_);
}

bool NameMatcher::HasWords(std::string_view text) const {
  const std::string key = Key(text);
  size_t begin = 0;
  while (begin <= key_.size()) {
    const size_t end = std::min(key_.find(' ', begin), key_.size());
    const std::string_view word = std::string_view(key_).substr(begin, end - begin);
    if (!word.empty() && word != "," && !ContainsWords(key, word)) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace congvan::store

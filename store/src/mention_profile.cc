// A mention as one line of text: how the database keeps it.
#include <algorithm>
#include <string>
#include <vector>

#include "identity.h"

namespace congvan::store {
namespace {

constexpr char kSeparator = '\t';

// "=" tells an empty name from none.
void AppendField(std::string& out, const std::optional<std::string>& text) {
  out += kSeparator;
  if (!text) return;
  out += '=';
  out += *text;
}

std::optional<std::string> FromField(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text.substr(1));
}

std::vector<std::string_view> SplitFields(std::string_view line) {
  std::vector<std::string_view> fields;
  size_t begin = 0;
  while (begin <= line.size()) {
    const size_t end = std::min(line.find(kSeparator, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

char Digit(int number) { return static_cast<char>('0' + number); }

void AppendPlace(std::string& out, const Place& place) {
  out += kSeparator;
  out += Digit(static_cast<int>(place.level));
  AppendField(out, place.province);
  AppendField(out, place.commune);
}

Place ReadPlace(const std::vector<std::string_view>& fields, size_t at) {
  Place place;
  if (!fields[at].empty()) place.level = static_cast<Level>(fields[at].front() - '0');
  place.province = FromField(fields[at + 1]);
  place.commune = FromField(fields[at + 2]);
  return place;
}

}  // namespace

std::string ToProfile(const Mention& mention) {
  std::string out(1, Digit(static_cast<int>(mention.series)));
  out += kSeparator;
  if (mention.date) out += mention.date->Iso();
  AppendPlace(out, mention.place);
  AppendPlace(out, mention.context);
  out += kSeparator;
  out += mention.own ? "own" : "";
  out += kSeparator;
  out += mention.source;
  return out;
}

std::string ProfilePrefixOfDay(const PartialDate& date) {
  std::string out(1, Digit(static_cast<int>(Series::kLocal)));
  out += kSeparator;
  out += date.Iso();
  out += kSeparator;
  return out;
}

std::string ProfilePrefixTellingProvince(const PartialDate& date) {
  Place place;
  place.level = Level::kProvince;
  place.province = "";
  std::string out;
  AppendPlace(out, place);
  // From the day's separator to the mark of a name.
  return ProfilePrefixOfDay(date) + out.substr(1, out.find('=', 1));
}

Mention FromProfile(std::string_view key, std::string_view profile) {
  Mention m;
  m.key = std::string(key);
  const std::vector<std::string_view> fields = SplitFields(profile);
  constexpr size_t kFields = 10;
  if (fields.size() != kFields || fields[0].empty()) return m;  // not ours: like no other
  m.series = static_cast<Series>(fields[0].front() - '0');
  m.date = ParseIsoDate(fields[1]);
  m.place = ReadPlace(fields, 2);
  m.context = ReadPlace(fields, 5);
  m.own = fields[8] == "own";
  m.source = std::string(fields[9]);
  return m;
}

}  // namespace congvan::store

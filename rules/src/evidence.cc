#include "evidence.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/deadline.h"

namespace congvan::rules {
namespace {

constexpr uint32_t kStep = 512;     // bytes between two counts of code points
constexpr size_t kWidest = 4;       // times as long as the value its scattered words may reach
constexpr size_t kShortPlace = 60;  // letters of a place that is nothing but a time

bool IsBlank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool IsWordLetter(char32_t c) { return (c >= '0' && c <= '9') || IsLetter(c); }

char32_t Fold(std::string_view letter) {
  const char32_t c = DecodeAt(letter, 0).code_point;
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if (c < 0x80) return c;
  if (c == U'–' || c == U'—' || c == U'‐' || c == U'‑' || c == U'−') return U'-';
  if (c == U'Ð' || c == U'ð') return U'đ';
  return DecodeAt(ToLower(letter), 0).code_point;
}

std::u32string Folded(std::string_view words) {
  std::u32string out;
  for (size_t i = 0; i < words.size();) {
    const Decoded letter = DecodeAt(words, i);
    if (!IsBlank(letter.code_point)) out.push_back(Fold(words.substr(i, letter.size)));
    i += letter.size;
  }
  return out;
}

std::vector<std::u32string> FoldedWords(std::string_view words) {
  std::vector<std::u32string> out;
  bool open = false;
  for (size_t i = 0; i < words.size();) {
    const Decoded letter = DecodeAt(words, i);
    const bool goes_on = IsWordLetter(letter.code_point);
    if (goes_on && !open) out.emplace_back();
    if (goes_on) out.back().push_back(Fold(words.substr(i, letter.size)));
    open = goes_on;
    i += letter.size;
  }
  return out;
}

std::vector<NormSpan> Trimmed(std::string_view text, const std::vector<NormSpan>& places) {
  std::vector<NormSpan> out;
  for (const NormSpan& place : places) {
    const std::string_view all = place.Of(text), words = Trim(all);
    if (words.empty()) continue;
    const auto begin = place.begin + static_cast<uint32_t>(words.data() - all.data());
    out.push_back({begin, begin + static_cast<uint32_t>(words.size())});
  }
  return out;
}

}  // namespace

FoldedPlaces::FoldedPlaces(std::string_view text, const std::vector<NormSpan>& places) {
  for (size_t p = 0; p < places.size(); ++p) {
    bool inside = false;
    for (uint32_t i = places[p].begin; i < places[p].end;) {
      const Decoded letter = DecodeAt(text, i);
      if (!IsBlank(letter.code_point)) {
        folded_.push_back(Fold(text.substr(i, letter.size)));
        letters_.push_back({i, i + letter.size, p, inside});
      }
      inside = IsWordLetter(letter.code_point);
      i += letter.size;
    }
  }
}

bool FoldedPlaces::IsWhole(Range range) const {
  const auto cuts = [this](size_t at) {  // `at` stands in the middle of a word
    return at > 0 && at < letters_.size() && letters_[at].inside_word &&
           IsWordLetter(folded_[at]) && letters_[at - 1].place == letters_[at].place;
  };
  return !cuts(range.begin) && !cuts(range.end);
}

std::optional<FoldedPlaces::Range> FoldedPlaces::Find(std::string_view words, size_t from) const {
  return FindWord(Folded(words), from);
}

std::optional<FoldedPlaces::Range> FoldedPlaces::FindWord(std::u32string_view word,
                                                          size_t from) const {
  if (word.empty()) return std::nullopt;
  for (size_t at = folded_.find(word, from); at != folded_.npos; at = folded_.find(word, at + 1)) {
    const Range range{at, at + word.size()};
    if (IsWhole(range)) return range;
  }
  return std::nullopt;
}

std::optional<FoldedPlaces::Range> FoldedPlaces::FindWordBefore(std::u32string_view word,
                                                                size_t end) const {
  for (size_t at = end; at >= word.size() && at > 0;) {
    at = folded_.rfind(word, at - word.size());
    if (at == folded_.npos) break;
    const Range range{at, at + word.size()};
    if (IsWhole(range)) return range;
    at += word.size() - 1;
  }
  return std::nullopt;
}

std::optional<FoldedPlaces::Range> FoldedPlaces::FindScattered(std::string_view words) const {
  const std::vector<std::u32string> wanted = FoldedWords(words);
  if (wanted.empty()) return std::nullopt;
  Range whole;
  for (const std::u32string& word : wanted) {
    const auto found = FindWord(word, whole.end);
    if (!found) return std::nullopt;
    whole.end = found->end;
  }
  whole.begin = whole.end;  // and back again, to where the last ones before it begin
  for (size_t i = wanted.size(); i-- > 0;) {
    const auto found = FindWordBefore(wanted[i], whole.begin);
    if (!found) return std::nullopt;
    whole.begin = found->begin;
  }
  // Words far apart are no words of the value.
  const size_t letters = Folded(words).size();
  if (whole.end - whole.begin > kWidest * letters + kShortPlace) return std::nullopt;
  return whole;
}

std::vector<NormSpan> FoldedPlaces::SpansOf(Range range) const {
  std::vector<NormSpan> out;
  size_t place = 0;
  for (size_t i = range.begin; i < std::min(range.end, letters_.size()); ++i) {
    const Letter& letter = letters_[i];
    if (out.empty() || letter.place != place) out.push_back({letter.begin, letter.end});
    out.back().end = letter.end;
    place = letter.place;
  }
  return out;
}

std::vector<NormSpan> SpansOfPart(std::string_view text, const std::vector<NormSpan>& places,
                                  std::string_view value, size_t begin, size_t end) {
  const FoldedPlaces folded(text, places);
  const auto whole = folded.Find(value);
  if (!whole || begin >= end || end > value.size()) return places;
  const size_t at = whole->begin + Folded(value.substr(0, begin)).size();
  return folded.SpansOf({at, at + Folded(value.substr(begin, end - begin)).size()});
}

EvidenceList::EvidenceList(const NormalizedText& text, const RuleSet& rules)
    : text_(text), rules_(rules) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < text.text.size(); ++i) {
    if (i % kStep == 0) counts_.push_back(count);
    if ((static_cast<unsigned char>(text.text[i]) & 0xC0U) != 0x80U) ++count;
  }
}

uint32_t EvidenceList::CodePointsBefore(uint32_t byte) const {
  if (counts_.empty()) return 0;
  const size_t step = std::min<size_t>(byte / kStep, counts_.size() - 1);
  uint32_t count = counts_[step];
  for (size_t i = step * kStep; i < std::min<size_t>(byte, text_.text.size()); ++i) {
    if ((static_cast<unsigned char>(text_.text[i]) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

std::vector<PageSpan> EvidenceList::PageSpansOf(NormSpan span) const {
  std::vector<PageSpan> out;
  if (span.empty()) return out;
  const auto pages = static_cast<int>(text_.page_begin.size());
  for (int page = text_.PageOf(span.begin); page <= text_.PageOf(span.end - 1); ++page) {
    const uint32_t page_begin = page <= pages ? text_.page_begin[static_cast<size_t>(page - 1)] : 0;
    const uint32_t page_end = page < pages ? text_.page_begin[static_cast<size_t>(page)]
                                           : static_cast<uint32_t>(text_.text.size());
    const uint32_t begin = std::max(span.begin, page_begin), end = std::min(span.end, page_end);
    if (begin >= end) continue;
    const uint32_t before = CodePointsBefore(page_begin);
    out.push_back({page, CodePointsBefore(begin) - before, CodePointsBefore(end) - before});
  }
  return out;
}

// A run that is not verbatim and holds a letter or digit: blanks and line ends change everywhere.
bool EvidenceList::IsMended(NormSpan span) const {
  const auto& runs = text_.map.runs();
  auto run = std::upper_bound(
      runs.begin(), runs.end(), span.begin,
      [](uint32_t at, const OffsetMap::Run& other) { return at < other.norm_begin; });
  if (run != runs.begin()) --run;
  for (; run != runs.end() && run->norm_begin < span.end; ++run) {
    if (run->verbatim || run->norm_begin + run->norm_size <= span.begin) continue;
    for (uint32_t i = run->norm_begin; i < run->norm_begin + run->norm_size;) {
      const Decoded letter = DecodeAt(text_.text, i);
      if (IsWordLetter(letter.code_point)) return true;
      i += letter.size;
    }
  }
  return false;
}

void EvidenceList::Add(std::string field, std::string rule, const std::vector<NormSpan>& spans,
                       std::string_view circumstance) {
  Evidence evidence;
  const bool other_source = circumstance == "other-source";
  if ((circumstance.empty() || other_source) &&
      std::any_of(spans.begin(), spans.end(), [&](NormSpan span) { return IsMended(span); }))
    circumstance = "mended";
  evidence.circumstance = circumstance;
  evidence.field = std::move(field);
  evidence.rule = std::move(rule);
  for (const NormSpan& span : Trimmed(text_.text, spans)) {
    for (const PageSpan& part : PageSpansOf(span)) evidence.spans.push_back(part);
    evidence.text += (evidence.text.empty() ? "" : " ") + OneLine(span.Of(text_.text));
  }
  if (!evidence.spans.empty()) list_.push_back(std::move(evidence));
}

void EvidenceList::Find(const std::string& path, std::string_view name, std::string_view value,
                        const Sources& sources) {
  FindAll({path}, name, {std::string(value)}, sources);
}

void EvidenceList::FindEach(const std::string& path, std::string_view name,
                            const std::vector<std::string>& values, const Sources& sources) {
  std::vector<std::string> paths;
  for (size_t i = 0; i < values.size(); ++i) paths.push_back(path + "[" + std::to_string(i) + "]");
  FindAll(paths, name, values, sources);
}

void EvidenceList::FindNamed(const std::string& prefix, const std::vector<std::string>& fields,
                             std::string_view name, const std::vector<std::string>& values,
                             const Sources& sources) {
  std::vector<std::string> paths;
  for (const std::string& field : fields) paths.push_back(prefix + field);
  FindAll(paths, name, values, sources);
}

void EvidenceList::FindAll(const std::vector<std::string>& paths, std::string_view name,
                           const std::vector<std::string>& values, const Sources& sources) {
  std::vector<std::pair<const Source*, FoldedPlaces>> candidates;
  for (const Source& source : sources) {
    if (source.field == name && !source.places.empty())
      candidates.emplace_back(&source, FoldedPlaces(text_.text, source.places));
  }
  std::vector<size_t> read(candidates.size(), 0);  // how far the values before reach
  for (size_t i = 0; i < values.size() && !candidates.empty(); ++i) {
    bool found = false;
    for (size_t c = 0; c < candidates.size() && !found; ++c) {
      const FoldedPlaces& places = candidates[c].second;
      auto range = places.Find(values[i], read[c]);
      if (!range) range = places.Find(values[i]);
      if (!range) continue;
      read[c] = std::max(read[c], range->end);
      Add(paths[i], candidates[c].first->rule, places.SpansOf(*range), c > 0 ? "other-source" : "");
      found = true;
    }
    for (size_t c = 0; c < candidates.size() && !found; ++c) {
      const auto range = candidates[c].second.FindScattered(values[i]);
      if (!range) continue;
      Add(paths[i], candidates[c].first->rule, candidates[c].second.SpansOf(*range), "scattered");
      found = true;
    }
    if (!found)
      Add(paths[i], candidates[0].first->rule, candidates[0].first->places, "not-in-words");
  }
}

std::optional<std::vector<NormSpan>> EvidenceList::MilestoneIn(const std::vector<NormSpan>& places,
                                                               const std::string& milestone) const {
  for (const NormSpan& place : places) {
    const std::string line = OneLine(place.Of(text_.text));
    for (const Match& match : rules_.group("milestones").FindAll(line)) {
      if (ReadMilestone(match.Of(line), rules_) == milestone)
        return SpansOfPart(text_.text, {place}, line, match.begin, match.end);
    }
  }
  const FoldedPlaces folded(text_.text, places);
  const auto year = folded.Find(std::string_view(milestone).substr(0, 4));
  if (!year) return std::nullopt;
  // "trước 30/6/2026" alone in its cell: the day is part of it.
  return milestone.size() > 4 && folded.size() <= kShortPlace ? places : folded.SpansOf(*year);
}

void EvidenceList::FindMilestone(const std::string& path, std::string_view name,
                                 const std::string& milestone, const Sources& sources) {
  const Source* first = nullptr;
  for (const Source& source : sources) {
    if (source.field != name || source.places.empty()) continue;
    if (first == nullptr) first = &source;
    if (const auto spans = MilestoneIn(source.places, milestone))
      return Add(path, source.rule, *spans, &source == first ? "" : "other-source");
  }
  if (first != nullptr) Add(path, first->rule, first->places, "not-in-words");
}

}  // namespace congvan::rules

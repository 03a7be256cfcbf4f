// evidence.h: where the words of a value stand.
//
// Readers say for each value which places they read (a cell, an item, a heading, a line) and by
// which rule; the values themselves are words of those places, on one line, cut at their edges or
// in another case. EvidenceList finds them there again:
//
//   list.Find("tasks[0].lead[0]", "Công an xã", {{"lead", "columns.chu-tri", cell.spans}});
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// What a reader says of a value. Several sources of one field are tried in their order.
struct Source {
  std::string field;             ///< of its row or head: "lead", "deadline", "group"
  std::string rule;              ///< id of a rule, or name of a group of rules
  std::vector<NormSpan> places;  ///< what was read, in order; several where the page has cut it
};

/// The sources of one task, one target or one head.
using Sources = std::vector<Source>;

/// Letters of some places of a text one behind the other, folded: small letters, no blanks, one
/// kind of dash and of đ. For finding words whatever has become of their blanks, lines and case.
class FoldedPlaces {
 public:
  /// Both must outlive it.
  FoldedPlaces(std::string_view text, const std::vector<NormSpan>& places);

  struct Range {
    size_t begin = 0, end = 0;  ///< folded letters
  };
  /// The first occurrence of the words at or behind `from` that begins and ends with a word;
  /// nullopt when there is none or nothing is left of the words.
  [[nodiscard]] std::optional<Range> Find(std::string_view words, size_t from = 0) const;
  /// The narrowest range in front, whose words are those of the value in their order, with others
  /// between them: a sentence without its number, two lines of a signature.
  [[nodiscard]] std::optional<Range> FindScattered(std::string_view words) const;
  /// Where the folded letters stand: one span a piece of a place.
  [[nodiscard]] std::vector<NormSpan> SpansOf(Range range) const;
  /// How many folded letters there are.
  [[nodiscard]] size_t size() const { return letters_.size(); }

 private:
  struct Letter {
    uint32_t begin = 0, end = 0;  // bytes of the text
    size_t place = 0;
    bool inside_word = false;  // a letter or digit stands right before it in the text
  };
  [[nodiscard]] bool IsWhole(Range range) const;
  [[nodiscard]] std::optional<Range> FindWord(std::u32string_view word, size_t from) const;
  [[nodiscard]] std::optional<Range> FindWordBefore(std::u32string_view word, size_t end) const;

  std::u32string folded_;
  std::vector<Letter> letters_;
};

/// The places of bytes [begin, end) of `value`, which was read from `places` as FoldedPlaces::Find
/// finds it; all places when it is not found.
std::vector<NormSpan> SpansOfPart(std::string_view text, const std::vector<NormSpan>& places,
                                  std::string_view value, size_t begin, size_t end);

/// Collects the evidence of a record.
class EvidenceList {
 public:
  /// Both must outlive it.
  EvidenceList(const NormalizedText& text, const RuleSet& rules);

  /// The words at these spans are the evidence. Nothing is added when the spans are empty.
  /// `circumstance`: how they were found, where that bears on how certain they are
  /// (circumstances.h); "mended" is found out here.
  void Add(std::string field, std::string rule, const std::vector<NormSpan>& spans,
           std::string_view circumstance = {});

  /// The words of `value` in the first source of that name that has them; all places of the first
  /// one where none has.
  void Find(const std::string& path, std::string_view name, std::string_view value,
            const Sources& sources);
  /// The same for the names of a list, one behind the other where they stand so.
  void FindEach(const std::string& path, std::string_view name,
                const std::vector<std::string>& values, const Sources& sources);
  /// The same for fields of one record that stand one behind the other: paths are `prefix` and
  /// their names.
  void FindNamed(const std::string& prefix, const std::vector<std::string>& fields,
                 std::string_view name, const std::vector<std::string>& values,
                 const Sources& sources);
  /// The words of the first source that name the milestone "2025", "2025-06" or "2025-06-30".
  void FindMilestone(const std::string& path, std::string_view name, const std::string& milestone,
                     const Sources& sources);

  [[nodiscard]] std::vector<Evidence> Take() && { return std::move(list_); }

 private:
  void FindAll(const std::vector<std::string>& paths, std::string_view name,
               const std::vector<std::string>& values, const Sources& sources);
  [[nodiscard]] std::vector<PageSpan> PageSpansOf(NormSpan span) const;
  [[nodiscard]] bool IsMended(NormSpan span) const;
  [[nodiscard]] uint32_t CodePointsBefore(uint32_t byte) const;
  [[nodiscard]] std::optional<std::vector<NormSpan>> MilestoneIn(
      const std::vector<NormSpan>& places, const std::string& milestone) const;

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<uint32_t> counts_;  // code points before every kStep-th byte
  std::vector<Evidence> list_;
};

}  // namespace congvan::rules

// rules/confidence.h: how often values that were read so are right.
//
// rules/data/confidence.tsv holds counts, made by scripts/calibrate from documents whose record is
// known: for each sort of value, rule and circumstance how many were right, how many wrong, and in
// how many papers they stood. One line each, separated by tabs:
//
//   tasks.lead  agencies_prose.giao  unknown-body  4  1  3
//
// Values of one paper are right or wrong together, so that it is papers that make a share weigh. A
// figure is the share that was right, drawn towards what is known more generally: a rule's
// towards its field's, a circumstance's of one field towards the same circumstance elsewhere, both
// together towards the worse of the two. So a rule that was never counted (a user's own) has its
// field's figure. Immutable; safe on any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/result.h"

namespace congvan::rules {

/// A value less certain than this is proposed, not asserted (docs/record.md says which fields).
inline constexpr double kLeastAsserted = 0.5;

class Confidence {
 public:
  /// Knows nothing: every figure is one half.
  Confidence() = default;

  /// Reads confidence.tsv; lines that begin with '#' are comments. Of a wrong line the Error says
  /// file:line.
  static Result<Confidence> Parse(std::string_view file, std::string_view text);

  /// Between 0 and 1, both excluded. `field` is FieldPath::Kind; an empty circumstance is none.
  [[nodiscard]] double Of(std::string_view field, std::string_view rule,
                          std::string_view circumstance) const;

 private:
  struct Counts {
    double right = 0, wrong = 0, papers = 0;

    [[nodiscard]] Counts Without(const Counts& part) const {
      return {right - part.right, wrong - part.wrong, papers - part.papers};
    }
  };
  using Pair = std::pair<std::string, std::string>;

  void Add(const std::string& field, const std::string& rule, const std::string& circumstance,
           Counts counts);
  template <class Key>
  static Counts At(const std::map<Key, Counts>& counts, const Key& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? Counts{} : found->second;
  }
  static double Drawn(Counts counts, double towards);

  Counts all_;
  std::map<std::string, Counts> fields_, circumstances_;
  std::map<Pair, Counts> rules_, field_circumstances_;
  std::map<std::tuple<std::string, std::string, std::string>, Counts> cells_;
};

}  // namespace congvan::rules

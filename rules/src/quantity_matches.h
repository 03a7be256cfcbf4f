// quantity_matches.h: the numbers of a text that are goals, with the words that belong to them.
#pragma once

#include <vector>

#include "rules/quantity.h"

namespace congvan::rules {

struct FoundQuantity {
  Quantity
      quantity;  ///< its unit may be a counted noun ("mô hình"), which stays part of the indicator
  size_t begin = 0,
         end = 0;        ///< what is cut from an indicator: comparator, number, unit of measure
  size_t words_end = 0;  ///< of all its words, the counted noun and "trở lên" among them
  bool percent = false;
  bool compared = false;  ///< a word or sign of comparison stands with it
  bool rank = false;      ///< a place in an order ("top 10")
  bool money = false;     ///< its unit is money
  bool counted = false;   ///< its unit is a counted noun
};

/// Left to right. In prose, numbers that name things ("5G", "tốc độ 1 Gbps") and bare ones are left
/// out.
std::vector<FoundQuantity> FindQuantities(std::string_view text, bool prose, const RuleSet& rules);

}  // namespace congvan::rules

// rules/quantity.h: numeric goals: comparator, number, unit.
//
//   ReadQuantityCell("≤ 3 Đông Nam Á; ≤ 50 Thế giới", rules)    two goals, "<=" 3 and "<=" 50
//   ReadGoalsOfBullet("Có ≥ 80% cán bộ xã biết ký số.", rules)  "cán bộ xã biết ký số", ">=" 80 "%"
//
// rules/data/quantities.toml holds comparators, units and the numbers that are no goals,
// quantities_prose.toml the words around them, quantities_words.toml numbers in words. All texts
// are NFC; pure and safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

/// A goal of a result cell ("≥ 62", "Tối thiểu 80%", "95 - 98", "1.500 triệu đồng", "≤ 3 Đông Nam
/// Á; ≤ 50 Thế giới").
struct Quantity {
  std::optional<std::string> comparator;  ///< "=", ">=", ">", "<=", "<"; nullopt without a number
  std::optional<double> value, value_max;
  std::optional<std::string>
      unit;  ///< as written: "%", "triệu đồng", "người/vạn dân"; nullopt when none is written
  std::optional<std::string> by;  ///< of a cell whose goals each name their own year ("Năm 2025:
                                  ///< 80%; năm 2030: 100%")
  size_t begin = 0, end = 0;      ///< bytes of the text read: comparator, number and unit
  std::string rule;
};

/// Vietnamese numbers: "1.500" is 1500, "8,78" is 8.78, "95.5" is 95.5, "02" is 2. nullopt for
/// anything else.
std::optional<double> ParseNumber(std::string_view text);

/// A cell of a result column. Several goals in one cell give several quantities; a cell without a
/// number gives none.
std::vector<Quantity> ReadQuantityCell(std::string_view cell, const RuleSet& rules);

/// One goal inside a sentence or bullet, with what it measures.
struct ProseGoal {
  /// A counted noun is the unit and stays here too: "Xây dựng mô hình điểm" with 1 "mô hình".
  std::string indicator;  ///< the words without comparator, number, unit, milestone and "Phấn đấu",
                          ///< "Có", "đạt"
  Quantity quantity;
  std::optional<std::string> by;  ///< milestone named with it
};

/// The goals of one bullet of a section of targets ("Có ≥ 80% cán bộ, công chức ... .", "Tỷ lệ phủ
/// sóng 5G đạt 100%"). Numbers that name things are none ("5G", "01 Gbps", "Đề án 06", "số
/// 57-NQ/TW", "20 doanh nghiệp" is one though). A year before `earliest_year` (that of the
/// document) is no milestone: "tài liệu giai đoạn 1997 - 2020" is what a goal is about.
std::vector<ProseGoal> ReadGoalsOfBullet(std::string_view bullet, const RuleSet& rules,
                                         int earliest_year = 0);

/// The goals inside a task ("Phấn đấu đến hết năm 2025, 100% ..., 80% ..., 40% ..." is three).
/// Stricter: only percentages and counts that are plainly a goal.
std::vector<ProseGoal> ReadGoalsOfTask(std::string_view task, const RuleSet& rules,
                                       int earliest_year = 0);

}  // namespace congvan::rules

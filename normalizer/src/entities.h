// entities.h: characters written as HTML entities or LaTeX commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvan::normalizer {

struct Replaced {
  size_t size = 0;  ///< bytes of the source that it stands for
  std::string text;
};

/// "&nbsp;", "&#7841;", "&#x1EA1;" at byte `at` (which holds '&'); nullopt for anything else.
std::optional<Replaced> ReadEntity(std::string_view text, size_t at);

/// "$\geq 15$" or "\(...\)" at byte `at`: the formula as plain text. nullopt when it is none: a sum
/// in dollars.
std::optional<Replaced> ReadFormula(std::string_view text, size_t at);

/// "\geq" outside of a formula.
std::optional<Replaced> ReadCommand(std::string_view text, size_t at);

}  // namespace congvan::normalizer

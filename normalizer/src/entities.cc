#include "entities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"

namespace congvan::normalizer {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kEntities = {
    Pair{"nbsp", " "},   Pair{"amp", "&"},    Pair{"lt", "<"},     Pair{"gt", ">"},
    Pair{"quot", "\""},  Pair{"apos", "'"},   Pair{"ndash", "–"},  Pair{"mdash", "—"},
    Pair{"hellip", "…"}, Pair{"ge", "≥"},     Pair{"geq", "≥"},    Pair{"le", "≤"},
    Pair{"leq", "≤"},    Pair{"times", "×"},  Pair{"divide", "÷"}, Pair{"plusmn", "±"},
    Pair{"ldquo", "“"},  Pair{"rdquo", "”"},  Pair{"lsquo", "‘"},  Pair{"rsquo", "’"},
    Pair{"laquo", "«"},  Pair{"raquo", "»"},  Pair{"bull", "•"},   Pair{"middot", "·"},
    Pair{"deg", "°"},    Pair{"sup2", "²"},   Pair{"sup3", "³"},   Pair{"ensp", " "},
    Pair{"emsp", " "},   Pair{"thinsp", " "}, Pair{"shy", ""},     Pair{"zwnj", ""},
    Pair{"zwj", ""},     Pair{"ETH", "Đ"},    Pair{"eth", "đ"},
};

// Letters of Latin-1 by base and mark: "agrave" is a with a grave.
constexpr std::array kLatin = {
    Pair{"agrave", "à"}, Pair{"aacute", "á"}, Pair{"acirc", "â"},  Pair{"atilde", "ã"},
    Pair{"egrave", "è"}, Pair{"eacute", "é"}, Pair{"ecirc", "ê"},  Pair{"igrave", "ì"},
    Pair{"iacute", "í"}, Pair{"ograve", "ò"}, Pair{"oacute", "ó"}, Pair{"ocirc", "ô"},
    Pair{"otilde", "õ"}, Pair{"ugrave", "ù"}, Pair{"uacute", "ú"}, Pair{"yacute", "ý"},
    Pair{"Agrave", "À"}, Pair{"Aacute", "Á"}, Pair{"Acirc", "Â"},  Pair{"Atilde", "Ã"},
    Pair{"Egrave", "È"}, Pair{"Eacute", "É"}, Pair{"Ecirc", "Ê"},  Pair{"Igrave", "Ì"},
    Pair{"Iacute", "Í"}, Pair{"Ograve", "Ò"}, Pair{"Oacute", "Ó"}, Pair{"Ocirc", "Ô"},
    Pair{"Otilde", "Õ"}, Pair{"Ugrave", "Ù"}, Pair{"Uacute", "Ú"}, Pair{"Yacute", "Ý"},
};

constexpr std::array kCommands = {
    Pair{"geqslant", "≥"},   Pair{"leqslant", "≤"}, Pair{"geq", "≥"},    Pair{"leq", "≤"},
    Pair{"ge", "≥"},         Pair{"le", "≤"},       Pair{"gt", ">"},     Pair{"lt", "<"},
    Pair{"times", "×"},      Pair{"div", "÷"},      Pair{"pm", "±"},     Pair{"approx", "≈"},
    Pair{"sim", "~"},        Pair{"ldots", "…"},    Pair{"dots", "…"},   Pair{"cdot", "·"},
    Pair{"neq", "≠"},        Pair{"to", "→"},       Pair{"quad", " "},   Pair{"rightarrow", "→"},
    Pair{"Rightarrow", "⇒"}, Pair{"circ", "°"},     Pair{"bullet", "•"}, Pair{"qquad", " "},
};

// Commands whose argument is text and stays.
constexpr std::array<std::string_view, 8> kTextCommands = {
    "text", "mathrm", "mathbf", "textbf", "textit", "mathit", "mbox", "operatorname"};

template <size_t N>
const Pair* Find(const std::array<Pair, N>& table, std::string_view name) {
  const auto it = std::find_if(table.begin(), table.end(),
                               [name](const Pair& entry) { return entry.first == name; });
  return it == table.end() ? nullptr : &*it;
}

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::string> NumericEntity(std::string_view name) {
  name.remove_prefix(1);
  const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
  if (hex) name.remove_prefix(1);
  if (name.empty() || name.size() > 7) return std::nullopt;
  char32_t value = 0;
  for (const char c : name) {
    const int digit = IsDigit(c)                    ? c - '0'
                      : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                    : -1;
    if (digit < 0) return std::nullopt;
    value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
  }
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  if (value == U'\n' || value == U'\r' || value == U'\t' || value == 0xA0) return " ";
  std::string out;
  AppendUtf8(out, value);
  return out;
}

std::string_view CommandName(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && IsAlpha(text[end])) ++end;
  return text.substr(at + 1, end - at - 1);
}

// The formula's characters, without its commands, braces and shifts.
std::string PlainFormula(std::string_view formula) {
  std::string out;
  for (size_t i = 0; i < formula.size(); ++i) {
    const char c = formula[i];
    if (c == '{' || c == '}' || c == '^' || c == '_') continue;
    if (c != '\\') {
      out.push_back(c);
      continue;
    }
    const std::string_view name = CommandName(formula, i);
    if (name.empty()) {
      if (i + 1 >= formula.size()) break;
      const char next = formula[++i];
      out.push_back(next == ',' || next == ';' || next == ':' || next == '!' ? ' ' : next);
      continue;
    }
    if (const Pair* command = Find(kCommands, name)) out += command->second;
    i += name.size();
  }
  return OneLine(out);
}

// "$15$" is a formula, "$5 million and $" is not.
bool LooksLikeFormula(std::string_view inner) {
  if (inner.empty()) return false;
  for (size_t i = inner.find('\\'); i != inner.npos; i = inner.find('\\', i + 1)) {
    const std::string_view name = CommandName(inner, i);
    if (Find(kCommands, name) != nullptr ||
        std::find(kTextCommands.begin(), kTextCommands.end(), name) != kTextCommands.end() ||
        (name.empty() && i + 1 < inner.size() && inner[i + 1] == '%'))
      return true;
  }
  return std::all_of(inner.begin(), inner.end(), [](char c) {
    return IsDigit(c) || std::string_view(" .,%<>=+-^_{}/").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<Replaced> ReadEntity(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && end - at < 12 &&
         (IsAlpha(text[end]) || IsDigit(text[end]) || (text[end] == '#' && end == at + 1)))
    ++end;
  if (end >= text.size() || text[end] != ';' || end == at + 1) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  const size_t size = end + 1 - at;
  if (name[0] == '#') {
    auto value = NumericEntity(name);
    if (!value) return std::nullopt;
    return Replaced{size, std::move(*value)};
  }
  const Pair* entity = Find(kEntities, name);
  if (entity == nullptr) entity = Find(kLatin, name);
  if (entity == nullptr) return std::nullopt;
  return Replaced{size, std::string(entity->second)};
}

std::optional<Replaced> ReadFormula(std::string_view text, size_t at) {
  const bool dollar = text[at] == '$';
  if (!dollar && text.substr(at, 2) != "\\(") return std::nullopt;
  const size_t open = dollar ? (text.substr(at, 2) == "$$" ? 2U : 1U) : 2U;
  const std::string_view mark = dollar ? text.substr(at, open) : std::string_view("\\)");
  const size_t close = text.find(mark, at + open);
  const size_t feed = text.find('\n', at);
  if (close == text.npos || close > feed || close - at > 300) return std::nullopt;
  const std::string_view inner = text.substr(at + open, close - at - open);
  if (!LooksLikeFormula(inner)) return std::nullopt;
  return Replaced{close + mark.size() - at, PlainFormula(inner)};
}

std::optional<Replaced> ReadCommand(std::string_view text, size_t at) {
  const std::string_view name = CommandName(text, at);
  const Pair* command = Find(kCommands, name);
  if (command == nullptr || name.size() < 2) return std::nullopt;
  return Replaced{name.size() + 1, std::string(command->second)};
}

}  // namespace congvan::normalizer

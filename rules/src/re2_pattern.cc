#include "re2_pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>
#include <numeric>

#include "core/result.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr int64_t kMaxPatternMemory = 8 << 20;
constexpr int64_t kMaxSetMemory = 16 << 20;

RE2::Options Options(int64_t memory) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// The other way of writing a two-letter syllable end: "ủy" <-> "uỷ". Empty when it has only one.
std::string OtherPlacement(std::string_view pair) {
  static const std::vector<std::pair<std::string, std::string>> pairs = [] {
    std::vector<std::pair<std::string, std::string>> out;
    for (const char* newer : {"oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ",
                              "uý", "uỷ", "uỹ", "uỵ"}) {
      out.emplace_back(newer, FoldTonePlacement(newer));
    }
    return out;
  }();
  const std::string lower = ToLower(pair);
  for (const auto& [newer, older] : pairs) {
    if (lower == newer) return older;
    if (lower == older) return newer;
  }
  return {};
}

}  // namespace

std::string WithBothTonePlacements(std::string_view pattern) {
  std::string out;
  bool in_class = false;
  char32_t before = 0;
  for (size_t i = 0; i < pattern.size();) {
    const Decoded first = DecodeAt(pattern, i);
    if (first.code_point == U'\\' && i + 1 < pattern.size()) {
      const Decoded escaped = DecodeAt(pattern, i + 1);
      out += pattern.substr(i, 1 + escaped.size);
      i += 1 + escaped.size;
      before = 0;
      continue;
    }
    if (first.code_point == U'[') in_class = true;
    if (first.code_point == U']') in_class = false;
    const size_t second = i + first.size;
    if (!in_class && second < pattern.size() && before != U'q' && before != U'Q') {
      const size_t end = second + DecodeAt(pattern, second).size;
      const std::string_view pair = pattern.substr(i, end - i);
      const std::string other = OtherPlacement(pair);
      const bool quantified = end < pattern.size() &&
                              std::string_view("?*+{").find(pattern[end]) != std::string_view::npos;
      if (!other.empty() && !quantified) {
        out.append("(?:").append(pair).append("|").append(other).append(")");
        i = end;
        before = 0;
        continue;
      }
    }
    out += pattern.substr(i, first.size);
    before = first.code_point;
    i = second;
  }
  return out;
}

struct Re2Pattern::Impl {
  explicit Impl(std::string source) : pattern(std::move(source)) {}

  const RE2& Compiled() {
    std::call_once(once, [this] { re.emplace(pattern, Options(kMaxPatternMemory)); });
    return *re;
  }

  std::string pattern;
  std::once_flag once;
  std::optional<RE2> re;
};

Re2Pattern::Re2Pattern(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Re2Pattern::~Re2Pattern() = default;
Re2Pattern::Re2Pattern(Re2Pattern&&) noexcept = default;
Re2Pattern& Re2Pattern::operator=(Re2Pattern&&) noexcept = default;

std::optional<Re2Pattern> Re2Pattern::Compile(const std::string& pattern, std::string& error) {
  auto impl = std::make_unique<Impl>(pattern);
  if (!impl->Compiled().ok()) {
    error = impl->Compiled().error();
    return std::nullopt;
  }
  return Re2Pattern(std::move(impl));
}

Re2Pattern Re2Pattern::Known(const std::string& pattern) {
  return Re2Pattern(std::make_unique<Impl>(pattern));
}

std::optional<Re2Pattern::Hit> Re2Pattern::Find(std::string_view text, size_t from,
                                                Anchor anchor) const {
  const RE2& re = impl_->Compiled();
  CV_CHECK(re.ok(), "a shipped pattern is wrong");
  const RE2::Anchor re_anchor = anchor == Anchor::kNone    ? RE2::UNANCHORED
                                : anchor == Anchor::kStart ? RE2::ANCHOR_START
                                                           : RE2::ANCHOR_BOTH;
  std::vector<re2::StringPiece> groups(static_cast<size_t>(re.NumberOfCapturingGroups()) + 1);
  if (!re.Match(Piece(text), from, text.size(), re_anchor, groups.data(),
                static_cast<int>(groups.size()))) {
    return std::nullopt;
  }
  const auto offset = [&text](const re2::StringPiece& piece) {
    return static_cast<size_t>(piece.data() - text.data());
  };
  Hit hit{offset(groups[0]), offset(groups[0]) + groups[0].size(), {}};
  for (const auto& [number, name] : re.CapturingGroupNames()) {
    const re2::StringPiece& piece = groups.at(static_cast<size_t>(number));
    if (piece.data() != nullptr)
      hit.groups.push_back({name, offset(piece), offset(piece) + piece.size()});
  }
  return hit;
}

struct Re2Prefilter::Impl {
  explicit Impl(std::vector<std::string> sources)
      : patterns(std::move(sources)), set(Options(kMaxSetMemory), RE2::UNANCHORED) {}

  // False when the set cannot tell.
  bool Usable() {
    std::call_once(once, [this] {
      usable = !patterns.empty();
      for (const std::string& pattern : patterns) {
        if (set.Add(Piece(pattern), nullptr) < 0) usable = false;
      }
      usable = usable && set.Compile();
    });
    return usable;
  }

  std::vector<std::string> patterns;
  std::once_flag once;
  RE2::Set set;
  bool usable = false;
};

Re2Prefilter::Re2Prefilter(std::vector<std::string> patterns)
    : impl_(std::make_unique<Impl>(std::move(patterns))) {}

Re2Prefilter::~Re2Prefilter() = default;
Re2Prefilter::Re2Prefilter(Re2Prefilter&&) noexcept = default;
Re2Prefilter& Re2Prefilter::operator=(Re2Prefilter&&) noexcept = default;

std::vector<int> Re2Prefilter::Candidates(std::string_view text) const {
  std::vector<int> out;
  if (impl_->Usable()) {
    RE2::Set::ErrorInfo error{};
    const bool any = impl_->set.Match(Piece(text), &out, &error);
    if (any || error.kind == RE2::Set::kNoError) {
      std::sort(out.begin(), out.end());
      return out;
    }
  }
  out.resize(impl_->patterns.size());
  std::iota(out.begin(), out.end(), 0);
  return out;
}

}  // namespace congvan::rules

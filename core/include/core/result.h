// core/result.h: a value or an Error. Never ignored silently: the type is [[nodiscard]].
//
//   Result<Record> r = Process(file);
//   if (!r) { Report(r.error()); continue; }
//   Use(*r);
//
// CV_TRY(Record r, Process(file)) returns the error to the caller or declares `r`.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <tl/expected.hpp>
#include <utility>

#include "core/error.h"

namespace congvan {

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  // NOLINTNEXTLINE(google-explicit-constructor): a Result is an expected.
  Result(tl::expected<T, Error> base) : tl::expected<T, Error>(std::move(base)) {}
};

inline tl::unexpected<Error> Fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace congvan

#define CV_CONCAT_INNER(a, b) a##b
#define CV_CONCAT(a, b) CV_CONCAT_INNER(a, b)
#define CV_TRY_IMPL(result, declaration, ...)                     \
  auto result = (__VA_ARGS__);                                    \
  if (!result) return ::congvan::Fail(std::move(result).error()); \
  declaration = std::move(*result)
#define CV_TRY(declaration, ...) CV_TRY_IMPL(CV_CONCAT(cv_try_, __LINE__), declaration, __VA_ARGS__)

/// An invariant of our own. Aborts with file:line, in release builds too.
#define CV_CHECK(condition, message)                                                        \
  do {                                                                                      \
    if (!(condition)) {                                                                     \
      std::fprintf(stderr, "%s:%d: check failed: %s: %s\n", __FILE__, __LINE__, #condition, \
                   message);                                                                \
      std::abort();                                                                         \
    }                                                                                       \
  } while (false)

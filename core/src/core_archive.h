// core_archive.h: the small values of core/ as archive.h reads and writes them.
#pragma once

#include "archive.h"
#include "core/date.h"
#include "core/diagnostic.h"
#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/span.h"

namespace congvan {

template <class A, archive::Of<RawSpan> T>
bool Visit(A& a, T& span) {
  return archive::Fields(a, span.begin, span.end);
}

template <class A, archive::Of<Box> T>
bool Visit(A& a, T& box) {
  auto& [x0, y0, x1, y1] = box;
  return archive::Fields(a, x0, y0, x1, y1);
}

template <class A, archive::Of<PartialDate> T>
bool Visit(A& a, T& date) {
  auto& [year, month, day] = date;
  return archive::Fields(a, year, month, day);
}

template <class A, archive::Of<PageSpan> T>
bool Visit(A& a, T& span) {
  auto& [page, start, end] = span;
  return archive::Fields(a, page, start, end);
}

template <class A, archive::Of<SourceFile> T>
bool Visit(A& a, T& source) {
  auto& [path, sha256, media_type, bytes] = source;
  return archive::Fields(a, path, sha256, media_type, bytes);
}

template <class A, archive::Of<Diagnostic> T>
bool Visit(A& a, T& diagnostic) {
  auto& [severity, code, page, text] = diagnostic;
  return archive::Fields(a, severity, code, page, text);
}

}  // namespace congvan

#include "core/raw_document_codec.h"

#include <cstring>
#include <type_traits>

namespace congvan {
namespace {

constexpr uint32_t kMagic = 0x44525643;  // "CVRD"
constexpr uint32_t kVersion = 1;

// One visitor for both ways: Visit(archive, value) lists the fields once, so that they cannot drift
// apart.
class Writer {
 public:
  static constexpr bool kReading = false;

  template <class T>
  bool Number(const T& value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));  // every supported machine is little-endian
    out_.append(bytes, sizeof(T));
    return true;
  }
  bool Text(const std::string& text) {
    Number(static_cast<uint32_t>(text.size()));
    out_ += text;
    return true;
  }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  static constexpr bool kReading = true;
  explicit Reader(std::string_view in) : in_(in) {}

  template <class T>
  bool Number(T& value) {
    if (in_.size() < sizeof(T)) return false;
    if constexpr (std::is_same_v<T, bool>) {
      value = in_[0] != 0;
    } else {
      std::memcpy(&value, in_.data(), sizeof(T));
    }
    in_.remove_prefix(sizeof(T));
    return true;
  }
  bool Text(std::string& text) {
    uint32_t size = 0;
    if (!Number(size) || in_.size() < size) return false;
    text.assign(in_.substr(0, size));
    in_.remove_prefix(size);
    return true;
  }
  [[nodiscard]] size_t left() const { return in_.size(); }

 private:
  std::string_view in_;
};

template <class A, class T, class Function>
bool List(A& archive, T& list, Function each) {
  auto size = static_cast<uint32_t>(list.size());
  if (!archive.Number(size)) return false;
  if constexpr (A::kReading) {
    // Grown while reading: a hostile count can't make us allocate more than the bytes that are
    // there.
    for (uint32_t i = 0; i < size; ++i) {
      list.emplace_back();
      if (!each(archive, list.back())) return false;
    }
  } else {
    for (auto& element : list) each(archive, element);
  }
  return true;
}

template <class A, class T>
bool VisitSpan(A& a, T& span) {
  return a.Number(span.begin) && a.Number(span.end);
}

template <class A, class T>
bool VisitBox(A& a, T& box) {
  return a.Number(box.x0) && a.Number(box.y0) && a.Number(box.x1) && a.Number(box.y1);
}

template <class A, class T>
bool VisitOptionalBox(A& a, T& box) {
  bool present = box.has_value();
  if (!a.Number(present)) return false;
  if (!present) return true;
  if constexpr (A::kReading) box.emplace();
  return VisitBox(a, *box);
}

template <class A, class T>
bool VisitWord(A& a, T& w) {
  return VisitSpan(a, w.span) && VisitBox(a, w.box) && a.Number(w.font_size) && a.Number(w.bold) &&
         a.Number(w.italic);
}

template <class A, class T>
bool VisitLine(A& a, T& l) {
  return VisitSpan(a, l.span) && a.Number(l.line_break) && a.Number(l.column) && a.Number(l.role) &&
         VisitOptionalBox(a, l.box) && a.Number(l.bold) && a.Number(l.italic) &&
         a.Number(l.centered);
}

template <class A, class T>
bool VisitCell(A& a, T& c) {
  return a.Number(c.row) && a.Number(c.column) && a.Number(c.row_span) && a.Number(c.column_span) &&
         VisitSpan(a, c.span) && VisitOptionalBox(a, c.box);
}

template <class A, class T>
bool VisitTable(A& a, T& t) {
  return VisitSpan(a, t.span) && VisitOptionalBox(a, t.box) && a.Number(t.continues) &&
         a.Number(t.rows) && a.Number(t.columns) &&
         List(a, t.cells, [](A& b, auto& c) { return VisitCell(b, c); });
}

template <class A, class T>
bool VisitPage(A& a, T& p) {
  return a.Number(p.number) && a.Number(p.width) && a.Number(p.height) && a.Text(p.text) &&
         List(a, p.lines, [](A& b, auto& l) { return VisitLine(b, l); }) &&
         List(a, p.tables, [](A& b, auto& t) { return VisitTable(b, t); }) &&
         List(a, p.words, [](A& b, auto& w) { return VisitWord(b, w); });
}

template <class A, class T>
bool VisitDiagnostic(A& a, T& d) {
  return a.Number(d.severity) && a.Text(d.code) && a.Number(d.page) && a.Text(d.text);
}

template <class A, class T>
bool VisitDocument(A& a, T& d) {
  return a.Text(d.source.path) && a.Text(d.source.sha256) && a.Text(d.source.media_type) &&
         a.Number(d.source.bytes) && a.Text(d.text_from) &&
         List(a, d.pages, [](A& b, auto& p) { return VisitPage(b, p); }) &&
         List(a, d.notes, [](A& b, auto& n) { return VisitDiagnostic(b, n); });
}

bool Fits(const RawSpan& span, const std::string& text) {
  return span.begin <= span.end && span.end <= text.size();
}

bool IsSound(const RawPage& page) {
  for (const RawLine& line : page.lines) {
    if (!Fits(line.span, page.text) || line.line_break > LineBreak::kContinuation ||
        line.column > Column::kRight || line.role > LineRole::kFurniture) {
      return false;
    }
  }
  for (const RawWord& word : page.words) {
    if (!Fits(word.span, page.text)) return false;
  }
  for (const RawTable& table : page.tables) {
    if (!Fits(table.span, page.text) || table.rows < 0 || table.columns < 0) return false;
    for (const RawCell& cell : table.cells) {
      if (!Fits(cell.span, page.text) || cell.row < 0 || cell.column < 0 || cell.row_span < 1 ||
          cell.column_span < 1 || cell.row_span > table.rows - cell.row ||
          cell.column_span > table.columns - cell.column) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

std::string Encode(const RawDocument& document) {
  Writer writer;
  writer.Number(kMagic);
  writer.Number(kVersion);
  VisitDocument(writer, document);
  return writer.Take();
}

std::optional<RawDocument> DecodeRawDocument(std::string_view bytes) {
  Reader reader(bytes);
  uint32_t magic = 0, version = 0;
  if (!reader.Number(magic) || !reader.Number(version) || magic != kMagic || version != kVersion)
    return std::nullopt;
  RawDocument document;
  if (!VisitDocument(reader, document) || reader.left() != 0) return std::nullopt;
  for (const RawPage& page : document.pages) {
    if (!IsSound(page)) return std::nullopt;
  }
  for (const Diagnostic& note : document.notes) {
    if (note.severity > Severity::kWarning) return std::nullopt;
  }
  return document;
}

}  // namespace congvan

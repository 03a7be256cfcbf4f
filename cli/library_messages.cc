#include "library_messages.h"

#include <array>
#include <optional>
#include <vector>

#include "messages.h"

namespace congvan::cli {
namespace {

/// "{}" stands for what differs. It is translated on its own, unless it stands in quotation marks:
/// then it is a name or a text of the user's.
constexpr std::array kShapes = {
    Msg("{}, not a document that can be read"),
    Msg("{} MB, and at most {} MB are read"),
    Msg("more than {} pages"),
    Msg("{} pages, and at most {} are read"),
    Msg("reading took longer than {} s and was stopped"),
    Msg("reading needs more than {} MB of memory"),
    Msg("the process reading it {}"),
    Msg("died of signal {}"),
    Msg("gave up with exit code {}"),
    Msg("the database refused: {}"),
    Msg("the database has version {}, this program knows up to {}"),
    Msg("the database has version {}, this program needs {}"),
    Msg("cannot start a reading process: {}"),
    Msg("the file is not TOML: {}"),
    Msg("unknown table '{}'"),
    Msg("'{}' must be a string, a number or a list of strings"),
    Msg("rule '{}' has no pattern"),
    Msg("rule '{}' has no examples"),
    Msg("no rules are called '{}'"),
    Msg("a second rule has the id '{}'"),
    Msg("rule '{}' uses '{}', which [patterns] does not define"),
    Msg("'{}' of [patterns] stands for itself"),
    Msg("the pattern of rule '{}' is wrong: {}"),
    Msg("no rule uses '{}' of [patterns]"),
    Msg("rule '{}' does not match its example '{}'"),
    Msg("rule '{}' matches the near miss '{}'"),
    Msg("rules of '{}' have no attribute '{}'"),
    Msg("'{}' is no value of '{}'"),
    Msg("rule '{}' has no '{}'"),
    Msg("rules of '{}' take nothing out by the name '{}'"),
    Msg("rule '{}' takes nothing out, as each rule of its kind does"),
    Msg("no rule of '{}' is called '{}'"),
    Msg("did you mean '{}'?"),
    Msg("there are: {}"),
    Msg("the nearest are: {}"),
    Msg("name a part (?P<name>...); there are: {}"),
    Msg("define it, or write \\{ for a brace; there are: {}"),
    // What RE2 says of a pattern.
    Msg("missing ]: {}"),
    Msg("missing ): {}"),
    Msg("unexpected ): {}"),
    Msg("trailing \\: {}"),
    Msg("invalid escape sequence: {}"),
    Msg("invalid character class: {}"),
    Msg("invalid character class range: {}"),
    Msg("no argument for repetition operator: {}"),
    Msg("invalid repetition size: {}"),
    Msg("bad repetition operator: {}"),
    Msg("invalid perl operator: {}"),
    Msg("invalid named capture group: {}"),
};

/// Whole messages that reach MakeError through a variable, where the catalogue's tool cannot see
/// them.
[[maybe_unused]] constexpr std::array kConstants = {
    Msg("no such file"),
    Msg("cannot be read"),
    Msg("Permission denied"),
    Msg("sent an answer that makes no sense"),
    Msg("is gone"),
    Msg("restore it from a copy, or ingest the documents into a new one"),
    Msg("another program is writing to it; try again when that is done"),
    Msg("unable to open database file"),
    Msg("file is not a database"),
    Msg("attempt to write a readonly database"),
    Msg("database or disk is full"),
    Msg("database is locked"),
    Msg("a PNG image"),
    Msg("a JPEG image"),
    Msg("a GIF image"),
    Msg("a TIFF image"),
    Msg("a BMP image"),
    Msg("a HEIC photo"),
    Msg("a video"),
    Msg("a RIFF file (sound, video or a WebP image)"),
    Msg("a ZIP archive"),
    Msg("an empty ZIP archive"),
    Msg("a RAR archive"),
    Msg("a 7-Zip archive"),
    Msg("a gzip archive"),
    Msg("an old Microsoft Office file"),
    Msg("an RTF document"),
    Msg("a PostScript file"),
    Msg("an SQLite database"),
    Msg("a program"),
    Msg("a Windows program"),
    Msg("a Word document (DOCX)"),
    Msg("an Excel workbook (XLSX)"),
    Msg("a PowerPoint presentation (PPTX)"),
    Msg("an OpenDocument text (ODT)"),
    Msg("a Microsoft Office file"),
    Msg("an old Word document (.doc)"),
    Msg("an old Excel workbook (.xls)"),
    Msg("nothing but zero bytes"),
    Msg("binary data of no known kind"),
    Msg("this version reads no images: ask for the electronic copy, or recognise the text with a "
        "scanner program that "
        "writes a searchable PDF"),
    Msg("open it in its program and save it as PDF"),
    Msg("unpack it and add the documents inside"),
    Msg("the file may have been damaged on its way: fetch it again"),
    Msg("save or print it as PDF"),
    Msg("define it, or write \\{ for a brace"),
    Msg("leave it out"),
    Msg("each rule of the file has one"),
    Msg("invalid UTF-8"),
    Msg("pattern too large - compile failed"),
};

/// What stands at the "{}" of `shape`; nullopt when `text` has another shape.
std::optional<std::vector<std::string>> Fit(std::string_view text, std::string_view shape) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t hole = shape.find("{}");
    const std::string_view literal = shape.substr(0, hole);
    if (!text.starts_with(literal)) return std::nullopt;
    text.remove_prefix(literal.size());
    if (hole == std::string_view::npos) break;
    shape.remove_prefix(hole + 2);
    const std::string_view next = shape.substr(0, shape.find("{}"));
    const size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (!text.empty()) return std::nullopt;
  return parts;
}

}  // namespace

std::string TranslateLibrary(std::string_view text) {
  std::string whole = Tr(std::string(text));
  if (whole != text) return whole;
  for (const char* shape : kShapes) {
    std::optional<std::vector<std::string>> parts = Fit(text, shape);
    if (!parts) continue;
    size_t hole = 0;
    for (std::string& part : *parts) {
      hole = std::string_view(shape).find("{}", hole);
      const bool quoted = hole > 0 && shape[hole - 1] == '\'';
      if (!quoted) part = TranslateLibrary(part);
      hole += 2;
    }
    return Say(shape, std::vector<std::string_view>(parts->begin(), parts->end()));
  }
  return whole;
}

Error WithHint(Error error) {
  if (!error.hint.empty()) return error;
  switch (error.code) {
    case ErrorCode::kNotFound:
      error.hint = Msg("check the name and the rights");
      break;
    case ErrorCode::kUnsupported:
      error.hint = Msg("save or print it as PDF");
      break;
    case ErrorCode::kEmpty:
    case ErrorCode::kDamaged:
      error.hint = Msg("fetch it again from where it came");
      break;
    case ErrorCode::kTooLarge:
    case ErrorCode::kOutOfMemory:
      error.hint = Msg("split the file");
      break;
    case ErrorCode::kStore:
      error.hint = Msg("check that its folder exists and has room");
      break;
    case ErrorCode::kTimeout:
    case ErrorCode::kCrashed:
    case ErrorCode::kInternal:
      error.hint = Msg("print it to a new PDF; if that fails too, report it with the file");
      break;
    case ErrorCode::kEncrypted:
    case ErrorCode::kBadRules:
    case ErrorCode::kUsage:
    case ErrorCode::kNoDocument:
      break;
  }
  return error;
}

}  // namespace congvan::cli

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "circumstance_text.h"
#include "commands/commands.h"
#include "core/field_path.h"
#include "core/raw_document_codec.h"
#include "core/utf8.h"
#include "core/edit_distance.h"
#include "explain_html.h"
#include "explain_json.h"
#include "explanation.h"
#include "extractor/extractor.h"
#include "extractor/page_image.h"
#include "json_writer.h"
#include "library_messages.h"
#include "messages.h"
#include "pipeline.h"
#include "rule_files.h"
#include "store/corrections.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr size_t kReach = 40;     // code points shown on either side of the words
constexpr size_t kLongest = 160;  // code points of a value's words on the terminal
constexpr int kMostPictures = 150;

/// "300.1 200 350.2 212.1": around all of the evidence's lines on its first page.
std::string BoxText(const Evidence& evidence) {
  if (evidence.boxes.empty()) return {};
  Box around = evidence.boxes.front().box;
  for (const PageBox& at : evidence.boxes) {
    if (at.page != evidence.boxes.front().page) continue;
    around = {std::min(around.x0, at.box.x0), std::min(around.y0, at.box.y0),
              std::max(around.x1, at.box.x1), std::max(around.y1, at.box.y1)};
  }
  std::string out;
  for (const float edge : {around.x0, around.y0, around.x1, around.y1})
    out += (out.empty() ? "" : " ") + ShortestNumber(static_cast<int>(edge * 10) / 10.0);
  return out;
}

std::string PlaceText(const Evidence& evidence) {
  const PageSpan& first = evidence.spans.front();
  std::string place =
      Say("page {0}, characters {1}-{2}",
          {std::to_string(first.page), std::to_string(first.start), std::to_string(first.end)});
  if (const std::string box = BoxText(evidence); !box.empty()) place += ", " + Say("box {}", {box});
  if (evidence.spans.size() > 1)
    place += ", " + Say("and {} more places", {std::to_string(evidence.spans.size() - 1)});
  return place;
}

std::string RuleText(const Explained& value) {
  const std::string& id = value.evidence->rule;
  if (value.rule == nullptr) return Say("rules {0} ({0}.toml)", {id});
  std::string text =
      Say("rule {0} ({1}:{2})", {id, value.rule->file, std::to_string(value.rule->line)});
  if (!value.rule->examples.empty())
    text += ", " + Say("as in \"{}\"", {OneLine(value.rule->examples.front())});
  return text;
}

/// The words bold on a terminal with colour, in brackets elsewhere.
std::string Marked(const Context& context, bool color) {
  std::string words = context.words;
  if (CountCodePoints(words) > kLongest) words = Abbreviate(words, kLongest);
  return Printable(context.before) + (color ? "\x1b[1;33m" : "[") + Printable(words) +
         (color ? "\x1b[0m" : "]") + Printable(context.behind);
}

std::string CorrectionText(const store::Correction& correction) {
  if (correction.kind == store::CorrectionKind::kNone)
    return Say("taken away by a person at {}", {correction.corrected_at});
  if (correction.kind == store::CorrectionKind::kConfirm)
    return Say("confirmed by a person at {}", {correction.corrected_at});
  return Say("corrected by a person at {0}: '{1}', was '{2}'",
             {correction.corrected_at, store::DisplayValue(correction.new_value),
              store::DisplayValue(correction.old_value)});
}

void PrintCorrection(const store::Correction& correction, const Console& console) {
  std::string line = CorrectionText(correction);
  if (!correction.note.empty()) line += " (" + correction.note + ")";
  console.out << "    " << Printable(line) << '\n';
}

void PrintValue(const Explained& value, const PagedText& text, const Console& console) {
  const bool color = console.color_out;
  console.out << (color ? "\x1b[36m" : "") << value.field.path << (color ? "\x1b[0m" : "") << ": "
              << Printable(value.field.value) << '\n';
  if (value.evidence == nullptr) {
    console.out << "    " << Tr("no words of the document say so") << '\n';
    return;
  }
  console.out << "    " << Marked(ContextOf(*value.evidence, text, kReach), color) << '\n'
              << "    " << PlaceText(*value.evidence) << '\n'
              << "    " << Printable(RuleText(value)) << '\n'
              << "    "
              << Say("confidence {}",
                     {ConfidenceText(value.evidence->confidence, value.evidence->circumstance)})
              << '\n';
}

void PrintAll(const std::vector<Explained>& values, const PagedText& text,
              const Corrections& corrections, const std::string& field, const Console& console) {
  for (const Explained& value : values) {
    PrintValue(value, text, console);
    const store::Correction* correction = CorrectionOf(value.field.path, corrections);
    if (correction != nullptr) PrintCorrection(*correction, console);
  }
  const auto unread = OfUnread(values, corrections, field);
  for (const store::Correction* correction : unread) {
    console.out << *correction->now << ": " << Tr("nothing was read") << '\n';
    PrintCorrection(*correction, console);
  }
  if (values.empty() && unread.empty())
    console.out << field << ": " << Tr("nothing was read") << '\n';
}

/// What people said of these bytes, in the database there is; nothing without one. Its numbers are
/// those of `record`.
Corrections CorrectionsOf(const std::string& database, const Record& record,
                          const Console& console) {
  std::error_code error;
  if (!std::filesystem::exists(database, error)) return {};
  auto store = store::Store::Open(database, store::OpenMode::kReadOnly);
  if (!store) {
    console.Report(WithHint(store.error()));
    return {};
  }
  auto corrections = store::ListCorrections(*store, record.source.sha256);
  if (!corrections) {
    console.Report(WithHint(corrections.error()));
    return {};
  }
  return store::Apply(record, std::move(*corrections)).corrections;
}

/// Pages of a PDF as pictures; one that can't be drawn is shown as its text, with a warning.
std::vector<ShownPage> Pages(const Reading& reading, const Console& console) {
  const std::optional<RawDocument> raw = DecodeRawDocument(reading.layout);
  CV_CHECK(raw.has_value(), "a layout that was written just now");
  const bool drawn = raw->source.media_type == "application/pdf";
  std::vector<ShownPage> pages;
  for (const RawPage& page : raw->pages) {
    ShownPage shown{page.number, page.width, page.height, {}};
    if (drawn && page.number <= kMostPictures) {
      Result<extractor::PageImage> image =
          extractor::RenderPage(raw->source.path, page.number, extractor::RenderOptions{});
      if (image) {
        shown.png = std::move(image->png);
      } else {
        console.Report(WithHint(image.error()));
      }
    }
    pages.push_back(std::move(shown));
  }
  if (drawn && raw->pages.size() > kMostPictures)
    console.Note(Say("pages after {} are shown as text", {std::to_string(kMostPictures)}));
  return pages;
}

bool WriteFile(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  return (out << text) && out.flush();
}

Error UnknownField(const std::string& field, const Record& record) {
  std::vector<std::string> known;
  for (const FieldValue& value : ValuesOf(record)) known.push_back(value.path);
  const auto near = NearMiss(field, known);
  return MakeError(ErrorCode::kUsage, {},
                   near ? Say("no value at '{0}'; did you mean '{1}'?", {field, *near})
                        : Say("no value at '{}'", {field}),
                   Msg("congvan explain FILE without --field shows all values"));
}

bool AnyCorrected(const std::string& field, const Corrections& corrections) {
  return std::any_of(corrections.begin(), corrections.end(), [&](const auto& correction) {
    return correction.now && Holds(field, *correction.now);
  });
}

/// It is there, and nothing was read for it: an empty answer is fine too.
bool IsEmptyField(const std::string& field, const Record& record) {
  const auto path = ParseFieldPath(field);
  return path && store::HasField(record, *path);
}

}  // namespace

int Run(const ExplainFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  const extractor::Extractor extractor{extractor::ExtractorOptions{}};
  const Result<Reading> document = ProcessApart(flags.path, {extractor, *rules});
  if (!document) {
    console.Report(document.error());
    return kSomeFailed;
  }
  const std::vector<Explained> values = Explain(document->record, flags.field.value_or(""), *rules);
  const Corrections corrections = CorrectionsOf(flags.database, document->record, console);
  if (values.empty() && flags.field && !IsEmptyField(*flags.field, document->record) &&
      !AnyCorrected(*flags.field, corrections)) {
    return console.CannotRun(UnknownField(*flags.field, document->record));
  }
  if (flags.json) {
    PrintExplainedJson(values, document->text, corrections, flags.field.value_or(""), console.out);
  } else if (!flags.html) {
    PrintAll(values, document->text, corrections, flags.field.value_or(""), console);
  }
  if (flags.html) {
    const std::string page =
        ToHtml(document->record.source, Pages(*document, console), document->text, values);
    if (!WriteFile(*flags.html, page)) {
      return console.CannotRun(MakeError(ErrorCode::kNotFound, *flags.html,
                                         Msg("the file cannot be written"),
                                         Msg("check that its folder exists and has room")));
    }
    console.Note(Say("written: {}", {*flags.html}));
  }
  return kAllFine;
}

}  // namespace congvan::cli

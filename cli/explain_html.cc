#include "explain_html.h"

#include <cstdint>
#include <sstream>
#include <utility>

#include "circumstance_text.h"
#include "core/result.h"
#include "embedded_page.h"
#include "json_writer.h"
#include "messages.h"

namespace congvan::cli {
namespace {

std::string Base64(std::string_view bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) {
      group <<= 8;
      if (i + k < bytes.size()) group |= static_cast<unsigned char>(bytes[i + k]);
    }
    for (size_t k = 0; k < 4; ++k) {
      const bool filled = i + k <= bytes.size();
      out.push_back(filled ? kLetters[(group >> (18 - 6 * k)) & 63U] : '=');
    }
  }
  return out;
}

void WriteWords(JsonWriter& json) {
  const std::vector<std::pair<const char*, const char*>> words = {
      {"filter", Msg("Filter by field or words")},
      {"page", Msg("page {}")},
      {"none", Msg("nothing found")},
      {"silent", Msg("no words of the document say so")},
      {"document", Msg("Document")},
      {"citations", Msg("Cites")},
      {"relations", Msg("Relations")},
      {"tasks", Msg("Tasks")},
      {"targets", Msg("Targets")}};
  json.BeginObject();
  for (const auto& [name, msgid] : words) json.Key(name).String(Tr(msgid));
  json.End();
}

void WritePages(const std::vector<ShownPage>& pages, const PagedText& text, JsonWriter& json) {
  json.BeginArray();
  for (const ShownPage& page : pages) {
    json.BeginObject();
    json.Key("number").Integer(page.number);
    json.Key("width").Number(static_cast<double>(page.width));
    json.Key("height").Number(static_cast<double>(page.height));
    if (page.png.empty()) {
      json.Key("text").String(text.PageText(page.number));
    } else {
      json.Key("image").String("data:image/png;base64," + Base64(page.png));
    }
    json.End();
  }
  json.End();
}

void WriteEvidence(const Evidence& evidence, JsonWriter& json) {
  json.Key("words").String(evidence.text);
  json.Key("rule").String(evidence.rule);
  json.Key("confidence").String(ConfidenceText(evidence.confidence, evidence.circumstance));
  json.Key("spans").BeginArray();
  for (const PageSpan& span : evidence.spans) {
    json.BeginArray();
    for (const int64_t number : {static_cast<int64_t>(span.page), static_cast<int64_t>(span.start),
                                 static_cast<int64_t>(span.end)})
      json.Integer(number);
    json.End();
  }
  json.End();
  json.Key("boxes").BeginArray();
  for (const PageBox& at : evidence.boxes) {
    json.BeginArray().Integer(at.page);
    for (const float edge : {at.box.x0, at.box.y0, at.box.x1, at.box.y1})
      json.Number(static_cast<double>(edge));
    json.End();
  }
  json.End();
}

std::string PageData(const std::vector<ShownPage>& pages, const PagedText& text,
                     const std::vector<Explained>& values) {
  std::ostringstream out;
  JsonWriter json(out, true);
  json.BeginObject();
  json.Key("words");
  WriteWords(json);
  json.Key("pages");
  WritePages(pages, text, json);
  json.Key("values").BeginArray();
  for (const Explained& value : values) {
    json.BeginObject();
    json.Key("path").String(value.field.path);
    json.Key("value").String(value.field.value);
    if (value.evidence != nullptr) WriteEvidence(*value.evidence, json);
    if (value.rule != nullptr)
      json.Key("file").String(value.rule->file + ":" + std::to_string(value.rule->line));
    if (value.proposed) json.Key("doubt").String(Tr("proposed, not asserted"));
    json.End();
  }
  json.End();
  json.End();
  return out.str();
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string_view PageFile(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedPageFiles()) {
    if (file.name == name) return file.text;
  }
  CV_CHECK(false, "a file of cli/page/ is missing");
  return {};
}

}  // namespace

std::string ToHtml(const SourceFile& source, const std::vector<ShownPage>& pages,
                   const PagedText& text, const std::vector<Explained>& values) {
  // Piece by piece in the page's order, so that what documents say is never searched for marks.
  const std::vector<std::pair<std::string_view, std::string>> marks = {
      {"@LANG@", CurrentLanguage() == Language::kVietnamese ? "vi" : "en"},
      {"@TITLE@", Escaped(source.path.substr(source.path.rfind('/') + 1))},
      {"@STYLE@", std::string(PageFile("explain.css"))},
      {"@DATA@", PageData(pages, text, values)},
      {"@SCRIPT@", std::string(PageFile("explain.js"))}};
  std::string_view page = PageFile("explain.html");
  std::string out;
  for (const auto& [mark, piece] : marks) {
    const size_t at = page.find(mark);
    CV_CHECK(at != std::string_view::npos, "cli/page/explain.html lacks a mark");
    out += page.substr(0, at);
    out += piece;
    page.remove_prefix(at + mark.size());
  }
  out += page;
  return out;
}

}  // namespace congvan::cli

#include "commands/commands.h"
#include "commands/database.h"
#include "json_writer.h"
#include "library_messages.h"
#include "messages.h"
#include "review_rows.h"
#include "store/record_json.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr RowColumns kOfOneDocument{false, false, false, false};

struct Shown {
  store::DocumentRow document;
  std::vector<store::FileRow> files;
  std::optional<Record> record;
  store::CitationLists citations;
  std::vector<store::TaskRow> tasks;
  std::vector<store::TargetRow> targets;
  std::vector<store::Correction> corrections;  ///< of the file that the record is read from
};

Result<Shown> Ask(store::Store& store, const std::string& typed, const Console& console) {
  Shown shown;
  CV_TRY(shown.document, OneDocument(store, typed, console));
  const int64_t id = shown.document.id;
  CV_TRY(shown.files, store::ListFiles(store, id));
  CV_TRY(shown.record, store::LoadRecord(store, id));
  CV_TRY(shown.citations, store::ListCitations(store, id));
  store::TaskFilter tasks;
  tasks.document_id = id;
  CV_TRY(shown.tasks, store::ListTasks(store, tasks));
  store::TargetFilter targets;
  targets.document_id = id;
  CV_TRY(shown.targets, store::ListTargets(store, targets));
  CV_TRY(std::vector<store::Reading> readings, store::LoadReadings(store, id));
  if (!readings.empty()) shown.corrections = std::move(readings.front().corrections);
  return shown;
}

void Field(const char* name, const std::optional<std::string>& value, const Console& console) {
  constexpr size_t kColumn = 18;
  if (!value || value->empty()) return;
  std::string left = Tr(name);
  left += std::string(kColumn - std::min(kColumn - 1, DisplayWidth(left)), ' ');
  for (const std::string& line : Wrap(*value, static_cast<size_t>(console.width) - kColumn)) {
    console.out << left << line << '\n';
    left = std::string(kColumn, ' ');
  }
}

std::optional<std::string> Joined(const std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  return DisplayText(values);
}

void PrintHead(const Shown& shown, const Console& console) {
  const store::DocumentRow& document = shown.document;
  Field(Msg("Document"), document.label, console);
  Field(Msg("Type"), document.type, console);
  if (document.date) Field(Msg("Date"), DisplayDate(*document.date), console);
  Field(Msg("Place"), document.place, console);
  Field(Msg("Issuer"), document.issuer, console);
  Field(Msg("Level"), LevelName(document.level), console);
  Field(Msg("Subject"), document.title, console);
  if (shown.record) {
    const DocumentHead& head = shown.record->document;
    Field(Msg("Addressees"), Joined(head.addressees), console);
    Field(Msg("Recipients"), Joined(head.recipients), console);
    std::string signer;
    for (const auto& part : {head.signer.authority, head.signer.position, head.signer.name}) {
      if (part) signer += (signer.empty() ? "" : ", ") + *part;
    }
    Field(Msg("Signer"), signer, console);
  }
  for (const store::FileRow& file : shown.files) {
    for (const std::string& path : file.paths) {
      Field(Msg("File"),
            path + " (" + file.media_type + ", " + Say("pages: {}", {std::to_string(file.pages)}) +
                ")",
            console);
    }
  }
  if (!document.arrived) console.Note(Tr("only cited so far: its file is not in the database"));
}

Listing CitationListing(const std::vector<store::CitationRow>& rows) {
  Listing listing;
  listing.columns = {{"", Tr("Relation")},
                     {"document", Tr("Document")},
                     {"issuer", Tr("Issuer")},
                     {"date", Tr("Date"), ColumnKind::kDate},
                     {"mentions", Tr("Mentions"), ColumnKind::kNumber}};
  for (const store::CitationRow& row : rows) {
    listing.rows.push_back({RelationName(row.relation), ShortLabel(row.other.label),
                            ToValue(row.other.issuer), ToValue(row.other.date),
                            static_cast<int64_t>(row.mentions)});
  }
  return listing;
}

Listing CorrectionListing(const std::vector<store::Correction>& corrections) {
  Listing listing;
  listing.columns = {{"field", Tr("Field")},
                     {"", Tr("Value")},
                     {"", Tr("Read before")},
                     {"", Tr("Corrected at")},
                     {"note", Tr("Note")}};
  for (const store::Correction& correction : corrections) {
    const ReviewRow row = RowOf(correction);
    listing.rows.push_back(
        {correction.now ? row.field : Say("{} (its row is no more)", {row.field}), row.value,
         row.was, row.at, row.note});
  }
  return listing;
}

void PrintSection(const char* title, const Listing& listing, const Console& console) {
  console.out << '\n' << Tr(title) << " (" << listing.rows.size() << ")\n";
  if (!listing.rows.empty()) Print(listing, {}, console);
}

void PrintJsonForm(const Shown& shown, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("document").String(shown.document.label);
  json.Key("here").Boolean(shown.document.arrived);
  json.Key("level").String(store::ToString(shown.document.level));
  json.Key("files").BeginArray();
  for (const store::FileRow& file : shown.files) {
    json.BeginObject();
    json.Key("sha256").String(file.sha256);
    json.Key("paths").Strings(file.paths);
    json.Key("media_type").String(file.media_type);
    json.Key("pages").Integer(file.pages);
    json.Key("first_seen").String(file.first_seen);
    json.End();
  }
  json.End();
  json.Key("cited_by").BeginArray();
  for (const store::CitationRow& row : shown.citations.cited_by) {
    json.BeginObject();
    json.Key("document").String(row.other.label);
    json.Key("relation").String(ToString(row.relation));
    json.Key("mentions").Integer(row.mentions);
    json.End();
  }
  json.End();
  json.Key("corrections").BeginArray();
  for (const store::Correction& correction : shown.corrections) {
    json.BeginObject();
    json.Key("field").String(correction.now.value_or(correction.field));
    json.Key("here").Boolean(correction.now.has_value());
    json.Key("kind").String(store::ToString(correction.kind));
    json.Key("value").Raw(correction.new_value);
    json.Key("was").Raw(correction.old_value);
    json.Key("note").String(correction.note);
    json.Key("at").String(correction.corrected_at);
    json.End();
  }
  json.End();
  json.Key("record");
  if (shown.record) {
    json.Raw(store::ToJson(*shown.record));
  } else {
    json.Null();
  }
  json.End();
}

Listing DocumentListing(const std::vector<store::DocumentRow>& rows) {
  Listing listing;
  listing.columns = {{"number", Tr("Number"), ColumnKind::kNumber},
                     {"document", ""},
                     {"", Tr("Document")},
                     {"symbol", ""},
                     {"type", Tr("Type")},
                     {"date", Tr("Date"), ColumnKind::kDate},
                     {"issuer", Tr("Issuer")},
                     {"title", Tr("Subject")},
                     {"level", ""},
                     {"here", Tr("Here")},
                     {"tasks", Tr("Tasks"), ColumnKind::kNumber},
                     {"targets", Tr("Targets"), ColumnKind::kNumber},
                     {"path", ""}};
  for (const store::DocumentRow& row : rows) {
    listing.rows.push_back(
        {"#" + std::to_string(row.id), row.label, ShortLabel(row.label), ToValue(row.symbol),
         ToValue(row.type), ToValue(row.date), ToValue(row.issuer), ToValue(row.title),
         std::string(store::ToString(row.level)), row.arrived, static_cast<int64_t>(row.tasks),
         static_cast<int64_t>(row.targets), ToValue(row.path)});
  }
  return listing;
}

Listing FailureListing(const std::vector<store::FileRow>& rows) {
  Listing listing;
  listing.columns = {
      {"path", Tr("File")},       {"code", ""},       {"message", Tr("What is wrong")},
      {"hint", Tr("What to do")}, {"media_type", ""}, {"sha256", ""}};
  for (const store::FileRow& row : rows) {
    listing.rows.push_back({row.paths, row.error_code, TranslateLibrary(row.error),
                            TranslateLibrary(row.hint), row.media_type, row.sha256});
  }
  return listing;
}

Result<void> ShowOne(store::Store& store, const ShowFlags& flags, const Console& console) {
  CV_TRY(const Shown shown, Ask(store, *flags.document, console));
  if (flags.output.format == ListFormat::kJson) {
    PrintJsonForm(shown, console.out);
    return {};
  }
  PrintHead(shown, console);
  PrintSection(Msg("Cites"), CitationListing(shown.citations.cites), console);
  PrintSection(Msg("Cited by"), CitationListing(shown.citations.cited_by), console);
  PrintSection(Msg("Tasks"), TaskListing(shown.tasks, kOfOneDocument), console);
  PrintSection(Msg("Targets"), TargetListing(shown.targets, kOfOneDocument), console);
  if (!shown.corrections.empty())
    PrintSection(Msg("Corrected by people"), CorrectionListing(shown.corrections), console);
  return {};
}

Result<void> ShowAll(store::Store& store, const ShowFlags& flags, const Console& console) {
  if (flags.failed) {
    CV_TRY(const std::vector<store::FileRow> rows, store::ListFailures(store));
    Print(FailureListing(rows), flags.output, console);
    return {};
  }
  CV_TRY(const std::vector<store::DocumentRow> rows, store::ListDocuments(store));
  Print(DocumentListing(rows), flags.output, console);
  CV_TRY(const store::StoreCounts counts, store::Count(store));
  const auto number = [](int n) { return std::to_string(n); };
  console.Note(
      Say("{0} documents ({1} only cited), {2} pages, {3} tasks, {4} targets, {5} files failed",
          {number(counts.documents), number(counts.missing), number(counts.pages),
           number(counts.tasks), number(counts.targets), number(counts.failures)}));
  return {};
}

}  // namespace

int Run(const ShowFlags& flags, const Console& console) {
  Result<store::Store> store = OpenDatabase(flags.database);
  if (!store) return console.CannotRun(store.error());
  const Result<void> done =
      flags.document ? ShowOne(*store, flags, console) : ShowAll(*store, flags, console);
  return done ? kAllFine : console.CannotRun(done.error());
}

}  // namespace congvan::cli

// Whole runs of the program over folders, good and hostile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/support/program.h"

namespace congvan::testing {
namespace {

using ::testing::Contains;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Json = nlohmann::json;

constexpr long kMostKilobytes = 300 * 1024;

void WriteHostileFolder(const Sandbox& sandbox) {
  const std::string pdf = MakePdf("So: 12/KH-UBND");
  sandbox.Write("inbox/a-good.txt", PlanText("12/KH-UBND"));
  sandbox.Write("inbox/b-truncated.pdf", pdf.substr(0, 60));
  sandbox.Write("inbox/c-encrypted.pdf", MakePdf("secret", true));
  sandbox.Write("inbox/d-empty.pdf", "");
  sandbox.Write("inbox/e-photo.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  sandbox.Write("inbox/f-zeros.pdf", "");
  std::filesystem::resize_file(sandbox.folder() / "inbox/f-zeros.pdf", 200ULL << 20);
  sandbox.Write("inbox/g/good.pdf", pdf);
  sandbox.Write("inbox/.hidden.txt", PlanText("13/KH-UBND"));
  sandbox.Write("inbox/notes.json", "{}");
  std::filesystem::create_directory_symlink(sandbox.folder() / "inbox",
                                            sandbox.folder() / "inbox/g/loop");
}

TEST(Ingest, NamesEachFileItCannotReadAndKeepsTheRest) {
  const Sandbox sandbox;
  WriteHostileFolder(sandbox);
  const Finished finished = sandbox.Run({"ingest", "inbox"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_EQ(finished.out, "");
  const std::vector<std::string> lines = Lines(finished.err);
  for (const char* name :
       {"b-truncated.pdf", "c-encrypted.pdf", "d-empty.pdf", "e-photo.png", "f-zeros.pdf"}) {
    // path: what is wrong (what to do)
    EXPECT_THAT(
        lines, Contains(ContainsRegex("^inbox/" + std::string(name) + "(:[0-9]+)?: .+ \\(.+\\)$")));
  }
  EXPECT_THAT(lines, SizeIs(6)) << finished.err;
  EXPECT_THAT(finished.err, HasSubstr("congvan.db: 2 new, 0 known, 5 failed, 1 skipped"));
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(finished.peak_kilobytes, kMostKilobytes);
#endif
  const Finished failed = sandbox.Run({"show", "--failed", "--json"});
  EXPECT_THAT(Json::parse(failed.out), SizeIs(5));
}

// The disk is full in the middle of a run: here, files may not grow beyond 300 KiB. A batch is 200
// documents.
TEST(Ingest, ADatabaseThatCannotGrowEndsTheRunWithTwo) {
  const Sandbox sandbox;
  for (int i = 100; i < 310; ++i) {
    const std::string number = std::to_string(i);
    sandbox.Write("inbox/" + number + ".txt", PlanText(number + "/KH-UBND"));
  }
  const Finished finished =
      sandbox.Shell("trap '' XFSZ; ulimit -f 300; \"$CONGVAN\" ingest inbox -j1");
  EXPECT_EQ(finished.status, 2) << finished.err;
  EXPECT_THAT(finished.err, HasSubstr("congvan.db: the database refused: "));
  EXPECT_THAT(finished.err, HasSubstr("run it again to go on"));
  const Finished again = sandbox.Run({"ingest", "inbox"});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(Json::parse(sandbox.Run({"tasks", "--json"}).out), SizeIs(420));
}

TEST(Ingest, TellsItsErrorsInVietnamese) {
  const Sandbox sandbox;
  WriteHostileFolder(sandbox);
  const Finished finished = sandbox.Run({"ingest", "inbox", "--lang", "vi"});
  EXPECT_THAT(finished.err, HasSubstr("ảnh PNG, không phải văn bản đọc được"));
  EXPECT_THAT(finished.err, HasSubstr("tệp rỗng (0 byte)"));
  EXPECT_THAT(finished.err, HasSubstr("tệp PDF đòi mật khẩu"));
  for (const char* english : {"the ", "document", " file", "read"})
    EXPECT_THAT(finished.err, Not(HasSubstr(english)));
}

TEST(Ingest, ASecondRunChangesNothing) {
  const Sandbox sandbox;
  sandbox.Write("inbox/one.txt", PlanText("12/KH-UBND"));
  sandbox.Write("inbox/two.txt", PlanText("13/KH-UBND"));
  EXPECT_EQ(sandbox.Run({"ingest", "inbox"}).status, 0);
  const std::string before = sandbox.Run({"tasks", "--json"}).out + sandbox.Run({"graph"}).out;
  const Finished again = sandbox.Run({"ingest", "inbox", "--json"});
  EXPECT_EQ(again.status, 0);
  const Json summary = Json::parse(again.out);
  EXPECT_EQ(summary["new"], 0);
  EXPECT_EQ(summary["known"], 2);
  EXPECT_THAT(summary["failures"], IsEmpty());
  EXPECT_EQ(sandbox.Run({"tasks", "--json"}).out + sandbox.Run({"graph"}).out, before);
}

TEST(Ingest, ForceReadsKnownDocumentsAgain) {
  const Sandbox sandbox;
  sandbox.Write("inbox/one.txt", PlanText("12/KH-UBND"));
  sandbox.Write("inbox/same.txt", PlanText("12/KH-UBND"));
  sandbox.Write("inbox/two.txt", PlanText("13/KH-UBND"));
  const Finished first = sandbox.Run({"ingest", "--force", "--json", "inbox"});
  EXPECT_EQ(first.status, 0);
  EXPECT_EQ(Json::parse(first.out)["new"], 2);
  EXPECT_EQ(Json::parse(first.out)["replaced"], 0);
  const auto answers = [&] {
    return sandbox.Run({"tasks", "--json"}).out + sandbox.Run({"graph"}).out +
           sandbox.Run({"search", "--json", "57-NQ/TW"}).out;
  };
  const std::string before = answers();
  const Finished again = sandbox.Run({"ingest", "--force", "--json", "inbox"});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("congvan.db: 2 read again"));
  const Json summary = Json::parse(again.out);
  EXPECT_EQ(summary["new"], 0);
  EXPECT_EQ(summary["replaced"], 2);
  EXPECT_EQ(summary["known"], 1);  // the same bytes under another name
  EXPECT_EQ(answers(), before);
}

TEST(Ingest, ManyWorkersGiveWhatOneGives) {
  const Sandbox sandbox;
  for (int i = 10; i < 40; ++i) {
    const std::string number = std::to_string(i);
    sandbox.Write("inbox/" + number + ".txt", PlanText(number + "/KH-UBND"));
  }
  sandbox.Write("inbox/15-empty.txt", "");
  for (const char* jobs : {"1", "4"}) {
    EXPECT_EQ(
        sandbox.Run({"ingest", "-j", jobs, "--db", std::string("jobs") + jobs + ".db", "inbox"})
            .status,
        1);
  }
  for (const std::vector<std::string>& question :
       std::vector<std::vector<std::string>>{{"show", "--json"},
                                             {"tasks", "--json"},
                                             {"targets", "--json"},
                                             {"graph", "--format", "json"},
                                             {"show", "--failed", "--csv"}}) {
    std::vector<std::string> one = question, four = question;
    one.insert(one.end(), {"--db", "jobs1.db"});
    four.insert(four.end(), {"--db", "jobs4.db"});
    EXPECT_EQ(sandbox.Run(one).out, sandbox.Run(four).out) << question.front();
  }
  EXPECT_EQ(sandbox.Run({"extract", "-j", "1", "inbox"}).out,
            sandbox.Run({"extract", "-j", "4", "inbox"}).out);
}

TEST(Ingest, IncludeChoosesFilesOfFolders) {
  const Sandbox sandbox;
  sandbox.Write("corpus/x/source.txt", PlanText("12/KH-UBND"));
  sandbox.Write("corpus/x/why.md", "why");
  sandbox.Write("corpus/x/expected.json", "{}");
  const Json summary =
      Json::parse(sandbox.Run({"ingest", "--include", "source.*", "--json", "corpus"}).out);
  EXPECT_EQ(summary["new"], 1);
  EXPECT_EQ(summary["skipped"], 2);
}

TEST(Ingest, PassesOverNotesAndNamesThem) {
  const Sandbox sandbox;
  sandbox.Write("inbox/plan.txt", PlanText("12/KH-UBND"));
  sandbox.Write("inbox/README.md", "# Notes\n\nWhat lies in this folder and why.\n");
  sandbox.Write("inbox/misses.txt", "field  missed\nlead   3\n");
  const Finished finished = sandbox.Run({"ingest", "inbox", "--json"});
  EXPECT_EQ(finished.status, 0);
  const Json summary = Json::parse(finished.out);
  EXPECT_EQ(summary["new"], 1);
  EXPECT_EQ(summary["skipped"], 2);
  EXPECT_EQ(summary["failed"], 0);
  EXPECT_THAT(finished.err, HasSubstr("inbox/README.md: skipped: does not look like a document"));
  EXPECT_THAT(sandbox.Run({"show", "--json"}).out, Not(HasSubstr("README")));
  const Json listed = Json::parse(sandbox.Run({"show", "--failed", "--json"}).out);
  ASSERT_THAT(listed, SizeIs(2));
  EXPECT_EQ(listed[0]["code"], "no-document");
}

TEST(Ingest, NamesPipesAndLinksThatLeadNowhere) {
  const Sandbox sandbox;
  sandbox.Write("inbox/plan.txt", PlanText("12/KH-UBND"));
  const Finished finished = sandbox.Shell(
      "mkfifo inbox/pipe; ln -s gone inbox/link; mkfifo inbox/pipe.json;"
      "timeout 20 \"$CONGVAN\" ingest inbox");
  EXPECT_EQ(finished.status, 1) << finished.err;
  EXPECT_THAT(finished.err, HasSubstr("inbox/pipe: a pipe, socket or device, not a file"));
  EXPECT_THAT(finished.err, HasSubstr("inbox/link: the link leads nowhere"));
  EXPECT_THAT(finished.err, HasSubstr("1 new, 0 known, 2 failed, 1 skipped"));
  EXPECT_EQ(sandbox.Shell("timeout 20 \"$CONGVAN\" ingest inbox/pipe").status, 1);  // named itself
}

TEST(Ingest, AFileThatWasReplacedIsNeitherFailedNorDouble) {
  const Sandbox sandbox;
  const std::string pdf = MakePdf("So: 12/KH-UBND");
  sandbox.Write("inbox/a.pdf", pdf.substr(0, 60));
  sandbox.Write("inbox/b.txt", PlanText("12/KH-UBND"));
  EXPECT_EQ(sandbox.Run({"ingest", "inbox"}).status, 1);
  sandbox.Write("inbox/a.pdf", pdf);
  sandbox.Write("inbox/b.txt", PlanText("21/KH-UBND"));
  EXPECT_EQ(sandbox.Run({"ingest", "inbox"}).status, 0);
  EXPECT_EQ(sandbox.Run({"show", "--failed", "--json"}).out, "[]\n");
  const Json tasks = Json::parse(sandbox.Run({"tasks", "--json"}).out);
  ASSERT_THAT(tasks, SizeIs(2));
  for (const Json& task : tasks) EXPECT_EQ(task["document"], "21/KH-UBND");
}

TEST(Ingest, AMissingPathIsNamedAndNotStored) {
  const Sandbox sandbox;
  const Finished finished = sandbox.Run({"ingest", "nothing-here.pdf"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(finished.err, HasSubstr("nothing-here.pdf: no such file"));
  EXPECT_EQ(sandbox.Run({"show", "--failed", "--json"}).out, "[]\n");
}

TEST(Ingest, RefusesAFileThatIsNoDatabase) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  sandbox.Write("precious.txt", "this is no database, and must stay as it is\n");
  const Finished finished = sandbox.Run({"ingest", "--db", "precious.txt", "one.txt"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err, HasSubstr("precious.txt: "));
  EXPECT_EQ(std::filesystem::file_size(sandbox.folder() / "precious.txt"), 44U);
}

TEST(Extract, PrintsOneObjectOrAnArray) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  sandbox.Write("two.txt", PlanText("13/KH-UBND"));
  const Finished one = sandbox.Run({"extract", "one.txt"});
  EXPECT_EQ(one.status, 0);
  const Json record = Json::parse(one.out);
  EXPECT_EQ(record["schema"], "congvan.record/1");
  EXPECT_EQ(record["source"]["path"], "one.txt");
  EXPECT_EQ(record["source"]["text_from"], "text");
  const Json both = Json::parse(sandbox.Run({"extract", "one.txt", "two.txt"}).out);
  ASSERT_THAT(both, SizeIs(2));
  EXPECT_EQ(both[0], record);
  const std::vector<std::string> lines = Lines(sandbox.Run({"extract", "--jsonl", "."}).out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(Json::parse(lines[1])["source"]["path"], "./two.txt");
}

TEST(Extract, PrintsWhatItCanAndNamesTheRest) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  sandbox.Write("two.txt", "");
  const Finished finished = sandbox.Run({"extract", "two.txt", "one.txt", "three.txt"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(Json::parse(finished.out), SizeIs(1));
  EXPECT_THAT(finished.err, HasSubstr("two.txt: the file is empty"));
  EXPECT_THAT(finished.err, HasSubstr("three.txt: no such file"));
}

TEST(Extract, PrintsTheTextThatSpansCountIn) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  EXPECT_THAT(sandbox.Run({"extract", "--text", "one.txt"}).out,
              HasSubstr("Nghị quyết số 57-NQ/TW ngày 22/12/2024"));
}

TEST(Tables, PrintsTheGridsOfADocument) {
  const Sandbox sandbox;
  sandbox.Write("grid.md", "| STT | Nhiệm vụ |\n|---|---|\n| 1 | Rà soát |\n| 2 | Báo cáo |\n");
  const Json tables = Json::parse(sandbox.Run({"tables", "--json", "grid.md"}).out);
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_EQ(tables[0]["rows"], 3);
  EXPECT_EQ(tables[0]["columns"], 2);
  const Finished shown = sandbox.Run({"tables", "grid.md"});
  EXPECT_THAT(shown.out, HasSubstr("table 1, page 1: 3 rows, 2 columns"));
  EXPECT_THAT(shown.out, HasSubstr("Rà soát"));
}

TEST(Ingest, NamesWhatIsWrittenInALegacyFont) {  // "Uỷ ban nhân dân xã ... Kế hoạch" in TCVN3
  const Sandbox sandbox;
  sandbox.Write("in/old.txt",
                "Uû ban nh©n d©n x· T©n LËp\nSè: 12/KH-UBND\nKÕ ho¹ch triÓn khai NghÞ quyÕt "
                "sè 57-NQ/TW vÒ ®ét ph¸ ph¸t triÓn khoa häc, c«ng nghÖ\n");
  const Finished done = sandbox.Run({"ingest", "in"});
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, HasSubstr("in/old.txt: written in a font older than Unicode"));
  EXPECT_THAT(done.err, HasSubstr("convert it to Unicode"));
}

TEST(Ingest, LeavesOutWhatAListNames) {
  const Sandbox sandbox;
  const auto write = [&](const char* name) {
    sandbox.Write(name, PlanText(std::to_string(10 + std::string_view(name).size()) + "/KH-UBND"));
  };
  for (const char* name : {"in/one.txt", "in/why.txt", "in/old/three.txt", "in/deep/why.txt",
                           "in/deep/kept.txt", "in/deep/er/draft-1.txt", "in/deeper/draft-1.txt"})
    write(name);
  sandbox.Write("in/.congvanignore", "# no documents\n\nwhy.txt\nold/\n  deep/er/*.txt\n");
  const Finished listed = sandbox.Run({"extract", "--jsonl", "in"});
  EXPECT_THAT(Lines(listed.out), SizeIs(3)) << listed.out;
  for (const char* name : {"in/one.txt", "in/deep/kept.txt", "in/deeper/draft-1.txt"})
    EXPECT_THAT(listed.out, HasSubstr(name));
  EXPECT_THAT(Lines(sandbox.Run({"extract", "--jsonl", "in/why.txt"}).out), SizeIs(1));
}

// As Ctrl-C does, which a shell without a terminal cannot send.
TEST(Ingest, StopsBetweenTwoDocumentsAndGoesOnLater) {
  const Sandbox sandbox;
  for (int i = 10; i < 70; ++i) {
    const std::string number = std::to_string(i);
    sandbox.Write("inbox/" + number + ".txt", PlanText(number + "/KH-UBND"));
  }
  const Finished stopped = sandbox.Shell(
      "\"$CONGVAN\" ingest -j1 inbox --json & until [ -s congvan.db ]; do sleep 0.01; done;"
      " kill -TERM $!; wait $!");
  EXPECT_EQ(stopped.status, 130);
  EXPECT_THAT(stopped.err, HasSubstr("the run was stopped; run it again to go on"));
  const Json summary = Json::parse(stopped.out);
  EXPECT_TRUE(summary.at("stopped"));
  const int done = summary.at("new");
  EXPECT_GT(done, 0);
  EXPECT_LT(done, 60);
  const Finished rest = sandbox.Run({"ingest", "inbox", "--json"});
  EXPECT_EQ(rest.status, 0);
  EXPECT_EQ(Json::parse(rest.out).at("new"), 60 - done);
  EXPECT_EQ(Json::parse(rest.out).at("known"), done);
}

}  // namespace
}  // namespace congvan::testing

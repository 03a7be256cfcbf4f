// The commands that ask the database, over three made-up documents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/support/program.h"
#include "normalizer/compose.h"

namespace congvan::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;
using Json = nlohmann::json;

class Questions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    sandbox_ = new Sandbox;
    sandbox_->Write("inbox/one.txt", PlanText("12/KH-UBND"));
    sandbox_->Write("inbox/two.txt", PlanText("13/KH-UBND"));
    ASSERT_EQ(sandbox_->Run({"ingest", "inbox"}).status, 0);
  }
  static void TearDownTestSuite() {
    delete sandbox_;
    sandbox_ = nullptr;
  }

  static Finished Congvan(const std::vector<std::string>& arguments) {
    return sandbox_->Run(arguments);
  }
  static Json Ask(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const Finished finished = sandbox_->Run(arguments);
    EXPECT_EQ(finished.status, 0) << finished.err;
    return Json::parse(finished.out, nullptr, false);
  }

  static Sandbox* sandbox_;
};
Sandbox* Questions::sandbox_ = nullptr;

TEST_F(Questions, TasksNameTheirDocumentAndTheWayToTheResolution) {
  const Json tasks = Ask({"tasks", "--ref", "57-NQ/TW"});
  ASSERT_THAT(tasks, Not(IsEmpty()));
  for (const Json& task : tasks) {
    EXPECT_THAT(task["document"].get<std::string>(), HasSubstr("/KH-UBND"));
    if (!task["via"].empty()) {
      EXPECT_EQ(task["via"].front(), task["document"]);
      EXPECT_EQ(task["via"].back(), "57-NQ/TW");
    }
  }
  const Json direct = Ask({"tasks", "--ref", "57-NQ/TW", "--direct"});
  EXPECT_LT(direct.size(), tasks.size());
  for (const Json& task : direct) EXPECT_THAT(task["references"], Contains("57-NQ/TW"));
}

TEST_F(Questions, ASymbolMayBeTypedInAnyWay) {
  const std::string expected = Ask({"tasks", "--ref", "57-NQ/TW"}).dump();
  for (const char* typed : {"57-nq/tw", "57 - NQ / TW", "57–NQ/TW", " 57-Nq/Tw "}) {
    EXPECT_EQ(Ask({"tasks", "--ref", typed}).dump(), expected) << typed;
  }
  EXPECT_EQ(Congvan({"implements", "57", "-", "NQ/TW"}).out,
            Congvan({"implements", "57-NQ/TW"}).out);
}

TEST_F(Questions, DueByIncludesTheDay) {
  const auto count = [](const char* day) { return Ask({"tasks", "--due-by", day}).size(); };
  EXPECT_EQ(count("2025-12-30"), 0U);
  EXPECT_EQ(count("2025-12-31"), 2U);  // one in each of the two plans
  EXPECT_EQ(count("31/12/2025"), 2U);
  EXPECT_EQ(count("2026-03-31"), 4U);
}

TEST_F(Questions, BeforeADayIsOverdueOnThatDay) {  // "trước ngày 31/12/2025"
  EXPECT_THAT(Ask({"tasks", "--overdue", "--today", "2025-12-30"}), IsEmpty());
  EXPECT_THAT(Ask({"tasks", "--overdue", "--today", "2025-12-31"}), SizeIs(2));
}

TEST_F(Questions, TasksOfAUnitAndAPlace) {
  EXPECT_THAT(Ask({"tasks", "--unit", "Phòng Kinh tế"}), SizeIs(2));
  EXPECT_THAT(Ask({"tasks", "--unit", "phong kinh te"}), SizeIs(2));
  EXPECT_THAT(Ask({"tasks", "--in", "xã Tân Lập"}), SizeIs(4));
  EXPECT_THAT(Ask({"tasks", "--in", "xã Không Có"}), IsEmpty());
}

// One resolver for every place where a document is named.
const std::vector<std::vector<std::string>> kNaming = {{"show"},
                                                       {"cites"},
                                                       {"implements"},
                                                       {"tasks", "--ref"},
                                                       {"targets", "--ref"},
                                                       {"tasks", "--doc"},
                                                       {"graph", "--root"}};

std::vector<std::string> With(std::vector<std::string> command, const char* typed) {
  command.emplace_back(typed);
  return command;
}

TEST_F(Questions, AnUnknownSymbolEndsWithTwo) {
  for (const auto& command : kNaming) {
    const Finished finished = Congvan(With(command, "999-NQ/TW"));
    EXPECT_EQ(finished.status, 2) << command.front();
    EXPECT_EQ(finished.out, "") << command.front();
    EXPECT_THAT(finished.err, HasSubstr("no document is known as '999-NQ/TW'")) << command.front();
  }
  EXPECT_THAT(Congvan({"tasks", "--ref", "57-QĐ/TW"}).err,
              HasSubstr("near it are:\n  #"));  // the same number
  EXPECT_THAT(Congvan({"tasks", "--ref", "58-NQ/TW"}).err, HasSubstr("57-NQ/TW"));  // a slip
}

TEST_F(Questions, ASymbolHalfRememberedIsFoundAndSaid) {
  for (const auto& command : kNaming) {
    const std::string expected = Congvan(With(command, "57-NQ/TW")).out;
    for (const char* typed : {"57 nq tw", "57/NQ-TW", "57-NQ-TW", "số 57-NQ/TW", "NQ 57",
                              "nghị quyết 57", "nghi quyet 57"}) {
      const Finished finished = Congvan(With(command, typed));
      EXPECT_EQ(finished.status, 0) << command.front() << " " << typed << finished.err;
      EXPECT_EQ(finished.out, expected) << command.front() << " " << typed;
      EXPECT_THAT(finished.err, HasSubstr("' is taken for #")) << command.front() << " " << typed;
    }
  }
}

TEST_F(Questions, AnIdGoesWhereASymbolGoes) {
  const Json all = Ask({"show"});
  for (const Json& document : all) {
    if (document["document"] != "57-NQ/TW") continue;
    const std::string id = document["number"];
    for (const auto& command : kNaming) {
      const Finished finished = Congvan(With(command, id.c_str()));
      EXPECT_EQ(finished.status, 0) << command.front();
      EXPECT_EQ(finished.out, Congvan(With(command, "57-NQ/TW")).out) << command.front();
    }
  }
}

TEST_F(Questions, TargetsHaveNumbers) {
  const Json targets = Ask({"targets", "--text", "5G"});
  ASSERT_THAT(targets, SizeIs(2));
  EXPECT_EQ(targets[0]["value"], 80);
  EXPECT_EQ(targets[0]["unit"], "%");
}

TEST_F(Questions, ListsComeAsCsvForExcel) {
  const Finished finished = Congvan({"tasks", "--csv", "--bom"});
  EXPECT_THAT(finished.out, StartsWith("\xEF\xBB\xBF"
                                       "document,page,"));
  EXPECT_THAT(Congvan({"targets", "--csv"}).out, StartsWith("document,page,"));
}

TEST_F(Questions, LimitSaysWhatItLeavesOut) {
  const Finished finished = Congvan({"tasks", "--limit", "1", "--json"});
  EXPECT_THAT(Json::parse(finished.out), SizeIs(1));
  EXPECT_THAT(finished.err, HasSubstr("3 more rows"));
}

TEST_F(Questions, ShowTellsADocumentAndItsNeighbours) {
  const Finished shown = Congvan({"show", "12/KH-UBND"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.out, HasSubstr("12/KH-UBND"));
  EXPECT_THAT(shown.out, HasSubstr("57-NQ/TW"));
  EXPECT_THAT(shown.out, HasSubstr("inbox/one.txt"));
  EXPECT_EQ(Ask({"show", "12/kh-ubnd"})["record"]["document"]["symbol"], "12/KH-UBND");
  EXPECT_THAT(Ask({"show"}), Not(IsEmpty()));
}

TEST_F(Questions, WhatIsNotKnownEndsWithTwo) {
  for (const char* command : {"show", "cites", "implements"}) {
    const Finished finished = Congvan({command, "999-NQ/TW"});
    EXPECT_EQ(finished.status, 2) << command;
    EXPECT_THAT(finished.err, HasSubstr("no document is known as")) << command;
  }
  EXPECT_EQ(Congvan({"graph", "--root", "999-NQ/TW"}).status, 2);
}

TEST_F(Questions, SeveralCandidatesAreToldApart) {
  sandbox_->Write("other/three.txt", PlanText("77/KH-UBND"));
  std::string elsewhere = PlanText("77/KH-UBND");
  for (const char* name : {"TÂN LẬP", "Tân Lập"}) {
    const size_t at = elsewhere.find(name);
    elsewhere.replace(at, std::string_view(name).size(), "Hòa Bình");
  }
  sandbox_->Write("other/four.txt", elsewhere);
  ASSERT_EQ(Congvan({"ingest", "--db", "other.db", "other"}).status, 0);
  const Finished finished = Congvan({"show", "--db", "other.db", "77/KH-UBND"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err, HasSubstr("'77/KH-UBND' may mean 2 documents"));
  EXPECT_THAT(finished.err, HasSubstr("#1 77/KH-UBND"));
  EXPECT_EQ(Congvan({"show", "--db", "other.db", "#1"}).status, 0);
  // Two documents of one symbol are never mixed.
  for (auto command : kNaming) {
    command.emplace_back("77/KH-UBND");
    command.insert(command.end(), {"--db", "other.db"});
    const Finished mixed = Congvan(command);
    EXPECT_EQ(mixed.status, 2) << command.front();
    EXPECT_THAT(mixed.err, HasSubstr("Hòa Bình, 2025-09-05")) << command.front();
  }
  const Finished narrowed = Congvan(
      {"tasks", "--db", "other.db", "--ref", "77/KH-UBND", "--in", "xã Hòa Bình", "--json"});
  EXPECT_EQ(narrowed.status, 0) << narrowed.err;
  for (const Json& task : Json::parse(narrowed.out))
    EXPECT_THAT(task["issuer"].get<std::string>(), HasSubstr("Hòa Bình"));
  EXPECT_THAT(Congvan({"tasks", "--db", "other.db"}).out, HasSubstr("Issuer"));  // whose it is
}

TEST_F(Questions, AUnitIsExplained) {
  const Finished beginning = Congvan({"tasks", "--unit", "Phòng kt", "--json"});
  EXPECT_THAT(Json::parse(beginning.out), SizeIs(2));
  EXPECT_THAT(beginning.err, HasSubstr("'Phòng kt' is taken for: Phòng Kinh tế"));
  const Finished near = Congvan({"tasks", "--unit", "kinh tế", "--json"});
  EXPECT_EQ(near.out, "[]\n");
  EXPECT_THAT(near.err, HasSubstr("no body is named 'kinh tế'; near it are: Phòng Kinh tế"));
  EXPECT_EQ(Congvan({"tasks", "--unit", "Phòng Kinh tế", "--json"}).err, "");
}

TEST_F(Questions, VietnameseTablesHaveVietnameseDates) {
  EXPECT_THAT(Congvan({"tasks", "--lang", "vi"}).out, HasSubstr("31/12/2025"));
  EXPECT_THAT(Congvan({"tasks", "--lang", "vi"}).out, Not(HasSubstr("2025-12-31")));
  EXPECT_THAT(Congvan({"tasks", "--lang", "vi", "--csv"}).out, HasSubstr("2025-12-31"));
  EXPECT_THAT(Congvan({"tasks"}).out, HasSubstr("2025-12-31"));
  EXPECT_THAT(Congvan({"implements", "57-NQ/TW", "--lang", "vi"}).out, HasSubstr("05/09/2025"));
}

TEST_F(Questions, SearchingForNoWordIsAMistake) {
  for (const char* typed : {"\"", "*", "\" \"", "--"}) {
    const Finished finished = Congvan({"search", "--", typed});
    EXPECT_EQ(finished.status, 2) << typed;
    EXPECT_THAT(finished.err, HasSubstr("no word to search for")) << typed;
  }
}

TEST_F(Questions, CitesGoesBothWays) {
  const Json of_plan = Ask({"cites", "12/KH-UBND"});
  const Json of_resolution = Ask({"cites", "57-NQ/TW"});
  ASSERT_THAT(of_plan, Not(IsEmpty()));
  ASSERT_THAT(of_resolution, SizeIs(2));
  EXPECT_EQ(of_resolution[0]["direction"], "cited_by");
  EXPECT_EQ(of_resolution[0]["relation"], "implements");
}

TEST_F(Questions, TheNetIsAskedInOneWord) {
  const Json missing = Ask({"missing"});
  ASSERT_THAT(missing, Not(IsEmpty()));
  EXPECT_EQ(missing[0]["document"], "57-NQ/TW");
  EXPECT_EQ(missing[0]["cited_by"], 2);
  EXPECT_THAT(missing[0]["by"], ::testing::ElementsAre("12/KH-UBND", "13/KH-UBND"));
  EXPECT_THAT(Ask({"authorities", "--limit", "1"}), SizeIs(1));
  EXPECT_THAT(Ask({"conflicts"}), IsEmpty());
  const Json chain = Ask({"chain", "12/KH-UBND", "57-NQ/TW"});
  ASSERT_THAT(chain, SizeIs(1));
  EXPECT_EQ(chain[0]["relation"], "implements");
  EXPECT_THAT(Ask({"impact", "57-NQ/TW"}), SizeIs(2));
  EXPECT_THAT(Ask({"impact", "57-NQ/TW", "--stale"}), IsEmpty());
  const Finished back = Congvan({"chain", "57-NQ/TW", "12/KH-UBND"});
  EXPECT_EQ(back.status, 0);
  EXPECT_THAT(back.err, HasSubstr("the other way round does"));
  EXPECT_THAT(Congvan({"missing", "--csv"}).out, StartsWith("document,type,issuer,date,"));
}

TEST_F(Questions, UnitsAreImportedAndCovered) {
  const Sandbox sandbox;
  sandbox.Write("inbox/one.txt", PlanText("12/KH-UBND"));
  ASSERT_EQ(sandbox.Run({"ingest", "inbox"}).status, 0);
  const Finished unlisted = sandbox.Run({"coverage", "57-NQ/TW"});
  EXPECT_THAT(unlisted.err, HasSubstr("1 of 1 communes"));
  EXPECT_THAT(unlisted.err, HasSubstr("congvan units import FILE"));
  sandbox.Write("units.json", R"([{"Code": "90", "FullName": "Tỉnh X", "Wards": [
      {"Code": "90001", "FullName": "Xã Tân Lập"}, {"Code": "90002", "FullName": "Xã Khác"}]}])");
  EXPECT_THAT(sandbox.Run({"units", "import", "units.json"}).err, HasSubstr("3 units"));
  const Json rows = Json::parse(sandbox.Run({"coverage", "57-NQ/TW", "--json"}).out);
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0]["unit"], "Xã Khác");
  EXPECT_EQ(rows[0]["covered"], false);
  EXPECT_EQ(rows[1]["documents"], Json::parse(R"(["12/KH-UBND"])"));
  EXPECT_THAT(Json::parse(sandbox.Run({"units", "list", "--json"}).out), SizeIs(3));
  EXPECT_EQ(sandbox.Run({"units", "import", "inbox/one.txt"}).status, 2);
  EXPECT_EQ(sandbox.Run({"units", "import", "none.json"}).status, 2);
}

// As a Mac gives it, by keyboard or in the name of a file.
TEST_F(Questions, WordsMayBeTypedDecomposed) {
  const auto decomposed = [](const char* words) { return normalizer::ToNfd(words); };
  EXPECT_NE(decomposed("Phòng"), "Phòng");
  EXPECT_THAT(Ask({"tasks", "--unit", decomposed("Phòng Kinh tế")}), SizeIs(2));
  EXPECT_THAT(Ask({"tasks", "--in", decomposed("xã Tân Lập")}), SizeIs(4));
  EXPECT_EQ(Ask({"search", decomposed("Phòng Kinh tế")}).dump(),
            Ask({"search", "Phòng Kinh tế"}).dump());
  const Sandbox sandbox;
  sandbox.Write(decomposed("kế hoạch.txt"), PlanText("12/KH-UBND"));
  ASSERT_EQ(sandbox.Run({"ingest", decomposed("kế hoạch.txt")}).status, 0);
  EXPECT_EQ(sandbox.Run({"show", "kế hoạch.txt"}).status, 0);
  EXPECT_EQ(sandbox.Run({"show", decomposed("kế hoạch.txt")}).status, 0);
}

TEST_F(Questions, ImplementsIsATree) {
  const Finished tree = Congvan({"implements", "57-NQ/TW"});
  EXPECT_THAT(tree.out, HasSubstr("├─ 12/KH-UBND"));
  EXPECT_THAT(tree.out, HasSubstr("└─ 13/KH-UBND"));
  const Json json = Ask({"implements", "57-NQ/TW"});
  EXPECT_THAT(json[0]["implemented_by"], SizeIs(2));
}

TEST_F(Questions, GraphHasFourForms) {
  EXPECT_THAT(Congvan({"graph"}).out, StartsWith("digraph congvan {"));
  EXPECT_THAT(Congvan({"graph", "--format", "svg"}).out, HasSubstr("<svg"));
  EXPECT_THAT(Ask({"graph", "--root", "57-NQ/TW"})["nodes"], Not(IsEmpty()));
  EXPECT_EQ(Congvan({"graph", "--format", "html", "-o", "graph.html"}).status, 0);
  EXPECT_EQ(Congvan({"graph", "-o", "no/such/folder/graph.dot"}).status, 2);
}

TEST_F(Questions, TheDrawingExplainsItself) {
  const std::string svg = Congvan({"graph", "--format", "svg"}).out;
  for (const char* words :
       {"central", "commune", "dashed: cited only, not here", "dotted: cites", "implements"})
    EXPECT_THAT(svg, HasSubstr(words));
  const std::string dot = Congvan({"graph"}).out;
  // 71/NQ-CP is only named as a basis, and not here: it stands in no frame.
  const size_t outside = dot.rfind("  }\n");
  EXPECT_LT(outside, dot.find("71/NQ-CP"));
  EXPECT_GT(outside, dot.find("57-NQ/TW"));
  EXPECT_THAT(Congvan({"graph", "--format", "html"}).out, HasSubstr("<div id=\"legend\">"));
}

TEST_F(Questions, SvgWithoutGraphvizSaysWhatToInstall) {
  const Finished finished = sandbox_->Run({"graph", "--format", "svg"}, {{"PATH", "/nowhere"}});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err, HasSubstr("apt install graphviz"));
}

TEST_F(Questions, SearchFindsPagesWithAndWithoutMarks) {
  EXPECT_THAT(Ask({"search", "hạ tầng số"}), SizeIs(2));
  EXPECT_THAT(Ask({"search", "ha", "tang", "so"}), SizeIs(2));
  EXPECT_THAT(Ask({"search", "\"; DROP TABLE"}), IsEmpty());
  EXPECT_EQ(Congvan({"search", "hạ tầng số"}).err, "");
  const Finished otherwise = Congvan({"search", "hạ tầng sỗ"});
  EXPECT_THAT(otherwise.err, HasSubstr("no page has these words as they were typed"));
  EXPECT_NE(otherwise.out, "");
}

TEST_F(Questions, RulesAreListedCheckedAndExplained) {
  EXPECT_EQ(Congvan({"rules", "check"}).status, 0);
  EXPECT_THAT(Ask({"rules", "list", "deadlines"}), Not(IsEmpty()));
  EXPECT_THAT(Ask({"rules", "explain", "hoàn thành trong quý IV/2025", "--rule", "deadlines"}),
              Not(IsEmpty()));
}

TEST(GraphPage, ShowsWhatDocumentsSayAsTextOnly) {
  const Sandbox sandbox;
  std::string plan = PlanText("12/KH-UBND");
  const std::string attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
  plan.insert(plan.find("Phòng Kinh tế") + 1 + std::string_view("hòng Kinh tế").size(),
              " " + attack);
  sandbox.Write("one.txt", plan);
  ASSERT_EQ(sandbox.Run({"ingest", "one.txt"}).status, 0);
  const std::string page = sandbox.Run({"graph", "--format", "html"}).out;
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  for (const char* network : {"src=\"http", "href=\"http", "@import", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(network)));
  }
}

}  // namespace
}  // namespace congvan::testing

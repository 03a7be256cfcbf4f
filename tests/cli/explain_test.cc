// `congvan explain`: every value with its words, on the terminal, as JSON and as a page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/support/program.h"

namespace congvan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

std::string ReadFile(const Sandbox& sandbox, const std::string& name) {
  std::ostringstream out;
  out << std::ifstream(sandbox.folder() / name, std::ios::binary).rdbuf();
  return out.str();
}

// What stands between the tags of the page's data.
Json DataOf(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const size_t at = page.find(begin) + begin.size();
  return Json::parse(page.substr(at, page.find("</script>", at) - at));
}

TEST(Explain, ShowsTheWordsTheirPlaceAndTheRule) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  const Finished all = sandbox.Run({"explain", "one.txt"});
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_THAT(all.out, HasSubstr("document.symbol: 12/KH-UBND\n"));
  EXPECT_THAT(all.out, HasSubstr("[12/KH-UBND]"));
  EXPECT_THAT(all.out, HasSubstr("page 1, characters "));
  EXPECT_THAT(all.out, HasSubstr("(layout.toml:"));
  EXPECT_THAT(all.out, Not(HasSubstr("\x1b"))) << "colour is for terminals";
}

TEST(Explain, KeepsToTheFieldAskedFor) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  const Json list =
      Json::parse(sandbox.Run({"explain", "one.txt", "--field", "tasks[0]", "--json"}).out);
  ASSERT_FALSE(list.empty());
  for (const Json& value : list) {
    EXPECT_THAT(value["field"].get<std::string>(), ::testing::StartsWith("tasks[0]."));
    EXPECT_FALSE(value["spans"].empty());
    EXPECT_TRUE(value["boxes"].is_null()) << "plain text has no boxes";
  }
  const Finished unknown = sandbox.Run({"explain", "one.txt", "--field", "document.sjmbol"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'document.symbol'?"));
}

TEST(Explain, WritesAPageThatNoDocumentCanBreak) {
  const Sandbox sandbox;
  std::string text = PlanText("12/KH-UBND");
  text.insert(text.find("Nghị quyết số 57-NQ/TW"), "</script><img src=x onerror=alert(1)> ");
  sandbox.Write("a<b>&.txt", text);
  const Finished run = sandbox.Run({"explain", "a<b>&.txt", "--html", "out.html"});
  EXPECT_EQ(run.status, 0) << run.err;
  const std::string page = ReadFile(sandbox, "out.html");
  EXPECT_THAT(page, HasSubstr("<title>a&lt;b&gt;&amp;.txt</title>"));
  EXPECT_THAT(page, Not(HasSubstr("<img src=x")));
  for (const char* elsewhere : {"https:", "<link", "@import", "src=\"http", "url("})
    EXPECT_THAT(page, Not(HasSubstr(elsewhere)));
  const Json data = DataOf(page);
  EXPECT_THAT(data["pages"][0]["text"].get<std::string>(), HasSubstr("57-NQ/TW"));
  EXPECT_FALSE(data["values"].empty());
}

TEST(Explain, DrawsThePagesOfAPdf) {
  const Sandbox sandbox;
  sandbox.Write("one.pdf", MakePdf("So: 12/KH-UBND"));
  const Finished run = sandbox.Run({"explain", "one.pdf", "--html", "out.html"});
  EXPECT_EQ(run.status, 0) << run.err;
  const Json data = DataOf(ReadFile(sandbox, "out.html"));
  EXPECT_THAT(data["pages"][0]["image"].get<std::string>(),
              ::testing::StartsWith("data:image/png;base64,iVBORw0KGgo"));
  EXPECT_GT(data["pages"][0]["width"].get<double>(), 0);
}

TEST(Explain, SaysWhatItCannotDo) {
  const Sandbox sandbox;
  sandbox.Write("one.txt", PlanText("12/KH-UBND"));
  EXPECT_EQ(sandbox.Run({"explain"}).status, 2);
  EXPECT_EQ(sandbox.Run({"explain", "none.pdf"}).status, 1);
  EXPECT_EQ(sandbox.Run({"explain", "one.txt", "--html", "no/folder/out.html"}).status, 2);
}

}  // namespace
}  // namespace congvan::testing

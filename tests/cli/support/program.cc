#include "cli/support/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace congvan::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = CONGVAN_BINARY_DIR "/congvan";

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Sandbox::Sandbox() {
  std::string name = (fs::temp_directory_path() / "congvan-test-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Sandbox::Write(const std::string& name, std::string_view bytes) const {
  const fs::path path = folder_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

Finished Sandbox::Run(const std::vector<std::string>& arguments,
                      const std::map<std::string, std::string>& environment) const {
  std::vector<std::string> words = {kProgram};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return Start(words, environment);
}

Finished Sandbox::Shell(const std::string& line) const {
  return Start({"/bin/bash", "-c", line}, {{"LC_ALL", "C.UTF-8"}, {"CONGVAN", kProgram}});
}

Finished Sandbox::Start(std::vector<std::string> words,
                        const std::map<std::string, std::string>& environment) const {
  const Sandbox output;
  const std::string out = (output.folder() / "out").string();
  const std::string err = (output.folder() / "err").string();
  std::map<std::string, std::string> all = environment;
  const char* path = std::getenv("PATH");
  all.emplace("PATH", path == nullptr ? "/usr/bin:/bin" : path);
  std::vector<std::string> variables;
  variables.reserve(all.size());
  for (const auto& [name, value] : all) variables.push_back(name + "=" + value);

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder_.c_str());
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT,
                                     0600);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT,
                                     0600);
  pid_t child = 0;
  std::vector<char*> word_pointers = Pointers(words);
  std::vector<char*> variable_pointers = Pointers(variables);
  Finished finished;
  const int failed = ::posix_spawn(&child, words[0].c_str(), &actions, nullptr,
                                   word_pointers.data(), variable_pointers.data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return finished;
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  finished.out = ReadFile(out);
  finished.err = ReadFile(err);
  finished.peak_kilobytes = usage.ru_maxrss;
  return finished;
}

std::string MakePdf(std::string_view line, bool encrypted) {
  const std::string content = "BT /F1 12 Tf 72 720 Td (" + std::string(line) + ") Tj ET";
  const std::string blank(64, 'A');
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  if (encrypted) {
    objects.push_back("<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + blank + "> /U <" + blank +
                      "> >>");
  }
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (size_t i = 0; i < objects.size(); ++i) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  pdf += table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R";
  if (encrypted)
    pdf += " /Encrypt 6 0 R /ID [<" + blank.substr(0, 32) + "> <" + blank.substr(0, 32) + ">]";
  return pdf + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string PlanText(std::string_view symbol) {
  return "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\n\nSố: " + std::string(symbol) +
         "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
         "Tân Lập, ngày 05 tháng 9 năm 2025\n\nKẾ HOẠCH\n"
         "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\n\n"
         "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ, Ủy ban nhân dân xã ban hành "
         "Kế hoạch như sau:\n\n"
         "I. MỤC TIÊU\n- Tỷ lệ phủ sóng 5G đạt 80%.\n\n"
         "II. NHIỆM VỤ VÀ GIẢI PHÁP\n"
         "- Phòng Kinh tế rà soát hạ tầng số trên địa bàn xã, hoàn thành trước ngày 31/12/2025.\n"
         "- Công an xã triển khai các nhiệm vụ của Nghị quyết số 57-NQ/TW, hoàn thành trong quý "
         "I/2026.\n\n"
         "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n";
}

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace congvan::testing

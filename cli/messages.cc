#include "messages.h"

#include <libintl.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace congvan::cli {
namespace {

constexpr const char* kDomain = "congvan";

std::string Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return value == nullptr ? "" : value;
}

bool IsVietnamese(std::string_view locale) {
  return locale == "vi" || locale.starts_with("vi_") || locale.starts_with("vi.");
}

/// The folder that holds vi/LC_MESSAGES/congvan.mo.
std::string CatalogueFolder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const std::filesystem::path folder = program.parent_path();
  for (const char* place : {"locale", "../share/locale"}) {
    const std::filesystem::path candidate = folder / place;
    if (std::filesystem::exists(candidate / "vi/LC_MESSAGES/congvan.mo", error))
      return candidate.string();
  }
  return {};
}

}  // namespace

Language LanguageOfEnvironment() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    locale = Variable(name);
    if (!locale.empty()) break;
  }
  // gettext: the C locale speaks English whatever LANGUAGE says.
  if (locale == "C" || locale == "POSIX") return Language::kEnglish;
  const std::string list = Variable("LANGUAGE");
  if (!list.empty()) {
    return IsVietnamese(std::string_view(list).substr(0, list.find(':'))) ? Language::kVietnamese
                                                                          : Language::kEnglish;
  }
  return IsVietnamese(locale) ? Language::kVietnamese : Language::kEnglish;
}

void UseLanguage(Language language) {
  if (language == Language::kEnglish) {
    std::setlocale(LC_MESSAGES, "C");
    return;
  }
  // A bare Debian has no vi_VN locale. C.UTF-8 is always there, and in any locale but "C" gettext
  // obeys LANGUAGE.
  ::setenv("LANGUAGE", "vi", 1);  // NOLINT(concurrency-mt-unsafe): before any thread starts
  if (std::setlocale(LC_MESSAGES, "vi_VN.UTF-8") == nullptr) std::setlocale(LC_MESSAGES, "C.UTF-8");
  const std::string folder = CatalogueFolder();
  if (folder.empty()) return;
  ::bindtextdomain(kDomain, folder.c_str());
  ::bind_textdomain_codeset(kDomain, "UTF-8");
  ::textdomain(kDomain);
}

Language CurrentLanguage() {
  const char* locale = std::setlocale(LC_MESSAGES, nullptr);
  return locale == nullptr || std::string_view(locale) == "C" ? Language::kEnglish
                                                              : Language::kVietnamese;
}

const char* Tr(const char* msgid) {
  // The catalogue's header is filed under the empty msgid.
  return *msgid == '\0' ? msgid : ::dgettext(kDomain, msgid);
}

std::string Tr(const std::string& msgid) { return Tr(msgid.c_str()); }

std::string Say(const char* msgid, std::initializer_list<std::string_view> arguments) {
  const std::string_view text = Tr(msgid);
  std::string out;
  size_t next = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    size_t index = arguments.size();
    size_t length = 0;
    if (rest.starts_with("{}")) {
      index = next++;
      length = 2;
    } else if (rest.size() >= 3 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' &&
               rest[2] == '}') {
      index = static_cast<size_t>(rest[1] - '0');
      length = 3;
    }
    if (index < arguments.size()) {
      out += arguments.begin()[index];
      i += length - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace congvan::cli

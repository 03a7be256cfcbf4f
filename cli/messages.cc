#include "messages.h"

#include <cstdlib>

#include "catalogue.h"

namespace congvan::cli {
namespace {

std::string Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return value == nullptr ? "" : value;
}

bool IsVietnamese(std::string_view locale) {
  return locale == "vi" || locale.starts_with("vi_") || locale.starts_with("vi.");
}

/// Chosen once, before any thread starts (messages.h).
Language& Chosen() {
  static Language language = Language::kEnglish;
  return language;
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

void UseLanguage(Language language) { Chosen() = language; }

Language CurrentLanguage() { return Chosen(); }

const char* Tr(const char* msgid) {
  // The catalogue's header is filed under the empty msgid.
  if (*msgid == '\0' || CurrentLanguage() == Language::kEnglish) return msgid;
  const char* translated = Vietnamese(msgid);
  return translated == nullptr ? msgid : translated;
}

std::string Tr(const std::string& msgid) { return Tr(msgid.c_str()); }

std::string Say(const char* msgid, std::initializer_list<std::string_view> arguments) {
  return Say(msgid, std::vector<std::string_view>(arguments));
}

std::string Say(const char* msgid, const std::vector<std::string_view>& arguments) {
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
      out += arguments[index];
      i += length - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace congvan::cli

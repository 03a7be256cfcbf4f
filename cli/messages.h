// cli/messages.h: what the program says, in the user's language, from the gettext catalogue
// po/*.po.
//
//   Say("{} documents ingested into {}", {std::to_string(n), path})
//
// The msgid is the English text. Libraries speak English constants (Error::what, Error::hint); Tr()
// translates those too, since the catalogue holds them. A text that the catalogue lacks comes out
// in English.
//
// The catalogue is compiled in (catalogue.h). Call UseLanguage once, before anything is
// said: everything said afterwards is in that language. The process's locale stays
// "C", so that numbers are written the same everywhere.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace congvan::cli {

enum class Language { kEnglish, kVietnamese };

/// The language that the environment asks for: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, as gettext
/// ranks them, except that the locale need not be installed. Anything but Vietnamese is English.
Language LanguageOfEnvironment();

void UseLanguage(Language language);
Language CurrentLanguage();

/// The translation of a msgid, or the msgid itself.
const char* Tr(const char* msgid);
std::string Tr(const std::string& msgid);

/// Marks a msgid for the catalogue where it can't be translated yet (tables of constants).
constexpr const char* Msg(const char* msgid) { return msgid; }

/// Tr(msgid) with every "{}" replaced by the next argument, "{0}" by the first and so on. Never
/// fails: a brace without an argument stays.
std::string Say(const char* msgid, std::initializer_list<std::string_view> arguments);
std::string Say(const char* msgid, const std::vector<std::string_view>& arguments);

}  // namespace congvan::cli

# Writes OUTPUT, a C++ file that holds each of FILES as a byte array: EmbeddedRuleFiles() of rules/src/embedded.h.
set(code "#include \"embedded.h\"\n\nnamespace congvan::rules {\nnamespace {\n")
set(table "")
set(n 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND code "// ${name}\nconst unsigned char kFile${n}[] = {${bytes}0};\n")
  string(APPEND table "      {\"${name}\", {reinterpret_cast<const char*>(kFile${n}), sizeof(kFile${n}) - 1}},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND code "}  // namespace\n\nconst std::vector<EmbeddedFile>& EmbeddedRuleFiles() {\n"
                   "  static const std::vector<EmbeddedFile> files = {\n${table}  };\n  return files;\n}\n\n"
                   "}  // namespace congvan::rules\n")
file(WRITE ${OUTPUT} "${code}")

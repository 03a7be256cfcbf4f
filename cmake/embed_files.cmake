# Writes OUTPUT, a C++ file that holds each of FILES as a byte array, and the function
#   const std::vector<EmbeddedFile>& NAMESPACE::FUNCTION()
# that lists them by name. HEADER declares that function and EmbeddedFile, whose first two members are the file's name
# and text as std::string_view.
foreach(variable OUTPUT FILES NAMESPACE FUNCTION HEADER)
  if(NOT DEFINED ${variable})
    message(FATAL_ERROR "embed_files.cmake: ${variable} is missing")
  endif()
endforeach()
list(SORT FILES)
set(code "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\nnamespace {\n")
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
string(APPEND code "}  // namespace\n\nconst std::vector<EmbeddedFile>& ${FUNCTION}() {\n"
                   "  static const std::vector<EmbeddedFile> files = {\n${table}  };\n  return files;\n}\n\n"
                   "}  // namespace ${NAMESPACE}\n")
file(WRITE ${OUTPUT} "${code}")

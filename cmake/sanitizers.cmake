if(CONGVAN_SANITIZE)
  add_compile_options(-fsanitize=${CONGVAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CONGVAN_SANITIZE})
endif()

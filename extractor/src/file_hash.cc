#include "file_hash.h"

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

namespace congvan::extractor {

Result<std::string> HashFile(const std::string& path, int fd) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
    return Fail(MakeError(ErrorCode::kInternal, path, "cannot set up SHA-256"));
  std::array<unsigned char, 64 << 10> buffer{};
  off_t at = 0;
  while (true) {
    const ssize_t n = pread(fd, buffer.data(), buffer.size(), at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return Fail(MakeError(ErrorCode::kNotFound, path, std::strerror(errno)));
    if (n == 0) break;
    at += n;
    if (EVP_DigestUpdate(context.get(), buffer.data(), static_cast<size_t>(n)) != 1)
      return Fail(MakeError(ErrorCode::kInternal, path, "SHA-256 failed"));
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
  unsigned int size = 0;
  if (EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1)
    return Fail(MakeError(ErrorCode::kInternal, path, "SHA-256 failed"));
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back(kHex[digest.at(i) >> 4]);
    hex.push_back(kHex[digest.at(i) & 15]);
  }
  return hex;
}

}  // namespace congvan::extractor

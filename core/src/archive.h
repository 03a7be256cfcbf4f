// archive.h: values as bytes and back; one visitor for both ways, so that they cannot drift apart.
//
//   template <class A, Of<Signer> T>
//   bool Visit(A& archive, T& value) {
//     auto& [name, position, authority] = value;  // a field that is added does not compile here
//     return Fields(archive, name, position, authority);
//   }
//
// Little-endian and length-prefixed. Reading never trusts its input: what does not fit gives false,
// and nothing is allocated that the bytes do not hold. Enumerations are read as they come: check
// them. Visit stands in the namespace of its type.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace congvan::archive {

class Writer {
 public:
  static constexpr bool kReading = false;

  template <class T>
  bool Number(const T& value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));  // every supported machine is little-endian
    out_.append(bytes, sizeof(T));
    return true;
  }
  bool Text(const std::string& text) {
    Number(static_cast<uint32_t>(text.size()));
    out_ += text;
    return true;
  }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  static constexpr bool kReading = true;
  explicit Reader(std::string_view in) : in_(in) {}

  template <class T>
  bool Number(T& value) {
    if (in_.size() < sizeof(T)) return false;
    if constexpr (std::is_same_v<T, bool>) {
      value = in_[0] != 0;
    } else {
      std::memcpy(&value, in_.data(), sizeof(T));
    }
    in_.remove_prefix(sizeof(T));
    return true;
  }
  bool Text(std::string& text) {
    uint32_t size = 0;
    if (!Number(size) || in_.size() < size) return false;
    text.assign(in_.substr(0, size));
    in_.remove_prefix(size);
    return true;
  }
  [[nodiscard]] size_t left() const { return in_.size(); }

 private:
  std::string_view in_;
};

template <class T, class U>
concept Of = std::same_as<std::remove_const_t<T>, U>;

template <class A, class T>
bool Field(A& archive, T& value);

template <class A, class T>
bool List(A& archive, T& list) {
  auto size = static_cast<uint32_t>(list.size());
  if (!archive.Number(size)) return false;
  if constexpr (A::kReading) {
    for (uint32_t i = 0; i < size; ++i) {  // grown while reading: a hostile count allocates nothing
      list.emplace_back();
      if (!Field(archive, list.back())) return false;
    }
  } else {
    for (auto& element : list) Field(archive, element);
  }
  return true;
}

template <class A, class T>
bool Optional(A& archive, T& value) {
  bool present = value.has_value();
  if (!archive.Number(present)) return false;
  if (!present) return true;
  if constexpr (A::kReading) value.emplace();
  return Field(archive, *value);
}

template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class A, class T>
bool Field(A& archive, T& value) {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_arithmetic_v<Plain> || std::is_enum_v<Plain>) {
    return archive.Number(value);
  } else if constexpr (std::is_same_v<Plain, std::string>) {
    return archive.Text(value);
  } else if constexpr (kIsVector<Plain>) {
    return List(archive, value);
  } else if constexpr (kIsOptional<Plain>) {
    return Optional(archive, value);
  } else {
    return Visit(archive, value);
  }
}

template <class A, class... T>
bool Fields(A& archive, T&... values) {
  return (Field(archive, values) && ...);
}

}  // namespace congvan::archive

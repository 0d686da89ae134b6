// Results in tests: the value, or a failed test with the message.
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "base/error.hpp"

namespace fabula::store {

template <class T>
T got(Result<T> result) {
  if (result) return std::move(*result);
  ADD_FAILURE() << result.error().what << " at " << result.error().where;
  return T();
}

inline void got(const Result<void>& result) {
  if (!result) ADD_FAILURE() << result.error().what << " at " << result.error().where;
}

// "code: what (where) hint"; "no error" when there is a value.
template <class T>
std::string error_text(const Result<T>& result) {
  if (result) return "no error";
  const Error& error = result.error();
  return std::string(name_of(error.code)) + ": " + error.what + " (" + error.where + ") " +
         error.hint;
}

}  // namespace fabula::store

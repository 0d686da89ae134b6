#include "times/tokens.hpp"

#include "times/token_steps.hpp"

namespace fabula::times {

Classes tokenise(std::string_view text, Range range, std::vector<Token>& tokens) {
  tokens.clear();
  scan(text, range, tokens);
  return join(tokens);
}

}  // namespace fabula::times

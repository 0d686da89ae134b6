// Completion scripts for shells, made from the table of commands and options.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace fabula::cli {

std::string completion_script(const std::string& shell) {
  const CommandWords words = command_words();
  std::vector<std::string> commands;
  for (const auto& [name, flags] : words)
    if (!name.empty()) commands.push_back(name);
  const std::string all = fmt::format("{}", fmt::join(commands, " "));
  std::string script;
  if (shell == "fish") {
    script += fmt::format("complete -c fabula -n __fish_use_subcommand -f -a '{}'\n", all);
    for (const auto& [name, flags] : words)
      for (const std::string& flag : flags)
        if (!name.empty())
          script += fmt::format("complete -c fabula -n '__fish_seen_subcommand_from {}' -l {}\n",
                                name, flag.substr(2));
    return script;
  }
  if (shell == "zsh") script += "autoload -U +X bashcompinit && bashcompinit\n";
  script +=
      "_fabula() {\n  local word=\"${COMP_WORDS[COMP_CWORD]}\"\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n";
  script += fmt::format(
      "    COMPREPLY=( $(compgen -W \"{} --help --version\" -- \"$word\") )\n    return\n  fi\n",
      all);
  script += "  local flags=''\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const auto& [name, flags] : words)
    if (!name.empty())
      script += fmt::format("    {}) flags='{}' ;;\n", name, fmt::join(flags, " "));
  script +=
      "  esac\n  case \"$word\" in\n"
      "    -*) COMPREPLY=( $(compgen -W \"$flags\" -- \"$word\") ) ;;\n"
      "    *) COMPREPLY=( $(compgen -f -- \"$word\") ) ;;\n  esac\n}\n"
      "complete -o filenames -F _fabula fabula\n";
  return script;
}

}  // namespace fabula::cli

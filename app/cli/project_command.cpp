#include "command.h"

namespace tagscope::cli {

void addProjectCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

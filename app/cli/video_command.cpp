#include "command.h"

namespace tagscope::cli {

void addVideoCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

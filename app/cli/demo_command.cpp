#include "command.h"

namespace tagscope::cli {

void addDemoCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

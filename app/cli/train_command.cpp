#include "command.h"

namespace tagscope::cli {

void addTrainCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

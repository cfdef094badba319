#include "command.h"

namespace tagscope::cli {

void addEvaluateCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

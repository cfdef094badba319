#include "command.h"

namespace tagscope::cli {

void addPredictCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

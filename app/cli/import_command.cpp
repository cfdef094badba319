#include "command.h"

namespace tagscope::cli {

void addImportCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

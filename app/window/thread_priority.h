// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope {

// Makes the calling thread, and the threads that it starts from now on, wait for others where the processor is short.
// `politeness`: 0 (none) to 19 (behind everything), as of nice(1). Where the system does not know of such a thing for
// single threads nothing happens. Cannot be taken back.
void yieldToOthers(int politeness);

} // namespace tagscope

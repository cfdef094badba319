// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tagscope::ui {

// How often the GUI thread takes what workers have put into its inboxes: as often as a person sees a difference.
constexpr int kDeliveryMilliseconds = 33;

} // namespace tagscope::ui

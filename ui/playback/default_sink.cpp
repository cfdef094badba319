// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/default_sink.h"

#include <memory>
#include <pulse/context.h>
#include <pulse/introspect.h>
#include <pulse/mainloop.h>
#include <pulse/operation.h>

namespace tagscope::ui {

namespace {

using Clock = std::chrono::steady_clock;

struct FreeLoop {
    void operator()(pa_mainloop *loop) const { pa_mainloop_free(loop); }
};
struct FreeContext {
    void operator()(pa_context *context) const {
        pa_context_disconnect(context);
        pa_context_unref(context);
    }
};
struct FreeOperation {
    void operator()(pa_operation *operation) const { pa_operation_unref(operation); }
};

// Lets the library work once; false: the time is over, or it cannot.
bool turn(pa_mainloop *loop, Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now()).count();
    return left > 0 && pa_mainloop_prepare(loop, static_cast<int>(left)) >= 0 && pa_mainloop_poll(loop) >= 0 &&
           pa_mainloop_dispatch(loop) >= 0;
}

void takeName(pa_context * /*context*/, const pa_server_info *info, void *name) {
    if (info != nullptr && info->default_sink_name != nullptr)
        *static_cast<QByteArray *>(name) = info->default_sink_name;
}

} // namespace

QByteArray presentDefaultSink(std::chrono::milliseconds most) {
    const Clock::time_point deadline = Clock::now() + most;
    QByteArray name;
    const std::unique_ptr<pa_mainloop, FreeLoop> loop(pa_mainloop_new());
    const std::unique_ptr<pa_context, FreeContext> context(pa_context_new(pa_mainloop_get_api(loop.get()), "Tagscope"));
    if (!context || pa_context_connect(context.get(), nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0)
        return name;
    while (pa_context_get_state(context.get()) != PA_CONTEXT_READY)
        if (!PA_CONTEXT_IS_GOOD(pa_context_get_state(context.get())) || !turn(loop.get(), deadline))
            return name;
    const std::unique_ptr<pa_operation, FreeOperation> question(
        pa_context_get_server_info(context.get(), takeName, &name));
    while (question && pa_operation_get_state(question.get()) == PA_OPERATION_RUNNING)
        if (!turn(loop.get(), deadline))
            break;
    return name;
}

} // namespace tagscope::ui

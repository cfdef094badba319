#include "ui/services/memory_return.h"

#include <QThreadPool>
#include <cstdlib> // __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tagscope::ui {

namespace {

constexpr int kCalmMilliseconds = 1500; // the pictures and sounds of a clip have come by then, and nobody steps on

void giveBack() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace

MemoryReturn::MemoryReturn(QObject *parent) : QObject(parent) {
    calm_.setSingleShot(true);
    calm_.setInterval(kCalmMilliseconds);
    connect(&calm_, &QTimer::timeout, this, [] { QThreadPool::globalInstance()->start(giveBack); });
}

} // namespace tagscope::ui

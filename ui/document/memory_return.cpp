// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/memory_return.h"

#include <QThreadPool>
#include <cstdlib> // __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tagscope::ui {

namespace {

constexpr int kCalmMilliseconds = 1500; // the pictures and sounds of a clip have come by then, and nobody steps on

constexpr qint64 kLongestMilliseconds = 2000; // without a moment's calm

void trim() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace

MemoryReturn::MemoryReturn(QObject *parent) : QObject(parent) {
    calm_.setSingleShot(true);
    calm_.setInterval(kCalmMilliseconds);
    connect(&calm_, &QTimer::timeout, this, &MemoryReturn::giveBack);
}

void MemoryReturn::ask() {
    if (!sinceReturn_.isValid())
        sinceReturn_.start();
    if (sinceReturn_.hasExpired(kLongestMilliseconds))
        giveBack();
    else
        calm_.start();
}

void MemoryReturn::giveBack() {
    calm_.stop();
    sinceReturn_.start();
    QThreadPool::globalInstance()->start(trim);
}

} // namespace tagscope::ui

#include "ui/services/recent_media.h"

#include <QSettings>

namespace tagscope::ui {

namespace {

QString key() {
    return QStringLiteral("recent/media");
}

} // namespace

QStringList RecentMedia::files() {
    return QSettings().value(key()).toStringList();
}

void RecentMedia::add(const QStringList &files) {
    QStringList all = files + RecentMedia::files();
    all.removeDuplicates();
    QSettings().setValue(key(), all.mid(0, kKept));
}

void RecentMedia::clear() {
    QSettings().remove(key());
}

} // namespace tagscope::ui

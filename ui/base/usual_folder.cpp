// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/usual_folder.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace tagscope::ui {

QString usualFolder(const QString &key) {
    const QString kept = QSettings().value(key).toString();
    for (const QString &folder : {kept, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    return QDir::homePath();
}

} // namespace tagscope::ui

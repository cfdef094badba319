// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/guide.h"

#include "core/base/paths.h"
#include "ui/base/text.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <utility>

namespace tagscope::ui {

namespace {

// Its first line, "# Title".
QString titleOf(const QString &file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QString line = QString::fromUtf8(opened.readLine()).trimmed();
    while (line.startsWith(QLatin1Char('#')))
        line.remove(0, 1);
    return line.trimmed();
}

} // namespace

std::vector<GuideChapter> guideChapters(const QString &language) {
    const Result<std::filesystem::path> folder = resourceFile("guide/" + language.toStdString());
    if (!folder)
        return {};
    const QDir directory(pathText(*folder));
    std::vector<GuideChapter> chapters;
    for (const QString &name : directory.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString file = directory.absoluteFilePath(name);
        chapters.push_back({file, titleOf(file)});
    }
    return chapters;
}

GuideBrowser::GuideBrowser(QString ownHtml, QWidget *parent) : QTextBrowser(parent), ownHtml_(std::move(ownHtml)) {
    setOpenExternalLinks(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // pictures are made as wide as what is left beside it
}

QUrl GuideBrowser::ownPage() {
    return QUrl(QStringLiteral("tagscope:window"));
}

QVariant GuideBrowser::loadResource(int type, const QUrl &name) {
    if (name == ownPage())
        return ownHtml_;
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return loaded;
    const QImage image = QImage::fromData(loaded.toByteArray());
    const int width = viewport()->width() - static_cast<int>(2 * document()->documentMargin());
    if (image.isNull() || width < 1 || image.width() <= width)
        return image;
    return image.scaledToWidth(width, Qt::SmoothTransformation);
}

} // namespace tagscope::ui

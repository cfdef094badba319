// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_files.h"

#include "core/evaluation/report_files.h"
#include "ui/evaluation/report_pages.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QThread>
#include <QUrl>
#include <memory>

namespace tagscope::ui {

namespace {

constexpr int kPixelsAPoint = 3;        // of the figure: sharp on paper
constexpr QSize kMostOfAPage{900, 560}; // of the figure, in the document's points

QByteArray pdfOf(const Report &report) {
    QSvgRenderer figure(QByteArray::fromStdString(classFigureSvg(report)));
    const QSize size = figure.defaultSize();
    QImage picture(size * kPixelsAPoint, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    figure.render(&painter);
    painter.end();

    QTextDocument document;
    document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("figure")), picture);
    const QSize shown = size.scaled(size.boundedTo(kMostOfAPage), Qt::KeepAspectRatio);
    const QString image =
        QStringLiteral("<img src=\"figure\" width=\"%1\" height=\"%2\">").arg(shown.width()).arg(shown.height());
    document.setHtml(QString::fromStdString(reportHtml(report, image.toStdString())));
    const QString project = QString::fromStdString(report.provenance.project);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(15, 15, 15, 12),
                                     QPageLayout::Millimeter));
    writer.setTitle(project);
    writePages(document, project, writer);
    buffer.close();
    return bytes;
}

} // namespace

QByteArray reportBytes(const Report &report, const QString &suffix) {
    if (suffix == QLatin1String("pdf")) {
        // A document lays itself out with timers, which want a thread of Qt's.
        QByteArray bytes;
        const std::unique_ptr<QThread> thread(QThread::create([&] { bytes = pdfOf(report); }));
        thread->start();
        thread->wait();
        return bytes;
    }
    if (suffix == QLatin1String("csv"))
        return QByteArray::fromStdString(reportCsv(report));
    if (suffix == QLatin1String("json"))
        return QByteArray::fromStdString(reportJson(report));
    return QByteArray::fromStdString(reportHtml(report));
}

} // namespace tagscope::ui

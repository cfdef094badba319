#include "ui/plot/chart_export.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace tagscope::ui {

namespace {

constexpr int kPictureScale = 2;
constexpr int kPdfResolution = 1200; // dots an inch, of the coordinates
constexpr double kScreenResolution = 96;

QString quoted(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

bool renderPicture(QWidget &widget, const QString &file) {
    QImage picture(widget.size() * kPictureScale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(kPictureScale);
    picture.fill(widget.palette().color(QPalette::Window));
    widget.render(&picture);
    return picture.save(file);
}

bool renderSvg(QWidget &widget, const QString &file) {
    QSvgGenerator generator;
    generator.setFileName(file);
    generator.setSize(widget.size());
    generator.setViewBox(widget.rect());
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    widget.render(&painter);
    return painter.end();
}

bool renderPdf(QWidget &widget, const QString &file) {
    QPdfWriter writer(file);
    writer.setResolution(kPdfResolution);
    const double scale = kPdfResolution / kScreenResolution;
    writer.setPageSize(QPageSize(QSizeF(widget.size()) / kScreenResolution, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(scale, scale);
    widget.render(&painter);
    return painter.end();
}

} // namespace

QByteArray csvOf(const std::vector<ChartLine> &lines, const QString &xName, const QString &yName) {
    QString text = QStringLiteral("line,%1,%2\r\n").arg(quoted(xName), quoted(yName));
    for (const ChartLine &line : lines)
        for (const QPointF &point : line.points)
            text +=
                QStringLiteral("%1,%2,%3\r\n")
                    .arg(quoted(line.name), QString::number(point.x(), 'g', 10), QString::number(point.y(), 'g', 10));
    return text.toUtf8();
}

bool exportFigure(QWidget &widget, const QString &file) {
    if (file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive))
        return renderSvg(widget, file);
    if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        return renderPdf(widget, file);
    return renderPicture(widget, file);
}

bool writeFile(const QString &file, const QByteArray &bytes) {
    QSaveFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
}

} // namespace tagscope::ui

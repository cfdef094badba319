// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icons.h"

#include "ui/base/tokens.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace tagscope::ui {

namespace {

// A drawing in black, painted in the colour that its place asks for.
class DrawnIcon : public QIconEngine {
public:
    explicit DrawnIcon(QByteArray drawing) : drawing_(std::move(drawing)) {}

    void paint(QPainter *painter, const QRect &place, QIcon::Mode mode, QIcon::State) override {
        QColor colour = mode == QIcon::Selected ? tokens().onAccent : tokens().text;
        if (mode == QIcon::Disabled)
            colour = tokens().dim;
        QByteArray coloured = drawing_;
        coloured.replace("#000", colour.name().toLatin1());
        QSvgRenderer renderer(coloured);
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        renderer.render(painter, QRectF(place));
        painter->restore();
    }

    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixels(size);
        pixels.fill(Qt::transparent);
        QPainter painter(&pixels);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixels;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new DrawnIcon(drawing_); }

private:
    QByteArray drawing_;
};

} // namespace

QIcon icon(const QString &name) {
    QFile file(QStringLiteral(":/icons/actions/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new DrawnIcon(file.readAll()));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <map>

class QKeyEvent;

namespace tagscope::ui {

// What the keys of a keyboard say without Shift, by their places (key_places.h).
using Faces = std::map<quint32, QChar>;

// Of the layout that is in use; empty where the system does not tell, as Wayland.
[[nodiscard]] Faces presentFaces();
// Of a layout that is known by name, such as "fr"; empty for one that is not. Source: xkeyboard-config.
[[nodiscard]] Faces facesOf(const char *layout);

// Shortcuts as the keyboard in front of the person says them: where the layout has no such key without Shift, they
// count by their place, and what is written there is shown. "1" is "&" on a French keyboard, "H" is "Р" on a Russian
// one. Where the system does not tell, it is learnt from the keys that are pressed. GUI thread.
class KeyFaces : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static KeyFaces &instance();

    [[nodiscard]] QString text(const QKeySequence &keys) const; // native; empty for none
    [[nodiscard]] QString text(const QList<QKeySequence> &keys) const;

    void set(Faces faces);
    // Asks the system again, as after a time in which the layout may have become another.
    void refresh();
    // A key that was pressed shows what is written on it.
    void see(const QKeyEvent &press);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QChar faceOf(int key) const; // null: the key itself

    Faces faces_;
};

} // namespace tagscope::ui

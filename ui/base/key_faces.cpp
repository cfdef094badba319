// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/key_faces.h"

#include "ui/base/key_places.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QStringList>
#include <algorithm>
#include <memory>
#include <utility>
#include <xkbcommon/xkbcommon-x11.h>
#include <xkbcommon/xkbcommon.h>

namespace tagscope::ui {

namespace {

template <auto release>
struct Unref {
    void operator()(auto *object) const { release(object); }
};
using XkbContext = std::unique_ptr<xkb_context, Unref<xkb_context_unref>>;
using XkbKeymap = std::unique_ptr<xkb_keymap, Unref<xkb_keymap_unref>>;
using XkbState = std::unique_ptr<xkb_state, Unref<xkb_state_unref>>;

Faces facesIn(xkb_keymap &keymap, xkb_layout_index_t layout) {
    Faces faces;
    for (const quint32 place : keyPlaces()) {
        const xkb_keysym_t *symbols = nullptr;
        if (xkb_keymap_key_get_syms_by_level(&keymap, place, layout, 0, &symbols) != 1)
            continue;
        const char32_t face = xkb_keysym_to_utf32(*symbols);
        if (face != 0 && QChar::isPrint(face) && !QChar::requiresSurrogates(face))
            faces.emplace(place, QChar(static_cast<char16_t>(face)));
    }
    return faces;
}

} // namespace

Faces presentFaces() {
#if QT_CONFIG(xcb)
    const auto *display = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t *connection = display != nullptr ? display->connection() : nullptr;
    const XkbContext context(connection != nullptr ? xkb_context_new(XKB_CONTEXT_NO_FLAGS) : nullptr);
    if (!context) // as where nothing is shown on a screen
        return {};
    const std::int32_t keyboard = xkb_x11_get_core_keyboard_device_id(connection);
    if (keyboard < 0)
        return {};
    const XkbKeymap keymap(
        xkb_x11_keymap_new_from_device(context.get(), connection, keyboard, XKB_KEYMAP_COMPILE_NO_FLAGS));
    if (!keymap)
        return {};
    const XkbState state(xkb_x11_state_new_from_device(keymap.get(), connection, keyboard));
    if (!state)
        return {};
    return facesIn(*keymap, xkb_state_serialize_layout(state.get(), XKB_STATE_LAYOUT_EFFECTIVE));
#else
    return {};
#endif
}

Faces facesOf(const char *layout) {
    const XkbContext context(xkb_context_new(XKB_CONTEXT_NO_FLAGS));
    const xkb_rule_names names{.rules = nullptr, .model = nullptr, .layout = layout, .variant = "", .options = ""};
    const XkbKeymap keymap(context ? xkb_keymap_new_from_names(context.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
                                   : nullptr);
    return keymap ? facesIn(*keymap, 0) : Faces();
}

KeyFaces &KeyFaces::instance() {
    static KeyFaces faces;
    return faces;
}

QChar KeyFaces::faceOf(int key) const {
    const std::optional<quint32> place = placeOf(key);
    if (!place)
        return {};
    const QChar own = QChar(static_cast<char16_t>(key)).toLower(); // Qt's numbers of these keys are their characters
    if (std::ranges::any_of(faces_, [own](const auto &face) { return face.second == own; }))
        return {};
    const auto found = faces_.find(*place);
    if (found == faces_.end())
        return {};
    return own.isDigit() ? found->second : found->second.toUpper();
}

QString KeyFaces::text(const QKeySequence &keys) const {
    QStringList chords;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination chord = keys[static_cast<uint>(i)];
        QString shown = QKeySequence(chord).toString(QKeySequence::NativeText);
        if (const QChar face = faceOf(chord.key()); !face.isNull())
            shown.replace(shown.size() - 1, 1, face);
        chords << shown;
    }
    return chords.join(QStringLiteral(", "));
}

QString KeyFaces::text(const QList<QKeySequence> &keys) const {
    QStringList shown;
    for (const QKeySequence &some : keys)
        shown << text(some);
    return shown.join(QStringLiteral("; "));
}

void KeyFaces::set(Faces faces) {
    if (faces == faces_)
        return;
    faces_ = std::move(faces);
    Q_EMIT changed();
}

void KeyFaces::refresh() {
    if (Faces present = presentFaces(); !present.empty())
        set(std::move(present));
}

void KeyFaces::see(const QKeyEvent &press) {
    const quint32 place = press.nativeScanCode();
    if (press.modifiers() != Qt::NoModifier || press.text().size() != 1 || !isKeyPlace(place))
        return;
    const QChar face = press.text().front().toLower(); // with the Caps Lock key on, too
    const auto known = faces_.find(place);
    if (!face.isPrint() || (known != faces_.end() && known->second == face))
        return;
    Faces faces = presentFaces();
    if (faces.empty()) {
        faces = faces_;
        faces[place] = face;
    }
    set(std::move(faces));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

namespace tagscope::ui {

// In which the window speaks and writes numbers: as the system has it, where there is a translation, or always one.
enum class Language { System, English, German };

inline constexpr std::array kLanguages{Language::System, Language::English, Language::German};

// "system", "en", "de": as kept in the settings.
[[nodiscard]] QString nameOf(Language language);
[[nodiscard]] Language languageNamed(const QString &name); // System for names that are none

// Kept in the settings. A choice shows when the program starts the next time.
[[nodiscard]] Language chosenLanguage();
void chooseLanguage(Language language);

// Gives the application the texts of the language, those of Qt's own dialogs included where they are installed. Once,
// before the first widget is made.
void installTranslations(Language language);

} // namespace tagscope::ui

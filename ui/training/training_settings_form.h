// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/recipes.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;

namespace tagscope::ui {

// Every field of TrainingSettings, with presets. What differs from the chosen preset is bold, marked, and named in a
// line below. GUI thread.
class TrainingSettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainingSettingsForm(QWidget *parent = nullptr);

    // The project's own preset, chosen where there is one; nothing: only the paper's.
    void setProjectPreset(const std::optional<TrainingSettings> &settings);
    // The recipe that suits the project's size, unless it has its own preset or a person has chosen or changed
    // something.
    void suggest(Recipe recipe);
    void setSettings(const TrainingSettings &settings);
    [[nodiscard]] TrainingSettings settings() const;
    // Names of the fields that differ from the preset.
    [[nodiscard]] QStringList changedFields() const;

Q_SIGNALS:
    void changed();

private:
    // A row: how the field is shown, read, and written in words.
    struct Field {
        QString name;
        QLabel *label = nullptr;
        QString meaning;
        std::function<void(const TrainingSettings &)> show;
        std::function<void(TrainingSettings &)> read;
        std::function<QString(const TrainingSettings &)> text;
    };

    void addFields();
    void addWhole(const QString &name, const QString &meaning, int TrainingSettings::*field, int least, int most);
    void addNumber(const QString &name, const QString &meaning, double TrainingSettings::*field, double least,
                   double most, int decimals);
    template <class T>
    void addChoice(const QString &name, const QString &meaning, T TrainingSettings::*field,
                   const std::vector<std::pair<T, QString>> &choices);
    void addSwitch(const QString &name, const QString &meaning, bool TrainingSettings::*field, const QString &on,
                   const QString &off);
    void addSeed();
    void addList(const QString &name, const QString &meaning, std::vector<int> TrainingSettings::*field,
                 bool mayBeEmpty);
    void addMeansForFewClips();
    void addRecipes();
    void addDevice();
    void addRow(Field field, QWidget *editor);
    [[nodiscard]] const TrainingSettings &preset() const;
    void usePreset();
    void mark();

    QFormLayout *rows_;
    QComboBox *presets_;
    QLabel *differences_;
    std::vector<Field> fields_;
    TrainingSettings paper_ = settingsOf(Recipe::Paper); // the defaults
    TrainingSettings fewClips_ = settingsOf(Recipe::SmallData);
    std::optional<TrainingSettings> project_;
    bool isChosen_ = false; // the preset, by a person
};

} // namespace tagscope::ui

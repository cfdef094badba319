// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_settings_form.h"

#include "ui/base/number_box.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <limits>
#include <utility>

namespace tagscope::ui {

namespace {

QString textOf(const std::vector<int> &numbers) {
    QStringList parts;
    for (const int number : numbers)
        parts << QString::number(number);
    return parts.join(QStringLiteral(", "));
}

std::vector<int> numbersIn(const QString &text) {
    std::vector<int> numbers;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        numbers.push_back(part.trimmed().toInt());
    return numbers;
}

QValidator *matching(const char *pattern, QObject *parent) {
    return new QRegularExpressionValidator(QRegularExpression(QString::fromLatin1(pattern)), parent);
}

} // namespace

TrainingSettingsForm::TrainingSettingsForm(QWidget *parent)
    : QWidget(parent), rows_(new QFormLayout), presets_(new QComboBox), differences_(new QLabel) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setVerticalSpacing(fontMetrics().height() / 5);
    rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    presets_->setObjectName(QStringLiteral("preset"));
    addRecipes();
    presets_->setToolTip(tr("Settings to start from. Paper: section 3.3 of Li et al., 2018. Few clips: the recipe for "
                            "fewer than 5,000, with normalisation, Adam, mixing, masks and shifts."));
    rows_->addRow(tr("Preset"), presets_);
    differences_->setWordWrap(true);
    differences_->setTextFormat(Qt::PlainText);
    rows_->addRow(differences_);
    addFields();
    setLayout(rows_);
    connect(presets_, &QComboBox::activated, this, [this] {
        isChosen_ = true;
        usePreset();
    });
    setSettings(paper_);
}

void TrainingSettingsForm::addFields() {
    addDevice();
    addWhole(tr("Epochs"), tr("How often all training clips are seen"), &TrainingSettings::epochs, 1, 100000);
    addWhole(tr("Batch size"), tr("Clips per step"), &TrainingSettings::batchSize, 1, 100000);
    addNumber(tr("Learning rate"), tr("At the start"), &TrainingSettings::learningRate, 1e-6, 100, 6);
    addNumber(tr("Momentum"), tr("Of stochastic gradient descent"), &TrainingSettings::momentum, 0, 1, 4);
    addSwitch(tr("Kind of momentum"), tr("Looks ahead by the momentum before computing the gradient"),
              &TrainingSettings::isNesterov, tr("Nesterov's"), tr("plain"));
    addChoice<GradientClipping>(tr("Gradient clipping"),
                                tr("By value like Keras's clipvalue, by the norm of all gradients, or not at all"),
                                &TrainingSettings::clipping,
                                {{GradientClipping::Value, tr("By value")},
                                 {GradientClipping::Norm, tr("By norm")},
                                 {GradientClipping::None, tr("None")}});
    addNumber(tr("Clip at"), tr("The largest value, or norm, that is allowed"), &TrainingSettings::clipAt, 1e-8, 1e6,
              8);
    addNumber(tr("Decay"), tr("Factor for the learning rate when the validation loss has stopped falling"),
              &TrainingSettings::decay, 0, 1, 4);
    addWhole(tr("Patience"), tr("Epochs without a better validation loss before the learning rate decays"),
             &TrainingSettings::patience, 0, 100000);
    addChoice<BatchOrder>(
        tr("Order of the clips"), tr("Each clip once an epoch, or drawn so that the events are equally frequent"),
        &TrainingSettings::order, {{BatchOrder::Shuffled, tr("Shuffled")}, {BatchOrder::Balanced, tr("Balanced")}});
    addChoice<Truth>(tr("Labels"),
                     tr("The labels of the training split that the network learns. Audited: the weak ones as corrected "
                        "by the verdicts when the run begins. Validation always uses the weak ones."),
                     &TrainingSettings::truth, {{Truth::Weak, tr("Weak")}, {Truth::Audited, tr("Audited")}});
    addChoice<TrainingPrecision>(
        tr("Precision"), tr("Of the arithmetic"), &TrainingSettings::precision,
        {{TrainingPrecision::Float32, tr("32 bits")}, {TrainingPrecision::BFloat16, tr("bfloat16")}});
    addSeed();
    addList(tr("Channels"), tr("Of the convolutions, from the first to the last"), &TrainingSettings::channels, false);
    addWhole(tr("Kernel"), tr("Frames and bands that a convolution sees; odd"), &TrainingSettings::kernel, 1, 63);
    addList(tr("Pooling in time"), tr("Frames that become one after each convolution; nothing: as in the paper"),
            &TrainingSettings::poolTime, true);
    addList(tr("Pooling of bands"), tr("Bands that become one after each convolution; nothing: as in the paper"),
            &TrainingSettings::poolBands, true);
    addWhole(tr("GRU units"), tr("In each direction"), &TrainingSettings::gruUnits, 1, 100000);
    addNumber(tr("Dropout"), tr("After each pooling layer and after the GRU"), &TrainingSettings::dropout, 0, 0.99, 3);
    addMeansForFewClips();
    addWhole(tr("Batches per checkpoint"), tr("A checkpoint after this many batches, and after each epoch"),
             &TrainingSettings::checkpointBatches, 1, 1000000);
    addWhole(
        tr("Keep every … epochs"),
        tr("The network after every so-many-th epoch is kept, to be looked at beside the best one; 0: the best one "
           "alone. With the paper's layout each takes about 1 MB."),
        &TrainingSettings::keepEpochs, 0, 100000);
}

void TrainingSettingsForm::addRow(Field field, QWidget *editor) {
    editor->setToolTip(field.meaning);
    editor->setAccessibleName(field.name);
    field.label = new QLabel(field.name);
    field.label->setBuddy(editor);
    rows_->addRow(field.label, editor);
    fields_.push_back(std::move(field));
}

void TrainingSettingsForm::addWhole(const QString &name, const QString &meaning, int TrainingSettings::*field,
                                    int least, int most) {
    auto *box = new QSpinBox;
    box->setRange(least, most);
    connect(box, &QSpinBox::valueChanged, this, &TrainingSettingsForm::mark);
    addRow({name, nullptr, meaning, [box, field](const TrainingSettings &s) { box->setValue(s.*field); },
            [box, field](TrainingSettings &s) { s.*field = box->value(); },
            [field](const TrainingSettings &s) { return QLocale().toString(s.*field); }},
           box);
}

void TrainingSettingsForm::addNumber(const QString &name, const QString &meaning, double TrainingSettings::*field,
                                     double least, double most, int decimals) {
    auto *box = new NumberBox;
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    connect(box, &NumberBox::valueChanged, this, &TrainingSettingsForm::mark);
    addRow({name, nullptr, meaning, [box, field](const TrainingSettings &s) { box->setValue(s.*field); },
            [box, field](TrainingSettings &s) { s.*field = box->value(); },
            [field](const TrainingSettings &s) { return QLocale().toString(s.*field, 'g', 6); }},
           box);
}

template <class T>
void TrainingSettingsForm::addChoice(const QString &name, const QString &meaning, T TrainingSettings::*field,
                                     const std::vector<std::pair<T, QString>> &choices) {
    auto *box = new QComboBox;
    for (const auto &[value, text] : choices)
        box->addItem(text, static_cast<int>(value));
    connect(box, &QComboBox::currentIndexChanged, this, &TrainingSettingsForm::mark);
    const auto place = [box](T value) { return box->findData(static_cast<int>(value)); };
    addRow({name, nullptr, meaning,
            [box, place, field](const TrainingSettings &s) { box->setCurrentIndex(place(s.*field)); },
            [box, field](TrainingSettings &s) { s.*field = static_cast<T>(box->currentData().toInt()); },
            [box, place, field](const TrainingSettings &s) { return box->itemText(place(s.*field)); }},
           box);
}

void TrainingSettingsForm::addSwitch(const QString &name, const QString &meaning, bool TrainingSettings::*field,
                                     const QString &on, const QString &off) {
    auto *box = new QCheckBox(on);
    connect(box, &QCheckBox::toggled, this, &TrainingSettingsForm::mark);
    addRow({name, nullptr, meaning, [box, field](const TrainingSettings &s) { box->setChecked(s.*field); },
            [box, field](TrainingSettings &s) { s.*field = box->isChecked(); },
            [field, on, off](const TrainingSettings &s) { return s.*field ? on : off; }},
           box);
}

void TrainingSettingsForm::addSeed() {
    auto *line = new QLineEdit;
    line->setValidator(matching("[0-9]{1,19}", line));
    connect(line, &QLineEdit::textChanged, this, &TrainingSettingsForm::mark);
    addRow({tr("Seed"), nullptr, tr("For everything that is drawn at random: equal seeds, equal runs"),
            [line](const TrainingSettings &s) { line->setText(QString::number(s.seed)); },
            [line](TrainingSettings &s) { s.seed = line->text().toULongLong(); },
            [](const TrainingSettings &s) { return QString::number(s.seed); }},
           line);
}

void TrainingSettingsForm::addList(const QString &name, const QString &meaning,
                                   std::vector<int> TrainingSettings::*field, bool mayBeEmpty) {
    auto *line = new QLineEdit;
    line->setValidator(
        matching(mayBeEmpty ? "([0-9]{1,5}(\\s*,\\s*[0-9]{1,5})*)?" : "[0-9]{1,5}(\\s*,\\s*[0-9]{1,5})*", line));
    connect(line, &QLineEdit::textChanged, this, &TrainingSettingsForm::mark);
    addRow({name, nullptr, meaning, [line, field](const TrainingSettings &s) { line->setText(textOf(s.*field)); },
            [line, field](TrainingSettings &s) { s.*field = numbersIn(line->text()); },
            [field](const TrainingSettings &s) { return textOf(s.*field); }},
           line);
}

void TrainingSettingsForm::addMeansForFewClips() {
    addChoice<Optimiser>(
        tr("Steps by"), tr("Gradient descent with momentum, as in the paper, or Adam, which needs fewer steps"),
        &TrainingSettings::optimiser, {{Optimiser::Sgd, tr("Gradient descent")}, {Optimiser::Adam, tr("Adam")}});
    addNumber(tr("Weight decay"), tr("Of the weights, times the learning rate, each step; with Adam alone"),
              &TrainingSettings::weightDecay, 0, 1, 5);
    addChoice<RateSchedule>(
        tr("Course of the rate"),
        tr("On a plateau of the validation loss by decay and patience, or a rise and then a cosine to 0"),
        &TrainingSettings::schedule, {{RateSchedule::Plateau, tr("Plateau")}, {RateSchedule::Cosine, tr("Cosine")}});
    addSwitch(tr("Normalisation"), tr("Of each convolution by the mean and the deviation of a batch"),
              &TrainingSettings::normalises, tr("By batches"), tr("none"));
    addNumber(tr("Mixing"), tr("Another clip is added to each, drawn up to half of it where this is 1; 0: never"),
              &TrainingSettings::mixUp, 0, 1, 2);
    addWhole(tr("Masks"), tr("So many stretches of time and of bands are masked in each clip"),
             &TrainingSettings::masks, 0, 10);
    addSwitch(tr("Shifts"), tr("Each clip begins somewhere else every time, its beginning put behind its end"),
              &TrainingSettings::rolls, tr("In time"), tr("none"));
    addNumber(tr("Gain"), tr("Standard deviation in dB of what is added to each clip"), &TrainingSettings::gain, 0, 40,
              1);
}

void TrainingSettingsForm::addDevice() {
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("device"));
    box->setEditable(true);
    box->addItems({QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda:0")});
    box->setValidator(matching("auto|cpu|cuda(:[0-9]{1,2})?", box));
    connect(box, &QComboBox::currentTextChanged, this, &TrainingSettingsForm::mark);
    addRow({tr("Device"), nullptr, tr("auto: a GPU where there is one. cpu, or cuda:N for the N-th GPU"),
            [box](const TrainingSettings &s) { box->setCurrentText(toText(s.device)); },
            [box](TrainingSettings &s) { s.device = box->currentText().toStdString(); },
            [](const TrainingSettings &s) { return toText(s.device); }},
           box);
}

void TrainingSettingsForm::setProjectPreset(const std::optional<TrainingSettings> &settings) {
    project_ = settings;
    isChosen_ = false;
    presets_->clear();
    addRecipes();
    if (project_)
        presets_->addItem(tr("This project's"));
    presets_->setCurrentIndex(project_ ? presets_->count() - 1 : 0);
    usePreset();
}

void TrainingSettingsForm::suggest(Recipe recipe) {
    if (project_ || isChosen_ || !changedFields().isEmpty())
        return;
    presets_->setCurrentIndex(recipe == Recipe::SmallData ? 1 : 0);
    usePreset();
}

void TrainingSettingsForm::addRecipes() {
    presets_->addItem(tr("Paper"));
    presets_->addItem(tr("Few clips"));
}

const TrainingSettings &TrainingSettingsForm::preset() const {
    const int chosen = presets_->currentIndex();
    if (project_ && chosen == 2)
        return *project_;
    return chosen == 1 ? fewClips_ : paper_;
}

void TrainingSettingsForm::usePreset() {
    setSettings(preset());
}

void TrainingSettingsForm::setSettings(const TrainingSettings &settings) {
    for (const Field &field : fields_)
        field.show(settings);
    mark();
}

TrainingSettings TrainingSettingsForm::settings() const {
    TrainingSettings settings;
    for (const Field &field : fields_)
        field.read(settings);
    return settings;
}

QStringList TrainingSettingsForm::changedFields() const {
    const TrainingSettings now = settings();
    QStringList names;
    for (const Field &field : fields_)
        if (field.text(now) != field.text(preset()))
            names << field.name;
    return names;
}

void TrainingSettingsForm::mark() {
    const QStringList names = changedFields();
    for (const Field &field : fields_) {
        const bool isChanged = names.contains(field.name);
        field.label->setFont(fontOf(isChanged ? TextRole::Heading : TextRole::Body, font()));
        field.label->setText(isChanged ? tr("• %1").arg(field.name) : field.name);
        field.label->setToolTip(isChanged ? tr("%1: %2").arg(presets_->currentText(), field.text(preset()))
                                          : field.meaning);
    }
    differences_->setText(names.isEmpty() ? tr("As in the preset.")
                                          : tr("Changed: %1").arg(names.join(QStringLiteral(", "))));
    Q_EMIT changed();
}

} // namespace tagscope::ui

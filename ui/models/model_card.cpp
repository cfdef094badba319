// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_card.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/base/usual_folder.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kShownDigits = 12; // of a SHA-256, as everywhere

QString titleText(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return ModelCard::tr("Sound: audio tagger");
    case ModelKind::AlexNet:
        return ModelCard::tr("Key frames: AlexNet");
    case ModelKind::InceptionV4:
        return ModelCard::tr("Objects: Inception-v4");
    case ModelKind::WordVectors:
        return ModelCard::tr("Events of objects: word vectors");
    }
    return {};
}

QString missingText(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return ModelCard::tr("No audio tagger yet: clips have no activations and no audio probabilities. Fetch PANNs, "
                             "choose YAMNet's description (yamnet.json, with its .onnx file beside it) or that of "
                             "another network, or import only its scores into a project.");
    case ModelKind::AlexNet:
        return ModelCard::tr("Not registered: key frames are taken at equal intervals.");
    case ModelKind::InceptionV4:
        return ModelCard::tr("Not registered: no objects are named in key frames.");
    case ModelKind::WordVectors:
        return ModelCard::tr("Not registered: objects are not assigned to events.");
    }
    return {};
}

QString filterText(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return ModelCard::tr("Taggers (*.json *.safetensors *.pth *.pt);;All files (*)");
    case ModelKind::WordVectors:
        return ModelCard::tr("Word vectors (*.txt *.vectors);;All files (*)");
    case ModelKind::AlexNet:
    case ModelKind::InceptionV4:
        break;
    }
    return ModelCard::tr("Weights (*.safetensors *.pth *.pt);;All files (*)");
}

QString sizeText(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

// Long addresses and paths may break behind each slash.
QString breakableBehindSlashes(QString text) {
    return text.replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
}

QString hashText(const std::string &sha256) {
    if (sha256.empty())
        return ModelCard::tr("not known for certain; the length and the contents are checked");
    if (sha256.size() < 64)
        return ModelCard::tr("begins with %1; no more of it is published").arg(toText(sha256));
    QString text = toText(sha256);
    constexpr qsizetype kGroup = 16;
    for (qsizetype place = text.size() - kGroup; place > 0; place -= kGroup)
        text.insert(place, QChar(0x200b)); // it may break there
    return text;
}

QLabel *plainLabel() {
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ModelCard::ModelCard(const ModelSource &source, ModelKind kind, QWidget *parent)
    : QFrame(parent), source_(source), state_(plainLabel()), place_(plainLabel()), choices_(new QComboBox),
      facts_(plainLabel()), choose_(new QPushButton(tr("Choose file…"))), fetch_(new QPushButton),
      copy_(new QPushButton(tr("Copy address"))), cancel_(new QPushButton(tr("Cancel"))), bar_(new QProgressBar),
      stage_(plainLabel()), message_(plainLabel()),
      job_(
          {"models", titleText(kind), JobTitle::Always}, [this](const Result<AddedModel> &added) { take(added); },
          JobQueue::Thread::Own) {
    entry_.kind = kind;
    setObjectName(toText(nameOf(kind)));
    setFrameShape(QFrame::StyledPanel);
    layOut();
    connectAll();
    showEntry();
    showWork();
}

void ModelCard::layOut() {
    state_->setObjectName(QStringLiteral("state"));
    message_->setObjectName(QStringLiteral("message"));
    facts_->setObjectName(QStringLiteral("facts"));
    choose_->setObjectName(QStringLiteral("choose"));
    fetch_->setObjectName(QStringLiteral("fetch"));
    copy_->setObjectName(QStringLiteral("copy"));
    cancel_->setObjectName(QStringLiteral("cancel"));
    auto *title = plainLabel();
    title->setText(titleText(entry_.kind));
    giveRole(*title, TextRole::Heading);
    place_->setForegroundRole(QPalette::PlaceholderText);
    stage_->setWordWrap(false);
    choices_->setAccessibleName(tr("Published files"));
    choices_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choices_->setMinimumContentsLength(20);
    bar_->setRange(0, kBarSteps);
    bar_->setTextVisible(false);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {choose_, fetch_, copy_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *work = new QHBoxLayout;
    work->addWidget(bar_, 1);
    work->addWidget(stage_);
    work->addWidget(cancel_);
    auto *lines = new QVBoxLayout(this);
    for (QWidget *line : std::initializer_list<QWidget *>{title, state_, place_, choices_, facts_})
        lines->addWidget(line);
    lines->addLayout(buttons);
    lines->addLayout(work);
    lines->addWidget(message_);
    message_->hide();
}

void ModelCard::connectAll() {
    job_.onProgress([this](double fraction, const QString &stage) {
        bar_->setValue(static_cast<int>(std::lround(kBarSteps * fraction)));
        stage_->setText(tr("%1 · %2 %").arg(translated(stage), numberText(100 * fraction, 0)));
    });
    job_.setCancel([this] { job_.cancel(); });
    connect(choose_, &QPushButton::clicked, this, &ModelCard::choose);
    connect(fetch_, &QPushButton::clicked, this, &ModelCard::fetch);
    connect(cancel_, &QPushButton::clicked, this, [this] { job_.cancel(); });
    connect(choices_, &QComboBox::currentIndexChanged, this, &ModelCard::showPublished);
    connect(copy_, &QPushButton::clicked, this, [this] {
        if (const PublishedFile *file = published())
            QGuiApplication::clipboard()->setText(toText(file->url));
    });
}

const PublishedFile *ModelCard::published() const {
    const auto chosen = static_cast<std::size_t>(std::max(choices_->currentIndex(), 0));
    return chosen < entry_.published.size() ? &entry_.published[chosen] : nullptr;
}

void ModelCard::setEntry(const ModelEntry &entry) {
    const int chosen = choices_->currentIndex();
    isKnown_ = true;
    entry_ = entry;
    const QSignalBlocker quiet(choices_);
    choices_->clear();
    for (const PublishedFile &file : entry_.published)
        choices_->addItem(toText(file.name));
    choices_->setCurrentIndex(std::clamp(chosen, entry_.published.empty() ? -1 : 0, choices_->count() - 1));
    showEntry();
}

QString ModelCard::registeredText() const {
    const RegisteredModel &model = *entry_.registered;
    const std::string name = model.published().empty() ? model.originalName : model.published();
    const QString text = tr("✓ %1 (%2)").arg(toText(name), toText(model.sha256.substr(0, kShownDigits)));
    if (model.isDemo())
        return text + QStringLiteral(" · ") + tr("demo: knows drawn pictures and synthesised sounds only");
    return model.isUntrained() ? text + QStringLiteral(" · ") + tr("untrained, with random weights") : text;
}

void ModelCard::showEntry() {
    if (!isKnown_)
        state_->setText(tr("Looking…"));
    else
        state_->setText(entry_.registered ? registeredText() : tr("✗ %1").arg(missingText(entry_.kind)));
    place_->setVisible(entry_.registered.has_value());
    if (entry_.registered)
        place_->setText(breakableBehindSlashes(pathText(source_.directory / entry_.registered->file)));
    choices_->setVisible(entry_.published.size() > 1);
    showPublished();
}

void ModelCard::showPublished() {
    const PublishedFile *file = published();
    fetch_->setVisible(file != nullptr);
    copy_->setVisible(file != nullptr);
    Q_EMIT changed();
    if (file == nullptr) {
        facts_->setText(isKnown_ ? tr("Published: none. Train a network in a project, or choose the file of a "
                                      "colleague.")
                                 : QString());
        return;
    }
    const std::optional<std::uint64_t> size = file->downloadSize();
    facts_->setText(
        (QStringList{tr("Published: %1").arg(toText(file->name)), tr("Licence: %1").arg(toText(file->licence)),
                     tr("Size: %1").arg(size ? sizeText(*size) : tr("not known for certain")),
                     tr("SHA-256: %1").arg(hashText(file->downloadSha256())),
                     tr("Address: %1").arg(breakableBehindSlashes(toText(file->url)))} +
         (file->note.empty() ? QStringList() : QStringList{toText(file->note)}))
            .join(QLatin1Char('\n')));
    const std::uint64_t there = source_.fetchedBytes ? source_.fetchedBytes(*file) : 0;
    const bool isRegistered = entry_.registered && entry_.registered->published() == file->name;
    fetch_->setText(there > 0 ? tr("Continue (%1 are there)").arg(sizeText(there)) : tr("Fetch"));
    fetch_->setEnabled(!isRegistered && !isWorking());
    fetch_->setToolTip(isRegistered ? tr("It is registered already.") : tr("Download it, check it and register it"));
}

void ModelCard::showWork() {
    const bool isBusy = isWorking();
    choose_->setEnabled(!isBusy);
    choices_->setEnabled(!isBusy);
    for (QWidget *widget : std::initializer_list<QWidget *>{bar_, stage_, cancel_})
        widget->setVisible(isBusy);
    showPublished();
}

void ModelCard::choose() {
    const QString key = QStringLiteral("models/folder");
    const QString chosen =
        QFileDialog::getOpenFileName(this, titleText(entry_.kind), usualFolder(key), filterText(entry_.kind));
    if (chosen.isEmpty())
        return;
    QSettings().setValue(key, QFileInfo(chosen).path());
    message_->hide();
    job_.start([import = source_.import, kind = entry_.kind, file = toPath(chosen)](const std::stop_token &stop,
                                                                                    const auto &report) {
        return import(kind, file, report.progress, stop);
    });
    bar_->setValue(0);
    stage_->clear();
    showWork();
}

bool ModelCard::isFetchable() const {
    return isKnown_ && !entry_.registered && !isWorking() && published() != nullptr;
}

void ModelCard::fetch() {
    const PublishedFile *file = published();
    if (file == nullptr || isWorking())
        return;
    message_->hide();
    job_.start([fetch = source_.fetch, file = *file](const std::stop_token &stop, const auto &report) {
        return fetch(file, report.progress, stop);
    });
    bar_->setValue(0);
    stage_->clear();
    showWork();
}

void ModelCard::take(const Result<AddedModel> &added) {
    if (added)
        message_->setText(added->check.empty() ? tr("✓ Checked and registered.")
                                               : tr("✓ Registered. %1").arg(translated(added->check)));
    else if (added.error().isCancelled())
        message_->setText(tr("Cancelled. What was downloaded is kept, to be continued."));
    else
        message_->setText(tr("✗ %1").arg(breakableBehindSlashes(translated(added.error().message))));
    message_->setToolTip(added ? QString() : toText(added.error().cause));
    message_->show();
    showWork();
    if (added)
        Q_EMIT this->added();
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/publish_dialog.h"

#include "core/audit/publish.h"
#include "ui/audit/audit_tables.h"
#include "ui/base/count_text.h"
#include "ui/base/form_fields.h"
#include "ui/base/text.h"
#include "ui/clips/import_form.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>

namespace tagscope::ui {
namespace {

class PublishDialog {
    Q_DECLARE_TR_FUNCTIONS(PublishDialog)
};

class PublishForm : public QWidget {
public:
    PublishForm() : folder_(new QLineEdit), creators_(new QLineEdit), title_(new QLineEdit), licence_(new QLineEdit) {
        folder_->setObjectName(QStringLiteral("publishFolder"));
        folder_->setPlaceholderText(PublishDialog::tr("is made where it is not there"));
        creators_->setObjectName(QStringLiteral("publishCreators"));
        creators_->setPlaceholderText(PublishDialog::tr("Doe, Jane; Roe, Richard"));
        creators_->setToolTip(PublishDialog::tr("Who is to be cited, separated by semicolons"));
        title_->setObjectName(QStringLiteral("publishTitle"));
        title_->setPlaceholderText(PublishDialog::tr("by the project's name"));
        licence_->setObjectName(QStringLiteral("publishLicence"));
        licence_->setText(toText(PublishOptions().licence));
        licence_->setToolTip(PublishDialog::tr("Of the labels, as SPDX names it"));
        rule_ = new QComboBox;
        rule_->setObjectName(QStringLiteral("publishRule"));
        rule_->setToolTip(PublishDialog::tr("By which votes become labels; the lead's decisions stand over it"));
        for (const TruthRule rule : kAllTruthRules)
            rule_->addItem(textOf(rule), static_cast<int>(rule));
        rule_->setCurrentIndex(rule_->findData(static_cast<int>(PublishOptions().rule)));
        auto *rows = new QFormLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addRow(PublishDialog::tr("&Folder:"), withBrowseButton(folder_, [this](const QString &now) {
                         return QFileDialog::getExistingDirectory(
                             this, PublishDialog::tr("Empty folder to publish into"), now);
                     }));
        rows->addRow(PublishDialog::tr("&By:"), creators_);
        rows->addRow(PublishDialog::tr("&Title:"), title_);
        rows->addRow(PublishDialog::tr("&Licence:"), licence_);
        rows->addRow(PublishDialog::tr("From votes to &labels by:"), rule_);
        nameFields(*rows);
    }

    [[nodiscard]] std::filesystem::path folder() const { return toPath(folder_->text().trimmed()); }
    [[nodiscard]] PublishOptions options() const {
        PublishOptions options;
        options.rule = static_cast<TruthRule>(rule_->currentData().toInt());
        options.title = title_->text().trimmed().toStdString();
        for (const QString &name : creators_->text().split(QLatin1Char(';'), Qt::SkipEmptyParts))
            if (!name.trimmed().isEmpty())
                options.creators.push_back(name.trimmed().toStdString());
        options.licence = licence_->text().trimmed().toStdString();
        options.programVersion = QCoreApplication::applicationVersion().toStdString();
        return options;
    }

private:
    QLineEdit *folder_;
    QLineEdit *creators_;
    QLineEdit *title_;
    QLineEdit *licence_;
    QComboBox *rule_;
};

QString publishOutcome(const std::filesystem::path &folder, const Published &published) {
    QStringList files;
    for (const std::string &file : published.files)
        files << toText(file);
    return PublishDialog::tr("Published into %1. Labels: %2; changed by the audit: %3; judged labels that stay "
                             "undecided: %4.\nFiles: %5")
        .arg(pathText(folder), countText(published.labels), countText(published.changed),
             countText(published.undecided), files.join(QStringLiteral(", ")));
}

} // namespace

WorkDialog *publishDialog(const std::shared_ptr<Project> &project, QWidget *parent) {
    auto *form = new PublishForm;
    const auto makeJob = [form, project]() -> Result<WorkDialog::Work> {
        const PublishOptions options = form->options();
        const std::filesystem::path folder = form->folder();
        if (folder.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(PublishDialog::tr("Choose an empty folder to publish into.").toStdString()));
        return WorkDialog::Work([project, options, folder](const Progress &, const std::stop_token &stop) {
            return publishAudit(*project, options, folder, stop).map([folder](const Published &published) {
                return WorkDialog::Done([folder, published] { return publishOutcome(folder, published); });
            });
        });
    };
    return new WorkDialog(PublishDialog::tr("Publish the audit"), PublishDialog::tr("Publish"), form, makeJob, parent);
}

} // namespace tagscope::ui

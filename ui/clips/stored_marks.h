// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "ui/base/job.h"
#include "ui/document/document.h"

#include <QObject>
#include <map>
#include <vector>

namespace tagscope::ui {

class ProjectClipModel;

// Tells the list of a project's clips which recordings mislead, as their last analysis noted it in the project, until
// they are analysed again. GUI thread.
class StoredMarks : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    StoredMarks(Document &document, ProjectClipModel &clips, QObject *parent);

private:
    void read(const std::string &json);
    void show(const std::map<ClipId, std::vector<Message>> &marks);

    Document &document_;
    ProjectClipModel &clips_;
    Job<std::map<ClipId, std::vector<Message>>> job_; // looks at the files
};

} // namespace tagscope::ui

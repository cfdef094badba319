// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shown_clip.h"

#include <QObject>
#include <array>
#include <functional>
#include <vector>

namespace tagscope::ui {

// The clip in the middle of the window, as all panels show it: who knows of clips says which one it is, others complete
// it. Also where panels ask for another clip, or for this one otherwise. GUI thread.
class CurrentClip : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    using Find = std::function<std::optional<ShownClip>()>;
    using Complete = std::function<void(ShownClip &)>;
    // In this order: what is said of the clip, what a person changed of it, the weights and thresholds, what another
    // network hears in it.
    enum class Step { Annotations, Revision, Judgement, Comparison };

    // Who was added last is asked first; nothing leaves it to those before.
    void addSource(Find find) { sources_.push_back(std::move(find)); }
    void setStep(Step step, Complete complete) { steps_[static_cast<std::size_t>(step)] = std::move(complete); }
    // Asks all of them anew.
    void refresh();

    [[nodiscard]] bool isOpen() const { return isOpen_; }
    [[nodiscard]] const ShownClip &shown() const { return shown_; } // empty while none is open
    [[nodiscard]] const std::shared_ptr<const ClipAnalysis> &analysis() const { return shown_.analysis; }

Q_SIGNALS:
    // Another clip, or the same with other figures; without an analysis while there is none.
    void changed(const ShownClip &shown);

    void eventAsked(ClipId clip, int event); // a clip of the project, and one of its events
    void windowAsked(const std::filesystem::path &media, Seconds start);
    void againAsked();     // the analysis that failed or was cancelled
    void ownModelsAsked(); // in the place of a run's activations
    void analysisAsked();  // in the place of what a person changed
    void modelsAsked();    // the registered models, to add some

private:
    std::vector<Find> sources_;
    std::array<Complete, 4> steps_;
    bool isOpen_ = false;
    ShownClip shown_;
};

} // namespace tagscope::ui

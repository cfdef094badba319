// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_queue_service.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// The way of one annotator through a queue: what was said of its pairs at its stage, and which pair is looked at.
class AuditOrder {
public:
    AuditOrder() = default;
    // `said`: the annotator's verdicts at the queue's stage that hold. Begins at the first pair without one.
    AuditOrder(std::shared_ptr<const SittingQueue> queue, const std::map<AuditedPair, VerdictValue> &said);

    [[nodiscard]] std::size_t size() const { return queue_ ? queue_->rows.size() : 0; }
    [[nodiscard]] std::size_t done() const { return done_; } // pairs with a verdict
    [[nodiscard]] std::size_t left() const { return size() - done_; }
    [[nodiscard]] std::size_t skipped() const; // and without a verdict still
    [[nodiscard]] const std::shared_ptr<const SittingQueue> &queue() const { return queue_; }
    [[nodiscard]] std::optional<std::size_t> current() const { return current_; } // nothing: the end is reached
    [[nodiscard]] const SittingRow &row(std::size_t place) const { return queue_->rows[place]; }
    [[nodiscard]] std::optional<VerdictValue> said(std::size_t place) const { return said_[place]; }
    [[nodiscard]] std::optional<std::size_t> placeOf(const AuditedPair &pair) const;

    void say(std::size_t place, std::optional<VerdictValue> value);
    // To the next pair that is neither judged nor skipped, at the queue's end from its start.
    void goOn();
    void skip();        // that is looked at, and goes on
    void takeSkipped(); // skipped pairs are open again; goes on to the first of them
    [[nodiscard]] bool canGoBack() const;
    void goBack(); // to the pair that was looked at before, else the one before in the queue
    void goTo(std::size_t place);
    // Those that come next, at most `count`.
    [[nodiscard]] std::vector<std::size_t> ahead(std::size_t count) const;

private:
    [[nodiscard]] bool isOpen(std::size_t place) const { return !said_[place] && !isSkipped_[place]; }

    std::shared_ptr<const SittingQueue> queue_;
    std::vector<std::optional<VerdictValue>> said_;
    std::vector<bool> isSkipped_;
    std::size_t done_ = 0;
    std::optional<std::size_t> current_;
    std::vector<std::size_t> trail_; // that were looked at before
};

} // namespace tagscope::ui

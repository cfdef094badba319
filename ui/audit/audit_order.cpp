// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_order.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

AuditOrder::AuditOrder(std::shared_ptr<const SittingQueue> queue, const std::map<AuditedPair, VerdictValue> &said)
    : queue_(std::move(queue)), said_(queue_->rows.size()), isSkipped_(queue_->rows.size()) {
    for (const auto &[pair, value] : said)
        if (const std::optional<std::size_t> place = placeOf(pair))
            say(*place, value);
    goOn();
}

std::optional<std::size_t> AuditOrder::placeOf(const AuditedPair &pair) const {
    return queue_ ? queue_->placeOf(pair) : std::nullopt;
}

std::size_t AuditOrder::skipped() const {
    std::size_t count = 0;
    for (std::size_t place = 0; place < size(); ++place)
        count += isSkipped_[place] && !said_[place] ? 1U : 0U;
    return count;
}

void AuditOrder::say(std::size_t place, std::optional<VerdictValue> value) {
    if (said_[place].has_value() != value.has_value())
        done_ += value ? std::size_t{1} : std::size_t(-1);
    said_[place] = value;
}

void AuditOrder::goOn() {
    const std::size_t from = current_ ? *current_ + 1 : 0;
    std::optional<std::size_t> next;
    for (std::size_t step = 0; step < size() && !next; ++step)
        if (const std::size_t place = (from + step) % size(); isOpen(place))
            next = place;
    if (current_ && current_ != next)
        trail_.push_back(*current_);
    current_ = next;
}

void AuditOrder::skip() {
    if (!current_)
        return;
    isSkipped_[*current_] = true;
    goOn();
}

void AuditOrder::takeSkipped() {
    isSkipped_.assign(size(), false);
    goOn();
}

bool AuditOrder::canGoBack() const {
    return !trail_.empty() || (current_ && *current_ > 0);
}

void AuditOrder::goBack() {
    if (!canGoBack())
        return;
    if (trail_.empty()) {
        --*current_;
        return;
    }
    current_ = trail_.back();
    trail_.pop_back();
}

void AuditOrder::goTo(std::size_t place) {
    if (current_ == place)
        return;
    if (current_)
        trail_.push_back(*current_);
    current_ = place;
}

std::vector<std::size_t> AuditOrder::ahead(std::size_t count) const {
    std::vector<std::size_t> places;
    const std::size_t from = current_ ? *current_ + 1 : 0;
    for (std::size_t step = 0; step < size() && places.size() < count; ++step)
        if (const std::size_t place = (from + step) % size(); isOpen(place) && place != current_)
            places.push_back(place);
    return places;
}

} // namespace tagscope::ui

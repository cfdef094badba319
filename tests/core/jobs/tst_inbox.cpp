// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/inbox.h"
#include "tests/support/qt_test.h"

#include <memory>
#include <thread>
#include <utility>
#include <vector>

using namespace tagscope;

class TestInbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drainTakesAllInOrder() {
        Inbox<std::unique_ptr<int>> inbox;
        QVERIFY(inbox.drain().empty());
        inbox.put(std::make_unique<int>(1));
        inbox.put(std::make_unique<int>(2));
        const auto taken = inbox.drain();
        QCOMPARE(taken.size(), std::size_t{2});
        QCOMPARE(*taken[0], 1);
        QCOMPARE(*taken[1], 2);
        QVERIFY(inbox.drain().empty());
    }

    void nothingIsLostBetweenThreads() {
        constexpr int kWriters = 4;
        constexpr int kItems = 2000;
        Inbox<std::pair<int, int>> inbox; // writer, number
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < kWriters; ++writer)
            writers.emplace_back([&inbox, writer] {
                for (int i = 0; i < kItems; ++i)
                    inbox.put({writer, i});
            });
        std::vector<int> next(kWriters, 0);
        for (int received = 0; received < kWriters * kItems;) {
            for (const auto &[writer, number] : inbox.drain()) {
                QCOMPARE(number, next[static_cast<std::size_t>(writer)]++);
                ++received;
            }
            std::this_thread::yield();
        }
    }
};

TAGSCOPE_PLAIN_TEST(TestInbox)
#include "tst_inbox.moc"

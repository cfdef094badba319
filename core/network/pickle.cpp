// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pickle.h"

#include "core/network/pickle_bytes.h"
#include "core/network/pickle_names.h"

#include <limits>
#include <string>
#include <utility>

namespace tagscope {
namespace {

using Kind = PickleValue::Kind;

// A tensor costs about 20 values, so that kMaxTensors fit; a value costs about 100 bytes.
constexpr std::size_t kMaxValues = 1U << 21U;
constexpr std::size_t kMaxStack = 1U << 20U;
constexpr std::size_t kMaxMarks = 256; // nested open brackets; a state dict has five
constexpr std::size_t kMaxArguments = 16;
constexpr PickleReference kNoValue = std::numeric_limits<PickleReference>::max();

// The stack machine that a pickle is a program for.
class PickleMachine {
public:
    PickleMachine(std::span<const std::byte> bytes, std::size_t start) : cursor_(bytes, start) {}

    Pickle run() {
        if (cursor_.number(1) != 0x80)
            refusePickle("network.no_pickle");
        readProtocol();
        while (step(static_cast<unsigned char>(cursor_.number(1)))) {
        }
        result_.root = pop();
        result_.end = cursor_.position();
        return std::move(result_);
    }

private:
    void readProtocol() {
        const std::uint64_t protocol = cursor_.number(1);
        if (protocol < 2 || protocol > 5)
            refusePickle({"network.pickle_protocol", protocol});
    }

    // One operation; false after the last.
    bool step(unsigned char operation) {
        if (operation == '.') // STOP
            return false;
        if (!stepValue(operation) && !stepContainer(operation) && !stepMemo(operation) && !stepCall(operation)) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            const std::string code{kDigits[operation >> 4U], kDigits[operation & 15U]};
            throw Refusal{Error::Kind::Unsupported, {"network.pickle_operation", code}, {}};
        }
        return true;
    }

    bool stepValue(unsigned char operation) {
        switch (operation) {
        case 'N': // NONE
            push({});
            return true;
        case 0x88: // NEWTRUE
        case 0x89: // NEWFALSE
            pushInteger(operation == 0x88 ? 1 : 0, Kind::Bool);
            return true;
        case 'J': // BININT
            pushInteger(static_cast<std::int32_t>(static_cast<std::uint32_t>(cursor_.number(4))));
            return true;
        case 'K': // BININT1
            pushInteger(static_cast<std::int64_t>(cursor_.number(1)));
            return true;
        case 'M': // BININT2
            pushInteger(static_cast<std::int64_t>(cursor_.number(2)));
            return true;
        case 0x8a: // LONG1
            pushLong(cursor_.text(static_cast<std::size_t>(cursor_.number(1))));
            return true;
        case 'G': // BINFLOAT
            cursor_.text(8);
            push({.kind = Kind::Float});
            return true;
        case 'X': // BINUNICODE
        case 'T': // BINSTRING, of Python 2
            pushText(cursor_.boundedText(4));
            return true;
        case 0x8c: // SHORT_BINUNICODE
        case 'U':  // SHORT_BINSTRING, of Python 2
            pushText(cursor_.boundedText(1));
            return true;
        case 0x8d: // BINUNICODE8
            pushText(cursor_.boundedText(8));
            return true;
        default:
            return false;
        }
    }

    bool stepContainer(unsigned char operation) {
        switch (operation) {
        case '(': // MARK
            if (marks_.size() == kMaxMarks)
                refusePickle({"network.values_too_deep", kMaxMarks});
            marks_.push_back(stack_.size());
            return true;
        case ')': // EMPTY_TUPLE
            push({.kind = Kind::Tuple});
            return true;
        case ']': // EMPTY_LIST
            push({.kind = Kind::List});
            return true;
        case '}': // EMPTY_DICT
            push({.kind = Kind::Dict});
            return true;
        case 't': // TUPLE
            pushTuple(popToMark());
            return true;
        case 0x85: // TUPLE1
        case 0x86: // TUPLE2
        case 0x87: // TUPLE3
            pushTuple(popSome(operation - 0x84U));
            return true;
        case 'a': // APPEND
            extend(Kind::List, popSome(1));
            return true;
        case 'e': // APPENDS
            extend(Kind::List, popToMark());
            return true;
        case 's': // SETITEM
            extend(Kind::Dict, popSome(2));
            return true;
        case 'u': // SETITEMS
            extend(Kind::Dict, popToMark());
            return true;
        default:
            return false;
        }
    }

    bool stepMemo(unsigned char operation) {
        switch (operation) {
        case 'q': // BINPUT
        case 'r': // LONG_BINPUT
            remember(cursor_.number(operation == 'q' ? 1 : 4));
            return true;
        case 0x94: // MEMOIZE
            remember(memoized_);
            return true;
        case 'h': // BINGET
        case 'j': // LONG_BINGET
            recall(cursor_.number(operation == 'h' ? 1 : 4));
            return true;
        case 0x95: // FRAME: a hint for those who read in blocks
            cursor_.text(8);
            return true;
        default:
            return false;
        }
    }

    bool stepCall(unsigned char operation) {
        switch (operation) {
        case 'c': { // GLOBAL
            const std::string_view module = cursor_.line();
            push(allowedName(module, cursor_.line()));
            return true;
        }
        case 0x93: { // STACK_GLOBAL
            const std::string_view name = popText();
            push(allowedName(popText(), name));
            return true;
        }
        case 'R':  // REDUCE
        case 0x81: // NEWOBJ
            call();
            return true;
        case 'b': // BUILD: attributes, such as a dict's _metadata, that weights do without
            pop();
            if (const Kind kind = value(top()).kind; kind != Kind::Dict && kind != Kind::Call)
                refusePickle("network.attributes_of_nothing");
            return true;
        case 'Q': // BINPERSID
            push({.kind = Kind::Persistent, .items = popSome(1)});
            return true;
        default:
            return false;
        }
    }

    void call() {
        const PickleReference arguments = pop();
        const PickleReference called = pop();
        if (value(called).kind != Kind::Name || value(called).name == PickleName::StorageType ||
            value(arguments).kind != Kind::Tuple || value(arguments).items.size() > kMaxArguments)
            refusePickle("network.call_of_nothing");
        const PickleName name = value(called).name;
        if (name == PickleName::OrderedDict)
            push({.kind = Kind::Dict, .items = itemsOfPairs(value(arguments).items)});
        else
            push({.kind = Kind::Call, .name = name, .items = value(arguments).items});
    }

    // Python 2 makes an OrderedDict from one argument, a list of [key, value] lists.
    std::vector<PickleReference> itemsOfPairs(const std::vector<PickleReference> &arguments) {
        std::vector<PickleReference> items;
        if (arguments.empty())
            return items;
        if (arguments.size() != 1 || value(arguments[0]).kind != Kind::List)
            refusePickle("network.unknown_ordered_dict");
        // The same list could be copied by every few bytes of the pickle.
        copied_ += value(arguments[0]).items.size();
        if (copied_ > kMaxValues)
            refusePickle("network.copies_of_copies");
        for (const PickleReference pair : value(arguments[0]).items) {
            const PickleValue &both = value(pair);
            if ((both.kind != Kind::List && both.kind != Kind::Tuple) || both.items.size() != 2)
                refusePickle("network.unknown_ordered_dict");
            items.insert(items.end(), both.items.begin(), both.items.end());
        }
        return items;
    }

    [[nodiscard]] const PickleValue &value(PickleReference reference) const { return result_.values[reference]; }

    void push(PickleValue &&added) {
        if (result_.values.size() == kMaxValues)
            throw Refusal{Error::Kind::Unsupported, "network.too_many_values", {}};
        result_.values.push_back(std::move(added));
        pushReference(static_cast<PickleReference>(result_.values.size() - 1));
    }

    void pushReference(PickleReference reference) {
        if (stack_.size() == kMaxStack)
            refusePickle("network.too_many_values_at_once");
        stack_.push_back(reference);
    }

    void pushInteger(std::int64_t integer, Kind kind = Kind::Integer) { push({.kind = kind, .integer = integer}); }
    void pushText(std::string_view text) { push({.kind = Kind::Text, .text = text}); }
    void pushTuple(std::vector<PickleReference> items) { push({.kind = Kind::Tuple, .items = std::move(items)}); }

    void pushLong(std::string_view bytes) { // little-endian, two's complement, as short as possible
        if (bytes.size() > 8) {
            push({.kind = Kind::LongInteger, .text = bytes});
            return;
        }
        const bool isNegative = !bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0x80U;
        std::uint64_t number = isNegative ? ~std::uint64_t{0} : 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            number = number << 8U | static_cast<unsigned char>(bytes[i]);
        pushInteger(static_cast<std::int64_t>(number));
    }

    // What lies under an open bracket is out of reach until the bracket is closed.
    [[nodiscard]] std::size_t reachable() const { return stack_.size() - (marks_.empty() ? 0 : marks_.back()); }

    [[nodiscard]] PickleReference top() const {
        if (reachable() == 0)
            refusePickle("network.value_missing");
        return stack_.back();
    }

    PickleReference pop() {
        const PickleReference reference = top();
        stack_.pop_back();
        return reference;
    }

    std::string_view popText() {
        const PickleValue &popped = value(pop());
        if (popped.kind != Kind::Text)
            refusePickle("network.name_no_text");
        return popped.text;
    }

    std::vector<PickleReference> popSome(std::size_t count) {
        if (reachable() < count)
            refusePickle("network.value_missing");
        const auto first = stack_.end() - static_cast<std::ptrdiff_t>(count);
        std::vector<PickleReference> items(first, stack_.end());
        stack_.erase(first, stack_.end());
        return items;
    }

    std::vector<PickleReference> popToMark() {
        if (marks_.empty())
            refusePickle("network.bracket_never_opened");
        std::vector<PickleReference> items = popSome(stack_.size() - marks_.back());
        marks_.pop_back();
        return items;
    }

    void extend(Kind kind, const std::vector<PickleReference> &items) {
        PickleValue &container = result_.values[top()];
        if (container.kind != kind || (kind == Kind::Dict && items.size() % 2 != 0))
            refusePickle("network.values_without_place");
        container.items.insert(container.items.end(), items.begin(), items.end());
    }

    void remember(std::uint64_t index) {
        if (index >= kMaxValues)
            refusePickle({"network.memo_too_large", index});
        const PickleReference remembered = top();
        if (index >= memo_.size())
            memo_.resize(static_cast<std::size_t>(index) + 1, kNoValue);
        if (memo_[index] == kNoValue)
            ++memoized_;
        memo_[index] = remembered;
    }

    void recall(std::uint64_t index) {
        if (index >= memo_.size() || memo_[index] == kNoValue)
            refusePickle("network.value_never_named");
        pushReference(memo_[index]);
    }

    ByteCursor cursor_;
    Pickle result_;
    std::vector<PickleReference> stack_;
    std::vector<std::size_t> marks_; // stack sizes where brackets were opened
    std::vector<PickleReference> memo_;
    std::uint64_t memoized_ = 0;
    std::size_t copied_ = 0;
};

} // namespace

Pickle readPickle(std::span<const std::byte> bytes, std::size_t start) {
    return PickleMachine(bytes, start).run();
}

} // namespace tagscope

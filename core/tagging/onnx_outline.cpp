// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/onnx_outline.h"

#include "core/base/mapped_file.h"
#include "core/base/try.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>

namespace tagscope {
namespace {

// What goes beyond its message is thrown, and caught in readOnnxOutline().
struct CutShort {};

constexpr int kDeepest = 16; // graphs within graphs

// A message in protocol buffers' encoding, field after field.
class Fields {
public:
    explicit Fields(std::string_view bytes) : rest_(bytes) {}

    // The next field; false at the end.
    bool next() {
        if (rest_.empty())
            return false;
        const std::uint64_t key = varint();
        number_ = key >> 3U;
        bytes_ = {};
        value_ = 0;
        isBytes_ = (key & 7U) == 2;
        switch (key & 7U) {
        case 0:
            value_ = varint();
            break;
        case 1:
            bytes_ = taken(8);
            break;
        case 2:
            bytes_ = taken(varint());
            break;
        case 5:
            bytes_ = taken(4);
            break;
        default:
            throw CutShort{};
        }
        if (number_ == 0)
            throw CutShort{};
        return true;
    }
    [[nodiscard]] std::uint64_t number() const { return number_; }
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] bool isBytes() const { return isBytes_; }
    [[nodiscard]] std::string text() const { return std::string(bytes_); }
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(value_); }

private:
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(taken(1).front());
            value |= (std::uint64_t{byte} & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        throw CutShort{};
    }
    std::string_view taken(std::uint64_t count) {
        if (count > rest_.size())
            throw CutShort{};
        const std::string_view part = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return part;
    }

    std::string_view rest_;
    std::string_view bytes_;
    std::uint64_t number_ = 0;
    std::uint64_t value_ = 0;
    bool isBytes_ = false;
};

class OutlineReader {
public:
    OnnxOutline read(std::string_view model) {
        bool hasGraph = false;
        for (Fields fields(model); fields.next();) {
            if (fields.number() == 7) {
                hasGraph = true;
                readGraph(fields.bytes(), 0);
            } else if (fields.number() == 8) {
                readOpset(fields.bytes());
            }
        }
        if (!hasGraph || outline_.nodes == 0)
            throw CutShort{};
        std::erase_if(outline_.inputs,
                      [this](const OnnxOutline::Value &value) { return initialisers_.contains(value.name); });
        for (const std::string &pads : padAmounts_)
            outline_.hasComputedPads = outline_.hasComputedPads || !constants_.contains(pads);
        return std::move(outline_);
    }

private:
    void readOpset(std::string_view bytes) {
        std::string domain;
        std::int64_t version = 0;
        for (Fields fields(bytes); fields.next();) {
            if (fields.number() == 1)
                domain = fields.text();
            else if (fields.number() == 2)
                version = fields.value();
        }
        if (domain.empty() || domain == "ai.onnx")
            outline_.opset = version;
    }

    void readGraph(std::string_view bytes, int depth) {
        if (depth > kDeepest)
            throw CutShort{};
        for (Fields fields(bytes); fields.next();) {
            if (fields.number() == 1)
                readNode(fields.bytes(), depth);
            else if (fields.number() == 5)
                readTensor(fields.bytes());
            else if (fields.number() == 11 && depth == 0)
                outline_.inputs.push_back(valueIn(fields.bytes()));
            else if (fields.number() == 12 && depth == 0)
                outline_.outputs.push_back(valueIn(fields.bytes()));
        }
    }

    void readNode(std::string_view bytes, int depth) {
        ++outline_.nodes;
        std::string type;
        std::vector<std::string> inputs;
        std::vector<std::string> outputs;
        for (Fields fields(bytes); fields.next();) {
            if (fields.number() == 1)
                inputs.push_back(fields.text());
            else if (fields.number() == 2)
                outputs.push_back(fields.text());
            else if (fields.number() == 4)
                type = fields.text();
            else if (fields.number() == 5)
                readAttribute(fields.bytes(), depth);
        }
        outline_.operators.insert(type);
        if (type == "Constant")
            constants_.insert(outputs.begin(), outputs.end());
        if (type == "Pad" && inputs.size() > 1)
            padAmounts_.push_back(inputs[1]);
    }

    void readAttribute(std::string_view bytes, int depth) {
        for (Fields fields(bytes); fields.next();) {
            if (fields.number() == 5)
                readTensor(fields.bytes());
            else if (fields.number() == 6 || fields.number() == 11)
                readGraph(fields.bytes(), depth + 1);
        }
    }

    void readTensor(std::string_view bytes) {
        std::string name;
        std::uint64_t count = 1;
        std::int64_t type = 0;
        std::uint64_t rawBytes = 0;
        bool isRaw = false;
        for (Fields fields(bytes); fields.next();) {
            switch (fields.number()) {
            case 1:
                count = fields.isBytes() ? packedProduct(fields.bytes(), count) : multiplied(count, fields.value());
                break;
            case 2:
                type = fields.value();
                break;
            case 8:
                name = fields.text();
                break;
            case 9:
                isRaw = true;
                rawBytes = fields.bytes().size();
                break;
            case 13:
                outline_.hasExternalData = true;
                break;
            case 14:
                outline_.hasExternalData = outline_.hasExternalData || fields.value() == 1;
                break;
            default:
                break;
            }
        }
        if (!name.empty()) {
            initialisers_.insert(name);
            constants_.insert(name);
        }
        outline_.hasHalfWeights = outline_.hasHalfWeights || type == 10;
        outline_.weightBytes += rawBytes;
        // A shape that its bytes do not fill makes OpenCV read beyond them.
        const std::optional<std::uint64_t> size = bytesOf(type);
        if (isRaw && size && count * *size != rawBytes)
            throw CutShort{};
    }

    static std::optional<std::uint64_t> bytesOf(std::int64_t type) {
        static const std::map<std::int64_t, std::uint64_t> kSizes{{1, 4}, {2, 1}, {3, 1},  {4, 2},  {5, 2}, {6, 4},
                                                                  {7, 8}, {9, 1}, {10, 2}, {11, 8}, {12, 4}};
        const auto found = kSizes.find(type);
        return found == kSizes.end() ? std::nullopt : std::optional(found->second);
    }

    static std::uint64_t multiplied(std::uint64_t count, std::int64_t size) {
        std::uint64_t product = 0;
        if (size < 0 || __builtin_mul_overflow(count, static_cast<std::uint64_t>(size), &product) ||
            product > (std::uint64_t{1} << 40U))
            throw CutShort{};
        return product;
    }

    static std::uint64_t packedProduct(std::string_view bytes, std::uint64_t count) {
        std::uint64_t value = 0;
        unsigned shift = 0;
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            if (shift > 63)
                throw CutShort{};
            value |= (std::uint64_t{byte} & 0x7fU) << shift;
            shift += 7;
            if ((byte & 0x80U) == 0) {
                count = multiplied(count, static_cast<std::int64_t>(value));
                value = 0;
                shift = 0;
            }
        }
        return count;
    }

    static OnnxOutline::Value valueIn(std::string_view bytes) {
        OnnxOutline::Value value;
        for (Fields fields(bytes); fields.next();) {
            if (fields.number() == 1)
                value.name = fields.text();
            else if (fields.number() == 2)
                readType(fields.bytes(), value);
        }
        return value;
    }

    static void readType(std::string_view bytes, OnnxOutline::Value &value) {
        for (Fields type(bytes); type.next();) {
            if (type.number() != 1)
                continue; // no tensor
            for (Fields tensor(type.bytes()); tensor.next();) {
                if (tensor.number() == 1)
                    value.elementType = static_cast<int>(tensor.value());
                else if (tensor.number() == 2)
                    readShape(tensor.bytes(), value.shape);
            }
        }
    }

    static void readShape(std::string_view bytes, std::vector<std::int64_t> &shape) {
        for (Fields dimensions(bytes); dimensions.next();) {
            if (dimensions.number() != 1)
                continue;
            std::int64_t size = -1;
            for (Fields dimension(dimensions.bytes()); dimension.next();)
                if (dimension.number() == 1)
                    size = dimension.value();
            shape.push_back(size > 0 ? size : -1);
        }
    }

    OnnxOutline outline_;
    std::set<std::string> initialisers_;
    std::set<std::string> constants_;
    std::vector<std::string> padAmounts_;
};

} // namespace

Result<OnnxOutline> readOnnxOutline(const std::filesystem::path &file) {
    std::error_code error;
    if (const std::uintmax_t size = std::filesystem::file_size(file, error); !error && size > kMostOnnxBytes)
        return fail(Error::Kind::Unsupported, {"tagging.onnx_too_large", file, size >> 20U, kMostOnnxBytes >> 20U});
    const MappedFile mapped = TAGSCOPE_TRY(MappedFile::open(file));
    const std::span<const std::byte> bytes = mapped.bytes();
    try {
        return OutlineReader().read({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    } catch (const CutShort &) {
        return fail(Error::Kind::Malformed, {"tagging.onnx_damaged", file});
    }
}

Message whyOpenCvRefuses(const OnnxOutline &outline) {
    if (outline.hasExternalData)
        return "tagging.onnx_external";
    if (outline.hasHalfWeights)
        return "tagging.onnx_half";
    if (outline.hasComputedPads)
        return "tagging.onnx_pads";
    for (const char *quantised : {"DequantizeLinear", "QuantizeLinear", "DynamicQuantizeLinear", "MatMulInteger"})
        if (outline.operators.contains(quantised))
            return {"tagging.onnx_quantised", quantised};
    for (const char *control : {"If", "Loop", "Scan"})
        if (outline.operators.contains(control))
            return {"tagging.onnx_control", control};
    for (const char *transform : {"STFT", "DFT", "MelWeightMatrix"})
        if (outline.operators.contains(transform))
            return {"tagging.onnx_transform", transform};
    return {};
}

} // namespace tagscope

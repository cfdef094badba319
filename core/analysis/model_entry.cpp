// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_entry.h"

namespace tagscope {

std::string nameOf(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return "crnn";
    case ModelKind::AlexNet:
        return "alexnet";
    case ModelKind::InceptionV4:
        return "inception-v4";
    case ModelKind::WordVectors:
        return "glove";
    }
    return {};
}

Message titleOf(ModelKind kind) {
    switch (kind) {
    case ModelKind::Crnn:
        return plainText("CRNN");
    case ModelKind::AlexNet:
        return plainText("AlexNet");
    case ModelKind::InceptionV4:
        return plainText("Inception-v4");
    case ModelKind::WordVectors:
        return "analysis.word_vectors";
    }
    return {};
}

} // namespace tagscope

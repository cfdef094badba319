#include "core/training/feature_store.h"

#include "core/training/training_settings.h"

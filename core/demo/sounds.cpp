#include "core/demo/sounds.h"

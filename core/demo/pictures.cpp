#include "core/demo/pictures.h"

#include "core/demo/demo_project.h"

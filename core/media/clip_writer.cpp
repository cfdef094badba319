#include "core/media/clip_writer.h"

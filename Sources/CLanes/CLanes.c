// SwiftPM wants one source file in a C target; all there is stands in the header.
#include "CLanes.h"

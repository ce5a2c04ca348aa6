/// ^C as a question instead of an end, while there is something to tell before it.
#ifndef CCURSES_INTERRUPT_H
#define CCURSES_INTERRUPT_H

#include <stdbool.h>

/// From here on the first SIGINT is noted, and the second ends the program as usual. Where it is
/// ignored, as in the background of a script, it stays so.
void interrupt_expect(void);

bool interrupt_has_come(void);

#endif

#ifndef CCURSES_ENTRIES_H
#define CCURSES_ENTRIES_H

/// The compiled terminfo entry of this name as a value for `TERMINFO` (`b64:…`), or NULL.
const char *curses_entry(const char *name);

#endif

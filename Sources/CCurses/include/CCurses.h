/// ncurses as Swift sees it: the library itself, and one-line functions for what does not import
/// (macros with arguments, globals, `ioctl`).
#ifndef CCURSES_H
#define CCURSES_H

#define NCURSES_WIDECHAR 1
#if !__has_include(<ncurses.h>) || !__has_include(<term.h>)
#error "ncurses is missing: install libncursesw5-dev (Debian, Ubuntu) or ncurses-devel (Fedora)"
#endif
#include <ncurses.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>

#include "Entries.h"
#include "Guard.h"
#include "Interrupt.h"
#include "Limits.h"
#include "Signals.h"

static inline WINDOW *curses_stdscr(void) { return stdscr; }
static inline WINDOW *curses_curscr(void) { return curscr; }
static inline int curses_color_count(void) { return COLORS; }
static inline int curses_pair_count(void) { return COLOR_PAIRS; }

static inline int curses_key_f(int number) { return KEY_F(number); }

/// Bits of `curses_cell.style`.
enum { CURSES_BOLD = 1, CURSES_UNDERLINE = 2, CURSES_REVERSE = 4 };

/// One cell to show; glyph 0 is the right half of the wide glyph before it.
struct curses_cell {
  uint32_t glyph;
  uint32_t mark;  // a combining mark over it; 0 for none
  int32_t pair;
  uint8_t style;
};

/// Puts cells into row `y` of stdscr from column `x` on, each exactly where it belongs: a glyph
/// whose width in this locale is not the room it has been given becomes a blank or a `?`.
void curses_put(int y, int x, const struct curses_cell *cells, int count);

/// Looks a terminal up in terminfo without starting it; what follows until `curses_forget` is asked
/// of that one. (term.h stays out of Swift's sight: it makes macros of words like `columns`.)
bool curses_look_up(const char *name, int fd);
void curses_forget(void);

/// The string capability, or NULL where the terminal has none.
const char *curses_capability(const char *name);

/// Chooses the character set of the environment, and UTF-8 where that says nothing better than
/// ASCII (an ssh session often asks for a locale that was never generated), unless it names another
/// character set. Only LC_CTYPE changes: numbers keep their decimal points. True if the character
/// set is UTF-8.
bool curses_use_locale(void);

static inline int curses_close_on_exec(int fd) { return fcntl(fd, F_SETFD, FD_CLOEXEC); }

/// Rows, columns and the whole size in pixels of a terminal, 0 where it does not tell.
struct curses_window {
  int rows, columns, width, height;
};
struct curses_window curses_window(int fd);

/// Leaves ^C, ^Z and ^\ to the terminal driver, gives ^S, ^Q and ^O to the program as keys.
void curses_take_flow_keys(int fd);

#endif

#define _GNU_SOURCE
#include "CCurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static wchar_t fitting(const struct curses_cell *cell, bool has_right_half) {
  int width = wcwidth((wchar_t)cell->glyph);
  if (width == (has_right_half ? 2 : 1)) return (wchar_t)cell->glyph;
  return width == 2 ? L' ' : L'?';
}

void curses_put(int y, int x, const struct curses_cell *cells, int count) {
  enum { CHUNK = 128 };
  cchar_t shown[CHUNK];
  int i = 0;
  while (i < count) {
    int start = i, filled = 0;
    while (i < count && filled < CHUNK) {
      const struct curses_cell *cell = &cells[i];
      bool wide = i + 1 < count && cells[i + 1].glyph == 0;
      wchar_t mark = wcwidth((wchar_t)cell->mark) == 0 ? (wchar_t)cell->mark : 0;
      wchar_t glyph[3] = {cell->glyph == 0 ? L' ' : fitting(cell, wide), mark, 0};
      attr_t style = (cell->style & CURSES_BOLD ? A_BOLD : 0) |
                     (cell->style & CURSES_UNDERLINE ? A_UNDERLINE : 0) |
                     (cell->style & CURSES_REVERSE ? A_REVERSE : 0);
      int pair = cell->pair;
      // The short parameter holds 15 bits; the pointer carries the whole number.
      setcchar(&shown[filled++], glyph, style, 0, &pair);
      i += wide && wcwidth(glyph[0]) == 2 ? 2 : 1;
    }
    mvwadd_wchnstr(stdscr, y, x + start, shown, filled);
  }
}

bool curses_look_up(const char *name, int fd) {
  int status;  // without it, setupterm prints and exits
  return setupterm(name, fd, &status) == OK;
}

void curses_forget(void) { del_curterm(cur_term); }

const char *curses_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

// Whether the environment names a character set other than UTF-8, as in ko_KR.EUC-KR.
static bool names_another_charset(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *name = getenv(variables[i]);
    if (!name || !*name) continue;
    const char *charset = strchr(name, '.');
    return charset && strncasecmp(charset, ".UTF-8", 6) != 0 && strncasecmp(charset, ".UTF8", 5) != 0;
  }
  return false;
}

bool curses_use_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *charset = nl_langinfo(CODESET);
  if (strcmp(charset, "ANSI_X3.4-1968") == 0 && !names_another_charset() &&
      setlocale(LC_CTYPE, "C.UTF-8"))
    charset = nl_langinfo(CODESET);
  return strcmp(charset, "UTF-8") == 0;
}

struct curses_window curses_window(int fd) {
  struct winsize size = {0};
  ioctl(fd, TIOCGWINSZ, &size);
  return (struct curses_window){size.ws_row, size.ws_col, size.ws_xpixel, size.ws_ypixel};
}

void curses_take_flow_keys(int fd) {
  struct termios modes;
  if (tcgetattr(fd, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  modes.c_lflag &= ~(tcflag_t)IEXTEN;
  tcsetattr(fd, TCSANOW, &modes);
}

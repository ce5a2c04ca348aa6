import CCurses

/// Whether text in UTF-8 can be read where the program is started; chooses the locale for that.
package func localeIsUnicode() -> Bool { curses_use_locale() }

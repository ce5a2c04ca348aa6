/// Gives the terminal back whatever happens to the program: signals, traps, `exit` anywhere.
///
/// C and not Swift, because a signal handler may neither allocate nor count references. There is
/// one guard a process, for one terminal.
#ifndef CCURSES_GUARD_H
#define CCURSES_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Remembers the modes of the terminal and installs handlers for every signal (see Signals.h).
/// `screen` is the descriptor that curses writes to, a private one: the guard silences it before it
/// restores, so that no other thread writes a frame onto the shell's screen. False if the
/// descriptor is no terminal.
bool guard_install(int screen);

/// From here on the terminal is ours, ^Z included: `bytes` (copied) is what gives it back. Standard
/// error, if it is a terminal, is kept in memory until then: on the alternate screen it would be
/// lost. Call it before curses starts, which then leaves INT, TERM, TSTP and WINCH alone.
void guard_arm(const char *bytes, size_t length);

/// From here on something else gives the terminal back.
void guard_set_reset(const char *bytes, size_t length);

/// The terminal has been given back in an orderly way; what came on standard error follows now.
void guard_disarm(void);

/// Throws away what has been typed and not read, so that the shell does not take it for commands.
/// To be called while the terminal is still in the program's modes.
void guard_discard_input(void);

/// Writes all of this to the terminal past stdio and past the buffer of curses.
void guard_write(const char *bytes, size_t length);

/// Stops the whole job as ^Z does and returns when it goes on. The terminal must already be given
/// back; if the job is killed while it is stopped, the guard does nothing.
void guard_stop(void);

/// What `guard_wait` and `guard_notices` tell, as bits.
enum {
  GUARD_READABLE = 1,   // keys are there
  GUARD_GONE = 2,       // the terminal has hung up
  GUARD_RESIZED = 4,    // SIGWINCH
  GUARD_STOP = 8,       // SIGTSTP: the caller should give the terminal back and guard_stop
  GUARD_CONTINUED = 16, // SIGCONT without guard_stop: the modes of the terminal are not ours any more
  GUARD_CALLED = 32     // guard_call
};

/// Ends a wait of the main thread, now or the next one; from any thread.
void guard_call(void);

/// The signals and calls since the last call.
int guard_notices(void);

/// Waits for keys, a hang-up or a notice, at most so many milliseconds (-1: for ever). A signal
/// that came before the call ends it too: handlers write into a pipe that is waited for as well.
int guard_wait(int keys, int milliseconds);

#endif

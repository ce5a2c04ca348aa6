/// What the program does about each signal: one table, for the guard and for the tests.
#ifndef CCURSES_SIGNALS_H
#define CCURSES_SIGNALS_H

enum signal_role {
  SIGNAL_ENDS,     // ends the program: the terminal is given back first
  SIGNAL_FAULTS,   // the same, and happens again when its instruction runs again
  SIGNAL_TELLS,    // is noted for the event loop
  SIGNAL_IGNORED,  // the call that it interrupts fails instead, with an error that says why
  SIGNAL_PASSES    // does nothing by default, only stops the program, or nobody can answer it
};

/// Signals are numbered from 1; this one is none any more.
int signals_end(void);

/// The role of a signal, real-time signals included.
enum signal_role signal_role(int number);

#endif

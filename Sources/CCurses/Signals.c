#define _GNU_SOURCE
#include "Signals.h"

#include <signal.h>

// Every other signal ends a process that does nothing about it, real-time signals included.
static const struct {
  int number;
  enum signal_role role;
} others[] = {
    {SIGSEGV, SIGNAL_FAULTS},  {SIGBUS, SIGNAL_FAULTS},  {SIGILL, SIGNAL_FAULTS},
    {SIGFPE, SIGNAL_FAULTS},   {SIGWINCH, SIGNAL_TELLS}, {SIGCONT, SIGNAL_TELLS},
    {SIGTSTP, SIGNAL_TELLS},   {SIGXFSZ, SIGNAL_IGNORED}, {SIGCHLD, SIGNAL_PASSES},
    {SIGURG, SIGNAL_PASSES},   {SIGTTIN, SIGNAL_PASSES}, {SIGTTOU, SIGNAL_PASSES},
    {SIGSTOP, SIGNAL_PASSES},  {SIGKILL, SIGNAL_PASSES},
};

int signals_end(void) { return NSIG; }

enum signal_role signal_role(int number) {
  for (unsigned i = 0; i < sizeof others / sizeof *others; i++)
    if (others[i].number == number) return others[i].role;
  return SIGNAL_ENDS;
}

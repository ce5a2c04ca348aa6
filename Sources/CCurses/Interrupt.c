#define _GNU_SOURCE
#include "Interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t has_come;

static void on_interrupt(int number) {
  (void)number;
  has_come = 1;
}

void interrupt_expect(void) {
  struct sigaction action;
  if (sigaction(SIGINT, NULL, &action) != 0 || action.sa_handler == SIG_IGN) return;
  action = (struct sigaction){.sa_handler = on_interrupt, .sa_flags = SA_RESETHAND | SA_RESTART};
  sigaction(SIGINT, &action, NULL);
}

bool interrupt_has_come(void) { return has_come; }

#define _GNU_SOURCE
#include "Guard.h"

#include "Limits.h"
#include "Signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct sigaction before[NSIG];

static pid_t owner;
static int screen_fd = -1, own_fd = -1, null_fd = -1;
static struct termios modes_before;
// What gives the terminal back, and a place for the next such text: a signal may come while it is
// copied.
static struct reset {
  char bytes[512];
  size_t length;
} resets[2];
static struct reset *_Atomic reset = &resets[0];
enum { AWAY, ARMED, RESTORING };
static atomic_int state;
static atomic_int restorer;

static int error_fd = -1, error_memory = -1;
static int wake[2] = {-1, -1};
static atomic_int notices;

// Never blocks for long: the terminal may have stalled (^S, a dead ssh connection).
static void write_promptly(int fd, const char *bytes, size_t length) {
  int patience = 10;
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (errno == EAGAIN && patience-- > 0) {
      struct pollfd room = {fd, POLLOUT, 0};
      poll(&room, 1, 100);
    } else if (errno != EINTR) {
      return;
    }
  }
}

static void replay_errors(void) {
  if (error_memory < 0) return;
  dup2(error_fd, STDERR_FILENO);
  int flags = fcntl(error_fd, F_GETFL);
  fcntl(error_fd, F_SETFL, flags | O_NONBLOCK);
  char bytes[1024];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(error_memory, bytes, sizeof bytes, at)) > 0) {
    write_promptly(error_fd, bytes, (size_t)count);
    at += count;
  }
  fcntl(error_fd, F_SETFL, flags);
  close(error_memory);
  close(error_fd);
  error_memory = error_fd = -1;
}

// Of a terminal that controls nobody here everyone is in the foreground.
static bool is_in_foreground(void) {
  pid_t group = tcgetpgrp(own_fd);
  return group == getpgrp() || (group < 0 && errno == ENOTTY);
}

// Only functions that are allowed in a signal handler.
static void restore(void) {
  // A child that was forked and has not become another program yet must leave the terminal alone.
  if (getpid() != owner) return;
  int found = ARMED;
  if (!atomic_compare_exchange_strong(&state, &found, RESTORING)) {
    // Another thread is at it, and its work would be left undone if this one ended the process.
    for (int patience = 300; state == RESTORING && restorer != gettid() && patience > 0; patience--)
      poll(NULL, 0, 10);
    return;
  }
  restorer = gettid();
  // In the background tcsetattr would stop us; there the terminal's modes are somebody else's.
  sigset_t output;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, NULL);

  dup2(null_fd, screen_fd);
  // A stalled terminal never drains: drop what it has not read, and do not wait for room.
  tcflush(own_fd, TCOFLUSH);
  int flags = fcntl(own_fd, F_GETFL);
  fcntl(own_fd, F_SETFL, flags | O_NONBLOCK);
  const struct reset *last = reset;
  write_promptly(own_fd, last->bytes, last->length);
  // The flag belongs to the open terminal, which the shell shares.
  fcntl(own_fd, F_SETFL, flags);
  guard_discard_input();
  if (is_in_foreground()) tcsetattr(own_fd, TCSANOW, &modes_before);
  replay_errors();
  state = AWAY;
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  restore();
  sigaction(number, &before[number], NULL);
  errno = error;
  // A fault happens again when its instruction runs again, now with the handler from before (a
  // backtrace, or death with this very status). Anything else has to be sent again.
  if (signal_role(number) == SIGNAL_FAULTS && info->si_code > 0) return;
  raise(number);
}

static void note(int notice) {
  atomic_fetch_or(&notices, notice);
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;
}

static void on_notice(int number) {
  int error = errno;
  note(number == SIGWINCH ? GUARD_RESIZED : number == SIGTSTP ? GUARD_STOP : GUARD_CONTINUED);
  errno = error;
}

void guard_call(void) {
  // Before there is a pipe nobody waits.
  if (wake[1] >= 0) note(GUARD_CALLED);
}

static void listen_to(int number) {
  struct sigaction action = {.sa_handler = on_notice, .sa_flags = SA_RESTART};
  sigaction(number, &action, NULL);
}

static void handle_stop(bool ours) {
  struct sigaction action;
  sigaction(SIGTSTP, NULL, &action);
  // A shell without job control starts its children with this signal ignored.
  if (action.sa_handler == SIG_IGN) return;
  if (ours) {
    listen_to(SIGTSTP);
  } else {
    signal(SIGTSTP, SIG_DFL);
  }
}

// Lets `handler` see a signal, unless that is ignored: what nohup or a script ignores stays so,
// and a lost terminal shows in guard_wait too.
static void guard_signal(int number, const struct sigaction *handler, bool chained) {
  struct sigaction *old = &before[number];
  // Some numbers belong to the C library.
  if (sigaction(number, NULL, old) != 0 || old->sa_handler == SIG_IGN) return;
  if (!chained) *old = (struct sigaction){.sa_handler = SIG_DFL};
  sigaction(number, handler, NULL);
}

bool guard_install(int screen) {
  if (tcgetattr(screen, &modes_before) != 0) return false;
  owner = getpid();
  screen_fd = screen;
  if (own_fd >= 0) close(own_fd);
  own_fd = fcntl(screen, F_DUPFD_CLOEXEC, 3);
  static bool installed;
  if (installed) return true;
  installed = true;
  null_fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  atexit(restore);

  // A stack overflow leaves no room for a handler on the stack that overflowed.
  static char stack[64 * 1024];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&other, NULL);

  struct sigaction action = {.sa_sigaction = on_fatal,
                             .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND};
  sigfillset(&action.sa_mask);
  // A fault inside the handler must still end the process.
  for (int number = 1; number < signals_end(); number++)
    if (signal_role(number) == SIGNAL_FAULTS) sigdelset(&action.sa_mask, number);
  // Swift's backtracer would take the terminal for half a minute; only whoever asks for it by name
  // gets it.
  bool traces = getenv("SWIFT_BACKTRACE") != NULL;
  for (int number = 1; number < signals_end(); number++) {
    enum signal_role role = signal_role(number);
    if (role == SIGNAL_ENDS || role == SIGNAL_FAULTS) guard_signal(number, &action, traces);
    // SIGTSTP is heard only while the terminal is ours.
    if (role == SIGNAL_TELLS && number != SIGTSTP) listen_to(number);
  }
  limits_announce_processor_time();
  return true;
}

void guard_set_reset(const char *bytes, size_t length) {
  struct reset *next = reset == &resets[0] ? &resets[1] : &resets[0];
  next->length = length < sizeof next->bytes ? length : sizeof next->bytes;
  memcpy(next->bytes, bytes, next->length);
  reset = next;
}

void guard_arm(const char *bytes, size_t length) {
  guard_set_reset(bytes, length);
  if (error_memory < 0 && isatty(STDERR_FILENO) &&
      (error_memory = memfd_create("errors", MFD_CLOEXEC)) >= 0) {
    error_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(error_memory, STDERR_FILENO);
  }
  handle_stop(true);
  state = ARMED;
}

void guard_disarm(void) {
  int found = ARMED;
  if (!atomic_compare_exchange_strong(&state, &found, AWAY)) return;
  handle_stop(false);
  replay_errors();
}

void guard_discard_input(void) {
  // In the background it is the input of somebody else.
  if (!is_in_foreground()) return;
  // What is being pasted comes in pieces. Somebody who leans on a key must not hold this up.
  struct pollfd keys = {own_fd, POLLIN, 0};
  for (int patience = 20; patience > 0; patience--) {
    tcflush(own_fd, TCIFLUSH);
    if (poll(&keys, 1, 5) <= 0 || !(keys.revents & POLLIN)) return;
  }
}

void guard_write(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(screen_fd, bytes, length);
    if (written < 0 && errno != EINTR) return;
    if (written < 0) continue;
    bytes += written;
    length -= (size_t)written;
  }
}

void guard_stop(void) {
  int was = ARMED;
  atomic_compare_exchange_strong(&state, &was, AWAY);
  handle_stop(false);
  kill(0, SIGTSTP);
  handle_stop(true);
  atomic_fetch_and(&notices, ~(GUARD_STOP | GUARD_CONTINUED));
  state = was;
}

int guard_notices(void) { return atomic_exchange(&notices, 0); }

int guard_wait(int keys, int milliseconds) {
  struct pollfd watched[2] = {{keys, POLLIN, 0}, {wake[0], POLLIN, 0}};
  if (poll(watched, 2, milliseconds) <= 0) return 0;
  char drained[64];
  if (watched[1].revents & POLLIN)
    while (read(wake[0], drained, sizeof drained) == (ssize_t)sizeof drained) {}
  int told = 0;
  if (watched[0].revents & POLLIN) told |= GUARD_READABLE;
  if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) told |= GUARD_GONE;
  return told;
}

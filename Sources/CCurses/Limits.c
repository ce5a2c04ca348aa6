#define _GNU_SOURCE
#include "Limits.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

void limits_prepare(void) {
  for (int fd = 0; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
      // In order, so each gets the lowest number; opened the wrong way round, so that reading and
      // printing still fail.
      open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  signal(SIGXFSZ, SIG_IGN);
}

enum { MOST = 64 };

int limits_free_descriptors(int count) {
  int opened[MOST], found = 0;
  while (found < count && found < MOST && (opened[found] = fcntl(1, F_DUPFD_CLOEXEC, 3)) >= 0)
    found++;
  for (int i = 0; i < found; i++) close(opened[i]);
  return found;
}

static void *wait_for(void *gate) {
  while (sem_wait(gate) != 0) {}
  return NULL;
}

int limits_free_threads(int count) {
  // All at the same time, or each could have the place of the one before it.
  sem_t gate;
  if (sem_init(&gate, 0, 0) != 0) return 0;
  pthread_t started[MOST];
  int found = 0;
  while (found < count && found < MOST &&
         pthread_create(&started[found], NULL, wait_for, &gate) == 0)
    found++;
  for (int i = 0; i < found; i++) sem_post(&gate);
  for (int i = 0; i < found; i++) pthread_join(started[i], NULL);
  sem_destroy(&gate);
  return found;
}

bool limits_have_memory(size_t bytes) {
  int kind = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void *room = mmap(NULL, bytes, PROT_READ | PROT_WRITE, kind, -1, 0);
  if (room == MAP_FAILED) return false;
  munmap(room, bytes);
  return true;
}

bool limits_output_failed(void) { return ferror(stdout) != 0; }

void limits_announce_processor_time(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_CPU, &limit) != 0 || limit.rlim_max == RLIM_INFINITY) return;
  if (limit.rlim_cur < limit.rlim_max) return;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGXCPU};
  // The kernel takes a limit of 0 for one of 1 second.
  time_t seconds = limit.rlim_max > 0 ? (time_t)limit.rlim_max - 1 : 0;
  struct itimerspec when = {.it_value = {seconds, 800 * 1000 * 1000}};
  timer_t timer;
  if (timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer) == 0)
    timer_settime(timer, TIMER_ABSTIME, &when, NULL);
}

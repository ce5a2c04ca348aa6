/// What the system allows this process: open files, threads, memory, processor time.
#ifndef CCURSES_LIMITS_H
#define CCURSES_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

/// To be called before anything is opened. What is closed of the three standard descriptors stays
/// useless but is taken, so that no file or terminal becomes one of them by accident; a write
/// beyond the limit on the size of files is an error (EFBIG) and no longer ends the program.
void limits_prepare(void);

/// How many more descriptors can be opened, at most `count`.
int limits_free_descriptors(int count);

/// How many more threads can be started, at most `count`.
int limits_free_threads(int count);

/// Whether so many bytes of memory can be had.
bool limits_have_memory(size_t bytes);

/// Whether something that was printed on standard output could not be written, then or later.
bool limits_output_failed(void);

/// Sees to it that SIGXCPU comes before the limit on processor time: at the hard limit, and
/// `ulimit -t` sets both, comes SIGKILL, after which nobody can give a terminal back.
void limits_announce_processor_time(void);

#endif

#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>

/// The bytes of a file that is part of the program.
typedef struct {
  const unsigned char *_Nullable bytes;
  size_t count;
} EmbeddedBytes;

/// The file of that path within its floor, such as `Lessons/Course/map.toml`; no bytes if there is none.
EmbeddedBytes embedded_bytes(const char *_Nonnull name);

#endif

// How wide the vectors are that the compiler was allowed, and those that the processor has.
//
// Why C: what the compiler was told is known there as macros, and what the processor has by a
// builtin of clang.
#ifndef CPROCESSOR_H
#define CPROCESSOR_H

// Bits of the widest vector that this program was built for.
int processor_built_bits(void);

// Bits of the widest vector of the processor that it runs on, as far as the program knows wider ones.
int processor_own_bits(void);

#endif

// Adam on two surfaces, many particles, as a C programmer would write it: what the engine is
// measured against.
#ifndef CLOOPS_H
#define CLOOPS_H

// Drives `count` particles, their places in x and y, by `steps` updates of Adam.
void adam_rosenbrock(double *x, double *y, int count, int steps, double rate);
void adam_rastrigin(double *x, double *y, int count, int steps, double rate);

#endif

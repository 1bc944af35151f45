// The matrix products of Debian's libopenblas-dev.
#include <cblas.h>

// Decompression of gzip, zlib and raw deflate data by Debian's zlib1g-dev.
#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot see.
static inline int stemma_inflate_init(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

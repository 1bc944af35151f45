// Decompression of Brotli data by Debian's libbrotli-dev.
#include <brotli/decode.h>

// Word boundaries by dictionary, of ICU (libicu-dev of Debian, Unicode license), which is loaded when it is first asked for:
// its functions carry the version in their names, and its data are 30 MB that most texts do not need.
#ifndef STEMMA_WORD_BREAKS_H
#define STEMMA_WORD_BREAKS_H

#include <stdbool.h>
#include <stdint.h>

// Loads the library that the headers of the build belong to; false when it is not installed. To be called once, before all else.
bool stemma_word_breaks_load(void);

typedef struct stemma_word_breaks stemma_word_breaks;

// A breaker, or NULL. One thread at a time may use it.
stemma_word_breaks *stemma_word_breaks_open(void);
void stemma_word_breaks_close(stemma_word_breaks *breaks);

// Finds the word boundaries of UTF-8 text: up to `capacity` byte offsets behind 0, the last `count` unless there are more.
// Returns how many, or -1.
int32_t stemma_word_breaks_find(stemma_word_breaks *breaks, const uint8_t *bytes, int32_t count, int32_t *ends, int32_t capacity);

#endif

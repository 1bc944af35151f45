// The Compact Language Detector 2 (libcld2-dev of Debian, Apache-2.0), which is C++, for Swift.
#ifndef STEMMA_LANGUAGE_DETECTOR_H
#define STEMMA_LANGUAGE_DETECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { STEMMA_DETECTED_LANGUAGES = 3 };

// What the detector makes of a text: its up to three languages, the first the most likely.
typedef struct {
    // Codes as CLD2 has them ("en", "zh-Hant", "un" for none); static storage.
    const char *code[STEMMA_DETECTED_LANGUAGES];
    // The share of the text's letters in each, in percent.
    int32_t percent[STEMMA_DETECTED_LANGUAGES];
    // How likely the letters are for each, 0 and up; text of a language has about 1000 for each 1024 bytes.
    double score[STEMMA_DETECTED_LANGUAGES];
    // Whether the first is well ahead of the others.
    bool isReliable;
} stemma_language_detection;

// Detects the languages of UTF-8 text. `bytes` must be valid UTF-8 without control characters or noncharacters; `hint` is a
// list of language tags that the text is said to be in ("fr-CA,en"), or NULL. With `bestEffort` the detector guesses where a
// text is short. Safe on many threads at once: the tables of the library are constants.
stemma_language_detection stemma_detect_language(const char *bytes, int32_t count, const char *hint, bool bestEffort);

#ifdef __cplusplus
}
#endif

#endif

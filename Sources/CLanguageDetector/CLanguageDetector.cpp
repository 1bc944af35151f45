#include "CLanguageDetector.h"

// The header of the library uses FILE without it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" stemma_language_detection stemma_detect_language(const char *bytes, int32_t count, const char *hint, bool bestEffort) {
    const CLD2::CLDHints hints = {hint, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[STEMMA_DETECTED_LANGUAGES];
    int percent[STEMMA_DETECTED_LANGUAGES];
    double score[STEMMA_DETECTED_LANGUAGES];
    int textBytes = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummary(bytes, count, true, &hints, bestEffort ? CLD2::kCLDFlagBestEffort : 0, languages, percent,
                                   score, nullptr, &textBytes, &isReliable);
    stemma_language_detection detection = {};
    for (int index = 0; index < STEMMA_DETECTED_LANGUAGES; index++) {
        detection.code[index] = CLD2::LanguageCode(languages[index]);
        detection.percent[index] = percent[index];
        detection.score[index] = score[index];
    }
    detection.isReliable = isReliable;
    return detection;
}

// libcurl, of Debian's libcurl4-openssl-dev. Swift calls no C function with a variable number of arguments, so each type of
// option has a function here.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*stemma_curl_data_callback)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*stemma_curl_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode stemma_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode stemma_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode stemma_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode stemma_curl_set_context(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode stemma_curl_set_data_callback(CURL *handle, CURLoption option, stemma_curl_data_callback value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode stemma_curl_set_socket_callback(CURL *handle, CURLoption option, stemma_curl_socket_callback value) {
    return curl_easy_setopt(handle, option, value);
}
// The result of a finished transfer; CURLE_OK where the message is of another kind.
static inline CURLcode stemma_curl_result(const CURLMsg *message) {
    return message->msg == CURLMSG_DONE ? message->data.result : CURLE_OK;
}

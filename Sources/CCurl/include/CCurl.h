// libcurl as Swift can call it, loaded when the first page is fetched.
//
// Loaded rather than linked, because libcurl brings thirty libraries with it: linked, they would double the time that every
// command takes to start, and a command that only reads files would not start where libcurl is not installed.
//
// Swift calls no C function with a variable number of arguments, so each type of option has a function here. Otherwise each
// function does what the one of its name does in libcurl, and none may be called before stemma_curl_load() has returned true.
#ifndef STEMMA_CCURL_H
#define STEMMA_CCURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdbool.h>

typedef size_t (*stemma_curl_data_callback)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*stemma_curl_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

// Finds libcurl and starts it. Not safe to be called by two threads at once. False where there is no libcurl, or one without a
// function that is needed (before 7.66).
bool stemma_curl_load(void);

CURL *stemma_curl_easy_init(void);
void stemma_curl_easy_cleanup(CURL *handle);
CURLcode stemma_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode stemma_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode stemma_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode stemma_curl_set_context(CURL *handle, CURLoption option, void *value);
CURLcode stemma_curl_set_data_callback(CURL *handle, CURLoption option, stemma_curl_data_callback value);
CURLcode stemma_curl_set_socket_callback(CURL *handle, CURLoption option, stemma_curl_socket_callback value);

struct curl_slist *stemma_curl_slist_append(struct curl_slist *list, const char *text);
void stemma_curl_slist_free_all(struct curl_slist *list);

CURLM *stemma_curl_multi_init(void);
CURLMcode stemma_curl_multi_cleanup(CURLM *multi);
CURLMcode stemma_curl_multi_add_handle(CURLM *multi, CURL *handle);
CURLMcode stemma_curl_multi_remove_handle(CURLM *multi, CURL *handle);
CURLMcode stemma_curl_multi_perform(CURLM *multi, int *running);
// Waits for something to happen, at most this long.
CURLMcode stemma_curl_multi_poll(CURLM *multi, int milliseconds);
// The result of the transfer that has finished, in `result`; false where none has.
bool stemma_curl_multi_result(CURLM *multi, CURLcode *result);

CURLU *stemma_curl_url(void);
void stemma_curl_url_cleanup(CURLU *url);
CURLUcode stemma_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags);
CURLUcode stemma_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);
void stemma_curl_free(void *memory);

#endif

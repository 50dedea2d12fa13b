#include "CPolicyXML.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose types its headers would then need.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *reported_error;
#else
typedef xmlErrorPtr reported_error;
#endif

typedef struct {
    const policy_xml_handlers *handlers;
    void *user;
    policy_xml_counts counts;
    policy_xml_error error;
    policy_xml_attribute *attributes;
    policy_xml_namespace *namespaces;
    size_t attribute_capacity, namespace_capacity;
} parse_state;

static parse_state *state_of(void *context) { return (parse_state *)((xmlParserCtxtPtr)context)->_private; }

static policy_xml_slice slice_of(const xmlChar *text) {
    policy_xml_slice slice = {(const char *)text, text ? strlen((const char *)text) : 0};
    return slice;
}

static size_t offset_of(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    return input ? (size_t)input->consumed + (size_t)(input->cur - input->base) : 0;
}

static void record(xmlParserCtxtPtr context, int code, const char *message) {
    policy_xml_error *error = &state_of(context)->error;
    if (error->code != 0) return;
    error->code = code;
    error->offset = offset_of(context);
    strncpy(error->message, message ? message : "", sizeof error->message - 1);
    size_t length = strlen(error->message);
    while (length > 0 && error->message[length - 1] == '\n') error->message[--length] = 0;
}

static void on_error(void *context, reported_error error) {
    if (error->level >= XML_ERR_ERROR) record((xmlParserCtxtPtr)context, error->code, error->message);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    record((xmlParserCtxtPtr)context, XML_ERR_DOCTYPE_NOT_FINISHED, "a DOCTYPE is not allowed");
    xmlStopParser((xmlParserCtxtPtr)context);
}

static void on_counted_element(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)defaulted_count, (void)attributes;
    parse_state *state = state_of(context);
    state->counts.elements += 1;
    state->counts.attributes += (size_t)namespace_count + (size_t)attribute_count;
}

static void *grown(void *block, size_t *capacity, size_t wanted, size_t size) {
    if (wanted <= *capacity) return block;
    void *larger = realloc(block, wanted * 2 * size);
    if (larger) *capacity = wanted * 2;
    return larger;
}

// Both arrays grow before either is used; without memory the element is reported without what did not fit, and the parse fails.
static int make_room(parse_state *state, size_t namespace_count, size_t attribute_count) {
    policy_xml_namespace *namespaces =
        grown(state->namespaces, &state->namespace_capacity, namespace_count, sizeof *state->namespaces);
    if (namespaces) state->namespaces = namespaces;
    policy_xml_attribute *attributes =
        grown(state->attributes, &state->attribute_capacity, attribute_count, sizeof *state->attributes);
    if (attributes) state->attributes = attributes;
    return (namespaces || namespace_count == 0) && (attributes || attribute_count == 0);
}

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)defaulted_count;
    parse_state *state = state_of(context);
    if (!make_room(state, (size_t)namespace_count, (size_t)attribute_count)) {
        record((xmlParserCtxtPtr)context, XML_ERR_NO_MEMORY, "out of memory");
        xmlStopParser((xmlParserCtxtPtr)context);
        return;
    }
    for (int index = 0; index < namespace_count; index++) {
        state->namespaces[index].prefix = slice_of(namespaces[2 * index]);
        state->namespaces[index].uri = slice_of(namespaces[2 * index + 1]);
    }
    for (int index = 0; index < attribute_count; index++) {
        const xmlChar **fields = attributes + 5 * index;
        policy_xml_slice value = {(const char *)fields[3], (size_t)(fields[4] - fields[3])};
        policy_xml_attribute attribute = {slice_of(fields[1]), slice_of(fields[0]), slice_of(fields[2]), value};
        state->attributes[index] = attribute;
    }
    policy_xml_element element = {
        slice_of(prefix), slice_of(name), slice_of(uri),
        state->namespaces, (size_t)namespace_count, state->attributes, (size_t)attribute_count};
    state->handlers->start_element(state->user, &element);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    parse_state *state = state_of(context);
    state->handlers->end_element(state->user);
}

static void on_text(void *context, const xmlChar *text, int count) {
    parse_state *state = state_of(context);
    policy_xml_slice slice = {(const char *)text, (size_t)count};
    state->handlers->text(state->user, slice);
}

static void on_cdata(void *context, const xmlChar *text, int count) {
    parse_state *state = state_of(context);
    policy_xml_slice slice = {(const char *)text, (size_t)count};
    state->handlers->cdata(state->user, slice);
}

static void on_comment(void *context, const xmlChar *text) {
    parse_state *state = state_of(context);
    state->handlers->comment(state->user, slice_of(text));
}

static void on_processing_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    parse_state *state = state_of(context);
    state->handlers->processing_instruction(state->user, slice_of(target), slice_of(data));
}

static void install(xmlSAXHandler *sax, const policy_xml_handlers *handlers) {
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->internalSubset = on_doctype;
    sax->serror = on_error;
    if (!handlers) {
        sax->startElementNs = on_counted_element;
        return;
    }
    if (handlers->start_element) sax->startElementNs = on_start;
    if (handlers->end_element) sax->endElementNs = on_end;
    if (handlers->text) sax->characters = sax->ignorableWhitespace = on_text;
    if (handlers->cdata) sax->cdataBlock = on_cdata;
    if (handlers->comment) sax->comment = on_comment;
    if (handlers->processing_instruction) sax->processingInstruction = on_processing_instruction;
}

static int options(void) {
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
    return options;
}

static int run(const char *bytes, size_t count, const policy_xml_handlers *handlers, parse_state *state) {
    if (count == 0 || count > INT_MAX) {
        state->error.code = XML_ERR_DOCUMENT_EMPTY;
        strcpy(state->error.message, count == 0 ? "the document is empty" : "the document is too large");
        return 0;
    }
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, (int)count);
    if (!context) {
        state->error.code = XML_ERR_NO_MEMORY;
        strcpy(state->error.message, "out of memory");
        return 0;
    }
    xmlCtxtUseOptions(context, options());
    install(context->sax, handlers);
    context->_private = state;
    xmlParseDocument(context);
    int good = context->wellFormed && context->nsWellFormed && state->error.code == 0;
    if (!good && state->error.code == 0) record(context, XML_ERR_INTERNAL_ERROR, "the document is not well-formed");
    if (context->myDoc) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return good;
}

int policy_xml_parse(const char *bytes, size_t count, const policy_xml_handlers *handlers, void *user, policy_xml_error *error) {
    parse_state state = {.handlers = handlers, .user = user};
    int good = run(bytes, count, handlers, &state);
    free(state.attributes);
    free(state.namespaces);
    *error = state.error;
    return good;
}

int policy_xml_check(const char *bytes, size_t count, policy_xml_counts *counts, policy_xml_error *error) {
    parse_state state = {0};
    int good = run(bytes, count, NULL, &state);
    *counts = state.counts;
    *error = state.error;
    return good;
}

int policy_xml_is_letter(uint32_t character) {
    return xmlIsBaseCharQ(character) || xmlIsIdeographicQ(character);
}

int policy_xml_is_name_character(uint32_t character) {
    return policy_xml_is_letter(character) || xmlIsCombiningQ(character) || xmlIsDigitQ(character) || xmlIsExtenderQ(character);
}

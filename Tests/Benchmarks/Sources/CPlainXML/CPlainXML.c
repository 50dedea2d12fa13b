#include "CPlainXML.h"

#include <limits.h>
#include <string.h>

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose types its headers would then need.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

typedef struct {
    long elements;
    size_t text_bytes;
} tally;

static tally *tally_of(void *context) { return (tally *)((xmlParserCtxtPtr)context)->_private; }

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted_count, (void)attributes;
    tally_of(context)->elements += 1;
}

static void on_text(void *context, const xmlChar *text, int count) {
    (void)text;
    tally_of(context)->text_bytes += (size_t)count;
}

long plain_xml_elements(const char *bytes, size_t count) {
    if (count == 0 || count > INT_MAX) return -1;
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, (int)count);
    if (!context) return -1;
    tally found = {0};
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    memset(context->sax, 0, sizeof *context->sax);
    context->sax->initialized = XML_SAX2_MAGIC;
    context->sax->startElementNs = on_start;
    context->sax->characters = on_text;
    context->_private = &found;
    xmlParseDocument(context);
    long elements = context->wellFormed ? found.elements : -1;
    if (context->myDoc) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return elements;
}

#include "CPlainXML.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

static void start_element(
    void *count, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces, const xmlChar **namespace_list,
    int attributes, int defaulted, const xmlChar **attribute_list) {
    *(long *)count += 1 + attributes;
}

static void end_element(void *count, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) { *(long *)count += 1; }

static void characters(void *count, const xmlChar *text, int length) { *(long *)count += 1; }

long plain_xml_count_events(const char *bytes, int length) {
    long count = 0;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.characters = characters;
    return xmlSAXUserParseMemory(&handler, &count, bytes, length) == 0 ? count : -1;
}

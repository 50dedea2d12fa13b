#include "CPolicyXSLT.h"

#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose types its headers would then need.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "CPolicyXML.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *reported_error;
#else
typedef xmlErrorPtr reported_error;
#endif

enum {
    // Templates within templates; libxslt's own limit of 3000 is too much for a small stack.
    most_templates = 400,
    // Steps of XPath and of templates in one transformation.
    most_operations = 10 * 1000 * 1000
};

static void add(policy_xslt_error *error, const char *text) {
    if (!error || !text) return;
    size_t length = strlen(error->message), room = sizeof error->message - 1 - length;
    strncat(error->message, text, room);
    length = strlen(error->message);
    while (length > 0 && error->message[length - 1] == '\n') error->message[--length] = ' ';
}

static void on_text(void *user, const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    add(user, text);
}

static void on_error(void *user, reported_error error) { add(user, error ? error->message : NULL); }

// libxslt reports errors of stylesheets, and stacks of templates, through one function for the whole process: it writes to what the thread works on.
static pthread_once_t prepared = PTHREAD_ONCE_INIT;
static _Thread_local policy_xslt_error *reporting;
static xmlGenericErrorFunc other_errors;
static void *other_user;

static void on_stylesheet_text(void *user, const char *format, ...) {
    (void)user;
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (reporting) add(reporting, text);
    else if (other_errors) other_errors(other_user, "%s", text);
}

static void prepare(void) {
    xmlInitParser();
    xsltInit();
    other_errors = xsltGenericError;
    other_user = xsltGenericErrorContext;
    xsltSetGenericErrorFunc(NULL, on_stylesheet_text);
}

// What libxml2 reports on this thread goes to `error` between these two.
typedef struct {
    xmlStructuredErrorFunc function;
    void *user;
} error_route;

static error_route divert(policy_xslt_error *error) {
    error_route before = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(error, on_error);
    return before;
}

static void restore(error_route route) { xmlSetStructuredErrorFunc(route.user, route.function); }

static xmlDocPtr read_document(const char *bytes, size_t count, policy_xslt_error *error) {
    // Refuses what has a DOCTYPE before a tree is built of it.
    policy_xml_error problem = {0};
    policy_xml_counts counts;
    if (!policy_xml_check(bytes, count, &counts, &problem)) {
        add(error, problem.message);
        return NULL;
    }
    return xmlReadMemory(bytes, (int)count, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOCDATA);
}

// Whether a stylesheet would read another one; that one could only come from a file or from the network.
static int imports(xmlDocPtr document) {
    xmlNodePtr root = xmlDocGetRootElement(document);
    for (xmlNodePtr node = root ? root->children : NULL; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || !node->ns || !xmlStrEqual(node->ns->href, XSLT_NAMESPACE)) continue;
        if (xmlStrEqual(node->name, BAD_CAST "import") || xmlStrEqual(node->name, BAD_CAST "include")) return 1;
    }
    return 0;
}

static xsltStylesheetPtr compile(const char *bytes, size_t count, policy_xslt_error *error) {
    xmlDocPtr document = read_document(bytes, count, error);
    if (!document) return NULL;
    if (imports(document)) {
        add(error, "a stylesheet cannot import or include another one");
        xmlFreeDoc(document);
        return NULL;
    }
    xsltStylesheetPtr stylesheet = xsltParseStylesheetDoc(document);
    if (!stylesheet) {
        xmlFreeDoc(document);
        return NULL;
    }
    if (stylesheet->errors == 0) {
        // Without xsl:output's word XML is not indented (XSLT 1.0, 16.1); libxslt then ends it with a line feed all the same.
        if (stylesheet->indent < 0 && !xmlStrEqual(stylesheet->method, BAD_CAST "html")) stylesheet->indent = 0;
        return stylesheet;
    }
    xsltFreeStylesheet(stylesheet);
    return NULL;
}

policy_xslt_stylesheet *policy_xslt_compile(const char *bytes, size_t count, policy_xslt_error *error) {
    error->message[0] = 0;
    pthread_once(&prepared, prepare);
    error_route route = divert(error);
    reporting = error;
    xsltStylesheetPtr stylesheet = compile(bytes, count, error);
    reporting = NULL;
    restore(route);
    if (!stylesheet && error->message[0] == 0) add(error, "it is not a stylesheet");
    return (policy_xslt_stylesheet *)stylesheet;
}

void policy_xslt_free(policy_xslt_stylesheet *stylesheet) { xsltFreeStylesheet((xsltStylesheetPtr)stylesheet); }

static xsltSecurityPrefsPtr forbid_everything(xsltTransformContextPtr context) {
    xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs();
    if (!preferences) return NULL;
    xsltSecurityOption options[] = {
        XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
        XSLT_SECPREF_WRITE_NETWORK};
    int good = 1;
    for (size_t index = 0; index < sizeof options / sizeof *options; index++)
        good = good && xsltSetSecurityPrefs(preferences, options[index], xsltSecurityForbid) == 0;
    if (good && xsltSetCtxtSecurityPrefs(preferences, context) == 0) return preferences;
    xsltFreeSecurityPrefs(preferences);
    return NULL;
}

static void limit(xsltTransformContextPtr context) {
    context->maxTemplateDepth = most_templates;
#if LIBXSLT_VERSION >= 10134
    context->opLimit = most_operations;
#endif
    if (context->xpathCtxt) context->xpathCtxt->opLimit = most_operations;
}

static int save(xmlDocPtr result, xsltStylesheetPtr stylesheet, policy_xslt_output *output) {
    xmlChar *text = NULL;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, result, stylesheet) != 0) return 0;
    output->bytes = (char *)text;
    output->count = text && length > 0 ? (size_t)length : 0;
    return 1;
}

static int transform(
    xsltTransformContextPtr context, xsltStylesheetPtr stylesheet, xmlDocPtr document, const char *const *parameters,
    policy_xslt_output *output) {
    limit(context);
    for (; parameters && parameters[0]; parameters += 2) {
        if (xsltQuoteOneUserParam(context, BAD_CAST parameters[0], BAD_CAST parameters[1]) < 0) return 0;
    }
    xmlDocPtr result = xsltApplyStylesheetUser(stylesheet, document, NULL, NULL, NULL, context);
    int good = result && context->state == XSLT_STATE_OK && save(result, stylesheet, output);
    xmlFreeDoc(result);
    return good;
}

static int run(
    xsltStylesheetPtr stylesheet, xmlDocPtr document, const char *const *parameters, policy_xslt_output *output,
    policy_xslt_error *error) {
    xsltTransformContextPtr context = xsltNewTransformContext(stylesheet, document);
    if (!context) return 0;
    xsltSetTransformErrorFunc(context, error, on_text);
    xsltSecurityPrefsPtr preferences = forbid_everything(context);
    int good = preferences && transform(context, stylesheet, document, parameters, output);
    xsltFreeTransformContext(context);
    if (preferences) xsltFreeSecurityPrefs(preferences);
    return good;
}

int policy_xslt_transform(
    const policy_xslt_stylesheet *stylesheet, const char *bytes, size_t count, const char *const *parameters, policy_xslt_output *output,
    policy_xslt_error *error) {
    *output = (policy_xslt_output){NULL, 0};
    error->message[0] = 0;
    pthread_once(&prepared, prepare);
    error_route route = divert(error);
    reporting = error;
    xmlDocPtr document = read_document(bytes, count, error);
    // A stylesheet is only read while it runs, which libxslt's interface does not say.
    int good = document && run((xsltStylesheetPtr)stylesheet, document, parameters, output, error);
    if (document) xmlFreeDoc(document);
    reporting = NULL;
    restore(route);
    if (!good && error->message[0] == 0) add(error, "the transformation failed");
    return good;
}

void policy_xslt_release(policy_xslt_output *output) {
    if (output->bytes) xmlFree(output->bytes);
    *output = (policy_xslt_output){NULL, 0};
}

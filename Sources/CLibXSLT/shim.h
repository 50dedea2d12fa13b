#pragma once
#include <libxslt/xslt.h>
